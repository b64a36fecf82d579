#include "tagpicker.h"

#include "dateline/store/names.h"
#include "filter.h"
#include "headlines.h"
#include "picker.h"
#include "when.h"

/* ---- tags */

static void add_tag(struct picker *picker, const struct query *query, const struct store_name *name)
{
	struct picker_row *row = picker_add(picker);
	char unread[WHEN_SIZE], all[WHEN_SIZE];

	row->name = name->name;
	row->mark = query_mark_of(query, QUERY_TAG, name->name);
	row->detail = arena_printf(&picker->arena, "%s unread %7s", number_grouped(name->unread, unread).data,
		number_grouped(name->articles, all).data);
}

static bool has_row(const struct picker *picker, struct str name)
{
	for (size_t i = 0; i < picker->rows.count; i++)
		if (str_equal_nocase(picker->rows.items[i].name, name))
			return true;
	return false;
}

/* What is marked stays to be seen, though no article of the list has it. */
static void add_marked(struct picker *picker, const struct query *query, enum query_mark mark)
{
	struct str_list names = {0};

	query_marked(query, QUERY_TAG, mark, &picker->arena, &names);
	for (size_t i = 0; i < names.count; i++)
		if (!has_row(picker, names.items[i]))
			add_tag(picker, query, &(struct store_name){.name = names.items[i]});
}

/* Counts are those of the filter in force without its terms about tags: what choosing another would give. */
static void load_tags(struct view *owner, struct picker *picker)
{
	struct query *query = ARENA_NEW(&picker->arena, struct query), others;
	struct store_name_list names = {0};
	struct error error;

	headlines_copy_query(owner, &picker->arena, query);
	headlines_copy_query(owner, &picker->arena, &others);
	query_show_only(&others, QUERY_TAG, STR_NONE, &picker->arena);
	picker->data = query;
	if (!store_names(owner->ui->store, STORE_TAGS, &others, &picker->arena, &names, &error))
		ui_error(owner->ui, &error);
	for (size_t i = 0; i < names.count; i++)
		add_tag(picker, query, &names.items[i]);
	add_marked(picker, query, QUERY_MARK_MUST);
	add_marked(picker, query, QUERY_MARK_ANY);
	add_marked(picker, query, QUERY_MARK_NEVER);
}

static void choose_tag(struct view *owner, const struct picker_row *row)
{
	struct arena arena = {0};
	struct query query;

	headlines_copy_query(owner, &arena, &query);
	query_show_only(&query, QUERY_TAG, row->name, &arena);
	headlines_set_query(owner, &query);
	arena_finish(&arena);
}

static void tags_marked(struct view *owner, struct picker *picker)
{
	struct query *query = picker->data;

	(void)owner;
	for (size_t i = 0; i < picker->rows.count; i++) {
		const struct picker_row *row = &picker->rows.items[i];

		if (query_mark_of(query, QUERY_TAG, row->name) != row->mark)
			query_set_mark(query, QUERY_TAG, row->name, row->mark, &picker->arena);
	}
	picker->built = query_print(query, &picker->arena);
}

static void apply_tags(struct view *owner, struct picker *picker)
{
	headlines_set_query(owner, picker->data);
}

static const struct picker_source tags = {
	.title = "Tags",
	.foot = "Enter apply  Tab must/any/never  Esc close",
	.marks = 1u << QUERY_MARK_MUST | 1u << QUERY_MARK_ANY | 1u << QUERY_MARK_NEVER,
	.load = load_tags,
	.choose = choose_tag,
	.apply = apply_tags,
	.marked = tags_marked,
};

void tagpicker_open(struct view *headlines)
{
	picker_open(headlines, &tags, 0);
}

/* ---- saved queries */

static const struct {
	const char *name, *query;
} standing[] = {{"Unread", "unread"}, {"Starred", "starred"}, {"Today", "today"}, {"All", ""}};

static void add_saved(struct view *owner, struct picker *picker, struct str name, struct str query)
{
	struct picker_row *row = picker_add(picker);
	char number[WHEN_SIZE];

	row->name = name;
	row->detail = arena_printf(&picker->arena, "%.*s  %7s", STR_ARG(query),
		number_grouped(filter_count(owner->ui, query).articles, number).data);
}

static void load_saved(struct view *owner, struct picker *picker)
{
	const struct config_saved_list *saved = &owner->ui->config->saved;

	for (size_t i = 0; i < COUNT_OF(standing); i++)
		add_saved(owner, picker, str_from(standing[i].name), str_from(standing[i].query));
	for (size_t i = 0; i < saved->count; i++)
		add_saved(owner, picker, saved->items[i].name, saved->items[i].query);
}

static void choose_saved(struct view *owner, const struct picker_row *row)
{
	struct str query = config_saved_query(owner->ui->config, row->name);

	for (size_t i = 0; i < COUNT_OF(standing); i++)
		if (str_equal(row->name, str_from(standing[i].name)))
			query = str_from(standing[i].query);
	headlines_set_filter(owner, query, NULL);
}

static const struct picker_source saved_queries = {
	.title = "Saved queries",
	.foot = "Enter show  Esc close",
	.load = load_saved,
	.choose = choose_saved,
};

void savedpicker_open(struct view *headlines)
{
	picker_open(headlines, &saved_queries, 0);
}
