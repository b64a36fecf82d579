#include "body/names.h"
#include "body/bywords.h"
#include "body/outline.h"
#include "dateline/base/utf8.h"

#define NAMES_MOST 12

/* What parts one name from the next. */
static const struct str joints[] = {
	STR_INIT(" and "), STR_INIT(" und "), STR_INIT(" et "), STR_INIT(" y "), STR_INIT(" & "),
	STR_INIT(", "), STR_INIT(" e "), STR_INIT(" en "), STR_INIT(" och "), STR_INIT(" og "),
	STR_INIT(" i "), STR_INIT("; "), STR_INIT(" / "), STR_INIT(" | "), STR_INIT(" with "),
	STR_INIT(" mit "), STR_INIT(","), STR_INIT("、"),
};

/* Joints between two people that also stand inside the name of one office: "Ministry of Trade and Labour". */
static bool may_join_words(struct str joint)
{
	return joint.data[0] == ' ' && joint.data[1] != '/' && joint.data[1] != '|';
}

/* "90/The Greens" is a part of a name, "9/11" is not. */
static bool is_number_in_name(struct str text)
{
	size_t i = 0;

	while (i < text.length && ascii_is_digit(text.data[i]))
		i++;
	return i + 1 < text.length && text.data[i] == '/' && ascii_is_alpha(text.data[i + 1]);
}

/* "Anna Muster 26. Januar 2022": a number begins what is no name. */
struct str names_cut_number(struct str text)
{
	for (size_t i = 1; i < text.length; i++)
		if (ascii_is_digit(text.data[i]) && text.data[i - 1] == ' ' &&
			!is_number_in_name(str_from_offset(text, i)))
			return str_trim(str_slice(text, 0, i));
	return text;
}

/* A bracket that closes and was never opened: the end of a caption's credit. */
static bool has_half_bracket(struct str name)
{
	size_t close = str_find_char(name, ')', 0);

	return close != STR_NPOS && str_find_char(str_slice(name, 0, close), '(', 0) == STR_NPOS;
}

size_t names_count_words(struct str text)
{
	size_t words = 0;

	for (size_t i = 0; i < text.length; i++)
		words += text.data[i] != ' ' && (i == 0 || text.data[i - 1] == ' ');
	return words;
}

bool names_is_plausible(struct str name)
{
	size_t digits = 0;

	if (name.length < 2 || name.length > NAME_MOST || (name.length < 5 && str_ends_with(name, STR("."))) ||
		name.data[0] == '(' || name.data[0] == '&' ||
		(ascii_is_digit(name.data[0]) && str_find_char(name, ' ', 0) != STR_NPOS) ||
		bywords_are_nobody(name) || has_half_bracket(name) || names_count_words(name) > 8)
		return false;
	if (str_find(name, STR("://"), 0) != STR_NPOS || str_find(name, STR(": "), 0) != STR_NPOS ||
		str_find(name, STR("www."), 0) != STR_NPOS || str_find_char(name, '@', 0) != STR_NPOS)
		return false;
	for (size_t i = 0; i < name.length; i++)
		digits += ascii_is_digit(name.data[i]);
	if (str_find_char(name, ' ', 0) == STR_NPOS && str_find_char(name, ':', 0) == STR_NPOS)
		return digits < name.length &&
		       (ascii_is_alpha(name.data[0]) || (unsigned char)name.data[0] >= 0x80);
	return digits * 2 < name.length && name.data[name.length - 1] != '?';
}

/* Whether a word begins with a small letter of the Latin script. */
static bool is_lower(struct str word)
{
	if (word.data[0] == '\xc3' && word.length > 1)
		return (unsigned char)word.data[1] >= 0xa0;
	return word.data[0] >= 'a' && word.data[0] <= 'z';
}

/* Whether each word begins as names do: "Anna van der Muster". */
bool names_are_capitalised(struct str name)
{
	static const char *const particles[] = {"von", "van", "de", "der", "den", "la", "le", "di", "da",
		"dos", "bin", "al", "del", "du", "ten", "zu", "und", "and", "y", "et", "e", "i"};
	struct str word;

	while (str_next(&name, ' ', &word)) {
		bool is_particle = word.length == 0 || word.data[0] == '&';

		for (size_t i = 0; i < COUNT_OF(particles); i++)
			is_particle |= str_equal(word, str_from(particles[i]));
		if (!is_particle && is_lower(word))
			return false;
	}
	return true;
}

static bool is_listed(const struct str_list *names, struct str name, struct arena *arena)
{
	for (size_t i = 0; i < names->count; i++)
		if (str_equal(outline_key(names->items[i], arena), outline_key(name, arena)))
			return true;
	return false;
}

/* Whether a piece behind a first name is what that person does, or where: "Anna Muster, editor, Berlin". */
static bool is_apposition(const struct str_list *names, size_t first, struct str piece)
{
	return names->count > first && names_count_words(names->items[first]) > 1 &&
	       (bywords_are_role(piece) || bywords_are_agency(piece) || names_count_words(piece) < 2);
}

static void add_name(struct str name, struct arena *arena, struct str_list *names)
{
	name = str_trim(name);
	if (bywords_are_aside(name))
		return;
	name = bywords_cut_agency(bywords_cut_role(bywords_skip_opener(name)));
	while (name.length && strchr(",:;|", name.data[name.length - 1]))
		name = str_trim(str_slice(name, 0, name.length - 1));
	if (names_count_words(name) > 1 && name.data[0] >= 'a' && name.data[0] <= 'z' &&
		str_find_char(name, '-', 0) == STR_NPOS)
		return;
	if (names_is_plausible(name) && names->count < NAMES_MOST && !is_listed(names, name, arena))
		*LIST_PUSH(arena, names) = name;
}

/* The first joint at or behind `from`: its offset, or the end of the text. */
static size_t find_joint(struct str text, size_t from, struct str *joint)
{
	size_t end = text.length;

	*joint = STR("");
	for (size_t i = 0; i < COUNT_OF(joints); i++) {
		/* in capitals too, but "John E Smith" is one man */
		size_t at = joints[i].length > 3 ? str_find_nocase(text, joints[i], from)
		                                 : str_find(text, joints[i], from);

		if (at < end || (at == end && joints[i].length > joint->length && at < text.length)) {
			end = at;
			*joint = joints[i];
		}
	}
	return end;
}

/* Whether a joint parts two people, and no words of one name: "Garten- und Landschaftsbau", "Mac & i". */
static bool parts_people(struct str left, struct str joint, struct str right)
{
	if (!may_join_words(joint))
		return true;
	return !str_ends_with(left, STR("-")) && right.length && !is_lower(right) &&
	       (is_lower(left) || names_are_capitalised(left));
}

void names_split(struct str text, struct arena *arena, struct str_list *names)
{
	size_t first = names->count;
	bool is_behind_comma = false, is_aside = false;

	text = names_cut_number(bywords_cut(bywords_skip_opener(utf8_collapse(arena, text))));
	while (text.length) {
		struct str joint, piece;
		size_t end = find_joint(text, 0, &joint);

		while (joint.length && !parts_people(str_slice(text, 0, end), joint,
					       str_from_offset(text, end + joint.length)))
			end = find_joint(text, end + joint.length, &joint);
		piece = str_slice(text, 0, end);
		if (!is_behind_comma || !(is_aside || is_apposition(names, first, str_trim(piece))))
			add_name(piece, arena, names);
		is_aside = bywords_are_aside(str_trim(piece));
		is_behind_comma = joint.length && joint.data[0] == ',';
		text = str_from_offset(text, end + joint.length);
	}
}
