/* pack.h - bodies as they are stored: short ones as text, longer ones compressed */
#ifndef DATELINE_STORE_PACK_H
#define DATELINE_STORE_PACK_H

#include "dateline/base/buffer.h"

/* A packed body is one frame of Zstandard (RFC 8878) that says how long the text is and has a checksum. In
 * the library its type tells it: a BLOB is packed, TEXT is the body itself, as all were before version 5. */
#define PACK_TEXT_MOST                                                                                       \
	((size_t)64 << 20) /* longer texts are stored as they are, and no frame may hold more */

/* The memory that packing and unpacking need, kept from one body to the next; of one thread at a time. Zeroes
 * are ready for use. */
struct packer {
	void *compressor, *expander;
	struct buffer frame;
};

void packer_finish(struct packer *packer); /* may be repeated */

/* Packs a text.
 *   returns  the frame, until the next one is made; absent when the text is stored as it is: it is short,
 * very long, or would become hardly shorter */
struct str pack_text(struct packer *packer, struct str text);

/* Unpacks a frame at the end of `out`. False, with `out` as it was, when the bytes are damaged or are none.
 */
bool unpack_text(struct packer *packer, struct str frame, struct buffer *out);

#endif
