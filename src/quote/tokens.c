#include "quote/document.h"

#include "dateline/base/utf8.h"

#include <string.h>

/* What a character is to the tokenizer. Letters run together; everything else is a token of its own. */
enum character {
	CHARACTER_LETTER,
	CHARACTER_CAPITAL,
	CHARACTER_DIGIT,
	CHARACTER_SPACE,
	CHARACTER_JOINER, /* ' ’ - & inside a word */
	CHARACTER_IDEOGRAPH,
	CHARACTER_PUNCTUATION,
};

struct reader {
	struct document *document;
	struct passage *passage;
	struct str text;
	size_t at;
	bool after_space;
	bool in_single; /* a single mark has opened: an apostrophe after a word may close it */
};

struct glyph {
	enum character kind;
	uint32_t flags; /* of the token, for punctuation */
	size_t length;
};

size_t token_start(const struct passage *passage, const struct token *token)
{
	return (size_t)(token->data - passage->text.data);
}

struct str token_text(const struct token *token)
{
	return (struct str){token->data, token->length};
}

/* How many bytes a possessive ending takes: ’s, 's, or the apostrophe after the s of a plural. */
static size_t possessive_bytes(struct str word)
{
	size_t s = word.length > 2 && (word.data[word.length - 1] | 32) == 's';
	size_t before = word.length - s; /* where the apostrophe would end */

	if (before > 1 && word.data[before - 1] == '\'')
		return s + 1;
	if (before > 3 && (unsigned char)word.data[before - 1] == 0x99 && memcmp(word.data + before - 3, "’", 3) == 0)
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

bool token_is(const struct token *token, const char *lower_word)
{
	return str_equal_nocase(token_text(token), str_from(lower_word));
}

static bool is_capital(uint32_t c)
{
	if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F))
		return true;
	if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x460 && c <= 0x4BF))
		return (c & 1) == 0;
	return ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) && (c & 1);
}

static struct glyph ascii_glyph(unsigned char c)
{
	static const uint32_t flags[128] = {
		['.'] = TOKEN_STOP,         ['!'] = TOKEN_STOP | TOKEN_ASKS, ['?'] = TOKEN_STOP | TOKEN_ASKS,
		[','] = TOKEN_COMMA,        [':'] = TOKEN_COLON,             [';'] = TOKEN_SEMICOLON,
		['('] = TOKEN_OPEN_BRACKET, ['['] = TOKEN_OPEN_BRACKET,      [')'] = TOKEN_CLOSE_BRACKET,
		[']'] = TOKEN_CLOSE_BRACKET, ['"'] = TOKEN_MARK,             ['`'] = TOKEN_MARK,
		['\''] = TOKEN_MARK,        ['-'] = TOKEN_DASH,
	};

	if (c >= 'a' && c <= 'z')
		return (struct glyph){CHARACTER_LETTER, 0, 1};
	if (c >= 'A' && c <= 'Z')
		return (struct glyph){CHARACTER_CAPITAL, 0, 1};
	if (c <= ' ')
		return (struct glyph){CHARACTER_SPACE, 0, 1};
	if (c >= '0' && c <= '9')
		return (struct glyph){CHARACTER_DIGIT, 0, 1};
	if (c == '@' || c == '#' || c == '_' || c == '$')
		return (struct glyph){CHARACTER_LETTER, 0, 1};
	if (c == '\'' || c == '-' || c == '&')
		return (struct glyph){CHARACTER_JOINER, flags[c], 1};
	return (struct glyph){CHARACTER_PUNCTUATION, flags[c & 127], 1};
}

static struct glyph general_punctuation(uint32_t c, size_t length)
{
	switch (c) {
	case 0x2019:
		return (struct glyph){CHARACTER_JOINER, TOKEN_MARK, length};
	case 0x2018: case 0x201A: case 0x201B: case 0x201C: case 0x201D: case 0x201E: case 0x201F:
	case 0x2039: case 0x203A: case 0xAB: case 0xBB: case 0x300C: case 0x300D: case 0x300E: case 0x300F:
	case 0x301D: case 0x301E: case 0x301F: case 0xFF02:
		return (struct glyph){CHARACTER_PUNCTUATION, TOKEN_MARK, length};
	case 0x2010: case 0x2011:
		return (struct glyph){CHARACTER_JOINER, TOKEN_DASH, length};
	case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
		return (struct glyph){CHARACTER_PUNCTUATION, TOKEN_DASH, length};
	case 0x2026: case 0x3002: case 0xFF0E: case 0x06D4:
		return (struct glyph){CHARACTER_PUNCTUATION, TOKEN_STOP, length};
	case 0xFF01: case 0xFF1F: case 0x061F: case 0x203D:
		return (struct glyph){CHARACTER_PUNCTUATION, TOKEN_STOP | TOKEN_ASKS, length};
	case 0x3001: case 0xFF0C: case 0x060C:
		return (struct glyph){CHARACTER_PUNCTUATION, TOKEN_COMMA, length};
	case 0xFF1A:
		return (struct glyph){CHARACTER_PUNCTUATION, TOKEN_COLON, length};
	case 0xFF1B: case 0x061B:
		return (struct glyph){CHARACTER_PUNCTUATION, TOKEN_SEMICOLON, length};
	case 0xFF08:
		return (struct glyph){CHARACTER_PUNCTUATION, TOKEN_OPEN_BRACKET, length};
	case 0xFF09:
		return (struct glyph){CHARACTER_PUNCTUATION, TOKEN_CLOSE_BRACKET, length};
	default:
		return (struct glyph){CHARACTER_PUNCTUATION, 0, length};
	}
}

static bool is_space(uint32_t c)
{
	return c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
	       c == 0x3000 || c == 0xFEFF;
}

static bool is_ideograph(uint32_t c)
{
	return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

static struct glyph wide_glyph(struct str text, size_t at)
{
	size_t length;
	uint32_t c = utf8_decode(text, at, &length);

	if (is_space(c))
		return (struct glyph){CHARACTER_SPACE, 0, length};
	if (c == 0xAB || c == 0xBB || (c >= 0x2010 && c <= 0x205E) || (c >= 0x3000 && c <= 0x303F) ||
	    (c >= 0xFF00 && c <= 0xFF1F) || c == 0x060C || c == 0x061B || c == 0x061F || c == 0x06D4)
		return general_punctuation(c, length);
	if (c == 0xA1 || c == 0xBF || c == 0xB7 || c == 0x2022)
		return (struct glyph){CHARACTER_PUNCTUATION, 0, length};
	if (is_ideograph(c))
		return (struct glyph){CHARACTER_IDEOGRAPH, 0, length};
	return (struct glyph){is_capital(c) ? CHARACTER_CAPITAL : CHARACTER_LETTER, 0, length};
}

static struct glyph glyph_at(struct str text, size_t at)
{
	unsigned char c = (unsigned char)text.data[at];

	return c < 0x80 ? ascii_glyph(c) : wide_glyph(text, at);
}

static bool is_wordy(enum character kind)
{
	return kind <= CHARACTER_DIGIT;
}

static struct token *add_token(struct reader *reader, size_t end, uint32_t flags)
{
	struct token *token = LIST_PUSH(reader->document->scratch, &reader->document->tokens);

	token->data = reader->text.data + reader->at;
	token->length = (uint32_t)(end - reader->at);
	token->flags = flags | (reader->after_space ? TOKEN_SPACE_BEFORE : 0);
	token->span = NO_SPAN;
	token->name = NO_NAME;
	reader->at = end;
	reader->after_space = false;
	return token;
}

/* Where the run of letters ends; a joiner or a stop inside it must have a letter or digit on its other side. */
static size_t word_end(struct str text, size_t at, uint32_t *flags)
{
	bool all_capitals = true, has_digit = false, has_letter = false;

	while (at < text.length) {
		struct glyph glyph = glyph_at(text, at);

		if (!is_wordy(glyph.kind)) {
			bool joins = glyph.kind == CHARACTER_JOINER || (text.data[at] == '.' && has_digit) ||
			             (text.data[at] == ',' && has_digit);

			if (!joins || at + glyph.length >= text.length)
				break;
			if (!is_wordy(glyph_at(text, at + glyph.length).kind))
				break;
			if (text.data[at] == ',' && !ascii_is_digit(text.data[at + 1]))
				break;
		}
		all_capitals = all_capitals && glyph.kind != CHARACTER_LETTER;
		has_digit = has_digit || glyph.kind == CHARACTER_DIGIT;
		has_letter = has_letter || glyph.kind == CHARACTER_LETTER || glyph.kind == CHARACTER_CAPITAL;
		at += glyph.length;
	}
	*flags |= has_digit ? TOKEN_DIGIT : 0;
	*flags |= all_capitals && has_letter ? TOKEN_ALL_CAPITALS : 0;
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

/* l’eau, dell’acqua: the end of the part before the apostrophe, it included; 0 when there is none. */
static size_t elision_end(struct str text, size_t start, size_t end)
{
	for (size_t at = start + 1; at < end && at <= start + 6; at++) {
		if (text.data[at] == '\'' && at + 2 < end)
			return at + 1;
		if ((unsigned char)text.data[at] == 0xE2 && at + 4 < end && memcmp(text.data + at, "’", 3) == 0)
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

static void classify(struct reader *reader, struct token *token)
{
	struct str word = token_core(token);

	token->classes = lexicon_classes(reader->document->lexicon, word, token->flags & TOKEN_CAPITAL);
}

static bool is_abbreviation(struct reader *reader, size_t end)
{
	struct str word = str_slice(reader->text, reader->at, end + 1);

	return end < reader->text.length && reader->text.data[end] == '.' &&
	       (lexicon_classes(reader->document->lexicon, word, false) & WORD_ABBREVIATION);
}

/* shot back, put it: the verb becomes a cue when its particle follows. */
static void join_phrasal(struct reader *reader)
{
	const struct language *language = reader->document->language;
	size_t count = reader->document->tokens.count;
	const struct token *particle = &reader->document->tokens.items[count - 1];
	struct token *verb = count - 1 > reader->passage->first ? &reader->document->tokens.items[count - 2] : NULL;

	if (verb == NULL || !(verb->classes & WORD_PHRASAL))
		return;
	for (size_t i = 0; i < language->phrasal_count; i++)
		if (token_is(verb, language->phrasals[i].verb) && token_is(particle, language->phrasals[i].particle))
			verb->classes = (verb->classes & ~FORM_BASE) | FRAME_CLAUSE | FRAME_QUOTES |
			                (str_ends_with(token_text(verb), STR("ing")) ? FORM_PARTICIPLE : FORM_PAST);
}

/* 시장은, 고 말했다: a Korean word with a particle of the table at its end is cut before it. Gives where, or `end`. */
static size_t particle_start(const struct reader *reader, size_t end)
{
	struct str word = str_slice(reader->text, reader->at, end);
	size_t last = utf8_previous(word, word.length);
	uint64_t classes = lexicon_classes(reader->document->lexicon, str_from_offset(word, last), false);

	return last >= 6 && (classes & WORD_TOPIC) ? reader->at + last : end;
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
	classify(reader, token);
	join_phrasal(reader);
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

	return (rest.data[0] == '\'' && !str_starts_with(rest, STR("''"))) || str_starts_with(rest, STR("‘")) ||
	       str_starts_with(rest, STR("’"));
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
	if (flags & TOKEN_MARK && is_single_sign(reader))
		reader->in_single = reader->after_space;
	add_token(reader, end, flags);
}

#define IDEOGRAPH_BYTES_MOST 24

/* Chinese, Japanese: the longest word of the table, else one character. */
static void read_ideograph(struct reader *reader, size_t length)
{
	struct lexicon *lexicon = reader->document->lexicon;
	size_t known = lexicon_longest(lexicon, str_from_offset(reader->text, reader->at), IDEOGRAPH_BYTES_MOST);
	struct token *token = add_token(reader, reader->at + (known ? known : length), TOKEN_WORD);

	token->classes = known ? lexicon_classes(lexicon, token_text(token), false) : 0;
}

void document_read_tokens(struct document *document, struct passage *passage)
{
	struct reader reader = {.document = document, .passage = passage, .text = passage->text, .after_space = true};

	passage->first = (uint32_t)document->tokens.count;
	while (reader.at < reader.text.length) {
		struct glyph glyph = glyph_at(reader.text, reader.at);

		if (glyph.kind == CHARACTER_SPACE) {
			reader.at += glyph.length;
			reader.after_space = true;
		} else if (is_wordy(glyph.kind)) {
			read_word(&reader, glyph);
		} else if (glyph.kind == CHARACTER_IDEOGRAPH) {
			read_ideograph(&reader, glyph.length);
		} else {
			read_sign(&reader, glyph);
		}
	}
	passage->end = (uint32_t)document->tokens.count;
}
