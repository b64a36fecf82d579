#include "quote/language.h"

#define DET WORD_DETERMINER
#define PREP WORD_PREPOSITION
#define CONJ WORD_CONJUNCTION
#define SUB WORD_SUBORDINATOR
#define THAT WORD_THAT
#define REL WORD_RELATIVE
#define HE (WORD_PRONOUN | WORD_MALE)
#define SHE (WORD_PRONOUN | WORD_FEMALE)
#define PRON WORD_PRONOUN
#define OBJP WORD_OBJECT_PRONOUN
#define AUX WORD_AUXILIARY
#define ADV WORD_ADVERB
#define TIME WORD_TIME
#define TITLE WORD_TITLE
#define ROLE WORD_ROLE
#define NOUN WORD_CUE_NOUN
#define ABBR WORD_ABBREVIATION
#define SAID (FRAME_CLAUSE | FRAME_QUOTES | FORM_PAST)
#define SAYS (FRAME_CLAUSE | FRAME_QUOTES | FORM_PRESENT)
#define ACCORD WORD_ACCORDING

static const struct word_row words[] = {
	{"a", CONJ}, {"adwokat", ROLE}, {"ale", CONJ}, {"analityk", ROLE}, {"apelował", SAID},
	{"autor", ROLE}, {"bez", PREP}, {"bo", SUB}, {"burmistrz", ROLE}, {"był", AUX}, {"była", AUX},
	{"było", AUX}, {"były", AUX}, {"będzie", AUX}, {"choć", SUB}, {"ci", DET}, {"czwartek", TIME},
	{"dla", PREP}, {"do", PREP}, {"dodaje", SAYS}, {"dodał", SAID}, {"dodała", SAID}, {"dr", TITLE},
	{"dr.", ABBR}, {"dyrektor", ROLE}, {"dzisiaj", ADV}, {"dziś", ADV}, {"ekspert", ROLE}, {"gdy", SUB},
	{"i", CONJ}, {"ich", DET}, {"im", OBJP}, {"im.", ABBR}, {"informuje", SAYS}, {"iż", THAT},
	{"ja", PRON}, {"jeden", DET}, {"jego", DET}, {"jej", DET | OBJP}, {"jest", AUX}, {"jeszcze", ADV},
	{"jeśli", SUB}, {"już", ADV}, {"kandydat", ROLE}, {"kiedy", SUB}, {"kilka", DET},
	{"komentuje", SAYS}, {"krzyknął", SAID}, {"która", REL}, {"które", REL}, {"który", REL},
	{"którzy", REL}, {"lekarz", ROLE}, {"lider", ROLE}, {"lub", CONJ}, {"m.in.", ABBR},
	{"marszałek", ROLE}, {"mi", OBJP}, {"minister", ROLE}, {"między", PREP}, {"mu", OBJP}, {"my", PRON},
	{"mówi", SAYS}, {"mówił", SAID}, {"mówiła", SAID}, {"na", PREP}, {"nad", PREP}, {"nam", OBJP},
	{"napisał", SAID}, {"napisała", SAID}, {"następnie", ADV}, {"nasz", DET}, {"nasza", DET},
	{"nie", ADV}, {"niedzielę", TIME}, {"np.", ABBR}, {"o", PREP}, {"ocenia", SAYS}, {"ocenił", SAID},
	{"oceniła", SAID}, {"od", PREP}, {"odpowiada", SAYS}, {"odpowiedział", SAID},
	{"odpowiedziała", SAID}, {"odpowiedź", NOUN}, {"on", HE}, {"ona", SHE}, {"one", PRON},
	{"oni", PRON}, {"oraz", CONJ}, {"ostrzega", SAYS}, {"ostrzegł", SAID}, {"oświadczenie", NOUN},
	{"oświadczył", SAID}, {"oświadczyła", SAID}, {"pan", TITLE}, {"pani", TITLE}, {"pisze", SAYS},
	{"piątek", TIME}, {"po", PREP}, {"pod", PREP}, {"podczas", PREP}, {"podkreśla", SAYS},
	{"podkreślił", SAID}, {"podkreśliła", SAID}, {"poinformował", SAID}, {"poinformowała", SAID},
	{"poniedziałek", TIME}, {"ponieważ", SUB}, {"poseł", ROLE}, {"posłanka", ROLE}, {"potem", ADV},
	{"powiedział", SAID}, {"powiedziała", SAID}, {"premier", ROLE}, {"prezes", ROLE},
	{"prezydent", ROLE}, {"prof.", TITLE | ABBR}, {"profesor", ROLE}, {"prokurator", ROLE},
	{"przed", PREP}, {"przekazał", SAID}, {"przekazała", SAID}, {"przewodnicząca", ROLE},
	{"przewodniczący", ROLE}, {"przez", PREP}, {"przy", PREP}, {"przyznaje", SAYS}, {"przyznał", SAID},
	{"przyznała", SAID}, {"pyta", SAYS}, {"pytanie", NOUN}, {"r.", ABBR}, {"rzeczniczka", ROLE},
	{"rzecznik", ROLE}, {"sekretarz", ROLE}, {"senator", ROLE}, {"się", OBJP}, {"skomentował", SAID},
	{"skomentowała", SAID}, {"sobotę", TIME}, {"starosta", ROLE}, {"stwierdził", SAID},
	{"stwierdziła", SAID}, {"szef", ROLE}, {"szefowa", ROLE}, {"są", AUX}, {"sędzia", ROLE},
	{"ta", DET}, {"także", ADV}, {"te", DET}, {"ten", DET}, {"też", ADV}, {"to", DET}, {"trener", ROLE},
	{"twierdzi", SAYS}, {"tzw.", ABBR}, {"tłumaczy", SAYS}, {"tłumaczył", SAID}, {"tłumaczyła", SAID},
	{"u", PREP}, {"uważa", SAYS}, {"w", PREP}, {"wczoraj", ADV}, {"we", PREP}, {"według", ACCORD},
	{"wiceminister", ROLE}, {"wobec", PREP}, {"wojewoda", ROLE}, {"wtorek", TIME}, {"wyjaśnia", SAYS},
	{"wyjaśnił", SAID}, {"wyjaśniła", SAID}, {"z", PREP}, {"za", PREP}, {"zapewnia", SAYS},
	{"zapewnił", SAID}, {"zapewniła", SAID}, {"zapowiedział", SAID}, {"zapytał", SAID},
	{"zapytała", SAID}, {"zauważa", SAYS}, {"zauważył", SAID}, {"zauważyła", SAID}, {"zaznacza", SAYS},
	{"zaznaczył", SAID}, {"zaznaczyła", SAID}, {"ze", PREP}, {"został", AUX}, {"została", AUX},
	{"środę", TIME}, {"że", THAT},
};

const struct language language_pl = {
	.code = "pl",
	.words = words,
	.word_count = COUNT_OF(words),
	.frequent = " nie się na w z i że jest o jak po od za przez dla ",
	.has_dialogue_dash = true,
	.breaks_inside = true,
};
