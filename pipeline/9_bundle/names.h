#ifndef BUNDLE_NAMES_H
#define BUNDLE_NAMES_H

/*
 * File names made from text that comes from data.
 *
 * A name is readable and good on Linux, Windows and macOS alike: no separator
 * or other reserved character (a full-width twin stands in for it), nothing
 * that cannot be seen, no dot or space at either end, no device's name, at
 * most NAME_BYTES_MAX bytes, cut between characters; it is never empty.
 * Ownership: names_free() frees every name that the set gave out.
 */

#include "0_base/buffer.h"

#define NAME_BYTES_MAX 200      /* with the extension; file systems allow 255 */

struct names;

struct names *names_new(void);          /* NULL: out of memory */
void names_free(struct names *names);   /* NULL is allowed */

/*
 * A name that the set has not given out before, however its letters are
 * cased: a second one gets （2）.  extension (".docx", "" for a folder) is
 * added as it is.  NULL if memory runs out.
 */
const char *names_add(struct names *names, const char *text,
    const char *extension);

/* "submission.json" of "county/submission.json". */
const char *name_of_file(const char *path);

/* The same for one name alone; mark goes before the extension, as it is. */
void name_print(const char *text, const char *extension, struct buffer *out);
void name_print_marked(const char *text, const char *mark,
    const char *extension, struct buffer *out);

#endif
