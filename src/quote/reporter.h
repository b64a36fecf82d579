/* reporter.h - the verb of reported speech and its subject, in languages with a freer word order than English
 */
#ifndef DATELINE_QUOTE_REPORTER_H
#define DATELINE_QUOTE_REPORTER_H

#include "quote/clause.h"

/* A sentence that is searched for what it reports. */
struct report_scan {
	const struct document *document;
	uint32_t first, end; /* tokens of the sentence, without the stop */
	uint32_t from;       /* what stands before was reported already */
	const struct attribution *done;
	struct report_list *reports;
	struct phrase last; /* whose the report before is, in this sentence */
};

/* Is the token in the sentence, outside marks, and of one of the classes? */
static inline bool scan_is(const struct report_scan *scan, uint32_t at, uint64_t classes)
{
	return at < scan->end && is_outside(scan->document, at) && token_has(scan->document, at, classes);
}

static inline bool scan_is_comma(const struct report_scan *scan, uint32_t at)
{
	return at < scan->end && is_outside(scan->document, at) &&
	       token_flagged(scan->document, at, TOKEN_COMMA);
}

/* Is the token a verb that reports, complete with its particle and auxiliary? */
bool reporter_is_cue(const struct report_scan *scan, uint32_t at);

/* Where the verb group that the cue belongs to begins; what stands from `at` on before a cue: a, hat, se. */
uint32_t reporter_verb_start(const struct report_scan *scan, uint32_t cue);
uint32_t reporter_skip_auxiliaries(const struct report_scan *scan, uint32_t at);

/* Is this phrase surely somebody: a name, he or she, a role, an organisation? */
bool reporter_is_somebody(const struct document *document, const struct phrase *phrase);

/* The subject right behind the cue, before `limit`; none when it is not surely somebody. */
struct phrase reporter_behind(const struct report_scan *scan, uint32_t cue, uint32_t limit);

/* The subject in front of the cue, not before `floor`, whatever it is. */
struct phrase reporter_ahead(const struct report_scan *scan, uint32_t cue, uint32_t floor);

/* The subject on either side, that of the report before, or the one left unsaid; none when nobody can be
 * meant. */
struct phrase reporter_of(const struct report_scan *scan, uint32_t cue, uint32_t limit);

/* The one left unsaid, where the language and what stands before the verb allow it; else none. */
struct phrase reporter_unsaid(const struct report_scan *scan, uint32_t cue);

/* A phrase without its words that say when and where: der Minister am Montag. */
struct phrase reporter_trimmed(const struct document *document, struct phrase phrase);

#endif
