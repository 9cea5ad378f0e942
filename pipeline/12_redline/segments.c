/* Runs of tokens that are the same on both sides, and of those between them. */

#include "12_redline/segments.h"

#include "0_base/align.h"

static struct segment *segment_for(struct segments *segments, bool is_same,
    size_t old_at, size_t new_at)
{
    if (segments->count == 0
        || segments->list[segments->count - 1].is_same != is_same)
        segments->list[segments->count++] = (struct segment){
            .is_same = is_same, .old_first = old_at, .new_first = new_at };
    return &segments->list[segments->count - 1];
}

static void note_changes(struct segments *segments, size_t *old_at,
    size_t *new_at, size_t old_end, size_t new_end)
{
    if (*old_at == old_end && *new_at == new_end)
        return;
    struct segment *segment = segment_for(segments, false, *old_at, *new_at);
    segment->old_count += old_end - *old_at;
    segment->new_count += new_end - *new_at;
    *old_at = old_end;
    *new_at = new_end;
}

void segments_note(struct segments *segments, const size_t *partners,
    size_t old_count, size_t new_count)
{
    size_t old_at = 0, new_at = 0;

    for (size_t k = 0; k < old_count; k++) {
        if (partners[k] == ALIGN_NONE)
            continue;
        note_changes(segments, &old_at, &new_at, k, partners[k]);
        struct segment *segment = segment_for(segments, true, k, partners[k]);
        segment->old_count++;
        segment->new_count++;
        old_at = k + 1;
        new_at = partners[k] + 1;
    }
    note_changes(segments, &old_at, &new_at, old_count, new_count);
}

static size_t larger(const struct segment *segment)
{
    return segment->old_count > segment->new_count ? segment->old_count
        : segment->new_count;
}

static bool is_words(const struct tokens *tokens,
    const struct segment *segment)
{
    for (size_t k = 0; k < segment->old_count; k++)
        if (tokens->list[segment->old_first + k].kind != TOKEN_WORDS)
            return false;
    return true;
}

/* Whether the last three segments are one change: what is the same between two
 * changes is no more than either of them, and nothing but words. */
static bool is_one_change(const struct segments *segments,
    const struct tokens *old)
{
    const struct segment *last = &segments->list[segments->count - 1];

    return segments->count >= 3 && !last->is_same && !last->reads_alike
        && !last[-2].reads_alike && last[-1].old_count <= larger(last)
        && last[-1].old_count <= larger(&last[-2])
        && is_words(old, &last[-1]);
}

void segments_join(struct segments *segments, const struct tokens *old)
{
    size_t count = segments->count;

    segments->count = 0;
    for (size_t k = 0; k < count; k++) {
        segments->list[segments->count++] = segments->list[k];
        while (is_one_change(segments, old)) {
            struct segment *first = &segments->list[segments->count - 3];
            for (int next = 1; next <= 2; next++) {
                first->old_count += first[next].old_count;
                first->new_count += first[next].new_count;
            }
            segments->count -= 2;
        }
    }
}
