#ifndef FLATS_H
#define FLATS_H

/*
 * The elements of a submission in one array, in the order of the document, for
 * paths to walk: 40 bytes each, and what is in an element stands right behind
 * it.  Attributes and words stay where they are, in the submission; texts are
 * no nodes here, and attributes are made when they are looked for.
 *
 * Ownership: the tree is borrowed.  Its elements must stay the same ones;
 *            attributes and words may change.  Those of a tree that is no
 *            submission (submission_new()) can be listed and found, but no
 *            path walks through them.
 */

#include "3_transform/submission.h"

#include "4_formulas/xpath/xpath.h"

struct flat {
    enum node_kind kind;        /* NODE_FLAT, or NODE_FLAT_ROOT */
    uint32_t size;              /* elements in it, itself among them */
    uint32_t up;                /* its parent is so many before it */
    uint32_t hash;              /* of its name */
    const char *name;           /* NULL: the root */
    xmlNodePtr origin;
    const struct given *given;  /* its attributes; NULL in another tree */
};

/* An attribute, which has no place of its own: it is where it is found, and
 * another time elsewhere. */
struct flat_attribute {
    enum node_kind kind;        /* NODE_FLAT_ATTRIBUTE */
    struct flat *of;
    struct attribute own;
};

struct flats {
    struct flat *list;          /* the document first */
    size_t count, room;
    struct pool *pool;          /* for words that stand apart and attributes
                                   that are found by a walk, of a run */
};

/* Lists the elements of a submission.  Gives libxml2 their order, too, which
 * makes sorting them fast.  False if memory runs out. */
bool flats_read(struct flats *flats, xmlDocPtr submission);
void flats_free(struct flats *flats);

static inline struct flat *flat_of(const struct node *node)
{
    return (struct flat *)node;
}

static inline struct node *node_of(struct flat *flat)
{
    return (struct node *)flat;
}

/* Where an element is in the list; 0 for one of another tree, or what is no
 * element. */
size_t flats_place(const struct flats *flats, const xmlNode *node);

/* To be told when an element of the tree gets other attributes. */
void flats_changed(struct flats *flats, xmlNodePtr node);

/* An attribute of an element of any tree; NULL where there is none. */
const char *flat_attribute_value(const struct flat *flat, const char *name);

/* What stands for a node of the submission; NULL for one of another tree, or
 * one that is no node here. */
struct node *flats_find(const struct flats *flats, xmlNodePtr node);

/* The node that it stands for; NULL if memory runs out. */
xmlNodePtr flat_origin(const struct node *node);

/* NULL: the root. */
const char *flat_name(const struct node *node);

/* Steps: the first node of an axis, the next one, and whether it passes. */
struct node *flat_first(enum axis axis, struct node *node);
struct node *flat_next(enum axis axis, const struct node *from,
    struct node *node);
bool flat_passes(const struct step *step, const struct node *node);
struct node *flat_root(const struct node *node);

/* The child of a name behind one, or the first; NULL where there is none. */
struct node *flat_child(const struct node *parent, const struct node *behind,
    const struct name *name);

/* The attribute of a name, made in `place`; NULL where there is none. */
struct node *flat_attribute(const struct node *node, const struct name *name,
    struct flat_attribute *place);

/* The node, or a copy of an attribute, which is to stay. */
struct node *flat_keep(struct node *node, struct pool *pool);

/* The words of that attribute. */
const char *flat_value(const struct node *node, const struct name *name);

#endif
