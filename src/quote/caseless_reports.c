#include "quote/caseless_reports.h"

#include "quote/caseless_sources.h"
#include "quote/clause.h"

#define CLAUSE_WORDS_LEAST 4 /* Japanese and Chinese have a word for each character */
#define KOREAN_WORDS_LEAST 2
#define ARABIC_WORDS_LEAST 3
#define BARE_CLAUSE_LEAST 6     /* of a Chinese clause that no comma parts from its cue */
#define LONG_CUE_BYTES 6        /* two ideographs: 表示, 指出 */
#define LEAD_TOKENS_MOST 20     /* subject and hearer between an Arabic cue and `that` */
#define PARTICLE_TOKENS_MOST 12 /* from the particle that ends what is said to its cue */

struct scan {
	struct around around;
	struct document *document;
	uint32_t from; /* what stands before was reported already */
	const struct attribution *done;
	struct report_list *reports;
};

static bool is_sign(const struct scan *scan, uint32_t at, uint32_t flags)
{
	return at < scan->around.end && is_outside(scan->document, at) &&
	       token_flagged(scan->document, at, flags);
}

static bool is_reporting(const struct scan *scan, uint32_t at)
{
	return at < scan->around.end && is_outside(scan->document, at) &&
	       token_has(scan->document, at, FRAME_CLAUSE);
}

static uint32_t words_least(const struct scan *scan)
{
	switch (scan->document->language->script) {
	case SCRIPT_HANGUL:
		return KOREAN_WORDS_LEAST;
	case SCRIPT_ARABIC:
		return ARABIC_WORDS_LEAST;
	default:
		return CLAUSE_WORDS_LEAST;
	}
}

/* 报道, 只要心中自: ideographs before a cue that show no sign of a name: neither a surname nor a role, and
 * not met before. */
static bool is_known(const struct scan *scan, const struct phrase *source)
{
	const struct document *document = scan->document;
	const struct entity *entity;

	if (source->kind != PHRASE_NAME || document->language->script == SCRIPT_ARABIC)
		return true;
	entity = &document->entities.items[document->runs.items[source->run].entity];
	return source->role_first < source->role_end || entity->role_first < entity->role_end ||
	       entity->mentions > 1 || document->language->script != SCRIPT_HAN ||
	       caseless_begins_with_surname(document, source->first, source->end);
}

/* Gives whether the words [first, end) are a report now. */
static bool add_report(struct scan *scan, enum pattern pattern, struct phrase source, uint32_t cue,
	uint32_t first, uint32_t end)
{
	const struct document *document = scan->document;

	end = clause_trim(document, first, end);
	if (source.kind == PHRASE_NONE || !is_known(scan, &source) ||
		!clause_has_words(document, first, end, words_least(scan)) ||
		clause_find_quotation(document, scan->done, first, end) < end)
		return false;
	clause_add_report(document, scan->reports, attribution(pattern, source, cue, cue + 1), first, end);
	return true;
}

static uint32_t find_sign(const struct scan *scan, uint32_t at, uint32_t flags)
{
	while (at < scan->around.end && !is_sign(scan, at, flags))
		at++;
	return at;
}

/* 说完, 称为, 说的: after a cue, what makes it another word. */
static bool makes_other_word(const struct document *document, uint32_t at)
{
	static const char others[] = "的完了过過话話着著起到出服明为為作法";
	struct str word = token_text(token_at(document, at));

	return word.length == 3 && str_find(str_from(others), word, 0) != STR_NPOS;
}

/* 市长王小明表示，… */
static uint32_t report_chinese(struct scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	uint32_t first = cue + 1, end = find_sign(scan, cue, TOKEN_SEMICOLON);
	bool is_parted;

	while (is_reporting(scan, first)) /* 警告说 */
		first++;
	is_parted = is_sign(scan, first, TOKEN_COMMA | TOKEN_COLON);
	first += is_parted;
	if (first >= end || !is_outside(document, first) ||
		(!is_parted && makes_other_word(document, first)) ||
		(!is_parted && (token_at(document, cue)->length < LONG_CUE_BYTES ||
				       !clause_has_words(document, first, end, BARE_CLAUSE_LEAST))))
		return cue;
	return add_report(scan, PATTERN_REPORT, caseless_actor_before(&scan->around, cue), cue, first, end)
		       ? end
		       : cue;
}

/* 내년에, 시장의: particles that are cut off as those of a subject are, but show none. */
static bool governs_place(const struct document *document, uint32_t at)
{
	struct str word = token_text(token_at(document, at));

	return str_equal(word, STR("에")) || str_equal(word, STR("의"));
}

/* 시장은, 市長は: the first particle of [at, limit) that shows a source, and that source. */
static struct phrase topic_among(struct scan *scan, uint32_t at, uint32_t limit, uint32_t *after)
{
	const struct document *document = scan->document;
	uint32_t floor = at;

	for (; at < limit; at++) {
		struct phrase source;

		if (!is_outside(document, at) || !caseless_is_topic(document, at, scan->around.end) ||
			governs_place(document, at))
			continue;
		source = caseless_source_before(&scan->around, at, floor);
		if (source.kind != PHRASE_NONE) {
			*after = at + 1;
			return source;
		}
	}
	return (struct phrase){0};
}

/* 다고, 라고: does a Korean word end in what makes it reported? */
static bool ends_report(const struct document *document, uint32_t at)
{
	static const char *const endings[] = {"다고", "라고", "자고", "냐고"};
	struct str word = token_text(token_at(document, at));

	for (size_t i = 0; i < COUNT_OF(endings); i++)
		if (str_ends_with(word, str_from(endings[i])))
			return true;
	return false;
}

/* 연다고 becomes 연다, 것이라고 becomes 것: the particle is no part of what was said. */
static void cut_particle(struct document *document, uint32_t at)
{
	struct token *token = &document->tokens.items[at];
	struct str whole = STR("이라고"), last = STR("고");

	if (str_ends_with(token_text(token), whole) && token->length > whole.length)
		token->length -= (uint32_t)whole.length;
	else
		token->length -= (uint32_t)last.length;
}

/* The particle before the cue that ends what is said; NO_TOKEN when none does. */
static uint32_t particle_before(const struct scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	bool is_korean = document->language->script == SCRIPT_HANGUL;

	for (uint32_t at = cue; at > scan->from && cue - at < PARTICLE_TOKENS_MOST; at--) {
		if (!is_outside(document, at - 1) || token_flagged(document, at - 1, TOKEN_STOP))
			return NO_TOKEN;
		if (is_korean ? ends_report(document, at - 1) : token_has(document, at - 1, WORD_QUOTATIVE))
			return at - 1;
		if (is_reporting(scan, at - 1))
			return NO_TOKEN;
	}
	return NO_TOKEN;
}

/* 市長は…と述べた, …と市長は述べた; 시장은 …다고 말했다 */
static uint32_t report_before_particle(struct scan *scan, uint32_t cue)
{
	struct document *document = scan->document;
	uint32_t particle = particle_before(scan, cue), first = scan->from, end;
	struct phrase source;

	if (particle == NO_TOKEN || particle == scan->from || !is_outside(document, particle - 1))
		return cue;
	source = topic_among(scan, particle + 1, cue, &end);
	if (source.kind == PHRASE_NONE)
		source = topic_among(scan, scan->from, particle, &first);
	first += is_sign(scan, first, TOKEN_COMMA);
	end = document->language->script == SCRIPT_HANGUL ? particle + 1 : particle;
	if (first >= end || !add_report(scan, PATTERN_REPORT, source, cue, first, end))
		return cue;
	if (document->language->script == SCRIPT_HANGUL)
		cut_particle(document, particle);
	return cue + 1;
}

/* The word for `that` which opens what an Arabic cue reports; NO_TOKEN when none does. */
static uint32_t that_after(const struct scan *scan, uint32_t cue)
{
	for (uint32_t i = cue + 1; i < scan->around.end && i < cue + LEAD_TOKENS_MOST; i++)
		if (!is_outside(scan->document, i) || is_reporting(scan, i))
			return NO_TOKEN;
		else if (token_has(scan->document, i, WORD_THAT))
			return i;
	return NO_TOKEN;
}

/* قال المدير إن … */
static uint32_t report_arabic(struct scan *scan, uint32_t cue)
{
	uint32_t that = that_after(scan, cue), end;
	struct phrase source;

	if (that == NO_TOKEN)
		return cue;
	source = caseless_source_after(&scan->around, cue + 1, that);
	if (source.kind == PHRASE_NONE)
		source = phrase_unsaid(cue + 1);
	for (end = that + 1; end < scan->around.end && !is_sign(scan, end, TOKEN_SEMICOLON) &&
			     !(is_sign(scan, end, TOKEN_COMMA) && is_reporting(scan, end + 1));)
		end++;
	return add_report(scan, PATTERN_REPORT, source, cue, that + 1, end) ? end : cue;
}

/* という, とのこと: the end of a Japanese sentence that says it is hearsay. */
static uint32_t without_hearsay(const struct scan *scan, uint32_t first, uint32_t end)
{
	const struct document *document = scan->document;
	uint32_t at;

	end = clause_trim(document, first, end);
	if (document->language->script != SCRIPT_KANA)
		return end;
	for (at = end; at > first && end - at < 5; at--)
		if (token_has(document, at - 1, WORD_QUOTATIVE) ||
			str_equal(token_text(token_at(document, at - 1)), STR("という")))
			return at - 1;
	return end;
}

/* 据市长王小明介绍，…; 市長によると、…; بحسب الوزيرة، … */
static uint32_t report_according(struct scan *scan, uint32_t at)
{
	const struct document *document = scan->document;
	uint32_t limit = find_sign(scan, at, TOKEN_COMMA), first = limit + 1;
	enum script script = document->language->script;
	struct phrase source = caseless_according(&scan->around, at, limit).source;
	bool opens = at <= scan->from + 1 || script == SCRIPT_KANA || script == SCRIPT_HANGUL ||
		     token_has(document, at, WORD_POSTPOSED);

	if (script == SCRIPT_KANA || script == SCRIPT_HANGUL)
		first = at + 1 + is_sign(scan, at + 1, TOKEN_COMMA);
	if (source.kind == PHRASE_NONE)
		return at;
	if (opens)
		return first < scan->around.end && add_report(scan, PATTERN_ACCORDING, source, at, first,
							   without_hearsay(scan, first, scan->around.end))
			       ? scan->around.end
			       : at;
	return is_sign(scan, at - 1, TOKEN_COMMA) &&
			       add_report(scan, PATTERN_ACCORDING, source, at, scan->from, at)
		       ? limit
		       : at;
}

static uint32_t report_at(struct scan *scan, uint32_t at)
{
	const struct document *document = scan->document;

	if (is_outside(document, at) && token_has(document, at, WORD_ACCORDING))
		return report_according(scan, at);
	if (!is_reporting(scan, at) ||
		clause_cue_is_taken(document, scan->done, scan->around.first, scan->around.end, at))
		return at;
	switch (document->language->script) {
	case SCRIPT_HAN:
		return report_chinese(scan, at);
	case SCRIPT_ARABIC:
		return report_arabic(scan, at);
	default:
		return report_before_particle(scan, at);
	}
}

void reports_find_caseless(struct document *document, uint32_t passage, uint32_t sentence,
	const struct attribution *done, struct report_list *reports)
{
	const struct sentence *words = &document->sentences.items[sentence];
	struct scan scan = {
		{document, NULL, passage, words->first, words->end}, document, words->first, done, reports};

	for (uint32_t i = words->first; i < words->end;) {
		uint32_t next = token_has(document, i, REPORTING_CLASSES) ? report_at(&scan, i) : i;

		scan.from = next > i ? next : scan.from;
		i = next > i ? next : i + 1;
	}
}
