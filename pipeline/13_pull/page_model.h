#ifndef PAGE_MODEL_H
#define PAGE_MODEL_H

/*
 * What a page model (document.rng) has a returned file say, and its values by
 * their tags.
 *
 * Ownership: model_new() gives the caller the model, model_free() frees it; the
 *            page model is borrowed, and so are tags, which live as long.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/findings.h"
#include "13_pull/wording.h"

struct model_value {
    const char *tag, *src;
    xmlNodePtr element;         /* where it is printed first */
    xmlNodePtr form;            /* the attachment; NULL: several have it */
    bool in_title;              /* one of them has it in its title */
};

struct model;

/* NULL, with a finding, where memory runs out. */
struct model *model_new(xmlDocPtr documents, struct findings *findings);
void model_free(struct model *model);           /* NULL is allowed */

/* NULL where no value of the set has the tag. */
const struct model_value *model_find(const struct model *model,
    const char *tag);

/* Whether one of them is in the text of another anywhere, by their tags. */
bool model_quotes(const struct model *model, const char *text,
    const char *value);

/* How many values there are; each has a number below it. */
size_t model_count(const struct model *model);
const struct model_value *model_get(const struct model *model, size_t k);
size_t model_number(const struct model *model,
    const struct model_value *value);

/* What all attachments say. */
const struct wording *model_words(const struct model *model);

/*
 * The lines of model_words() that are expected of a file: those of the
 * attachments that it has at least half of the lines of that no other one has,
 * or else of the one of which it has the largest part.  None where it has no
 * value or line of any.  *lines is freed with free(); false if memory runs
 * out.
 */
bool model_expect(struct model *model, const struct wording *returned,
    struct line **lines, size_t *count);

#endif
