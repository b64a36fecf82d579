#include "session.h"

#include "dateline/base/utf8.h"
#include "dateline/store/check.h"

#include <stdio.h>

static void print_lines(struct session *session, const struct str_list *lines)
{
	for (size_t i = 0; i < lines->count; i++)
		printf("%.*s\n", STR_ARG(utf8_printable(&session->arena, lines->items[i])));
}

static void print_size(int64_t articles, int64_t feeds)
{
	printf("%lld article%s of %lld feed%s", (long long)articles, plural((size_t)articles),
		(long long)feeds, plural((size_t)feeds));
}

static void print_summary(const struct store_check *check)
{
	print_size(check->articles, check->feeds);
	if (check->broken_feeds)
		printf(", %lld of them broken (`dateline feeds --broken` says why)",
			(long long)check->broken_feeds);
	printf("; %.1f MB, %.1f MB of it free\n", (double)check->file_bytes / 1e6,
		(double)check->free_bytes / 1e6);
}

static enum exit_status rescue(struct session *session, const char *path)
{
	struct store_rescue rescue;
	struct error error = {0};

	if (!store_rescue(path, &session->arena, &rescue, &error))
		return complain(STATUS_LIBRARY, "%s", error.message);
	print_size(rescue.articles, rescue.feeds);
	printf(" %s saved to a new library", rescue.articles == 1 ? "was" : "were");
	if (rescue.bodiless)
		printf(", %lld of them without their text", (long long)rescue.bodiless);
	printf("; the damaged one is kept as %.*s\n", STR_ARG(rescue.kept));
	return STATUS_FAILED;
}

/* A library that is damaged may refuse to be opened, or to be read through. */
static enum exit_status check_library(struct session *session, const char *path)
{
	struct store_check check = {0};
	struct error error = {0};

	if (!store_open(path, STORE_READ_WRITE, &session->store, &error)) {
		complain(STATUS_LIBRARY, "%s", error.message);
		return store_is_damaged(path) ? rescue(session, path) : STATUS_LIBRARY;
	}
	if (!store_check(session->store, &session->arena, &check, &error)) {
		complain(STATUS_LIBRARY, "%s", error.message);
		check.is_sound = false;
	}
	print_lines(session, &check.findings);
	print_lines(session, &check.repairs);
	if (check.is_sound) {
		print_summary(&check);
		return STATUS_DONE;
	}
	store_close(session->store);
	session->store = NULL;
	return store_is_damaged(path) ? rescue(session, path) : STATUS_LIBRARY;
}

static enum exit_status run_check(struct invocation *invocation)
{
	struct session session = {0};
	struct error error = {0};
	struct str path;

	if (!options_take(invocation, &command_check, NULL, 0))
		return STATUS_USAGE;
	if (invocation->argc)
		return complain_usage(&command_check);
	if (!library_path(invocation, &session.arena, &path, &error))
		return session_close(&session, complain(STATUS_LIBRARY, "%s", error.message));
	return session_close(&session, check_library(&session, path.data));
}

const struct command command_check = {
	.name = "check",
	.arguments = "",
	.summary = "look the library over, repair what can be repaired, save what can be saved",
	.run = run_check,
};
