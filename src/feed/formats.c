#include "formats.h"

/* In this order: what says its name first, plain text, which anything may be, last. */
static const struct format *const formats[] = {
	&format_rss,
	&format_rdf,
	&format_atom,
	&format_json,
	&format_webpage,
	&format_plaintext,
};

const struct format *formats_find(const struct feed_document *document)
{
	for (size_t i = 0; i < COUNT_OF(formats); i++)
		if (formats[i]->recognise(document))
			return formats[i];
	return NULL;
}
