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
	{"а", CONJ}, {"або", CONJ}, {"автор", ROLE}, {"адвокат", ROLE}, {"адвокатка", ROLE},
	{"але", CONJ}, {"аналітик", ROLE}, {"архітектор", ROLE}, {"архітекторка", ROLE}, {"без", PREP},
	{"березня", TIME}, {"бо", SUB}, {"був", AUX}, {"буде", AUX}, {"була", AUX}, {"були", AUX},
	{"було", AUX}, {"в", PREP}, {"вважає", SAYS}, {"вересня", TIME}, {"вже", ADV},
	{"вигукнув", SAID}, {"визнав", SAID}, {"визнала", SAID}, {"визнає", SAYS}, {"вказав", SAID},
	{"вказала", SAID}, {"вказує", SAYS}, {"вона", SHE}, {"вони", PRON}, {"вул.", ABBR},
	{"вчитель", ROLE}, {"вчителька", ROLE}, {"вчора", ADV}, {"вівторок", TIME}, {"від", PREP},
	{"відповів", SAID}, {"відповідає", SAYS}, {"відповідь", NOUN}, {"відповіла", SAID}, {"він", HE},
	{"говорив", SAID}, {"говорила", SAID}, {"говорить", SAYS}, {"голова", ROLE}, {"грн.", ABBR},
	{"грудня", TIME}, {"губернатор", ROLE}, {"далі", ADV}, {"депутат", ROLE}, {"депутатка", ROLE},
	{"директор", ROLE}, {"директорка", ROLE}, {"для", PREP}, {"до", PREP}, {"додав", SAID},
	{"додала", SAID}, {"додали", SAID}, {"додає", SAYS}, {"дослідник", ROLE}, {"дослідниця", ROLE},
	{"думку", WORD_ACCORDING}, {"економіст", ROLE}, {"економістка", ROLE}, {"експерт", ROLE},
	{"експертка", ROLE}, {"жовтня", TIME}, {"журналіст", ROLE}, {"з", PREP}, {"за", PREP},
	{"зазначає", SAYS}, {"зазначив", SAID}, {"зазначила", SAID}, {"зазначили", SAID},
	{"запитав", SAID}, {"запитала", SAID}, {"запитує", SAYS}, {"заступник", ROLE},
	{"зауважив", SAID}, {"зауважила", SAID}, {"зауважує", SAYS}, {"заява", NOUN}, {"заявив", SAID},
	{"заявила", SAID}, {"заявили", SAID}, {"заявляє", SAYS}, {"згадує", SAYS}, {"згідно", PREP},
	{"зі", PREP}, {"й", CONJ}, {"його", DET}, {"йому", OBJP}, {"каже", SAYS}, {"кажуть", SAYS},
	{"квітня", TIME}, {"керівник", ROLE}, {"керівниця", ROLE}, {"коли", SUB}, {"констатував", SAID},
	{"констатувала", SAID}, {"крикнув", SAID}, {"кілька", DET}, {"липня", TIME}, {"листопада", TIME},
	{"лютого", TIME}, {"лідер", ROLE}, {"лікар", ROLE}, {"лікарка", ROLE}, {"м.", ABBR},
	{"мені", OBJP}, {"мер", ROLE}, {"мерка", ROLE}, {"мешканець", ROLE}, {"мешканка", ROLE},
	{"ми", PRON}, {"млн.", ABBR}, {"млрд.", ABBR}, {"моя", DET}, {"між", PREP}, {"мій", DET},
	{"міністерка", ROLE}, {"міністр", ROLE}, {"мірошник", ROLE}, {"міський", ROLE}, {"на", PREP},
	{"нагадав", SAID}, {"нагадала", SAID}, {"нагадує", SAYS}, {"наголосив", SAID},
	{"наголосила", SAID}, {"наголошує", SAYS}, {"над", PREP}, {"назвав", SAID | FRAME_OBJECT},
	{"назвала", SAID | FRAME_OBJECT}, {"назвали", SAID | FRAME_OBJECT},
	{"називає", SAYS | FRAME_OBJECT}, {"нам", OBJP}, {"написав", SAID}, {"написала", SAID},
	{"начальник", ROLE}, {"наш", DET}, {"наша", DET}, {"не", ADV}, {"неділю", TIME}, {"ніби", THAT},
	{"оголосив", SAID}, {"один", DET}, {"одна", DET}, {"оцінкою", WORD_ACCORDING},
	{"п'ятницю", TIME}, {"пан", TITLE}, {"пані", TITLE}, {"перед", PREP}, {"переконана", SAYS},
	{"переконаний", SAYS}, {"писав", SAID}, {"письменник", ROLE}, {"питання", NOUN}, {"пише", SAYS},
	{"по", PREP}, {"повідомив", SAID}, {"повідомила", SAID}, {"повідомили", SAID},
	{"повідомляє", SAYS}, {"пожартував", SAID}, {"пожартувала", SAID}, {"поки", SUB},
	{"понеділок", TIME}, {"пообіцяв", SAID}, {"пообіцяла", SAID}, {"попереджає", SAYS},
	{"попередив", SAID}, {"попередила", SAID}, {"посол", ROLE}, {"потім", ADV}, {"пояснив", SAID},
	{"пояснила", SAID}, {"пояснює", SAYS}, {"представник", ROLE}, {"представниця", ROLE},
	{"президент", ROLE}, {"прем'єр", ROLE}, {"прем'єр-міністр", ROLE}, {"при", PREP}, {"про", PREP},
	{"прокоментував", SAID}, {"прокурор", ROLE}, {"проти", PREP}, {"проф.", ABBR},
	{"професор", ROLE}, {"професорка", ROLE}, {"під", PREP}, {"підкреслив", SAID},
	{"підкреслила", SAID}, {"підкреслює", SAYS}, {"підтвердив", SAID}, {"підтвердила", SAID},
	{"після", PREP}, {"р.", ABBR}, {"режисер", ROLE}, {"ректор", ROLE}, {"речник", ROLE},
	{"речниця", ROLE}, {"рибалка", ROLE}, {"розповів", SAID}, {"розповідає", SAYS},
	{"розповіла", SAID}, {"рр.", ABBR}, {"свій", DET}, {"секретар", ROLE}, {"сенатор", ROLE},
	{"середу", TIME}, {"серпня", TIME}, {"сказав", SAID}, {"сказала", SAID}, {"сказали", SAID},
	{"словами", WORD_ACCORDING}, {"собі", OBJP}, {"спікер", ROLE}, {"ст.", ABBR},
	{"стверджував", SAID}, {"стверджує", SAYS}, {"суботу", TIME}, {"суддя", ROLE}, {"сьогодні", ADV},
	{"січня", TIME}, {"т.д.", ABBR}, {"та", DET | CONJ}, {"також", ADV}, {"теж", ADV}, {"тоді", ADV},
	{"той", DET}, {"травня", TIME}, {"тренер", ROLE}, {"тренерка", ROLE}, {"у", PREP},
	{"уточнив", SAID}, {"уточнила", SAID}, {"уточнює", SAYS}, {"фермер", ROLE}, {"хоча", SUB},
	{"хто", REL}, {"це", DET}, {"цей", DET}, {"ця", DET}, {"ці", DET}, {"червня", TIME},
	{"через", PREP}, {"четвер", TIME}, {"ще", ADV}, {"що", THAT}, {"щоб", SUB}, {"юрист", ROLE},
	{"я", PRON}, {"як", SUB}, {"яка", REL}, {"яке", REL}, {"який", REL}, {"якщо", SUB}, {"які", REL},
	{"є", AUX}, {"і", CONJ}, {"із", PREP}, {"ім.", ABBR}, {"ін.", ABBR}, {"історик", ROLE},
	{"історикиня", ROLE}, {"їй", OBJP}, {"їм", OBJP}, {"їх", DET}, {"їхній", DET}, {"її", DET},
};

const struct language language_uk = {
	.code = "uk",
	.words = words,
	.word_count = COUNT_OF(words),
	.frequent = " і в не на що він з як це по але із у за від про та є ",
	.has_dialogue_dash = true,
	.breaks_inside = true,
	.script = SCRIPT_CYRILLIC,
};
