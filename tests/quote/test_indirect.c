#include "reading.h"

#include <criterion/criterion.h>

static const struct reading_row reports[] = {
	{"said that", "Oda Hale said that the wheel would turn again.",
		"the wheel would turn again < Oda Hale"},
	{"said without that", "Oda Hale said the wheel would turn again.",
		"the wheel would turn again < Oda Hale"},
	{"hearer and time", "Oda Hale told reporters on Monday that the wheel would turn again.",
		"the wheel would turn again < Oda Hale"},
	{"after the clause", "The wheel would turn again, Oda Hale said on Monday.",
		"The wheel would turn again < Oda Hale"},
	{"inverted", "The wheel would turn again, said Oda Hale, a miller.",
		"The wheel would turn again < Oda Hale"},
	{"around", "In the spring, Oda Hale noted, the river had been higher.",
		"the river had been higher < Oda Hale"},
	{"as she noted", "As Oda Hale noted, the river had been higher.",
		"the river had been higher < Oda Hale"},
	{"participle", "Oda Hale left early, saying the wheel would turn again.",
		"the wheel would turn again < Oda Hale"},
	{"who said", "Oda Hale, who said the wheel would turn again, left early.",
		"the wheel would turn again < Oda Hale"},
	{"according to", "The wheel will turn again, according to Oda Hale.",
		"The wheel will turn again < Oda Hale"},
	{"passive", "The wheel was broken, the inquiry was told by Oda Hale on Monday.",
		"The wheel was broken < Oda Hale"},
	{"denied", "Oda Hale denied that she had ever met the buyers.",
		"she had ever met the buyers < Oda Hale"},
	{"promised to", "Oda Hale promised to repair the wheel by May.",
		"to repair the wheel by May < Oda Hale"},
	{"called for", "Oda Hale called for an inquiry into the sale.",
		"an inquiry into the sale < Oda Hale"},
	{"two verbs", "Oda Hale announced that the mill would close and said it would open again in May.",
		"the mill would close < Oda Hale; it would open again in May < Oda Hale"},
	{"a verb of no table, in a long sentence",
		"A dozen small leaks bedevil the wheel and the people of the town below it, said Oda Hale.",
		"A dozen small leaks bedevil the wheel and the people of the town below it < Oda Hale"},
	{"a pronoun and a verb of no table", "Oda Hale said they want the mill to open again.",
		"they want the mill to open again < Oda Hale"},
	{"it’s", "Oda Hale said it’s one of her favourite mills.", "it’s one of her favourite mills < Oda Hale"},
	{"said at length", "Oda Hale said the oldest mill on the river bedevils the whole town.",
		"the oldest mill on the river bedevils the whole town < Oda Hale"},
	{"behind another clause", "When the rain had stopped, the wheel was turned by hand, Oda Hale said.",
		"When the rain had stopped, the wheel was turned by hand < Oda Hale"},
	{"a verb that reports inside it", "The wheel may add to the cost of bread, Oda Hale said.",
		"The wheel may add to the cost of bread < Oda Hale"},
	{"around a verb", "Many of the wheels, Oda Hale said, have been sold.",
		"Many of the wheels < Oda Hale; have been sold < Oda Hale"},
	{"in front of its subject", "Noting that the wheel had been repaired, Oda Hale left the town.",
		"the wheel had been repaired < Oda Hale"},
	{"after saying", "After saying the wheel had been repaired, Oda Hale left the town.",
		"the wheel had been repaired < Oda Hale"},
	{"whom somebody asks", "Oda Hale asked Nils Lind whether that had been the last wheel.",
		"whether that had been the last wheel < Oda Hale"},
	{"but without a new subject", "Oda Hale said the wheel turned in the spring, but never in the summer.",
		"the wheel turned in the spring, but never in the summer < Oda Hale"},
	{"behind a semicolon", "Nils Lind had left; the wheel would turn again, Oda Hale said.",
		"the wheel would turn again < Oda Hale"},
	{"stops at the reporter's own words", "Oda Hale said the mill would close, which surprised nobody.",
		"the mill would close < Oda Hale"},
};

Test(indirect, finds_what_is_reported_without_marks)
{
	reading_expect_speakers(reports, COUNT_OF(reports), "en");
}

static const struct reading_row silent[] = {
	{"no clause", "Oda Hale said goodbye to her staff. Nils Lind told the time by the church clock.", ""},
	{"a thing", "The sign said nothing.", ""},
	{"a wish", "Oda Hale wants the mill to open again.", ""},
	{"the narrator", "I said I would come back in the spring.", ""},
	{"the subject and what it is",
		"The director of the ferries in the old harbour town of Norrby, Oda Hale, proposed the opposite.", ""},
	{"an object", "Oda Hale announced the sale of the oldest mill on the river above the town.", ""},
	{"after years", "After eleven years at the mill, Oda Hale said goodbye.", ""},
	{"when asked", "When she was asked about the wheel, Oda Hale said no.", ""},
	{"a verb that is the subject", "Answering at once is easier than the clerks had thought.", ""},
	{"as demanding as", "The steps are steep, and demanding as the wheel itself had been in May.", ""},
	{"what is offered for money", "Norrby Ferries offers rides across the sound that nobody wanted before.", ""},
	{"what is continued", "The clerks continued their support for the mill that had closed.", ""},
	{"what is written", "Oda Hale wrote the specific rules that revealed the loss.", ""},
	{"a lamp that goes on", "When the red lamp went on she put the book away.", ""},
	{"enough to say", "Ten drops are enough to say that the pitch is old.", ""},
	{"what is offered", "On Tuesday the ministry offered it once more, to all who would come.", ""},
	{"a list before a verb", "Two clerks sat among sorrel, Oda Hale and wrote down when it opened.", ""},
	{"an adverbial before the cue", "In an interview on Monday, Oda Hale spoke.", ""},
};

Test(indirect, leaves_what_is_no_speech)
{
	reading_expect_speakers(silent, COUNT_OF(silent), "en");
}
