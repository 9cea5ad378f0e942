#ifndef RELATED_SPELLING_PIECES_H
#define RELATED_SPELLING_PIECES_H

/* What spelling.c keeps of names, and spelling_find.c reads texts with. */

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

struct piece {
    uint32_t name;
    size_t start, count;        /* characters of it: two at least */
    struct text_cue cue;        /* these characters */
    uint32_t next;              /* with the same head; NONE at the end */
};

struct spellings {
    struct spelling_changes allowed;
    const struct word_list *particles;
    struct name *list;
    size_t count, room;
    struct id_map known;        /* names by all their characters */
    struct id_map heads;        /* pieces by their first two */
    uint32_t *head_pieces;      /* the first piece of each head */
    size_t head_room;
    uint64_t begins[CODES / 64];        /* bits of the first characters */
    struct piece *pieces;
    size_t piece_count, piece_room;
    size_t longest;             /* characters of a name */
    size_t *row;                /* of a table of distances: longest + 1 */
};

/* The characters of a text, let go by spelling_free(). */
void spelling_read(struct spelling *spelling, const char *text);
void spelling_free(struct spelling *spelling);

/* The first piece that begins with two characters, as far as these tell; NONE
 * for none. */
uint32_t spellings_piece(const struct spellings *names, uint32_t first,
    uint32_t second);

#endif
