/* libxml.h - libxml2's opinion of a document that had to be repaired */
#ifndef DATELINE_MARKUP_LIBXML_H
#define DATELINE_MARKUP_LIBXML_H

#include "dateline/base/str.h"

struct libxml_verdict {
	unsigned line;
	char message[200]; /* libxml2's own words, without line end */
};

/* It is loaded when it is asked for the first time, with what stands behind it (ICU, the C++ library): that took
 * half of every start, and nineteen feeds of twenty are well-formed. */

/* True when libxml2 finds that the document is not well-formed; the verdict is its first complaint. Builds
 * nothing, loads nothing, expands nothing. near  where the fault is: not much more is read, and nothing at
 * all when it lies further in than is worth the time, or when there is no libxml2 */
bool libxml_judge(struct str text, size_t near, struct libxml_verdict *verdict);

#endif
