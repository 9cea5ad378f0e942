/*
 * A data file that came back, and its patch.
 */

#include "library/pulled.h"

#include <stdlib.h>

#include "14_compare/patch.h"

/* The same as jixiao diff says of the two. */
static bool print_patch(const struct jixiao_set *set,
    const struct buffer *data, struct buffer *out, size_t *count,
    struct findings *findings)
{
    struct json *json = json_parse(buffer_string(data), data->length,
        findings);
    struct comparison *comparison = json ? comparison_new(set->json, json,
        set->edition->schema) : NULL;

    if (comparison)
        *count = comparison->count;
    if (comparison)
        comparison_print_patch(comparison, out);
    bool good = comparison && !out->failed;
    comparison_free(comparison);
    json_free(json);
    return good;
}

bool pulled_make(const struct jixiao_set *set, struct buffer *data,
    struct jixiao_pulled *pulled, struct findings *findings)
{
    struct buffer patch = BUFFER_EMPTY;
    bool good = print_patch(set, data, &patch, &pulled->count, findings);

    if (good) {
        pulled->patch_length = patch.length;
        pulled->data_length = data->length;
        pulled->patch = buffer_take(&patch);
        pulled->data = buffer_take(data);
    } else {
        findings_out_of_memory(findings);
    }
    buffer_free(&patch);
    return good;
}

void pulled_free(struct jixiao_pulled *pulled)
{
    free(pulled->patch);
    free(pulled->data);
    *pulled = (struct jixiao_pulled){ .patch = NULL };
}
