/* picker.h - one pop-up for tags, speakers, sections, saved queries and keys: type to narrow, choose */
#ifndef DATELINE_UI_PICKER_H
#define DATELINE_UI_PICKER_H

#include "view.h"

struct picker_row {
	struct str name;
	struct str detail; /* at the right end */
	struct str key;    /* shown before the name; may be absent */
	struct str whole;  /* when the name is one row of a longer text: all of it */
	int indent;
	enum query_mark mark;
	int64_t value;     /* whatever the source wants to find again */
	bool is_present;   /* where the reader is now: the cursor starts here */
	struct str folded; /* made by the picker */
	int score;
};

struct picker_row_list {
	struct picker_row *items;
	size_t count, capacity;
};

struct picker;

/* What fills a picker and what choosing means. Functions are given the view that opened it. */
struct picker_source {
	const char *title;
	const char *foot;   /* keys, at the bottom edge */
	unsigned marks;     /* bits 1 << enum query_mark that Tab steps through; 0: no marks */
	bool digits_choose; /* a digit typed first chooses that row */
	bool words_first; /* names are sentences: wider, and a detail that has no room beside one is left out
			   */
	void (*load)(struct view *owner, struct picker *picker);
	/* Enter on a row, after the picker has closed. */
	void (*choose)(struct view *owner, const struct picker_row *row);
	/* Enter after a mark was changed, before the picker closes. May be NULL without marks. */
	void (*apply)(struct view *owner, struct picker *picker);
	void (*marked)(struct view *owner, struct picker *picker);       /* a mark was changed; may be NULL */
	void (*moved)(struct view *owner, const struct picker_row *row); /* may be NULL */
	void (*left)(struct view *owner);                                /* Esc; may be NULL */
};

struct picker_question { /* what view_picker is opened with */
	const struct picker_source *source;
	int64_t subject;
};

struct picker { /* state of view_picker */
	const struct picker_source *source;
	int64_t subject;
	struct arena arena;
	struct picker_row_list rows;
	size_t *shown; /* indexes of rows that what is typed leaves, best first */
	size_t shown_count, cursor, top;
	struct area rows_area; /* where the rows were drawn */
	struct lineedit edit;
	bool has_changed_marks;
	struct str built; /* a line under the rows: the query that is being made */
	void *data;       /* of the source, in the arena */
	int height;
};

/*   subject  what it is about, such as the id of an article: for load() */
void picker_open(struct view *owner, const struct picker_source *source, int64_t subject);
struct picker_row *picker_add(struct picker *picker); /* for load() */

/* How well `typed` fits a folded name: each of its words must be found, in order of letters; 0: not at all.
 */
int picker_score(struct str folded, struct str typed);

#endif
