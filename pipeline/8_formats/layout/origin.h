#ifndef ORIGIN_H
#define ORIGIN_H

/*
 * Where a paged file comes from, for its metadata.
 */

#include <stdbool.h>

struct origin {
    const char *program;        /* "jixiao 1.2.3" */
    const char *data_digest;    /* SHA-256 in hex */
    const char *date;           /* ISO 8601 day of the data; NULL: none */
};

/* Whether its date is a day as YYYY-MM-DD, and no other text. */
bool origin_has_day(const struct origin *origin);

#endif
