#include "body/published.h"
#include "body/plain.h"
#include "body/toplines.h"
#include "dateline/base/url.h"
#include "dateline/body/body.h"

#define WEIGHT_SENTENCE 10 /* per cent: weaker claims are days in sentences */
#define DATE_MOST 120 /* bytes of a visible date with the words around it */
#define LINE_MOST 160 /* bytes of a line near the title that may hold one */
#define DATE_REACH 16 /* bytes of a date up to its year */
#define SENTENCE_LEAST                                                                                       \
	60 /* bytes of a line that ends in a full stop, and tells of a date rather than bears it */
#define YEAR_SECONDS INT64_C(31556952)

/* Words that classes of dates are made of. */
static const char *const date_classes[] = {"date", "time", "published", "posted", "datum", "fecha"};

/* Words before a date that say what happened then, in small letters. */
static const char *const updates[] = {
	"updated",
	"modified",
	"edited",
	"last change",
	"geändert",
	"aktualisiert",
	"bearbeitet",
	"stand:",
	"letzter beitrag",
	"last post",
	"mis à jour",
	"modifié",
	"actualizado",
	"actualización",
	"modificado",
	"atualizado",
	"aggiornato",
	"ultima modifica",
	"bijgewerkt",
	"gewijzigd",
	"aktualizacja",
	"обновлено",
	"изменено",
	"uppdaterad",
	"oppdatert",
	"opdateret",
	"päivitetty",
};
static const char *const releases[] = {
	"published",
	"posted",
	"released",
	"written on",
	"created",
	"veröffentlicht",
	"gepostet",
	"erschienen",
	"gespeichert",
	"eingestellt",
	"erstellt",
	"geschrieben",
	"publié",
	"mis en ligne",
	"publicado",
	"pubblicato",
	"gepubliceerd",
	"geplaatst",
	"opublikowano",
	"опубликовано",
	"publicerad",
	"publisert",
	"julkaistu",
};

/* Words before the date that somebody became a member of a forum on. */
static const char *const memberships[] = {
	"registriert",
	"registered",
	"mitglied seit",
	"dabei seit",
	"joined",
	"member since",
	"inscription",
	"inscrit",
	"membre depuis",
	"miembro desde",
	"registrado",
	"membro desde",
	"iscritto",
	"lid sinds",
	"lid geworden",
	"geregistreerd",
	"зарегистрирован",
	"dołączył",
};

static bool is_plausible(int64_t time)
{
	/* the web has no articles from before 1990, and none from after 2100 */
	return time != TIME_NONE && time > 20 * YEAR_SECONDS && time < 130 * YEAR_SECONDS;
}

static bool is_new_year(int64_t time)
{
	for (int year = 1990; year < 2100; year++)
		if (time == datetime_days(year, 1, 1) * 86400)
			return true;
	return false;
}

static bool has_date_class(const struct node *node)
{
	for (size_t i = 0; i < COUNT_OF(date_classes); i++)
		if (str_find_nocase(node_attribute(node, "class"), str_from(date_classes[i]), 0) !=
				STR_NPOS ||
			str_find_nocase(node_attribute(node, "id"), str_from(date_classes[i]), 0) != STR_NPOS)
			return true;
	return false;
}

static bool is_update(const struct node *node)
{
	return str_find_nocase(node_attribute(node, "class"), STR("updated"), 0) != STR_NPOS ||
	       str_find_nocase(node_attribute(node, "class"), STR("modified"), 0) != STR_NPOS ||
	       str_find_nocase(node_attribute(node, "itemprop"), STR("modified"), 0) != STR_NPOS;
}

/* The place of an element counts: dates above the body and below the title are the article's own. */
static int place_weight(const struct page *page, uint32_t index)
{
	if (page->title != NO_ELEMENT && index >= page->title && index <= page->first_paragraph)
		return 10;
	if (page->title != NO_ELEMENT && index < page->title && index + 30 > page->title)
		return 7;
	if (page->title == NO_ELEMENT && index <= page->first_paragraph && index + 40 > page->body)
		return 4;
	if (index >= page->elements.items[page->body].end && index < page->elements.items[page->body].end + 6)
		return 3;
	return element_is_inside(&page->elements, index, page->body) ? 3 : -20;
}

/* Whether a text has four digits of a year, or a date such as 26.01.22. */
static bool has_year(struct str text)
{
	for (size_t i = 0; i + 4 <= text.length; i++) {
		if (!ascii_is_digit(text.data[i]) || (i && ascii_is_digit(text.data[i - 1])))
			continue;
		if ((text.data[i] == '1' || text.data[i] == '2') && ascii_is_digit(text.data[i + 1]) &&
			ascii_is_digit(text.data[i + 2]) && ascii_is_digit(text.data[i + 3]) &&
			(i + 4 == text.length || !ascii_is_digit(text.data[i + 4])))
			return true;
		if (i + 8 <= text.length && text.data[i + 2] == '.' && text.data[i + 5] == '.')
			return true;
	}
	return false;
}

/* Where the first of some words stands, or STR_NPOS. */
static size_t find_word(struct str text, const char *const words[], size_t count)
{
	size_t first = STR_NPOS;

	for (size_t i = 0; i < count; i++) {
		size_t at = str_find_nocase(text, str_from(words[i]), 0);

		if (at < first)
			first = at;
	}
	return first;
}

/* What stands before the date in a line. */
static struct str before_date(struct str line)
{
	size_t end = 0;

	while (end < line.length &&
		!(ascii_is_digit(line.data[end]) && has_year(str_slice(line, end, end + DATE_REACH))))
		end++;
	return str_slice(line, 0, end);
}

enum meaning { OF_NOTHING, OF_RELEASE, OF_UPDATE };

/* What a line says that its date is: what stands before the date counts, then what stands behind it. */
static enum meaning meaning_of(struct str line)
{
	struct str parts[] = {before_date(line), line};

	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		size_t release = find_word(parts[i], releases, COUNT_OF(releases));
		size_t update = find_word(parts[i], updates, COUNT_OF(updates));

		if (release != update)
			return release < update ? OF_RELEASE : OF_UPDATE;
	}
	return OF_NOTHING;
}

/* A visible text with a date. One of the last change is better than none, unless the other one follows. */
static void claim_text(struct page *page, struct str text, const char *source, int weight)
{
	if (find_word(before_date(text), memberships, COUNT_OF(memberships)) != STR_NPOS)
		return;
	if (meaning_of(text) == OF_UPDATE) {
		size_t release = find_word(text, releases, COUNT_OF(releases));

		claims_add(page, PAGE_UPDATED, text, source, weight);
		if (release != STR_NPOS)
			claims_add(page, PAGE_PUBLISHED, str_from_offset(text, release), source, weight);
		weight -= 15;
	}
	claims_add(page, PAGE_PUBLISHED, text, source, weight);
}

/* Whether a line has a year and more numbers: "January 2010" is a shelf of an archive. */
static bool has_day(struct str line)
{
	size_t digits = 0;

	for (size_t i = 0; i < line.length; i++)
		digits += ascii_is_digit(line.data[i]);
	return digits > 4 && has_year(line);
}

/* A short line that has a date in it: near the title, or anywhere when it says that this is one. */
static void claim_line(struct page *page, struct str line, int place)
{
	bool is_labelled;

	if (line.length < 6 || line.length > LINE_MOST || !has_day(line))
		return;
	is_labelled = meaning_of(line) != OF_NOTHING;
	if (place >= 3 || is_labelled)
		claim_text(page, line, "line with a date",
			42 + place - (line.length > SENTENCE_LEAST && !is_labelled ? 45 : 0));
}

static void claim_lines(struct page *page, uint32_t i)
{
	const struct element *element = &page->elements.items[i];
	struct str rest, line;

	if (element->own_text < 6 || element->own_text > 2 * LINE_MOST || element->text > 4 * LINE_MOST)
		return;
	rest = plain_lines(element->node, page->scratch);
	while (str_next(&rest, '\n', &line))
		claim_line(page, str_trim(line), place_weight(page, i));
}

/* The part of a visible text that is a date: "Posted on 4 March 2024, 9:15 | Share". */
static int64_t read_visible(struct str text)
{
	int64_t time = datetime_parse(text);

	for (size_t i = 0; !is_plausible(time) && i < text.length && i < DATE_MOST; i++)
		if (text.data[i] == ' ' || text.data[i] == ':' || text.data[i] == '|')
			time = datetime_parse(str_trim(str_from_offset(text, i + 1)));
	return time;
}

/* The texts of an element with blanks between them: "04", "Mar", "2024" each have one of their own. */
static struct str in_parts(struct page *page, const struct node *top)
{
	struct str parts = STR("");

	for (const struct node *node = node_after(top, top); node && parts.length <= DATE_MOST;
		node = node_after(node, top))
		if (node->kind == NODE_TEXT && str_trim(node->text).length)
			parts = arena_printf(page->scratch, "%.*s%s%.*s", STR_ARG(parts),
				parts.length ? " " : "", STR_ARG(str_trim(node->text)));
	return parts;
}

static void claim_element(struct page *page, uint32_t i)
{
	const struct element *element = &page->elements.items[i];
	struct str datetime = node_attribute(element->node, "datetime"), text;

	if (element->tag == HTML_TIME || datetime.length) {
		enum page_field field =
			is_update(element->node) && str_find_nocase(node_attribute(element->node, "class"),
							    STR("published"), 0) == STR_NPOS
				? PAGE_UPDATED
				: PAGE_PUBLISHED;

		if (datetime.length == 0)
			datetime = plain_line(element->node, page->scratch);
		claims_add(page, field, datetime, "time element", 70 + place_weight(page, i));
	} else if (element->node->attributes && element->text <= 2 * DATE_MOST &&
		   has_date_class(element->node)) {
		text = plain_line(element->node, page->scratch);
		if (read_visible(text) == TIME_NONE)
			text = in_parts(page, element->node);
		if (text.length >= 6 && text.length <= DATE_MOST)
			claim_text(page, text, "element classed date", 55 + place_weight(page, i));
	}
}

static int64_t number_at(struct str s, size_t at, size_t length)
{
	int64_t number = -1;

	return str_to_int64(str_slice(s, at, at + length), &number) ? number : -1;
}

/* /2019/11/20/ or /2019-11-20- in the address. */
static void claim_address(struct page *page, struct str address)
{
	for (size_t at = str_find_char(address, '/', 8); at != STR_NPOS;
		at = str_find_char(address, '/', at + 1)) {
		char separator = at + 5 < address.length ? address.data[at + 5] : 'x';
		int64_t year = number_at(address, at + 1, 4), month = number_at(address, at + 6, 2);
		int64_t day = number_at(address, at + 9, 2);

		if ((separator == '/' || separator == '-') && at + 11 <= address.length &&
			address.data[at + 8] == separator && year >= 1990 && year < 2100 && month >= 1 &&
			month <= 12 && day >= 1 && day <= 31)
			claims_add(page, PAGE_PUBLISHED,
				arena_printf(
					page->scratch, "%04d-%02d-%02d", (int)year, (int)month, (int)day),
				"date in the address", 72);
	}
}

/* A year alone is read as its first day, and says nothing of the day. */
static bool is_year_alone(int64_t time, struct str text)
{
	return time % 86400 == 0 && str_find(text, STR("1."), 0) == STR_NPOS &&
	       str_find(text, STR("01"), 0) == STR_NPOS && str_find(text, STR("1 "), 0) == STR_NPOS &&
	       str_find(text, STR("1,"), 0) == STR_NPOS && str_find(text, STR("1/"), 0) == STR_NPOS &&
	       str_find(text, STR("1st"), 0) == STR_NPOS && is_new_year(time);
}

static int64_t best_time(struct page *page, enum page_field field, struct str *taken, int *taken_weight)
{
	int64_t best = TIME_NONE;
	int weight = 0;

	for (size_t i = 0; i < page->claims[field].count; i++) {
		const struct claim *claim = &page->claims[field].items[i];
		int64_t time;

		if (claim->weight <= weight)
			continue;
		time = read_visible(claim->value);
		if (!is_plausible(time) || is_year_alone(time, claim->value))
			continue;
		best = time;
		weight = claim->weight;
		*taken = claim->value;
	}
	*taken_weight = weight;
	return best;
}

static void claim_toplines(struct page *page)
{
	struct str rest = toplines_read(page), line;

	while (str_next(&rest, '\n', &line))
		claim_line(page, str_trim(line), place_weight(page, page->title));
}

void published_read(struct page *page, struct article *article)
{
	struct str taken = STR_NONE;
	int weight, of_update;
	const struct claim *link = claims_best(page, PAGE_LINK);

	for (uint32_t i = 1; i < page->elements.count; i++) {
		const struct element *element = &page->elements.items[i];

		if (element->is_removed && element->is_certain) {
			i = element->end - 1;
			continue;
		}
		claim_element(page, i);
		claim_lines(page, i);
	}
	claim_toplines(page);
	if (has_year(page->document_title))
		claims_add(page, PAGE_PUBLISHED, page->document_title, "title with a date", 41);
	claim_address(page, page->base);
	if (link)
		claim_address(page, link->value);
	article->published = best_time(page, PAGE_PUBLISHED, &taken, &weight);
	claims_explain(page, PAGE_PUBLISHED, taken);
	taken = STR_NONE;
	article->updated = best_time(page, PAGE_UPDATED, &taken, &of_update);
	claims_explain(page, PAGE_UPDATED, taken);
	/* a day in a sentence that comes after the last change is one that the sentence tells of */
	if (weight < WEIGHT_SENTENCE && article->updated != TIME_NONE &&
		article->published > article->updated)
		article->published = article->updated;
}
