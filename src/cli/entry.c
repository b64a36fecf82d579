#include "entry.h"

#include "dateline/config/paths.h"
#include "dateline/feed/load.h"

bool entry_load(
	struct session *session, int64_t id, struct arena *arena, struct store_entry *entry, struct error *error)
{
	struct paths paths;

	if (!store_article_get(session->store, id, STORE_CONTENT_BEST, arena, entry, error))
		return false;
	feed_derive(&entry->article,
		paths_find(paths_getenv, NULL, arena, &paths, NULL) ? paths.sites.data : NULL,
		&session->quotes, arena, NULL);
	return true;
}
