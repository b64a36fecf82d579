#include "body/byline.h"
#include "body/outline.h"
#include "dateline/base/url.h"
#include "dateline/base/utf8.h"
#include "dateline/body/body.h"

#define BYLINE_MOST 200 /* bytes */
#define NAME_MOST 60
#define NAMES_MOST 12

/* Words before the name. */
static const char *const openers[] = {
	"written by", "posted by", "published by", "reported by", "story by", "article by", "words by", "text by",
	"by", "von", "par", "por", "di", "da", "door", "af", "av", "przez", "autor", "autorin", "autoren", "author",
	"authors", "auteur", "autore", "автор", "text", "ein beitrag von", "ein artikel von", "geschrieben von",
	"verfasst von", "veröffentlicht von", "eingestellt von", "publié par", "escrito por", "publicado por", "redaktion:",
};

/* What parts one name from the next. */
static const struct str joints[] = {
	STR_INIT(" and "), STR_INIT(" und "), STR_INIT(" et "), STR_INIT(" y "), STR_INIT(" & "), STR_INIT(", "),
	STR_INIT(" e "),   STR_INIT(" en "),  STR_INIT(" och "), STR_INIT(" og "), STR_INIT(" i "), STR_INIT("; "),
	STR_INIT(" / "),   STR_INIT(" | "),   STR_INIT(" with "), STR_INIT(" mit "), STR_INIT(","), STR_INIT("、"),
};

/* What ends the names: what follows is a role, a date, a place. */
static const struct str enders[] = {
	STR_INIT(" | "), STR_INIT(" • "), STR_INIT(" · "), STR_INIT(" – "), STR_INIT(" — "), STR_INIT(" - "), STR_INIT("("),
	STR_INIT(" on "), STR_INIT(" am "), STR_INIT(" at "), STR_INIT(" for "), STR_INIT(" in "), STR_INIT(" vom "),
	STR_INIT(" veröffentlicht"), STR_INIT(" published"), STR_INIT(" updated"), STR_INIT(" posted"), STR_INIT("\t"),
	STR_INIT(" // "),
};

/* Names that are none: who puts the page up, not who wrote it. */
static const char *const nobodies[] = {
	"admin", "administrator", "staff", "editor", "editors", "redaktion", "webmaster", "root", "user", "gast", "guest",
	"anonymous", "unknown", "none", "null", "author", "site", "news", "web", "team", "default", "redacción", "redacao",
	"staff writer", "staff reporter", "contributor", "advertisement", "the editors", "online redaktion", "more",
	"share", "wordpress", "super user", "writer", "correspondent", "editorial", "reporter", "about the author",
};

static struct str skip_opener(struct str text)
{
	for (size_t i = 0; i < COUNT_OF(openers); i++) {
		struct str opener = str_from(openers[i]), rest;

		if (!str_starts_with_nocase(text, opener))
			continue;
		rest = str_from_offset(text, opener.length);
		if (rest.length && (rest.data[0] == ' ' || rest.data[0] == ':'))
			return skip_opener(str_trim(rest.data[0] == ':' ? str_from_offset(rest, 1) : rest));
	}
	return text.length && text.data[0] == ':' ? str_trim(str_from_offset(text, 1)) : text;
}

static struct str cut_at_ender(struct str text)
{
	size_t end = text.length;

	for (size_t i = 0; i < COUNT_OF(enders); i++) {
		size_t at = str_find_nocase(text, enders[i], 0);

		if (at != STR_NPOS && at > 0 && at < end)
			end = at;
	}
	return str_trim(str_slice(text, 0, end));
}

static bool is_nobody(struct str name)
{
	for (size_t i = 0; i < COUNT_OF(nobodies); i++)
		if (str_equal_nocase(name, str_from(nobodies[i])))
			return true;
	return false;
}

static size_t count_words(struct str text)
{
	size_t words = 0;

	for (size_t i = 0; i < text.length; i++)
		words += text.data[i] != ' ' && (i == 0 || text.data[i - 1] == ' ');
	return words;
}

static bool is_name(struct str name)
{
	size_t digits = 0;

	if (name.length < 2 || name.length > NAME_MOST || is_nobody(name) || count_words(name) > 6)
		return false;
	if (str_find(name, STR("://"), 0) != STR_NPOS || str_starts_with(name, STR("@")) ||
	    str_find(name, STR("www."), 0) != STR_NPOS || str_find_char(name, '@', 0) != STR_NPOS)
		return false;
	for (size_t i = 0; i < name.length; i++)
		digits += ascii_is_digit(name.data[i]);
	return digits * 3 < name.length && name.data[name.length - 1] != '?';
}

static bool is_listed(const struct str_list *names, struct str name, struct arena *arena)
{
	for (size_t i = 0; i < names->count; i++)
		if (str_equal(outline_key(names->items[i], arena), outline_key(name, arena)))
			return true;
	return false;
}

static void add_name(struct str name, struct arena *arena, struct str_list *names)
{
	name = skip_opener(str_trim(name));
	while (name.length && (name.data[name.length - 1] == ',' || name.data[name.length - 1] == ':' ||
	                       name.data[name.length - 1] == ';'))
		name = str_trim(str_slice(name, 0, name.length - 1));
	if (is_name(name) && names->count < NAMES_MOST && !is_listed(names, name, arena))
		*LIST_PUSH(arena, names) = name;
}

void byline_split(struct str text, struct arena *arena, struct str_list *names)
{
	text = cut_at_ender(skip_opener(utf8_collapse(arena, text)));
	while (text.length) {
		size_t end = text.length, length = 0;

		for (size_t i = 0; i < COUNT_OF(joints); i++) {
			size_t at = str_find(text, joints[i], 0);

			if (at < end || (at == end && joints[i].length > length && at < text.length)) {
				end = at;
				length = joints[i].length;
			}
		}
		add_name(str_slice(text, 0, end), arena, names);
		text = str_from_offset(text, end + length);
	}
}

static bool is_site(struct page *page, struct str name)
{
	struct str key = outline_key(name, page->scratch);
	struct str host = outline_key(url_host(page->base), page->scratch);

	for (size_t i = 0; i < page->claims[PAGE_SITE].count; i++)
		if (str_equal(key, outline_key(page->claims[PAGE_SITE].items[i].value, page->scratch)))
			return true;
	return key.length > 3 && str_find(host, key, 0) != STR_NPOS && count_words(name) == 1;
}

/* The text of an author's element: of the name in it, where microdata marks one. */
static struct str author_text(struct page *page, uint32_t index)
{
	const struct element_list *elements = &page->elements;

	for (uint32_t i = index + 1; i < elements->items[index].end; i++)
		if (str_equal(node_attribute(elements->items[i].node, "itemprop"), STR("name"))) {
			index = i;
			break;
		}
	if (elements->items[index].node->first == NULL)
		return node_attribute(elements->items[index].node, "content");
	return body_plain_nodes(elements->items[index].node, page->scratch);
}

static bool class_has(const struct node *node, const char *word)
{
	return str_find_nocase(node_attribute(node, "class"), str_from(word), 0) != STR_NPOS ||
	       str_find_nocase(node_attribute(node, "id"), str_from(word), 0) != STR_NPOS;
}

/* How near an element stands to the title: bylines below the article and of other articles count less. */
static int nearness(const struct page *page, uint32_t index)
{
	if (page->title != NO_ELEMENT && index > page->title && index < page->title + 120)
		return 6;
	if (element_is_inside(&page->elements, index, page->body))
		return 2;
	return -20;
}

static void claim_element(struct page *page, uint32_t i)
{
	const struct node *node = page->elements.items[i].node;
	struct str text = STR_NONE;
	const char *source = NULL;
	int weight = 0;

	if (node->attributes == NULL)
		return;
	if (str_find_nocase(node_attribute(node, "itemprop"), STR("author"), 0) != STR_NPOS) {
		weight = 75, source = "itemprop=author";
	} else if (str_equal_nocase(node_attribute(node, "rel"), STR("author")) ||
	           str_find(node_attribute(node, "rel"), STR("author"), 0) != STR_NPOS) {
		weight = 68, source = "rel=author";
	} else if (class_has(node, "byline")) {
		weight = 50, source = "element classed byline";
	} else if (class_has(node, "author")) {
		weight = 48, source = "element classed author";
	}
	if (weight == 0)
		return;
	text = author_text(page, i);
	if (text.length && text.length <= BYLINE_MOST)
		claims_add(page, PAGE_AUTHOR, text, source, weight + nearness(page, i));
}

/* The names of all claims that come from the place of the best one. */
static void take_names(struct page *page, const struct claim *best, struct arena *arena, struct str_list *names)
{
	struct str_list found = {0};

	for (size_t i = 0; i < page->claims[PAGE_AUTHOR].count; i++) {
		const struct claim *claim = &page->claims[PAGE_AUTHOR].items[i];

		if (claim->source == best->source && claim->weight == best->weight)
			byline_split(claim->value, page->scratch, &found);
	}
	for (size_t i = 0; i < found.count; i++)
		if (!is_site(page, found.items[i]))
			*LIST_PUSH(arena, names) = arena_copy(arena, found.items[i]);
}

void byline_read(struct page *page, struct article *article)
{
	struct claim_list *claims = &page->claims[PAGE_AUTHOR];
	struct claim_list all;

	for (uint32_t i = 1; i < page->elements.count; i++)
		claim_element(page, i);
	all = *claims;
	while (article->authors.count == 0) {
		const struct claim *best = claims_best(page, PAGE_AUTHOR);

		if (best == NULL || best->weight < 30)
			break;
		take_names(page, best, page->arena, &article->authors);
		((struct claim *)best)->weight = 0;
	}
	*claims = all;
	claims_explain(page, PAGE_AUTHOR, article->authors.count ? article->authors.items[0] : STR_NONE);
}
