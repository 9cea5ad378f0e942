#ifndef REPLACING_H
#define REPLACING_H

/*
 * A data file written anew, whole or not at all.
 */

#include "0_base/findings.h"

struct replacement {
    const char *path;           /* of the file, or of a link to it */
    const char *digest;         /* of the text that it has to have, a byte order
                                   mark aside; NULL: whatever it has */
    enum catalogue changed;     /* found where it has another */
};

/* False, with a finding, where nothing was written. */
bool replace_file(const struct replacement *how, const char *bytes,
    size_t length, struct findings *findings);

#endif
