/* images.h - where the picture of an element really is */
#ifndef DATELINE_BODY_IMAGES_H
#define DATELINE_BODY_IMAGES_H

#include "dateline/markup/html.h"

/* The absolute address of an img's picture, lazy or not, from its own attributes, else from the sources of
 * the picture element that it stands in; STR_NONE for an empty stand-in, a tracking pixel, and what is no web
 * address. */
struct str image_address(const struct node *image, struct str base, struct arena *arena);

/* The largest candidate of a srcset. */
struct str image_best_of(struct str srcset);

#endif
