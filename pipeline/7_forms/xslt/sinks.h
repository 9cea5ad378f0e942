#ifndef SINKS_H
#define SINKS_H

/* What results are made as: bytes as libxml2 writes them (result->bytes), or
 * a tree of libxml2's (result->doc). */

#include "7_forms/xslt/result.h"

/* A text with what stands for some of its bytes; NULL: the byte itself. */
void write_escaped(struct buffer *out, struct text text,
    const char *const escapes[256]);

void write_name(struct buffer *out, const char *prefix,
    const struct name *name);

/* As XML. */
void write_attribute(struct buffer *out, const char *prefix,
    const struct name *name, struct text value);
void write_text(struct buffer *out, struct text words);
/* An attribute's, with the quote behind it. */
void write_value(struct buffer *out, struct text value);

/* What was written from behind to the end takes the place of other bytes of
 * the open start tag, in front of it. */
void splice(struct result *result, size_t from, size_t to, size_t behind);

/* The place of an attribute that was written from behind to the end: that of
 * its former value, if it has one. */
void place_attribute(struct result *result, struct made_attribute *made,
    size_t behind);

extern const struct sink xml_sink, html_sink, plain_sink, doc_sink;

#endif
