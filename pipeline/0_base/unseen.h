#ifndef UNSEEN_H
#define UNSEEN_H

/*
 * Characters that are not seen, by the names that people know them by.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "0_base/buffer.h"
#include "0_base/findings.h"

enum unseen {
    UNSEEN_NOT,                 /* one that is seen, or a plain space */
    UNSEEN_CONTROL, UNSEEN_DIRECTION, UNSEEN_BREAK, UNSEEN_INVISIBLE,
    UNSEEN_SPACE
};

enum unseen unseen_kind(unsigned code);

/* 制表符（U+0009）; the code alone of one that is seen. */
void unseen_describe(unsigned code, enum language language,
    struct buffer *out);

/* Whether a text can be read, and stand in a file for a name: it has none of
 * these characters but spaces, and not these alone. */
bool unseen_allows_name(const char *text);

/* Text in which these characters, but for spaces, are shown by their names,
 * and bytes that are no UTF-8 by their number: 甲〔制表符〕乙 */
void unseen_show(const char *text, size_t length, enum language language,
    struct buffer *out);

/* The same to a stream, which takes no memory. */
void unseen_print(const char *text, size_t length, enum language language,
    FILE *out);

#endif
