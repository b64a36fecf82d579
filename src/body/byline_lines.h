/* byline_lines.h - the lines near the title that say who wrote the article, where no markup does */
#ifndef DATELINE_BODY_BYLINE_LINES_H
#define DATELINE_BODY_BYLINE_LINES_H

#include "body/claims.h"

/* The source of such a claim. */
extern const char byline_line_source[];

#define NEAR_ABOVE 8   /* what standing between the title and the text adds to a weight */
#define NEAR_BEHIND -6 /* what standing right behind the body adds to a weight */

/* How near an element stands to the title, as what it adds to a weight: bylines below the article and of
 * other articles count less. */
int byline_nearness(const struct page *page, uint32_t index);

bool byline_is_in_figure(const struct page *page, uint32_t index);

/* Claims the names in the lines of an element with little text. A label alone in its line belongs to the next
 * one. */
void byline_claim_lines(struct page *page, uint32_t index);

/* Claims those in the lines under a title that stands in one element with the text. */
void byline_claim_toplines(struct page *page);

#endif
