/* windows1252.h - the one code page that everything mislabelled turns out to be */
#ifndef DATELINE_MARKUP_WINDOWS1252_H
#define DATELINE_MARKUP_WINDOWS1252_H

#include <stdint.h>

/* The code point of a byte. The five bytes that stand for nothing give U+FFFD. */
uint32_t windows1252_codepoint(unsigned char byte);

#endif
