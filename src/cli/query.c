#include "session.h"

#include "dateline/base/json.h"
#include "dateline/query/sql.h"
#include "dateline/store/articles.h"
#include "dateline/store/index.h"

#include <stdio.h>

/* ---- as it was understood */

static void print_json(const struct session *session, struct str canonical, struct buffer *out)
{
	const struct query_notice_list *notices = &session->query.notices;
	struct json_writer json = {.out = out};

	json_open_object(&json);
	json_key(&json, "query");
	json_string(&json, canonical);
	json_key(&json, "notices");
	json_open_list(&json);
	for (size_t i = 0; i < notices->count; i++)
		json_string(&json, notices->items[i].text);
	json_close_list(&json);
	json_close_object(&json);
	buffer_add_char(out, '\n');
}

static void print_query(struct session *session, bool is_json)
{
	struct str canonical = query_print(&session->query, &session->arena);
	struct buffer out = {0};

	if (is_json)
		print_json(session, canonical, &out);
	else
		buffer_printf(&out, "%.*s\n", STR_ARG(canonical));
	print_buffer(&out);
	buffer_finish(&out);
}

/* ---- term by term */

static bool count_articles(
	struct session *session, const struct query *query, int64_t *total, struct error *error)
{
	struct store_list *list = NULL;
	int64_t unread;
	bool is_done = store_list_open(session->store, query, &list, error) &&
		       store_list_counts(list, total, &unread, error);

	store_list_close(list);
	return is_done;
}

static struct query without_terms(const struct query *query)
{
	struct query all = *query;

	all.root = NULL;
	all.limit = -1;
	return all;
}

/* What the rows of the answer are about: the articles left after nothing, after the first term, … */
static void find_steps(struct session *session, struct query_step_list *steps)
{
	query_steps(&session->query, store_index_is_complete(session->store), &session->arena, steps);
}

static bool print_steps(struct session *session, struct error *error)
{
	struct query all = without_terms(&session->query);
	struct query_step_list steps;
	struct buffer out = {0};
	int64_t total;
	bool is_done = count_articles(session, &all, &total, error);

	find_steps(session, &steps);
	if (is_done)
		buffer_printf(&out, "%8lld  all articles\n", (long long)total);
	for (size_t i = 0; i < steps.count && is_done; i++) {
		is_done = count_articles(session, &steps.items[i].query, &total, error);
		if (is_done)
			buffer_printf(&out, "%8lld  %.*s\n", (long long)total, STR_ARG(steps.items[i].term));
	}
	print_buffer(&out);
	buffer_finish(&out);
	return is_done;
}

/* ---- why an article is not there */

static bool has_article(
	struct session *session, const struct query *query, int64_t id, bool *has_it, struct error *error)
{
	struct store_list *list = NULL;
	bool is_done = store_list_open(session->store, query, &list, error);

	*has_it = is_done && store_list_position(list, id) >= 0;
	store_list_close(list);
	return is_done;
}

static bool print_reason(struct session *session, int64_t id, struct error *error)
{
	struct query all = without_terms(&session->query);
	struct query_step_list steps;
	struct store_entry entry;
	bool has_it;

	if (!store_article_get(session->store, id, STORE_CONTENT_NONE, &session->arena, &entry, error) ||
		!has_article(session, &all, id, &has_it, error))
		return false;
	if (!has_it)
		printf("%lld is %s; is:%s shows it\n", (long long)id,
			entry.is_hidden ? "hidden" : "a copy of another article",
			entry.is_hidden ? "hidden" : "duplicate");
	find_steps(session, &steps);
	for (size_t i = 0; i < steps.count && has_it; i++) {
		if (!has_article(session, &steps.items[i].query, id, &has_it, error))
			return false;
		if (!has_it)
			printf("%lld is refused by %.*s\n", (long long)id, STR_ARG(steps.items[i].term));
	}
	if (has_it)
		printf("%lld is chosen\n", (long long)id);
	return true;
}

/* ---- the command */

static enum exit_status explain(struct session *session, bool has_steps, const char *why)
{
	struct error error = {0};
	int64_t id;

	if (why && !str_to_int64(str_from(why), &id))
		return complain(
			STATUS_USAGE, "\"%s\" is no article; `dateline list` prints their numbers", why);
	if ((has_steps && !print_steps(session, &error)) || (why && !print_reason(session, id, &error)))
		return complain_error(&error);
	return STATUS_DONE;
}

static enum exit_status run_query(struct invocation *invocation)
{
	bool is_check = false, is_explain = false, is_json = false;
	const char *query = NULL, *why = NULL;
	const struct option_row rows[] = {
		{"--check", &is_check, NULL},
		{"--explain", &is_explain, NULL},
		{"--json", &is_json, NULL},
		{"--why", NULL, &why},
		{"-q", NULL, &query},
	};
	struct session session;
	enum exit_status status;

	if (!options_take(invocation, &command_query, rows, COUNT_OF(rows)))
		return STATUS_USAGE;
	if (is_check && (is_explain || why))
		return complain_usage(&command_query);
	status = session_open_query(&session, invocation, STORE_READ_ONLY, 0, query, is_json);
	if (status != STATUS_DONE)
		return status;
	print_query(&session, is_json);
	return session_close(&session, explain(&session, is_explain, why));
}

const struct command command_query = {
	.name = "query",
	.arguments = "[--check | --explain] [--why ID] [--json] [QUERY...] [-q QUERY]",
	.summary = "print a query as it was understood, or the mistake and its place",
	.run = run_query,
};
