#ifndef PRINTED_H
#define PRINTED_H

/*
 * Which values a page model (schemas/common/document.rng) prints, and where:
 * an index from JSON Pointers to its <value> elements.
 *
 * Ownership: pointers and elements are borrowed from the page model, which
 *            may get other elements meanwhile, but lose none.
 */

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

struct printed {
    const char *src;
    xmlNodePtr value, attachment;
    size_t order;               /* of the attachment */
    size_t place;               /* of the value, in document order */
};

/* All printed values, by source and then place. */
struct printed_index {
    struct printed *list;
    size_t count, room;
};

/* Some of them that are one after the other in the index. */
struct printed_range {
    const struct printed *first;
    size_t count;
};

/* False, with an index to free all the same, where memory runs out. */
bool printed_index_make(struct printed_index *index, xmlDocPtr documents);
void printed_index_free(struct printed_index *index);

/* The values of that source, in document order. */
struct printed_range printed_of(const struct printed_index *index,
    const char *pointer);

/* The values of the sources below it, which are not in document order. */
struct printed_range printed_below(const struct printed_index *index,
    const char *pointer);

/* The one of them that is printed first, in that attachment or, for NULL, in
 * any; NULL where there is none. */
const struct printed *printed_first(struct printed_range range,
    xmlNodePtr attachment);

#endif
