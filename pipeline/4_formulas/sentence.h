#ifndef SENTENCE_H
#define SENTENCE_H

/*
 * Sentences in the data files of an edition: text with {XPath} in it, which
 * findings say of a node.
 *
 * Ownership: what sentence_compile() gives is the caller's; it is read-only
 *            afterwards and may serve many data files.
 * Errors:    as those of expressions (expression.h).
 */

#include "4_formulas/expression.h"

struct sentence;

/* "…{XPath}…": NULL with a finding where an expression is no XPath. */
struct sentence *sentence_compile(const char *text,
    struct expression_origin origin, struct findings *findings);
void sentence_free(struct sentence *sentence);
bool sentence_check(const struct sentence *sentence,
    struct expression_scope *scope, struct findings *findings);

/* Adds what is said of a node in each language.  An expression that several of
 * them have is evaluated once. */
void sentences_write(struct sentence *const sentences[LANGUAGE_COUNT],
    struct evaluation *evaluation, xmlNodePtr node,
    struct buffer out[LANGUAGE_COUNT]);

#endif
