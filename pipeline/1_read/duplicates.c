/* Finds names that several members of one object have. */

#include "1_read/duplicates.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "1_read/json_walk.h"

struct name {
    const char *bytes;
    size_t length;
    const cJSON *member;
};

static int compare_names(const void *left, const void *right)
{
    const struct name *a = left;
    const struct name *b = right;
    size_t shorter = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->bytes, b->bytes, shorter);

    if (order == 0)
        order = (a->length > b->length) - (a->length < b->length);
    return order;
}

static int compare_members(const void *left, const void *right)
{
    const struct name *a = left;
    const struct name *b = right;
    int order = compare_names(a, b);

    return order ? order : (a->member->valueint > b->member->valueint)
        - (a->member->valueint < b->member->valueint);
}

/* names: two or more members with the same name, in document order; the walk
 * stands at their object. */
static void report_duplicate(const struct json *json,
    const struct json_walk *walk, const struct name *names, size_t count,
    struct findings *findings)
{
    struct place first = json_name_place(json, names[0].member);
    struct buffer pointer = BUFFER_EMPTY;
    char line[12], column[12], times[24];

    json_walk_print(walk, &pointer);
    json_pointer_add(&pointer, names[0].bytes);
    snprintf(line, sizeof line, "%u", first.line);
    snprintf(column, sizeof column, "%u", first.column);
    snprintf(times, sizeof times, "%zu", count);
    findings_add(findings, CATALOGUE_JSON_DUPLICATE_NAME,
        json_name_place(json, names[1].member), buffer_string(&pointer),
        "name", names[0].bytes, "count", times, "line", line,
        "column", column, NULL);
    if (pointer.failed)
        findings_out_of_memory(findings);
    buffer_free(&pointer);
}

/* Whether two members may have the same name: not where length and ends of each
 * name differ from those of all others, as they do in most objects. */
static bool may_repeat(const struct json *json, const cJSON *object)
{
    uint64_t seen = 0;
    const cJSON *member;
    size_t length = 0;

    cJSON_ArrayForEach(member, object) {
        const char *name = json_name(json, member, &length);
        unsigned sign = (unsigned)length;
        if (length)
            sign += 5u * (unsigned char)name[0]
                + 11u * (unsigned char)name[length - 1];
        if (seen >> sign % 64 & 1)
            return true;
        seen |= UINT64_C(1) << sign % 64;
    }
    return false;
}

static bool find_at(const struct json *json, const struct json_walk *walk,
    bool *repeats, struct findings *findings)
{
    size_t count = (size_t)cJSON_GetArraySize(walk->value), k = 0;
    struct name *names = malloc(count * sizeof *names);
    const cJSON *member;

    if (!names)
        return false;
    cJSON_ArrayForEach(member, walk->value) {
        names[k].bytes = json_name(json, member, &names[k].length);
        names[k++].member = member;
    }
    qsort(names, count, sizeof *names, compare_members);
    for (size_t first = 0; first < count; first = k) {
        for (k = first + 1; k < count
            && compare_names(&names[first], &names[k]) == 0; k++)
            ;
        if (k == first + 1)
            continue;
        report_duplicate(json, walk, names + first, k - first, findings);
        *repeats = true;
    }
    free(names);
    return true;
}

bool json_find_duplicates(const struct json *json, cJSON *root,
    bool *repeats, struct findings *findings)
{
    struct json_walk walk;

    json_walk_begin(&walk, root);
    for (; walk.value; json_walk_on(&walk))
        if (cJSON_IsObject(walk.value) && may_repeat(json, walk.value)
            && !find_at(json, &walk, repeats, findings))
            return false;
    return true;
}
