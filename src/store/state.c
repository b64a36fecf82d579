#include "dateline/store/state.h"

#include "dateline/base/utf8.h"
#include "dateline/query/match.h"
#include "store/journal.h"
#include "store/library.h"
#include "store/put.h"

#include <stdio.h>
#include <string.h>

/* The states of an article, as the journal keeps them: the values are in the file. */
enum article_state {
	STATE_READ = 1,
	STATE_STARRED = 2,
	STATE_LATER = 4,
	STATE_HIDDEN = 8,
	STATE_UPDATED = 16,
	STATE_LABELLED = 32, /* with the label of the action */
};

struct mark_rule {
	const char *what; /* stays in the file, and is what people read */
	unsigned set, clear;
};

/* Reading an article again takes the mark of the change away. */
static const struct mark_rule mark_rules[] = {
	[STORE_READ] = {"marked read", STATE_READ, STATE_UPDATED},
	[STORE_UNREAD] = {"marked unread", 0, STATE_READ},
	[STORE_STAR] = {"starred", STATE_STARRED, 0},
	[STORE_UNSTAR] = {"unstarred", 0, STATE_STARRED},
	[STORE_LATER] = {"kept for later", STATE_LATER, 0},
	[STORE_NOT_LATER] = {"no longer kept for later", 0, STATE_LATER},
	[STORE_HIDE] = {"hidden", STATE_HIDDEN, 0},
	[STORE_SHOW] = {"shown again", 0, STATE_HIDDEN},
};

/* ---- one article */

static bool read_states(struct store *store, int64_t id, int64_t label, unsigned *states, int64_t *read_at,
	bool *is_there, struct error *error)
{
	sqlite3_stmt *row = statement(store,
		"SELECT is_read + 2 * is_starred + 4 * is_later + 8 * is_hidden + 16 * is_updated + 32 *"
		" EXISTS (SELECT 1 FROM article_label WHERE label = ?2 AND article = ?1), read_at"
		" FROM article WHERE id = ?1");
	bool failed = false;

	bind_number(row, 1, id);
	bind_number(row, 2, label);
	*is_there = statement_next(store, row, &failed, error);
	if (!*is_there)
		return !failed;
	*states = (unsigned)sqlite3_column_int(row, 0);
	*read_at = column_time(row, 1);
	sqlite3_reset(row);
	return true;
}

static bool write_label(struct store *store, int64_t id, int64_t label, bool is_on, struct error *error)
{
	sqlite3_stmt *row =
		statement(store, is_on ? "INSERT OR IGNORE INTO article_label (label, article) VALUES (?, ?)"
				       : "DELETE FROM article_label WHERE label = ? AND article = ?");

	bind_number(row, 1, label);
	bind_number(row, 2, id);
	return statement_run(store, row, error);
}

static bool write_states(struct store *store, int64_t id, int64_t label, unsigned before, unsigned after,
	int64_t read_at, struct error *error)
{
	sqlite3_stmt *row;

	if ((before ^ after) & STATE_LABELLED &&
		!write_label(store, id, label, after & STATE_LABELLED, error))
		return false;
	if (((before ^ after) & ~(unsigned)STATE_LABELLED) == 0)
		return true;
	row = statement(store, "UPDATE article SET is_read = ?, is_starred = ?, is_later = ?, is_hidden = ?,"
			       " is_updated = ?, read_at = ? WHERE id = ?");
	bind_number(row, 1, (after & STATE_READ) != 0);
	bind_number(row, 2, (after & STATE_STARRED) != 0);
	bind_number(row, 3, (after & STATE_LATER) != 0);
	bind_number(row, 4, (after & STATE_HIDDEN) != 0);
	bind_number(row, 5, (after & STATE_UPDATED) != 0);
	bind_time(row, 6, read_at);
	bind_number(row, 7, id);
	return statement_run(store, row, error);
}

/* ---- the journal */

static bool put_change(struct store *store, int64_t action, int64_t id, unsigned before, unsigned after,
	int64_t read_before, int64_t read_after, struct error *error)
{
	sqlite3_stmt *row = statement(store,
		"INSERT INTO action_change (action, article, before, after, read_before, read_after)"
		" VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");

	bind_number(row, 1, action);
	bind_number(row, 2, id);
	bind_number(row, 3, before);
	bind_number(row, 4, after);
	bind_time(row, 5, read_before);
	bind_time(row, 6, read_after);
	return statement_run(store, row, error);
}

/* ---- changing many */

struct change {
	struct mark_rule rule;
	int64_t label, now, action;
	size_t changed;
};

static bool change_article(struct store *store, struct change *change, int64_t id, struct error *error)
{
	unsigned before = 0, after;
	int64_t read_before = TIME_NONE, read_after;
	bool is_there;

	if (!read_states(store, id, change->label, &before, &read_before, &is_there, error))
		return false;
	after = (before | change->rule.set) & ~change->rule.clear;
	if (!is_there || after == before)
		return true;
	read_after = !(after & STATE_READ)           ? TIME_NONE
		     : change->rule.set & STATE_READ ? change->now
						     : read_before;
	if (change->action == 0 &&
		!journal_open(store, change->rule.what, change->label, change->now, &change->action, error))
		return false;
	change->changed++;
	return put_change(store, change->action, id, before, after, read_before, read_after, error) &&
	       write_states(store, id, change->label, before, after, read_after, error);
}

static bool change_all(struct store *store, struct change *change, const int64_t *articles, size_t count,
	struct error *error)
{
	for (size_t i = 0; i < count; i++)
		if (!change_article(store, change, articles[i], error))
			return false;
	return change->action == 0 || journal_close(store, change->action, change->changed, error);
}

bool store_mark(struct store *store, enum store_mark mark, const int64_t *articles, size_t count, int64_t now,
	size_t *changed, struct error *error)
{
	struct change change = {.rule = mark_rules[mark], .now = now};
	bool is_done;

	if (!transaction_begin(store, error))
		return false;
	is_done = transaction_end(store, change_all(store, &change, articles, count, error), error);
	if (changed)
		*changed = is_done ? change.changed : 0;
	return is_done;
}

/* ---- labels */

static bool find_label(struct store *store, struct str label, int64_t *id, struct error *error)
{
	sqlite3_stmt *row = statement(store, "SELECT id FROM label WHERE key = ?");

	bind_text(row, 1, query_fold_name(label, &store->scratch));
	return statement_number(store, row, 0, id, error);
}

static bool make_label(struct store *store, struct str label, int64_t *id, struct error *error)
{
	sqlite3_stmt *row;

	if (!find_label(store, label, id, error) || *id)
		return *id != 0;
	row = statement(store, "INSERT INTO label (name, key) VALUES (?, ?)");
	bind_text(row, 1, label);
	bind_text(row, 2, query_fold_name(label, &store->scratch));
	if (!statement_run(store, row, error))
		return false;
	*id = sqlite3_last_insert_rowid(store->db);
	return true;
}

bool put_label(struct store *store, int64_t id, struct str label, struct error *error)
{
	int64_t number;

	label = utf8_collapse(&store->scratch, utf8_printable(&store->scratch, label));
	return label.length == 0 ||
	       (make_label(store, label, &number, error) && write_label(store, id, number, true, error));
}

static bool change_labels(struct store *store, struct str label, struct change *change,
	const int64_t *articles, size_t count, struct error *error)
{
	if (change->rule.set)
		return make_label(store, label, &change->label, error) &&
		       change_all(store, change, articles, count, error);
	return find_label(store, label, &change->label, error) &&
	       (change->label == 0 || change_all(store, change, articles, count, error));
}

bool store_label(struct store *store, struct str label, bool remove, const int64_t *articles, size_t count,
	int64_t now, size_t *changed, struct error *error)
{
	static const struct mark_rule put_on = {"labelled", STATE_LABELLED, 0};
	static const struct mark_rule take_off = {"no longer labelled", 0, STATE_LABELLED};
	struct change change = {.rule = remove ? take_off : put_on, .now = now};
	bool is_done;

	arena_reset(&store->scratch);
	label = utf8_collapse(&store->scratch, utf8_printable(&store->scratch, label));
	if (label.length == 0)
		return fail(error, ERROR_USAGE, 0, "a label needs a name");
	if (!transaction_begin(store, error))
		return false;
	is_done = transaction_end(store, change_labels(store, label, &change, articles, count, error), error);
	if (changed)
		*changed = is_done ? change.changed : 0;
	return is_done;
}

/* ---- back and forth */

struct action {
	int64_t id, label, time, count;
	char what[64], label_name[64];
};

static void copy_text(char *to, size_t size, struct str text)
{
	snprintf(to, size, "%.*s", STR_ARG(text));
}

/* The newest that is done, or the oldest that was taken back. */
static bool find_action(struct store *store, bool is_redo, struct action *action, struct error *error)
{
	sqlite3_stmt *row = statement(store,
		is_redo ? "SELECT x.id, x.label, x.at, x.count, x.what, l.name FROM action x LEFT JOIN label l ON l.id = x.label"
			  " WHERE x.is_undone = 1 ORDER BY x.id LIMIT 1"
			: "SELECT x.id, x.label, x.at, x.count, x.what, l.name FROM action x LEFT JOIN label l ON l.id = x.label"
			  " WHERE x.is_undone = 0 ORDER BY x.id DESC LIMIT 1");
	bool failed = false;

	*action = (struct action){0};
	if (!statement_next(store, row, &failed, error))
		return !failed;
	action->id = sqlite3_column_int64(row, 0);
	action->label = sqlite3_column_int64(row, 1);
	action->time = sqlite3_column_int64(row, 2);
	action->count = sqlite3_column_int64(row, 3);
	copy_text(action->what, sizeof action->what, column_borrow(row, 4));
	copy_text(action->label_name, sizeof action->label_name, column_borrow(row, 5));
	sqlite3_reset(row);
	return true;
}

/* Only what the action changed goes back: a star that was set since stays. */
static bool restore(struct store *store, const struct action *action, bool is_redo, sqlite3_stmt *row,
	bool *is_there, struct error *error)
{
	int64_t id = sqlite3_column_int64(row, 0);
	unsigned before = (unsigned)sqlite3_column_int(row, 1), after = (unsigned)sqlite3_column_int(row, 2);
	unsigned wanted = is_redo ? after : before, mask = before ^ after, now = 0;
	int64_t read_at, read_now = TIME_NONE;

	read_at = column_time(row, is_redo ? 4 : 3);
	if (!read_states(store, id, action->label, &now, &read_now, is_there, error))
		return false;
	if (!*is_there)
		return true;
	wanted = (now & ~mask) | (wanted & mask);
	return write_states(store, id, action->label, now, wanted,
		mask & (STATE_READ | STATE_UPDATED) ? read_at : read_now, error);
}

static bool restore_all(struct store *store, const struct action *action, bool is_redo,
	struct store_undone *undone, struct error *error)
{
	sqlite3_stmt *row =
		statement(store, "SELECT article, before, after, read_before, read_after FROM action_change"
				 " WHERE action = ?");
	bool failed = false, is_there;

	bind_number(row, 1, action->id);
	while (statement_next(store, row, &failed, error)) {
		if (!restore(store, action, is_redo, row, &is_there, error)) {
			sqlite3_reset(row);
			return false;
		}
		undone->count += is_there;
		undone->article = is_there ? sqlite3_column_int64(row, 0) : undone->article;
	}
	if (undone->count != 1)
		undone->article = 0;
	return !failed;
}

static void describe(const struct action *action, struct store_undone *undone)
{
	bool is_label = action->label_name[0];

	snprintf(undone->message, sizeof undone->message, "%zu article%s %s%s%s", undone->count,
		undone->count == 1 ? "" : "s", action->what, is_label ? " " : "", action->label_name);
	undone->message[utf8_valid_prefix(str_from(undone->message))] = '\0';
}

static bool restore_action(struct store *store, const struct action *action, bool is_redo,
	struct store_undone *undone, struct error *error)
{
	if (!restore_all(store, action, is_redo, undone, error))
		return false;
	if (undone->count) {
		describe(action, undone);
		return true;
	}
	if (!journal_restore_feeds(
		    store, action->id, is_redo, str_from(action->what), action->time, undone, error))
		return false;
	undone->count = undone->feeds;
	return true;
}

/* An action whose articles have all been deleted since is passed over. */
static bool turn(struct store *store, bool is_redo, struct store_undone *undone, struct error *error)
{
	struct action action;

	do {
		sqlite3_stmt *row;

		if (!find_action(store, is_redo, &action, error))
			return false;
		if (action.id == 0)
			return true;
		if (!restore_action(store, &action, is_redo, undone, error))
			return false;
		row = statement(store, "UPDATE action SET is_undone = ? WHERE id = ?");
		bind_number(row, 1, !is_redo);
		bind_number(row, 2, action.id);
		if (!statement_run(store, row, error))
			return false;
	} while (undone->count == 0);
	undone->time = action.time;
	return true;
}

static bool turn_once(struct store *store, bool is_redo, struct store_undone *undone, struct error *error)
{
	*undone = (struct store_undone){.time = TIME_NONE};
	arena_reset(&store->scratch);
	if (!transaction_begin(store, error))
		return false;
	if (transaction_end(store, turn(store, is_redo, undone, error), error))
		return true;
	*undone = (struct store_undone){.time = TIME_NONE};
	return false;
}

bool store_undo(struct store *store, struct store_undone *undone, struct error *error)
{
	return turn_once(store, false, undone, error);
}

bool store_redo(struct store *store, struct store_undone *undone, struct error *error)
{
	return turn_once(store, true, undone, error);
}
