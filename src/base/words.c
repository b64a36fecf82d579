#include "dateline/base/words.h"
#include "dateline/base/utf8.h"

#include <unictype.h>

enum word_class { CLASS_NONE, CLASS_LETTER, CLASS_MARK, CLASS_ALONE };

static const struct {
	uint32_t first, last;
} without_spaces[] = {
	{0x0e00, 0x0eff}, /* Thai, Lao */
	{0x1000, 0x109f}, /* Burmese */
	{0x1780, 0x17ff}, /* Khmer */
	{0x2e80, 0x2fdf}, /* Han radicals */
	{0x3005, 0x3007},
	{0x3021, 0x3029},
	{0x3040, 0x30ff}, /* Han signs, kana */
	{0x31f0, 0x31ff},
	{0x3400, 0x4dbf},
	{0x4e00, 0x9fff},
	{0xf900, 0xfaff},
	{0x1b000, 0x1b16f},
	{0x20000, 0x3ffff},
};

static bool is_without_spaces(uint32_t c)
{
	for (size_t i = 0; i < COUNT_OF(without_spaces); i++)
		if (c <= without_spaces[i].last)
			return c >= without_spaces[i].first;
	return false;
}

static enum word_class class_of(uint32_t c)
{
	if (c < 0x80)
		return ascii_is_alnum((char)c) ? CLASS_LETTER : CLASS_NONE;
	if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M))
		return CLASS_MARK;
	if (!uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N))
		return CLASS_NONE;
	return is_without_spaces(c) ? CLASS_ALONE : CLASS_LETTER;
}

static enum word_class class_at(struct str text, size_t offset, size_t *length)
{
	unsigned char c = (unsigned char)text.data[offset];

	*length = 1;
	return class_of(c < 0x80 ? c : utf8_decode(text, offset, length));
}

bool word_next(struct str text, size_t *offset, struct str *word)
{
	size_t start = *offset, end, length;
	enum word_class first = CLASS_NONE, next;

	while (start < text.length && (first = class_at(text, start, &length)) != CLASS_LETTER &&
		first != CLASS_ALONE)
		start += length;
	if (start >= text.length) {
		*offset = text.length;
		return false;
	}
	for (end = start + length; end < text.length; end += length) {
		next = class_at(text, end, &length);
		if (next != CLASS_MARK && (first == CLASS_ALONE || next != CLASS_LETTER))
			break;
	}
	*word = str_slice(text, start, end);
	*offset = end;
	return true;
}

bool word_is_any(struct str text)
{
	size_t offset = 0;
	struct str word;

	return word_next(text, &offset, &word);
}
