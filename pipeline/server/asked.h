#ifndef SERVER_ASKED_H
#define SERVER_ASKED_H

/*
 * What the page asks for: the body of a request, as changes of a draft.
 *
 * Ownership: strings are borrowed from the tree.
 */

#include <cjson/cJSON.h>

#include "jixiao.h"

#define CHANGES_MAX 20000       /* cells of a large table pasted at once */

struct asked {
    cJSON *tree;
    struct jixiao_draft_change *changes;
    size_t count;
    const char *show;           /* an attachment, or NULL */
    unsigned long revision;     /* that the page has seen */
    bool join, overwrite;
    const char *formats;        /* or NULL */
};

/* False where the body is no such request; asked_free() frees what there is in
 * any case. */
bool asked_read(struct asked *asked, const char *body, size_t length);

/* The changes of one that was read; false where they are none. */
bool asked_read_changes(struct asked *asked);

void asked_free(struct asked *asked);

#endif
