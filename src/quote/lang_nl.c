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
#define PART WORD_PARTICLE

static const struct word_row words[] = {
	{"aan", PREP}, {"advocaat", ROLE}, {"al", ADV}, {"aldus", SAYS}, {"als", SUB}, {"antwoord", NOUN},
	{"antwoordde", SAID}, {"antwoordt", SAYS}, {"april", TIME}, {"arts", ROLE}, {"augustus", TIME},
	{"baas", ROLE}, {"benadrukt", SAYS}, {"benadrukte", SAID}, {"bevestigde", SAID},
	{"bevestigt", SAYS}, {"beweerde", SAID}, {"bij", PREP}, {"bijv.", ABBR}, {"bovendien", ADV},
	{"burgemeester", ROLE}, {"coach", ROLE}, {"commissaris", ROLE}, {"dan", ADV}, {"dat", DET | THAT},
	{"de", DET | PART}, {"december", TIME}, {"den", PART}, {"der", PART}, {"deskundige", ROLE},
	{"deze", DET}, {"dhr.", TITLE | ABBR}, {"die", REL}, {"dinsdag", TIME}, {"directeur", ROLE},
	{"dit", DET}, {"donderdag", TIME}, {"door", PREP}, {"dr.", TITLE | ABBR}, {"echter", ADV},
	{"een", DET}, {"en", CONJ}, {"enkele", DET}, {"erkende", SAID}, {"erkent", SAYS},
	{"februari", TIME}, {"fractievoorzitter", ROLE}, {"geen", DET}, {"gezegd", SAID}, {"gisteren", ADV},
	{"haar", DET}, {"had", AUX}, {"hadden", AUX}, {"hebben", AUX}, {"heeft", AUX}, {"hem", OBJP},
	{"hen", OBJP}, {"het", DET}, {"hij", HE}, {"hoewel", SUB}, {"hoofd", ROLE}, {"hoogleraar", ROLE},
	{"hun", DET}, {"ik", PRON}, {"in", PREP}, {"is", AUX}, {"januari", TIME}, {"juli", TIME},
	{"juni", TIME}, {"kan", AUX}, {"kunnen", AUX}, {"later", ADV}, {"leider", ROLE}, {"liet", SAID},
	{"lijsttrekker", ROLE}, {"maandag", TIME}, {"maar", CONJ}, {"maart", TIME}, {"mei", TIME},
	{"meldde", SAID}, {"meldt", SAYS}, {"meneer", TITLE}, {"met", PREP}, {"mevr.", TITLE | ABBR},
	{"mevrouw", TITLE}, {"mijn", DET}, {"minister", ROLE}, {"moet", AUX}, {"mr.", ABBR}, {"na", PREP},
	{"naar", PREP}, {"niet", ADV}, {"noemde", SAID}, {"noemt", SAYS}, {"nog", ADV}, {"november", TIME},
	{"nu", ADV}, {"of", CONJ}, {"oktober", TIME}, {"om", PREP}, {"omdat", SUB}, {"onder", PREP},
	{"onderzoeker", ROLE}, {"ons", OBJP}, {"onze", DET}, {"ook", ADV}, {"op", PREP}, {"over", PREP},
	{"premier", ROLE}, {"president", ROLE}, {"prof.", ABBR}, {"professor", ROLE}, {"reageerde", SAID},
	{"reageert", SAYS}, {"riep", SAID}, {"schreef", SAID}, {"schrijfster", ROLE}, {"schrijft", SAYS},
	{"schrijver", ROLE}, {"september", TIME}, {"sinds", PREP}, {"staatssecretaris", ROLE},
	{"stelde", SAID}, {"stelt", SAYS}, {"tegen", PREP}, {"ten", PART}, {"ter", PART}, {"terwijl", SUB},
	{"toen", SUB}, {"tot", PREP}, {"trainer", ROLE}, {"tussen", PREP}, {"twitterde", SAID},
	{"uit", PREP}, {"van", PREP | PART}, {"vandaag", ADV}, {"veel", DET}, {"verder", ADV},
	{"verklaard", SAID}, {"verklaarde", SAID}, {"verklaart", SAYS}, {"verklaring", NOUN},
	{"verteld", SAID}, {"vertelde", SAID}, {"vertelt", SAYS}, {"vindt", SAYS}, {"voegde", SAID},
	{"volgens", ACCORD}, {"vond", SAID}, {"voor", PREP}, {"voorzitter", ROLE}, {"vraag", NOUN},
	{"vraagt", SAYS}, {"vrijdag", TIME}, {"vroeg", SAID}, {"waarschuwde", SAID}, {"waarschuwt", SAYS},
	{"want", CONJ}, {"waren", AUX}, {"was", AUX}, {"we", PRON}, {"werd", AUX}, {"wethouder", ROLE},
	{"wie", REL}, {"wij", PRON}, {"wil", AUX}, {"woensdag", TIME}, {"woordvoerder", ROLE},
	{"woordvoerster", ROLE}, {"wordt", AUX}, {"zal", AUX}, {"zaterdag", TIME}, {"ze", SHE},
	{"zegt", SAYS}, {"zei", SAID}, {"zich", OBJP}, {"zij", SHE}, {"zijn", DET | AUX}, {"zodra", SUB},
	{"zondag", TIME}, {"zonder", PREP}, {"zou", AUX}, {"zuchtte", SAID},
};

const struct language language_nl = {
	.code = "nl",
	.words = words,
	.word_count = COUNT_OF(words),
	.frequent = " de het een en van niet dat op te zijn voor met aan die hij zei ook ",
};
