#include "quote/lexicon.h"

#include "dateline/base/utf8.h"
#include "quote/given_names.h"
#include "quote/language.h"

#include <string.h>

#define MEMO_SLOTS 1024 /* a power of two */

struct memo {
	const char *word;
	uint32_t length;
	bool is_capital;
	uint64_t classes;
};

/* The tables are sorted constants, searched by halves; a text repeats its words, so most are remembered. */
struct lexicon {
	const struct language *language;
	struct memo memos[MEMO_SLOTS];
};

struct lexicon *lexicon_create(const struct language *language, struct arena *arena)
{
	struct lexicon *lexicon = ARENA_NEW(arena, struct lexicon);

	lexicon->language = language;
	return lexicon;
}

/* The row whose first member, a string, equals `word`, in a table sorted by bytes. */
static const void *find_row(const void *table, size_t count, size_t row_size, struct str word)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		const char *row = (const char *)table + middle * row_size;
		const char *text;
		int order;

		memcpy(&text, row, sizeof text);
		order = strncmp(text, word.data, word.length);
		if (order == 0 && text[word.length] != '\0')
			order = 1;
		if (order == 0)
			return row;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static uint64_t frames_of(const struct language *language, struct str lemma)
{
	const struct verb_row *row =
		find_row(language->verbs, language->verb_count, sizeof *language->verbs, lemma);

	return row ? row->frames : 0;
}

/* Cuts `cut` bytes off the end of the form, adds `added`, and looks that lemma up. */
static uint64_t stem(const struct language *language, struct str form, size_t cut, const char *added, uint64_t mark)
{
	char lemma[WORD_BYTES_MOST + 4];
	size_t length, added_length = strlen(added);
	uint64_t frames;

	if (form.length < cut + 2)
		return 0;
	length = form.length - cut;
	memcpy(lemma, form.data, length);
	memcpy(lemma + length, added, added_length);
	frames = frames_of(language, (struct str){lemma, length + added_length});
	return frames ? frames | mark : 0;
}

static uint64_t stem_doubled(const struct language *language, struct str form, size_t cut, uint64_t mark)
{
	if (form.length < cut + 3 || form.data[form.length - cut - 1] != form.data[form.length - cut - 2])
		return 0;
	return stem(language, form, cut + 1, "", mark);
}

static uint64_t irregular(const struct language *language, struct str form)
{
	const struct irregular_row *row = find_row(language->irregulars, language->irregular_count,
	                                           sizeof *language->irregulars, form);
	uint64_t frames = row ? frames_of(language, str_from(row->lemma)) : 0;

	return frames ? frames | FORM_PAST : 0;
}

/* English inflection: says, carries, noted, replied, quipped, noting, quipping. */
static uint64_t inflected(const struct language *language, struct str form)
{
	uint64_t found = irregular(language, form);

	if (!found) {
		found = frames_of(language, form);
		found = found ? found | FORM_BASE : 0;
	}
	if (!found && str_ends_with(form, STR("s"))) {
		found = stem(language, form, 1, "", FORM_PRESENT);
		if (!found && str_ends_with(form, STR("es")))
			found = stem(language, form, 2, "", FORM_PRESENT);
		if (!found && str_ends_with(form, STR("ies")))
			found = stem(language, form, 3, "y", FORM_PRESENT);
	}
	if (!found && str_ends_with(form, STR("ed"))) {
		found = stem(language, form, 1, "", FORM_PAST);
		found = found ? found : stem(language, form, 2, "", FORM_PAST);
		if (!found && str_ends_with(form, STR("ied")))
			found = stem(language, form, 3, "y", FORM_PAST);
		found = found ? found : stem_doubled(language, form, 2, FORM_PAST);
	}
	if (!found && str_ends_with(form, STR("ing"))) {
		found = stem(language, form, 3, "", FORM_PARTICIPLE);
		found = found ? found : stem(language, form, 3, "e", FORM_PARTICIPLE);
		found = found ? found : stem_doubled(language, form, 3, FORM_PARTICIPLE);
	}
	return found;
}

/* The lower case of a letter of the Latin, Greek and Cyrillic blocks that news is written in. */
static uint32_t lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if (c == 0x2019)
		return '\'';
	if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x410 && c <= 0x42F) || (c >= 0x391 && c <= 0x3A9))
		return c + 32;
	if (c >= 0x400 && c <= 0x40F)
		return c + 80;
	if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x460 && c <= 0x481) ||
	    (c >= 0x48A && c <= 0x4BF))
		return c | 1;
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E))
		return c + (c & 1);
	return c;
}

static struct str lower_word(struct str word, char *out)
{
	size_t length = 0;

	for (size_t i = 0; i < word.length;) {
		size_t taken = 1;
		uint32_t c = (unsigned char)word.data[i];

		if (c >= 0x80)
			c = utf8_decode(word, i, &taken);
		c = lower(c);
		if (c < 0x80)
			out[length++] = (char)c;
		else
			length += utf8_encode(c, out + length);
		i += taken;
	}
	return (struct str){out, length};
}

static uint64_t look_up(const struct language *language, struct str word, bool is_capital)
{
	char folded[WORD_BYTES_MOST * 2];
	struct str low = lower_word(word, folded);
	const struct word_row *row = find_row(language->words, language->word_count, sizeof *language->words, low);
	uint64_t classes = row ? row->classes : 0;

	if (language->verb_count)
		classes |= inflected(language, low);
	if (is_capital) {
		const struct word_row *name = find_row(given_names, given_name_count, sizeof *given_names, low);

		classes |= name ? name->classes | WORD_GIVEN : 0;
	}
	return classes;
}

static size_t memo_slot(struct str word)
{
	uint32_t hash = (uint32_t)word.length;

	for (size_t i = 0; i < word.length; i++)
		hash = (hash ^ (unsigned char)word.data[i]) * 0x01000193u;
	return (hash ^ hash >> 15) & (MEMO_SLOTS - 1);
}

uint64_t lexicon_classes(struct lexicon *lexicon, struct str word, bool is_capital)
{
	struct memo *memo;

	if (word.length == 0 || word.length > WORD_BYTES_MOST)
		return 0;
	memo = &lexicon->memos[memo_slot(word)];
	if (memo->length != word.length || memo->is_capital != is_capital ||
	    memcmp(memo->word, word.data, word.length) != 0)
		*memo = (struct memo){word.data, (uint32_t)word.length, is_capital,
		                      look_up(lexicon->language, word, is_capital)};
	return memo->classes;
}
