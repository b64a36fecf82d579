#include "store/migrations.h"

#include "dateline/base/str.h"

/* What the columns mean is in dateline-library(5). Names are kept as written, with a key beside them by which
 * they are compared; times are seconds since 1970; hashes are 64 bits, stored signed. */
static const char subscriptions_and_articles[] =
	"CREATE TABLE setting (name TEXT PRIMARY KEY, value) WITHOUT ROWID;"

	"CREATE TABLE feed ("
	" id INTEGER PRIMARY KEY AUTOINCREMENT,"
	" address TEXT NOT NULL, address_key TEXT NOT NULL UNIQUE,"
	" title TEXT, user_title TEXT, title_key TEXT NOT NULL,"
	" folder TEXT NOT NULL DEFAULT '', folder_key TEXT NOT NULL DEFAULT '',"
	" link TEXT, description TEXT, language TEXT, icon TEXT, generator TEXT,"
	" interval_minutes INTEGER NOT NULL DEFAULT 0,"
	" user_agent TEXT, headers TEXT, credentials_command TEXT,"
	" is_full_text INTEGER NOT NULL DEFAULT 0, is_muted INTEGER NOT NULL DEFAULT 0,"
	" is_local INTEGER NOT NULL DEFAULT 0, is_subscribed INTEGER NOT NULL DEFAULT 1,"
	" keep_days INTEGER NOT NULL DEFAULT 0, keep_count INTEGER NOT NULL DEFAULT 0,"
	" etag TEXT, last_modified TEXT, document_hash INTEGER NOT NULL DEFAULT 0,"
	" added_at INTEGER, removed_at INTEGER,"
	" next_at INTEGER NOT NULL DEFAULT 0, not_before INTEGER NOT NULL DEFAULT 0,"
	" failure_count INTEGER NOT NULL DEFAULT 0, attempt_count INTEGER NOT NULL DEFAULT 0, cause TEXT);"

	"CREATE TABLE feed_tag (feed INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL,"
	" PRIMARY KEY (feed, position)) WITHOUT ROWID;"

	/* the last ten: slot is the number of the attempt modulo ten */
	"CREATE TABLE attempt (feed INTEGER NOT NULL, slot INTEGER NOT NULL, number INTEGER NOT NULL,"
	" at INTEGER NOT NULL, status INTEGER NOT NULL, failed INTEGER NOT NULL, cause TEXT,"
	" bytes INTEGER NOT NULL, fresh INTEGER NOT NULL, changed INTEGER NOT NULL, duration_ms INTEGER NOT NULL,"
	" PRIMARY KEY (feed, slot)) WITHOUT ROWID;"

	"CREATE TABLE article ("
	" id INTEGER PRIMARY KEY AUTOINCREMENT, feed INTEGER NOT NULL,"
	" is_read INTEGER NOT NULL DEFAULT 0, is_starred INTEGER NOT NULL DEFAULT 0,"
	" is_later INTEGER NOT NULL DEFAULT 0, is_hidden INTEGER NOT NULL DEFAULT 0,"
	" is_updated INTEGER NOT NULL DEFAULT 0, is_duplicate INTEGER NOT NULL DEFAULT 0,"
	" is_full INTEGER NOT NULL DEFAULT 0,"
	" sort_time INTEGER NOT NULL, published INTEGER, updated INTEGER, seen_at INTEGER NOT NULL, read_at INTEGER,"
	" quote_count INTEGER NOT NULL, section_count INTEGER NOT NULL, related_count INTEGER NOT NULL,"
	" enclosure_count INTEGER NOT NULL, word_count INTEGER NOT NULL,"
	" title TEXT, link TEXT, guid TEXT NOT NULL, standfirst TEXT, language TEXT, image TEXT, comments TEXT,"
	" fingerprint INTEGER NOT NULL, text_hash INTEGER NOT NULL, versions INTEGER NOT NULL DEFAULT 1, changed_at INTEGER,"
	" quote_version INTEGER NOT NULL, place_block INTEGER, place_offset INTEGER, note TEXT);"
	"CREATE INDEX article_newest ON article (is_hidden, is_duplicate, sort_time);"
	"CREATE INDEX article_unread ON article (is_read, is_hidden, is_duplicate, sort_time) WHERE is_read = 0;"
	"CREATE INDEX article_starred ON article (is_starred, is_hidden, is_duplicate, sort_time) WHERE is_starred = 1;"
	"CREATE INDEX article_feed ON article (feed, sort_time);"

	/* whatever an article has been known by in its feed: guid, link, content */
	"CREATE TABLE article_key (feed INTEGER NOT NULL, key INTEGER NOT NULL, article INTEGER NOT NULL,"
	" PRIMARY KEY (feed, key)) WITHOUT ROWID;"

	/* as received; page: the article's own page, where it was fetched */
	"CREATE TABLE body (article INTEGER PRIMARY KEY, kind INTEGER NOT NULL, base TEXT, text TEXT);"
	"CREATE TABLE page (article INTEGER PRIMARY KEY, kind INTEGER NOT NULL, base TEXT, text TEXT,"
	" fetched_at INTEGER NOT NULL);"

	"CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, key TEXT NOT NULL);"
	"CREATE INDEX tag_key ON tag (key);"
	"CREATE TABLE article_tag (article INTEGER NOT NULL, position INTEGER NOT NULL, tag INTEGER NOT NULL,"
	" kind INTEGER NOT NULL, PRIMARY KEY (article, position)) WITHOUT ROWID;"
	"CREATE INDEX article_tag_tag ON article_tag (tag, article, kind);"

	"CREATE TABLE label (id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE);"
	"CREATE TABLE article_label (label INTEGER NOT NULL, article INTEGER NOT NULL,"
	" PRIMARY KEY (label, article)) WITHOUT ROWID;"
	"CREATE INDEX article_label_article ON article_label (article, label);"

	"CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, key TEXT NOT NULL);"
	"CREATE INDEX author_key ON author (key);"
	"CREATE TABLE article_author (article INTEGER NOT NULL, position INTEGER NOT NULL, author INTEGER NOT NULL,"
	" PRIMARY KEY (article, position)) WITHOUT ROWID;"
	"CREATE INDEX article_author_author ON article_author (author, article);"

	"CREATE TABLE enclosure (article INTEGER NOT NULL, position INTEGER NOT NULL, url TEXT NOT NULL, type TEXT,"
	" title TEXT, bytes INTEGER, PRIMARY KEY (article, position)) WITHOUT ROWID;"

	"CREATE TABLE section (article INTEGER NOT NULL, position INTEGER NOT NULL, block INTEGER NOT NULL,"
	" level INTEGER NOT NULL, heading TEXT NOT NULL, PRIMARY KEY (article, position)) WITHOUT ROWID;"

	"CREATE TABLE speaker (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, key TEXT NOT NULL);"
	"CREATE INDEX speaker_key ON speaker (key);"
	"CREATE TABLE quote (article INTEGER NOT NULL, position INTEGER NOT NULL, kind INTEGER NOT NULL,"
	" speaker INTEGER, is_certain INTEGER NOT NULL, continues INTEGER NOT NULL,"
	" block INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,"
	" mention_block INTEGER, mention_start INTEGER, mention_end INTEGER,"
	" text TEXT NOT NULL, role TEXT, cue TEXT, reason TEXT, PRIMARY KEY (article, position)) WITHOUT ROWID;"
	"CREATE INDEX quote_speaker ON quote (speaker, article);"

	/* the undo journal: before and after are sets of states, bit by bit as in `enum article_state` */
	"CREATE TABLE action (id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, what TEXT NOT NULL,"
	" label INTEGER, count INTEGER NOT NULL, is_undone INTEGER NOT NULL DEFAULT 0);"
	"CREATE TABLE action_change (action INTEGER NOT NULL, article INTEGER NOT NULL, before INTEGER NOT NULL,"
	" after INTEGER NOT NULL, read_before INTEGER, read_after INTEGER, PRIMARY KEY (action, article)) WITHOUT ROWID;"

	/* numbers that are kept and not counted; hidden articles and duplicates are left out */
	"CREATE TABLE feed_count (feed INTEGER PRIMARY KEY, articles INTEGER NOT NULL DEFAULT 0,"
	" unread INTEGER NOT NULL DEFAULT 0, starred INTEGER NOT NULL DEFAULT 0);"
	"CREATE TRIGGER feed_count_start AFTER INSERT ON feed BEGIN"
	" INSERT INTO feed_count (feed) VALUES (new.id); END;"
	"CREATE TRIGGER feed_count_more AFTER INSERT ON article WHEN new.is_hidden = 0 AND new.is_duplicate = 0 BEGIN"
	" UPDATE feed_count SET articles = articles + 1, unread = unread + (new.is_read = 0),"
	" starred = starred + (new.is_starred = 1) WHERE feed = new.feed; END;"
	"CREATE TRIGGER feed_count_less AFTER DELETE ON article WHEN old.is_hidden = 0 AND old.is_duplicate = 0 BEGIN"
	" UPDATE feed_count SET articles = articles - 1, unread = unread - (old.is_read = 0),"
	" starred = starred - (old.is_starred = 1) WHERE feed = old.feed; END;"
	"CREATE TRIGGER feed_count_states AFTER UPDATE OF is_read, is_starred, is_hidden, is_duplicate ON article BEGIN"
	" UPDATE feed_count SET articles = articles + (new.is_hidden + new.is_duplicate = 0)"
	" - (old.is_hidden + old.is_duplicate = 0), unread = unread"
	" + (new.is_hidden + new.is_duplicate + new.is_read = 0) - (old.is_hidden + old.is_duplicate + old.is_read = 0),"
	" starred = starred + (new.is_hidden + new.is_duplicate = 0 AND new.is_starred = 1)"
	" - (old.is_hidden + old.is_duplicate = 0 AND old.is_starred = 1) WHERE feed = new.feed; END;";

/* The index has no copy of the text. Its rows are never changed: an article whose text changed gets a new
 * one, and those that no article points to are dropped when the index is made anew. */
static const char full_text_index[] =
	"ALTER TABLE article ADD COLUMN search_row INTEGER;"
	"CREATE INDEX article_search ON article (search_row);"
	"CREATE VIRTUAL TABLE search USING fts5 (title, standfirst, heading, body, tags, authors, speakers,"
	" content = '', tokenize = 'ascii');"
	/* Without statistics SQLite takes "not hidden" for a condition that leaves few rows. These are of a
	 * large library, and stay as they are: how a query is answered does not change from one day to the
	 * next. */
	"ANALYZE sqlite_schema; DELETE FROM sqlite_stat1; INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES"
	" ('article', 'article_newest', '1000000 1000000 1000000 2'),"
	" ('article', 'article_unread', '300000 300000 300000 300000 2'),"
	" ('article', 'article_starred', '1000 1000 1000 1000 2'),"
	" ('article', 'article_feed', '1000000 1000 2'), ('article', 'article_search', '1000000 1'),"
	" ('article_tag', 'article_tag', '4000000 4 1'), ('article_tag', 'article_tag_tag', '4000000 1000 1 1'),"
	" ('quote', 'quote', '3000000 5 1'), ('quote', 'quote_speaker', '3000000 100 5');";

/* how often to ask, as the last document of the feed said: an answer without a document (304) has to go by it
 * too */
static const char feed_wishes[] = "ALTER TABLE feed ADD COLUMN ttl_minutes INTEGER NOT NULL DEFAULT 0;"
				  "ALTER TABLE feed ADD COLUMN skip_hours INTEGER NOT NULL DEFAULT 0;";

/* cookies are off unless the user asks for them; the journal knows what the user changes of feeds: each
 * property as text */
static const char cookies_and_changes_of_feeds[] =
	"ALTER TABLE feed ADD COLUMN keeps_cookies INTEGER NOT NULL DEFAULT 0;"
	"ALTER TABLE feed ADD COLUMN cookies TEXT;"
	"CREATE TABLE action_feed (action INTEGER NOT NULL, feed INTEGER NOT NULL, property TEXT NOT NULL,"
	" before TEXT, after TEXT, PRIMARY KEY (action, feed, property)) WITHOUT ROWID;";

/* From this version on bodies may be packed (src/store/pack.h); what is there stays as it is. The text of the body
 * is the first column of the index, where each place of a word takes two bytes less than in any other. */
static const char packed_bodies[] =
	"DROP TABLE search;"
	"CREATE VIRTUAL TABLE search USING fts5 (body, title, standfirst, heading, tags, authors, speakers,"
	" content = '', tokenize = 'ascii');"
	"UPDATE article SET search_row = NULL WHERE search_row IS NOT NULL;"
	"DELETE FROM setting WHERE name = 'index_rows';";

const char *const migrations[] = {
	subscriptions_and_articles,   /* 0 to 1 */
	full_text_index,              /* 1 to 2 */
	feed_wishes,                  /* 2 to 3 */
	cookies_and_changes_of_feeds, /* 3 to 4 */
	packed_bodies,                /* 4 to 5 */
};

const int migration_count = COUNT_OF(migrations);
