#ifndef KINDS_H
#define KINDS_H

/*
 * Files of other kinds that people take for data files (files.def).
 */

#include <cjson/cJSON.h>
#include <stddef.h>

#include "0_base/findings.h"
#include "0_base/phrases.h"

struct kind {
    const char *first, *inside;
    size_t first_size, inside_size;
    const char *name[LANGUAGE_COUNT];
    enum phrase advice;         /* what to do with one */
};

/* No kind has more first bytes than these. */
#define KIND_BYTES_MAX 10

/* NULL where the bytes are of none of them. */
const struct kind *kind_of_file(const char *bytes, size_t length);

/* The same for what no first bytes tell, in any encoding that has ASCII:
 * markup, bytes that are no text, or a table where lines have commas,
 * semicolons or tabs between their cells. */
const struct kind *kind_of_text(const char *text, size_t length);

/* The same for JSON, by the names of the members that come first. */
const struct kind *kind_of_tree(const cJSON *root);

/* The finding for a file of a kind. */
void kind_report(const struct kind *kind, struct findings *findings);

#endif
