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
	{"a", DET}, {"abril", TIME}, {"acordo", WORD_PHRASAL}, {"acrescenta", SAYS},
	{"acrescentou", SAID}, {"admite", SAYS}, {"admitiu", SAID}, {"adverte", SAYS},
	{"advertiu", SAID}, {"advogada", ROLE}, {"advogado", ROLE}, {"afirma", SAYS}, {"afirmado", SAID},
	{"afirmaram", SAID}, {"afirmou", SAID}, {"agosto", TIME}, {"agricultor", ROLE},
	{"agricultora", ROLE}, {"ainda", ADV}, {"alerta", SAYS}, {"alertou", SAID}, {"além", ADV},
	{"analista", ROLE}, {"anuncia", SAYS}, {"anunciou", SAID}, {"ao", PREP}, {"aos", PREP},
	{"aponta", SAYS}, {"apontou", SAID}, {"após", PREP}, {"arquiteta", ROLE}, {"arquiteto", ROLE},
	{"as", DET}, {"assinalou", SAID}, {"até", PREP}, {"autarca", ROLE}, {"autor", ROLE},
	{"autora", ROLE}, {"avalia", SAYS}, {"avaliou", SAID}, {"avisa", SAYS}, {"avisou", SAID},
	{"candidata", ROLE}, {"candidato", ROLE}, {"chamou", SAID | FRAME_OBJECT}, {"chanceler", ROLE},
	{"chefe", ROLE}, {"classificou", SAID | FRAME_OBJECT}, {"com", PREP}, {"comemorou", SAID},
	{"comenta", SAYS}, {"comentou", SAID}, {"como", SUB}, {"completa", SAYS}, {"completou", SAID},
	{"conclui", SAYS}, {"concluiu", SAID}, {"confessou", SAID}, {"confirmou", SAID}, {"conta", SAYS},
	{"contou", SAID}, {"contra", PREP}, {"critica", SAYS}, {"criticou", SAID}, {"cujo", REL},
	{"da", PREP}, {"das", PREP}, {"de", PREP}, {"declara", SAYS}, {"declararam", SAID},
	{"declaração", NOUN}, {"declarou", SAID}, {"defende", SAYS}, {"defendeu", SAID},
	{"delegada", ROLE}, {"delegado", ROLE}, {"denuncia", SAYS}, {"denunciou", SAID}, {"depois", ADV},
	{"deputada", ROLE}, {"deputado", ROLE}, {"desabafou", SAID}, {"desde", PREP}, {"destaca", SAYS},
	{"destacou", SAID}, {"dezembro", TIME}, {"diretor", ROLE}, {"diretora", ROLE}, {"disse", SAID},
	{"disseram", SAID}, {"dito", SAID}, {"diz", SAYS}, {"do", PREP}, {"domingo", TIME},
	{"dos", PREP}, {"dr.", TITLE | ABBR}, {"dra.", TITLE | ABBR}, {"durante", PREP}, {"e", CONJ},
	{"economista", ROLE}, {"ela", SHE}, {"elas", PRON}, {"ele", HE}, {"eles", PRON}, {"em", PREP},
	{"embaixador", ROLE}, {"embaixadora", ROLE}, {"embora", SUB}, {"enquanto", SUB}, {"entre", PREP},
	{"então", ADV}, {"era", AUX}, {"escreve", SAYS}, {"escreveu", SAID}, {"especialista", ROLE},
	{"essa", DET}, {"esse", DET}, {"esta", DET}, {"este", DET}, {"está", AUX}, {"estão", AUX},
	{"eu", PRON}, {"exclamou", SAID}, {"explica", SAYS}, {"explicaram", SAID}, {"explicou", SAID},
	{"fevereiro", TIME}, {"foi", AUX}, {"frisa", SAYS}, {"frisou", SAID}, {"garante", SAYS},
	{"garantiu", SAID}, {"gerente", ROLE}, {"governador", ROLE}, {"governadora", ROLE},
	{"historiador", ROLE}, {"historiadora", ROLE}, {"hoje", ADV}, {"indica", SAYS},
	{"indicou", SAID}, {"insiste", SAYS}, {"insistiu", SAID}, {"ironizou", SAID}, {"janeiro", TIME},
	{"juiz", ROLE}, {"julho", TIME}, {"junho", TIME}, {"juíza", ROLE}, {"já", ADV},
	{"lamenta", SAYS}, {"lamentou", SAID}, {"lembra", SAYS}, {"lembrou", SAID}, {"lhe", OBJP},
	{"líder", ROLE}, {"maio", TIME}, {"manifestou", SAID}, {"março", TIME}, {"mas", CONJ},
	{"me", OBJP}, {"ministra", ROLE}, {"ministro", ROLE}, {"moleira", ROLE}, {"moleiro", ROLE},
	{"morador", ROLE}, {"moradora", ROLE}, {"médica", ROLE}, {"médico", ROLE}, {"na", PREP},
	{"nas", PREP}, {"nem", CONJ}, {"no", PREP}, {"nos", PREP | OBJP}, {"novembro", TIME},
	{"não", ADV}, {"nós", PRON}, {"o", DET}, {"observa", SAYS}, {"observou", SAID}, {"onde", SUB},
	{"ontem", ADV}, {"os", DET}, {"ou", CONJ}, {"outubro", TIME}, {"para", PREP}, {"pediu", SAID},
	{"pela", PREP}, {"pelo", PREP}, {"pergunta", NOUN | SAYS}, {"perguntou", SAID},
	{"pescador", ROLE}, {"pesquisador", ROLE}, {"pesquisadora", ROLE}, {"pontuou", SAID},
	{"por", PREP}, {"porque", SUB}, {"porta-voz", ROLE}, {"prefeita", ROLE}, {"prefeito", ROLE},
	{"presidenta", ROLE}, {"presidente", ROLE}, {"procurador", ROLE}, {"prof.", ABBR},
	{"professor", ROLE}, {"professora", ROLE}, {"promete", SAYS}, {"prometeu", SAID},
	{"promotor", ROLE}, {"promotora", ROLE}, {"quando", SUB}, {"quarta-feira", TIME}, {"que", THAT},
	{"quem", REL}, {"quinta-feira", TIME}, {"rebate", SAYS}, {"rebateu", SAID}, {"reconhece", SAYS},
	{"reconheceu", SAID}, {"referiu", SAID}, {"reforça", SAYS}, {"reforçou", SAID},
	{"reitera", SAYS}, {"reiterou", SAID}, {"relata", SAYS}, {"relatou", SAID}, {"responde", SAYS},
	{"respondeu", SAID}, {"resposta", NOUN}, {"ressalta", SAYS}, {"ressaltou", SAID},
	{"resume", SAYS}, {"resumiu", SAID}, {"salientou", SAID}, {"se", SUB | OBJP},
	{"secretária", ROLE}, {"secretário", ROLE}, {"segunda-feira", TIME}, {"segundo", ACCORD},
	{"sem", PREP}, {"senador", ROLE}, {"senadora", ROLE}, {"senhor", TITLE}, {"senhora", TITLE},
	{"ser", AUX}, {"seria", AUX}, {"será", AUX}, {"setembro", TIME}, {"seu", DET}, {"seus", DET},
	{"sexta-feira", TIME}, {"sindicalista", ROLE}, {"sobre", PREP}, {"sr.", TITLE | ABBR},
	{"sra.", TITLE | ABBR}, {"sua", DET}, {"suas", DET}, {"sublinha", SAYS}, {"sublinhou", SAID},
	{"sustenta", SAYS}, {"sustentou", SAID}, {"sábado", TIME}, {"são", AUX}, {"também", ADV},
	{"tem", AUX}, {"terça-feira", TIME}, {"tinha", AUX}, {"treinador", ROLE}, {"treinadora", ROLE},
	{"técnico", ROLE}, {"têm", AUX}, {"um", DET}, {"uma", DET}, {"umas", DET}, {"uns", DET},
	{"vereador", ROLE}, {"vereadora", ROLE}, {"vice-presidente", ROLE}, {"várias", DET},
	{"vários", DET}, {"à", PREP}, {"às", PREP}, {"é", AUX},
};

static const struct phrasal_row sources[] = {
	{"acordo", "com"},
};

const struct language language_pt = {
	.code = "pt",
	.words = words,
	.word_count = COUNT_OF(words),
	.sources = sources,
	.source_count = COUNT_OF(sources),
	.frequent = " o os de que e um uma para com da em não por se disse ",
	.has_dialogue_dash = true,
	.breaks_inside = true,
};
