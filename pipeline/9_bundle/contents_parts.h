#ifndef CONTENTS_PARTS_H
#define CONTENTS_PARTS_H

/*
 * The tree of a set in the making; for the files that make it.
 *
 * Ownership: elements belong to the tree, and all of it to the contents.
 * Errors:    contents->failed, where memory runs out.
 */

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "0_base/id_map.h"
#include "0_base/xml_add.h"
#include "3_transform/submission.h"
#include "7_forms/attachment_index.h"
#include "9_bundle/contents.h"
#include "9_bundle/printed.h"

/* An attachment of the page model, in the tree of the set. */
struct section {
    xmlNodePtr element;
    const struct printed *first;        /* of the values of a finding */
};

struct contents {
    struct contents_source source;
    struct printed_index index;
    struct attachment_index homes;
    xmlDocPtr doc;
    xmlNodePtr root, whole, report;
    xmlNodePtr first_rule;      /* NULL: there is none yet */
    xmlNodePtr first_hint;      /* that was added later, or NULL */
    size_t listed;              /* of the findings */
    struct section *sections;   /* in the order of the attachments */
    struct id_map attachments;  /* their nodes, numbered as the sections */
    size_t *printing;           /* the sections that print a finding's values */
    size_t printing_count;
    bool failed;
};

static inline void contents_add_words(struct contents *contents,
    xmlNodePtr parent, const char *name, const char *text)
{
    if (text && *text)
        xml_add_element(parent, name, text, &contents->failed);
}

static inline void contents_copy_attribute(struct contents *contents,
    xmlNodePtr to, xmlNodePtr from, const char *name)
{
    xml_add_attribute(to, name, node_attribute(from, name), &contents->failed);
}

/* Adds the name of a file of data.  Characters that turn others round are shown
 * by their names: no layout can set them as they are. */
void contents_add_file_name(struct contents *contents, xmlNodePtr element,
    const char *attribute, const char *path);

/* Findings that are not listed yet, up to a level; whether there are any. */
bool contents_add_findings(struct contents *contents, enum level most);

void contents_add_rule(struct contents *contents, const struct rule *rule,
    const struct rule_tally *tally);

#endif
