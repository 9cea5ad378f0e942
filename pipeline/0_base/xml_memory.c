/* A watch on the allocations of libxml2. */

#include "0_base/xml_memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <libxml/xmlmemory.h>

#include "0_base/xml_pieces.h"

/* The functions that were set before; they allocate. */
static xmlFreeFunc free_piece;
static xmlMallocFunc get_piece;
static xmlReallocFunc change_piece;

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

/* A smaller one might lie as a piece of a chunk does. */
static size_t apart(size_t size)
{
    return size < XML_PIECE_UNIT ? XML_PIECE_UNIT : size;
}

/* Where there is no memory for a whole chunk, there may be for the piece. */
static void *get(size_t size)
{
    void *piece = xml_pieces_take(size) ? xml_piece_new(size) : NULL;

    return piece ? piece : note(get_piece(apart(size)));
}

static void *watched_malloc(size_t size)
{
    return is_refused(size) ? NULL : get(size);
}

static void watched_free(void *piece)
{
    if (is_xml_piece(piece))
        xml_piece_free(piece);
    else
        free_piece(piece);
}

/* What grows is in no chunk any more. */
static void *grow(void *old, size_t size)
{
    size_t before = xml_piece_size(old);
    void *larger = note(get_piece(apart(size)));

    if (larger) {
        memcpy(larger, old, before < size ? before : size);
        xml_piece_free(old);
    }
    return larger;
}

static void *watched_realloc(void *old, size_t size)
{
    if (is_refused(size))
        return NULL;
    return is_xml_piece(old) ? grow(old, size)
        : note(change_piece(old, apart(size)));
}

static char *watched_strdup(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = get(size);

    if (copy)
        memcpy(copy, text, size);
    return copy;
}

void xml_memory_watch(void)
{
    xmlMallocFunc now;

    xmlMemGet(NULL, &now, NULL, NULL);
    if (now == watched_malloc)
        return;
    xmlMemGet(&free_piece, &get_piece, &change_piece, NULL);
    xmlMemSetup(watched_free, watched_malloc, watched_realloc,
        watched_strdup);
}

bool xml_is_lack(const xmlError *error)
{
    return error->code == XML_XPATH_MEMORY_ERROR
        || error->code == XML_ERR_NO_MEMORY;
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

static void __attribute__((format(printf, 2, 3))) say_nothing(void *user,
    const char *format, ...)
{
    (void)user;
    (void)format;
}

struct xml_hush xml_hush(void)
{
    struct xml_hush hush = { xmlGenericError, xmlGenericErrorContext };

    xmlSetGenericErrorFunc(NULL, say_nothing);
    return hush;
}

void xml_unhush(struct xml_hush hush)
{
    xmlSetGenericErrorFunc(hush.heard_by, hush.heard);
}
