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
	{"aan", PREP}, {"advocaat", ROLE}, {"af", ADV}, {"al", ADV}, {"aldus", SAYS}, {"als", SUB},
	{"ambassadeur", ROLE}, {"antwoord", NOUN}, {"antwoordde", SAID}, {"antwoordt", SAYS},
	{"april", TIME}, {"architect", ROLE}, {"arts", ROLE}, {"augustus", TIME}, {"baas", ROLE},
	{"bekende", SAID}, {"beloofde", SAID}, {"belooft", SAYS}, {"benadrukt", SAYS},
	{"benadrukte", SAID}, {"betoogde", SAID}, {"betoogt", SAYS}, {"bevestigde", SAID},
	{"bevestigt", SAYS}, {"beweerde", SAID}, {"bewoner", ROLE}, {"bewoonster", ROLE}, {"bij", PREP},
	{"bijv.", ABBR}, {"boer", ROLE}, {"boerin", ROLE}, {"bovendien", ADV}, {"burgemeester", ROLE},
	{"coach", ROLE}, {"commissaris", ROLE}, {"concludeerde", SAID}, {"concludeert", SAYS},
	{"dacht", SAID}, {"dan", ADV}, {"dat", DET | THAT}, {"de", DET | PART}, {"december", TIME},
	{"den", PART}, {"denkt", SAYS}, {"der", PART}, {"deskundige", ROLE}, {"deze", DET},
	{"dhr.", TITLE | ABBR}, {"die", REL}, {"dinsdag", TIME}, {"directeur", ROLE},
	{"directrice", ROLE}, {"dit", DET}, {"docent", ROLE}, {"donderdag", TIME}, {"door", PREP},
	{"dr.", TITLE | ABBR}, {"echter", ADV}, {"econoom", ROLE}, {"een", DET}, {"eigenaar", ROLE},
	{"eigenares", ROLE}, {"en", CONJ}, {"enkele", DET}, {"erkende", SAID}, {"erkent", SAYS},
	{"februari", TIME}, {"fractievoorzitter", ROLE}, {"gaf", SAID}, {"gedeputeerde", ROLE},
	{"geen", DET}, {"gezegd", SAID}, {"gisteren", ADV}, {"grapt", SAYS}, {"grapte", SAID},
	{"haar", DET}, {"had", AUX}, {"hadden", AUX}, {"hebben", AUX}, {"heeft", AUX}, {"hem", OBJP},
	{"hen", OBJP}, {"herhaalde", SAID}, {"herhaalt", SAYS}, {"het", DET}, {"hij", HE},
	{"historicus", ROLE}, {"hoewel", SUB}, {"hoofd", ROLE}, {"hoogleraar", ROLE}, {"hun", DET},
	{"ik", PRON}, {"in", PREP}, {"is", AUX}, {"januari", TIME}, {"juli", TIME}, {"juni", TIME},
	{"kan", AUX}, {"klaagde", SAID}, {"klaagt", SAYS}, {"kunnen", AUX}, {"lacht", SAYS},
	{"lachte", SAID}, {"later", ADV}, {"legde", SAID}, {"legt", SAYS}, {"leider", ROLE},
	{"liet", SAID}, {"lijsttrekker", ROLE}, {"maandag", TIME}, {"maar", CONJ}, {"maart", TIME},
	{"meende", SAID}, {"meent", SAYS}, {"mei", TIME}, {"meldde", SAID}, {"meldt", SAYS},
	{"meneer", TITLE}, {"met", PREP}, {"mevr.", TITLE | ABBR}, {"mevrouw", TITLE}, {"mijn", DET},
	{"minister", ROLE}, {"moet", AUX}, {"molenaar", ROLE}, {"mr.", ABBR}, {"na", PREP},
	{"naar", PREP}, {"niet", ADV}, {"noemde", SAID | FRAME_OBJECT}, {"noemt", SAYS | FRAME_OBJECT},
	{"nog", ADV}, {"november", TIME}, {"nu", ADV}, {"of", CONJ}, {"officier", ROLE},
	{"oktober", TIME}, {"om", PREP}, {"omdat", SUB}, {"onder", PREP}, {"onderzoeker", ROLE},
	{"onderzoekster", ROLE}, {"ons", OBJP}, {"onze", DET}, {"ook", ADV}, {"oordeelde", SAID},
	{"oordeelt", SAYS}, {"op", PREP}, {"over", PREP}, {"prees", SAID}, {"premier", ROLE},
	{"president", ROLE}, {"prof.", ABBR}, {"professor", ROLE}, {"raadslid", ROLE},
	{"reageerde", SAID}, {"reageert", SAYS}, {"rechter", ROLE}, {"riep", SAID}, {"schreef", SAID},
	{"schrijfster", ROLE}, {"schrijft", SAYS}, {"schrijver", ROLE}, {"september", TIME},
	{"sinds", PREP}, {"staatssecretaris", ROLE}, {"stelde", SAID}, {"stelt", SAYS}, {"tegen", PREP},
	{"ten", PART}, {"ter", PART}, {"terwijl", SUB}, {"toen", SUB}, {"tot", PREP}, {"trainer", ROLE},
	{"tussen", PREP}, {"twitterde", SAID}, {"uit", PREP}, {"van", PREP | PART}, {"vandaag", ADV},
	{"veel", DET}, {"verder", ADV}, {"verklaard", SAID}, {"verklaarde", SAID}, {"verklaart", SAYS},
	{"verklaring", NOUN}, {"verteld", SAID}, {"vertelde", SAID}, {"vertelt", SAYS},
	{"vervolgt", SAYS}, {"verzucht", SAYS}, {"verzuchtte", SAID}, {"vindt", SAYS}, {"visser", ROLE},
	{"voegde", SAID}, {"volgens", ACCORD}, {"vond", SAID}, {"voor", PREP}, {"voorzitter", ROLE},
	{"vraag", NOUN}, {"vraagt", SAYS}, {"vrijdag", TIME}, {"vroeg", SAID}, {"waarschuwde", SAID},
	{"waarschuwt", SAYS}, {"want", CONJ}, {"waren", AUX}, {"was", AUX}, {"we", PRON}, {"werd", AUX},
	{"wethouder", ROLE}, {"wie", REL}, {"wij", PRON}, {"wil", AUX}, {"woensdag", TIME},
	{"woordvoerder", ROLE}, {"woordvoerster", ROLE}, {"wordt", AUX}, {"zal", AUX},
	{"zaterdag", TIME}, {"ze", SHE}, {"zeggen", SAYS}, {"zegt", SAYS}, {"zei", SAID},
	{"zeiden", SAID}, {"zich", OBJP}, {"zij", SHE}, {"zijn", DET | AUX}, {"zodra", SUB},
	{"zondag", TIME}, {"zonder", PREP}, {"zou", AUX}, {"zuchtte", SAID},
};

const struct language language_nl = {
	.code = "nl",
	.words = words,
	.word_count = COUNT_OF(words),
	.frequent = " de het een en van niet dat op te zijn voor met aan die hij zei ook ",
};
