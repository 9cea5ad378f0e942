#ifndef PULL_H
#define PULL_H

/*
 * Returned Word files compared with what their data prints now: edited values
 * become edits of the data, all else that differs a finding.
 *
 *     struct pull *pull = pull_new(&source, findings);
 *     good = pull_file(pull, path, false) && pull_finish(pull);
 *     pull_edits(pull) ...
 *     pull_free(pull);
 *
 * Ownership: pull_new() gives the caller the pull, pull_free() frees it.  What
 *            the source names, and paths, are borrowed.
 * Errors:    what is wrong with a file is a finding about it and does not keep
 *            the others from being read; false means that memory ran out.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/findings.h"
#include "0_base/lexicon.h"
#include "1_read/json.h"
#include "2_schema/schema.h"
#include "13_pull/edits.h"
#include "4_formulas/formulas.h"

struct pull_source {
    const struct json *json;
    const char *data_digest;    /* of its bytes, as digest.h prints it */
    xmlDocPtr submission;
    xmlDocPtr documents;        /* the page model of all attachments */
    const struct lexicon *lexicon;
    const struct schema *schema;
    const struct formulas *formulas;
    struct print_style style;   /* of the edition */
    bool original;              /* as if tracked changes were never made */
};

struct pull;

struct pull *pull_new(const struct pull_source *source,
    struct findings *findings);
void pull_free(struct pull *pull);              /* NULL is allowed */

bool pull_file(struct pull *pull, const char *path);

/* Findings about all files together. */
bool pull_finish(struct pull *pull);

/* Those that contradict one another are marked. */
const struct edits *pull_edits(const struct pull *pull);

#endif
