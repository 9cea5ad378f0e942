#ifndef SUMMARY_RECORD_MAKE_H
#define SUMMARY_RECORD_MAKE_H

/*
 * The record of a data file that was just checked or built.
 */

#include <libxml/tree.h>

#include "0_base/lexicon.h"
#include "15_summary/columns.h"
#include "15_summary/record.h"
#include "6_rules/rules.h"

struct record_source {
    const char *path, *digest, *folder, *program;       /* folder NULL: none */
    const struct findings *findings;
    /* All NULL, or all but the columns, where the data has no shape to go on
     * with: */
    const char *edition;
    xmlDocPtr submission;       /* complete */
    const struct rules *rules;
    const struct lexicon *lexicon;
    const struct columns *columns;
    /* Such data, with columns, for what it states all the same, or NULL: */
    const struct json *json;
    const struct schema *schema;
};

/* NULL, with a finding in faults, where memory runs out. */
struct record *record_make(const struct record_source *source,
    struct findings *faults);

#endif
