/* Parts of runs, as files of records begin with them. */

#include "15_summary/shards.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "0_base/listed.h"
#include "0_base/signs.h"
#include "15_summary/shape.h"

#define MEMBER "\"shard\":"
#define NAMED_MOST 20           /* missing parts that a sentence names */
#define NUMBER_SIZE 24          /* of a number as text */

void shards_print(const char *program, size_t number, size_t count,
    struct buffer *out)
{
    buffer_printf(out, "{\"program\":\"%s\"," MEMBER "%zu,\"shards\":%zu}\n",
        program, number, count);
}

/* In a text of a record a backslash would be before the quotation mark. */
bool shards_is_line(const char *line, size_t length)
{
    size_t size = strlen(MEMBER);

    for (const char *at = line; (size_t)(line + length - at) >= size; at++) {
        at = memchr(at, *MEMBER, (size_t)(line + length - at) - size + 1);
        if (!at)
            return false;
        if (memcmp(at, MEMBER, size) == 0)
            return true;
    }
    return false;
}

static size_t number_at(const struct json *json, const char *name)
{
    return (size_t)cJSON_GetNumberValue(cJSON_GetObjectItemCaseSensitive(
        json_root(json), name));
}

/* Whether a part is one of those of its run; else a finding about its line. */
static bool is_within(const struct json *json, unsigned line,
    struct findings *findings)
{
    size_t number = number_at(json, "shard"), count = number_at(json, "shards");
    struct place place = json_place_at(json, "/shard");
    char texts[2][NUMBER_SIZE];

    if (number <= count)
        return true;
    place.line += line - 1;
    snprintf(texts[0], NUMBER_SIZE, "%zu", number);
    snprintf(texts[1], NUMBER_SIZE, "%zu", count);
    findings_add(findings, CATALOGUE_SHARD_BEYOND, place, "/shard", "number",
        texts[0], "count", texts[1], NULL);
    return false;
}

/* Keeps a part and the findings' file; false if memory runs out. */
static bool keep(struct shards *shards, const struct json *json,
    struct findings *findings)
{
    const char *file = findings_file(findings);
    struct shard_seen *list = list_room(shards->list, shards->count,
        &shards->room, sizeof *list);
    char *kept = arena_copy(&shards->arena, file, strlen(file));
    if (list)
        shards->list = list;
    if (list && kept)
        list[shards->count++] = (struct shard_seen){ number_at(json, "shard"),
            number_at(json, "shards"), kept };
    else
        findings_out_of_memory(findings);
    return list && kept;
}

bool shards_read(struct shards *shards, const struct schema *schema,
    const char *line, size_t length, unsigned number,
    struct findings *findings)
{
    struct json *json = shape_parse_line(schema, line, length, number,
        findings);
    bool good = json && is_within(json, number, findings)
        && keep(shards, json, findings);

    shards->lacks = shards->lacks || !good;
    json_free(json);
    return good;
}

/* --- what is missing ------------------------------------------------------ */

static int compare(const void *left, const void *right)
{
    const struct shard_seen *a = left, *b = right;

    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    if (a->number != b->number)
        return a->number < b->number ? -1 : 1;
    return strcmp(a->file, b->file);
}

static void add_number(struct buffer *names, size_t number)
{
    char digits[NUMBER_SIZE];

    snprintf(digits, sizeof digits, "%zu", number);
    listed_add(names, digits);
}

/* Of those of one run, in order; *lacks is set where some are missing. */
static bool tell(const struct shard_seen *list, size_t length, bool *lacks,
    struct findings *findings)
{
    struct buffer names = BUFFER_EMPTY;
    size_t missing = 0, at = 0;
    char count[NUMBER_SIZE], first[NUMBER_SIZE] = "";

    for (size_t number = 1; number <= list->count; number++) {
        bool is_there = at < length && list[at].number == number;
        while (at < length && list[at].number <= number)
            at++;
        if (!is_there && missing == 0)
            snprintf(first, sizeof first, "%zu", number);
        if (!is_there && missing++ < NAMED_MOST)
            add_number(&names, number);
    }
    if (missing > NAMED_MOST)
        listed_add(&names, SIGN_CUT);
    snprintf(count, sizeof count, "%zu", list->count);
    findings_set_file(findings, list->file);
    if (missing > 0)
        findings_add(findings, CATALOGUE_SHARDS_MISSING,
            (struct place){ 0, 0 }, NULL, "count", count, "names",
            buffer_string(&names), "first", first, NULL);
    *lacks = *lacks || missing > 0;
    bool good = !names.failed;
    buffer_free(&names);
    return good;
}

bool shards_tell(struct shards *shards, struct findings *findings)
{
    bool good = true;

    if (shards->count > 0)
        qsort(shards->list, shards->count, sizeof *shards->list, compare);
    for (size_t k = 0, next; k < shards->count; k = next) {
        for (next = k; next < shards->count
            && shards->list[next].count == shards->list[k].count; next++) {}
        good = tell(&shards->list[k], next - k, &shards->lacks, findings)
            && good;
    }
    findings_set_file(findings, NULL);
    return good;
}

void shards_free(struct shards *shards)
{
    free(shards->list);
    arena_free(&shards->arena);
}
