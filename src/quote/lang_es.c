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
	{"a", PREP}, {"abogada", ROLE}, {"abogado", ROLE}, {"abril", TIME}, {"acuerdo", WORD_PHRASAL},
	{"además", ADV}, {"admite", SAYS}, {"admitido", SAID}, {"admitió", SAID}, {"advertido", SAID},
	{"advierte", SAYS}, {"advirtió", SAID}, {"afirma", SAYS}, {"afirmado", SAID},
	{"afirmaron", SAID}, {"afirmó", SAID}, {"agosto", TIME}, {"agrega", SAYS}, {"agregó", SAID},
	{"agricultor", ROLE}, {"agricultora", ROLE}, {"al", PREP}, {"alcalde", ROLE},
	{"alcaldesa", ROLE}, {"analista", ROLE}, {"ante", PREP}, {"anuncia", SAYS}, {"anunció", SAID},
	{"apunta", SAYS}, {"apuntado", SAID}, {"apuntó", SAID}, {"arquitecta", ROLE},
	{"arquitecto", ROLE}, {"asegura", SAYS}, {"asegurado", SAID}, {"aseguraron", SAID},
	{"aseguró", SAID}, {"aseveró", SAID}, {"asimismo", ADV}, {"así", ADV}, {"aunque", SUB},
	{"autor", ROLE}, {"autora", ROLE}, {"avisa", SAYS}, {"avisó", SAID}, {"ayer", ADV},
	{"añade", SAYS}, {"añadido", SAID}, {"añadió", SAID}, {"bajo", PREP},
	{"califica", SAYS | FRAME_OBJECT}, {"calificado", SAID | FRAME_OBJECT},
	{"calificó", SAID | FRAME_OBJECT}, {"canciller", ROLE}, {"candidata", ROLE}, {"candidato", ROLE},
	{"celebró", SAID}, {"comenta", SAYS}, {"comentó", SAID}, {"como", SUB}, {"con", PREP},
	{"concejal", ROLE}, {"concejala", ROLE}, {"concluye", SAYS}, {"concluyó", SAID},
	{"confesó", SAID}, {"confiesa", SAYS}, {"confirmó", SAID}, {"consejera", ROLE},
	{"consejero", ROLE}, {"contado", SAID}, {"contestó", SAID}, {"contra", PREP}, {"contó", SAID},
	{"critica", SAYS}, {"criticado", SAID}, {"criticó", SAID}, {"cual", REL}, {"cuando", SUB},
	{"cuenta", SAYS}, {"de", PREP}, {"declara", SAYS}, {"declaración", NOUN}, {"declarado", SAID},
	{"declaró", SAID}, {"defendió", SAID}, {"defiende", SAYS}, {"del", PREP}, {"denuncia", SAYS},
	{"denunciado", SAID}, {"denunció", SAID}, {"desde", PREP}, {"después", ADV}, {"destaca", SAYS},
	{"destacado", SAID}, {"destacó", SAID}, {"dice", SAYS}, {"dicho", SAID}, {"diciembre", TIME},
	{"dijeron", SAID}, {"dijo", SAID}, {"diputada", ROLE}, {"diputado", ROLE}, {"director", ROLE},
	{"directora", ROLE}, {"domingo", TIME}, {"don", TITLE}, {"donde", SUB}, {"doña", TITLE},
	{"dr.", TITLE | ABBR}, {"dra.", TITLE | ABBR}, {"durante", PREP}, {"e", CONJ},
	{"economista", ROLE}, {"ee.uu.", ABBR}, {"el", DET}, {"ella", SHE}, {"ellas", PRON},
	{"ellos", PRON}, {"embajador", ROLE}, {"embajadora", ROLE}, {"en", PREP}, {"enero", TIME},
	{"entonces", ADV}, {"entre", PREP}, {"entrenador", ROLE}, {"entrenadora", ROLE}, {"era", AUX},
	{"es", AUX}, {"esa", DET}, {"escribe", SAYS}, {"escribió", SAID}, {"escrito", SAID},
	{"ese", DET}, {"esta", DET}, {"estas", DET}, {"este", DET}, {"estos", DET}, {"está", AUX},
	{"están", AUX}, {"exclamó", SAID}, {"experta", ROLE}, {"experto", ROLE}, {"explica", SAYS},
	{"explicado", SAID}, {"explicaron", SAID}, {"explicó", SAID}, {"expresó", SAID},
	{"febrero", TIME}, {"fiscal", ROLE}, {"fue", AUX}, {"gerente", ROLE}, {"gobernador", ROLE},
	{"gobernadora", ROLE}, {"gritó", SAID}, {"ha", AUX}, {"había", AUX}, {"hacia", PREP},
	{"han", AUX}, {"hasta", PREP}, {"historiador", ROLE}, {"historiadora", ROLE}, {"hoy", ADV},
	{"indica", SAYS}, {"indicó", SAID}, {"insiste", SAYS}, {"insistido", SAID}, {"insistió", SAID},
	{"investigador", ROLE}, {"investigadora", ROLE}, {"ironizó", SAID}, {"jefa", ROLE},
	{"jefe", ROLE}, {"jueves", TIME}, {"juez", ROLE}, {"jueza", ROLE}, {"julio", TIME},
	{"junio", TIME}, {"la", DET}, {"lamenta", SAYS}, {"lamentado", SAID}, {"lamentó", SAID},
	{"las", DET}, {"le", OBJP}, {"les", OBJP}, {"lo", OBJP}, {"los", DET}, {"luego", ADV},
	{"lunes", TIME}, {"líder", ROLE}, {"manifestó", SAID}, {"manifiesta", SAYS}, {"martes", TIME},
	{"marzo", TIME}, {"matiza", SAYS}, {"matizó", SAID}, {"mayo", TIME}, {"me", OBJP}, {"mi", DET},
	{"mientras", SUB}, {"ministra", ROLE}, {"ministro", ROLE}, {"mis", DET}, {"miércoles", TIME},
	{"molinera", ROLE}, {"molinero", ROLE}, {"murmuró", SAID}, {"médica", ROLE}, {"médico", ROLE},
	{"narró", SAID}, {"ni", CONJ}, {"no", ADV}, {"nos", OBJP}, {"nosotros", PRON},
	{"noviembre", TIME}, {"nuestra", DET}, {"nuestro", DET}, {"o", CONJ}, {"octubre", TIME},
	{"opina", SAYS}, {"para", PREP}, {"pero", CONJ}, {"pescador", ROLE}, {"pidió", SAID},
	{"por", PREP}, {"porque", SUB}, {"portavoz", ROLE}, {"precisa", SAYS}, {"precisado", SAID},
	{"precisó", SAID}, {"pregunta", NOUN | SAYS}, {"preguntó", SAID}, {"presidenta", ROLE},
	{"presidente", ROLE}, {"profesor", ROLE}, {"profesora", ROLE}, {"promete", SAYS},
	{"prometido", SAID}, {"prometió", SAID}, {"puntualizó", SAID}, {"que", THAT}, {"quien", REL},
	{"quienes", REL}, {"recalca", SAYS}, {"recalcado", SAID}, {"recalcó", SAID}, {"reconoce", SAYS},
	{"reconocido", SAID}, {"reconoció", SAID}, {"recordó", SAID}, {"recuerda", SAYS},
	{"reitera", SAYS}, {"reiterado", SAID}, {"reiteró", SAID}, {"relata", SAYS}, {"relató", SAID},
	{"replica", SAYS}, {"replicó", SAID}, {"responde", SAYS}, {"respondido", SAID},
	{"respondió", SAID}, {"respuesta", NOUN}, {"resume", SAYS}, {"resumió", SAID}, {"se", OBJP},
	{"secretaria", ROLE}, {"secretario", ROLE}, {"según", ACCORD}, {"senador", ROLE},
	{"senadora", ROLE}, {"sentenció", SAID}, {"septiembre", TIME}, {"ser", AUX}, {"será", AUX},
	{"sería", AUX}, {"señala", SAYS}, {"señalado", SAID}, {"señaló", SAID}, {"señor", TITLE},
	{"señora", TITLE}, {"si", SUB}, {"sin", PREP}, {"sindicalista", ROLE}, {"sino", CONJ},
	{"sobre", PREP}, {"son", AUX}, {"sostenido", SAID}, {"sostiene", SAYS}, {"sostuvo", SAID},
	{"sr.", TITLE | ABBR}, {"sra.", TITLE | ABBR}, {"su", DET}, {"subraya", SAYS},
	{"subrayado", SAID}, {"subrayó", SAID}, {"sus", DET}, {"susurró", SAID}, {"sábado", TIME},
	{"tachó", SAID | FRAME_OBJECT}, {"también", ADV}, {"tildó", SAID | FRAME_OBJECT}, {"tras", PREP},
	{"u", CONJ}, {"ud.", ABBR}, {"un", DET}, {"una", DET}, {"unas", DET}, {"unos", DET},
	{"varias", DET}, {"varios", DET}, {"vecina", ROLE}, {"vecino", ROLE}, {"vicepresidenta", ROLE},
	{"vicepresidente", ROLE}, {"viernes", TIME}, {"vocera", ROLE}, {"vocero", ROLE}, {"y", CONJ},
	{"ya", ADV}, {"yo", PRON}, {"zanjó", SAID}, {"él", HE},
};

static const struct phrasal_row sources[] = {
	{"acuerdo", "con"},
};

const struct language language_es = {
	.code = "es",
	.words = words,
	.word_count = COUNT_OF(words),
	.sources = sources,
	.source_count = COUNT_OF(sources),
	.frequent =
		" el la los las de que y en un una por con para del se dijo es ha pero más como El La nuestro es ha pero más como El La nuestro ",
	.has_dialogue_dash = true,
	.breaks_inside = true,
};
