#include "info.h"

#include "headlines.h"
#include "picker.h"
#include "speaker.h"
#include "when.h"

static bool read_about(struct view *owner, struct picker *picker, struct store_entry *entry)
{
	struct error error;

	if (store_article_get(
		    owner->ui->store, picker->subject, STORE_CONTENT_NONE, &picker->arena, entry, &error))
		return true;
	ui_error(owner->ui, &error);
	return false;
}

/* ---- i */

static void add_fact(struct picker *picker, const char *label, struct str value)
{
	struct picker_row *row;

	if (value.length == 0)
		return;
	row = picker_add(picker);
	row->key = str_from(label);
	row->name = value;
}

static void add_time(struct picker *picker, const char *label, int64_t time)
{
	char text[WHEN_SIZE];

	add_fact(picker, label, arena_copy(&picker->arena, when_full(time, text)));
}

static struct str joined(struct picker *picker, const struct str_list *list)
{
	struct str text = STR("");

	for (size_t i = 0; i < list->count; i++)
		text = arena_printf(
			&picker->arena, "%.*s%s%.*s", STR_ARG(text), i ? ", " : "", STR_ARG(list->items[i]));
	return text;
}

static struct str tag_names(struct picker *picker, const struct tag_list *tags, enum tag_kind kind)
{
	struct str_list names = {0};

	for (size_t i = 0; i < tags->count; i++)
		if (tags->items[i].kind == kind)
			*LIST_PUSH(&picker->arena, &names) = tags->items[i].name;
	return joined(picker, &names);
}

static struct str states(const struct store_entry *entry, struct picker *picker)
{
	return arena_printf(&picker->arena, "%s%s%s%s%s", entry->is_read ? "read" : "unread",
		entry->is_starred ? ", starred" : "", entry->is_updated ? ", changed since it was read" : "",
		entry->is_full ? ", with its full text" : "",
		entry->is_duplicate ? ", a copy of another" : "");
}

static void load_info(struct view *owner, struct picker *picker)
{
	struct store_entry entry;
	const struct article *article = &entry.article;

	if (!read_about(owner, picker, &entry))
		return;
	add_fact(picker, "title", article->title);
	add_fact(picker, "source", entry.feed_title);
	add_fact(picker, "folder", entry.folder);
	add_fact(picker, "authors", joined(picker, &article->authors));
	add_time(picker, "published", article->published);
	add_time(picker, "changed", article->updated);
	add_time(picker, "first seen", entry.seen);
	add_time(picker, "read", entry.read);
	add_fact(picker, "state", states(&entry, picker));
	add_fact(picker, "categories", tag_names(picker, &article->tags, TAG_CATEGORY));
	add_fact(picker, "tags", tag_names(picker, &article->tags, TAG_TAG));
	add_fact(picker, "labels", joined(picker, &entry.labels));
	add_fact(picker, "language", article->language);
	if (entry.versions > 1)
		add_fact(picker, "versions", arena_printf(&picker->arena, "%lld", (long long)entry.versions));
	add_fact(picker, "address", article->link);
	add_fact(picker, "comments", article->comments);
	for (size_t i = 0; i < article->enclosures.count; i++)
		add_fact(picker, "enclosure", article->enclosures.items[i].url);
	add_fact(picker, "feed", entry.feed_address);
	add_fact(picker, "identity", article->id);
}

static void copy_fact(struct view *owner, const struct picker_row *row)
{
	ui_copy(owner->ui, row->name, "this");
}

static const struct picker_source info = {
	.title = "About this article",
	.foot = "Enter copy the row  Esc close",
	.load = load_info,
	.choose = copy_fact,
};

void info_open(struct view *view, int64_t article)
{
	picker_open(view, &info, article);
}

/* ---- * */

static void add_term(struct picker *picker, const char *field, struct str value)
{
	struct picker_row *row;

	if (value.length == 0)
		return;
	row = picker_add(picker);
	row->key = str_from(field);
	row->name = value;
}

static bool is_listed(const struct picker *picker, struct str value)
{
	for (size_t i = 0; i < picker->rows.count; i++)
		if (str_equal(picker->rows.items[i].name, value))
			return true;
	return false;
}

static void load_terms(struct view *owner, struct picker *picker)
{
	struct store_entry entry;
	const struct article *article = &entry.article;

	if (!read_about(owner, picker, &entry))
		return;
	for (size_t i = 0; i < article->tags.count; i++)
		add_term(picker, "tag", article->tags.items[i].name);
	for (size_t i = 0; i < article->quotes.count; i++)
		if (!is_listed(picker, article->quotes.items[i].speaker))
			add_term(picker, "speaker", article->quotes.items[i].speaker);
	for (size_t i = 0; i < article->authors.count; i++)
		add_term(picker, "author", article->authors.items[i]);
	add_term(picker, "feed", entry.feed_title);
}

static void show_term(struct view *owner, const struct picker_row *row)
{
	struct ui *ui = owner->ui;
	struct view *headlines = ui_find(ui, &view_headlines);
	struct arena arena = {0};

	ui_pop_to(ui, headlines);
	headlines_set_filter(headlines, query_term(&arena, row->key.data, row->name), NULL);
	arena_finish(&arena);
}

static const struct picker_source terms = {
	.title = "More like this",
	.foot = "Enter show all that have it  Esc close",
	.load = load_terms,
	.choose = show_term,
};

void likethis_open(struct view *view, int64_t article)
{
	picker_open(view, &terms, article);
}
