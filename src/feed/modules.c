#include "fields.h"

/* Elements of the modules, which stand in feeds of every format. */

static void read_media_content(
	struct reading *reading, struct draft *draft, const struct node *node, int rank);
static void read_media_group(struct reading *reading, struct draft *draft, const struct node *node, int rank);

static void read_image(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	struct str address = node_attribute_spelt(node, "url");

	if (address.length == 0)
		address = node_attribute_spelt(node, "href");
	if (address.length == 0)
		address = node_text(node, reading->arena);
	address = reading_link(reading, reading_base(reading, node, draft->base), address, node->line);
	draft_offer_text(&draft->image, address, rank);
	draft_offer_text(&draft->icon, address, 0);
}

static void read_media_category(
	struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	struct str label = node_attribute_spelt(node, "label");

	if (label.length)
		reading_add_tag(reading, &draft->article, label, TAG_CATEGORY);
	else
		field_category(reading, draft, node, rank);
}

/* dc:date says neither first nor last; where nothing better is, it is when the article came out. */
static void read_date(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	field_published(reading, draft, node, rank);
}

/* The address of the enclosure before the burner counted its downloads. */
static void read_original_enclosure(
	struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	draft_offer_text(&draft->original_enclosure,
		reading_link(reading, draft->base, node_text(node, reading->arena), node->line), rank);
}

/* Itself, and what stands inside it: <itunes:category text="Arts"><itunes:category text="Food"/>. */
static void read_nested_category(
	struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	(void)rank;
	reading_add_tag(reading, &draft->article, node_attribute_spelt(node, "text"), TAG_CATEGORY);
	for (const struct node *child = node->first; child; child = child->next)
		if (node_is(child, node->ns, "category"))
			reading_add_tag(
				reading, &draft->article, node_attribute_spelt(child, "text"), TAG_CATEGORY);
}

/* The first address of "a.png 1500w, b.png 600w". */
static void read_image_set(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	struct str set = str_trim(node_attribute_spelt(node, "srcset")), address = STR_NONE;

	if (str_next(&set, ',', &address))
		address = str_slice(address, 0, str_find_char(address, ' ', 0));
	draft_offer_text(&draft->image,
		reading_link(reading, reading_base(reading, node, draft->base), address, node->line), rank);
}

/* The content module before it had "encoded": items of RDF, each with its value. */
static void read_content_items(
	struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	for (const struct node *part = node_after(node, node); part; part = node_after(part, node))
		if (node_is(part, NS_RDF, "value"))
			field_body(reading, draft, part, rank);
}

/* In the order of enum namespace: find_row goes by it. */
static const struct field_row rows[] = {
	{NS_ATOM, STR_INIT("link"), atom_link, 3},
	{NS_ATOM, STR_INIT("author"), atom_person, 0},
	{NS_ATOM, STR_INIT("title"), atom_title, 2},
	{NS_ATOM, STR_INIT("summary"), atom_summary, 2},
	{NS_ATOM, STR_INIT("content"), atom_content, 4},
	{NS_ATOM, STR_INIT("updated"), field_updated, 3},
	{NS_ATOM, STR_INIT("published"), field_published, 3},
	{NS_ATOM, STR_INIT("id"), atom_id, 1},
	{NS_ATOM, STR_INIT("category"), atom_category, 0},
	{NS_ATOM, STR_INIT("subtitle"), atom_summary, 1},
	{NS_ATOM, STR_INIT("generator"), field_generator, 0},
	{NS_ATOM, STR_INIT("issued"), field_published, 3},
	{NS_ATOM, STR_INIT("created"), field_published, 1},
	{NS_ATOM, STR_INIT("modified"), field_updated, 3},
	{NS_ATOM, STR_INIT("icon"), atom_icon, 3},
	{NS_ATOM, STR_INIT("logo"), atom_icon, 2},
	{NS_CONTENT, STR_INIT("encoded"), field_body, 5},
	{NS_CONTENT, STR_INIT("items"), read_content_items, 3},
	{NS_CONTENT, STR_INIT("item"), read_content_items, 3},
	{NS_DC, STR_INIT("title"), field_title, 1},
	{NS_DC, STR_INIT("creator"), field_author, 0},
	{NS_DC, STR_INIT("author"), field_author, 0},
	{NS_DC, STR_INIT("date"), read_date, 1},
	{NS_DC, STR_INIT("subject"), field_subject, 0},
	{NS_DC, STR_INIT("description"), field_description, 2},
	{NS_DC, STR_INIT("language"), field_language, 1},
	{NS_DCTERMS, STR_INIT("issued"), field_published, 4},
	{NS_DCTERMS, STR_INIT("available"), field_published, 2},
	{NS_DCTERMS, STR_INIT("created"), field_published, 1},
	{NS_DCTERMS, STR_INIT("modified"), field_updated, 4},
	{NS_DCTERMS, STR_INIT("date"), field_published, 1},
	{NS_DCTERMS, STR_INIT("creator"), field_author, 0},
	{NS_DCTERMS, STR_INIT("subject"), field_subject, 0},
	{NS_DCTERMS, STR_INIT("title"), field_title, 0},
	{NS_DCTERMS, STR_INIT("description"), field_description, 1},
	{NS_DCTERMS, STR_INIT("abstract"), field_description, 0},
	{NS_MEDIA, STR_INIT("content"), read_media_content, 3},
	{NS_MEDIA, STR_INIT("group"), read_media_group, 0},
	{NS_MEDIA, STR_INIT("thumbnail"), read_image, 2},
	{NS_MEDIA, STR_INIT("category"), read_media_category, 0},
	{NS_MEDIA, STR_INIT("keywords"), field_keywords, 0},
	{NS_MEDIA, STR_INIT("title"), field_title, -1},
	{NS_MEDIA, STR_INIT("description"), field_description, 0},
	{NS_ITUNES, STR_INIT("author"), field_author, 0},
	{NS_ITUNES, STR_INIT("owner"), field_owner, 0},
	{NS_ITUNES, STR_INIT("summary"), field_description, 1},
	{NS_ITUNES, STR_INIT("subtitle"), field_description, 0},
	{NS_ITUNES, STR_INIT("description"), field_description, 0}, /* Google's */
	{NS_ITUNES, STR_INIT("keywords"), field_keywords, 0},
	{NS_ITUNES, STR_INIT("category"), read_nested_category, 0},
	{NS_ITUNES, STR_INIT("image"), read_image, 1},
	{NS_ITUNES, STR_INIT("title"), field_title, 0},
	{NS_PODCAST, STR_INIT("images"), read_image_set, 1},
	{NS_FEEDBURNER, STR_INIT("origLink"), field_link, 9},
	{NS_FEEDBURNER, STR_INIT("origEnclosureLink"), read_original_enclosure, 0},
	{NS_ADMIN, STR_INIT("generatorAgent"), field_generator, 0},
	{NS_ENCLOSURE, STR_INIT("enclosure"), field_enclosure, 0},
	{NS_WEBFEEDS, STR_INIT("icon"), field_icon, 0},
	{NS_WEBFEEDS, STR_INIT("logo"), field_icon, 0},
	{NS_PRISM, STR_INIT("publicationDate"), field_published, 1},
	{NS_PRISM, STR_INIT("keyword"), field_keywords, 0},
	{NS_XHTML, STR_INIT("body"), field_body, 4},
	{NS_XHTML, STR_INIT("div"), field_body, 3},
};

const struct field_table module_fields = {rows, COUNT_OF(rows)};

/* Where nothing says what it is, its name does. */
static bool is_image(const struct node *node)
{
	static const struct str endings[] = {
		STR_INIT(".jpg"), STR_INIT(".jpeg"), STR_INIT(".png"), STR_INIT(".gif"), STR_INIT(".webp")};
	struct str medium = str_trim(node_attribute_spelt(node, "medium")),
		   type = str_trim(node_attribute_spelt(node, "type")),
		   url = str_trim(node_attribute_spelt(node, "url"));

	if (medium.length || type.length)
		return str_equal_nocase(medium, STR("image")) || str_starts_with_nocase(type, STR("image/"));
	url = str_slice(url, 0, str_find_char(url, '?', 0));
	for (size_t i = 0; i < COUNT_OF(endings); i++)
		if (url.length > endings[i].length &&
			str_equal_nocase(str_from_offset(url, url.length - endings[i].length), endings[i]))
			return true;
	return false;
}

static void read_media_content(
	struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	struct str base = reading_base(reading, node, draft->base);
	struct enclosure enclosure = {
		.url = reading_link(reading, base, node_attribute_spelt(node, "url"), node->line)};
	const struct node *title = node_child(node, NS_MEDIA, "title");

	enclosure.type = reading_line(reading, node_attribute_spelt(node, "type"));
	if (!str_to_int64(str_trim(node_attribute_spelt(node, "fileSize")), &enclosure.length_bytes))
		enclosure.length_bytes = -1;
	if (title)
		enclosure.title = reading_sniffed_line(reading, title);
	if (is_image(node))
		draft_offer_text(&draft->image, enclosure.url, rank);
	reading_add_enclosure(reading, &draft->article, enclosure);
	read_media_group(reading, draft, node, rank);
}

static void read_media_group(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	static const struct field_table none = {NULL, 0};

	(void)rank;
	fields_read(reading, draft, node, &none);
}
