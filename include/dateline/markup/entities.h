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

/* All references of a text decoded; `text` itself when it has none. */
struct str entities_decode(struct str text, bool in_attribute, struct arena *arena);

#endif
