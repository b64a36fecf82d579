/* datetime_names.h - the words that stand in dates: months, zones, halves of the day, and words that mean
 * nothing */
#ifndef DATELINE_BASE_DATETIME_NAMES_H
#define DATELINE_BASE_DATETIME_NAMES_H

#include "dateline/base/str.h"

enum date_word {
	DATE_WORD_UNKNOWN,
	DATE_WORD_MONTH,   /* value: 1 to 12 */
	DATE_WORD_WEEKDAY, /* value: 0 (Sunday) to 6 */
	DATE_WORD_ZONE,    /* value: minutes east of UTC */
	DATE_WORD_HALF,    /* value: 0 before noon, 12 after */
	DATE_WORD_UNIT,    /* value: what the number before it is, as enum date_unit */
	DATE_WORD_NOISE,
};

enum date_unit { UNIT_YEAR, UNIT_MONTH, UNIT_DAY, UNIT_HOUR, UNIT_MINUTE, UNIT_SECOND };

/* What a word means; folded, without full stops. */
enum date_word date_word_find(struct str word, int *value);

/* The word as it is compared: accents and case of Latin, Greek and Cyrillic away, and full stops. Writes at
 * most `room` bytes; returns how many. */
size_t date_word_fold(struct str word, char *out, size_t room);

#endif
