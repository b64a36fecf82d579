#include "store/put.h"

#include "dateline/query/match.h"
#include "dateline/quote/quote.h"

#include <string.h>

/* ---- one article */

/* The list is by this time: what claims to come from the future stands where it was first seen. */
static int64_t sort_time_of(const struct article *article, int64_t seen)
{
	return article->published == TIME_NONE || article->published > seen ? seen : article->published;
}

/*   frame   the text packed; absent when that is still to be done, or of no use */
static bool put_body(
	struct store *store, int64_t id, const struct content *content, struct str frame, struct error *error)
{
	sqlite3_stmt *row = statement(
		store, "INSERT OR REPLACE INTO body (article, kind, base, text) VALUES (?, ?, ?, ?)");

	bind_number(row, 1, id);
	bind_number(row, 2, content->kind);
	bind_text(row, 3, content->base);
	bind_body(store, row, 4, content->text, frame);
	return statement_run(store, row, error);
}

/* A guid that comes back after a change, a link or a text still lead to the article: keys are added, never
 * removed. */
static bool put_keys(struct store *store, int64_t feed, int64_t id, const struct article_identity *identity,
	struct error *error)
{
	sqlite3_stmt *row =
		statement(store, "INSERT OR REPLACE INTO article_key (feed, key, article) VALUES (?, ?, ?)");
	const uint64_t keys[] = {identity->guid, identity->link, identity->text};

	for (size_t i = 0; i < COUNT_OF(keys); i++) {
		if (keys[i] == 0)
			continue;
		bind_number(row, 1, feed);
		bind_number(row, 2, (int64_t)keys[i]);
		bind_number(row, 3, id);
		if (!statement_run(store, row, error))
			return false;
	}
	return true;
}

/* Parameters 1 to 14, the same in inserting and updating. */
static void bind_received(
	sqlite3_stmt *row, const struct article *article, const struct article_identity *identity)
{
	bind_time(row, 1, article->published);
	bind_time(row, 2, article->updated);
	bind_text(row, 3, article->title);
	bind_text(row, 4, article->link);
	bind_text(row, 5, article->id.data ? article->id : STR(""));
	bind_text(row, 6, article->standfirst);
	bind_text(row, 7, article->language);
	bind_text(row, 8, article->image);
	bind_text(row, 9, article->comments);
	bind_number(row, 10, (int64_t)article->enclosures.count);
	bind_number(row, 11, (int64_t)identity->fingerprint);
	bind_number(row, 12, (int64_t)identity->text_hash);
}

static bool put_labels(
	struct store *store, int64_t id, const struct rule_verdict *verdict, struct error *error)
{
	for (size_t i = 0; i < verdict->labels.count; i++)
		if (!put_label(store, id, verdict->labels.items[i], error))
			return false;
	return true;
}

static bool insert_article(struct store *store, int64_t feed, const struct article *article,
	const struct article_identity *identity, int64_t now, int64_t *id, struct error *error)
{
	sqlite3_stmt *row = statement(store,
		"INSERT INTO article (published, updated, title, link, guid, standfirst, language, image, comments,"
		" enclosure_count, fingerprint, text_hash, feed, sort_time, seen_at, quote_count, section_count,"
		" related_count, word_count, quote_version, is_hidden, is_read, is_starred, read_at)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
	const struct rule_verdict none = {0}, *verdict = identity->verdict ? identity->verdict : &none;

	bind_received(row, article, identity);
	bind_number(row, 13, feed);
	bind_number(row, 14, sort_time_of(article, now));
	bind_number(row, 15, now);
	bind_number(row, 16, (int64_t)article->quotes.count);
	bind_number(row, 17, (int64_t)article->sections.count);
	bind_number(row, 18, (int64_t)article->related.count);
	bind_number(row, 19,
		(int64_t)(identity->word_count ? identity->word_count : article_word_count(article)));
	bind_number(row, 20, QUOTE_VERSION);
	bind_number(row, 21, verdict->hides);
	bind_number(row, 22, verdict->mutes);
	bind_number(row, 23, verdict->stars);
	bind_time(row, 24, verdict->mutes ? now : TIME_NONE);
	if (!statement_run(store, row, error))
		return false;
	*id = sqlite3_last_insert_rowid(store->db);
	return put_keys(store, feed, *id, identity, error) &&
	       put_body(store, *id, &article->content, identity->frame, error) &&
	       put_received_rows(store, *id, article, true, error) &&
	       put_derived_rows(store, *id, article, true, error) && put_labels(store, *id, verdict, error);
}

struct stored_state {
	uint64_t text_hash;
	int64_t seen;
	bool is_full;
};

static bool read_state(struct store *store, int64_t id, struct stored_state *state, struct error *error)
{
	sqlite3_stmt *row = statement(store, "SELECT text_hash, seen_at, is_full FROM article WHERE id = ?");
	bool failed = false;

	bind_number(row, 1, id);
	if (!statement_next(store, row, &failed, error))
		return !failed && fail(error, ERROR_NOT_FOUND, 0, "there is no article %lld", (long long)id);
	state->text_hash = (uint64_t)sqlite3_column_int64(row, 0);
	state->seen = sqlite3_column_int64(row, 1);
	state->is_full = sqlite3_column_int(row, 2);
	sqlite3_reset(row);
	return true;
}

/* Sections and quotes of an article that is read from its page stay those of the page. */
static bool update_article(struct store *store, int64_t feed, const struct article *article,
	const struct article_identity *identity, int64_t now, struct error *error)
{
	sqlite3_stmt *row;
	struct stored_state state = {0};
	int64_t id = identity->match;

	if (!read_state(store, id, &state, error))
		return false;
	row = statement(store,
		"UPDATE article SET published = ?, updated = ?, title = ?, link = ?, guid = ?, standfirst = ?,"
		" language = ?, image = ?, comments = ?, enclosure_count = ?, fingerprint = ?, text_hash = ?,"
		" sort_time = ?13, versions = versions + ?14, changed_at = CASE ?14 WHEN 1 THEN ?15 ELSE changed_at END,"
		" is_updated = is_updated OR (?14 AND is_read), search_row = NULL WHERE id = ?16");
	bind_received(row, article, identity);
	bind_number(row, 13, sort_time_of(article, state.seen));
	bind_number(row, 14, state.text_hash && state.text_hash != identity->text_hash); /* 0: not known */
	bind_number(row, 15, now);
	bind_number(row, 16, id);
	return statement_run(store, row, error) && put_keys(store, feed, id, identity, error) &&
	       put_body(store, id, &article->content, identity->frame, error) &&
	       put_received_rows(store, id, article, false, error) &&
	       (state.is_full || put_derived_rows(store, id, article, false, error));
}

/* ---- one feed */

static bool put_head(struct store *store, int64_t feed, const struct feed *document, struct error *error)
{
	sqlite3_stmt *row = statement(store,
		"UPDATE feed SET title = ?2, link = ?3, description = ?4, language = ?5, icon = ?6, generator = ?7,"
		" ttl_minutes = ?9, skip_hours = ?10,"
		" title_key = CASE WHEN user_title IS NULL AND ?8 <> '' THEN ?8 ELSE title_key END WHERE id = ?1"
		" AND NOT (title IS ?2 AND link IS ?3 AND description IS ?4 AND language IS ?5 AND icon IS ?6"
		" AND generator IS ?7 AND ttl_minutes = ?9 AND skip_hours = ?10)");
	struct str title = document->title.length ? document->title : STR_NONE;

	bind_number(row, 1, feed);
	bind_text(row, 2, title);
	bind_text(row, 3, document->link);
	bind_text(row, 4, document->description);
	bind_text(row, 5, document->language);
	bind_text(row, 6, document->icon);
	bind_text(row, 7, document->generator);
	bind_number(row, 9, document->ttl_minutes);
	bind_number(row, 10, document->skip_hours);
	bind_text(row, 8, title.data ? query_fold_name(title, &store->scratch) : STR(""));
	return statement_run(store, row, error);
}

/* The last of the document goes in first, so that of one second the first of the document is the newest. */
static bool put_articles(struct store *store, int64_t feed, const struct feed *document,
	const struct article_identity *identities, int64_t now, struct store_put_result *result,
	struct error *error)
{
	for (size_t i = document->articles.count; i-- > 0;) {
		const struct article *article = &document->articles.items[i];
		int64_t id;

		if (identities[i].is_repeated) {
			result->unchanged++;
		} else if (identities[i].match) {
			if (!update_article(store, feed, article, &identities[i], now, error))
				return false;
			result->changed++;
		} else {
			if (!insert_article(store, feed, article, &identities[i], now, &id, error))
				return false;
			if (result->fresh++ == 0)
				result->first = id;
			result->hidden += identities[i].verdict && identities[i].verdict->hides;
		}
	}
	return true;
}

static bool put_document(struct store *store, int64_t feed, const struct store_prepared *prepared,
	const struct store_answer *answer, int64_t now, struct store_put_result *result, struct error *error)
{
	const struct feed *document = prepared->document;
	size_t count = document->articles.count;
	struct article_identity *identities = arena_array(&store->scratch, count, sizeof *identities);

	if (count)
		memcpy(identities, prepared->identities, count * sizeof *identities);
	return match_articles(store, feed, document, &store->scratch, identities, error) &&
	       put_head(store, feed, document, error) &&
	       put_articles(store, feed, document, identities, now, result, error) &&
	       (answer == NULL || put_answer_row(store, feed, answer, result->fresh, result->changed, error));
}

bool store_put_prepared(struct store *store, int64_t feed, const struct store_prepared *prepared,
	const struct store_answer *answer, int64_t now, struct store_put_result *result, struct error *error)
{
	struct store_put_result ours = {0};
	bool is_done;

	arena_reset(&store->scratch);
	if (!transaction_begin(store, error))
		return false;
	is_done =
		transaction_end(store, put_document(store, feed, prepared, answer, now, &ours, error), error);
	if (result)
		*result = is_done ? ours : (struct store_put_result){0};
	return is_done;
}

bool store_put_feed(struct store *store, int64_t feed, const struct feed *document,
	const struct store_answer *answer, int64_t now, struct store_put_result *result, struct error *error)
{
	struct arena arena = {0};
	bool is_done =
		store_put_prepared(store, feed, store_prepare(document, &arena), answer, now, result, error);

	arena_finish(&arena);
	return is_done;
}

/* ---- pages, places, what is derived again */

static bool put_page(
	struct store *store, int64_t id, const struct article *article, int64_t now, struct error *error)
{
	sqlite3_stmt *row =
		statement(store, "INSERT OR REPLACE INTO page (article, kind, base, text, fetched_at)"
				 " VALUES (?, ?, ?, ?, ?)");
	struct stored_state state = {0};

	if (!read_state(store, id, &state, error))
		return false;
	bind_number(row, 1, id);
	bind_number(row, 2, article->content.kind);
	bind_text(row, 3, article->content.base);
	bind_body(store, row, 4, article->content.text, STR_NONE);
	bind_number(row, 5, now);
	if (!statement_run(store, row, error) || !put_derived_rows(store, id, article, false, error))
		return false;
	row = statement(store, "UPDATE article SET is_full = 1 WHERE id = ?");
	bind_number(row, 1, id);
	return statement_run(store, row, error);
}

bool store_put_page(
	struct store *store, int64_t id, const struct article *article, int64_t now, struct error *error)
{
	arena_reset(&store->scratch);
	return transaction_begin(store, error) &&
	       transaction_end(store, put_page(store, id, article, now, error), error);
}

bool store_put_derived(struct store *store, int64_t id, const struct article *article, struct error *error)
{
	struct stored_state state = {0};

	arena_reset(&store->scratch);
	return transaction_begin(store, error) &&
	       transaction_end(store,
		       read_state(store, id, &state, error) &&
			       put_derived_rows(store, id, article, false, error),
		       error);
}

bool store_set_place(struct store *store, int64_t id, struct store_place place, struct error *error)
{
	sqlite3_stmt *row =
		statement(store, "UPDATE article SET place_block = ?, place_offset = ? WHERE id = ?");

	bind_number(row, 1, (int64_t)place.block);
	bind_number(row, 2, (int64_t)place.offset);
	bind_number(row, 3, id);
	return statement_run(store, row, error);
}
