#include "dateline/base/buffer.h"
#include "dateline/base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buffer_init(struct buffer *buffer)
{
	*buffer = (struct buffer){0};
}

void buffer_finish(struct buffer *buffer)
{
	free(buffer->data);
	buffer_init(buffer);
}

void buffer_clear(struct buffer *buffer)
{
	buffer->length = 0;
}

char *buffer_grow(struct buffer *buffer, size_t more)
{
	size_t wanted, doubled = buffer->capacity < 128 ? 256 : buffer->capacity * 2;

	if (__builtin_add_overflow(buffer->length, more, &wanted))
		abort();
	buffer->capacity = wanted > doubled ? wanted : doubled;
	buffer->data = realloc(buffer->data, buffer->capacity);
	if (buffer->data == NULL) {
		fputs("dateline: out of memory\n", stderr);
		abort();
	}
	return buffer->data + buffer->length;
}

void buffer_add_codepoint(struct buffer *buffer, uint32_t codepoint)
{
	buffer->length += utf8_encode(codepoint, buffer_room(buffer, 4));
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
	va_list args, again;
	int length;

	va_start(args, format);
	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length > 0) {
		vsnprintf(buffer_room(buffer, (size_t)length + 1), (size_t)length + 1, format, args);
		buffer->length += (size_t)length;
	}
	va_end(args);
}

struct str buffer_str(const struct buffer *buffer)
{
	return (struct str){buffer->data ? buffer->data : "", buffer->length};
}
