#ifndef NEXT_H
#define NEXT_H

/*
 * The data file of the year after, from one that was filed.
 *
 * What becomes of each member says the schema (x-next and x-next-from,
 * transform.h), the nearer decision before that of what is around it:
 *
 *   keep     it stays; years and days typed into its text are told
 *   clear    null, but for a text of nothing but references, which turn by
 *            themselves; a list or object with a decision of its own as a
 *            whole, where it may be null, one without it member by member; what
 *            cannot be null is taken away
 *   drop     it is taken away, but for such a text
 *   turn     a year, and one more
 *
 * What is not changed keeps its bytes: order, layout and spelling of the file
 * are a person's.
 *
 * Findings:  hints that say what was emptied, taken away and is to be looked
 *            at, a line for each object that holds some of it, with pointers
 *            and without places.
 */

#include <libxml/tree.h>

#include "0_base/buffer.h"
#include "0_base/findings.h"
#include "0_base/lexicon.h"
#include "1_read/json.h"
#include "2_schema/schema.h"

/* The data, which has passed the schema, and the tree made of it. */
struct next_source {
    const struct json *json;
    const struct schema *schema;
    const struct lexicon *lexicon;
    xmlDocPtr submission;
};

/* Appends the text of the new file.  `schema` stands in place of what the
 * member $schema says, NULL for what it says already.  False, with a finding,
 * where the year cannot be turned or memory ran out. */
bool next_make(const struct next_source *source, const char *schema,
    struct buffer *out, struct findings *findings);

#endif
