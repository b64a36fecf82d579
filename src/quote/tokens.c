#include "quote/document.h"

#include "dateline/base/utf8.h"
#include "quote/glyph.h"

#include <string.h>

struct reader {
	struct document *document;
	struct passage *passage;
	struct str text;
	size_t at;
	bool after_space;
	bool after_phrasal; /* the token before is a verb that a particle makes a cue */
	bool in_single;     /* a single mark has opened: an apostrophe after a word may close it */
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

bool token_is(const struct token *token, const char *lower_word)
{
	return str_equal_nocase(token_text(token), str_from(lower_word));
}

static struct token *add_token(struct reader *reader, size_t end, uint32_t flags)
{
	struct token_list *tokens = &reader->document->tokens;
	struct token *token;

	if (tokens->count == tokens->capacity)
		tokens->items = list_room(reader->document->scratch, tokens->items, tokens->count,
			&tokens->capacity, sizeof *tokens->items);
	token = &tokens->items[tokens->count++];
	token->classes = 0;

	token->data = reader->text.data + reader->at;
	token->length = (uint32_t)(end - reader->at);
	token->flags = flags | (reader->after_space ? TOKEN_SPACE_BEFORE : 0);
	token->span = NO_SPAN;
	token->name = NO_NAME;
	reader->at = end;
	reader->after_space = false;
	return token;
}

/* Where the run of letters ends; a joiner or a stop inside it must have a letter or digit on its other side.
 */
static size_t word_end(struct str text, size_t at, uint32_t *flags)
{
	bool all_capitals = true, has_digit = false, has_letter = false;

	while (at < text.length) {
		struct glyph glyph = glyph_at(text, at);

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
		if ((unsigned char)text.data[at] == 0xE2 && at + 4 < end &&
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
	struct token *verb = &reader->document->tokens.items[count - 2];

	for (size_t i = 0; i < language->phrasal_count; i++)
		if (token_is(verb, language->phrasals[i].verb) &&
			token_is(particle, language->phrasals[i].particle))
			verb->classes =
				(verb->classes & ~FORM_BASE) | FRAME_CLAUSE | FRAME_QUOTES |
				(str_ends_with(token_text(verb), STR("ing")) ? FORM_PARTICIPLE : FORM_PAST);
}

/* 시장은, 고 말했다: a Korean word with a particle of the table at its end is cut before it. Gives where, or
 * `end`. */
static size_t particle_start(const struct reader *reader, size_t end)
{
	struct str word = str_slice(reader->text, reader->at, end);
	size_t last = utf8_previous(word, word.length);
	uint64_t classes = lexicon_classes(reader->document->lexicon, str_from_offset(word, last), false);

	return last >= 6 && (classes & WORD_TOPIC) ? reader->at + last : end;
}

static bool ends_plain_word(char c)
{
	static const bool plain[128] = {[' '] = true,
		[','] = true,
		[';'] = true,
		[':'] = true,
		[')'] = true,
		['!'] = true,
		['?'] = true,
		['"'] = true};

	return (unsigned char)c < 128 && plain[(unsigned char)c];
}

/* Most words: ASCII letters with a blank or a plain sign after them. Gives their end, or 0 for all others. */
static size_t plain_word_end(struct str text, size_t at, size_t *capitals)
{
	size_t end = at;

	*capitals = 0;
	while (end < text.length && (unsigned char)((text.data[end] | 32) - 'a') < 26)
		*capitals += text.data[end++] <= 'Z';
	return end == at || (end < text.length && !ends_plain_word(text.data[end])) ? 0 : end;
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
	if (reader->after_phrasal)
		join_phrasal(reader);
	reader->after_phrasal = token->classes & WORD_PHRASAL;
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

static bool read_plain_word(struct reader *reader)
{
	size_t capitals, start = reader->at, end = plain_word_end(reader->text, start, &capitals);
	struct token *token;

	if (end == 0 || reader->document->language->script == SCRIPT_HANGUL)
		return false;
	token = add_token(reader, end, TOKEN_WORD);
	if (reader->text.data[start] <= 'Z')
		token->flags |= TOKEN_CAPITAL | (capitals == end - start ? TOKEN_ALL_CAPITALS : 0);
	token->classes =
		lexicon_classes(reader->document->lexicon, token_text(token), token->flags & TOKEN_CAPITAL);
	if (reader->after_phrasal)
		join_phrasal(reader);
	reader->after_phrasal = token->classes & WORD_PHRASAL;
	return true;
}

#define IDEOGRAPH_BYTES_MOST 24

/* Chinese, Japanese: the longest word of the table, else one character. */
static void read_ideograph(struct reader *reader, size_t length)
{
	struct lexicon *lexicon = reader->document->lexicon;
	size_t known =
		lexicon_longest(lexicon, str_from_offset(reader->text, reader->at), IDEOGRAPH_BYTES_MOST);
	struct token *token = add_token(reader, reader->at + (known ? known : length), TOKEN_WORD);

	token->classes = known ? lexicon_classes(lexicon, token_text(token), false) : 0;
}

void document_read_tokens(struct document *document, struct passage *passage)
{
	struct reader reader = {
		.document = document, .passage = passage, .text = passage->text, .after_space = true};

	passage->first = (uint32_t)document->tokens.count;
	while (reader.at < reader.text.length) {
		struct glyph glyph;

		if (reader.text.data[reader.at] == ' ') {
			reader.at++;
			reader.after_space = true;
			continue;
		}
		if (read_plain_word(&reader))
			continue;
		glyph = glyph_at(reader.text, reader.at);
		if (glyph.kind == CHARACTER_SPACE) {
			reader.at += glyph.length;
			reader.after_space = true;
		} else if (glyph_is_wordy(glyph.kind)) {
			read_word(&reader, glyph);
		} else if (glyph.kind == CHARACTER_IDEOGRAPH) {
			read_ideograph(&reader, glyph.length);
		} else {
			read_sign(&reader, glyph);
		}
	}
	passage->end = (uint32_t)document->tokens.count;
	for (uint32_t i = passage->first; i < passage->end; i++) {
		document->seen_classes |= document->tokens.items[i].classes;
		document->seen_flags |= document->tokens.items[i].flags;
	}
}
