/* Pairs what is in two submissions, from the root down. */

#include "14_compare/trace.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/align.h"
#include "0_base/id_map.h"
#include "0_base/list.h"
#include "12_redline/keys.h"
#include "3_transform/submission.h"

/* An element of the old submission; in what is no more, the outermost alone. */
struct place_pair {
    const char *old;
    const char *new;            /* NULL: it is no more */
};

struct trace {
    struct id_map keys;         /* of the old pointers */
    struct place_pair *list;    /* by their numbers */
    size_t room;
    bool failed;
};

static uint64_t pointer_key(const char *pointer, size_t length)
{
    return id_map_text(pointer, length);
}

static void note(struct trace *trace, xmlNodePtr old, xmlNodePtr new)
{
    const char *from = node_attribute(old, "src");
    const char *to = new ? node_attribute(new, "src") : NULL;
    uint32_t id;

    if (trace->failed || !from)
        return;
    if (!id_map_add(&trace->keys, pointer_key(from, strlen(from)), &id)) {
        trace->failed = true;
        return;
    }
    struct place_pair *more = list_room(trace->list, id, &trace->room,
        sizeof *more);
    if (!more) {
        trace->failed = true;
        return;
    }
    trace->list = more;
    more[id] = (struct place_pair){ from, to };
}

/* --- what is the same ---------------------------------------------------- */

/* The last step of a pointer. */
static const char *step_of(xmlNodePtr node)
{
    const char *src = node_attribute(node, "src");
    const char *slash = src ? strrchr(src, '/') : NULL;

    return slash ? slash + 1 : "";
}

static uint64_t key_of_entry(xmlNodePtr entry)
{
    const char *key = node_attribute(entry, "key");

    return key ? id_map_chain(1, id_map_text(key, strlen(key)))
        : key_of_content(2, entry);
}

struct members {
    xmlNodePtr *list;
    uint64_t *keys;
    size_t count;
};

static bool is_member(const xmlNode *node)
{
    return strcmp((const char *)node->name, "reference") != 0;
}

static bool read_members(struct members *members, xmlNodePtr parent)
{
    size_t room = xmlChildElementCount(parent) + 1;
    const char *type = node_attribute(parent, "type");
    bool is_list = type && strcmp(type, "list") == 0;

    members->list = malloc(room * sizeof *members->list);
    members->keys = malloc(room * sizeof *members->keys);
    if (!members->list || !members->keys)
        return false;
    for (xmlNodePtr node = xmlFirstElementChild(parent); node;
        node = xmlNextElementSibling(node)) {
        if (!is_member(node))
            continue;
        const char *step = step_of(node);
        members->list[members->count] = node;
        members->keys[members->count++] = is_list ? key_of_entry(node)
            : id_map_text(step, strlen(step));
    }
    return true;
}

static void free_members(struct members *members)
{
    free(members->list);
    free(members->keys);
}

/* By their keys, wherever they stand: a moved entry is the same one. */
static bool pair_keys(const struct members *old, const struct members *new,
    size_t *partners)
{
    struct id_map keys = ID_MAP_EMPTY;
    size_t *found = malloc((new->count + 1) * sizeof *found);
    bool good = found != NULL;
    uint32_t id;

    for (size_t k = 0; good && k < new->count; k++) {
        uint32_t count = keys.count;
        good = id_map_add(&keys, new->keys[k], &id);
        if (good && keys.count > count)
            found[id] = k;
    }
    for (size_t k = 0; good && k < old->count; k++) {
        partners[k] = ALIGN_NONE;
        if (id_map_find(&keys, old->keys[k], &id)) {
            partners[k] = found[id];
            found[id] = ALIGN_NONE;
        }
    }
    id_map_free(&keys);
    free(found);
    return good;
}

static bool is_free(const bool *taken, const struct members *new, size_t k)
{
    return !taken[k] && !node_attribute(new->list[k], "key");
}

/* Entries without keys that say something else are the same in their order,
 * between those that say the same. */
static bool pair_rest(const struct members *old, const struct members *new,
    size_t *partners)
{
    bool *taken = calloc(new->count + 1, sizeof *taken);
    size_t next = 0;

    for (size_t k = 0; taken && k < old->count; k++)
        if (partners[k] != ALIGN_NONE)
            taken[partners[k]] = true;
    for (size_t k = 0; taken && k < old->count; k++) {
        if (partners[k] != ALIGN_NONE) {
            next = partners[k] + 1;
        } else if (next < new->count && is_free(taken, new, next)
            && !node_attribute(old->list[k], "key")) {
            partners[k] = next;
            taken[next++] = true;
        }
    }
    free(taken);
    return taken != NULL;
}

/* --- from the root down -------------------------------------------------- */

static void pair(struct trace *trace, xmlNodePtr old, xmlNodePtr new);

static void pair_members(struct trace *trace, const struct members *old,
    const struct members *new, bool is_list)
{
    size_t *partners = malloc((old->count + 1) * sizeof *partners);
    bool good = partners && pair_keys(old, new, partners)
        && (!is_list || pair_rest(old, new, partners));

    trace->failed = trace->failed || !good;
    for (size_t k = 0; good && k < old->count; k++)
        pair(trace, old->list[k], partners[k] == ALIGN_NONE ? NULL
            : new->list[partners[k]]);
    free(partners);
}

static void pair(struct trace *trace, xmlNodePtr old, xmlNodePtr new)
{
    struct members before = { .count = 0 }, after = { .count = 0 };
    const char *type = node_attribute(old, "type");

    note(trace, old, new);
    if (!new || trace->failed)
        return;
    if (read_members(&before, old) && read_members(&after, new))
        pair_members(trace, &before, &after, type && strcmp(type, "list")
            == 0);
    else
        trace->failed = true;
    free_members(&before);
    free_members(&after);
}

struct trace *trace_new(xmlDocPtr old, xmlDocPtr new)
{
    struct trace *trace = calloc(1, sizeof *trace);

    if (trace)
        pair(trace, xmlDocGetRootElement(old), xmlDocGetRootElement(new));
    if (trace && trace->failed) {
        trace_free(trace);
        return NULL;
    }
    return trace;
}

void trace_free(struct trace *trace)
{
    if (trace) {
        id_map_free(&trace->keys);
        free(trace->list);
    }
    free(trace);
}

/* --- asking -------------------------------------------------------------- */

static const struct place_pair *find(const struct trace *trace,
    const char *pointer, size_t length)
{
    uint32_t id;

    if (!id_map_find(&trace->keys, pointer_key(pointer, length), &id))
        return NULL;
    const struct place_pair *pair = &trace->list[id];
    return strlen(pair->old) == length
        && memcmp(pair->old, pointer, length) == 0 ? pair : NULL;
}

bool trace_move(void *user, const char *pointer, struct buffer *moved)
{
    const struct trace *trace = user;
    size_t length = strlen(pointer);
    const struct place_pair *pair = find(trace, pointer, length);

    while (!pair && length > 0) {
        while (length > 0 && pointer[--length] != '/')
            ;
        pair = find(trace, pointer, length);
    }
    if (!pair || !pair->new)
        return false;
    buffer_add_string(moved, pair->new);
    buffer_add_string(moved, pointer + length);
    return true;
}
