#ifndef PAGE_MODEL_WORDS_H
#define PAGE_MODEL_WORDS_H

/*
 * The elements of a page model (document.rng) as words; for page_model.c.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "13_pull/wording.h"

/* Captions of forms are for readers by ear alone. */
bool model_is_unprinted(xmlNodePtr node);

/* Appends what an attachment says. */
void model_add_words(xmlNodePtr element, struct wording *wording);

#endif
