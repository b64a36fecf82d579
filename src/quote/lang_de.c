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

static const struct word_row words[] = {
	{"aber", CONJ}, {"abgeordnete", ROLE}, {"abgeordneter", ROLE}, {"als", SUB}, {"am", PREP},
	{"an", PREP}, {"antwort", NOUN}, {"antwortete", SAID}, {"anwalt", ROLE}, {"anwältin", ROLE},
	{"april", TIME}, {"auch", ADV}, {"auf", PREP}, {"august", TIME}, {"aus", PREP}, {"aussage", NOUN},
	{"autor", ROLE}, {"autorin", ROLE}, {"außenminister", ROLE}, {"außenministerin", ROLE},
	{"außerdem", ADV}, {"behauptet", SAYS}, {"behauptete", SAID}, {"bei", PREP}, {"beim", PREP},
	{"beklagte", SAID}, {"bekräftigte", SAID}, {"bemerkte", SAID}, {"bereits", ADV},
	{"berichtet", SAYS}, {"berichtete", SAID}, {"bestätigte", SAID}, {"betont", SAID},
	{"betonte", SAID}, {"bevor", SUB}, {"bezeichnet", SAYS}, {"bezeichnete", SAID}, {"bis", PREP},
	{"bzw.", ABBR}, {"bürgermeister", ROLE}, {"bürgermeisterin", ROLE}, {"ca.", ABBR}, {"chef", ROLE},
	{"chefin", ROLE}, {"dann", ADV}, {"daraufhin", ADV}, {"das", DET}, {"dass", THAT}, {"dazu", ADV},
	{"daß", THAT}, {"dem", DET}, {"den", DET}, {"denn", CONJ}, {"der", DET}, {"des", DET},
	{"dezember", TIME}, {"die", DET}, {"dienstag", TIME}, {"diese", DET}, {"dieser", DET},
	{"dieses", DET}, {"direktor", ROLE}, {"direktorin", ROLE}, {"donnerstag", TIME}, {"dr", TITLE},
	{"dr.", ABBR}, {"durch", PREP}, {"ein", DET}, {"eine", DET}, {"einem", DET}, {"einen", DET},
	{"einer", DET}, {"eines", DET}, {"entgegnete", SAID}, {"er", HE}, {"ergänzte", SAID},
	{"erinnerte", SAID}, {"erklärt", SAID}, {"erklärte", SAID}, {"erklärung", NOUN},
	{"erwiderte", SAID}, {"erzählt", SAYS}, {"erzählte", SAID}, {"es", PRON}, {"experte", ROLE},
	{"expertin", ROLE}, {"februar", TIME}, {"finanzminister", ROLE}, {"findet", SAYS},
	{"fordert", SAYS}, {"forderte", SAID}, {"forscher", ROLE}, {"forscherin", ROLE}, {"fr.", ABBR},
	{"frage", NOUN}, {"fragt", SAYS}, {"fragte", SAID}, {"frau", TITLE}, {"freitag", TIME},
	{"fügte", SAID}, {"für", PREP}, {"gegen", PREP}, {"gegenüber", PREP}, {"generalsekretär", ROLE},
	{"gesagt", SAID}, {"geschrieben", SAID}, {"geschäftsführer", ROLE}, {"geschäftsführerin", ROLE},
	{"gestand", SAID}, {"gestern", ADV}, {"glaubt", SAYS}, {"habe", AUX}, {"haben", AUX}, {"hat", AUX},
	{"hatte", AUX}, {"hatten", AUX}, {"herr", TITLE}, {"heute", ADV}, {"hob", SAID}, {"hr.", ABBR},
	{"ich", PRON}, {"ihm", OBJP}, {"ihn", OBJP}, {"ihnen", OBJP}, {"ihre", DET}, {"ihren", DET},
	{"im", PREP}, {"in", PREP}, {"innenminister", ROLE}, {"ist", AUX}, {"januar", TIME},
	{"jedoch", ADV}, {"jener", DET}, {"jubelte", SAID}, {"juli", TIME}, {"juni", TIME}, {"kann", AUX},
	{"kanzler", ROLE}, {"kanzlerin", ROLE}, {"kein", DET}, {"keine", DET}, {"klagte", SAID},
	{"kommentierte", SAID}, {"kritisiert", SAYS}, {"kritisierte", SAID}, {"könne", AUX},
	{"kündigte", SAID}, {"laut", PREP}, {"leiter", ROLE}, {"leiterin", ROLE}, {"lobte", SAID},
	{"mahnte", SAID}, {"mai", TIME}, {"man", PRON}, {"mehrere", DET}, {"meint", SAYS}, {"meinte", SAID},
	{"mich", OBJP}, {"minister", ROLE}, {"ministerin", ROLE}, {"ministerpräsident", ROLE},
	{"mir", OBJP}, {"mit", PREP}, {"mitgeteilt", SAID}, {"mittwoch", TIME}, {"montag", TIME},
	{"muss", AUX}, {"märz", TIME}, {"müsse", AUX}, {"nach", PREP}, {"nachdem", SUB}, {"nannte", SAID},
	{"nennt", SAYS}, {"nicht", ADV}, {"noch", ADV}, {"november", TIME}, {"nr.", ABBR}, {"nun", ADV},
	{"ob", SUB}, {"obwohl", SUB}, {"oder", CONJ}, {"ohne", PREP}, {"oktober", TIME},
	{"politiker", ROLE}, {"politikerin", ROLE}, {"polizeisprecher", ROLE}, {"prof", TITLE},
	{"prof.", ABBR}, {"professor", ROLE}, {"professorin", ROLE}, {"präsident", ROLE},
	{"präsidentin", ROLE}, {"regierungssprecher", ROLE}, {"rief", SAID}, {"räumte", SAID},
	{"sagt", SAYS}, {"sagte", SAID}, {"samstag", TIME}, {"schimpfte", SAID}, {"schreibt", SAYS},
	{"schrieb", SAID}, {"sei", AUX}, {"seien", AUX}, {"seine", DET}, {"seinen", DET}, {"seit", PREP},
	{"september", TIME}, {"sich", OBJP}, {"sie", SHE}, {"sind", AUX}, {"so", SAYS}, {"soll", AUX},
	{"solle", AUX}, {"sondern", CONJ}, {"sonntag", TIME}, {"sprach", SAID}, {"sprecher", ROLE},
	{"sprecherin", ROLE}, {"später", ADV}, {"st.", ABBR}, {"teilt", SAYS}, {"teilte", SAID},
	{"trainer", ROLE}, {"twitterte", SAID}, {"u.a.", ABBR}, {"um", PREP}, {"und", CONJ}, {"uns", OBJP},
	{"unter", PREP}, {"unterstrich", SAID}, {"verkündete", SAID}, {"verlangte", SAID},
	{"versichert", SAYS}, {"versicherte", SAID}, {"viele", DET}, {"vom", PREP}, {"von", PREP},
	{"vor", PREP}, {"vorsitzende", ROLE}, {"vorsitzenden", ROLE}, {"vorsitzender", ROLE}, {"war", AUX},
	{"warnt", SAYS}, {"warnte", SAID}, {"wegen", PREP}, {"weil", SUB}, {"weiter", ADV}, {"welche", REL},
	{"welcher", REL}, {"wenn", SUB}, {"werde", AUX}, {"wie", SUB}, {"will", AUX}, {"wir", PRON},
	{"wird", AUX}, {"wolle", AUX}, {"wurde", AUX}, {"während", PREP | SUB}, {"würde", AUX},
	{"z.b.", ABBR}, {"zu", PREP}, {"zudem", ADV}, {"zum", PREP}, {"zur", PREP}, {"zwischen", PREP},
	{"äußerte", SAID}, {"über", PREP},
};

const struct language language_de = {
	.code = "de",
	.words = words,
	.word_count = COUNT_OF(words),
	.frequent = " der die das und ist nicht von mit den dem auf für eine sich auch dass sagte im zu ",
};
