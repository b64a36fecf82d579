#include "quote/given_names.h"
#include "quote/language.h"

#include <criterion/criterion.h>
#include <string.h>

static const struct {
	const char *word;
	uint64_t classes; /* all of these */
} forms[] = {
	{"said", FRAME_CLAUSE | FORM_PAST},
	{"Says", FRAME_CLAUSE},
	{"saying", FRAME_CLAUSE | FORM_PARTICIPLE},
	{"told", FRAME_HEARER_TAKING | FORM_PAST},
	{"noted", FRAME_CLAUSE | FORM_PAST},
	{"noting", FRAME_CLAUSE | FORM_PARTICIPLE},
	{"replied", FRAME_CLAUSE | FORM_PAST},
	{"replies", FRAME_CLAUSE | FORM_PRESENT},
	{"quipped", FRAME_CLAUSE | FORM_PAST},
	{"quipping", FRAME_CLAUSE | FORM_PARTICIPLE},
	{"stresses", FRAME_CLAUSE | FORM_PRESENT},
	{"fumed", FRAME_QUOTES | FORM_PAST},
	{"called", FRAME_OBJECT | FORM_PAST},
	{"wants", FRAME_ATTITUDE | FORM_PRESENT},
	{"they’ll", WORD_PRONOUN | WORD_CONTRACTED},
	{"mayor", WORD_ROLE},
	{"Ministry", WORD_ORGANISATION},
};

Test(lexicon, knows_the_inflected_forms_of_its_verbs)
{
	struct quote_memory memory = {0};
	struct lexicon *lexicon = lexicon_of(&memory, &language_en);

	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		uint64_t got = lexicon_classes(lexicon, str_from(forms[i].word), false);

		cr_expect_eq(got & forms[i].classes, forms[i].classes, "%s: got %llx", forms[i].word,
			(unsigned long long)got);
	}
	quote_memory_finish(&memory);
}

Test(lexicon, does_not_make_verbs_of_words_that_look_inflected)
{
	static const char *const others[] = {
		"saved", "wed", "notes-book", "king", "ring", "thing", "this", "s", "ed"};
	struct quote_memory memory = {0};
	struct lexicon *lexicon = lexicon_of(&memory, &language_en);

	for (size_t i = 0; i < COUNT_OF(others); i++)
		cr_expect_eq(
			lexicon_classes(lexicon, str_from(others[i]), false) & FRAME_ANY, 0, "%s", others[i]);
	quote_memory_finish(&memory);
}

static const struct {
	const struct language *language;
	const char *small, *capitals;
} cases[] = {
	{&language_en, "said", "SAID"},
	{&language_en, "they’ll", "THEY’LL"},
	{&language_de, "über", "ÜBER"},
	{&language_fr, "être", "ÊTRE"},
	{&language_es, "él", "ÉL"},
	{&language_cs, "řekl", "ŘEKL"},
	{&language_cs, "čtvrtek", "ČTVRTEK"},
	{&language_ru, "сказал", "СКАЗАЛ"},
};

Test(lexicon, knows_a_word_in_capitals_beyond_ascii_too)
{
	struct quote_memory memory = {0};

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct lexicon *lexicon = lexicon_of(&memory, cases[i].language);
		uint64_t small = lexicon_classes(lexicon, str_from(cases[i].small), false);

		cr_expect_neq(small, 0, "%s", cases[i].small);
		cr_expect_eq(lexicon_classes(lexicon, str_from(cases[i].capitals), false), small, "%s",
			cases[i].capitals);
	}
	quote_memory_finish(&memory);
}

Test(lexicon, gives_the_same_answer_when_asked_again)
{
	struct quote_memory memory = {0};
	struct lexicon *lexicon = lexicon_of(&memory, &language_en);
	uint64_t first = lexicon_classes(lexicon, STR("argued"), false);

	for (size_t i = 0; i < given_name_count; i++)
		lexicon_classes(lexicon, str_from(given_names[i].word), true);
	cr_expect_eq(lexicon_classes(lexicon, STR("argued"), false), first);
	quote_memory_finish(&memory);
}

Test(lexicon, remembers_each_language_apart)
{
	struct quote_memory memory = {0};
	struct lexicon *english = lexicon_of(&memory, &language_en),
		       *german = lexicon_of(&memory, &language_de);

	cr_expect_neq(english, german);
	cr_expect_eq(lexicon_of(&memory, &language_en), english);
	cr_expect(lexicon_classes(german, STR("sagte"), false) & FRAME_SPEECH);
	cr_expect_not(lexicon_classes(english, STR("sagte"), false) & FRAME_SPEECH);
	quote_memory_finish(&memory);
}

/* The bit that sorts unknown words out looks at the first three bytes, which some endings change. */
Test(lexicon, knows_the_forms_of_very_short_verbs)
{
	static const char *const forms_of_short[] = {"crying", "cries", "cried", "says", "saying"};
	struct quote_memory memory = {0};
	struct lexicon *lexicon = lexicon_of(&memory, &language_en);

	for (size_t i = 0; i < COUNT_OF(forms_of_short); i++)
		cr_expect(lexicon_classes(lexicon, str_from(forms_of_short[i]), false) & FRAME_ANY, "%s",
			forms_of_short[i]);
	quote_memory_finish(&memory);
}

Test(lexicon, given_names_are_sorted_by_bytes)
{
	for (size_t i = 1; i < given_name_count; i++)
		cr_expect_lt(
			strcmp(given_names[i - 1].word, given_names[i].word), 0, "%s", given_names[i].word);
}
