#include "dateline/feed/urls.h"

#include "dateline/base/url.h"
#include "dateline/markup/charset.h"

#define FEEDS_MOST 100000

/* Takes one word off the line: to the next blank, or a quoted one, where \" \\ and \n are escapes. */
static bool next_word(struct arena *arena, struct str *line, struct str *word)
{
	struct str rest = str_trim(*line);
	char *text;
	size_t length = 0, i = 1;

	if (str_is_empty(rest))
		return false;
	if (rest.data[0] != '"') {
		while (i < rest.length && !ascii_is_space(rest.data[i]))
			i++;
		*word = str_slice(rest, 0, i);
		*line = str_from_offset(rest, i);
		return true;
	}
	text = arena_alloc(arena, rest.length);
	for (; i < rest.length && rest.data[i] != '"'; i++) {
		bool is_escape = rest.data[i] == '\\' && i + 1 < rest.length;

		i += is_escape;
		text[length++] = is_escape && rest.data[i] == 'n' ? '\n' : rest.data[i];
	}
	*word = (struct str){text, length};
	*line = str_from_offset(rest, i + 1);
	return true;
}

/* Why an address is not one that can be asked here; NULL when it is. */
static const char *why_not(struct str address)
{
	if (str_starts_with(address, STR("filter:")))
		return "feeds through a filter are not taken; "
		       "\"exec:curl -sL ADDRESS | COMMAND\" in its place does the same";
	if (str_starts_with(address, STR("exec:")) || str_starts_with_nocase(address, STR("file:")) ||
		str_starts_with_nocase(address, STR("feed:")) || url_is_web(address))
		return NULL;
	return "this is no address of a feed (http, https, file or exec)";
}

static void read_tag(struct arena *arena, struct opml_feed *feed, struct str tag)
{
	if (str_starts_with(tag, STR("~")) && tag.length > 1)
		feed->title = str_from_offset(tag, 1);
	else if (!str_equal(tag, STR("!")) && !str_is_empty(tag)) /* "!" alone only hides a feed there */
		*LIST_PUSH(arena, &feed->tags) = tag;
}

static void read_query(struct str rest, unsigned number, struct arena *arena, struct urls_query_list *queries)
{
	struct urls_query *query = LIST_PUSH(arena, queries);
	size_t colon = str_find_char(rest, ':', 0);

	query->name = str_trim(str_slice(rest, 0, colon));
	query->expression = colon == STR_NPOS ? STR("") : str_trim(str_from_offset(rest, colon + 1));
	query->line = number;
}

static void read_line(struct str line, unsigned number, struct arena *arena, struct opml_list *list,
	struct urls_query_list *queries, struct warnings *warnings)
{
	static const struct str query = STR_INIT("query:");
	struct opml_feed *feed;
	struct str address, tag;
	const char *reason;

	line = str_trim(line);
	if (str_is_empty(line) || line.data[0] == '#' || !next_word(arena, &line, &address))
		return;
	if (str_starts_with(address, query)) {
		read_query(str_from_offset(address, query.length), number, arena, queries);
		return;
	}
	reason = why_not(address);
	if (reason) {
		warnings_add(warnings, number, "\"%.*s\": %s", STR_ARG(str_slice(address, 0, 80)), reason);
		return;
	}
	feed = LIST_PUSH(arena, list);
	feed->address = address;
	feed->folder = STR("");
	feed->line = number;
	while (next_word(arena, &line, &tag))
		read_tag(arena, feed, tag);
}

void urls_read(struct str bytes, struct arena *arena, struct opml_list *list, struct urls_query_list *queries,
	struct warnings *warnings)
{
	struct str rest = charset_to_utf8(bytes, STR_NONE, arena, warnings), line;
	unsigned number = 0;

	while (list->count + queries->count < FEEDS_MOST && str_next(&rest, '\n', &line))
		read_line(line, ++number, arena, list, queries, warnings);
}
