/* lexer.h - the smallest pieces of a query, found at an offset of its text */
#ifndef DATELINE_QUERY_LEXER_H
#define DATELINE_QUERY_LEXER_H

#include "dateline/base/arena.h"

size_t lex_blank(struct str text, size_t at); /* length of the white space at `at`, 0 when there is none */
size_t lex_skip(struct str text, size_t at);  /* the first offset that is not white space */

/* The end of the word at `at`, which may be `at`. In values a comma ends it as well. */
size_t lex_word(struct str text, size_t at, bool in_value);

/* "AND", "OR", "NOT" or "|" as a whole word at `at`: its length, else 0. */
size_t lex_operator(struct str text, size_t at, const char *operator);

/* The name before the first colon when it can be a field: its length, else 0. */
size_t lex_field(struct str text, size_t at);

/* The length of the quotation mark that opens a phrase at `at`, else 0. */
size_t lex_quote(struct str text, size_t at);

/* Reads the phrase that opens at `at`, without marks and escapes. False when it is never closed. */
bool lex_phrase(struct str text, size_t at, struct arena *arena, struct str *phrase, size_t *end);

/* Reads /pattern/ or /pattern/i. False when it is never closed. */
bool lex_regex(struct str text, size_t at, struct str *pattern, bool *ignores_case, size_t *end);

#endif
