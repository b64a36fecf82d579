/* put.h - the parts of storing an article that several files share */
#ifndef DATELINE_STORE_PUT_H
#define DATELINE_STORE_PUT_H

#include "dateline/query/rules.h"
#include "dateline/store/articles.h"
#include "store/library.h"

/* The feed's row after an answer; inside a transaction. */
bool put_answer_row(struct store *store, int64_t feed, const struct store_answer *answer, size_t fresh,
	size_t changed, struct error *error);

/* What an article is known by in its feed, and whether it is the same as before. 0: it has none. */
struct article_identity {
	uint64_t guid, link, text; /* keys of article_key */
	uint64_t text_hash;        /* of title, standfirst and the text of the blocks: what a reader sees */
	uint64_t fingerprint;      /* of everything received */
	bool is_substantial;       /* its text is long enough to be nobody else's */
	/* for one that is new; 0 and absent: not made ready, or of no use */
	size_t word_count;
	struct str frame;                   /* its body packed */
	int64_t match;                      /* the article that it is already; 0: none */
	const struct rule_verdict *verdict; /* of the user's rules, for one that is new; NULL: none fits */
	bool is_repeated; /* nothing is to be stored: it is there unchanged, or twice in the document, or was
			   * deleted from the library */
};

/* Of all articles of a document. `identities` has room for them. */
void identify_articles(const struct feed *document, struct article_identity *identities);

/* Which of them are in the library already. */
bool match_articles(struct store *store, int64_t feed, const struct feed *document, struct arena *scratch,
	struct article_identity *identities, struct error *error);

struct store_prepared {
	const struct feed *document;
	struct article_identity *identities; /* of each of its articles */
};

/* The rows that are made from an article: tags, authors, enclosures as received; sections and quotes as
 * derived. */
bool put_received_rows(
	struct store *store, int64_t id, const struct article *article, bool is_fresh, struct error *error);
bool put_derived_rows(
	struct store *store, int64_t id, const struct article *article, bool is_fresh, struct error *error);

/* Puts the reader's own label on an article, making it when there is none of that name; no entry of the
 * journal. */
bool put_label(struct store *store, int64_t id, struct str label, struct error *error);

/* Deletes an article with everything that belongs to it. */
bool delete_article(struct store *store, int64_t id, struct error *error);

#endif
