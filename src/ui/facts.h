/* facts.h - what is known about something, as rows of a list that are copied by choosing them */
#ifndef DATELINE_UI_FACTS_H
#define DATELINE_UI_FACTS_H

#include "picker.h"

/* Adds "label  value" to a list that is being loaded, over several rows when the value is long; absent values
 * are left out. */
void facts_add(struct picker *picker, const char *label, struct str value);
void facts_add_time(struct picker *picker, const char *label, int64_t time);

void facts_copy(
	struct view *owner, const struct picker_row *row); /* all of the value that the row is part of */

#endif
