/* utf8_blocks.h - whether text is UTF-8, sixteen bytes at a time */
#ifndef DATELINE_BASE_UTF8_BLOCKS_H
#define DATELINE_BASE_UTF8_BLOCKS_H

#include "dateline/base/sixteen.h"

/* The bytes that stand behind a certain one, which may be the last of the block before. */
static inline uint32_t utf8_behind(struct sixteen s, unsigned char byte, unsigned char before)
{
	return sixteen_equal(s, (char)byte) << 1 | (before == byte);
}

/* Marks the bytes of a block that are no UTF-8 where they stand, each at its own place or at that of the next
 * one of its sequence (RFC 3629 section 4, as in utf8_length_at).
 *   before   the byte before the block, 0 at the beginning of the text
 *   awaited  which of the first bytes must go on a sequence: 0 at the beginning, then what the last block
 * left */
static inline uint32_t utf8_misplaced(struct sixteen s, unsigned char before, uint32_t *awaited)
{
	uint32_t lead = ~sixteen_at_most(s, 0xbf) & SIXTEEN_ALL,
		 of_three = ~sixteen_at_most(s, 0xdf) & SIXTEEN_ALL,
		 of_four = ~sixteen_at_most(s, 0xef) & SIXTEEN_ALL;
	uint32_t wanted = lead << 1 | of_three << 2 | of_four << 3 | *awaited;
	uint32_t faults = wanted ^ (sixteen_high(s) & ~lead);
	/* the leads whose second byte is not any continuation */
	uint32_t picky = sixteen_equal(s, '\xe0') | sixteen_equal(s, '\xed') | of_four;

	faults |= lead & sixteen_at_most(s, 0xc1);
	if (picky || before == 0xe0 || before == 0xed || before >= 0xf0) {
		uint32_t below_90 = sixteen_at_most(s, 0x8f), below_a0 = sixteen_at_most(s, 0x9f);

		faults |= (utf8_behind(s, 0xe0, before) & below_a0) |
			  (utf8_behind(s, 0xed, before) & ~below_a0) |
			  (utf8_behind(s, 0xf0, before) & below_90) |
			  (utf8_behind(s, 0xf4, before) & ~below_90) | (of_four & ~sixteen_at_most(s, 0xf4));
	}
	*awaited = wanted >> 16;
	return faults & SIXTEEN_ALL;
}

#endif
