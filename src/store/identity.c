#include "dateline/base/url.h"
#include "store/put.h"

#include <stdlib.h>
#include <string.h>

#define SUBSTANTIAL_BYTES 200 /* two articles do not share that much text by chance */

/* ---- hashes. They are stored: the function must not change. */

#define HASH_START 0x243f6a8885a308d3u

static uint64_t mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * 0x9fb21c651e98df25u;
	return hash ^ hash >> 32;
}

/* Absent, empty and what stands before and after are all told apart. */
static uint64_t hash_text(uint64_t hash, struct str text)
{
	size_t at = 0;
	uint64_t word;

	for (; at + sizeof word <= text.length; at += sizeof word) {
		memcpy(&word, text.data + at, sizeof word);
		hash = mix(hash, word);
	}
	word = 0;
	for (size_t i = 0; at < text.length; at++, i++)
		word |= (uint64_t)(unsigned char)text.data[at] << (8 * i);
	return mix(mix(hash, word), text.data ? text.length + 1 : 0);
}

enum key_kind { KEY_GUID = 1, KEY_LINK, KEY_TEXT };

static uint64_t key_of(enum key_kind kind, uint64_t hash)
{
	uint64_t key = mix(mix(HASH_START, kind), hash);

	return key ? key : 1;
}

/* ---- what an article is known by */

static bool is_campaign(struct str parameter)
{
	return str_starts_with_nocase(parameter, STR("utm_")) ||
	       str_starts_with_nocase(parameter, STR("fbclid=")) ||
	       str_starts_with_nocase(parameter, STR("gclid="));
}

/* An address without what changes while the article stays: the scheme, campaign parameters, the fragment. */
static uint64_t hash_link(struct str link, struct arena *scratch)
{
	struct str canonical = url_canonical(scratch, link);
	struct url parts;
	struct str rest, parameter;
	uint64_t hash = HASH_START;

	url_split(canonical, &parts);
	hash = hash_text(hash_text(hash, parts.host), parts.port);
	hash = hash_text(hash, parts.host.length ? parts.path : canonical);
	rest = parts.query;
	while (str_next(&rest, '&', &parameter))
		if (!is_campaign(parameter))
			hash = hash_text(hash, parameter);
	return hash;
}

static uint64_t hash_seen(const struct article *article, size_t *bytes)
{
	uint64_t hash = hash_text(HASH_START, article->title);

	*bytes = article->title.length;
	if (article->blocks.count == 0) {
		*bytes += article->content.text.length + article->standfirst.length;
		return hash_text(hash_text(hash, article->standfirst), article->content.text);
	}
	hash = hash_text(hash, article->standfirst);
	for (size_t i = 0; i < article->blocks.count; i++) {
		hash = hash_text(hash, article->blocks.items[i].text);
		*bytes += article->blocks.items[i].text.length;
	}
	return hash;
}

static uint64_t hash_received(const struct article *article)
{
	uint64_t hash = hash_text(HASH_START, article->id);

	hash = hash_text(hash_text(hash_text(hash, article->link), article->title), article->standfirst);
	hash = hash_text(hash_text(hash_text(hash, article->language), article->image), article->comments);
	hash = mix(mix(hash, (uint64_t)article->published), (uint64_t)article->updated);
	for (size_t i = 0; i < article->authors.count; i++)
		hash = hash_text(hash, article->authors.items[i]);
	for (size_t i = 0; i < article->tags.count; i++)
		hash = mix(hash_text(hash, article->tags.items[i].name), article->tags.items[i].kind);
	for (size_t i = 0; i < article->enclosures.count; i++) {
		const struct enclosure *enclosure = &article->enclosures.items[i];

		hash = hash_text(hash_text(hash, enclosure->url), enclosure->type);
		hash = mix(hash_text(hash, enclosure->title), (uint64_t)enclosure->length_bytes);
	}
	hash = mix(hash_text(hash, article->content.base), article->content.kind);
	return hash_text(hash, article->content.text);
}

static void identify_article(const struct article *article, struct arena *scratch, struct article_identity *identity)
{
	size_t bytes;

	*identity = (struct article_identity){0};
	identity->text_hash = hash_seen(article, &bytes);
	identity->fingerprint = hash_received(article);
	identity->guid = key_of(KEY_GUID, hash_text(HASH_START, article->id));
	if (article->link.length)
		identity->link = key_of(KEY_LINK, hash_link(article->link, scratch));
	if (bytes)
		identity->text = key_of(KEY_TEXT, identity->text_hash);
	identity->is_substantial = bytes >= SUBSTANTIAL_BYTES;
}

/* ---- within one document */

struct sorted_key {
	uint64_t key;
	size_t index;
};

static int compare_keys(const void *left, const void *right)
{
	const struct sorted_key *a = left, *b = right;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return a->index < b->index ? -1 : a->index > b->index;
}

static struct sorted_key *sort_keys(
	const struct article_identity *identities, size_t count, size_t offset, struct arena *scratch)
{
	struct sorted_key *keys = arena_array(scratch, count, sizeof *keys);

	for (size_t i = 0; i < count; i++) {
		memcpy(&keys[i].key, (const char *)&identities[i] + offset, sizeof keys[i].key);
		keys[i].index = i;
	}
	qsort(keys, count, sizeof *keys, compare_keys);
	return keys;
}

/* Articles of one guid: the same article twice, when link or text are the same too; else the guid is none, as
 * with programs that give all their articles one guid, and the link (or the text) stands in. */
static void part_guids(struct article_identity *identities, size_t count, struct arena *scratch)
{
	struct sorted_key *keys =
		sort_keys(identities, count, offsetof(struct article_identity, guid), scratch);

	for (size_t first = 0, next; first < count; first = next) {
		struct article_identity *a = &identities[keys[first].index];
		bool are_different = false;

		for (next = first + 1; next < count && keys[next].key == keys[first].key; next++) {
			const struct article_identity *b = &identities[keys[next].index];

			are_different |= a->text != b->text && (a->link != b->link || a->link == 0);
		}
		for (size_t i = first; are_different && i < next; i++) {
			struct article_identity *b = &identities[keys[i].index];

			b->guid = key_of(KEY_GUID, mix(b->guid, b->link ? b->link : b->text));
		}
	}
}

static void drop_repeated(struct article_identity *identities, size_t count, struct arena *scratch)
{
	struct sorted_key *keys =
		sort_keys(identities, count, offsetof(struct article_identity, guid), scratch);

	for (size_t i = 1; i < count; i++)
		identities[keys[i].index].is_repeated = keys[i].key == keys[i - 1].key;
}

/* A link or text that several articles of the document have says nothing about which one is meant. */
static void drop_shared(
	struct article_identity *identities, size_t count, size_t offset, struct arena *scratch)
{
	struct sorted_key *keys = sort_keys(identities, count, offset, scratch);
	const uint64_t none = 0;

	for (size_t first = 0, next; first < count; first = next) {
		size_t different = 0;

		for (next = first; next < count && keys[next].key == keys[first].key; next++)
			different += !identities[keys[next].index].is_repeated;
		for (size_t i = first; different > 1 && i < next; i++)
			memcpy((char *)&identities[keys[i].index] + offset, &none, sizeof none);
	}
}

void identify_articles(const struct feed *document, struct article_identity *identities)
{
	struct arena scratch = {0};
	size_t count = document->articles.count;

	for (size_t i = 0; i < count; i++)
		identify_article(&document->articles.items[i], &scratch, &identities[i]);
	part_guids(identities, count, &scratch);
	drop_repeated(identities, count, &scratch);
	drop_shared(identities, count, offsetof(struct article_identity, link), &scratch);
	drop_shared(identities, count, offsetof(struct article_identity, text), &scratch);
	arena_finish(&scratch);
}

/* ---- against the library */

struct stored_identity {
	int64_t article, published;
	uint64_t fingerprint;
	bool is_gone; /* deleted, but still known by its keys */
};

static bool find_key(
	struct store *store, int64_t feed, uint64_t key, struct stored_identity *found, struct error *error)
{
	sqlite3_stmt *row =
		statement(store, "SELECT k.article, a.published, a.fingerprint, a.id FROM article_key k"
				 " LEFT JOIN article a ON a.id = k.article WHERE k.feed = ? AND k.key = ?");
	bool failed = false;

	*found = (struct stored_identity){0};
	if (key == 0)
		return true;
	bind_number(row, 1, feed);
	bind_number(row, 2, (int64_t)key);
	if (!statement_next(store, row, &failed, error))
		return !failed;
	found->article = sqlite3_column_int64(row, 0);
	found->published = column_time(row, 1);
	found->fingerprint = (uint64_t)sqlite3_column_int64(row, 2);
	found->is_gone = sqlite3_column_type(row, 3) == SQLITE_NULL;
	sqlite3_reset(row);
	return true;
}

static bool match_by_guid(struct store *store, int64_t feed, struct article_identity *identity, bool *is_same,
	struct error *error)
{
	struct stored_identity found;

	if (!find_key(store, feed, identity->guid, &found, error))
		return false;
	identity->match = found.article;
	*is_same = found.article && (found.is_gone || found.fingerprint == identity->fingerprint);
	return true;
}

/* The guid is new: then two of the other signs must agree. */
static bool match_by_signs(struct store *store, int64_t feed, const struct article *article,
	struct article_identity *identity, struct error *error)
{
	struct stored_identity by_link, by_text;
	const struct stored_identity *match = NULL;
	bool same_date, same_text_date;

	if (!find_key(store, feed, identity->link, &by_link, error) ||
		!find_key(store, feed, identity->text, &by_text, error))
		return false;
	same_date = article->published != TIME_NONE && by_link.published == article->published;
	same_text_date = article->published != TIME_NONE && by_text.published == article->published;
	if (by_link.article && (by_link.article == by_text.article || same_date))
		match = &by_link;
	else if (by_text.article && (identity->is_substantial || same_text_date))
		match = &by_text;
	if (match) {
		identity->match = match->article;
		identity->is_repeated = match->is_gone;
	}
	return true;
}

static int compare_numbers(const void *left, const void *right)
{
	const int64_t *a = left, *b = right;

	return *a < *b ? -1 : *a > *b;
}

/* Two of the document that would be the same article: the second one is another. */
static void part_matches(struct article_identity *identities, size_t count, struct arena *scratch)
{
	struct sorted_key *keys =
		sort_keys(identities, count, offsetof(struct article_identity, match), scratch);

	for (size_t i = 1; i < count; i++)
		if (keys[i].key == keys[i - 1].key && !identities[keys[i].index].is_repeated)
			identities[keys[i].index].match = 0;
}

/* An article that another one of the document is by its guid is not this one. */
static void release_claimed(struct article_identity *identity, int64_t *claimed, size_t count)
{
	if (identity->match && bsearch(&identity->match, claimed, count, sizeof *claimed, compare_numbers)) {
		identity->match = 0;
		identity->is_repeated = false;
	}
}

bool match_articles(struct store *store, int64_t feed, const struct feed *document, struct arena *scratch,
	struct article_identity *identities, struct error *error)
{
	size_t count = document->articles.count, claimed_count = 0;
	int64_t *claimed = arena_array(scratch, count, sizeof *claimed);
	bool is_same;

	for (size_t i = 0; i < count; i++) {
		if (identities[i].is_repeated)
			continue;
		if (!match_by_guid(store, feed, &identities[i], &is_same, error))
			return false;
		if (identities[i].match)
			claimed[claimed_count++] = identities[i].match;
		identities[i].is_repeated = is_same;
	}
	qsort(claimed, claimed_count, sizeof *claimed, compare_numbers);
	for (size_t i = 0; i < count; i++) {
		if (identities[i].is_repeated || identities[i].match)
			continue;
		if (!match_by_signs(store, feed, &document->articles.items[i], &identities[i], error))
			return false;
		release_claimed(&identities[i], claimed, claimed_count);
	}
	part_matches(identities, count, scratch);
	return true;
}
