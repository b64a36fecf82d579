#include "body/metadata.h"
#include "dateline/base/json.h"
#include "dateline/base/utf8.h"
#include "dateline/body/body.h"

static const char headline_source[] = "JSON-LD headline";
const char jsonld_page_author[] = "JSON-LD author of the page";

#define NESTING_MOST 6     /* lists, @graph, mainEntity: an article is never deeper */
#define REFERENCES_MOST 40 /* of a page: each is looked for in the whole graph */
#define WEIGHT_OFFICE 45   /* per cent */

static const char *const article_types[] = {
	"Article",
	"NewsArticle",
	"BlogPosting",
	"ReportageNewsArticle",
	"OpinionNewsArticle",
	"AnalysisNewsArticle",
	"ReviewNewsArticle",
	"BackgroundNewsArticle",
	"AskPublicNewsArticle",
	"LiveBlogPosting",
	"TechArticle",
	"ScholarlyArticle",
	"SocialMediaPosting",
	"Report",
	"SatiricalArticle",
	"MedicalScholarlyArticle",
	"AdvertiserContentArticle",
	"Review",
	"Recipe",
};

static bool has_type(const struct json *object, const char *type)
{
	const struct json *types = json_get(object, "@type");

	if (types && types->kind == JSON_LIST) {
		for (const struct json *item = types->first; item; item = item->next)
			if (str_equal(json_text(item), str_from(type)))
				return true;
		return false;
	}
	return str_equal(json_text(types), str_from(type));
}

static bool is_article(const struct json *object)
{
	for (size_t i = 0; i < COUNT_OF(article_types); i++)
		if (has_type(object, article_types[i]))
			return true;
	return false;
}

/* Texts are often encoded twice: "Kim &amp; Xi". */
static void claim_text(
	struct page *page, enum page_field field, const struct json *value, const char *source, int weight)
{
	struct str text = json_text(value);

	if (text.data)
		claims_add(page, field, body_plain(text, page->scratch), source, weight);
}

static void claim_texts(
	struct page *page, enum page_field field, const struct json *value, const char *source, int weight)
{
	if (value && value->kind == JSON_LIST)
		for (const struct json *item = value->first; item; item = item->next)
			claim_text(page, field, item, source, weight);
	else
		claim_text(page, field, value, source, weight);
}

/* The object of a graph that an address names. */
static const struct json *find_named(const struct json *value, struct str id, int nesting)
{
	const struct json *found = NULL;

	if (value == NULL || nesting > NESTING_MOST || value->kind < JSON_LIST)
		return NULL;
	if (value->kind == JSON_LIST) {
		for (const struct json *item = value->first; item && found == NULL; item = item->next)
			found = find_named(item, id, nesting + 1);
		return found;
	}
	if (json_get(value, "name") && str_equal(json_text(json_get(value, "@id")), id))
		return value;
	return find_named(json_get(value, "@graph"), id, nesting + 1);
}

/* {"@id": ADDRESS} stands for the object of that address (JSON-LD 1.1, 3.3). */
static const struct json *follow(struct page *page, const struct json *value)
{
	struct str id = json_text(json_get(value, "@id"));
	const struct json *named = NULL;

	if (id.length && json_get(value, "name") == NULL && page->references_followed++ < REFERENCES_MOST)
		named = find_named(page->script, id, 0);
	return named ? named : value;
}

static void claim_author(struct page *page, const struct json *author, const char *source, int weight)
{
	if (author == NULL)
		return;
	if (author->kind == JSON_LIST) {
		for (const struct json *item = author->first; item; item = item->next)
			if (item->kind != JSON_LIST)
				claim_author(page, item, source, weight);
	} else if (author->kind == JSON_OBJECT) {
		author = follow(page, author);
		/* an organisation that signs is mostly the site itself */
		claim_texts(page, PAGE_AUTHOR, json_get(author, "name"), source,
			has_type(author, "Organization") || has_type(author, "NewsMediaOrganization")
				? WEIGHT_OFFICE
				: weight);
	} else {
		claim_text(page, PAGE_AUTHOR, author, source, weight - 1);
	}
}

static void claim_image(struct page *page, const struct json *image)
{
	if (image && image->kind == JSON_LIST)
		image = image->first;
	if (image && image->kind == JSON_OBJECT)
		image = json_get(image, "url");
	claim_text(page, PAGE_IMAGE, image, "JSON-LD image", 85);
}

/* Pages describe their teasers as articles too: those have other headlines than the first. */
static bool is_teaser(struct page *page, const struct json *object)
{
	struct str headline = json_text(json_get(object, "headline"));
	const struct claim_list *titles = &page->claims[PAGE_TITLE];

	for (size_t i = 0; headline.length && i < titles->count; i++)
		if (str_equal(str_from(titles->items[i].source), str_from(headline_source)))
			return !str_equal(titles->items[i].value, body_plain(headline, page->scratch));
	return false;
}

static void read_article(struct page *page, const struct json *object)
{
	if (is_teaser(page, object))
		return;
	claim_text(page, PAGE_TITLE, json_get(object, "headline"), headline_source, 80);
	claim_author(page, json_get(object, "author"), "JSON-LD author", 81);
	if (page->claims[PAGE_AUTHOR].count == 0)
		claim_author(page, json_get(object, "creator"), "JSON-LD author", 81);
	claim_text(page, PAGE_PUBLISHED, json_get(object, "datePublished"), "JSON-LD datePublished", 95);
	claim_text(page, PAGE_PUBLISHED, json_get(object, "dateCreated"), "JSON-LD dateCreated", 80);
	claim_text(page, PAGE_UPDATED, json_get(object, "dateModified"), "JSON-LD dateModified", 95);
	claim_text(page, PAGE_STANDFIRST, json_get(object, "description"), "JSON-LD description", 55);
	claim_image(page, json_get(object, "image"));
	claim_texts(page, PAGE_CATEGORY, json_get(object, "articleSection"), "JSON-LD articleSection", 85);
	claim_texts(page, PAGE_TAG, json_get(object, "keywords"), "JSON-LD keywords", 70);
	claim_text(page, PAGE_LANGUAGE, json_get(object, "inLanguage"), "JSON-LD inLanguage", 55);
	claim_text(page, PAGE_SITE, json_get(json_get(object, "publisher"), "name"), "JSON-LD publisher", 50);
	claim_text(page, PAGE_COMMENTS, json_get(object, "discussionUrl"), "JSON-LD discussionUrl", 80);
	if (page->article_text.length == 0 && json_text(json_get(object, "articleBody")).length)
		page->article_text = json_text(json_get(object, "articleBody"));
}

static void read_value(struct page *page, const struct json *value, int nesting)
{
	if (value == NULL || nesting > NESTING_MOST)
		return;
	if (value->kind == JSON_LIST) {
		for (const struct json *item = value->first; item; item = item->next)
			read_value(page, item, nesting + 1);
	} else if (value->kind == JSON_OBJECT) {
		if (is_article(value))
			read_article(page, value);
		else if (has_type(value, "WebPage"))
			claim_author(page, json_get(value, "author"), jsonld_page_author, 67);
		read_value(page, json_get(value, "@graph"), nesting + 1);
		read_value(page, json_get(value, "mainEntity"), nesting + 1);
		read_value(page, json_get(value, "mainEntityOfPage"), nesting + 1);
		if (has_type(value, "WebSite"))
			claim_text(page, PAGE_SITE, json_get(value, "name"), "JSON-LD WebSite", 60);
	}
}

void jsonld_read(struct page *page, struct str script)
{
	const struct json *partial = NULL;
	const struct json *value = json_parse(str_trim(script), page->scratch, NULL, &partial, NULL);

	page->script = value ? value : partial;
	read_value(page, page->script, 0);
}
