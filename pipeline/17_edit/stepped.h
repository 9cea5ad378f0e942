#ifndef EDIT_STEPPED_H
#define EDIT_STEPPED_H

/*
 * Where a step that was undone or done again has changed the data.
 */

#include "1_read/json.h"
#include "17_edit/draft.h"

/* Appends the pointer of the first value that has changed, or of what is around
 * one that is gone.  json: of the text as it is now; back: it was undone. */
void stepped_print(const struct json *json, const struct step *step,
    bool back, struct buffer *pointer);

#endif
