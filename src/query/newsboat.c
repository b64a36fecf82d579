#include "dateline/query/newsboat.h"

#include "dateline/query/query.h"

#include <string.h>

/* ---- the pieces of an expression */

struct reader {
	struct str text;
	size_t at;
	unsigned depth;
	struct arena *arena;
	struct buffer out;
	struct error *error;
};

struct comparison {
	struct str attribute, sign, value;
};

static bool refuse(struct reader *reader, const char *why, struct str what)
{
	return fail(reader->error, ERROR_UNSUPPORTED, 0, why, STR_ARG(str_slice(what, 0, 60)));
}

static bool refuse_all(struct reader *reader, const char *why)
{
	return fail(reader->error, ERROR_UNSUPPORTED, 0, "%s", why);
}

static void skip_blanks(struct reader *reader)
{
	while (reader->at < reader->text.length && ascii_is_space(reader->text.data[reader->at]))
		reader->at++;
}

static bool is_name_char(char c)
{
	return ascii_is_alnum(c) || c == '_' || c == '-';
}

/* A word, empty when there is none; a range such as 0:7 is one too. */
static struct str read_word(struct reader *reader)
{
	size_t start;

	skip_blanks(reader);
	for (start = reader->at; reader->at < reader->text.length; reader->at++)
		if (!is_name_char(reader->text.data[reader->at]) && reader->text.data[reader->at] != ':')
			break;
	return str_slice(reader->text, start, reader->at);
}

static bool take(struct reader *reader, struct str piece)
{
	skip_blanks(reader);
	if (!str_starts_with(str_from_offset(reader->text, reader->at), piece))
		return false;
	reader->at += piece.length;
	return true;
}

static bool take_word(struct reader *reader, struct str word)
{
	size_t before = reader->at;

	if (str_equal(read_word(reader), word))
		return true;
	reader->at = before;
	return false;
}

/* "…" with backslashes before quotation marks. */
static struct str read_string(struct reader *reader)
{
	char *out = arena_alloc(reader->arena, reader->text.length);
	size_t written = 0;

	for (; reader->at < reader->text.length && reader->text.data[reader->at] != '"'; reader->at++) {
		if (reader->text.data[reader->at] == '\\' && reader->at + 1 < reader->text.length &&
			reader->text.data[reader->at + 1] == '"')
			reader->at++;
		out[written++] = reader->text.data[reader->at];
	}
	reader->at++;
	return (struct str){out, written};
}

static struct str read_sign(struct reader *reader)
{
	static const struct str signs[] = {STR_INIT("=~"), STR_INIT("!~"), STR_INIT("=="), STR_INIT("!="),
		STR_INIT("<="), STR_INIT(">="), STR_INIT("!#"), STR_INIT("="), STR_INIT("<"), STR_INIT(">"),
		STR_INIT("#"), STR_INIT("between")};

	for (size_t i = 0; i < COUNT_OF(signs); i++)
		if (take(reader, signs[i]))
			return str_equal(signs[i], STR("==")) ? STR("=") : signs[i];
	return STR("");
}

/* ---- what they are here */

static bool is_negative(struct str sign)
{
	return sign.data[0] == '!';
}

/* A regular expression between slashes; `is_literal` takes the text for what it is. */
static void write_pattern(struct buffer *out, struct str text, bool is_literal)
{
	buffer_add(out, is_literal ? STR("/^") : STR("/"));
	for (size_t i = 0; i < text.length; i++) {
		if (text.data[i] == '/' || (is_literal && strchr("\\^$.[]|()?*+{}", text.data[i])))
			buffer_add_char(out, '\\');
		buffer_add_char(out, text.data[i]);
	}
	buffer_add(out, is_literal ? STR("$/") : STR("/i"));
}

static bool write_text(struct reader *reader, const struct comparison *comparison, const char *field)
{
	bool is_pattern = str_ends_with(comparison->sign, STR("~"));

	if (!is_pattern && !str_ends_with(comparison->sign, STR("=")))
		return refuse(reader, "\"%.*s\" cannot be compared so", comparison->attribute);
	if (comparison->value.length == 0)
		return refuse(reader, "\"%.*s\" is compared with nothing", comparison->attribute);
	if (is_negative(comparison->sign))
		buffer_add_char(&reader->out, '-');
	buffer_printf(&reader->out, "%s:", field);
	write_pattern(&reader->out, comparison->value, !is_pattern);
	return true;
}

static bool write_unread(struct reader *reader, const struct comparison *comparison, const char *field)
{
	bool is_yes = str_equal(comparison->value, STR("yes"));

	(void)field;
	if (!is_yes && !str_equal(comparison->value, STR("no")))
		return refuse(reader, "unread is \"yes\" or \"no\", not \"%.*s\"", comparison->value);
	buffer_add(&reader->out, is_yes != is_negative(comparison->sign) ? STR("is:unread") : STR("is:read"));
	return true;
}

/* Flags of a cache are stars here. */
static bool write_flags(struct reader *reader, const struct comparison *comparison, const char *field)
{
	bool is_empty = comparison->value.length == 0;

	(void)field;
	if (is_negative(comparison->sign) != is_empty)
		buffer_add_char(&reader->out, '-');
	buffer_add(&reader->out, STR("is:starred"));
	return true;
}

static bool write_enclosure(struct reader *reader, const struct comparison *comparison, const char *field)
{
	bool is_pattern = str_ends_with(comparison->sign, STR("~"));
	const char *what = NULL;

	(void)field;
	if (comparison->value.length == 0)
		what = is_negative(comparison->sign) ? "has:enclosure" : "-has:enclosure";
	else if (is_pattern && str_find_nocase(comparison->value, STR("audio"), 0) != STR_NPOS)
		what = is_negative(comparison->sign) ? "-has:audio" : "has:audio";
	else if (is_pattern && str_find_nocase(comparison->value, STR("video"), 0) != STR_NPOS)
		what = is_negative(comparison->sign) ? "-has:video" : "has:video";
	if (what == NULL)
		return refuse(reader, "of enclosures only audio and video can be asked for, not \"%.*s\"",
			comparison->value);
	buffer_add(&reader->out, str_from(what));
	return true;
}

/* Whole days, of which both ends are meant; an open end is negative. */
static void write_days(struct reader *reader, int64_t least, int64_t most)
{
	if (least > 0)
		buffer_printf(&reader->out, "older:%lldd", (long long)least);
	if (least > 0 && most >= 0)
		buffer_add_char(&reader->out, ' ');
	if (most >= 0)
		buffer_printf(&reader->out, "newer:%lldd", (long long)most + 1);
}

static bool write_age(struct reader *reader, const struct comparison *comparison, const char *field)
{
	struct str rest = comparison->value, first = STR(""), second;
	bool is_range = str_equal(comparison->sign, STR("between"));
	int64_t least, most;

	(void)field;
	str_next(&rest, ':', &first);
	second = is_range ? rest : first;
	if (!str_to_int64(first, &least) || !str_to_int64(second, &most) || least < 0 || most < 0 ||
		most > 36500 || is_negative(comparison->sign))
		return refuse(reader, "\"%.*s\" is no age in days", comparison->value);
	if (comparison->sign.data[0] == '<')
		least = -1, most -= comparison->sign.length == 1;
	else if (comparison->sign.data[0] == '>')
		least += comparison->sign.length == 1, most = -1;
	if (least <= 0 && most < 0)
		return refuse(reader, "every age is more than \"%.*s\"", comparison->value);
	write_days(reader, least, most);
	return true;
}

typedef bool write_comparison(struct reader *reader, const struct comparison *comparison, const char *field);

static const struct attribute_row {
	struct str name;
	write_comparison *write;
	const char *field;
} attributes[] = {
	{STR_INIT("title"), write_text, "title"},
	{STR_INIT("content"), write_text, "body"},
	{STR_INIT("author"), write_text, "author"},
	{STR_INIT("link"), write_text, "link"},
	{STR_INIT("feedtitle"), write_text, "feed"},
	{STR_INIT("rssurl"), write_text, "feed"},
	{STR_INIT("unread"), write_unread, NULL},
	{STR_INIT("age"), write_age, NULL},
	{STR_INIT("flags"), write_flags, NULL},
	{STR_INIT("enclosure_type"), write_enclosure, NULL},
	{STR_INIT("enclosure_url"), write_enclosure, NULL},
};

/* ---- the grammar */

static bool read_comparison(struct reader *reader)
{
	struct comparison comparison = {.attribute = read_word(reader)};

	comparison.sign = read_sign(reader);
	if (comparison.attribute.length == 0 || comparison.sign.length == 0)
		return refuse(reader, "it is no filter expression from \"%.*s\" on",
			str_trim(str_from_offset(reader->text, reader->at)));
	comparison.value = take(reader, STR("\"")) ? read_string(reader) : read_word(reader);
	for (size_t i = 0; i < COUNT_OF(attributes); i++)
		if (str_equal(attributes[i].name, comparison.attribute))
			return attributes[i].write(reader, &comparison, attributes[i].field);
	return refuse(reader, "articles cannot be asked for their \"%.*s\" here", comparison.attribute);
}

static bool read_expression(struct reader *reader);

static bool read_block(struct reader *reader)
{
	if (!take(reader, STR("(")))
		return read_comparison(reader);
	if (++reader->depth > QUERY_DEPTH_MOST)
		return refuse_all(reader, "it has too many brackets");
	buffer_add_char(&reader->out, '(');
	if (!read_expression(reader))
		return false;
	if (!take(reader, STR(")")))
		return refuse_all(reader, "a bracket is not closed");
	buffer_add_char(&reader->out, ')');
	reader->depth--;
	return true;
}

static bool read_expression(struct reader *reader)
{
	bool has_and = false, has_or = false;

	do {
		if (has_and || has_or)
			buffer_add(&reader->out, has_or ? STR(" OR ") : STR(" "));
		if (!read_block(reader))
			return false;
		if (take_word(reader, STR("and")))
			has_and = true;
		else if (take_word(reader, STR("or")))
			has_or = true;
		else
			return true;
	} while (!has_and || !has_or);
	/* versions of newsboat differ in which of them goes first */
	return refuse_all(reader, "\"and\" and \"or\" stand side by side without brackets");
}

/* The last word is the parser's own. */
static bool is_query(struct reader *reader)
{
	const struct query_context context = {0};
	struct query_mistake mistake;
	struct query query;

	if (query_parse(buffer_str(&reader->out), &context, reader->arena, &query, &mistake))
		return true;
	return fail(reader->error, ERROR_UNSUPPORTED, 0, "%s", mistake.message);
}

struct str query_from_newsboat(struct str expression, struct arena *arena, struct error *error)
{
	struct reader reader = {.text = expression, .arena = arena, .error = error};
	struct str query = STR_NONE;

	if (read_expression(&reader)) {
		skip_blanks(&reader);
		if (reader.at < reader.text.length)
			refuse(&reader, "it is no filter expression from \"%.*s\" on",
				str_from_offset(reader.text, reader.at));
		else if (is_query(&reader))
			query = arena_copy(arena, buffer_str(&reader.out));
	}
	buffer_finish(&reader.out);
	return query;
}
