#include "body/signature.h"
#include "body/bywords.h"
#include "body/names.h"

#define LINE_MOST 60 /* bytes of a line that is a name and a date at most */
#define NAME_WORDS 3

/* What last lines in italics begin with that are no names. */
static const char *const not_first[] = {"the", "thank", "thanks", "happy", "merry", "frohe", "mit", "read",
	"see", "click", "das", "die", "der", "ihr", "ihre", "euer", "eure", "dein", "deine", "fin", "ende",
	"end", "to", "le", "la", "les", "el", "los", "bon", "good", "best", "viele", "liebe", "dear", "your",
	"all"};

static bool is_not_first(struct str word)
{
	for (size_t i = 0; i < COUNT_OF(not_first); i++)
		if (str_equal_nocase(word, str_from(not_first[i])))
			return true;
	return false;
}

/* "Anna Muster", "J. P. van der Berg": letters only, each word begun as names are. */
static bool is_name(struct str text, size_t least_words)
{
	size_t words = names_count_words(text);

	if (words < least_words || words > NAME_WORDS || text.length >= NAME_MOST ||
		is_not_first(str_slice(text, 0, str_find_char(text, ' ', 0))))
		return false;
	for (size_t i = 0; i < text.length; i++)
		if (!ascii_is_alpha(text.data[i]) && (unsigned char)text.data[i] < 0xc3 &&
			!strchr(" .-'", text.data[i]) && (unsigned char)text.data[i] < 0x80)
			return false;
	return names_are_capitalised(text) && names_is_plausible(text) && !bywords_are_role(text);
}

static bool is_emphasised(const struct block *block)
{
	for (size_t i = 0; i < block->spans.count; i++) {
		const struct span *span = &block->spans.items[i];

		if (span->kind == SPAN_EMPHASIS && span->start == 0 && span->end == block->text.length)
			return true;
	}
	return false;
}

/* The text in the brackets that a text ends with, behind the end of a sentence. */
static struct str last_brackets(struct str text)
{
	static const struct str ends[] = {STR_INIT("."), STR_INIT("!"), STR_INIT("?"), STR_INIT("\""),
		STR_INIT("”"), STR_INIT("“"), STR_INIT("»"), STR_INIT("«"), STR_INIT("’")};
	size_t open;

	while (text.length && (text.data[text.length - 1] == '+' || text.data[text.length - 1] == ' '))
		text.length--;
	open = str_find_last_char(text, '(');
	if (open == STR_NPOS || !str_ends_with(text, STR(")")))
		return STR_NONE;
	for (size_t i = 0; i < COUNT_OF(ends); i++)
		if (str_ends_with(str_trim(str_slice(text, 0, open)), ends[i]))
			return str_slice(text, open + 1, text.length - 1);
	return STR_NONE;
}

/* A line without the dash or brackets around it. */
static struct str bare(struct str line)
{
	static const struct str dashes[] = {STR_INIT("—"), STR_INIT("–"), STR_INIT("-"), STR_INIT("~")};

	for (size_t i = 0; i < COUNT_OF(dashes); i++)
		if (str_starts_with(line, dashes[i]))
			return str_trim(str_from_offset(line, dashes[i].length));
	if (str_starts_with(line, STR("(")) && str_ends_with(line, STR(")")))
		return str_slice(line, 1, line.length - 1);
	return line;
}

static struct str signature_of(const struct block *block)
{
	struct str name = last_brackets(block->text), line = names_cut_number(block->text);

	if (is_name(name, 2))
		return name;
	name = bare(line);
	if (block->text.length <= LINE_MOST && is_name(name, 2) &&
		(name.length < block->text.length || is_emphasised(block)))
		return name;
	return STR_NONE;
}

struct str signature_find(const struct article *article)
{
	for (size_t i = article->blocks.count; i-- > 0;) {
		const struct block *block = &article->blocks.items[i];

		if (block->kind == BLOCK_PARAGRAPH)
			return signature_of(block);
		if (block->kind != BLOCK_IMAGE && block->kind != BLOCK_RELATED && block->kind != BLOCK_RULE)
			break;
	}
	return STR_NONE;
}
