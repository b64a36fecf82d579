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
	{"a", CONJ}, {"aby", SUB}, {"advokát", ROLE}, {"advokátka", ROLE}, {"ale", CONJ},
	{"analytik", ROLE}, {"architekt", ROLE}, {"architektka", ROLE}, {"atd.", ABBR}, {"autor", ROLE},
	{"bez", PREP}, {"bude", AUX}, {"by", AUX}, {"byl", AUX}, {"byla", AUX}, {"byli", AUX},
	{"bylo", AUX}, {"během", PREP}, {"březnu", TIME}, {"charakterizoval", SAID},
	{"charakterizovala", SAID}, {"chválí", SAYS}, {"dle", ACCORD}, {"dnes", ADV}, {"do", PREP},
	{"doc.", ABBR}, {"dodal", SAID}, {"dodala", SAID}, {"dodali", SAID}, {"dodává", SAYS},
	{"domnívá", SAYS}, {"doplnil", SAID}, {"doplnila", SAID}, {"doplňuje", SAYS},
	{"dr.", TITLE | ABBR}, {"dramaturg", ROLE}, {"dubnu", TIME}, {"dále", ADV}, {"ekonom", ROLE},
	{"ekonomka", ROLE}, {"generál", ROLE}, {"hejtman", ROLE}, {"hejtmanka", ROLE},
	{"historik", ROLE}, {"historička", ROLE}, {"ho", OBJP}, {"hodnotil", SAID}, {"hodnotí", SAYS},
	{"i", CONJ}, {"informoval", SAID}, {"informovala", SAID}, {"informuje", SAYS},
	{"ing.", TITLE | ABBR}, {"j.", ABBR}, {"jak", SUB}, {"je", AUX}, {"jeden", DET}, {"jedna", DET},
	{"jeho", DET}, {"jej", OBJP}, {"jejich", DET}, {"její", DET}, {"jenž", REL}, {"jestliže", SUB},
	{"ještě", ADV}, {"jež", REL}, {"jim", OBJP}, {"již", ADV}, {"jsem", AUX}, {"jsme", AUX},
	{"jsou", AUX}, {"judr.", TITLE | ABBR}, {"já", PRON}, {"jí", OBJP}, {"k", PREP},
	{"kancléř", ROLE}, {"kapitán", ROLE}, {"kdyby", SUB}, {"když", SUB}, {"ke", PREP},
	{"komentoval", SAID}, {"komentovala", SAID}, {"komentuje", SAYS}, {"konstatoval", SAID},
	{"konstatovala", SAID}, {"konstatuje", SAYS}, {"kouč", ROLE}, {"kritizoval", SAID},
	{"kritizovala", SAID}, {"kritizuje", SAYS}, {"král", ROLE}, {"která", REL}, {"které", REL},
	{"který", REL}, {"kteří", REL}, {"květnu", TIME}, {"kvůli", PREP}, {"křičel", SAID},
	{"lednu", TIME}, {"listopadu", TIME}, {"lékař", ROLE}, {"lékařka", ROLE}, {"manažer", ROLE},
	{"mezi", PREP}, {"mgr.", ABBR}, {"mi", OBJP}, {"ministr", ROLE}, {"ministryně", ROLE},
	{"mluvčí", ROLE}, {"mlynář", ROLE}, {"mu", OBJP}, {"mudr.", TITLE | ABBR}, {"my", PRON},
	{"myslel", SAID}, {"myslí", SAYS}, {"mínil", SAID}, {"míní", SAID}, {"místopředseda", ROLE},
	{"na", PREP}, {"nad", PREP}, {"napsal", SAID}, {"napsala", SAID}, {"např.", ABBR},
	{"nazval", SAID | FRAME_OBJECT}, {"nazvala", SAID | FRAME_OBJECT}, {"naše", DET}, {"ne", ADV},
	{"nebo", CONJ}, {"neděli", TIME}, {"nám", OBJP}, {"náměstek", ROLE}, {"nás", OBJP}, {"náš", DET},
	{"několik", DET}, {"některé", DET}, {"o", PREP}, {"obyvatel", ROLE}, {"obyvatelka", ROLE},
	{"od", PREP}, {"odborník", ROLE}, {"odpovídá", SAYS}, {"odpověděl", SAID}, {"odpověděla", SAID},
	{"odpověď", NOUN}, {"on", HE}, {"ona", SHE}, {"oni", PRON}, {"otázka", NOUN}, {"oznamuje", SAYS},
	{"označil", SAID | FRAME_OBJECT}, {"označila", SAID | FRAME_OBJECT},
	{"označuje", SAYS | FRAME_OBJECT}, {"oznámil", SAID}, {"oznámila", SAID}, {"p.", ABBR},
	{"pak", ADV}, {"pan", TITLE}, {"paní", TITLE}, {"po", PREP}, {"pochválil", SAID},
	{"pochválila", SAID}, {"pod", PREP}, {"podle", ACCORD}, {"podotkl", SAID}, {"podotkla", SAID},
	{"pokud", SUB}, {"pondělí", TIME}, {"popisuje", SAYS}, {"popsal", SAID}, {"popsala", SAID},
	{"poslanec", ROLE}, {"poslankyně", ROLE}, {"potom", ADV}, {"potvrdil", SAID},
	{"potvrdila", SAID}, {"potvrzuje", SAYS}, {"pouze", ADV}, {"poznamenal", SAID},
	{"poznamenala", SAID}, {"poznamenává", SAYS}, {"premiér", ROLE}, {"prezident", ROLE},
	{"primátor", ROLE}, {"primátorka", ROLE}, {"pro", PREP}, {"prof.", ABBR}, {"profesor", ROLE},
	{"prohlásil", SAID}, {"prohlásila", SAID}, {"prohlásili", SAID}, {"prohlášení", NOUN},
	{"propagátor", ROLE}, {"prosinci", TIME}, {"proti", PREP}, {"protože", SUB}, {"právník", ROLE},
	{"ptá", SAYS}, {"pátek", TIME}, {"píše", SAYS}, {"před", PREP}, {"předseda", ROLE},
	{"předsedkyně", ROLE}, {"přes", PREP}, {"při", PREP}, {"připomněl", SAID}, {"připomněla", SAID},
	{"připomíná", SAYS}, {"připouští", SAYS}, {"připustil", SAID}, {"připustila", SAID},
	{"přiznal", SAID}, {"přiznala", SAID}, {"přiznává", SAYS}, {"r.", ABBR}, {"reagoval", SAID},
	{"reagovala", SAID}, {"rektor", ROLE}, {"režisér", ROLE}, {"roce", TIME}, {"rybář", ROLE},
	{"s", PREP}, {"sdělil", SAID}, {"sdělila", SAID}, {"sdělili", SAID}, {"se", PREP | OBJP},
	{"senátor", ROLE}, {"senátorka", ROLE}, {"shrnuje", SAYS}, {"shrnul", SAID}, {"shrnula", SAID},
	{"si", OBJP}, {"slibuje", SAYS}, {"slíbil", SAID}, {"slíbila", SAID}, {"sobotu", TIME},
	{"soudil", SAID}, {"soudí", SAYS}, {"srpnu", TIME}, {"starosta", ROLE}, {"starostka", ROLE},
	{"str.", ABBR}, {"stálo", SAID}, {"středu", TIME}, {"svůj", DET}, {"t.", ABBR}, {"ta", DET},
	{"tajemník", ROLE}, {"také", ADV}, {"tato", DET}, {"ten", DET}, {"tento", DET}, {"to", DET},
	{"toto", DET}, {"trenér", ROLE}, {"trenérka", ROLE}, {"tvrdil", SAID}, {"tvrdila", SAID},
	{"tvrdili", SAID}, {"tvrdí", SAYS}, {"tvrdím", SAYS}, {"tyto", DET}, {"tzv.", ABBR},
	{"týden", TIME}, {"u", PREP}, {"ujistil", SAID}, {"ujistila", SAID}, {"ujišťuje", SAYS},
	{"upozornil", SAID}, {"upozornila", SAID}, {"upozorňuje", SAYS}, {"uvedl", SAID},
	{"uvedla", SAID}, {"uvedli", SAID}, {"uvádí", SAYS}, {"učitel", ROLE}, {"učitelka", ROLE},
	{"už", ADV}, {"v", PREP}, {"v.", ABBR}, {"varoval", SAID}, {"varovala", SAID}, {"varuje", SAYS},
	{"ve", PREP}, {"vedoucí", ROLE}, {"velvyslanec", ROLE}, {"velvyslankyně", ROLE}, {"volal", SAID},
	{"vyjádřil", SAID}, {"vyjádřila", SAID}, {"vyslovil", SAID}, {"vysvětlil", SAID},
	{"vysvětlila", SAID}, {"vysvětluje", SAYS}, {"vzkázal", SAID}, {"vzkázala", SAID},
	{"vzpomíná", SAYS}, {"včera", ADV}, {"však", ADV}, {"vůči", PREP}, {"z", PREP}, {"za", PREP},
	{"zakončil", SAID}, {"zastupitel", ROLE}, {"zastupitelka", ROLE}, {"zda", SUB},
	{"zdůraznil", SAID}, {"zdůraznila", SAID}, {"zdůrazňuje", SAYS}, {"ze", PREP},
	{"zemědělec", ROLE}, {"zeptal", SAID}, {"zeptala", SAID}, {"zhodnotil", SAID},
	{"zmocněnec", ROLE}, {"zopakoval", SAID}, {"zopakovala", SAID}, {"zároveň", ADV},
	{"zástupce", ROLE}, {"září", TIME}, {"únoru", TIME}, {"úterý", TIME}, {"č.", ABBR},
	{"červenci", TIME}, {"červnu", TIME}, {"čtvrtek", TIME}, {"ředitel", ROLE}, {"ředitelka", ROLE},
	{"řekl", SAID}, {"řekla", SAID}, {"řekli", SAID}, {"říjnu", TIME}, {"říkají", SAYS},
	{"říká", SAYS}, {"šéf", ROLE}, {"že", THAT},
};

const struct language language_cs = {
	.code = "cs",
	.words = words,
	.word_count = COUNT_OF(words),
	.frequent = " se na je že v s z o k jsou za podle pro ",
	.breaks_inside = true,
};
