/* POSIX extended regular expressions, rewritten for PCRE2 so that time and memory of a match can be bounded.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "dateline/base/utf8.h"
#include "query/tree.h"

#include <pcre2.h>
#include <stdio.h>
#include <string.h>

#define STEPS_MOST 200000 /* of one match: a few milliseconds */
#define HEAP_KIB_MOST 4096

struct regex {
	pcre2_code *code;
	pcre2_match_context *limits;
};

/* ---- what PCRE2 knows and POSIX does not is refused, so that the language can be documented */

struct rewriter {
	struct str pattern;
	size_t at;
	struct buffer *out;
	size_t groups[QUERY_PATTERN_BYTES_MOST];
	size_t depth;
	bool may_repeat; /* something stands before that can be repeated */
	struct regex_fault *fault;
};

static bool refuse(struct rewriter *r, size_t start, size_t end, const char *message)
{
	r->fault->start = start;
	r->fault->end = end;
	snprintf(r->fault->message, sizeof r->fault->message, "in the regular expression: %s", message);
	return false;
}

static bool rewrite_escape(struct rewriter *r)
{
	size_t start = r->at;
	char c;

	if (start + 1 >= r->pattern.length)
		return refuse(r, start, start + 1, "a \\ at the end escapes nothing");
	c = r->pattern.data[start + 1];
	if (ascii_is_digit(c)) {
		refuse(r, start, start + 2, "");
		snprintf(r->fault->message, sizeof r->fault->message, "back-references are not supported");
		return false;
	}
	if (ascii_is_alpha(c) && strchr("wWsSdDbB", c) == NULL)
		return refuse(r, start, start + 2,
			"this escape is not known; known are \\w \\W \\s \\S \\d \\D \\b \\B");
	if (c != '/')
		buffer_add_char(r->out, '\\');
	if ((unsigned char)c >= 0x80)
		r->out->length--;
	buffer_add_char(r->out, c);
	r->at += 2;
	r->may_repeat = true;
	return true;
}

/* The end of [:alpha:] and its like at `at`, or 0. */
static size_t class_name_end(struct str pattern, size_t at)
{
	size_t close;

	if (at + 1 >= pattern.length || pattern.data[at] != '[' || pattern.data[at + 1] != ':')
		return 0;
	close = str_find(pattern, STR(":]"), at + 2);
	return close == STR_NPOS ? 0 : close + 2;
}

static bool rewrite_set(struct rewriter *r)
{
	struct str pattern = r->pattern;
	size_t start = r->at, first;

	buffer_add_char(r->out, '[');
	r->at++;
	if (r->at < pattern.length && pattern.data[r->at] == '^')
		buffer_add_char(r->out, pattern.data[r->at++]);
	for (first = r->at; r->at < pattern.length; r->at++) {
		char c = pattern.data[r->at];
		size_t end = class_name_end(pattern, r->at);

		if (c == ']' && r->at > first) {
			buffer_add_char(r->out, c);
			r->at++;
			r->may_repeat = true;
			return true;
		}
		if (end) {
			buffer_add(r->out, str_slice(pattern, r->at, end));
			r->at = end - 1;
		} else if (c == '\\') {
			if (!rewrite_escape(r))
				return false;
			r->at--;
		} else {
			if (c == '[' || c == ']')
				buffer_add_char(r->out, '\\');
			buffer_add_char(r->out, c);
		}
	}
	return refuse(r, start, start + 1, "this set is never closed with ]");
}

/* {2}, {2,} and {2,5}; the numbers are bounded because each repetition is a copy. */
static bool rewrite_bounds(struct rewriter *r)
{
	size_t start = r->at, close = str_find_char(r->pattern, '}', start), comma;
	struct str least, most;
	int64_t low, high;

	if (close == STR_NPOS)
		return refuse(r, start, start + 1, "this { is never closed; for the sign write \\{");
	least = most = str_slice(r->pattern, start + 1, close);
	comma = str_find_char(least, ',', 0);
	if (comma != STR_NPOS) {
		most = str_from_offset(least, comma + 1);
		least = str_slice(least, 0, comma);
	}
	if (!str_to_int64(least, &low) || low < 0 || low > 255)
		return refuse(r, start, close + 1, "a number from 0 to 255 belongs into { }");
	if (most.length && (!str_to_int64(most, &high) || high < low || high > 255))
		return refuse(r, start, close + 1, "the second number in { } is from the first to 255");
	buffer_add(r->out, str_slice(r->pattern, start, close + 1));
	r->at = close + 1;
	return true;
}

static bool rewrite_repeat(struct rewriter *r)
{
	size_t start = r->at;
	char c = r->pattern.data[start];

	if (!r->may_repeat)
		return refuse(r, start, start + 1, "nothing stands before this that could be repeated");
	r->may_repeat = false;
	if (c == '{')
		return rewrite_bounds(r);
	buffer_add_char(r->out, c);
	r->at++;
	return true;
}

static bool rewrite_group(struct rewriter *r)
{
	bool is_open = r->pattern.data[r->at] == '(';

	if (is_open) {
		r->groups[r->depth++] = r->at;
	} else if (r->depth == 0) {
		return refuse(r, r->at, r->at + 1, "no bracket is open here");
	} else {
		r->depth--;
	}
	buffer_add(r->out, is_open ? STR("(?:") : STR(")"));
	r->may_repeat = !is_open;
	r->at++;
	return true;
}

static bool rewrite_next(struct rewriter *r)
{
	char c = r->pattern.data[r->at];

	switch (c) {
	case '\\':
		return rewrite_escape(r);
	case '[':
		return rewrite_set(r);
	case '(':
	case ')':
		return rewrite_group(r);
	case '*':
	case '+':
	case '?':
	case '{':
		return rewrite_repeat(r);
	default:
		r->may_repeat = c != '|' && c != '^';
		if (c == '}' || c == ']')
			buffer_add_char(r->out, '\\');
		buffer_add_char(r->out, c);
		r->at++;
		return true;
	}
}

static bool rewrite(struct str pattern, struct buffer *out, struct regex_fault *fault)
{
	struct rewriter r = {.pattern = pattern, .out = out, .fault = fault};

	if (pattern.length > QUERY_PATTERN_BYTES_MOST)
		return refuse(&r, 0, pattern.length, "it is longer than 512 bytes");
	if (pattern.length == 0)
		return refuse(&r, 0, 0, "it is empty");
	while (r.at < pattern.length)
		if (!rewrite_next(&r))
			return false;
	if (r.depth)
		return refuse(
			&r, r.groups[r.depth - 1], r.groups[r.depth - 1] + 1, "this bracket is never closed");
	return true;
}

/* ---- PCRE2 in the arena: the compiled pattern lives and ends with the query */

static void *take_memory(size_t size, void *arena)
{
	return arena_alloc(arena, size);
}

static void leave_memory(void *memory, void *arena)
{
	(void)memory;
	(void)arena;
}

static struct regex *compile(
	struct str pattern, bool ignores_case, struct arena *arena, struct regex_fault *fault)
{
	pcre2_general_context *memory = pcre2_general_context_create(take_memory, leave_memory, arena);
	pcre2_compile_context *rules = pcre2_compile_context_create(memory);
	struct regex *regex = ARENA_NEW(arena, struct regex);
	uint32_t options =
		PCRE2_UTF | PCRE2_UCP | PCRE2_NO_AUTO_POSSESS | (ignores_case ? PCRE2_CASELESS : 0);
	PCRE2_SIZE offset;
	int code;

	pcre2_set_parens_nest_limit(rules, 100);
	regex->code = pcre2_compile((PCRE2_SPTR)pattern.data, pattern.length, options, &code, &offset, rules);
	if (regex->code == NULL) {
		char reason[128];

		pcre2_get_error_message(code, (PCRE2_UCHAR *)reason, sizeof reason);
		snprintf(fault->message, sizeof fault->message, "in the regular expression: %s", reason);
		return NULL;
	}
	regex->limits = pcre2_match_context_create(memory);
	pcre2_set_match_limit(regex->limits, STEPS_MOST);
	pcre2_set_heap_limit(regex->limits, HEAP_KIB_MOST);
	return regex;
}

struct regex *regex_compile(
	struct str pattern, bool ignores_case, struct arena *arena, struct regex_fault *fault)
{
	struct buffer rewritten = {0};
	struct regex *regex = NULL;

	*fault = (struct regex_fault){.start = 0, .end = pattern.length};
	if (rewrite(pattern, &rewritten, fault))
		regex = compile(buffer_str(&rewritten), ignores_case, arena, fault);
	buffer_finish(&rewritten);
	return regex;
}

/* A match that needs too many steps is none: a query must end. Match data is of this call alone, so that a
 * regular expression can be used while its arena moves. */
bool regex_find(const struct regex *regex, struct str text, size_t from, size_t *start, size_t *end)
{
	pcre2_match_data *found;
	const PCRE2_SIZE *places;
	bool is_found;

	if (text.data == NULL || !utf8_is_valid(text))
		return false;
	found = pcre2_match_data_create(1, NULL);
	if (found == NULL)
		return false;
	is_found = pcre2_match(regex->code, (PCRE2_SPTR)text.data, text.length, from, PCRE2_NO_UTF_CHECK,
			   found, regex->limits) >= 0;
	if (is_found) {
		places = pcre2_get_ovector_pointer(found);
		*start = places[0];
		*end = places[1];
	}
	pcre2_match_data_free(found);
	return is_found;
}
