/* eight.h - eight bytes of a text at once in one register: most text is long runs of what needs no look */
#ifndef DATELINE_BASE_EIGHT_H
#define DATELINE_BASE_EIGHT_H

#include "dateline/base/str.h"

#define EIGHT_OF(byte) (0x0101010101010101u * (unsigned char)(byte))
#define EIGHT_HIGHS EIGHT_OF(0x80)

/* Less than eight bytes: two loads that overlap where there are four, else one by one. */
static inline uint64_t eight_of_short(const char *bytes, size_t count)
{
	uint64_t eight = 0;

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	if (count >= 4) {
		uint32_t first, last;

		memcpy(&first, bytes, sizeof first);
		memcpy(&last, bytes + count - sizeof last, sizeof last);
		return first | (uint64_t)last << (count - sizeof last) * 8;
	}
#endif
	while (count > 0)
		eight = eight << 8 | (unsigned char)bytes[--count];
	return eight;
}

/* All eight must be readable. */
static inline uint64_t eight_load(const char *bytes)
{
	uint64_t eight;

	memcpy(&eight, bytes, sizeof eight);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	eight = __builtin_bswap64(eight);
#endif
	return eight;
}

/* The bytes at `at`, the first one lowest; zeroes stand behind the end of the text. */
static inline uint64_t eight_at(struct str text, size_t at)
{
	size_t left = text.length - at;

	if (left >= 8)
		return eight_load(text.data + at);
	/* the last bytes of a text are loaded with those before them, which are shifted out */
	if (text.length >= 8 && left > 0)
		return eight_load(text.data + text.length - 8) >> (8 - left) * 8;
	return left ? eight_of_short(text.data + at, left) : 0; /* nothing may have no address */
}

static inline void eight_store(char *bytes, uint64_t eight)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	eight = __builtin_bswap64(eight);
#endif
	memcpy(bytes, &eight, sizeof eight);
}

/* The functions that follow mark bytes: the highest bit of each byte that is so is set, and no other bit. */

static inline uint64_t eight_equal(uint64_t eight, char byte)
{
	uint64_t differs = eight ^ EIGHT_OF(byte);

	return ~(((differs & ~EIGHT_HIGHS) + ~EIGHT_HIGHS) | differs) & EIGHT_HIGHS;
}

/* Below `limit`, which is at most 0x80. */
static inline uint64_t eight_below(uint64_t eight, unsigned char limit)
{
	return ~(((eight & ~EIGHT_HIGHS) + EIGHT_OF(0x80 - limit)) | eight) & EIGHT_HIGHS;
}

/* A to Z and a to z. */
static inline uint64_t eight_letters(uint64_t eight)
{
	uint64_t lower = (eight | EIGHT_OF(0x20)) & ~EIGHT_HIGHS;
	uint64_t from_a = lower + EIGHT_OF(0x80 - 'a'), past_z = lower + EIGHT_OF(0x7f - 'z');

	return from_a & ~past_z & ~eight & EIGHT_HIGHS;
}

/* How many bytes stand before the first that is marked. */
static inline size_t eight_before(uint64_t marks)
{
	return marks ? (size_t)__builtin_ctzll(marks) / 8 : 8;
}

/* The first `count` bytes of eight, zeroes for the others. */
static inline uint64_t eight_first(uint64_t eight, size_t count)
{
	return count < 8 ? eight & ((UINT64_C(1) << count * 8) - 1) : eight;
}

#endif
