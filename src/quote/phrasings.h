/* phrasings.h - set phrases after a quotation that name its speaker: “…,” came the reply from X */
#ifndef DATELINE_QUOTE_PHRASINGS_H
#define DATELINE_QUOTE_PHRASINGS_H

#include "quote/context.h"

/* Each reads the words after the marks, from token `at` on. */

/* “…,” came the reply from X; «…», fue la respuesta de X */
struct attribution from_reply(const struct context *context, uint32_t at);

/* «…», se limitó a responder X; « … », a tenu à préciser X */
struct attribution from_infinitive(const struct context *context, uint32_t at);

/* „…“, hieß es von X */
struct attribution from_impersonal(const struct context *context, uint32_t at);

/* A word in small letters that may be a verb of which no table knows: no language's list of them is full. */
bool may_be_verb(const struct document *document, uint32_t at);

/* Is it the infinitive that stands before a colon (X se limitó a responder: «…»)? Gives the verb that it
 * depends on; `at` when it depends on none. */
uint32_t governing_verb(const struct document *document, uint32_t at, uint32_t floor);

#endif
