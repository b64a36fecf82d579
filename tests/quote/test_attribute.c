#include "reading.h"

#include <criterion/criterion.h>
#include <string.h>

/* One row for each pattern of attribute.h, and its neighbours. */
static const struct reading_row patterns[] = {
	{"cue, subject", "“The mill is safe,” said Oda Hale.", "The mill is safe, < Oda Hale"},
	{"subject, cue", "“The mill is safe,” Oda Hale said.", "The mill is safe, < Oda Hale"},
	{"subject, apposition, cue", "“The mill is safe,” Oda Hale, a miller from Norrby, said.",
		"The mill is safe, < Oda Hale"},
	{"subject, who clause, cue", "“The mill is safe,” Oda Hale, who bought it from Nils Lind, said.",
		"The mill is safe, < Oda Hale"},
	{"common noun, name, cue", "“The mill is safe,” its owner, Oda Hale, said.",
		"The mill is safe, < Oda Hale"},
	{"leads in with a colon", "Oda Hale said: “The mill is safe.”", "The mill is safe. < Oda Hale"},
	{"leads in with a hearer", "Oda Hale told Nils Lind on Monday: “The mill is safe.”",
		"The mill is safe. < Oda Hale"},
	{"reported clause", "Oda Hale said that the mill was “a ruin” and that she would “never” sell it.",
		"a ruin < Oda Hale; never < Oda Hale"},
	{"object and fragment", "Oda Hale called the sale “a theft from the town” on Monday.",
		"a theft from the town < Oda Hale"},
	{"a wish inside what is said", "Oda Hale said Nils Lind wanted to “strip the place bare.”",
		"strip the place bare. < Oda Hale"},
	{"participle", "Oda Hale left the hall, calling the vote “a bad joke.”", "a bad joke. < Oda Hale"},
	{"according to", "According to Oda Hale, the mill “was sold before anyone asked.”",
		"was sold before anyone asked. < Oda Hale"},
	{"name and colon", "Oda Hale: “Ask me in the autumn.”", "Ask me in the autumn. < Oda Hale"},
	{"dash and name", "“A mill is a promise.” — Oda Hale", "A mill is a promise. < Oda Hale"},
	{"noun of speech", "Oda Hale’s answer was short: “Not for sale.”", "Not for sale. < Oda Hale"},
	{"interrupted", "“The wheel,” said Oda Hale, “was never meant to last.”",
		"The wheel, < Oda Hale; was never meant to last. < Oda Hale"},
	{"continued", "“The wheel is gone,” said Oda Hale. “The stones are not.”",
		"The wheel is gone, < Oda Hale; The stones are not. < Oda Hale"},
	{"quoted in the passive",
		"Oda Hale was quoted by the Gazette as saying that “the mill is not for sale.”",
		"the mill is not for sale. < Oda Hale"},
	{"asked by somebody", "Oda Hale was asked by Nils Lind whether she would “ever sell the place.”",
		"ever sell the place. < Nils Lind"},
	{"at the end of the sentence",
		"The mill “was sold before anyone asked” in the spring, said Oda Hale.",
		"was sold before anyone asked < Oda Hale"},
	{"previous sentence", "Oda Hale is more cautious. “One dry summer does not make a drought.”",
		"One dry summer does not make a drought. < Oda Hale"},
	{"following sentence", "“You could hear the beams crack.” Oda Hale was in the loft when it fell.",
		"You could hear the beams crack. < Oda Hale"},
	{"two speakers",
		"“It is over,” said Oda Hale. “It has hardly begun,” Nils Lind replied. “You will see.”",
		"It is over, < Oda Hale; It has hardly begun, < Nils Lind; You will see. < Nils Lind"},
	{"the verb that takes it, not one further off",
		"Oda Hale repeated the charge that Nils Lind sells the stones, calling him “a thief.”",
		"a thief. < Oda Hale"},
	{"relative pronoun, subject, cue",
		"Nils Lind sold the wheel to a dealer, whom Oda Hale described as “a man in a hurry.”",
		"a man in a hurry. < Oda Hale"},
	{"what is reported has a verb too",
		"Oda Hale said that the dealer would call it “scrap and nothing else.”",
		"scrap and nothing else. < Oda Hale"},
	{"the subject of a with-clause",
		"The council heard both sides, with Oda Hale calling the sale “a theft from the town.”",
		"a theft from the town. < Oda Hale"},
	{"a relative clause inside",
		"Oda Hale said the dealers who complained about the stones “had never seen a mill.”",
		"had never seen a mill. < Oda Hale"},
	{"a bracket after the name", "“It holds,” said Oda Hale (Norrby), adding that “it always has.”",
		"It holds, < Oda Hale; it always has. < Oda Hale"},
	{"a bracket before the verb", "Oda Hale (Norrby) said “it holds for another year.”",
		"it holds for another year. < Oda Hale"},
	{"after X said", "The sale came after Oda Hale had said “it holds for another year.”",
		"it holds for another year. < Oda Hale"},
	{"a name before a colon inside the sentence",
		"The sale did not surprise the miller Oda Hale: “They had asked for it twice.”",
		"They had asked for it twice. < Oda Hale"},
	{"a weak verb and a tail",
		"The town would do well to begin “building the wheel” at once, said Oda Hale.",
		"building the wheel < Oda Hale"},
	{"a name before a plain noun", "“It holds,” said Gazette reader Oda Hale.", "It holds, < Oda Hale"},
	{"a description, a comma, a name", "“It holds,” said another Gazette reader, Oda Hale.",
		"It holds, < Oda Hale"},
	{"no comma before the subject", "“It holds well enough for us” Vik said after the meeting.",
		"It holds well enough for us < Vik"},
	{"a paragraph that leads in", "Oda Hale wrote to the council:\n“The mill holds. “Safe” it is not.”",
		"The mill holds. “Safe” it is not. < Oda Hale"},
	{"words that say when are no subject",
		"A month later, Oda Hale rowed to the mill and explained why “the wheel stands still.”",
		"the wheel stands still. < Oda Hale"},
	{"two say it, before the cue", "“It holds,” Oda Hale and Nils Lind said.",
		"It holds, < Oda Hale and Nils Lind"},
	{"two say it, after the cue", "“It holds,” said Oda Hale and Nils Lind.",
		"It holds, < Oda Hale and Nils Lind"},
	{"two who do not both say it", "“It holds,” said Oda Hale and Nils Lind nodded.",
		"It holds, < Oda Hale"},
	{"whom X met does not say it", "After a talk with Nils Lind and Tom Bell, Oda Hale said: “It holds.”",
		"It holds. < Oda Hale"},
	{"a name that ends as plurals do", "“It holds for another year,” Moss said.",
		"It holds for another year, < Moss"},
	{"a plural", "“It holds for another year!” Clerks said no more.", "It holds for another year! < -"},
	{"a role and a name in apposition", "“It holds for another year,” said the mill’s hostess, actress Oda Hale.",
		"It holds for another year, < Oda Hale"},
	{"an organisation", "“We regret the delay,” Norrby Ferries said in a statement.",
		"We regret the delay, < Norrby Ferries"},
	{"what describes the subject runs up to the cue",
		"“It holds for another year,” Oda Hale, the miller who built the wheel said on Monday.",
		"It holds for another year, < Oda Hale"},
	{"an organisation, a rank and a name", "“It holds for another year,” said Coast Guard 2nd Lt. Nils Lind.",
		"It holds for another year, < Nils Lind"},
	{"nobody", "The square was full by nine.\n“Nobody told us anything at all!”\nThen the rain came.",
		"Nobody told us anything at all! < -"},
};

Test(attribute, finds_the_speaker_by_each_pattern)
{
	reading_expect_speakers(patterns, COUNT_OF(patterns), "en");
}

static const struct {
	const char *text, *role;
} roles[] = {
	{"“It holds,” said Oda Hale, the miller’s daughter.", "the miller’s daughter"},
	{"“It holds,” said Oda Hale, chief executive of Hale & Sons, a builder of boats.",
		"chief executive of Hale & Sons"},
	{"“It holds,” said harbour master Oda Hale.", "harbour master"},
	{"“It holds,” said Ms. Oda Hale.", ""},
	{"“It holds,” said Sen. Oda Hale.", "Sen."},
	{"“It holds,” said Oda Hale, a lawyer who once worked for Nils Lind.",
		"a lawyer who once worked for Nils Lind"},
	{"Nils Lind’s lawyer, Oda Hale, said: “It holds.”", "Nils Lind’s lawyer"},
	{"“It holds,” said a spokesman for Norrby Ferries, who asked not to be named.",
		"a spokesman for Norrby Ferries"},
	{"“It holds,” said Oda Hale, a lawyer who has worked for Nils Lind.",
		"a lawyer who has worked for Nils Lind"},
	{"“It holds,” said Oda Hale, who runs the mill at Norrby.", "who runs the mill at Norrby"},
	{"Oda Hale, 54, who has run the mill for years, said: “It holds.”", "who has run the mill for years"},
	{"“It holds,” said Oda Hale, who said it twice.", ""},
	{"“It holds,” said Oda Hale, who did not build it.", ""},
	{"“It holds,” said Oda Hale of the millers’ union.", "of the millers’ union"},
	{"Oda Hale, keeper of the wheel at Norrby, lost count. “It holds,” she said.",
		"keeper of the wheel at Norrby"},
	{"The old foreman, Oda Hale, kept the list. “It holds,” Hale said.", "The old foreman"},
	{"Oda Hale, a miller with three wheels and a barge, said it was “safe.”",
		"a miller with three wheels and a barge"},
	{"Oda Hale, working for Norrby Ferries, said: “It holds.”", ""},
	{"Norrby Ferries CEO Oda Hale said: “It holds.”", "Norrby Ferries CEO"},
	{"The CEO of Norrby Ferries said: “It holds.”", "The CEO of Norrby Ferries"},
	{"Acting harbour master Oda Hale said: “It holds.”", "Acting harbour master"},
	{"“It holds,” said a teary-eyed Oda Hale.", ""},
	{"“It holds,” said Oda Hale, whom Nils Lind had called “a rock.”", ""},
	{"“It holds,” said Oda Hale, who Nils Lind built it with.", ""},
};

Test(attribute, gives_the_role_as_the_text_has_it)
{
	for (size_t i = 0; i < COUNT_OF(roles); i++) {
		struct reading reading;
		struct str got;

		reading_open(&reading, roles[i].text, "en");
		cr_assert_geq(reading.article.quotes.count, 1, "%s", roles[i].text);
		got = reading.article.quotes.items[0].role;
		cr_expect(str_equal(got, str_from(roles[i].role)), "%s: got “%.*s”, want “%s”", roles[i].text,
			STR_ARG(got), roles[i].role);
		reading_close(&reading);
	}
}

Test(attribute, an_unnamed_source_has_a_role_and_no_speaker)
{
	struct reading reading;

	reading_open(&reading, "“We regret the delay,” said a spokesman for Norrby Ferries.", "en");
	cr_assert_eq(reading.article.quotes.count, 1);
	cr_expect_null(reading.article.quotes.items[0].speaker.data);
	cr_expect_not(reading.article.quotes.items[0].is_certain);
	reading_close(&reading);
}

Test(attribute, a_later_paragraph_names_who_speaks_in_the_ones_before)
{
	static const struct reading_row rows[] = {
		{"two paragraphs", "“We shall build it again.\n“It will take years,” said Oda Hale.",
			"We shall build it again. < Oda Hale; It will take years, < Oda Hale"},
	};

	reading_expect_speakers(rows, COUNT_OF(rows), "en");
}

Test(attribute, says_how_it_found_the_speaker)
{
	struct reading reading;
	struct str reason;

	reading_open(&reading, "Oda Hale runs the mill. “It holds,” she said.", "en");
	cr_assert_eq(reading.article.quotes.count, 1);
	reason = reading.article.quotes.items[0].reason;
	cr_expect(str_find(reason, STR("“said”"), 0) != STR_NPOS, "%.*s", STR_ARG(reason));
	cr_expect(str_find(reason, STR("“she” is Oda Hale"), 0) != STR_NPOS, "%.*s", STR_ARG(reason));
	reading_close(&reading);
}

Test(attribute, an_article_alone_is_no_role)
{
	struct reading reading;

	reading_open(&reading, "She wants the companies to accept “a common ceiling, with a common referee”.",
		"en");
	for (size_t i = 0; i < reading.article.quotes.count; i++)
		cr_expect_not(str_equal(reading.article.quotes.items[i].role, STR("the")));
	cr_expect_geq(reading.article.quotes.count, 1);
	reading_close(&reading);
}
