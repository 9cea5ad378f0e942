/*
 * A patch of what persons have edited, in words and in bytes.
 */

#include "13_pull/patch.h"

#include <stdlib.h>
#include <string.h>

#include "11_next/changes.h"
#include "11_next/member_break.h"
#include "13_pull/literal.h"

/* An edit and where it is made. */
struct step {
    const struct edit *edit;
    const cJSON *stated;        /* what is replaced; NULL: it is added */
    const cJSON *object;        /* where it is added */
    const char *name;           /* of the member, as the pointer has it */
    size_t at;                  /* offset in the text */
};

struct steps {
    const struct json *json;
    struct step *list;
    size_t count;
    bool failed;
};

/* --- where ---------------------------------------------------------------- */

static bool find_place(const struct json *json, struct step *step)
{
    const char *src = step->edit->src, *last = strrchr(src, '/');
    struct buffer parent = BUFFER_EMPTY;

    step->stated = json_at(json, src);
    step->name = last ? last + 1 : src;
    if (step->stated) {
        step->at = json_span(json, step->stated).start;
        return true;
    }
    buffer_add(&parent, src, last ? (size_t)(last - src) : 0);
    if (!parent.failed)
        step->object = json_at(json, buffer_string(&parent));
    bool good = !parent.failed;
    buffer_free(&parent);
    if (step->object)
        step->at = json_span(json, step->object).end - 1;
    return good;
}

static int compare_steps(const void *left, const void *right)
{
    const struct step *a = left, *b = right;

    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    return (a->edit > b->edit) - (a->edit < b->edit);
}

size_t patch_count(const struct edits *edits)
{
    size_t count = 0;

    for (size_t k = 0; k < edits->count; k++)
        count += !edits->list[k].conflicts;
    return count;
}

static struct steps find_steps(const struct edits *edits,
    const struct json *json)
{
    struct steps steps = { .json = json,
        .list = calloc(edits->count + 1, sizeof *steps.list) };

    steps.failed = !steps.list;
    for (size_t k = 0; !steps.failed && k < edits->count; k++) {
        struct step *step = &steps.list[steps.count];
        if (edits->list[k].conflicts)
            continue;
        step->edit = &edits->list[k];
        steps.failed = !find_place(json, step);
        steps.count++;
    }
    if (steps.count > 0)
        qsort(steps.list, steps.count, sizeof *steps.list, compare_steps);
    return steps;
}

/* --- as a patch ----------------------------------------------------------- */

static void begin_operation(const char *operation, const char *path,
    struct buffer *out)
{
    buffer_printf(out, "%s\n  { \"op\": \"%s\", \"path\": ",
        out->bytes[out->length - 1] == '[' ? "" : ",", operation);
    literal_add_string(path, out);
    buffer_add_string(out, ", \"value\": ");
}

static void end_operation(struct buffer *out)
{
    buffer_add_string(out, " }");
}

static void test_value(const struct json *json, const cJSON *value,
    const char *path, struct buffer *out)
{
    size_t length;
    const char *literal = json_literal(json, value, &length);

    begin_operation("test", path, out);
    buffer_add(out, literal, length);
    end_operation(out);
}

/* Tests the ids of the entries around a value that are not those around the
 * one before it. */
static void test_ids(const struct json *json, const char *src,
    const char *before, struct buffer *path, struct buffer *out)
{
    for (const char *slash = strchr(src + 1, '/'); slash;
        slash = strchr(slash + 1, '/')) {
        size_t length = (size_t)(slash - src);
        buffer_clear(path);
        buffer_add(path, src, length);
        const cJSON *id = path->failed ? NULL : cJSON_GetObjectItemCaseSensitive(
            json_at(json, path->bytes), "id");
        if (!id || strncmp(src, before, length + 1) == 0)
            continue;
        buffer_add_string(path, "/id");
        if (!path->failed)
            test_value(json, id, path->bytes, out);
    }
}

static void print_step(const struct json *json, const struct step *step,
    struct buffer *out)
{
    if (step->stated)
        test_value(json, step->stated, step->edit->src, out);
    begin_operation(step->stated ? "replace" : "add", step->edit->src, out);
    buffer_add_string(out, step->edit->literal);
    end_operation(out);
}

bool patch_print(const struct edits *edits, const struct json *json,
    struct buffer *out)
{
    struct steps steps = find_steps(edits, json);
    struct buffer path = BUFFER_EMPTY;
    const char *before = "";

    buffer_add_char(out, '[');
    for (size_t k = 0; !out->failed && k < steps.count; k++) {
        const char *src = steps.list[k].edit->src;
        test_ids(json, src, before, &path, out);
        if (!out->failed)
            print_step(json, &steps.list[k], out);
        before = src;
    }
    buffer_add_string(out, steps.count > 0 ? "\n]\n" : "]\n");
    bool good = !steps.failed && !path.failed && !out->failed;
    buffer_free(&path);
    free(steps.list);
    return good;
}

/* --- in the text ---------------------------------------------------------- */

static const cJSON *last_of(const cJSON *object)
{
    const cJSON *last = object->child;

    while (last && last->next)
        last = last->next;
    return last;
}

/* A pointer's name as a member's: its ~1 and ~0 are / and ~. */
static void add_name(const char *name, struct buffer *out)
{
    struct buffer plain = BUFFER_EMPTY;

    for (; *name; name++) {
        bool escaped = *name == '~' && (name[1] == '0' || name[1] == '1');
        buffer_add_char(&plain, !escaped ? *name
            : *++name == '1' ? '/' : '~');
    }
    literal_add_string(buffer_string(&plain), out);
    out->failed = out->failed || plain.failed;
    buffer_free(&plain);
}

/* A new last member, behind one of those that were there, or, with `first`,
 * the first one of an object without any. */
static void add_member(struct changes *changes, const struct json *json,
    const struct step *step, bool first)
{
    const cJSON *last = last_of(step->object);
    struct buffer text = BUFFER_EMPTY;
    size_t at = last ? json_span(json, last).end : step->at;

    buffer_add_string(&text, last || !first ? "," : "");
    if (last)
        member_break_add(json, last, &text);
    else
        buffer_add_char(&text, ' ');
    add_name(step->name, &text);
    buffer_printf(&text, ": %s", step->edit->literal);
    changes->failed = changes->failed || text.failed;
    changes_add(changes, at, at, buffer_string(&text));
    buffer_free(&text);
}

static void make_step(struct changes *changes, const struct steps *steps,
    size_t k)
{
    const struct step *step = &steps->list[k];

    if (!step->stated) {
        add_member(changes, steps->json, step,
            k == 0 || steps->list[k - 1].object != step->object);
        return;
    }
    struct json_span span = json_span(steps->json, step->stated);
    changes_add(changes, span.start, span.end, step->edit->literal);
}

bool patch_apply(const struct edits *edits, const struct json *json,
    struct buffer *out)
{
    struct steps steps = find_steps(edits, json);
    struct changes changes = CHANGES_EMPTY;
    size_t length;
    const char *text = json_text(json, &length);

    for (size_t k = 0; !steps.failed && k < steps.count; k++)
        make_step(&changes, &steps, k);
    bool good = !steps.failed && changes_apply(&changes, text, length, out);
    changes_free(&changes);
    free(steps.list);
    return good;
}
