#ifndef GRAMMAR_H
#define GRAMMAR_H

/*
 * Intermediates against their RELAX NG grammars.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/buffer.h"
#include "0_base/findings.h"

struct jixiao;

enum grammar {
    GRAMMAR_SUBMISSION,
    GRAMMAR_DOCUMENT,
    GRAMMAR_CONTENTS,
    GRAMMAR_CORRECTION,
    GRAMMAR_ARCHIVE,
    GRAMMAR_SUMMARY,
    GRAMMAR_WORKBOOK,
    GRAMMAR_COUNT
};

/* False, with findings, where the intermediate differs from its grammar, or
 * that cannot be used. */
bool grammar_check(struct jixiao *jixiao, enum grammar grammar,
    xmlDocPtr intermediate, struct findings *findings);

/* The same for what others may have written: nothing is found, but where it
 * differs for the first time is appended to reason. */
bool grammar_fits(struct jixiao *jixiao, enum grammar grammar, xmlDocPtr tree,
    struct buffer *reason, struct findings *findings);

/* "schemas/common/archive.rng" */
const char *grammar_path(enum grammar grammar);

#endif
