/*
 * Splices of a text, done, undone and done again.
 */

#include "17_edit/draft.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"

bool draft_begin(struct draft *draft, const char *bytes, size_t length)
{
    *draft = (struct draft)DRAFT_EMPTY;
    buffer_add(&draft->text, bytes, length);
    return !draft->text.failed;
}

static size_t step_size(const struct step *step)
{
    size_t size = sizeof *step;

    for (size_t k = 0; k < step->count; k++)
        size += sizeof *step->list + step->list[k].removed
            + step->list[k].inserted;
    return size;
}

static void step_free(struct step *step)
{
    for (size_t k = 0; k < step->count; k++)
        free(step->list[k].bytes);
    free(step->list);
    *step = (struct step){ NULL, 0, 0 };
}

void draft_free(struct draft *draft)
{
    for (size_t k = 0; k < draft->count; k++)
        step_free(&draft->steps[k]);
    free(draft->steps);
    step_free(&draft->open);
    buffer_free(&draft->text);
    *draft = (struct draft)DRAFT_EMPTY;
}

/* Bytes in place of others; the room is there, or is made. */
static bool put(struct buffer *text, size_t at, size_t removed,
    const char *bytes, size_t length)
{
    size_t behind = text->length - at - removed;

    if (length > removed && !buffer_room(text, length - removed))
        return false;
    memmove(text->bytes + at + length, text->bytes + at + removed,
        behind + 1);
    memcpy(text->bytes + at, bytes, length);
    text->length = at + length + behind;
    return true;
}

static bool splice_do(struct draft *draft, const struct splice *splice)
{
    return put(&draft->text, splice->at, splice->removed,
        splice->bytes + splice->removed, splice->inserted);
}

static bool splice_undo(struct draft *draft, const struct splice *splice)
{
    return put(&draft->text, splice->at, splice->inserted, splice->bytes,
        splice->removed);
}

/* Whether a byte goes on with a character of UTF-8. */
static bool goes_on(const char *bytes, size_t at, size_t length)
{
    return at < length && ((unsigned char)bytes[at] & 0xC0) == 0x80;
}

/* How many bytes of whole characters two texts begin with alike. */
static size_t count_before(const char *old, size_t old_length,
    const char *new, size_t new_length)
{
    size_t count = 0;

    while (count < old_length && count < new_length
        && old[count] == new[count])
        count++;
    while (count > 0 && (goes_on(old, count, old_length)
            || goes_on(new, count, new_length)))
        count--;
    return count;
}

/* And how many they end with; the first of them is no part of a character. */
static size_t count_behind(const char *old, size_t old_length,
    const char *new, size_t new_length)
{
    size_t count = 0;

    while (count < old_length && count < new_length
        && old[old_length - 1 - count] == new[new_length - 1 - count])
        count++;
    while (count > 0 && goes_on(old, old_length - count, old_length))
        count--;
    return count;
}

/* A splice without what both texts begin and end with. */
static void trim(const struct draft *draft, struct splice *splice,
    const char **bytes)
{
    const char *old = draft->text.bytes + splice->at;
    size_t before = count_before(old, splice->removed, *bytes,
        splice->inserted);

    old += before, *bytes += before;
    splice->at += before;
    splice->removed -= before, splice->inserted -= before;
    size_t behind = count_behind(old, splice->removed, *bytes,
        splice->inserted);
    splice->removed -= behind, splice->inserted -= behind;
}

bool draft_replace(struct draft *draft, size_t at, size_t removed,
    const char *bytes, size_t length)
{
    struct splice splice = { at, removed, length, NULL };
    struct step *open = &draft->open;

    trim(draft, &splice, &bytes);
    if (splice.removed == 0 && splice.inserted == 0)
        return true;
    struct splice *list = list_room(open->list, open->count, &open->room,
        sizeof *list);
    if (list)
        open->list = list;
    splice.bytes = list ? malloc(splice.removed + splice.inserted) : NULL;
    if (!splice.bytes)
        return false;
    memcpy(splice.bytes, draft->text.bytes + splice.at, splice.removed);
    memcpy(splice.bytes + splice.removed, bytes, splice.inserted);
    if (!splice_do(draft, &splice)) {
        free(splice.bytes);
        return false;
    }
    list[open->count++] = splice;
    return true;
}

/* --- steps ---------------------------------------------------------------- */

void draft_forget_undone(struct draft *draft)
{
    while (draft->count > draft->done) {
        struct step *last = &draft->steps[--draft->count];
        draft->kept -= step_size(last);
        step_free(last);
    }
    if (draft->saved != DRAFT_NEVER && draft->saved > draft->done)
        draft->saved = DRAFT_NEVER;
}

static void forget_oldest(struct draft *draft)
{
    size_t gone = 0;

    for (; draft->kept > DRAFT_KEPT_MAX && gone + 1 < draft->done; gone++) {
        draft->kept -= step_size(&draft->steps[gone]);
        step_free(&draft->steps[gone]);
    }
    if (gone == 0)
        return;
    memmove(draft->steps, draft->steps + gone,
        (draft->count - gone) * sizeof *draft->steps);
    draft->count -= gone;
    draft->done -= gone;
    if (draft->saved != DRAFT_NEVER)
        draft->saved = draft->saved < gone ? DRAFT_NEVER
            : draft->saved - gone;
}

/* Room for the splices of the open step in another one. */
static bool make_room(struct step *step, const struct step *open)
{
    for (size_t k = 0; k < open->count; k++) {
        struct splice *list = list_room(step->list, step->count + k,
            &step->room, sizeof *list);
        if (!list)
            return false;
        step->list = list;
    }
    return true;
}

static void append(struct step *step, struct step *open)
{
    memcpy(step->list + step->count, open->list,
        open->count * sizeof *open->list);
    step->count += open->count;
    free(open->list);
    *open = (struct step){ NULL, 0, 0 };
}

bool draft_prepare(struct draft *draft, bool join)
{
    if (join)
        return make_room(&draft->steps[draft->done - 1], &draft->open);
    struct step *steps = list_room(draft->steps, draft->count, &draft->room,
        sizeof *steps);
    if (steps)
        draft->steps = steps;
    return steps != NULL;
}

bool draft_can_join(const struct draft *draft)
{
    return draft->done > 0 && draft->saved != draft->done;
}

bool draft_commit(struct draft *draft, bool join)
{
    if (draft->open.count == 0)
        return true;
    if (!draft_prepare(draft, join))
        return false;
    draft_forget_undone(draft);
    if (join) {
        struct step *last = &draft->steps[draft->done - 1];
        draft->kept -= step_size(last);
        append(last, &draft->open);
    } else {
        draft->steps[draft->count++] = draft->open;
        draft->open = (struct step){ NULL, 0, 0 };
        draft->done++;
    }
    draft->kept += step_size(&draft->steps[draft->done - 1]);
    forget_oldest(draft);
    return true;
}

/* Undoing needs no room: the text had it. */
void draft_cancel(struct draft *draft)
{
    for (size_t k = draft->open.count; k > 0; k--)
        splice_undo(draft, &draft->open.list[k - 1]);
    step_free(&draft->open);
}

bool draft_can_undo(const struct draft *draft)
{
    return draft->done > 0;
}

bool draft_can_redo(const struct draft *draft)
{
    return draft->done < draft->count;
}

bool draft_undo(struct draft *draft)
{
    if (!draft_can_undo(draft))
        return false;
    const struct step *step = &draft->steps[--draft->done];
    bool good = true;
    for (size_t k = step->count; good && k > 0; k--)
        good = splice_undo(draft, &step->list[k - 1]);
    return good;
}

bool draft_redo(struct draft *draft)
{
    if (!draft_can_redo(draft))
        return false;
    const struct step *step = &draft->steps[draft->done++];
    bool good = true;
    for (size_t k = 0; good && k < step->count; k++)
        good = splice_do(draft, &step->list[k]);
    return good;
}

void draft_set_saved(struct draft *draft)
{
    draft->saved = draft->done;
}

bool draft_is_saved(const struct draft *draft)
{
    return draft->saved == draft->done;
}
