#include "quote/caseless.h"

#include "quote/caseless_sources.h"

#define REACH_MOST 40 /* tokens between a cue and what belongs to it */

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

/* 山本氏によると, بحسب ليلى حداد: the words that name the source, and who it is; in Arabic also right behind
 * the quotation. */
static struct attribution according(struct around *around)
{
	const struct document *document = around->document;
	uint32_t after = around->span->outer_end;

	for (uint32_t at = around->span->outer_first;
		at > around->first && around->span->outer_first - at < REACH_MOST; at--)
		if (token_at(document, at - 1)->span != NO_SPAN)
			break;
		else if (token_has(document, at - 1, WORD_ACCORDING))
			return caseless_according(around, at - 1, around->span->outer_first);
	after += after < around->end && token_flagged(document, after, TOKEN_COMMA);
	return document->language->script == SCRIPT_ARABIC && after < around->end &&
			       token_has(document, after, WORD_ACCORDING)
		       ? caseless_according(around, after, around->end)
		       : (struct attribution){.entity = NO_ENTITY};
}

static struct attribution from_left(struct around *around, uint32_t cue)
{
	enum script script = around->document->language->script;
	struct phrase source;

	if (script == SCRIPT_ARABIC)
		return found(PATTERN_BEFORE,
			caseless_source_after(around, cue + 1, around->span->outer_first), cue);
	while (cue > around->first && token_has(around->document, cue - 1, FRAME_SPEECH))
		cue--; /* 警告说 */
	source = script == SCRIPT_HAN ? caseless_actor_before(around, cue)
				      : caseless_source_before(around, cue, around->first);
	return found(PATTERN_BEFORE, source, cue);
}

/* 「…」と市長は…, “…”고 박 시장은 …: the topic after the particle that follows the marks; NO_TOKEN when there
 * is none. */
static uint32_t topic_after(const struct around *around)
{
	const struct document *document = around->document;
	uint32_t at = around->span->outer_end,
		 limit = at + REACH_MOST < around->end ? at + REACH_MOST : around->end;

	if (at >= around->end || !token_has(document, at, WORD_QUOTATIVE))
		return NO_TOKEN;
	for (at++; at < limit && token_at(document, at)->span == NO_SPAN; at++)
		if (token_has(document, at, FRAME_SPEECH))
			return NO_TOKEN;
		else if (caseless_is_topic(document, at, around->end))
			return at;
	return NO_TOKEN;
}

static struct attribution from_right(struct around *around, uint32_t cue)
{
	const struct document *document = around->document;
	struct phrase source = {0};
	uint32_t topic = topic_after(around);

	if (document->language->script == SCRIPT_ARABIC)
		return found(PATTERN_CUE_SUBJECT, caseless_source_after(around, cue + 1, around->end), cue);
	source = caseless_source_before(
		around, topic == NO_TOKEN ? cue : topic, around->span->outer_end); /* 「…」と市長は述べた */
	if (source.kind == PHRASE_NONE)
		source = caseless_source_before(around, around->span->outer_first, around->first);
	return found(PATTERN_SUBJECT_CUE, source, cue);
}

/* X は計画を「…」と…した: the topic of the clause that the quotation stands in; NO_TOKEN when it has none. */
static uint32_t topic_before(const struct around *around)
{
	const struct document *document = around->document;
	uint32_t open = around->span->outer_first;

	for (uint32_t at = open; at > around->first && open - at < REACH_MOST; at--)
		if (token_at(document, at - 1)->span != NO_SPAN)
			break;
		else if (caseless_is_topic(document, at - 1, around->end))
			return at - 1;
	return NO_TOKEN;
}

/* Japanese and Korean mark who speaks by a particle: 「…」と X は…した, X は「…」と…した. The particle after
 * the marks tells of speech whatever the verb is. */
static struct attribution from_topic(struct around *around, uint32_t cue)
{
	const struct document *document = around->document;
	uint32_t at = around->span->outer_end, topic = topic_after(around);
	bool is_reported = at < around->end && token_has(document, at, WORD_QUOTATIVE);

	if (document->language->script == SCRIPT_HAN || document->language->script == SCRIPT_ARABIC ||
		(!is_reported && cue == NO_TOKEN))
		return (struct attribution){.entity = NO_ENTITY};
	if (topic != NO_TOKEN)
		return found(PATTERN_SUBJECT_CUE, caseless_source_before(around, topic, at),
			cue == NO_TOKEN ? at : cue);
	topic = topic_before(around);
	if (topic == NO_TOKEN)
		return (struct attribution){.entity = NO_ENTITY};
	return found(PATTERN_SUBJECT_CUE, caseless_source_before(around, topic, around->first),
		cue == NO_TOKEN ? at : cue);
}

/* 「…」。X はそう語った。「…」。そう話すのは X さんだ。: the next sentence says whose words these were. */
static struct attribution from_next_sentence(const struct document *document, struct around around)
{
	const struct passage *passage = &document->passages.items[around.span->passage];
	uint32_t next = around.span->sentence + 1, cue = NO_TOKEN, so;

	if (around.span->outer_first != around.first || next >= passage->end_sentence)
		return (struct attribution){.entity = NO_ENTITY};
	around.first = document->sentences.items[next].first;
	around.end = document->sentences.items[next].end;
	for (so = around.first; so < around.end && cue == NO_TOKEN && token_at(document, so)->span == NO_SPAN;
		so++)
		if (token_has(document, so, WORD_SUCH) && so + 1 < around.end &&
			token_has(document, so + 1, FRAME_SPEECH))
			cue = so + 1;
	if (cue == NO_TOKEN)
		return (struct attribution){.entity = NO_ENTITY};
	return found(PATTERN_CUE_SUBJECT,
		caseless_source_before(&around, cue - 1 > around.first ? cue - 1 : around.end, around.first),
		cue);
}

struct attribution attribute_caseless(
	struct document *document, uint32_t index, const struct attribution *done)
{
	const struct quoted_span *span = &document->spans.items[index];
	const struct sentence *sentence = &document->sentences.items[span->sentence];
	struct around around = {document, span, span->passage, sentence->first, sentence->end};
	uint32_t before = cue_before(&around), after = cue_after(&around);
	struct attribution result = according(&around);

	if (!result.pattern && before != NO_TOKEN)
		result = from_left(&around, before);
	if (!result.pattern)
		result = from_topic(&around, after);
	if (!result.pattern && after != NO_TOKEN)
		result = from_right(&around, after);
	if (!result.pattern)
		result = from_next_sentence(document, around);
	if (!result.pattern && index > document->passages.items[span->passage].first_span &&
		done[index - 1].pattern) {
		uint32_t cue = after == NO_TOKEN ? before : after, end = span->outer_end;

		if (cue == NO_TOKEN && end < sentence->end && token_has(document, end, WORD_QUOTATIVE))
			cue = end;

		result = done[index - 1];
		result.pattern = cue == NO_TOKEN ? PATTERN_CONTINUED : PATTERN_INTERRUPTED;
		result.cue_first = cue == NO_TOKEN ? 0 : cue;
		result.cue_end = cue == NO_TOKEN ? 0 : cue + 1;
	}
	if (!result.pattern)
		result.cue_first = result.cue_end = 0;
	return result;
}
