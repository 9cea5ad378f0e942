/*
 * Edits gathered by the value that they are of.
 */

#include "13_pull/edits.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "13_pull/excerpt.h"

static const struct place nowhere = { 0, 0 };

static uint64_t key_of(const char *src)
{
    return id_map_text(src, strlen(src));
}

const struct edit *edits_find(const struct edits *edits, const char *src)
{
    uint32_t id;

    return id_map_find(&edits->keys, key_of(src), &id) ? &edits->list[id]
        : NULL;
}

static void add_new(struct edits *edits, const struct edit *edit)
{
    struct edit copy = *edit;
    uint32_t id;

    copy.words = strdup(edit->words);
    copy.literal = strdup(edit->literal);
    struct edit *list = copy.words && copy.literal ? id_map_list(&edits->keys,
        key_of(edit->src), edits->list, &edits->room, sizeof *list, &id)
        : NULL;
    if (list) {
        edits->list = list;
        edits->count = edits->keys.count;
        list[id] = copy;
        return;
    }
    edits->failed = true;
    free(copy.words);
    free(copy.literal);
}

void edits_add(struct edits *edits, const struct edit *edit,
    struct findings *findings)
{
    uint32_t id;

    if (edits->failed)
        return;
    if (!id_map_find(&edits->keys, key_of(edit->src), &id)) {
        add_new(edits, edit);
        return;
    }
    struct edit *other = &edits->list[id];
    char words[EXCERPT_SIZE], other_words[EXCERPT_SIZE];
    if (strcmp(other->literal, edit->literal) == 0)
        return;
    other->conflicts = true;
    findings_add(findings, CATALOGUE_PULL_CONFLICT, nowhere, edit->src,
        "found", excerpt_of(edit->words, words),
        "other", excerpt_of(other->words, other_words),
        "name", other->file, NULL);
}

void edits_rewrite(struct edits *edits, const struct edit *edit)
{
    uint32_t id;

    if (!id_map_find(&edits->keys, key_of(edit->src), &id)) {
        add_new(edits, edit);
        return;
    }
    char *literal = strdup(edit->literal);
    edits->failed = edits->failed || !literal;
    if (!literal)
        return;
    free(edits->list[id].literal);
    edits->list[id].literal = literal;
}

void edits_add_quoted(struct edits *edits, const struct quoted *quoted)
{
    struct quoted *list = list_room(edits->quoted, edits->quoted_count,
        &edits->quoted_room, sizeof *list);
    struct quoted copy = *quoted;

    copy.words = strdup(quoted->words);
    copy.printed = strdup(quoted->printed);
    copy.literal = quoted->literal ? strdup(quoted->literal) : NULL;
    if (list)
        edits->quoted = list;
    if (!list || !copy.words || !copy.printed
        || (quoted->literal && !copy.literal)) {
        edits->failed = true;
        free(copy.words);
        free(copy.printed);
        free(copy.literal);
        return;
    }
    list[edits->quoted_count++] = copy;
}

void edits_report_quoted(struct edits *edits, struct findings *findings)
{
    for (size_t k = 0; k < edits->quoted_count; k++) {
        const struct quoted *quoted = &edits->quoted[k];
        const struct edit *edit = edits_find(edits, quoted->src);
        if (edit && quoted->literal
            && strcmp(edit->literal, quoted->literal) == 0)
            continue;
        char old[EXCERPT_SIZE], words[EXCERPT_SIZE];
        findings_set_file(findings, quoted->file);
        findings_add(findings, CATALOGUE_PULL_QUOTED, nowhere, quoted->src,
            "old", excerpt_of(quoted->printed, old),
            "found", excerpt_of(quoted->words, words), NULL);
    }
}

/* --- what stands as it was ------------------------------------------------ */

static uint64_t key_in(const char *shown, const char *file)
{
    return id_map_chain(key_of(shown), key_of(file));
}

static void keep(struct edits *edits, uint64_t key, const char *file)
{
    uint32_t id;
    struct kept *list = id_map_list(&edits->kept_keys, key, edits->kept,
        &edits->kept_room, sizeof *list, &id);

    if (!list) {
        edits->failed = true;
        return;
    }
    edits->kept = list;
    if (list[id].count++ == 0)
        list[id].file = file;
}

void edits_keep(struct edits *edits, const char *shown, const char *file)
{
    keep(edits, key_of(shown), file);
    keep(edits, key_in(shown, file), file);
}

struct kept edits_kept(const struct edits *edits, const struct edit *edit,
    bool in_file)
{
    uint32_t id;

    return id_map_find(&edits->kept_keys, in_file
            ? key_in(edit->shown, edit->file) : key_of(edit->shown), &id)
        ? edits->kept[id] : (struct kept){ 0, NULL };
}

void edits_free(struct edits *edits)
{
    for (size_t k = 0; k < edits->count; k++) {
        free(edits->list[k].words);
        free(edits->list[k].literal);
    }
    for (size_t k = 0; k < edits->quoted_count; k++) {
        free(edits->quoted[k].words);
        free(edits->quoted[k].printed);
        free(edits->quoted[k].literal);
    }
    free(edits->list);
    free(edits->quoted);
    id_map_free(&edits->keys);
    id_map_free(&edits->kept_keys);
    free(edits->kept);
    *edits = (struct edits)EDITS_EMPTY;
}
