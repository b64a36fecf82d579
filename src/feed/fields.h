/* fields.h - what elements say about a feed or an article, as rows: an element, how it is read, where it goes
 */
#ifndef DATELINE_FEED_FIELDS_H
#define DATELINE_FEED_FIELDS_H

#include "reading.h"

/* Several elements may give the same thing; the row with the higher rank wins, and among equals the first
 * element. */
struct text_slot {
	struct str text;
	int rank;
};

struct time_slot {
	int64_t time;
	int rank;
};

struct content_slot {
	struct content content;
	int rank;
};

/* What is collected of one article, or of the feed itself, before it is settled. */
struct draft {
	struct text_slot title, link, guid, language, image, comments, icon, generator, original_enclosure;
	struct text_slot body_language; /* of the content, or else the summary: where the whole says none */
	struct content_slot summary, content;
	struct time_slot published, updated;
	struct str_list authors, owners; /* owners: where there are no authors */
	struct article article;          /* for its tags and enclosures */
	struct str base;                 /* of the element that holds the fields */
};

enum vocabulary { VOCABULARY_RSS, VOCABULARY_ATOM };

struct field_row {
	enum namespace ns; /* NS_NONE: the format's own elements, whatever namespace they were put in */
	struct str name;
	void (*read)(struct reading *reading, struct draft *draft, const struct node *node, int rank);
	int rank;
};

struct field_table {
	const struct field_row *rows; /* by namespace */
	size_t count;
};

/* RDF parts what is several: <dc:creator><rdf:Seq><rdf:li>. The next such part of `node` behind `after`
 * (itself at first), or NULL. */
const struct node *field_member(const struct node *after, const struct node *node);

/* Is this an element of the format itself, and not of a module? */
bool field_is_own(const struct node *node);

/* Reads each child of `parent` by the first table that has a row for it. */
void fields_read(struct reading *reading, struct draft *draft, const struct node *parent,
	const struct field_table *own);

void draft_init(struct draft *draft, struct str base);

/* Settles the draft of the feed itself. */
void draft_become_feed(struct reading *reading, struct draft *draft);

/* Settles the draft of an article and adds it to the feed. */
void draft_become_article(struct reading *reading, struct draft *draft, const struct node *node);

void draft_offer_text(struct text_slot *slot, struct str text, int rank);
void draft_offer_content(struct content_slot *slot, struct content content, int rank);

/* ---- readers that several formats use */
typedef void field_reader(struct reading *reading, struct draft *draft, const struct node *node, int rank);

field_reader field_title, field_description, field_body, field_link, field_guid, field_language,
	field_generator, field_comments, field_author, field_category, field_enclosure, field_published,
	field_updated, field_icon, field_rss_image, field_image, field_subject, field_keywords,
	field_body_language, field_owner, field_webmaster;
field_reader atom_title, atom_summary, atom_content, atom_link, atom_person, atom_category, atom_id,
	atom_icon;

extern const struct field_table module_fields;

#endif
