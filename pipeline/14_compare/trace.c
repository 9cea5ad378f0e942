/* Notes where values stood and stand, and finds them again. */

#include "14_compare/trace.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "14_compare/pairs.h"
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
};

static uint64_t pointer_key(const char *pointer, size_t length)
{
    return id_map_text(pointer, length);
}

/* False if memory runs out. */
static bool note(struct trace *trace, const char *from, const char *to)
{
    uint32_t id;
    struct place_pair *list = id_map_list(&trace->keys,
        pointer_key(from, strlen(from)), trace->list, &trace->room,
        sizeof *list, &id);

    if (!list)
        return false;
    trace->list = list;
    list[id] = (struct place_pair){ from, to };
    return true;
}

static bool note_pair(void *user, enum pair_kind kind,
    const struct member_pair *pair)
{
    const char *from = pair->old ? node_attribute(pair->old, "src") : NULL;

    return !from || kind == PAIR_MOVED || note(user, from,
        pair->new ? node_attribute(pair->new, "src") : NULL);
}

struct trace *trace_new(const struct comparison *comparison, xmlDocPtr old,
    xmlDocPtr new)
{
    struct trace *trace = calloc(1, sizeof *trace);

    if (trace && !pairs_visit(comparison, old, new, note_pair, trace)) {
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

uint64_t trace_key_of(const char *pointer)
{
    return pointer_key(pointer, strlen(pointer));
}

uint64_t trace_key(const struct trace *trace, const char *pointer,
    bool *failed)
{
    struct buffer moved = BUFFER_EMPTY;
    uint64_t key = trace_move((void *)trace, pointer, &moved)
        ? trace_key_of(buffer_string(&moved)) : 0;

    *failed = *failed || moved.failed;
    buffer_free(&moved);
    return key;
}
