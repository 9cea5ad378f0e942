#ifndef KEPT_H
#define KEPT_H

/*
 * The data file that is kept in an archive, a folder or a ZIP file, or in the
 * folder of a set.
 */

#include "0_base/buffer.h"
#include "0_base/findings.h"

#define KEPT_ENDING ".json"     /* of the name PHRASE_ARCHIVE_DATA in a set */

/* Whether what is at the path holds files, and is no data file itself. */
bool kept_is_holder(const char *path);

/* Appends its data file, up to JSON_SIZE_LIMIT bytes; false, with a finding,
 * where it has none. */
bool kept_read(const char *path, struct buffer *out,
    struct findings *findings);

#endif
