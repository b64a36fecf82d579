/* verb.h - which English words are surely the verb of a clause */
#ifndef DATELINE_QUOTE_VERB_H
#define DATELINE_QUOTE_VERB_H

#include "quote/document.h"

/* Is this token surely a finite verb: an auxiliary, a past form, a pronoun with one (he’s, they’ll)? */
bool verb_is_finite(const struct document *document, uint32_t at);

/* Is a verb to be found where the verb of a clause stands, before a comma or a relative clause? `first` begins
 * the clause and is no verb itself. */
bool verb_is_between(const struct document *document, uint32_t first, uint32_t end);

#endif
