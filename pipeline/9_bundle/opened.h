#ifndef OPENED_H
#define OPENED_H

/*
 * Files that lie beside one that a word processor has open: ".~lock.附件1.docx#"
 * of LibreOffice, "~$件1.docx" of Word, ".~附件1.docx" of WPS.
 */

#include <stdbool.h>

#include "0_base/buffer.h"
#include "9_bundle/folder.h"

/* Whether a name is that of such a file. */
bool opened_is_mark(const char *name);

/* Append the name of the one that lies beside a file; false where none does. */
bool opened_find(const struct folder *folder, const char *name,
    struct buffer *out);

#endif
