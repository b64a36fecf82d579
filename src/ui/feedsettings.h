/* feedsettings.h - everything that the user may change of a feed, to choose from */
#ifndef DATELINE_UI_FEEDSETTINGS_H
#define DATELINE_UI_FEEDSETTINGS_H

#include "view.h"

/* Opens the list over the list of feeds; choosing a row asks for its value. */
void feed_settings_open(struct view *feeds, int64_t feed);

#endif
