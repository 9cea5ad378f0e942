/*
 * Merges inline content: aligned by its pieces, and marked by phrases, so that
 * no change is cut up by a character that both sides happen to have.
 */

#include "12_redline/merging.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/align.h"
#include "0_base/buffer.h"
#include "0_base/decimal.h"
#include "0_base/xml_add.h"
#include "12_redline/entries.h"
#include "12_redline/segments.h"
#include "3_transform/submission.h"

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

/* Says of marked words which value they are from. */
static void name_source(struct merging *merging, xmlNodePtr mark,
    const struct token *tokens, size_t count)
{
    static const char *const names[] = { "src", "label" };
    const struct token *token = tokens, *end = tokens + count;

    while (token < end && token->kind != TOKEN_VALUE)
        token++;
    if (token == end)
        return;
    for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
        const char *text = node_attribute(token->value, names[n]);
        if (text)
            xml_add_attribute(mark, names[n], text, &merging->failed);
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
            name_source(merging, writer.out, tokens, count);
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

static struct decimal exact_of(xmlNodePtr value)
{
    const char *text = node_attribute(value, "value");
    struct decimal exact = decimal_blank;

    return text && decimal_parse(text, strlen(text), &exact) == DECIMAL_OK
        ? exact : decimal_blank;
}

/* Whether two values are one figure, however it is written. */
static bool is_same_figure(xmlNodePtr old, xmlNodePtr new)
{
    struct decimal before = exact_of(old), after = exact_of(new);

    return !before.blank && !after.blank
        && decimal_compare(before, after) == 0;
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
    if (value && xmlFirstElementChild(value) && is_same_figure(old, new))
        xml_add_attribute(value, "rewritten", "true", &merging->failed);
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
    size_t *partners = malloc((old->count + 1) * sizeof *partners);
    struct segments segments = { .list = malloc(SEGMENTS_MOST(old->count)
        * sizeof *segments.list) };

    merging->failed = merging->failed || old->failed || new->failed
        || !partners || !segments.list
        || !align_tokens(old, new, partners);
    if (!merging->failed && are_one_value(old, new))
        partners[0] = 0;
    if (!merging->failed) {
        segments_note(&segments, partners, old->count, new->count);
        find_alike(merging, &segments, old->list, new->list);
        segments_join(&segments, old);
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

void merging_mark_whole(struct merging *merging, xmlNodePtr element,
    xmlNodePtr like, bool came)
{
    struct entry entry = entry_of(like);
    struct buffer src = BUFFER_EMPTY;

    xml_add_attribute(element, "change", came ? ELEMENT_INSERTED
        : ELEMENT_DELETED, &merging->failed);
    buffer_add(&src, entry.pointer, entry.length);
    if (entry.length)
        xml_add_attribute(element, "src", buffer_string(&src),
            &merging->failed);
    merging->failed = merging->failed || src.failed;
    buffer_free(&src);
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
