#include "dateline/quote/quote.h"

#include "dateline/base/limits.h"
#include "quote/caseless.h"
#include "quote/caseless_reports.h"
#include "quote/detect.h"
#include "quote/explain.h"
#include "quote/indirect.h"
#include "quote/resolve.h"

#include <stdlib.h>

#define BYTES_PER_TOKEN 5 /* of ordinary text: room is made for so many tokens at once */

struct finder {
	struct document document;
	struct article *article;
	struct arena *arena;
	struct attribution *attributions; /* one for each quoted span */
	struct report_list reports;
	struct memory memory;
};

static bool may_hold_quotes(const struct block *block)
{
	return (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_BLOCKQUOTE ||
		       block->kind == BLOCK_LIST_ITEM) &&
	       block->text.length > 0 && block->text.length < UINT32_MAX;
}

/* A block quotation is one span, without the marks that may stand around it. */
static void find_block(struct document *document, uint32_t index)
{
	struct passage *passage = &document->passages.items[index];
	uint32_t first = passage->first, end = passage->end;
	bool marked = end > first + 2 && (token_at(document, first)->flags & TOKEN_MARK) &&
		      (token_at(document, end - 1)->flags & TOKEN_MARK);

	passage->first_span = (uint32_t)document->spans.count;
	document_add_span(document, index, first, end, first + marked, end - marked);
	passage->end_span = (uint32_t)document->spans.count;
}

static void find_spans(struct document *document, uint32_t index)
{
	struct passage *passage = &document->passages.items[index];

	if (passage->label_end) {
		passage->first_span = (uint32_t)document->spans.count;
		document_add_span(
			document, index, passage->label_end, passage->end, passage->label_end, passage->end);
		passage->end_span = (uint32_t)document->spans.count;
		return;
	}
	if (passage->is_block) {
		find_block(document, index);
		return;
	}
	if (document_read_dialogue(document, index))
		return;
	document_pair_marks(document, index);
	document_break_spans(document, index);
}

/* Reads the words of all passages; false when neither a mark, a cue nor a label is among them. */
static bool read_tokens(struct finder *finder)
{
	struct document *document = &finder->document;
	bool has_block = false;

	for (size_t i = 0; i < finder->article->blocks.count; i++) {
		const struct block *block = &finder->article->blocks.items[i];
		struct passage *passage;

		if (!may_hold_quotes(block))
			continue;
		if (document->tokens.count >= WORDS_MOST)
			break;
		passage = LIST_PUSH(document->scratch, &document->passages);
		passage->block = i;
		passage->text = block->text;
		passage->is_block = block->kind == BLOCK_BLOCKQUOTE;
		has_block = has_block || passage->is_block;
		document_read_tokens(document, passage);
	}
	if (document->tokens.count >= WORDS_MOST)
		warnings_add(document->warnings, 0,
			"quotations are looked for in the first %d words of an article", WORDS_MOST);
	return has_block || (document->seen_flags & (TOKEN_MARK | TOKEN_COLON)) ||
	       (document->seen_classes & (FRAME_SPEECH | WORD_ACCORDING));
}

#define SHORT_SPAN_WORDS 3
#define LONG_SPAN_WORDS 10
#define FEW_LONG_SPANS 2   /* at most */
#define MANY_SHORT_SPANS 8 /* at least */

static uint32_t words_of_span(const struct document *document, const struct quoted_span *span)
{
	uint32_t words = 0;

	for (uint32_t i = span->first; i < span->end && words < LONG_SPAN_WORDS; i++)
		words += token_flagged(document, i, TOKEN_WORD);
	return words;
}

/* Is it an article of titles and single words in marks, or one of speech? */
static void measure_spans(struct document *document)
{
	unsigned shorts = 0, longs = 0;

	for (size_t i = 0;
		i < document->spans.count && (longs <= FEW_LONG_SPANS || shorts < MANY_SHORT_SPANS); i++) {
		uint32_t words = words_of_span(document, &document->spans.items[i]);

		shorts += words <= SHORT_SPAN_WORDS;
		longs += words == LONG_SPAN_WORDS;
	}
	document->has_few_long_spans = longs <= FEW_LONG_SPANS;
	document->has_many_short_spans = shorts >= MANY_SHORT_SPANS;
}

static void read_spans(struct document *document)
{
	document_read_transcript(document);
	for (uint32_t i = 0; i < document->passages.count; i++)
		find_spans(document, i);
	for (uint32_t i = 0; i < document->passages.count; i++)
		document_cut_sentences(document, i);
	measure_spans(document);
}

static struct str slice_of(
	const struct finder *finder, const struct passage *passage, uint32_t first, uint32_t end)
{
	const struct document *document = &finder->document;
	size_t start, stop;

	if (first >= end)
		return STR_NONE;
	start = token_start(passage, token_at(document, first));
	stop = token_start(passage, token_at(document, end - 1)) +
	       token_core(token_at(document, end - 1)).length;
	return str_slice(passage->text, start, stop);
}

static const struct passage *passage_of(const struct document *document, uint32_t token)
{
	size_t low = 0, high = document->passages.count;

	while (low + 1 < high) {
		size_t middle = (low + high) / 2;

		if (document->passages.items[middle].first <= token)
			low = middle;
		else
			high = middle;
	}
	return &document->passages.items[low];
}

/* ODA HALE: the name of a label, as people write it. */
static struct str title_case(const struct finder *finder, struct str name)
{
	char *text = arena_alloc(finder->arena, name.length);
	bool inside = false;

	for (size_t i = 0; i < name.length; i++) {
		text[i] = inside ? ascii_lower(name.data[i]) : name.data[i];
		inside = ascii_is_alpha(name.data[i]) || (unsigned char)name.data[i] >= 0x80;
	}
	return (struct str){text, name.length};
}

static struct str name_of(const struct finder *finder, uint32_t entity)
{
	const struct document *document = &finder->document;
	const struct name_run *run = &document->runs.items[document->entities.items[entity].run];
	uint32_t first = run_has_lasting_title(document, run) ? run->lead : run->first;
	struct str name = slice_of(finder, &document->passages.items[run->passage], first, run->end);

	return run->is_label ? title_case(finder, name) : name;
}

/* Both names, in the order of the text. */
static struct str names_of_two(const struct finder *finder, const struct attribution *attribution)
{
	const struct name_run *other = &finder->document.runs.items[attribution->partner - 1];
	struct str name = name_of(finder, attribution->entity), partner = name_of(finder, other->entity);
	bool is_first = other->first < attribution->source.first;

	return arena_printf(finder->arena, "%.*s and %.*s", STR_ARG(is_first ? partner : name),
		STR_ARG(is_first ? name : partner));
}

static struct str speaker_of(const struct finder *finder, const struct attribution *attribution)
{
	const struct document *document = &finder->document;
	const struct phrase *source = &attribution->source;

	if (attribution->entity != NO_ENTITY)
		return attribution->partner ? names_of_two(finder, attribution)
					    : name_of(finder, attribution->entity);
	if (source->kind == PHRASE_COMMON && token_has(document, source->end - 1, WORD_ORGANISATION) &&
		token_flagged(document, source->first, TOKEN_CAPITAL) &&
		!token_has(document, source->first, WORD_DETERMINER))
		return slice_of(finder, passage_of(document, source->first), source->first, source->end);
	return STR_NONE;
}

/* a timber merchant with three cases and *a rice cooker*: is what stands next to the cue the end of more? */
static bool describes_more(const struct entity *entity, const struct phrase *source)
{
	return entity->role_first <= source->role_first && source->role_end <= entity->role_end;
}

/* An article alone describes nobody, nor does an adverb that was taken for the subject: часто, siempre. */
static bool describes_somebody(const struct document *document, const struct phrase *source)
{
	uint32_t first = source->role_first;

	if (first + 1 != source->role_end)
		return first < source->role_end;
	if (token_has(document, first, WORD_DETERMINER | WORD_ADVERB | WORD_NEGATION | WORD_TIME))
		return false;
	return document->language->has_english_syntax || document->language->is_caseless ||
	       token_flagged(document, first, TOKEN_CAPITAL) ||
	       token_has(document, first,
		       WORD_ROLE | WORD_ORGANISATION | WORD_HEARER | WORD_NATION | WORD_PLURAL);
}

static struct str role_of(struct finder *finder, const struct attribution *attribution, bool has_speaker)
{
	const struct document *document = &finder->document;
	const struct phrase *source = &attribution->source;
	const struct entity *entity =
		attribution->entity == NO_ENTITY ? NULL : &document->entities.items[attribution->entity];

	if (attribution->partner)
		return STR_NONE; /* the text describes one of the two */
	if (source->kind == PHRASE_COMMON && !has_speaker && describes_somebody(document, source))
		return slice_of(finder, passage_of(document, source->role_first), source->role_first,
			source->role_end);
	if (phrase_has_role(document, source) && !(entity && describes_more(entity, source)) &&
		source->kind != PHRASE_PRONOUN &&
		!(has_speaker && source->kind == PHRASE_COMMON && attribution->entity == NO_ENTITY))
		return slice_of(finder, passage_of(document, source->role_first), source->role_first,
			source->role_end);
	if (!entity || !tokens_are_role(document, entity->role_first, entity->role_end))
		return STR_NONE;
	return slice_of(finder, &document->passages.items[entity->role_passage], entity->role_first,
		entity->role_end);
}

static void fill_mention(const struct finder *finder, const struct attribution *attribution,
	struct quote *quote, struct str *text)
{
	const struct document *document = &finder->document;
	const struct phrase *source = &attribution->source;
	const struct passage *passage;
	uint32_t first = source->kind == PHRASE_NAME ? document->runs.items[source->run].lead : source->first;
	uint32_t end = source->end;

	if (source->first >= source->end)
		return;
	if (attribution->partner) {
		const struct name_run *other = &document->runs.items[attribution->partner - 1];

		first = other->lead < first ? other->lead : first;
		end = other->end > end ? other->end : end;
	}
	passage = passage_of(document, source->first);
	*text = slice_of(finder, passage, first, end);
	quote->mention.is_known = true;
	quote->mention.block = passage->block;
	quote->mention.start = (size_t)(text->data - passage->text.data);
	quote->mention.end = quote->mention.start + text->length;
}

static void fill_source(struct finder *finder, const struct attribution *attribution, struct quote *quote)
{
	struct str mention = STR_NONE;

	if (attribution->pattern != PATTERN_NONE &&
		(attribution->source.kind != PHRASE_NONE || attribution->pattern == PATTERN_ANSWER)) {
		quote->speaker = speaker_of(finder, attribution);
		quote->role = role_of(finder, attribution, quote->speaker.data != NULL);
		quote->is_certain = attribution->is_certain && quote->speaker.data;
		if (attribution->cue_first < attribution->cue_end)
			quote->cue = slice_of(finder, passage_of(&finder->document, attribution->cue_first),
				attribution->cue_first, attribution->cue_end);
		fill_mention(finder, attribution, quote, &mention);
	}
	quote->reason = attribution_explain(attribution, quote->cue, mention, quote->speaker, finder->arena);
}

static struct quote *add_quote(
	struct finder *finder, enum quote_kind kind, const struct passage *passage, size_t start, size_t end)
{
	struct quote *quote = LIST_PUSH(finder->arena, &finder->article->quotes);

	quote->kind = kind;
	quote->block = passage->block;
	quote->start = start;
	quote->end = end;
	quote->text = str_slice(passage->text, start, end);
	return quote;
}

static bool is_continuation(const struct finder *finder, uint32_t index)
{
	const struct document *document = &finder->document;

	return index > 0 &&
	       index == document->passages.items[document->spans.items[index].passage].first_span &&
	       document->spans.items[index - 1].goes_on &&
	       document->spans.items[index - 1].passage + 1 == document->spans.items[index].passage;
}

static void emit_spans(struct finder *finder, const struct passage *passage)
{
	const struct document *document = &finder->document;

	for (uint32_t i = passage->first_span; i < passage->end_span; i++) {
		const struct quoted_span *span = &document->spans.items[i];
		const struct attribution *attribution = &finder->attributions[i];
		enum quote_kind kind = passage->is_block                          ? QUOTE_BLOCK
				       : span_is_direct(document, i, attribution) ? QUOTE_DIRECT
										  : QUOTE_MIXED;
		struct quote *quote;

		if (!passage->is_block && !span_is_quotation(document, i, attribution))
			continue;
		quote = add_quote(finder, kind, passage, span->start_byte, span->end_byte);
		quote->continues = is_continuation(finder, i);
		fill_source(finder, attribution, quote);
	}
}

static void resolve(struct finder *finder, struct attribution *attribution)
{
	if (attribution->pattern == PATTERN_ANSWER) {
		attribution->entity = finder->memory.interviewed;
		return;
	}
	resolve_source(&finder->document, attribution, &finder->memory);
	if (attribution->entity != NO_ENTITY && attribution->cue_first < attribution->cue_end)
		finder->memory.last_speaker = attribution->entity;
}

static void emit_report(struct finder *finder, const struct passage *passage, const struct report *report)
{
	const struct token *last = token_at(&finder->document, report->end - 1);
	struct quote *quote = add_quote(finder, QUOTE_INDIRECT, passage,
		token_start(passage, token_at(&finder->document, report->first)),
		token_start(passage, last) + last->length);

	fill_source(finder, &report->attribution, quote);
}

static void find_reports(struct finder *finder, const struct passage *passage, uint32_t sentence)
{
	struct document *document = &finder->document;
	uint32_t index = (uint32_t)(passage - document->passages.items);

	if (document->language->is_caseless)
		reports_find_caseless(document, index, sentence, finder->attributions, &finder->reports);
	else
		reports_find(document, sentence, finder->attributions, &finder->reports);
}

/* Reads one sentence: its quoted spans from *span on, and what it reports without marks. */
static void read_sentence(
	struct finder *finder, const struct passage *passage, uint32_t index, uint32_t *span)
{
	struct document *document = &finder->document;
	uint32_t topic = NO_ENTITY;
	size_t before = finder->reports.count;

	for (; *span < passage->end_span && document->spans.items[*span].sentence == index; ++*span) {
		struct attribution *attribution = &finder->attributions[*span];

		*attribution = document->language->is_caseless
				       ? attribute_caseless(document, *span, finder->attributions)
				       : attribute_span(document, *span, finder->attributions);
		if (attribution->pattern != PATTERN_CONTINUED &&
			attribution->pattern != PATTERN_REPEATED_MARK &&
			attribution->pattern != PATTERN_INTERRUPTED)
			resolve(finder, attribution);
		if (topic == NO_ENTITY)
			topic = attribution->entity;
	}
	if (passage->seen_classes & REPORTING_CLASSES)
		find_reports(finder, passage, index);
	for (size_t i = before; i < finder->reports.count; i++) {
		resolve(finder, &finder->reports.items[i].attribution);
		if (topic == NO_ENTITY)
			topic = finder->reports.items[i].attribution.entity;
	}
	memory_add_sentence(&finder->memory, topic);
}

static int compare_quotes(const void *a, const void *b)
{
	const struct quote *first = a, *second = b;

	if (first->start != second->start)
		return first->start < second->start ? -1 : 1;
	return first->end < second->end ? 1 : first->end > second->end ? -1 : 0;
}

static bool is_person(const struct entity *entity)
{
	return entity->kind == ENTITY_PERSON;
}

static bool is_unknown(const struct entity *entity)
{
	return entity->kind == ENTITY_UNKNOWN;
}

static bool has_given_name(const struct entity *entity)
{
	return (is_person(entity) || is_unknown(entity)) && (entity->male || entity->female);
}

/* Of the names before a token, the one that stands there most often, and first, and that is such an entity.
 */
static uint32_t find_most_named(
	const struct finder *finder, uint32_t before, bool (*is_such)(const struct entity *))
{
	const struct document *document = &finder->document;
	uint32_t best = NO_ENTITY;
	uint32_t *counts = arena_array(document->scratch, document->entities.count, sizeof *counts);

	for (size_t i = 0; i < document->runs.count && document->runs.items[i].first < before; i++)
		counts[document->runs.items[i].entity]++;
	for (size_t i = 0; i < document->runs.count && document->runs.items[i].first < before; i++) {
		uint32_t index = document->runs.items[i].entity;
		const struct entity *entity = &document->entities.items[index];

		if (is_such(entity) && !entity->is_single &&
			(best == NO_ENTITY || counts[index] > counts[best]))
			best = index;
	}
	return best;
}

static uint32_t find_person_before(const struct finder *finder, uint32_t before)
{
	static bool (*const surest_first[])(const struct entity *) = {has_given_name, is_person, is_unknown};
	uint32_t person = NO_ENTITY;

	for (size_t i = 0; i < COUNT_OF(surest_first) && person == NO_ENTITY; i++)
		person = find_most_named(finder, before, surest_first[i]);
	return person;
}

/* Whom an interview is with: who is named before its first question, which is the paragraph before its first
 * answer; else who is named in that. */
static uint32_t find_interviewed(struct finder *finder, const struct passage *answer)
{
	const struct passage *question = answer - (answer > finder->document.passages.items);
	uint32_t person;

	person = find_person_before(finder, question->first);
	return person == NO_ENTITY ? find_person_before(finder, answer->first) : person;
}

static void read_passage(struct finder *finder, const struct passage *passage)
{
	uint32_t span = passage->first_span;

	if (passage->is_answer && finder->memory.interviewed == NO_ENTITY)
		finder->memory.interviewed = find_interviewed(finder, passage);
	for (uint32_t i = passage->first_sentence; i < passage->end_sentence; i++)
		read_sentence(finder, passage, i, &span);
}

/* Adds the quotes of one passage in the order of the text; *report goes on to the next passage. */
static void emit_passage(struct finder *finder, const struct passage *passage, size_t *report)
{
	struct quote_list *quotes = &finder->article->quotes;
	size_t before = quotes->count;

	for (; *report < finder->reports.count && finder->reports.items[*report].first < passage->end;
		++*report)
		emit_report(finder, passage, &finder->reports.items[*report]);
	emit_spans(finder, passage);
	if (quotes->count > before + 1)
		qsort(quotes->items + before, quotes->count - before, sizeof *quotes->items, compare_quotes);
}

/* A quotation over several paragraphs whose speaker a later one names. */
static void take_from_later_paragraphs(struct finder *finder)
{
	const struct span_list_of_quotes *spans = &finder->document.spans;

	for (size_t i = spans->count; i-- > 1;) {
		struct attribution *earlier = &finder->attributions[i - 1];

		if (!spans->items[i - 1].goes_on || earlier->pattern || !finder->attributions[i].pattern ||
			spans->items[i - 1].passage + 1 != spans->items[i].passage)
			continue;
		*earlier = finder->attributions[i];
		earlier->pattern = PATTERN_REPEATED_MARK;
		earlier->cue_first = earlier->cue_end = 0;
	}
}

/* Only when the whole article is read is it known who in it is a person. */
static void emit_quotes(struct finder *finder)
{
	const struct passage_list *passages = &finder->document.passages;
	size_t report = 0;

	take_from_later_paragraphs(finder);
	for (size_t i = 0; i < passages->count; i++)
		emit_passage(finder, &passages->items[i], &report);
}

/* The longest of the first paragraphs: what the language is told by. */
static struct str sample_of(const struct article *article)
{
	struct str sample = STR("");

	for (size_t i = 0; i < article->blocks.count && i < 20; i++)
		if (may_hold_quotes(&article->blocks.items[i]) &&
			article->blocks.items[i].text.length > sample.length)
			sample = article->blocks.items[i].text;
	return sample;
}

static size_t text_bytes(const struct article *article)
{
	size_t bytes = 0;

	for (size_t i = 0; i < article->blocks.count; i++)
		bytes += article->blocks.items[i].text.length;
	return bytes;
}

void quote_memory_finish(struct quote_memory *memory)
{
	arena_finish(&memory->arena);
	*memory = (struct quote_memory){0};
}

/* Reads the whole article and adds its quotes; false when it can have none. */
static bool finder_read(struct finder *finder, struct article *article, struct arena *arena,
	struct arena *scratch, struct quote_memory *memory, struct warnings *warnings)
{
	struct document *document = &finder->document;

	*finder = (struct finder){.article = article,
		.arena = arena,
		.memory = {.last_speaker = NO_ENTITY, .interviewed = NO_ENTITY}};
	article->quotes = (struct quote_list){0};
	*document = (struct document){.article = article, .scratch = scratch, .warnings = warnings};
	document->language = language_choose(article->language, sample_of(article), memory);
	document->lexicon = lexicon_of(memory, document->language);
	document->tokens.capacity = text_bytes(article) / BYTES_PER_TOKEN + 64;
	document->tokens.items =
		arena_alloc(scratch, document->tokens.capacity * sizeof *document->tokens.items);
	if (!read_tokens(finder))
		return false;
	read_spans(document);
	if (document->spans.count == 0 && !(document->seen_classes & REPORTING_CLASSES))
		return false;
	document_find_names(document);
	document_read_roles(document);
	finder->attributions = arena_array(scratch, document->spans.count + 1, sizeof *finder->attributions);
	finder->memory.sentences =
		arena_alloc(scratch, (document->sentences.count + 1) * sizeof *finder->memory.sentences);
	for (size_t i = 0; i < document->passages.count; i++)
		read_passage(finder, &document->passages.items[i]);
	if (document->spans.count >= QUOTES_MOST || finder->reports.count >= QUOTES_MOST)
		warnings_add(document->warnings, 0, "only the first %d quotations of an article are read",
			QUOTES_MOST);
	emit_quotes(finder);
	return true;
}

void quotes_find(struct article *article, struct arena *arena, struct arena *scratch,
	struct quote_memory *memory, struct warnings *warnings)
{
	struct finder finder;

	finder_read(&finder, article, arena, scratch, memory, warnings);
}
