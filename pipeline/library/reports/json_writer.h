#ifndef JSON_WRITER_H
#define JSON_WRITER_H

/*
 * Write JSON (RFC 8259) to a stream, a member or an element at a time.
 *
 *     struct json_writer writer = { .out = stdout };
 *     writer_open(&writer, NULL, JSON_OBJECT);
 *     writer_string(&writer, "name", "a \"b\"");
 *     writer_close(&writer);
 *
 * Names:     of a member; NULL for an element of an array and for the whole.
 * Text:      UTF-8; a byte that belongs to no character becomes U+FFFD.
 * Errors:    those of the stream, which keeps them.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "0_base/findings.h"

#define JSON_WRITER_DEPTH 16    /* of objects and arrays in one another */

enum json_container { JSON_OBJECT, JSON_ARRAY };

struct json_writer {
    FILE *out;
    int depth;
    bool filled;                /* the innermost one holds something */
    enum json_container open[JSON_WRITER_DEPTH];
};

void writer_open(struct json_writer *writer, const char *name,
    enum json_container container);
void writer_close(struct json_writer *writer);  /* the innermost */

/* Writes nothing at all where the text is NULL. */
void writer_string(struct json_writer *writer, const char *name,
    const char *text);
/* The same text in each language, as an object: zh, en. */
void writer_texts(struct json_writer *writer, const char *name,
    const char *const texts[LANGUAGE_COUNT]);
void writer_number(struct json_writer *writer, const char *name,
    size_t number);
void writer_bool(struct json_writer *writer, const char *name, bool value);

#endif
