#include "quote/language.h"

#define HE (WORD_PRONOUN | WORD_MALE)
#define SHE (WORD_PRONOUN | WORD_FEMALE)
#define ADV WORD_ADVERB
#define ROLE WORD_ROLE
#define SAID (FRAME_CLAUSE | FRAME_QUOTES | FORM_PAST)
#define TOPIC WORD_TOPIC
#define QUOTATIVE WORD_QUOTATIVE

static const struct word_row words[] = {
	{"が", TOPIC}, {"さらに", ADV}, {"さん", ROLE}, {"と", QUOTATIVE}, {"とも", QUOTATIVE}, {"と話す", SAID},
	{"と述べている", SAID}, {"などと", QUOTATIVE}, {"によると", WORD_ACCORDING}, {"によれば", WORD_ACCORDING},
	{"の", WORD_PREPOSITION}, {"は", TOPIC}, {"また", ADV}, {"も", TOPIC}, {"主張した", SAID}, {"主張する", SAID},
	{"今日", ADV}, {"付け加えた", SAID}, {"代表", ROLE}, {"会長", ROLE}, {"医師", ROLE}, {"博士", ROLE},
	{"反論した", SAID}, {"叫んだ", SAID}, {"同日", ADV}, {"否定した", SAID}, {"呼びかけた", SAID}, {"園長", ROLE},
	{"報告した", SAID}, {"報道官", ROLE}, {"外相", ROLE}, {"大統領", ROLE}, {"大臣", ROLE}, {"委員長", ROLE},
	{"官房長官", ROLE}, {"尋ねた", SAID}, {"局長", ROLE}, {"市長", ROLE}, {"幹部", ROLE}, {"店長", ROLE},
	{"弁護士", ROLE}, {"強調した", SAID}, {"強調する", SAID}, {"彼", HE}, {"彼女", SHE}, {"所長", ROLE},
	{"批判した", SAID}, {"批判している", SAID}, {"担当者", ROLE}, {"指摘した", SAID}, {"指摘する", SAID}, {"振り返った", SAID},
	{"振り返る", SAID}, {"提案した", SAID}, {"改めて", ADV}, {"教授", ROLE}, {"断言した", SAID}, {"明らかにした", SAID},
	{"昨日", ADV}, {"書いた", SAID}, {"村長", ROLE}, {"校長", ROLE}, {"氏", ROLE}, {"漁師", ROLE}, {"理事長", ROLE},
	{"町長", ROLE}, {"発表した", SAID}, {"監督", ROLE}, {"知事", ROLE}, {"社長", ROLE}, {"答えた", SAID},
	{"答えている", SAID}, {"約束した", SAID}, {"組合長", ROLE}, {"総裁", ROLE}, {"署長", ROLE}, {"表明した", SAID},
	{"言う", SAID}, {"言った", SAID}, {"記者", ROLE}, {"訴えた", SAID}, {"評価した", SAID}, {"話し", SAID},
	{"話した", SAID}, {"話している", SAID}, {"話す", SAID}, {"認めた", SAID}, {"語った", SAID}, {"語っている", SAID},
	{"語り", SAID}, {"語る", SAID}, {"説明した", SAID}, {"課長", ROLE}, {"警告した", SAID}, {"警告する", SAID},
	{"議員", ROLE}, {"議長", ROLE}, {"財務相", ROLE}, {"質問した", SAID}, {"農家", ROLE}, {"返答した", SAID},
	{"述べ", SAID}, {"述べた", SAID}, {"述べている", SAID}, {"述懐した", SAID}, {"選手", ROLE}, {"部長", ROLE},
	{"長官", ROLE}, {"院長", ROLE}, {"館長", ROLE}, {"首相", ROLE},
};

const struct language language_ja = {
	.code = "ja",
	.words = words,
	.word_count = COUNT_OF(words),
	.frequent = " の は に を た が と ",
	.is_caseless = true,
	.is_unspaced = true,
	.script = SCRIPT_KANA,
};
