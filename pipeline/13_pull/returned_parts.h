#ifndef RETURNED_PARTS_H
#define RETURNED_PARTS_H

/*
 * The parts of a package and their relationships; for returned.c.
 */

#include "10_archive/store.h"
#include "13_pull/returned.h"

/* A package: a ZIP file, or the tree of a Flat OPC. */
struct parts {
    const struct store *store;
    xmlNodePtr flat;            /* pkg:package; NULL: it is the ZIP file */
    struct returned *returned;  /* whose trees those of the parts are */
};

enum part_fault {
    PART_THERE,
    PART_MISSING,
    PART_UNREADABLE,            /* damaged, too large, not well-formed */
    PART_TYPED,                 /* it has a document type */
    PART_NO_MEMORY
};

/* The root element of a part; NULL with the reason in *fault. */
xmlNodePtr parts_root(const struct parts *parts, const char *name,
    enum part_fault *fault);

/* Appends the names of the parts that a part ("" for the package) refers to as
 * something whose name is the end of the relationship's type, such as
 * "/comments", each with a NUL behind it.  False if memory runs out. */
bool parts_related(const struct parts *parts, const char *name,
    const char *type, struct buffer *names, enum part_fault *fault);

/* A part that another refers to; borrowed. */
struct part_relation {
    const char *id, *type, *part;
};

/* Goes over all of a part's, in their order.  False where it has no
 * relationships, or memory runs out. */
typedef void part_relation_visitor(void *user,
    const struct part_relation *relation);
bool parts_visit_relations(const struct parts *parts, const char *name,
    part_relation_visitor *visit, void *user, enum part_fault *fault);

#endif
