/* bywords.h - the words around the names in a byline: what stands before and behind them, roles, agencies */
#ifndef DATELINE_BODY_BYWORDS_H
#define DATELINE_BODY_BYWORDS_H

#include "dateline/base/str.h"

/* A byline without the words before the name: "Von", "Analysis by", "Автор:", "作者：". */
struct str bywords_skip_opener(struct str text);
bool bywords_are_opener(struct str line); /* "By", "Autorin:" and nothing else */

/* A byline up to the role, date, place or address behind the names. */
struct str bywords_cut(struct str text);

/* Whether a piece is what somebody does: "harbour editor", "Redakteurin". */
bool bywords_are_role(struct str text);

/* A name without the role that follows it and no comma between: "Anna Muster Senior Reporter". */
struct str bywords_cut_role(struct str name);

/* A name without the agency behind it: "Anna Muster/DPA", "Anna Muster Associated Press". */
struct str bywords_cut_agency(struct str name);
bool bywords_are_agency(struct str text); /* "Reuters", "The Associated Press" */

/* Whether a piece is said of somebody who did not write: "Editing by Bo Sample", "Special to the Gazette". */
bool bywords_are_aside(struct str text);

/* Whether a text is what programs and pages put where a name was expected: "admin", "Foto: …". */
bool bywords_are_nobody(struct str name);

#endif
