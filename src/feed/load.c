#include "dateline/feed/load.h"
#include "dateline/base/limits.h"
#include "dateline/markup/charset.h"
#include "dateline/markup/document.h"
#include "dateline/markup/html.h"
#include "formats.h"

#include <string.h>

#define ROOT_NAME_MOST 64 /* bytes of a root's name, prefix and all, that are looked at */

/* ---- what the text begins with */

static bool starts_word(struct str text, size_t at, struct str word)
{
	char after = at + word.length < text.length ? text.data[at + word.length] : '>';

	return str_starts_with_nocase(str_from_offset(text, at), word) &&
	       (ascii_is_space(after) || after == '>' || after == '/' || after == '?');
}

static bool starts_any(struct str text, size_t at, const struct str *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (starts_word(text, at, words[i]))
			return true;
	return false;
}

/* The name behind a '<', without its prefix. */
static struct str local_name(struct str text, size_t at)
{
	struct str name = str_slice(text, at + 1, at + 1 + ROOT_NAME_MOST);
	size_t length = 0, colon;

	while (length < name.length &&
		(ascii_is_alnum(name.data[length]) || strchr("_-.:", name.data[length])))
		length++;
	name.length = length;
	colon = str_find_char(name, ':', 0);
	return colon == STR_NPOS ? name : str_from_offset(name, colon + 1);
}

static bool starts_feed(struct str text, size_t at)
{
	static const struct str prologs[] = {
		STR_INIT("<?xml"), STR_INIT("<!DOCTYPE rss"), STR_INIT("<!DOCTYPE rdf:RDF")};
	static const struct str roots[] = {
		STR_INIT("rss"), STR_INIT("RDF"), STR_INIT("feed"), STR_INIT("channel"), STR_INIT("entry")};
	struct str name = local_name(text, at);

	for (size_t i = 0; i < COUNT_OF(roots); i++)
		if (str_equal_nocase(name, roots[i]))
			return true;
	return starts_any(text, at, prologs, COUNT_OF(prologs));
}

static bool starts_page(struct str text, size_t at)
{
	static const struct str roots[] = {
		STR_INIT("<!DOCTYPE html"), STR_INIT("<html"), STR_INIT("<head"), STR_INIT("<body")};

	return starts_any(text, at, roots, COUNT_OF(roots));
}

/* Frameworks put the doctype of their pages before a feed as well. */
static bool is_stray_doctype(struct str text, size_t at)
{
	size_t end = str_find_char(text, '>', at),
	       next = end == STR_NPOS ? STR_NPOS : str_find_char(text, '<', end);

	return starts_word(text, at, STR("<!DOCTYPE html")) && next != STR_NPOS && starts_feed(text, next) &&
	       str_trim(str_slice(text, end + 1, next)).length == 0;
}

/* Where a feed begins behind junk, or STR_NPOS; a page that speaks of feeds is none. */
static size_t find_feed(struct str text)
{
	struct str front = str_slice(text, 0, JUNK_BYTES_MOST);
	size_t at = str_find_char(front, '<', 0);

	for (; at != STR_NPOS; at = str_find_char(front, '<', at + 1)) {
		if (starts_feed(text, at))
			return at;
		if (starts_page(text, at) && !is_stray_doctype(text, at))
			return STR_NPOS;
	}
	return STR_NPOS;
}

/* Where the JSON of a source that was sent as such begins: scripts complain before it. */
static size_t find_json(struct str text)
{
	size_t brace = str_find_char(str_slice(text, 0, JUNK_BYTES_MOST), '{', 0);
	size_t bracket = str_find_char(str_slice(text, 0, brace), '[', 0);

	return bracket != STR_NPOS && str_trim(str_slice(text, 0, bracket)).length == 0 ? bracket
	       : brace == STR_NPOS                                                      ? 0
											: brace;
}

/* A page, or a piece of one: its first element is one of HTML's. */
static bool starts_html(struct str text)
{
	char name[16];
	size_t at = 0, length = 0;

	while (str_starts_with(str_from_offset(text, at), STR("<!--"))) {
		size_t end = str_find(text, STR("-->"), at);

		at = end == STR_NPOS ? text.length : end + 3;
		while (at < text.length && ascii_is_space(text.data[at]))
			at++;
	}
	if (starts_page(text, at))
		return true;
	if (at >= text.length || text.data[at] != '<')
		return false;
	while (at + 1 + length < text.length && length < sizeof name &&
		ascii_is_alnum(text.data[at + 1 + length])) {
		name[length] = ascii_lower(text.data[at + 1 + length]);
		length++;
	}
	/* <a:feed> is not <a> */
	return !(at + 1 + length < text.length && text.data[at + 1 + length] == ':') &&
	       html_tag_find((struct str){name, length}) != HTML_UNKNOWN;
}

/* Pictures, archives and programs: one byte in twenty is a control character that no text has. UTF-16 and
 * UTF-32 are text in spite of their zeroes. */
static bool is_binary(struct str bytes)
{
	struct str front = str_slice(bytes, 0, 4096);
	size_t controls = 0;

	if (str_starts_with(front, STR("\xFE\xFF")) || str_starts_with(front, STR("\xFF\xFE")) ||
		str_find(front, STR("<\0"), 0) != STR_NPOS || str_find(front, STR("\0<"), 0) != STR_NPOS)
		return false;
	for (size_t i = 0; i < front.length; i++) {
		unsigned char c = (unsigned char)front.data[i];

		controls += (c < 0x20 && !ascii_is_space((char)c) && c != 0x1B) || c == 0x7F;
	}
	return controls > front.length / 20 && str_trim(front).data[0] != '<' &&
	       str_trim(front).data[0] != '{';
}

static bool is_type(struct str media_type, struct str word)
{
	return str_find_nocase(str_slice(media_type, 0, str_find_char(media_type, ';', 0)), word, 0) !=
	       STR_NPOS;
}

/* ---- preparing */

static bool is_page_root(const struct node *root)
{
	/* a feed may have been given XHTML's namespace for its own */
	return str_equal_nocase(root->name, STR("html")) ||
	       (root->ns == NS_XHTML && html_tag_of(root) != HTML_UNKNOWN);
}

static bool prepare_xml(
	struct reading *reading, struct feed_document *document, size_t start, struct error *error)
{
	struct str text = str_from_offset(document->text, start);
	struct node *root;

	if (str_trim(str_slice(document->text, 0, start)).length)
		warnings_add(reading->warnings, 0, "what stands before the feed was skipped");
	if (!markup_parse_xml(text, reading->arena, &root, reading->warnings, error))
		return false;
	if (is_page_root(root))
		document->is_html = true;
	else
		document->root = root;
	return true;
}

static bool prepare_json(
	struct reading *reading, struct feed_document *document, size_t start, struct error *error)
{
	struct str text = str_from_offset(document->text, start);
	const char *repaired = NULL;
	const struct json *partial = NULL;

	if (str_trim(str_slice(document->text, 0, start)).length)
		warnings_add(reading->warnings, 0, "what stands before the feed was skipped");
	document->json = json_parse(text, reading->arena, &repaired, &partial, error);
	if (document->json == NULL && partial) {
		warnings_add(reading->warnings, error->line,
			"the JSON ends too early or cannot be understood further on");
		document->json = partial;
		document->is_cut = true;
	}
	if (repaired)
		warnings_add(reading->warnings, 0, "the JSON was repaired: %s", repaired);
	return document->json != NULL;
}

/* Looks once at the text, as all formats need it. */
static bool prepare(struct reading *reading, struct feed_document *document, struct error *error)
{
	struct str text = str_trim(document->text);
	size_t start;

	if (text.length == 0)
		return fail(error, ERROR_NOT_A_FEED, 0, "it is empty");
	if (is_type(document->media_type, STR("text/plain")) && text.data[0] != '<' && text.data[0] != '{')
		return true;
	if (text.data[0] == '{' || is_type(document->media_type, STR("json")))
		return prepare_json(reading, document, find_json(document->text), error);
	start = find_feed(document->text);
	if (start != STR_NPOS)
		return prepare_xml(reading, document, start, error);
	document->is_html = is_type(document->media_type, STR("html")) || starts_html(text) ||
			    str_find_nocase(str_slice(text, 0, JUNK_BYTES_MOST), STR("<html"), 0) != STR_NPOS;
	if (text.data[0] == '<' && !document->is_html)
		return prepare_xml(reading, document, 0, error);
	return true;
}

/* ---- loading */

static bool fail_unrecognised(const struct feed_document *document, struct error *error)
{
	if (document->root)
		return fail(error, ERROR_NOT_A_FEED, document->root->line,
			"it is XML, but its root element <%.*s> is that of no feed",
			STR_ARG(str_slice(document->root->name, 0, 40)));
	if (document->json)
		return fail(error, ERROR_NOT_A_FEED, 0, "it is JSON, but no JSON Feed: it has no \"items\"");
	return fail(error, ERROR_NOT_A_FEED, 0, "it is no feed, no page and no text");
}

static bool load(struct reading *reading, struct str bytes, struct error *error)
{
	const struct feed_source *source = reading->source;
	struct feed_document document = {.media_type = source->media_type};
	const struct format *format;

	if (bytes.length > DOCUMENT_BYTES_MOST)
		return fail(error, ERROR_TOO_LARGE, 0, "it has %zu MB, more than the %zu MB that are read",
			bytes.length >> 20, DOCUMENT_BYTES_MOST >> 20);
	if (bytes.length && is_binary(bytes))
		return fail(error, ERROR_NOT_A_FEED, 0, "it is no text");
	document.text = charset_to_utf8(bytes, source->media_type, reading->arena, reading->warnings);
	if (!prepare(reading, &document, error))
		return false;
	format = formats_find(&document);
	if (format == NULL)
		return fail_unrecognised(&document, error);
	if (!format->read(reading, &document, error))
		return false;
	/* what came before the fault is worth having; when nothing did, the fault is all there is to tell */
	if (document.is_cut && reading->feed->articles.count == 0)
		return false;
	if (error)
		error->code = ERROR_NONE;
	return true;
}

bool feed_load(struct str bytes, const struct feed_source *source, struct arena *arena, struct feed *feed,
	struct error *error)
{
	struct quote_memory own = {0};
	struct reading reading = {.source = source,
		.arena = arena,
		.quotes = source->quotes ? source->quotes : &own,
		.feed = feed,
		.base = source->base};
	bool is_loaded;

	*feed = (struct feed){.source = source->name, .updated = TIME_NONE};
	warnings_init(&feed->warnings, arena);
	reading.warnings = &feed->warnings;
	is_loaded = load(&reading, bytes, error);
	if (is_loaded)
		reading_finish_feed(&reading);
	warnings_close(&feed->warnings);
	quote_memory_finish(&own);
	arena_finish(&reading.scratch);
	return is_loaded || fail_in(error, "%.*s", STR_ARG(source->name));
}
