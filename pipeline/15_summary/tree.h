#ifndef SUMMARY_TREE_H
#define SUMMARY_TREE_H

/*
 * A summary as XML (schemas/common/summary.rng), for stylesheets.
 */

#include <libxml/tree.h>

#include "15_summary/fields.h"
#include "15_summary/summary.h"

struct summary_source {
    const struct summary *summary;      /* finished */
    const struct fields *fields;
    const struct findings *findings;    /* of the run as a whole */
    const char *program;
    /* Appends the address of a path as the file that is made has to name it. */
    void (*address)(void *user, const char *path, struct buffer *out);
    void *user;
};

/* NULL if memory runs out; freed with xmlFreeDoc(). */
xmlDocPtr summary_tree(const struct summary_source *source);

#endif
