/* feedrows.h - the rows of the list of feeds */
#ifndef DATELINE_UI_FEEDROWS_H
#define DATELINE_UI_FEEDROWS_H

#include "view.h"

enum feed_row_kind { FEED_ROW_HEADING, FEED_ROW_SAVED, FEED_ROW_FOLDER, FEED_ROW_FEED };

struct feed_row {
	enum feed_row_kind kind;
	int64_t feed; /* 0 when it is none */
	struct str name, folder, address;
	struct str query;   /* what opening it shows */
	struct str cause;   /* of its last failure */
	struct str picture; /* its last days as a row of bars */
	int64_t unread, articles;
	bool is_muted, is_full_text, is_broken;
};

struct feed_row_list {
	struct feed_row *items;
	size_t count, capacity;
};

struct feeds { /* state of view_feeds */
	struct arena arena;
	struct feed_row_list rows;
	size_t feed_count;
	size_t cursor, top;
	int height;
	bool only_broken;
	bool is_stale; /* something has come: read again when the list is drawn, once for many events */
	struct arena words_arena;
	struct str words;    /* part of names or addresses; absent: all */
	int64_t edited_feed; /* whose properties are being changed */
	size_t edited_property;
};

/* Reads the rows; the cursor stays on its feed. */
void feeds_load(struct view *view);

void feeds_move(struct feeds *feeds, long rows); /* headings are passed over */
void feeds_scroll(struct feeds *feeds);

#endif
