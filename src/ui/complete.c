#include "complete.h"

#include "dateline/base/utf8.h"
#include "dateline/query/fields.h"

#define SAID_MOST 6

struct term { /* the last one of the text */
	size_t start; /* behind a minus */
	struct str field, value;
	bool has_field, is_closed;
};

struct choices {
	struct str_list names; /* in the order of weight */
	struct arena *arena;
	struct str typed; /* folded */
};

/* Terms end at blanks and brackets that no quotation mark holds. */
static size_t start_of_term(struct str text, bool *is_open)
{
	size_t start = 0;

	*is_open = false;
	for (size_t i = 0; i < text.length; i++) {
		if (text.data[i] == '\\' && *is_open)
			i++;
		else if (text.data[i] == '"')
			*is_open = !*is_open;
		else if (!*is_open && (text.data[i] == ' ' || text.data[i] == '(' || text.data[i] == ')'))
			start = i + 1;
	}
	return start;
}

static struct term last_term(struct str text)
{
	bool is_open;
	struct term term = {.start = start_of_term(text, &is_open)};
	struct str rest;
	size_t colon;

	if (term.start < text.length && text.data[term.start] == '-')
		term.start++;
	rest = str_from_offset(text, term.start);
	colon = str_find_char(rest, ':', 0);
	term.has_field = colon != STR_NPOS && !str_starts_with(rest, STR("\""));
	term.field = term.has_field ? str_slice(rest, 0, colon) : STR_NONE;
	term.value = term.has_field ? str_from_offset(rest, colon + 1) : rest;
	term.is_closed = !is_open && str_find_char(term.value, '"', 0) != STR_NPOS;
	if (str_starts_with(term.value, STR("\"")))
		term.value = str_from_offset(term.value, 1);
	return term;
}

static void offer(struct choices *choices, struct str name)
{
	if (str_starts_with(utf8_fold(choices->arena, name), choices->typed))
		*LIST_PUSH(choices->arena, &choices->names) = name;
}

static void offer_fields(struct choices *choices)
{
	for (int field = 0; field < QUERY_FIELD_COUNT; field++) {
		struct str name = str_from(query_field_info((enum query_field)field)->name);

		if (name.length)
			offer(choices, arena_join(choices->arena, name, STR(":")));
	}
}

static void offer_values(struct ui *ui, enum query_field field, struct choices *choices)
{
	struct str words = str_from(query_field_info(field)->words), word;
	struct query_name_list names = {0};

	while (str_next(&words, ' ', &word))
		if (word.length)
			offer(choices, word);
	if (query_field_info(field)->words[0] == '\0')
		ui->names.list(ui->names.data, field, choices->arena, &names);
	for (size_t i = 0; i < names.count; i++)
		offer(choices, names.items[i].name);
}

/* As far as all agree, letters of either case being equal. */
static struct str shared_beginning(const struct choices *choices)
{
	struct str shared = choices->names.items[0];

	for (size_t i = 1; i < choices->names.count; i++) {
		struct str name = choices->names.items[i];
		size_t same = 0;

		while (same < shared.length && same < name.length &&
			ascii_lower(shared.data[same]) == ascii_lower(name.data[same]))
			same++;
		shared.length = same;
	}
	while (shared.length && !utf8_is_boundary(choices->names.items[0], shared.length))
		shared.length--;
	return shared;
}

static bool needs_marks(struct str name)
{
	for (size_t i = 0; i < name.length; i++)
		if (!ascii_is_alpha(name.data[i]) && !ascii_is_digit(name.data[i]) &&
			(unsigned char)name.data[i] < 0x80)
			return true;
	return false;
}

/* What is special inside quotation marks gets its backslash. */
static void add_value(struct buffer *out, struct str value, bool is_whole)
{
	bool has_marks = needs_marks(value);

	if (has_marks)
		buffer_add_char(out, '"');
	for (size_t i = 0; i < value.length; i++) {
		if (value.data[i] == '"' || value.data[i] == '\\')
			buffer_add_char(out, '\\');
		buffer_add_char(out, value.data[i]);
	}
	if (has_marks && is_whole)
		buffer_add_char(out, '"');
}

static void put_back(struct prompt *prompt, const struct term *term, const struct choices *choices)
{
	struct buffer out = {0};
	bool is_whole = choices->names.count == 1;
	struct str shared = shared_beginning(choices);

	buffer_add(&out, str_slice(lineedit_text(&prompt->edit), 0, term->start));
	if (term->has_field) {
		buffer_add(&out, term->field);
		buffer_add_char(&out, ':');
	}
	if (shared.length < choices->typed.length) /* what is typed has letters that fold to others: it stays */
		shared = term->value;
	if (term->has_field)
		add_value(&out, shared, is_whole);
	else
		buffer_add(&out, shared);
	lineedit_set(&prompt->edit, buffer_str(&out));
	buffer_finish(&out);
}

static void say_choices(struct prompt *prompt, const struct choices *choices)
{
	struct str said = STR("");
	size_t count = choices->names.count < SAID_MOST ? choices->names.count : SAID_MOST;

	for (size_t i = 0; i < count; i++)
		said = arena_printf(choices->arena, "%.*s%s%.*s", STR_ARG(said), i ? ", " : "",
			STR_ARG(choices->names.items[i]));
	prompt_say(prompt, false, "%zu begin so: %.*s%s", choices->names.count, STR_ARG(said),
		count < choices->names.count ? ", …" : "");
}

bool complete_query(struct ui *ui, struct prompt *prompt)
{
	struct arena arena = {0};
	struct term term = last_term(lineedit_text(&prompt->edit));
	struct choices choices = {.arena = &arena, .typed = utf8_fold(&arena, term.value)};
	enum query_field field = term.has_field ? query_field_find(term.field) : QUERY_FIELD_COUNT;
	bool is_done = false;

	if (!term.has_field && term.value.length && !term.is_closed)
		offer_fields(&choices);
	else if (field != QUERY_FIELD_COUNT && !term.is_closed)
		offer_values(ui, field, &choices);
	if (choices.names.count == 1 && str_equal(choices.names.items[0], term.value))
		choices.names.count = 0; /* it is there already */
	if (choices.names.count) {
		put_back(prompt, &term, &choices);
		prompt->message[0] = '\0';
		prompt->wrong_start = prompt->wrong_end = 0;
		if (choices.names.count > 1)
			say_choices(prompt, &choices);
		is_done = true;
	}
	arena_finish(&arena);
	return is_done;
}
