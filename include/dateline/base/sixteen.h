/* sixteen.h - sixteen bytes of a text at once: for each question one bit a byte, the first byte's lowest
 *
 * SSE2 is part of every x86-64 and NEON of every AArch64; elsewhere, and where DATELINE_PORTABLE is defined,
 * the same is done in two registers of eight bytes. What is asked of many bytes is cheaper here than with
 * eight.h: a mask of bits is counted, shifted and combined without a look at the bytes again.
 */
#ifndef DATELINE_BASE_SIXTEEN_H
#define DATELINE_BASE_SIXTEEN_H

#include "dateline/base/eight.h"

#define SIXTEEN_ALL 0xffffu

#if defined __SSE2__ && !defined DATELINE_PORTABLE

#include <emmintrin.h>

struct sixteen {
	__m128i bytes;
};

/* The sixteen bytes at `bytes`, all of which must be readable. */
static inline struct sixteen sixteen_load(const char *bytes)
{
	return (struct sixteen){_mm_loadu_si128((const __m128i *)(const void *)bytes)};
}

/* From two times eight bytes, as eight.h has them. */
static inline struct sixteen sixteen_of(uint64_t low, uint64_t high)
{
	return (struct sixteen){_mm_set_epi64x((long long)high, (long long)low)};
}

static inline void sixteen_store(char *bytes, struct sixteen s)
{
	_mm_storeu_si128((__m128i *)(void *)bytes, s.bytes);
}

static inline uint64_t sixteen_low(struct sixteen s)
{
	return (uint64_t)_mm_cvtsi128_si64(s.bytes);
}

static inline uint64_t sixteen_top(struct sixteen s)
{
	return (uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(s.bytes, s.bytes));
}

static inline struct sixteen sixteen_and(struct sixteen a, struct sixteen b)
{
	return (struct sixteen){_mm_and_si128(a.bytes, b.bytes)};
}

static inline uint32_t sixteen_mask(__m128i marks)
{
	return (uint32_t)_mm_movemask_epi8(marks);
}

static inline uint32_t sixteen_equal(struct sixteen s, char byte)
{
	return sixteen_mask(_mm_cmpeq_epi8(s.bytes, _mm_set1_epi8(byte)));
}

/* At most `limit`, as unsigned numbers. */
static inline uint32_t sixteen_at_most(struct sixteen s, unsigned char limit)
{
	__m128i least = _mm_min_epu8(s.bytes, _mm_set1_epi8((char)limit));

	return sixteen_mask(_mm_cmpeq_epi8(least, s.bytes));
}

/* 0x80 and more: what is not ASCII. */
static inline uint32_t sixteen_high(struct sixteen s)
{
	return sixteen_mask(s.bytes);
}

/* What is neither a control character nor beyond ASCII: 0x20 to 0x7e. */
static inline uint32_t sixteen_plain(struct sixteen s)
{
	__m128i from_blank = _mm_sub_epi8(s.bytes, _mm_set1_epi8(' '));
	__m128i least = _mm_min_epu8(from_blank, _mm_set1_epi8('~' - ' '));

	return sixteen_mask(_mm_cmpeq_epi8(least, from_blank));
}

/* A to Z and a to z. */
static inline uint32_t sixteen_letters(struct sixteen s)
{
	__m128i lower = _mm_or_si128(s.bytes, _mm_set1_epi8(0x20));
	__m128i from_a = _mm_sub_epi8(lower, _mm_set1_epi8('a'));
	__m128i least = _mm_min_epu8(from_a, _mm_set1_epi8('z' - 'a'));

	return sixteen_mask(_mm_cmpeq_epi8(least, from_a));
}

/* Those with bit 5 set: of letters, the small ones. */
static inline uint32_t sixteen_small(struct sixteen s)
{
	return sixteen_mask(_mm_slli_epi16(s.bytes, 2));
}

#elif defined __aarch64__ && defined __ARM_NEON && !defined DATELINE_PORTABLE

#include <arm_neon.h>

struct sixteen {
	uint8x16_t bytes;
};

static inline struct sixteen sixteen_load(const char *bytes)
{
	return (struct sixteen){vld1q_u8((const uint8_t *)bytes)};
}

static inline struct sixteen sixteen_of(uint64_t low, uint64_t high)
{
	return (struct sixteen){vcombine_u8(vcreate_u8(low), vcreate_u8(high))};
}

static inline void sixteen_store(char *bytes, struct sixteen s)
{
	vst1q_u8((uint8_t *)bytes, s.bytes);
}

static inline uint64_t sixteen_low(struct sixteen s)
{
	return vgetq_lane_u64(vreinterpretq_u64_u8(s.bytes), 0);
}

static inline uint64_t sixteen_top(struct sixteen s)
{
	return vgetq_lane_u64(vreinterpretq_u64_u8(s.bytes), 1);
}

static inline struct sixteen sixteen_and(struct sixteen a, struct sixteen b)
{
	return (struct sixteen){vandq_u8(a.bytes, b.bytes)};
}

/* NEON has no instruction for it: each lane keeps the bit of its place, and the halves are added up. */
static inline uint32_t sixteen_mask(uint8x16_t marks)
{
	static const uint8_t places[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
	uint8x16_t bits = vandq_u8(marks, vld1q_u8(places));

	return vaddv_u8(vget_low_u8(bits)) | (uint32_t)vaddv_u8(vget_high_u8(bits)) << 8;
}

static inline uint32_t sixteen_equal(struct sixteen s, char byte)
{
	return sixteen_mask(vceqq_u8(s.bytes, vdupq_n_u8((uint8_t)byte)));
}

static inline uint32_t sixteen_at_most(struct sixteen s, unsigned char limit)
{
	return sixteen_mask(vcleq_u8(s.bytes, vdupq_n_u8(limit)));
}

static inline uint32_t sixteen_high(struct sixteen s)
{
	return sixteen_mask(vcgeq_u8(s.bytes, vdupq_n_u8(0x80)));
}

static inline uint32_t sixteen_plain(struct sixteen s)
{
	return sixteen_mask(vcleq_u8(vsubq_u8(s.bytes, vdupq_n_u8(' ')), vdupq_n_u8('~' - ' ')));
}

static inline uint32_t sixteen_letters(struct sixteen s)
{
	uint8x16_t lower = vorrq_u8(s.bytes, vdupq_n_u8(0x20));

	return sixteen_mask(vcleq_u8(vsubq_u8(lower, vdupq_n_u8('a')), vdupq_n_u8('z' - 'a')));
}

static inline uint32_t sixteen_small(struct sixteen s)
{
	return sixteen_mask(vtstq_u8(s.bytes, vdupq_n_u8(0x20)));
}

#else

struct sixteen {
	uint64_t low, high;
};

static inline struct sixteen sixteen_load(const char *bytes)
{
	struct str text = {bytes, 16};

	return (struct sixteen){eight_at(text, 0), eight_at(text, 8)};
}

static inline struct sixteen sixteen_of(uint64_t low, uint64_t high)
{
	return (struct sixteen){low, high};
}

static inline void sixteen_store(char *bytes, struct sixteen s)
{
	eight_store(bytes, s.low);
	eight_store(bytes + 8, s.high);
}

static inline uint64_t sixteen_low(struct sixteen s)
{
	return s.low;
}

static inline uint64_t sixteen_top(struct sixteen s)
{
	return s.high;
}

static inline struct sixteen sixteen_and(struct sixteen a, struct sixteen b)
{
	return (struct sixteen){a.low & b.low, a.high & b.high};
}

/* The highest bits of eight bytes, gathered in one. */
static inline uint32_t eight_mask(uint64_t marks)
{
	return (uint32_t)(((marks & EIGHT_HIGHS) >> 7) * UINT64_C(0x0102040810204080) >> 56);
}

static inline uint32_t sixteen_mask(uint64_t low, uint64_t high)
{
	return eight_mask(low) | eight_mask(high) << 8;
}

static inline uint32_t sixteen_equal(struct sixteen s, char byte)
{
	return sixteen_mask(eight_equal(s.low, byte), eight_equal(s.high, byte));
}

static inline uint64_t eight_at_most(uint64_t eight, unsigned char limit)
{
	if (limit < 0x7f)
		return eight_below(eight, (unsigned char)(limit + 1));
	return ~eight | (((eight & ~EIGHT_HIGHS) + EIGHT_OF(0xff - limit)) ^ EIGHT_HIGHS);
}

static inline uint32_t sixteen_at_most(struct sixteen s, unsigned char limit)
{
	return sixteen_mask(eight_at_most(s.low, limit), eight_at_most(s.high, limit));
}

static inline uint32_t sixteen_high(struct sixteen s)
{
	return sixteen_mask(s.low, s.high);
}

static inline uint32_t sixteen_plain(struct sixteen s)
{
	return sixteen_mask(~(eight_below(s.low, ' ') | eight_equal(s.low, 0x7f) | s.low),
		~(eight_below(s.high, ' ') | eight_equal(s.high, 0x7f) | s.high));
}

static inline uint32_t sixteen_letters(struct sixteen s)
{
	return sixteen_mask(eight_letters(s.low), eight_letters(s.high));
}

static inline uint32_t sixteen_small(struct sixteen s)
{
	return sixteen_mask(s.low << 2, s.high << 2);
}

#endif

/* The last bytes of a text, less than sixteen: rare enough to stand apart from the loops. */
static __attribute__((noinline, unused)) struct sixteen sixteen_of_last(struct str text, size_t at)
{
	return text.length - at > 8 ? sixteen_of(eight_at(text, at), eight_at(text, at + 8))
				    : sixteen_of(eight_at(text, at), 0);
}

/* The bytes at `at`, which is at most the length; zeroes stand behind the end of the text. */
static inline struct sixteen sixteen_at(struct str text, size_t at)
{
	return text.length - at >= 16 ? sixteen_load(text.data + at) : sixteen_of_last(text, at);
}

/* The first `count` bytes of sixteen, zeroes for the others. */
static inline struct sixteen sixteen_first(struct sixteen s, size_t count)
{
	static const char keep[32] = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};

	return sixteen_and(s, sixteen_load(keep + 16 - count));
}

/* How many bytes stand before the first of sixteen that is marked. */
static inline size_t sixteen_before(uint32_t mask)
{
	return mask ? (size_t)__builtin_ctz(mask) : 16;
}

/* Copies a text from an offset up to the first `stop` (not NUL), which is found on the way; returns its
 * offset, or the length. `out` has room for sixteen bytes more than that. */
static inline size_t sixteen_copy_until(struct str text, size_t from, char stop, char *out)
{
	for (size_t at = from; at < text.length; at += 16, out += 16) {
		struct sixteen block = sixteen_at(text, at);
		uint32_t stops = sixteen_equal(block, stop);

		sixteen_store(out, block);
		if (stops)
			return at + sixteen_before(stops);
	}
	return text.length;
}

#endif
