#include "library.h"

#include "dateline/feed/opml.h"

static void list_feeds(const struct store_feed_list *feeds, struct arena *arena, struct opml_list *list)
{
	for (size_t i = 0; i < feeds->count; i++) {
		const struct store_feed *feed = &feeds->items[i];

		if (feed->is_local)
			continue;
		*LIST_PUSH(arena, list) = (struct opml_feed){
			.address = feed->address,
			.title = str_is_empty(feed->user_title) ? feed->title : feed->user_title,
			.link = feed->link,
			.folder = feed->folder,
			.tags = feed->tags,
		};
	}
}

static enum exit_status run_export(struct invocation *invocation)
{
	enum exit_status status = STATUS_DONE;
	struct store_feed_list feeds = {0};
	struct opml_list list = {0};
	struct arena arena = {0};
	struct buffer out = {0};
	struct error error = {0};
	struct store *store;

	if (!options_take(invocation, &command_export, NULL, 0))
		return STATUS_USAGE;
	if (invocation->argc)
		return complain_usage(&command_export);
	if (!library_open(invocation, STORE_READ_ONLY, &store))
		return STATUS_LIBRARY;
	if (store_feeds(store, STORE_FEEDS_SUBSCRIBED, 0, &arena, &feeds, &error)) {
		list_feeds(&feeds, &arena, &list);
		opml_write(&list, &out);
		print_buffer(&out);
	} else {
		status = complain(STATUS_LIBRARY, "%s", error.message);
	}
	store_close(store);
	buffer_finish(&out);
	arena_finish(&arena);
	return status;
}

const struct command command_export = {
	.name = "export",
	.arguments = "",
	.summary = "print the subscriptions as OPML",
	.run = run_export,
};
