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
	{"a", AUX}, {"admet", SAYS}, {"admis", SAID}, {"affirma", SAID}, {"affirme", SAYS},
	{"affirmé", SAID}, {"ainsi", ADV}, {"ait", AUX}, {"ajouta", SAID}, {"ajoute", SAYS},
	{"ajouté", SAID}, {"alors", SUB | ADV}, {"annonce", SAYS}, {"annoncé", SAID}, {"août", TIME},
	{"après", PREP}, {"assure", SAYS}, {"assuré", SAID}, {"au", PREP}, {"aucun", DET}, {"aurait", AUX},
	{"aussi", ADV}, {"auteur", ROLE}, {"autrice", ROLE}, {"aux", PREP}, {"avaient", AUX},
	{"avait", AUX}, {"avant", PREP}, {"avec", PREP}, {"averti", SAID}, {"avertit", SAYS},
	{"avocat", ROLE}, {"avocate", ROLE}, {"avril", TIME}, {"candidat", ROLE}, {"candidate", ROLE},
	{"ce", DET}, {"ces", DET}, {"cet", DET}, {"cette", DET}, {"chancelier", ROLE},
	{"chancelière", ROLE}, {"chaque", DET}, {"chef", ROLE}, {"cheffe", ROLE}, {"chercheur", ROLE},
	{"chercheuse", ROLE}, {"chez", PREP}, {"comme", SUB}, {"commente", SAYS}, {"commenté", SAID},
	{"conclu", SAID}, {"conclut", SAYS}, {"confie", SAYS}, {"confirme", SAYS}, {"confirmé", SAID},
	{"confié", SAID}, {"conseiller", ROLE}, {"conseillère", ROLE}, {"contre", PREP}, {"critiqué", SAID},
	{"crié", SAID}, {"d'", PREP}, {"dans", PREP}, {"de", PREP}, {"demanda", SAID}, {"demande", SAYS},
	{"demandé", SAID}, {"depuis", PREP}, {"des", DET}, {"devant", PREP}, {"dimanche", TIME},
	{"directeur", ROLE}, {"directrice", ROLE}, {"dirigeant", ROLE}, {"dirigeante", ROLE}, {"dit", SAID},
	{"donc", CONJ}, {"dont", REL}, {"dr", TITLE}, {"dr.", ABBR}, {"du", PREP}, {"décembre", TIME},
	{"déclara", SAID}, {"déclaration", NOUN}, {"déclare", SAYS}, {"déclaré", SAID}, {"déjà", ADV},
	{"dénonce", SAYS}, {"dénoncé", SAID}, {"déplore", SAYS}, {"déploré", SAID}, {"député", ROLE},
	{"députée", ROLE}, {"détaille", SAYS}, {"elle", SHE}, {"elles", PRON}, {"en", PREP | OBJP},
	{"encore", ADV}, {"ensuite", ADV}, {"entre", PREP}, {"est", AUX}, {"estime", SAYS},
	{"estimé", SAID}, {"et", CONJ}, {"expert", ROLE}, {"experte", ROLE}, {"expliqua", SAID},
	{"explique", SAYS}, {"expliqué", SAID}, {"fut", AUX}, {"février", TIME}, {"hier", ADV}, {"il", HE},
	{"ils", PRON}, {"indique", SAYS}, {"indiqué", SAID}, {"insiste", SAYS}, {"insisté", SAID},
	{"j'", PRON}, {"jamais", ADV}, {"janvier", TIME}, {"je", PRON}, {"jeudi", TIME}, {"juge", SAYS},
	{"jugé", SAID}, {"juillet", TIME}, {"juin", TIME}, {"l'", DET}, {"la", DET}, {"lance", SAYS},
	{"lancé", SAID}, {"lança", SAID}, {"laquelle", REL}, {"le", DET}, {"lequel", REL}, {"les", DET},
	{"leur", DET | OBJP}, {"leurs", DET}, {"lors", PREP}, {"lorsque", SUB}, {"lui", OBJP},
	{"lundi", TIME}, {"m'", OBJP}, {"m.", TITLE | ABBR}, {"ma", DET}, {"madame", TITLE}, {"mai", TIME},
	{"maire", ROLE}, {"mais", CONJ}, {"mardi", TIME}, {"mars", TIME}, {"martelé", SAID},
	{"martèle", SAYS}, {"me", OBJP}, {"mercredi", TIME}, {"mes", DET}, {"ministre", ROLE},
	{"mlle", TITLE}, {"mm.", ABBR}, {"mme", TITLE}, {"mon", DET}, {"monsieur", TITLE},
	{"murmuré", SAID}, {"médecin", ROLE}, {"nos", DET}, {"notamment", ADV}, {"note", SAYS},
	{"notre", DET}, {"noté", SAID}, {"nous", PRON}, {"novembre", TIME}, {"observe", SAYS},
	{"observé", SAID}, {"octobre", TIME}, {"on", PRON}, {"ont", AUX}, {"or", CONJ}, {"ou", CONJ},
	{"par", PREP}, {"parmi", PREP}, {"pas", ADV}, {"patron", ROLE}, {"patronne", ROLE},
	{"pendant", PREP}, {"plusieurs", DET}, {"porte-parole", ROLE}, {"pour", PREP}, {"poursuit", SAYS},
	{"premier", ROLE}, {"première", ROLE}, {"procureur", ROLE}, {"procureure", ROLE},
	{"professeur", ROLE}, {"professeure", ROLE}, {"promet", SAYS}, {"promis", SAID}, {"précise", SAYS},
	{"précisé", SAID}, {"préfet", ROLE}, {"préfète", ROLE}, {"président", ROLE}, {"présidente", ROLE},
	{"prévenu", SAID}, {"prévient", SAYS}, {"puis", ADV}, {"puisque", SUB}, {"qu'", THAT},
	{"qualifié", SAID}, {"quand", SUB}, {"que", THAT}, {"quelques", DET}, {"question", NOUN},
	{"qui", REL}, {"raconte", SAYS}, {"raconté", SAID}, {"rappelle", SAYS}, {"rappelé", SAID},
	{"reconnaît", SAYS}, {"reconnu", SAID}, {"regrette", SAYS}, {"regretté", SAID}, {"reprit", SAID},
	{"responsable", ROLE}, {"réagi", SAID}, {"réagit", SAYS}, {"réplique", SAYS}, {"répliqué", SAID},
	{"répond", SAYS}, {"répondit", SAID}, {"répondu", SAID}, {"réponse", NOUN}, {"résume", SAYS},
	{"rétorque", SAYS}, {"rétorqué", SAID}, {"s'", OBJP}, {"s'exclama", SAID}, {"s'indigne", SAYS},
	{"s'interroge", SAYS}, {"sa", DET}, {"salué", SAID}, {"samedi", TIME}, {"sans", PREP}, {"se", OBJP},
	{"se félicite", SAYS}, {"secrétaire", ROLE}, {"selon", ACCORD}, {"septembre", TIME}, {"sera", AUX},
	{"serait", AUX}, {"ses", DET}, {"si", SUB}, {"soit", AUX}, {"son", DET}, {"sont", AUX},
	{"souligne", SAYS}, {"souligné", SAID}, {"sous", PREP}, {"soutenu", SAID}, {"soutient", SAYS},
	{"st.", ABBR}, {"sur", PREP}, {"sénateur", ROLE}, {"sénatrice", ROLE}, {"tandis", SUB},
	{"te", OBJP}, {"toujours", ADV}, {"tu", PRON}, {"tweeté", SAID}, {"un", DET}, {"une", DET},
	{"vendredi", TIME}, {"vers", PREP}, {"votre", DET}, {"vous", PRON}, {"y", OBJP}, {"à", PREP},
	{"écrit", SAID}, {"écrivain", ROLE}, {"également", ADV}, {"étaient", AUX}, {"était", AUX},
};

const struct language language_fr = {
	.code = "fr",
	.words = words,
	.word_count = COUNT_OF(words),
	.frequent = " le la les des et est déclaré pas que une dans pour qui sur avec au du il plus ",
	.splits_elision = true,
	.has_dialogue_dash = true,
	.breaks_inside = true,
};
