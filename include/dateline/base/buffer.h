/* buffer.h - bytes that grow: on the heap, for output and for text of unknown length */
#ifndef DATELINE_BASE_BUFFER_H
#define DATELINE_BASE_BUFFER_H

#include "dateline/base/str.h"

struct buffer {
	char *data;
	size_t length, capacity;
};

/* A buffer of zeroes is ready for use. Allocation never fails: without memory the program ends. */
void buffer_init(struct buffer *buffer);
void buffer_finish(struct buffer *buffer); /* may be repeated */
void buffer_clear(struct buffer *buffer);  /* keeps the memory */

char *buffer_room(
	struct buffer *buffer, size_t more); /* where `more` bytes may be written; then add to length */
void buffer_add(struct buffer *buffer, struct str s);
void buffer_add_char(struct buffer *buffer, char c);
void buffer_add_codepoint(struct buffer *buffer, uint32_t codepoint); /* as UTF-8 */
void buffer_printf(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

struct str buffer_str(const struct buffer *buffer); /* borrowed, until the next change */

#endif
