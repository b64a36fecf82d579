#include "reading.h"

#include <criterion/criterion.h>

static const struct reading_row people[] = {
	{"surname", "Oda Hale, a clerk, kept the list.\n“I lost count,” Hale said.",
		"I lost count, < Oda Hale"},
	{"surname before the full name", "“I lost count,” Hale said. Oda Hale is a clerk.",
		"I lost count, < Oda Hale"},
	{"given name", "Oda Hale and Nils Lind kept the list. “I lost count,” Oda said.",
		"I lost count, < Oda Hale"},
	{"particles", "Dr. Anna van der Meer runs the ward. “Beds are full,” Dr. van der Meer said.",
		"Beds are full, < Anna van der Meer"},
	{"she", "Anna Hale took the chair at noon. “Sit down,” she said.", "Sit down, < Anna Hale"},
	{"he among two", "Anna Hale met Peter Lind on the quay. “The wall will go,” he said.",
		"The wall will go, < Peter Lind"},
	{"not whom the quoted words name", "Peter Lind spoke first. “Tom Bell was wrong,” he said.",
		"Tom Bell was wrong, < Peter Lind"},
	{"whom the sentence is about",
		"The good news for Tom Bell, Peter Lind said, is the rain. “He can sow,” he said.",
		"The good news for Tom Bell < Peter Lind; is the rain < Peter Lind; "
		"He can sow, < Peter Lind"},
	{"titles in a family",
		"Peter Hale and his wife Anna Hale run the mill. “It pays,” said Mr. Hale. “Barely,” added "
		"Ms. Hale.",
		"It pays, < Peter Hale; Barely, < Anna Hale"},
	{"role", "Anna Hale, the mayor of Norrby, opened the school. “It took ten years,” the mayor said.",
		"It took ten years, < Anna Hale"},
	{"he before his name", "“Are you from the paper?” he asked. Peter Lind has rowed here for years.",
		"Are you from the paper? < Peter Lind"},
	{"surname that is a trade", "Orla Baker left early. “I was tired,” Baker said.",
		"I was tired, < Orla Baker"},
	{"surname first", "Geum Tae-rin spoke last. “It is done,” said Ms. Geum.",
		"It is done, < Geum Tae-rin"},
	{"pope", "“It is done,” said Leander. Pope Leander then left.", "It is done, < Pope Leander"},
	{"whom a sentence without marks quotes",
		"The wheel, which Tom Bell built, will turn again by May, Peter Lind said.\n“It has to,” he said.",
		"The wheel, which Tom Bell built, will turn again by May < Peter Lind; It has to, < Peter Lind"},
	{"a sentence that is not read yet is about nobody",
		"The ferry was late. “We waited and said. “We went,” he said.",
		"We waited and said. < -; We went, < -"},
	{"a place is no person", "Anna Hale grew up in Virginia. “It was quiet,” she said.",
		"It was quiet, < Anna Hale"},
};

Test(resolve, finds_the_person_meant)
{
	reading_expect_speakers(people, COUNT_OF(people), "en");
}

static const struct {
	const char *text;
	bool certain;
} certainties[] = {
	{"“It holds,” said Oda Hale.", true},
	{"“It holds,” said Anna Hale. “It must,” she added.", true},
	{"Oda Hale is more cautious. “One dry summer does not make a drought.”", false},
	{"“It holds,” said a clerk.", false},
};

Test(resolve, is_certain_only_of_what_the_text_says)
{
	for (size_t i = 0; i < COUNT_OF(certainties); i++) {
		struct reading reading;

		reading_open(&reading, certainties[i].text, "en");
		cr_assert_geq(reading.article.quotes.count, 1, "%s", certainties[i].text);
		cr_expect_eq(reading.article.quotes.items[reading.article.quotes.count - 1].is_certain,
			certainties[i].certain, "%s", certainties[i].text);
		reading_close(&reading);
	}
}
