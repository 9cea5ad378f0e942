/* Bytes by codes of their own length, as a zlib stream. */

#include "8_formats/pdf/coded.h"

#include <libdeflate.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define END 256                 /* the symbol behind all bytes */
#define SYMBOLS (END + 1)
#define LENGTH_MOST 14          /* of a code, in bits: one less than may be */
#define AT_ONCE 4u              /* codes: with a part of a byte, 63 bits */

/* zlib's head and sum, the block's head with a length for each symbol and one
 * distance, and what is written ahead. */
#define HEAD_BITS (3 + 5 + 5 + 4 + 19 * 3 + (SYMBOLS + 1) * 4)
#define ROOM_MORE (2 + HEAD_BITS / 8 + 1 + 4 + 8)

/* --- lengths of codes ---------------------------------------------------- */

/* Of Huffman's tree: first the leaves, the rarest first, then what is made of
 * them. */
struct node {
    size_t count;
    unsigned symbol, parent, depth;
};

static inline bool is_before(const struct node *a, const struct node *b)
{
    return a->count != b->count ? a->count < b->count : a->symbol < b->symbol;
}

/* Shell's sort: qsort() would take a third of all the time here. */
static void sort(struct node *leaves, unsigned count)
{
    for (unsigned gap = SYMBOLS / 2; gap > 0; gap /= 3)
        for (unsigned k = gap; k < count; k++) {
            const struct node leaf = leaves[k];
            unsigned at = k;
            for (; at >= gap && is_before(&leaf, &leaves[at - gap]); at -= gap)
                leaves[at] = leaves[at - gap];
            leaves[at] = leaf;
        }
}

/* The rarest of what has no parent yet: the next leaf, or the next node that
 * was made. */
static unsigned take_rarest(const struct node *nodes, unsigned leaves,
    unsigned end, unsigned *leaf, unsigned *made)
{
    bool is_leaf = *leaf < leaves && (*made == end
        || nodes[*leaf].count <= nodes[*made].count);

    return is_leaf ? (*leaf)++ : (*made)++;
}

/* False where a code would be longer than there may be. */
static bool find_lengths(const size_t counts[SYMBOLS],
    uint8_t lengths[SYMBOLS])
{
    struct node nodes[2 * SYMBOLS] = { { .count = 0 } };
    unsigned leaves = 0, leaf = 0;

    for (unsigned symbol = 0; symbol < SYMBOLS; symbol++)
        if (counts[symbol] > 0)
            nodes[leaves++] = (struct node){ counts[symbol], symbol, 0, 0 };
    sort(nodes, leaves);
    unsigned made = leaves, end = leaves;
    for (; end < 2 * leaves - 1; end++) {
        unsigned a = take_rarest(nodes, leaves, end, &leaf, &made);
        unsigned b = take_rarest(nodes, leaves, end, &leaf, &made);
        nodes[a].parent = nodes[b].parent = end;
        nodes[end].count = nodes[a].count + nodes[b].count;
    }
    for (unsigned k = end - 1; k-- > 0;) {
        nodes[k].depth = nodes[nodes[k].parent].depth + 1;
        if (k >= leaves)
            continue;
        if (nodes[k].depth > LENGTH_MOST)
            return false;
        lengths[nodes[k].symbol] = (uint8_t)nodes[k].depth;
    }
    return true;
}

/* Two symbols at least; counts are made more alike until the codes are short
 * enough. */
static void choose_lengths(const unsigned char *bytes, size_t length,
    uint8_t lengths[SYMBOLS])
{
    size_t counts[SYMBOLS] = { [0] = 1, [END] = 1 };

    for (size_t i = 0; i < length; i++)
        counts[bytes[i]]++;
    while (!find_lengths(counts, lengths))
        for (unsigned symbol = 0; symbol < SYMBOLS; symbol++)
            counts[symbol] = (counts[symbol] + 1) / 2;
}

/* --- codes --------------------------------------------------------------- */

/* A code stands with its first bit lowest. */
static uint16_t turn(unsigned code, unsigned length)
{
    unsigned turned = 0;

    for (; length > 0; length--, code >>= 1)
        turned = turned << 1 | (code & 1);
    return (uint16_t)turned;
}

/* In the order of their lengths, and of the symbols (3.2.2). */
static void choose_codes(const uint8_t lengths[SYMBOLS],
    uint16_t codes[SYMBOLS])
{
    unsigned code = 0;

    for (unsigned length = 1; length <= LENGTH_MOST; length++, code <<= 1)
        for (unsigned symbol = 0; symbol < SYMBOLS; symbol++)
            if (lengths[symbol] == length)
                codes[symbol] = turn(code++, length);
}

/* --- bits ---------------------------------------------------------------- */

struct bits {
    unsigned char *at;
    uint64_t held;              /* not written yet, the first bit lowest */
    unsigned count;             /* fewer than 8 between two writes */
};

static inline void hold(struct bits *bits, unsigned value, unsigned count)
{
    bits->held |= (uint64_t)value << bits->count;
    bits->count += count;
}

static inline unsigned char byte_of(uint64_t value, unsigned place)
{
    return (unsigned char)(value >> (8 * place) & 0xFF);
}

/* Writes all that is held, and goes on behind its last whole byte: no branch
 * that the bits decide. */
static inline void write_held(struct bits *bits)
{
    const uint64_t held = bits->held;
    const unsigned char bytes[] = { byte_of(held, 0), byte_of(held, 1),
        byte_of(held, 2), byte_of(held, 3), byte_of(held, 4),
        byte_of(held, 5), byte_of(held, 6), byte_of(held, 7) };

    memcpy(bits->at, bytes, sizeof bytes);      /* one move where it may be */
    bits->at += bits->count / 8;
    bits->held >>= bits->count & ~7u;
    bits->count %= 8;
}

static void put(struct bits *bits, unsigned value, unsigned count)
{
    hold(bits, value, count);
    write_held(bits);
}

/* Up to a whole byte. */
static void put_rest(struct bits *bits)
{
    put(bits, 0, (8 - bits->count) % 8);
}

/* The last block, with codes of its own (3.2.7): lengths are numbers of four
 * bits, none of which stands for several. */
static void put_head(struct bits *bits, const uint8_t lengths[SYMBOLS])
{
    put(bits, 1, 1);
    put(bits, 2, 2);
    put(bits, SYMBOLS - 257, 5);
    put(bits, 0, 5);                    /* one distance */
    put(bits, 19 - 4, 4);
    put(bits, 0, 3 * 3);                /* repeats: 16, 17, 18 */
    for (unsigned k = 0; k < 16; k++)
        put(bits, 4, 3);
    for (unsigned symbol = 0; symbol < SYMBOLS; symbol++)
        put(bits, turn(lengths[symbol], 4), 4);
    put(bits, turn(1, 4), 4);           /* that none has */
}

static void put_block(struct bits *bits, const unsigned char *bytes,
    size_t length, const uint8_t lengths[SYMBOLS])
{
    uint16_t codes[SYMBOLS] = { 0 };
    size_t i = 0;

    choose_codes(lengths, codes);
    put_head(bits, lengths);
    for (; i + AT_ONCE <= length; i += AT_ONCE) {
        for (unsigned k = 0; k < AT_ONCE; k++)
            hold(bits, codes[bytes[i + k]], lengths[bytes[i + k]]);
        write_held(bits);
    }
    for (; i < length; i++)
        put(bits, codes[bytes[i]], lengths[bytes[i]]);
    put(bits, codes[END], lengths[END]);
    put_rest(bits);
}

unsigned char *coded_pack(const void *bytes, size_t length, size_t *size)
{
    uint8_t lengths[SYMBOLS] = { 0 };
    /* Codes of the best lengths take no more than the bytes themselves, but
     * for those that were made alike. */
    unsigned char *out = malloc(2 * length + ROOM_MORE);
    struct bits bits = { .at = out };
    uint32_t sum = libdeflate_adler32(1, bytes, length);

    if (!out)
        return NULL;
    choose_lengths(bytes, length, lengths);
    put(&bits, 0x78, 8);
    put(&bits, 0x01, 8);
    put_block(&bits, bytes, length, lengths);
    for (unsigned k = 4; k-- > 0;)
        put(&bits, sum >> (8 * k) & 0xFF, 8);
    put_rest(&bits);
    *size = (size_t)(bits.at - out);
    return out;
}
