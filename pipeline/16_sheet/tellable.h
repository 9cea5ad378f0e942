#ifndef SHEET_TELLABLE_H
#define SHEET_TELLABLE_H

/*
 * What of XPath a spreadsheet can be told: constants, paths, and the calls of
 * a table, one in another.
 */

#include <stdbool.h>
#include <stddef.h>

#define TELLABLE_ARGUMENTS_MAX 8

/* Borrowed text without white space around it. */
struct tellable {
    const char *begin;
    size_t length;
};

struct told_call {
    const char *name;
    int least, most;            /* arguments */
    const char *told;           /* {0} {1} {2}: the arguments, told */
    const char *told_short;     /* the same without the last one */
};

struct tellable tellable_of(const char *text);
struct tellable tellable_trim(struct tellable text);

/* Whether all of it can be told. */
bool tellable_whole(struct tellable text);

/* The call that it is; NULL for none. */
const struct told_call *tellable_call(struct tellable text);

/* The arguments of a call whose name has so many bytes; 0 where there are too
 * many, or the text goes on behind it. */
int tellable_part(struct tellable text, size_t name,
    struct tellable list[TELLABLE_ARGUMENTS_MAX]);

/* A figure by itself, in quotation marks or not. */
bool tellable_is_constant(struct tellable text,
    struct tellable *digits);
bool tellable_is_path(struct tellable text);

#endif
