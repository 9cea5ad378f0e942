#ifndef ENTRY_H
#define ENTRY_H

/*
 * What a formula and a rule of an edition have in common: a code, a level, a
 * basis, and the file that keeps them in a list.
 *
 * Ownership: strings are borrowed from the parsed file, which the list of
 *            formulas or rules keeps as long as itself.
 */

#include <libxml/tree.h>

#include "4_formulas/expression.h"
#include "0_base/xml.h"

struct entry {
    const char *code;
    enum level level;
    const char *zh, *en;        /* the sentence, or what it says about it */
    const char *basis;
    struct expression_origin origin;
};

/* Reads an element; false with a finding where something is missing. */
bool entry_read(struct entry *entry, xmlNodePtr element, const char *path,
    struct findings *findings);

/* An attribute that must be there; NULL with a finding where it is not. */
const char *entry_attribute(const struct entry *entry, xmlNodePtr element,
    const char *name, struct findings *findings);

#endif
