#include "dateline/base/limits.h"
#include "dateline/base/map.h"
#include "dateline/base/utf8.h"
#include "dateline/body/body.h"
#include "derive.h"
#include "reading.h"

/* ---- what follows from the rest, once an article or a feed is read */

void reading_expect_articles(struct reading *reading, size_t count)
{
	struct article_list *articles = &reading->feed->articles;
	size_t room = articles->count < ARTICLES_MOST ? ARTICLES_MOST - articles->count : 0;

	LIST_RESERVE(reading->arena, articles, count < room ? count : room);
}

struct article *reading_new_article(struct reading *reading)
{
	struct article *article;

	if (reading->feed->articles.count >= ARTICLES_MOST) {
		if (!reading->has_all_articles)
			warnings_add(reading->warnings, 0, "only the first %d articles of a feed are read",
				ARTICLES_MOST);
		reading->has_all_articles = true;
		return NULL;
	}
	article = LIST_PUSH(reading->arena, &reading->feed->articles);
	article->published = article->updated = TIME_NONE;
	return article;
}

static uint64_t hash_content(const struct article *article)
{
	char time[TIME_TEXT_SIZE];
	uint64_t hash = str_hash(article->title) * 31 + str_hash(article->content.text);

	if (article->enclosures.count)
		hash = hash * 31 + str_hash(article->enclosures.items[0].url);
	return article->published == TIME_NONE
		       ? hash
		       : hash * 31 + str_hash(datetime_format(article->published, time));
}

static struct str find_identity(struct reading *reading, const struct article *article, struct str guid)
{
	guid = reading_line(reading, guid);
	if (guid.length)
		return guid;
	if (article->link.length)
		return article->link;
	return arena_printf(reading->arena, "content:%016llx", (unsigned long long)hash_content(article));
}

/* The end that a shortened summary has: dots, "[…]", "Read more". */
static struct str drop_ending(struct str text)
{
	static const struct str endings[] = {STR_INIT("[…]"), STR_INIT("[...]"), STR_INIT("…"),
		STR_INIT("..."), STR_INIT("Read more"), STR_INIT("Continue reading"), STR_INIT("»"),
		STR_INIT("→"), STR_INIT("(more)")};
	bool is_shorter = true;

	while (is_shorter) {
		is_shorter = false;
		text = str_trim(text);
		for (size_t i = 0; i < COUNT_OF(endings); i++) {
			if (str_ends_with(text, endings[i])) {
				text.length -= endings[i].length;
				is_shorter = true;
			}
		}
	}
	return text;
}

/* Does the text of the blocks, one after the other, begin with `summary`? Blanks do not matter. */
static bool begins_with(const struct block_list *blocks, struct str summary)
{
	size_t at = 0;

	for (size_t i = 0; i < blocks->count && at < summary.length; i++) {
		struct str text = blocks->items[i].text;

		for (size_t j = 0; j < text.length && at < summary.length; j++) {
			if (text.data[j] == ' ' || text.data[j] == '\n')
				continue;
			while (at < summary.length && summary.data[at] == ' ')
				at++;
			if (at < summary.length && text.data[j] != summary.data[at])
				return false;
			at++;
		}
	}
	return at >= summary.length;
}

static struct str plain_summary(struct reading *reading, struct content summary)
{
	return summary.kind == CONTENT_HTML ? reading_html_line(reading, summary.text)
					    : reading_line(reading, summary.text);
}

static bool is_blank(struct content content)
{
	return str_trim(content.text).length == 0;
}

static struct str shorten_body(struct reading *reading, struct str text)
{
	if (text.length <= BODY_BYTES_MOST)
		return text;
	warnings_add(
		reading->warnings, 0, "only the first %zu MB of an article are read", BODY_BYTES_MOST >> 20);
	return str_slice(text, 0, utf8_valid_prefix(str_slice(text, 0, BODY_BYTES_MOST)));
}

void reading_finish_article(
	struct reading *reading, struct article *article, struct str guid, struct content summary)
{
	if (is_blank(article->content)) {
		article->content = summary;
		summary.text = STR("");
	}
	article->content.text = shorten_body(reading, article->content.text);
	if (is_blank(article->content))
		article->content = (struct content){0};
	if (article->authors.count == 0)
		article->authors = reading->authors;
	if (article->language.data == NULL)
		article->language = reading->feed->language;
	if (article->language.length == 0)
		article->language = STR_NONE;
	article->id = find_identity(reading, article, guid);
	if (!is_blank(summary))
		article->standfirst = plain_summary(reading, summary);
	derive_with_scratch(article, reading->source->sites, reading->arena, &reading->scratch,
		reading->quotes, reading->warnings);
	if (begins_with(&article->blocks, drop_ending(article->standfirst)))
		article->standfirst = STR_NONE;
	arena_reset(&reading->scratch);
}

/* ---- identities that stand twice */

#define SHARED ((int64_t)-1) /* in the map of identities: different articles have it */

static bool is_same(const struct article *one, const struct article *other)
{
	return str_equal(one->link, other->link) && str_equal(one->title, other->title);
}

/* The next thing that may tell an article apart: its link, then its content. */
static struct str next_identity(struct reading *reading, const struct article *article)
{
	if (article->link.length && !str_equal(article->id, article->link))
		return article->link;
	return arena_printf(reading->arena, "%.*s#%016llx", STR_ARG(article->id),
		(unsigned long long)hash_content(article));
}

/* Finds the identities that different articles share by the publisher's mistake, and gives another one to
 * each of those articles, also to the first: which one comes first changes. The same article twice keeps its
 * identity: whoever stores it keeps one. */
static bool tell_apart(struct reading *reading)
{
	struct article_list *articles = &reading->feed->articles;
	struct arena arena = {0};
	struct map seen;
	bool is_shared = false;

	map_init(&seen, &arena);
	for (size_t i = 0; i < articles->count; i++) {
		const int64_t *first = map_get(&seen, articles->items[i].id);

		if (first == NULL) {
			*map_put(&seen, articles->items[i].id) = (int64_t)i;
		} else if (*first != SHARED && !is_same(&articles->items[*first], &articles->items[i])) {
			*map_put(&seen, articles->items[i].id) = SHARED;
			is_shared = true;
		}
	}
	for (size_t i = 0; is_shared && i < articles->count; i++)
		if (*map_get(&seen, articles->items[i].id) == SHARED)
			articles->items[i].id = next_identity(reading, &articles->items[i]);
	arena_finish(&arena);
	return is_shared;
}

void reading_finish_feed(struct reading *reading)
{
	if (tell_apart(reading))
		tell_apart(reading);
}
