/* xml_reader.h - the state of one reading of XML, shared by the files xml*.c */
#ifndef DATELINE_MARKUP_XML_READER_H
#define DATELINE_MARKUP_XML_READER_H

#include "dateline/base/buffer.h"
#include "dateline/base/limits.h"
#include "dateline/base/warnings.h"
#include "dateline/markup/node.h"
#include "doctype.h"

struct binding { /* a namespace declaration in force */
	struct str prefix;
	enum namespace ns;
	unsigned depth; /* of the element that declares it */
};

struct xml_reader {
	struct str text;
	size_t at;
	struct arena *arena;
	struct warnings *warnings;
	struct buffer scratch; /* for text that must be put together */
	/* the tree */
	struct node *document;  /* without a name; its children are the roots */
	struct node *current;   /* the innermost open element */
	unsigned depth;         /* of `current`; 0 for the document */
	unsigned ignored_depth; /* open elements below ELEMENT_DEPTH_MOST, which have no nodes */
	struct str root_prefix; /* of a root in a namespace that nobody knows */
	size_t nodes_left;
	struct binding bindings[NAMESPACES_MOST];
	size_t binding_count;
	struct entity_list entities;
	/* where things stand */
	unsigned line; /* of the offset `line_at` */
	size_t line_at;
	size_t cdata_end; /* the next "]]>" that was looked up, STR_NPOS when there is none */
	bool has_no_comment_end, has_no_instruction_end; /* from here on */
	bool is_repaired;                                /* anything was ill-formed, */
	size_t first_repair;                             /* first here */
	bool is_cut;                                     /* a limit ended the reading */
	bool ends_in_end_tag;                            /* the document ends in the middle of one */
};

/* The line of an offset; offsets must not go back much, for it counts on from the last one. */
unsigned xml_line(struct xml_reader *reader, size_t offset);

/* Notes that the document is ill-formed, and how that was repaired. */
void xml_repaired(struct xml_reader *reader, size_t offset, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* ---- xml_tag.c: both take the tag at reader->at, which is on its '<', and move on; false when it is no tag
 * but text */
bool xml_read_start_tag(struct xml_reader *reader);
bool xml_read_end_tag(struct xml_reader *reader);

/* ---- xml_text.c */
void xml_read_text(struct xml_reader *reader, size_t end); /* from reader->at */
void xml_read_cdata(struct xml_reader *reader);
struct str xml_decode(struct xml_reader *reader, struct str text); /* references decoded */

/* ---- xml_tree.c */
struct node *xml_new_node(struct xml_reader *reader, enum node_kind kind); /* NULL past the limit */
void xml_append(struct xml_reader *reader, struct node *node);             /* to the innermost element */
void xml_open(struct xml_reader *reader, struct node *node, bool is_empty);
void xml_close(struct xml_reader *reader, struct str name); /* an end tag, with its prefix */
void xml_close_all(struct xml_reader *reader);              /* the end of the document */

#endif
