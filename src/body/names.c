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
	"mehr artikel von", "mehr von", "show all articles of", "pressemitteilung von", "view all posts by", "posts by",
	"view more posts by", "more by", "more from", "recipe by", "rezept von", "über", "about", "author:",
	"autor:", "submitted by", "review by", "auteur(s) :", "words:",
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
	STR_INIT(" /"), STR_INIT(" follow"), STR_INIT("["), STR_INIT(" photos:"), STR_INIT(" photo:"),
	STR_INIT(" fotos:"), STR_INIT(" foto:"), STR_INIT(" bilder:"), STR_INIT(" illustration:"),
};

/* Joints between two people that also stand inside the name of one office: "Ministry of Trade and Labour". */
static bool may_join_words(struct str joint)
{
	return joint.data[0] == ' ' && joint.data[1] != '/' && joint.data[1] != '|';
}

/* What a piece behind the first name begins or ends with when it is what somebody does, folded. */
static const char *const roles[] = {
	"editor", "reporter", "correspondent", "correspondents", "reporters", "writer", "journalist",
	"journalistin", "redakteur", "redakteurin", "korrespondent", "korrespondentin", "ceo", "cto", "cfo",
	"founder", "director", "manager", "architekt", "architektin", "fotograf", "fotografin",
	"photographer", "sprecher", "sprecherin", "leiter", "leiterin", "autor", "autorin", "author",
	"columnist", "producer",
};

/* What names of pictures, licences and switches begin with, where a name was expected. */
static const char *const not_beginnings[] = {
	"foto ", "fotos ", "foto:", "fotos:", "photo ", "photos ", "photo:", "photos:", "bild ", "bilder ",
	"bild:", "image ", "image:", "images ", "grafik ", "illustration ", "picture ", "creative commons",
	"cc by", "cc-by", "show all", "view all", "show ", "see all",
};

/* Names that are none: who puts the page up, not who wrote it. */
static const char *const nobodies[] = {
	"admin", "administrator", "staff", "editor", "editors", "webmaster", "root", "user", "gast",
	"guest", "anonymous", "anonyme", "anonym", "anónimo", "anonimo", "anônimo", "unknown", "none", "null",
	"author", "site", "news", "web", "team", "default",
	"redacción", "redacao", "contributor", "advertisement", "the editors", "online redaktion", "more",
	"share", "wordpress", "super user", "writer", "correspondent", "editorial", "reporter",
	"about the author", "publisher", "name", "name *", "follow", "mehr", "mehr erfahren", "facebook",
	"twitter", "youtube", "linkedin", "instagram", "xing", "rss", "email", "e-mail", "kommentare",
	"datum", "artikel", "alle artikel", "freier autor", "veröffentlicht", "veröffentlicht am", "quelle",
	"home", "author archives", "the author", "autoren", "autor", "autorin", "profil", "profile",
	"website", "kontakt", "contact", "by", "von", "por", "par", "redakteur", "redakteurin",
	"please enter your name here", "equipe de rédaction", "agencies", "agenturen", "no author",
	"uncategorized", "stand", "pexels", "office", "unbekannter nutzer", "benutzername", "user name",
	"sponsored", "sponsored content", "gesponserte inhalte", "anzeige", "werbung", "advertorial",
	"privacy settings", "login", "log in", "logout", "log out", "sign in", "sign up", "register", "anmelden",
	"registrieren", "einloggen", "ausloggen", "my account", "mein konto", "passwort vergessen", "über", "about",
	"auteur", "auteurs", "am", "um", "on", "at", "beitrag", "artikel", "recherche", "unternehmen",
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

bool names_are_awaited(struct str line)
{
	struct str marked = line;

	if (str_ends_with(marked, STR(":")))
		marked = str_trim(str_slice(marked, 0, marked.length - 1));
	for (size_t i = 0; i < COUNT_OF(openers); i++)
		if (str_equal_nocase(marked, str_from(openers[i])))
			return true;
	return false;
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

static bool is_nobody(struct str name)
{
	for (size_t i = 0; i < COUNT_OF(nobodies); i++)
		if (str_equal_nocase(name, str_from(nobodies[i])))
			return true;
	for (size_t i = 0; i < COUNT_OF(not_beginnings); i++)
		if (str_starts_with_nocase(name, str_from(not_beginnings[i])))
			return true;
	return false;
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

	if (name.length < 2 || name.length > NAME_MOST || (name.length < 5 && str_ends_with(name, STR("."))) || name.data[0] == '(' || name.data[0] == '&' ||
		(ascii_is_digit(name.data[0]) && str_find_char(name, ' ', 0) != STR_NPOS) ||
		is_nobody(name) || has_half_bracket(name) || names_count_words(name) > 8)
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

/* "Anna Muster/dpa": the agency is no part of the name. */
static struct str cut_agency(struct str name)
{
	size_t at = str_find_last_char(name, '/');

	if (at == STR_NPOS || names_count_words(str_slice(name, 0, at)) < 2 || name.length - at > 8 ||
		at + 1 >= name.length || !(name.data[at + 1] >= 'A' && name.data[at + 1] <= 'Z'))
		return name;
	return str_trim(str_slice(name, 0, at));
}

static bool is_role(struct str text)
{
	struct str word;

	while (str_next(&text, ' ', &word))
		for (size_t i = 0; i < COUNT_OF(roles); i++) {
			struct str role = str_from(roles[i]);

			if (word.length >= role.length &&
				str_equal_nocase(str_from_offset(word, word.length - role.length), role))
				return true;
		}
	return false;
}

/* Whether a piece behind a first name is what that person does, or where: "Anna Muster, editor, Berlin". */
static bool is_apposition(const struct str_list *names, size_t first, struct str piece)
{
	return names->count > first && names_count_words(names->items[first]) > 1 &&
	       (is_role(piece) || names_count_words(piece) < 2);
}

static void add_name(struct str name, struct arena *arena, struct str_list *names)
{
	name = cut_agency(names_skip_opener(str_trim(name)));
	while (name.length && (name.data[name.length - 1] == ',' || name.data[name.length - 1] == ':' ||
	                       name.data[name.length - 1] == ';'))
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
	bool is_behind_comma = false;

	text = names_cut_number(names_cut_role(names_skip_opener(utf8_collapse(arena, text))));
	while (text.length) {
		struct str joint, piece;
		size_t end = find_joint(text, 0, &joint);

		while (joint.length && !parts_people(str_slice(text, 0, end), joint,
					       str_from_offset(text, end + joint.length)))
			end = find_joint(text, end + joint.length, &joint);
		piece = str_slice(text, 0, end);
		if (!is_behind_comma || !is_apposition(names, first, str_trim(piece)))
			add_name(piece, arena, names);
		is_behind_comma = joint.length && joint.data[0] == ',';
		text = str_from_offset(text, end + joint.length);
	}
}
