#include "query/values.h"

#include "dateline/base/words.h"
#include "query/access.h"
#include "query/nearest.h"

#include <string.h>

#define NEAR_MOST 1000

/* ---- words and names */

const struct query_matcher *value_matcher(enum query_field field, const struct query_value *value,
	const struct query_context *context, struct arena *arena)
{
	const struct query_names *names = context->names;
	bool is_whole = query_field_info(field)->kind == QUERY_KIND_NAME_TEXT && !value->starts_open &&
			!value->ends_open && names && names->is_known &&
			names->is_known(names->data, field, value->text);

	return matcher_for_text(field, value, is_whole, arena);
}

static bool has_something(enum query_field field, struct str text, struct arena *arena)
{
	enum query_kind kind = query_field_info(field)->kind;

	if (kind == QUERY_KIND_TEXT || kind == QUERY_KIND_BY_WORDS)
		return word_is_any(text);
	return field == QUERY_ID ? text.length > 0 : query_fold_name(text, arena).length > 0;
}

static bool finish_text(
	struct parser *p, enum query_field field, size_t start, size_t end, struct query_value *value)
{
	value->kind = VALUE_TEXT;
	if (!has_something(field, value->text, p->arena))
		return wrong(
			p, start, end, "\"%.*s\" has no letter or digit to search for", STR_ARG(value->text));
	value->matcher = value_matcher(field, value, p->context, p->arena);
	notice_unknown_name(p, field, value, start, end);
	return true;
}

static bool take_asterisks(
	struct parser *p, enum query_field field, size_t start, size_t end, struct query_value *value)
{
	enum query_kind kind = query_field_info(field)->kind;
	struct str *text = &value->text;

	value->starts_open = text->length && text->data[0] == '*';
	value->ends_open = text->length > 1 && text->data[text->length - 1] == '*';
	*text = str_slice(*text, value->starts_open, text->length - value->ends_open);
	if (text->length == 0)
		return wrong(p, start, end, "a * needs the beginning of a word, e.g. korea*");
	if (value->starts_open && kind != QUERY_KIND_NAME && kind != QUERY_KIND_NAME_TEXT) {
		wrong(p, start, start + 1,
			"a * in front works in names alone, e.g. tag:*korea*; here write %.*s*",
			STR_ARG(*text));
		return offer(p, start, end, arena_printf(p->arena, "%.*s*", STR_ARG(*text)));
	}
	if (str_find_char(*text, '*', 0) != STR_NPOS)
		return wrong(p, start, end,
			"a * stands at the end of a word alone; for the sign write \"%.*s\"", STR_ARG(*text));
	return true;
}

bool text_value(struct parser *p, enum query_field field, size_t start, size_t end, struct query_value *value)
{
	value->text = str_slice(p->text, start, end);
	if (!take_asterisks(p, field, start, end, value))
		return false;
	return finish_text(p, field, start, end, value);
}

/* ---- phrases */

/* Where the phrase was probably meant to end: before what reads as the next term. */
static size_t guess_phrase_end(struct parser *p, size_t start)
{
	static const char *const ends[] = {"unread", "read", "starred", "today", "AND", "OR", "NOT"};
	size_t at = start, last = start;

	while ((at = lex_skip(p->text, at)) < p->text.length) {
		size_t end = lex_word(p->text, at, false);
		struct str word = str_slice(p->text, at, end);

		for (size_t i = 0; i < COUNT_OF(ends) && at > start; i++)
			if (str_equal(word, str_from(ends[i])))
				return last;
		if (end == at || (at > start && (lex_field(p->text, at) || word.data[0] == '-')))
			return last;
		at = last = end;
	}
	return last;
}

static bool refuse_open_phrase(struct parser *p, enum query_field field)
{
	size_t start = p->at, mark = lex_quote(p->text, start), end = guess_phrase_end(p, start + mark);
	struct str inside = str_slice(p->text, start + mark, end);
	const char *name = query_field_info(field)->name;

	if (inside.length == 0)
		return wrong(p, start, start + mark, "this quotation mark is never closed");
	wrong(p, start, start + mark, "this quotation mark is never closed; did you mean %s%s\"%.*s\" ?",
		name, name[0] ? ":" : "", STR_ARG(inside));
	return offer(p, start, end, arena_printf(p->arena, "\"%.*s\"", STR_ARG(inside)));
}

static bool take_near(struct parser *p, enum query_field field, struct query_value *value)
{
	size_t start = p->at, end;
	enum query_kind kind = query_field_info(field)->kind;

	if (start >= p->text.length || p->text.data[start] != '~')
		return true;
	end = lex_word(p->text, start, true);
	if (kind != QUERY_KIND_TEXT || field == QUERY_SITE)
		return wrong(p, start, end, "~ is for the words of a text, not for names");
	if (!str_to_int64(str_slice(p->text, start + 1, end), &value->near) || value->near < 0 ||
		value->near > NEAR_MOST)
		return wrong(p, start, end, "~ needs a number of words up to %d, e.g. \"a b\"~8", NEAR_MOST);
	p->at = end;
	return true;
}

static bool set_word(
	struct parser *p, enum query_field field, size_t start, struct str word, struct query_value *value);

static bool parse_phrase(struct parser *p, enum query_field field, struct query_value *value)
{
	size_t start = p->at, end;

	if (!lex_phrase(p->text, start, p->arena, &value->text, &end))
		return refuse_open_phrase(p, field);
	p->at = end;
	if (!field_is_text(field))
		return set_word(p, field, start, value->text, value);
	return take_near(p, field, value) && finish_text(p, field, start, end, value);
}

/* ---- regular expressions */

static bool parse_regex(struct parser *p, struct query_value *value)
{
	size_t start = p->at, end;
	struct regex_fault fault;
	struct regex *regex;

	if (!lex_regex(p->text, start, &value->text, &value->ignores_case, &end))
		return wrong(p, start, start + 1, "this regular expression has no closing /");
	if (lex_word(p->text, end, true) != end)
		return wrong(p, end, lex_word(p->text, end, true), "after the closing / only an i can stand");
	regex = regex_compile(value->text, value->ignores_case, p->arena, &fault);
	if (regex == NULL)
		return wrong(p, start + 1 + fault.start, start + 1 + fault.end, "%s", fault.message);
	value->kind = VALUE_REGEX;
	value->matcher = matcher_for_regex(regex, p->arena);
	p->at = end;
	return true;
}

/* ---- the other kinds */

static bool set_span_value(
	struct parser *p, enum query_field field, size_t start, struct str word, struct query_value *value)
{
	bool is_time = query_field_info(field)->kind == QUERY_KIND_TIME, is_right;
	struct value_fault fault = {0};

	is_right = is_time ? time_read(field, word, p->context, p->arena, value, &fault)
			   : number_read(field, word, p->arena, value, &fault);
	value->kind = VALUE_SPAN;
	if (is_right)
		return true;
	wrong(p, start + fault.start, start + fault.end, "%s", fault.message);
	if (fault.better.data)
		offer(p, start, start + word.length, fault.better);
	return false;
}

static bool refuse_feed_state(struct parser *p, size_t start, struct str word)
{
	return wrong(p, start, start + word.length,
		"%.*s is about feeds, not articles; filter the feed list with it (g!)", STR_ARG(word));
}

/* "did you mean unread ? Also: read starred later hidden …" */
static bool refuse_choice(struct parser *p, enum query_field field, size_t start, struct str word)
{
	const struct query_field_info *info = query_field_info(field);
	struct str near = nearest_word(word, str_from(info->words)), rest = str_from(info->words), other,
		   also = STR("");
	size_t count = 0;

	if (near.data == NULL)
		return wrong(p, start, start + word.length, "%s: has no \"%.*s\"; it takes %s", info->name,
			STR_ARG(word), info->words);
	while (count < 4 && str_next(&rest, ' ', &other))
		if (!str_equal(other, near) && ++count)
			also = arena_printf(p->arena, "%.*s %.*s", STR_ARG(also), STR_ARG(other));
	wrong(p, start, start + word.length, "%s: has no \"%.*s\"; did you mean %.*s ? Also:%.*s%s",
		info->name, STR_ARG(word), STR_ARG(near), STR_ARG(also), rest.length ? " …" : "");
	return offer(p, start, start + word.length, near);
}

static bool set_choice(
	struct parser *p, enum query_field field, size_t start, struct str word, struct query_value *value)
{
	static const char *const of_feeds[] = {"broken", "muted", "archived"};

	value->kind = VALUE_CHOICE;
	value->text = word;
	value->choice = field_choice_find(field, word);
	if (value->choice != SIZE_MAX)
		return true;
	for (size_t i = 0; field == QUERY_IS && i < COUNT_OF(of_feeds); i++)
		if (str_equal(word, str_from(of_feeds[i])))
			return refuse_feed_state(p, start, word);
	return refuse_choice(p, field, start, word);
}

/* ---- saved queries */

static bool refuse_circle(struct parser *p, size_t start, struct str word)
{
	const struct saved_chain *link = p->chain;
	struct str way = arena_copy(p->arena, word);

	for (; link; link = link->outer) {
		way = arena_printf(p->arena, "%.*s → %.*s", STR_ARG(link->name), STR_ARG(way));
		if (str_equal(query_fold_name(link->name, p->arena), query_fold_name(word, p->arena)))
			break;
	}
	return wrong(p, start, p->at, "saved query %.*s uses itself: %.*s", STR_ARG(word), STR_ARG(way));
}

static bool is_in_chain(const struct parser *p, struct str word, size_t *depth)
{
	struct str key = query_fold_name(word, p->arena);

	*depth = 0;
	for (const struct saved_chain *link = p->chain; link; link = link->outer, ++*depth)
		if (str_equal(query_fold_name(link->name, p->arena), key))
			return true;
	return false;
}

static bool refuse_saved(struct parser *p, size_t start, struct str word)
{
	struct query_name_list all = known_names(p, QUERY_SAVED), near = {0};

	nearest_names(word, &all, 1, p->arena, &near);
	if (near.count == 0)
		return wrong(p, start, p->at, "no saved query \"%.*s\"", STR_ARG(word));
	wrong(p, start, p->at, "no saved query \"%.*s\"; did you mean \"%.*s\" ?", STR_ARG(word),
		STR_ARG(near.items[0].name));
	return offer(p, start, p->at, arena_printf(p->arena, "\"%.*s\"", STR_ARG(near.items[0].name)));
}

static bool read_saved(
	struct parser *p, size_t start, struct str word, struct str text, struct query_value *value)
{
	struct saved_chain chain = {word, p->chain};
	struct query *saved = ARENA_NEW(p->arena, struct query);
	struct query_mistake mistake = {0};
	struct parser inner = {.text = text,
		.arena = p->arena,
		.context = p->context,
		.query = saved,
		.mistake = &mistake,
		.chain = &chain,
		.saved_left = p->saved_left};

	*saved = (struct query){.text = text, .limit = -1, .context = *p->context};
	if (!parse_query(&inner)) {
		if (strstr(mistake.message, "uses itself:") || strstr(mistake.message, "in the saved query"))
			return wrong(p, start, p->at, "%s", mistake.message);
		return wrong(
			p, start, p->at, "in the saved query \"%.*s\": %s", STR_ARG(word), mistake.message);
	}
	if (saved->limit >= 0 || saved->group != QUERY_GROUP_UNSET)
		notice(p, start, p->at,
			"limit: and group: of the saved query \"%.*s\" do not hold inside another",
			STR_ARG(word));
	value->saved = saved;
	return true;
}

static bool set_saved(struct parser *p, size_t start, struct str word, struct query_value *value)
{
	const struct query_names *names = p->context->names;
	struct str text = STR_NONE;
	size_t depth;

	value->kind = VALUE_SAVED;
	value->text = word;
	if (is_in_chain(p, word, &depth))
		return refuse_circle(p, start, word);
	if (names && names->saved)
		text = names->saved(names->data, word, p->arena);
	if (text.data == NULL)
		return refuse_saved(p, start, word);
	if (*p->saved_left == 0 || depth >= SAVED_DEPTH_MOST)
		return wrong(p, start, p->at, "at most %d saved queries inside one, %d deep", SAVED_MOST,
			SAVED_DEPTH_MOST);
	--*p->saved_left;
	return read_saved(p, start, word, text, value);
}

/* ---- one value */

static bool set_word(
	struct parser *p, enum query_field field, size_t start, struct str word, struct query_value *value)
{
	switch (query_field_info(field)->kind) {
	case QUERY_KIND_TIME:
	case QUERY_KIND_NUMBER:
		return set_span_value(p, field, start, word, value);
	case QUERY_KIND_SET:
		return set_choice(p, field, start, word, value);
	case QUERY_KIND_SAVED:
		return set_saved(p, start, word, value);
	default:
		return text_value(p, field, start, start + word.length, value);
	}
}

/* "?" is for what can be absent. */
static bool can_be_absent(enum query_field field)
{
	return (field_is_text(field) && field != QUERY_ID) || field == QUERY_DATE || field == QUERY_UPDATED ||
	       field == QUERY_READON;
}

bool parse_value(struct parser *p, enum query_field field, struct query_value *value)
{
	size_t start = p->at;
	struct str word;

	value->near = -1;
	if (lex_quote(p->text, start))
		return parse_phrase(p, field, value);
	if (p->text.data[start] == '/' && field_is_text(field))
		return parse_regex(p, value);
	word = str_slice(p->text, start, lex_word(p->text, start, true));
	if (word.length == 0)
		return wrong(
			p, start, start + 1, "a value of %s: is missing here", query_field_info(field)->name);
	p->at = start + word.length;
	if (str_equal(word, STR("?")) && can_be_absent(field)) {
		value->kind = VALUE_ABSENT;
		value->text = word;
		return true;
	}
	return set_word(p, field, start, word, value);
}
