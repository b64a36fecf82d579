/* match.h - whether an article is meant, decided in memory; and the one way of comparing text */
#ifndef DATELINE_QUERY_MATCH_H
#define DATELINE_QUERY_MATCH_H

#include "dateline/article/article.h"
#include "dateline/query/query.h"

/* An article with what the library knows about it. Slices are borrowed. */
struct query_subject {
	const struct article *article;
	struct str feed_title, feed_name, feed_address, folder; /* name: the user's own title for the feed */
	struct str_list labels;
	int64_t number;       /* the library's, for id:; 0: none */
	int64_t versions;     /* 1 when the publisher never changed it */
	int64_t seen, readon; /* TIME_NONE: never */
	bool is_read, is_starred, is_later, is_hidden, is_updated, is_duplicate, is_full;
};

/* Hidden articles are left out unless the query speaks of is:hidden; duplicates unless of is:duplicate, or
 * group:none. */
bool query_matches(const struct query *query, const struct query_subject *subject);

/* Whether a quotation of an article that is meant is one the query speaks of: it fits one of the groups of
 * quotation terms (speaker:, said:, …) at the top level, or there are none. */
bool query_matches_quote(const struct query *query, const struct quote *quote);

/* ---- text */

/* The text as it is compared and indexed, added to `out`: folded (utf8_fold), words parted by one space,
 * everything between words dropped, each character of a script without spaces a word of its own. Feed this to
 * the full-text index, with a tokenizer that splits at spaces and does not fold again. A line end becomes
 * QUERY_INDEX_BREAK, a word that none can look for, so that no phrase reaches over it; put it between the
 * texts of a list as well. */
#define QUERY_INDEX_BREAK "¶"
void query_index_text(struct str text, struct buffer *out);

/* One way of comparing text, ready for use: words, a phrase, a name, a regular expression. */
struct query_matcher;

/* Whether text, as displayed, is accepted. For many rows this is the SQL function that sql.h asks for. */
bool query_matcher_accepts(const struct query_matcher *matcher, struct str text);

/* The place of the first occurrence at or after `from`, for marking it; false when there is none. */
bool query_matcher_find(
	const struct query_matcher *matcher, struct str text, size_t from, size_t *start, size_t *end);

/* The matchers of what the query looks for in text, not negated: each marks its own places in an article. */
struct query_matcher_list {
	const struct query_matcher **items;
	size_t count, capacity;
};
void query_text_matchers(const struct query *query, struct arena *arena, struct query_matcher_list *matchers);

/* The name by which names are compared: folded, space, hyphen and underscore equal, a leading # dropped. Keep
 * it in a column beside each tag, label, author and folder. */
struct str query_fold_name(struct str name, struct arena *arena);

#endif
