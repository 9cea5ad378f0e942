/* Goes over a submission and draws what is compared. */

#include "15_summary/texts.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "0_base/list.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"

/* Names that a unit calls itself, at most; there are two or three. */
#define NAMES_MAX 16

struct drawing {
    struct record *record;
    const struct record_source *source;
    struct letters names[NAMES_MAX];
    size_t name_count;
    struct letters letters;
    struct buffer words;
    struct record_text *list;
    size_t count, room;
    bool failed;
};

static void read_words(struct drawing *drawing, xmlNodePtr leaf,
    struct letters *letters)
{
    buffer_clear(&drawing->words);
    node_print(leaf, &drawing->words);
    letters_read(letters, buffer_string(&drawing->words),
        drawing->words.length);
    drawing->failed = drawing->failed || drawing->words.failed
        || letters->failed;
}

static void read_names(struct drawing *drawing)
{
    const struct columns *columns = drawing->source->columns;

    for (size_t k = 0; k < columns->name_count
        && drawing->name_count < NAMES_MAX; k++) {
        xmlNodePtr leaf = where_find(drawing->source->submission,
            columns->names[k]);
        struct letters *name = &drawing->names[drawing->name_count];
        if (!leaf)
            continue;
        read_words(drawing, leaf, name);
        drawing->name_count += name->count > 0;
    }
}

/* The letters of a name that stands at a place; 0 for none. */
static size_t name_at(const struct drawing *drawing, size_t at)
{
    const struct letters *letters = &drawing->letters;

    for (size_t k = 0; k < drawing->name_count; k++) {
        const struct letters *name = &drawing->names[k];
        if (name->count <= letters->count - at
            && memcmp(name->codes, letters->codes + at,
                name->count * sizeof *name->codes) == 0)
            return name->count;
    }
    return 0;
}

static void remove_names(struct drawing *drawing)
{
    struct letters *letters = &drawing->letters;
    size_t kept = 0;

    for (size_t at = 0, skipped; at < letters->count;
        at += skipped ? skipped : 1) {
        skipped = name_at(drawing, at);
        if (!skipped)
            letters->codes[kept++] = letters->codes[at];
    }
    letters->count = kept;
}

static uint64_t hash_letters(const struct letters *letters, uint64_t hash)
{
    for (size_t k = 0; k < letters->count; k++)
        hash = id_map_chain(hash, letters->codes[k]);
    return hash;
}

static const char *copy(struct drawing *drawing, const char *text)
{
    const char *copied = arena_copy(&drawing->record->arena, text,
        strlen(text));

    return copied ? copied : "";
}

static void add_text(struct drawing *drawing, xmlNodePtr leaf,
    const char *pointer)
{
    struct record_text *list = list_room(drawing->list, drawing->count,
        &drawing->room, sizeof *list);

    if (!list) {
        drawing->failed = true;
        return;
    }
    drawing->list = list;
    struct record_text *text = &list[drawing->count++];
    buffer_clear(&drawing->words);
    where_print(leaf, &drawing->words);
    drawing->failed = drawing->failed || drawing->words.failed;
    text->pointer = copy(drawing, pointer);
    text->where = copy(drawing, buffer_string(&drawing->words));
    sketch_begin(&text->sketch);
    sketch_add_letters(&text->sketch, &drawing->letters);
}

static void draw_leaf(struct drawing *drawing, xmlNodePtr leaf,
    enum value_type type)
{
    const char *pointer = node_attribute(leaf, "src");
    const char *value = node_attribute(leaf, "value");
    uint64_t hash = id_map_text(pointer, strlen(pointer));

    if (node_state(leaf) != STATE_STATED)
        return;
    if (value) {
        sketch_add(&drawing->record->sketch,
            id_map_chain(hash, id_map_text(value, strlen(value))));
        return;
    }
    read_words(drawing, leaf, &drawing->letters);
    remove_names(drawing);
    if (drawing->letters.count > 0)
        sketch_add(&drawing->record->sketch,
            hash_letters(&drawing->letters, hash));
    if (type == VALUE_TEXT && drawing->letters.count
            >= lexicon_limit(drawing->source->lexicon, LIMIT_COPIED_LETTERS))
        add_text(drawing, leaf, pointer);
}

static void draw(struct drawing *drawing, xmlNodePtr element)
{
    enum value_type type;

    if (node_value_type(element, &type)) {
        draw_leaf(drawing, element, type);
        return;
    }
    for (xmlNodePtr child = xmlFirstElementChild(element);
        child && !drawing->failed; child = xmlNextElementSibling(child))
        draw(drawing, child);
}

/* The list as the record keeps it. */
static void keep(struct drawing *drawing)
{
    struct record *record = drawing->record;

    record->texts = arena_new(&record->arena, drawing->count + 1,
        sizeof *record->texts);
    if (!record->texts)
        return;
    record->text_count = drawing->count;
    if (drawing->count)
        memcpy(record->texts, drawing->list,
            drawing->count * sizeof *record->texts);
}

void texts_draw(struct record *record, const struct record_source *source)
{
    struct drawing drawing = { .record = record, .source = source };

    read_names(&drawing);
    draw(&drawing, xmlDocGetRootElement(source->submission));
    keep(&drawing);
    for (size_t k = 0; k < NAMES_MAX; k++)
        letters_free(&drawing.names[k]);
    letters_free(&drawing.letters);
    buffer_free(&drawing.words);
    free(drawing.list);
    record->arena.failed = record->arena.failed || drawing.failed;
}
