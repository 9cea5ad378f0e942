/*
 * Merges inline content: aligned by its pieces, and marked by phrases, so that
 * no change is cut up by a character that both sides happen to have.
 */

#include "12_redline/merging.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/align.h"
#include "0_base/buffer.h"
#include "0_base/xml_add.h"
#include "3_transform/submission.h"

/* A run of tokens that are the same on both sides, or of those that are not:
 * these may be read alike, as a figure that was typed where it was quoted. */
struct segment {
    bool is_same, reads_alike;
    size_t old_first, old_count, new_first, new_count;
};

struct segments {
    struct segment *list;
    size_t count;
};

/* --- which tokens changed ------------------------------------------------ */

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

static void note_segments(struct segments *segments, const size_t *partners,
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

/* --- phrases ------------------------------------------------------------- */

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

static void join_changes(struct segments *segments, const struct tokens *old)
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

/* --- writing ------------------------------------------------------------- */

struct writer {
    struct merging *merging;
    xmlNodePtr out;
    struct buffer words;        /* not yet written */
};

static void flush(struct writer *writer)
{
    struct buffer *words = &writer->words;
    xmlNodePtr text = words->length > 0 ? xmlNewDocTextLen(writer->out->doc,
        BAD_CAST buffer_string(words), (int)words->length) : NULL;

    if (words->failed || (words->length > 0
            && (!text || !xmlAddChild(writer->out, text))))
        writer->merging->failed = true;
    buffer_clear(words);
}

static void write_break(struct writer *writer)
{
    if (!writer->out) {
        buffer_add_char(&writer->words, '\n');
        return;
    }
    flush(writer);
    xml_add_element(writer->out, "break", NULL, &writer->merging->failed);
}

static void write_words(struct writer *writer, const struct token *tokens,
    size_t count);

/* The words of a value, which is none where they are marked. */
static void write_words_of(struct writer *writer, xmlNodePtr value)
{
    struct tokens tokens = TOKENS_EMPTY;

    tokens_add_content(&tokens, value, writer->merging->lexicon);
    write_words(writer, tokens.list, tokens.count);
    writer->merging->failed = writer->merging->failed || tokens.failed;
    tokens_free(&tokens);
}

static void write_words(struct writer *writer, const struct token *tokens,
    size_t count)
{
    for (size_t k = 0; k < count; k++) {
        if (tokens[k].kind == TOKEN_WORDS)
            buffer_add(&writer->words, tokens[k].words, tokens[k].length);
        else if (tokens[k].kind == TOKEN_BREAK)
            write_break(writer);
        else
            write_words_of(writer, tokens[k].value);
    }
}

static void write_marked(struct merging *merging, xmlNodePtr out,
    const char *name, const struct token *tokens, size_t count)
{
    struct writer writer = { .merging = merging, .words = BUFFER_EMPTY };

    if (count == 0)
        return;
    writer.out = xml_add_element(out, name, NULL, &merging->failed);
    if (writer.out) {
        write_words(&writer, tokens, count);
        flush(&writer);
        if (writer.out->children) {
            merging->changed = true;
        } else {                /* blank values alone */
            xmlUnlinkNode(writer.out);
            xmlFreeNode(writer.out);
        }
    }
    buffer_free(&writer.words);
}

static void read_words(struct merging *merging, const struct token *tokens,
    size_t count, struct buffer *words)
{
    struct writer writer = { .merging = merging, .words = BUFFER_EMPTY };

    write_words(&writer, tokens, count);
    merging->failed = merging->failed || writer.words.failed;
    *words = writer.words;
}

static bool reads_alike(struct merging *merging,
    const struct segment *segment, const struct token *old,
    const struct token *new)
{
    struct buffer before, after;

    read_words(merging, old + segment->old_first, segment->old_count,
        &before);
    read_words(merging, new + segment->new_first, segment->new_count, &after);
    bool alike = before.length > 0 && strcmp(buffer_string(&before),
        buffer_string(&after)) == 0;
    buffer_free(&before);
    buffer_free(&after);
    return alike;
}

static void find_alike(struct merging *merging,
    const struct segments *segments, const struct token *old,
    const struct token *new)
{
    for (size_t k = 0; k < segments->count; k++) {
        struct segment *segment = &segments->list[k];
        segment->reads_alike = !segment->is_same
            && reads_alike(merging, segment, old, new);
    }
}

static void merge_values(struct merging *merging, xmlNodePtr out,
    xmlNodePtr old, xmlNodePtr new)
{
    struct tokens old_tokens = TOKENS_EMPTY, new_tokens = TOKENS_EMPTY;
    xmlNodePtr value = merging_element(merging, out, new);

    tokens_add_content(&old_tokens, old, merging->lexicon);
    tokens_add_content(&new_tokens, new, merging->lexicon);
    if (value)
        merging_tokens(merging, value, &old_tokens, &new_tokens);
    tokens_free(&old_tokens);
    tokens_free(&new_tokens);
}

static void write_same(struct merging *merging, xmlNodePtr out,
    const struct token *old, const struct token *new, size_t count)
{
    struct writer writer = { .merging = merging, .out = out,
        .words = BUFFER_EMPTY };

    for (size_t k = 0; k < count && !merging->failed; k++) {
        if (new[k].kind == TOKEN_WORDS) {
            buffer_add(&writer.words, new[k].words, new[k].length);
        } else if (new[k].kind == TOKEN_BREAK) {
            write_break(&writer);
        } else {
            flush(&writer);
            merge_values(merging, out, old[k].value, new[k].value);
        }
    }
    flush(&writer);
    buffer_free(&writer.words);
}

static void write_segments(struct merging *merging, xmlNodePtr out,
    const struct segments *segments, const struct token *old,
    const struct token *new)
{
    for (size_t k = 0; k < segments->count && !merging->failed; k++) {
        const struct segment *segment = &segments->list[k];
        if (segment->is_same) {
            write_same(merging, out, old + segment->old_first,
                new + segment->new_first, segment->new_count);
        } else if (segment->reads_alike) {
            write_same(merging, out, new + segment->new_first,
                new + segment->new_first, segment->new_count);
        } else {
            write_marked(merging, out, ELEMENT_DELETED,
                old + segment->old_first, segment->old_count);
            write_marked(merging, out, ELEMENT_INSERTED,
                new + segment->new_first, segment->new_count);
        }
    }
}

/* --- all of it ----------------------------------------------------------- */

static bool align_tokens(const struct tokens *old, const struct tokens *new,
    size_t *partners)
{
    uint64_t *keys = malloc((old->count + new->count + 1) * sizeof *keys);

    if (!keys)
        return false;
    for (size_t k = 0; k < old->count; k++)
        keys[k] = old->list[k].key;
    for (size_t k = 0; k < new->count; k++)
        keys[old->count + k] = new->list[k].key;
    bool good = align(keys, old->count, keys + old->count, new->count,
        partners);
    free(keys);
    return good;
}

/* Two texts that are one value each are the same value, whatever became of
 * its place. */
static bool are_one_value(const struct tokens *old, const struct tokens *new)
{
    return old->count == 1 && new->count == 1
        && old->list[0].kind == TOKEN_VALUE
        && new->list[0].kind == TOKEN_VALUE;
}

void merging_tokens(struct merging *merging, xmlNodePtr out,
    const struct tokens *old, const struct tokens *new)
{
    size_t room = 2 * old->count + 3;
    size_t *partners = malloc((old->count + 1) * sizeof *partners);
    struct segments segments = { .list = malloc(room
        * sizeof *segments.list) };

    merging->failed = merging->failed || old->failed || new->failed
        || !partners || !segments.list
        || !align_tokens(old, new, partners);
    if (!merging->failed && are_one_value(old, new))
        partners[0] = 0;
    if (!merging->failed) {
        note_segments(&segments, partners, old->count, new->count);
        find_alike(merging, &segments, old->list, new->list);
        join_changes(&segments, old);
        write_segments(merging, out, &segments, old->list, new->list);
    }
    free(partners);
    free(segments.list);
}

/* The number in front of an element's words; "" for none. */
static const char *number_of(xmlNodePtr element)
{
    const char *number = element ? node_attribute(element, "number") : NULL;

    return number ? number : "";
}

/* A number that is another one now is marked as words are. */
static bool take_number(struct merging *merging, xmlNodePtr out,
    xmlNodePtr old, xmlNodePtr new)
{
    bool differs = strcmp(number_of(old), number_of(new)) != 0;

    if (differs && !xmlSetProp(out, BAD_CAST "number", BAD_CAST ""))
        merging->failed = true;
    return differs;
}

void merging_inlines(struct merging *merging, xmlNodePtr out, xmlNodePtr old,
    xmlNodePtr new)
{
    struct tokens old_tokens = TOKENS_EMPTY, new_tokens = TOKENS_EMPTY;

    if (take_number(merging, out, old, new)) {
        tokens_add_whole(&old_tokens, number_of(old));
        tokens_add_whole(&new_tokens, number_of(new));
    }
    tokens_add_inlines(&old_tokens, old, merging->lexicon);
    tokens_add_inlines(&new_tokens, new, merging->lexicon);
    merging_tokens(merging, out, &old_tokens, &new_tokens);
    tokens_free(&old_tokens);
    tokens_free(&new_tokens);
}

xmlNodePtr merging_element(struct merging *merging, xmlNodePtr out,
    xmlNodePtr like)
{
    xmlNodePtr element = xml_add_element(out, (const char *)like->name, NULL,
        &merging->failed);

    if (!element || !like->properties)
        return element;
    element->properties = xmlCopyPropList(element, like->properties);
    if (!element->properties)
        merging->failed = true;
    return element;
}

void merging_mark_whole(struct merging *merging, xmlNodePtr element, bool came)
{
    xml_add_attribute(element, "change", came ? ELEMENT_INSERTED
        : ELEMENT_DELETED, &merging->failed);
}

void merging_drop(xmlNodePtr element, const char *name)
{
    xmlAttrPtr attribute = xmlHasNsProp(element, BAD_CAST name, NULL);

    if (attribute)
        xmlRemoveProp(attribute);
}

bool merging_has_words(xmlNodePtr element)
{
    for (const xmlNode *node = element->children; node; node = node->next)
        if (node->type == XML_TEXT_NODE ? *node->content != '\0'
            : merging_has_words((xmlNodePtr)node))
            return true;
    return false;
}
