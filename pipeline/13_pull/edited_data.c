/*
 * The bytes of edited values, put in the place of those that they were.
 */

#include "13_pull/edited_data.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/json_string.h"
#include "11_next/changes.h"
#include "11_next/member_break.h"

/* An edit and where it is made. */
struct step {
    const struct edit *edit;
    const cJSON *stated;        /* what is replaced; NULL: it is added */
    const cJSON *object;        /* what it is added to */
    const char *path;           /* and as which member, perhaps with objects
                                   around it: a/b, as the pointer has it */
    size_t at;                  /* offset in the text */
};

struct steps {
    const struct json *json;
    struct step *list;
    size_t count;
    bool failed;
};

/* --- where ---------------------------------------------------------------- */

/* The nearest value around one that is not there, and how it leads on. */
static const cJSON *find_around(const struct json *json, const char *src,
    const char **path, bool *failed)
{
    struct buffer around = BUFFER_EMPTY;
    const cJSON *found = NULL;

    buffer_add_string(&around, src);
    for (char *slash; !found && !around.failed
        && (slash = strrchr(buffer_string(&around), '/')) != NULL;) {
        buffer_cut(&around, (size_t)(slash - around.bytes));
        found = json_at(json, buffer_string(&around));
        *path = src + around.length + 1;
    }
    *failed = *failed || around.failed;
    buffer_free(&around);
    return found;
}

/* The length of the first name of a path. */
static size_t name_length(const char *path)
{
    return strcspn(path, "/");
}

bool edited_data_has_place(const struct json *json, const char *src,
    bool *failed)
{
    const cJSON *stated = json_at(json, src);
    const char *path = "";

    if (stated)
        return !cJSON_IsObject(stated) && !cJSON_IsArray(stated);
    if (!cJSON_IsObject(find_around(json, src, &path, failed)))
        return false;
    for (; *path; path += name_length(path), path += *path == '/')
        if (strspn(path, "0123456789") == name_length(path))
            return false;               /* an entry of a list */
    return true;
}

static void find_place(const struct json *json, struct step *step,
    bool *failed)
{
    step->path = "";
    step->stated = json_at(json, step->edit->src);
    if (!step->stated)
        step->object = find_around(json, step->edit->src, &step->path,
            failed);
    if (step->stated)
        step->at = json_span(json, step->stated).start;
    else if (step->object)
        step->at = json_span(json, step->object).end - 1;
}

static int compare_steps(const void *left, const void *right)
{
    const struct step *a = left, *b = right;

    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    return strcmp(a->path, b->path);
}

size_t edited_data_count(const struct edits *edits)
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
        find_place(json, step, &steps.failed);
        steps.count++;
    }
    if (steps.count > 0)
        qsort(steps.list, steps.count, sizeof *steps.list, compare_steps);
    return steps;
}

/* --- in the text ---------------------------------------------------------- */

static const cJSON *last_of(const cJSON *object)
{
    const cJSON *last = object->child;

    while (last && last->next)
        last = last->next;
    return last;
}

/* The first name of a path as a member's: its ~1 and ~0 are / and ~. */
static void add_name(const char *path, struct buffer *out)
{
    struct buffer plain = BUFFER_EMPTY;

    for (; *path && *path != '/'; path++) {
        bool escaped = *path == '~' && (path[1] == '0' || path[1] == '1');
        buffer_add_char(&plain, !escaped ? *path
            : *++path == '1' ? '/' : '~');
    }
    json_string_add(buffer_string(&plain), out);
    out->failed = out->failed || plain.failed;
    buffer_free(&plain);
}

/* The end of the steps from one on that begin with the name that it has at an
 * offset of its path. */
static size_t group_end(const struct step *list, size_t k, size_t end,
    size_t offset)
{
    const char *path = list[k].path + offset;
    size_t length = name_length(path), next = k + 1;

    while (next < end && strncmp(list[next].path + offset, path, length) == 0
        && name_length(list[next].path + offset) == length)
        next++;
    return next;
}

/* A member: a value, or an object with those of all the steps. */
static void add_member(const struct step *list, size_t k, size_t end,
    size_t offset, struct buffer *out)
{
    const char *path = list[k].path + offset;
    size_t inner = offset + name_length(path) + 1;
    const char *mark = "{ ";

    add_name(path, out);
    buffer_add_string(out, ": ");
    if (!strchr(path, '/')) {
        buffer_add_string(out, list[k].edit->literal);
        return;
    }
    for (size_t next; k < end; k = next) {
        next = group_end(list, k, end, inner);
        buffer_add_string(out, mark);
        add_member(list, k, next, inner, out);
        mark = ", ";
    }
    buffer_add_string(out, " }");
}

/* The steps from one on that add to its object, behind the members that are
 * there; the end of them. */
static size_t add_members(struct changes *changes, const struct steps *steps,
    size_t k)
{
    const cJSON *object = steps->list[k].object;
    const cJSON *last = last_of(object);
    struct buffer text = BUFFER_EMPTY;
    size_t at = last ? json_span(steps->json, last).end : steps->list[k].at;
    size_t end = k;

    while (end < steps->count && steps->list[end].object == object)
        end++;
    for (size_t next; k < end; k = next) {
        next = group_end(steps->list, k, end, 0);
        buffer_add_string(&text, last || text.length > 0 ? "," : "");
        if (last)
            member_break_add(steps->json, last, &text);
        else
            buffer_add_char(&text, ' ');
        add_member(steps->list, k, next, 0, &text);
    }
    buffer_add_string(&text, last ? "" : " ");
    changes->failed = changes->failed || text.failed;
    changes_add(changes, at, at, buffer_string(&text));
    buffer_free(&text);
    return end;
}

static size_t make_step(struct changes *changes, const struct steps *steps,
    size_t k)
{
    const struct step *step = &steps->list[k];

    if (!step->stated)
        return add_members(changes, steps, k);
    struct json_span span = json_span(steps->json, step->stated);
    changes_add(changes, span.start, span.end, step->edit->literal);
    return k + 1;
}

bool edited_data_write(const struct edits *edits, const struct json *json,
    struct buffer *out)
{
    struct steps steps = find_steps(edits, json);
    struct changes changes = CHANGES_EMPTY;
    size_t length;
    const char *text = json_text(json, &length);

    for (size_t k = 0; !steps.failed && k < steps.count;)
        k = make_step(&changes, &steps, k);
    bool good = !steps.failed && changes_apply(&changes, text, length, out);
    changes_free(&changes);
    free(steps.list);
    return good;
}
