#ifndef FINDING_INDEX_H
#define FINDING_INDEX_H

/*
 * Which codes have been found at which pointers; for findings.c.
 *
 * Errors: false if memory runs out, and then the index is as it was.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/findings.h"
#include "0_base/id_map.h"

struct finding_index {
    struct id_map keys;         /* of codes and pointers */
    size_t *last, room;         /* finding of each, by the keys' numbers */
    size_t count;               /* of the findings that were added */
};

/* Findings are numbered from 0, as they come. */
bool finding_index_add(struct finding_index *index,
    const struct finding *finding);

/* The last one of a code at a pointer; false where there is none. */
bool finding_index_find(const struct finding_index *index, const char *code,
    size_t code_length, const char *pointer, size_t *last);

void finding_index_free(struct finding_index *index);

#endif
