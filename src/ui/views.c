#include "speaker.h"
#include "view.h"

/* Every view there is: the key map, the help and the manual are made from their actions. */
const struct view_type *const view_types[] = {
	&view_headlines,
	&view_reader,
	&view_quotes,
	&view_speaker,
	&view_feeds,
	&view_picker,
};

const size_t view_type_count = COUNT_OF(view_types);
