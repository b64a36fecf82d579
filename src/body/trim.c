#include "body/trim.h"
#include "body/bywords.h"
#include "body/outline.h"
#include "body/related.h"
#include "dateline/base/utf8.h"

#include <string.h>

#define LINE_MOST 80   /* bytes of a label */
#define CALL_MOST 260  /* bytes of a call to the reader */
#define CREDIT_MOST 300
#define ABOVE_MOST 200  /* bytes of a line over the text */
#define BYLINE_MOST 120 /* bytes of a line with a name and a date */
#define DATE_MOST 60
#define TITLE_LEAST 20 /* bytes of a title that a line may end with */
#define TRAIL_MOST 80  /* bytes of the way to an article before its title */
#define AGENCY_MOST 60 /* bytes of a line with an agency and a photographer */
#define REPEATED 80 /* bytes in which two texts are the same */

/* Lines that are nothing but this, folded as utf8_fold does it. */
static const char *const labels[] = {
	"advertisement", "advertisment", "ad", "sponsored", "story continues below",
	"story continues below advertisement", "article continues below",
	"article continues below advertisement", "continue reading below", "loading", "loading...",
	"share", "share this", "share this article", "share this story", "share this post",
	"share this page", "caption", "close", "back to gallery", "view gallery", "read more", "show more",
	"more", "print", "email", "subscribe", "comments", "comment", "leave a comment", "facebook",
	"twitter", "whatsapp", "pinterest", "linkedin", "tweet", "like", "reddit", "anzeige", "werbung",
	"teilen", "drucken", "kommentare", "kommentieren", "weiterlesen", "mehr", "publicidad",
	"compartir", "comentarios", "publicite", "partager", "commentaires", "pubblicita", "condividi",
	"commenti", "publicidade", "compartilhe", "advertentie", "reklama", "реклама", "поделиться",
	"комментарии", "photos", "tags", "добавить отзыв", "top", "home", "next", "previous",
	"all rights reserved", "follow us", "sign up", "log in", "most read", "most popular", "trending",
	"trending now", "newsletter", "image", "video", "videos", "___", "* * *", "rate this recipe",
	"rate recipe", "jump to recipe", "print recipe", "pin recipe", "save recipe", "rezept bewerten",
	"jetzt bewerten", "alle bewertungen anzeigen", "zum rezept", "zum rezept springen",
	"direkt zum rezept", "rezept drucken", "rezept speichern", "noter la recette",
	"imprimer la recette", "permalink", "permalien", "- anzeige -", "- anzeige-", "-anzeige-",
	"(anzeige)", "no ratings yet", "noch keine bewertungen", "(noch keine bewertungen)",
};

/* Lines that begin so call upon the reader, who came for the article. Korean is in parts, as utf8_fold leaves
 * it. */
static const char *const calls[] = {
	"follow us on", "follow him on", "follow her on", "follow me on", "follow @", "sign up for",
	"sign up to", "subscribe to", "subscribe now", "click here to subscribe", "click here to",
	"join our", "join the conversation", "like us on", "download our app", "download the app",
	"get our free", "get the latest", "enter your email", "support us", "have a tip",
	"email the author", "reach the reporter", "contact the author", "copyright ©", "© 20", "© 19",
	"all rights reserved", "this article was originally published", "share this", "tweet this",
	"posted in", "filed under", "tagged:", "tagged with", "tags:", "tags ", "leave a reply",
	"you must be logged in", "please enable javascript", "we use cookies", "this website uses cookies",
	"folgen sie uns", "abonnieren sie", "jetzt abonnieren", "melden sie sich an", "schlagworte:",
	"suscribete", "siguenos en", "suivez-nous", "abonnez-vous", "inscrivez-vous", "iscriviti",
	"seguici su", "siga-nos", "assine", "subscribete", "подписываитесь", "подпишитесь", "teile diesen",
	"diesen artikel teilen", "artikel teilen", "beitrag teilen", "dieser beitrag wurde",
	"like this story", "to read the full", "to continue reading", "to view the full",
	"already a subscriber", "if you are already a subscriber", "if you're already a subscriber",
	"if you're seeing this message", "for the latest stories", "for the latest news", "download our",
	"get our app", "submit your letter", "you are not logged in", "log in to comment",
	"please log in to comment", "sign in to comment", "comments are closed", "reuse content",
	"sie sind aktuell nicht eingeloggt", "um einen kommentar zu", "bitte loggen sie sich ein",
	"melde dich an", "jetzt anmelden", "externer inhalt", "wir respektieren deine privatsphare",
	"um deine personlichen daten zu schutzen", "an dieser stelle finden sie einen externen inhalt",
	"siguenos", "descarga nuestra app", "suscribete a", "inicia sesion", "ya eres suscriptor",
	"telechargez notre application", "pour lire la suite", "deja abonne", "accedi per",
	"hai gia un abbonamento", "if you enjoyed reading this", "if you enjoyed this",
	"if you liked this", "did you enjoy this", "did you like this", "suggested citation",
	"zeige alle beitrage von", "alle beitrage von", "view all posts by", "show all posts by",
	"voir tous les articles d", "ver todas las entradas", "never miss", "unterstutzen sie diese",
	"wenn ihnen unser artikel", "wenn ihnen dieser artikel", "hat ihnen der artikel",
	"hat ihnen dieser artikel", "war der artikel", "war dieser artikel", "mochten sie den artikel",
	"mochten sie diesen artikel", "was this article", "(noch keine bewertungen", "materiał chroniony",
	"sofern nicht anders", "alle angaben ohne gewahr", "(alle angaben ohne gewahr",
	"this entry was posted", "this post was posted", "this entry is filed", "dieser eintrag wurde",
	"dieser artikel wurde am", "cette entree a ete publiee", "esta entrada fue publicada",
	"you can follow any responses", "both comments and pings", "sie finden diesen artikel im internet",
	"teilen sie diesen", "empfehlen sie diesen", "newsletter abonnieren", "newsletter bestellen",
	"ihnen hat dieser artikel", "hat dir der artikel", "hat dir dieser", "dir hat der artikel",
	"bewerte diesen", "bewerten sie diesen", "jetzt spenden", "unterstutzen sie uns",
	"unterstutze uns", "unterstutzt uns", "werden sie mitglied", "werde mitglied",
	"alle rechte vorbehalten", "lesezeit:", "geschatzte lesezeit", "fehler gefunden",
	"kommentar schreiben", "jetzt mitdiskutieren", "share on", "click to share",
	"estimated reading time", "reading time:", "view comments", "show comments", "load comments",
	"be the first to comment", "add your comment", "report a typo", "report an error",
	"spotted an error", "spotted a typo", "copy link", "listen to this article", "skip to ",
	"back to top", "by subscribing", "by signing up", "you can unsubscribe",
	"thank you for subscribing", "thanks for subscribing", "your email address",
	"this site is protected by", "partager sur", "partager cet article", "cet article vous a plu",
	"si vous avez aime", "temps de lecture", "tous droits reserves", "cet article est reserve",
	"article reserve", "commenter cet article", "signaler une erreur", "comparte esta",
	"comparte este", "compartir en", "todos los derechos reservados", "tiempo de lectura",
	"sigue las noticias", "siganos", "unete a", "recibe las", "deja tu comentario",
	"deja un comentario", "todos os direitos reservados", "inscreva-se", "receba as", "participe do",
	"condividi su", "condividi questo", "tutti i diritti riservati", "riproduzione riservata",
	"© riproduzione", "deel dit", "volg ons", "alle rechten voorbehouden", "meld je aan", "udostepnij",
	"wszelkie prawa", "sledz nas", "obserwuj nas", "podziel sie", "все права защищены",
	"следите за нашими", "нашли ошибку", "заметили ошибку", "если вы заметили ошибку",
	"нашли опечатку", "читаите нас в", "分享到", "责任编辑", "(责任编辑", "【责任编辑", "責任編輯", "(責任編輯", "版权所有",
	"版權所有", "扫码", "扫一扫", "关注我们", "未经授权", "무단전재", "저작권자", "<저작권자", "구독하기",
	"무단 전재", "無断転載", "この記事をシェア", "تابعنا على", "جميع الحقوق محفوظة",
};

/* What credits of pictures begin with. */
static const char *const credits[] = {
	"photo:", "photos:", "photo by", "photo credit", "image:", "image credit", "(image:",
	"(image credit", "(photo:", "(photo by", "(photo credit", "picture:", "(picture:", "foto:",
	"fotos:", "(foto:", "bild:", "bilder:", "(bild:", "credit:", "photograph:", "photograph by",
	"photography by", "© ", "illustration:", "credits:", "photo credits", "image by", "image source",
	"image courtesy", "photo courtesy", "getty images", "shutterstock", "bildquelle", "fotocredit",
	"copyright:", "fot.",
};

/* What short credits begin with: who took the picture, after a stroke. */
static const char *const picture_agencies[] = {
	"pap/", "afp/", "epa/", "dpa/", "apa/", "ap/", "reuters/", "keystone/", "imago/",
	"picture alliance/", "getty/", "tass/", "efe/", "ansa/", "belga/", "east news/", "shutterstock/",
	"pixabay/", "unsplash/", "pap / ", "afp / ", "epa / ", "reuters / ", "ap / ",
};

/* What captions under a picture begin with, before a number or a colon. */
static const char *const figures[] = {
	"abbildung", "abb.", "figure", "fig.", "figura", "grafik", "bild", "foto", "photo", "image",
	"illustration", "рис.", "рисунок", "rysunek", "rys.", "obr.", "afbeelding", "kuva", "図", "图",
};

/* Credits at the end of a caption. */
static const char *const inner_credits[] = {
	"(image:", "(image credit:", "(photo:", "(photo by", "(photo credit", "(foto:", "(bild:",
	"(picture:", "getty images)", "(ap photo/", "/reuters)", "(afp photo",
};

/* What only a call upon the reader says, in the middle of a sentence too: a word that is rare, and what
 * stands right before or behind it. */
static const struct {
	struct str word;
	const char *before[8];
} inner_calls[] = {
	{STR_INIT(" newsletter"),
		{"our", "our free", "our daily", "our weekly", "our email", "notre", "nostra", "nossa"}},
	{STR_INIT(" newsletter"), {"unseren", "unserem", "unser", "unsere", "nuestra", "nuestro", "onze"}},
	{STR_INIT(" boletin"), {"nuestro"}},
	{STR_INIT(" nieuwsbrief"), {"onze"}},
	{STR_INIT(" whatsapp"), {"our", "unseren", "unserem", "nuestro"}},
	{STR_INIT(" telegram"), {"our", "unseren", "unserem", "nuestro"}},
	{STR_INIT(" canal de"), {"nuestro"}},
	{STR_INIT(" google news"), {"on", "bei", "en", "auf", "sur"}},
	{STR_INIT(" first on"), {"appeared"}},
	{STR_INIT(" zuerst auf"), {"erschien"}},
	{STR_INIT(" en premier sur"), {"apparu"}},
	{STR_INIT(" primero en"), {"publico", "aparece"}},
	{STR_INIT(" prima volta su"), {"la"}},
	{STR_INIT(" eerst op"), {"verscheen"}},
};

static bool begins_with_any(struct str folded, const char *const rows[], size_t count)
{
	for (size_t i = 0; folded.length && i < count; i++)
		if (folded.data[0] == rows[i][0] && str_starts_with(folded, str_from(rows[i])))
			return true;
	return false;
}

static bool is_any(struct str folded, const char *const rows[], size_t count)
{
	while (folded.length &&
		(folded.data[folded.length - 1] == ':' || folded.data[folded.length - 1] == '.' ||
			folded.data[folded.length - 1] == ' '))
		folded.length--;
	for (size_t i = 0; folded.length && i < count; i++)
		if (folded.data[0] == rows[i][0] && str_equal(folded, str_from(rows[i])))
			return true;
	return false;
}

static bool holds_any(struct str folded, const char *const rows[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_find(folded, str_from(rows[i]), 0) != STR_NPOS)
			return true;
	return false;
}

static bool is_text(const struct block *block)
{
	return block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_LIST_ITEM ||
	       block->kind == BLOCK_HEADING;
}

static bool is_credit(const struct block *block, struct str folded)
{
	return block->kind == BLOCK_PARAGRAPH && block->text.length <= CREDIT_MOST &&
	       (begins_with_any(folded, credits, COUNT_OF(credits)) ||
		       (block->text.length <= AGENCY_MOST &&
			       begins_with_any(folded, picture_agencies, COUNT_OF(picture_agencies))) ||
	        holds_any(folded, inner_credits, COUNT_OF(inner_credits)));
}

/* "Facebook Twitter E-Mail", "Teilen: X | WhatsApp". */
static bool is_share_line(struct str folded)
{
	static const char *const words[] = {"facebook", "twitter", "x", "whatsapp", "pinterest", "linkedin",
		"xing", "reddit", "telegram", "tumblr", "pocket", "flipboard", "bluesky", "mastodon",
		"threads", "messenger", "instagram", "youtube", "email", "e-mail", "mail", "print", "copy",
		"link", "share", "on", "tweet", "google+", "sms", "line", "teilen", "drucken", "partager",
		"compartir", "condividi", "vk", "viber", "ok", "via", "+", "more", "drucken", "merken", "rss",
		"by", "skype", "signal", "поделиться"};
	size_t networks = 0, count = 0;
	struct str word;

	if (folded.length > LINE_MOST)
		return false;
	while (str_next(&folded, ' ', &word)) {
		bool is_known = word.length <= 1;

		while (word.length && strchr(",:|/·", word.data[word.length - 1]))
			word.length--;
		for (size_t i = 0; i < COUNT_OF(words) && !is_known; i++)
			is_known = str_equal(word, str_from(words[i]));
		if (!is_known && word.length)
			return false;
		networks += word.length >= 6;
		count++;
	}
	return count > 1 && networks > 0;
}

static bool holds_call(struct str folded)
{
	for (size_t i = 0; i < COUNT_OF(inner_calls); i++) {
		size_t at = str_find(folded, inner_calls[i].word, 0);

		for (size_t b = 0;
			at != STR_NPOS && b < COUNT_OF(inner_calls[i].before) && inner_calls[i].before[b];
			b++)
			if (str_ends_with(str_slice(folded, 0, at), str_from(inner_calls[i].before[b])))
				return str_find_char(folded, '"', 0) == STR_NPOS;
	}
	return false;
}

static bool is_call(const struct block *block, struct str folded)
{
	if (block->text.length <= LINE_MOST &&
		(is_any(folded, labels, COUNT_OF(labels)) || is_share_line(folded)))
		return true;
	if (block->text.length > CALL_MOST)
		return false;
	return begins_with_any(folded, calls, COUNT_OF(calls)) || holds_call(folded);
}

/* "Abbildung 4: …", or a text with a "©", right under a picture. */
static bool is_under_picture(const struct block *block, struct str folded, const struct block *last)
{
	if (block->kind != BLOCK_PARAGRAPH || last == NULL || last->kind != BLOCK_IMAGE)
		return false;
	if (str_find(folded, STR("©"), 0) != STR_NPOS)
		return true;
	for (size_t i = 0; i < COUNT_OF(figures); i++) {
		struct str rest = str_from_offset(folded, strlen(figures[i]));

		if (str_starts_with(folded, str_from(figures[i])) && str_trim(rest).length &&
			(rest.data[0] == ':' || ascii_is_digit(str_trim(rest).data[0])))
			return true;
	}
	return false;
}

/* A caption that the picture above has already, among a credit and a shorter form of it. */
static bool repeats_caption(const struct block *block, const struct block *last)
{
	return block->kind == BLOCK_PARAGRAPH && last && last->kind == BLOCK_IMAGE && block->text.length &&
	       (block->text.length >= REPEATED ? str_find(last->text, block->text, 0) != STR_NPOS
					       : str_equal(last->text, block->text));
}

/* Galleries say a caption once in short and once in full: a text that begins as the one before it does. */
static bool repeats_last(struct str text, struct str before)
{
	return text.length >= REPEATED && before.length >= REPEATED &&
	       str_equal(str_slice(text, 0, REPEATED), str_slice(before, 0, REPEATED));
}

static bool has_digit(struct str text)
{
	for (size_t i = 0; i < text.length; i++)
		if (ascii_is_digit(text.data[i]))
			return true;
	return false;
}

/* "Harbour, 4.3.2024 13:30, by Greta" in a heading: a byline. */
static bool names_author_and_day(const struct article *article, struct str text)
{
	return article->authors.count && text.length <= BYLINE_MOST && has_digit(text) &&
	       str_find_nocase(text, article->authors.items[0], 0) != STR_NPOS;
}

/* What stands over the text and is told elsewhere: the title again, the names, the date. */
static bool is_told_above(const struct article *article, const struct block *block, struct arena *scratch)
{
	size_t length = block->text.length;

	if (length > ABOVE_MOST || str_ends_with(block->text, STR(".")))
		return false;
	if (block->kind == BLOCK_HEADING)
		return names_author_and_day(article, block->text);
	if (block->kind != BLOCK_PARAGRAPH)
		return false;
	/* "Home Harbours Ostmark harbour to close": the way to it */
	if (article->title.length >= TITLE_LEAST && length <= article->title.length + TRAIL_MOST &&
		str_ends_with(block->text, article->title))
		return true;
	if (article->title.length && length < 2 * article->title.length &&
	    str_equal(outline_key(block->text, scratch), outline_key(article->title, scratch)))
		return true;
	if (article->authors.count && length <= BYLINE_MOST &&
		str_starts_with_nocase(bywords_skip_opener(block->text), article->authors.items[0]) &&
		!str_starts_with_nocase(block->text, article->authors.items[0]))
		return true;
	for (size_t i = 0; i < article->authors.count; i++)
		if ((length < 3 * article->authors.items[i].length ||
			    (length <= BYLINE_MOST && has_digit(block->text))) &&
			str_find_nocase(block->text, article->authors.items[i], 0) != STR_NPOS)
			return true;
	return article->published != TIME_NONE && length <= DATE_MOST &&
	       datetime_parse(block->text) != TIME_NONE;
}

/* The caption of a picture that has none yet. */
static void give_caption(struct block *image, struct str text)
{
	if (image->text.length)
		return;
	image->text = text;
	image->spans.items[0].end = text.length;
}

/* A heading with nothing under it: the last one, or one over articles that were taken out. */
static bool is_idle_heading(const struct block_list *blocks, size_t i)
{
	if (blocks->items[i].kind != BLOCK_HEADING)
		return false;
	for (size_t next = i + 1; next < blocks->count; next++)
		if (blocks->items[next].kind != BLOCK_RULE && blocks->items[next].kind != BLOCK_IMAGE)
			return blocks->items[next].kind == BLOCK_HEADING &&
			       related_is_label(blocks->items[i].text);
	return true;
}

static void drop_idle_headings(struct block_list *blocks)
{
	size_t kept = 0;

	for (size_t i = 0; i < blocks->count; i++)
		if (!is_idle_heading(blocks, i))
			blocks->items[kept++] = blocks->items[i];
	blocks->count = kept;
}

void trim_blocks(struct article *article)
{
	struct block_list *blocks = &article->blocks;
	struct arena scratch = {0};
	struct str before = STR("");
	bool is_above = true;
	size_t kept = 0;

	for (size_t i = 0; i < blocks->count; i++) {
		struct block *block = &blocks->items[i], *last = kept ? &blocks->items[kept - 1] : NULL;

		if (repeats_caption(block, last) || (is_above && is_told_above(article, block, &scratch)))
			continue;
		is_above &= !is_text(block) || block->text.length <= ABOVE_MOST;
		if (block->kind == BLOCK_PARAGRAPH && block->text.length <= CREDIT_MOST &&
			repeats_last(block->text, before))
			continue;
		before = block->text;
		if (is_text(block) && block->text.length <= CREDIT_MOST) {
			struct str folded = utf8_fold(&scratch, block->text);

			if (is_credit(block, folded) || is_under_picture(block, folded, last)) {
				if (last && last->kind == BLOCK_IMAGE)
					give_caption(last, block->text);
				continue;
			}
			if (is_call(block, folded))
				continue;
		}
		blocks->items[kept++] = *block;
	}
	blocks->count = kept;
	drop_idle_headings(blocks);
	arena_finish(&scratch);
}
