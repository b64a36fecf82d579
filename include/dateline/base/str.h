/* str.h - a slice of bytes: never assumed to end in NUL, owned by whoever made its bytes */
#ifndef DATELINE_BASE_STR_H
#define DATELINE_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *data; /* NULL means absent, which differs from empty */
	size_t length;    /* bytes */
};

#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
#define STR_INIT(literal)                                                                                    \
	{                                                                                                    \
		"" literal, sizeof(literal) - 1                                                              \
	} /* for tables of constants */
#define STR_NONE ((struct str){NULL, 0})
#define STR_ARG(s) (int)(s).length, (s).data /* for "%.*s" */
#define STR_NPOS SIZE_MAX
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

struct str_list {
	struct str *items;
	size_t count, capacity;
};

/* NULL gives STR_NONE. */
static inline struct str str_from(const char *cstring)
{
	return cstring ? (struct str){cstring, strlen(cstring)} : STR_NONE;
}

static inline bool str_is_empty(struct str s)
{
	return s.length == 0;
}

static inline bool str_equal(struct str a, struct str b)
{
	return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

bool str_same_nocase(const char *a, const char *b, size_t length); /* of str_equal_nocase */

/* ASCII letters only. Most names differ in length, and take no call. */
static inline bool str_equal_nocase(struct str a, struct str b)
{
	return a.length == b.length && str_same_nocase(a.data, b.data, a.length);
}

int str_compare(struct str a, struct str b); /* by bytes, like strcmp */
static inline bool str_starts_with(struct str s, struct str prefix)
{
	return s.length >= prefix.length &&
	       (prefix.length == 0 || memcmp(s.data, prefix.data, prefix.length) == 0);
}

bool str_starts_with_nocase(struct str s, struct str prefix); /* ASCII letters only */
static inline bool str_ends_with(struct str s, struct str suffix)
{
	return s.length >= suffix.length && (suffix.length == 0 || memcmp(s.data + s.length - suffix.length,
									   suffix.data, suffix.length) == 0);
}

/* The offset of the first occurrence at or after `from`, or STR_NPOS. */
size_t str_find(struct str s, struct str needle, size_t from);
size_t str_find_nocase(struct str s, struct str needle, size_t from); /* ASCII letters only */
size_t str_find_last_char(struct str s, char c);
static inline size_t str_find_char(struct str s, char c, size_t from)
{
	const char *hit = from < s.length ? (const char *)memchr(s.data + from, c, s.length - from) : NULL;

	return hit ? (size_t)(hit - s.data) : STR_NPOS;
}

/* Slices; offsets past the end are taken as the end. */
static inline struct str str_slice(struct str s, size_t start, size_t end)
{
	if (end > s.length)
		end = s.length;
	if (start > end)
		start = end;
	return (struct str){s.data ? s.data + start : NULL, end - start};
}

static inline struct str str_from_offset(struct str s, size_t start)
{
	return str_slice(s, start, s.length);
}

/* Without the white space (space, tab, line ends, form feed) at both ends. */
struct str str_trim(struct str s);

/* Takes the next piece off the front of *rest, up to `separator`; false when nothing is left. */
bool str_next(struct str *rest, char separator, struct str *piece);

/* A decimal number that is all of `s`; false when it is not one or does not fit. */
bool str_to_int64(struct str s, int64_t *value);

uint64_t str_hash(struct str s); /* FNV-1a; stable, may be stored */

/* space \t \n \r \f */
static inline bool ascii_is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static inline bool ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool ascii_is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool ascii_is_alnum(char c)
{
	return ascii_is_alpha(c) || ascii_is_digit(c);
}

static inline char ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

#endif
