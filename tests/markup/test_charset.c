#include "dateline/markup/charset.h"

#include <criterion/criterion.h>

struct charset_row {
	const char *name;
	struct str bytes;
	const char *media_type;
	const char *want;
};

#define ROW(name, bytes, media_type, want)                                                                   \
	{                                                                                                    \
		name, STR_INIT(bytes), media_type, want                                                      \
	}

Test(charset, follows_mark_then_media_type_then_declaration)
{
	static const struct charset_row rows[] = {
		ROW("plain ASCII", "<a>x</a>", NULL, "<a>x</a>"),
		ROW("UTF-8 unlabelled", "<a>\xC3\xA9</a>", NULL, "<a>é</a>"),
		ROW("UTF-8 mark", "\xEF\xBB\xBF<a>\xC3\xA9</a>", "text/xml; charset=koi8-r", "<a>é</a>"),
		ROW("UTF-16 mark", "\xFF\xFE<\0a\0/\0>\0", NULL, "<a/>"),
		ROW("UTF-16 without mark", "\0<\0a\0/\0>", "text/xml; charset=utf-8", "<a/>"),
		ROW("UTF-32 without mark", "<\0\0\0a\0\0\0/\0\0\0>\0\0\0", NULL, "<a/>"),
		ROW("media type", "<a>\xD4</a>", "text/xml; charset=\"koi8-r\"", "<a>т</a>"),
		ROW("media type over declaration", "<?xml encoding='windows-1251'?>\xD4",
			"a/b;charset=koi8-r", "<?xml encoding='windows-1251'?>т"),
		ROW("declaration", "<?xml version='1.0' encoding='windows-1251'?>\xD4", NULL,
			"<?xml version='1.0' encoding='windows-1251'?>Ф"),
		ROW("declared latin-1, media type and bytes UTF-8", "<?xml encoding='iso-8859-1'?>\xC3\xA9",
			"text/xml; charset=utf-8", "<?xml encoding='iso-8859-1'?>é"),
		ROW("meta element", "<html><meta charset=windows-1251>\xD4", NULL,
			"<html><meta charset=windows-1251>Ф"),
		ROW("meta in the text of a feed", "<rss>\xC3\xA9&lt;meta charset=koi8-r", NULL,
			"<rss>é&lt;meta charset=koi8-r"),
		ROW("utf-16 that cannot be", "<?xml encoding='utf-16'?>\xC3\xA9", "text/xml; charset=utf-16",
			"<?xml encoding='utf-16'?>é"),
		ROW("unknown label", "<a>\xC3\xA9</a>", "text/xml; charset=x-none", "<a>é</a>"),
		ROW("us-ascii that is none", "<a>\xC3\xA9</a>", "text/xml; charset=us-ascii", "<a>é</a>"),
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena arena = {0};
		struct str got = charset_to_utf8(rows[i].bytes, str_from(rows[i].media_type), &arena, NULL);

		cr_expect(str_equal(got, str_from(rows[i].want)), "%s: got %.*s, want %s", rows[i].name,
			STR_ARG(got), rows[i].want);
		arena_finish(&arena);
	}
}

Test(charset, reads_labels_as_browsers_do)
{
	static const struct charset_row rows[] = {
		ROW("latin-1 is windows-1252", "\x93x\x94 \xE9", "a/b; charset=iso-8859-1", "“x” é"),
		ROW("gb2312 is gb18030", "\xD6\xD0\xA2\xE3", "a/b; charset=gb2312", "中€"),
		ROW("Shift_JIS is windows-31j", "\x87\x40", "a/b; charset=shift_jis", "①"),
		ROW("EUC-KR is windows-949", "\x8C\x63", "a/b; charset=ks_c_5601-1987", "똠"),
		ROW("latin5 is windows-1254", "\xFE\xDD", "a/b; charset=latin5", "şİ"),
		ROW("big5", "\xA4\xA4", "a/b; charset=Big5", "中"),
		ROW("a code page of DOS", "\x87\x94 \xC9\xCD\xBB", "a/b; charset=IBM850", "çö ╔═╗"),
		ROW("misspelt", "\xF2\xE5\xF1\xF2", "a/b; charset=win-1251", "тест"),
		ROW("misspelt otherwise", "\xC3\xA9", "a/b; charset=utf_8", "é"),
		ROW("with a blank", "\xE8", "a/b; charset=\"ISO 8859-2\"", "č"),
		ROW("ISO-2022-JP", "\x1B$BF|K\\\x1B(B", "a/b; charset=iso-2022-jp", "日本"),
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena arena = {0};
		struct str got = charset_to_utf8(rows[i].bytes, str_from(rows[i].media_type), &arena, NULL);

		cr_expect(str_equal(got, str_from(rows[i].want)), "%s: got %.*s, want %s", rows[i].name,
			STR_ARG(got), rows[i].want);
		arena_finish(&arena);
	}
}

Test(charset, repairs_what_is_invalid_and_says_so)
{
	static const struct charset_row rows[] = {
		ROW("a byte pasted in is windows-1252", "\xC3\xA9 caf\xE9 x", NULL, "é café x"),
		ROW("a sequence cut short is replaced", "\xC3\xA9 \xE2\x82 x", NULL, "é � x"),
		ROW("a surrogate is replaced", "\xC3\xA9\xC3\xA9\xC3\xA9 \xED\xA0\x80 x", NULL, "ééé � x"),
		ROW("line ends and controls",
			"a\r\nb\rc\x01\x0B\x7F"
			"d",
			NULL, "a\nb\ncd"),
		ROW("C1 controls", "\xC2\x93x\xC2\x94", NULL, "“x”"),
		ROW("NUL", "a\0b", NULL, "ab"),
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena arena = {0};
		struct warnings warnings;
		struct str got;

		warnings_init(&warnings, &arena);
		got = charset_to_utf8(rows[i].bytes, STR_NONE, &arena, &warnings);
		cr_expect(str_equal(got, str_from(rows[i].want)), "%s: got %.*s, want %s", rows[i].name,
			STR_ARG(got), rows[i].want);
		cr_expect_eq(warnings.list.count, i < 3 ? 1 : 0, "%s: %zu warnings", rows[i].name,
			warnings.list.count);
		arena_finish(&arena);
	}
}

Test(charset, guesses_what_nobody_says)
{
	static const struct charset_row rows[] = {
		ROW("KOI8-R", "\xF7\xC5\xDE\xC5\xD2\xCE\xC9\xC5 \xCE\xCF\xD7\xCF\xD3\xD4\xC9", NULL,
			"Вечерние новости"),
		ROW("windows-1251", "\xC2\xE5\xF7\xE5\xF0\xED\xE8\xE5 \xED\xEE\xE2\xEE\xF1\xF2\xE8", NULL,
			"Вечерние новости"),
		ROW("EUC-JP", "\xB9\xC1\xA4\xCE\xC4\xAB\xBB\xD4\xA4\xAC\xB3\xAB\xA4\xAF", NULL,
			"港の朝市が開く"),
		ROW("Western", "d\xE9j\xE0 vu \x96 na\xEFve", NULL, "déjà vu – naïve"),
		ROW("Czech",
			"Vl\xE1"
			"da schv\xE1lila v\xECt\x9A\xED s\xE1l",
			NULL, "Vláda schválila větší sál"),
		ROW("Polish in the encoding of ISO",
			"Rz\xB1"
			"d og\xB3osi\xB3 nowy plan szk\xF3\xB3",
			NULL, "Rząd ogłosił nowy plan szkół"),
		ROW("Hungarian", "Az id\xF5j\xE1r\xE1s h\xFBv\xF6s \xE9s es\xF5s", NULL,
			"Az időjárás hűvös és esős"),
		ROW("Turkish", "H\xFCk\xFCmet yeni bir plan a\xE7\xFDklad\xFD, da\xF0lar g\xF6z\xFCkt\xFC",
			NULL, "Hükümet yeni bir plan açıkladı, dağlar gözüktü"),
		ROW("Latvian",
			"Vald\xEE"
			"ba pazi\xF2oja par jaunu pl\xE2nu",
			NULL, "Valdība paziņoja par jaunu plānu"),
		ROW("Arabic of ISO",
			"\xC3\xD9\xE4\xE6\xCA \xC7\xE4\xCD\xE3\xE8\xE5\xC9 \xD9\xE6 \xCE\xD7\xC9 \xCC\xCF\xEA\xCF\xC9 \xE4\xE4\xCA\xD9\xE4\xEA\xE5",
			NULL, "أعلنت الحكومة عن خطة جديدة للتعليم"),
		ROW("Japanese called UTF-8",
			"<?xml encoding='utf-8'?>\xC5\xEC\xB5\xFE\xA4\xCE\xC5\xB7\xB5\xA4\xA4\xCF\xCC\xC0\xC6\xFC\xA4\xAB\xA4\xE9\xB1\xAB\xA4\xAC\xB9\xDF\xA4\xEB\xA4\xC7\xA4\xB7\xA4\xE7\xA4\xA6\xA1\xA3\xC0\xAF\xC9\xDC\xA4\xCF\xBF\xB7\xA4\xB7\xA4\xA4\xB7\xD7\xB2\xE8\xA4\xF2\xC8\xAF\xC9\xBD\xA4\xB7\xA4\xDE\xA4\xB7\xA4\xBF",
			NULL,
			"<?xml encoding='utf-8'?>東京の天気は明日から雨が降るでしょう。政府は新しい計画を発表しました"),
		ROW("escapes called UTF-8", "<?xml encoding='utf-8'?>\x1B$BF|K\\\x1B(B",
			"text/xml; charset=utf-8", "<?xml encoding='utf-8'?>日本"),
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena arena = {0};
		struct str got = charset_to_utf8(rows[i].bytes, STR_NONE, &arena, NULL);

		cr_expect(str_equal(got, str_from(rows[i].want)), "%s: got %.*s, want %s", rows[i].name,
			STR_ARG(got), rows[i].want);
		arena_finish(&arena);
	}
}

Test(charset, tidies_controls_wherever_they_stand)
{
	static const struct {
		const char *control, *tidy;
	} rows[] = {{"\r\n", "\n"}, {"\r", "\n"}, {"\t", "\t"}, {"\x01", ""}, {"\x7f", ""}, {"\xc2\x93", "“"},
		{"\xc2\xa0", "\xc2\xa0"}};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		for (int at = 0; at < 20; at++) {
			struct arena arena = {0};
			struct str given = arena_printf(
				&arena, "%.*s%sé\r", at, "aaaaaaaaaaaaaaaaaaaa", rows[i].control);
			struct str want =
				arena_printf(&arena, "%.*s%sé\n", at, "aaaaaaaaaaaaaaaaaaaa", rows[i].tidy);

			cr_expect(str_equal(charset_to_utf8(given, STR_NONE, &arena, NULL), want),
				"row %zu at %d", i, at);
			arena_finish(&arena);
		}
}

Test(charset, gives_clean_utf8_back_uncopied)
{
	struct arena arena = {0};
	struct str text = STR("<a>\xC3\xA9\n</a>");

	cr_expect_eq(charset_to_utf8(text, STR_NONE, &arena, NULL).data, text.data);
	arena_finish(&arena);
}
