/* A watch on the allocations of libxml2. */

#include "0_base/xml_memory.h"

#include <stdbool.h>
#include <stdlib.h>
#include <libxml/xmlmemory.h>

/* The functions that were set before; they allocate. */
static xmlFreeFunc free_piece;
static xmlMallocFunc get_piece;
static xmlReallocFunc change_piece;
static xmlStrdupFunc copy_text;

static _Thread_local unsigned long lacked, refused;

static void *note(void *piece)
{
    lacked += piece == NULL;
    return piece;
}

static bool is_refused(size_t size)
{
    refused += size > XML_PIECE_MAX;
    return size > XML_PIECE_MAX;
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
