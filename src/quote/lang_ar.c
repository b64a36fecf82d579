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
	{"أشار", SAID}, {"أشارت", SAID}, {"أضاف", SAID}, {"أضافت", SAID}, {"أعلن", SAID}, {"أعلنت", SAID},
	{"أكد", SAID}, {"أكدت", SAID}, {"أمس", ADV}, {"أن", THAT}, {"أو", CONJ}, {"أوضح", SAID},
	{"أوضحت", SAID}, {"أيضا", ADV}, {"إلى", PREP}, {"إن", THAT}, {"اعتبر", SAID}, {"الأحد", TIME},
	{"الأربعاء", TIME}, {"الأمير", ROLE}, {"الأمين", ROLE}, {"الاثنين", TIME}, {"التي", REL},
	{"الثلاثاء", TIME}, {"الجمعة", TIME}, {"الجمهورية", ROLE}, {"الخارجية", ROLE}, {"الخبير", ROLE},
	{"الخبيرة", ROLE}, {"الخميس", TIME}, {"الداخلية", ROLE}, {"الدفاع", ROLE}, {"الدكتور", ROLE},
	{"الدكتورة", ROLE}, {"الذي", REL}, {"الرئيس", ROLE}, {"الرئيسة", ROLE}, {"السبت", TIME},
	{"السفير", ROLE}, {"السفيرة", ROLE}, {"السيد", ROLE}, {"السيدة", ROLE}, {"الشيخ", ROLE},
	{"العمدة", ROLE}, {"القائد", ROLE}, {"المالية", ROLE}, {"المتحدث", ROLE}, {"المتحدثة", ROLE},
	{"المحافظ", ROLE}, {"المحامي", ROLE}, {"المحامية", ROLE}, {"المحلل", ROLE}, {"المدير", ROLE},
	{"المديرة", ROLE}, {"الملك", ROLE}, {"النائب", ROLE}, {"النائبة", ROLE}, {"الوزراء", ROLE},
	{"الوزير", ROLE}, {"الوزيرة", ROLE}, {"اليوم", ADV}, {"بأن", THAT}, {"بعد", PREP}, {"تؤكد", SAYS},
	{"تابع", SAID}, {"تقول", SAYS}, {"ثم", CONJ}, {"خلال", PREP}, {"ذكر", SAID}, {"ذكرت", SAID},
	{"رئيس", ROLE}, {"رئيسة", ROLE}, {"رد", SAID}, {"سفير", ROLE}, {"شدد", SAID}, {"صرح", SAID},
	{"صرحت", SAID}, {"على", PREP}, {"عن", PREP}, {"في", PREP}, {"قال", SAID}, {"قالت", SAID},
	{"قبل", PREP}, {"قد", AUX}, {"كان", AUX}, {"كانت", AUX}, {"كتب", SAID}, {"كتبت", SAID},
	{"لاحقا", ADV}, {"مدير", ROLE}, {"مديرة", ROLE}, {"مع", PREP}, {"من", PREP}, {"هو", HE},
	{"هي", SHE}, {"و", CONJ}, {"وأشار", SAID}, {"وأضاف", SAID}, {"وأضافت", SAID}, {"وأعلن", SAID},
	{"وأعلنت", SAID}, {"وأكد", SAID}, {"وأكدت", SAID}, {"وأوضح", SAID}, {"وأوضحت", SAID},
	{"واعتبر", SAID}, {"وتابع", SAID}, {"وذكر", SAID}, {"ورد", SAID}, {"وزير", ROLE}, {"وزيرة", ROLE},
	{"وشدد", SAID}, {"وصرح", SAID}, {"وقال", SAID}, {"وقالت", SAID}, {"وكتب", SAID}, {"يؤكد", SAYS},
	{"يضيف", SAYS}, {"يقول", SAYS},
};

const struct language language_ar = {
	.code = "ar",
	.words = words,
	.word_count = COUNT_OF(words),
	.frequent = " في من على إلى أن التي الذي هذا هذه عن مع كان لا ما بعد ",
	.is_caseless = true,
	.script = SCRIPT_ARABIC,
};
