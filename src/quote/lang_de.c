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
	{"an", PREP}, {"antwort", NOUN}, {"antwortet", SAYS}, {"antwortete", SAID},
	{"antworteten", SAID}, {"anwalt", ROLE}, {"anwohner", ROLE}, {"anwohnerin", ROLE},
	{"anwältin", ROLE}, {"appellierte", SAID}, {"april", TIME}, {"architekt", ROLE},
	{"architektin", ROLE}, {"argumentiert", SAYS}, {"argumentierte", SAID}, {"arzt", ROLE},
	{"auch", ADV}, {"auf", PREP}, {"august", TIME}, {"aus", PREP}, {"aussage", NOUN},
	{"autor", ROLE}, {"autorin", ROLE}, {"außenminister", ROLE}, {"außenministerin", ROLE},
	{"außerdem", ADV}, {"bauer", ROLE}, {"beamter", ROLE}, {"beauftragte", ROLE},
	{"beauftragter", ROLE}, {"bedauert", SAYS}, {"bedauerte", SAID}, {"begründete", SAID},
	{"begrüßt", SAYS}, {"begrüßte", SAID}, {"behauptet", SAYS}, {"behauptete", SAID}, {"bei", PREP},
	{"beim", PREP}, {"beklagt", SAYS}, {"beklagte", SAID}, {"bekräftigte", SAID}, {"bemerkt", SAYS},
	{"bemerkte", SAID}, {"bereits", ADV}, {"berichtet", SAYS}, {"berichtete", SAID},
	{"bestätigt", SAYS}, {"bestätigte", SAID}, {"beteuert", SAYS}, {"beteuerte", SAID},
	{"betont", SAID}, {"betonte", SAID}, {"betonten", SAID}, {"bevor", SUB}, {"bewohner", ROLE},
	{"bewohnerin", ROLE}, {"bezeichnet", SAYS | FRAME_OBJECT}, {"bezeichnete", SAID | FRAME_OBJECT},
	{"bezeichneten", SAID}, {"bilanziert", SAYS}, {"bilanzierte", SAID}, {"biologe", ROLE},
	{"biologin", ROLE}, {"bis", PREP}, {"bischof", ROLE}, {"bischöfin", ROLE}, {"botschafter", ROLE},
	{"botschafterin", ROLE}, {"bzw.", ABBR}, {"bäuerin", ROLE}, {"bürgermeister", ROLE},
	{"bürgermeisterin", ROLE}, {"ca.", ABBR}, {"chef", ROLE}, {"chefin", ROLE}, {"dann", ADV},
	{"daraufhin", ADV}, {"das", DET}, {"dass", THAT}, {"dazu", ADV}, {"daß", THAT}, {"dem", DET},
	{"den", DET}, {"denn", CONJ}, {"der", DET}, {"des", DET}, {"dezember", TIME}, {"die", DET},
	{"dienstag", TIME}, {"diese", DET}, {"dieser", DET}, {"dieses", DET}, {"direktor", ROLE},
	{"direktorin", ROLE}, {"donnerstag", TIME}, {"dr", TITLE}, {"dr.", ABBR}, {"durch", PREP},
	{"ein", DET}, {"eine", DET}, {"einem", DET}, {"einen", DET}, {"einer", DET}, {"eines", DET},
	{"empörte", SAID}, {"entgegnete", SAID}, {"er", HE}, {"ergänzt", SAYS}, {"ergänzte", SAID},
	{"erinnerte", SAID}, {"erklären", SAYS}, {"erklärt", SAID}, {"erklärte", SAID},
	{"erklärten", SAID}, {"erklärung", NOUN}, {"erläutert", SAYS}, {"erläuterte", SAID},
	{"ermahnte", SAID}, {"erwiderte", SAID}, {"erzählt", SAYS}, {"erzählte", SAID}, {"es", PRON},
	{"experte", ROLE}, {"expertin", ROLE}, {"fasst", SAYS}, {"februar", TIME}, {"feststellte", SAID},
	{"finanzminister", ROLE}, {"findet", SAYS}, {"fordert", SAYS}, {"forderte", SAID},
	{"forderten", SAID}, {"forscher", ROLE}, {"forscherin", ROLE}, {"fr.", ABBR}, {"frage", NOUN},
	{"fragt", SAYS}, {"fragte", SAID}, {"frau", TITLE}, {"freitag", TIME}, {"fügte", SAID},
	{"führer", ROLE}, {"führerin", ROLE}, {"für", PREP}, {"gab", SAID}, {"gegen", PREP},
	{"gegenüber", PREP}, {"generalsekretär", ROLE}, {"gesagt", SAID}, {"geschrieben", SAID},
	{"geschäftsführer", ROLE}, {"geschäftsführerin", ROLE}, {"gestand", SAID}, {"gesteht", SAYS},
	{"gestern", ADV}, {"glaubt", SAYS}, {"habe", AUX}, {"haben", AUX}, {"hat", AUX}, {"hatte", AUX},
	{"hatten", AUX}, {"herr", TITLE}, {"heute", ADV}, {"historiker", ROLE}, {"historikerin", ROLE},
	{"hob", SAID}, {"hr.", ABBR}, {"ich", PRON}, {"ihm", OBJP}, {"ihn", OBJP}, {"ihnen", OBJP},
	{"ihre", DET}, {"ihren", DET}, {"im", PREP}, {"in", PREP}, {"innenminister", ROLE},
	{"intendant", ROLE}, {"intendantin", ROLE}, {"ist", AUX}, {"januar", TIME}, {"jedoch", ADV},
	{"jener", DET}, {"jubelte", SAID}, {"juli", TIME}, {"juni", TIME}, {"kann", AUX},
	{"kanzler", ROLE}, {"kanzleramtschef", ROLE}, {"kanzlerin", ROLE}, {"kapitän", ROLE},
	{"kein", DET}, {"keine", DET}, {"klagte", SAID}, {"kollege", ROLE}, {"kollegin", ROLE},
	{"kommentierte", SAID}, {"kommissar", ROLE}, {"kommissarin", ROLE}, {"konstatierte", SAID},
	{"kritisiert", SAYS}, {"kritisierte", SAID | FRAME_OBJECT}, {"könne", AUX}, {"kündigte", SAID},
	{"landrat", ROLE}, {"landrätin", ROLE}, {"laut", WORD_ACCORDING}, {"lehrer", ROLE},
	{"lehrerin", ROLE}, {"leiter", ROLE}, {"leiterin", ROLE}, {"ließ", SAID}, {"lobt", SAYS},
	{"lobte", SAID}, {"mahnte", SAID}, {"mai", TIME}, {"man", PRON}, {"mehrere", DET},
	{"meint", SAYS}, {"meinte", SAID}, {"meister", ROLE}, {"meisterin", ROLE}, {"mich", OBJP},
	{"minister", ROLE}, {"ministerin", ROLE}, {"ministerpräsident", ROLE}, {"mir", OBJP},
	{"mit", PREP}, {"mitarbeiter", ROLE}, {"mitarbeiterin", ROLE}, {"mitgeteilt", SAID},
	{"mittwoch", TIME}, {"montag", TIME}, {"muss", AUX}, {"mutmaßte", SAID}, {"märz", TIME},
	{"müller", ROLE}, {"müsse", AUX}, {"nach", PREP | WORD_PHRASAL}, {"nachdem", SUB},
	{"nannte", SAID | FRAME_OBJECT}, {"nennt", SAYS | FRAME_OBJECT}, {"nicht", ADV}, {"noch", ADV},
	{"november", TIME}, {"nr.", ABBR}, {"nun", ADV}, {"ob", SUB}, {"obwohl", SUB}, {"oder", CONJ},
	{"ohne", PREP}, {"oktober", TIME}, {"pfarrer", ROLE}, {"pfarrerin", ROLE}, {"politiker", ROLE},
	{"politikerin", ROLE}, {"polizeisprecher", ROLE}, {"prof", TITLE}, {"prof.", ABBR},
	{"professor", ROLE}, {"professorin", ROLE}, {"prophezeite", SAID}, {"präsident", ROLE},
	{"präsidentin", ROLE}, {"präzisierte", SAID}, {"regierungssprecher", ROLE}, {"resümierte", SAID},
	{"richter", ROLE}, {"richterin", ROLE}, {"rief", SAID}, {"rätin", ROLE}, {"räumt", SAYS},
	{"räumte", SAID}, {"sagen", SAYS}, {"sagt", SAYS}, {"sagte", SAID}, {"sagten", SAID},
	{"samstag", TIME}, {"scherzte", SAID}, {"schildert", SAYS}, {"schilderte", SAID},
	{"schimpfte", SAID}, {"schreibt", SAYS}, {"schrieb", SAID}, {"schrieben", SAID},
	{"schwärmte", SAID}, {"sei", AUX}, {"seien", AUX}, {"seine", DET}, {"seinen", DET},
	{"seit", PREP}, {"senator", ROLE}, {"senatorin", ROLE}, {"september", TIME}, {"sich", OBJP},
	{"sie", SHE}, {"sind", AUX}, {"so", SAYS}, {"soll", AUX}, {"solle", AUX}, {"sondern", CONJ},
	{"sonntag", TIME}, {"soziologe", ROLE}, {"soziologin", ROLE}, {"spottete", SAID},
	{"sprach", SAID}, {"sprecher", ROLE}, {"sprecherin", ROLE}, {"später", ADV}, {"st.", ABBR},
	{"staatsanwalt", ROLE}, {"staatsanwältin", ROLE}, {"stadtrat", ROLE}, {"stadträtin", ROLE},
	{"stellt", SAYS}, {"stellte", SAID}, {"stöhnte", SAID}, {"teilt", SAYS}, {"teilte", SAID},
	{"teilten", SAID}, {"trainer", ROLE}, {"twitterte", SAID}, {"u.a.", ABBR}, {"um", PREP},
	{"und", CONJ}, {"unkte", SAID}, {"uns", OBJP}, {"unter", PREP}, {"unternehmer", ROLE},
	{"unternehmerin", ROLE}, {"unterstrich", SAID}, {"urteilte", SAID}, {"verkündete", SAID},
	{"verlangte", SAID}, {"versichert", SAYS}, {"versicherte", SAID}, {"versprach", SAID},
	{"verspricht", SAYS}, {"viele", DET}, {"vom", PREP}, {"von", PREP}, {"vor", PREP},
	{"vorsitzende", ROLE}, {"vorsitzenden", ROLE}, {"vorsitzender", ROLE}, {"vorstand", ROLE},
	{"vorstandschef", ROLE}, {"war", AUX}, {"warnt", SAYS}, {"warnte", SAID}, {"warnten", SAID},
	{"wegen", PREP}, {"weil", SUB}, {"weiter", ADV}, {"welche", REL}, {"welcher", REL},
	{"wenn", SUB}, {"werde", AUX}, {"widersprach", SAID}, {"wie", SUB}, {"will", AUX}, {"wir", PRON},
	{"wird", AUX}, {"witzelte", SAID}, {"wolle", AUX}, {"wurde", AUX}, {"während", PREP | SUB},
	{"würde", AUX}, {"z.b.", ABBR}, {"zitiert", SAID}, {"zitierte", SAID}, {"zu", PREP},
	{"zudem", ADV}, {"zum", PREP}, {"zur", PREP}, {"zwischen", PREP}, {"ärztin", ROLE},
	{"äußerte", SAID}, {"ökonom", ROLE}, {"ökonomin", ROLE}, {"über", PREP},
};

static const struct phrasal_row sources[] = {
	{"nach", "angaben"},
	{"nach", "aussage"},
	{"nach", "worten"},
};

const struct language language_de = {
	.code = "de",
	.words = words,
	.word_count = COUNT_OF(words),
	.capitalises_nouns = true,
	.sources = sources,
	.source_count = COUNT_OF(sources),
	.frequent = " der die das und ist nicht von mit den dem auf für eine sich auch dass sagte im zu ",
};
