#!/usr/bin/env python3
"""Fits the weights of src/quote/view.c: which words in quotation marks are speech?

  fit_spans.py BIN SPANS SHARED      (make fit SHARED=../shared)

BIN is dateline, SPANS the program of tests/bench/spans.c, SHARED holds the annotated articles and their scorer. Prints
span F1 as the scorer counts it: by the decisions of BIN, by the weights on the articles that they were fitted to,
and by the weights of five fits, each judged on the fifth of the articles that it did not see; then the table.
Logistic regression with a quadratic penalty, by Newton steps one weight at a time: the same rows give the same weights.
"""
import collections, hashlib, math, os, subprocess, sys, tempfile

FOLDS, PENALTY, ROUNDS, LEAST = 5, 2.0, 20, 10

def fold_of(name):
    return hashlib.md5(name.encode()).digest()[0] % FOLDS

def spans_of(tool, paths):
    found = collections.defaultdict(list)
    for at in range(0, len(paths), 100):
        out = subprocess.run([tool] + paths[at:at + 100], stdout=subprocess.PIPE, check=True).stdout.decode()
        for line in out.splitlines():
            path, block, start, end, decision, view = line.split('\t')
            found[path].append((int(block), int(start), int(end), int(decision), [f for f in view.split('; ') if f]))
    return found

def judge(score, article, spans, output, diag):
    """the spans of one article, each with what the annotators made of it: 1 speech, 0 not, None not counted"""
    found = output['articles'][0]
    found['quotes'] = [dict(kind='direct', block=b, start=s, end=e, decision=d, view=v,
                            text=found['blocks'][b]['text'].encode()[s:e].decode()) for b, s, e, d, v in spans]
    live = lambda q: not q['words'] or 2 * sum(w in article.ignore for w in q['words']) < len(q['words'])
    quotes = [q for q in score.predictions(article, output, diag) if live(q)]
    gold = [dict(g, words=article.words(g['start'], g['end'])) for g in article.rec['quotes']
            if g['kind'] in ('direct', 'mixed', 'block')]
    gold = [g for g in gold if g['words'] and live(g)]
    required = [g for g in gold if g.get('required', True)]
    optional = {w for g in gold if not g.get('required', True) for w in g['words']}
    optional -= {w for g in required for w in g['words']}
    _, matched = score.match(gold, quotes, 0.8)
    rows = []
    for at, quote in enumerate(quotes):
        truth = 0
        if at in matched:
            truth = 1 if gold[matched[at]].get('required', True) else None
        elif quote['words'] and 2 * sum(w in optional for w in quote['words']) >= len(quote['words']):
            truth = None
        rows.append(dict(article=article.id, truth=truth, decision=quote['decision'], view=quote['view']))
    return rows, len(required)

def read(binary, tool, shared):
    sys.path.insert(0, os.path.join(shared, 'bench'))
    import score_quotes as score
    rows, wanted, diag = [], 0, collections.Counter()
    with tempfile.TemporaryDirectory() as work:
        paths = {}
        for at, article in enumerate(score.load(os.path.join(shared, 'corpora', 'quotes'), 'gold')):
            path = os.path.join(work, '%05d.txt' % at)
            open(path, 'w', encoding='utf-8', newline='\n').write(article.text + '\n')
            paths[path] = article
        output, spans = score.run(os.path.abspath(binary), list(paths), 300, diag), spans_of(tool, list(paths))
        for path, article in paths.items():
            more, count = judge(score, article, spans[path], output[path], diag)
            rows += more
            wanted += count
    return rows, wanted

def chance(z):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))

def fit(rows):
    """the bias and the weight of each name"""
    rows = [r for r in rows if r['truth'] is not None]
    holders = collections.defaultdict(list)
    for at, row in enumerate(rows):
        holders[''].append(at)
        for name in row['view']:
            holders[name].append(at)
    names = [n for n in sorted(holders) if len(holders[n]) >= LEAST]
    weights, z = dict.fromkeys(names, 0.0), [0.0] * len(rows)
    for _ in range(ROUNDS):
        for name in names:
            penalty = PENALTY if name else 0.0
            slope, bend = penalty * weights[name], penalty + 1e-9
            for at in holders[name]:
                p = chance(z[at])
                slope += p - rows[at]['truth']
                bend += p * (1 - p)
            step = max(-2.0, min(2.0, -slope / bend))
            weights[name] += step
            for at in holders[name]:
                z[at] += step
    return weights

def score_row(weights, row):
    return sum(round(100 * weights.get(name, 0.0)) for name in [''] + row['view'])

def f1(rows, accepted, wanted):
    counted = [(r['truth'], a) for r, a in zip(rows, accepted) if r['truth'] is not None]
    right, said = sum(1 for t, a in counted if a and t), sum(1 for t, a in counted if a)
    p, r = right / max(said, 1), right / max(wanted, 1)
    return 'P %.4f  R %.4f  F1 %.4f' % (p, r, 2 * p * r / max(p + r, 1e-9))

def main():
    binary, tool, shared = sys.argv[1:4]
    rows, wanted = read(binary, tool, shared)
    print('decisions of the program   ', f1(rows, [r['decision'] for r in rows], wanted))
    unseen = {}
    for k in range(FOLDS):
        weights = fit([r for r in rows if fold_of(r['article']) != k])
        unseen.update((at, score_row(weights, r) > 0) for at, r in enumerate(rows) if fold_of(r['article']) == k)
    weights = fit(rows)
    print('weights, articles fitted to', f1(rows, [score_row(weights, r) > 0 for r in rows], wanted))
    print('weights, articles not seen ', f1(rows, [unseen[at] for at in range(len(rows))], wanted))
    held = collections.Counter(name for r in rows for name in r['view'])
    print('BIAS %d' % round(100 * weights['']))
    for name in held:
        print('%5d  %s (%d)' % (round(100 * weights.get(name, 0.0)), name, held[name]))

if __name__ == '__main__':
    main()
