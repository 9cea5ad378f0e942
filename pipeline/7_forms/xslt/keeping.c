/* What calls of steady templates have written. */

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "7_forms/xslt/run.h"
#include "7_forms/xslt/steady.h"

/* Bytes, and the place that they are for: its depth, and the namespaces in
 * sight, each prefix and address ending with a NUL. */
struct kept {
    struct buffer bytes, scope;
    size_t depth, spent;        /* of what output may take */
};

struct keeping {
    _Atomic(struct kept *) kept;        /* NULL: none yet */
};

struct keeping *keeping_new(struct pool *pool)
{
    struct keeping *keeping = pool_get(pool, sizeof *keeping);

    atomic_init(&keeping->kept, NULL);
    return keeping;
}

static void free_kept(struct kept *kept)
{
    if (!kept)
        return;
    buffer_free(&kept->bytes);
    buffer_free(&kept->scope);
    free(kept);
}

void steady_free(struct program *program)
{
    for (struct template *one = program->templates; one; one = one->next)
        if (one->keeping)
            free_kept(atomic_load(&one->keeping->kept));
}

static void print_scope(const struct result *result, struct buffer *scope)
{
    const struct open_stack *open = result->open;

    for (size_t k = result->first_scope; k < open->scope_count; k++) {
        const char *prefix = open->scope[k].prefix;
        const char *uri = open->scope[k].uri;
        prefix = prefix ? prefix : "";
        buffer_add(scope, prefix, strlen(prefix) + 1);
        buffer_add(scope, uri, strlen(uri) + 1);
    }
}

/* Whether the next string of a scope is this; goes behind it. */
static bool is_next(const char **at, const char *end, const char *text)
{
    size_t length = strlen(text) + 1;
    bool is_same = (size_t)(end - *at) >= length
        && memcmp(*at, text, length) == 0;

    *at += is_same ? length : 0;
    return is_same;
}

static bool is_place(const struct kept *kept, const struct result *result)
{
    const struct open_stack *open = result->open;
    const char *at = buffer_string(&kept->scope);
    const char *end = at + kept->scope.length;

    if (kept->depth != result_depth(result) || result->is_raw)
        return false;
    for (size_t k = result->first_scope; k < open->scope_count; k++) {
        const char *prefix = open->scope[k].prefix;
        if (!is_next(&at, end, prefix ? prefix : "")
            || !is_next(&at, end, open->scope[k].uri))
            return false;
    }
    return at == end;
}

bool steady_begin(struct steady_call *call, const struct template *template,
    struct result *result)
{
    struct kept *kept = NULL;

    *call = (struct steady_call){ NULL, 0, 0 };
    if (!template->keeping || !result->sink->writes_bytes)
        return false;
    result_settle(result);
    kept = atomic_load(&template->keeping->kept);
    if (kept)
        return is_place(kept, result)
            && result_written(result, &kept->bytes, kept->spent);
    *call = (struct steady_call){ template->keeping, result->bytes->length,
        result->run->bytes };
    return false;
}

/* The first of several threads keeps it. */
void steady_end(const struct steady_call *call, const struct result *result)
{
    struct kept *none = NULL;

    if (!call->keeping || result->bytes->failed)
        return;
    struct kept *kept = calloc(1, sizeof *kept);
    if (!kept)
        return;
    kept->depth = result_depth(result);
    kept->spent = call->bytes - result->run->bytes;
    buffer_add(&kept->bytes, result->bytes->bytes + call->from,
        result->bytes->length - call->from);
    print_scope(result, &kept->scope);
    if (kept->bytes.failed || kept->scope.failed
            || !atomic_compare_exchange_strong(&call->keeping->kept, &none,
                kept))
        free_kept(kept);
}
