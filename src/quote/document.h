/* document.h - an article as the quotation finder sees it: tokens, quoted spans, sentences */
#ifndef DATELINE_QUOTE_DOCUMENT_H
#define DATELINE_QUOTE_DOCUMENT_H

#include "dateline/article/article.h"
#include "quote/language.h"

#define TOKEN_WORD (1u << 0)
#define TOKEN_CAPITAL (1u << 1)
#define TOKEN_ALL_CAPITALS (1u << 2)
#define TOKEN_DIGIT (1u << 3)
#define TOKEN_STOP (1u << 4) /* . ! ? … and their kin */
#define TOKEN_COMMA (1u << 5)
#define TOKEN_COLON (1u << 6)
#define TOKEN_SEMICOLON (1u << 7)
#define TOKEN_DASH (1u << 8)
#define TOKEN_OPEN_BRACKET (1u << 9)
#define TOKEN_CLOSE_BRACKET (1u << 10)
#define TOKEN_MARK (1u << 11)
#define TOKEN_SPACE_BEFORE (1u << 12)
#define TOKEN_POSSESSIVE (1u << 13) /* ends in ’s, or in the apostrophe of a plural */
#define TOKEN_INITIAL (1u << 14)    /* J. */
#define TOKEN_ASKS (1u << 15)       /* a stop that is ? or ! */
#define TOKEN_PUNCTUATION                                                                                    \
	(TOKEN_STOP | TOKEN_COMMA | TOKEN_COLON | TOKEN_SEMICOLON | TOKEN_DASH | TOKEN_OPEN_BRACKET |        \
		TOKEN_CLOSE_BRACKET | TOKEN_MARK)

#define NO_SPAN UINT32_MAX
#define NO_TOKEN UINT32_MAX
#define NO_NAME UINT32_MAX
#define NO_ENTITY UINT32_MAX

struct token {
	uint64_t classes; /* of lexicon.h */
	const char *data; /* in the text of its block */
	uint32_t length;  /* the possessive ending included */
	uint32_t flags;
	uint32_t span; /* the quoted span it stands in, its marks included; or NO_SPAN */
	uint32_t name; /* the run of a name that it is part of; or NO_NAME */
};

/* One block of the article that may hold quotations. */
struct passage {
	size_t block;
	struct str text;
	uint32_t first, end; /* tokens */
	uint32_t first_span, end_span;
	uint32_t first_sentence, end_sentence;
	uint64_t seen_classes; /* of any token, as they were read */
	uint32_t seen_flags;
	uint32_t label_end; /* of a transcript: the token after “NAME:”; 0 when there is none */
	bool is_answer;     /* its label is A: */
	bool is_block;      /* a block quotation: all of it is one span */
};

struct passage_list {
	struct passage *items;
	size_t count, capacity;
};

/* The words between one pair of marks; where a mark is missing, its place was found by a repair. */
struct quoted_span {
	uint32_t passage, sentence;
	uint32_t outer_first, outer_end; /* tokens, the marks included */
	uint32_t first, end;             /* tokens inside the marks */
	size_t start_byte, end_byte;     /* without the marks */
	bool has_open, has_close;
	bool is_single;   /* ‘…’ and '…' */
	bool is_dialogue; /* between dashes */
	bool goes_on;     /* no closing mark, and the next passage opens again */
};

struct span_list_of_quotes {
	struct quoted_span *items;
	size_t count, capacity;
};

struct sentence {
	uint32_t first, end; /* tokens */
	bool is_quoted;      /* no word of it stands outside the marks */
};

struct sentence_list {
	struct sentence *items;
	size_t count, capacity;
};

struct token_list {
	struct token *items;
	size_t count, capacity;
};

/* One name in the text. */
struct name_run {
	uint32_t passage;
	uint32_t first, end; /* tokens of the name itself */
	uint32_t lead;       /* the first token of titles and capitalised roles before it */
	uint32_t entity;
	bool is_possessive; /* X’s */
	bool is_label;      /* of a transcript, in capitals */
};

struct name_run_list {
	struct name_run *items;
	size_t count, capacity;
};

enum entity_kind { ENTITY_UNKNOWN, ENTITY_PERSON, ENTITY_ORGANISATION, ENTITY_PLACE };

/* Who or what is named: all runs that mean the same. */
struct entity {
	enum entity_kind kind;
	uint32_t run;       /* the fullest form */
	uint32_t mentions;  /* how many runs */
	uint32_t places;    /* how many of them after `in` */
	uint32_t last_full; /* the latest run in the full form, so far; for families */
	int male, female;   /* votes */
	bool is_single;     /* one word is all that the article has */
	uint32_t next;      /* of the same last word */
	uint32_t role_passage, role_first, role_end; /* how the text describes it; none when first == end */
};

struct entity_list {
	struct entity *items;
	size_t count, capacity;
};

struct document {
	const struct article *article;
	const struct language *language;
	struct lexicon *lexicon;
	struct arena *scratch;
	struct warnings *warnings;
	struct token_list tokens;
	uint64_t seen_classes; /* of any token */
	uint32_t seen_flags;
	struct passage_list passages;
	struct span_list_of_quotes spans;
	struct sentence_list sentences;
	struct name_run_list runs;
	struct entity_list entities;
	bool has_double_marks;   /* a pair of “…” or its kin is among the spans */
	bool has_few_long_spans; /* of ten words or more */
	bool has_many_short_spans;
};

static inline const struct token *token_at(const struct document *document, uint32_t index)
{
	return &document->tokens.items[index];
}

/* The bytes of a token; `core` leaves the possessive ending out. */
static inline size_t token_start(const struct passage *passage, const struct token *token)
{
	return (size_t)(token->data - passage->text.data);
}

static inline struct str token_text(const struct token *token)
{
	return (struct str){token->data, token->length};
}

struct str token_core(const struct token *token);

static inline bool token_is(const struct token *token, const char *lower_word)
{
	return ascii_lower(token->data[0]) == lower_word[0] && token->length == strlen(lower_word) &&
	       str_equal_nocase(
		       (struct str){token->data, token->length}, (struct str){lower_word, token->length});
}

/* tokens.c: appends the tokens of one passage. */
void document_read_tokens(struct document *document, struct passage *passage);

/* marks.c: pairs the quotation marks of a passage and adds its spans; what it repairs is a warning. */
void document_pair_marks(struct document *document, uint32_t passage);

/* marks.c: adds a span of the tokens [outer_first, outer_end) that quotes [first, end); NULL when it is
 * empty. The spans of one passage must be added together. */
struct quoted_span *document_add_span(struct document *document, uint32_t passage, uint32_t outer_first,
	uint32_t outer_end, uint32_t first, uint32_t end);

/* dialogue.c: spans of a paragraph that a dash opens, where the language has them; false when none does. */
bool document_read_dialogue(struct document *document, uint32_t passage);

/* dialogue.c: cuts the spans of a passage where “said X” stands inside the marks. */
void document_break_spans(struct document *document, uint32_t passage);

/* transcript.c: finds interviews and transcripts: “Q:” and “A:”, a name and a colon. Each answer becomes a
 * span. */
void document_read_transcript(struct document *document);

/* sentences.c: does every word of these tokens stand inside marks? */
bool tokens_are_quoted(const struct document *document, uint32_t first, uint32_t end);

/* sentences.c: cuts a passage into sentences; quoted spans are never cut. */
void document_cut_sentences(struct document *document, uint32_t passage);

/* names.c: finds the names of the whole article, and then whose they are. */
void document_find_names(struct document *document);

/* entities.c: joins the names that mean the same. */
void document_place_names(struct document *document);

/* entities.c: Pope, Queen: does a title that stays with the name stand before it? */
bool run_has_lasting_title(const struct document *document, const struct name_run *run);

/* entities.c: a name that the grammar shows, in scripts without capitals. */
uint32_t document_add_name(struct document *document, uint32_t passage, uint32_t first, uint32_t end);

/* entities.c: is somebody known by these words, or by more or fewer of them? */
bool document_has_name(struct document *document, uint32_t first, uint32_t end);

/* caseless_sources.c: adds the names that stand beside a role, before any quotation is looked at. */
void document_find_caseless_names(struct document *document);

/* roles.c: how the text describes each of them, which may show that it is a person. */
void document_read_roles(struct document *document);

#endif
