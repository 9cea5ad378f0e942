#ifndef JSON_H
#define JSON_H

/*
 * Read one JSON text into a cJSON tree that remembers where each value stood.
 *
 * Standard:  RFC 8259; names unique within an object (RFC 7493, 2.3).
 * How:       a strict scanner (scan.h) goes over the bytes first, rejects
 *            what the standard rejects and records where each value begins
 *            and ends; from that the tree is made (json_tree.h).  The k-th
 *            value of the scanner is the k-th node of the tree in document
 *            order, and k is kept in the node's valueint, which means nothing
 *            else here.
 * Units:     offsets and lengths are bytes of UTF-8; lines and columns count
 *            from 1, a column being one Unicode code point.
 * Ownership: json_read() gives the caller the text, json_free() frees all of
 *            it.  Every other pointer is borrowed and lives as long.
 * Errors:    put into findings by the function that meets them; a NULL only
 *            says that there is nothing to go on with.
 */

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>

#include "0_base/buffer.h"
#include "0_base/findings.h"
#include "1_read/scan.h"
#include "1_read/scan_strings.h"

#define JSON_SIZE_LIMIT (16u << 20)     /* bytes; a set is some 100 KB */
#define JSON_DEPTH_LIMIT SCAN_DEPTH_LIMIT

struct json;

struct json_span {
    size_t start, end;          /* of the value's text, end exclusive */
};

/* The bytes are copied.  NULL if they are no JSON text or memory ran out; a
 * name that occurs twice is an error in findings, but not the end. */
struct json *json_parse(const char *bytes, size_t length,
    struct findings *findings);

/* The same from a file; its name is set on the findings. */
struct json *json_read(const char *path, struct findings *findings);

/* Keeps the lines of findings about the present file, whose text this is, as
 * lines.h has it; those of mistakes that leave no tree are kept by then. */
void json_keep_lines(const struct json *json, struct findings *findings);

void json_free(struct json *json);              /* NULL is allowed */

/* Whether an object has a name twice, which is a finding by now. */
bool json_repeats_names(const struct json *json);

/* How many values there are, the root and all inside it. */
size_t json_value_count(const struct json *json);

const cJSON *json_root(const struct json *json);

/* The whole text, as read, without a byte order mark in front. */
const char *json_text(const struct json *json, size_t *length);

struct json_span json_span(const struct json *json, const cJSON *value);

/* Of the literal of a member's name; the value's own start, twice, for other
 * values. */
struct json_span json_name_span(const struct json *json, const cJSON *value);

/* The exact characters of a value, e.g. 40.10; not NUL-terminated. */
const char *json_literal(const struct json *json, const cJSON *value,
    size_t *length);

struct place json_place(const struct json *json, const cJSON *value);

/* Where a member's name stands; the value's own place for other values. */
struct place json_name_place(const struct json *json, const cJSON *value);

/*
 * The exact bytes of a string value, decoded and NUL-terminated: unlike
 * cJSON's, its length counts any \u0000 in it.  NULL if it is no string.
 */
const char *json_string(const struct json *json, const cJSON *value,
    size_t *length);

/* The same for the name of a member; NULL for other values. */
const char *json_name(const struct json *json, const cJSON *value,
    size_t *length);

/* How far the literal of a string has been read; all zero: not at all. */
struct json_cursor {
    const cJSON *value;
    struct scan_mark mark;
};

/* Where a character of a string value stands in the file, the escapes of
 * the literal taken into account; offset in bytes of the decoded string.  With
 * a cursor, which may be NULL, the literal is read on from the place that was
 * looked for last. */
struct place json_string_place(const struct json *json, const cJSON *value,
    size_t offset, struct json_cursor *cursor);

/* Append the RFC 6901 pointer that leads from the root to a value. */
void json_pointer_to(const struct json *json, const cJSON *value,
    struct buffer *pointer);

/* Find by RFC 6901 pointer, "" being the root.  NULL if there is none. */
const cJSON *json_at(const struct json *json, const char *pointer);

/* The place of the value at a pointer, or, where there is none, of the
 * nearest value around it. */
struct place json_place_at(const struct json *json, const char *pointer);

/* Append "/name" with the escapes of RFC 6901, or "/index". */
void json_pointer_add(struct buffer *pointer, const char *name);
void json_pointer_add_index(struct buffer *pointer, size_t index);

#endif
