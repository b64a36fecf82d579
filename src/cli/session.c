#include "session.h"

#include "dateline/store/names.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum exit_status complain_error(const struct error *error)
{
	enum exit_status status =
		error->code == ERROR_NOT_FOUND || error->code == ERROR_USAGE ? STATUS_FAILED : STATUS_LIBRARY;

	return complain(status, "%s", error->message);
}

enum exit_status session_open(
	struct session *session, const struct invocation *invocation, enum store_mode mode)
{
	*session = (struct session){.now = (int64_t)time(NULL)};
	library_config(invocation, &session->arena, &session->config);
	if (library_open(invocation, mode, &session->store))
		return STATUS_DONE;
	return session_close(session, STATUS_LIBRARY);
}

enum exit_status session_close(struct session *session, enum exit_status status)
{
	store_close(session->store);
	session->store = NULL;
	quote_memory_finish(&session->quotes);
	arena_finish(&session->arena);
	return status;
}

/* ---- what queries may name */

static struct str find_saved(void *data, struct str name, struct arena *arena)
{
	(void)arena;
	return config_saved_query(&((struct session *)data)->config, name);
}

static bool is_known(void *data, enum query_field field, struct str name)
{
	struct session *session = data;

	return session->library.is_known == NULL ||
	       session->library.is_known(session->library.data, field, name);
}

static void list_names(void *data, enum query_field field, struct arena *arena, struct query_name_list *names)
{
	struct session *session = data;
	const struct config_saved_list *saved = &session->config.saved;

	if (field != QUERY_SAVED && session->library.list)
		session->library.list(session->library.data, field, arena, names);
	for (size_t i = 0; field == QUERY_SAVED && i < saved->count; i++)
		LIST_PUSH(arena, names)->name = saved->items[i].name;
}

/* ---- mistakes and notices */

static size_t error_columns(void)
{
	struct winsize size = {0};

	return isatty(STDERR_FILENO) && ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

static void show_mistake(struct str text, const struct query_mistake *mistake, bool is_json)
{
	struct buffer out = {0};

	if (is_json) {
		query_print_mistake_json(mistake, &out);
		buffer_add_char(&out, '\n');
	} else {
		query_print_mistake(text, mistake, error_columns(), &out);
	}
	fwrite(out.data, 1, out.length, stderr);
	buffer_finish(&out);
}

static void show_notices(struct str text, const struct query *query)
{
	struct buffer out = {0};

	for (size_t i = 0; i < query->notices.count; i++) {
		query_print_notice(text, &query->notices.items[i], &out);
		buffer_add_char(&out, '\n');
	}
	fwrite(out.data ? out.data : "", 1, out.length, stderr);
	buffer_finish(&out);
}

static struct str join_words(
	struct arena *arena, const struct invocation *invocation, int first, const char *option)
{
	struct str text = option ? str_from(option) : STR("");

	for (int i = first; i < invocation->argc; i++)
		text = arena_printf(
			arena, "%.*s%s%s", STR_ARG(text), text.length ? " " : "", invocation->argv[i]);
	return text;
}

static enum exit_status read_query(struct session *session, const struct invocation *invocation, int first,
	const char *option, bool is_json)
{
	struct str text = join_words(&session->arena, invocation, first, option);
	struct query_context context = {
		.now = session->now, .zone = &query_zone_local, .names = &session->names};
	struct query_mistake mistake = {0};

	session->library = store_query_names(session->store);
	session->names = (struct query_names){session, find_saved, is_known, list_names};
	if (!query_parse(text, &context, &session->arena, &session->query, &mistake)) {
		show_mistake(text, &mistake, is_json);
		return STATUS_USAGE;
	}
	if (!invocation->is_quiet)
		show_notices(text, &session->query);
	return STATUS_DONE;
}

enum exit_status session_open_query(struct session *session, const struct invocation *invocation,
	enum store_mode mode, int first, const char *option, bool is_json)
{
	enum exit_status status = session_open(session, invocation, mode);

	if (status == STATUS_DONE)
		status = read_query(session, invocation, first, option, is_json);
	return status == STATUS_DONE ? status : session_close(session, status);
}

enum exit_status session_ids(struct session *session, int64_t **ids, size_t *count)
{
	struct error error = {0};
	struct store_list *list = NULL;
	bool is_done = store_list_open(session->store, &session->query, &list, &error) &&
		       store_list_ids(list, &session->arena, ids, count, &error);

	store_list_close(list);
	return is_done ? STATUS_DONE : complain_error(&error);
}
