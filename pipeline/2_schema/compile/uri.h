#ifndef URI_H
#define URI_H

/*
 * Resolve references to documents (RFC 3986, 5.2).
 *
 * A base without scheme is a path that stays one: "a/b.json" and "../c.json"
 * make "c.json".
 */

#include <stddef.h>

#include "0_base/buffer.h"

/* Append reference, without its fragment, as seen from base. */
void uri_resolve(const char *base, const char *reference,
    struct buffer *out);

/* The fragment behind the "#"; NULL if there is none. */
const char *uri_fragment(const char *reference);

/* Append text with its %XX worked out. */
void uri_decode(const char *text, struct buffer *out);

#endif
