#include "quote/language.h"

#define HE (WORD_PRONOUN | WORD_MALE)
#define SHE (WORD_PRONOUN | WORD_FEMALE)
#define PRON WORD_PRONOUN
#define ADV WORD_ADVERB
#define ROLE WORD_ROLE
#define SAID (FRAME_CLAUSE | FRAME_QUOTES | FORM_PAST)
#define ACCORD WORD_ACCORDING

static const struct word_row words[] = {
	{"专家", ROLE}, {"主任", ROLE}, {"主席", ROLE}, {"也", ADV}, {"书记", ROLE}, {"今天", ADV}, {"今日", ADV},
	{"介绍", SAID}, {"介绍说", SAID}, {"他", HE}, {"他们", PRON}, {"他們", PRON}, {"先生", ROLE}, {"再次", ADV},
	{"写道", SAID}, {"分析", SAID}, {"分析师", ROLE}, {"分析師", ROLE}, {"分析说", SAID}, {"则", ADV}, {"則", ADV},
	{"医生", ROLE}, {"博士", ROLE}, {"县长", ROLE}, {"反問", SAID}, {"反问", SAID}, {"发言人", ROLE},
	{"受訪時", ADV}, {"司令", ROLE}, {"同时", ADV}, {"同時", ADV}, {"告訴", SAID}, {"告訴記者", SAID}, {"告诉", SAID},
	{"告诉本报", SAID}, {"告诉记者", SAID}, {"周一", ADV}, {"周三", ADV}, {"周二", ADV}, {"周五", ADV}, {"周六", ADV},
	{"周四", ADV}, {"周日", ADV}, {"呼吁", SAID}, {"呼吁说", SAID}, {"呼籲", SAID}, {"問", SAID}, {"問道", SAID},
	{"回应", SAID}, {"回忆", SAID}, {"回忆道", SAID}, {"回應", SAID}, {"回答", SAID}, {"在", ADV}, {"坦承", SAID},
	{"坦言", SAID}, {"声称", SAID}, {"外長", ROLE}, {"外长", ROLE}, {"大使", ROLE}, {"女士", ROLE}, {"她", SHE},
	{"委员", ROLE}, {"委員", ROLE}, {"学者", ROLE}, {"學者", ROLE}, {"宣布", SAID}, {"寫道", SAID}, {"对此", ADV},
	{"导演", ROLE}, {"專家", ROLE}, {"對此", ADV}, {"導演", ROLE}, {"局長", ROLE}, {"局长", ROLE}, {"市長", ROLE},
	{"市长", ROLE}, {"強調", SAID}, {"強調說", SAID}, {"强调", SAID}, {"当天", ADV}, {"律师", ROLE}, {"律師", ROLE},
	{"总理", ROLE}, {"总统", ROLE}, {"总裁", ROLE}, {"感叹", SAID}, {"感嘆", SAID}, {"我", PRON}, {"我们", PRON},
	{"我們", PRON}, {"批評", SAID}, {"批评", SAID}, {"批评说", SAID}, {"承認", SAID}, {"承认", SAID},
	{"指出", SAID}, {"按照", ACCORD}, {"据", ACCORD}, {"接受采访时", ADV}, {"提到", SAID}, {"據", ACCORD},
	{"教授", ROLE}, {"教練", ROLE}, {"教练", ROLE}, {"日前", ADV}, {"星期一", ADV}, {"星期三", ADV}, {"星期二", ADV},
	{"星期五", ADV}, {"星期六", ADV}, {"星期四", ADV}, {"星期日", ADV}, {"昨天", ADV}, {"昨日", ADV}, {"書記", ROLE},
	{"曾", ADV}, {"校長", ROLE}, {"校长", ROLE}, {"根据", ACCORD}, {"當天", ADV}, {"發言人", ROLE}, {"直言", SAID},
	{"省長", ROLE}, {"省长", ROLE}, {"秘书长", ROLE}, {"秘書長", ROLE}, {"称", SAID}, {"稱", SAID}, {"立委", ROLE},
	{"笑称", SAID}, {"答", SAID}, {"經理", ROLE}, {"縣長", ROLE}, {"總理", ROLE}, {"總統", ROLE}, {"總裁", ROLE},
	{"经理", ROLE}, {"聲稱", SAID}, {"董事長", ROLE}, {"董事长", ROLE}, {"行政长官", ROLE}, {"补充", SAID},
	{"补充说", SAID}, {"补充道", SAID}, {"表明", SAID}, {"表示", SAID}, {"補充", SAID}, {"解释", SAID},
	{"解释说", SAID}, {"解釋", SAID}, {"解釋說", SAID}, {"記者", ROLE}, {"認為", SAID}, {"說", SAID},
	{"說道", SAID}, {"警告", SAID}, {"議員", ROLE}, {"认为", SAID}, {"议员", ROLE}, {"记者", ROLE}, {"说", SAID},
	{"说道", SAID}, {"負責人", ROLE}, {"質疑", SAID}, {"负责人", ROLE}, {"质疑", SAID}, {"还", ADV}, {"透露", SAID},
	{"道", SAID}, {"還", ADV}, {"部長", ROLE}, {"部长", ROLE}, {"醫生", ROLE}, {"重申", SAID}, {"问", SAID},
	{"问道", SAID}, {"院長", ROLE}, {"院长", ROLE}, {"随后", ADV}, {"隨後", ADV}, {"首相", ROLE},
};

const struct language language_zh = {
	.code = "zh",
	.words = words,
	.word_count = COUNT_OF(words),
	.frequent = " 的 是 在 了 和 ",
	.is_caseless = true,
	.is_unspaced = true,
	.script = SCRIPT_HAN,
};
