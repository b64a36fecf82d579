/* caseless.h - who said it in Chinese, Japanese, Korean and Arabic, where no capital tells a name */
#ifndef DATELINE_QUOTE_CASELESS_H
#define DATELINE_QUOTE_CASELESS_H

#include "quote/attribute.h"

/* Adds the name that it finds to the document. */
struct attribution attribute_caseless(
	struct document *document, uint32_t span, const struct attribution *done);

#endif
