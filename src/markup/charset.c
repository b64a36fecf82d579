#include "dateline/markup/charset.h"
#include "dateline/base/utf8.h"
#include "encodings.h"
#include "tidy.h"

#include <string.h>

#define PROLOG_BYTES ((size_t)4096) /* how far in a declaration is looked for; browsers look at 1,024 */

/* ---- what the document says of itself */

struct byte_order_mark {
	struct str bytes;
	const char *label;
};

/* The longer ones first: UTF-32LE begins like UTF-16LE. */
static const struct byte_order_mark byte_order_marks[] = {
	{STR_INIT("\xEF\xBB\xBF"), "utf-8"},
	{STR_INIT("\0\0\xFE\xFF"), "utf-32be"},
	{STR_INIT("\xFF\xFE\0\0"), "utf-32le"},
	{STR_INIT("\xFE\xFF"), "utf-16be"},
	{STR_INIT("\xFF\xFE"), "utf-16le"},
};

static const struct byte_order_mark *find_mark(struct str bytes)
{
	for (size_t i = 0; i < COUNT_OF(byte_order_marks); i++)
		if (str_starts_with(bytes, byte_order_marks[i].bytes))
			return &byte_order_marks[i];
	return NULL;
}

/* Wide text without a mark shows in its first character, which is '<', '{' or white space (XML 1.0 appendix
 * F). */
static const char *wide_label(struct str bytes)
{
	const char *b = bytes.data;

	if (bytes.length < 4)
		return NULL;
	if (!b[0] && !b[1] && !b[2] && b[3])
		return "utf-32be";
	if (b[0] && !b[1] && !b[2] && !b[3])
		return "utf-32le";
	if (!b[0] && b[1] && !b[2] && b[3])
		return "utf-16be";
	if (b[0] && !b[1] && b[2] && !b[3])
		return "utf-16le";
	return NULL;
}

/* What stands after `key` and an equals sign, up to its quote, a blank, ';' or '>'. */
static struct str value_after(struct str text, struct str key)
{
	size_t at = str_find_nocase(text, key, 0);
	struct str rest;
	size_t end = 0;
	char quote = '\0';

	if (at == STR_NPOS)
		return STR_NONE;
	rest = str_trim(str_from_offset(text, at + key.length));
	if (rest.length == 0 || rest.data[0] != '=')
		return STR_NONE;
	rest = str_trim(str_from_offset(rest, 1));
	if (rest.length && (rest.data[0] == '"' || rest.data[0] == '\'')) {
		quote = rest.data[0];
		rest = str_from_offset(rest, 1);
	}
	for (; end < rest.length; end++) {
		char c = rest.data[end];

		if (quote ? c == quote || c == '>'
			  : ascii_is_space(c) || c == ';' || c == '>' || c == '?' || c == '"')
			break;
	}
	return str_slice(rest, 0, end);
}

static struct str tag_at(struct str prolog, size_t start)
{
	size_t end = str_find_char(prolog, '>', start);

	return str_slice(prolog, start, end);
}

static struct str xml_declared(struct str prolog)
{
	size_t at = str_find(prolog, STR("<?xml"), 0);

	return at == STR_NPOS ? STR_NONE : value_after(tag_at(prolog, at), STR("encoding"));
}

/* Of an HTML page; the meta element in the text of a feed's first article says nothing about the feed. */
static struct str meta_declared(struct str prolog)
{
	static const struct str feed_roots[] = {STR_INIT("<rss"), STR_INIT("<feed"), STR_INIT("<rdf:")};
	size_t at = 0;

	for (size_t i = 0; i < COUNT_OF(feed_roots); i++)
		if (str_find_nocase(prolog, feed_roots[i], 0) != STR_NPOS)
			return STR_NONE;
	while ((at = str_find_nocase(prolog, STR("<meta"), at)) != STR_NPOS) {
		struct str label = value_after(tag_at(prolog, at), STR("charset"));

		if (label.length)
			return label;
		at += 5;
	}
	return STR_NONE;
}

/* ---- choosing */

struct choice {
	const struct encoding *encoding;
	const char *origin; /* who named it; NULL for a guess */
};

static bool is_encoding(const struct encoding *encoding, const char *name)
{
	return encoding && strcmp(encoding->name, name) == 0;
}

/* An encoding that was named and can be true: not a wide one (the bytes would show it), and not plain ASCII
 * for bytes that are none. */
static const struct encoding *plausible(struct str label, const char *origin, struct warnings *warnings)
{
	const struct encoding *encoding;

	if (label.length == 0)
		return NULL;
	encoding = encoding_find(label);
	if (encoding == NULL)
		warnings_add(warnings, 0, "the charset \"%.*s\" in the %s is unknown and was ignored",
			(int)(label.length < 40 ? label.length : 40), label.data, origin);
	else if (encoding_is_wide(encoding))
		warnings_add(warnings, 0, "the charset %s in the %s cannot be true and was ignored",
			encoding->name, origin);
	else if (str_find_nocase(label, STR("ascii"), 0) == STR_NPOS)
		return encoding;
	return NULL;
}

/* Text that is UTF-8 but for pieces pasted in from elsewhere: at most so many faults for each sequence that
 * is none. Text in another encoding has some ten, where two of its characters happen to look like one. */
static bool is_mostly_utf8(struct str bytes, size_t faults_most)
{
	size_t sequences = 0, faults = 0, length;

	for (size_t i = 0; i < bytes.length; i += length) {
		if ((unsigned char)bytes.data[i] < 0x80) {
			length = 1;
			continue;
		}
		if (utf8_decode(bytes, i, &length) != CODEPOINT_REPLACEMENT || length > 1) {
			sequences++;
			continue;
		}
		faults++;
		while (i + length < bytes.length && ((unsigned char)bytes.data[i + length] & 0xC0) == 0x80)
			length++;
	}
	return faults <= sequences * faults_most;
}

/* One whose letters stand alone between plain ones, as single bytes pasted into UTF-8 do. */
static bool is_latin(const struct encoding *encoding)
{
	return is_encoding(encoding, "windows-1252") || is_encoding(encoding, "windows-1250") ||
	       is_encoding(encoding, "ISO-8859-2") || is_encoding(encoding, "windows-1254") ||
	       is_encoding(encoding, "windows-1257");
}

/* Escape sequences that name Japanese characters: nothing else has them. */
static bool is_iso_2022_jp(struct str bytes)
{
	return str_find(bytes, STR("\x1B$B"), 0) != STR_NPOS || str_find(bytes, STR("\x1B$@"), 0) != STR_NPOS;
}

/* `bytes` are not pure ASCII and have no mark. */
static struct choice choose(
	struct str bytes, struct str media_type, struct byte_kinds kinds, struct warnings *warnings)
{
	struct str prolog = str_slice(bytes, 0, PROLOG_BYTES), declared = xml_declared(prolog);
	const struct encoding *sent =
		plausible(value_after(media_type, STR("charset")), "media type", warnings);
	const struct encoding *said, *guess;
	const struct encoding *utf8 = encoding_find(STR("utf-8"));

	said = plausible(declared.length ? declared : meta_declared(prolog), "document", warnings);
	if ((sent == NULL || sent == utf8) && (said == NULL || said == utf8) && kinds.has_escape &&
		is_iso_2022_jp(bytes))
		return (struct choice){encoding_find(STR("iso-2022-jp")), NULL};
	if (kinds.is_utf8 && (sent == utf8 || said == utf8 || (sent == NULL && said == NULL)))
		return (struct choice){utf8, NULL};
	if (sent && sent != utf8)
		return (struct choice){sent, "media type"};
	if (said && said != utf8)
		return (struct choice){said, "document"};
	if (is_mostly_utf8(bytes, 1))
		return (struct choice){utf8, NULL};
	guess = encoding_guess(bytes);
	if ((sent == utf8 || said == utf8) && is_latin(guess) && is_mostly_utf8(bytes, 4))
		return (struct choice){utf8, NULL};
	return (struct choice){guess, NULL};
}

/* ---- converting */

static struct str convert(
	struct choice choice, struct str bytes, bool is_utf8, struct arena *arena, struct warnings *warnings)
{
	size_t faults = 0;
	struct str text = encoding_convert(choice.encoding, bytes, arena, &faults);

	if (text.data == NULL || (is_utf8 && faults > bytes.length / 100)) {
		warnings_add(warnings, 0, "the text is not in %s as the %s says", choice.encoding->name,
			choice.origin ? choice.origin : "text suggests");
		return is_utf8 ? bytes : utf8_repair(arena, bytes);
	}
	if (choice.origin == NULL)
		warnings_add(warnings, 0, "no charset is named and the text is no UTF-8: read as %s",
			choice.encoding->name);
	if (faults)
		warnings_add(warnings, 0, "%zu bytes are not valid %s and were replaced", faults,
			choice.encoding->name);
	return text;
}

static struct str read_wide(
	struct str bytes, const char *label, struct arena *arena, struct warnings *warnings)
{
	struct choice choice = {encoding_find(str_from(label)), "byte order"};

	return convert(choice, bytes, false, arena, warnings);
}

static struct str read_narrow(struct str bytes, struct str media_type, struct byte_kinds kinds,
	struct arena *arena, struct warnings *warnings)
{
	struct choice choice = choose(bytes, media_type, kinds, warnings);

	if (!is_encoding(choice.encoding, "UTF-8"))
		return convert(choice, bytes, kinds.is_utf8, arena, warnings);
	return kinds.is_utf8 ? bytes : tidy_repair_utf8(bytes, arena, warnings);
}

struct str charset_to_utf8(
	struct str bytes, struct str media_type, struct arena *arena, struct warnings *warnings)
{
	const struct byte_order_mark *mark = find_mark(bytes);
	struct byte_kinds kinds = {0};
	struct str text = bytes;
	const char *wide;

	if (mark) {
		bytes = str_from_offset(bytes, mark->bytes.length);
		if (mark != byte_order_marks)
			text = read_wide(bytes, mark->label, arena, warnings);
		else
			text = utf8_is_valid(bytes) ? bytes : tidy_repair_utf8(bytes, arena, warnings);
	} else if ((wide = wide_label(bytes)) != NULL) {
		text = read_wide(bytes, wide, arena, warnings);
	} else {
		kinds = tidy_survey(bytes);
		if (kinds.has_high || kinds.has_escape)
			text = read_narrow(bytes, media_type, kinds, arena, warnings);
	}
	/* most text is UTF-8 already, and is surveyed once */
	if (mark || text.data != bytes.data)
		kinds = tidy_survey(text);
	return tidy_controls(text, kinds, arena);
}

struct str charset_tidy(struct str text, struct arena *arena)
{
	return tidy_controls(text, tidy_survey(text), arena);
}
