#ifndef EDITION_NAMES_H
#define EDITION_NAMES_H

/*
 * The editions that there are: those built in, or those of the folder that
 * stands in for them.
 *
 * Errors:    running out of memory is kept in failed, of names or of a buffer.
 */

#include <stdbool.h>

#include "0_base/buffer.h"
#include "0_base/resources.h"

struct edition_names {
    char **list;                /* by their bytes */
    size_t count, room;
    bool failed;
};

/* edition_names_free() in any case. */
void edition_names_read(struct edition_names *names,
    const struct resources *resources);
void edition_names_free(struct edition_names *names);

/* Whether there is such an edition; *failed becomes true where memory ran
 * out. */
bool edition_exists(const struct resources *resources, const char *name,
    bool *failed);

/* Appends all names, as listed.h has them. */
void edition_list(const struct resources *resources, struct buffer *out);

/* Sets out to the name most like this one; false if none is near. */
bool edition_nearest(const struct resources *resources, const char *name,
    struct buffer *out);

/* Sets out to the last name; "" if there is none. */
void edition_last(const struct resources *resources, struct buffer *out);

#endif
