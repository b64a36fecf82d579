#include "doctype.h"
#include "dateline/base/buffer.h"
#include "dateline/base/limits.h"
#include "dateline/markup/entities.h"

static size_t skip_blanks(struct str text, size_t at)
{
	while (at < text.length && ascii_is_space(text.data[at]))
		at++;
	return at;
}

static struct str read_word(struct str text, size_t *at)
{
	size_t start = *at = skip_blanks(text, *at);

	while (*at < text.length && !ascii_is_space(text.data[*at]) && text.data[*at] != '>' &&
		text.data[*at] != '"' && text.data[*at] != '\'')
		++*at;
	return str_slice(text, start, *at);
}

static struct str read_quoted(struct str text, size_t *at)
{
	size_t start = *at = skip_blanks(text, *at), end;

	if (start >= text.length || (text.data[start] != '"' && text.data[start] != '\''))
		return STR_NONE;
	end = str_find_char(text, text.data[start], start + 1);
	if (end == STR_NPOS)
		return STR_NONE;
	*at = end + 1;
	return str_slice(text, start + 1, end);
}

/* `declaration` is what stands between "<!ENTITY" and its '>'. */
static void declare(
	struct str declaration, struct arena *arena, struct entity_list *entities, struct warnings *warnings)
{
	size_t at = 0;
	struct str name = read_word(declaration, &at), value;

	if (name.length == 0 || str_equal(name, STR("%")) || entities->count >= ENTITIES_MOST)
		return;
	value = read_quoted(declaration, &at);
	if (value.data == NULL)
		warnings_add(warnings, 0, "the external entity \"%.*s\" is never read",
			STR_ARG(str_slice(name, 0, 40)));
	if (entities->count == 0)
		map_init(&entities->by_name, arena);
	if (map_get(&entities->by_name, name))
		return; /* the first declaration counts (XML 1.0 section 4.2) */
	*map_put(&entities->by_name, name) = (int64_t)entities->count;
	*LIST_PUSH(arena, entities) =
		(struct entity){.name = name, .value = value, .is_external = value.data == NULL};
}

/* The '>' that ends a declaration, quoted ones passed over. */
static size_t declaration_end(struct str text, size_t at)
{
	char quote = '\0';

	for (; at < text.length; at++) {
		char c = text.data[at];

		if (quote) {
			if (c == quote)
				quote = '\0';
		} else if (c == '"' || c == '\'') {
			quote = c;
		} else if (c == '>') {
			break;
		}
	}
	return at;
}

static size_t read_subset(struct str text, size_t at, struct arena *arena, struct entity_list *entities,
	struct warnings *warnings)
{
	while (at < text.length && text.data[at] != ']') {
		struct str rest = str_from_offset(text, at);
		size_t end;

		if (str_starts_with(rest, STR("<!--"))) {
			end = str_find(text, STR("-->"), at + 4);
			at = end == STR_NPOS ? text.length : end + 3;
		} else if (str_starts_with(rest, STR("<!"))) {
			end = declaration_end(text, at);
			if (str_starts_with(rest, STR("<!ENTITY")))
				declare(str_slice(text, at + 8, end), arena, entities, warnings);
			at = end + 1;
		} else if (text.data[at] == '<' && at + 1 < text.length &&
			   ascii_is_alpha(text.data[at + 1])) {
			return at; /* the root element: the subset was never closed */
		} else {
			at++;
		}
	}
	return at + 1;
}

size_t doctype_read(struct str text, size_t start, struct arena *arena, struct entity_list *entities,
	struct warnings *warnings)
{
	size_t at = start + 9;

	while (at < text.length && text.data[at] != '>' && text.data[at] != '[') {
		char c = text.data[at];
		size_t quote_end = c == '"' || c == '\'' ? str_find_char(text, c, at + 1) : STR_NPOS;

		at = quote_end == STR_NPOS ? at + 1 : quote_end + 1;
	}
	if (at < text.length && text.data[at] == '[') {
		at = read_subset(text, at + 1, arena, entities, warnings);
		if (at < text.length && text.data[at] == '<')
			return at;
		at = declaration_end(text, at);
	}
	return at < text.length ? at + 1 : text.length;
}

static struct entity *find_entity(struct entity_list *entities, struct str name)
{
	const int64_t *index = map_get(&entities->by_name, name);

	return index ? &entities->items[*index] : NULL;
}

static bool expand_into(struct entity_list *entities, struct entity *entity, struct buffer *out);

/* One reference inside an entity's value; returns the bytes it takes, 0 when the bounds are passed. */
static size_t expand_reference(struct entity_list *entities, struct str value, size_t at, struct buffer *out)
{
	size_t end = str_find_char(value, ';', at), length, taken;
	struct entity *inner = NULL;
	char bytes[8];

	if (end != STR_NPOS && end - at <= NAME_BYTES_MOST)
		inner = find_entity(entities, str_slice(value, at + 1, end));
	if (inner)
		return expand_into(entities, inner, out) ? end + 1 - at : 0;
	taken = entity_decode(value, at, true, bytes, &length);
	buffer_add(out, taken ? (struct str){bytes, length} : STR("&"));
	return taken ? taken : 1;
}

/* False when the expansion is a loop or too long. */
static bool expand_into(struct entity_list *entities, struct entity *entity, struct buffer *out)
{
	struct str value = entity->value;
	bool is_whole = !entity->is_expanding && entities->expanded_bytes < EXPANSION_BYTES_MOST;
	size_t at = 0;

	entity->is_expanding = true;
	entities->expanded_bytes++; /* work counts, also when nothing comes of it */
	while (is_whole && at < value.length) {
		size_t amp = str_find_char(value, '&', at), taken;

		buffer_add(out, str_slice(value, at, amp));
		entities->expanded_bytes += amp == STR_NPOS ? value.length - at : amp - at;
		is_whole = out->length <= ENTITY_BYTES_MOST;
		if (!is_whole || amp == STR_NPOS)
			break;
		taken = expand_reference(entities, value, amp, out);
		is_whole = taken > 0 && out->length <= ENTITY_BYTES_MOST;
		at = amp + taken;
	}
	entity->is_expanding = false;
	return is_whole;
}

struct str doctype_expand(
	struct entity_list *entities, struct str name, struct arena *arena, struct warnings *warnings)
{
	struct entity *entity = find_entity(entities, name);
	struct buffer out = {0};
	struct str text = STR("");

	if (entity == NULL)
		return STR_NONE;
	if (entity->is_external)
		return STR("");
	if (expand_into(entities, entity, &out)) {
		text = arena_copy(arena, buffer_str(&out));
	} else {
		warnings_add(warnings, 0, "the entity \"%.*s\" expands to too much and was left out",
			STR_ARG(str_slice(name, 0, 40)));
	}
	buffer_finish(&out);
	return text;
}
