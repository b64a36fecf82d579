/* cookies.h - the cookies of one request, which nobody else sees */
#ifndef DATELINE_NET_COOKIES_H
#define DATELINE_NET_COOKIES_H

#include "transfer.h"

/* Gives `easy` the cookies that the transfer has so far, and lets it take more. */
void cookies_give(struct transfer *transfer, CURL *easy);

/* Takes over what the servers of this hop have set. */
void cookies_take(struct transfer *transfer);

#endif
