#!/bin/sh
# corpora.sh BINARY SHARED: reads every file of the corpora, feeds with the type and the base that the case names, pages
# and annotated articles. Made for a binary with sanitizers (`make VARIANT=asan all`): fails when one of them speaks, when
# a process ends with more than 1, or when an answer is missing. What the answers say is the scorers' business.
set -u
binary=$1
shared=$2
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT
ASAN_OPTIONS=log_path=$log/report UBSAN_OPTIONS=print_stacktrace=1:log_path=$log/report
export ASAN_OPTIONS UBSAN_OPTIONS

python3 - "$binary" "$shared/corpora" "$log" <<'END' || exit 1
import collections, glob, gzip, json, os, subprocess, sys

binary, corpora, log = sys.argv[1:]
groups = collections.defaultdict(set)  # by the options that go before the files

def keep(name, data):
    path = os.path.join(log, name)
    with open(path, "wb") as file:
        file.write(data)
    return path

for line in open(corpora + "/feeds/cases.ndjson"):
    case = json.loads(line)
    options = [o for key in ("type", "base") if case[key] for o in ("--" + key, case[key])]
    groups[tuple(options)].add(corpora + "/feeds/files/" + case["file"])
for number, path in enumerate(sorted(glob.glob(corpora + "/pages/**/*.html.gz", recursive=True))):
    groups["--type", "text/html"].add(keep("page-%d" % number, gzip.open(path).read()))
for path in sorted(glob.glob(corpora + "/quotes/*.ndjson")):
    for number, line in enumerate(open(path)):
        text = json.loads(line).get("text")
        if text:
            name = "%s-%d" % (os.path.basename(path), number)
            groups["--type", "text/plain; charset=utf-8"].add(keep(name, text.encode()))
for path in sorted(glob.glob(corpora + "/quotes/**/*.txt", recursive=True)):
    groups["--type", "text/plain; charset=utf-8"].add(path)

read = bad = 0
for options, files in groups.items():
    files = sorted(files)
    for start in range(0, len(files), 200):
        some = files[start:start + 200]
        run = subprocess.run([binary, "parse", *options, *some], stdout=subprocess.PIPE, timeout=600)
        answers = run.stdout.count(b"\n") - run.stdout.count(b'"code":"not-found"')
        read += answers
        if run.returncode not in (0, 1) or answers != len(some):
            bad += 1
            print("corpora: exit status %d, %d answers for %d files, the first %s" %
                  (run.returncode, answers, len(some), some[0]))
print("corpora: %d files read, %d failures" % (read, bad))
sys.exit(bad > 0)
END
! cat "$log"/report.* 2>/dev/null
