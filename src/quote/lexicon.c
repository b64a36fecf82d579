#include "quote/lexicon.h"

#include "dateline/base/utf8.h"
#include "quote/given_names.h"
#include "quote/language.h"

#include <string.h>

#define MEMO_SLOTS                                                                                           \
	16384 /* a power of two: the words of some hundred articles, which are most words of all             \
	       */
#define MEMO_BYTES 19
#define PREFIX_BITS 32768

/* A word as it stood in a text, and what came of looking it up. */
struct memo {
	uint32_t hash;
	uint8_t length; /* 0 in an empty slot */
	char word[MEMO_BYTES];
	uint64_t classes;
};

enum table { TABLE_WORDS, TABLE_VERBS, TABLE_IRREGULARS, TABLE_NAMES, TABLE_COUNT };

struct table_slot {
	uint16_t row;  /* 1 + the row; 0 in an empty slot */
	uint16_t mark; /* more of the hash, so that words that are not there are seldom compared */
};

/* One constant table; the first member of each row is the string that it is found by. */
struct table_index {
	const char *rows;
	size_t count, row_size;
	struct table_slot *slots;
	uint32_t mask;
};

struct lexicon {
	const struct language *language;
	struct table_index tables[TABLE_COUNT];
	struct memo *memos;
	uint8_t *prefixes; /* bit h: a word whose first three bytes hash to h may be in a table, inflected or
			      not */
	struct lexicon *next; /* of another language, in the same memory */
};

static uint32_t hash_word(struct str word)
{
	uint32_t hash = 0;

	for (size_t i = 0; i < word.length; i++)
		hash = hash * 31 + (unsigned char)word.data[i];
	return hash * 0x9E3779B1u;
}

static const char *row_text(const struct table_index *table, size_t row)
{
	const char *text;

	memcpy(&text, table->rows + row * table->row_size, sizeof text);
	return text;
}

static void index_table(
	struct table_index *table, const void *rows, size_t count, size_t row_size, struct arena *arena)
{
	uint32_t slots = 2;

	while (slots < count * 2)
		slots *= 2;
	*table = (struct table_index){
		rows, count, row_size, arena_array(arena, slots, sizeof *table->slots), slots - 1};
	for (size_t row = 0; row < count; row++) {
		uint32_t hash = hash_word(str_from(row_text(table, row)));
		uint32_t at = hash >> 8 & table->mask;

		while (table->slots[at].row)
			at = (at + 1) & table->mask;
		table->slots[at] = (struct table_slot){(uint16_t)(row + 1), (uint16_t)hash};
	}
}

static uint32_t hash_prefix(const char *bytes, char third)
{
	uint32_t prefix = (uint32_t)(unsigned char)bytes[0] << 16 | (uint32_t)(unsigned char)bytes[1] << 8 |
			  (unsigned char)third;

	return prefix * 0x9E3779B1u >> 17;
}

static void add_prefix(struct lexicon *lexicon, const char *bytes, char third)
{
	uint32_t bit = hash_prefix(bytes, third);

	lexicon->prefixes[bit / 8] |= (uint8_t)(1u << bit % 8);
}

/* Most words of a text are in no table: one bit tells so of nearly all of them. Endings begin in the first
 * three bytes only of very short lemmas: go, goes; cry, cries; cue, cuing. */
static void mark_prefixes(struct lexicon *lexicon, const struct table_index *table)
{
	for (size_t row = 0; row < table->count; row++) {
		const char *text = row_text(table, row);
		size_t length = strlen(text);

		if (length >= 3)
			add_prefix(lexicon, text, text[2]);
		if (length == 3 && (text[2] == 'y' || text[2] == 'e'))
			add_prefix(lexicon, text, 'i');
		for (char third = 'a'; length == 2 && third <= 'z'; third++)
			add_prefix(lexicon, text, third);
	}
}

/* False only when the word, of three bytes or more, is in no table, in no form. */
static bool may_be_known(const struct lexicon *lexicon, struct str word)
{
	uint32_t bit;

	if (word.length < 3)
		return true;
	bit = hash_prefix(word.data, word.data[2]);
	return lexicon->prefixes[bit / 8] >> bit % 8 & 1;
}

static struct lexicon *lexicon_create(const struct language *language, struct arena *arena)
{
	struct lexicon *lexicon = ARENA_NEW(arena, struct lexicon);
	struct table_index *tables = lexicon->tables;

	lexicon->language = language;
	lexicon->memos = arena_array(arena, MEMO_SLOTS, sizeof *lexicon->memos);
	index_table(
		&tables[TABLE_WORDS], language->words, language->word_count, sizeof *language->words, arena);
	index_table(
		&tables[TABLE_VERBS], language->verbs, language->verb_count, sizeof *language->verbs, arena);
	index_table(&tables[TABLE_IRREGULARS], language->irregulars, language->irregular_count,
		sizeof *language->irregulars, arena);
	index_table(&tables[TABLE_NAMES], given_names, given_name_count, sizeof *given_names, arena);
	lexicon->prefixes = arena_zalloc(arena, PREFIX_BITS / 8);
	for (size_t table = 0; table < TABLE_COUNT; table++)
		mark_prefixes(lexicon, &tables[table]);
	return lexicon;
}

struct lexicon *lexicon_of(struct quote_memory *memory, const struct language *language)
{
	struct lexicon *lexicon = memory->lexicons;

	while (lexicon && lexicon->language != language)
		lexicon = lexicon->next;
	if (lexicon == NULL) {
		lexicon = lexicon_create(language, &memory->arena);
		lexicon->next = memory->lexicons;
		memory->lexicons = lexicon;
	}
	return lexicon;
}

static bool same_bytes(const char *a, const char *b, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (a[i] != b[i])
			return false;
	return true;
}

static const void *find_row(const struct lexicon *lexicon, enum table which, struct str word)
{
	const struct table_index *table = &lexicon->tables[which];
	uint32_t hash = hash_word(word);

	for (uint32_t at = hash >> 8 & table->mask; table->slots[at].row; at = (at + 1) & table->mask) {
		const char *text;

		if (table->slots[at].mark != (uint16_t)hash)
			continue;
		text = row_text(table, table->slots[at].row - 1u);
		if (strncmp(text, word.data, word.length) == 0 && text[word.length] == '\0')
			return table->rows + (table->slots[at].row - 1u) * table->row_size;
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

/* they’ll, he’d, we’re, didn’t: the classes of what stands before the apostrophe, with the mark of a verb in
 * it. */
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
	const struct word_row *row;
	uint64_t classes;

	if (!may_be_known(lexicon, low) && str_find_char(low, '\'', 0) == STR_NPOS)
		return 0;
	row = find_row(lexicon, TABLE_WORDS, low);
	classes = row ? row->classes : 0;
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

uint64_t lexicon_classes(struct lexicon *lexicon, struct str word, bool is_capital)
{
	uint32_t hash = hash_word(word) ^ (uint32_t)is_capital;
	struct memo *memo = &lexicon->memos[hash >> 16 & (MEMO_SLOTS - 1)];

	if (word.length == 0 || word.length > WORD_BYTES_MOST)
		return 0;
	if (word.length > MEMO_BYTES)
		return look_up(lexicon, word, is_capital);
	if (memo->hash != hash || memo->length != word.length ||
		!same_bytes(memo->word, word.data, word.length)) {
		*memo = (struct memo){.hash = hash, .length = (uint8_t)word.length};
		memcpy(memo->word, word.data, word.length);
		memo->classes = look_up(lexicon, word, is_capital);
	}
	return memo->classes;
}

size_t lexicon_longest(struct lexicon *lexicon, struct str text, size_t most)
{
	size_t length = most < text.length ? most : text.length;

	if (!may_be_known(lexicon, text))
		return 0;
	for (; length > 0; length--)
		if (utf8_is_boundary(text, length) &&
			find_row(lexicon, TABLE_WORDS, str_slice(text, 0, length)))
			return length;
	return 0;
}
