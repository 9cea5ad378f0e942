#ifndef SHEET_PARAGRAPHS_H
#define SHEET_PARAGRAPHS_H

/*
 * Paragraphs as rows, each with what it is and its level, from which the nested
 * lists of the data can be made again.
 *
 * A text is a list of blocks, which are strings, or objects: of values, of
 * groups, which are lists of strings and of such objects, and of texts, which
 * are lists of blocks again, one level down.  What a row is is the label of the
 * value, or of the group; of a block that is a string a word for it.
 */

#include "2_schema/schema.h"

/* Whether a list is a text within one that has such blocks. */
bool paragraphs_is_text(const struct schema_node *list,
    const struct schema_node *block);

#endif
