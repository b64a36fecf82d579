#include "dateline/base/linebreak.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* The lines of a text at a measure, with "/" between them. */
static const char *lines_of(struct str text, int columns)
{
	static char out[1024];
	uint8_t breaks[1024];
	size_t start = 0, used = 0;

	linebreak_find(text, breaks);
	out[0] = '\0';
	while (start < text.length) {
		struct text_line line = linebreak_fit(text, breaks, start, columns);

		used += (size_t)snprintf(out + used, sizeof out - used, "%s%.*s", start ? "/" : "",
			(int)(line.end - line.start), text.data + line.start);
		cr_assert(line.next > start);
		start = line.next;
	}
	return out;
}

static const struct {
	const char *name, *text;
	int columns;
	const char *lines;
} rows[] = {
	{"words", "one two three", 7, "one two/three"},
	{"exactly full", "one two", 7, "one two"},
	{"blanks at the end are dropped", "one   two", 4, "one/two"},
	{"an abbreviation stays whole beside a mark of another kind", "in the “U.S.” now", 10,
		"in the/“U.S.” now"},
	{"so it does in other letters", "как “т.е.” то", 7, "как/“т.е.”/то"},
	{"a long word is cut", "abcdefghij", 4, "abcd/efgh/ij"},
	{"a long word after a short one", "a bcdefghij", 4, "a/bcde/fghi/j"},
	{"a line end in the text", "one\ntwo", 20, "one/two"},
	{"a comma stays with its word", "one, two", 4, "one,/two"},
	{"a quotation mark stays with its word", "he said \"no\" twice", 9, "he said/\"no\"/twice"},
	{"after a hyphen", "well-known words", 6, "well-/known/words"},
	{"no-break space", "10\xc2\xa0km away", 5, "10\xc2\xa0km/away"},
	{"wide characters count two", "灯台は海を照らす", 8, "灯台は海/を照らす"},
	{"no line begins with a full stop", "灯台は海。です", 8, "灯台は/海。です"},
	{"a combining mark stays with its letter", "e\xcc\x81t e\xcc\x81t", 3, "e\xcc\x81t/e\xcc\x81t"},
	{"a measure of one", "ab 灯", 1, "a/b/灯"},
	{"nothing", "", 10, ""},
};

Test(linebreak, breaks_lines_by_the_rules_of_unicode)
{
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *got = lines_of(str_from(rows[i].text), rows[i].columns);

		cr_expect_str_eq(got, rows[i].lines, "%s: got %s, want %s", rows[i].name, got, rows[i].lines);
	}
}

Test(linebreak, finds_the_same_breaks_in_plain_text_with_and_without_the_table)
{
	/* a character of another script at the end sends the text through the full algorithm */
	static const char *const texts[] = {
		"The ferry sails on Monday, they said; nobody asked why.",
		"one  two   three",
		"a. b, c: d; e",
		"he said \"yes\" and 'no', then left",
		"it's 10 or 11",
		" begins and ends ",
	};

	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		uint8_t plain[256], full[256];
		char longer[256];
		size_t length = strlen(texts[i]);

		snprintf(longer, sizeof longer, "%s\xc3\xa9", texts[i]);
		linebreak_find(str_from(texts[i]), plain);
		linebreak_find(str_from(longer), full);
		for (size_t j = 0; j < length; j++)
			cr_expect(plain[j] == full[j], "%s: byte %zu: plain %d, full %d", texts[i], j,
				plain[j], full[j]);
	}
}

static const struct {
	const char *text;
	size_t length;
	int columns;
} clusters[] = {
	{"a", 1, 1},
	{"e\xcc\x81", 3, 1},
	{"灯台", 3, 2},
	{"\xf0\x9f\x87\xb3\xf0\x9f\x87\xb4x", 8, 2},              /* a flag */
	{"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xacx", 11, 2}, /* joined */
	{"\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbdx", 8, 2},              /* with a skin tone */
	{"\xff", 1, 1},
};

Test(linebreak, keeps_together_what_takes_one_place)
{
	for (size_t i = 0; i < COUNT_OF(clusters); i++) {
		int columns = -1;
		size_t length = cluster_length(str_from(clusters[i].text), 0, &columns);

		cr_expect(length == clusters[i].length && columns == clusters[i].columns,
			"%s: got %zu bytes in %d cells, want %zu in %d", clusters[i].text, length, columns,
			clusters[i].length, clusters[i].columns);
	}
}
