#include "quote/caseless.h"

#define REACH_MOST 40      /* tokens between a cue and what belongs to it */
#define NAME_TOKENS_MOST 6 /* of one ideograph each; words where there are blanks */

struct around {
	struct document *document;
	const struct quoted_span *span;
	uint32_t first, end; /* of the sentence */
};

static bool is_skipped(const struct document *document, uint32_t at)
{
	return token_flagged(document, at, TOKEN_PUNCTUATION & ~TOKEN_MARK) ||
	       token_has(document, at, WORD_ADVERB | WORD_TIME | WORD_QUOTATIVE | WORD_THAT | WORD_TOPIC);
}

/* Is this token a bare word: no class of the table, no sign? */
static bool is_bare(const struct document *document, uint32_t at)
{
	const struct token *token = token_at(document, at);

	return (token->flags & TOKEN_WORD) && !(token->flags & TOKEN_DIGIT) && token->span == NO_SPAN &&
	       token->classes == 0;
}

/* A particle that was cut off the word before it. */
static bool is_glued(const struct document *document, uint32_t at)
{
	return token_has(document, at, WORD_TOPIC) && !token_flagged(document, at, TOKEN_SPACE_BEFORE) &&
	       document->language->script == SCRIPT_HANGUL;
}

static struct phrase name_of(
	struct around *around, uint32_t first, uint32_t end, uint32_t role_first, uint32_t role_end)
{
	uint32_t least = around->document->language->is_unspaced ? 2 : 1;
	uint32_t run;

	if (end < first + least || end - first > NAME_TOKENS_MOST)
		return (struct phrase){0};
	run = document_add_name(around->document, around->span->passage, first, end);
	return (struct phrase){PHRASE_NAME, first, end, run, role_first, role_end};
}

/* Name and role that end before `end`: 校长王小明, 山本花子知事, 박서연 교수. */
static struct phrase source_before(struct around *around, uint32_t end, uint32_t floor)
{
	const struct document *document = around->document;
	uint32_t at = end, name_end, role_end;

	while (at > floor && is_skipped(document, at - 1))
		at--;
	role_end = at;
	while (at > floor && token_has(document, at - 1, WORD_ROLE))
		at--;
	if (at > floor && token_has(document, at - 1, WORD_PRONOUN))
		return (struct phrase){PHRASE_PRONOUN, at - 1, at, NO_NAME, at, at};
	if (at < role_end) { /* the role stands after the name */
		uint32_t role = at, most = document->language->is_unspaced ? NAME_TOKENS_MOST : 1;

		name_end = at;
		if (at > floor + 1 && is_glued(document, at - 1)) /* 이지은: its end looks like a particle */
			at--;
		while (at > floor && name_end - at < most + (at < name_end) && is_bare(document, at - 1))
			at--;
		return name_of(around, at, name_end, role, role_end);
	}
	name_end = at;
	while (at > floor && name_end - at < NAME_TOKENS_MOST && is_bare(document, at - 1))
		at--;
	role_end = at;
	while (at > floor && token_has(document, at - 1, WORD_ROLE))
		at--;
	return name_of(around, role_end, name_end, at, role_end);
}

/* A word with the Arabic article: after two words without it no part of a name. */
static bool has_article(const struct document *document, uint32_t at)
{
	return str_starts_with(token_text(token_at(document, at)), STR("ال"));
}

/* Role and name after the cue, as Arabic has them: قال المدير كريم نصار. */
static struct phrase source_after(struct around *around, uint32_t at, uint32_t limit)
{
	const struct document *document = around->document;
	uint32_t role = at, name;

	while (at < limit && token_has(document, at, WORD_ROLE))
		at++;
	name = at;
	if (at == role && at < limit && token_has(document, at, WORD_PRONOUN))
		return (struct phrase){PHRASE_PRONOUN, at, at + 1, NO_NAME, at, at};
	while (at < limit && at - name < 3 && is_bare(document, at) &&
		!(at == name + 2 && has_article(document, at) && !has_article(document, at - 1)))
		at++;
	return name_of(around, name, at, role, name);
}

static uint32_t cue_before(const struct around *around)
{
	const struct document *document = around->document;

	for (uint32_t at = around->span->outer_first;
		at > around->first && around->span->outer_first - at < REACH_MOST; at--)
		if (token_at(document, at - 1)->span != NO_SPAN)
			break;
		else if (token_has(document, at - 1, FRAME_SPEECH))
			return at - 1;
	return NO_TOKEN;
}

static uint32_t cue_after(const struct around *around)
{
	const struct document *document = around->document;

	for (uint32_t at = around->span->outer_end;
		at < around->end && at - around->span->outer_end < REACH_MOST; at++)
		if (token_at(document, at)->span != NO_SPAN)
			at = document->spans.items[token_at(document, at)->span].outer_end - 1;
		else if (token_has(document, at, FRAME_SPEECH))
			return at;
	return NO_TOKEN;
}

static struct attribution found(enum pattern pattern, struct phrase source, uint32_t cue)
{
	return (struct attribution){.pattern = source.kind == PHRASE_NONE ? PATTERN_NONE : pattern,
		.source = source,
		.cue_first = cue,
		.cue_end = cue + 1,
		.entity = NO_ENTITY};
}

/* 山本氏によると, بحسب ليلى حداد: the words that name the source, and who it is. */
static struct attribution according(struct around *around)
{
	const struct document *document = around->document;
	enum script script = document->language->script;
	bool is_before = script == SCRIPT_ARABIC || script == SCRIPT_HAN;

	for (uint32_t at = around->span->outer_first;
		at > around->first && around->span->outer_first - at < REACH_MOST; at--) {
		struct phrase source;

		if (token_at(document, at - 1)->span != NO_SPAN)
			break;
		if (!token_has(document, at - 1, WORD_ACCORDING))
			continue;
		source = is_before ? source_after(around, at, around->span->outer_first)
				   : source_before(around, at - 1, around->first);
		return found(PATTERN_ACCORDING, source, at - 1);
	}
	return (struct attribution){.entity = NO_ENTITY};
}

static struct attribution from_left(struct around *around, uint32_t cue)
{
	bool verb_first = around->document->language->script == SCRIPT_ARABIC;
	struct phrase source;

	while (!verb_first && cue > around->first && token_has(around->document, cue - 1, FRAME_SPEECH))
		cue--; /* 警告说 */
	source = verb_first ? source_after(around, cue + 1, around->span->outer_first)
			    : source_before(around, cue, around->first);
	return found(PATTERN_BEFORE, source, cue);
}

static struct attribution from_right(struct around *around, uint32_t cue)
{
	const struct document *document = around->document;
	struct phrase source = {0};

	if (document->language->script == SCRIPT_ARABIC)
		return found(PATTERN_CUE_SUBJECT, source_after(around, cue + 1, around->end), cue);
	source = source_before(around, cue, around->span->outer_end); /* 「…」と市長は述べた */
	if (source.kind == PHRASE_NONE)
		source = source_before(around, around->span->outer_first, around->first);
	return found(PATTERN_SUBJECT_CUE, source, cue);
}

/* X は「…」と…した: the particle after the marks tells of speech whatever the verb is. */
static struct attribution from_particle(struct around *around)
{
	uint32_t at = around->span->outer_end;

	if (at >= around->end || !token_has(around->document, at, WORD_QUOTATIVE) ||
		around->span->outer_first == around->first ||
		!token_has(around->document, around->span->outer_first - 1, WORD_TOPIC))
		return (struct attribution){.entity = NO_ENTITY};
	return found(
		PATTERN_SUBJECT_CUE, source_before(around, around->span->outer_first, around->first), at);
}

struct attribution attribute_caseless(
	struct document *document, uint32_t index, const struct attribution *done)
{
	const struct quoted_span *span = &document->spans.items[index];
	const struct sentence *sentence = &document->sentences.items[span->sentence];
	struct around around = {document, span, sentence->first, sentence->end};
	uint32_t before = cue_before(&around), after = cue_after(&around);
	struct attribution result = according(&around);

	if (!result.pattern && before != NO_TOKEN)
		result = from_left(&around, before);
	if (!result.pattern && after != NO_TOKEN)
		result = from_right(&around, after);
	if (!result.pattern)
		result = from_particle(&around);
	if (!result.pattern && index > document->passages.items[span->passage].first_span &&
		done[index - 1].pattern) {
		result = done[index - 1];
		result.pattern = after == NO_TOKEN ? PATTERN_CONTINUED : PATTERN_INTERRUPTED;
		result.cue_first = after == NO_TOKEN ? 0 : after;
		result.cue_end = after == NO_TOKEN ? 0 : after + 1;
	}
	if (!result.pattern)
		result.cue_first = result.cue_end = 0;
	return result;
}
