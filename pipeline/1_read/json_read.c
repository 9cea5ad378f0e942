/* Reads a JSON text, with findings where it is none. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "1_read/duplicates.h"
#include "1_read/file.h"
#include "1_read/json_parts.h"
#include "1_read/json_tree.h"
#include "1_read/json_walk.h"
#include "1_read/lines.h"
#include "1_read/mistake.h"

static bool index_members(struct json *json)
{
    struct json_walk walk;
    bool good = true;

    json_walk_begin(&walk, json->root);
    for (; good && walk.value; json_walk_on(&walk))
        good = members_add(&json->members, walk.value);
    return good;
}

/* Takes off a byte order mark, which Notepad writes.  Nobody sees it, so that
 * columns do not count it. */
static bool take_off_mark(char *text, size_t *length)
{
    static const char mark[] = "\xEF\xBB\xBF";
    const size_t size = sizeof mark - 1;

    if (*length < size || memcmp(text, mark, size) != 0)
        return false;
    *length -= size;
    memmove(text, text + size, *length + 1);
    return true;
}

static void report_mistakes(struct json *json, struct findings *findings)
{
    mistakes_report(json->text, json->length, findings);
    if (!findings_keeps_lines(findings))
        return;
    if (places_make(&json->places, json->text, json->length))
        lines_keep(&json->places, findings);
    else
        findings_out_of_memory(findings);
}

/* Reads a text and takes it over: json_free() frees it. */
static struct json *read_text(char *text, size_t length,
    struct findings *findings)
{
    struct json *json = calloc(1, sizeof *json);

    if (!json) {
        free(text);
        findings_out_of_memory(findings);
        return NULL;
    }
    bool marked = take_off_mark(text, &length);
    json->text = text;
    json->length = length;
    if (!scan_text(&json->scan, text, length)) {
        if (json->scan.fault == SCAN_MEMORY)
            findings_out_of_memory(findings);
        else
            report_mistakes(json, findings);
        json_free(json);
        return NULL;
    }
    if (marked)
        findings_add(findings, CATALOGUE_JSON_BOM, (struct place){ 1, 1 },
            NULL, NULL);
    json->root = json_tree_build(text, &json->scan, &json->tree);
    if (!json->root || !places_make(&json->places, text, length)
        || !index_members(json) || !json_find_duplicates(json, json->root,
            &json->repeats, findings)) {
        findings_out_of_memory(findings);
        json_free(json);
        return NULL;
    }
    return json;
}

struct json *json_parse(const char *bytes, size_t length,
    struct findings *findings)
{
    char size[24], limit[24];

    if (length > JSON_SIZE_LIMIT) {
        snprintf(size, sizeof size, "%zu", length);
        snprintf(limit, sizeof limit, "%u", JSON_SIZE_LIMIT);
        findings_add(findings, CATALOGUE_JSON_TOO_LARGE,
            (struct place){ 0, 0 }, NULL, "size", size, "limit", limit, NULL);
        return NULL;
    }

    char *text = malloc(length + 1);
    if (!text) {
        findings_out_of_memory(findings);
        return NULL;
    }
    if (length)
        memcpy(text, bytes, length);
    text[length] = '\0';
    return read_text(text, length, findings);
}

struct json *json_read(const char *path, struct findings *findings)
{
    struct buffer bytes = BUFFER_EMPTY;

    findings_set_file(findings, path);
    if (!file_read(path, JSON_SIZE_LIMIT, &bytes, findings)) {
        buffer_free(&bytes);
        return NULL;
    }

    size_t length = bytes.length;
    char *text = buffer_take(&bytes);
    if (!text) {
        findings_out_of_memory(findings);
        return NULL;
    }
    return read_text(text, length, findings);
}
