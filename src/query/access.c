#include "query/access.h"

#include "dateline/base/url.h"

/* ---- texts of an article in memory */

static bool visit_title(const struct query_subject *s, text_visitor *visit, void *context)
{
	return visit(context, s->article->title);
}

static bool visit_standfirst(const struct query_subject *s, text_visitor *visit, void *context)
{
	return visit(context, s->article->standfirst);
}

static bool visit_body(const struct query_subject *s, text_visitor *visit, void *context)
{
	const struct block_list *blocks = &s->article->blocks;
	struct buffer text = {0};
	bool result;

	for (size_t i = 0; i < blocks->count; i++) {
		if (text.length)
			buffer_add_char(&text, ' ');
		buffer_add(&text, blocks->items[i].text);
	}
	result = text.length && visit(context, buffer_str(&text));
	buffer_finish(&text);
	return result;
}

static bool visit_headings(const struct query_subject *s, text_visitor *visit, void *context)
{
	for (size_t i = 0; i < s->article->sections.count; i++)
		if (visit(context, s->article->sections.items[i].heading))
			return true;
	return false;
}

static bool visit_list(const struct str_list *list, text_visitor *visit, void *context)
{
	for (size_t i = 0; i < list->count; i++)
		if (visit(context, list->items[i]))
			return true;
	return false;
}

static bool visit_labels(const struct query_subject *s, text_visitor *visit, void *context)
{
	return visit_list(&s->labels, visit, context);
}

static bool visit_tags(const struct query_subject *s, text_visitor *visit, void *context)
{
	for (size_t i = 0; i < s->article->tags.count; i++)
		if (visit(context, s->article->tags.items[i].name))
			return true;
	return false;
}

static bool visit_tags_and_labels(const struct query_subject *s, text_visitor *visit, void *context)
{
	return visit_tags(s, visit, context) || visit_labels(s, visit, context);
}

static bool visit_categories(const struct query_subject *s, text_visitor *visit, void *context)
{
	for (size_t i = 0; i < s->article->tags.count; i++)
		if (s->article->tags.items[i].kind == TAG_CATEGORY && visit(context, s->article->tags.items[i].name))
			return true;
	return false;
}

static bool visit_authors(const struct query_subject *s, text_visitor *visit, void *context)
{
	return visit_list(&s->article->authors, visit, context);
}

static bool visit_anywhere(const struct query_subject *s, text_visitor *visit, void *context)
{
	return visit_title(s, visit, context) || visit_standfirst(s, visit, context) ||
	       visit_headings(s, visit, context) || visit_tags(s, visit, context) ||
	       visit_authors(s, visit, context) || visit_body(s, visit, context);
}

static bool visit_prose(const struct query_subject *s, text_visitor *visit, void *context)
{
	return visit_title(s, visit, context) || visit_standfirst(s, visit, context) || visit_body(s, visit, context);
}

static bool visit_feed(const struct query_subject *s, text_visitor *visit, void *context)
{
	return visit(context, s->feed_title) || visit(context, s->feed_name) || visit(context, s->feed_address);
}

static bool visit_folder(const struct query_subject *s, text_visitor *visit, void *context)
{
	return visit(context, s->folder);
}

static bool visit_link(const struct query_subject *s, text_visitor *visit, void *context)
{
	return visit(context, s->article->link);
}

static bool visit_site(const struct query_subject *s, text_visitor *visit, void *context)
{
	return s->article->link.data && visit(context, url_host(s->article->link));
}

static bool visit_lang(const struct query_subject *s, text_visitor *visit, void *context)
{
	return visit(context, s->article->language);
}

static bool visit_id(const struct query_subject *s, text_visitor *visit, void *context)
{
	struct buffer number = {0};
	bool result = visit(context, s->article->id);

	if (!result && s->number) {
		buffer_printf(&number, "%lld", (long long)s->number);
		result = visit(context, buffer_str(&number));
		buffer_finish(&number);
	}
	return result;
}

/* ---- texts of a quotation */

static bool visit_speaker(const struct quote *quote, text_visitor *visit, void *context)
{
	return visit(context, quote->speaker);
}

static bool visit_role(const struct quote *quote, text_visitor *visit, void *context)
{
	return visit(context, quote->role);
}

static bool visit_said(const struct quote *quote, text_visitor *visit, void *context)
{
	return visit(context, quote->text);
}

static bool visit_cue(const struct quote *quote, text_visitor *visit, void *context)
{
	return visit(context, quote->cue);
}

/* ---- numbers and times */

static int64_t get_date(const struct query_subject *s)
{
	return s->article->published != TIME_NONE ? s->article->published : s->seen;
}

static int64_t get_updated(const struct query_subject *s)
{
	return s->article->updated;
}

static int64_t get_seen(const struct query_subject *s)
{
	return s->seen;
}

static int64_t get_readon(const struct query_subject *s)
{
	return s->readon;
}

static int64_t get_words(const struct query_subject *s)
{
	size_t words = article_word_count(s->article);

	return words ? (int64_t)words : TIME_NONE;
}

static int64_t get_minutes(const struct query_subject *s)
{
	int64_t words = get_words(s);

	return words == TIME_NONE ? words : (words + QUERY_WORDS_PER_MINUTE - 1) / QUERY_WORDS_PER_MINUTE;
}

static int64_t get_sections(const struct query_subject *s)
{
	return (int64_t)s->article->sections.count;
}

static int64_t get_quotes(const struct query_subject *s)
{
	return (int64_t)s->article->quotes.count;
}

static int64_t get_versions(const struct query_subject *s)
{
	return s->versions;
}

/* ---- states and things had */

static bool is_unread(const struct query_subject *s) { return !s->is_read; }
static bool is_read(const struct query_subject *s) { return s->is_read; }
static bool is_starred(const struct query_subject *s) { return s->is_starred; }
static bool is_later(const struct query_subject *s) { return s->is_later; }
static bool is_hidden(const struct query_subject *s) { return s->is_hidden; }
static bool is_updated(const struct query_subject *s) { return s->is_updated; }
static bool is_duplicate(const struct query_subject *s) { return s->is_duplicate; }
static bool is_full(const struct query_subject *s) { return s->is_full; }
static bool is_undated(const struct query_subject *s) { return s->article->published == TIME_NONE; }

static const struct choice states[] = {
	{"unread", is_unread, "a.is_read = 0"},          {"read", is_read, "a.is_read = 1"},
	{"starred", is_starred, "a.is_starred = 1"},     {"later", is_later, "a.is_later = 1"},
	{"hidden", is_hidden, "a.is_hidden = 1"},        {"updated", is_updated, "a.is_updated = 1"},
	{"duplicate", is_duplicate, "a.is_duplicate = 1"}, {"full", is_full, "a.is_full = 1"},
	{"undated", is_undated, "a.published IS NULL"},  {NULL, NULL, NULL},
};

static bool has_enclosure_of(const struct query_subject *s, struct str type)
{
	for (size_t i = 0; i < s->article->enclosures.count; i++)
		if (str_starts_with_nocase(s->article->enclosures.items[i].type, type))
			return true;
	return false;
}

static bool has_quotes(const struct query_subject *s) { return s->article->quotes.count > 0; }
static bool has_image(const struct query_subject *s) { return s->article->image.length > 0; }
static bool has_audio(const struct query_subject *s) { return has_enclosure_of(s, STR("audio/")); }
static bool has_video(const struct query_subject *s) { return has_enclosure_of(s, STR("video/")); }
static bool has_enclosure(const struct query_subject *s) { return s->article->enclosures.count > 0; }
static bool has_comments(const struct query_subject *s) { return s->article->comments.length > 0; }
static bool has_related(const struct query_subject *s) { return s->article->related.count > 0; }
static bool has_sections(const struct query_subject *s) { return s->article->sections.count > 0; }
static bool has_tag(const struct query_subject *s) { return s->article->tags.count > 0; }
static bool has_label(const struct query_subject *s) { return s->labels.count > 0; }
static bool has_link(const struct query_subject *s) { return s->article->link.length > 0; }
static bool has_author(const struct query_subject *s) { return s->article->authors.count > 0; }
static bool has_date(const struct query_subject *s) { return s->article->published != TIME_NONE; }

#define ENCLOSURE_OF(type) "a.id IN (SELECT e.article FROM enclosure e WHERE e.type LIKE '" type "/%')"

static const struct choice things[] = {
	{"quotes", has_quotes, "a.quote_count > 0"},
	{"image", has_image, "ifnull(a.image, '') <> ''"},
	{"audio", has_audio, ENCLOSURE_OF("audio")},
	{"video", has_video, ENCLOSURE_OF("video")},
	{"enclosure", has_enclosure, "a.enclosure_count > 0"},
	{"comments", has_comments, "ifnull(a.comments, '') <> ''"},
	{"related", has_related, "a.related_count > 0"},
	{"sections", has_sections, "a.section_count > 0"},
	{"tag", has_tag, "EXISTS (SELECT 1 FROM article_tag x WHERE x.article = a.id)"},
	{"label", has_label, "a.id IN (SELECT x.article FROM article_label x)"},
	{"link", has_link, "ifnull(a.link, '') <> ''"},
	{"author", has_author, "EXISTS (SELECT 1 FROM article_author x WHERE x.article = a.id)"},
	{"date", has_date, "a.published IS NOT NULL"},
	{NULL, NULL, NULL},
};

const struct choice *field_choices(enum query_field field)
{
	return field == QUERY_IS ? states : things;
}

/* ---- the table */

#define COLUMN_PLACE(column) {NULL, "", column, NULL, ""}
#define TITLE_PLACE COLUMN_PLACE("a.title")
#define STANDFIRST_PLACE COLUMN_PLACE("a.standfirst")
#define NAME_PLACE(link, table, condition)                                                                \
	{"a.id", "SELECT x.article FROM " link " x WHERE " condition "x." table " IN (SELECT n.id FROM " table  \
	         " n WHERE ", "n.name", "n.key", ")"}
#define TAG_PLACE NAME_PLACE("article_tag", "tag", "")
#define LABEL_PLACE NAME_PLACE("article_label", "label", "")
#define AUTHOR_PLACE NAME_PLACE("article_author", "author", "")
#define HEADING_PLACE {"a.id", "SELECT x.article FROM section x WHERE ", "x.heading", NULL, ""}
#define FEED_PLACE(column) {"a.feed", "SELECT f.id FROM feed f WHERE ", column, NULL, ""}

/* The page stands in for the body of the feed where it was fetched. */
#define BODY_SQL                                                                                          \
	"CASE a.is_full WHEN 1 THEN (SELECT dateline_plain(b.text, b.kind) FROM page b WHERE b.article = a.id)" \
	" ELSE (SELECT dateline_plain(b.text, b.kind) FROM body b WHERE b.article = a.id) END"

#define BODY_PLACE COLUMN_PLACE(BODY_SQL)

static const struct field_access accesses[QUERY_FIELD_COUNT] = {
	[QUERY_ANYWHERE] = {.texts = visit_anywhere,
	                    .places = {TITLE_PLACE, STANDFIRST_PLACE, TAG_PLACE, AUTHOR_PLACE, HEADING_PLACE, BODY_PLACE},
	                    .search_columns = "title standfirst heading body tags authors"},
	[QUERY_TITLE] = {.texts = visit_title, .places = {TITLE_PLACE}, .search_columns = "title"},
	[QUERY_STANDFIRST] = {.texts = visit_standfirst, .places = {STANDFIRST_PLACE}, .search_columns = "standfirst"},
	[QUERY_BODY] = {.texts = visit_body, .places = {BODY_PLACE}, .search_columns = "body"},
	[QUERY_HEADING] = {.texts = visit_headings, .places = {HEADING_PLACE}, .search_columns = "heading"},
	[QUERY_TAG] = {.texts = visit_tags_and_labels, .places = {TAG_PLACE, LABEL_PLACE}},
	[QUERY_CATEGORY] = {.texts = visit_categories,
	                    .places = {NAME_PLACE("article_tag", "tag", "x.kind = 0 AND ")}},
	[QUERY_LABEL] = {.texts = visit_labels, .places = {LABEL_PLACE}},
	[QUERY_FEED] = {.texts = visit_feed,
	                .places = {FEED_PLACE("f.title"), FEED_PLACE("f.user_title"), FEED_PLACE("f.address")}},
	[QUERY_FOLDER] = {.texts = visit_folder, .places = {FEED_PLACE("f.folder")}},
	[QUERY_AUTHOR] = {.texts = visit_authors, .places = {AUTHOR_PLACE}},
	[QUERY_LINK] = {.texts = visit_link, .places = {COLUMN_PLACE("a.link")}},
	[QUERY_SITE] = {.texts = visit_site, .places = {COLUMN_PLACE("dateline_host(a.link)")}},
	[QUERY_LANG] = {.texts = visit_lang, .places = {COLUMN_PLACE("a.language")}},
	[QUERY_ID] = {.texts = visit_id,
	              .places = {COLUMN_PLACE("a.guid"), COLUMN_PLACE("CAST(a.id AS TEXT)")}},
	[QUERY_SPEAKER] = {.quote_texts = visit_speaker,
	                   .places = {{"q.speaker IS NOT NULL AND q.speaker", "SELECT n.id FROM speaker n WHERE ",
	                               "n.name", "n.key", ""}}},
	[QUERY_ROLE] = {.quote_texts = visit_role, .places = {COLUMN_PLACE("q.role")}},
	[QUERY_SAID] = {.quote_texts = visit_said, .places = {COLUMN_PLACE("q.text")}},
	[QUERY_CUE] = {.quote_texts = visit_cue, .places = {COLUMN_PLACE("q.cue")}},
	[QUERY_DATE] = {.number = get_date, .number_sql = "ifnull(a.published, a.seen_at)"},
	[QUERY_NEWER] = {.number = get_date, .number_sql = "ifnull(a.published, a.seen_at)"},
	[QUERY_OLDER] = {.number = get_date, .number_sql = "ifnull(a.published, a.seen_at)"},
	[QUERY_BEFORE] = {.number = get_date, .number_sql = "ifnull(a.published, a.seen_at)"},
	[QUERY_AFTER] = {.number = get_date, .number_sql = "ifnull(a.published, a.seen_at)"},
	[QUERY_UPDATED] = {.number = get_updated, .number_sql = "a.updated"},
	[QUERY_SEEN] = {.number = get_seen, .number_sql = "a.seen_at"},
	[QUERY_READON] = {.number = get_readon, .number_sql = "a.read_at"},
	[QUERY_WORDS] = {.number = get_words, .number_sql = "nullif(a.word_count, 0)"},
	[QUERY_MINUTES] = {.number = get_minutes, .number_sql = "(nullif(a.word_count, 0) + 219) / 220"},
	[QUERY_SECTIONS] = {.number = get_sections, .number_sql = "a.section_count"},
	[QUERY_QUOTES] = {.number = get_quotes, .number_sql = "a.quote_count"},
	[QUERY_VERSIONS] = {.number = get_versions, .number_sql = "a.versions"},
};

_Static_assert(QUERY_WORDS_PER_MINUTE == 220, "the SQL of minutes: has the number in it");

const struct field_access *field_access(enum query_field field)
{
	return &accesses[field];
}

static const struct field_access prose = {
	.texts = visit_prose,
	.places = {TITLE_PLACE, STANDFIRST_PLACE, BODY_PLACE},
	.search_columns = "title standfirst body",
};

static const struct field_access heading_alone = {.texts = visit_headings, .places = {HEADING_PLACE}};

const struct field_access *value_access(enum query_field field, const struct query_value *value)
{
	if (value->near < 0)
		return &accesses[field];
	return field == QUERY_ANYWHERE ? &prose : field == QUERY_HEADING ? &heading_alone : &accesses[field];
}
