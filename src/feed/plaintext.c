#include "plaintext.h"
#include "dateline/base/buffer.h"
#include "dateline/base/utf8.h"
#include "formats.h"

/* A plain text is an article in the shape that wire services send: a headline, lines that say who, when and
 * about what, paragraphs parted by blank lines, and perhaps such lines again at the end. */

#define HEADLINE_MOST 250 /* bytes */
#define HEADER_LINE_MOST 400
#define EDGE_LINES 12   /* how many lines from either end may be header or footer lines */
#define EDGE_BYTES 8192 /* and in how many bytes they must stand */

struct line {
	struct str text; /* trimmed */
	bool is_blank_after, is_taken;
};

struct line_list {
	struct line *items;
	size_t count, capacity;
};

/* The ends of a text as lines; what stands between them is body, whatever it is. */
struct shape {
	struct line_list front, back;
	struct str middle;
};

/* ---- header and footer lines */

enum label { LABEL_CATEGORIES, LABEL_TAGS, LABEL_AUTHOR, LABEL_PUBLISHER, LABEL_TIME, LABEL_HEADLINE };

struct label_row {
	struct str text;
	enum label label;
	bool needs_no_colon;
};

static const struct label_row labels[] = {
	{STR_INIT("Categories"), LABEL_CATEGORIES, false},
	{STR_INIT("Category"), LABEL_CATEGORIES, false},
	{STR_INIT("Section"), LABEL_CATEGORIES, false},
	{STR_INIT("Filed under"), LABEL_CATEGORIES, false},
	{STR_INIT("Tags"), LABEL_TAGS, false},
	{STR_INIT("Tag"), LABEL_TAGS, false},
	{STR_INIT("Keywords"), LABEL_TAGS, false},
	{STR_INIT("Topics"), LABEL_TAGS, false},
	{STR_INIT("Author"), LABEL_AUTHOR, false},
	{STR_INIT("Authors"), LABEL_AUTHOR, false},
	{STR_INIT("Written by"), LABEL_AUTHOR, true},
	{STR_INIT("Published by"), LABEL_PUBLISHER, true},
	{STR_INIT("Posted by"), LABEL_AUTHOR, true},
	{STR_INIT("Reported by"), LABEL_AUTHOR, true},
	{STR_INIT("By"), LABEL_AUTHOR, true},
	{STR_INIT("Published on"), LABEL_TIME, true},
	{STR_INIT("Published"), LABEL_TIME, true},
	{STR_INIT("Date"), LABEL_TIME, false},
	{STR_INIT("Posted on"), LABEL_TIME, true},
	{STR_INIT("Posted"), LABEL_TIME, true},
	{STR_INIT("Headline"), LABEL_HEADLINE, false},
	{STR_INIT("Title"), LABEL_HEADLINE, false},
	{STR_INIT("Subject"), LABEL_HEADLINE, false},
};

/* The row of a line that begins with a label; *value receives what follows. */
static const struct label_row *find_label(struct str line, struct str *value)
{
	for (size_t i = 0; i < COUNT_OF(labels); i++) {
		struct str rest;

		if (!str_starts_with_nocase(line, labels[i].text))
			continue;
		rest = str_from_offset(line, labels[i].text.length);
		if (rest.length && rest.data[0] != ':' && (!labels[i].needs_no_colon || rest.data[0] != ' '))
			continue;
		if (rest.length == 0 && !labels[i].needs_no_colon)
			continue;
		*value = str_trim(rest.length && rest.data[0] == ':' ? str_from_offset(rest, 1) : rest);
		return &labels[i];
	}
	return NULL;
}

static bool ends_sentence(struct str line)
{
	static const struct str stops[] = {STR_INIT("."), STR_INIT("!"), STR_INIT("?"), STR_INIT("…"),
		STR_INIT(".”"), STR_INIT(".\""), STR_INIT("。"), STR_INIT("!”"), STR_INIT("?”"),
		STR_INIT(":")};

	for (size_t i = 0; i < COUNT_OF(stops); i++)
		if (str_ends_with(line, stops[i]))
			return true;
	return false;
}

/* A name as it stands in a byline: a few words, no sentence. */
static bool may_be_name(struct str value)
{
	size_t words = 1;

	for (size_t i = 0; i < value.length; i++)
		words += value.data[i] == ' ';
	return value.length <= 100 && words <= 10 && !ends_sentence(value);
}

static void add_tags(struct reading *reading, struct article *article, struct str list, enum tag_kind kind)
{
	struct str one;

	while (str_next(&list, ',', &one))
		reading_add_tag(reading, article, one, kind);
}

/* "A, B and C" are three people. */
static void add_authors(struct reading *reading, struct article *article, struct str names)
{
	size_t cut;

	while ((cut = str_find(names, STR(" and "), 0)) != STR_NPOS) {
		struct str head = str_slice(names, 0, cut), one;

		while (str_next(&head, ',', &one))
			reading_add_author(reading, &article->authors, one);
		names = str_from_offset(names, cut + 5);
	}
	reading_add_author(reading, &article->authors, names);
}

static bool read_time_line(struct article *article, struct str value)
{
	int64_t time = datetime_parse(value);

	if (time == TIME_NONE)
		return false;
	if (article->published == TIME_NONE)
		article->published = time;
	return true;
}

/* "Published by" alone has its name in the next line, when that is one. Returns how many lines it took. */
static size_t read_people_line(struct reading *reading, struct article *article,
	const struct line_list *lines, size_t at, struct str value)
{
	struct str following;
	const struct line *line = &lines->items[at];

	if (value.length) {
		if (!may_be_name(value))
			return 0;
		add_authors(reading, article, value);
		return 1;
	}
	if (!line->is_blank_after && at + 1 < lines->count) {
		following = lines->items[at + 1].text;
		if (may_be_name(following)) {
			add_authors(reading, article, following);
			return 2;
		}
	}
	return 1;
}

/* Reads the line at `at` when it is one of the labelled; returns how many lines it took. */
static size_t read_labelled(
	struct reading *reading, struct article *article, const struct line_list *lines, size_t at)
{
	struct str value = STR_NONE;
	const struct label_row *row;

	if (lines->items[at].text.length > HEADER_LINE_MOST)
		return 0;
	row = find_label(lines->items[at].text, &value);
	if (row == NULL)
		return 0;
	switch (row->label) {
	case LABEL_CATEGORIES:
		add_tags(reading, article, value, TAG_CATEGORY);
		return 1;
	case LABEL_TAGS:
		add_tags(reading, article, value, TAG_TAG);
		return 1;
	case LABEL_AUTHOR:
	case LABEL_PUBLISHER:
		return read_people_line(reading, article, lines, at, value);
	case LABEL_TIME:
		return read_time_line(article, value);
	case LABEL_HEADLINE:
		if (article->title.length || value.length == 0)
			return 0;
		article->title = reading_line(reading, value);
		return 1;
	}
	return 0;
}

/* A line that is nothing but a date. */
static bool take_bare_time(struct article *article, struct line *line)
{
	line->is_taken = line->text.length <= 60 && line->text.length >= 8 && !ends_sentence(line->text) &&
			 read_time_line(article, line->text);
	return line->is_taken;
}

/* ---- the shape */

static void split_lines(struct reading *reading, struct str text, struct line_list *lines)
{
	struct str line;

	while (str_next(&text, '\n', &line)) {
		line = str_trim(line);
		if (line.length)
			*LIST_PUSH(reading->arena, lines) = (struct line){.text = line};
		else if (lines->count)
			lines->items[lines->count - 1].is_blank_after = true;
	}
	if (lines->count)
		lines->items[lines->count - 1].is_blank_after = true;
}

/* Cuts a long text at line ends near its edges; a short one is all front. */
static void split_shape(struct reading *reading, struct str text, struct shape *shape)
{
	size_t front = text.length, back = text.length;

	if (text.length > 4 * EDGE_BYTES) {
		front = str_find_char(text, '\n', EDGE_BYTES);
		front = front == STR_NPOS ? text.length : front + 1;
		back = text.length - EDGE_BYTES;
		back = back > front ? str_find_char(text, '\n', back) : STR_NPOS;
		back = back == STR_NPOS ? text.length : back + 1;
	}
	split_lines(reading, str_slice(text, 0, front), &shape->front);
	split_lines(reading, str_from_offset(text, back), &shape->back);
	shape->middle = str_slice(text, front, back);
	/* the paragraph that was cut goes on in the middle */
	if (shape->middle.length && shape->front.count)
		shape->front.items[shape->front.count - 1].is_blank_after = false;
}

static size_t take_labelled(
	struct reading *reading, struct article *article, struct line_list *lines, size_t at)
{
	size_t taken = read_labelled(reading, article, lines, at);

	for (size_t i = at; i < at + taken; i++)
		lines->items[i].is_taken = true;
	return taken;
}

static bool leads_with_label(const struct line_list *lines, size_t at)
{
	struct str value;

	return at < lines->count && find_label(lines->items[at].text, &value) != NULL;
}

/* A full stop at the end, or before the marks that close what is quoted. */
static bool ends_in_stop(struct str line)
{
	static const char *const marks[] = {"\"", "'", "”", "’", "“", "»", "«", "›", "」", "』", ")"};

	for (size_t i = 0; i < COUNT_OF(marks); i++)
		if (str_ends_with(line, str_from(marks[i]))) {
			line = str_trim(str_slice(line, 0, line.length - strlen(marks[i])));
			i = (size_t)-1;
		}
	return str_ends_with(line, STR("。")) || str_ends_with(line, STR("۔")) ||
	       (str_ends_with(line, STR(".")) && !str_ends_with(line, STR("..")));
}

/* The first short line that ends no sentence, when it stands alone or a header line follows. */
static bool is_headline(const struct line_list *lines, size_t at)
{
	const struct line *line = &lines->items[at];

	if (line->text.length > HEADLINE_MOST || at + 1 >= lines->count)
		return false;
	return !ends_in_stop(line->text) && (line->is_blank_after || leads_with_label(lines, at + 1));
}

static size_t read_front(struct reading *reading, struct line_list *lines, struct article *article)
{
	size_t at = 0, end = lines->count < EDGE_LINES ? lines->count : EDGE_LINES;

	while (at < end) {
		size_t taken = take_labelled(reading, article, lines, at);

		if (taken == 0 && article->title.length && take_bare_time(article, &lines->items[at]))
			taken = 1;
		if (taken == 0 && article->title.length == 0 && is_headline(lines, at)) {
			article->title = reading_line(reading, lines->items[at].text);
			lines->items[at].is_taken = true;
			taken = 1;
		}
		if (taken == 0)
			break;
		at += taken;
	}
	return at;
}

static void read_back(struct reading *reading, struct line_list *lines, struct article *article, size_t front)
{
	for (size_t i = lines->count; i-- > front && lines->count - i <= EDGE_LINES;) {
		if (lines->items[i].is_taken)
			continue;
		if (take_labelled(reading, article, lines, i) == 0)
			break;
	}
}

/* One paragraph between the headline and further header lines is what stands under the headline. */
static void read_standfirst(struct reading *reading, struct line_list *lines, struct article *article,
	size_t at, struct content *summary)
{
	size_t next = at + 1;

	if (article->title.length == 0 || at + 2 >= lines->count || !lines->items[at].is_blank_after ||
		!leads_with_label(lines, next) || take_labelled(reading, article, lines, next) == 0)
		return;
	*summary = (struct content){CONTENT_TEXT, lines->items[at].text, STR_NONE};
	lines->items[at].is_taken = true;
	while (++next < lines->count &&
		(lines->items[next].is_taken || take_labelled(reading, article, lines, next) ||
			take_bare_time(article, &lines->items[next])))
		;
}

static void join_lines(struct buffer *out, const struct line_list *lines)
{
	for (size_t i = 0; i < lines->count; i++) {
		if (lines->items[i].is_taken)
			continue;
		buffer_add(out, lines->items[i].text);
		buffer_add(out, lines->items[i].is_blank_after ? STR("\n\n") : STR("\n"));
	}
}

void plaintext_split(
	struct reading *reading, struct str text, struct article *article, struct content *summary)
{
	struct shape shape = {0};
	struct buffer out = {0};
	size_t front;

	split_shape(reading, text, &shape);
	front = read_front(reading, &shape.front, article);
	read_standfirst(reading, &shape.front, article, front, summary);
	if (shape.back.count)
		read_back(reading, &shape.back, article, 0);
	else
		read_back(reading, &shape.front, article, front);
	join_lines(&out, &shape.front);
	buffer_add(&out, shape.middle);
	join_lines(&out, &shape.back);
	article->content =
		(struct content){CONTENT_TEXT, arena_copy(reading->arena, buffer_str(&out)), STR_NONE};
	buffer_finish(&out);
}

/* ---- the format */

static bool recognise_text(const struct feed_document *document)
{
	return document->root == NULL && document->json == NULL && str_trim(document->text).length > 0;
}

static bool read_text(struct reading *reading, const struct feed_document *document, struct error *error)
{
	struct article *article = reading_new_article(reading);
	struct content summary = {0};

	(void)error;
	reading->feed->format = FORMAT_TEXT;
	article->link = reading_link(reading, STR_NONE, reading->base, 0);
	plaintext_split(reading, document->text, article, &summary);
	reading->feed->title = article->title;
	reading_finish_article(reading, article, STR_NONE, summary);
	return true;
}

const struct format format_plaintext = {.name = "plain text", .recognise = recognise_text, .read = read_text};
