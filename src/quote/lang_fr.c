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
	{"a", AUX}, {"a-t-elle", AUX}, {"a-t-il", AUX}, {"a-t-on", AUX}, {"admet", SAYS},
	{"admis", SAID}, {"affirma", SAID}, {"affirmait", SAID}, {"affirme", SAYS},
	{"affirme-t-elle", SAYS}, {"affirme-t-il", SAYS}, {"affirmé", SAID}, {"agriculteur", ROLE},
	{"agricultrice", ROLE}, {"ainsi", ADV}, {"ait", AUX}, {"ajouta", SAID}, {"ajoute", SAYS},
	{"ajoute-t-elle", SAYS}, {"ajoute-t-il", SAYS}, {"ajouté", SAID}, {"alors", SUB | ADV},
	{"ambassadeur", ROLE}, {"ambassadrice", ROLE}, {"annonce", SAYS}, {"annoncé", SAID},
	{"août", TIME}, {"appelle", SAYS}, {"après", PREP}, {"architecte", ROLE}, {"assurait", SAID},
	{"assure", SAYS}, {"assure-t-elle", SAYS}, {"assure-t-il", SAYS}, {"assuré", SAID}, {"au", PREP},
	{"aucun", DET}, {"aurait", AUX}, {"aussi", ADV}, {"auteur", ROLE}, {"autrice", ROLE},
	{"aux", PREP}, {"avaient", AUX}, {"avait", AUX}, {"avant", PREP}, {"avec", PREP},
	{"averti", SAID}, {"avertit", SAYS}, {"avocat", ROLE}, {"avocate", ROLE}, {"avoue", SAYS},
	{"avoué", SAID}, {"avril", TIME}, {"candidat", ROLE}, {"candidate", ROLE}, {"ce", DET},
	{"ces", DET}, {"cet", DET}, {"cette", DET}, {"chancelier", ROLE}, {"chancelière", ROLE},
	{"chaque", DET}, {"chef", ROLE}, {"cheffe", ROLE}, {"chercheur", ROLE}, {"chercheuse", ROLE},
	{"chez", PREP}, {"clamé", SAID}, {"comme", SUB}, {"commente", SAYS}, {"commenté", SAID},
	{"conclu", SAID}, {"conclut", SAYS}, {"conclut-elle", SAYS}, {"conclut-il", SAYS},
	{"confie", SAYS}, {"confirme", SAYS}, {"confirmé", SAID}, {"confié", SAID}, {"conseiller", ROLE},
	{"conseillère", ROLE}, {"constate", SAYS}, {"constaté", SAID}, {"contre", PREP},
	{"critiqué", SAID}, {"crié", SAID}, {"d'", PREP | WORD_PHRASAL}, {"dans", PREP}, {"de", PREP},
	{"demanda", SAID}, {"demande", SAYS}, {"demandé", SAID}, {"depuis", PREP}, {"des", DET},
	{"devant", PREP}, {"dimanche", TIME}, {"directeur", ROLE}, {"directrice", ROLE},
	{"dirigeant", ROLE}, {"dirigeante", ROLE}, {"dit", SAID}, {"dit-elle", SAYS}, {"dit-il", SAYS},
	{"donc", CONJ}, {"dont", REL}, {"dr", TITLE}, {"dr.", ABBR}, {"du", PREP}, {"décembre", TIME},
	{"déclara", SAID}, {"déclaration", NOUN}, {"déclare", SAYS}, {"déclaré", SAID}, {"déjà", ADV},
	{"dénonce", SAYS}, {"dénoncé", SAID}, {"déplore", SAYS}, {"déploré", SAID}, {"député", ROLE},
	{"députée", ROLE}, {"détaillait", SAID}, {"détaille", SAYS}, {"détaillé", SAID}, {"elle", SHE},
	{"elles", PRON}, {"en", PREP | OBJP}, {"encore", ADV}, {"enseignant", ROLE},
	{"enseignante", ROLE}, {"ensuite", ADV}, {"entraîneur", ROLE}, {"entraîneuse", ROLE},
	{"entre", PREP}, {"est", AUX}, {"estime", SAYS}, {"estime-t-elle", SAYS}, {"estime-t-il", SAYS},
	{"estimé", SAID}, {"et", CONJ}, {"expert", ROLE}, {"experte", ROLE}, {"expliqua", SAID},
	{"expliquait", SAID}, {"explique", SAYS}, {"explique-t-elle", SAYS}, {"explique-t-il", SAYS},
	{"expliqué", SAID}, {"fustige", SAYS}, {"fut", AUX}, {"février", TIME}, {"gérant", ROLE},
	{"gérante", ROLE}, {"habitant", ROLE}, {"habitante", ROLE}, {"hier", ADV}, {"historien", ROLE},
	{"historienne", ROLE}, {"il", HE}, {"ils", PRON}, {"indigné", SAID}, {"indignée", SAID},
	{"indique", SAYS}, {"indiqué", SAID}, {"insiste", SAYS}, {"insisté", SAID}, {"ironise", SAYS},
	{"ironisé", SAID}, {"j'", PRON}, {"jamais", ADV}, {"janvier", TIME}, {"je", PRON},
	{"jeudi", TIME}, {"juge", SAYS}, {"jugé", SAID}, {"juillet", TIME}, {"juin", TIME}, {"l'", DET},
	{"la", DET}, {"lance", SAYS}, {"lancé", SAID}, {"lança", SAID}, {"laquelle", REL}, {"le", DET},
	{"lequel", REL}, {"les", DET}, {"leur", DET | OBJP}, {"leurs", DET}, {"lors", PREP},
	{"lorsque", SUB}, {"lui", OBJP}, {"lundi", TIME}, {"lâche", SAYS}, {"lâché", SAID}, {"m'", OBJP},
	{"m.", TITLE | ABBR}, {"ma", DET}, {"madame", TITLE}, {"mai", TIME}, {"maire", ROLE},
	{"mais", CONJ}, {"mardi", TIME}, {"mars", TIME}, {"martelé", SAID}, {"martèle", SAYS},
	{"me", OBJP}, {"mercredi", TIME}, {"mes", DET}, {"meunier", ROLE}, {"meunière", ROLE},
	{"ministre", ROLE}, {"mlle", TITLE}, {"mm.", ABBR}, {"mme", TITLE}, {"mon", DET},
	{"monsieur", TITLE}, {"murmuré", SAID}, {"médecin", ROLE}, {"nos", DET}, {"notamment", ADV},
	{"note", SAYS}, {"notre", DET}, {"noté", SAID}, {"nous", PRON}, {"novembre", TIME},
	{"nuance", SAYS}, {"nuancé", SAID}, {"observe", SAYS}, {"observé", SAID}, {"octobre", TIME},
	{"on", PRON}, {"ont", AUX}, {"ont-ils", AUX}, {"or", CONJ}, {"ou", CONJ}, {"par", PREP},
	{"parmi", PREP}, {"pas", ADV}, {"patron", ROLE}, {"patronne", ROLE}, {"pendant", PREP},
	{"plaide", SAYS}, {"plaidé", SAID}, {"plusieurs", DET}, {"porte-parole", ROLE}, {"pour", PREP},
	{"poursuit", SAYS}, {"poursuit-elle", SAYS}, {"poursuit-il", SAYS}, {"poursuivi", SAID},
	{"premier", ROLE}, {"première", ROLE}, {"procureur", ROLE}, {"procureure", ROLE},
	{"professeur", ROLE}, {"professeure", ROLE}, {"promet", SAYS}, {"promis", SAID},
	{"précise", SAYS}, {"précise-t-elle", SAYS}, {"précise-t-il", SAYS}, {"précisé", SAID},
	{"préfet", ROLE}, {"préfète", ROLE}, {"président", ROLE}, {"présidente", ROLE},
	{"prévenu", SAID}, {"prévient", SAYS}, {"puis", ADV}, {"puisque", SUB}, {"pêcheur", ROLE},
	{"qu'", THAT}, {"qualifie", SAYS | FRAME_OBJECT}, {"qualifié", SAID | FRAME_OBJECT},
	{"quand", SUB}, {"que", THAT}, {"quelques", DET}, {"question", NOUN}, {"qui", REL},
	{"raconte", SAYS}, {"raconte-t-elle", SAYS}, {"raconte-t-il", SAYS}, {"raconté", SAID},
	{"rappelle", SAYS}, {"rappelé", SAID}, {"rapporte", SAYS}, {"rapporté", SAID},
	{"reconnaît", SAYS}, {"reconnu", SAID}, {"regrette", SAYS}, {"regretté", SAID}, {"relevé", SAID},
	{"relève", SAYS}, {"renchéri", SAID}, {"renchérit", SAYS}, {"reprit", SAID},
	{"responsable", ROLE}, {"réagi", SAID}, {"réagit", SAYS}, {"réplique", SAYS}, {"répliqué", SAID},
	{"répond", SAYS}, {"répondit", SAID}, {"répondu", SAID}, {"réponse", NOUN}, {"résume", SAYS},
	{"résumé", SAID}, {"rétorque", SAYS}, {"rétorqué", SAID}, {"s'", OBJP}, {"s'exclama", SAID},
	{"s'indigne", SAYS}, {"s'interroge", SAYS}, {"sa", DET}, {"salue", SAYS}, {"salué", SAID},
	{"samedi", TIME}, {"sans", PREP}, {"se", OBJP}, {"se félicite", SAYS}, {"secrétaire", ROLE},
	{"selon", ACCORD}, {"septembre", TIME}, {"sera", AUX}, {"serait", AUX}, {"ses", DET},
	{"si", SUB}, {"sociologue", ROLE}, {"soit", AUX}, {"son", DET}, {"sont", AUX},
	{"souligne", SAYS}, {"souligne-t-elle", SAYS}, {"souligne-t-il", SAYS}, {"souligné", SAID},
	{"soupire", SAYS}, {"soupiré", SAID}, {"sous", PREP}, {"soutenu", SAID}, {"soutient", SAYS},
	{"st.", ABBR}, {"sur", PREP}, {"syndicaliste", ROLE}, {"sénateur", ROLE}, {"sénatrice", ROLE},
	{"s’est-elle", AUX}, {"s’est-il", AUX}, {"tandis", SUB}, {"te", OBJP}, {"tonne", SAYS},
	{"tonné", SAID}, {"toujours", ADV}, {"tranche", SAYS}, {"tranché", SAID}, {"tu", PRON},
	{"tweeté", SAID}, {"témoigne", SAYS}, {"un", DET}, {"une", DET}, {"vendredi", TIME},
	{"vers", PREP}, {"votre", DET}, {"vous", PRON}, {"y", OBJP}, {"à", PREP}, {"économiste", ROLE},
	{"écrit", SAID}, {"écrivain", ROLE}, {"également", ADV}, {"étaient", AUX}, {"était", AUX},
};

static const struct phrasal_row sources[] = {
	{"d'", "après"},
	{"d’", "après"},
};

const struct language language_fr = {
	.code = "fr",
	.words = words,
	.word_count = COUNT_OF(words),
	.sources = sources,
	.source_count = COUNT_OF(sources),
	.frequent = " le la les des et est déclaré pas que une dans pour qui sur avec au du il plus ",
	.splits_elision = true,
	.has_dialogue_dash = true,
	.breaks_inside = true,
};
