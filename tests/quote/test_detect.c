#include "reading.h"

#include <criterion/criterion.h>

static const struct reading_row nothing[] = {
	{"scare words", "The so-called “clever” meters were put in, in “record” time, and then they failed.",
		""},
	{"titles", "She starred in “The Quiet Harbour” and wrote the novel “Ten Autumns” in a loft.", ""},
	{"shows", "The paper’s “Evening Notes” and the show “Round Table” are on Monday.", ""},
	{"labels", "Workers painted the word “HALT” on the road.", ""},
	{"what somebody owns", "Hale’s “Ten Autumns” sold out in a week, and the shop ordered more of them.",
		""},
	{"long titles",
		"The wheel stood still, according to “Ten Autumns: The Long Wheel and the Short Life of a Mill on the River Brine.”",
		""},
	{"what a sign reads", "A sign beside the gate reads “B12” in red.", ""},
	{"a work named after its title", "On Monday “The Quiet Harbour,” a film about the mill, opens in town.", ""},
	{"adjectives", "The “clean” sand cost more than the “washed” sand did a year ago.", ""},
};

static const struct reading_row speech[] = {
	{"a fragment far from its verb",
		"Oda Hale said on Monday that the wheel, which stands since May, is in “a state beyond repair.”",
		"a state beyond repair. < Oda Hale"},
	{"one word beside its verb", "Oda Hale called it “ruined” and left the room.", "ruined < Oda Hale"},
	{"a short sentence after another", "“The wheel turns,” Oda Hale said. “At last.”",
		"The wheel turns, < Oda Hale; At last. < Oda Hale"},
	{"chants", "Oda Hale left the stage to chants of “Build it,” and the wheel turned.",
		"Build it, < Oda Hale"},
	{"a long chant in capitals", "“Hands Off Our Wheel: Oda Hale and Her Friends Must Go,” the crowd chanted.",
		"Hands Off Our Wheel: Oda Hale and Her Friends Must Go, < -"},
	{"one word in capitals", "Oda Hale said “YES” twice and left the room.", "YES < Oda Hale"},
	{"a noun of saying",
		"Oda Hale issued a statement about the wheel that night: “We shall build it again.”",
		"We shall build it again. < Oda Hale"},
};

Test(detect, keeps_short_words_that_somebody_said)
{
	reading_expect_speakers(speech, COUNT_OF(speech), "en");
}

Test(detect, leaves_titles_and_scare_words_alone)
{
	reading_expect_speakers(nothing, COUNT_OF(nothing), "en");
}

Test(detect, keeps_a_title_inside_a_quotation)
{
	static const struct reading_row rows[] = {
		{"title inside",
			"“I wrote ‘Ten Autumns’ in a loft,” said Oda Hale, whose film “Brine” opens today.",
			"I wrote ‘Ten Autumns’ in a loft, < Oda Hale"},
	};

	reading_expect_speakers(rows, COUNT_OF(rows), "en");
}

static const struct {
	const char *text;
	enum quote_kind kind;
} kinds[] = {
	{"“The mill is safe,” said Oda Hale.", QUOTE_DIRECT},
	{"Oda Hale said: “The mill is safe.”", QUOTE_DIRECT},
	{"Oda Hale said the mill was “safe for another year.”", QUOTE_MIXED},
	{"Oda Hale called the mill “a monument to patience.”", QUOTE_MIXED},
	{"Oda Hale said the mill was safe.", QUOTE_INDIRECT},
};

Test(detect, tells_sentences_from_fragments)
{
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		struct reading reading;

		reading_open(&reading, kinds[i].text, "en");
		cr_assert_eq(reading.article.quotes.count, 1, "%s", kinds[i].text);
		cr_expect_eq(reading.article.quotes.items[0].kind, kinds[i].kind, "%s", kinds[i].text);
		reading_close(&reading);
	}
}

Test(detect, headings_captions_and_pointers_give_nothing)
{
	static const enum block_kind silent[] = {BLOCK_HEADING, BLOCK_IMAGE, BLOCK_RELATED, BLOCK_RULE};

	for (size_t i = 0; i < COUNT_OF(silent); i++) {
		struct arena arena = {0}, scratch = {0};
		struct quote_memory memory = {0};
		struct article article = {0};
		struct block *block = LIST_PUSH(&arena, &article.blocks);

		block->kind = silent[i];
		block->text = STR("“We shall build it again,” said Oda Hale.");
		quotes_find(&article, &arena, &scratch, &memory, NULL);
		cr_expect_eq(article.quotes.count, 0, "block kind %d", (int)silent[i]);
		arena_finish(&arena);
		arena_finish(&scratch);
		quote_memory_finish(&memory);
	}
}

Test(detect, a_block_quotation_is_a_quote_of_kind_block)
{
	struct arena arena = {0}, scratch = {0};
	struct quote_memory memory = {0};
	struct article article = {0};
	struct block *block = LIST_PUSH(&arena, &article.blocks);

	block->kind = BLOCK_PARAGRAPH;
	block->text = STR("Oda Hale wrote to the council:");
	block = LIST_PUSH(&arena, &article.blocks);
	block->kind = BLOCK_BLOCKQUOTE;
	block->text = STR("The mill has stood for two hundred years. Let it stand.");
	quotes_find(&article, &arena, &scratch, &memory, NULL);
	cr_assert_eq(article.quotes.count, 1);
	cr_expect_eq(article.quotes.items[0].kind, QUOTE_BLOCK);
	cr_expect_eq(article.quotes.items[0].block, 1);
	cr_expect(str_equal(article.quotes.items[0].speaker, STR("Oda Hale")));
	arena_finish(&arena);
	arena_finish(&scratch);
	quote_memory_finish(&memory);
}
