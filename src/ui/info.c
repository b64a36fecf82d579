#include "info.h"

#include "dateline/store/rules.h"
#include "facts.h"
#include "headlines.h"
#include "speaker.h"

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
	return arena_printf(&picker->arena, "%s%s%s%s%s%s%s", entry->is_read ? "read" : "unread",
		entry->is_starred ? ", starred" : "", entry->is_later ? ", kept for later" : "",
		entry->is_hidden ? ", hidden" : "", entry->is_updated ? ", changed since it was read" : "",
		entry->is_full ? ", with its full text" : "",
		entry->is_duplicate ? ", a copy of another" : "");
}

static void add_rules(struct view *owner, struct picker *picker, int64_t article)
{
	struct str_list lines = {0};
	struct ui *ui = owner->ui;

	store_rules_of(ui->store, &ui->config->rules, article, ui_now(ui), &picker->arena, &lines, NULL);
	for (size_t i = 0; i < lines.count; i++)
		facts_add(picker, "rule", lines.items[i]);
}

static void load_info(struct view *owner, struct picker *picker)
{
	struct store_entry entry;
	const struct article *article = &entry.article;

	if (!read_about(owner, picker, &entry))
		return;
	facts_add(picker, "title", article->title);
	facts_add(picker, "source", entry.feed_title);
	facts_add(picker, "folder", entry.folder);
	facts_add(picker, "authors", joined(picker, &article->authors));
	facts_add_time(picker, "published", article->published);
	facts_add_time(picker, "changed", article->updated);
	facts_add_time(picker, "first seen", entry.seen);
	facts_add_time(picker, "read", entry.read);
	facts_add(picker, "state", states(&entry, picker));
	facts_add(picker, "categories", tag_names(picker, &article->tags, TAG_CATEGORY));
	facts_add(picker, "tags", tag_names(picker, &article->tags, TAG_TAG));
	facts_add(picker, "labels", joined(picker, &entry.labels));
	add_rules(owner, picker, entry.id);
	facts_add(picker, "language", article->language);
	if (entry.versions > 1)
		facts_add(
			picker, "versions", arena_printf(&picker->arena, "%lld", (long long)entry.versions));
	facts_add(picker, "address", article->link);
	facts_add(picker, "comments", article->comments);
	for (size_t i = 0; i < article->enclosures.count; i++)
		facts_add(picker, "enclosure", article->enclosures.items[i].url);
	facts_add(picker, "feed", entry.feed_address);
	facts_add(picker, "identity", article->id);
}

static const struct picker_source info = {
	.title = "About this article",
	.foot = "Enter copy the row  Esc close",
	.load = load_info,
	.choose = facts_copy,
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
