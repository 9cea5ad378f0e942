/* Nearly equal texts, found by the pairs of letters that they share. */

#include "6_rules/related/similar.h"

#include <stdlib.h>

#include "0_base/id_map.h"
#include "0_base/list.h"

/*
 * Texts that have at least `least` of their pairs in common share one of
 * their rarest: not all of the size - least + 1 rarest of one are missing in
 * the other, and the rarest that both have is among these in both.  So a text
 * is looked up, and then kept, only under so many pairs; and among them those
 * that no other text has are no place to look.
 */

/* A pair of neighbouring letters. */
struct pair {
    uint32_t texts;             /* that have it */
    uint32_t last;              /* the last text with it, counted from 1 */
    uint32_t first_place, last_place;   /* of those that are kept under it */
};

/* A text that is kept under a pair. */
struct place {
    uint32_t text, next;
};

struct text {
    uint64_t key;               /* of its letters in their order */
    size_t first;               /* in pair_ids */
    uint32_t size;              /* different pairs */
    uint32_t compared;          /* the last text with it, counted from 1 */
};

struct rank {
    uint32_t texts, id;
};

struct similar {
    struct text *texts;
    uint32_t count;
    struct id_map pair_map;
    struct pair *pairs;
    size_t pair_room;
    uint32_t *pair_ids;         /* of all texts, one text after the other */
    size_t id_count, id_room;

    /* While finding. */
    struct id_map keys;         /* of texts */
    uint32_t *key_texts;        /* the first text of each key */
    struct place *places;
    size_t place_count, place_room;
    struct rank *ranks;         /* of the text in hand: room for any text */
    uint32_t largest;           /* size of a text */
};

struct similar *similar_new(size_t count)
{
    struct similar *similar = calloc(1, sizeof *similar);

    if (!similar)
        return NULL;
    similar->texts = calloc(count + 1, sizeof *similar->texts);
    if (similar->texts)
        return similar;
    similar_free(similar);
    return NULL;
}

void similar_free(struct similar *similar)
{
    if (!similar)
        return;
    id_map_free(&similar->pair_map);
    id_map_free(&similar->keys);
    free(similar->texts);
    free(similar->pairs);
    free(similar->pair_ids);
    free(similar->key_texts);
    free(similar->places);
    free(similar->ranks);
    free(similar);
}

/* The pair of that key, perhaps new. */
static struct pair *take_pair(struct similar *similar, uint64_t key,
    uint32_t *id)
{
    uint32_t known = similar->pair_map.count;
    struct pair *pairs = id_map_list(&similar->pair_map, key, similar->pairs,
        &similar->pair_room, sizeof *pairs, id);

    if (!pairs)
        return NULL;
    similar->pairs = pairs;
    if (*id == known)
        pairs[*id].first_place = SIMILAR_NONE;
    return &pairs[*id];
}

/* Counts a pair in a text, the same one only once. */
static bool add_pair(struct similar *similar, struct text *text,
    uint64_t key)
{
    uint32_t id;
    struct pair *pair = take_pair(similar, key, &id);

    if (!pair)
        return false;
    if (pair->last == similar->count)
        return true;
    uint32_t *ids = list_room(similar->pair_ids, similar->id_count,
        &similar->id_room, sizeof *ids);
    if (!ids)
        return false;
    similar->pair_ids = ids;
    ids[similar->id_count++] = id;
    pair->last = similar->count;
    pair->texts++;
    text->size++;
    return true;
}

bool similar_add(struct similar *similar, const struct letters *letters)
{
    struct text *text = &similar->texts[similar->count++];

    text->first = similar->id_count;
    for (size_t k = 0; k < letters->count; k++)
        text->key = id_map_chain(text->key, letters->codes[k]);
    for (size_t k = 0; k < letters_pairs(letters); k++)
        if (!add_pair(similar, text, letters_pair(letters, k)))
            return false;
    if (text->size > similar->largest)
        similar->largest = text->size;
    return true;
}

/* The fewest pairs that a text has in common with any nearly equal one. */
static uint32_t least_common(uint32_t size, unsigned share)
{
    uint64_t whole = 200 - share;

    return (uint32_t)(((uint64_t)size * share + whole - 1) / whole);
}

static bool is_share(uint64_t common, const struct text *a,
    const struct text *b, unsigned share)
{
    return 200 * common >= share * ((uint64_t)a->size + b->size);
}

static int compare_ranks(const void *a, const void *b)
{
    const struct rank *left = a, *right = b;

    if (left->texts != right->texts)
        return left->texts < right->texts ? -1 : 1;
    return left->id < right->id ? -1 : left->id > right->id;
}

/* The rarest pairs of a text that others have, too, into ranks. */
static uint32_t find_rarest(struct similar *similar, const struct text *text,
    unsigned share)
{
    uint32_t wanted = text->size - least_common(text->size, share) + 1;
    uint32_t count = 0;

    for (size_t k = text->first; k < text->first + text->size; k++) {
        uint32_t id = similar->pair_ids[k];
        if (similar->pairs[id].texts > 1)
            similar->ranks[count++] = (struct rank){
                similar->pairs[id].texts, id };
    }
    uint32_t alone = text->size - count;
    if (alone >= wanted)
        return 0;
    wanted -= alone;
    if (wanted < count)
        qsort(similar->ranks, count, sizeof *similar->ranks, compare_ranks);
    return wanted < count ? wanted : count;
}

/* Pairs of the text in hand are marked by its number. */
static bool is_like(const struct similar *similar, uint32_t number,
    uint32_t other, unsigned share)
{
    const struct text *a = &similar->texts[number];
    const struct text *b = &similar->texts[other];
    uint32_t common = 0;

    if (!is_share(a->size < b->size ? a->size : b->size, a, b, share))
        return false;
    for (size_t k = b->first; k < b->first + b->size; k++)
        common += similar->pairs[similar->pair_ids[k]].last == number + 1;
    return is_share(common, a, b, share);
}

static uint32_t find_near(struct similar *similar, uint32_t number,
    uint32_t rarest, unsigned share)
{
    for (uint32_t k = 0; k < rarest; k++) {
        uint32_t at = similar->pairs[similar->ranks[k].id].first_place;
        for (; at != SIMILAR_NONE; at = similar->places[at].next) {
            uint32_t other = similar->places[at].text;
            if (similar->texts[other].compared == number + 1)
                continue;
            similar->texts[other].compared = number + 1;
            if (is_like(similar, number, other, share))
                return other;
        }
    }
    return SIMILAR_NONE;
}

/* Keeps a text under a pair, behind those that are. */
static bool keep(struct similar *similar, uint32_t number, uint32_t id)
{
    struct pair *pair = &similar->pairs[id];
    uint32_t at = (uint32_t)similar->place_count;
    struct place *places = list_room(similar->places, at,
        &similar->place_room, sizeof *places);

    if (!places)
        return false;
    similar->places = places;
    places[similar->place_count++] = (struct place){ number, SIMILAR_NONE };
    if (pair->first_place == SIMILAR_NONE)
        pair->first_place = at;
    else
        places[pair->last_place].next = at;
    pair->last_place = at;
    return true;
}

static bool find_one(struct similar *similar, uint32_t number,
    unsigned share, uint32_t *twin)
{
    const struct text *text = &similar->texts[number];
    uint32_t id, known = similar->keys.count;

    if (text->size == 0)
        return true;
    for (size_t k = text->first; k < text->first + text->size; k++)
        similar->pairs[similar->pair_ids[k]].last = number + 1;
    if (!id_map_add(&similar->keys, text->key, &id))
        return false;
    if (id < known && is_like(similar, number, similar->key_texts[id], 100)) {
        *twin = similar->key_texts[id];
        return true;            /* which is kept already */
    }
    if (id == known)
        similar->key_texts[id] = number;
    uint32_t rarest = find_rarest(similar, text, share);
    *twin = find_near(similar, number, rarest, share);
    bool good = true;
    for (uint32_t k = 0; good && k < rarest; k++)
        good = keep(similar, number, similar->ranks[k].id);
    return good;
}

bool similar_find(struct similar *similar, unsigned share, uint32_t *twins)
{
    bool good;

    similar->key_texts = calloc(similar->count + 1u,
        sizeof *similar->key_texts);
    similar->ranks = calloc(similar->largest + 1u, sizeof *similar->ranks);
    good = similar->key_texts && similar->ranks;
    for (uint32_t k = 0; k < similar->count; k++)
        twins[k] = SIMILAR_NONE;
    for (uint32_t k = 0; good && k < similar->count; k++)
        good = find_one(similar, k, share, &twins[k]);
    return good;
}
