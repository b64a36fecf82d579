#include "store/plain.h"

#include "dateline/feed/load.h"
#include "dateline/markup/entities.h"

#include <string.h>

struct scanner {
	struct str text;
	size_t at;
	struct buffer *out;
	bool wants_space;    /* before the next word */
	bool quotes_are_off; /* a quotation mark was never closed: attributes end at the next '>' */
};

static void add_bytes(struct scanner *scan, const char *data, size_t length)
{
	if (scan->wants_space && scan->out->length)
		buffer_add_char(scan->out, ' ');
	scan->wants_space = false;
	buffer_add(scan->out, (struct str){data, length});
}

/* Elements within a line: what stands around them is one word. */
static bool is_inline(struct str name)
{
	static const char names[] =
		" a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark "
		"nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr ";
	char sought[16] = " ";

	if (name.length == 0 || name.length > sizeof sought - 3)
		return false;
	for (size_t i = 0; i < name.length; i++)
		sought[1 + i] = ascii_lower(name.data[i]);
	sought[1 + name.length] = ' ';
	sought[2 + name.length] = '\0';
	return strstr(names, sought) != NULL;
}

static bool is_unseen(struct str name)
{
	return str_equal_nocase(name, STR("script")) || str_equal_nocase(name, STR("style")) ||
	       str_equal_nocase(name, STR("template"));
}

/* Past the '>' of a tag that begins at `at`; the end of the text when it is cut off. */
static size_t end_of_tag(struct scanner *scan, size_t at)
{
	while (at < scan->text.length) {
		char c = scan->text.data[at++];

		if (c == '>')
			return at;
		if ((c == '"' || c == '\'') && !scan->quotes_are_off) {
			size_t close = str_find_char(scan->text, c, at);

			if (close == STR_NPOS)
				scan->quotes_are_off = true;
			else
				at = close + 1;
		}
	}
	return at;
}

static size_t past(struct str text, const char *what, size_t from)
{
	size_t found = str_find_nocase(text, str_from(what), from);

	return found == STR_NPOS ? text.length : found + strlen(what);
}

static size_t past_unseen(struct scanner *scan, struct str name, size_t from)
{
	char close[16] = "</";
	size_t found;

	for (size_t i = 0; i < name.length; i++)
		close[2 + i] = ascii_lower(name.data[i]);
	close[2 + name.length] = '\0';
	found = past(scan->text, close, from);
	return found == scan->text.length ? found : end_of_tag(scan, found);
}

static struct str name_at(struct str text, size_t at)
{
	size_t end = at;

	while (end < text.length && ascii_is_alnum(text.data[end]))
		end++;
	return str_slice(text, at, end);
}

/* A '<' that begins no tag is text. */
static void take_markup(struct scanner *scan)
{
	struct str rest = str_from_offset(scan->text, scan->at);
	bool is_end = rest.length > 1 && rest.data[1] == '/';
	struct str name = name_at(scan->text, scan->at + 1 + is_end);

	if (str_starts_with(rest, STR("<!--"))) {
		scan->at = past(scan->text, "-->", scan->at + 4);
	} else if (rest.length > 1 && (rest.data[1] == '!' || rest.data[1] == '?')) {
		scan->at = past(scan->text, ">", scan->at);
	} else if (name.length == 0 || !ascii_is_alpha(name.data[0])) {
		add_bytes(scan, "<", 1);
		scan->at++;
	} else {
		scan->at = end_of_tag(scan, scan->at + 1 + is_end + name.length);
		if (!is_end && is_unseen(name))
			scan->at = past_unseen(scan, name, scan->at);
		if (!is_inline(name))
			scan->wants_space = true;
	}
}

static void take_reference(struct scanner *scan)
{
	char decoded[8];
	size_t length = 0, taken = entity_decode(scan->text, scan->at, false, decoded, &length);

	if (taken == 0) {
		add_bytes(scan, "&", 1);
		scan->at++;
		return;
	}
	if (length == 2 && memcmp(decoded, "\xc2\xa0", 2) == 0)
		scan->wants_space = true;
	else
		add_bytes(scan, decoded, length);
	scan->at += taken;
}

static size_t end_of_run(struct str text, size_t at, bool is_html)
{
	while (at < text.length) {
		unsigned char c = (unsigned char)text.data[at];

		if (c <= ' ' || (is_html && (c == '<' || c == '&')))
			break;
		at++;
	}
	return at;
}

static void scan_text(struct str text, bool is_html, size_t most, struct buffer *out)
{
	struct scanner scan = {.text = text, .out = out, .wants_space = out->length > 0};

	while (scan.at < text.length && out->length <= most) {
		size_t end = end_of_run(text, scan.at, is_html);

		if (end > scan.at) {
			add_bytes(&scan, text.data + scan.at, end - scan.at);
			scan.at = end;
		} else if (is_html && text.data[end] == '<') {
			take_markup(&scan);
		} else if (is_html && text.data[end] == '&') {
			take_reference(&scan);
		} else {
			scan.wants_space = true;
			scan.at++;
		}
	}
}

/* Of a page only the article is wanted, so that there is no shorter way than to find it. */
static void add_page_text(struct str text, struct buffer *out)
{
	struct arena arena = {0};
	struct article article = {.content = {.kind = CONTENT_PAGE, .text = text}};

	feed_derive(&article, NULL, NULL, &arena, NULL);
	for (size_t i = 0; i < article.blocks.count; i++)
		scan_text(article.blocks.items[i].text, false, SIZE_MAX, out);
	arena_finish(&arena);
}

void plain_text(struct str text, enum content_kind kind, struct buffer *out)
{
	switch (kind) {
	case CONTENT_NONE:
		break;
	case CONTENT_HTML:
		scan_text(text, true, SIZE_MAX, out);
		break;
	case CONTENT_TEXT:
		scan_text(text, false, SIZE_MAX, out);
		break;
	case CONTENT_PAGE:
		add_page_text(text, out);
		break;
	}
}

void plain_opening(struct str text, enum content_kind kind, size_t most, struct buffer *out)
{
	if (kind == CONTENT_HTML || kind == CONTENT_TEXT)
		scan_text(text, kind == CONTENT_HTML, most, out);
}
