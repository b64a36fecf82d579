#include "body/furniture.h"

#include <stdlib.h>
#include <string.h>

#define NAME_MOST 400 /* bytes of a class or id that are looked at */

enum verdict {
	GOOD,    /* the words that themes give to articles */
	BAD,     /* likely no part of one */
	CERTAIN, /* never a part of one */
};

/* The words that class and id are made of, sorted. */
static const struct word {
	const char *text;
	enum verdict verdict;
	int weight;
} words[] = {
	{"ad", BAD, -40}, {"adbox", CERTAIN, -60}, {"addthis", CERTAIN, -60}, {"addtoany", CERTAIN, -60},
	{"ads", BAD, -40}, {"adsbygoogle", CERTAIN, -60}, {"adsense", CERTAIN, -60}, {"advert", BAD, -40},
	{"advertisement", BAD, -40}, {"adverts", BAD, -40}, {"amp", GOOD, 0}, {"article", GOOD, 25},
	{"articlebody", GOOD, 40}, {"articletext", GOOD, 40}, {"authorbio", BAD, -30}, {"banner", BAD, -30},
	{"bio", BAD, -30}, {"biography", BAD, -20}, {"blog", GOOD, 10}, {"body", GOOD, 20}, {"bookmark", BAD, -20},
	{"breadcrumb", CERTAIN, -40}, {"breadcrumbs", CERTAIN, -40}, {"byline", BAD, -30}, {"caption", BAD, 0},
	{"carousel", BAD, -30}, {"comment", CERTAIN, -50}, {"commentlist", CERTAIN, -60}, {"comments", CERTAIN, -60},
	{"consent", CERTAIN, -60}, {"content", GOOD, 15}, {"cookie", CERTAIN, -60}, {"cookies", CERTAIN, -60},
	{"copy", GOOD, 10}, {"copyright", BAD, -40}, {"cta", BAD, -30}, {"disclaimer", BAD, -20},
	{"disqus", CERTAIN, -60}, {"dropdown", BAD, -30}, {"entry", GOOD, 20}, {"facebook", BAD, -30},
	{"flyout", BAD, -30}, {"follow", BAD, -30}, {"footer", BAD, -40}, {"gdpr", CERTAIN, -60}, {"hentry", GOOD, 25},
	{"infinite", BAD, -10}, {"kommentare", CERTAIN, -60}, {"login", BAD, -30}, {"main", GOOD, 15},
	{"masthead", BAD, -30}, {"menu", BAD, -40}, {"modal", BAD, -40}, {"mostpopular", CERTAIN, -60},
	{"mostread", CERTAIN, -60}, {"nav", BAD, -40}, {"navbar", BAD, -40}, {"navigation", BAD, -40},
	{"newsletter", CERTAIN, -60}, {"newsletters", CERTAIN, -60}, {"outbrain", CERTAIN, -60}, {"page", GOOD, 5},
	{"pager", BAD, -40}, {"pagination", BAD, -40}, {"paywall", BAD, -20}, {"popular", BAD, -40},
	{"popup", BAD, -40}, {"post", GOOD, 15}, {"print", BAD, -10}, {"promo", BAD, -40}, {"promobox", CERTAIN, -60},
	{"promos", BAD, -40}, {"promotion", BAD, -40}, {"prose", GOOD, 20}, {"rail", BAD, -30}, {"recirc", CERTAIN, -60},
	{"recirculation", CERTAIN, -60}, {"recommend", BAD, -40}, {"recommendation", CERTAIN, -60},
	{"recommendations", CERTAIN, -60}, {"recommended", BAD, -40}, {"register", BAD, -30}, {"related", BAD, -50},
	{"relatedlinks", CERTAIN, -60}, {"remark", BAD, -10}, {"replies", CERTAIN, -40}, {"respond", CERTAIN, -40},
	{"search", BAD, -30}, {"share", BAD, -40}, {"sharebar", CERTAIN, -60}, {"sharedaddy", CERTAIN, -60},
	{"sharing", BAD, -40}, {"shoutbox", CERTAIN, -60}, {"sidebar", BAD, -50}, {"signup", BAD, -40}, {"skip", BAD, -30},
	{"social", BAD, -40}, {"sponsor", BAD, -40}, {"sponsored", BAD, -40}, {"sponsors", BAD, -40},
	{"story", GOOD, 20}, {"storybody", GOOD, 40}, {"storytext", GOOD, 40}, {"subnav", BAD, -40},
	{"subscribe", BAD, -40}, {"subscription", BAD, -30}, {"taboola", CERTAIN, -60}, {"tagcloud", CERTAIN, -60},
	{"tags", BAD, -40}, {"teaser", BAD, -20}, {"teasers", BAD, -40}, {"text", GOOD, 10}, {"toolbar", BAD, -40},
	{"tools", BAD, -40}, {"trackback", CERTAIN, -50}, {"trackbacks", CERTAIN, -50}, {"trending", BAD, -50},
	{"twitter", BAD, 0}, {"widget", BAD, -20}, {"widgets", BAD, -40},
};

/* Words that mean something together only. */
static const struct {
	const char *first, *second;
} pairs[] = {
	{"also", "like"},   {"also", "read"},   {"author", "bio"},    {"author", "box"},   {"author", "info"},
	{"author", "desc"}, {"about", "author"}, {"jp", "relatedposts"}, {"latest", "news"}, {"latest", "posts"},
	{"latest", "stories"}, {"more", "articles"}, {"more", "from"}, {"more", "like"},   {"more", "news"},
	{"more", "on"},     {"more", "posts"},  {"more", "stories"},  {"most", "popular"}, {"most", "read"},
	{"most", "viewed"}, {"post", "meta"},   {"post", "nav"},      {"post", "tags"},    {"read", "also"},
	{"read", "more"},   {"read", "next"},   {"see", "also"},      {"sign", "up"},      {"up", "next"},
	{"you", "may"},     {"you", "might"},   {"entry", "meta"},    {"entry", "footer"}, {"top", "stories"},
};

static const char *const bad_roles[] = {
	"alert", "alertdialog", "banner", "button", "complementary", "contentinfo", "dialog", "menu", "menubar",
	"navigation", "search", "toolbar", "tooltip",
};

struct judgement {
	enum verdict verdict;
	int weight;
	const char *reason;
};

static int compare_word(const void *key, const void *row)
{
	return strcmp(key, ((const struct word *)row)->text);
}

static void judge_word(struct judgement *judgement, const char *before, const char *text)
{
	const struct word *word = bsearch(text, words, COUNT_OF(words), sizeof *words, compare_word);

	for (size_t i = 0; *before && i < COUNT_OF(pairs); i++)
		if (strcmp(pairs[i].first, before) == 0 && strcmp(pairs[i].second, text) == 0) {
			judgement->weight -= 40;
			judgement->reason = pairs[i].first;
			if (judgement->verdict < BAD)
				judgement->verdict = BAD;
		}
	if (word == NULL)
		return;
	judgement->weight += word->weight;
	if (word->verdict > judgement->verdict && word->weight < 0) {
		judgement->verdict = word->verdict;
		judgement->reason = word->text;
	}
}

/* Parts "postContent_main-2" into "post", "content", "main", and judges each. */
static void judge_name(struct judgement *judgement, struct str name)
{
	char before[24] = "", word[24];
	size_t length = 0;

	for (size_t i = 0; i <= name.length && i < NAME_MOST; i++) {
		char c = i < name.length ? name.data[i] : ' ';
		bool is_upper = c >= 'A' && c <= 'Z', after_lower = i && name.data[i - 1] >= 'a' && name.data[i - 1] <= 'z';

		if (length && (!ascii_is_alpha(c) || (is_upper && after_lower) || length + 1 == sizeof word)) {
			word[length] = '\0';
			judge_word(judgement, before, word);
			memcpy(before, word, length + 1);
			length = 0;
		}
		if (ascii_is_space(c))
			before[0] = '\0';
		if (ascii_is_alpha(c))
			word[length++] = ascii_lower(c);
	}
}

/* An id that is the text of a heading says nothing of the design. */
static bool is_slug(struct str id)
{
	size_t hyphens = 0;

	for (size_t i = 0; i < id.length; i++)
		hyphens += id.data[i] == '-' || id.data[i] == '_';
	return hyphens > 2;
}

static bool is_bad_role(struct str role)
{
	for (size_t i = 0; i < COUNT_OF(bad_roles); i++)
		if (str_equal(role, str_from(bad_roles[i])))
			return true;
	return false;
}

static struct judgement judge_element(const struct element *element)
{
	struct judgement judgement = {GOOD, 0, NULL};

	for (const struct attribute *attribute = element->node->attributes; attribute; attribute = attribute->next) {
		if (str_equal(attribute->name, STR("class")) ||
		    (str_equal(attribute->name, STR("id")) && !is_slug(attribute->value))) {
			judge_name(&judgement, attribute->value);
		} else if (str_equal(attribute->name, STR("role")) && is_bad_role(attribute->value)) {
			judgement.verdict = BAD;
			judgement.reason = "role";
		} else if (str_equal(attribute->name, STR("itemprop")) && str_equal(attribute->value, STR("articleBody"))) {
			judgement.verdict = GOOD;
			judgement.weight = 80;
			return judgement;
		}
	}
	if (judgement.verdict == GOOD && (element->tag == HTML_ASIDE || element->tag == HTML_FOOTER ||
	                                  element->tag == HTML_FORM || element->tag == HTML_SEARCH)) {
		judgement.verdict = BAD;
		judgement.reason = html_elements[element->tag].name;
	}
	return judgement;
}

/* Words like these are also on what holds the article: a page is never without its title, or most of its text. */
static bool is_protected(const struct element_list *elements, uint32_t index, uint32_t title, enum verdict verdict)
{
	const struct element *element = &elements->items[index];
	bool has_most = (int64_t)element->prose * 100 > (int64_t)elements->items[0].prose * (verdict == CERTAIN ? 70 : 40);

	if (element->tag == HTML_BODY || element->tag == HTML_HTML || element->tag == HTML_MAIN)
		return true;
	if (title != NO_ELEMENT && element_is_inside(elements, title, index))
		return true;
	return has_most && verdict != CERTAIN;
}

void furniture_remove(struct element_list *elements, uint32_t title, bool is_strict)
{
	elements_weigh(elements);
	for (uint32_t i = 1; i < elements->count; i++) {
		struct element *element = &elements->items[i];
		struct judgement judgement;

		if (element->is_removed) {
			i = element->end - 1;
			continue;
		}
		judgement = judge_element(element);
		element->class_weight = judgement.weight;
		if (judgement.verdict == GOOD || (!is_strict && judgement.verdict != CERTAIN) ||
		    is_protected(elements, i, title, judgement.verdict))
			continue;
		element->is_removed = true;
		element->is_certain = judgement.verdict == CERTAIN;
		element->reason = judgement.reason;
		i = element->end - 1;
	}
	elements_weigh(elements);
}

static bool is_box(enum html_tag tag)
{
	return tag == HTML_DIV || tag == HTML_SECTION || tag == HTML_UL || tag == HTML_OL || tag == HTML_TABLE ||
	       tag == HTML_ASIDE || tag == HTML_FORM || tag == HTML_FIELDSET || tag == HTML_ARTICLE || tag == HTML_DL;
}

void furniture_remove_links(struct element_list *elements, uint32_t body)
{
	for (uint32_t i = body + 1; i < elements->items[body].end; i++) {
		struct element *element = &elements->items[i];

		if (element->is_removed) {
			i = element->end - 1;
			continue;
		}
		if (!is_box(element->tag) || element->text == 0 || element->prose * 2 > (int32_t)element->text)
			continue;
		if (element->link * 2 > element->text) {
			element->is_removed = true;
			element->reason = "links";
			i = element->end - 1;
		}
	}
	elements_weigh(elements);
}
