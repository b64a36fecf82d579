#include "quote/language.h"

#define PREP WORD_PREPOSITION
#define CONJ WORD_CONJUNCTION
#define THAT WORD_THAT
#define REL WORD_RELATIVE
#define HE (WORD_PRONOUN | WORD_MALE)
#define SHE (WORD_PRONOUN | WORD_FEMALE)
#define AUX WORD_AUXILIARY
#define ADV WORD_ADVERB
#define TIME WORD_TIME
#define ROLE WORD_ROLE
#define SAID (FRAME_CLAUSE | FRAME_QUOTES | FORM_PAST)
#define SAYS (FRAME_CLAUSE | FRAME_QUOTES | FORM_PRESENT)

static const struct word_row words[] = {
	{"أجاب", SAID}, {"أجابت", SAID}, {"أشار", SAID}, {"أشارت", SAID}, {"أضاف", SAID},
	{"أضافت", SAID}, {"أعلن", SAID}, {"أعلنت", SAID}, {"أفاد", SAID}, {"أفادت", SAID}, {"أكد", SAID},
	{"أكدت", SAID}, {"أمس", ADV}, {"أن", THAT}, {"أو", CONJ}, {"أوضح", SAID}, {"أوضحت", SAID},
	{"أيضا", ADV}, {"إلى", PREP}, {"إن", THAT}, {"اعتبر", SAID}, {"اعتبرت", SAID}, {"الأحد", TIME},
	{"الأربعاء", TIME}, {"الأستاذ", ROLE}, {"الأستاذة", ROLE}, {"الأمير", ROLE}, {"الأمين", ROLE},
	{"الاثنين", TIME}, {"البروفيسور", ROLE}, {"التي", REL}, {"الثلاثاء", TIME}, {"الجمعة", TIME},
	{"الجمهورية", ROLE}, {"الخارجية", ROLE}, {"الخبير", ROLE}, {"الخبيرة", ROLE}, {"الخميس", TIME},
	{"الداخلية", ROLE}, {"الدفاع", ROLE}, {"الدكتور", ROLE}, {"الدكتورة", ROLE}, {"الذي", REL},
	{"الرئيس", ROLE}, {"الرئيسة", ROLE}, {"السبت", TIME}, {"السفير", ROLE}, {"السفيرة", ROLE},
	{"السيد", ROLE}, {"السيدة", ROLE}, {"الشيخ", ROLE}, {"الطبيب", ROLE}, {"الطبيبة", ROLE},
	{"العمدة", ROLE}, {"القائد", ROLE}, {"الكاتب", ROLE}, {"الكاتبة", ROLE}, {"الماضي", TIME},
	{"المالية", ROLE}, {"المتحدث", ROLE}, {"المتحدثة", ROLE}, {"المحافظ", ROLE}, {"المحامي", ROLE},
	{"المحامية", ROLE}, {"المحلل", ROLE}, {"المدرب", ROLE}, {"المدير", ROLE}, {"المديرة", ROLE},
	{"الملك", ROLE}, {"المهندس", ROLE}, {"المهندسة", ROLE}, {"النائب", ROLE}, {"النائبة", ROLE},
	{"الوزراء", ROLE}, {"الوزير", ROLE}, {"الوزيرة", ROLE}, {"اليوم", ADV}, {"بأن", THAT},
	{"بحسب", WORD_ACCORDING}, {"بعد", PREP}, {"تؤكد", SAYS}, {"تابع", SAID}, {"تابعت", SAID},
	{"تقول", SAYS}, {"ثم", CONJ}, {"حذر", SAID}, {"حذرت", SAID}, {"حسب", WORD_ACCORDING},
	{"خبير", ROLE}, {"خبيرة", ROLE}, {"خلال", PREP}, {"ذكر", SAID}, {"ذكرت", SAID}, {"رأت", SAID},
	{"رأى", SAID}, {"رئيس", ROLE}, {"رئيسة", ROLE}, {"رد", SAID}, {"سفير", ROLE}, {"شدد", SAID},
	{"شددت", SAID}, {"صباح", TIME}, {"صرح", SAID}, {"صرحت", SAID}, {"علق", SAID}, {"علقت", SAID},
	{"على", PREP}, {"عمدة", ROLE}, {"عن", PREP}, {"فإن", THAT}, {"في", PREP}, {"قال", SAID},
	{"قالت", SAID}, {"قبل", PREP}, {"قد", AUX}, {"كان", AUX}, {"كانت", AUX}, {"كتب", SAID},
	{"كتبت", SAID}, {"كشف", SAID}, {"كشفت", SAID}, {"لاحقا", ADV}, {"لفت", SAID}, {"لفتت", SAID},
	{"متحدث", ROLE}, {"متحدثة", ROLE}, {"محافظ", ROLE}, {"محام", ROLE}, {"محامية", ROLE},
	{"محلل", ROLE}, {"مدير", ROLE}, {"مديرة", ROLE}, {"مساء", TIME}, {"مع", PREP}, {"من", PREP},
	{"نائب", ROLE}, {"نائبة", ROLE}, {"نفت", SAID}, {"نفى", SAID}, {"هو", HE}, {"هي", SHE},
	{"و", CONJ}, {"وأجاب", SAID}, {"وأشار", SAID}, {"وأضاف", SAID}, {"وأضافت", SAID},
	{"وأعلن", SAID}, {"وأعلنت", SAID}, {"وأفاد", SAID}, {"وأكد", SAID}, {"وأكدت", SAID},
	{"وأوضح", SAID}, {"وأوضحت", SAID}, {"واعتبر", SAID}, {"وتابع", SAID}, {"وتابعت", SAID},
	{"وحذر", SAID}, {"وحذرت", SAID}, {"وذكر", SAID}, {"ورأى", SAID}, {"ورد", SAID}, {"وزير", ROLE},
	{"وزيرة", ROLE}, {"وشدد", SAID}, {"وشددت", SAID}, {"وصرح", SAID}, {"وصف", SAID | FRAME_OBJECT},
	{"وصفت", SAID | FRAME_OBJECT}, {"وعلق", SAID}, {"وقال", SAID}, {"وقالت", SAID}, {"وكتب", SAID},
	{"وكشف", SAID}, {"ولفت", SAID}, {"ونفى", SAID}, {"يؤكد", SAYS}, {"يضيف", SAYS}, {"يقول", SAYS},
	{"يوم", TIME},
};

const struct language language_ar = {
	.code = "ar",
	.words = words,
	.word_count = COUNT_OF(words),
	.frequent = " في من على إلى أن التي الذي هذا هذه عن مع كان لا ما بعد ",
	.is_caseless = true,
	.script = SCRIPT_ARABIC,
};
