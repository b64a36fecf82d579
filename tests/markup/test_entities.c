#include "dateline/markup/entities.h"

#include <criterion/criterion.h>

struct entity_row {
	const char *text, *in_text, *in_attribute;
};

Test(entities, decodes_names_and_numbers_as_the_html_standard_has_them)
{
	static const struct entity_row rows[] = {
		{"&amp;&lt;&gt;&quot;&apos;", "&<>\"'", "&<>\"'"},
		{"&eacute;&hellip;&CounterClockwiseContourIntegral;", "é…∳", "é…∳"},
		{"&NotEqualTilde;", "≂̸", "≂̸"},
		{"&nGt;&nLt;", "≫⃒≪⃒", "≫⃒≪⃒"},
		{"&copy 2025", "© 2025", "© 2025"},
		{"?a=1&copy=2", "?a=1©=2", "?a=1&copy=2"},
		{"&notit;", "¬it;", "&notit;"},
		{"&notin;", "∉", "∉"},
		{"&#233;&#xE9;&#XE9;&#233", "éééé", "éééé"},
		{"&#150;&#x93;x&#148;", "–“x”", "–“x”"},
		{"&#0;&#xD800;&#x110000;&#99999999999;", "����", "����"},
		{"&#xFFFF;", "�", "�"},
		{"&#8;&#127;x", "x", "x"},
		{"AT&T & &nosuch; &# &#x; &", "AT&T & &nosuch; &# &#x; &", "AT&T & &nosuch; &# &#x; &"},
	};
	struct arena arena = {0};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct str text = entities_decode(str_from(rows[i].text), false, &arena);
		struct str attribute = entities_decode(str_from(rows[i].text), true, &arena);

		cr_expect(str_equal(text, str_from(rows[i].in_text)), "%s: got %.*s, want %s", rows[i].text,
			STR_ARG(text), rows[i].in_text);
		cr_expect(str_equal(attribute, str_from(rows[i].in_attribute)),
			"%s in an attribute: got %.*s, want %s", rows[i].text, STR_ARG(attribute),
			rows[i].in_attribute);
	}
	arena_finish(&arena);
}

Test(entities, gives_text_without_references_back_uncopied)
{
	struct arena arena = {0};
	struct str text = STR("no reference here");

	cr_expect_eq(entities_decode(text, false, &arena).data, text.data);
	arena_finish(&arena);
}
