/* language.h - one row of tables per language; tables that are not used cost nothing */
#ifndef DATELINE_QUOTE_LANGUAGE_H
#define DATELINE_QUOTE_LANGUAGE_H

#include "quote/lexicon.h"

enum script { SCRIPT_LATIN, SCRIPT_CYRILLIC, SCRIPT_ARABIC, SCRIPT_HANGUL, SCRIPT_HAN, SCRIPT_KANA };

struct language {
	const char *code; /* BCP 47 primary subtag */
	enum script script;
	const struct word_row *words; /* by word */
	size_t word_count;
	const struct verb_row *verbs; /* by lemma; inflected by rule, as English does */
	size_t verb_count;
	const struct irregular_row *irregulars; /* by form */
	size_t irregular_count;
	const struct phrasal_row *phrasals; /* few: in any order */
	size_t phrasal_count;
	const struct phrasal_row *sources; /* the same, of those that name a source */
	size_t source_count;
	const char *frequent;    /* the commonest words, each between blanks: what the language is known by */
	bool has_english_syntax; /* the subject stands next to its verb; inflections by rule */
	bool has_dialogue_dash;  /* a dash at the start of a paragraph opens speech */
	bool breaks_inside;      /* “said X” may stand inside the marks, between commas */
	bool splits_elision;     /* l’eau, dell’acqua are two words */
	bool joins_nouns;        /* Polizeisprecher: a word may end in another */
	bool inflects_names;     /* Marka Lewickiego is Marek Lewicki */
	bool capitalises_nouns;  /* all of them */
	bool has_double_surnames; /* Ruiz de Alarcón: a particle may join two surnames */
	bool omits_subjects;      /* ha aggiunto: the verb alone says that somebody did */
	bool is_caseless;         /* no capitals tell a name */
	bool is_unspaced;         /* no blanks between words */
};

extern const struct language language_ar, language_cs, language_de, language_en, language_es, language_fr,
	language_it, language_ja, language_ko, language_nl, language_pl, language_pt, language_ru,
	language_uk, language_zh;

/* The language of a text: the one named by a BCP 47 tag, else the one its script and commonest words show;
 * English when nothing does. */
const struct language *language_choose(struct str tag, struct str sample, struct quote_memory *memory);

#endif
