#ifndef STAMP_H
#define STAMP_H

/*
 * What the files of a set were made by and from, said in their page models, and
 * numbers for their values, and their pointers by keys (keyed.h): so that a
 * file which comes back alone tells where it is from, and each value in it
 * which one it is, also once lists are in another order.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/digest.h"

struct stamp {
    const char *program;        /* "jixiao 1.2.3"; borrowed */
    const char *data_digest;    /* of the data file; borrowed */
    xmlDocPtr submission;       /* that values are of; borrowed */
    char set_digest[DIGEST_TEXT_SIZE];
};

/* Takes the digest of the set: of its page model as it is printed, before
 * anything is put into that.  False if memory runs out. */
bool stamp_take(struct stamp *stamp, xmlDocPtr documents);

/* Says all of it on the root of a page model, and of each value which one of
 * all it is, which one of its tag, and its pointer by keys where that is
 * another one.  False if memory runs out. */
bool stamp_put(const struct stamp *stamp, xmlDocPtr documents);

/* Takes all that off again: the page model is the one whose digest was
 * taken. */
void stamp_remove(xmlDocPtr documents);

#endif
