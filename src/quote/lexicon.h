/* lexicon.h - what a word may be: its classes and the frames of its verb, from the tables of one language */
#ifndef DATELINE_QUOTE_LEXICON_H
#define DATELINE_QUOTE_LEXICON_H

#include "dateline/base/eight.h"
#include "dateline/quote/quote.h"

/* Classes of words; a word may have several. */
#define WORD_DETERMINER (1ull << 0)
#define WORD_POSSESSIVE (1ull << 1)
#define WORD_PREPOSITION (1ull << 2)
#define WORD_CONJUNCTION (1ull << 3)
#define WORD_SUBORDINATOR (1ull << 4)
#define WORD_THAT (1ull << 5) /* opens a reported clause: that, dass, que, что */
#define WORD_RELATIVE (1ull << 6)
#define WORD_PRONOUN (1ull << 7) /* that can be a subject */
#define WORD_OBJECT_PRONOUN (1ull << 8)
#define WORD_AUXILIARY (1ull << 9)
#define WORD_BE (1ull << 10)
#define WORD_ADVERB (1ull << 11)
#define WORD_NEGATION (1ull << 12)
#define WORD_TIME (1ull << 13)
#define WORD_ABBREVIATION (1ull << 14) /* a stop after it ends no sentence */
#define WORD_TITLE (1ull << 15)        /* stands before a name */
#define WORD_ROLE (1ull << 16)         /* what a person is */
#define WORD_ORGANISATION (1ull << 17)
#define WORD_HEARER (1ull << 18)
#define WORD_NATION (1ull << 19) /* capitalised, but no name of a person */
#define WORD_PARTICLE (1ull << 20)
#define WORD_SUFFIX (1ull << 21)
#define WORD_WORK (1ull << 22)     /* before a title of a work: film, song */
#define WORD_LABELLED (1ull << 23) /* before a label: so-called, dubbed */
#define WORD_CUE_NOUN (1ull << 24)
#define WORD_ACCORDING (1ull << 25)
#define WORD_VERB (1ull << 26) /* a verb that is no cue */
#define WORD_MALE (1ull << 27)
#define WORD_FEMALE (1ull << 28)
#define WORD_PLURAL (1ull << 29)
#define WORD_GIVEN (1ull << 30) /* a given name */

#define WORD_PHRASAL (1ull << 31) /* a cue together with the words after it: put it, shot back */

#define WORD_CONTRACTED (1ull << 48) /* they’ll, isn’t: a verb is in it */
#define WORD_TOPIC (1ull << 44)      /* a particle that marks the subject: は, 은 */
#define WORD_SUCH (1ull << 49)       /* stands for words that were quoted before: そう, こう */
#define WORD_POSTPOSED (1ull << 50)  /* an according-to that stands behind its source: zufolge */
#define WORD_OPINION                                                                                         \
	(1ull << 51) /* a preposition whose person thinks so, at the start of a sentence: pour X */
#define WORD_AS (1ull << 52)          /* leads to who says so: as X said, comme X l’a dit */
#define WORD_SUBJUNCTIVE (1ull << 53) /* a verb in the mood of reported speech: sei, habe, werde */
#define WORD_SEPARABLE (1ull << 54)   /* a verb that reports only with its particle: teilte … mit */
#define WORD_COURTESY (1ull << 55)    /* stands behind a name and says nothing of the person: さん, 씨, 先生 */
#define WORD_QUOTATIVE (1ull << 45) /* a particle between a quotation and its cue: と, 라고 */

/* What a cue takes. */
#define FRAME_CLAUSE (1ull << 32)        /* said (that) … */
#define FRAME_QUOTES (1ull << 33)        /* fumed, with quoted words alone */
#define FRAME_OBJECT (1ull << 34)        /* called it “…” */
#define FRAME_HEARER_TAKING (1ull << 35) /* told reporters (that) … */
#define FRAME_ATTITUDE (1ull << 36)      /* wants “…”: a quoted fragment, but no reported speech */
#define FRAME_RECORD (1ull << 37)        /* things do it too: the report found that … */
#define FRAME_NOUNISH (1ull << 38)       /* says and say forms are nouns more often: emails, plan */
#define FRAME_PROMISE (1ull << 46)       /* vowed to … */
#define FRAME_REQUEST (1ull << 47)       /* urged the judge to … */
#define FRAME_SPEECH (FRAME_CLAUSE | FRAME_QUOTES | FRAME_HEARER_TAKING)
#define FRAME_ANY (FRAME_SPEECH | FRAME_OBJECT | FRAME_ATTITUDE | FRAME_RECORD)

/* Which form of its verb. */
#define FORM_BASE (1ull << 40)
#define FORM_PRESENT (1ull << 41) /* says */
#define FORM_PAST (1ull << 42)
#define FORM_PARTICIPLE (1ull << 43) /* saying */

#define WORD_BYTES_MOST 40 /* longer words are in no table */

struct word_row {
	const char *word; /* in lower case */
	uint64_t classes;
};

struct verb_row {
	const char *lemma;
	uint64_t frames;
};

struct irregular_row {
	const char *form, *lemma;
};

/* Two words, the first with WORD_PHRASAL, that are a cue (put it) or name a source (nach Angaben, d’après).
 */
struct phrasal_row {
	const char *verb, *particle;
};

struct language;
struct lexicon;

/* The lexicon of a language: made when the language is first met, kept in the memory. */
struct lexicon *lexicon_of(struct quote_memory *memory, const struct language *language);

/* The longest word of the language's table that the text begins with, in bytes; 0 when none does. For
 * languages without blanks. */
size_t lexicon_longest(const struct lexicon *lexicon, struct str text);

/* A word as it stands in the text, zeroes behind it, the first byte lowest; in the last bit whether given
 * names may be meant. */
struct word_key {
	uint64_t parts[3];
};

#define WORD_KEY_BYTES 23
#define WORD_KEY_CAPITAL (1ull << 63)
#define PLAIN_WORD_BYTES 15 /* of a word of ASCII letters that lexicon_glance can tell: the key has more */

/* The classes of a word as it stands in the text, in any case. `is_capital` lets given names in. */
uint64_t lexicon_classes(struct lexicon *lexicon, struct str word, bool is_capital);

/* What is in a lexicon for words to be told at a glance. */
#define MEMO_BITS 12 /* 4,096 slots: the words of some hundred articles that a table knows */
#define PREFIX_BITS 16
#define PREFIX_BYTES 6

/* A word as it stood in a text, and what came of looking it up; zeroes in an empty slot. */
struct memo {
	struct word_key key;
	uint64_t classes;
};

struct glance {
	struct memo *memos;
	uint8_t *prefixes; /* bit h: a word whose first bytes hash to h may be in a table, inflected or not */
	bool has_compounds; /* words with a capital may be more than what they begin with */
};

const struct glance *lexicon_glance(const struct lexicon *lexicon);

/* The first bytes of a word, or all of a shorter one: of a word in lower case, or of ASCII letters in any. */
static inline uint32_t glance_prefix(uint64_t eight)
{
	return (uint32_t)(((eight | EIGHT_OF(0x20)) << (64 - PREFIX_BYTES * 8)) * 0x9E3779B97F4A7C15u >>
			  (64 - PREFIX_BITS));
}

static inline bool glance_has_prefix(const struct glance *glance, uint64_t eight)
{
	uint32_t bit = glance_prefix(eight);

	return glance->prefixes[bit / 8] >> bit % 8 & 1;
}

static inline size_t glance_slot(uint64_t low, uint64_t top)
{
	return (low ^ top * 0xD6E8FEB86659FD93u) * 0x9E3779B97F4A7C15u >> (64 - MEMO_BITS);
}

/* The classes of a word of at most PLAIN_WORD_BYTES ASCII letters, given as the first two parts of its key;
 * false when it must be looked up with lexicon_classes. Whether a word may be known is as good as a coin
 * tossed, so there is no branch on it alone; the first memo stands for all that are not, so that no memory is
 * fetched for them. */
static inline bool glance_at_word(
	const struct glance *glance, uint64_t low, uint64_t top, bool is_capital, uint64_t *classes)
{
	uint64_t may_be = glance_has_prefix(glance, low) | (glance->has_compounds & is_capital);
	const struct memo *memo = &glance->memos[glance_slot(low, top) & -may_be];
	bool is_other = ((memo->key.parts[0] ^ low) | (memo->key.parts[1] ^ top)) != 0;

	*classes = memo->classes & -may_be;
	return !(may_be & is_other);
}

/* Is the word, the stop after it included, an abbreviation? */
bool lexicon_has_abbreviation(struct lexicon *lexicon, struct str word);

#endif
