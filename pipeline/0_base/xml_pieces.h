#ifndef XML_PIECES_H
#define XML_PIECES_H

/*
 * Small pieces of libxml2's memory, for trees that are made at once and freed
 * at once: thousands of nodes and words for which it asks one by one.
 *
 * Between begin and end what a thread asks for lies in chunks, one piece
 * behind the other.  A chunk counts its pieces and goes with the last one,
 * however much later that is: a tree is freed, and nodes are taken out of it,
 * as any other's are.
 *
 * Threads:   the open chunk is the thread's own; the pieces of a chunk are
 *            given back by one thread at a time.
 * Sizes:     pieces of up to 512 bytes; a larger one is libxml2's own.
 */

#include <stdalign.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A sanitizer sees what is done beyond a piece, or to one that was given back,
 * only where it has memory of its own. */
#if defined __SANITIZE_ADDRESS__
#define XML_PIECES_WANTED false
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define XML_PIECES_WANTED false
#endif
#endif
#ifndef XML_PIECES_WANTED
#define XML_PIECES_WANTED true
#endif

/* What malloc() gives is aligned for any object, and a piece only by half. */
#define XML_PIECE_UNIT 16

/* These may be within each other. */
void xml_pieces_begin(void);
void xml_pieces_end(void);

/* Whether a piece of so many bytes is to be one of these now. */
bool xml_pieces_take(size_t size);

/* NULL if memory runs out. */
void *xml_piece_new(size_t size);

/* The bytes that were asked for. */
size_t xml_piece_size(const void *piece);

void xml_piece_free(void *piece);

static inline bool is_xml_piece(const void *piece)
{
    return alignof(max_align_t) >= XML_PIECE_UNIT
        && (uintptr_t)piece % XML_PIECE_UNIT == XML_PIECE_UNIT / 2;
}

#endif
