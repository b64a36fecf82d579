#include "reading.h"

#include <criterion/criterion.h>
#include <string.h>

/* Every text ends with an attribution, so that each quoted span counts as a quotation. */
static const struct reading_row pairs[] = {
	{"curly", "“The pumps are running again,” said Oda Hale.", "The pumps are running again, < Oda Hale"},
	{"straight", "\"The pumps are running again,\" said Oda Hale.",
		"The pumps are running again, < Oda Hale"},
	{"backticks", "``The pumps are running again,'' said Oda Hale.",
		"The pumps are running again, < Oda Hale"},
	{"blanks inside", "“ The pumps are running again, ” said Oda Hale.",
		"The pumps are running again, < Oda Hale"},
	{"both signs opening", "“The pumps are running again,“ said Oda Hale.",
		"The pumps are running again, < Oda Hale"},
	{"British", "‘The farmers’ pumps can’t stop,’ said Oda Hale.",
		"The farmers’ pumps can’t stop, < Oda Hale"},
	{"single inside double", "“He said ‘never’ to the whole crew,” said Oda Hale.",
		"He said ‘never’ to the whole crew, < Oda Hale"},
	{"double inside single", "‘He called it “a toy” on Monday,’ said Oda Hale.",
		"He called it “a toy” on Monday, < Oda Hale"},
	{"an inch is no mark", "\"The pipe is 9\" wide at the valve,\" said Oda Hale.",
		"The pipe is 9\" wide at the valve, < Oda Hale"},
	{"mark inside, closed twice", "\"They shouted 'stop the pumps,\"' said Oda Hale.",
		"They shouted 'stop the pumps, < Oda Hale"},
};

Test(marks, pair_in_every_style_that_news_uses)
{
	reading_expect_speakers(pairs, COUNT_OF(pairs), "en");
}

static const struct reading_row apostrophes[] = {
	{"plural possessive", "The drivers' union met the owners' lawyers in the '90s.", ""},
	{"elision", "Rock 'n' roll came back, and 'twas the season for the bosses' ball.", ""},
	{"feet and inches", "The 6'2\" guard stood under a 78\" door.", ""},
};

Test(marks, leave_apostrophes_and_inches_alone)
{
	reading_expect_speakers(apostrophes, COUNT_OF(apostrophes), "en");
}

static const struct reading_row repairs[] = {
	{"no opening mark", "The mill closed. We shall open it again,” said Oda Hale.",
		"We shall open it again, < Oda Hale"},
	{"no closing mark before a cue", "“We shall open the mill again, said Oda Hale.",
		"We shall open the mill again, < Oda Hale"},
	{"no closing mark at all", "Oda Hale said: “We shall open the mill again.",
		"We shall open the mill again. < Oda Hale"},
	{"opened twice", "“We shall open the mill. “It is time,” said Oda Hale.",
		"We shall open the mill. < Oda Hale; It is time, < Oda Hale"},
};

Test(marks, repair_a_missing_mark)
{
	reading_expect_speakers(repairs, COUNT_OF(repairs), "en");
}

Test(marks, tell_of_each_repair)
{
	struct reading reading;

	reading_open(&reading, "The mill closed. We shall open it again,” said Oda Hale.", "en");
	cr_assert_eq(reading.warnings.list.count, 1);
	cr_expect(str_find(reading.warnings.list.items[0], STR("an opening quotation mark is missing"), 0) !=
		  STR_NPOS);
	reading_close(&reading);
}

Test(marks, a_quote_over_paragraphs_is_one_quote_for_each)
{
	struct reading reading;

	reading_open(&reading,
		"Oda Hale, the miller, said: “The dam broke at noon.\n“The wheel went with it.\n“We saved "
		"the stones.”\n",
		"en");
	cr_assert_eq(reading.article.quotes.count, 3);
	for (size_t i = 0; i < 3; i++) {
		const struct quote *quote = &reading.article.quotes.items[i];

		cr_expect_eq(quote->block, i);
		cr_expect_eq(quote->continues, i > 0, "quote %zu", i);
		cr_expect(str_equal(quote->speaker, STR("Oda Hale")), "quote %zu", i);
	}
	cr_expect_eq(reading.warnings.list.count, 0);
	reading_close(&reading);
}
