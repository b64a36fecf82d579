#include "reading.h"
#include "dateline/base/limits.h"
#include "dateline/base/url.h"
#include "dateline/base/utf8.h"
#include "dateline/body/body.h"
#include "dateline/markup/document.h"
#include "dateline/markup/html.h"

#include <string.h>

/* ---- addresses */

struct str reading_base(struct reading *reading, const struct node *node, struct str outer)
{
	struct str own = str_trim(node_attribute_ns(node, NS_XML, "base")), base;

	if (own.length == 0 || own.length + outer.length > ADDRESS_BYTES_MOST)
		return outer;
	base = url_resolve(reading->arena, outer, own);
	/* nothing can be relative to "javascript:" */
	return url_is_absolute(base) && !url_is_link(base, true) ? outer : base;
}

/* The bytes after an '&' that was escaped twice: "amp;", "#38;". */
static size_t escape_length(struct str text)
{
	static const struct str escapes[] = {
		STR_INIT("amp;"), STR_INIT("#38;"), STR_INIT("#038;"), STR_INIT("#x26;")};

	for (size_t i = 0; i < COUNT_OF(escapes); i++)
		if (str_starts_with(text, escapes[i]))
			return escapes[i].length;
	return 0;
}

/* Without what is left of escapes in an address. */
static struct str unescape_twice(struct arena *arena, struct str address)
{
	size_t written = 0;
	char *out;

	if (str_find_char(address, '&', 0) == STR_NPOS || address.length > ADDRESS_BYTES_MOST)
		return address;
	out = arena_alloc(arena, address.length);
	for (size_t i = 0; i < address.length; i++) {
		out[written++] = address.data[i];
		if (address.data[i] == '&')
			i += escape_length(str_from_offset(address, i + 1));
	}
	return (struct str){out, written};
}

struct str reading_link(struct reading *reading, struct str base, struct str address, unsigned line)
{
	struct str link = unescape_twice(reading->arena, str_trim(address));

	if (link.length == 0)
		return STR_NONE;
	if (link.length <= ADDRESS_BYTES_MOST)
		link = url_resolve(reading->arena, base, link);
	if (link.length <= 2 * ADDRESS_BYTES_MOST && url_is_link(link, reading->source->is_local))
		return link;
	warnings_add(reading->warnings, line, "\"%.*s\" is no address of a page and was left out",
		STR_ARG(utf8_printable(
			reading->arena, str_slice(link, 0, utf8_valid_prefix(str_slice(link, 0, 60))))));
	return STR_NONE;
}

/* ---- texts */

static struct str cut_line(struct str line)
{
	if (line.length > LINE_BYTES_MOST)
		line.length = utf8_previous(line, LINE_BYTES_MOST);
	return line.length ? line : STR_NONE;
}

/* More than this cannot matter to a line, whatever is markup in it. */
static struct str cut_source(struct str text)
{
	return str_slice(text, 0, utf8_valid_prefix(str_slice(text, 0, LINE_BYTES_MOST * 16)));
}

/* Most lines are tidy as they come, and stay where they are. */
struct str reading_line(struct reading *reading, struct str text)
{
	if (text.length <= LINE_BYTES_MOST && utf8_skip_words(text, 0) == text.length)
		return text.length ? text : STR_NONE;
	return cut_line(utf8_collapse(reading->arena, cut_source(text)));
}

/* A headline that is a picture reads as the picture's alternative text. */
static struct str picture_text(struct str html, struct arena *arena)
{
	struct arena scratch = {0};
	const struct node *top = markup_parse_html(html, &scratch, NULL);
	struct str text = STR_NONE;

	for (const struct node *node = node_after(top, top); node && text.length == 0;
		node = node_after(node, top))
		if (html_tag_of(node) == HTML_IMG)
			text = utf8_collapse(arena, node_attribute(node, "alt"));
	text = arena_copy(arena, text);
	arena_finish(&scratch);
	return text;
}

struct str reading_html_line(struct reading *reading, struct str html)
{
	struct str source = cut_source(html), line = body_plain(source, reading->arena);

	if (line.length == 0 && str_find_nocase(source, STR("<img"), 0) != STR_NPOS)
		line = picture_text(source, reading->arena);
	return cut_line(line);
}

struct str reading_sniffed_line(struct reading *reading, const struct node *node)
{
	struct str text;

	if (node_has_elements(node))
		return reading_html_line(reading, node_inner_html(node, STR_NONE, reading->arena));
	text = cut_source(node_text(node, reading->arena));
	return body_looks_like_html(text) ? reading_html_line(reading, text) : reading_line(reading, text);
}

int64_t reading_time(struct reading *reading, struct str text, unsigned line)
{
	int64_t time;

	text = str_trim(text);
	if (text.length == 0)
		return TIME_NONE;
	time = datetime_parse(text);
	if (time == TIME_NONE)
		warnings_add(reading->warnings, line, "\"%.*s\" is no date that is known here",
			STR_ARG(utf8_printable(reading->arena,
				str_slice(text, 0, utf8_valid_prefix(str_slice(text, 0, 60))))));
	return time;
}

/* ---- languages (RFC 5646) */

static bool is_subtag(struct str subtag)
{
	for (size_t i = 0; i < subtag.length; i++)
		if (!ascii_is_alnum(subtag.data[i]))
			return false;
	return subtag.length >= 1 && subtag.length <= 8;
}

/* Scripts are written "Hant", regions "TW", all else in lower case. */
static void spell_subtag(struct str subtag, bool is_first, char *out)
{
	for (size_t i = 0; i < subtag.length; i++) {
		char c = ascii_lower(subtag.data[i]);
		bool is_upper = !is_first && (subtag.length == 2 || (subtag.length == 4 && i == 0));

		out[i] = is_upper && c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
	}
}

struct str reading_language(struct reading *reading, struct str text)
{
	char spelt[64];
	struct str rest, subtag;
	size_t length = 0;

	text = str_trim(text);
	if (text.length < 2 || text.length >= sizeof spelt || !ascii_is_alpha(text.data[0]))
		return STR_NONE;
	memcpy(spelt, text.data, text.length);
	for (size_t i = 0; i < text.length; i++)
		if (spelt[i] == '_')
			spelt[i] = '-';
	rest = arena_copy(reading->arena, (struct str){spelt, text.length});
	while (str_next(&rest, '-', &subtag)) {
		/* languages have codes of two or three letters: "English" is a name */
		if (!is_subtag(subtag) || (length == 0 && (subtag.length < 2 || subtag.length > 3)))
			return STR_NONE;
		if (length)
			spelt[length++] = '-';
		spell_subtag(subtag, length == 0, spelt + length);
		length += subtag.length;
	}
	return arena_copy(reading->arena, (struct str){spelt, length});
}

struct str reading_node_language(struct reading *reading, const struct node *node)
{
	struct str language = node_attribute_ns(node, NS_XML, "lang");

	return language.data && str_trim(language).length == 0 ? STR("")
							       : reading_language(reading, language);
}

/* ---- people */

static struct str trim_set(struct str text, const char *set)
{
	while (text.length && strchr(set, text.data[0]))
		text = str_from_offset(text, 1);
	while (text.length && strchr(set, text.data[text.length - 1]))
		text.length--;
	return text;
}

static bool is_address(struct str text)
{
	size_t at = str_find_char(text, '@', 0);

	return at != STR_NPOS && at > 0 && str_find_char(text, ' ', 0) == STR_NPOS;
}

/* What says where somebody is, and not who. */
static bool is_no_name(struct str text)
{
	return text.length == 0 || is_address(text) || url_is_web(text) ||
	       str_starts_with_nocase(text, STR("mailto:"));
}

/* "(Name)" without the brackets, where they are around all of it. */
static struct str drop_brackets(struct str text)
{
	return text.length > 1 && text.data[0] == '(' && text.data[text.length - 1] == ')'
		       ? str_trim(str_slice(text, 1, text.length - 1))
		       : text;
}

/* "address, Name", "address [Name]" and "Name address" without the address. */
static struct str drop_address(struct str text)
{
	static const char around[] = " ,;:-|[]()<>";
	struct str first = str_slice(text, 0, str_find_char(text, ' ', 0));
	size_t blank = str_find_last_char(text, ' ');
	struct str last = blank == STR_NPOS ? STR("") : str_from_offset(text, blank + 1);

	if (blank != STR_NPOS && is_address(first))
		return trim_set(str_from_offset(text, first.length), around);
	if (is_address(last))
		return trim_set(str_slice(text, 0, blank), around);
	return text;
}

/* "Name <address>" and "<address> Name" without the address; "1 < 2" is no address. */
static struct str drop_angles(struct str text)
{
	size_t open = str_find_char(text, '<', 0), close = str_find_char(text, '>', open);
	struct str before = str_trim(str_slice(text, 0, open));

	if (open == STR_NPOS || close == STR_NPOS || !is_no_name(str_trim(str_slice(text, open + 1, close))))
		return text;
	return is_no_name(before) ? drop_brackets(str_trim(str_from_offset(text, close + 1))) : before;
}

/* "Name (address)" and "address (Name)" without the address; "Name (The Herald)" is all name. */
static struct str drop_round(struct str text)
{
	size_t open = str_find_char(text, '(', 0), close = str_find_last_char(text, ')');
	struct str before, inside;

	if (open == STR_NPOS || str_find_char(text, '@', 0) == STR_NPOS)
		return text;
	if (close == STR_NPOS || close < open)
		close = text.length;
	before = str_trim(str_slice(text, 0, open));
	inside = str_trim(str_slice(text, open + 1, close));
	if (!is_no_name(before))
		return before;
	return is_no_name(inside) ? str_trim(str_from_offset(text, close + 1)) : inside;
}

/* The name of a person as feeds write persons; empty when there is none. */
static struct str person_name(struct str text)
{
	text = trim_set(drop_address(drop_round(drop_angles(text))), " \t\n\"'");
	return is_no_name(text) ? STR("") : text;
}

/* Several people, each with an address of their own: then the commas part people, and not the parts of a
 * name. */
static bool are_several(struct str text)
{
	struct str part;
	size_t people = 0;

	while (str_next(&text, ',', &part)) {
		if (str_find_char(part, '@', 0) == STR_NPOS)
			return false;
		people++;
	}
	return people > 1;
}

static void add_person(struct reading *reading, struct str_list *authors, struct str text)
{
	struct str name = person_name(text);

	if (str_starts_with_nocase(name, STR("by ")))
		name = str_trim(str_from_offset(name, 3));
	if (name.length == 0 || authors->count >= AUTHORS_MOST)
		return;
	for (size_t i = 0; i < authors->count; i++)
		if (str_equal_nocase(authors->items[i], name))
			return;
	*LIST_PUSH(reading->arena, authors) = name;
}

void reading_add_author(struct reading *reading, struct str_list *authors, struct str text)
{
	struct str line = reading_line(reading, text), person;

	if (line.data == NULL)
		return;
	if (!are_several(line)) {
		add_person(reading, authors, line);
		return;
	}
	while (str_next(&line, ',', &person))
		add_person(reading, authors, str_trim(person));
}

/* ---- tags and enclosures */

void reading_add_enclosure(struct reading *reading, struct article *article, struct enclosure enclosure)
{
	if (enclosure.url.length == 0 || article->enclosures.count >= ENCLOSURES_MOST)
		return;
	if (enclosure.length_bytes <= 0)
		enclosure.length_bytes = -1;
	for (size_t i = 0; i < article->enclosures.count; i++)
		if (str_equal(article->enclosures.items[i].url, enclosure.url))
			return;
	*LIST_PUSH(reading->arena, &article->enclosures) = enclosure;
}

void reading_add_tag(struct reading *reading, struct article *article, struct str name, enum tag_kind kind)
{
	name = reading_line(reading, name);
	if (article->tags.count < TAGS_MOST && name.length)
		article_add_tag(article, reading->arena, name, kind);
}

void reading_add_keywords(struct reading *reading, struct article *article, struct str list)
{
	struct str keyword;

	while (str_next(&list, ',', &keyword))
		reading_add_tag(reading, article, keyword, TAG_TAG);
}
