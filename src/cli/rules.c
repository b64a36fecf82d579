#include "session.h"

#include "dateline/base/utf8.h"
#include "dateline/store/rules.h"

static bool add_rule(
	struct session *session, const struct rule *rule, struct buffer *out, struct error *error)
{
	int64_t count;

	if (!store_rule_count(session->store, &session->config.rules, rule, session->now, &count, error))
		return false;
	buffer_printf(
		out, "%7lld  %.*s\n", (long long)count, STR_ARG(utf8_printable(&session->arena, rule->text)));
	return true;
}

/* A rule that is wrong was named when the configuration was read. */
static enum exit_status print_rules(struct session *session)
{
	const struct rule_list *rules = &session->config.rules.list;
	struct error error = {0};
	struct buffer out = {0};
	bool is_done = true;

	for (size_t i = 0; i < rules->count && is_done; i++)
		is_done = add_rule(session, &rules->items[i], &out, &error);
	print_buffer(&out);
	buffer_finish(&out);
	if (!is_done)
		return complain_error(&error);
	return session->config.complaint.length ? STATUS_FAILED : STATUS_DONE;
}

static enum exit_status run_rules(struct invocation *invocation)
{
	struct session session;
	enum exit_status status;

	if (!options_take(invocation, &command_rules, NULL, 0))
		return STATUS_USAGE;
	if (invocation->argc > 0)
		return complain_usage(&command_rules);
	status = session_open(&session, invocation, STORE_READ_ONLY);
	return status == STATUS_DONE ? session_close(&session, print_rules(&session)) : status;
}

const struct command command_rules = {
	.name = "rules",
	.arguments = "",
	.summary = "the rules of the configuration, and how many articles each fits",
	.run = run_rules,
};
