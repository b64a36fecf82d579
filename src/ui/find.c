/* Search in the text of an article: folded as the query language folds, marked in place. */
#include "reader.h"

#include "dateline/base/linebreak.h"
#include "dateline/base/utf8.h"

#include <stdlib.h>

#define MATCHES_MOST 10000

struct needle {
	struct str folded;
	struct arena scratch; /* for folding what is not ASCII */
};

/* Whether the needle stands at `at`; *end receives where it ends. Compared one code point after the other,
 * because folding changes lengths. */
static bool matches_at(struct needle *needle, struct str text, size_t at, size_t *end)
{
	size_t used = 0, length;

	while (used < needle->folded.length) {
		struct str folded;
		char lower;

		if (at >= text.length)
			return false;
		if ((unsigned char)text.data[at] < 0x80) {
			lower = ascii_lower(text.data[at]);
			folded = (struct str){&lower, 1};
			length = 1;
		} else {
			utf8_decode(text, at, &length);
			arena_reset(&needle->scratch);
			folded = utf8_fold(&needle->scratch, str_slice(text, at, at + length));
		}
		if (!str_starts_with(str_from_offset(needle->folded, used), folded))
			return false;
		used += folded.length;
		at += length;
	}
	*end = at;
	return true;
}

static void find_in_piece(struct reader *reader, struct needle *needle, size_t index)
{
	struct str text = reader->layout.pieces.items[index].text;
	size_t length, end;

	for (size_t i = 0; i < text.length && reader->matches.count < MATCHES_MOST; i += length) {
		utf8_decode(text, i, &length);
		if (!matches_at(needle, text, i, &end) || end == i)
			continue;
		*LIST_PUSH(&reader->match_arena, &reader->matches) = (struct match){index, i, end};
		length = end - i;
	}
}

static void find_all(struct reader *reader, struct str words)
{
	struct needle needle = {0};

	needle.folded = utf8_fold(&reader->match_arena, words);
	for (size_t i = 0; i < reader->layout.pieces.count && needle.folded.length; i++)
		find_in_piece(reader, &needle, i);
	arena_finish(&needle.scratch);
}

static size_t line_of_match(const struct reader *reader, const struct match *match)
{
	const struct line_list *lines = &reader->layout.lines;
	size_t found = 0;

	for (size_t i = 0; i < lines->count; i++) {
		if (lines->items[i].piece == match->piece && lines->items[i].start <= match->start)
			found = i;
		if (lines->items[i].piece != SIZE_MAX && lines->items[i].piece > match->piece)
			break;
	}
	return found;
}

static void show_match(struct view *view)
{
	struct reader *reader = view->state;
	size_t line = line_of_match(reader, &reader->matches.items[reader->match]);

	if (line < reader->top || line >= reader->top + (size_t)reader->height) {
		reader->top = line > (size_t)reader->height / 3 ? line - (size_t)reader->height / 3 : 0;
		reader->has_place = false;
	}
	ui_notice(view->ui, "match %zu of %zu; n next, N before, Esc ends", reader->match + 1,
		reader->matches.count);
}

static int compare_matches(const void *first, const void *second)
{
	const struct match *a = first, *b = second;

	if (a->piece != b->piece)
		return a->piece < b->piece ? -1 : 1;
	return a->start < b->start ? -1 : a->start > b->start;
}

static void forget(struct reader *reader)
{
	arena_reset(&reader->match_arena);
	reader->matches = (struct match_list){0};
	reader->match = 0;
}

void reader_forget_matches(struct view *view)
{
	forget(view->state);
}

void reader_find(struct view *view, struct str words)
{
	struct reader *reader = view->state;

	forget(reader);
	find_all(reader, words);
	if (reader->matches.count == 0) {
		if (words.length)
			ui_notice(view->ui, "\"%.*s\" is not in this article", STR_ARG(words));
		return;
	}
	while (reader->match + 1 < reader->matches.count &&
		line_of_match(reader, &reader->matches.items[reader->match]) < reader->top)
		reader->match++;
	show_match(view);
}

void reader_find_list(struct view *view, const struct str_list *words)
{
	struct reader *reader = view->state;

	forget(reader);
	for (size_t i = 0; i < words->count; i++)
		find_all(reader, words->items[i]);
	if (reader->matches.count)
		qsort(reader->matches.items, reader->matches.count, sizeof *reader->matches.items,
			compare_matches);
}

bool reader_next_match(struct view *view, int direction)
{
	struct reader *reader = view->state;
	size_t count = reader->matches.count;

	if (count == 0)
		return false;
	reader->match = (reader->match + (direction > 0 ? 1 : count - 1)) % count;
	show_match(view);
	return true;
}

/* ---- / */

static void search_changed(struct view *view, struct prompt *prompt)
{
	reader_find(view, lineedit_text(&prompt->edit));
}

static bool accept_search(struct view *view, struct prompt *prompt)
{
	reader_find(view, lineedit_text(&prompt->edit));
	return true;
}

static const struct prompt_type search_prompt = {
	.label = "search:",
	.hint = "Enter keep the marks: then n next, N before  Up earlier searches  Esc forget them",
	.history = HISTORY_SEARCH,
	.pause_ms = 50,
	.changed = search_changed,
	.accepted = accept_search,
	.left = reader_forget_matches,
};

void reader_ask_words(struct view *view)
{
	ui_ask(view, &search_prompt, STR(""));
}
