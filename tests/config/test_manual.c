/* The manuals name what the tables hold, and nothing else. */
#include "dateline/base/file.h"
#include "dateline/base/limits.h"
#include "dateline/config/settings.h"
#include "dateline/config/theme.h"
#include "dateline/query/query.h"

#include <criterion/criterion.h>
#include <string.h>

static struct arena arena;

static struct str load(const char *path)
{
	struct buffer text = {0};
	struct error error = {0};
	struct str copy;

	cr_assert(file_read(path, 1 << 20, &text, &error), "%s", error.message);
	copy = arena_copy(&arena, buffer_str(&text));
	buffer_finish(&text);
	return copy;
}

static bool has_line(struct str text, struct str line)
{
	struct str with_ends = arena_printf(&arena, "\n%.*s\n", STR_ARG(line));

	return str_find(text, with_ends, 0) != STR_NPOS;
}

/* What stands after the item up to the next one. */
static struct str item(struct str manual, struct str head)
{
	size_t start = str_find(manual, arena_printf(&arena, "\n%.*s\n", STR_ARG(head)), 0), end;

	if (start == STR_NPOS)
		return STR_NONE;
	end = str_find(manual, STR("\n.It"), start + 1);
	return str_slice(manual, start, end == STR_NPOS ? manual.length : end + 1);
}

Test(manual, of_the_configuration_has_every_setting_with_its_default_and_range)
{
	struct str manual = load("man/dateline-config.5");

	for (size_t i = 0; i < settings_count; i++) {
		const struct setting *setting = &settings_table[i];
		struct str text = item(manual, arena_printf(&arena, ".It Cm %s", setting->name));
		const char *value = setting->default_value[0] ? setting->default_value : "empty";
		struct str words = str_from(setting->words), word;

		cr_assert_not_null(text.data, "%s is not in the manual", setting->name);
		cr_expect(str_find(text, arena_printf(&arena, "\nDefault: %s", value), 0) != STR_NPOS,
			"%s: its default", setting->name);
		if (setting->type == SETTING_NUMBER)
			cr_expect(str_find(text, arena_printf(&arena, " %lld", (long long)setting->most),
					  0) != STR_NPOS,
				"%s: its range", setting->name);
		while (str_next(&words, ' ', &word))
			cr_expect(word.length == 0 ||
					  str_find(text, arena_printf(&arena, ".Cm %.*s ", STR_ARG(word)),
						  0) != STR_NPOS,
				"%s: %.*s", setting->name, STR_ARG(word));
	}
}

Test(manual, of_the_configuration_has_every_role_with_its_default)
{
	struct str manual = load("man/dateline-config.5");

	for (size_t i = 0; i < ROLE_COUNT; i++) {
		struct str text = item(manual, arena_printf(&arena, ".It Cm %s", theme_roles[i].name));

		cr_assert_not_null(text.data, "%s is not in the manual", theme_roles[i].name);
		cr_expect(has_line(text, arena_printf(&arena, "Default: %s.", theme_roles[i].default_value)),
			"%s: its default", theme_roles[i].name);
	}
}

Test(manual, of_the_query_has_every_field_with_an_example)
{
	struct str manual = load("man/dateline-query.7");

	for (enum query_field field = QUERY_ANYWHERE + 1; field < QUERY_FIELD_COUNT; field++) {
		const struct query_field_info *info = query_field_info(field);
		struct str head = info->short_name[0] ? arena_printf(&arena, ".It Cm %s: , %s:", info->name,
								info->short_name)
						      : arena_printf(&arena, ".It Cm %s:", info->name);
		struct str text = item(manual, head), words = str_from(info->words), word;

		cr_assert_not_null(text.data, "%s: is not in the manual", info->name);
		cr_expect(str_find(text, STR("\n.Dl "), 0) != STR_NPOS, "%s: has no example", info->name);
		while (str_next(&words, ' ', &word))
			cr_expect(str_find(text, word, 0) != STR_NPOS, "%s: %.*s", info->name, STR_ARG(word));
	}
}

/* mdoc to what the reader sees, as far as an example needs it. */
static struct str plain(struct str line)
{
	char *out = arena_alloc(&arena, line.length);
	size_t used = 0;

	for (size_t i = 0; i < line.length; i++) {
		if (str_starts_with(str_from_offset(line, i), STR("\\(dq"))) {
			out[used++] = '"';
			i += 3;
		} else {
			out[used++] = line.data[i];
		}
	}
	return (struct str){out, used};
}

static struct str find_saved(void *data, struct str name, struct arena *names)
{
	(void)data;
	(void)names;
	return str_equal(name, STR("Korea desk")) ? STR("tag:korea") : STR_NONE;
}

Test(manual, of_the_query_has_examples_that_are_understood)
{
	struct query_names names = {.saved = find_saved};
	struct query_context context = {.now = 0, .names = &names};
	struct str rest = load("man/dateline-query.7"), line;
	size_t count = 0;

	while (str_next(&rest, '\n', &line)) {
		struct query query;
		struct query_mistake mistake;

		if (!str_starts_with(line, STR(".Dl ")) || str_starts_with(line, STR(".Dl dateline")))
			continue;
		line = plain(str_from_offset(line, strlen(".Dl ")));
		cr_expect(query_parse(line, &context, &arena, &query, &mistake), "%.*s: %s", STR_ARG(line),
			mistake.message);
		count++;
	}
	cr_expect(count > 45, "%zu examples", count);
}

Test(manual, has_the_examples_that_the_fields_themselves_give)
{
	struct query_names names = {.saved = find_saved};
	struct query_context context = {.now = 0, .names = &names};

	for (enum query_field field = 0; field < QUERY_FIELD_COUNT; field++) {
		struct query query;
		struct query_mistake mistake;

		cr_expect(query_parse(str_from(query_field_info(field)->example), &context, &arena, &query,
				  &mistake),
			"%s: %s", query_field_info(field)->example, mistake.message);
	}
}

static size_t count_items(struct str section)
{
	size_t count = 0;

	for (size_t at = 0; (at = str_find(section, STR("\n.It "), at)) != STR_NPOS; at++)
		count++;
	return count;
}

/* As the manual writes them: what stands behind ".It", and words of the text below it. */
Test(manual, names_every_limit_of_the_table)
{
	struct str manual = load("man/dateline.1"), section;
	size_t start = str_find(manual, STR("\n.Sh LIMITS"), 0);
	const struct {
		size_t value;
		const char *unit, *text;
	} rows[] = {
		{DOCUMENT_BYTES_MOST >> 20, " MB", "\na document, also one that was sent compressed"},
		{JUNK_BYTES_MOST >> 10, " KB", "\nwhat may stand before"},
		{WARNINGS_MOST, "", "\nwarnings of a source"},
		{ELEMENT_DEPTH_MOST, "", "\nlevels of elements in XML"},
		{JSON_DEPTH_MOST, "", "\nlevels of elements in XML, and of lists and objects in JSON"},
		{ELEMENT_ATTRIBUTES_MOST, "", "\nattributes of an element in XML, "},
		{NAMESPACES_MOST, NULL, " namespaces in force"},
		{NODES_LEAST, "", "\nelements and texts of a document"},
		{BYTES_PER_NODE_LEAST, NULL, " bytes\n.It"},
		{NAME_BYTES_MOST, "", "\nbytes of the name of an element"},
		{ENTITIES_MOST, "", "\nentities of a document"},
		{ENTITY_BYTES_MOST, NULL, " bytes each"},
		{EXPANSION_BYTES_MOST >> 10, NULL, " KB together"},
		{HTML_DEPTH_MOST, "", "\nlevels of elements in HTML"},
		{HTML_ATTRIBUTES_MOST, NULL, " attributes of an element\n"},
		{LINE_BYTES_MOST, "", "\nbytes of a title, a name, a tag"},
		{ADDRESS_BYTES_MOST, "", "\nbytes of an address"},
		{BODY_BYTES_MOST >> 20, " MB", "\nthe body of an article"},
		{BLOCKS_MOST, "", "\nparagraphs of an article"},
		{SPANS_MOST, NULL, " links and emphases of a paragraph"},
		{WORDS_MOST, "", "\nwords and signs of an article"},
		{QUOTES_MOST, "", "\nquotations of an article"},
		{ARTICLES_MOST, "", "\narticles of a feed"},
		{TAGS_MOST, "", "\ntags of an article"},
		{ENCLOSURES_MOST, NULL, " enclosures"},
		{AUTHORS_MOST, NULL, " authors"},
		{FEED_LINKS_MOST, "", "\nrows of a list of feeds"},
		{PAGE_FEEDS_MOST, "", "\nfeeds that a page advertises"},
	};
	size_t items = 0;

	cr_assert_neq(start, STR_NPOS);
	section = str_slice(manual, start, str_find(manual, STR("\n.Sh"), start + 1));
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *unit = rows[i].unit ? rows[i].unit : "";
		struct str line = arena_printf(&arena, "%s%zu%s%s", rows[i].unit ? "\n.It " : " ",
			rows[i].value, unit, rows[i].text);

		cr_expect_neq(str_find(section, line, 0), STR_NPOS, "not in the manual: %.*s", STR_ARG(line));
		items += rows[i].unit != NULL;
	}
	/* the depths of XML and JSON share an item */
	cr_expect_eq(count_items(section), items - 1, "the manual has %zu limits", count_items(section));
}
