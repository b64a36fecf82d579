#include "dateline/body/siterules.h"
#include "dateline/base/file.h"
#include "dateline/base/url.h"

#define STEPS_MOST 16

static const char *const key_names[SITE_KEY_COUNT] = {
	[SITE_BODY] = "body",
	[SITE_STRIP] = "strip",
	[SITE_TITLE] = "title",
	[SITE_AUTHOR] = "author",
	[SITE_DATE] = "date",
};

static bool is_name_byte(char c)
{
	return ascii_is_alnum(c) || c == '-' || c == '_' || (unsigned char)c >= 0x80;
}

static struct str take_name(struct str *rest)
{
	size_t end = 0;
	struct str name;

	while (end < rest->length && is_name_byte(rest->data[end]))
		end++;
	name = str_slice(*rest, 0, end);
	*rest = str_from_offset(*rest, end);
	return name;
}

static bool has_class(const struct node *node, struct str class)
{
	struct str rest = node_attribute(node, "class"), word;

	while (str_next(&rest, ' ', &word))
		if (str_equal(str_trim(word), class))
			return true;
	return false;
}

static struct str attribute_named(const struct node *node, struct str name)
{
	for (const struct attribute *attribute = node->attributes; attribute; attribute = attribute->next)
		if (str_equal(attribute->name, name))
			return attribute->value;
	return STR_NONE;
}

/* "[name]" or "[name=value]", the value with or without quotation marks; false when it is neither. */
static bool take_attribute(struct str *rest, struct str *name, struct str *value)
{
	size_t end = str_find_char(*rest, ']', 0), equals;
	struct str inside;

	if (end == STR_NPOS)
		return false;
	inside = str_slice(*rest, 1, end);
	*rest = str_from_offset(*rest, end + 1);
	equals = str_find_char(inside, '=', 0);
	*name = str_slice(inside, 0, equals);
	*value = equals == STR_NPOS ? STR_NONE : str_from_offset(inside, equals + 1);
	if (value->length >= 2 && (value->data[0] == '"' || value->data[0] == '\'') &&
		value->data[value->length - 1] == value->data[0])
		*value = str_slice(*value, 1, value->length - 1);
	return name->length > 0 && take_name(&(struct str){name->data, name->length}).length == name->length;
}

/* Reads the tests that follow a step's name, and makes them on `node` unless it is NULL. False when one
 * cannot be understood; *matches becomes false when one does not hold. */
static bool read_tests(struct str step, const struct node *node, bool *matches)
{
	while (step.length) {
		char sign = step.data[0];
		struct str name, value;

		if (sign == '[') {
			if (!take_attribute(&step, &name, &value))
				return false;
			if (node) {
				struct str held = attribute_named(node, name);

				*matches &= held.data && (value.data == NULL || str_equal(held, value));
			}
			continue;
		}
		step = str_from_offset(step, 1);
		name = take_name(&step);
		if (name.length == 0 || (sign != '.' && sign != '#'))
			return false;
		if (node)
			*matches &= sign == '.' ? has_class(node, name)
						: str_equal(node_attribute(node, "id"), name);
	}
	return true;
}

static bool read_step(struct str step, const struct node *node, bool *matches)
{
	struct str name;

	*matches = true;
	if (step.data[0] == '*') {
		step = str_from_offset(step, 1);
	} else {
		name = take_name(&step);
		if (name.length && node)
			*matches = str_equal_nocase(node->name, name);
	}
	return read_tests(step, node, matches);
}

static bool is_selector(struct str selector)
{
	size_t steps = 0;
	struct str step;
	bool matches;

	while (str_next(&selector, ' ', &step)) {
		if (step.length == 0)
			continue;
		if (++steps > STEPS_MOST || !read_step(step, NULL, &matches))
			return false;
	}
	return steps > 0;
}

/* The last step of a selector, and what stands before it. */
static struct str split_last_step(struct str selector, struct str *before)
{
	size_t blank = str_find_last_char(selector, ' ');

	*before = blank == STR_NPOS ? STR("") : str_trim(str_slice(selector, 0, blank));
	return blank == STR_NPOS ? selector : str_from_offset(selector, blank + 1);
}

bool siterules_select(struct str selector, const struct node *node)
{
	struct str before, step = split_last_step(str_trim(selector), &before);
	bool matches;

	if (!read_step(step, node, &matches) || !matches)
		return false;
	while (before.length) {
		step = split_last_step(before, &before);
		matches = false;
		while (!matches && (node = node->parent) != NULL && node->name.length)
			if (!read_step(step, node, &matches))
				return false;
		if (!matches)
			return false;
	}
	return true;
}

static enum site_key find_key(struct str name)
{
	int key = 0;

	while (key < SITE_KEY_COUNT && !str_equal(name, str_from(key_names[key])))
		key++;
	return (enum site_key)key;
}

static bool parse_line(struct str line, const char *name, unsigned number, struct arena *arena,
	struct site_rules *rules, struct error *error)
{
	size_t colon = str_find_char(line, ':', 0);
	struct str key = str_trim(str_slice(line, 0, colon)), selector;
	struct site_rule *rule;

	if (colon == STR_NPOS)
		return fail(error, ERROR_USAGE, number, "%s:%u: a rule is a key, a colon and a selector",
			name, number);
	selector = str_trim(str_from_offset(line, colon + 1));
	if (find_key(key) == SITE_KEY_COUNT)
		return fail(error, ERROR_USAGE, number,
			"%s:%u: \"%.*s\" is none of body, strip, title, author, date", name, number,
			STR_ARG(str_slice(key, 0, 60)));
	if (!is_selector(selector))
		return fail(error, ERROR_USAGE, number,
			"%s:%u: \"%.*s\" is no selector such as div.story or #main p", name, number,
			STR_ARG(str_slice(selector, 0, 60)));
	rule = LIST_PUSH(arena, rules);
	*rule = (struct site_rule){find_key(key), arena_copy(arena, selector), number};
	return true;
}

bool siterules_parse(
	struct str text, const char *name, struct arena *arena, struct site_rules *rules, struct error *error)
{
	unsigned number = 0;
	struct str line;

	while (str_next(&text, '\n', &line)) {
		number++;
		line = str_trim(line);
		if (line.length && line.data[0] != '#' &&
			!parse_line(line, name, number, arena, rules, error))
			return false;
	}
	return true;
}

/* A host becomes a file's name: nothing but letters, digits, hyphens and dots, and no dot at its start. */
static bool may_be_file_name(struct str host)
{
	if (host.length == 0 || host.length > 253 || host.data[0] == '.')
		return false;
	for (size_t i = 0; i < host.length; i++)
		if (!ascii_is_alnum(host.data[i]) && host.data[i] != '-' && host.data[i] != '.')
			return false;
	return true;
}

static struct str lower_case(struct str text, struct arena *arena)
{
	char *copy = arena_cstring(arena, text);

	for (size_t i = 0; i < text.length; i++)
		copy[i] = ascii_lower(copy[i]);
	return (struct str){copy, text.length};
}

bool siterules_load(const char *directory, struct str address, struct arena *arena, struct site_rules *rules,
	struct error *error)
{
	struct str host = lower_case(url_host(address), arena);

	while (may_be_file_name(host)) {
		const char *path =
			arena_cstring(arena, arena_printf(arena, "%s/%.*s", directory, STR_ARG(host)));
		struct error missing = {0};
		struct buffer text = {0};
		bool is_read = file_read(path, SITE_FILE_BYTES_MOST, &text, &missing), is_right = true;

		if (is_read)
			is_right = siterules_parse(buffer_str(&text), path, arena, rules, error);
		buffer_finish(&text);
		if (is_read)
			return is_right;
		if (missing.code != ERROR_NOT_FOUND) {
			if (error)
				*error = missing;
			return false;
		}
		if (str_find_char(host, '.', 0) == STR_NPOS)
			break;
		host = str_from_offset(host, str_find_char(host, '.', 0) + 1);
	}
	return true;
}
