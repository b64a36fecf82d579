#include "entry.h"
#include "session.h"

#include "dateline/article/write.h"
#include "dateline/base/datetime.h"
#include "dateline/base/utf8.h"
#include "dateline/store/names.h"

#include <stdint.h>

/* ---- JSON */

/* The quotation as everywhere, with one more key that says where it stands. */
static void add_json(const struct store_quote *quote, struct buffer *out)
{
	struct json_writer json = {.out = out};

	quote_write(&quote->quote, &json);
	out->length--;
	json.needs_comma = true;
	json_key(&json, "article");
	json_open_object(&json);
	json_key(&json, "number");
	json_number(&json, quote->article);
	json_key(&json, "title");
	json_string(&json, quote->title);
	json_key(&json, "feed");
	json_string(&json, quote->feed_title);
	json_key(&json, "time");
	json_time(&json, quote->time);
	json_close_object(&json);
	buffer_add(out, STR("}\n"));
}

/* ---- text */

static void add_article(const struct store_quote *quote, struct arena *arena, struct buffer *out)
{
	if (out->length)
		buffer_add_char(out, '\n');
	buffer_printf(out, "%lld  %.*s (%.*s, %.*s)\n", (long long)quote->article, STR_ARG(utf8_printable(arena, quote->name)),
		STR_ARG(utf8_printable(arena, quote->feed_title)),
		STR_ARG(datetime_local(quote->time, arena)));
}

/* "Hong Lei, China's assistant foreign minister (said):"; a guess carries a question mark. */
static void add_speaker(const struct quote *quote, struct arena *arena, struct buffer *out)
{
	struct str speaker =
		quote->speaker.length ? utf8_printable(arena, quote->speaker) : STR("unattributed");

	buffer_printf(out, "  %.*s", STR_ARG(speaker));
	if (quote->speaker.length && !quote->is_certain)
		buffer_add_char(out, '?');
	if (quote->role.length)
		buffer_printf(out, ", %.*s", STR_ARG(utf8_printable(arena, quote->role)));
	buffer_add(out, STR(":\n"));
}

static void add_quote(const struct quote *quote, struct arena *arena, struct buffer *out)
{
	bool has_marks = quote->kind != QUOTE_INDIRECT;

	if (!quote->continues)
		add_speaker(quote, arena, out);
	buffer_printf(out, "    %s%.*s%s\n", has_marks ? "“" : "",
		STR_ARG(utf8_printable(arena, quote->text)), has_marks ? "”" : "");
}

static void add_all(
	const struct store_quote_list *quotes, bool is_json, struct arena *arena, struct buffer *out)
{
	for (size_t i = 0; i < quotes->count; i++) {
		const struct store_quote *quote = &quotes->items[i];

		if (is_json) {
			add_json(quote, out);
			continue;
		}
		if (i == 0 || quotes->items[i - 1].article != quote->article)
			add_article(quote, arena, out);
		add_quote(&quote->quote, arena, out);
	}
}

static enum exit_status print_quotes(struct session *session, bool is_json)
{
	struct store_quote_list quotes;
	struct error error = {0};
	struct buffer out = {0};
	size_t most = session->query.limit >= 0 ? (size_t)session->query.limit : SIZE_MAX;

	if (!store_quotes(session->store, &session->query, most, &session->arena, &quotes, &error))
		return complain_error(&error);
	add_all(&quotes, is_json, &session->arena, &out);
	print_buffer(&out);
	buffer_finish(&out);
	return STATUS_DONE;
}

/* ---- how each was found */

static enum exit_status explain(struct session *session, const char *id_text)
{
	struct error error = {0};
	struct buffer out = {0};
	struct store_entry entry;
	int64_t id;

	if (!str_to_int64(str_from(id_text), &id))
		return complain(
			STATUS_USAGE, "\"%s\" is no article; `dateline list` prints their numbers", id_text);
	if (!entry_load(session, id, &session->arena, &entry, &error))
		return complain_error(&error);
	for (size_t i = 0; i < entry.article.quotes.count; i++) {
		const struct quote *quote = &entry.article.quotes.items[i];
		struct str reason = quote->reason.length ? quote->reason : STR("no speaker was found");

		add_speaker(quote, &session->arena, &out);
		add_quote(&(struct quote){.kind = quote->kind, .text = quote->text, .continues = true},
			&session->arena, &out);
		buffer_printf(&out, "    %s; block %zu, bytes %zu to %zu: %.*s\n",
			quote_kind_name(quote->kind), quote->block, quote->start, quote->end,
			STR_ARG(utf8_printable(&session->arena, reason)));
	}
	print_buffer(&out);
	buffer_finish(&out);
	return STATUS_DONE;
}

static enum exit_status run_quotes(struct invocation *invocation)
{
	bool is_json = false;
	const char *query = NULL, *explained = NULL;
	const struct option_row rows[] = {
		{"--json", &is_json, NULL}, {"-q", NULL, &query}, {"--explain", NULL, &explained}};
	struct session session;
	enum exit_status status;

	if (!options_take(invocation, &command_quotes, rows, COUNT_OF(rows)))
		return STATUS_USAGE;
	if (explained && (is_json || query || invocation->argc))
		return complain_usage(&command_quotes);
	if (explained) {
		status = session_open(&session, invocation, STORE_READ_ONLY);
		return status == STATUS_DONE ? session_close(&session, explain(&session, explained)) : status;
	}
	status = session_open_query(&session, invocation, STORE_READ_ONLY, 0, query, is_json);
	return status == STATUS_DONE ? session_close(&session, print_quotes(&session, is_json)) : status;
}

const struct command command_quotes = {
	.name = "quotes",
	.arguments = "[QUERY...] [-q QUERY] [--json] | --explain ID",
	.summary = "who said what, in the order said",
	.run = run_quotes,
};
