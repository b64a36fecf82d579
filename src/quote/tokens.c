#include "quote/document.h"

#include "dateline/base/limits.h"
#include "dateline/base/sixteen.h"
#include "dateline/base/utf8.h"
#include "quote/glyph.h"

#include <string.h>

struct reader {
	struct document *document;
	struct passage *passage;
	struct str text;
	size_t at;
	const struct glance *glance;
	bool after_space;
	bool after_phrasal; /* the token before is a verb that a particle makes a cue */
	bool in_single;     /* a single mark has opened: an apostrophe after a word may close it */
};

/* How many bytes a possessive ending takes: ’s, 's, or the apostrophe after the s of a plural. */
static size_t possessive_bytes(struct str word)
{
	size_t s = word.length > 2 && (word.data[word.length - 1] | 32) == 's';
	size_t before = word.length - s; /* where the apostrophe would end */

	if (before > 1 && word.data[before - 1] == '\'')
		return s + 1;
	if (before > 3 && (unsigned char)word.data[before - 1] == 0x99 &&
		memcmp(word.data + before - 3, "’", 3) == 0)
		return s + 3;
	return 0;
}

struct str token_core(const struct token *token)
{
	struct str word = token_text(token);

	if (token->flags & TOKEN_POSSESSIVE)
		word.length -= possessive_bytes(word);
	return word;
}

static void grow(struct reader *reader)
{
	struct token_list *tokens = &reader->document->tokens;

	tokens->items = list_grow(reader->document->scratch, tokens->items, tokens->capacity,
		&tokens->capacity, sizeof *tokens->items);
}

/* Room for `count` more tokens behind those that there are. */
static inline struct token *make_room(struct reader *reader, size_t count)
{
	struct token_list *tokens = &reader->document->tokens;

	while (tokens->capacity - tokens->count < count)
		grow(reader);
	return tokens->items + tokens->count;
}

static inline struct token *add_token(struct reader *reader, size_t end, uint32_t flags)
{
	struct token *token = make_room(reader, 1);

	*token = (struct token){
		.data = reader->text.data + reader->at,
		.length = (uint32_t)(end - reader->at),
		.flags = flags | (reader->after_space ? TOKEN_SPACE_BEFORE : 0),
		.span = NO_SPAN,
		.name = NO_NAME,
	};
	reader->document->tokens.count++;
	reader->passage->seen_flags |= flags;
	reader->at = end;
	reader->after_space = false;
	return token;
}

/* Where letters end that stand one after the other; whether a small one is among them. */
static size_t letters_end(struct str text, size_t at, bool *has_small)
{
	while (at < text.length) {
		size_t length;
		uint32_t c;

		if ((unsigned char)text.data[at] < 0x80) {
			struct sixteen bytes = sixteen_at(text, at);

			length = sixteen_before(~sixteen_letters(bytes));
			if (length == 0)
				break;
			*has_small = *has_small || sixteen_small(sixteen_first(bytes, length));
		} else {
			c = utf8_decode(text, at, &length);
			if (!glyph_is_letter(c))
				break;
			*has_small = *has_small || !glyph_is_capital(c);
		}
		at += length;
	}
	return at;
}

/* Where the run of letters ends; a joiner or a stop inside it must have a letter or digit on its other side.
 */
static size_t word_end(struct str text, size_t at, uint32_t *flags)
{
	bool has_small = false, has_digit = false, has_letter = false;

	while (at < text.length) {
		size_t letters = letters_end(text, at, &has_small);
		struct glyph glyph;

		if (letters > at) {
			has_letter = true;
			at = letters;
			continue;
		}
		glyph = glyph_at(text, at);
		if (!glyph_is_wordy(glyph.kind)) {
			bool joins = glyph.kind == CHARACTER_JOINER || (text.data[at] == '.' && has_digit) ||
				     (text.data[at] == ',' && has_digit);

			if (!joins || at + glyph.length >= text.length)
				break;
			if (!glyph_is_wordy(glyph_at(text, at + glyph.length).kind))
				break;
			if (text.data[at] == ',' && !ascii_is_digit(text.data[at + 1]))
				break;
		}
		has_small = has_small || glyph.kind == CHARACTER_LETTER;
		has_digit = has_digit || glyph.kind == CHARACTER_DIGIT;
		has_letter = has_letter || glyph.kind == CHARACTER_LETTER || glyph.kind == CHARACTER_CAPITAL;
		at += glyph.length;
	}
	*flags |= has_digit ? TOKEN_DIGIT : 0;
	*flags |= has_letter && !has_small ? TOKEN_ALL_CAPITALS : 0;
	return at;
}

/* U.S., N.Y., a.m.: single letters, each with its stop. */
static size_t initials_end(struct str text, size_t at)
{
	size_t end = at;

	while (end + 1 < text.length && ascii_is_alpha(text.data[end]) && text.data[end + 1] == '.')
		end += 2;
	return end;
}

/* l’eau, dell’acqua, l’a: the end of the part before the apostrophe, it included; 0 when there is none. */
static size_t elision_end(struct str text, size_t start, size_t end)
{
	for (size_t at = start + 1; at < end && at <= start + 6; at++) {
		if (text.data[at] == '\'' && at + 1 < end)
			return at + 1;
		if ((unsigned char)text.data[at] == 0xE2 && at + 3 < end &&
			memcmp(text.data + at, "’", 3) == 0)
			return at + 3;
	}
	return 0;
}

/* the drivers’ choice: the apostrophe belongs to the word unless it may end a quotation. */
static size_t plural_possessive_end(const struct reader *reader, size_t end)
{
	struct str rest = str_from_offset(reader->text, end);
	size_t length = str_starts_with(rest, STR("'")) ? 1 : str_starts_with(rest, STR("’")) ? 3 : 0;

	if (length == 0 || reader->in_single || end == reader->at || (reader->text.data[end - 1] | 32) != 's')
		return end;
	if (end + length + 1 >= reader->text.length || reader->text.data[end + length] != ' ')
		return end;
	return ascii_is_alnum(reader->text.data[end + length + 1]) ? end + length : end;
}

static inline bool is_abbreviation(struct reader *reader, size_t end)
{
	return end < reader->text.length && reader->text.data[end] == '.' &&
	       lexicon_has_abbreviation(
		       reader->document->lexicon, str_slice(reader->text, reader->at, end + 1));
}

/* nach Angaben, palabras de: the second word names the source. English has one such pair, and in front of it
 * `in the`: in the words of X. */
static void name_source(struct reader *reader, struct token *word)
{
	const struct token *first = token_at(reader->document, reader->passage->first), *pair = word - 1;

	if (!reader->document->language->has_english_syntax)
		word->classes |= WORD_ACCORDING;
	else if (pair >= first + 2 && token_is(pair - 2, "in") &&
		 (pair[-1].classes & (WORD_DETERMINER | WORD_POSSESSIVE)))
		word[-1].classes |= WORD_ACCORDING;
}

/* shot back, put it: the verb becomes a cue when its particle follows. */
static void join_phrasal(struct reader *reader, struct token *particle)
{
	const struct language *language = reader->document->language;
	struct token *verb = particle - 1;

	for (size_t i = 0; i < language->phrasal_count; i++)
		if (token_is(verb, language->phrasals[i].verb) &&
			token_is(particle, language->phrasals[i].particle))
			verb->classes =
				(verb->classes & ~FORM_BASE) | FRAME_CLAUSE | FRAME_QUOTES |
				(str_ends_with(token_text(verb), STR("ing")) ? FORM_PARTICIPLE : FORM_PAST);
	for (size_t i = 0; i < language->source_count; i++)
		if (token_is(verb, language->sources[i].verb) &&
			token_is(particle, language->sources[i].particle))
			name_source(reader, particle);
	reader->passage->seen_classes |= verb->classes | particle->classes;
}

static inline void set_classes(struct reader *reader, struct token *token, uint64_t classes)
{
	token->classes = classes;
	reader->passage->seen_classes |= classes;
	if (reader->after_phrasal)
		join_phrasal(reader, token);
	reader->after_phrasal = token->classes & WORD_PHRASAL;
}

/* 시장은, 고 말했다, 김영희씨는: a Korean word with a particle of the table at its end is cut before it, and
 * before the title that sticks to a name. Gives where, or `end`. */
static size_t particle_start(const struct reader *reader, size_t end)
{
	struct lexicon *lexicon = reader->document->lexicon;
	struct str word = str_slice(reader->text, reader->at, end), title = STR("씨");
	size_t last = utf8_previous(word, word.length);

	if (last > 0 && (lexicon_classes(lexicon, str_from_offset(word, last), false) & WORD_TOPIC) &&
		(last >= 6 || (lexicon_classes(lexicon, str_slice(word, 0, last), false) &
				      (WORD_ROLE | WORD_PRONOUN))))
		word.length = last;
	if (word.length > 2 * title.length && str_ends_with(word, title))
		word.length -= title.length;
	return reader->at + word.length;
}

/* The flags of a sign that may stand right behind a plain word; 0 for a blank and all else. */
static inline uint32_t plain_sign(char c)
{
	const uint64_t plain = UINT64_C(1) << ',' | UINT64_C(1) << ';' | UINT64_C(1) << ':' |
			       UINT64_C(1) << ')' | UINT64_C(1) << '!' | UINT64_C(1) << '?' |
			       UINT64_C(1) << '"' | UINT64_C(1) << '.';

	return (unsigned char)c < 64 && plain >> (unsigned char)c & 1 ? ascii_glyphs[(size_t)c].flags : 0;
}

/* A word of letters alone, with a blank or a sign behind it that belongs to no word: nearly all that
 * read_plain_words leaves. False, and nothing is read, when it is not so. */
static bool read_letters(struct reader *reader, struct glyph first)
{
	struct str text = reader->text;
	bool has_small = false, is_capital = first.kind == CHARACTER_CAPITAL;
	size_t start = reader->at, end = letters_end(text, start, &has_small);
	char next = end < text.length ? text.data[end] : ' ';

	if (end == start || next == '.' || (next != ' ' && plain_sign(next) == 0))
		return false;
	set_classes(reader,
		add_token(reader, end,
			TOKEN_WORD | (is_capital ? TOKEN_CAPITAL : 0) | (has_small ? 0 : TOKEN_ALL_CAPITALS)),
		lexicon_classes(reader->document->lexicon, str_slice(text, start, end), is_capital));
	return true;
}

static void read_word(struct reader *reader, struct glyph first)
{
	uint32_t flags = TOKEN_WORD | (first.kind == CHARACTER_CAPITAL ? TOKEN_CAPITAL : 0);
	struct str text = reader->text;
	size_t end = initials_end(text, reader->at), elided = 0;
	struct token *token;

	if (end > reader->at && (end >= text.length || !ascii_is_alnum(text.data[end]))) {
		flags |= TOKEN_INITIAL | TOKEN_ALL_CAPITALS;
	} else {
		end = word_end(text, reader->at, &flags);
		if (reader->document->language->splits_elision)
			elided = elision_end(text, reader->at, end);
		end = elided ? elided : end;
		if (!elided && is_abbreviation(reader, end))
			end++;
		else if (!elided)
			end = plural_possessive_end(reader, end);
		if (reader->document->language->script == SCRIPT_HANGUL)
			end = particle_start(reader, end);
	}
	token = add_token(reader, end, flags);
	if (possessive_bytes(token_text(token)) && !elided)
		token->flags |= TOKEN_POSSESSIVE;
	set_classes(reader, token,
		lexicon_classes(reader->document->lexicon, token_core(token), token->flags & TOKEN_CAPITAL));
}

/* Two signs that stand for one: '' and `` and ,, as quotation marks, -- as a dash. */
static size_t doubled(struct str text, size_t at)
{
	char c = text.data[at];

	if (at + 1 < text.length && text.data[at + 1] == c && memchr("'`,<>-", c, 6))
		return at + 2;
	return 0;
}

static bool is_single_sign(const struct reader *reader)
{
	struct str rest = str_from_offset(reader->text, reader->at);

	return (rest.data[0] == '\'' && !str_starts_with(rest, STR("''"))) ||
	       str_starts_with(rest, STR("‘")) || str_starts_with(rest, STR("’"));
}

static void read_sign(struct reader *reader, struct glyph glyph)
{
	size_t end = doubled(reader->text, reader->at);
	uint32_t flags = glyph.flags;

	if (end)
		flags = reader->text.data[reader->at] == '-' ? TOKEN_DASH : TOKEN_MARK;
	else
		end = reader->at + glyph.length;
	if (flags & TOKEN_STOP)
		while (end < reader->text.length && memchr(".!?", reader->text.data[end], 3)) {
			flags |= reader->text.data[end] == '.' ? 0 : TOKEN_ASKS;
			end++;
		}
	if (reader->text.data[reader->at] == '-' && end < reader->text.length && !reader->after_space &&
		ascii_is_alnum(reader->text.data[end]))
		flags &= ~TOKEN_DASH; /* D.C.-based */
	if (flags & TOKEN_MARK && is_single_sign(reader))
		reader->in_single = reader->after_space;
	add_token(reader, end, flags);
	reader->after_phrasal = false;
}

/* With the stop behind it: an abbreviation of the table or U.S. */
static bool may_be_abbreviation(const struct reader *reader, const char *word, size_t length)
{
	return length == 1 || glance_has_prefix(reader->glance, eight_at((struct str){word, length + 1}, 0));
}

/* A word of ASCII letters, and the byte behind it; a blank at the end of the text. */
struct plain_word {
	struct sixteen bytes; /* zeroes behind its letters */
	size_t length;
	char next;
};

/* False when no letter stands there, or more than PLAIN_WORD_BYTES. */
static inline bool plain_word_at(const char *at, const char *end, struct plain_word *word)
{
	size_t left = (size_t)(end - at);
	struct sixteen bytes = left >= 16 ? sixteen_load(at) : sixteen_at((struct str){at, left}, 0);

	word->length = sixteen_before(~sixteen_letters(bytes));
	if (word->length - 1 >= PLAIN_WORD_BYTES)
		return false;
	word->bytes = sixteen_first(bytes, word->length);
	word->next = left >= 16 || word->length < left ? at[word->length] : ' ';
	return true;
}

#define PLAIN_TOKENS 64 /* that room is made for at once */

/* Nine words of ten are plain: at most PLAIN_WORD_BYTES ASCII letters, with a blank or a sign behind them.
 * They are read sixteen bytes at a time, with the blank and the sign, and leave nothing to be done for
 * looking them up: 115 instructions a word, where read_word takes 350. Stops before what is anything else. */
static void read_plain_words(struct reader *reader)
{
	struct token *first = make_room(reader, PLAIN_TOKENS + 2), *token = first,
		     *full = first + PLAIN_TOKENS;
	const char *at = reader->text.data + reader->at, *end = reader->text.data + reader->text.length;
	uint32_t space = reader->after_space ? TOKEN_SPACE_BEFORE : 0, seen_flags = 0;
	uint64_t seen_classes = 0;
	uint64_t phrasal = reader->after_phrasal;
	struct glance glance = *reader->glance;
	struct plain_word word;

	while (at < end && token < full && plain_word_at(at, end, &word)) {
		uint32_t small = sixteen_small(word.bytes), is_capital = ~small & 1;
		uint32_t flags = TOKEN_WORD | is_capital * TOKEN_CAPITAL | (small == 0) * TOKEN_ALL_CAPITALS;
		uint32_t sign = 0;
		uint64_t classes;

		if (word.next != ' ') {
			sign = plain_sign(word.next);
			if (sign == 0 || (word.next == '.' && may_be_abbreviation(reader, at, word.length)))
				break;
		}
		if (!glance_at_word(
			    &glance, sixteen_low(word.bytes), sixteen_top(word.bytes), is_capital, &classes))
			classes = lexicon_classes(
				reader->document->lexicon, (struct str){at, word.length}, is_capital);
		*token = (struct token){classes, at, (uint32_t)word.length, flags | space, NO_SPAN, NO_NAME};
		seen_classes |= classes;
		seen_flags |= flags;
		if (phrasal)
			join_phrasal(reader, token);
		phrasal = classes & WORD_PHRASAL;
		token++;
		at += word.length;
		space = 0;
		if (sign) {
			if (at + 1 < end && at[1] != ' ')
				break;
			*token++ = (struct token){0, at++, 1, sign, NO_SPAN, NO_NAME};
			seen_flags |= sign;
			phrasal = 0;
		}
		if (at < end) {
			at++;
			space = TOKEN_SPACE_BEFORE;
		}
	}
	reader->document->tokens.count += (size_t)(token - first);
	reader->passage->seen_classes |= seen_classes;
	reader->passage->seen_flags |= seen_flags;
	reader->at = (size_t)(at - reader->text.data);
	reader->after_space = space;
	reader->after_phrasal = phrasal;
}

/* Chinese, Japanese: the longest word of the table, else one character. */
static void read_ideograph(struct reader *reader, size_t length)
{
	struct lexicon *lexicon = reader->document->lexicon;
	size_t known = lexicon_longest(lexicon, str_from_offset(reader->text, reader->at));
	struct token *token = add_token(reader, reader->at + (known ? known : length), TOKEN_WORD);

	token->classes = known ? lexicon_classes(lexicon, token_text(token), false) : 0;
	reader->passage->seen_classes |= token->classes;
}

void document_read_tokens(struct document *document, struct passage *passage)
{
	struct reader reader = {.document = document,
		.passage = passage,
		.text = passage->text,
		.glance = lexicon_glance(document->lexicon),
		.after_space = true};

	/* in Korean text a particle may stick to any word */
	bool is_simple = document->language->script != SCRIPT_HANGUL;

	passage->first = (uint32_t)document->tokens.count;
	while (reader.at < reader.text.length && document->tokens.count < WORDS_MOST) {
		struct glyph glyph;

		if (is_simple && ascii_is_alpha(reader.text.data[reader.at])) {
			read_plain_words(&reader);
			if (reader.at == reader.text.length)
				break;
		}
		glyph = glyph_at(reader.text, reader.at);
		if (glyph.kind == CHARACTER_SPACE) {
			reader.at += glyph.length;
			reader.after_space = true;
		} else if (glyph_is_wordy(glyph.kind)) {
			if (!is_simple || !read_letters(&reader, glyph))
				read_word(&reader, glyph);
		} else if (glyph.kind == CHARACTER_IDEOGRAPH) {
			read_ideograph(&reader, glyph.length);
		} else {
			read_sign(&reader, glyph);
		}
	}
	passage->end = (uint32_t)document->tokens.count;
	document->seen_classes |= passage->seen_classes;
	document->seen_flags |= passage->seen_flags;
}
