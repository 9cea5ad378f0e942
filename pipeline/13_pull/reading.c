/*
 * Words of a returned file, with the values of the set in them.
 */

#include "13_pull/reading.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/digest.h"
#include "13_pull/word.h"

/* Bookmarks are named MARK, the tag, _ and which of its values it is
 * (stylesheets/formats/word/inline.xsl). */
#define MARK "v_"

static bool is_like_tag(const char *tag)
{
    return strlen(tag) == TAG_SIZE - 1
        && strspn(tag, "abcdefghijklmnopqrstuvwxyz234567") == TAG_SIZE - 1;
}

static const char *know(void *user, const char *name)
{
    struct reading *reading = user;
    char tag[TAG_SIZE];
    bool marked = strncmp(name, MARK, strlen(MARK)) == 0;

    snprintf(tag, sizeof tag, "%s", marked ? name + strlen(MARK) : name);
    if (!marked && strlen(name) != strlen(tag))
        return NULL;
    const char *now = tags_now_find(reading->tags, tag);
    const struct model_value *value = now ? model_find(reading->model, now)
        : NULL;

    if (value) {
        reading->has_tags = reading->has_tags || !marked;
        return value->tag;
    }
    if (marked == reading->by_marks && !now)
        reading->gone++;
    else if (marked == reading->by_marks)
        reading->unknown += is_like_tag(tag);
    return NULL;
}

static bool quotes(void *user, const char *text, const char *value)
{
    const struct reading *reading = user;

    return model_quotes(reading->model, text, value);
}

static void note_unread(void *user, size_t line)
{
    struct reading *reading = user;

    if (reading->unread_at == WORDING_NONE)
        reading->unread_at = line;
}

/* A comment begins where it is met first. */
static void note_comment(void *user, const char *id, size_t line)
{
    struct reading *reading = user;
    size_t known = reading->ids.count;
    uint32_t number;
    size_t *list = id_map_list(&reading->ids, id_map_text(id, strlen(id)),
        reading->comments, &reading->room, sizeof *list, &number);

    if (!list) {
        reading->words.failed = true;
        return;
    }
    reading->comments = list;
    if (number == known)
        list[number] = line;
}

static bool read_parts(const struct returned *returned,
    const struct word_reader *reader, struct wording *read)
{
    bool good = word_read(returned->document, reader, read);

    for (size_t k = 0; good && k < returned->part_count; k++)
        good = word_read_part(returned->parts[k].root,
            returned->parts[k].kind, reader, read);
    return good;
}

bool reading_run(struct reading *reading, const struct returned *returned,
    bool original)
{
    struct word_reader reader = { .original = original, .know = know,
        .quotes = quotes, .unread = note_unread, .comment = note_comment,
        .user = reading };
    bool good = read_parts(returned, &reader, &reading->words);

    if (!good || reading->has_tags || reading->gone + reading->unknown > 0)
        return good;
    wording_free(&reading->words);
    reader.by_marks = reading->by_marks = true;
    return read_parts(returned, &reader, &reading->words);
}

size_t reading_comment(const struct reading *reading, const char *id)
{
    uint32_t number;

    return id && id_map_find(&reading->ids, id_map_text(id, strlen(id)),
        &number) ? reading->comments[number] : WORDING_NONE;
}

void reading_free(struct reading *reading)
{
    wording_free(&reading->words);
    id_map_free(&reading->ids);
    free(reading->comments);
}
