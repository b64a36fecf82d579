/* document.h - untrusted bytes to one arena tree, for XML and for HTML */
#ifndef DATELINE_MARKUP_DOCUMENT_H
#define DATELINE_MARKUP_DOCUMENT_H

#include "dateline/base/error.h"
#include "dateline/base/warnings.h"
#include "dateline/markup/node.h"

/* A whole XML document. Ill-formed XML is repaired, each repair a warning with its line; one fault costs at
 * most the piece that it stands in. text     UTF-8 (see charset.h); slices of it may stay in the tree, so it
 * must live as long as `arena` root     receives the root element Errors: ERROR_MALFORMED when there is no
 * element at all, ERROR_TOO_LARGE past a limit of limits.h. No external entities, no DTD, no XInclude, no
 * network. */
bool markup_parse_xml(struct str text, struct arena *arena, struct node **root, struct warnings *warnings,
	struct error *error);

/* HTML, a whole page or a fragment: never fails, as a browser never does. Gives a parentless element without
 * a name, whose children are the top-level nodes (html, or the fragment's own). Implied end tags, void
 * elements, raw text and table rules as the HTML standard has them, where they matter to a reader. Slices of
 * the text, which is UTF-8, stay in the tree. More nodes than are read are a warning; `warnings` may be NULL.
 */
struct node *markup_parse_html(struct str text, struct arena *arena, struct warnings *warnings);

/* How far lines were counted; zeroes at first. */
struct html_place {
	size_t offset;
	unsigned line;
};

/* The line, from 1, of a node of HTML; `text` is what it was read from. Goes on from the last one asked for.
 */
unsigned html_line(struct str text, const struct node *node, struct html_place *counted);

#endif
