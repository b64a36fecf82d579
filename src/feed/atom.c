#include "fields.h"
#include "formats.h"

/* Atom 1.0 (RFC 4287) and Atom 0.3. */

/* ---- links, people, categories */

static bool has_relation(struct str relation, struct str wanted)
{
	static const struct str registry = STR_INIT("http://www.iana.org/assignments/relation/");

	relation = str_trim(relation);
	if (str_starts_with_nocase(relation, registry))
		relation = str_from_offset(relation, registry.length);
	return str_equal_nocase(relation, wanted);
}

static void add_enclosure(
	struct reading *reading, struct draft *draft, const struct node *node, struct str url)
{
	struct enclosure enclosure = {.url = url};

	enclosure.type = reading_line(reading, node_attribute_spelt(node, "type"));
	enclosure.title = reading_line(reading, node_attribute_spelt(node, "title"));
	if (!str_to_int64(str_trim(node_attribute_spelt(node, "length")), &enclosure.length_bytes))
		enclosure.length_bytes = -1;
	reading_add_enclosure(reading, &draft->article, enclosure);
}

static bool is_page_type(struct str type)
{
	return type.length == 0 || str_find_nocase(type, STR("html"), 0) != STR_NPOS;
}

/* Relations are compared as they are written (RFC 4287 section 4.2.7.2); "ALTERNATE" will do where there is
 * none. */
static bool is_lower(struct str relation)
{
	for (size_t i = 0; i < relation.length; i++)
		if (relation.data[i] >= 'A' && relation.data[i] <= 'Z')
			return false;
	return true;
}

void atom_link(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	struct str relation = node_attribute_spelt(node, "rel"), address = node_attribute_spelt(node, "href"),
		   link;
	struct str type = str_trim(node_attribute_spelt(node, "type"));

	if (address.length == 0)
		address = node_text(node, reading->arena);
	if (has_relation(relation, STR("self")) || has_relation(relation, STR("hub")))
		return;
	link = reading_link(reading, reading_base(reading, node, draft->base), address, node->line);
	if (link.length == 0)
		return;
	if (relation.length == 0 || has_relation(relation, STR("alternate")))
		draft_offer_text(
			&draft->link, link, is_page_type(type) && is_lower(relation) ? rank : rank - 1);
	else if (has_relation(relation, STR("enclosure")))
		add_enclosure(reading, draft, node, link);
	else if (has_relation(relation, STR("replies")) && type.length && is_page_type(type))
		draft_offer_text(&draft->comments, link, rank);
}

void atom_person(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	field_author(reading, draft, node, rank);
}

void atom_category(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	struct str label = node_attribute_spelt(node, "label");

	(void)rank;
	if (str_trim(label).length == 0)
		label = node_attribute_spelt(node, "term");
	if (str_trim(label).length == 0)
		label = node_text(node, reading->arena);
	reading_add_tag(reading, &draft->article, label, TAG_CATEGORY);
}

void atom_id(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	draft_offer_text(&draft->guid, str_trim(node_text(node, reading->arena)), rank);
}

void atom_icon(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	field_icon(reading, draft, node, rank);
}

/* ---- the tables */

static const struct field_row entry_rows[] = {
	{NS_NONE, STR_INIT("title"), atom_title, 3},
	{NS_NONE, STR_INIT("link"), atom_link, 3},
	{NS_NONE, STR_INIT("id"), atom_id, 3},
	{NS_NONE, STR_INIT("summary"), atom_summary, 3},
	{NS_NONE, STR_INIT("content"), atom_content, 5},
	{NS_NONE, STR_INIT("author"), atom_person, 0},
	{NS_NONE, STR_INIT("category"), atom_category, 0},
	{NS_NONE, STR_INIT("published"), field_published, 5},
	{NS_NONE, STR_INIT("issued"), field_published, 5},
	{NS_NONE, STR_INIT("created"), field_published, 1},
	{NS_NONE, STR_INIT("updated"), field_updated, 5},
	{NS_NONE, STR_INIT("modified"), field_updated, 5},
	/* of RSS, where the two are mixed */
	{NS_NONE, STR_INIT("guid"), field_guid, 2},
	{NS_NONE, STR_INIT("description"), field_description, 1},
	{NS_NONE, STR_INIT("pubDate"), field_published, 2},
	{NS_NONE, STR_INIT("enclosure"), field_enclosure, 0},
};

static const struct field_row feed_rows[] = {
	{NS_NONE, STR_INIT("title"), atom_title, 3},
	{NS_NONE, STR_INIT("link"), atom_link, 3},
	{NS_NONE, STR_INIT("subtitle"), atom_summary, 3},
	{NS_NONE, STR_INIT("tagline"), atom_summary, 3},
	{NS_NONE, STR_INIT("description"), field_description, 1},
	{NS_NONE, STR_INIT("updated"), field_updated, 5},
	{NS_NONE, STR_INIT("modified"), field_updated, 5},
	{NS_NONE, STR_INIT("author"), atom_person, 0},
	{NS_NONE, STR_INIT("icon"), atom_icon, 4},
	{NS_NONE, STR_INIT("logo"), atom_icon, 3},
	{NS_NONE, STR_INIT("generator"), field_generator, 0},
	{NS_NONE, STR_INIT("language"), field_language, 1},
};

static const struct field_table entry_fields = {entry_rows, COUNT_OF(entry_rows)};
static const struct field_table feed_fields = {feed_rows, COUNT_OF(feed_rows)};

static bool is_own(const struct node *node, struct str name)
{
	return node->kind == NODE_ELEMENT && field_is_own(node) && str_equal_nocase(node->name, name);
}

/* Of an entry that was copied from another feed, `source` says whose it is. */
static void read_source_authors(struct reading *reading, struct draft *draft, const struct node *entry)
{
	for (const struct node *source = entry->first; source; source = source->next) {
		if (!is_own(source, STR("source")))
			continue;
		for (const struct node *child = source->first; child; child = child->next)
			if (is_own(child, STR("author")) || node_is(child, NS_DC, "creator"))
				atom_person(reading, draft, child, 0);
	}
}

/* ---- reading */

static bool is_entry(const struct node *node)
{
	return is_own(node, STR("entry"));
}

static void read_entry(struct reading *reading, const struct node *node, struct str base)
{
	struct draft draft;

	draft_init(&draft, reading_base(reading, node, base));
	fields_read(reading, &draft, node, &entry_fields);
	if (draft.authors.count == 0)
		read_source_authors(reading, &draft, node);
	draft_become_article(reading, &draft, node);
}

static void read_entries(struct reading *reading, const struct node *root, struct str base)
{
	size_t count = 0;

	for (const struct node *node = root->first; node; node = node->next)
		count += is_entry(node);
	reading_expect_articles(reading, count);
	for (const struct node *node = root->first; node; node = node->next)
		if (is_entry(node))
			read_entry(reading, node, base);
}

static bool recognise_atom(const struct feed_document *document)
{
	const struct node *root = document->root;

	return root && field_is_own(root) &&
	       (str_equal_nocase(root->name, STR("feed")) || str_equal_nocase(root->name, STR("entry")));
}

static enum feed_format version_of(const struct node *root)
{
	struct str version = str_trim(node_attribute_spelt(root, "version"));

	return root->ns == NS_ATOM_03 || str_starts_with(version, STR("0.")) ? FORMAT_ATOM_03
									     : FORMAT_ATOM_10;
}

static bool read_atom(struct reading *reading, const struct feed_document *document, struct error *error)
{
	const struct node *root = document->root;
	struct draft draft;

	(void)error;
	reading->feed->format = version_of(root);
	draft_init(&draft, reading_base(reading, root, reading->base));
	if (is_entry(root)) {
		read_entry(reading, root, reading->base);
		return true;
	}
	fields_read(reading, &draft, root, &feed_fields);
	if (draft.language.text.length == 0)
		draft.language.text = reading_node_language(reading, root);
	draft_become_feed(reading, &draft);
	if (draft.base.length == 0)
		draft.base = reading->feed->link;
	read_entries(reading, root, draft.base);
	return true;
}

const struct format format_atom = {.name = "Atom", .recognise = recognise_atom, .read = read_atom};
