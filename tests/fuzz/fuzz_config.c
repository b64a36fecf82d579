/* config: every line of a configuration, and the keys that it binds. */
#include "dateline/config/config.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct keymap_action actions[] = {
	{"", "down", "j <Down>", "next row"},
	{"", "first", "gg <Home>", "first row"},
	{"article", "next-section", "] >", "next section"},
};

static void press(const struct keymap *keymap, struct str text)
{
	const struct keymap_binding *binding;
	struct buffer out = {0};
	struct keys keys;

	if (keys_parse(str_slice(text, 0, 3), &keys, NULL)) {
		keymap_find(keymap, STR("article"), &keys, &binding);
		keys_print(&keys, &out);
	}
	keymap_print(keymap, &out);
	buffer_finish(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {(const char *)data, size};
	struct arena arena = {0};
	struct warnings warnings;
	struct config config;
	struct keymap keymap;

	warnings_init(&warnings, &arena);
	config_init(&config, &arena);
	config_read(&config, text, "config", &warnings);
	keymap_init(&keymap, &arena);
	keymap_add(&keymap, actions, COUNT_OF(actions));
	config_bind(&config, "config", &keymap, &warnings);
	press(&keymap, text);
	config_saved_query(&config, str_slice(text, 0, 8));
	arena_finish(&arena);
	return 0;
}
