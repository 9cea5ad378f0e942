#ifndef SCAN_H
#define SCAN_H

/*
 * Go over the bytes of a JSON text once, strictly, without building a tree.
 *
 * Standard:  RFC 8259 in UTF-8, the byte order mark (8.1) taken off; no
 *            lone surrogate escapes (RFC 7493, 2.1).  Names that occur twice
 *            are none of its business.
 * Memory:    no recursion; nesting beyond the limit is a fault like others.
 * Result:    where every value stands, in document order, or the first fault.
 *            What the fault looks like to a person is for mistake.h.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SCAN_DEPTH_LIMIT 512

/* Why the scan stopped.  The first seven tell what the grammar expected. */
enum scan_fault {
    SCAN_VALUE,
    SCAN_VALUE_OR_END,          /* after [ */
    SCAN_NAME,
    SCAN_NAME_OR_END,           /* after { */
    SCAN_COLON,
    SCAN_COMMA_OR_END,          /* after a value in an object or array */
    SCAN_END,                   /* of the text */

    SCAN_NOT_UTF8,
    SCAN_UNCLOSED,              /* string: a line or the text ends in it */
    SCAN_CONTROL,               /* character in a string */
    SCAN_ESCAPE,
    SCAN_SURROGATE,
    SCAN_NUMBER,
    SCAN_DEPTH,
    SCAN_MEMORY,
    SCAN_FINE
};

struct scan_value {
    uint32_t start, end;        /* of the text of the value, end exclusive */
    uint32_t name;              /* start of its name, or of itself */
};

struct scan {
    struct scan_value *values;  /* scan_free() frees them */
    size_t count;
    enum scan_fault fault;
    size_t offset;              /* of the fault */
    size_t since;               /* where the string or number around it, or
                                   else the innermost object or array, starts;
                                   the offset itself where there is none */
};

/* True if the text is JSON.  Free the scan in either case. */
bool scan_text(struct scan *scan, const char *text, size_t length);
void scan_free(struct scan *scan);

#endif
