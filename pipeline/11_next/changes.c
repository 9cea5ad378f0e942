/*
 * Changes of parts of a text: a list, put in order and made from front to
 * back.
 */

#include "11_next/changes.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"

struct change {
    size_t begin, end;          /* of the text as it was */
    size_t text, length;        /* of what is put in, in `texts` */
};

void changes_add(struct changes *changes, size_t begin, size_t end,
    const char *text)
{
    struct change *list = list_room(changes->list, changes->count,
        &changes->room, sizeof *list);

    if (!list) {
        changes->failed = true;
        return;
    }
    changes->list = list;
    list[changes->count++] = (struct change){ begin, end,
        changes->texts.length, strlen(text) };
    buffer_add_string(&changes->texts, text);
}

/* What was added first comes first, and its text lies further in front. */
static int compare_changes(const void *left, const void *right)
{
    const struct change *a = left, *b = right;

    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    if (a->end != b->end)
        return a->end < b->end ? -1 : 1;
    return (a->text > b->text) - (a->text < b->text);
}

bool changes_apply(struct changes *changes, const char *text, size_t length,
    struct buffer *out)
{
    const char *texts = buffer_string(&changes->texts);
    size_t at = 0;

    if (changes->failed || changes->texts.failed)
        return false;
    if (changes->count)
        qsort(changes->list, changes->count, sizeof *changes->list,
            compare_changes);
    for (size_t k = 0; k < changes->count; k++) {
        const struct change *change = &changes->list[k];
        buffer_add(out, text + at, change->begin - at);
        buffer_add(out, texts + change->text, change->length);
        at = change->end;
    }
    buffer_add(out, text + at, length - at);
    return !out->failed;
}

void changes_free(struct changes *changes)
{
    free(changes->list);
    buffer_free(&changes->texts);
    *changes = (struct changes)CHANGES_EMPTY;
}
