#include "body/outline.h"
#include "body/inline.h"
#include "dateline/base/utf8.h"

/* What programs put before or behind a heading, to link to it or to edit it. */
static const struct str signs[] = {
	STR_INIT("[edit]"),
	STR_INIT("[edit source]"),
	STR_INIT("[ edit ]"),
	STR_INIT("[link]"),
	STR_INIT("(edit)"),
	STR_INIT("¶"),
	STR_INIT("#"),
	STR_INIT("§"),
	STR_INIT("🔗"),
	STR_INIT("⚓"),
	STR_INIT("∞"),
};

static size_t sign_behind(struct str text)
{
	for (size_t i = 0; i < COUNT_OF(signs); i++)
		if (str_ends_with(text, signs[i]))
			return signs[i].length;
	return 0;
}

static size_t sign_before(struct str text)
{
	for (size_t i = 0; i < COUNT_OF(signs); i++)
		if (str_starts_with(text, signs[i]) && text.length > signs[i].length &&
			!ascii_is_alnum(text.data[signs[i].length]))
			return signs[i].length;
	return 0;
}

static bool has_words(struct str text)
{
	for (size_t i = 0; i < text.length; i++)
		if (ascii_is_alnum(text.data[i]) || (unsigned char)text.data[i] >= 0xc3)
			return true;
	return false;
}

struct str outline_without_signs(struct str text)
{
	size_t length;

	/* "C#" is a word and no link: a sign counts only behind a blank or when it cannot be part of a
	 * word */
	while ((length = sign_behind(text)) != 0) {
		if (length == 1 && text.length > 1 && ascii_is_alnum(text.data[text.length - 2]))
			break;
		text = str_trim(str_slice(text, 0, text.length - length));
	}
	while ((length = sign_before(text)) != 0)
		text = str_trim(str_from_offset(text, length));
	return text;
}

bool outline_clean_heading(struct block *block)
{
	struct str text = outline_without_signs(block->text);
	size_t start = text.length ? (size_t)(text.data - block->text.data) : 0;

	if (text.length != block->text.length)
		block_cut(block, start, start + text.length);
	return has_words(block->text);
}

static bool is_word_byte(unsigned char c)
{
	return c >= 0x80 || ascii_is_alnum((char)c);
}

struct str outline_key(struct str text, struct arena *arena)
{
	struct str folded = utf8_fold(arena, text);
	char *key = arena_alloc(arena, folded.length);
	size_t length = 0;

	for (size_t i = 0; i < folded.length; i++)
		if (is_word_byte((unsigned char)folded.data[i]))
			key[length++] = folded.data[i];
	return (struct str){key, length};
}

static bool repeats_title(const struct block *block, struct str title, struct arena *scratch)
{
	/* longer by more than a site's name: another text */
	if (block->kind != BLOCK_HEADING || block->text.length > 2 * title.length + 40)
		return false;
	return str_equal(outline_key(block->text, scratch), outline_key(title, scratch));
}

static bool is_rule(const struct block_list *blocks, size_t i)
{
	return i < blocks->count && blocks->items[i].kind == BLOCK_RULE;
}

void outline_finish(struct article *article, struct arena *arena)
{
	struct block_list *blocks = &article->blocks;
	bool before_text = true;
	struct arena scratch = {0};
	size_t kept = 0;

	for (size_t i = 0; i < blocks->count; i++) {
		const struct block *block = &blocks->items[i];

		if (block->kind == BLOCK_RULE && (kept == 0 || is_rule(blocks, kept - 1)))
			continue;
		if (article->title.length && (before_text || block->level == 1) &&
			repeats_title(block, article->title, &scratch))
			continue;
		before_text &= block->kind == BLOCK_IMAGE || block->kind == BLOCK_HEADING;
		blocks->items[kept++] = *block;
	}
	while (kept && blocks->items[kept - 1].kind == BLOCK_RULE)
		kept--;
	blocks->count = kept;
	arena_finish(&scratch);
	article_number_sections(article, arena);
}
