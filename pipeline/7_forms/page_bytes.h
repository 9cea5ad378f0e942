#ifndef PAGE_BYTES_H
#define PAGE_BYTES_H

/*
 * A page model as XML, byte for byte as libxml2 saves it, several times as
 * fast: for its digest.
 */

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

typedef void page_bytes_taker(void *user, const void *bytes, size_t length);

/* In some pieces.  False where there is something that page models do not
 * have, such as a comment, or where memory runs out; what was given is then not
 * the whole. */
bool page_bytes(xmlDocPtr documents, page_bytes_taker *take, void *user);

#endif
