#ifndef LABELS_KEPT_H
#define LABELS_KEPT_H

/*
 * What labels keep: labels_read.c fills the list, labels.c the rest, an index
 * of the list by the ends of the labels.
 */

#include "0_base/id_map.h"
#include "6_rules/related/labels.h"

#define LABEL_MAX 16            /* ideographs; more are cut off at the head */

/* A value that labels with some ending have. */
struct label_value {
    uint32_t labelled, next;
};

/* The end of labels, or an entire one. */
struct label_ending {
    uint32_t longest;           /* label with this end */
    uint32_t first;             /* its newest value */
    uint32_t values;
    bool is_mixed;              /* labels that are no ends of the longest */
    bool is_typed;
};

struct labels {
    const struct lexicon *lexicon;
    enum label_kind kind;
    int year;
    struct buffer words;
    struct labelled *list;
    size_t count, room;
    struct id_map keys;         /* of endings */
    struct label_ending *endings;
    size_t ending_room;
    struct label_value *values;
    size_t value_count, value_room;
};

#endif
