#include "fields.h"
#include "dateline/base/url.h"
#include "dateline/body/body.h"

/* ---- slots */

void draft_init(struct draft *draft, struct str base)
{
	*draft = (struct draft){.base = base};
	draft->published.time = draft->updated.time = TIME_NONE;
}

void draft_offer_text(struct text_slot *slot, struct str text, int rank)
{
	if (text.length && (slot->text.length == 0 || rank > slot->rank))
		*slot = (struct text_slot){text, rank};
}

void draft_offer_content(struct content_slot *slot, struct content content, int rank)
{
	if (str_trim(content.text).length && (slot->content.text.length == 0 || rank > slot->rank))
		*slot = (struct content_slot){content, rank};
}

static void offer_time(struct reading *reading, struct time_slot *slot, const struct node *node, int rank)
{
	int64_t time = reading_time(reading, node_text(node, reading->arena), node->line);

	/* a date given twice was corrected */
	if (time != TIME_NONE && (slot->time == TIME_NONE || rank >= slot->rank))
		*slot = (struct time_slot){time, rank};
}

/* ---- finding the row */

bool field_is_own(const struct node *node)
{
	switch (node->ns) {
	case NS_NONE:
	case NS_RSS:
	case NS_RSS_090:
	case NS_ATOM:
	case NS_ATOM_03:
		return true;
	case NS_SVG: /* drawings have titles and descriptions of their own */
	case NS_MATHML:
		return false;
	default: /* a default namespace that somebody invented, or took from a module */
		return !node->has_prefix;
	}
}

static const struct field_row *find_row(const struct field_table *table, enum namespace ns, struct str name)
{
	for (size_t i = 0; i < table->count && table->rows[i].ns <= ns; i++) {
		const struct field_row *row = &table->rows[i];

		if (row->ns == ns && row->name.length == name.length && str_equal_nocase(row->name, name))
			return row;
	}
	return NULL;
}

const struct node *field_member(const struct node *after, const struct node *node)
{
	while ((after = node_after(after, node)) != NULL)
		if (node_is(after, NS_RDF, "li") || node_is(after, NS_RDF, "value"))
			return after;
	return NULL;
}

void fields_read(struct reading *reading, struct draft *draft, const struct node *parent,
	const struct field_table *own)
{
	for (const struct node *node = parent->first; node; node = node->next) {
		const struct field_row *row;

		if (node->kind != NODE_ELEMENT)
			continue;
		row = find_row(&module_fields, node->ns, node->name);
		if (row == NULL && field_is_own(node))
			row = find_row(own, NS_NONE, node->name);
		if (row && row->read)
			row->read(reading, draft, node, row->rank);
	}
}

/* ---- readers of RSS */

void field_title(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	draft_offer_text(&draft->title, reading_sniffed_line(reading, node), rank);
}

/* RSS never says whether its text is markup. */
static struct content sniff_content(struct reading *reading, struct draft *draft, const struct node *node)
{
	struct content content = {.base = reading_base(reading, node, draft->base)};

	content.text = node_text(node, reading->arena);
	for (const struct node *child = node->first; child; child = child->next) {
		if (child->kind == NODE_ELEMENT) {
			/* naked markup, or escaped markup with naked markup in it */
			content.text = body_looks_like_html(content.text)
					       ? node_inner_markup(node, reading->arena)
					       : node_inner_html(node, STR_NONE, reading->arena);
			content.kind = CONTENT_HTML;
			return content;
		}
	}
	content.kind = body_looks_like_html(content.text) ? CONTENT_HTML : CONTENT_TEXT;
	return content;
}

void field_body_language(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	draft_offer_text(&draft->body_language, reading_node_language(reading, node), rank);
}

void field_description(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	field_body_language(reading, draft, node, 0);
	draft_offer_content(&draft->summary, sniff_content(reading, draft, node), rank);
}

void field_body(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	field_body_language(reading, draft, node, 1);
	draft_offer_content(&draft->content, sniff_content(reading, draft, node), rank);
}

void field_link(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	struct str text = node_text(node, reading->arena);

	if (str_trim(text).length == 0 && node_attribute_spelt(node, "href").length) {
		atom_link(reading, draft, node, rank + 1);
		return;
	}
	text = reading_link(reading, reading_base(reading, node, draft->base), text, node->line);
	if (text.length && rank >= draft->link.rank)
		draft->link = (struct text_slot){text, rank};
}

void field_guid(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	struct str text = str_trim(node_text(node, reading->arena)),
		   permanent = node_attribute_spelt(node, "isPermaLink");

	draft_offer_text(&draft->guid, text, rank);
	if (!str_equal_nocase(str_trim(permanent), STR("false")) && url_is_web(text))
		draft_offer_text(&draft->link, reading_link(reading, STR_NONE, text, node->line), 0);
}

void field_language(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	draft_offer_text(&draft->language, reading_language(reading, node_text(node, reading->arena)), rank);
}

void field_generator(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	struct str text = reading_sniffed_line(reading, node);

	if (text.length == 0)
		text = reading_line(reading, node_attribute_ns(node, NS_RDF, "resource"));
	draft_offer_text(&draft->generator, text, rank);
}

void field_comments(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	struct str text = str_trim(node_text(node, reading->arena));

	/* a number of comments, or a comment itself, is no address */
	if (text.length && !ascii_is_digit(text.data[0]) && str_find_char(text, ' ', 0) == STR_NPOS)
		draft_offer_text(&draft->comments,
			reading_link(reading, reading_base(reading, node, draft->base), text, node->line),
			rank);
}

static bool is_person_part(struct str name)
{
	return str_equal_nocase(name, STR("uri")) || str_equal_nocase(name, STR("url")) ||
	       str_equal_nocase(name, STR("email")) || str_equal_nocase(name, STR("homepage"));
}

static void read_author(struct reading *reading, struct draft *draft, const struct node *node)
{
	bool is_structured = false;

	for (const struct node *child = node->first; child; child = child->next) {
		if (child->kind == NODE_ELEMENT && str_equal_nocase(child->name, STR("name"))) {
			reading_add_author(reading, &draft->authors, node_text(child, reading->arena));
			return;
		}
		if (child->kind == NODE_ELEMENT && is_person_part(child->name))
			is_structured = true;
	}
	if (!is_structured)
		reading_add_author(reading, &draft->authors, reading_sniffed_line(reading, node));
}

void field_author(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	const struct node *member = field_member(node, node);

	(void)rank;
	if (member == NULL)
		read_author(reading, draft, node);
	for (; member; member = field_member(member, node))
		read_author(reading, draft, member);
}

void field_category(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	static const char *const attributes[] = {"label", "text", "term"};
	struct str name = reading_sniffed_line(reading, node);

	(void)rank;
	for (size_t i = 0; i < COUNT_OF(attributes) && name.length == 0; i++)
		name = str_trim(node_attribute_spelt(node, attributes[i]));
	reading_add_tag(reading, &draft->article, name, TAG_CATEGORY);
}

void field_subject(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	const struct node *member = field_member(node, node);

	if (member == NULL)
		field_category(reading, draft, node, rank);
	for (; member; member = field_member(member, node))
		field_category(reading, draft, member, rank);
}

void field_keywords(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	(void)rank;
	reading_add_keywords(reading, &draft->article, node_text(node, reading->arena));
}

/* Whose podcast it is; its name is a child. */
void field_owner(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	const struct node *name = node_child(node, node->ns, "name");

	(void)rank;
	if (name)
		reading_add_author(reading, &draft->owners, node_text(name, reading->arena));
}

void field_webmaster(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	(void)rank;
	reading_add_author(reading, &draft->owners, node_text(node, reading->arena));
}

static int64_t length_of(struct str text)
{
	int64_t length;

	return str_to_int64(str_trim(text), &length) && length > 0 ? length : -1;
}

void field_enclosure(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	struct str base = reading_base(reading, node, draft->base), url = node_attribute_spelt(node, "url");

	(void)rank;
	if (url.length == 0)
		url = node_attribute_spelt(node, "href");
	if (url.length == 0)
		url = node_attribute_ns(node, NS_RDF, "resource");
	if (url.length == 0 && !node_has_elements(node))
		url = node_text(node, reading->arena);
	reading_add_enclosure(reading, &draft->article,
		(struct enclosure){
			.url = reading_link(reading, base, url, node->line),
			.type = reading_line(reading, node_attribute_spelt(node, "type")),
			.title = reading_line(reading, node_attribute_spelt(node, "title")),
			.length_bytes = length_of(node_attribute_spelt(node, "length")),
		});
}

void field_published(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	offer_time(reading, &draft->published, node, rank);
}

void field_updated(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	offer_time(reading, &draft->updated, node, rank);
}

void field_icon(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	struct str address = node_attribute_spelt(node, "href");

	if (address.length == 0)
		address = node_text(node, reading->arena);
	draft_offer_text(&draft->icon,
		reading_link(reading, reading_base(reading, node, draft->base), address, node->line), rank);
}

/* The picture of a channel stands in its <url>, that of an item there, in an attribute, or in the element
 * itself. */
static struct str image_address(struct reading *reading, struct draft *draft, const struct node *node)
{
	struct str address = node_attribute_ns(node, NS_RDF, "resource");

	if (address.length == 0)
		address = node_attribute_spelt(node, "href");
	if (address.length == 0)
		address = node_attribute_spelt(node, "url");
	if (address.length == 0 && !node_has_elements(node))
		address = node_text(node, reading->arena);
	for (const struct node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT && field_is_own(child) &&
			str_equal_nocase(child->name, STR("url")))
			address = node_text(child, reading->arena);
	return reading_link(reading, reading_base(reading, node, draft->base), address, node->line);
}

void field_rss_image(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	draft_offer_text(&draft->icon, image_address(reading, draft, node), rank);
}

void field_image(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	draft_offer_text(&draft->image, image_address(reading, draft, node), rank);
}

/* ---- settling */

static struct str plain_content(struct reading *reading, struct content content)
{
	return content.kind == CONTENT_HTML ? reading_html_line(reading, content.text)
					    : reading_line(reading, content.text);
}

void draft_become_feed(struct reading *reading, struct draft *draft)
{
	struct feed *feed = reading->feed;

	feed->title = draft->title.text.length ? draft->title.text : STR_NONE;
	feed->link = draft->link.text.length ? draft->link.text : STR_NONE;
	feed->language = draft->language.text.length ? draft->language.text : STR_NONE;
	feed->icon = draft->icon.text.length ? draft->icon.text : STR_NONE;
	feed->generator = draft->generator.text.length ? draft->generator.text : STR_NONE;
	feed->description = plain_content(reading, draft->summary.content);
	feed->updated = draft->updated.time != TIME_NONE ? draft->updated.time : draft->published.time;
	reading->authors = draft->authors.count ? draft->authors : draft->owners;
}

static struct str lead_image(const struct draft *draft)
{
	if (draft->image.text.length)
		return draft->image.text;
	for (size_t i = 0; i < draft->article.enclosures.count; i++)
		if (str_starts_with_nocase(draft->article.enclosures.items[i].type, STR("image/")))
			return draft->article.enclosures.items[i].url;
	return STR_NONE;
}

/* The first enclosure has its own address again; it may stand in the list already. */
static void restore_enclosure(struct enclosure_list *enclosures, struct str address)
{
	size_t kept = 1;

	if (address.length == 0 || enclosures->count == 0)
		return;
	enclosures->items[0].url = address;
	for (size_t i = 1; i < enclosures->count; i++)
		if (!str_equal(enclosures->items[i].url, address))
			enclosures->items[kept++] = enclosures->items[i];
	enclosures->count = kept;
}

void draft_become_article(struct reading *reading, struct draft *draft, const struct node *node)
{
	struct article *article = reading_new_article(reading);

	if (article == NULL)
		return;
	*article = draft->article;
	restore_enclosure(&article->enclosures, draft->original_enclosure.text);
	article->title = draft->title.text.length ? draft->title.text : STR_NONE;
	article->link = draft->link.text.length ? draft->link.text : STR_NONE;
	article->comments = draft->comments.text.length ? draft->comments.text : STR_NONE;
	article->language = draft->language.text;
	if (article->language.length == 0)
		article->language = reading_node_language(reading, node);
	if (article->language.data == NULL)
		article->language = draft->body_language.text;
	article->published = draft->published.time;
	article->updated = draft->updated.time;
	article->authors = draft->authors;
	article->content = draft->content.content;
	article->image = lead_image(draft);
	reading_finish_article(reading, article, draft->guid.text, draft->summary.content);
}
