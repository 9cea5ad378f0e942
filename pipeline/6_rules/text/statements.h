#ifndef TEXT_STATEMENTS_H
#define TEXT_STATEMENTS_H

/*
 * Sentences with the figures in them, for checks of what they state.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/buffer.h"
#include "0_base/lexicon.h"
#include "6_rules/text/figures.h"
#include "6_rules/text/sketch.h"
#include "6_rules/text/spans.h"

#define TEXT_STATEMENT_FIGURES 64

/* Of what was done more than planned, before the figure: 比计划多开放15天. */
#define TEXT_DONE_CHARACTERS 2

/* A sentence; one with more figures is not looked at. */
struct text_statement {
    const struct lexicon *lexicon;
    struct text_span sentence;
    struct text_figure figures[TEXT_STATEMENT_FIGURES];
    size_t count;
};

/* Adds what is wrong in a statement, if anything is. */
typedef void text_statement_check(const struct text_statement *statement,
    struct buffer *found);

/* What statements a check is for. */
struct text_statement_search {
    const struct text_needs *needs;     /* they have that */
    size_t figures;             /* and so many figures at least: 1 or more */
    text_statement_check *check;
};

/* Run a check on the statements of a text that it is for, until it finds
 * something.  Statements are sentences, or long sentences. */
void text_check_statements(const struct lexicon *lexicon, const char *text,
    const struct text_statement_search *search, struct buffer *found);
void text_check_long_statements(const struct lexicon *lexicon,
    const char *text, const struct text_statement_search *search,
    struct buffer *found);
/* The same for paragraphs: what a line ends. */
void text_check_paragraphs(const struct lexicon *lexicon, const char *text,
    const struct text_statement_search *search, struct buffer *found);

/* Whether a part of a statement has a word of a notion. */
bool text_statement_has(const struct text_statement *statement,
    struct text_span part, enum notion notion);

/* The bytes from begin to end of the sentence. */
struct text_span text_statement_span(const struct text_statement *statement,
    size_t begin, size_t end);

/* The words that say what figure k is: those before it, from the last mark
 * or figure that is no date. */
struct text_span text_label(const struct text_statement *statement,
    size_t k);

/* The same without 为, 达 and what else leads from a name to its figure. */
struct text_span text_label_name(const struct text_statement *statement,
    size_t k);

/* The two figures in the brackets right behind figure k, that are all there is
 * in them, exact and alike: 执行率98%（预算100万元，支出90万元）. */
bool text_bracketed_pair(const struct text_statement *statement, size_t k,
    size_t pair[2]);

/* Adds a figure as it is written, and a bare number with its own sign −. */
void text_add_figure(const struct text_statement *statement,
    const struct text_figure *figure, struct buffer *out);
void text_add_number(struct decimal value, struct buffer *out);

#endif
