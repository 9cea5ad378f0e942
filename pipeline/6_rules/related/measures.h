#ifndef RELATED_MEASURES_H
#define RELATED_MEASURES_H

/*
 * What entries of lists are to come to and have come to, found again by their
 * names in a text: the indicators of a table.
 *
 * Names:  of an entry its key, and the key without a last word that says what
 *         is counted: 道路维修 of 道路维修长度.
 * Groups: the entries within one entry around them, as within one project, or
 *         within none; a text tells of those in the entries around it, of the
 *         nearest first, or else of those within none, or else of any but
 *         those of another entry of the same list: another project's.
 */

#include <stdbool.h>
#include <stddef.h>

#include "6_rules/related/node_list.h"
#include "6_rules/text/figures.h"

struct lexicon;

struct measure {
    const char *target, *actual;        /* as their cells print them: ≥95% */
};

struct measure_name {
    const char *text;
    size_t length;
    xmlNodePtr group;           /* the document itself: any */
    const struct measure *measure;
};

struct measures;

/* Those of two sets of texts, each in its entry.  The nodes are borrowed; NULL
 * if memory runs out. */
struct measures *measures_new(const struct lexicon *lexicon,
    const struct node_list *targets, const struct node_list *actuals);
void measures_free(struct measures *measures);  /* NULL is allowed */

/* The longest name at text + at that a text in a node may mean, and how many
 * entries have it; they stand behind each other.  NULL for none. */
const struct measure_name *measures_at(const struct measures *measures,
    xmlNodePtr node, const char *text, size_t at, size_t *count);

/* The next name in so many bytes of a text, from *at on, which goes behind it;
 * NULL for none. */
const struct measure_name *measures_next(const struct measures *measures,
    xmlNodePtr node, const char *text, size_t length, size_t *at,
    size_t *count);

/* All names of entries that a text in a node tells of first, and how many they
 * are; NULL for none. */
const struct measure_name *measures_of_node(const struct measures *measures,
    xmlNodePtr node, size_t *count);

/* The name of the one entry among these whose result is a figure of several
 * digits; NULL for none, or for several. */
const struct measure_name *measures_with_result(
    const struct measures *measures, xmlNodePtr node,
    const struct text_figure *figure);

/* The name of the entry that a node stands in; NULL where it is none of
 * these. */
const struct measure_name *measures_around(const struct measures *measures,
    xmlNodePtr node);

/* Whether an entry has come to what it was to come to, as far as signs and
 * words of its cells tell. */
enum measure_end { MEASURE_UNKNOWN, MEASURE_REACHED, MEASURE_MISSED };
enum measure_end measure_end(const struct lexicon *lexicon,
    const struct measure *measure);

/* The figure that a cell is, without other words; false where it is none. */
bool measure_figure(const struct lexicon *lexicon, const char *cell,
    struct text_figure *figure);

/* The bytes at a place that belong to the unit before it, 42台（套）; 0 for
 * none. */
size_t measure_unit_rest(const struct lexicon *lexicon, const char *text,
    size_t at);

#endif
