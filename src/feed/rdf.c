#include "formats.h"
#include "rss.h"

/* RSS 0.90 and 1.0: RSS in RDF, whose items stand beside the channel. */

static bool recognise_rdf(const struct feed_document *document)
{
	return document->root && (document->root->ns == NS_RDF || field_is_own(document->root)) &&
	       str_equal_nocase(document->root->name, STR("RDF"));
}

static bool is_netscape(const struct node *root)
{
	if (str_find(node_attribute_ns(root, NS_XMLNS, "xmlns"), STR("rdf/simple/0.9"), 0) != STR_NPOS)
		return true;
	for (const struct node *node = root->first; node; node = node->next)
		if (node->ns == NS_RSS_090)
			return true;
	return false;
}

static bool read_rdf(struct reading *reading, const struct feed_document *document, struct error *error)
{
	(void)error;
	reading->feed->format = is_netscape(document->root) ? FORMAT_RSS_090 : FORMAT_RSS_10;
	rss_read(reading, document->root);
	return true;
}

const struct format format_rdf = {.name = "RDF", .recognise = recognise_rdf, .read = read_rdf};
