#ifndef KINDS_H
#define KINDS_H

/*
 * Files of other kinds that people take for data files (files.def).
 */

#include <stddef.h>

#include "0_base/findings.h"

struct kind {
    const char *first, *inside;
    size_t first_size, inside_size;
    const char *name[LANGUAGE_COUNT];
};

/* No kind has more first bytes than these. */
#define KIND_BYTES_MAX 10

/* NULL where the bytes are of none of them. */
const struct kind *kind_of_file(const char *bytes, size_t length);

#endif
