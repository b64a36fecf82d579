#include "quote/lexicon.h"

#include "dateline/base/utf8.h"
#include "quote/given_names.h"
#include "quote/language.h"

#include <string.h>

#define COMPOUND_PART_LEAST 4                 /* bytes */
#define FORM_BYTES_MOST (2 * WORD_BYTES_MOST) /* a letter in lower case may take more bytes */
#define IDEOGRAPH_BYTES 3
#define BEGINNING_BITS 11

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
	struct glance glance;
	uint64_t *lengths; /* bit n: a word of n bytes whose first ideograph hashes so is in the table */
	size_t abbreviation_most; /* of the longest abbreviation, its stop included */
	struct lexicon *next;     /* of another language, in the same memory */
};

/* The hash of a word is made byte by byte, so that those of its beginnings come with it; `place` spreads it.
 */
static uint32_t hash_more(uint32_t hash, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		hash = hash * 31 + (unsigned char)bytes[i];
	return hash;
}

static uint32_t spread(uint32_t hash)
{
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
		const char *text = row_text(table, row);
		uint32_t hash = spread(hash_more(0, text, strlen(text)));
		uint32_t at = hash >> 8 & table->mask;

		while (table->slots[at].row)
			at = (at + 1) & table->mask;
		table->slots[at] = (struct table_slot){(uint16_t)(row + 1), (uint16_t)hash};
	}
}

static void add_prefix(struct lexicon *lexicon, struct str word)
{
	uint32_t bit = glance_prefix(eight_at(word, 0));

	lexicon->glance.prefixes[bit / 8] |= (uint8_t)(1u << bit % 8);
}

/* The forms of a verb that is so short that its endings begin in the first four bytes: go, goes; cry, cries;
 * note, noting. */
static void add_forms(struct lexicon *lexicon, struct str lemma)
{
	static const struct {
		size_t cut;
		bool is_doubled;
		struct str ending;
	} rules[] = {{0, false, STR_INIT("s")}, {0, false, STR_INIT("es")}, {1, false, STR_INIT("ies")},
		{0, false, STR_INIT("d")}, {0, false, STR_INIT("ed")}, {0, true, STR_INIT("ed")},
		{1, false, STR_INIT("ied")}, {0, false, STR_INIT("ing")}, {1, false, STR_INIT("ing")},
		{0, true, STR_INIT("ing")}};
	char form[PREFIX_BYTES + 4];

	for (size_t i = 0; i < COUNT_OF(rules); i++) {
		size_t length = lemma.length - rules[i].cut;

		memcpy(form, lemma.data, length);
		if (rules[i].is_doubled)
			form[length++] = lemma.data[lemma.length - 1];
		memcpy(form + length, rules[i].ending.data, rules[i].ending.length);
		add_prefix(lexicon, (struct str){form, length + rules[i].ending.length});
	}
}

/* Half of the words of a text are in no table, and a bit for each four bytes that one in a table begins with
 * tells so of nearly all of them. */
static void mark_prefixes(struct lexicon *lexicon, enum table which)
{
	const struct table_index *table = &lexicon->tables[which];

	for (size_t row = 0; row < table->count; row++) {
		struct str text = str_from(row_text(table, row));

		add_prefix(lexicon, text);
		if (which == TABLE_VERBS && text.length <= PREFIX_BYTES)
			add_forms(lexicon, text);
	}
}

/* Where words stand without blanks, one is looked for at each ideograph. */
static uint64_t *lengths_with(const struct lexicon *lexicon, struct str text)
{
	uint32_t first = (uint32_t)eight_first(eight_at(text, 0), IDEOGRAPH_BYTES);

	return &lexicon->lengths[spread(first) >> (32 - BEGINNING_BITS)];
}

static void measure_words(struct lexicon *lexicon)
{
	const struct language *language = lexicon->language;

	for (size_t row = 0; row < language->word_count; row++) {
		struct str word = str_from(language->words[row].word);
		size_t length = word.length;

		if (length <= WORD_BYTES_MOST)
			*lengths_with(lexicon, word) |= UINT64_C(1) << length;
		if ((language->words[row].classes & WORD_ABBREVIATION) && length > lexicon->abbreviation_most)
			lexicon->abbreviation_most = length;
	}
}

static struct lexicon *lexicon_create(const struct language *language, struct arena *arena)
{
	struct lexicon *lexicon = ARENA_NEW(arena, struct lexicon);
	struct table_index *tables = lexicon->tables;

	lexicon->language = language;
	lexicon->glance.memos = arena_array(arena, (size_t)1 << MEMO_BITS, sizeof *lexicon->glance.memos);
	lexicon->glance.has_compounds = language->capitalises_nouns;
	index_table(
		&tables[TABLE_WORDS], language->words, language->word_count, sizeof *language->words, arena);
	index_table(
		&tables[TABLE_VERBS], language->verbs, language->verb_count, sizeof *language->verbs, arena);
	index_table(&tables[TABLE_IRREGULARS], language->irregulars, language->irregular_count,
		sizeof *language->irregulars, arena);
	index_table(&tables[TABLE_NAMES], given_names, given_name_count, sizeof *given_names, arena);
	lexicon->glance.prefixes = arena_zalloc(arena, ((size_t)1 << PREFIX_BITS) / 8);
	for (size_t table = 0; table < TABLE_COUNT; table++)
		mark_prefixes(lexicon, (enum table)table);
	lexicon->lengths = arena_array(arena, (size_t)1 << BEGINNING_BITS, sizeof *lexicon->lengths);
	measure_words(lexicon);
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

/* A word in lower case, with the hash of each of its beginnings: what is looked up is one of them, with
 * another ending or without. */
struct form {
	char text[FORM_BYTES_MOST];
	uint32_t hashes[FORM_BYTES_MOST + 1];
	size_t length;
};

static bool is_text(const char *text, const struct form *form, size_t length, struct str ending)
{
	return strncmp(text, form->text, length) == 0 &&
	       strncmp(text + length, ending.data, ending.length) == 0 &&
	       text[length + ending.length] == '\0';
}

/* The row of the first `length` bytes of the form with `ending` after them, or NULL. */
static const void *find_row(const struct lexicon *lexicon, enum table which, const struct form *form,
	size_t length, struct str ending)
{
	const struct table_index *table = &lexicon->tables[which];
	uint32_t hash = spread(hash_more(form->hashes[length], ending.data, ending.length));

	for (uint32_t at = hash >> 8 & table->mask; table->slots[at].row; at = (at + 1) & table->mask) {
		size_t row = table->slots[at].row - 1u;

		if (table->slots[at].mark == (uint16_t)hash &&
			is_text(row_text(table, row), form, length, ending))
			return table->rows + row * table->row_size;
	}
	return NULL;
}

static uint64_t frames_of(
	const struct lexicon *lexicon, const struct form *form, size_t length, struct str ending)
{
	const struct verb_row *row = find_row(lexicon, TABLE_VERBS, form, length, ending);

	return row ? row->frames : 0;
}

static inline void add_byte(struct form *form, char c)
{
	form->text[form->length] = c;
	form->hashes[form->length + 1] = hash_more(form->hashes[form->length], &c, 1);
	form->length++;
}

static void add_bytes(struct form *form, struct str bytes)
{
	for (size_t i = 0; i < bytes.length; i++)
		add_byte(form, bytes.data[i]);
}

/* Cuts `cut` bytes off the end of the form, adds `ending`, and looks that lemma up. */
static uint64_t stem(
	const struct lexicon *lexicon, const struct form *form, size_t cut, struct str ending, uint64_t mark)
{
	uint64_t frames;

	if (form->length < cut + 2)
		return 0;
	frames = frames_of(lexicon, form, form->length - cut, ending);
	return frames ? frames | mark : 0;
}

static uint64_t stem_doubled(
	const struct lexicon *lexicon, const struct form *form, size_t cut, uint64_t mark)
{
	const char *end = form->text + form->length - cut;

	if (form->length < cut + 3 || end[-1] != end[-2])
		return 0;
	return stem(lexicon, form, cut + 1, STR(""), mark);
}

static uint64_t irregular(const struct lexicon *lexicon, const struct form *form)
{
	const struct irregular_row *row = find_row(lexicon, TABLE_IRREGULARS, form, form->length, STR(""));
	struct form lemma;
	uint64_t frames;

	if (row == NULL)
		return 0;
	lemma.length = lemma.hashes[0] = 0;
	add_bytes(&lemma, str_from(row->lemma));
	frames = frames_of(lexicon, &lemma, lemma.length, STR(""));
	return frames ? frames | FORM_PAST : 0;
}

static bool form_ends_with(const struct form *form, struct str ending)
{
	return str_ends_with((struct str){form->text, form->length}, ending);
}

/* English inflection: says, carries, noted, replied, quipped, noting, quipping. */
static uint64_t inflected(const struct lexicon *lexicon, const struct form *form)
{
	uint64_t found = irregular(lexicon, form);

	if (!found) {
		found = frames_of(lexicon, form, form->length, STR(""));
		found = found ? found | FORM_BASE : 0;
	}
	if (!found && form_ends_with(form, STR("s"))) {
		found = stem(lexicon, form, 1, STR(""), FORM_PRESENT);
		if (!found && form_ends_with(form, STR("es")))
			found = stem(lexicon, form, 2, STR(""), FORM_PRESENT);
		if (!found && form_ends_with(form, STR("ies")))
			found = stem(lexicon, form, 3, STR("y"), FORM_PRESENT);
	}
	if (!found && form_ends_with(form, STR("ed"))) {
		found = stem(lexicon, form, 1, STR(""), FORM_PAST);
		found = found ? found : stem(lexicon, form, 2, STR(""), FORM_PAST);
		if (!found && form_ends_with(form, STR("ied")))
			found = stem(lexicon, form, 3, STR("y"), FORM_PAST);
		found = found ? found : stem_doubled(lexicon, form, 2, FORM_PAST);
	}
	if (!found && form_ends_with(form, STR("ing"))) {
		found = stem(lexicon, form, 3, STR(""), FORM_PARTICIPLE);
		found = found ? found : stem(lexicon, form, 3, STR("e"), FORM_PARTICIPLE);
		found = found ? found : stem_doubled(lexicon, form, 3, FORM_PARTICIPLE);
	}
	return found;
}

/* The lower case of a letter of the Latin, Greek and Cyrillic blocks that news is written in. */
static uint32_t lower(uint32_t c)
{
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

static void read_form(struct str word, struct form *form)
{
	form->length = form->hashes[0] = 0;
	for (size_t i = 0, taken = 1; i < word.length; i += taken) {
		char bytes[4];
		uint32_t c = (unsigned char)word.data[i];

		taken = 1;
		if (c < 0x80) {
			add_byte(form, ascii_lower(word.data[i]));
			continue;
		}
		c = lower(utf8_decode(word, i, &taken));
		add_bytes(form, (struct str){bytes, utf8_encode(c, bytes)});
	}
}

/* they’ll, he’d, we’re, didn’t: the classes of what stands before the apostrophe, with the mark of a verb in
 * it. */
static uint64_t contracted(const struct lexicon *lexicon, const struct form *form)
{
	size_t apostrophe = str_find_last_char((struct str){form->text, form->length}, '\'');
	const struct word_row *row;

	if (apostrophe == STR_NPOS || apostrophe == 0 || form->length - apostrophe > 3)
		return 0;
	if (form->text[form->length - 1] == 's')
		return 0;
	row = find_row(lexicon, TABLE_WORDS, form, apostrophe, STR(""));
	return WORD_CONTRACTED | (row ? row->classes : 0);
}

/* Umweltministerin, Polizeipräsident: what a compound that ends in a role is. */
static uint64_t compound(const struct lexicon *lexicon, struct str word)
{
	if (!lexicon->language->capitalises_nouns)
		return 0;
	for (size_t at = COMPOUND_PART_LEAST; at + COMPOUND_PART_LEAST <= word.length; at++) {
		const struct word_row *row;
		struct form form;

		if (!utf8_is_boundary(word, at))
			continue;
		read_form(str_from_offset(word, at), &form);
		row = find_row(lexicon, TABLE_WORDS, &form, form.length, STR(""));
		if (row && (row->classes & WORD_ROLE))
			return WORD_ROLE;
	}
	return 0;
}

/* May a capital be among these bytes that glance_prefix does not take for its small letter? It does so in
 * ASCII and, as there too one bit tells them apart, behind the byte C3; from D8 on there are none but behind
 * E2. */
static bool may_have_capital(uint64_t eight)
{
	uint64_t two = eight & eight << 1 & ~(eight << 2); /* C0 to DF */
	uint64_t late = eight << 3 & eight << 4;           /* D8 to DF, of these */

	return ((two & ~late & ~eight_equal(eight, (char)0xC3)) | eight_equal(eight, (char)0xE2)) &
	       EIGHT_HIGHS;
}

/* The first bytes of a word in lower case, at least as many as its prefix has. */
static uint64_t low_beginning(struct str word)
{
	char low[PREFIX_BYTES + 4];
	size_t length = 0;

	for (size_t i = 0, taken; i < word.length && length < PREFIX_BYTES; i += taken)
		length += utf8_encode(lower(utf8_decode(word, i, &taken)), low + length);
	return eight_at((struct str){low, length}, 0);
}

/* Is an apostrophe among the last characters: they’ll, we’re? */
static bool may_be_contracted(struct str word)
{
	for (size_t i = word.length; i > 0 && word.length - i < 3; i--)
		if (word.data[i - 1] == '\'' || (unsigned char)word.data[i - 1] == 0x99)
			return true;
	return false;
}

/* False only when the word is in no table, in no form. */
static bool may_be_known(const struct lexicon *lexicon, struct str word)
{
	uint64_t eight = eight_first(eight_at(word, 0), PREFIX_BYTES);

	if (may_have_capital(eight))
		eight = low_beginning(word);
	return glance_has_prefix(&lexicon->glance, eight) ||
	       (lexicon->language->has_english_syntax && may_be_contracted(word));
}

static uint64_t look_up(const struct lexicon *lexicon, struct str word, bool is_capital)
{
	struct form form;
	const struct word_row *row;
	uint64_t classes;

	if (!may_be_known(lexicon, word))
		return is_capital ? compound(lexicon, word) : 0;
	read_form(word, &form);
	row = find_row(lexicon, TABLE_WORDS, &form, form.length, STR(""));
	classes = row ? row->classes : 0;
	if (lexicon->language->verb_count)
		classes |= inflected(lexicon, &form);
	if (classes == 0 && lexicon->language->has_english_syntax)
		classes = contracted(lexicon, &form);
	if (is_capital) {
		const struct word_row *name = find_row(lexicon, TABLE_NAMES, &form, form.length, STR(""));

		classes |= name ? name->classes | WORD_GIVEN : 0;
	}
	return classes == 0 && is_capital ? compound(lexicon, word) : classes;
}

static bool is_same(const struct word_key *a, const struct word_key *b)
{
	return ((a->parts[0] ^ b->parts[0]) | (a->parts[1] ^ b->parts[1]) | (a->parts[2] ^ b->parts[2])) == 0;
}

uint64_t lexicon_classes(struct lexicon *lexicon, struct str word, bool is_capital)
{
	struct word_key key = {{0}};
	struct memo *memo;
	size_t slot;

	if (word.length == 0 || word.length > WORD_BYTES_MOST)
		return 0;
	if (!may_be_known(lexicon, word) && !(is_capital && lexicon->glance.has_compounds))
		return 0;
	if (word.length > WORD_KEY_BYTES)
		return look_up(lexicon, word, is_capital);
	for (size_t i = 0; i < word.length; i += 8)
		key.parts[i / 8] = eight_at(word, i);
	slot = glance_slot(key.parts[0] ^ key.parts[2] * 0xA0761D6478BD642Fu, key.parts[1]);
	memo = &lexicon->glance.memos[slot];
	key.parts[2] |= is_capital ? WORD_KEY_CAPITAL : 0;
	if (!is_same(&memo->key, &key))
		*memo = (struct memo){key, look_up(lexicon, word, is_capital)};
	return memo->classes;
}

const struct glance *lexicon_glance(const struct lexicon *lexicon)
{
	return &lexicon->glance;
}

bool lexicon_has_abbreviation(struct lexicon *lexicon, struct str word)
{
	return word.length <= lexicon->abbreviation_most &&
	       (lexicon_classes(lexicon, word, false) & WORD_ABBREVIATION);
}

static size_t longest_of(uint64_t lengths)
{
	return lengths ? 63 - (size_t)__builtin_clzll(lengths) : 0;
}

size_t lexicon_longest(const struct lexicon *lexicon, struct str text)
{
	uint64_t lengths = *lengths_with(lexicon, text);
	struct form form;

	if (!glance_has_prefix(&lexicon->glance, eight_at(text, 0)))
		lengths &= (UINT64_C(1) << PREFIX_BYTES) - 1; /* of one ideograph */
	if (lengths == 0)
		return 0;
	form.length = form.hashes[0] = 0;
	add_bytes(&form, str_slice(text, 0, longest_of(lengths)));
	for (size_t length; (length = longest_of(lengths)) > 0; lengths ^= UINT64_C(1) << length)
		if (length <= form.length && find_row(lexicon, TABLE_WORDS, &form, length, STR("")))
			return length;
	return 0;
}
