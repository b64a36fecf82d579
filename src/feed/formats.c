#include "formats.h"

/* In this order: what says its name first, plain text, which anything may be, last. */
#define FORMATS(row) row(rss) row(rdf) row(atom) row(json) row(webpage) row(plaintext)

#define DECLARE(name) extern const struct format format_##name;
#define ADDRESS(name) &format_##name,

FORMATS(DECLARE)

static const struct format *const formats[] = {FORMATS(ADDRESS)};

const struct format *formats_find(const struct feed_document *document)
{
	for (size_t i = 0; i < COUNT_OF(formats); i++)
		if (formats[i]->recognise(document))
			return formats[i];
	return NULL;
}
