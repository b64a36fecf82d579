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
	{"a", CONJ}, {"adwokat", ROLE}, {"ale", CONJ}, {"ambasador", ROLE}, {"analityk", ROLE},
	{"apelował", SAID}, {"apeluje", SAYS}, {"architekt", ROLE}, {"architektka", ROLE},
	{"autor", ROLE}, {"badacz", ROLE}, {"badaczka", ROLE}, {"bez", PREP}, {"bo", SUB},
	{"burmistrz", ROLE}, {"był", AUX}, {"była", AUX}, {"było", AUX}, {"były", AUX}, {"będzie", AUX},
	{"choć", SUB}, {"chwali", SAYS}, {"ci", DET}, {"czwartek", TIME}, {"dla", PREP}, {"do", PREP},
	{"dodaje", SAYS}, {"dodał", SAID}, {"dodała", SAID}, {"dowódca", ROLE}, {"dr", TITLE},
	{"dr.", ABBR}, {"dyrektor", ROLE}, {"dyrektorka", ROLE}, {"dzisiaj", ADV}, {"dziś", ADV},
	{"ekonomista", ROLE}, {"ekonomistka", ROLE}, {"ekspert", ROLE}, {"gdy", SUB},
	{"historyczka", ROLE}, {"historyk", ROLE}, {"i", CONJ}, {"ich", DET}, {"im", OBJP},
	{"im.", ABBR}, {"informuje", SAYS}, {"iż", THAT}, {"ja", PRON}, {"jeden", DET}, {"jego", DET},
	{"jej", DET | OBJP}, {"jest", AUX}, {"jeszcze", ADV}, {"jeśli", SUB}, {"już", ADV},
	{"kandydat", ROLE}, {"kapitan", ROLE}, {"kiedy", SUB}, {"kilka", DET}, {"komentuje", SAYS},
	{"kończy", SAYS}, {"krytykuje", SAYS}, {"krzyknął", SAID}, {"krzyknęła", SAID}, {"która", REL},
	{"które", REL}, {"który", REL}, {"którzy", REL}, {"lekarka", ROLE}, {"lekarz", ROLE},
	{"lider", ROLE}, {"lub", CONJ}, {"m.in.", ABBR}, {"marszałek", ROLE}, {"mi", OBJP},
	{"mieszkaniec", ROLE}, {"mieszkanka", ROLE}, {"minister", ROLE}, {"ministra", ROLE},
	{"między", PREP}, {"mu", OBJP}, {"my", PRON}, {"mówi", SAYS}, {"mówił", SAID}, {"mówiła", SAID},
	{"młynarka", ROLE}, {"młynarz", ROLE}, {"na", PREP}, {"nad", PREP}, {"nam", OBJP},
	{"napisał", SAID}, {"napisała", SAID}, {"następnie", ADV}, {"nasz", DET}, {"nasza", DET},
	{"nauczyciel", ROLE}, {"nauczycielka", ROLE}, {"nazwał", SAID | FRAME_OBJECT},
	{"nazwała", SAID | FRAME_OBJECT}, {"nazywa", SAYS | FRAME_OBJECT}, {"nie", ADV},
	{"niedzielę", TIME}, {"np.", ABBR}, {"o", PREP}, {"obiecał", SAID}, {"obiecała", SAID},
	{"obiecuje", SAYS}, {"ocenia", SAYS}, {"ocenił", SAID}, {"oceniła", SAID}, {"od", PREP},
	{"odparł", SAID}, {"odparła", SAID}, {"odpowiada", SAYS}, {"odpowiedział", SAID},
	{"odpowiedziała", SAID}, {"odpowiedź", NOUN}, {"ogłosił", SAID}, {"ogłosiła", SAID},
	{"określa", SAYS}, {"określił", SAID | FRAME_OBJECT}, {"określiła", SAID | FRAME_OBJECT},
	{"on", HE}, {"ona", SHE}, {"one", PRON}, {"oni", PRON}, {"opowiada", SAYS}, {"opowiadał", SAID},
	{"opowiadała", SAID}, {"oraz", CONJ}, {"ostrzega", SAYS}, {"ostrzegł", SAID},
	{"ostrzegła", SAID}, {"oświadczenie", NOUN}, {"oświadczył", SAID}, {"oświadczyła", SAID},
	{"pan", TITLE}, {"pani", TITLE}, {"pisze", SAYS}, {"piątek", TIME}, {"po", PREP},
	{"pochwalił", SAID}, {"pod", PREP}, {"podczas", PREP}, {"podkreśla", SAYS}, {"podkreślił", SAID},
	{"podkreśliła", SAID}, {"poinformował", SAID}, {"poinformowała", SAID}, {"poniedziałek", TIME},
	{"ponieważ", SUB}, {"poseł", ROLE}, {"posłanka", ROLE}, {"potem", ADV}, {"potwierdza", SAYS},
	{"potwierdził", SAID}, {"potwierdziła", SAID}, {"powiedział", SAID}, {"powiedziała", SAID},
	{"powiedzieli", SAID}, {"premier", ROLE}, {"prezes", ROLE}, {"prezydent", ROLE},
	{"prof.", TITLE | ABBR}, {"profesor", ROLE}, {"prokurator", ROLE}, {"przed", PREP},
	{"przekazał", SAID}, {"przekazała", SAID}, {"przewodnicząca", ROLE}, {"przewodniczący", ROLE},
	{"przez", PREP}, {"przy", PREP}, {"przypomina", SAYS}, {"przypomniał", SAID},
	{"przypomniała", SAID}, {"przyznaje", SAYS}, {"przyznał", SAID}, {"przyznała", SAID},
	{"pyta", SAYS}, {"pytanie", NOUN}, {"r.", ABBR}, {"radna", ROLE}, {"radny", ROLE},
	{"rolniczka", ROLE}, {"rolnik", ROLE}, {"rybak", ROLE}, {"rzeczniczka", ROLE},
	{"rzecznik", ROLE}, {"sekretarz", ROLE}, {"senator", ROLE}, {"się", OBJP}, {"skomentował", SAID},
	{"skomentowała", SAID}, {"skrytykował", SAID}, {"skrytykowała", SAID}, {"sobotę", TIME},
	{"starosta", ROLE}, {"stwierdził", SAID}, {"stwierdziła", SAID}, {"szef", ROLE},
	{"szefowa", ROLE}, {"są", AUX}, {"sędzia", ROLE}, {"słowami", ACCORD}, {"ta", DET},
	{"także", ADV}, {"te", DET}, {"ten", DET}, {"też", ADV}, {"to", DET}, {"trener", ROLE},
	{"trenerka", ROLE}, {"twierdzi", SAYS}, {"tzw.", ABBR}, {"tłumaczy", SAYS}, {"tłumaczył", SAID},
	{"tłumaczyła", SAID}, {"u", PREP}, {"uważa", SAYS}, {"w", PREP}, {"wczoraj", ADV}, {"we", PREP},
	{"według", ACCORD}, {"wiceminister", ROLE}, {"wobec", PREP}, {"wojewoda", ROLE},
	{"wskazał", SAID}, {"wskazała", SAID}, {"wskazuje", SAYS}, {"wtorek", TIME}, {"wyjaśnia", SAYS},
	{"wyjaśnił", SAID}, {"wyjaśniła", SAID}, {"z", PREP}, {"za", PREP}, {"zaapelował", SAID},
	{"zaapelowała", SAID}, {"zakończył", SAID}, {"zakończyła", SAID}, {"zapewnia", SAYS},
	{"zapewnił", SAID}, {"zapewniła", SAID}, {"zapowiedział", SAID}, {"zapowiedziała", SAID},
	{"zapytał", SAID}, {"zapytała", SAID}, {"zauważa", SAYS}, {"zauważył", SAID},
	{"zauważyła", SAID}, {"zaznacza", SAYS}, {"zaznaczył", SAID}, {"zaznaczyła", SAID},
	{"zdaniem", ACCORD}, {"ze", PREP}, {"został", AUX}, {"została", AUX}, {"środę", TIME},
	{"że", THAT},
};

const struct language language_pl = {
	.code = "pl",
	.words = words,
	.word_count = COUNT_OF(words),
	.frequent = " nie się na w z i że jest o jak po od za przez dla ",
	.has_dialogue_dash = true,
	.breaks_inside = true,
};
