/*
 * Long words made short.
 */

#include "13_pull/excerpt.h"

#include <stdio.h>

#include "0_base/utf8.h"

const char *excerpt_of(const char *text, char room[EXCERPT_SIZE])
{
    size_t head = utf8_head(text, EXCERPT_CHARACTERS);

    if (!text[head])
        return text;
    snprintf(room, EXCERPT_SIZE, "%.*s" SIGN_CUT, (int)head, text);
    return room;
}
