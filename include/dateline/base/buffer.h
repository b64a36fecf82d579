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

char *buffer_grow(
	struct buffer *buffer, size_t more); /* of buffer_room, which is what is meant to be called */

/* Where `more` bytes may be written; then add to length. */
static inline char *buffer_room(struct buffer *buffer, size_t more)
{
	return more > buffer->capacity - buffer->length ? buffer_grow(buffer, more)
							: buffer->data + buffer->length;
}

static inline void buffer_add(struct buffer *buffer, struct str s)
{
	if (s.length == 0)
		return;
	memcpy(buffer_room(buffer, s.length), s.data, s.length);
	buffer->length += s.length;
}

static inline void buffer_add_char(struct buffer *buffer, char c)
{
	*buffer_room(buffer, 1) = c;
	buffer->length++;
}

void buffer_add_codepoint(struct buffer *buffer, uint32_t codepoint); /* as UTF-8 */
void buffer_printf(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

struct str buffer_str(const struct buffer *buffer); /* borrowed, until the next change */

#endif
