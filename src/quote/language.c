#include "quote/language.h"

#include "dateline/base/sixteen.h"
#include "dateline/base/utf8.h"

#include <string.h>

#define SAMPLE_BYTES_MOST 1500
#define SHORT_BYTES_MOST 250 /* a text so short may show none of the commonest words */
#define ENGLISH_ENOUGH 8     /* frequent words of English that settle it */
#define WORD_MOST 20         /* bytes of a word that is looked up */
#define GLANCE_BYTES_MOST 1500
#define SCRIPT_BYTES_MOST 120 /* that show the script of a text whose language is declared */

static const struct language *const languages[] = {
	&language_en,
	&language_de,
	&language_fr,
	&language_es,
	&language_it,
	&language_pt,
	&language_nl,
	&language_pl,
	&language_cs,
	&language_ru,
	&language_uk,
	&language_zh,
	&language_ja,
	&language_ko,
	&language_ar,
};

/* Letters that few languages have: each is worth two words. */
static const struct {
	const struct language *language;
	const char *letters;
} telling[] = {
	{&language_de, "äöüßÄÖÜ"},
	{&language_fr, "çœèêàùâ"},
	{&language_es, "ñ¿¡"},
	{&language_pt, "ãõ"},
	{&language_it, "èìò"},
	{&language_pl, "łąęśżźć"},
	{&language_cs, "řěůŘýťň"},
	{&language_uk, "іїєґІЇЄ"},
	{&language_ru, "ыэъё"},
};

static const struct language *by_code(struct str tag)
{
	struct str primary = tag;

	for (size_t i = 0; i < primary.length; i++)
		if (primary.data[i] == '-' || primary.data[i] == '_')
			primary.length = i;
	for (size_t i = 0; i < COUNT_OF(languages); i++)
		if (primary.length && str_equal_nocase(primary, str_from(languages[i]->code)))
			return languages[i];
	return NULL;
}

/* A word without the marks and dashes that touch it. */
static struct str bare_word(struct str word)
{
	static const struct str edges[] = {STR_INIT("—"), STR_INIT("–"), STR_INIT("«"), STR_INIT("“"),
		STR_INIT("„"), STR_INIT("¿"), STR_INIT("¡"), STR_INIT("\""), STR_INIT("‘"), STR_INIT("»")};

	for (size_t i = 0; i < COUNT_OF(edges); i++)
		if (str_starts_with(word, edges[i]))
			word = str_from_offset(word, edges[i].length);
	while (word.length && ascii_is_space(word.data[0]))
		word = str_from_offset(word, 1);
	while (word.length && memchr(",.:;!?\"", word.data[word.length - 1], 7))
		word.length--;
	return word;
}

static void add_word(struct map *words, struct str word, size_t language)
{
	if (word.length)
		*map_put(words, word) |= INT64_C(1) << language;
}

/* All frequent words and all words of the tables, each with a bit for every language that has it. */
static const struct map *known_words(struct quote_memory *memory)
{
	struct map *words = &memory->frequent;

	if (words->count)
		return words;
	map_init(words, &memory->arena);
	for (size_t i = 0; i < COUNT_OF(languages); i++) {
		struct str rest = str_from(languages[i]->frequent), word;

		while (str_next(&rest, ' ', &word))
			add_word(words, word, i);
		for (size_t row = 0; row < languages[i]->word_count; row++)
			if (languages[i]->words[row].classes & ~(WORD_PARTICLE | WORD_NATION))
				add_word(words, str_from(languages[i]->words[row].word), i);
	}
	return words;
}

static struct str in_small_letters(struct str word, char small[WORD_MOST])
{
	for (size_t i = 0; i < word.length; i++)
		small[i] = ascii_lower(word.data[i]);
	return (struct str){small, word.length};
}

/* How many words of the sample each language knows. */
static void count_known(const struct map *words, struct str sample, size_t counts[COUNT_OF(languages)])
{
	struct str word;
	char small[WORD_MOST];

	while (str_next(&sample, ' ', &word)) {
		const int64_t *known;

		word = bare_word(word);
		known = word.length > 0 && word.length < WORD_MOST ? map_get(words, word) : NULL;
		if (known == NULL && word.length > 1 && word.length < WORD_MOST) /* Per, Zoals */
			known = map_get(words, in_small_letters(word, small));
		for (size_t i = 0; known && i < COUNT_OF(languages); i++)
			counts[i] += *known >> i & 1;
	}
}

static bool is_most(const size_t counts[COUNT_OF(languages)], size_t language)
{
	for (size_t i = 0; i < COUNT_OF(languages); i++)
		if (counts[i] > counts[language])
			return false;
	return true;
}

static size_t telling_letters(const struct language *language, struct str sample)
{
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(telling); i++) {
		struct str letters = str_from(telling[i].letters);

		for (size_t at = 0, length; telling[i].language == language && at < letters.length;
			at += length) {
			utf8_decode(letters, at, &length);
			count += str_find(sample, str_slice(letters, at, at + length), 0) != STR_NPOS;
		}
	}
	return count * 2;
}

/* « French parts its marks from the words », «Spanish, Italian and Portuguese do not», „German and Czech
 * close otherwise“ than „Polish and Dutch”. */
static size_t telling_marks(const struct language *language, struct str sample)
{
	static const char *const blanks[] = {"« ", "«\u00a0", "«\u202f"};
	bool is_spaced = false;

	if (str_find(sample, STR("„"), 0) != STR_NPOS) {
		if (str_find(sample, STR("“"), 0) != STR_NPOS)
			return language == &language_de || language == &language_cs;
		return language == &language_pl || language == &language_nl;
	}
	if (str_find(sample, STR("«"), 0) == STR_NPOS)
		return 0;
	for (size_t i = 0; i < COUNT_OF(blanks); i++)
		is_spaced = is_spaced || str_find(sample, str_from(blanks[i]), 0) != STR_NPOS;
	if (is_spaced)
		return language == &language_fr ? 2 : 0;
	return language == &language_es || language == &language_it || language == &language_pt;
}

static enum script script_of(uint32_t c)
{
	if (c >= 0x400 && c < 0x530)
		return SCRIPT_CYRILLIC;
	if (c >= 0x600 && c < 0x700)
		return SCRIPT_ARABIC;
	if (c >= 0x3040 && c < 0x3100)
		return SCRIPT_KANA;
	if (c >= 0x3400 && c < 0xA000)
		return SCRIPT_HAN;
	if (c >= 0xAC00 && c < 0xD7B0)
		return SCRIPT_HANGUL;
	return SCRIPT_LATIN;
}

/* The script that most letters of the sample are in; kana beside Han is Japanese. */
static enum script find_script(struct str sample)
{
	size_t counts[SCRIPT_KANA + 1] = {0};
	enum script most = SCRIPT_LATIN;

	for (size_t at = 0, length; at < sample.length; at += length) {
		struct sixteen bytes = sixteen_at(sample, at);
		uint32_t c;

		if (!sixteen_high(bytes)) { /* most samples are nothing else */
			counts[SCRIPT_LATIN] += (size_t)__builtin_popcount(sixteen_letters(bytes));
			length = 16;
			continue;
		}
		c = utf8_decode(sample, at, &length);
		if (c >= 0x400 || (c | 32) - 'a' < 26)
			counts[script_of(c)] += c < 0x2000 || c > 0x2100;
	}
	for (enum script script = SCRIPT_LATIN; script <= SCRIPT_KANA; script++)
		if (counts[script] > counts[most])
			most = script;
	return most == SCRIPT_HAN && counts[SCRIPT_KANA] > 0 ? SCRIPT_KANA : most;
}

/* A feed may declare one language and bring an article of another: the script shows the plain cases. */
static bool is_written_in(const struct language *language, struct str sample)
{
	enum script script = find_script(sample);

	return script == language->script || (script == SCRIPT_HAN && language->script == SCRIPT_KANA) ||
	       (language->script != SCRIPT_LATIN && script == SCRIPT_LATIN);
}

/* Most articles are told by two articles: no other language has this word. */
static bool is_plainly_english(struct str glance)
{
	size_t first = str_find(glance, STR(" the "), 0);

	return first != STR_NPOS && str_find(glance, STR(" the "), first + 4) != STR_NPOS;
}

const struct language *language_choose(struct str tag, struct str sample, struct quote_memory *memory)
{
	const struct language *best = by_code(tag);
	size_t counts[COUNT_OF(languages)] = {0}, most = 0;
	enum script script;

	if (best && is_written_in(best, str_slice(sample, 0, SCRIPT_BYTES_MOST)))
		return best;
	best = NULL;
	if (is_plainly_english(str_slice(sample, 0, GLANCE_BYTES_MOST)))
		return &language_en;
	sample = str_slice(sample, 0, SAMPLE_BYTES_MOST);
	count_known(known_words(memory), sample, counts);
	script = find_script(sample);
	for (size_t i = 0; i < COUNT_OF(languages); i++) {
		size_t count = counts[i];

		if (languages[i] == &language_en && count >= ENGLISH_ENOUGH && is_most(counts, i))
			return &language_en;
		if (languages[i]->script != script)
			continue;
		if (count || sample.length < SHORT_BYTES_MOST)
			count += telling_letters(languages[i], sample) + telling_marks(languages[i], sample);
		count += script != SCRIPT_LATIN ||
			 (languages[i] == &language_en && sample.length >= SHORT_BYTES_MOST);
		if (count > most) {
			best = languages[i];
			most = count;
		}
	}
	return best ? best : &language_en;
}
