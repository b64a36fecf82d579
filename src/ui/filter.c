#include "filter.h"

#include "complete.h"
#include "dateline/store/feeds.h"
#include "headlines.h"

#define SEARCH_PAUSE_MS 50

static void show_mistake(struct prompt *prompt, const struct query_mistake *mistake)
{
	prompt->wrong_start = mistake->start;
	prompt->wrong_end = mistake->end > mistake->start ? mistake->end : mistake->start + 1;
	prompt_say(prompt, true, "%u:%u: %s", mistake->line, mistake->column, mistake->message);
}

/* ---- F: the filter as text */

static bool accept_filter(struct view *view, struct prompt *prompt)
{
	struct query_mistake mistake;

	if (headlines_set_filter(view, lineedit_text(&prompt->edit), &mistake))
		return true;
	show_mistake(prompt, &mistake);
	return false;
}

static bool find_mistake(struct view *view, struct prompt *prompt, struct query_mistake *mistake)
{
	struct query_context context = ui_query_context(view->ui);
	struct query query;

	return !query_parse(lineedit_text(&prompt->edit), &context, &prompt->arena, &query, mistake);
}

/* Tab completes; else it takes the suggestion that stands under a mistake, and names the next one. */
static void take_suggestion(struct view *view, struct prompt *prompt)
{
	struct query_mistake mistake = {0};

	if (complete_query(view->ui, prompt))
		return;
	if (find_mistake(view, prompt, &mistake) && mistake.suggestion.length) {
		lineedit_set(&prompt->edit, mistake.suggestion);
		prompt->wrong_start = prompt->wrong_end = 0;
	}
	if (find_mistake(view, prompt, &mistake))
		show_mistake(prompt, &mistake);
	else
		prompt_say(prompt, false, "the filter is right as it stands; Enter takes it");
	arena_reset(&prompt->arena);
}

static const struct prompt_type filter_prompt = {
	.label = "filter:",
	.hint = "Enter apply  Tab complete, or put right  Up earlier  Esc leave it as it was",
	.history = HISTORY_FILTER,
	.accepted = accept_filter,
	.complete = take_suggestion,
};

void filter_ask(struct view *view)
{
	const struct headlines *state = view->state;

	ui_ask(view, &filter_prompt, state->query_text);
}

/* ---- / : words that narrow */

static void remember_base(struct view *view)
{
	struct headlines *state = view->state;

	arena_reset(&state->base_arena);
	state->base_text = arena_copy(&state->base_arena, state->query_text);
	state->base_id = state->cursor_id;
	state->base_row = state->cursor - state->top;
}

/* The base and a text, both at once. False: the text is not right (yet). */
static bool narrow_by(
	struct view *view, struct prompt *prompt, struct str text, struct query_mistake *mistake)
{
	struct headlines *state = view->state;
	struct query_context context = ui_query_context(view->ui);
	struct query base, more;

	if (!query_parse(state->base_text, &context, &prompt->arena, &base, mistake) ||
		!query_parse(text, &context, &prompt->arena, &more, mistake))
		return false;
	query_narrow(&base, &more, &prompt->arena);
	headlines_set_query(view, &base);
	return true;
}

static bool ends_in_word(struct str text)
{
	unsigned char last = text.length ? (unsigned char)text.data[text.length - 1] : ' ';

	return last >= 0x80 || ascii_is_alpha((char)last) || ascii_is_digit((char)last);
}

/* What is typed narrows the list. A word that is in no article may be the beginning of one: then the list,
 * and the chip, are those of "word*", and Enter keeps what is seen. */
static bool narrow(struct view *view, struct prompt *prompt, struct str text, struct query_mistake *mistake)
{
	const struct headlines *state = view->state;
	struct query_mistake ignored;

	arena_reset(&prompt->arena);
	if (!narrow_by(view, prompt, text, mistake))
		return false;
	if (state->has_given_way || state->total || !ends_in_word(text))
		return true;
	if (!narrow_by(view, prompt, arena_join(&prompt->arena, text, STR("*")), &ignored))
		return narrow_by(view, prompt, text, mistake);
	if (state->total == 0 && !state->has_given_way)
		return narrow_by(view, prompt, text, mistake);
	return true;
}

/* One letter is not a word yet: half of the library has a word that begins with it, and to find that out
 * takes longer than the next letter. */
static struct str without_first_letter(struct str text)
{
	size_t end = text.length;

	if (end > 0 && ascii_is_alpha(text.data[end - 1]) && (end == 1 || text.data[end - 2] == ' '))
		end--;
	return str_slice(text, 0, end);
}

static void search_changed(struct view *view, struct prompt *prompt)
{
	struct headlines *state = view->state;
	struct query_mistake mistake;

	state->gives_way = true;
	narrow(view, prompt, without_first_letter(lineedit_text(&prompt->edit)), &mistake);
	state->gives_way = false;
	prompt->is_due = state->has_given_way; /* once more, when nothing more is typed */
}

static bool accept_search(struct view *view, struct prompt *prompt)
{
	struct query_mistake mistake;

	if (narrow(view, prompt, lineedit_text(&prompt->edit), &mistake))
		return true;
	show_mistake(prompt, &mistake);
	return false;
}

static void leave_search(struct view *view)
{
	struct headlines *state = view->state;

	headlines_set_filter(view, state->base_text, NULL);
	headlines_move_to(view, state->base_id);
	state->top = state->cursor - state->base_row;
}

static const struct prompt_type search_prompt = {
	.label = "search:",
	.hint = "Enter keep as a filter  Tab complete  Up earlier  Esc show the list as it was",
	.history = HISTORY_SEARCH,
	.pause_ms = SEARCH_PAUSE_MS,
	.changed = search_changed,
	.accepted = accept_search,
	.left = leave_search,
	.complete = take_suggestion,
};

void filter_ask_words(struct view *view)
{
	remember_base(view);
	ui_ask(view, &search_prompt, STR(""));
}

/* ---- chips and counts */

void filter_drop_last(struct view *view)
{
	struct headlines *state = view->state;
	struct arena arena = {0};
	struct query query;

	headlines_copy_query(view, &arena, &query);
	query_drop_chip(&query, state->chips.count - 1);
	headlines_set_query(view, &query);
	arena_finish(&arena);
}

/* ---- from feed to feed */

/* The feed shown now by its place in the list, or -1. */
static long feed_shown(const struct query *query, const struct store_feed_list *feeds, struct arena *arena)
{
	struct str_list names = {0};

	query_marked(query, QUERY_FEED, QUERY_MARK_MUST, arena, &names);
	for (size_t i = 0; names.count == 1 && i < feeds->count; i++)
		if (str_equal_nocase(store_feed_name(&feeds->items[i]), names.items[0]))
			return (long)i;
	return -1;
}

void filter_step_feed(struct view *view, int direction)
{
	struct arena arena = {0};
	struct store_feed_list feeds = {0};
	struct query query;
	struct error error;
	long at;

	headlines_copy_query(view, &arena, &query);
	if (!store_feeds(view->ui->store, STORE_FEEDS_SUBSCRIBED, 0, &arena, &feeds, &error)) {
		ui_error(view->ui, &error);
		goto done;
	}
	at = feed_shown(&query, &feeds, &arena);
	at = at < 0 && direction < 0 ? (long)feeds.count - 1 : at + direction;
	if (at < 0 || at >= (long)feeds.count) {
		ui_notice(view->ui, direction > 0 ? "this is the last feed" : "this is the first feed");
		goto done;
	}
	query_show_only(&query, QUERY_FEED, store_feed_name(&feeds.items[at]), &arena);
	headlines_set_query(view, &query);
	headlines_move_to_position(view, 0);
done:
	arena_finish(&arena);
}

/* What is kept for the whole library need not be counted. */
static bool count_without_reading(struct ui *ui, struct str text, struct filter_counts *counts)
{
	struct store_totals totals = {0};
	bool is_unread = str_equal(text, STR("unread"));

	if ((text.length && !is_unread) || !store_totals(ui->store, &totals, NULL))
		return false;
	*counts = (struct filter_counts){is_unread ? totals.unread : totals.articles, totals.unread};
	return true;
}

struct filter_counts filter_count(struct ui *ui, struct str text)
{
	struct query_context context = ui_query_context(ui);
	struct arena arena = {0};
	struct query query;
	struct query_mistake mistake;
	struct store_list *list = NULL;
	struct filter_counts counts = {0, 0};

	if (count_without_reading(ui, text, &counts))
		return counts;
	if (query_parse(text, &context, &arena, &query, &mistake) &&
		store_list_open(ui->store, &query, &list, NULL))
		store_list_counts(list, &counts.articles, &counts.unread, NULL);
	store_list_close(list);
	arena_finish(&arena);
	return counts;
}
