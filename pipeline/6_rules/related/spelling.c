/* Names, and the pieces of them that are looked up in a text. */

#include "6_rules/related/spelling_pieces.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "6_rules/text/characters.h"

/* Characters of a name at least, and one in so many of them may change: all
 * pieces have two characters so. */
#define NAME_MIN 6
#define CHANGES_PART 3

void spelling_free(struct spelling *spelling)
{
    free(spelling->codes);
    free(spelling->offsets);
    *spelling = (struct spelling){0};
}

void spelling_read(struct spelling *spelling, const char *text)
{
    size_t length = strlen(text), size;

    *spelling = (struct spelling){0};
    spelling->codes = malloc((length + 1) * sizeof *spelling->codes);
    spelling->offsets = malloc((length + 1) * sizeof *spelling->offsets);
    spelling->failed = !spelling->codes || !spelling->offsets;
    if (spelling->failed)
        return;
    for (size_t at = 0; at < length; at += size) {
        unsigned code;
        size = text_character(text + at, &code);
        spelling->codes[spelling->count] = code;
        spelling->offsets[spelling->count++] = at;
    }
    spelling->offsets[spelling->count] = length;
}

struct spellings *spellings_new(struct spelling_changes changes,
    const struct lexicon *lexicon)
{
    struct spellings *names = calloc(1, sizeof *names);

    if (names) {
        names->allowed = changes;
        names->particles = lexicon_words(lexicon, NOTION_NAME_PARTICLES);
    }
    return names;
}

static void name_free(struct name *name)
{
    spelling_free(&name->spelling);
    free(name->text);
}

void spellings_free(struct spellings *names)
{
    if (!names)
        return;
    for (size_t k = 0; k < names->count; k++)
        name_free(&names->list[k]);
    id_map_free(&names->known);
    id_map_free(&names->heads);
    free(names->list);
    free(names->head_pieces);
    free(names->pieces);
    free(names->row);
    free(names);
}

static uint64_t head_of(uint32_t first, uint32_t second)
{
    return (uint64_t)first << 32 | second;
}

static void note_beginning(struct spellings *names, uint32_t code)
{
    names->begins[code % CODES / 64] |= UINT64_C(1) << code % 64;
}

static bool begins_piece(const struct spellings *names, uint32_t code)
{
    return names->begins[code % CODES / 64] >> code % 64 & 1;
}

uint32_t spellings_piece(const struct spellings *names, uint32_t first,
    uint32_t second)
{
    uint32_t id;

    return begins_piece(names, first)
        && id_map_find(&names->heads, head_of(first, second), &id)
        ? names->head_pieces[id] : NONE;
}

static bool add_piece(struct spellings *names, struct piece piece)
{
    const uint32_t *codes = names->list[piece.name].spelling.codes;
    uint32_t id, known = names->heads.count;
    struct piece *pieces = list_room(names->pieces, names->piece_count,
        &names->piece_room, sizeof *pieces);

    if (!pieces)
        return false;
    names->pieces = pieces;
    codes += piece.start;
    uint32_t *heads = id_map_list(&names->heads, head_of(codes[0], codes[1]),
        names->head_pieces, &names->head_room, sizeof *heads, &id);
    if (!heads)
        return false;
    names->head_pieces = heads;
    note_beginning(names, codes[0]);
    piece.next = id < known ? heads[id] : NONE;
    heads[id] = (uint32_t)names->piece_count;
    pieces[names->piece_count++] = piece;
    return true;
}

/* The characters of a name from start to the one before end. */
static struct piece piece_of(const struct spellings *names, uint32_t number,
    size_t start, size_t end)
{
    const struct name *name = &names->list[number];
    const size_t *offsets = name->spelling.offsets;

    return (struct piece){ number, start, end - start,
        text_cue_of(name->text + offsets[start],
            offsets[end] - offsets[start]), NONE };
}

static bool add_pieces(struct spellings *names, uint32_t number)
{
    const struct name *name = &names->list[number];
    size_t length = name->spelling.count, count = name->changes + 1;
    bool good = true;

    for (size_t k = 0; good && k < count; k++) {
        size_t start = k * length / count;
        size_t end = (k + 1) * length / count;
        good = add_piece(names, piece_of(names, number, start, end));
    }
    return good;
}

/* Adds a name, which the list owns from now on. */
static bool keep(struct spellings *names, struct name *name)
{
    size_t length = name->spelling.count;
    struct name *list = list_room(names->list, names->count, &names->room,
        sizeof *list);

    if (!list)
        return false;
    names->list = list;
    if (length > names->longest || !names->row) {
        size_t *row = realloc(names->row, (length + 1) * sizeof *row);
        if (!row)
            return false;
        names->row = row;
        names->longest = length;
    }
    name->changes = names->allowed.distance < length / CHANGES_PART
        ? names->allowed.distance : length / CHANGES_PART;
    list[names->count] = *name;
    *name = (struct name){0};
    return add_pieces(names, (uint32_t)names->count++);
}

bool spellings_add(struct spellings *names, const char *text)
{
    struct name name = { .text = strdup(text) };
    uint32_t id, known = names->known.count;
    uint64_t key = 0;

    spelling_read(&name.spelling, text);
    for (size_t k = 0; k < name.spelling.count; k++)
        key = id_map_chain(key, name.spelling.codes[k]);
    bool good = name.text && !name.spelling.failed
        && id_map_add(&names->known, key, &id)
        && (id < known || name.spelling.count < NAME_MIN
            || keep(names, &name));
    name_free(&name);
    return good;
}
