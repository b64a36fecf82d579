#include "dateline/config/keymap.h"

#include <string.h>

void keymap_init(struct keymap *keymap, struct arena *arena)
{
	*keymap = (struct keymap){.arena = arena};
}

/* ---- comparing */

static bool begins(const struct keys *whole, const struct keys *beginning)
{
	return whole->count >= beginning->count &&
	       memcmp(whole->codes, beginning->codes, beginning->count * sizeof *whole->codes) == 0;
}

static bool keys_equal(const struct keys *a, const struct keys *b)
{
	return a->count == b->count && begins(a, b);
}

static bool is_of_view(const struct keymap_action *action, struct str view)
{
	return action->view[0] == '\0' || str_is_empty(view) || str_equal(view, str_from(action->view));
}

/* ---- binding */

static void add_binding(
	struct keymap *keymap, struct str view, const struct keys *keys, const struct keymap_action *action)
{
	struct keymap_binding *binding;

	if (keymap->count == keymap->capacity)
		keymap->items = list_room(keymap->arena, keymap->items, keymap->count, &keymap->capacity,
			sizeof *keymap->items);
	binding = &keymap->items[keymap->count++];
	*binding = (struct keymap_binding){*keys, view, action};
}

void keymap_add(struct keymap *keymap, const struct keymap_action *actions, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct str rest = str_from(actions[i].keys), text;
		struct keys keys;

		if (keymap->action_count == keymap->action_capacity)
			keymap->actions = list_room(keymap->arena, keymap->actions, keymap->action_count,
				&keymap->action_capacity, sizeof *keymap->actions);
		keymap->actions[keymap->action_count++] = &actions[i];
		while (str_next(&rest, ' ', &text))
			if (keys_parse(text, &keys, NULL))
				add_binding(keymap, str_from(actions[i].view), &keys, &actions[i]);
	}
}

/* Removes what is bound in just this view; with `overlaps` also what keys would hide, or be hidden by. */
static size_t remove_bindings(struct keymap *keymap, struct str view, const struct keys *keys, bool overlaps)
{
	size_t kept = 0, count = keymap->count;

	for (size_t i = 0; i < count; i++) {
		const struct keymap_binding *old = &keymap->items[i];
		bool is_hit = overlaps ? begins(&old->keys, keys) || begins(keys, &old->keys)
				       : keys_equal(&old->keys, keys);

		if (!is_hit || !str_equal(old->view, view))
			keymap->items[kept++] = *old;
	}
	keymap->count = kept;
	return count - kept;
}

static bool view_exists(const struct keymap *keymap, struct str view)
{
	for (size_t i = 0; i < keymap->action_count; i++)
		if (str_equal(view, str_from(keymap->actions[i]->view)))
			return true;
	return str_is_empty(view);
}

/* The view's own action before the general one of the same name. */
static const struct keymap_action *find_action(const struct keymap *keymap, struct str view, struct str name)
{
	const struct keymap_action *found = NULL;

	for (size_t i = 0; i < keymap->action_count; i++) {
		const struct keymap_action *action = keymap->actions[i];

		if (str_equal(name, str_from(action->name)) && is_of_view(action, view) &&
			(found == NULL || (action->view[0] && !str_is_empty(view))))
			found = action;
	}
	return found;
}

/* Names that share their beginning, or hold what was written: enough to find the right one. */
static struct str similar_actions(const struct keymap *keymap, struct str name, struct arena *arena)
{
	struct str list = STR("");

	for (size_t i = 0; i < keymap->action_count; i++) {
		struct str other = str_from(keymap->actions[i]->name);
		bool is_similar =
			str_find(other, name, 0) != STR_NPOS || str_find(name, other, 0) != STR_NPOS ||
			(name.length > 3 && str_starts_with(other, str_slice(name, 0, name.length - 2)));

		if (is_similar && str_find(list, other, 0) == STR_NPOS)
			list = arena_printf(
				arena, "%.*s%s%.*s", STR_ARG(list), list.length ? ", " : "", STR_ARG(other));
	}
	return list;
}

static bool refuse_action(const struct keymap *keymap, struct str view, struct str name, struct error *error)
{
	struct arena scratch = {0};
	struct str similar = similar_actions(keymap, name, &scratch);

	fail(error, ERROR_USAGE, 0, "there is no action \"%.*s\"%s%.*s%s%.*s", STR_ARG(name),
		view.length ? " in " : "", STR_ARG(view),
		similar.length ? "; there is " : "; `dateline keys --list` has them all", STR_ARG(similar));
	arena_finish(&scratch);
	return false;
}

bool keymap_bind(
	struct keymap *keymap, struct str view, struct str text, struct str name, struct error *error)
{
	const struct keymap_action *action;
	struct keys keys;

	if (!keys_parse(text, &keys, error))
		return false;
	if (!view_exists(keymap, view))
		return fail(error, ERROR_USAGE, 0, "there is no view \"%.*s\"", STR_ARG(view));
	action = find_action(keymap, view, name);
	if (action == NULL)
		return refuse_action(keymap, view, name, error);
	view = str_is_empty(view) ? str_from(action->view) : arena_copy(keymap->arena, view);
	remove_bindings(keymap, view, &keys, true);
	add_binding(keymap, view, &keys, action);
	return true;
}

bool keymap_unbind(struct keymap *keymap, struct str view, struct str text, struct error *error)
{
	struct keys keys;

	if (!keys_parse(text, &keys, error))
		return false;
	if (!view_exists(keymap, view))
		return fail(error, ERROR_USAGE, 0, "there is no view \"%.*s\"", STR_ARG(view));
	if (remove_bindings(keymap, view, &keys, false) == 0)
		return fail(error, ERROR_USAGE, 0, "%.*s is not bound%s%.*s", STR_ARG(text),
			view.length ? " in " : "", STR_ARG(view));
	return true;
}

/* ---- finding */

enum keymap_answer keymap_find(const struct keymap *keymap, struct str view, const struct keys *pressed,
	const struct keymap_binding **binding)
{
	enum keymap_answer answer = KEYMAP_UNBOUND;
	bool is_own = false;

	for (size_t i = 0; i < keymap->count; i++) {
		const struct keymap_binding *candidate = &keymap->items[i];
		bool is_views = candidate->view.length && str_equal(candidate->view, view);

		if ((candidate->view.length && !is_views) || (is_own && !is_views) ||
			!begins(&candidate->keys, pressed))
			continue;
		/* whatever the view itself says of these keys goes before what holds everywhere */
		if (is_views && !is_own)
			answer = KEYMAP_UNBOUND;
		is_own |= is_views;
		if (candidate->keys.count == pressed->count) {
			answer = KEYMAP_BOUND;
			*binding = candidate;
		} else if (answer == KEYMAP_UNBOUND) {
			answer = KEYMAP_PREFIX;
		}
	}
	return answer;
}

struct str keymap_keys_of(
	const struct keymap *keymap, struct str view, struct str action, bool only_first, struct arena *arena)
{
	struct buffer text = {0};
	struct str result;

	for (size_t i = 0; i < keymap->count; i++) {
		const struct keymap_binding *binding = &keymap->items[i], *used = NULL;

		if (!str_equal(str_from(binding->action->name), action) ||
			(binding->view.length && !str_equal(binding->view, view)) ||
			keymap_find(keymap, view, &binding->keys, &used) != KEYMAP_BOUND || used != binding)
			continue;
		if (text.length)
			buffer_add(&text, STR(", "));
		keys_print(&binding->keys, &text);
		if (only_first)
			break;
	}
	result = text.length ? arena_copy(arena, buffer_str(&text)) : STR("");
	buffer_finish(&text);
	return result;
}

/* ---- printing */

static void print_line(
	struct str view, const struct keys *keys, const struct keymap_action *action, struct buffer *out)
{
	buffer_printf(out, "%.*s\t", STR_ARG(view.length ? view : STR("*")));
	if (keys)
		keys_print(keys, out);
	else
		buffer_add_char(out, '-');
	buffer_printf(out, "\t%s\t%s\n", action->name, action->help);
}

static void print_view(const struct keymap *keymap, struct str view, struct buffer *out)
{
	for (size_t i = 0; i < keymap->count; i++)
		if (str_equal(keymap->items[i].view, view))
			print_line(view, &keymap->items[i].keys, keymap->items[i].action, out);
}

static bool is_printed(const struct keymap *keymap, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (str_equal(keymap->items[i].view, keymap->items[index].view))
			return true;
	return keymap->items[index].view.length == 0;
}

static bool is_bound(const struct keymap *keymap, const struct keymap_action *action)
{
	for (size_t i = 0; i < keymap->count; i++)
		if (keymap->items[i].action == action)
			return true;
	return false;
}

void keymap_print(const struct keymap *keymap, struct buffer *out)
{
	print_view(keymap, STR(""), out);
	for (size_t i = 0; i < keymap->count; i++)
		if (!is_printed(keymap, i))
			print_view(keymap, keymap->items[i].view, out);
	for (size_t i = 0; i < keymap->action_count; i++)
		if (!is_bound(keymap, keymap->actions[i]))
			print_line(str_from(keymap->actions[i]->view), NULL, keymap->actions[i], out);
}
