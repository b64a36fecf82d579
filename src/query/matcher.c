#include "dateline/base/url.h"
#include "dateline/base/utf8.h"
#include "dateline/base/words.h"
#include "query/tree.h"

enum matcher_kind {
	MATCH_WORDS,    /* next to each other, or near */
	MATCH_KEY,      /* the folded name */
	MATCH_DOMAIN,   /* a host, and those below it */
	MATCH_LANGUAGE, /* a language tag, and those that begin with it */
	MATCH_EXACTLY,
	MATCH_REGEX,
};

struct query_matcher {
	enum matcher_kind kind;
	struct str_list words; /* folded */
	int64_t near;          /* -1: in order, next to each other */
	bool starts_open, ends_open;
	struct str key;
	const struct regex *regex;
};

/* ---- folding */

/* The next word of folded text, or the mark that stands for line ends before it. */
static bool next_word(struct str folded, size_t *offset, struct str *word)
{
	size_t start = *offset, line_end;

	if (!word_next(folded, offset, word))
		return false;
	line_end = str_find_char(str_slice(folded, 0, (size_t)(word->data - folded.data)), '\n', start);
	if (line_end == STR_NPOS)
		return true;
	*offset = (size_t)(word->data - folded.data);
	*word = STR(QUERY_INDEX_BREAK);
	return true;
}

void query_index_text(struct str text, struct buffer *out)
{
	struct arena scratch = {0};
	struct str folded = utf8_fold(&scratch, text), word;
	size_t offset = 0;

	while (next_word(folded, &offset, &word)) {
		if (out->length && out->data[out->length - 1] != ' ')
			buffer_add_char(out, ' ');
		buffer_add(out, word);
	}
	arena_finish(&scratch);
}

struct str query_fold_name(struct str name, struct arena *arena)
{
	struct str folded = utf8_collapse(arena, utf8_fold(arena, name));
	char *out = arena_alloc(arena, folded.length);
	size_t used = 0;

	if (folded.data == NULL)
		return folded;
	for (size_t i = 0; i < folded.length; i++) {
		char c = folded.data[i];

		if (c == '-' || c == '_')
			c = ' ';
		if ((c == ' ' || c == '#') && used == 0)
			continue;
		if (c != ' ' || out[used - 1] != ' ')
			out[used++] = c;
	}
	while (used && out[used - 1] == ' ')
		used--;
	return (struct str){out, used};
}

/* ---- making */

static void add_words(struct query_matcher *matcher, struct str text, struct arena *arena)
{
	struct str folded = utf8_fold(arena, text), word;
	size_t offset = 0;

	while (word_next(folded, &offset, &word))
		*LIST_PUSH(arena, &matcher->words) = word;
}

static enum matcher_kind choose_kind(
	enum query_field field, const struct query_value *value, bool is_whole_name)
{
	enum query_kind kind = query_field_info(field)->kind;

	if (value->kind == VALUE_REGEX)
		return MATCH_REGEX;
	switch (field) {
	case QUERY_SITE:
		return MATCH_DOMAIN;
	case QUERY_LANG:
		return value->starts_open || value->ends_open ? MATCH_KEY : MATCH_LANGUAGE;
	case QUERY_ID:
		return MATCH_EXACTLY;
	default:
		break;
	}
	if (kind == QUERY_KIND_NAME || value->starts_open || is_whole_name)
		return MATCH_KEY;
	if (kind == QUERY_KIND_NAME_TEXT && !word_is_any(value->text))
		return MATCH_KEY;
	return MATCH_WORDS;
}

struct query_matcher *matcher_for_text(
	enum query_field field, const struct query_value *value, bool is_whole_name, struct arena *arena)
{
	struct query_matcher *matcher = ARENA_NEW(arena, struct query_matcher);

	matcher->kind = choose_kind(field, value, is_whole_name);
	matcher->near = value->near;
	matcher->starts_open = value->starts_open;
	matcher->ends_open = value->ends_open;
	switch (matcher->kind) {
	case MATCH_WORDS:
		add_words(matcher, value->text, arena);
		break;
	case MATCH_DOMAIN:
		matcher->key = utf8_fold(arena, value->text);
		break;
	case MATCH_EXACTLY:
		matcher->key = value->text;
		break;
	case MATCH_KEY:
	case MATCH_LANGUAGE:
		matcher->key = query_fold_name(value->text, arena);
		break;
	case MATCH_REGEX:
		break;
	}
	return matcher;
}

struct query_matcher *matcher_for_regex(const struct regex *regex, struct arena *arena)
{
	struct query_matcher *matcher = ARENA_NEW(arena, struct query_matcher);

	matcher->kind = MATCH_REGEX;
	matcher->regex = regex;
	return matcher;
}

bool matcher_is_key(const struct query_matcher *matcher, struct str *key)
{
	*key = matcher->key;
	return matcher->kind == MATCH_KEY && !matcher->starts_open && !matcher->ends_open;
}

/* ---- words */

static bool is_word(const struct query_matcher *matcher, size_t index, struct str word)
{
	bool is_open = matcher->ends_open && index + 1 == matcher->words.count;

	return is_open ? str_starts_with(word, matcher->words.items[index])
		       : str_equal(word, matcher->words.items[index]);
}

static bool has_phrase_at(const struct query_matcher *matcher, const struct str_list *text, size_t at)
{
	for (size_t i = 0; i < matcher->words.count; i++)
		if (at + i >= text->count || !is_word(matcher, i, text->items[at + i]))
			return false;
	return true;
}

/* Every word stands among the `near` words before `at`, or at it. This is what NEAR of FTS5 means. */
static bool has_all_near(const struct query_matcher *matcher, const struct str_list *text, size_t at)
{
	size_t reach = (size_t)matcher->near + 1, first = at > reach ? at - reach : 0;

	for (size_t i = 0; i < matcher->words.count; i++) {
		size_t place = first;

		while (place <= at && !is_word(matcher, i, text->items[place]))
			place++;
		if (place > at)
			return false;
	}
	return true;
}

static bool accepts_words(const struct query_matcher *matcher, struct str text, struct arena *scratch)
{
	struct str folded = utf8_fold(scratch, text), word;
	struct str_list words = {0};
	size_t offset = 0;

	if (matcher->words.count == 0 || str_find(folded, matcher->words.items[0], 0) == STR_NPOS)
		return false;
	while (next_word(folded, &offset, &word))
		*LIST_PUSH(scratch, &words) = word;
	for (size_t at = 0; at < words.count; at++)
		if (matcher->near < 0 ? has_phrase_at(matcher, &words, at)
				      : has_all_near(matcher, &words, at))
			return true;
	return false;
}

/* ---- names */

static bool accepts_key(const struct query_matcher *matcher, struct str key)
{
	if (matcher->starts_open && matcher->ends_open)
		return str_find(key, matcher->key, 0) != STR_NPOS;
	if (matcher->starts_open)
		return str_ends_with(key, matcher->key);
	if (matcher->ends_open)
		return str_starts_with(key, matcher->key);
	return str_equal(key, matcher->key);
}

/* `mark` parts the levels: a host is of "bbc.co.uk" when it ends in ".bbc.co.uk", a language of "en" when it
 * begins with "en ". */
static bool accepts_levels(struct str whole, struct str part, char mark, bool at_end)
{
	size_t rest;

	if (!(at_end ? str_ends_with(whole, part) : str_starts_with(whole, part)))
		return false;
	rest = whole.length - part.length;
	return rest == 0 || whole.data[at_end ? rest - 1 : part.length] == mark;
}

static bool accepts(const struct query_matcher *matcher, struct str text, struct arena *scratch)
{
	size_t start, end;

	switch (matcher->kind) {
	case MATCH_WORDS:
		return accepts_words(matcher, text, scratch);
	case MATCH_KEY:
		return accepts_key(matcher, query_fold_name(text, scratch));
	case MATCH_DOMAIN:
		return accepts_levels(utf8_fold(scratch, text), matcher->key, '.', true);
	case MATCH_LANGUAGE:
		return accepts_levels(query_fold_name(text, scratch), matcher->key, ' ', false);
	case MATCH_EXACTLY:
		return str_equal(text, matcher->key);
	case MATCH_REGEX:
		return regex_find(matcher->regex, text, 0, &start, &end);
	}
	return false;
}

/* ASCII, and the dashes and quotation marks of General Punctuation (E2 80 90 to E2 80 A6): text in which
 * folding changes no letter but its case. */
static bool is_plain(struct str text)
{
	for (size_t i = 0; i < text.length; i++) {
		const unsigned char *c = (const unsigned char *)text.data + i;

		if (*c < 0x80)
			continue;
		if (*c != 0xe2 || i + 2 >= text.length || c[1] != 0x80 || c[2] < 0x90 || c[2] > 0xa6)
			return false;
		i += 2;
	}
	return true;
}

/* Most texts do not have the letters of the first word at all, and plain ones need no folding to see it. */
static bool is_out_of_question(const struct query_matcher *matcher, struct str text)
{
	return matcher->kind == MATCH_WORDS && matcher->words.count && is_plain(text) &&
	       str_find_nocase(text, matcher->words.items[0], 0) == STR_NPOS;
}

bool query_matcher_accepts(const struct query_matcher *matcher, struct str text)
{
	struct arena scratch = {0};
	bool is_accepted;

	if (text.data == NULL || is_out_of_question(matcher, text))
		return false;
	is_accepted = accepts(matcher, text, &scratch);

	arena_finish(&scratch);
	return is_accepted;
}

/* ---- places: words of the text as it stands, each folded alone, so that offsets stay those of the text */

static bool find_phrase(const struct query_matcher *matcher, struct str text, size_t from, size_t *start,
	size_t *end, struct arena *scratch)
{
	struct str word;

	while (word_next(text, &from, &word)) {
		size_t next = from, i = 0;

		*start = (size_t)(word.data - text.data);
		while (is_word(matcher, i, utf8_fold(scratch, word))) {
			*end = next;
			if (++i == matcher->words.count)
				return true;
			if (!word_next(text, &next, &word))
				break;
		}
	}
	return false;
}

static bool find_any_word(const struct query_matcher *matcher, struct str text, size_t from, size_t *start,
	size_t *end, struct arena *scratch)
{
	struct str word;

	while (word_next(text, &from, &word)) {
		struct str folded = utf8_fold(scratch, word);

		*start = (size_t)(word.data - text.data);
		*end = from;
		for (size_t i = 0; i < matcher->words.count; i++)
			if (is_word(matcher, i, folded))
				return true;
	}
	return false;
}

bool query_matcher_find(
	const struct query_matcher *matcher, struct str text, size_t from, size_t *start, size_t *end)
{
	struct arena scratch = {0};
	bool is_found = false;

	if (text.data == NULL || from > text.length)
		return false;
	if (matcher->kind == MATCH_REGEX)
		is_found = regex_find(matcher->regex, text, from, start, end) && *end > *start;
	else if (matcher->kind == MATCH_WORDS && matcher->words.count)
		is_found = (matcher->near < 0 ? find_phrase : find_any_word)(
			matcher, text, from, start, end, &scratch);
	arena_finish(&scratch);
	return is_found;
}

/* ---- the full-text index: words have no signs, so nothing needs escapes */

struct str matcher_search_text(const struct query_matcher *matcher, struct arena *arena)
{
	struct str text = matcher->near < 0 ? STR("\"") : STR("NEAR(");

	if (matcher->kind != MATCH_WORDS || matcher->words.count == 0)
		return STR_NONE;
	for (size_t i = 0; i < matcher->words.count; i++)
		text = arena_printf(arena, matcher->near < 0 ? "%.*s%s%.*s" : "%.*s%s\"%.*s\"", STR_ARG(text),
			i ? " " : "", STR_ARG(matcher->words.items[i]));
	if (matcher->near >= 0)
		return arena_printf(arena, "%.*s, %lld)", STR_ARG(text), (long long)matcher->near);
	return arena_join(arena, text, matcher->ends_open ? STR("\" *") : STR("\""));
}

void matcher_add_words(const struct query_matcher *matcher, struct arena *arena, struct str_list *words)
{
	struct str phrase = STR_NONE;

	for (size_t i = 0; i < matcher->words.count; i++) {
		struct str word = matcher->words.items[i];

		if (matcher->near >= 0)
			*LIST_PUSH(arena, words) = word;
		else
			phrase = phrase.data
					 ? arena_printf(arena, "%.*s %.*s", STR_ARG(phrase), STR_ARG(word))
					 : word;
	}
	if (phrase.data)
		*LIST_PUSH(arena, words) = phrase;
}
