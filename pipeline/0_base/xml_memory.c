/* A watch on the allocations of libxml2. */

#include "0_base/xml_memory.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <libxml/xmlmemory.h>

/* The functions that were set before; they allocate. */
static xmlFreeFunc free_piece;
static xmlMallocFunc get_piece;
static xmlReallocFunc change_piece;
static xmlStrdupFunc copy_text;

static _Thread_local unsigned long lacked, refused;
static _Thread_local size_t allowance = SIZE_MAX;

static void *note(void *piece)
{
    if (!piece)
        lacked++;
    return piece;
}

static bool is_large_refused(size_t size)
{
    bool is_counted = allowance != SIZE_MAX;
    bool too_much = size > XML_PIECE_MAX || (is_counted && size > allowance);

    if (is_counted && !too_much)
        allowance -= size;
    refused += too_much;
    return too_much;
}

/* Nearly all pieces are small: nothing is asked of them. */
static inline bool is_refused(size_t size)
{
    return size >= XML_PIECE_COUNTED && is_large_refused(size);
}

static void *watched_malloc(size_t size)
{
    return is_refused(size) ? NULL : note(get_piece(size));
}

static void *watched_realloc(void *old, size_t size)
{
    return is_refused(size) ? NULL : note(change_piece(old, size));
}

static char *watched_strdup(const char *text)
{
    return note(copy_text(text));
}

void xml_memory_watch(void)
{
    xmlMallocFunc now;

    xmlMemGet(&free_piece, &now, NULL, NULL);
    if (now == watched_malloc)
        return;
    xmlMemGet(&free_piece, &get_piece, &change_piece, &copy_text);
    xmlMemSetup(free_piece, watched_malloc, watched_realloc, watched_strdup);
}

unsigned long xml_memory_lacked(void)
{
    return lacked;
}

unsigned long xml_memory_refused(void)
{
    return refused;
}

void xml_memory_allow(size_t bytes)
{
    allowance = bytes;
}
