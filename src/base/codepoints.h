/* codepoints.h - what single code points are, where several files of base/ must agree */
#ifndef DATELINE_SRC_BASE_CODEPOINTS_H
#define DATELINE_SRC_BASE_CODEPOINTS_H

#include <stdbool.h>
#include <stdint.h>

bool codepoint_is_hidden_format(uint32_t codepoint); /* seen by nobody, though it may reorder or hide text */

#endif
