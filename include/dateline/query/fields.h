/* fields.h - what a query can ask about: one row per field, for completion, help and the manual */
#ifndef DATELINE_QUERY_FIELDS_H
#define DATELINE_QUERY_FIELDS_H

#include "dateline/base/str.h"

enum query_field {
	QUERY_ANYWHERE, /* no field: title, standfirst, body, headings, tags, authors */
	QUERY_TITLE,
	QUERY_STANDFIRST,
	QUERY_BODY,
	QUERY_HEADING,
	QUERY_TAG,
	QUERY_CATEGORY,
	QUERY_LABEL,
	QUERY_FEED,
	QUERY_FOLDER,
	QUERY_AUTHOR,
	QUERY_LINK,
	QUERY_SITE,
	QUERY_LANG,
	QUERY_SPEAKER,
	QUERY_ROLE,
	QUERY_SAID,
	QUERY_CUE,
	QUERY_QUOTE,
	QUERY_DATE,
	QUERY_UPDATED,
	QUERY_SEEN,
	QUERY_READON,
	QUERY_NEWER,
	QUERY_OLDER,
	QUERY_BEFORE,
	QUERY_AFTER,
	QUERY_WORDS,
	QUERY_MINUTES,
	QUERY_SECTIONS,
	QUERY_QUOTES,
	QUERY_VERSIONS,
	QUERY_IS,
	QUERY_HAS,
	QUERY_ID,
	QUERY_SAVED,
	QUERY_SORT,
	QUERY_LIMIT,
	QUERY_GROUP,
	QUERY_FIELD_COUNT,
};

enum query_kind {
	QUERY_KIND_TEXT,      /* matches words */
	QUERY_KIND_NAME,      /* matches whole names */
	QUERY_KIND_NAME_TEXT, /* whole names, else words in them */
	QUERY_KIND_BY_WORDS,  /* words of a name, in order */
	QUERY_KIND_TIME,
	QUERY_KIND_NUMBER,
	QUERY_KIND_SET, /* one of the words listed */
	QUERY_KIND_SAVED,
	QUERY_KIND_DIRECTIVE,
};

#define QUERY_WORDS_PER_MINUTE 220 /* of reading, for minutes: */

/* `name` is "" for QUERY_ANYWHERE; `words` are those a set or a directive takes, parted by spaces, else "".
 */
struct query_field_info {
	const char *name, *short_name; /* short_name "" when there is none */
	enum query_kind kind;
	const char *words;
	const char *help;    /* what it matches, without a full stop */
	const char *example; /* a whole query */
};

const struct query_field_info *query_field_info(enum query_field field);

/* The field of that name or short name; QUERY_FIELD_COUNT when there is none. */
enum query_field query_field_find(struct str name);

#endif
