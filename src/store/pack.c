#include "store/pack.h"

#include <stdlib.h>
#include <zstd.h>

#define LEVEL 1        /* higher ones take twice the time and more for a hundredth of the size */
#define TEXT_LEAST 200 /* below, hardly anything is saved */
#define SAVED_LEAST 8  /* of a text an eighth at least must be saved, so that reading it is worth unpacking  \
			*/

static ZSTD_CCtx *compressor_of(struct packer *packer)
{
	ZSTD_CCtx *compressor = packer->compressor;

	if (compressor)
		return compressor;
	packer->compressor = compressor = ZSTD_createCCtx();
	if (compressor == NULL)
		abort();
	ZSTD_CCtx_setParameter(compressor, ZSTD_c_compressionLevel, LEVEL);
	ZSTD_CCtx_setParameter(compressor, ZSTD_c_checksumFlag, 1);
	return compressor;
}

static ZSTD_DCtx *expander_of(struct packer *packer)
{
	if (packer->expander == NULL && (packer->expander = ZSTD_createDCtx()) == NULL)
		abort();
	return packer->expander;
}

void packer_finish(struct packer *packer)
{
	ZSTD_freeCCtx(packer->compressor);
	ZSTD_freeDCtx(packer->expander);
	buffer_finish(&packer->frame);
	*packer = (struct packer){0};
}

struct str pack_text(struct packer *packer, struct str text)
{
	size_t room = ZSTD_compressBound(text.length), length;

	if (text.length < TEXT_LEAST || text.length > PACK_TEXT_MOST)
		return STR_NONE;
	buffer_clear(&packer->frame);
	length = ZSTD_compress2(
		compressor_of(packer), buffer_room(&packer->frame, room), room, text.data, text.length);
	if (ZSTD_isError(length) || length > text.length - text.length / SAVED_LEAST)
		return STR_NONE;
	packer->frame.length = length;
	return buffer_str(&packer->frame);
}

/* The length is the file's word: no more room is made than a text may take, and it must be the true one. */
bool unpack_text(struct packer *packer, struct str frame, struct buffer *out)
{
	unsigned long long length = ZSTD_getFrameContentSize(frame.data, frame.length);
	size_t written;

	if (length > PACK_TEXT_MOST) /* the codes for "unknown" and "no frame" are higher */
		return false;
	written = ZSTD_decompressDCtx(expander_of(packer), buffer_room(out, (size_t)length), (size_t)length,
		frame.data, frame.length);
	if (ZSTD_isError(written) || written != length)
		return false;
	out->length += written;
	return true;
}
