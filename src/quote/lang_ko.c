#include "quote/language.h"

#define ADV WORD_ADVERB
#define TIME WORD_TIME
#define ROLE WORD_ROLE
#define SAID (FRAME_CLAUSE | FRAME_QUOTES | FORM_PAST)
#define SAYS (FRAME_CLAUSE | FRAME_QUOTES | FORM_PRESENT)
#define TOPIC WORD_TOPIC
#define QUOTATIVE WORD_QUOTATIVE

static const struct word_row words[] = {
	{"가", TOPIC}, {"감독", ROLE}, {"강조하며", SAYS}, {"강조했다", SAID}, {"검사", ROLE}, {"경고했다", SAID},
	{"고", QUOTATIVE}, {"관계자", ROLE}, {"관장", ROLE}, {"교수", ROLE}, {"교장", ROLE}, {"구청장", ROLE},
	{"국장", ROLE}, {"군수", ROLE}, {"금요일", TIME}, {"기자", ROLE}, {"께서는", TOPIC}, {"는", TOPIC},
	{"다시", ADV}, {"답했다", SAID}, {"당부했다", SAID}, {"대변인", ROLE}, {"대통령", ROLE}, {"대표", ROLE},
	{"덧붙였다", SAID}, {"따르면", WORD_ACCORDING}, {"또", ADV}, {"또한", ADV}, {"라고", QUOTATIVE},
	{"라며", QUOTATIVE}, {"라면서", QUOTATIVE}, {"말하며", SAYS}, {"말한다", SAYS}, {"말했다", SAID},
	{"며", QUOTATIVE}, {"면서", QUOTATIVE}, {"목요일", TIME}, {"물었다", SAID}, {"박사", ROLE}, {"반박했다", SAID},
	{"발표했다", SAID}, {"밝혔다", SAID}, {"변호사", ROLE}, {"본부장", ROLE}, {"부장", ROLE}, {"비판했다", SAID},
	{"사장", ROLE}, {"선수", ROLE}, {"설명했다", SAID}, {"소장", ROLE}, {"수요일", TIME}, {"시장", ROLE},
	{"실장", ROLE}, {"썼다", SAID}, {"씨", ROLE}, {"약속했다", SAID}, {"어제", ADV}, {"언급했다", SAID},
	{"에", TOPIC}, {"연구원", ROLE}, {"오늘", ADV}, {"원장", ROLE}, {"월요일", TIME}, {"위원장", ROLE},
	{"은", TOPIC}, {"의사", ROLE}, {"의원", ROLE}, {"의장", ROLE}, {"이", TOPIC}, {"이날", ADV},
	{"이라고", QUOTATIVE}, {"이라며", QUOTATIVE}, {"이어", ADV}, {"일요일", TIME}, {"작가", ROLE}, {"장관", ROLE},
	{"전했다", SAID}, {"주민", ROLE}, {"주장했다", SAID}, {"지사", ROLE}, {"지적했다", SAID}, {"직접", ADV},
	{"차관", ROLE}, {"총리", ROLE}, {"총장", ROLE}, {"토로했다", SAID}, {"토요일", TIME}, {"특히", ADV},
	{"팀장", ROLE}, {"판사", ROLE}, {"호소했다", SAID}, {"화요일", TIME}, {"회장", ROLE},
};

const struct language language_ko = {
	.code = "ko",
	.words = words,
	.word_count = COUNT_OF(words),
	.frequent = " 있다 이 그 등 것 수 고 말했다 밝혔다 ",
	.is_caseless = true,
	.script = SCRIPT_HANGUL,
};
