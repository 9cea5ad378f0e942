#ifndef DRAFT_FILE_H
#define DRAFT_FILE_H

/* Whether the data file of a draft is still the one that was opened. */

#include "library/drafting.h"

/* The file is to have the text that the draft was when it was saved. */
void draft_note_file(struct jixiao_draft *draft);

/* Reads the file again where it has been written to. */
bool draft_is_stale(struct jixiao_draft *draft);

/* After a file could not be saved: one that has the text of the draft all the
 * same, which the system could not make sure of, is no other one. */
void draft_note_unsure(struct jixiao_draft *draft);

#endif
