#ifndef INVENTORY_H
#define INVENTORY_H

/*
 * manifest.xml of an archive as a tree (schemas/common/archive.rng): made part
 * by part, shown to the stylesheet of its record, and printed.
 *
 * Ownership: inventory_new() gives the caller the inventory; what is given to
 *            it is copied.
 * Errors:    running out of memory is sticky until inventory_tree().
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "10_archive/archive.h"

#define INVENTORY_NAMESPACE "urn:jixiao:archive:1"

struct inventory;

struct inventory_source {
    const char *name;           /* of the archive's folder */
    const char *program;
    const char *pdf_level;      /* "1b", "2a" */
    bool strict_fonts;
    bool as_filed;              /* errors are open */
    xmlNodePtr set;             /* title, edition, unit, period (set.rng) */
};

struct inventory *inventory_new(const struct inventory_source *source);
void inventory_free(struct inventory *inventory);       /* NULL is allowed */

/* A change of a rule: a level, a parameter with its value, or neither where it
 * was disabled. */
struct inventory_change {
    const char *rule, *level, *parameter, *value;
};

void inventory_add_change(struct inventory *inventory,
    const struct inventory_change *change);
void inventory_add_font(struct inventory *inventory, const char *name,
    const char *digest);

/* The archive that this one replaces, by the digests of its manifest. */
struct inventory_former {
    char *name;
    char *unit, *period;        /* of its set; NULL: not stated */
    char sha256[DIGEST_TEXT_SIZE], sm3[DIGEST_TEXT_SIZE];
};

void inventory_former_free(struct inventory_former *former);

void inventory_set_former(struct inventory *inventory,
    const struct inventory_former *former);
void inventory_add_file(struct inventory *inventory,
    const struct archive_file *file);

/* One that is open, and no hint. */
void inventory_add_finding(struct inventory *inventory,
    const struct finding *finding);

/* What is registered: the items of a <metadata>, whose names and order are the
 * stylesheet's that made it. */
void inventory_set_metadata(struct inventory *inventory, xmlNodePtr metadata);

/* Appends the names of its items that are blank, as listed.h has them. */
void inventory_print_blanks(const struct inventory *inventory,
    struct buffer *out);

/* All so far, borrowed; NULL where memory has run out. */
xmlDocPtr inventory_tree(const struct inventory *inventory);

/* The bytes of manifest.xml; false where memory runs out. */
bool inventory_print(const struct inventory *inventory, struct buffer *out);

#endif
