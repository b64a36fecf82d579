#include "dateline/quote/quote.h"
#include "dateline/store/articles.h"
#include "store/quoterow.h"

/* ---- the rows that belong to an article */

static sqlite3_stmt *rows_of(struct store *store, const char *sql, int64_t id)
{
	sqlite3_stmt *row = statement(store, sql);

	bind_number(row, 1, id);
	return row;
}

static bool read_tags(
	struct store *store, int64_t id, struct arena *arena, struct article *article, struct error *error)
{
	sqlite3_stmt *row = rows_of(store,
		"SELECT t.name, x.kind FROM article_tag x JOIN tag t ON t.id = x.tag"
		" WHERE x.article = ? ORDER BY x.position",
		id);
	bool failed;

	while (statement_next(store, row, &failed, error))
		*LIST_PUSH(arena, &article->tags) = (struct tag){
			column_text(row, 0, arena), sqlite3_column_int(row, 1) ? TAG_TAG : TAG_CATEGORY};
	return !failed;
}

static bool read_names(struct store *store, const char *sql, int64_t id, struct arena *arena,
	struct str_list *names, struct error *error)
{
	sqlite3_stmt *row = rows_of(store, sql, id);
	bool failed;

	while (statement_next(store, row, &failed, error))
		*LIST_PUSH(arena, names) = column_text(row, 0, arena);
	return !failed;
}

static bool read_enclosures(
	struct store *store, int64_t id, struct arena *arena, struct article *article, struct error *error)
{
	sqlite3_stmt *row = rows_of(store,
		"SELECT url, type, title, bytes FROM enclosure WHERE article = ?"
		" ORDER BY position",
		id);
	bool failed;

	while (statement_next(store, row, &failed, error)) {
		int64_t bytes = column_time(row, 3);

		*LIST_PUSH(arena, &article->enclosures) = (struct enclosure){
			.url = column_text(row, 0, arena),
			.type = column_text(row, 1, arena),
			.title = column_text(row, 2, arena),
			.length_bytes = bytes == TIME_NONE ? -1 : bytes,
		};
	}
	return !failed;
}

static bool read_sections(
	struct store *store, int64_t id, struct arena *arena, struct article *article, struct error *error)
{
	sqlite3_stmt *row = rows_of(store,
		"SELECT heading, level, block FROM section WHERE article = ?"
		" ORDER BY position",
		id);
	bool failed;

	while (statement_next(store, row, &failed, error))
		*LIST_PUSH(arena, &article->sections) = (struct section){column_text(row, 0, arena),
			sqlite3_column_int(row, 1), (size_t)sqlite3_column_int64(row, 2)};
	return !failed;
}

static bool read_quotes(
	struct store *store, int64_t id, struct arena *arena, struct article *article, struct error *error)
{
	sqlite3_stmt *row = rows_of(store, QUOTE_SELECT " WHERE q.article = ? ORDER BY q.position", id);
	bool failed;

	while (statement_next(store, row, &failed, error))
		read_quote_row(row, 0, arena, LIST_PUSH(arena, &article->quotes));
	return !failed;
}

/* ---- the article itself */

static int read_article_columns(sqlite3_stmt *row, struct arena *arena, struct article *article)
{
	int column = 0;

	article->id = column_text(row, column++, arena);
	article->link = column_text(row, column++, arena);
	article->title = column_text(row, column++, arena);
	article->standfirst = column_text(row, column++, arena);
	article->language = column_text(row, column++, arena);
	article->image = column_text(row, column++, arena);
	article->comments = column_text(row, column++, arena);
	article->published = column_time(row, column++);
	article->updated = column_time(row, column++);
	return column;
}

static void read_entry_columns(sqlite3_stmt *row, int column, struct arena *arena, struct store_entry *entry)
{
	entry->feed = sqlite3_column_int64(row, column++);
	entry->seen = sqlite3_column_int64(row, column++);
	entry->read = column_time(row, column++);
	entry->is_read = sqlite3_column_int(row, column++);
	entry->is_starred = sqlite3_column_int(row, column++);
	entry->is_later = sqlite3_column_int(row, column++);
	entry->is_hidden = sqlite3_column_int(row, column++);
	entry->is_updated = sqlite3_column_int(row, column++);
	entry->is_duplicate = sqlite3_column_int(row, column++);
	entry->is_full = sqlite3_column_int(row, column++);
	entry->place.block = (size_t)sqlite3_column_int64(row, column++);
	entry->place.offset = (size_t)sqlite3_column_int64(row, column++);
	entry->versions = sqlite3_column_int64(row, column++);
	entry->quotes_are_current = sqlite3_column_int(row, column++) == QUOTE_VERSION;
	entry->feed_title = column_text(row, column++, arena);
	entry->feed_address = column_text(row, column++, arena);
	entry->feed_link = column_text(row, column++, arena);
	entry->folder = column_text(row, column, arena);
}

static bool read_head(
	struct store *store, int64_t id, struct arena *arena, struct store_entry *entry, struct error *error)
{
	sqlite3_stmt *row = rows_of(store,
		"SELECT a.guid, a.link, a.title, a.standfirst, a.language, a.image, a.comments, a.published, a.updated,"
		" a.feed, a.seen_at, a.read_at, a.is_read, a.is_starred, a.is_later, a.is_hidden, a.is_updated,"
		" a.is_duplicate, a.is_full, a.place_block, a.place_offset, a.versions, a.quote_version,"
		" coalesce(f.user_title, f.title, f.address), f.address, f.link, f.folder"
		" FROM article a JOIN feed f ON f.id = a.feed WHERE a.id = ?",
		id);
	bool failed = false;

	if (!statement_next(store, row, &failed, error))
		return !failed && fail(error, ERROR_NOT_FOUND, 0, "there is no article %lld", (long long)id);
	entry->id = id;
	read_entry_columns(row, read_article_columns(row, arena, &entry->article), arena, entry);
	sqlite3_reset(row);
	return true;
}

static bool take_content(struct store *store, sqlite3_stmt *row, struct arena *arena, struct content *content)
{
	struct buffer space = {0};
	struct str text;
	bool is_whole = column_body(store, row, 2, &space, &text);

	content->kind = (enum content_kind)sqlite3_column_int(row, 0);
	content->base = column_text(row, 1, arena);
	content->text = arena_copy(arena, text);
	buffer_finish(&space);
	return is_whole;
}

static bool read_content(struct store *store, int64_t id, bool is_page, struct arena *arena,
	struct content *content, struct error *error)
{
	sqlite3_stmt *row = rows_of(store,
		is_page ? "SELECT kind, base, text FROM page WHERE article = ?"
			: "SELECT kind, base, text FROM body WHERE article = ?",
		id);
	bool failed = false, is_whole;

	if (!statement_next(store, row, &failed, error))
		return !failed;
	is_whole = take_content(store, row, arena, content);
	sqlite3_reset(row);
	return is_whole ||
	       fail(error, ERROR_LIBRARY, 0,
		       "the text of article %lld is damaged in the library; `dateline check` has it "
		       "fetched again, where that can be done",
		       (long long)id);
}

bool store_article_get(struct store *store, int64_t id, enum store_content content, struct arena *arena,
	struct store_entry *entry, struct error *error)
{
	struct article *article = &entry->article;

	*entry = (struct store_entry){0};
	if (!read_head(store, id, arena, entry, error))
		return false;
	if (content == STORE_CONTENT_FEED)
		entry->is_full = false;
	return read_tags(store, id, arena, article, error) &&
	       read_names(store,
		       "SELECT u.name FROM article_author x JOIN author u ON u.id = x.author"
		       " WHERE x.article = ? ORDER BY x.position",
		       id, arena, &article->authors, error) &&
	       read_names(store,
		       "SELECT l.name FROM article_label x JOIN label l ON l.id = x.label"
		       " WHERE x.article = ? ORDER BY l.key",
		       id, arena, &entry->labels, error) &&
	       read_enclosures(store, id, arena, article, error) &&
	       read_sections(store, id, arena, article, error) &&
	       read_quotes(store, id, arena, article, error) &&
	       (content == STORE_CONTENT_NONE ||
		       read_content(store, id, entry->is_full, arena, &article->content, error));
}

int64_t store_article_by_link(struct store *store, struct str link)
{
	bool has_slash = str_ends_with(link, STR("/"));
	struct arena arena = {0};
	struct str other =
		has_slash ? str_slice(link, 0, link.length - 1) : arena_join(&arena, link, STR("/"));
	sqlite3_stmt *row = statement(store,
		"SELECT id FROM article WHERE link IN (?1, ?2) AND is_hidden = 0 ORDER BY id DESC LIMIT 1");
	int64_t id = 0;
	bool failed;

	bind_text(row, 1, link);
	bind_text(row, 2, other);
	if (statement_next(store, row, &failed, NULL)) {
		id = sqlite3_column_int64(row, 0);
		sqlite3_reset(row);
	}
	arena_finish(&arena);
	return id;
}
