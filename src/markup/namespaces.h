/* namespaces.h - which vocabulary a namespace address or a prefix means */
#ifndef DATELINE_MARKUP_NAMESPACES_H
#define DATELINE_MARKUP_NAMESPACES_H

#include "dateline/markup/node.h"

/* The namespace of an address, misspelt as publishers misspell it; NS_OTHER for one that nobody here reads.
 */
enum namespace namespace_of_address(struct str address);

/* What a prefix means that the document does not declare, or declares with an address that nobody knows: what
 * it means by custom, else NS_OTHER. */
enum namespace namespace_of_prefix(struct str prefix);

#endif
