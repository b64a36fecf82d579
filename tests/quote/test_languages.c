#include "reading.h"

#include "quote/language.h"

#include <criterion/criterion.h>
#include <string.h>

static const struct {
	const char *language, *text, *want;
} rows[] = {
	{"de", "„Wir bauen die Mühle wieder auf“, sagte Greta Lund am Montag.",
		"Wir bauen die Mühle wieder auf < Greta Lund"},
	{"de", "»Wir bauen sie wieder auf«, erklärte Greta Lund.", "Wir bauen sie wieder auf < Greta Lund"},
	{"fr", "« Nous la rebâtirons », a déclaré Odile Varin, la maire.",
		"Nous la rebâtirons < Odile Varin"},
	{"fr", "« Le moulin, explique Odile Varin, sera rebâti en mai. »",
		"Le moulin, < Odile Varin; sera rebâti en mai. < Odile Varin"},
	{"es", "«Vamos a reconstruirlo», dijo la alcaldesa Elena Prado.",
		"Vamos a reconstruirlo < Elena Prado"},
	{"es", "—Vamos a reconstruirlo —dijo Elena Prado—. El molino es nuestro.",
		"Vamos a reconstruirlo < Elena Prado; El molino es nuestro. < Elena Prado"},
	{"it", "«Lo ricostruiremo», ha detto il sindaco Carlo Neri.", "Lo ricostruiremo < Carlo Neri"},
	{"pt", "“Vamos reconstruir o moinho”, disse a prefeita Lara Viana.",
		"Vamos reconstruir o moinho < Lara Viana"},
	{"nl", "‘Wij bouwen hem weer op’, zei burgemeester Wim Kaag.", "Wij bouwen hem weer op < Wim Kaag"},
	{"pl", "„Odbudujemy młyn” – powiedziała burmistrz Ewa Sowa.", "Odbudujemy młyn < Ewa Sowa"},
	{"cs", "„Mlýn postavíme znovu,“ řekl včera starosta Petr Vrána.",
		"Mlýn postavíme znovu, < Petr Vrána"},
	{"ru", "«Мельницу построим заново», — заявил мэр города Пётр Лунин.",
		"Мельницу построим заново < Пётр Лунин"},
	{"uk", "«Млин збудуємо знову», — сказала Олена Гайова.", "Млин збудуємо знову < Олена Гайова"},
	{"zh", "校长王小明表示:“学校九月开学。”", "学校九月开学。 < 王小明"},
	{"ja", "山本花子知事は「橋を直す」と述べた。", "橋を直す < 山本花子"},
	{"ko", "박서연 교수는 “비가 더 온다”고 말했다.", "비가 더 온다 < 박서연"},
	{"ar", "وقال المدير كريم نصار: «سنبني الطاحونة من جديد».", "سنبني الطاحونة من جديد < كريم نصار"},
};

Test(languages, finds_the_speaker_in_each)
{
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct reading reading;
		const char *got;

		reading_open(&reading, rows[i].text, rows[i].language);
		got = reading_speakers(&reading);
		cr_expect(strcmp(got, rows[i].want) == 0, "%s: got “%s”, want “%s”", rows[i].language, got,
			rows[i].want);
		reading_close(&reading);
	}
}

static const char *chosen(const char *tag, const char *text)
{
	struct quote_memory memory = {0};
	const char *code = language_choose(str_from(tag), str_from(text), &memory)->code;

	quote_memory_finish(&memory);
	return code;
}

Test(languages, tells_the_language_when_the_article_does_not)
{
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		cr_expect_str_eq(chosen(NULL, rows[i].text), rows[i].language, "%s: taken for %s",
			rows[i].text, chosen(NULL, rows[i].text));
	cr_expect_str_eq(chosen(NULL, "The wheel turned, and the river was high."), "en");
}

Test(languages, believes_the_tag_of_the_article)
{
	cr_expect_str_eq(chosen("pt-BR", "the and of"), "pt");
	cr_expect_str_eq(chosen("xx", "the and of"), "en");
	cr_expect_str_eq(chosen("ja", "東京都"), "ja");
	cr_expect_str_eq(chosen("ru", "Dateline"), "ru");
}

Test(languages, believes_the_script_more_than_the_tag)
{
	cr_expect_str_eq(chosen("en", "「光は約束です」と市長は述べた。"), "ja");
	cr_expect_str_eq(chosen("en-US", "«Мост мы построим», — сказала мэр Ольга Титова."), "ru");
}

static bool is_sorted(const struct word_row *words, size_t count, const char *code)
{
	for (size_t i = 1; i < count; i++)
		if (strcmp(words[i - 1].word, words[i].word) >= 0) {
			cr_log_error("%s: “%s” stands before “%s”", code, words[i - 1].word, words[i].word);
			return false;
		}
	return true;
}

Test(languages, every_table_is_sorted_by_bytes)
{
	static const struct language *const all[] = {
		&language_ar,
		&language_cs,
		&language_de,
		&language_en,
		&language_es,
		&language_fr,
		&language_it,
		&language_ja,
		&language_ko,
		&language_nl,
		&language_pl,
		&language_pt,
		&language_ru,
		&language_uk,
		&language_zh,
	};

	for (size_t i = 0; i < COUNT_OF(all); i++) {
		cr_expect(is_sorted(all[i]->words, all[i]->word_count, all[i]->code));
		for (size_t v = 1; v < all[i]->verb_count; v++)
			cr_expect_lt(strcmp(all[i]->verbs[v - 1].lemma, all[i]->verbs[v].lemma), 0, "%s",
				all[i]->verbs[v].lemma);
		for (size_t v = 1; v < all[i]->irregular_count; v++)
			cr_expect_lt(strcmp(all[i]->irregulars[v - 1].form, all[i]->irregulars[v].form), 0,
				"%s", all[i]->irregulars[v].form);
	}
}

static const struct {
	const char *language, *text, *role;
} roles[] = {
	{"fr", "« Le toit tient bon », a déclaré M. Odilon Varin.", ""},
	{"fr", "« Le toit tient bon », a déclaré la maire Odile Varin.", "la maire"},
	{"de", "„Das Dach hält noch lange“, sagte Frau Clara Weidner.", ""},
	{"de", "„Das Dach hält noch lange“, sagte Bürgermeisterin Clara Weidner.", "Bürgermeisterin"},
	{"es", "«El techo aguanta bien», dijo la señora Elvira Soto.", ""},
	{"ja", "水門の大沢健さんは「橋を直す」と述べた。", ""},
	{"ja", "大沢健知事は「橋を直す」と述べた。", "知事"},
};

Test(languages, courtesy_is_no_role)
{
	for (size_t i = 0; i < COUNT_OF(roles); i++) {
		struct reading reading;
		struct str got;

		reading_open(&reading, roles[i].text, roles[i].language);
		cr_assert_eq(reading.article.quotes.count, 1, "%s", roles[i].text);
		got = reading.article.quotes.items[0].role;
		cr_expect(str_equal(got, str_from(roles[i].role)), "%s: got “%.*s”, want “%s”", roles[i].text,
			STR_ARG(got), roles[i].role);
		reading_close(&reading);
	}
}
