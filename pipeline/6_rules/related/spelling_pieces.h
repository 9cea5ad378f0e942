#ifndef RELATED_SPELLING_PIECES_H
#define RELATED_SPELLING_PIECES_H

/*
 * What spelling.c and spelling_pieces.c keep of names, and spelling_find.c
 * reads texts with.
 */

#include <stdint.h>

#include "0_base/id_map.h"
#include "6_rules/related/spelling.h"

#define NONE UINT32_MAX
#define CODES 65536u            /* kept by their code modulo this */

/* The characters of a text; running out of memory is sticky. */
struct spelling {
    uint32_t *codes;
    size_t *offsets;            /* of each in bytes, and of the end */
    size_t count;
    bool failed;
};

struct name {
    struct spelling spelling;
    char *text;
    size_t changes;             /* allowed */
};

/* A piece of a name, and the next one with the same key; NONE at the end. */
struct piece {
    uint32_t name, next;
};

/* Where a piece lies in names of a length: names of one form have it there. */
struct cut {
    size_t start, count;        /* characters of the piece */
    size_t changes, length;     /* of the name */
    uint32_t next;              /* with the same head; NONE at the end */
};

struct spellings {
    struct spelling_changes allowed;
    const struct word_list *particles;
    struct name *list;
    size_t count, room;
    struct id_map known;        /* names by all their characters */
    size_t longest;             /* characters of a name */
    size_t *row;                /* of a table of distances: longest + 1 */

    struct text_cue *cues;      /* of the pieces of a few names */
    size_t cue_count, cue_room;
    uint64_t begins[CODES / 64];        /* bits of the first characters */
    struct id_map heads;        /* of pieces: their first characters */
    uint32_t *head_cuts;        /* the first cut of each */
    size_t head_room;
    struct id_map cut_ids;
    struct cut *cuts;
    size_t cut_room;
    struct id_map keys;         /* of pieces: spellings_pieces() */
    uint32_t *key_pieces;       /* the first piece of each */
    size_t key_room;
    struct piece *pieces;
    size_t piece_count, piece_room;
};

/* The characters of a text, let go by spelling_free(). */
void spelling_read(struct spelling *spelling, const char *text);
void spelling_free(struct spelling *spelling);

/* A key of some characters, after that of what is before them. */
uint64_t spelling_key(uint64_t before, const uint32_t *codes, size_t count);

/* Where the piece of a name begins that is cut into equal ones. */
size_t spelling_part(const struct name *name, size_t number);

/* The first cut whose pieces begin with two characters, as far as these tell,
 * or are the first alone if the second is 0; NONE for none. */
uint32_t spellings_cut(const struct spellings *names, uint32_t first,
    uint32_t second);

/* A key of what is before the first character of their names in that of
 * pieces of a cut. */
uint64_t spellings_piece_key(const struct spellings *names, uint32_t cut,
    const uint32_t *codes);

/* The first piece with a key, of a name that begins with that character. */
uint32_t spellings_pieces(const struct spellings *names, uint64_t key,
    uint32_t first);

#endif
