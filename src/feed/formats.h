/* formats.h - what a format is: how it is recognised, and how it is read. One more is a file that defines
 * `const struct format format_NAME`, and its NAME among the FORMATS of formats.c. */
#ifndef DATELINE_FEED_FORMATS_H
#define DATELINE_FEED_FORMATS_H

#include "dateline/base/json.h"
#include "reading.h"

/* A source, prepared once for all formats. */
struct feed_document {
	struct str text;         /* UTF-8 */
	struct str media_type;   /* may be absent */
	const struct node *root; /* when it is XML, else NULL */
	const struct json *json; /* when it is JSON, else NULL */
	bool is_html;            /* it begins as a web page does */
	bool is_cut;             /* it is JSON that could be read up to a fault */
};

struct format {
	const char *name; /* for people */
	bool (*recognise)(const struct feed_document *document);
	bool (*read)(struct reading *reading, const struct feed_document *document, struct error *error);
};

/* The first format that recognises the document, or NULL. */
const struct format *formats_find(const struct feed_document *document);

#endif
