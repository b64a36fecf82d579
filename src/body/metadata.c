#include "body/metadata.h"
#include "body/plain.h"
#include "dateline/base/url.h"
#include "dateline/body/body.h"

/* The dialects of meta: a name or property, what it claims, and how often that is right. Names are compared
 * without regard to case. Weights come from pages with known answers, in per cent where there were enough
 * of them. */
static const struct meta_row {
	const char *name;
	enum page_field field;
	int weight;
} meta_rows[] = {
	{"og:title", PAGE_TITLE, 58},
	{"twitter:title", PAGE_TITLE, 50},
	{"parsely-title", PAGE_TITLE, 60},
	{"sailthru.title", PAGE_TITLE, 60},
	{"dc.title", PAGE_TITLE, 45},
	{"dcterms.title", PAGE_TITLE, 45},
	{"citation_title", PAGE_TITLE, 70},
	{"title", PAGE_TITLE, 30},
	{"author", PAGE_AUTHOR, 52},
	{"parsely-author", PAGE_AUTHOR, 60},
	{"sailthru.author", PAGE_AUTHOR, 60},
	{"dc.creator", PAGE_AUTHOR, 50},
	{"dc.creator.creator", PAGE_AUTHOR, 50},
	{"dcterms.creator", PAGE_AUTHOR, 50},
	{"citation_author", PAGE_AUTHOR, 70},
	{"byl", PAGE_AUTHOR, 60},
	{"article:author", PAGE_AUTHOR, 40},
	{"article:author_name", PAGE_AUTHOR, 60},
	{"og:article:author", PAGE_AUTHOR, 40},
	{"og:author", PAGE_AUTHOR, 40},
	{"dable:author", PAGE_AUTHOR, 55},
	{"cxenseparse:author", PAGE_AUTHOR, 60},
	{"news_author", PAGE_AUTHOR, 55},
	{"article:published_time", PAGE_PUBLISHED, 92},
	{"article:published", PAGE_PUBLISHED, 92},
	{"og:article:published_time", PAGE_PUBLISHED, 91},
	{"og:published_time", PAGE_PUBLISHED, 88},
	{"datepublished", PAGE_PUBLISHED, 91},
	{"parsely-pub-date", PAGE_PUBLISHED, 90},
	{"sailthru.date", PAGE_PUBLISHED, 88},
	{"pubdate", PAGE_PUBLISHED, 85},
	{"publishdate", PAGE_PUBLISHED, 85},
	{"publish-date", PAGE_PUBLISHED, 85},
	{"publish_date", PAGE_PUBLISHED, 85},
	{"publication_date", PAGE_PUBLISHED, 85},
	{"published_at", PAGE_PUBLISHED, 85},
	{"published-date", PAGE_PUBLISHED, 85},
	{"citation_publication_date", PAGE_PUBLISHED, 84},
	{"citation_date", PAGE_PUBLISHED, 80},
	{"dc.date.issued", PAGE_PUBLISHED, 85},
	{"dc.date.created", PAGE_PUBLISHED, 80},
	{"dcterms.created", PAGE_PUBLISHED, 80},
	{"dcterms.date", PAGE_PUBLISHED, 78},
	{"dcterms.issued", PAGE_PUBLISHED, 82},
	{"dc.date", PAGE_PUBLISHED, 78},
	{"date", PAGE_PUBLISHED, 75},
	{"displaydate", PAGE_PUBLISHED, 80},
	{"originalpublicationdate", PAGE_PUBLISHED, 85},
	{"rnews:datepublished", PAGE_PUBLISHED, 90},
	{"shareaholic:article_published_time", PAGE_PUBLISHED, 88},
	{"cxenseparse:recs:publishtime", PAGE_PUBLISHED, 85},
	{"article:modified_time", PAGE_UPDATED, 90},
	{"og:updated_time", PAGE_UPDATED, 80},
	{"datemodified", PAGE_UPDATED, 85},
	{"dcterms.modified", PAGE_UPDATED, 75},
	{"dc.date.modified", PAGE_UPDATED, 75},
	{"last-modified", PAGE_UPDATED, 60},
	{"lastmod", PAGE_UPDATED, 60},
	{"og:description", PAGE_STANDFIRST, 50},
	{"description", PAGE_STANDFIRST, 45},
	{"twitter:description", PAGE_STANDFIRST, 44},
	{"dc.description", PAGE_STANDFIRST, 43},
	{"og:image", PAGE_IMAGE, 80},
	{"og:image:url", PAGE_IMAGE, 79},
	{"og:image:secure_url", PAGE_IMAGE, 78},
	{"twitter:image", PAGE_IMAGE, 70},
	{"twitter:image:src", PAGE_IMAGE, 69},
	{"parsely-image-url", PAGE_IMAGE, 60},
	{"og:locale", PAGE_LANGUAGE, 60},
	{"content-language", PAGE_LANGUAGE, 50},
	{"dc.language", PAGE_LANGUAGE, 50},
	{"dcterms.language", PAGE_LANGUAGE, 50},
	{"language", PAGE_LANGUAGE, 40},
	{"article:tag", PAGE_TAG, 80},
	{"og:article:tag", PAGE_TAG, 79},
	{"parsely-tags", PAGE_TAG, 60},
	{"sailthru.tags", PAGE_TAG, 60},
	{"tags", PAGE_TAG, 55},
	{"news_keywords", PAGE_TAG, 50},
	{"keywords", PAGE_TAG, 20},
	{"article:section", PAGE_CATEGORY, 80},
	{"parsely-section", PAGE_CATEGORY, 70},
	{"og:site_name", PAGE_SITE, 90},
	{"application-name", PAGE_SITE, 40},
	{"apple-mobile-web-app-title", PAGE_SITE, 40},
	{"og:url", PAGE_LINK, 70},
	{"twitter:url", PAGE_LINK, 50},
};

/* Microdata and RDFa: the value of itemprop or property, on any element of the body. */
static const struct meta_row property_rows[] = {
	{"headline", PAGE_TITLE, 81},
	{"datePublished", PAGE_PUBLISHED, 93},
	{"dateCreated", PAGE_PUBLISHED, 80},
	{"dateModified", PAGE_UPDATED, 85},
	{"articleSection", PAGE_CATEGORY, 70},
	{"keywords", PAGE_TAG, 50},
	{"inLanguage", PAGE_LANGUAGE, 50},
};

static void read_meta(struct page *page, const struct node *node)
{
	static const char *const naming[] = {"property", "name", "itemprop", "http-equiv"};
	struct str content = node_attribute(node, "content");

	for (size_t n = 0; n < COUNT_OF(naming); n++) {
		struct str name = node_attribute(node, naming[n]);

		for (size_t i = 0; name.length && i < COUNT_OF(meta_rows); i++)
			if (str_equal_nocase(name, str_from(meta_rows[i].name)))
				claims_add(page, meta_rows[i].field, content, meta_rows[i].name,
					meta_rows[i].weight);
	}
}

static bool has_word(struct str list, struct str word)
{
	size_t at = 0, end;

	for (; at < list.length; at = end + 1) {
		end = at;
		while (end < list.length && !ascii_is_space(list.data[end]))
			end++;
		if (str_equal_nocase(str_slice(list, at, end), word))
			return true;
	}
	return false;
}

static bool is_feed_type(struct str type)
{
	type = str_trim(str_slice(type, 0, str_find_char(type, ';', 0)));
	for (size_t i = 0; i < type.length; i++)
		if (ascii_is_space(type.data[i]))
			return false;
	return str_find_nocase(type, STR("rss"), 0) != STR_NPOS ||
	       str_find_nocase(type, STR("atom"), 0) != STR_NPOS ||
	       str_find_nocase(type, STR("feed+json"), 0) != STR_NPOS ||
	       str_equal_nocase(type, STR("application/json")) ||
	       str_equal_nocase(type, STR("application/rdf+xml"));
}

/* JSON Feed 1.0 is advertised as any JSON is; so are the interfaces of programs, which are no feeds. */
static bool is_interface(struct str type, struct str address)
{
	return str_equal_nocase(str_trim(type), STR("application/json")) &&
	       (str_find(address, STR("/wp-json"), 0) != STR_NPOS ||
		       str_find(address, STR("rest_route="), 0) != STR_NPOS ||
		       str_find_nocase(address, STR("oembed"), 0) != STR_NPOS);
}

/* "feed:https://a.example/" and "feed://a.example/" are web addresses for programs like this one. */
static struct str drop_feed_scheme(struct str address, struct arena *arena)
{
	if (str_starts_with_nocase(address, STR("feed://")))
		return arena_join(arena, STR("http:"), str_from_offset(address, 5));
	return str_starts_with_nocase(address, STR("feed:")) ? str_from_offset(address, 5) : address;
}

static void read_feed_link(struct page *page, const struct node *node, struct str href)
{
	struct feed_link *link;

	if (is_interface(node_attribute(node, "type"), href))
		return;
	href = drop_feed_scheme(href, page->scratch);
	for (size_t i = 0; i < page->feeds.count; i++)
		if (str_equal(page->feeds.items[i].url, href))
			return;
	if (!url_is_link(href, true) || page->feeds.count >= PAGE_FEEDS_MOST)
		return;
	link = LIST_PUSH(page->arena, &page->feeds);
	link->url = arena_copy(page->arena, href);
	link->type = arena_copy(page->arena, str_trim(node_attribute(node, "type")));
	if (node_attribute(node, "title").length)
		link->title = body_plain(node_attribute(node, "title"), page->arena);
}

static void read_link(struct page *page, const struct node *node)
{
	struct str rel = node_attribute(node, "rel"), href = str_trim(node_attribute(node, "href"));

	if (href.length == 0)
		return;
	href = url_resolve(page->arena, page->base, href);
	if (has_word(rel, STR("canonical")))
		claims_add(page, PAGE_LINK, href, "rel=canonical", 90);
	if (has_word(rel, STR("next")))
		claims_add(page, PAGE_NEXT, href, "rel=next", 60);
	if (has_word(rel, STR("image_src")))
		claims_add(page, PAGE_IMAGE, href, "rel=image_src", 50);
	if (has_word(rel, STR("alternate")) && is_feed_type(node_attribute(node, "type")))
		read_feed_link(page, node, href);
}

static void read_property(struct page *page, const struct node *node)
{
	struct str name = node_attribute(node, "itemprop"), value;

	if (name.length == 0)
		name = node_attribute(node, "property");
	for (size_t i = 0; name.length && i < COUNT_OF(property_rows); i++) {
		if (!str_ends_with(name, str_from(property_rows[i].name)))
			continue;
		value = node_attribute(node, "content");
		if (value.length == 0)
			value = node_attribute(node, "datetime");
		if (value.length == 0)
			value = plain_line(node, page->scratch);
		claims_add(
			page, property_rows[i].field, value, property_rows[i].name, property_rows[i].weight);
	}
}

/* The first base counts, for what follows it (HTML 4.01, 12.4). */
static void read_base(struct page *page, const struct node *node)
{
	struct str address = str_trim(node_attribute(node, "href"));

	if (address.length && !page->has_base)
		page->base = url_resolve(page->arena, page->base, address);
	page->has_base |= address.length > 0;
}

static void read_element(struct page *page, const struct node *node, bool *is_in_svg)
{
	enum html_tag tag = html_tag_of(node);

	if (tag == HTML_META)
		read_meta(page, node);
	else if (tag == HTML_LINK)
		read_link(page, node);
	else if (tag == HTML_BASE)
		read_base(page, node);
	else if (tag == HTML_HTML && node_attribute(node, "lang").length)
		claims_add(page, PAGE_LANGUAGE, node_attribute(node, "lang"), "html lang", 90);
	else if (tag == HTML_TITLE && page->document_title.length == 0 && !*is_in_svg)
		page->document_title = plain_line(node, page->scratch);
	else if (tag == HTML_SCRIPT &&
		 str_find_nocase(node_attribute(node, "type"), STR("ld+json"), 0) != STR_NPOS)
		jsonld_read(page, node_text(node, page->scratch));
	*is_in_svg = tag == HTML_SVG;
	if (node->attributes && tag != HTML_META)
		read_property(page, node);
}

void metadata_read(struct page *page)
{
	bool is_in_svg = false;

	for (const struct node *node = page->top; (node = node_after(node, page->top));)
		if (node->kind == NODE_ELEMENT)
			read_element(page, node, &is_in_svg);
}
