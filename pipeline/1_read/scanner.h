#ifndef SCANNER_H
#define SCANNER_H

/*
 * The scanner at work, for those that go on behind a fault (recover.c).
 */

#include "1_read/scan.h"

struct scanner {
    const char *text;
    size_t length, at;
    enum scan_fault expected;
    uint32_t name;              /* of the value to come, UINT32_MAX if none */
    struct scan *scan;
    size_t room;
    size_t depth;
    size_t open[SCAN_DEPTH_LIMIT];      /* the values around, by number */
};

void scanner_begin(struct scanner *s, struct scan *scan, const char *text,
    size_t length);

/* Reads on: true at the end of the text, false at the next fault. */
bool scanner_run(struct scanner *s);

/* Whether the innermost value around is an object; there is one. */
bool scanner_is_in_object(const struct scanner *s);

/* Reads the byte that closes the innermost value.  Always true. */
bool scanner_close(struct scanner *s);

/* Goes behind a fault to where the next member or entry begins, as a person
 * would read on; false where nothing is left to be read. */
bool scanner_recover(struct scanner *s);

#endif
