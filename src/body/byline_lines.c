#include "body/byline_lines.h"
#include "body/bywords.h"
#include "body/names.h"
#include "body/plain.h"
#include "body/toplines.h"
#include "dateline/base/utf8.h"

#define OPENER_REACH 60 /* bytes of a line in which an opener may stand */

const char byline_line_source[] = "line with a name";

int byline_nearness(const struct page *page, uint32_t index)
{
	uint32_t end = page->elements.items[page->body].end;

	if (page->title != NO_ELEMENT && index > page->title && index <= page->first_paragraph)
		return NEAR_ABOVE;
	if (page->title != NO_ELEMENT && index < page->title && index + 40 > page->title)
		return 4;
	if (page->title == NO_ELEMENT && index < page->body && index + 40 > page->body)
		return 4;
	if (element_is_inside(&page->elements, index, page->body))
		return 0;
	return index > page->body && index < end + 40 ? NEAR_BEHIND : -30;
}

/* "3.4.2019 9:15 von Greta", "Posted by Wanda @ 12:00": a name after a word that says so. */
static const struct str inner_openers[] = {
	STR_INIT("by "), STR_INIT("von "), STR_INIT("par "), STR_INIT("por "), STR_INIT("autor: "),
	STR_INIT("autorin: "), STR_INIT("author: "), STR_INIT("di "), STR_INIT("door "),
	STR_INIT("auteur : "), STR_INIT("auteur: "), STR_INIT("auteur(s) : "), STR_INIT("herausgeber: "),
	STR_INIT("quelle: "), STR_INIT("source: "), STR_INIT("fuente: "), STR_INIT("words: "),
	STR_INIT("text: "), STR_INIT("autore: "), STR_INIT("beitrag von: "), STR_INIT("artikel von: "),
	STR_INIT("przez "), STR_INIT("av "), STR_INIT("af "), STR_INIT("автор: "), STR_INIT("Автор: "),
	STR_INIT("текст: "), STR_INIT("Текст: "), STR_INIT("autorzy: "), STR_INIT("tekst: "),
	STR_INIT("yazar: "), STR_INIT("penulis: "), STR_INIT("Συντάκτης: "), STR_INIT("tác giả: "),
	STR_INIT("بقلم: "), STR_INIT("بقلم "), STR_INIT("الكاتب: "), STR_INIT("نویسنده: "),
	STR_INIT("लेखक: "), STR_INIT("লেখক: "), STR_INIT("ผู้เขียน: "), STR_INIT("작성자: "), STR_INIT("글: "),
	STR_INIT("作者："), STR_INIT("作者: "), STR_INIT("作者:"), STR_INIT("记者："), STR_INIT("记者 "),
	STR_INIT("記者："), STR_INIT("記者 "), STR_INIT("記者／"), STR_INIT("撰文："), STR_INIT("文："), STR_INIT("文／"),
	STR_INIT("執筆："), STR_INIT("著者："), STR_INIT("筆者："),
};

/* What may stand right before a "by" inside a line: "Story by", "13:30 Uhr von". "Songs by the sea" and "Karl
 * von Harbach" say nothing of who wrote them. */
static bool may_precede(struct str before)
{
	static const char *const words[] = {"article", "story", "posted", "written", "published", "text",
		"review", "words", "report", "reported", "column", "edited", "created", "uhr", "am", "pm",
		"artikel", "beitrag", "gastbeitrag", "bericht", "kommentar", "interview", "analyse",
		"kolumne", "reportage", "essay", "protokoll", "fotos", "bilder", "publicado", "publié",
		"escrito", "erstellt", "veröffentlicht", "geschrieben", "autor", "redaktion"};
	size_t start;

	before = str_trim(before);
	if (before.length == 0 || !(ascii_is_alpha(before.data[before.length - 1]) ||
					  (unsigned char)before.data[before.length - 1] >= 0xc3))
		return true;
	start = str_find_last_char(before, ' ');
	before = start == STR_NPOS ? before : str_from_offset(before, start + 1);
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (str_equal_nocase(before, str_from(words[i])))
			return true;
	return false;
}

/* "Autor:" says what follows, whatever stands before. */
static bool is_label(struct str opener)
{
	return str_ends_with(str_trim(opener), STR(":")) || str_ends_with(opener, STR("："));
}

/* What follows an opener at `at`; STR_NONE when none stands there. */
static struct str opened_at(struct str text, size_t at)
{
	struct str from = str_from_offset(text, at);

	for (size_t i = 0; i < COUNT_OF(inner_openers); i++) {
		struct str rest;

		if (ascii_lower(from.data[0]) != inner_openers[i].data[0] ||
			!str_starts_with_nocase(from, inner_openers[i]))
			continue;
		rest = str_trim(str_from_offset(from, inner_openers[i].length));
		if (rest.length && (at == 0 || !(rest.data[0] >= 'a' && rest.data[0] <= 'z')) &&
			(is_label(inner_openers[i]) || may_precede(str_slice(text, 0, at))))
			return rest;
	}
	return STR_NONE;
}

/* Openers are looked for where words begin; in scripts without blanks that is everywhere. */
static struct str after_opener(struct str text, bool is_at_start)
{
	for (size_t at = 0; at < text.length && at <= (is_at_start ? 0 : OPENER_REACH); at++) {
		struct str rest = STR_NONE;

		if (at == 0 || strchr(" |(", text.data[at - 1]) || (unsigned char)text.data[at] >= 0xe3)
			rest = opened_at(text, at);
		if (rest.length)
			return rest;
	}
	return STR_NONE;
}

/* How many numbers a text has: a day has two at least. */
static int count_numbers(struct str text)
{
	int count = 0;

	for (size_t i = 0; i < text.length; i++)
		count += ascii_is_digit(text.data[i]) && (i == 0 || !ascii_is_digit(text.data[i - 1]));
	return count;
}

/* "11.12.2019 - Anna Muster": two or three words and nothing else behind a date. */
static struct str after_date(struct str text)
{
	static const struct str dashes[] = {
		STR_INIT(" - "), STR_INIT(" – "), STR_INIT(" | "), STR_INIT(" / "), STR_INIT(" • ")};

	for (size_t i = 0; i < COUNT_OF(dashes); i++) {
		size_t at = str_find(text, dashes[i], 0);
		struct str rest =
			at == STR_NPOS ? STR_NONE : str_trim(str_from_offset(text, at + dashes[i].length));
		bool has_digits = at != STR_NPOS && at >= 6 && ascii_is_digit(text.data[at - 1]) &&
				  count_numbers(str_slice(text, 0, at)) > 1;

		if (has_digits && names_count_words(rest) >= 2 && names_count_words(rest) <= 3)
			return rest;
	}
	return STR_NONE;
}

/* "12:30", "March 4", "lunes 4". */
static bool begins_with_number(struct str text)
{
	size_t first = text.length && !ascii_is_digit(text.data[0]) ? str_find_char(text, ' ', 0) + 1 : 0;

	return first < text.length && ascii_is_digit(text.data[first]);
}

/* "Posted in Coast by anna on March 4", "Coast, Boats — anna @ 12:30": a login with the day or the time
 * behind it, on blogs that mark nothing. */
static struct str before_time(struct str line)
{
	static const struct {
		struct str opener, ender;
	} rows[] = {
		{STR_INIT(" by "), STR_INIT(" on ")},
		{STR_INIT(" by "), STR_INIT(" @ ")},
		{STR_INIT(" von "), STR_INIT(" am ")},
		{STR_INIT(" by "), STR_INIT(" » ")},
		{STR_INIT(" von "), STR_INIT(" » ")},
		{STR_INIT(" par "), STR_INIT(" » ")},
		{STR_INIT(" por "), STR_INIT(" » ")},
		{STR_INIT(" par "), STR_INIT(" le ")},
		{STR_INIT(" por "), STR_INIT(" el ")},
		{STR_INIT(" — "), STR_INIT(" @ ")},
		{STR_INIT(" – "), STR_INIT(" @ ")},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		size_t end = str_find(line, rows[i].ender, 0), start = 0, at = 0;
		struct str name, time;

		if (end == STR_NPOS)
			continue;
		while ((at = str_find(str_slice(line, 0, end), rows[i].opener, at)) != STR_NPOS)
			start = at += rows[i].opener.length;
		name = str_slice(line, start, end);
		time = str_from_offset(line, end + rows[i].ender.length);
		if (start && names_count_words(name) == 1 && begins_with_number(time))
			return name;
	}
	return STR_NONE;
}

bool byline_is_in_figure(const struct page *page, uint32_t index)
{
	const struct element_list *elements = &page->elements;

	for (int i = 0; i < 6 && index != NO_ELEMENT; i++, index = elements->items[index].parent)
		if (elements->items[index].tag == HTML_FIGURE ||
			elements->items[index].tag == HTML_FIGCAPTION ||
			str_find_nocase(node_attribute(elements->items[index].node, "class"), STR("caption"),
				0) != STR_NPOS)
			return true;
	return false;
}

static void claim_line(struct page *page, uint32_t i, struct str line)
{
	int near = byline_nearness(page, i);
	struct str text = after_opener(line, near <= 0),
		   login = before_time(arena_join(page->scratch, STR(" "), line));
	bool is_labelled = text.length && text.data > line.data + 1 && text.data[-2] == ':';
	enum html_tag tag = page->elements.items[i].tag;

	/* headings are "Songs by the Sea"; of one with a time, "4.3.2024 13:30 von Greta", the name is taken
	 */
	if (tag >= HTML_H1 && tag <= HTML_H3 && count_numbers(line) < 3)
		return;
	if (text.length == 0)
		text = after_date(line);
	if (text.length)
		text = names_cut_number(bywords_cut(text));
	if (login.length && !byline_is_in_figure(page, i))
		claims_add_at(page, PAGE_AUTHOR, login, "login before a time", 47 + near, i);
	if (text.length == 0 || text.length >= NAME_MOST || ascii_is_digit(text.data[0]) ||
		!names_are_capitalised(str_slice(text, 0, str_find_char(text, ',', 0))) ||
		byline_is_in_figure(page, i))
		return;
	claims_add_at(page, PAGE_AUTHOR, text, byline_line_source,
		(names_count_words(text) > 1 ? 50 : 43) + near + (is_labelled ? 6 : 0), i);
}

static bool may_hold_byline(const struct page *page, uint32_t i)
{
	const struct element *element = &page->elements.items[i];
	bool is_box = element->own_text == 0 && element->text <= 80 && element->tag == HTML_DIV;

	return element->text >= 6 && (element->own_text >= 6 || is_box) && element->own_text <= 140 &&
	       element->text <= 260 && i != page->title && byline_nearness(page, i) >= NEAR_BEHIND;
}

void byline_claim_lines(struct page *page, uint32_t index)
{
	struct str rest, line, label = STR_NONE;

	if (!may_hold_byline(page, index))
		return;
	rest = plain_lines(page->elements.items[index].node, page->scratch);
	while (str_next(&rest, '\n', &line)) {
		line = str_trim(line);
		if (label.length)
			line = arena_printf(page->scratch, "%.*s %.*s", STR_ARG(label), STR_ARG(line));
		label = bywords_are_opener(line) ? line : STR_NONE;
		if (label.length == 0)
			claim_line(page, index, line);
	}
}

void byline_claim_toplines(struct page *page)
{
	struct str rest = toplines_read(page), line;

	while (str_next(&rest, '\n', &line))
		claim_line(page, page->title + 1, str_trim(line));
}
