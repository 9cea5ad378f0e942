#ifndef RETURNED_H
#define RETURNED_H

/*
 * A Word file that somebody returned, opened without trust: a .docx or Flat
 * OPC.  Parts are found by how they refer to one another, whatever they are
 * called.
 *
 * Standard:  ISO/IEC 29500-1 (transitional and strict) and -2.
 * Limits:    RETURNED_SIZE_MAX bytes of the file, RETURNED_PART_MAX of a part;
 *            what inflates beyond measure (store.h), or has a document type,
 *            is refused.
 * Ownership: returned_close() frees what returned_open() has made.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/findings.h"
#include "10_archive/untrusted_xml.h"
#include "13_pull/wording.h"

#define RETURNED_SIZE_MAX (64u << 20)
#define RETURNED_PART_MAX (64u << 20)
#define RETURNED_TREES_MAX 200  /* parts that are looked at */

/* A part with words beside the document: notes, headers, footers. */
struct returned_part {
    xmlNodePtr root;
    enum line_kind kind;
};

struct returned_tree {
    const void *part;           /* which one it is of, in the package */
    struct untrusted_xml xml;
};

struct returned {
    xmlNodePtr document;        /* w:document */
    xmlNodePtr comments;        /* w:comments, or NULL */
    xmlNodePtr values;          /* the values of the program's own part, or
                                   NULL (stylesheets/formats/word/values.xsl) */
    struct returned_part parts[RETURNED_TREES_MAX];
    size_t part_count;
    bool has_unread;            /* a part beside the document is damaged */
    struct returned_tree trees[RETURNED_TREES_MAX];
    size_t tree_count;
};

/* False, with a finding, where it cannot be read or is something else. */
bool returned_open(struct returned *returned, const char *path,
    struct findings *findings);
void returned_close(struct returned *returned);

#endif
