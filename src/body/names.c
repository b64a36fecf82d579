#include "body/names.h"
#include "body/outline.h"
#include "dateline/base/utf8.h"

#define NAMES_MOST 12

/* Words before the name. */
static const char *const openers[] = {
	"text & fotos", "text und fotos", "text & foto", "text und foto", "text und bilder", "written by",
	"posted by", "published by", "reported by", "story by", "article by", "words by", "text by", "by",
	"von", "par", "por", "di", "da", "door", "af", "av", "przez", "autor", "autorin", "autoren",
	"author", "authors", "auteur", "autore", "автор", "text", "ein beitrag von", "ein artikel von",
	"geschrieben von", "verfasst von", "veröffentlicht von", "eingestellt von", "gespeichert von",
	"erstellt von", "publié par", "escrito por", "publicado por", "zeige alle beiträge von",
	"alle beiträge von", "alle artikel von", "artikel von", "beitrag von", "beitragvon",
	"mehr artikel von", "show all articles of", "pressemitteilung von", "view all posts by", "posts by",
	"view more posts by", "more by", "more from", "recipe by", "rezept von", "über", "about", "author:",
	"autor:", "submitted by", "review by", "foto:", "auteur(s) :", "words:",
};

/* What parts one name from the next. */
static const struct str joints[] = {
	STR_INIT(" and "), STR_INIT(" und "), STR_INIT(" et "), STR_INIT(" y "), STR_INIT(" & "),
	STR_INIT(", "), STR_INIT(" e "), STR_INIT(" en "), STR_INIT(" och "), STR_INIT(" og "),
	STR_INIT(" i "), STR_INIT("; "), STR_INIT(" / "), STR_INIT(" | "), STR_INIT(" with "),
	STR_INIT(" mit "), STR_INIT(","), STR_INIT("、"),
};

/* What ends the names: what follows is a role, a date, a place. */
static const struct str enders[] = {
	STR_INIT(" | "), STR_INIT("•"), STR_INIT(" · "), STR_INIT(" – "), STR_INIT(" — "), STR_INIT(" - "),
	STR_INIT("("), STR_INIT(" on "), STR_INIT(" am "), STR_INIT(" at "), STR_INIT(" for "),
	STR_INIT(" in "), STR_INIT(" vom "), STR_INIT(" veröffentlicht"), STR_INIT(" published"),
	STR_INIT(" updated"), STR_INIT(" posted"), STR_INIT("\t"), STR_INIT(" // "), STR_INIT("→"),
	STR_INIT("»"), STR_INIT(" ©"), STR_INIT(" @"), STR_INIT(" um "), STR_INIT(" sagt"),
	STR_INIT(" says"), STR_INIT(" Stand"), STR_INIT(" Datum"), STR_INIT(" said"), STR_INIT(" schrieb"),
	STR_INIT(" /"), STR_INIT(" follow"), STR_INIT("["),
};

/* Names that are none: who puts the page up, not who wrote it. */
static const char *const nobodies[] = {
	"admin", "administrator", "staff", "editor", "editors", "webmaster", "root", "user", "gast",
	"guest", "anonymous", "unknown", "none", "null", "author", "site", "news", "web", "team", "default",
	"redacción", "redacao", "contributor", "advertisement", "the editors", "online redaktion", "more",
	"share", "wordpress", "super user", "writer", "correspondent", "editorial", "reporter",
	"about the author", "publisher", "name", "name *", "follow", "mehr", "mehr erfahren", "facebook",
	"twitter", "youtube", "linkedin", "instagram", "xing", "rss", "email", "e-mail", "kommentare",
	"datum", "artikel", "alle artikel", "freier autor", "veröffentlicht", "veröffentlicht am", "quelle",
	"home", "author archives", "the author", "autoren", "autor", "autorin", "profil", "profile",
	"website", "kontakt", "contact", "by", "von", "por", "par", "redakteur", "redakteurin",
	"please enter your name here", "equipe de rédaction", "agencies", "agenturen", "no author",
	"uncategorized", "stand", "pexels", "office", "unbekannter nutzer", "über", "about", "auteur",
	"auteurs", "am", "um", "on", "at", "cc by", "beitrag", "artikel", "recherche", "unternehmen",
};

struct str names_skip_opener(struct str text)
{
	for (size_t i = 0; i < COUNT_OF(openers); i++) {
		struct str opener = str_from(openers[i]), rest;

		if (!str_starts_with_nocase(text, opener))
			continue;
		rest = str_from_offset(text, opener.length);
		if (rest.length && (rest.data[0] == ' ' || rest.data[0] == ':'))
			return names_skip_opener(
				str_trim(rest.data[0] == ':' ? str_from_offset(rest, 1) : rest));
	}
	return text.length && text.data[0] == ':' ? str_trim(str_from_offset(text, 1)) : text;
}

struct str names_cut_role(struct str text)
{
	size_t end = text.length;

	for (size_t i = 0; i < COUNT_OF(enders); i++) {
		size_t at = str_find_nocase(text, enders[i], 0);

		if (at != STR_NPOS && at > 0 && at < end)
			end = at;
	}
	return str_trim(str_slice(text, 0, end));
}

/* "Anna Muster 26. Januar 2022": a number begins what is no name. */
struct str names_cut_number(struct str text)
{
	for (size_t i = 1; i < text.length; i++)
		if (ascii_is_digit(text.data[i]) && text.data[i - 1] == ' ')
			return str_trim(str_slice(text, 0, i));
	return text;
}

static bool is_nobody(struct str name)
{
	for (size_t i = 0; i < COUNT_OF(nobodies); i++)
		if (str_equal_nocase(name, str_from(nobodies[i])))
			return true;
	return false;
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

	if (name.length < 2 || name.length > NAME_MOST || name.data[0] == '(' || name.data[0] == '&' ||
		(ascii_is_digit(name.data[0]) && str_find_char(name, ' ', 0) != STR_NPOS) ||
		is_nobody(name) || names_count_words(name) > 8)
		return false;
	if (str_find(name, STR("://"), 0) != STR_NPOS || str_starts_with(name, STR("@")) ||
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

/* "Anna Muster/dpa": the agency is no part of the name. */
static struct str cut_agency(struct str name)
{
	size_t at = str_find_last_char(name, '/');

	if (at == STR_NPOS || names_count_words(str_slice(name, 0, at)) < 2 || name.length - at > 8 ||
		at + 1 >= name.length || !(name.data[at + 1] >= 'A' && name.data[at + 1] <= 'Z'))
		return name;
	return str_trim(str_slice(name, 0, at));
}

static void add_name(struct str name, struct arena *arena, struct str_list *names)
{
	name = cut_agency(names_skip_opener(str_trim(name)));
	while (name.length && (name.data[name.length - 1] == ',' || name.data[name.length - 1] == ':' ||
	                       name.data[name.length - 1] == ';'))
		name = str_trim(str_slice(name, 0, name.length - 1));
	if (str_starts_with_nocase(name, STR("show all")) || str_starts_with_nocase(name, STR("view all")) ||
		(names_count_words(name) > 1 && name.data[0] >= 'a' && name.data[0] <= 'z' &&
			str_find_char(name, '-', 0) == STR_NPOS))
		return;
	if (names_is_plausible(name) && names->count < NAMES_MOST && !is_listed(names, name, arena))
		*LIST_PUSH(arena, names) = name;
}

void names_split(struct str text, struct arena *arena, struct str_list *names)
{
	text = names_cut_number(names_cut_role(names_skip_opener(utf8_collapse(arena, text))));
	while (text.length) {
		size_t end = text.length, length = 0;

		for (size_t i = 0; i < COUNT_OF(joints); i++) {
			/* in capitals too, but "John E Smith" is one man */
			size_t at = joints[i].length > 3 ? str_find_nocase(text, joints[i], 0)
			                                 : str_find(text, joints[i], 0);

			if (at < end || (at == end && joints[i].length > length && at < text.length)) {
				end = at;
				length = joints[i].length;
			}
		}
		add_name(str_slice(text, 0, end), arena, names);
		text = str_from_offset(text, end + length);
	}
}
