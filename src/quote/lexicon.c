#include "quote/lexicon.h"

#include "dateline/base/utf8.h"
#include "quote/given_names.h"
#include "quote/language.h"

#include <string.h>

#define MEMO_SLOTS_LEAST 1024 /* powers of two */
#define MEMO_SLOTS_MOST 16384
#define BYTES_PER_SLOT 16 /* of text: new words come ever more rarely */

struct memo {
	const char *word;
	uint32_t length; /* 0 in an empty slot */
	uint32_t hash;
	uint64_t classes;
};

enum table { TABLE_WORDS, TABLE_VERBS, TABLE_IRREGULARS, TABLE_NAMES, TABLE_COUNT };

/* One constant table, sorted by the bytes of the string that is the first member of each row. */
struct table_index {
	const char *rows;
	size_t count, row_size;
	uint16_t first[256]; /* 1 + the first row of each first byte; 0 when not looked for yet */
};

/* The tables are searched by halves, among the rows of one first byte; a text repeats its words, so most are remembered. */
struct lexicon {
	const struct language *language;
	struct table_index tables[TABLE_COUNT];
	struct memo *memos;
	uint32_t memo_mask;
};

struct lexicon *lexicon_create(const struct language *language, size_t text_bytes, struct arena *arena)
{
	struct lexicon *lexicon = ARENA_NEW(arena, struct lexicon);
	uint32_t slots = MEMO_SLOTS_LEAST;

	while (slots < MEMO_SLOTS_MOST && slots < text_bytes / BYTES_PER_SLOT)
		slots *= 2;
	lexicon->memos = arena_array(arena, slots, sizeof *lexicon->memos);
	lexicon->memo_mask = slots - 1;

	lexicon->language = language;
	lexicon->tables[TABLE_WORDS].rows = (const char *)language->words;
	lexicon->tables[TABLE_WORDS].count = language->word_count;
	lexicon->tables[TABLE_WORDS].row_size = sizeof *language->words;
	lexicon->tables[TABLE_VERBS].rows = (const char *)language->verbs;
	lexicon->tables[TABLE_VERBS].count = language->verb_count;
	lexicon->tables[TABLE_VERBS].row_size = sizeof *language->verbs;
	lexicon->tables[TABLE_IRREGULARS].rows = (const char *)language->irregulars;
	lexicon->tables[TABLE_IRREGULARS].count = language->irregular_count;
	lexicon->tables[TABLE_IRREGULARS].row_size = sizeof *language->irregulars;
	lexicon->tables[TABLE_NAMES].rows = (const char *)given_names;
	lexicon->tables[TABLE_NAMES].count = given_name_count;
	lexicon->tables[TABLE_NAMES].row_size = sizeof *given_names;
	return lexicon;
}

static const char *row_text(const struct table_index *table, size_t row)
{
	const char *text;

	memcpy(&text, table->rows + row * table->row_size, sizeof text);
	return text;
}

/* The first row whose text begins with a byte of at least `byte`. */
static size_t first_row(struct table_index *table, unsigned byte)
{
	size_t low = 0, high = table->count;

	if (byte > 255)
		return table->count;
	if (table->first[byte])
		return table->first[byte] - 1u;
	while (low < high) {
		size_t middle = (low + high) / 2;

		if ((unsigned char)row_text(table, middle)[0] < byte)
			low = middle + 1;
		else
			high = middle;
	}
	table->first[byte] = (uint16_t)(low + 1);
	return low;
}

/* Compares a text that ends in NUL with a word, by bytes from the second on. */
static int compare_row(const char *text, struct str word)
{
	for (size_t i = 1; i < word.length; i++)
		if (text[i] != word.data[i])
			return (unsigned char)text[i] < (unsigned char)word.data[i] ? -1 : 1;
	return text[word.length] != '\0';
}

static const void *find_row(struct lexicon *lexicon, enum table which, struct str word)
{
	struct table_index *table = &lexicon->tables[which];
	size_t low = first_row(table, (unsigned char)word.data[0]);
	size_t high = first_row(table, (unsigned char)word.data[0] + 1u);

	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = compare_row(row_text(table, middle), word);

		if (order == 0)
			return table->rows + middle * table->row_size;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static uint64_t frames_of(struct lexicon *lexicon, struct str lemma)
{
	const struct verb_row *row = find_row(lexicon, TABLE_VERBS, lemma);

	return row ? row->frames : 0;
}

/* Cuts `cut` bytes off the end of the form, adds `added`, and looks that lemma up. */
static uint64_t stem(struct lexicon *lexicon, struct str form, size_t cut, const char *added, uint64_t mark)
{
	char lemma[WORD_BYTES_MOST + 4];
	size_t length, added_length = strlen(added);
	uint64_t frames;

	if (form.length < cut + 2)
		return 0;
	length = form.length - cut;
	memcpy(lemma, form.data, length);
	memcpy(lemma + length, added, added_length);
	frames = frames_of(lexicon, (struct str){lemma, length + added_length});
	return frames ? frames | mark : 0;
}

static uint64_t stem_doubled(struct lexicon *lexicon, struct str form, size_t cut, uint64_t mark)
{
	if (form.length < cut + 3 || form.data[form.length - cut - 1] != form.data[form.length - cut - 2])
		return 0;
	return stem(lexicon, form, cut + 1, "", mark);
}

static uint64_t irregular(struct lexicon *lexicon, struct str form)
{
	const struct irregular_row *row = find_row(lexicon, TABLE_IRREGULARS, form);
	uint64_t frames = row ? frames_of(lexicon, str_from(row->lemma)) : 0;

	return frames ? frames | FORM_PAST : 0;
}

/* English inflection: says, carries, noted, replied, quipped, noting, quipping. */
static uint64_t inflected(struct lexicon *lexicon, struct str form)
{
	uint64_t found = irregular(lexicon, form);

	if (!found) {
		found = frames_of(lexicon, form);
		found = found ? found | FORM_BASE : 0;
	}
	if (!found && str_ends_with(form, STR("s"))) {
		found = stem(lexicon, form, 1, "", FORM_PRESENT);
		if (!found && str_ends_with(form, STR("es")))
			found = stem(lexicon, form, 2, "", FORM_PRESENT);
		if (!found && str_ends_with(form, STR("ies")))
			found = stem(lexicon, form, 3, "y", FORM_PRESENT);
	}
	if (!found && str_ends_with(form, STR("ed"))) {
		found = stem(lexicon, form, 1, "", FORM_PAST);
		found = found ? found : stem(lexicon, form, 2, "", FORM_PAST);
		if (!found && str_ends_with(form, STR("ied")))
			found = stem(lexicon, form, 3, "y", FORM_PAST);
		found = found ? found : stem_doubled(lexicon, form, 2, FORM_PAST);
	}
	if (!found && str_ends_with(form, STR("ing"))) {
		found = stem(lexicon, form, 3, "", FORM_PARTICIPLE);
		found = found ? found : stem(lexicon, form, 3, "e", FORM_PARTICIPLE);
		found = found ? found : stem_doubled(lexicon, form, 3, FORM_PARTICIPLE);
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

/* they’ll, he’d, we’re, didn’t: the classes of what stands before the apostrophe, with the mark of a verb in it. */
static uint64_t contracted(struct lexicon *lexicon, struct str low)
{
	size_t apostrophe = str_find_last_char(low, '\'');
	const struct word_row *row;

	if (apostrophe == STR_NPOS || apostrophe == 0 || low.length - apostrophe > 3)
		return 0;
	if (low.data[low.length - 1] == 's')
		return 0;
	row = find_row(lexicon, TABLE_WORDS, str_slice(low, 0, apostrophe));
	return WORD_CONTRACTED | (row ? row->classes : 0);
}

static uint64_t look_up(struct lexicon *lexicon, struct str word, bool is_capital)
{
	char folded[WORD_BYTES_MOST * 2];
	struct str low = lower_word(word, folded);
	const struct word_row *row = find_row(lexicon, TABLE_WORDS, low);
	uint64_t classes = row ? row->classes : 0;

	if (lexicon->language->verb_count)
		classes |= inflected(lexicon, low);
	if (classes == 0 && lexicon->language->has_english_syntax)
		classes = contracted(lexicon, low);
	if (is_capital) {
		const struct word_row *name = find_row(lexicon, TABLE_NAMES, low);

		classes |= name ? name->classes | WORD_GIVEN : 0;
	}
	return classes;
}

static bool same_bytes(const char *a, const char *b, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (a[i] != b[i])
			return false;
	return true;
}

uint64_t lexicon_classes(struct lexicon *lexicon, struct str word, bool is_capital)
{
	uint32_t hash = (uint32_t)is_capital;
	struct memo *memo;

	if (word.length == 0 || word.length > WORD_BYTES_MOST)
		return 0;
	for (size_t i = 0; i < word.length; i++)
		hash = hash * 31 + (unsigned char)word.data[i];
	hash *= 0x9E3779B1u;
	memo = &lexicon->memos[(hash >> 16) & lexicon->memo_mask];
	if (memo->hash != hash || memo->length != word.length || !same_bytes(memo->word, word.data, word.length))
		*memo = (struct memo){word.data, (uint32_t)word.length, hash, look_up(lexicon, word, is_capital)};
	return memo->classes;
}

size_t lexicon_longest(struct lexicon *lexicon, struct str text, size_t most)
{
	size_t length = most < text.length ? most : text.length;

	for (; length > 0; length--)
		if (utf8_is_boundary(text, length) &&
		    find_row(lexicon, TABLE_WORDS, str_slice(text, 0, length)))
			return length;
	return 0;
}
