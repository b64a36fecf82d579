/* language.h - one row of tables per language; tables that are not used cost nothing */
#ifndef DATELINE_QUOTE_LANGUAGE_H
#define DATELINE_QUOTE_LANGUAGE_H

#include "quote/lexicon.h"

struct language {
	const char *code; /* BCP 47 primary subtag */
	const struct word_row *words; /* by word */
	size_t word_count;
	const struct verb_row *verbs; /* by lemma; inflected by rule, as English does */
	size_t verb_count;
	const struct irregular_row *irregulars; /* by form */
	size_t irregular_count;
	const struct phrasal_row *phrasals; /* few: in any order */
	size_t phrasal_count;
	const char *frequent;    /* the commonest words, each between blanks: what the language is known by */
	bool has_dialogue_dash;  /* a dash at the start of a paragraph opens speech */
	bool is_unspaced;        /* Chinese, Japanese: no blanks between words */
	bool splits_elision;     /* l’eau, dell’acqua are two words */
	bool has_english_syntax; /* subject next to its verb; “she said she …” without a conjunction */
};

extern const struct language language_en;

/* The language of a text: the one named by a BCP 47 tag, else the one its script and commonest words show;
 * English when nothing does. */
const struct language *language_choose(struct str tag, struct str sample);

#endif
