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
#include "14_compare/documents_changed.h"
#include "14_compare/facts.h"
#include "14_compare/findings_changed.h"

struct compared {
    const char *old_path, *new_path;    /* as the user named them */
    const char *edition;
    xmlDocPtr old, new;         /* the submissions */
    const struct facts *facts;

    /* Of a build alone, which tells more. */
    bool is_of_build;
    const struct documents_changed *documents;
    const struct findings_changed *findings;
    const char *only;           /* of the attachments made; NULL: all */
};

/* Lines for people: what was stated otherwise, then what follows from it; of a
 * build the files that are new for it, and the findings that went and came. */
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

/* The lines of a build alone (comparison_build.c). */
void comparison_report_build(const struct compared *compared,
    enum language language, FILE *out);

/* Whether an attachment is among those that are made. */
bool comparison_is_made(const struct compared *compared,
    const struct document_changed *document);

/* Where the value stands that a phrase quotes, as a person says it: freed with
 * buffer_free(); nothing where it quotes none. */
void comparison_print_quoted(const struct compared *compared,
    const struct phrase_change *phrase, struct buffer *out);

#endif
