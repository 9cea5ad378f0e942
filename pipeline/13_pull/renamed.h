#ifndef PULL_RENAMED_H
#define PULL_RENAMED_H

/*
 * References that go by the name of an entry (x-key) which an edit has changed:
 * they are written with the new one, as edits of the texts that they are in.
 * They stay as they are where another entry of the list has that name, too, and
 * in a text whose own edits conflict.
 */

#include "13_pull/pull.h"

/* With a finding for each such name.  False if memory runs out. */
bool renamed_follow(struct edits *edits, const struct pull_source *source,
    struct findings *findings);

#endif
