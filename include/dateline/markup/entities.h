/* entities.h - character references of HTML and XML */
#ifndef DATELINE_MARKUP_ENTITIES_H
#define DATELINE_MARKUP_ENTITIES_H

#include "dateline/base/arena.h"

/* Decodes one reference that begins at `offset` (on its '&').
 *   out      receives up to 8 bytes of UTF-8, *out_length how many
 *   in_attribute  HTML's rule for attributes: no semicolon and followed by '=' or a letter or digit is no
 * reference returns  bytes of `text` taken, 0 when this '&' is just an ampersand Source: HTML standard, named
 * character references and 13.2.5.72; numbers 128-159 are windows-1252. */
size_t entity_decode(struct str text, size_t offset, bool in_attribute, char out[8], size_t *out_length);

/* The room to decode a text in, sixteen bytes at a time. Only two references take more room decoded: 6 bytes
 * for the 5 of "&nGt;" and "&nLt;". */
static inline size_t entities_room(size_t length)
{
	return length + length / 5 + 16;
}

/* All references of a text decoded; `text` itself when it has none. */
struct str entities_decode(struct str text, bool in_attribute, struct arena *arena);

#endif
