/*
 * Merges the blocks of an attachment: those of both versions one into another,
 * the others whole.  Where paragraphs were replaced by as many, each is merged
 * with the one that stands in its place.
 */

#include "12_redline/merging_blocks.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/align.h"
#include "0_base/xml.h"
#include "0_base/xml_add.h"
#include "12_redline/keys.h"
#include "12_redline/moves.h"
#include "12_redline/rows.h"
#include "3_transform/submission.h"

/* --- one block ----------------------------------------------------------- */

typedef void merger(struct merging *merging, xmlNodePtr out, xmlNodePtr old,
    xmlNodePtr new);

/* An element with inline content. */
static void merge_text(struct merging *merging, xmlNodePtr out,
    xmlNodePtr old, xmlNodePtr new)
{
    xmlNodePtr element = merging_element(merging, out, new ? new : old);

    if (element)
        merging_inlines(merging, element, old, new);
    if (element && !(old && new))
        merging_mark_whole(merging, element, new ? new : old, new != NULL);
}

/* The lines of a title, which are one text. */
static void add_lines(struct tokens *tokens, xmlNodePtr title,
    const struct lexicon *lexicon)
{
    xmlNodePtr line = title ? xmlFirstElementChild(title) : NULL;

    for (bool is_first = true; line; is_first = false) {
        if (!is_first)
            tokens_add_break(tokens);
        tokens_add_inlines(tokens, line, lexicon);
        line = xmlNextElementSibling(line);
    }
}

static void merge_title(struct merging *merging, xmlNodePtr out,
    xmlNodePtr old, xmlNodePtr new)
{
    struct tokens old_tokens = TOKENS_EMPTY, new_tokens = TOKENS_EMPTY;
    xmlNodePtr title = merging_element(merging, out, new ? new : old);
    xmlNodePtr line = xml_add_element(title, "line", NULL, &merging->failed);

    add_lines(&old_tokens, old, merging->lexicon);
    add_lines(&new_tokens, new, merging->lexicon);
    if (line)
        merging_tokens(merging, line, &old_tokens, &new_tokens);
    if (!(old && new))
        merging_mark_whole(merging, title, new ? new : old, new != NULL);
    tokens_free(&old_tokens);
    tokens_free(&new_tokens);
}

static void merge_signatures(struct merging *merging, xmlNodePtr out,
    xmlNodePtr old, xmlNodePtr new)
{
    xmlNodePtr signatures = merging_element(merging, out, new ? new : old);
    xmlNodePtr before = old ? xmlFirstElementChild(old) : NULL;
    xmlNodePtr after = new ? xmlFirstElementChild(new) : NULL;

    while (signatures && (before || after)) {
        xmlNodePtr field = merging_element(merging, signatures,
            after ? after : before);
        if (field)
            merging_inlines(merging, field, before, after);
        before = before ? xmlNextElementSibling(before) : NULL;
        after = after ? xmlNextElementSibling(after) : NULL;
    }
    if (!(old && new)) {
        merging_mark_whole(merging, signatures, new ? new : old,
            new != NULL);
        merging->changed = true;
    }
}

static size_t count_columns(xmlNodePtr table)
{
    xmlNodePtr columns = node_child(table, "columns");

    return columns ? xmlChildElementCount(columns) : 0;
}

static void copy_columns(struct merging *merging, xmlNodePtr out,
    xmlNodePtr columns)
{
    xmlNodePtr copy = xmlDocCopyNode(columns, out->doc, 1);

    if (!copy) {
        merging->failed = true;
        return;
    }
    xmlAddChild(out, copy);
    xmlSetNs(copy, out->ns);
    for (xmlNodePtr column = xmlFirstElementChild(copy); column;
        column = xmlNextElementSibling(column))
        xmlSetNs(column, out->ns);
}

static void merge_table(struct merging *merging, xmlNodePtr out,
    xmlNodePtr old, xmlNodePtr new)
{
    xmlNodePtr like = new ? new : old;
    xmlNodePtr table = merging_element(merging, out, like);
    xmlNodePtr before = old ? xmlFirstElementChild(old) : NULL;
    xmlNodePtr after = new ? xmlFirstElementChild(new) : NULL;

    while (table && (before || after)) {
        xmlNodePtr any = after ? after : before;
        if (xml_is(any, "caption"))
            merge_text(merging, table, before, after);
        else if (xml_is(any, "columns"))
            copy_columns(merging, table, any);
        else
            merging_rows(merging, merging_element(merging, table, any),
                before, after, count_columns(like));
        before = before ? xmlNextElementSibling(before) : NULL;
        after = after ? xmlNextElementSibling(after) : NULL;
    }
}

static const struct {
    const char *name;
    merger *merge;
} mergers[] = {
    { "title", merge_title },
    { "signatures", merge_signatures },
    { "table", merge_table },
};

static void merge_block(struct merging *merging, xmlNodePtr out,
    xmlNodePtr old, xmlNodePtr new)
{
    merger *merge = merge_text;

    for (size_t k = 0; k < sizeof mergers / sizeof *mergers; k++)
        if (xml_is(new ? new : old, mergers[k].name))
            merge = mergers[k].merge;
    merge(merging, out, old, new);
}

/* --- all blocks ---------------------------------------------------------- */

struct blocks {
    xmlNodePtr *list;
    uint64_t *keys;
    size_t count;
    const struct move *moved;   /* as moves.h has it */
};

static bool read_blocks(struct blocks *blocks, xmlNodePtr attachment)
{
    size_t count = attachment ? xmlChildElementCount(attachment) : 0;
    xmlNodePtr block = attachment ? xmlFirstElementChild(attachment) : NULL;

    blocks->list = malloc((count + 1) * sizeof *blocks->list);
    blocks->keys = malloc((count + 1) * sizeof *blocks->keys);
    if (!blocks->list || !blocks->keys)
        return false;
    for (; block; block = xmlNextElementSibling(block)) {
        blocks->list[blocks->count] = block;
        blocks->keys[blocks->count++] = key_of_block(block);
    }
    return true;
}

static void free_blocks(struct blocks *blocks)
{
    free(blocks->list);
    free(blocks->keys);
}

static bool have_same(xmlNodePtr old, xmlNodePtr new, const char *name)
{
    const char *left = node_attribute(old, name);
    const char *right = node_attribute(new, name);

    return left && right ? strcmp(left, right) == 0 : left == right;
}

/* Whether a block may stand in the place of another one. */
static bool may_replace(xmlNodePtr old, xmlNodePtr new)
{
    return strcmp((const char *)old->name, (const char *)new->name) == 0
        && !xml_is(old, "table") && !xml_is(old, "signatures")
        && have_same(old, new, "level");
}

/* The blocks of both between two that have partners, ends exclusive. */
struct gap {
    const struct blocks *old, *new;
    size_t old_at, old_end, new_at, new_end;
};

/* How many of the last ones replace one another. */
static size_t count_replaced(const struct gap *gap)
{
    size_t count = 0;

    while (count < gap->old_end - gap->old_at
        && count < gap->new_end - gap->new_at) {
        size_t old = gap->old_end - 1 - count, new = gap->new_end - 1 - count;
        if (gap->old->moved[old].number || gap->new->moved[new].number
            || !may_replace(gap->old->list[old], gap->new->list[new]))
            break;
        count++;
    }
    return count;
}

static void merge_gap(struct merging *merging, xmlNodePtr out,
    const struct gap *gap)
{
    size_t both = count_replaced(gap);

    for (size_t k = gap->old_at; k < gap->old_end - both; k++) {
        merge_block(merging, out, gap->old->list[k], NULL);
        moves_mark(merging, out->last, gap->old->moved[k]);
    }
    for (size_t k = gap->new_at; k < gap->new_end - both; k++) {
        merge_block(merging, out, NULL, gap->new->list[k]);
        moves_mark(merging, out->last, gap->new->moved[k]);
    }
    for (size_t k = both; k > 0; k--)
        merge_block(merging, out, gap->old->list[gap->old_end - k],
            gap->new->list[gap->new_end - k]);
}

static void merge_aligned(struct merging *merging, xmlNodePtr out,
    const struct blocks *old, const struct blocks *new,
    const size_t *partners)
{
    struct gap gap = { .old = old, .new = new };

    for (size_t k = 0; k <= old->count && !merging->failed; k++) {
        bool is_last = k == old->count;
        if (!is_last && partners[k] == ALIGN_NONE)
            continue;
        gap.old_end = k;
        gap.new_end = is_last ? new->count : partners[k];
        merge_gap(merging, out, &gap);
        if (!is_last)
            merge_block(merging, out, old->list[k], new->list[partners[k]]);
        gap.old_at = gap.old_end + 1;
        gap.new_at = gap.new_end + 1;
    }
}

static bool merge_all(struct merging *merging, xmlNodePtr out,
    struct blocks *old, struct blocks *new)
{
    const struct sides sides = { old->keys, new->keys, old->count,
        new->count, old->list, new->list };
    size_t *partners = malloc((old->count + 1) * sizeof *partners);
    struct moves moves = { NULL, NULL };
    bool good = partners && align(old->keys, old->count, new->keys,
        new->count, partners) && moves_find(&moves, merging, &sides, partners);

    old->moved = moves.old;
    new->moved = moves.new;
    if (good)
        merge_aligned(merging, out, old, new, partners);
    moves_free(&moves);
    free(partners);
    return good;
}

void merging_attachment(struct merging *merging, xmlNodePtr out,
    xmlNodePtr old, xmlNodePtr new)
{
    struct blocks before = { .count = 0 }, after = { .count = 0 };

    if (!read_blocks(&before, old) || !read_blocks(&after, new)
        || !merge_all(merging, out, &before, &after))
        merging->failed = true;
    free_blocks(&before);
    free_blocks(&after);
}
