#ifndef EDITED_H
#define EDITED_H

/*
 * The second name under which a file that somebody edited is kept when a new
 * one takes its first: "附件1（手工修改）.docx", "附件1（手工修改2）.docx".
 */

#include <stdbool.h>

#include "0_base/buffer.h"
#include "9_bundle/folder.h"

/* Whether a set needs a name for itself that is still free in the folder. */
typedef bool edited_is_claimed(const void *user, const char *name);

/*
 * Append a name for the file with that digest ("": unknown).  It is free in
 * the folder, and true is returned; or there is the same file already, and it
 * is false.
 */
bool edited_name(const struct folder *folder, const char *name,
    const char *digest, edited_is_claimed *is_claimed, const void *user,
    struct buffer *out);

/* Copy a file to such a name, which is appended, unless the same file has one
 * already; 0 or the errno. */
int edited_copy(const struct folder *folder, const char *name,
    struct buffer *other);

/* A file that was edited. */
struct edited {
    const char *name;
    bool is_pulled;             /* jixiao pull reads its values back */
};

/* Keep a file so, with a finding; 0 or the errno. */
int edited_keep(const struct folder *folder, const struct edited *file,
    struct findings *findings);

/* The finding for what has been kept, which says what to type to take edits
 * back to the data file that findings are about. */
void edited_report(const struct folder *folder, const struct edited *file,
    const char *other, struct findings *findings);

#endif
