#ifndef REPORTS_COMPARISON_H
#define REPORTS_COMPARISON_H

/*
 * What differs between two sets, for a terminal or for other programs.
 *
 * Errors:    those of the stream are kept by it; false where memory ran out
 *            and something is missing.
 */

#include <libxml/tree.h>
#include <stdio.h>

#include "0_base/phrases.h"
#include "14_compare/facts.h"

struct compared {
    const char *old_path, *new_path;    /* as the user named them */
    const char *edition;
    xmlDocPtr old, new;         /* the submissions */
    const struct facts *facts;
};

/* Lines for people: what was stated otherwise, then what follows from it. */
bool comparison_report_text(const struct compared *compared,
    enum language language, FILE *out);

/* One document (schemas/common/comparison.schema.json). */
bool comparison_report_json(const struct compared *compared, FILE *out);

/* The same as a tree (urn:jixiao:changes:1), which the caller frees; NULL where
 * memory runs out. */
xmlDocPtr comparison_report_xml(const struct compared *compared);

/* "changed", "added" and so on; "stated", "derived" and so on. */
const char *fact_kind_name(enum fact_kind kind);
const char *fact_state_name(enum fact_state state);

/* Where the value stands that a phrase quotes, as a person says it: freed with
 * buffer_free(); nothing where it quotes none. */
void comparison_print_quoted(const struct compared *compared,
    const struct phrase_change *phrase, struct buffer *out);

#endif
