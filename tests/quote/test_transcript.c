#include "reading.h"

#include <criterion/criterion.h>

static const struct reading_row rows[] = {
	{"interview",
		"The Gazette spoke to Oda Hale, the miller.\nQ: Will the wheel hold?\nA: It will if the "
		"river does.\n",
		"It will if the river does. < Oda Hale"},
	{"interview about a country that is named more often",
		"Former first lady Laura Hale wrote a book about the Faroe Islands.\nQ: What of the Faroe "
		"Islands?\nA: We love the Faroe Islands.\n",
		"We love the Faroe Islands. < Laura Hale"},
	{"interview in which somebody else is talked of",
		"Laura Hale sat down with us to talk about Peter Lind.\nQ: Is Peter Lind well?\nA: Peter Lind "
		"is well.\nQ: And Peter Lind’s wheel?\nA: It turns.\n",
		"Peter Lind is well. < Laura Hale; It turns. < Laura Hale"},
	{"names in capitals",
		"ODA HALE: Let us begin.\nNILS LIND: The wheel is fine.\nHALE: Then we are done here.",
		"Let us begin. < Oda Hale; The wheel is fine. < Nils Lind; Then we are done here. < Oda "
		"Hale"},
	{"one label is none", "NOTE: The mill is closed on Monday.\nIt opens again on Tuesday.", ""},
	{"labels far from each other are none",
		"LOOK: The new wheel is here.\nIt came by boat.\nThe crane stood ready.\nNobody slept.\n"
		"The river rose.\nVIDEO: The wheel turns.",
		""},
};

Test(transcript, gives_each_answer_to_its_speaker)
{
	reading_expect_speakers(rows, COUNT_OF(rows), "en");
}
