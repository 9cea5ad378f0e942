/*
 * Names cut into pieces, of which a wording with k changes has one of any k + 1
 * unchanged, and an index by what pieces say.
 *
 * Pieces of a few names are equal.  Of many, in which the same words come again
 * and again, each begins with a character that few of them have, so that few
 * have the same piece: 改造项目 at their end tells none of them from others.
 */

#include "6_rules/related/spelling_pieces.h"

#include <stdlib.h>

#include "0_base/list.h"

#define NAMES_FEW 85
#define PIECES_MAX 10           /* of a name: its changes and one more */

/* How often each character is in all names. */
struct frequencies {
    struct id_map codes;
    size_t *counts;
    size_t room;
};

static void frequencies_free(struct frequencies *frequencies)
{
    id_map_free(&frequencies->codes);
    free(frequencies->counts);
}

static bool count_characters(struct frequencies *frequencies,
    const struct spelling *name)
{
    for (size_t k = 0; k < name->count; k++) {
        uint32_t id;
        size_t *counts = id_map_list(&frequencies->codes, name->codes[k],
            frequencies->counts, &frequencies->room, sizeof *counts, &id);
        if (!counts)
            return false;
        frequencies->counts = counts;
        counts[id]++;
    }
    return true;
}

static size_t frequency(const struct frequencies *frequencies, uint32_t code)
{
    uint32_t id;

    return id_map_find(&frequencies->codes, code, &id)
        ? frequencies->counts[id] : 0;
}

size_t spelling_part(const struct name *name, size_t number)
{
    return number * name->spelling.count / (name->changes + 1);
}

/* Where to put a place among `count` in order. */
static void insert_place(size_t *places, size_t count, size_t place)
{
    for (; count > 0 && places[count - 1] > place; count--)
        places[count] = places[count - 1];
    places[count] = place;
}

/* The place of the rarest character that is not among `count` places. */
static size_t rarest(const struct frequencies *frequencies,
    const struct spelling *name, const size_t *places, size_t count)
{
    size_t best = name->count, least = SIZE_MAX, next = 0;

    for (size_t k = 0; k < name->count; k++) {
        if (next < count && places[next] == k) {
            next++;
            continue;
        }
        size_t found = frequency(frequencies, name->codes[k]);
        if (found < least) {
            best = k;
            least = found;
        }
    }
    return best;
}

/* Where the pieces of a name begin. */
static void cut_name(const struct name *name,
    const struct frequencies *frequencies, size_t *starts)
{
    for (size_t k = 0; k <= name->changes; k++)
        if (frequencies)
            insert_place(starts, k,
                rarest(frequencies, &name->spelling, starts, k));
        else
            starts[k] = spelling_part(name, k);
    starts[0] = 0;
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

uint32_t spellings_cut(const struct spellings *names, uint32_t first,
    uint32_t second)
{
    uint32_t id;

    return begins_piece(names, first)
        && id_map_find(&names->heads, head_of(first, second), &id)
        ? names->head_cuts[id] : NONE;
}

/* Puts a cut before those with the same head. */
static bool link_cut(struct spellings *names, struct cut *cut,
    const uint32_t *codes)
{
    uint32_t known = names->heads.count, id;
    uint32_t *heads = id_map_list(&names->heads,
        head_of(codes[0], cut->count > 1 ? codes[1] : 0),
        names->head_cuts, &names->head_room, sizeof *heads, &id);

    if (!heads)
        return false;
    names->head_cuts = heads;
    note_beginning(names, codes[0]);
    cut->next = id < known ? heads[id] : NONE;
    heads[id] = names->cut_ids.count - 1;
    return true;
}

/* The number of a cut of names whose piece there begins like codes. */
static bool add_cut(struct spellings *names, struct cut cut,
    const uint32_t *codes, uint32_t *id)
{
    const uint32_t parts[] = { codes[0], cut.count > 1 ? codes[1] : 0,
        (uint32_t)cut.start, (uint32_t)cut.count, (uint32_t)cut.length };
    uint32_t known = names->cut_ids.count;
    struct cut *cuts = id_map_list(&names->cut_ids,
        spelling_key(0, parts, sizeof parts / sizeof *parts),
        names->cuts, &names->cut_room, sizeof *cuts, id);

    if (!cuts)
        return false;
    names->cuts = cuts;
    if (*id < known)
        return true;
    cuts[*id] = cut;
    return link_cut(names, &cuts[*id], codes);
}

uint64_t spellings_piece_key(const struct spellings *names, uint32_t cut,
    const uint32_t *codes)
{
    return spelling_key(cut + UINT64_C(1), codes, names->cuts[cut].count);
}

uint32_t spellings_pieces(const struct spellings *names, uint64_t key,
    uint32_t first)
{
    uint32_t id;

    return id_map_find(&names->keys, id_map_chain(key, first), &id)
        ? names->key_pieces[id] : NONE;
}

static bool add_cue(struct spellings *names, const struct name *name,
    const struct cut *cut)
{
    const size_t *offsets = name->spelling.offsets + cut->start;
    struct text_cue *cues = list_room(names->cues, names->cue_count,
        &names->cue_room, sizeof *cues);

    if (!cues)
        return false;
    names->cues = cues;
    cues[names->cue_count++] = text_cue_of(name->text + offsets[0],
        offsets[cut->count] - offsets[0]);
    return true;
}

static bool add_piece(struct spellings *names, uint32_t number, struct cut cut)
{
    const struct spelling *name = &names->list[number].spelling;
    const uint32_t *codes = name->codes + cut.start;
    uint32_t known = names->keys.count, id;
    struct piece *pieces = list_room(names->pieces, names->piece_count,
        &names->piece_room, sizeof *pieces);

    if (!pieces)
        return false;
    names->pieces = pieces;
    if (!add_cut(names, cut, codes, &id))
        return false;
    uint32_t *keys = id_map_list(&names->keys,
        id_map_chain(spellings_piece_key(names, id, codes), name->codes[0]),
        names->key_pieces, &names->key_room, sizeof *keys, &id);
    if (!keys)
        return false;
    names->key_pieces = keys;
    pieces[names->piece_count] = (struct piece){ number,
        id < known ? keys[id] : NONE };
    keys[id] = (uint32_t)names->piece_count++;
    return true;
}

/* The pieces of a name; of a few names their cues too. */
static bool add_pieces(struct spellings *names, uint32_t number,
    const struct frequencies *frequencies)
{
    const struct name *name = &names->list[number];
    size_t starts[PIECES_MAX + 1];
    bool good = true;

    cut_name(name, frequencies, starts);
    starts[name->changes + 1] = name->spelling.count;
    for (size_t k = 0; good && k <= name->changes; k++) {
        struct cut cut = { starts[k], starts[k + 1] - starts[k],
            name->changes, name->spelling.count, NONE };
        good = add_piece(names, number, cut)
            && (frequencies || add_cue(names, name, &cut));
    }
    return good;
}

bool spellings_index(struct spellings *names)
{
    struct frequencies frequencies = {0};
    bool many = names->count > NAMES_FEW, good = true;

    for (size_t k = 0; good && many && k < names->count; k++)
        good = count_characters(&frequencies, &names->list[k].spelling);
    for (size_t k = 0; good && k < names->count; k++)
        good = add_pieces(names, (uint32_t)k, many ? &frequencies : NULL);
    frequencies_free(&frequencies);
    return good;
}
