#ifndef RELATED_LABELS_H
#define RELATED_LABELS_H

/*
 * Figures with the label right before them, 受理案件201件, found again by the
 * label or by the end of it (t:rate-differs and t:figure-differs in related.h
 * say what is a label, and when two are the same).
 *
 * Ownership: the labels keep copies of the words; pointers to them are good
 *            until more are added.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "0_base/decimal.h"
#include "0_base/lexicon.h"
#include "6_rules/related/passage.h"

enum label_kind {
    LABELS_RATES,               /* percentages of a term in …率 */
    LABELS_FIGURES,             /* exact figures with a unit */
    LABEL_KIND_COUNT
};

struct labelled {
    size_t label, label_length; /* strings in the words */
    size_t figure, figure_length;
    struct decimal value;       /* in the unit without 百千万亿 */
    int power;                  /* its last digit counts 10^power each */
    uint64_t sort;              /* a key of its unit and the dates named */
    bool is_typed;
};

struct labels;

/* year: the one of the filing; a sentence that names it, or its last month, is
 * taken for one that names no date.  NULL if memory runs out. */
struct labels *labels_new(const struct lexicon *lexicon,
    enum label_kind kind, int year);
void labels_free(struct labels *labels);        /* NULL is allowed */

/* Reads another text.  After the last one labels_index() makes the index that
 * labels_match() needs.  False if memory runs out. */
bool labels_add(struct labels *labels, const struct passage *passage);
bool labels_index(struct labels *labels);

/* The fewest ideographs that a label of this kind has. */
size_t labels_shortest(const struct labels *labels);

size_t labels_count(const struct labels *labels);
const struct labelled *labels_get(const struct labels *labels, size_t k);
const char *labels_words(const struct labels *labels, size_t at);

/* What is known of all figures that have the same label. */
struct label_match {
    const char *label;          /* the end that both have in common */
    size_t label_length;
    const struct labelled *first;
    size_t values;              /* different ones, counted up to 8 */
    bool is_typed;              /* one of them */
    bool agrees;                /* one equals, rounded, what is sought */
};

/* Looks up the label of `sought`, one of `others`; false if it is unknown. */
bool labels_match(const struct labels *labels, const struct labels *others,
    const struct labelled *sought, struct label_match *match);

/* Whether the labels hold the label of one of them with another value. */
bool labels_disagree(const struct labels *labels,
    const struct labelled *labelled);

#endif
