#include "quote/caseless_sources.h"

#define NAME_TOKENS_MOST 6 /* of one ideograph each; words where there are blanks */
#define NAME_AND_ROLE_MOST 12
#define ROLE_TOKENS_MOST 5
#define BRACKET_MOST 12
#define NAME_BYTES_LEAST 6 /* of a Korean name: two syllables */

static bool is_skipped(const struct document *document, uint32_t at)
{
	return token_flagged(document, at, TOKEN_PUNCTUATION & ~TOKEN_MARK) ||
	       token_has(document, at, WORD_ADVERB | WORD_TIME | WORD_QUOTATIVE | WORD_THAT | WORD_TOPIC);
}

/* Is this token a bare word: no class of the table, no sign? */
static bool is_bare(const struct document *document, uint32_t at)
{
	const struct token *token = token_at(document, at);

	return (token->flags & TOKEN_WORD) && !(token->flags & TOKEN_DIGIT) && token->span == NO_SPAN &&
	       token->classes == 0;
}

/* A particle that was cut off the word before it. */
static bool is_glued(const struct document *document, uint32_t at)
{
	return token_has(document, at, WORD_TOPIC) && !token_flagged(document, at, TOKEN_SPACE_BEFORE) &&
	       document->language->script == SCRIPT_HANGUL;
}

/* One syllable is no Korean name. */
static bool is_syllable(const struct document *document, uint32_t first, uint32_t end)
{
	return document->language->script == SCRIPT_HANGUL && end == first + 1 &&
	       token_at(document, first)->length < NAME_BYTES_LEAST;
}

/* A name; a surname alone (王市长, 박 시장) only where the full name is known. */
static struct phrase name_of(
	struct around *around, uint32_t first, uint32_t end, uint32_t role_first, uint32_t role_end)
{
	uint32_t least = around->document->language->is_unspaced ? 2 : 1;
	struct entity *entity;
	struct phrase found;
	uint32_t run;

	if (end <= first || end - first > NAME_TOKENS_MOST ||
		((end < first + least || is_syllable(around->document, first, end)) &&
			!(role_first < role_end && document_has_name(around->document, first, end))))
		return (struct phrase){0};
	run = document_add_name(around->document, around->passage, first, end);
	entity = &around->document->entities.items[around->document->runs.items[run].entity];
	found = (struct phrase){PHRASE_NAME, first, end, run, role_first, role_end};
	if (role_first < role_end &&
		!tokens_are_role(around->document, entity->role_first, entity->role_end)) {
		entity->role_passage = around->passage;
		entity->role_first = role_first;
		entity->role_end = role_end;
	}
	return found;
}

/* The name with its role; the role alone where no name is. */
static struct phrase name_or_role(
	struct around *around, uint32_t first, uint32_t end, uint32_t role_first, uint32_t role_end)
{
	struct phrase found = name_of(around, first, end, role_first, role_end);

	return found.kind == PHRASE_NONE && role_first < role_end
		       ? (struct phrase){PHRASE_COMMON, role_first, role_end, NO_NAME, role_first, role_end}
		       : found;
}

/* The commonest surnames of China and Taiwan, in both scripts, and those of two ideographs. */
static const char single_surnames[] =
	"王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石"
	"姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文施洪季庄游柯詹颜張劉陳楊趙黃吳孫馬羅鄭謝韓馮鄧許呂蘇盧蔣賈葉"
	"閻鍾譚鄒陸龍萬錢湯喬賀賴龔莊顏";
static const char double_surnames[] = "欧阳歐陽司马司馬上官诸葛諸葛东方東方皇甫尉迟公孙公孫慕容";

/* How many ideographs of a surname stand at `at`. */
static uint32_t surname_at(const struct document *document, uint32_t at, uint32_t end)
{
	struct str one = token_text(token_at(document, at)), two = one;
	size_t place;

	if (at + 1 < end && token_text(token_at(document, at + 1)).data == one.data + one.length)
		two.length += token_at(document, at + 1)->length;
	place = two.length > one.length ? str_find(str_from(double_surnames), two, 0) : STR_NPOS;
	if (place != STR_NPOS && place % two.length == 0)
		return 2;
	return str_find(str_from(single_surnames), one, 0) != STR_NPOS;
}

bool caseless_begins_with_surname(const struct document *document, uint32_t first, uint32_t end)
{
	return surname_at(document, first, end) > 0;
}

/* 水利专家组成员周明: where the name begins in words that no table parts from it: a surname, and one or two
 * ideographs. */
static uint32_t name_start(const struct document *document, uint32_t first, uint32_t end)
{
	if (document->language->script != SCRIPT_HAN || end - first < 3 ||
		(end - first < 5 && surname_at(document, first, end) + 2 >= end - first))
		return first;
	for (uint32_t length = 4; length >= 2; length--)
		if (end - first > length && surname_at(document, end - length, end) + 2 >= length &&
			surname_at(document, end - length, end) < length &&
			surname_at(document, end - length, end) > 0)
			return end - length;
	return first;
}

/* 山本花子さん（52）, 박서연(45) 시장: where what stands in brackets before `end` begins. */
static uint32_t skip_brackets(const struct document *document, uint32_t end, uint32_t floor)
{
	if (end <= floor || !token_flagged(document, end - 1, TOKEN_CLOSE_BRACKET))
		return end;
	for (uint32_t at = end - 1; at > floor && end - at < BRACKET_MOST; at--)
		if (token_flagged(document, at - 1, TOKEN_OPEN_BRACKET))
			return at - 1;
	return end;
}

static uint32_t skip_small(const struct document *document, uint32_t end, uint32_t floor)
{
	uint32_t at = end, before;

	do {
		before = at;
		at = skip_brackets(document, at, floor);
		while (at > floor && is_skipped(document, at - 1) &&
			!token_flagged(document, at - 1, TOKEN_CLOSE_BRACKET))
			at--;
	} while (at < before && at > floor);
	return at;
}

/* Name and role that end before `end`: 校长王小明, 山本花子知事, 박서연 교수; a role alone when no name is
 * there. */
struct phrase caseless_source_before(struct around *around, uint32_t end, uint32_t floor)
{
	const struct document *document = around->document;
	uint32_t at = skip_small(document, end, floor), name_end, role_end;

	role_end = at;
	while (at > floor && token_has(document, at - 1, WORD_ROLE))
		at--;
	if (at > floor && token_has(document, at - 1, WORD_PRONOUN))
		return (struct phrase){PHRASE_PRONOUN, at - 1, at, NO_NAME, at, at};
	if (at < role_end) { /* the role stands after the name */
		uint32_t role = at, most = document->language->is_unspaced ? NAME_TOKENS_MOST : 1;

		at = name_end = skip_brackets(document, at, floor);
		if (at > floor + 1 &&
			is_glued(document, at - 1)) { /* 이지은: its end looks like a particle */
			at--;
			most++;
		}
		while (at > floor && name_end - at < most && is_bare(document, at - 1))
			at--;
		return name_or_role(around, at, name_end, role, role_end);
	}
	name_end = at;
	while (at > floor && name_end - at < NAME_AND_ROLE_MOST && is_bare(document, at - 1))
		at--;
	role_end = name_start(document, at, name_end);
	while (at > floor && token_has(document, at - 1, WORD_ROLE))
		at--;
	return name_of(around, role_end, name_end, at, role_end);
}

/* A word with the Arabic article: after two words without it no part of a name. */
static bool has_article(const struct document *document, uint32_t at)
{
	return str_starts_with(token_text(token_at(document, at)), STR("ال"));
}

/* عبد الله, بن يوسف, أبو زيد: words that only begin a name of two words. */
static bool is_half_name(const struct document *document, uint32_t at)
{
	static const char *const halves[] = {"عبد", "بن", "بنت", "ابن", "أبو", "أبي", "أم", "آل"};

	for (size_t i = 0; i < COUNT_OF(halves); i++)
		if (str_equal(token_text(token_at(document, at)), str_from(halves[i])))
			return true;
	return false;
}

/* الخبير الاقتصادي, مدير المستشفى, المتحدث باسم الحكومة: what follows the first word of a role and belongs to
 * it has the article, while a name has none. A word with the article that no table has is a role where a name
 * follows it. */
static uint32_t role_end(const struct document *document, uint32_t at, uint32_t limit)
{
	uint32_t start = at, end = at;

	while (at < limit && at < start + ROLE_TOKENS_MOST &&
		(token_has(document, at, WORD_ROLE) || (is_bare(document, at) && has_article(document, at))))
		end = token_has(document, at++, WORD_ROLE) ? at : end;
	return at < limit && is_bare(document, at) ? at : end;
}

static uint32_t name_end(const struct document *document, uint32_t first, uint32_t limit)
{
	uint32_t at = first, most = first + 3;

	while (at < limit && at < most && is_bare(document, at) &&
		!str_starts_with(token_text(token_at(document, at)), STR("لل")) && /* to the reporters */
		!(at == first + 2 && has_article(document, at) && !has_article(document, at - 1) &&
			!is_half_name(document, at - 1)))
		most += is_half_name(document, at++);
	return at;
}

/* Role and name after the cue, as Arabic has them: قال المدير كريم نصار. */
struct phrase caseless_source_after(struct around *around, uint32_t at, uint32_t limit)
{
	const struct document *document = around->document;
	uint32_t role = at;

	if (at < limit && token_has(document, at, WORD_PRONOUN))
		return (struct phrase){PHRASE_PRONOUN, at, at + 1, NO_NAME, at, at};
	at = document->language->script == SCRIPT_ARABIC ? role_end(document, at, limit) : at;
	while (at < limit && token_has(document, at, WORD_ROLE))
		at++;
	return name_or_role(around, at, name_end(document, at, limit), role, at);
}

/* 据村支书刘建国介绍，: the source ends where a verb or a sign begins. */
struct phrase caseless_source_between(struct around *around, uint32_t at, uint32_t limit)
{
	const struct document *document = around->document;
	uint32_t end = at;

	while (end < limit && !token_flagged(document, end, TOKEN_PUNCTUATION) &&
		!token_has(document, end, FRAME_SPEECH | WORD_PREPOSITION | WORD_AUXILIARY))
		end++;
	return caseless_source_before(around, end, at);
}

/* 王小明在记者会上表示, 王小明把计划称为: who acts stands before the words that say where, to whom or what
 * with. */
struct phrase caseless_actor_before(struct around *around, uint32_t cue)
{
	const struct document *document = around->document;
	uint32_t floor = cue;
	struct phrase found;

	while (floor > around->first && token_at(document, floor - 1)->span == NO_SPAN &&
		!token_flagged(document, floor - 1, TOKEN_COMMA | TOKEN_STOP | TOKEN_SEMICOLON))
		floor--;
	for (uint32_t at = floor + 1; at < cue; at++) {
		if (!token_has(document, at, WORD_ADVERB | WORD_PREPOSITION) ||
			token_has(document, at - 1, WORD_PREPOSITION))
			continue;
		found = caseless_source_before(around, at, floor);
		if (found.kind != PHRASE_NONE)
			return found;
	}
	return caseless_source_before(around, cue, around->first);
}

#define WINDOW_MOST 12 /* tokens on one side of a role that its name is looked for in */

/* 市长王小明, before a sign or a word of the table: how far a name of a surname and one or two ideographs
 * goes. */
static struct phrase chinese_name_after(struct around *around, uint32_t role, uint32_t limit)
{
	const struct document *document = around->document;
	uint32_t first = role + 1, end = first;

	while (end < limit && is_bare(document, end))
		end++;
	if (end - first < 2 || end - first > 4 || surname_at(document, first, end) == 0 ||
		surname_at(document, first, end) + 2 < end - first)
		return (struct phrase){0};
	return name_of(around, first, end, role, first);
}

/* 王小明是这里的市长: a name that begins the clause, and after 是 what the person is. */
static void add_chinese_subject(struct around *around, uint32_t role, uint32_t floor)
{
	const struct document *document = around->document;
	uint32_t first = role, end;

	while (first > floor && !token_flagged(document, first - 1, TOKEN_PUNCTUATION) &&
		token_at(document, first - 1)->span == NO_SPAN)
		first--;
	for (end = first; end < role && is_bare(document, end) &&
			  !str_equal(token_text(token_at(document, end)), STR("是"));)
		end++;
	if (end < role && end - first >= 2 && end - first <= 4 &&
		str_equal(token_text(token_at(document, end)), STR("是")) &&
		surname_at(document, first, end) > 0 && surname_at(document, first, end) + 2 >= end - first)
		name_of(around, first, end, role, role + 1);
}

static void add_names_beside(struct around *around, uint32_t at, const struct passage *passage)
{
	const struct document *document = around->document;
	uint32_t limit = at + WINDOW_MOST < passage->end ? at + WINDOW_MOST : passage->end;
	uint32_t floor = at > passage->first + WINDOW_MOST ? at - WINDOW_MOST : passage->first;

	if (document->language->script == SCRIPT_ARABIC) {
		if (at == passage->first || !token_has(document, at - 1, WORD_ROLE))
			caseless_source_after(around, at, limit);
	} else if (at + 1 == passage->end || !token_has(document, at + 1, WORD_ROLE)) {
		if (document->language->script == SCRIPT_HAN) {
			if (chinese_name_after(around, at, limit).kind == PHRASE_NONE)
				add_chinese_subject(around, at, floor);
		} else if (at > floor && is_bare(document, at - 1))
			caseless_source_before(around, at + 1, floor);
	}
}

void document_find_caseless_names(struct document *document)
{
	for (uint32_t p = 0; p < document->passages.count; p++) {
		const struct passage *passage = &document->passages.items[p];
		struct around around = {document, NULL, p, passage->first, passage->end};

		for (uint32_t i = passage->first; i < passage->end; i++)
			if (token_has(document, i, WORD_ROLE) && token_at(document, i)->span == NO_SPAN)
				add_names_beside(&around, i, passage);
	}
}

/* A particle that marks the topic; before a role it is the end of a name that looks like one: 정다은 회장. */
bool caseless_is_topic(const struct document *document, uint32_t at, uint32_t end)
{
	return token_has(document, at, WORD_TOPIC) && !token_flagged(document, at, TOKEN_SPACE_BEFORE) &&
	       !(document->language->script == SCRIPT_HANGUL && at + 1 < end &&
		       token_has(document, at + 1, WORD_ROLE));
}

/* وفقا, طبقا: the adverbs among the words that name a source. */
static bool takes_preposition(const struct document *document, uint32_t at)
{
	struct str word = token_text(token_at(document, at));

	return str_ends_with(word, STR("ا")) || str_ends_with(word, STR("ً"));
}

/* وفقا لسامر حداد, للوزير: the preposition is written as one word with what follows, and hides the article.
 */
static void cut_preposition(struct document *document, uint32_t at)
{
	struct str preposition = STR("ل");
	struct token *token = &document->tokens.items[at];

	for (int i = 0; i < 2 && str_starts_with(token_text(token), preposition) &&
			token->length > 2 * preposition.length;
		i++) {
		token->data += preposition.length;
		token->length -= (uint32_t)preposition.length;
	}
	token->classes = lexicon_classes(document->lexicon, token_text(token), false);
}

/* The source that the words at `at` name, before `limit`. */
struct attribution caseless_according(struct around *around, uint32_t at, uint32_t limit)
{
	const struct document *document = around->document;
	enum script script = document->language->script;
	struct phrase source;

	if (script == SCRIPT_ARABIC && takes_preposition(document, at) && at + 1 < limit)
		cut_preposition(around->document, at + 1);
	source = script == SCRIPT_ARABIC ? caseless_source_after(around, at + 1, limit)
		 : script == SCRIPT_HAN && !token_has(document, at, WORD_POSTPOSED)
			 ? caseless_source_between(around, at + 1, limit)
			 : caseless_source_before(around, at, around->first); /* 用赵敏的话说 */
	return attribution(PATTERN_ACCORDING, source, at, at + 1);
}
