#include "dateline/query/match.h"
#include "dateline/quote/quote.h"
#include "store/put.h"

/* ---- names that many articles share */

enum name_table { NAMES_TAG, NAMES_AUTHOR, NAMES_SPEAKER };

static const struct {
	const char *find, *insert;
} name_tables[] = {
	[NAMES_TAG] = {"SELECT id FROM tag WHERE name = ?", "INSERT INTO tag (name, key) VALUES (?, ?)"},
	[NAMES_AUTHOR] = {"SELECT id FROM author WHERE name = ?",
		"INSERT INTO author (name, key) VALUES (?, ?)"},
	[NAMES_SPEAKER] = {"SELECT id FROM speaker WHERE name = ?",
		"INSERT INTO speaker (name, key) VALUES (?, ?)"},
};

static bool name_id(
	struct store *store, enum name_table table, struct str name, int64_t *id, struct error *error)
{
	sqlite3_stmt *row = statement(store, name_tables[table].find);

	bind_text(row, 1, name);
	if (!statement_number(store, row, 0, id, error))
		return false;
	if (*id)
		return true;
	row = statement(store, name_tables[table].insert);
	bind_text(row, 1, name);
	bind_text(row, 2, query_fold_name(name, &store->scratch));
	if (!statement_run(store, row, error))
		return false;
	*id = sqlite3_last_insert_rowid(store->db);
	return true;
}

/* ---- as received */

static bool put_tags(struct store *store, int64_t id, const struct tag_list *tags, struct error *error)
{
	sqlite3_stmt *row = statement(
		store, "INSERT INTO article_tag (article, position, tag, kind) VALUES (?, ?, ?, ?)");
	int64_t tag;

	for (size_t i = 0; i < tags->count; i++) {
		if (!name_id(store, NAMES_TAG, tags->items[i].name, &tag, error))
			return false;
		bind_number(row, 1, id);
		bind_number(row, 2, (int64_t)i);
		bind_number(row, 3, tag);
		bind_number(row, 4, tags->items[i].kind);
		if (!statement_run(store, row, error))
			return false;
	}
	return true;
}

static bool put_authors(struct store *store, int64_t id, const struct str_list *authors, struct error *error)
{
	sqlite3_stmt *row =
		statement(store, "INSERT INTO article_author (article, position, author) VALUES (?, ?, ?)");
	int64_t author;

	for (size_t i = 0; i < authors->count; i++) {
		if (!name_id(store, NAMES_AUTHOR, authors->items[i], &author, error))
			return false;
		bind_number(row, 1, id);
		bind_number(row, 2, (int64_t)i);
		bind_number(row, 3, author);
		if (!statement_run(store, row, error))
			return false;
	}
	return true;
}

static bool put_enclosures(
	struct store *store, int64_t id, const struct enclosure_list *list, struct error *error)
{
	sqlite3_stmt *row =
		statement(store, "INSERT INTO enclosure (article, position, url, type, title, bytes)"
				 " VALUES (?, ?, ?, ?, ?, ?)");

	for (size_t i = 0; i < list->count; i++) {
		const struct enclosure *enclosure = &list->items[i];

		bind_number(row, 1, id);
		bind_number(row, 2, (int64_t)i);
		bind_text(row, 3, enclosure->url.data ? enclosure->url : STR(""));
		bind_text(row, 4, enclosure->type);
		bind_text(row, 5, enclosure->title);
		bind_time(row, 6, enclosure->length_bytes < 0 ? TIME_NONE : enclosure->length_bytes);
		if (!statement_run(store, row, error))
			return false;
	}
	return true;
}

static bool run_for(struct store *store, const char *sql, int64_t id, struct error *error)
{
	sqlite3_stmt *row = statement(store, sql);

	bind_number(row, 1, id);
	return statement_run(store, row, error);
}

static bool drop_received(struct store *store, int64_t id, struct error *error)
{
	return run_for(store, "DELETE FROM article_tag WHERE article = ?", id, error) &&
	       run_for(store, "DELETE FROM article_author WHERE article = ?", id, error) &&
	       run_for(store, "DELETE FROM enclosure WHERE article = ?", id, error);
}

bool put_received_rows(
	struct store *store, int64_t id, const struct article *article, bool is_fresh, struct error *error)
{
	return (is_fresh || drop_received(store, id, error)) && put_tags(store, id, &article->tags, error) &&
	       put_authors(store, id, &article->authors, error) &&
	       put_enclosures(store, id, &article->enclosures, error);
}

/* ---- as derived */

static bool put_sections(
	struct store *store, int64_t id, const struct section_list *sections, struct error *error)
{
	sqlite3_stmt *row = statement(store, "INSERT INTO section (article, position, block, level, heading)"
					     " VALUES (?, ?, ?, ?, ?)");

	for (size_t i = 0; i < sections->count; i++) {
		const struct section *section = &sections->items[i];

		bind_number(row, 1, id);
		bind_number(row, 2, (int64_t)i);
		bind_number(row, 3, (int64_t)section->block);
		bind_number(row, 4, section->level);
		bind_text(row, 5, section->heading.data ? section->heading : STR(""));
		if (!statement_run(store, row, error))
			return false;
	}
	return true;
}

static void bind_quote(sqlite3_stmt *row, const struct quote *quote)
{
	bind_number(row, 3, quote->kind);
	bind_number(row, 5, quote->is_certain);
	bind_number(row, 6, quote->continues);
	bind_number(row, 7, (int64_t)quote->block);
	bind_number(row, 8, (int64_t)quote->start);
	bind_number(row, 9, (int64_t)quote->end);
	bind_time(row, 10, quote->mention.is_known ? (int64_t)quote->mention.block : TIME_NONE);
	bind_time(row, 11, quote->mention.is_known ? (int64_t)quote->mention.start : TIME_NONE);
	bind_time(row, 12, quote->mention.is_known ? (int64_t)quote->mention.end : TIME_NONE);
	bind_text(row, 13, quote->text.data ? quote->text : STR(""));
	bind_text(row, 14, quote->role);
	bind_text(row, 15, quote->cue);
	bind_text(row, 16, quote->reason);
}

static bool put_quotes(struct store *store, int64_t id, const struct quote_list *quotes, struct error *error)
{
	sqlite3_stmt *row = statement(store,
		"INSERT INTO quote (article, position, kind, speaker, is_certain, continues, block, start, end,"
		" mention_block, mention_start, mention_end, text, role, cue, reason)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

	for (size_t i = 0; i < quotes->count; i++) {
		const struct quote *quote = &quotes->items[i];
		int64_t speaker = TIME_NONE;

		if (quote->speaker.data && !name_id(store, NAMES_SPEAKER, quote->speaker, &speaker, error))
			return false;
		bind_number(row, 1, id);
		bind_number(row, 2, (int64_t)i);
		bind_time(row, 4, speaker);
		bind_quote(row, quote);
		if (!statement_run(store, row, error))
			return false;
	}
	return true;
}

static bool put_counts(struct store *store, int64_t id, const struct article *article, struct error *error)
{
	sqlite3_stmt *row = statement(store,
		"UPDATE article SET quote_count = ?, section_count = ?, related_count = ?, word_count = ?,"
		" quote_version = ?, search_row = NULL WHERE id = ?");

	bind_number(row, 1, (int64_t)article->quotes.count);
	bind_number(row, 2, (int64_t)article->sections.count);
	bind_number(row, 3, (int64_t)article->related.count);
	bind_number(row, 4, (int64_t)article_word_count(article));
	bind_number(row, 5, QUOTE_VERSION);
	bind_number(row, 6, id);
	return statement_run(store, row, error);
}

static bool drop_derived(struct store *store, int64_t id, struct error *error)
{
	return run_for(store, "DELETE FROM section WHERE article = ?", id, error) &&
	       run_for(store, "DELETE FROM quote WHERE article = ?", id, error);
}

bool put_derived_rows(
	struct store *store, int64_t id, const struct article *article, bool is_fresh, struct error *error)
{
	return (is_fresh || (drop_derived(store, id, error) && put_counts(store, id, article, error))) &&
	       put_sections(store, id, &article->sections, error) &&
	       put_quotes(store, id, &article->quotes, error);
}

bool delete_article(struct store *store, int64_t id, struct error *error)
{
	return drop_received(store, id, error) && drop_derived(store, id, error) &&
	       run_for(store, "DELETE FROM article_label WHERE article = ?", id, error) &&
	       run_for(store, "DELETE FROM body WHERE article = ?", id, error) &&
	       run_for(store, "DELETE FROM page WHERE article = ?", id, error) &&
	       run_for(store, "DELETE FROM article WHERE id = ?", id, error);
}
