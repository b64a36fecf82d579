#include "body/bywords.h"

#define ROLE_REACH 4   /* words of a role before the one that names it */
#define OPENER_WORDS 5 /* words before a "by" that is no part of a name */

/* Words before the name, in Latin letters without regard to case. */
static const char *const openers[] = {
	"text & fotos", "text und fotos", "text & foto", "text und foto", "text und bilder", "written by",
	"posted by", "published by", "reported by", "reporting by", "story by", "article by", "words by",
	"text by", "by", "von unserem redaktionsmitglied", "von unserer redakteurin",
	"von unserem redakteur", "von", "par", "por", "di", "da", "door", "af", "av", "przez", "napisał",
	"napisała", "autor", "autorin", "autoren", "autora", "author", "authors", "auteur", "auteurs",
	"autore", "autori", "автор", "Автор", "авторы", "Авторы", "текст:", "Текст:", "text", "tekst:",
	"tekst av", "tekst af", "teksti:", "skrevet af", "skrevet av", "skriven av", "kirjoittaja",
	"yazar", "yazan", "oleh", "penulis", "tác giả", "Συντάκτης", "szerző", "írta", "napsal", "napsala",
	"بقلم", "الكاتب", "ein beitrag von", "ein artikel von", "geschrieben von", "verfasst von",
	"veröffentlicht von", "eingestellt von", "gespeichert von", "erstellt von", "publié par",
	"écrit par", "escrito por", "publicado por", "scritto da", "pubblicato da", "geschreven door",
	"zeige alle beiträge von", "alle beiträge von", "alle artikel von", "artikel von", "beitrag von",
	"beitragvon", "mehr artikel von", "mehr von", "show all articles of", "pressemitteilung von",
	"view all posts by", "posts by", "view more posts by", "more by", "more from", "from", "recipe by",
	"rezept von", "über", "about", "author:", "autor:", "submitted by", "review by", "auteur(s) :",
	"words:", "作者", "撰文", "記者", "记者", "執筆", "著者", "筆者", "文：", "文:", "文／", "文/", "글 ", "글:", "작성자", "نویسنده", "लेखक", "লেখক", "ผู้เขียน",
};

/* Openers that need no blank behind them, in scripts without any. */
static bool is_wide(struct str opener)
{
	return (unsigned char)opener.data[0] >= 0xe3;
}

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
	STR_INIT(" last updated"), STR_INIT(" last modified"), STR_INIT(" aktualisiert"),
	STR_INIT(" mis à jour"), STR_INIT(" actualizado"), STR_INIT(" is a "), STR_INIT(" is an "),
	STR_INIT(" is the "), STR_INIT(" 's articles"), STR_INIT("（"), STR_INIT("／"), STR_INIT(" 图/"),
	STR_INIT(" 圖/"), STR_INIT(" 图："), STR_INIT(" 圖："), STR_INIT(" 攝"), STR_INIT("　"),
};

/* What a piece behind the first name begins or ends with when it is what somebody does, folded. */
static const char *const roles[] = {
	"editor", "reporter", "correspondent", "correspondents", "reporters", "writer", "journalist",
	"journalistin", "redakteur", "redakteurin", "korrespondent", "korrespondentin", "ceo", "cto",
	"cfo", "founder", "director", "manager", "architekt", "architektin", "fotograf", "fotografin",
	"photographer", "sprecher", "sprecherin", "leiter", "leiterin", "autor", "autorin", "author",
	"columnist", "producer", "contributor", "chief", "analyst", "intern", "корреспондент", "редактор",
	"журналист", "обозреватель", "journaliste", "rédacteur", "rédactrice", "redactor", "redactora",
	"periodista", "giornalista", "redacteur", "verslaggever",
};

/* What may stand before a role and belong to it, and not to the name. */
static const char *const kinds[] = {
	"senior", "lead", "staff", "deputy", "managing", "associate", "assistant", "contributing",
	"political", "politics", "national", "foreign", "international", "health", "science", "business",
	"economics", "sports", "sport", "tech", "technology", "news", "crime", "city", "education",
	"environment", "climate", "investigative", "investigations", "special", "freelance", "features",
	"digital", "executive", "media", "bureau", "capitol", "chief", "editor", "in", "arts", "culture",
	"food", "travel", "music", "film", "legal", "local", "general", "assignment", "breaking", "world",
	"junior", "former", "guest", "opinion", "data", "video", "consumer", "housing", "transport",
	"royal", "defence", "diplomatic", "security", "chef", "freie", "freier",
};

/* Who sends reports to papers, folded in ASCII: the name of an author only where no other is. */
static const char *const agencies[] = {
	"associated press", "reuters", "afp", "dpa", "ap", "bloomberg", "bbc news", "bbc", "cnn",
	"cnn business", "efe", "ansa", "pap", "apa", "sda", "keystone-sda", "ats", "tass", "interfax",
	"kyodo", "kyodo news", "jiji", "jiji press", "afp-jiji", "xinhua", "yonhap", "press association",
	"pa media", "pa", "canadian press", "australian associated press", "aap", "epd", "kna", "lusa",
	"belga", "anp", "ntb", "tt", "ritzau", "stt", "ctk", "mti", "ria", "upi", "ians", "pti", "ani",
	"europa press", "agencies", "agenturen", "agencias", "agences", "agenzie", "wire reports",
};

/* What pieces begin with that name somebody who did not write. */
static const char *const asides[] = {
	"special to", "photo", "foto", "picture", "illustration", "graphic", "video by", "videos by",
	"editing by", "edited by", "additional reporting", "medically reviewed", "reviewed by",
	"fact checked", "translated by", "translation by", "übersetzt", "compiled by", "with additional",
	"responsible editor", "責任編輯", "责任编辑", "編輯", "编辑", "redigiert von", "produced by", "interview by",
	"bearbeitet von",
};

/* What names of pictures, licences and switches begin with, where a name was expected. */
static const char *const not_beginnings[] = {
	"foto ", "fotos ", "foto:", "fotos:", "photo ", "photos ", "photo:", "photos:", "bild ", "bilder ",
	"bild:", "image ", "image:", "images ", "grafik ", "illustration ", "picture ", "creative commons",
	"cc by", "cc-by", "show all", "view all", "show ", "see all", "фото", "Фото", "written by",
	"von uns", "view ",
};

/* Names that are none: who puts the page up, not who wrote it. */
static const char *const nobodies[] = {
	"admin", "administrator", "staff", "editor", "editors", "webmaster", "root", "user", "gast",
	"guest", "anonymous", "anonyme", "anonym", "anónimo", "anonimo", "anônimo", "unknown", "none",
	"null", "author", "site", "news", "web", "team", "default", "redacción", "redacao", "contributor",
	"advertisement", "the editors", "online redaktion", "more", "share", "wordpress", "super user",
	"writer", "correspondent", "editorial", "reporter", "about the author", "publisher", "name",
	"name *", "follow", "mehr", "mehr erfahren", "facebook", "twitter", "youtube", "linkedin",
	"instagram", "xing", "rss", "email", "e-mail", "kommentare", "datum", "artikel", "alle artikel",
	"freier autor", "veröffentlicht", "veröffentlicht am", "quelle", "home", "author archives",
	"the author", "autoren", "autor", "autorin", "profil", "profile", "website", "kontakt", "contact",
	"by", "von", "por", "par", "redakteur", "redakteurin", "please enter your name here",
	"equipe de rédaction", "agencies", "agenturen", "no author", "uncategorized", "stand", "pexels",
	"office", "unbekannter nutzer", "benutzername", "user name", "sponsored", "sponsored content",
	"gesponserte inhalte", "anzeige", "werbung", "advertorial", "privacy settings", "login", "log in",
	"logout", "log out", "sign in", "sign up", "register", "anmelden", "registrieren", "einloggen",
	"ausloggen", "my account", "mein konto", "passwort vergessen", "über", "about", "auteur",
	"auteurs", "am", "um", "on", "at", "beitrag", "recherche", "unternehmen", "名片", "プロフィール", "编辑",
	"編輯", "bio", "email author", "full bio", "see full bio", "contributors", "authors",
};

/* The rest of a text behind an opener, or STR_NONE when it does not begin with it. */
static struct str behind_opener(struct str text, struct str opener)
{
	static const struct str marks[] = {
		STR_INIT(":"), STR_INIT("："), STR_INIT("-"), STR_INIT("–"), STR_INIT("/"), STR_INIT("／")};
	struct str rest;
	bool is_parted = false;

	if (!str_starts_with_nocase(text, opener))
		return STR_NONE;
	rest = str_from_offset(text, opener.length);
	is_parted = is_wide(opener) || opener.data[opener.length - 1] == ':' ||
		    (rest.length && (rest.data[0] == ' ' || rest.data[0] == ':'));
	rest = str_trim(rest);
	for (size_t i = 0; is_parted && i < COUNT_OF(marks); i++)
		if (str_starts_with(rest, marks[i]))
			rest = str_trim(str_from_offset(rest, marks[i].length));
	return is_parted && rest.length ? rest : STR_NONE;
}

static size_t count_words(struct str text)
{
	size_t words = 0;

	for (size_t i = 0; i < text.length; i++)
		words += text.data[i] != ' ' && (i == 0 || text.data[i - 1] == ' ');
	return words;
}

static bool is_upper(char c)
{
	return (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0xc3;
}

/* "Analysis by Anna Muster", "Special to the Gazette by Anna Muster". */
static struct str behind_by(struct str text)
{
	size_t at = str_find_nocase(text, STR(" by "), 0);
	struct str rest = at == STR_NPOS ? STR_NONE : str_trim(str_from_offset(text, at + 4));

	if (rest.length == 0 || !is_upper(rest.data[0]) || count_words(rest) < 2 ||
		count_words(str_slice(text, 0, at)) > OPENER_WORDS || bywords_are_aside(text) ||
		str_find_char(str_slice(text, 0, at), ',', 0) != STR_NPOS ||
		str_find_char(str_slice(text, 0, at), ';', 0) != STR_NPOS)
		return text;
	return rest;
}

struct str bywords_skip_opener(struct str text)
{
	for (size_t i = 0; text.length && i < COUNT_OF(openers); i++) {
		struct str rest = STR_NONE;

		if (ascii_lower(text.data[0]) == openers[i][0])
			rest = behind_opener(text, str_from(openers[i]));
		if (rest.length)
			return bywords_skip_opener(rest);
	}
	if (text.length && text.data[0] == ':')
		text = str_trim(str_from_offset(text, 1));
	return behind_by(text);
}

bool bywords_are_opener(struct str line)
{
	struct str marked = line;

	if (str_ends_with(marked, STR(":")))
		marked = str_trim(str_slice(marked, 0, marked.length - 1));
	for (size_t i = 0; i < COUNT_OF(openers); i++)
		if (str_equal_nocase(marked, str_from(openers[i])))
			return true;
	return false;
}

/* Where the word with an "@" in it begins; the end of the text when none has. */
static size_t find_address(struct str text)
{
	size_t at = str_find_char(text, '@', 0);

	while (at != STR_NPOS && at > 0 && text.data[at - 1] != ' ')
		at--;
	return at == STR_NPOS || at == 0 ? text.length : at;
}

struct str bywords_cut(struct str text)
{
	size_t end = find_address(text);

	for (size_t i = 0; i < COUNT_OF(enders); i++) {
		size_t at = str_find_nocase(text, enders[i], 0);

		if (at != STR_NPOS && at > 0 && at < end)
			end = at;
	}
	return str_trim(str_slice(text, 0, end));
}

static bool is_word_of(struct str word, const char *const rows[], size_t count)
{
	for (size_t i = 0; word.length && i < count; i++)
		if (ascii_lower(word.data[0]) == ascii_lower(rows[i][0]) &&
			str_equal_nocase(word, str_from(rows[i])))
			return true;
	return false;
}

static bool begins_with_any(struct str text, const char *const rows[], size_t count)
{
	for (size_t i = 0; text.length && i < count; i++)
		if (ascii_lower(text.data[0]) == ascii_lower(rows[i][0]) &&
			str_starts_with_nocase(text, str_from(rows[i])))
			return true;
	return false;
}

/* "Landschaftsarchitekt" is a role as "Architekt" is. */
static bool is_role_word(struct str word)
{
	for (size_t i = 0; i < COUNT_OF(roles); i++) {
		struct str role = str_from(roles[i]);

		if (word.length >= role.length &&
			str_equal_nocase(str_from_offset(word, word.length - role.length), role))
			return true;
	}
	return false;
}

bool bywords_are_role(struct str text)
{
	struct str word;

	while (str_next(&text, ' ', &word))
		if (is_role_word(word))
			return true;
	return false;
}

/* The start of the word before the one that starts at `at`. */
static size_t word_before(struct str text, size_t at)
{
	size_t blank = at ? str_find_last_char(str_slice(text, 0, at - 1), ' ') : STR_NPOS;

	return blank == STR_NPOS ? 0 : blank + 1;
}

static struct str word_at(struct str text, size_t at)
{
	return str_slice(text, at, str_find_char(text, ' ', at));
}

struct str bywords_cut_role(struct str name)
{
	size_t at = name.length;

	if (str_ends_with(name, STR(" 기자")) || str_ends_with(name, STR(" 특파원")))
		return str_slice(name, 0, str_find_last_char(name, ' '));
	for (size_t start = 0; start < name.length && at == name.length;) {
		struct str word = word_at(name, start);

		if (start && is_role_word(word))
			at = start;
		start += word.length + 1;
	}
	for (int i = 0; i < ROLE_REACH && at < name.length && at; i++) {
		size_t before = word_before(name, at);

		if (!is_word_of(word_at(name, before), kinds, COUNT_OF(kinds)))
			break;
		at = before;
	}
	return at < name.length && count_words(str_slice(name, 0, at)) > 1 ? str_trim(str_slice(name, 0, at))
									   : name;
}

bool bywords_are_agency(struct str text)
{
	if (str_starts_with_nocase(text, STR("the ")))
		text = str_from_offset(text, 4);
	return is_word_of(text, agencies, COUNT_OF(agencies));
}

/* "Anna Muster with", "Anna Muster und": what is left before an agency. */
static struct str cut_joint(struct str name)
{
	static const char *const words[] = {"with", "and", "mit", "und", "avec", "et", "con", "y", "e", "the",
		"für", "for", "of", "le", "el", "on", "am", "um", "at", "il", "den", "-", "–", "&"};
	size_t last = str_find_last_char(name, ' ');

	while (last != STR_NPOS && is_word_of(str_from_offset(name, last + 1), words, COUNT_OF(words))) {
		name = str_trim(str_slice(name, 0, last));
		last = str_find_last_char(name, ' ');
	}
	return name;
}

struct str bywords_cut_agency(struct str name)
{
	size_t slash = str_find_last_char(name, '/'), at = name.length;

	if (slash != STR_NPOS && count_words(str_slice(name, 0, slash)) > 1 && slash + 1 < name.length &&
		is_upper(name.data[slash + 1]) && !ascii_is_digit(name.data[slash - 1]))
		return str_trim(str_slice(name, 0, slash));
	for (int i = 0; i < ROLE_REACH && at; i++) {
		at = word_before(name, at);
		if (at && bywords_are_agency(str_from_offset(name, at)) &&
			count_words(str_slice(name, 0, at)) > 1)
			return cut_joint(str_trim(str_slice(name, 0, at)));
	}
	return cut_joint(name);
}

bool bywords_are_aside(struct str text)
{
	return begins_with_any(text, asides, COUNT_OF(asides));
}

bool bywords_are_nobody(struct str name)
{
	return is_word_of(name, nobodies, COUNT_OF(nobodies)) ||
	       begins_with_any(name, not_beginnings, COUNT_OF(not_beginnings));
}
