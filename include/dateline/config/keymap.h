/* keymap.h - keys, named as people write them, and the named actions that they do */
#ifndef DATELINE_CONFIG_KEYMAP_H
#define DATELINE_CONFIG_KEYMAP_H

#include "dateline/base/arena.h"
#include "dateline/base/buffer.h"
#include "dateline/base/error.h"

/* One key is a number: the code point that it types (^X is 0x18, <Enter> 0x0D, <Tab> 0x09, <Esc> 0x1B,
 * <Backspace> 0x7F), or one of these. */
enum keycode {
	KEYCODE_UP = 0x110000,
	KEYCODE_DOWN,
	KEYCODE_LEFT,
	KEYCODE_RIGHT,
	KEYCODE_HOME,
	KEYCODE_END,
	KEYCODE_PAGE_UP,
	KEYCODE_PAGE_DOWN,
	KEYCODE_INSERT,
	KEYCODE_DELETE,
	KEYCODE_SHIFT_TAB,
	KEYCODE_F1, /* … F12 follow */
	KEYCODE_F12 = KEYCODE_F1 + 11,
};
#define KEYCODE_ENTER 0x0Du
#define KEYCODE_TAB 0x09u
#define KEYCODE_ESC 0x1Bu
#define KEYCODE_SPACE 0x20u
#define KEYCODE_BACKSPACE 0x7Fu

#define KEYS_MOST 4

struct keys {
	uint32_t codes[KEYS_MOST];
	size_t count;
};

/* Reads what is pressed one after the other: "gg", "^X", "<Down>", "g<Enter>", "<lt>" for "<" before a name.
 */
bool keys_parse(struct str text, struct keys *keys, struct error *error);
void keys_print(const struct keys *keys, struct buffer *out); /* the same way of writing */

/* An action that a key can do. The tables of these belong to the views. */
struct keymap_action {
	const char *view; /* "" for every view */
	const char *name; /* "next-section" */
	const char *keys; /* the defaults, parted by spaces; "" for none */
	const char *help; /* what it does, without a full stop */
};

struct keymap_binding {
	struct keys keys;
	struct str view; /* empty: every view */
	const struct keymap_action *action;
};

struct keymap {
	struct arena *arena;
	const struct keymap_action **actions;
	size_t action_count, action_capacity;
	struct keymap_binding *items; /* in the order bound */
	size_t count, capacity;
};

void keymap_init(struct keymap *keymap, struct arena *arena);

/* Makes actions known and binds their default keys. The table must stay. */
void keymap_add(struct keymap *keymap, const struct keymap_action *actions, size_t count);

/* Binds keys in one view, or in every view when `view` is empty. What was bound there to these keys, to keys
 * that begin with them, or to a beginning of them, is bound no more, for else one could not be reached.
 * Errors: no such key, action or view; the message offers the nearest name. */
bool keymap_bind(
	struct keymap *keymap, struct str view, struct str keys, struct str action, struct error *error);
bool keymap_unbind(struct keymap *keymap, struct str view, struct str keys, struct error *error);

enum keymap_answer { KEYMAP_UNBOUND, KEYMAP_PREFIX, KEYMAP_BOUND };

/* What the keys pressed so far mean in a view: a binding (the view's own before the general one), the
 * beginning of some, or nothing. */
enum keymap_answer keymap_find(const struct keymap *keymap, struct str view, const struct keys *pressed,
	const struct keymap_binding **binding);

/* The keys of an action as they are to be shown in a view, "" when it is unbound: the first one only, or all
 * with
 * ", " between them. */
struct str keymap_keys_of(const struct keymap *keymap, struct str view, struct str action, bool only_first,
	struct arena *arena);

/* Every binding as lines "view<TAB>keys<TAB>action<TAB>help", the general ones first (view "*"), then by
 * view; unbound actions last with "-" for keys. */
void keymap_print(const struct keymap *keymap, struct buffer *out);

#endif
