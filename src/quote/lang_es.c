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
	{"a", PREP}, {"abogada", ROLE}, {"abogado", ROLE}, {"abril", TIME}, {"además", ADV},
	{"admite", SAYS}, {"admitió", SAID}, {"advierte", SAYS}, {"advirtió", SAID}, {"afirma", SAYS},
	{"afirmado", SAID}, {"afirmó", SAID}, {"agosto", TIME}, {"agrega", SAYS}, {"agregó", SAID},
	{"al", PREP}, {"alcalde", ROLE}, {"alcaldesa", ROLE}, {"analista", ROLE}, {"ante", PREP},
	{"anuncia", SAYS}, {"anunció", SAID}, {"apuntó", SAID}, {"asegura", SAYS}, {"asegurado", SAID},
	{"aseguró", SAID}, {"asimismo", ADV}, {"así", ADV}, {"aunque", SUB}, {"autor", ROLE},
	{"autora", ROLE}, {"ayer", ADV}, {"añade", SAYS}, {"añadió", SAID}, {"bajo", PREP},
	{"calificó", SAID}, {"canciller", ROLE}, {"candidata", ROLE}, {"candidato", ROLE},
	{"comenta", SAYS}, {"comentó", SAID}, {"como", SUB}, {"con", PREP}, {"concluye", SAYS},
	{"concluyó", SAID}, {"confirmó", SAID}, {"consejera", ROLE}, {"consejero", ROLE},
	{"contestó", SAID}, {"contra", PREP}, {"contó", SAID}, {"critica", SAYS}, {"criticó", SAID},
	{"cual", REL}, {"cuando", SUB}, {"cuenta", SAYS}, {"de", PREP}, {"declara", SAYS},
	{"declaración", NOUN}, {"declarado", SAID}, {"declaró", SAID}, {"del", PREP}, {"denuncia", SAYS},
	{"denunció", SAID}, {"desde", PREP}, {"después", ADV}, {"destaca", SAYS}, {"destacó", SAID},
	{"dice", SAYS}, {"dicho", SAID}, {"diciembre", TIME}, {"dijo", SAID}, {"diputada", ROLE},
	{"diputado", ROLE}, {"director", ROLE}, {"directora", ROLE}, {"domingo", TIME}, {"don", TITLE},
	{"donde", SUB}, {"doña", TITLE}, {"dr.", TITLE | ABBR}, {"dra.", TITLE | ABBR}, {"durante", PREP},
	{"e", CONJ}, {"ee.uu.", ABBR}, {"el", DET}, {"ella", SHE}, {"ellas", PRON}, {"ellos", PRON},
	{"en", PREP}, {"enero", TIME}, {"entonces", ADV}, {"entre", PREP}, {"entrenador", ROLE},
	{"entrenadora", ROLE}, {"era", AUX}, {"es", AUX}, {"esa", DET}, {"escribe", SAYS},
	{"escribió", SAID}, {"ese", DET}, {"esta", DET}, {"estas", DET}, {"este", DET}, {"estos", DET},
	{"está", AUX}, {"están", AUX}, {"exclamó", SAID}, {"experta", ROLE}, {"experto", ROLE},
	{"explica", SAYS}, {"explicado", SAID}, {"explicó", SAID}, {"expresó", SAID}, {"febrero", TIME},
	{"fiscal", ROLE}, {"fue", AUX}, {"gobernador", ROLE}, {"gobernadora", ROLE}, {"gritó", SAID},
	{"ha", AUX}, {"había", AUX}, {"hacia", PREP}, {"han", AUX}, {"hasta", PREP}, {"hoy", ADV},
	{"indica", SAYS}, {"indicó", SAID}, {"insiste", SAYS}, {"insistió", SAID}, {"jefa", ROLE},
	{"jefe", ROLE}, {"jueves", TIME}, {"juez", ROLE}, {"jueza", ROLE}, {"julio", TIME}, {"junio", TIME},
	{"la", DET}, {"lamenta", SAYS}, {"lamentó", SAID}, {"las", DET}, {"le", OBJP}, {"les", OBJP},
	{"lo", OBJP}, {"los", DET}, {"luego", ADV}, {"lunes", TIME}, {"líder", ROLE}, {"manifestó", SAID},
	{"manifiesta", SAYS}, {"martes", TIME}, {"marzo", TIME}, {"matizó", SAID}, {"mayo", TIME},
	{"me", OBJP}, {"mi", DET}, {"mientras", SUB}, {"ministra", ROLE}, {"ministro", ROLE}, {"mis", DET},
	{"miércoles", TIME}, {"murmuró", SAID}, {"médica", ROLE}, {"médico", ROLE}, {"ni", CONJ},
	{"no", ADV}, {"nos", OBJP}, {"nosotros", PRON}, {"noviembre", TIME}, {"nuestra", DET},
	{"nuestro", DET}, {"o", CONJ}, {"octubre", TIME}, {"opina", SAYS}, {"para", PREP}, {"pero", CONJ},
	{"pidió", SAID}, {"por", PREP}, {"porque", SUB}, {"portavoz", ROLE}, {"precisa", SAYS},
	{"precisó", SAID}, {"pregunta", NOUN | SAYS}, {"preguntó", SAID}, {"presidenta", ROLE},
	{"presidente", ROLE}, {"profesor", ROLE}, {"profesora", ROLE}, {"prometió", SAID}, {"que", THAT},
	{"quien", REL}, {"quienes", REL}, {"reconoce", SAYS}, {"reconoció", SAID}, {"recordó", SAID},
	{"recuerda", SAYS}, {"reiteró", SAID}, {"replicó", SAID}, {"responde", SAYS}, {"respondió", SAID},
	{"respuesta", NOUN}, {"se", OBJP}, {"secretaria", ROLE}, {"secretario", ROLE}, {"según", ACCORD},
	{"senador", ROLE}, {"senadora", ROLE}, {"septiembre", TIME}, {"ser", AUX}, {"será", AUX},
	{"sería", AUX}, {"señala", SAYS}, {"señalado", SAID}, {"señaló", SAID}, {"señor", TITLE},
	{"señora", TITLE}, {"si", SUB}, {"sin", PREP}, {"sino", CONJ}, {"sobre", PREP}, {"son", AUX},
	{"sostiene", SAYS}, {"sostuvo", SAID}, {"sr.", TITLE | ABBR}, {"sra.", TITLE | ABBR}, {"su", DET},
	{"subraya", SAYS}, {"subrayó", SAID}, {"sus", DET}, {"susurró", SAID}, {"sábado", TIME},
	{"también", ADV}, {"tras", PREP}, {"u", CONJ}, {"ud.", ABBR}, {"un", DET}, {"una", DET},
	{"unas", DET}, {"unos", DET}, {"varias", DET}, {"varios", DET}, {"vicepresidenta", ROLE},
	{"vicepresidente", ROLE}, {"viernes", TIME}, {"vocera", ROLE}, {"vocero", ROLE}, {"y", CONJ},
	{"ya", ADV}, {"yo", PRON}, {"él", HE},
};

const struct language language_es = {
	.code = "es",
	.words = words,
	.word_count = COUNT_OF(words),
	.frequent = " el la los las de que y en un una por con para del se dijo es ha pero más como El La nuestro es ha pero más como El La nuestro ",
	.has_dialogue_dash = true,
	.breaks_inside = true,
};
