#ifndef COMPARE_MEANINGS_H
#define COMPARE_MEANINGS_H

/*
 * What every value of a JSON text says, as a number: values are the same
 * where their digests are, for all that can happen.
 *
 * Same:      texts of the same characters, however escaped; numbers of the
 *            same literal, for 9.90 is printed otherwise than 9.9; objects of
 *            the same members in any order.
 * Ownership: json is borrowed; meanings_free() frees the rest.
 */

#include <stdint.h>

#include "1_read/json.h"
#include "2_schema/schema.h"

struct meanings {
    const struct json *json;
    uint64_t *digests;          /* by the number of the value (json.h) */
    const cJSON **naming;       /* likewise: the member that names an entry of
                                   a list (x-key); NULL for none */
};

/* Without what names entries.  False if memory runs out; meanings_free() in any
 * case. */
bool meanings_make(struct meanings *meanings, const struct json *json);

/* Notes what names the entries, by the schema that the data keeps to.  False
 * if memory runs out. */
bool meanings_note_keys(struct meanings *meanings, const struct schema *schema);
void meanings_free(struct meanings *meanings);

uint64_t meanings_digest(const struct meanings *meanings, const cJSON *value);

/* The member that names an entry, a string; NULL where the value is no entry
 * that has one. */
const cJSON *meanings_naming(const struct meanings *meanings,
    const cJSON *entry);

/* The member of that name; *former is the one that was found last, NULL at
 * first, and is looked behind. */
const cJSON *meanings_member(const struct meanings *meanings,
    const cJSON *object, const char *name, const cJSON **former);

#endif
