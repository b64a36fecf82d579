#include "dateline/article/name.h"

#include "dateline/base/utf8.h"

struct str article_name(struct str title, struct str standfirst, struct str opening, struct str link)
{
	return title.length        ? title
	       : standfirst.length ? standfirst
	       : opening.length    ? opening
	       : link.length       ? link
				   : STR("(without a title)");
}

struct str article_opening(struct str text, struct arena *arena)
{
	if (text.length <= OPENING_BYTES)
		return arena_copy(arena, utf8_printable(arena, text));
	text = str_slice(text, 0, utf8_cut_back(text, OPENING_BYTES, OPENING_BYTES / 2));
	return arena_join(arena, utf8_printable(arena, text), STR("…"));
}
