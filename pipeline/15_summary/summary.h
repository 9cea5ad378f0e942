#ifndef SUMMARY_SUMMARY_H
#define SUMMARY_SUMMARY_H

/*
 * The records of a run, or of several, put together.
 *
 * Order:     that of the data files' paths, by their bytes, whoever has made
 *            which of them and when.
 * Ownership: records that are added are the summary's, which keeps copies.
 */

#include "0_base/buffer.h"
#include "15_summary/record_store.h"

/* A record that findings of a rule are in. */
struct summary_place {
    const struct record *record;
    size_t open, answered;
};

/* All findings of one code and level. */
struct summary_rule {
    const char *code;
    enum level level;
    const char *const *title;   /* by language */
    size_t open, answered;
    const struct summary_place *places;
    size_t count;               /* of them: of the records with any */
    size_t open_count;          /* of those with open ones */
};

struct summary {
    struct record_store store;
    struct record **records;    /* of the store */
    size_t count, room;
    /* What summary_finish() makes of them: */
    bool has_years;                     /* they are of several */
    struct summary_rule *rules;         /* in the order of weight.h */
    size_t rule_count;
    struct summary_place *places;
};

struct summary *summary_new(void);              /* NULL: out of memory */
void summary_free(struct summary *summary);     /* NULL is allowed */

/* Takes the record, also where it fails for want of memory. */
bool summary_add(struct summary *summary, struct record *record);

/* Puts them in order and adds up.  Of several records of one data file that of
 * the last one added stays; where they differ that is a hint.  False where
 * memory runs out. */
bool summary_finish(struct summary *summary, struct findings *findings);

/* The edition of the first record that has one; NULL where none has. */
const char *summary_edition(const struct summary *summary);

/* The number of a record of a summary that is finished, from 0. */
size_t summary_number(const struct summary *summary,
    const struct record *record);

/* Open findings of a level in a record; answered ones of any. */
size_t record_open(const struct record *record, enum level level);
size_t record_answered(const struct record *record);

/* Appends what tells a set from others, as a person says it: the unit, with the
 * year where the sets are of several; the data file where it has no unit. */
void summary_print_name(const struct summary *summary,
    const struct record *record, struct buffer *out);

#endif
