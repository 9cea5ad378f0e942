#ifndef WRITTEN_H
#define WRITTEN_H

/*
 * What a run has written as a file of a summary, to tell later whether
 * somebody has edited it: its digest, as sha256sum(1) prints it, in a hidden
 * file beside it.
 */

#include "0_base/buffer.h"
#include "0_base/findings.h"
#include "9_bundle/folder.h"

/* Before a file is replaced by those bytes: one that is not as a run has
 * written it is kept under a second name, with a finding; 0 or the errno. */
int written_keep(const struct folder *folder, const char *name,
    const struct buffer *bytes, struct findings *findings);

/* Between that and replacing it: notes the bytes; 0 or the errno. */
int written_note(const struct folder *folder, const char *name,
    const struct buffer *bytes);

/* Where it is not replaced after all: a file that is there counts as edited. */
void written_forget(const struct folder *folder, const char *name);

#endif
