/* node.h - a document as a tree: what every reader of XML or HTML here walks */
#ifndef DATELINE_MARKUP_NODE_H
#define DATELINE_MARKUP_NODE_H

#include "dateline/base/arena.h"
#include "dateline/base/str.h"

enum node_kind { NODE_ELEMENT, NODE_TEXT };

/* Namespaces that feeds use, whatever the prefix, misspelt addresses included; NS_NONE without one. */
enum namespace {
	NS_NONE,
	NS_OTHER, /* one that nobody here reads */
	NS_RSS,   /* RSS 1.0, and the addresses that RSS 2.0 feeds invent */
	NS_RSS_090,
	NS_RDF,
	NS_ATOM,
	NS_ATOM_03,
	NS_CONTENT,
	NS_DC,
	NS_DCTERMS,
	NS_MEDIA,
	NS_ITUNES,
	NS_PODCAST,
	NS_SLASH,
	NS_WFW,
	NS_FEEDBURNER,
	NS_SYNDICATION,
	NS_THREAD,
	NS_ADMIN,
	NS_ENCLOSURE,
	NS_WEBFEEDS,
	NS_PRISM,
	NS_XHTML,
	NS_SVG,
	NS_MATHML,
	NS_XML,
	NS_XMLNS, /* of the attribute "xmlns" alone */
};

struct attribute {
	struct str name;  /* local name; lower case in HTML */
	struct str value; /* decoded */
	enum namespace ns;
	struct attribute *next; /* in document order */
};

/* 64 bytes: a tree is the largest thing that a document makes. */
struct node {
	enum node_kind kind : 8;
	enum namespace ns : 8;
	uint8_t tag;     /* HTML: enum html_tag of html.h, 0 for an unknown element; XML: 0 */
	bool has_prefix; /* XML: the name was written with one that is not the document's own */
	union {
		unsigned line;   /* XML: in the source, from 1 */
		unsigned offset; /* HTML: in the source; html_line counts the line, which is seldom asked for
				  */
	};
	union {
		struct str name; /* element: local name; lower case in HTML */
		struct str text; /* text node: decoded UTF-8 */
	};
	struct attribute *attributes;
	struct node *parent, *first, *next;
	struct node *previous; /* of a first child the last one: see node_previous and node_last */
};

static inline struct node *node_last(const struct node *parent)
{
	return parent->first ? parent->first->previous : NULL;
}

static inline struct node *node_previous(const struct node *node)
{
	return node->parent && node->parent->first == node ? NULL : node->previous;
}

/* Makes a node that has no parent the last child of one. */
static inline void node_append(struct node *parent, struct node *node)
{
	struct node *first = parent->first;

	node->parent = parent;
	node->next = NULL;
	node->previous = first ? first->previous : node;
	*(first ? &first->previous->next : &parent->first) = node;
	parent->first->previous = node;
}

/* Takes a node and all in it away from its parent, which it goes on to name. */
void node_unlink(struct node *node);

struct str node_attribute_named(const struct node *node, enum namespace ns, struct str name);
struct str node_attribute_written(const struct node *node, struct str name); /* of node_attribute_spelt */

/* The value of an attribute without namespace, or STR_NONE. In line, as names are constants of known length.
 */
static inline struct str node_attribute(const struct node *node, const char *name)
{
	return node->attributes ? node_attribute_named(node, NS_NONE, str_from(name)) : STR_NONE;
}

static inline struct str node_attribute_ns(const struct node *node, enum namespace ns, const char *name)
{
	return node->attributes ? node_attribute_named(node, ns, str_from(name)) : STR_NONE;
}

/* The same as publishers spell it: in any case, or with the prefix of the element itself (media:url). */
static inline struct str node_attribute_spelt(const struct node *node, const char *name)
{
	return node->attributes ? node_attribute_written(node, str_from(name)) : STR_NONE;
}

static inline bool node_is(const struct node *node, enum namespace ns, const char *name)
{
	return node->kind == NODE_ELEMENT && node->ns == ns && str_equal(node->name, str_from(name));
}

bool node_has_elements(const struct node *node); /* among its children */

/* The first child element of that name, or NULL. */
struct node *node_child(const struct node *node, enum namespace ns, const char *name);

/* The next node in document order inside `top`, or NULL at the end; start with node == top. */
struct node *node_after(const struct node *node, const struct node *top);
struct node *node_skip(const struct node *node, const struct node *top); /* the same, past its children */

/* All text below a node, joined; a single text node's own bytes are not copied. */
struct str node_text(const struct node *node, struct arena *arena);

/* What stands inside an element, as HTML: a body is kept as text, whatever it came as.
 *   base  the address for relative links where a nested xml:base needs resolving; may be absent */
struct str node_inner_html(const struct node *node, struct str base, struct arena *arena);

/* The same where the text is markup itself, escaped once: <div>one &lt;b>two&lt;/b></div>. */
struct str node_inner_markup(const struct node *node, struct arena *arena);

#endif
