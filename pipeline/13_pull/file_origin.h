#ifndef FILE_ORIGIN_H
#define FILE_ORIGIN_H

/*
 * What a returned file was made of, as its own part tells
 * (stylesheets/formats/word/values.xsl): the value of each tag, by which words
 * that nobody has touched are told from edited ones where the data has changed
 * since.
 *
 * Trust:     a part whose tags stand for other values than those of the set, or
 *            that has the digest of the data and other values, is not believed
 *            at all.
 * Ownership: the part and the model are borrowed; origin_free() frees the rest.
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "0_base/id_map.h"
#include "13_pull/literal.h"
#include "13_pull/page_model.h"
#include "13_pull/tags_now.h"

struct noted_value {
    xmlNodePtr element;         /* NULL: the file tells nothing of it */
    bool changed;               /* the data has another value now */
};

/* An entry of a list at the top of the data. */
struct origin_entry {
    size_t values, changed;     /* that the file has of it */
};

struct origin {
    const struct model *model;
    struct noted_value *rows;    /* of each value, by its number */
    struct id_map entries;      /* by their pointers */
    struct origin_entry *counts;        /* by the numbers of entries */
    bool is_known;              /* the file tells of one of them at least */
    bool is_foreign;            /* of another period, or of another unit and
                                   with other values for the most part:
                                   nothing is to be taken */
};

/* What a set is now: its page model, the digest of its data, and what the tags
 * of the file stand for. */
struct origin_now {
    xmlDocPtr documents;
    const char *digest;
    const struct tags_now *tags;
};

/* values may be NULL.  Adds findings where the file was made of other data or
 * for another unit or period, where its part lies or is not there.  False if
 * memory runs out. */
bool origin_read(struct origin *origin, xmlNodePtr values,
    struct origin_now now, const struct model *model,
    struct findings *findings);
void origin_free(struct origin *origin);

/* Whether words say what the value was when the file was made, which is not
 * what it is now.  most: decimals that the form prints. */
bool origin_says(const struct origin *origin,
    const struct model_value *value, const struct literal_place *place,
    int most, const char *words, bool *failed);

/* Whether the data has another value now, or most of the entry of a list that
 * it is in is another one, so that an edit may not be meant for it. */
bool origin_is_other(const struct origin *origin,
    const struct model_value *value);

#endif
