#include "quote/language.h"

#define ADV WORD_ADVERB
#define TIME WORD_TIME
#define COURTESY (WORD_ROLE | WORD_COURTESY)
#define ROLE WORD_ROLE
#define SAID (FRAME_CLAUSE | FRAME_QUOTES | FORM_PAST)
#define SAYS (FRAME_CLAUSE | FRAME_QUOTES | FORM_PRESENT)
#define TOPIC WORD_TOPIC
#define QUOTATIVE WORD_QUOTATIVE
#define LABEL WORD_LABELLED
#define HE (WORD_PRONOUN | WORD_MALE)
#define SHE (WORD_PRONOUN | WORD_FEMALE)
#define ORG WORD_ORGANISATION
#define WORK WORD_WORK

static const struct word_row words[] = {
	{"9단", ROLE}, {"가", TOPIC}, {"가수", ROLE}, {"간호사", ROLE}, {"감독", ROLE}, {"감독관", ROLE},
	{"강사", ROLE}, {"강조하며", SAYS}, {"강조했다", SAID}, {"개그맨", ROLE}, {"개발자", ROLE}, {"건축가", ROLE},
	{"검사", ROLE}, {"검찰총장", ROLE}, {"경감", ROLE}, {"경고했다", SAID}, {"경무관", ROLE}, {"경위", ROLE},
	{"경정", ROLE}, {"경제부총리", ROLE}, {"경제학자", ROLE}, {"경찰서장", ROLE}, {"계장", ROLE}, {"고", QUOTATIVE},
	{"고도", QUOTATIVE}, {"골키퍼", ROLE}, {"골퍼", ROLE}, {"공격수", ROLE}, {"과장", ROLE}, {"과학자", ROLE},
	{"관계자", ROLE}, {"관장", ROLE}, {"관측소장", ROLE}, {"교감", ROLE}, {"교사", ROLE}, {"교수", ROLE},
	{"교장", ROLE}, {"교황", ROLE}, {"구의원", ROLE}, {"구조대원", ROLE}, {"구청장", ROLE}, {"국무장관", ROLE},
	{"국무총리", ROLE}, {"국방장관", ROLE}, {"국장", ROLE}, {"국회의원", ROLE}, {"국회의장", ROLE}, {"군수", ROLE},
	{"군인", ROLE}, {"그", HE}, {"그녀", SHE}, {"그러면서", ADV}, {"그룹", ORG}, {"그었다", SAID}, {"극장", ORG},
	{"금요일", TIME}, {"기렸다", SAID}, {"기뻐했다", SAID}, {"기사", ROLE}, {"기상예보관", ROLE}, {"기수", ROLE},
	{"기업", ORG}, {"기자", ROLE}, {"기자회견에서", ADV}, {"기장", ROLE}, {"께서는", TOPIC}, {"꼬집었다", SAID},
	{"꾸짖었다", SAID}, {"끝으로", ADV}, {"나무랐다", SAID}, {"나타냈다", SAID}, {"남겼다", SAID}, {"남편", ROLE},
	{"내다보았다", SAID}, {"내다봤다", SAID}, {"내비쳤다", SAID}, {"내야수", ROLE}, {"노래", WORK}, {"노무사", ROLE},
	{"노조위원장", ROLE}, {"논설위원", ROLE}, {"농민", ROLE}, {"농부", ROLE}, {"높였다", SAID}, {"는", TOPIC},
	{"다며", QUOTATIVE}, {"다시", ADV}, {"다졌다", SAID}, {"다큐멘터리", WORK}, {"단체", ORG}, {"담당자", ROLE},
	{"답했다", SAID}, {"당국자", ROLE}, {"당대표", ROLE}, {"당부했다", SAID}, {"당시", ADV}, {"당초", ADV},
	{"대령", ROLE}, {"대법관", ROLE}, {"대법원장", ROLE}, {"대변인", ROLE}, {"대사", ROLE}, {"대위", ROLE},
	{"대장", ROLE}, {"대주교", ROLE}, {"대통령", ROLE}, {"대표", ROLE}, {"대표이사", ROLE}, {"대학", ORG},
	{"대학생", ROLE}, {"덧붙였다", SAID}, {"덧붙이며", SAID}, {"도의원", ROLE}, {"도지사", ROLE}, {"동생", ROLE},
	{"동장", ROLE}, {"되물었다", SAID}, {"드라마", WORK}, {"드러냈다", SAID}, {"디자이너", ROLE},
	{"따르면", WORD_ACCORDING}, {"딸", ROLE}, {"또", ADV}, {"또한", ADV}, {"라고", QUOTATIVE},
	{"라고도", QUOTATIVE}, {"라며", QUOTATIVE}, {"라면서", QUOTATIVE}, {"라면서도", QUOTATIVE}, {"랍비", ROLE},
	{"마지막으로", ADV}, {"말이다", SAID}, {"말하고", SAID}, {"말하며", SAYS}, {"말한다", SAYS}, {"말했다", SAID},
	{"말했습니다", SAID}, {"맞받아쳤다", SAID}, {"맞받았다", SAID}, {"며", QUOTATIVE}, {"면서", QUOTATIVE},
	{"면서도", QUOTATIVE}, {"면장", ROLE}, {"명예교수", ROLE}, {"모델", ROLE}, {"목격자", ROLE}, {"목동", ROLE},
	{"목사", ROLE}, {"목요일", TIME}, {"몰아붙였다", SAID}, {"못박았다", SAID}, {"물었다", SAID}, {"뮤지컬", WORK},
	{"바랐다", SAID}, {"박사", ROLE}, {"박았다", SAID}, {"반겼다", SAID}, {"반문했다", SAID}, {"반박했다", SAID},
	{"반응이다", SAID}, {"반장", ROLE}, {"발표했다", SAID}, {"밝혔다", SAID}, {"밝혔습니다", SAID}, {"밝히고", SAID},
	{"밝히며", SAID}, {"밝힌다", SAID}, {"방송인", ROLE}, {"배우", ROLE}, {"밴드", ORG}, {"법무사", ROLE},
	{"법무장관", ROLE}, {"변리사", ROLE}, {"변호사", ROLE}, {"병원장", ROLE}, {"병장", ROLE}, {"보건소장", ROLE},
	{"본부장", ROLE}, {"부교수", ROLE}, {"부사장", ROLE}, {"부시장", ROLE}, {"부원장", ROLE}, {"부장", ROLE},
	{"부장검사", ROLE}, {"부장판사", ROLE}, {"부지사", ROLE}, {"부총리", ROLE}, {"부총장", ROLE}, {"부회장", ROLE},
	{"분석가", ROLE}, {"분석이다", SAID}, {"브리핑에서", ADV}, {"비꼬았다", SAID}, {"비서관", ROLE}, {"비판했다", SAID},
	{"빌었다", SAID}, {"사령관", ROLE}, {"사무국장", ROLE}, {"사무처장", ROLE}, {"사무총장", ROLE}, {"사장", ROLE},
	{"사장님", ROLE}, {"상무", ROLE}, {"상사", ROLE}, {"상원의원", ROLE}, {"상인", ROLE}, {"생존자", ROLE},
	{"서장", ROLE}, {"석좌교수", ROLE}, {"선수", ROLE}, {"선장", ROLE}, {"선주", ROLE}, {"설립자", ROLE},
	{"설명이다", SAID}, {"설명했다", SAID}, {"성명에서", ADV}, {"세무사", ROLE}, {"센터장", ROLE}, {"셰프", ROLE},
	{"소령", ROLE}, {"소리쳤다", SAID}, {"소방관", ROLE}, {"소방서장", ROLE}, {"소방위", ROLE}, {"소설", WORK},
	{"소설가", ROLE}, {"소식통", ROLE}, {"소위", ROLE | LABEL}, {"소장", ROLE}, {"속삭였다", SAID}, {"수녀", ROLE},
	{"수비수", ROLE}, {"수사관", ROLE}, {"수석", ROLE}, {"수석연구원", ROLE}, {"수요일", TIME}, {"수의사", ROLE},
	{"쉬었다", SAID}, {"스님", ROLE}, {"승무원", ROLE}, {"시민", ROLE}, {"시민단체", ORG}, {"시의원", ROLE},
	{"시인", ROLE}, {"시장", ROLE}, {"시집", WORK}, {"식당", ORG}, {"신문", ORG}, {"신부", ROLE}, {"실장", ROLE},
	{"실험실장", ROLE}, {"썼다", SAID}, {"쏘아붙였다", SAID}, {"씨", COURTESY}, {"아꼈다", SAID}, {"아나운서", ROLE},
	{"아내", ROLE}, {"아들", ROLE}, {"아버지", ROLE}, {"아쉬워했다", SAID}, {"아울러", ADV}, {"아티스트", ROLE},
	{"안타까워했다", SAID}, {"알렸다", SAID}, {"앞서", ADV}, {"애널리스트", ROLE}, {"앨범", WORK}, {"앵커", ROLE},
	{"약사", ROLE}, {"약속했다", SAID}, {"양봉가", ROLE}, {"얘기다", SAID}, {"어머니", ROLE}, {"어민", ROLE},
	{"어제", ADV}, {"언급했다", SAID}, {"에", TOPIC}, {"엔지니어", ROLE}, {"여사", ROLE}, {"연구소장", ROLE},
	{"연구원", ROLE}, {"연구위원", ROLE}, {"연극", WORK}, {"연출가", ROLE}, {"영화", WORK}, {"예보관", ROLE},
	{"예비후보", ROLE}, {"오늘", ADV}, {"오전", ADV}, {"오페라", WORK}, {"오후", ADV}, {"올렸다", SAID},
	{"외교장관", ROLE}, {"외야수", ROLE}, {"외쳤다", SAID}, {"요리사", ROLE}, {"운전사", ROLE}, {"울먹였다", SAID},
	{"웃었다", SAID}, {"원내대표", ROLE}, {"원장", ROLE}, {"월요일", TIME}, {"위원장", ROLE}, {"유가족", ROLE},
	{"유족", ROLE}, {"은", TOPIC}, {"읍장", ROLE}, {"의", TOPIC}, {"의사", ROLE}, {"의원", ROLE},
	{"의장", ROLE}, {"이", TOPIC}, {"이날", ADV}, {"이라고", QUOTATIVE}, {"이라고도", QUOTATIVE},
	{"이라며", QUOTATIVE}, {"이라면서", QUOTATIVE}, {"이라면서도", QUOTATIVE}, {"이른바", LABEL}, {"이맘", ROLE},
	{"이사", ROLE}, {"이사장", ROLE}, {"이야기다", SAID}, {"이어", ADV}, {"이어서", ADV}, {"이웃", ROLE},
	{"이장", ROLE}, {"이후", ADV}, {"인터뷰에서", ADV}, {"일렀다", SAID}, {"일명", LABEL}, {"일요일", TIME},
	{"입장이다", SAID}, {"자영업자", ROLE}, {"작가", ROLE}, {"작곡가", ROLE}, {"잡지", WORK}, {"장관", ROLE},
	{"재단", ORG}, {"재무장관", ROLE}, {"저었다", SAID}, {"적었다", SAID}, {"전공의", ROLE}, {"전날", ADV},
	{"전략가", ROLE}, {"전무", ROLE}, {"전문의", ROLE}, {"전시", WORK}, {"전언이다", SAID}, {"전한다", SAID},
	{"전했다", SAID}, {"점장", ROLE}, {"점주", ROLE}, {"정책위의장", ROLE}, {"제빵사", ROLE}, {"조교", ROLE},
	{"조교수", ROLE}, {"조언이다", SAID}, {"조종사", ROLE}, {"조합장", ROLE}, {"주교", ROLE}, {"주무관", ROLE},
	{"주민", ROLE}, {"주민대표", ROLE}, {"주부", ROLE}, {"주장", ROLE}, {"주장이다", SAID}, {"주장했다", SAID},
	{"주지사", ROLE}, {"준장", ROLE}, {"중령", ROLE}, {"중사", ROLE}, {"중얼거렸다", SAID}, {"중위", ROLE},
	{"중장", ROLE}, {"증인", ROLE}, {"지난", ADV}, {"지부장", ROLE}, {"지사", ROLE}, {"지적이다", SAID},
	{"지적했다", SAID}, {"지휘자", ROLE}, {"직장인", ROLE}, {"직접", ADV}, {"차관", ROLE}, {"차장", ROLE},
	{"창업자", ROLE}, {"책", WORK}, {"총경", ROLE}, {"총리", ROLE}, {"총무", ROLE}, {"총장", ROLE},
	{"최고경영자", ROLE}, {"최고위원", ROLE}, {"최근", ADV}, {"추기경", ROLE}, {"추켜세웠다", SAID}, {"축산농가", ROLE},
	{"치과의사", ROLE}, {"치안감", ROLE}, {"치켜세웠다", SAID}, {"칼럼니스트", ROLE}, {"코치", ROLE}, {"클럽", ORG},
	{"타일렀다", SAID}, {"털어놓았다", SAID}, {"털어놨다", SAID}, {"토로했다", SAID}, {"토요일", TIME},
	{"통일부장관", ROLE}, {"통화에서", ADV}, {"투수", ROLE}, {"투자자", ROLE}, {"특사", ROLE}, {"특파원", ROLE},
	{"특히", ADV}, {"팀장", ROLE}, {"판사", ROLE}, {"펀드매니저", ROLE}, {"페이스북에", ADV}, {"편집장", ROLE},
	{"평가다", SAID}, {"평론가", ROLE}, {"포수", ROLE}, {"표했다", SAID}, {"프로그램", WORK}, {"피디", ROLE},
	{"피아니스트", ROLE}, {"피해자", ROLE}, {"하원의원", ROLE}, {"학부모", ROLE}, {"학생", ROLE}, {"학장", ROLE},
	{"한의사", ROLE}, {"한편", ADV}, {"함장", ROLE}, {"해녀", ROLE}, {"헌법재판관", ROLE}, {"협회", ORG},
	{"협회장", ROLE}, {"형사", ROLE}, {"호소했다", SAID}, {"호텔", ORG}, {"화가", ROLE}, {"화요일", TIME},
	{"환자", ROLE}, {"회계사", ROLE}, {"회사", ORG}, {"회장", ROLE}, {"후보", ROLE},
};

const struct language language_ko = {
	.code = "ko",
	.words = words,
	.word_count = COUNT_OF(words),
	.frequent = " 있다 이 그 등 것 수 고 말했다 밝혔다 ",
	.is_caseless = true,
	.script = SCRIPT_HANGUL,
};
