#include "dateline/config/config.h"

#include "dateline/base/file.h"
#include "dateline/base/utf8.h"
#include "dateline/query/match.h"

#include <string.h>

void config_init(struct config *config, struct arena *arena)
{
	*config = (struct config){.arena = arena};
	settings_init(&config->settings);
	theme_init(&config->theme);
}

/* ---- pieces of a line */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static struct str take_word(struct str *rest)
{
	struct str word;
	size_t end = 0;

	*rest = str_trim(*rest);
	while (end < rest->length && !is_blank(rest->data[end]))
		end++;
	word = str_slice(*rest, 0, end);
	*rest = str_trim(str_from_offset(*rest, end));
	return word;
}

static bool split_equals(struct str line, struct str *left, struct str *right)
{
	size_t equals = str_find_char(line, '=', 0);

	if (equals == STR_NPOS)
		return false;
	*left = str_trim(str_slice(line, 0, equals));
	*right = str_trim(str_from_offset(line, equals + 1));
	return true;
}

/* A value may stand in quotation marks, which keeps blanks at its ends. */
static struct str unquote(struct str value)
{
	if (value.length >= 2 && value.data[0] == '"' && value.data[value.length - 1] == '"')
		return str_slice(value, 1, value.length - 1);
	return value;
}

/* ---- kinds of lines */

static bool read_setting(struct config *config, struct str line, struct error *error)
{
	struct str name, value;

	if (!split_equals(line, &name, &value))
		return fail(
			error, ERROR_USAGE, 0, "\"%.*s\" is no setting; write name = value", STR_ARG(line));
	return settings_set(&config->settings, name, unquote(value), config->arena, error);
}

static bool read_colour(struct config *config, struct str line, struct error *error)
{
	struct str role, value;

	if (!split_equals(line, &role, &value))
		return fail(error, ERROR_USAGE, 0,
			"write color ROLE = ATTRIBUTES, e.g. color quote = bold green");
	return theme_set(&config->theme, role, value, error);
}

/* "article:]" is the key ] in the view article; a single ":" is a key. */
static void split_view(struct str text, struct str *view, struct str *keys)
{
	size_t colon = str_find_char(text, ':', 0);

	*view = STR("");
	*keys = text;
	if (colon == STR_NPOS || colon == 0 || colon + 1 == text.length)
		return;
	for (size_t i = 0; i < colon; i++)
		if (!ascii_is_alnum(text.data[i]) && text.data[i] != '-')
			return;
	*view = str_slice(text, 0, colon);
	*keys = str_from_offset(text, colon + 1);
}

static bool read_binding(struct config *config, struct str line, bool is_unbind, struct error *error)
{
	struct config_binding binding = {.is_unbind = is_unbind};
	struct str keys = take_word(&line);
	struct keys parsed;

	split_view(keys, &binding.view, &binding.keys);
	if (!keys_parse(binding.keys, &parsed, error))
		return false;
	binding.action = take_word(&line);
	if (is_unbind ? binding.action.length : binding.action.length == 0 || line.length)
		return fail(error, ERROR_USAGE, 0, "%s",
			is_unbind ? "write unbind KEYS or unbind VIEW:KEYS"
				  : "write bind KEYS ACTION or bind VIEW:KEYS ACTION");
	binding.view = arena_copy(config->arena, binding.view);
	binding.keys = arena_copy(config->arena, binding.keys);
	binding.action = arena_copy(config->arena, binding.action);
	*LIST_PUSH(config->arena, &config->bindings) = binding;
	return true;
}

static bool read_saved(struct config *config, struct str line, struct error *error)
{
	struct config_saved saved = {0};
	size_t close = line.length && line.data[0] == '"' ? str_find_char(line, '"', 1) : STR_NPOS;
	struct str rest;

	if (close == STR_NPOS || close == 1)
		return fail(error, ERROR_USAGE, 0, "write saved \"Name\" = QUERY");
	saved.name = str_slice(line, 1, close);
	rest = str_trim(str_from_offset(line, close + 1));
	if (rest.length == 0 || rest.data[0] != '=')
		return fail(error, ERROR_USAGE, 0, "write saved \"%.*s\" = QUERY", STR_ARG(saved.name));
	if (config_saved_query(config, saved.name).data)
		return fail(error, ERROR_USAGE, 0, "there is a saved query \"%.*s\" already",
			STR_ARG(saved.name));
	saved.name = arena_copy(config->arena, saved.name);
	saved.query = arena_copy(config->arena, str_trim(str_from_offset(rest, 1)));
	*LIST_PUSH(config->arena, &config->saved) = saved;
	return true;
}

static bool is_action_name(struct str name)
{
	for (size_t i = 0; i < name.length; i++)
		if (!ascii_is_digit(name.data[i]) && !(name.data[i] >= 'a' && name.data[i] <= 'z') &&
			name.data[i] != '-')
			return false;
	return name.length > 0;
}

static bool read_macro(struct config *config, struct str line, struct error *error)
{
	struct config_macro macro = {0};
	struct str name, command;

	if (!split_equals(line, &name, &command) || command.length == 0 || !is_action_name(name))
		return fail(error, ERROR_USAGE, 0,
			"write macro NAME = COMMAND, the name in small letters, digits and hyphens");
	if (config_macro_command(config, name).data)
		return fail(error, ERROR_USAGE, 0, "there is a macro %.*s already", STR_ARG(name));
	macro.name = arena_copy(config->arena, name);
	macro.command = arena_copy(config->arena, command);
	macro.action = ARENA_NEW(config->arena, struct keymap_action);
	*macro.action = (struct keymap_action){"", arena_cstring(config->arena, name), "",
		arena_cstring(config->arena, utf8_printable(config->arena, command))};
	*LIST_PUSH(config->arena, &config->macros) = macro;
	return true;
}

bool config_read_line(struct config *config, struct str line, struct error *error)
{
	struct str rest = str_trim(line), whole = rest, word = take_word(&rest);
	bool is_assignment = rest.length && rest.data[0] == '=';

	if (is_assignment)
		return read_setting(config, whole, error);
	if (str_equal(word, STR("color")))
		return read_colour(config, rest, error);
	if (str_equal(word, STR("bind")) || str_equal(word, STR("unbind")))
		return read_binding(config, rest, word.data[0] == 'u', error);
	if (str_equal(word, STR("saved")))
		return read_saved(config, rest, error);
	if (str_equal(word, STR("macro")))
		return read_macro(config, rest, error);
	return read_setting(config, whole, error);
}

/* ---- files */

static bool read_rule(struct config *config, struct str line, unsigned number, struct error *error)
{
	struct rule rule;

	if (!rule_read(line, &rule, error))
		return false;
	rule.line = number;
	*LIST_PUSH(config->arena, &config->rules.list) = rule;
	return true;
}

/* Rules may name saved queries that stand below them, so that their queries are read when the file is. */
static void check_rules(struct config *config, const char *file, struct warnings *warnings)
{
	struct rules *rules = &config->rules;
	struct arena scratch = {0};
	size_t kept = 0;

	rules->saved = (struct rule_saved_list){0};
	for (size_t i = 0; i < config->saved.count; i++)
		*LIST_PUSH(config->arena, &rules->saved) =
			(struct rule_saved){config->saved.items[i].name, config->saved.items[i].query};
	for (size_t i = 0; i < rules->list.count; i++) {
		struct rule *rule = &rules->list.items[i];
		struct error error;
		struct query query;
		size_t column;

		if (rule_parse(rules, rule, 0, &scratch, &query, &column, &error))
			rules->list.items[kept++] = *rule;
		else
			warnings_add(warnings, 0, "%s:%u:%zu: %s", file, rule->line, column, error.message);
	}
	rules->list.count = kept;
	arena_finish(&scratch);
}

void config_read(struct config *config, struct str text, const char *file, struct warnings *warnings)
{
	struct str line;
	unsigned number = 0;

	text = arena_copy(config->arena, utf8_repair(config->arena, text)); /* rules borrow from it */
	while (str_next(&text, '\n', &line)) {
		struct error error = {0};
		size_t saved = config->saved.count, bindings = config->bindings.count;
		size_t macros = config->macros.count;

		number++;
		line = str_trim(line);
		if (line.length == 0 || line.data[0] == '#')
			continue;
		if (rule_is_line(line) ? !read_rule(config, line, number, &error)
				       : !config_read_line(config, line, &error))
			warnings_add(warnings, 0, "%s:%u: %s", file, number, error.message);
		if (config->saved.count > saved)
			config->saved.items[saved].line = number;
		if (config->bindings.count > bindings)
			config->bindings.items[bindings].line = number;
		if (config->macros.count > macros)
			config->macros.items[macros].line = number;
	}
	check_rules(config, file, warnings);
}

bool config_load(struct config *config, const char *path, bool must_exist, struct warnings *warnings,
	struct error *error)
{
	struct buffer text = {0};
	struct error cause = {0};
	bool is_read = file_read(path, CONFIG_BYTES_MOST, &text, &cause);

	if (is_read)
		config_read(config, buffer_str(&text), path, warnings);
	buffer_finish(&text);
	if (is_read || (cause.code == ERROR_NOT_FOUND && !must_exist))
		return true;
	if (error)
		*error = cause;
	return false;
}

static bool is_known(const struct keymap *keymap, struct str name)
{
	for (size_t i = 0; i < keymap->action_count; i++)
		if (str_equal(str_from(keymap->actions[i]->name), name))
			return true;
	return false;
}

/* One that has the name of an action would take its keys. */
static void add_macros(
	struct config *config, const char *file, struct keymap *keymap, struct warnings *warnings)
{
	for (size_t i = 0; i < config->macros.count; i++) {
		struct config_macro *macro = &config->macros.items[i];

		if (macro->is_done)
			continue;
		macro->is_done = true;
		if (!is_known(keymap, macro->name)) {
			keymap_add(keymap, macro->action, 1);
			continue;
		}
		warnings_add(warnings, 0,
			"%s:%u: there is an action %.*s already; give the macro another name", file,
			macro->line, STR_ARG(macro->name));
		macro->name = STR_NONE;
	}
}

void config_bind(struct config *config, const char *file, struct keymap *keymap, struct warnings *warnings)
{
	add_macros(config, file, keymap, warnings);
	for (size_t i = 0; i < config->bindings.count; i++) {
		struct config_binding *binding = &config->bindings.items[i];
		struct error error = {0};
		bool is_right;

		if (binding->is_done)
			continue;
		binding->is_done = true;
		is_right = binding->is_unbind ? keymap_unbind(keymap, binding->view, binding->keys, &error)
					      : keymap_bind(keymap, binding->view, binding->keys,
							binding->action, &error);

		if (!is_right && binding->line)
			warnings_add(warnings, 0, "%s:%u: %s", file, binding->line, error.message);
		else if (!is_right)
			warnings_add(warnings, 0, "%s", error.message);
	}
}

struct str config_saved_query(const struct config *config, struct str name)
{
	struct arena scratch = {0};
	struct str key = query_fold_name(name, &scratch), found = STR_NONE;

	for (size_t i = 0; i < config->saved.count && found.data == NULL; i++)
		if (str_equal(query_fold_name(config->saved.items[i].name, &scratch), key))
			found = config->saved.items[i].query;
	arena_finish(&scratch);
	return found;
}

struct str config_macro_command(const struct config *config, struct str name)
{
	for (size_t i = 0; i < config->macros.count; i++)
		if (name.length && str_equal(config->macros.items[i].name, name))
			return config->macros.items[i].command;
	return STR_NONE;
}
