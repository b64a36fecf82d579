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
	{"a", PREP}, {"abbia", AUX}, {"afferma", SAYS}, {"affermato", SAID}, {"affermò", SAID},
	{"aggiunge", SAYS}, {"aggiunse", SAID}, {"aggiunto", SAID}, {"agli", PREP}, {"agosto", TIME},
	{"ai", PREP}, {"al", PREP}, {"alcune", DET}, {"alcuni", DET}, {"all'", PREP}, {"alla", PREP},
	{"alle", PREP}, {"allenatore", ROLE}, {"allenatrice", ROLE}, {"allo", PREP},
	{"ambasciatore", ROLE}, {"ambasciatrice", ROLE}, {"ammesso", SAID}, {"ammette", SAYS},
	{"amministratore", ROLE}, {"anche", ADV}, {"ancora", ADV}, {"annuncia", SAYS},
	{"annunciato", SAID}, {"aprile", TIME}, {"architetta", ROLE}, {"architetto", ROLE},
	{"assessora", ROLE}, {"assessore", ROLE}, {"assicura", SAYS}, {"assicurato", SAID},
	{"auspicato", SAID}, {"autore", ROLE}, {"autrice", ROLE}, {"aveva", AUX}, {"avverte", SAYS},
	{"avvertito", SAID}, {"avvertì", SAID}, {"avvocata", ROLE}, {"avvocato", ROLE},
	{"candidata", ROLE}, {"candidato", ROLE}, {"capo", ROLE}, {"che", THAT}, {"chiarisce", SAYS},
	{"chiarito", SAID}, {"chiede", SAYS}, {"chiese", SAID}, {"chiesto", SAID}, {"ci", OBJP},
	{"come", SUB}, {"commenta", SAYS}, {"commentato", SAID}, {"commentò", SAID},
	{"commissario", ROLE}, {"con", PREP}, {"conclude", SAYS}, {"concluse", SAID}, {"concluso", SAID},
	{"conferma", SAYS}, {"confermato", SAID}, {"confessa", SAYS}, {"confessato", SAID},
	{"consigliera", ROLE}, {"consigliere", ROLE}, {"contadino", ROLE}, {"continua", SAYS},
	{"contro", PREP}, {"così", ADV}, {"cui", REL}, {"da", PREP}, {"dai", PREP}, {"dal", PREP},
	{"dall'", PREP}, {"dalla", PREP}, {"dallo", PREP}, {"definisce", SAYS | FRAME_OBJECT},
	{"definito", SAID | FRAME_OBJECT}, {"definì", SAID | FRAME_OBJECT}, {"degli", PREP},
	{"dei", PREP}, {"del", PREP}, {"dell'", PREP}, {"della", PREP}, {"delle", PREP}, {"dello", PREP},
	{"denuncia", SAYS}, {"denunciato", SAID}, {"deputata", ROLE}, {"deputato", ROLE},
	{"detta", WORD_PHRASAL}, {"detto", SAID}, {"di", PREP}, {"dice", SAYS}, {"dicembre", TIME},
	{"dichiara", SAYS}, {"dichiarato", SAID}, {"dichiarazione", NOUN}, {"dichiarò", SAID},
	{"difende", SAYS}, {"direttore", ROLE}, {"direttrice", ROLE}, {"disse", SAID}, {"domanda", NOUN},
	{"domenica", TIME}, {"dopo", PREP}, {"dott.", TITLE | ABBR}, {"dottor", TITLE}, {"dove", SUB},
	{"durante", PREP}, {"e", CONJ}, {"economista", ROLE}, {"ed", CONJ}, {"egli", HE}, {"ella", SHE},
	{"era", AUX}, {"esclamato", SAID}, {"esclamò", SAID}, {"esperta", ROLE}, {"esperto", ROLE},
	{"evidenzia", SAYS}, {"evidenziato", SAID}, {"febbraio", TIME}, {"fra", PREP}, {"gennaio", TIME},
	{"giovedì", TIME}, {"giudice", ROLE}, {"giugno", TIME}, {"già", ADV}, {"gli", DET | OBJP},
	{"governatore", ROLE}, {"ha", AUX}, {"hanno", AUX}, {"i", DET}, {"ieri", ADV}, {"il", DET},
	{"in", PREP}, {"inoltre", ADV}, {"io", PRON}, {"l'", DET}, {"la", DET}, {"lamenta", SAYS},
	{"lamentato", SAID}, {"le", DET}, {"leader", ROLE}, {"lei", SHE}, {"lo", DET}, {"loro", PRON},
	{"luglio", TIME}, {"lui", HE}, {"lunedì", TIME}, {"ma", CONJ}, {"maggio", TIME},
	{"martedì", TIME}, {"marzo", TIME}, {"medico", ROLE}, {"mentre", SUB}, {"mercoledì", TIME},
	{"mi", OBJP}, {"ministra", ROLE}, {"ministro", ROLE}, {"mugnaia", ROLE}, {"mugnaio", ROLE},
	{"ne", OBJP}, {"nei", PREP}, {"nel", PREP}, {"nell'", PREP}, {"nella", PREP}, {"nello", PREP},
	{"noi", PRON}, {"non", ADV}, {"novembre", TIME}, {"o", CONJ}, {"oggi", ADV},
	{"on.", TITLE | ABBR}, {"osserva", SAYS}, {"osservato", SAID}, {"ottobre", TIME},
	{"parere", WORD_PHRASAL}, {"per", PREP}, {"perché", SUB}, {"però", CONJ}, {"pescatore", ROLE},
	{"poi", ADV}, {"portavoce", ROLE}, {"precisa", SAYS}, {"precisato", SAID}, {"premier", ROLE},
	{"presidente", ROLE}, {"procuratore", ROLE}, {"prof.", ABBR}, {"professore", ROLE},
	{"professoressa", ROLE}, {"promesso", SAID}, {"promette", SAYS}, {"prosegue", SAYS},
	{"puntualizzato", SAID}, {"quando", SUB}, {"questa", DET}, {"queste", DET}, {"questi", DET},
	{"questo", DET}, {"racconta", SAYS}, {"raccontato", SAID}, {"replica", SAYS},
	{"replicato", SAID}, {"replicò", SAID}, {"residente", ROLE}, {"ribadisce", SAYS},
	{"ribadito", SAID}, {"ribatté", SAID}, {"ricercatore", ROLE}, {"ricercatrice", ROLE},
	{"ricorda", SAYS}, {"ricordato", SAID}, {"riferito", SAID}, {"rilevato", SAID},
	{"risponde", SAYS}, {"rispose", SAID}, {"risposta", NOUN}, {"risposto", SAID},
	{"rivendicato", SAID}, {"sabato", TIME}, {"sarebbe", AUX}, {"sarà", AUX}, {"scrisse", SAID},
	{"scritto", SAID}, {"scrive", SAYS}, {"se", SUB}, {"secondo", ACCORD}, {"segretaria", ROLE},
	{"segretario", ROLE}, {"senatore", ROLE}, {"senatrice", ROLE}, {"senza", PREP},
	{"settembre", TIME}, {"si", OBJP}, {"sia", AUX}, {"sig.", ABBR}, {"signor", TITLE},
	{"signora", TITLE}, {"sindaca", ROLE}, {"sindaco", ROLE}, {"sono", AUX}, {"sostenuto", SAID},
	{"sostiene", SAYS}, {"sottolinea", SAYS}, {"sottolineato", SAID}, {"spiega", SAYS},
	{"spiegato", SAID}, {"spiegò", SAID}, {"storica", ROLE}, {"storico", ROLE}, {"su", PREP},
	{"sua", DET}, {"sue", DET}, {"sui", PREP}, {"sul", PREP}, {"sulla", PREP}, {"suo", DET},
	{"suoi", DET}, {"tra", PREP}, {"tuonato", SAID}, {"un", DET}, {"un'", DET}, {"una", DET},
	{"uno", DET}, {"venerdì", TIME}, {"vi", OBJP}, {"vicepresidente", ROLE}, {"è", AUX},
};

static const struct phrasal_row sources[] = {
	{"detta", "di"},
	{"parere", "di"},
};

const struct language language_it = {
	.code = "it",
	.words = words,
	.word_count = COUNT_OF(words),
	.sources = sources,
	.source_count = COUNT_OF(sources),
	.frequent = " il lo la gli le di che e un una per con del della è non sono ha detto ",
	.splits_elision = true,
	.has_dialogue_dash = true,
	.breaks_inside = true,
};
