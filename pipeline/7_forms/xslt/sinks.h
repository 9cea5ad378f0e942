#ifndef SINKS_H
#define SINKS_H

/* What results are made as: bytes as libxml2 writes them (result->bytes), or
 * a tree of libxml2's (result->doc). */

#include "7_forms/xslt/result.h"

/* A text with what stands for some of its bytes; NULL: the byte itself. */
void write_escaped(struct buffer *out, struct text text,
    const char *const escapes[256]);

extern const struct sink xml_sink, html_sink, plain_sink, doc_sink;

#endif
