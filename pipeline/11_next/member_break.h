#ifndef MEMBER_BREAK_H
#define MEMBER_BREAK_H

/*
 * The layout in front of a member of an object, for a new one beside it.
 */

#include "0_base/buffer.h"
#include "1_read/json.h"

/* Appends what stands between the mark before a member and its name, where that
 * breaks the line; else a blank. */
void member_break_add(const struct json *json, const cJSON *member,
    struct buffer *out);

#endif
