#include "entry.h"
#include "session.h"

static bool show_article(struct session *session, const char *id_text, enum entry_form form,
	struct buffer *out, struct error *error)
{
	struct store_entry entry;
	int64_t id;

	if (!str_to_int64(str_from(id_text), &id))
		return fail(error, ERROR_USAGE, 0,
			"\"%s\" is no article; `dateline list` prints their numbers", id_text);
	if (!entry_load(session, id, &session->arena, &entry, error))
		return false;
	entry_write(&entry, form, &session->arena, out);
	return true;
}

static enum exit_status show_all(
	struct session *session, const struct invocation *invocation, enum entry_form form)
{
	enum exit_status status = STATUS_DONE;
	struct buffer out = {0};

	for (int i = 0; i < invocation->argc; i++) {
		struct error error = {0};

		if (!show_article(session, invocation->argv[i], form, &out, &error))
			status = complain_error(&error);
		print_buffer(&out);
	}
	buffer_finish(&out);
	return status;
}

static enum exit_status run_show(struct invocation *invocation)
{
	bool wants[ENTRY_HTML + 1] = {false};
	const struct option_row rows[] = {
		{"--text", &wants[ENTRY_TEXT], NULL},
		{"--json", &wants[ENTRY_JSON], NULL},
		{"--markdown", &wants[ENTRY_MARKDOWN], NULL},
		{"--html", &wants[ENTRY_HTML], NULL},
	};
	enum entry_form form = ENTRY_TEXT;
	int forms = 0;
	struct session session;
	enum exit_status status;

	if (!options_take(invocation, &command_show, rows, COUNT_OF(rows)))
		return STATUS_USAGE;
	for (int i = 0; i <= ENTRY_HTML; i++)
		if (wants[i] && ++forms)
			form = (enum entry_form)i;
	if (invocation->argc == 0 || forms > 1)
		return complain_usage(&command_show);
	status = session_open(&session, invocation, STORE_READ_ONLY);
	if (status != STATUS_DONE)
		return status;
	return session_close(&session, show_all(&session, invocation, form));
}

const struct command command_show = {
	.name = "show",
	.arguments = "ID... [--text | --json | --markdown | --html]",
	.summary = "an article",
	.run = run_show,
};
