#include "body/furniture.h"

#include <stdlib.h>
#include <string.h>

#define SENTENCE_LEAST 60 /* bytes of a block that are no links */
#define NAME_MOST 400     /* bytes of a class or id that are looked at */

enum verdict {
	GOOD,    /* nothing speaks against it */
	BAD,     /* likely no part of an article */
	CERTAIN, /* never a part of one */
};

/* The words in classes and ids of what is no article, sorted. */
static const struct word {
	const char *text;
	enum verdict verdict;
} words[] = {
	{"ad", BAD}, {"adbox", CERTAIN}, {"addthis", CERTAIN}, {"addtoany", CERTAIN}, {"ads", BAD},
	{"adsbygoogle", CERTAIN}, {"adsense", CERTAIN}, {"advert", BAD}, {"advertisement", BAD},
	{"adverts", BAD}, {"authorbio", BAD}, {"banner", BAD}, {"bio", BAD}, {"biography", BAD},
	{"bookmark", BAD}, {"breadcrumb", CERTAIN}, {"breadcrumbs", CERTAIN}, {"byline", BAD},
	{"carousel", BAD}, {"comment", CERTAIN}, {"commentlist", CERTAIN}, {"comments", CERTAIN},
	{"consent", CERTAIN}, {"cookie", CERTAIN}, {"cookies", CERTAIN}, {"copyright", BAD}, {"cta", BAD},
	{"disclaimer", BAD}, {"disqus", CERTAIN}, {"dropdown", BAD}, {"facebook", BAD}, {"flyout", BAD},
	{"follow", BAD}, {"footer", BAD}, {"gdpr", CERTAIN}, {"infinite", BAD}, {"kommentare", CERTAIN},
	{"login", BAD}, {"masthead", BAD}, {"menu", BAD}, {"modal", BAD}, {"mostpopular", CERTAIN},
	{"mostread", CERTAIN}, {"nav", BAD}, {"navbar", BAD}, {"navigation", BAD}, {"newsletter", CERTAIN},
	{"newsletters", CERTAIN}, {"outbrain", CERTAIN}, {"pager", BAD}, {"pagination", BAD},
	{"paywall", BAD}, {"popular", BAD}, {"popup", BAD}, {"promo", BAD},
	{"promobox", CERTAIN}, {"promos", BAD}, {"promotion", BAD}, {"rail", BAD}, {"recirc", CERTAIN},
	{"recirculation", CERTAIN}, {"recommend", BAD}, {"recommendation", CERTAIN},
	{"recommendations", CERTAIN}, {"recommended", BAD}, {"register", BAD}, {"related", BAD},
	{"relatedlinks", CERTAIN}, {"remark", BAD}, {"replies", CERTAIN}, {"respond", CERTAIN},
	{"search", BAD}, {"share", BAD}, {"sharebar", CERTAIN}, {"sharedaddy", CERTAIN}, {"sharing", BAD},
	{"shoutbox", CERTAIN}, {"sidebar", BAD}, {"signup", BAD}, {"skip", BAD}, {"social", BAD},
	{"sponsor", BAD}, {"sponsored", BAD}, {"sponsors", BAD}, {"subnav", BAD}, {"subscribe", BAD},
	{"subscription", BAD}, {"taboola", CERTAIN}, {"tagcloud", CERTAIN}, {"tags", BAD}, {"teaser", BAD},
	{"teasers", BAD}, {"toolbar", BAD}, {"tools", BAD}, {"trackback", CERTAIN}, {"trackbacks", CERTAIN},
	{"trending", BAD}, {"widgets", BAD},
};

/* Words that mean something together only. */
static const struct {
	const char *first, *second;
} pairs[] = {
	{"also", "like"}, {"also", "read"}, {"author", "bio"}, {"author", "box"}, {"author", "info"},
	{"author", "desc"}, {"about", "author"}, {"jp", "relatedposts"}, {"latest", "news"},
	{"latest", "posts"}, {"latest", "stories"}, {"more", "articles"}, {"more", "from"},
	{"more", "like"}, {"more", "news"}, {"more", "on"}, {"more", "posts"}, {"more", "stories"},
	{"most", "popular"}, {"most", "read"}, {"most", "viewed"}, {"post", "meta"}, {"post", "nav"},
	{"post", "tags"}, {"read", "also"}, {"read", "more"}, {"read", "next"}, {"see", "also"},
	{"sign", "up"}, {"up", "next"}, {"you", "may"}, {"you", "might"}, {"entry", "meta"},
	{"entry", "footer"}, {"top", "stories"}, {"screen", "reader"}, {"sr", "only"}, {"visually", "hidden"},
	{"snippet", "hidden"}, {"no", "print"}, {"print", "button"}, {"print", "link"}, {"print", "page"},
	{"print", "hide"}, {"hide", "print"}, {"print", "icon"}, {"print", "mail"},
};

static const char *const bad_roles[] = {
	"alert", "alertdialog", "banner", "button", "complementary", "contentinfo", "dialog", "menu",
	"menubar", "navigation", "search", "toolbar", "tooltip",
};

struct judgement {
	enum verdict verdict;
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
			judgement->reason = pairs[i].first;
			if (judgement->verdict < BAD)
				judgement->verdict = BAD;
		}
	if (word == NULL)
		return;
	if (word->verdict > judgement->verdict) {
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
		bool is_upper = c >= 'A' && c <= 'Z',
		     after_lower = i && name.data[i - 1] >= 'a' && name.data[i - 1] <= 'z';

		if (length &&
			(!ascii_is_alpha(c) || (is_upper && after_lower) || length + 1 == sizeof word)) {
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
	struct judgement judgement = {GOOD, NULL};

	for (const struct attribute *attribute = element->node->attributes; attribute;
		attribute = attribute->next) {
		if (str_equal(attribute->name, STR("class")) ||
		    (str_equal(attribute->name, STR("id")) && !is_slug(attribute->value))) {
			judge_name(&judgement, attribute->value);
		} else if (str_equal(attribute->name, STR("role")) && is_bad_role(attribute->value)) {
			judgement.verdict = BAD;
			judgement.reason = "role";
		} else if (str_equal(attribute->name, STR("itemprop")) &&
			   str_equal(attribute->value, STR("articleBody"))) {
			judgement.verdict = GOOD;
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

/* A link in the middle of a sentence belongs to it, whatever opens when it is followed. */
static bool is_in_sentence(const struct element_list *elements, const struct element *element)
{
	const struct element *block = &elements->items[element->block];
	const struct node *next = element->node->next;
	struct str behind = next && next->kind == NODE_TEXT ? str_trim(next->text) : STR_NONE;

	return element->tag == HTML_A && block->own_text > block->own_link + SENTENCE_LEAST && behind.length &&
	       ((behind.data[0] >= 'a' && behind.data[0] <= 'z') || strchr(",;.!?", behind.data[0]));
}

/* Words like these are also on what holds the article: a page is never without its title, or most of its
 * text. */
static bool is_protected(
	const struct element_list *elements, uint32_t index, uint32_t title, enum verdict verdict)
{
	const struct element *element = &elements->items[index];
	bool has_most = (int64_t)element->prose * 100 >
			(int64_t)elements->items[0].prose * (verdict == CERTAIN ? 70 : 40);

	if (is_in_sentence(elements, element) || element->tag == HTML_BODY || element->tag == HTML_HTML || element->tag == HTML_MAIN)
		return true;
	if (title != NO_ELEMENT && element_is_inside(elements, title, index))
		return true;
	return has_most && verdict != CERTAIN;
}

/* Whether what was found is a word for what readers write. */
static bool is_of_readers(const char *word)
{
	static const char *const of_readers[] = {"comment", "commentlist", "comments", "kommentare", "replies"};

	for (size_t i = 0; word && i < COUNT_OF(of_readers); i++)
		if (strcmp(word, of_readers[i]) == 0)
			return true;
	return false;
}

static bool is_spared(struct judgement judgement, enum furniture_rules rules)
{
	return judgement.verdict == GOOD || (rules != FURNITURE_ALL && judgement.verdict != CERTAIN) ||
	       (rules == FURNITURE_FORUM && is_of_readers(judgement.reason));
}

void furniture_remove(struct element_list *elements, uint32_t title, enum furniture_rules rules)
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
		if (is_spared(judgement, rules) ||
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
	return tag == HTML_DIV || tag == HTML_SECTION || tag == HTML_UL || tag == HTML_OL ||
	       tag == HTML_TABLE || tag == HTML_ASIDE || tag == HTML_FORM || tag == HTML_FIELDSET ||
	       tag == HTML_ARTICLE || tag == HTML_DL;
}

void furniture_remove_links(struct element_list *elements, uint32_t body)
{
	for (uint32_t i = body + 1; i < elements->items[body].end; i++) {
		struct element *element = &elements->items[i];

		if (element->is_removed) {
			i = element->end - 1;
			continue;
		}
		if (!is_box(element->tag) || element->text == 0 ||
			element->prose * 2 > (int32_t)element->text)
			continue;
		if (element->link * 2 > element->text && !element_is_ingredient(element)) {
			element->is_removed = true;
			element->reason = "links";
			i = element->end - 1;
		}
	}
	elements_weigh(elements);
}
