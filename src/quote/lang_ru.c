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
	{"а", CONJ}, {"августа", TIME}, {"автор", ROLE}, {"адвокат", ROLE}, {"акад.", ABBR},
	{"академик", ROLE}, {"актер", ROLE}, {"актёр", ROLE}, {"аналитик", ROLE}, {"апреля", TIME},
	{"архитектор", ROLE}, {"без", PREP}, {"будет", AUX}, {"будто", THAT}, {"был", AUX},
	{"была", AUX}, {"были", AUX}, {"было", AUX}, {"в", PREP}, {"весной", TIME},
	{"вице-премьер", ROLE}, {"во", PREP}, {"возразил", SAID}, {"возразила", SAID}, {"вопрос", NOUN},
	{"воскликнул", SAID}, {"воскликнула", SAID}, {"воскресенье", TIME}, {"врач", ROLE},
	{"вспоминает", SAYS}, {"вспоминал", SAID}, {"вспоминала", SAID}, {"вторник", TIME},
	{"вчера", ADV}, {"выразил", SAID}, {"выразила", SAID}, {"г-жа", TITLE}, {"г-н", TITLE},
	{"г.", ABBR}, {"гг.", ABBR}, {"глава", ROLE}, {"говорил", SAID}, {"говорила", SAID},
	{"говорили", SAID}, {"говорит", SAYS}, {"говорю", SAYS}, {"говорят", SAYS}, {"господин", TITLE},
	{"госпожа", TITLE}, {"губернатор", ROLE}, {"да", CONJ}, {"далее", ADV}, {"декабря", TIME},
	{"депутат", ROLE}, {"директор", ROLE}, {"для", PREP}, {"до", PREP}, {"добавил", SAID},
	{"добавила", SAID}, {"добавили", SAID}, {"добавляет", SAYS}, {"др.", ABBR}, {"его", DET | OBJP},
	{"ее", DET | OBJP}, {"ей", OBJP}, {"ему", OBJP}, {"если", SUB}, {"есть", AUX}, {"еще", ADV},
	{"ещё", ADV}, {"её", DET | OBJP}, {"житель", ROLE}, {"жительница", ROLE}, {"журналист", ROLE},
	{"за", PREP}, {"заверил", SAID}, {"заверила", SAID}, {"заключил", SAID}, {"заключила", SAID},
	{"заместитель", ROLE}, {"заметил", SAID}, {"заметила", SAID}, {"замечает", SAYS},
	{"замминистра", ROLE}, {"затем", ADV}, {"заявив", SAID}, {"заявил", SAID}, {"заявила", SAID},
	{"заявили", SAID}, {"заявление", NOUN}, {"заявляет", SAYS}, {"заявляют", SAYS}, {"зимой", TIME},
	{"и", CONJ}, {"из", PREP}, {"или", CONJ}, {"им", OBJP}, {"им.", ABBR}, {"исследователь", ROLE},
	{"историк", ROLE}, {"их", DET}, {"июля", TIME}, {"июня", TIME}, {"к", PREP}, {"как", SUB},
	{"капитан", ROLE}, {"ко", PREP}, {"когда", SUB}, {"комиссар", ROLE}, {"комментирует", SAYS},
	{"констатировал", SAID}, {"констатировала", SAID}, {"констатирует", SAYS}, {"которая", REL},
	{"которое", REL}, {"которые", REL}, {"который", REL}, {"крикнул", SAID}, {"крикнула", SAID},
	{"кто", REL}, {"летом", TIME}, {"ли", SUB}, {"лидер", ROLE}, {"марта", TIME}, {"мая", TIME},
	{"между", PREP}, {"мельник", ROLE}, {"министр", ROLE}, {"млн.", ABBR}, {"млрд.", ABBR},
	{"мне", OBJP}, {"мнению", WORD_ACCORDING}, {"мой", DET}, {"моя", DET}, {"мы", PRON},
	{"мэр", ROLE}, {"на", PREP}, {"над", PREP}, {"назвал", SAID | FRAME_OBJECT},
	{"назвала", SAID | FRAME_OBJECT}, {"назвали", SAID | FRAME_OBJECT},
	{"называет", SAYS | FRAME_OBJECT}, {"нам", OBJP}, {"написал", SAID}, {"написала", SAID},
	{"напоминает", SAYS}, {"напомнил", SAID}, {"напомнила", SAID}, {"нас", OBJP},
	{"начальник", ROLE}, {"наш", DET}, {"наша", DET}, {"не", ADV}, {"несколько", DET}, {"но", CONJ},
	{"ноября", TIME}, {"о", PREP}, {"об", PREP}, {"объявил", SAID}, {"объявила", SAID},
	{"объяснил", SAID}, {"объяснила", SAID}, {"объясняет", SAYS}, {"один", DET}, {"одна", DET},
	{"около", PREP}, {"октября", TIME}, {"он", HE}, {"она", SHE}, {"они", PRON}, {"опроверг", SAID},
	{"осенью", TIME}, {"от", PREP}, {"ответ", NOUN}, {"ответил", SAID}, {"ответила", SAID},
	{"ответили", SAID}, {"отвечает", SAYS}, {"отвечал", SAID}, {"отвечала", SAID}, {"отвечаю", SAYS},
	{"открыто", ADV}, {"отметил", SAID}, {"отметила", SAID}, {"отметили", SAID}, {"отмечает", SAYS},
	{"отмечают", SAYS}, {"охарактеризовал", SAID | FRAME_OBJECT},
	{"охарактеризовала", SAID | FRAME_OBJECT}, {"оценке", WORD_ACCORDING}, {"певец", ROLE},
	{"певица", ROLE}, {"перед", PREP}, {"писал", SAID}, {"писала", SAID}, {"писатель", ROLE},
	{"пишет", SAYS}, {"пишут", SAYS}, {"по", PREP}, {"под", PREP}, {"поделилась", SAID},
	{"поделился", SAID}, {"подтвердил", SAID}, {"подтвердила", SAID}, {"подчеркивает", SAYS},
	{"подчеркивают", SAYS}, {"подчеркнул", SAID}, {"подчеркнула", SAID}, {"подчеркнули", SAID},
	{"подчёркивает", SAYS}, {"подытожил", SAID}, {"подытожила", SAID}, {"пока", SUB},
	{"полагает", SAYS}, {"политолог", ROLE}, {"понедельник", TIME}, {"пообещал", SAID},
	{"пообещала", SAID}, {"посетовал", SAID}, {"посетовала", SAID}, {"после", PREP}, {"посол", ROLE},
	{"потом", ADV}, {"потому", SUB}, {"пояснил", SAID}, {"пояснила", SAID}, {"поясняет", SAYS},
	{"председатель", ROLE}, {"представитель", ROLE}, {"представительница", ROLE},
	{"предупредил", SAID}, {"предупредила", SAID}, {"предупреждает", SAYS}, {"предупреждал", SAID},
	{"предупреждала", SAID}, {"президент", ROLE}, {"премьер", ROLE}, {"премьер-министр", ROLE},
	{"пресс-атташе", ROLE}, {"пресс-секретарь", ROLE}, {"при", PREP}, {"признает", SAYS},
	{"признается", SAYS}, {"признал", SAID}, {"признала", SAID}, {"призналась", SAID},
	{"признался", SAID}, {"признаёт", SAYS}, {"продолжает", SAYS}, {"продолжал", SAID},
	{"продолжил", SAID}, {"продолжила", SAID}, {"произнес", SAID}, {"произнесла", SAID},
	{"произнёс", SAID}, {"прокомментировал", SAID}, {"прокомментировала", SAID}, {"прокурор", ROLE},
	{"проректор", ROLE}, {"против", PREP}, {"проф.", ABBR}, {"профессор", ROLE},
	{"процитировал", SAID}, {"прошептал", SAID}, {"публично", ADV}, {"пятницу", TIME},
	{"рассказал", SAID}, {"рассказала", SAID}, {"рассказали", SAID}, {"рассказывает", SAYS},
	{"рассказывают", SAYS}, {"режиссер", ROLE}, {"режиссёр", ROLE}, {"резюмировал", SAID},
	{"ректор", ROLE}, {"руб.", ABBR}, {"руководитель", ROLE}, {"рыбак", ROLE}, {"с", PREP},
	{"свой", DET}, {"себе", OBJP}, {"сегодня", ADV}, {"секретарь", ROLE}, {"сенатор", ROLE},
	{"сентября", TIME}, {"скажет", SAID}, {"сказав", SAID}, {"сказал", SAID}, {"сказала", SAID},
	{"сказали", SAID}, {"следователь", ROLE}, {"словам", WORD_ACCORDING}, {"со", PREP},
	{"согласно", PREP}, {"сообщает", SAYS}, {"сообщают", SAYS}, {"сообщил", SAID},
	{"сообщила", SAID}, {"сообщили", SAID}, {"спикер", ROLE}, {"спрашивает", SAYS},
	{"спросил", SAID}, {"спросила", SAID}, {"среду", TIME}, {"стр.", ABBR}, {"субботу", TIME},
	{"судья", ROLE}, {"считает", SAYS}, {"считал", SAID}, {"считали", SAID}, {"считают", SAYS},
	{"т.д.", ABBR}, {"т.е.", ABBR}, {"т.п.", ABBR}, {"та", DET}, {"также", ADV}, {"те", DET},
	{"тогда", ADV}, {"тоже", ADV}, {"тот", DET}, {"тренер", ROLE}, {"у", PREP}, {"убеждена", SAYS},
	{"убеждён", SAYS}, {"уверен", SAYS}, {"уверена", SAYS}, {"уверяет", SAYS}, {"уверял", SAID},
	{"уже", ADV}, {"указал", SAID}, {"указала", SAID}, {"указывает", SAYS}, {"ул.", ABBR},
	{"утверждает", SAYS}, {"утверждал", SAID}, {"утверждала", SAID}, {"утверждали", SAID},
	{"утверждают", SAYS}, {"уточнил", SAID}, {"уточнила", SAID}, {"уточняет", SAYS},
	{"учитель", ROLE}, {"учительница", ROLE}, {"февраля", TIME}, {"фермер", ROLE}, {"хотя", SUB},
	{"цитирует", SAYS}, {"через", PREP}, {"четверг", TIME}, {"что", THAT}, {"чтобы", SUB},
	{"экономист", ROLE}, {"эксперт", ROLE}, {"эта", DET}, {"эти", DET}, {"это", DET}, {"этот", DET},
	{"юрист", ROLE}, {"я", PRON}, {"якобы", THAT}, {"января", TIME},
};

const struct language language_ru = {
	.code = "ru",
	.words = words,
	.word_count = COUNT_OF(words),
	.frequent = " и в не на что он с как это по но из у за от о же так ",
	.has_dialogue_dash = true,
	.breaks_inside = true,
	.script = SCRIPT_CYRILLIC,
};
