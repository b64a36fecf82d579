#include "dateline/base/str.h"

#include <string.h>

#define SHORT_NEEDLE                                                                                         \
	8 /* bytes: found in time that grows with the text alone, however often it almost occurs */

bool str_same_nocase(const char *a, const char *b, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (ascii_lower(a[i]) != ascii_lower(b[i]))
			return false;
	return true;
}

int str_compare(struct str a, struct str b)
{
	size_t shorter = a.length < b.length ? a.length : b.length;
	int order = shorter ? memcmp(a.data, b.data, shorter) : 0;

	if (order != 0 || a.length == b.length)
		return order;
	return a.length < b.length ? -1 : 1;
}

bool str_starts_with_nocase(struct str s, struct str prefix)
{
	return s.length >= prefix.length && str_same_nocase(s.data, prefix.data, prefix.length);
}

/* memmem takes some 500 instructions before it looks at the first byte, and memchr looks at 32 in one. */
static size_t find_short(struct str s, struct str needle, size_t from)
{
	for (size_t last = s.length - needle.length; from <= last; from++) {
		const char *hit = memchr(s.data + from, needle.data[0], last + 1 - from);

		if (hit == NULL)
			return STR_NPOS;
		from = (size_t)(hit - s.data);
		if (memcmp(hit, needle.data, needle.length) == 0)
			return from;
	}
	return STR_NPOS;
}

size_t str_find(struct str s, struct str needle, size_t from)
{
	const char *hit;

	if (from > s.length || needle.length > s.length - from)
		return STR_NPOS;
	if (needle.length == 0)
		return from;
	if (needle.length <= SHORT_NEEDLE)
		return find_short(s, needle, from);
	hit = memmem(s.data + from, s.length - from, needle.data, needle.length);
	return hit ? (size_t)(hit - s.data) : STR_NPOS;
}

size_t str_find_nocase(struct str s, struct str needle, size_t from)
{
	char first = needle.length ? ascii_lower(needle.data[0]) : '\0';

	if (needle.length > s.length)
		return STR_NPOS;
	for (size_t i = from; i <= s.length - needle.length; i++)
		if (needle.length == 0 ||
			(ascii_lower(s.data[i]) == first &&
				str_same_nocase(s.data + i + 1, needle.data + 1, needle.length - 1)))
			return i;
	return STR_NPOS;
}

size_t str_find_last_char(struct str s, char c)
{
	const char *hit = s.length ? memrchr(s.data, c, s.length) : NULL;

	return hit ? (size_t)(hit - s.data) : STR_NPOS;
}

struct str str_trim(struct str s)
{
	while (s.length && ascii_is_space(s.data[0])) {
		s.data++;
		s.length--;
	}
	while (s.length && ascii_is_space(s.data[s.length - 1]))
		s.length--;
	return s;
}

bool str_next(struct str *rest, char separator, struct str *piece)
{
	size_t end;

	if (rest->data == NULL)
		return false;
	end = str_find_char(*rest, separator, 0);
	if (end == STR_NPOS) {
		*piece = *rest;
		*rest = STR_NONE;
	} else {
		*piece = str_slice(*rest, 0, end);
		*rest = str_from_offset(*rest, end + 1);
	}
	return true;
}

bool str_to_int64(struct str s, int64_t *value)
{
	bool is_negative = s.length && s.data[0] == '-';
	int64_t number = 0;
	size_t i = is_negative;

	if (i == s.length)
		return false;
	for (; i < s.length; i++) {
		if (!ascii_is_digit(s.data[i]))
			return false;
		if (__builtin_mul_overflow(number, 10, &number) ||
			__builtin_sub_overflow(number, s.data[i] - '0', &number))
			return false;
	}
	if (!is_negative && number == INT64_MIN)
		return false;
	*value = is_negative ? number : -number;
	return true;
}

uint64_t str_hash(struct str s)
{
	uint64_t hash = 0xcbf29ce484222325u;

	for (size_t i = 0; i < s.length; i++)
		hash = (hash ^ (unsigned char)s.data[i]) * 0x100000001b3u;
	return hash;
}
