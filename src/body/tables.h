/* tables.h - which tables hold data, and which hold a page together */
#ifndef DATELINE_BODY_TABLES_H
#define DATELINE_BODY_TABLES_H

#include "dateline/markup/html.h"

/* True when the rows of a table are for reading as rows: several cells in one, no tables, headings or long
 * texts in them. Old pages and newsletters are laid out with the other kind. */
bool table_has_data(const struct node *table);

#endif
