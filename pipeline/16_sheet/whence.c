/*
 * Cells by the pointers of what is in them, or is to be.
 */

#include "16_sheet/whence.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/buffer.h"
#include "0_base/list.h"
#include "1_read/json.h"

/* The cell of so many bytes of a pointer; whether they were noted before. */
static bool note(struct whence *whence, const char *pointer, size_t length,
    const struct whence_cell *cell)
{
    uint32_t id, known = whence->pointers.count;

    if (whence->failed || !id_map_add(&whence->pointers,
            id_map_text(pointer, length), &id)) {
        whence->failed = true;
        return true;
    }
    if (whence->pointers.count == known) {
        if (whence->cells[id].kind < cell->kind)
            whence->cells[id] = *cell;
        return true;
    }
    struct whence_cell *cells = list_room(whence->cells, known,
        &whence->room, sizeof *cells);
    whence->failed = !cells;
    if (cells) {
        whence->cells = cells;
        cells[id] = *cell;
    }
    return false;
}

void whence_note(struct whence *whence, const char *pointer,
    const struct whence_cell *cell)
{
    note(whence, pointer, strlen(pointer), cell);
}

/* The length of what is around the last step. */
static size_t around(const char *pointer, size_t length)
{
    while (length > 0 && pointer[--length] != '/') {}
    return length;
}

void whence_note_part(struct whence *whence, const char *pointer,
    const struct whence_cell *row)
{
    size_t part = strlen(pointer);

    while (part > 0 && !note(whence, pointer, part, row))
        part = around(pointer, part);
}

/* The pointer that what is at another was noted at. */
static void print_noted(const struct whence *whence, const char *pointer,
    size_t length, struct buffer *out)
{
    uint32_t id;

    for (size_t part = length; part > 0; part = around(pointer, part))
        if (id_map_find(&whence->renamed, id_map_text(pointer, part),
                &id)) {
            buffer_add_string(out, whence->noted[id]);
            buffer_add(out, pointer + part, length - part);
            return;
        }
    buffer_add(out, pointer, length);
}

void whence_rename(struct whence *whence, const char *pointer,
    const char *name)
{
    struct buffer noted = BUFFER_EMPTY;
    uint32_t id;
    size_t length = strlen(pointer);

    print_noted(whence, pointer, around(pointer, length), &noted);
    json_pointer_add(&noted, name);
    const char **list = noted.failed ? NULL : id_map_list(&whence->renamed,
        id_map_text(pointer, length), whence->noted, &whence->noted_room,
        sizeof *list, &id);
    whence->failed = whence->failed || !list;
    if (list) {
        whence->noted = list;
        list[id] = arena_copy(&whence->arena, buffer_string(&noted),
            noted.length);
    }
    whence->failed = whence->failed || whence->arena.failed;
    buffer_free(&noted);
}

const struct whence_cell *whence_find(const struct whence *whence,
    const char *pointer)
{
    struct buffer noted = BUFFER_EMPTY;
    const struct whence_cell *found = NULL;
    uint32_t id;

    print_noted(whence, pointer, strlen(pointer), &noted);
    for (size_t part = noted.length; part > 0 && !noted.failed && !found;
        part = around(noted.bytes, part))
        if (id_map_find(&whence->pointers, id_map_text(noted.bytes, part),
                &id) && (part == noted.length
                || whence->cells[id].kind != WHENCE_BLANK))
            found = &whence->cells[id];
    buffer_free(&noted);
    return found;
}

void whence_free(struct whence *whence)
{
    id_map_free(&whence->pointers);
    id_map_free(&whence->renamed);
    free(whence->cells);
    free(whence->noted);
    arena_free(&whence->arena);
}
