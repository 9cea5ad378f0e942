/* Small pieces of memory in chunks that count them. */

#include "0_base/xml_pieces.h"

#include <stdlib.h>

#define CHUNK_BYTES 32704       /* with its head somewhat below 32 KiB */
#define PIECE_MOST 512

struct chunk {
    size_t count;               /* pieces, and 1 while it is the open one */
    size_t used;                /* bytes */
    alignas(XML_PIECE_UNIT) unsigned char bytes[CHUNK_BYTES];
};

/* In front of each piece. */
struct head {
    uint32_t size;
    uint32_t behind;            /* bytes from the chunk's beginning to here */
};

_Static_assert(sizeof (struct head) == XML_PIECE_UNIT / 2,
    "a piece lies in the middle of a unit");

static _Thread_local struct chunk *open;
static _Thread_local unsigned depth;

void xml_pieces_begin(void)
{
    depth++;
}

static void leave(struct chunk *chunk)
{
    if (--chunk->count == 0)
        free(chunk);
}

static void close_chunk(void)
{
    if (open)
        leave(open);
    open = NULL;
}

void xml_pieces_end(void)
{
    if (--depth == 0)
        close_chunk();
}

bool xml_pieces_take(size_t size)
{
    return XML_PIECES_WANTED && alignof(max_align_t) >= XML_PIECE_UNIT
        && depth > 0
        && size <= PIECE_MOST;
}

static bool open_chunk(void)
{
    close_chunk();
    open = malloc(sizeof *open);
    if (!open)
        return false;
    open->count = 1;
    open->used = 0;
    return true;
}

void *xml_piece_new(size_t size)
{
    size_t taken = (sizeof (struct head) + size + XML_PIECE_UNIT - 1)
        / XML_PIECE_UNIT * XML_PIECE_UNIT;

    if ((!open || taken > CHUNK_BYTES - open->used) && !open_chunk())
        return NULL;
    struct head *head = (struct head *)(open->bytes + open->used);
    head->size = (uint32_t)size;
    head->behind = (uint32_t)((unsigned char *)head - (unsigned char *)open);
    open->used += taken;
    open->count++;
    return head + 1;
}

static struct head *head_of(const void *piece)
{
    return (struct head *)piece - 1;
}

size_t xml_piece_size(const void *piece)
{
    return head_of(piece)->size;
}

/* Where nothing is left in the open chunk, it begins anew. */
void xml_piece_free(void *piece)
{
    struct head *head = head_of(piece);
    struct chunk *chunk = (struct chunk *)((unsigned char *)head
        - head->behind);

    leave(chunk);
    if (chunk == open && chunk->count == 1)
        chunk->used = 0;
}
