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
	{"a", DET}, {"abril", TIME}, {"acrescenta", SAYS}, {"acrescentou", SAID}, {"admite", SAYS},
	{"admitiu", SAID}, {"advogada", ROLE}, {"advogado", ROLE}, {"afirma", SAYS}, {"afirmado", SAID},
	{"afirmou", SAID}, {"agosto", TIME}, {"ainda", ADV}, {"alerta", SAYS}, {"alertou", SAID},
	{"além", ADV}, {"analista", ROLE}, {"anuncia", SAYS}, {"anunciou", SAID}, {"ao", PREP},
	{"aos", PREP}, {"após", PREP}, {"as", DET}, {"até", PREP}, {"autor", ROLE}, {"autora", ROLE},
	{"avalia", SAYS}, {"avaliou", SAID}, {"candidata", ROLE}, {"candidato", ROLE}, {"chanceler", ROLE},
	{"chefe", ROLE}, {"com", PREP}, {"comenta", SAYS}, {"comentou", SAID}, {"como", SUB},
	{"completou", SAID}, {"conclui", SAYS}, {"concluiu", SAID}, {"confirmou", SAID}, {"conta", SAYS},
	{"contou", SAID}, {"contra", PREP}, {"critica", SAYS}, {"criticou", SAID}, {"cujo", REL},
	{"da", PREP}, {"das", PREP}, {"de", PREP}, {"declara", SAYS}, {"declaração", NOUN},
	{"declarou", SAID}, {"denuncia", SAYS}, {"denunciou", SAID}, {"depois", ADV}, {"deputada", ROLE},
	{"deputado", ROLE}, {"desde", PREP}, {"destaca", SAYS}, {"destacou", SAID}, {"dezembro", TIME},
	{"diretor", ROLE}, {"diretora", ROLE}, {"disse", SAID}, {"dito", SAID}, {"diz", SAYS}, {"do", PREP},
	{"domingo", TIME}, {"dos", PREP}, {"dr.", TITLE | ABBR}, {"dra.", TITLE | ABBR}, {"durante", PREP},
	{"e", CONJ}, {"ela", SHE}, {"elas", PRON}, {"ele", HE}, {"eles", PRON}, {"em", PREP},
	{"embora", SUB}, {"enquanto", SUB}, {"entre", PREP}, {"então", ADV}, {"era", AUX},
	{"escreve", SAYS}, {"escreveu", SAID}, {"especialista", ROLE}, {"essa", DET}, {"esse", DET},
	{"esta", DET}, {"este", DET}, {"está", AUX}, {"estão", AUX}, {"eu", PRON}, {"exclamou", SAID},
	{"explica", SAYS}, {"explicou", SAID}, {"fevereiro", TIME}, {"foi", AUX}, {"garante", SAYS},
	{"garantiu", SAID}, {"governador", ROLE}, {"governadora", ROLE}, {"hoje", ADV}, {"indica", SAYS},
	{"indicou", SAID}, {"insiste", SAYS}, {"insistiu", SAID}, {"janeiro", TIME}, {"juiz", ROLE},
	{"julho", TIME}, {"junho", TIME}, {"juíza", ROLE}, {"já", ADV}, {"lamenta", SAYS},
	{"lamentou", SAID}, {"lembra", SAYS}, {"lembrou", SAID}, {"lhe", OBJP}, {"líder", ROLE},
	{"maio", TIME}, {"manifestou", SAID}, {"março", TIME}, {"mas", CONJ}, {"me", OBJP},
	{"ministra", ROLE}, {"ministro", ROLE}, {"médica", ROLE}, {"médico", ROLE}, {"na", PREP},
	{"nas", PREP}, {"nem", CONJ}, {"no", PREP}, {"nos", PREP | OBJP}, {"novembro", TIME}, {"não", ADV},
	{"nós", PRON}, {"o", DET}, {"onde", SUB}, {"ontem", ADV}, {"os", DET}, {"ou", CONJ},
	{"outubro", TIME}, {"para", PREP}, {"pediu", SAID}, {"pela", PREP}, {"pelo", PREP},
	{"pergunta", NOUN | SAYS}, {"perguntou", SAID}, {"pesquisador", ROLE}, {"pesquisadora", ROLE},
	{"por", PREP}, {"porque", SUB}, {"porta-voz", ROLE}, {"prefeita", ROLE}, {"prefeito", ROLE},
	{"presidenta", ROLE}, {"presidente", ROLE}, {"procurador", ROLE}, {"prof.", ABBR},
	{"professor", ROLE}, {"professora", ROLE}, {"prometeu", SAID}, {"quando", SUB},
	{"quarta-feira", TIME}, {"que", THAT}, {"quem", REL}, {"quinta-feira", TIME}, {"reconhece", SAYS},
	{"reconheceu", SAID}, {"referiu", SAID}, {"reforçou", SAID}, {"responde", SAYS},
	{"respondeu", SAID}, {"resposta", NOUN}, {"ressalta", SAYS}, {"ressaltou", SAID},
	{"salientou", SAID}, {"se", SUB | OBJP}, {"secretária", ROLE}, {"secretário", ROLE},
	{"segunda-feira", TIME}, {"segundo", ACCORD}, {"sem", PREP}, {"senador", ROLE}, {"senadora", ROLE},
	{"senhor", TITLE}, {"senhora", TITLE}, {"ser", AUX}, {"seria", AUX}, {"será", AUX},
	{"setembro", TIME}, {"seu", DET}, {"seus", DET}, {"sexta-feira", TIME}, {"sobre", PREP},
	{"sr.", TITLE | ABBR}, {"sra.", TITLE | ABBR}, {"sua", DET}, {"suas", DET}, {"sublinha", SAYS},
	{"sublinhou", SAID}, {"sustenta", SAYS}, {"sustentou", SAID}, {"sábado", TIME}, {"são", AUX},
	{"também", ADV}, {"tem", AUX}, {"terça-feira", TIME}, {"tinha", AUX}, {"treinador", ROLE},
	{"técnico", ROLE}, {"têm", AUX}, {"um", DET}, {"uma", DET}, {"umas", DET}, {"uns", DET},
	{"vereador", ROLE}, {"vereadora", ROLE}, {"vice-presidente", ROLE}, {"várias", DET},
	{"vários", DET}, {"à", PREP}, {"às", PREP}, {"é", AUX},
};

const struct language language_pt = {
	.code = "pt",
	.words = words,
	.word_count = COUNT_OF(words),
	.frequent = " o os de que e um uma para com da em não por se disse ",
	.has_dialogue_dash = true,
	.breaks_inside = true,
};
