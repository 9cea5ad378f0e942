/* Goes down two JSON texts side by side and notes what differs. */

#include "14_compare/compare.h"

#include <stdlib.h>

#include "0_base/list.h"
#include "14_compare/order.h"

/* A value of each text that is compared, and what is around it. */
struct pair {
    const cJSON *old, *new;
    const cJSON *entry;         /* as in struct change */
    const char *entry_path;
};

struct comparing {
    struct comparison *comparison;
    struct buffer path;         /* of the old value */
    bool failed;
};

void comparison_free(struct comparison *comparison)
{
    if (!comparison)
        return;
    meanings_free(&comparison->old);
    meanings_free(&comparison->new);
    free(comparison->changes);
    free(comparison->partners);
    free(comparison->moved);
    arena_free(&comparison->arena);
    free(comparison);
}

bool comparison_is_same(const struct comparison *comparison,
    const cJSON *old, const cJSON *new)
{
    return meanings_digest(&comparison->old, old)
        == meanings_digest(&comparison->new, new);
}

static const char *keep_path(struct comparing *comparing)
{
    return arena_copy(&comparing->comparison->arena,
        buffer_string(&comparing->path), comparing->path.length);
}

static void note(struct comparing *comparing, const struct change *change)
{
    struct comparison *comparison = comparing->comparison;
    struct change *wider = list_room(comparison->changes, comparison->count,
        &comparison->room, sizeof *wider);

    if (!wider) {
        comparing->failed = true;
        return;
    }
    comparison->changes = wider;
    wider[comparison->count++] = *change;
}

/* Notes a change of a value that stands at the path. */
static void note_here(struct comparing *comparing, enum change_kind kind,
    const struct pair *pair)
{
    note(comparing, &(struct change){ .kind = kind, .old = pair->old,
        .new = pair->new, .path = keep_path(comparing),
        .entry = pair->entry, .entry_path = pair->entry_path });
}

static void compare(struct comparing *comparing, const struct pair *pair);

/* --- objects ------------------------------------------------------------- */

static void compare_member(struct comparing *comparing,
    const struct pair *around, const cJSON *old, const cJSON *new)
{
    size_t length = comparing->path.length;
    struct pair member = { old, new, around->entry, around->entry_path };

    json_pointer_add(&comparing->path, (old ? old : new)->string);
    if (!old)
        note_here(comparing, CHANGE_ADDED, &member);
    else if (!new)
        note_here(comparing, CHANGE_REMOVED, &member);
    else
        compare(comparing, &member);
    buffer_cut(&comparing->path, length);
}

static void compare_objects(struct comparing *comparing,
    const struct pair *pair)
{
    const struct comparison *comparison = comparing->comparison;
    const cJSON *member, *former = NULL;

    cJSON_ArrayForEach(member, pair->old)
        compare_member(comparing, pair, member, meanings_member(
            &comparison->new, pair->new, member->string, &former));
    former = NULL;
    cJSON_ArrayForEach(member, pair->new)
        if (!meanings_member(&comparison->old, pair->old, member->string,
                &former))
            compare_member(comparing, pair, NULL, member);
}

/* --- lists --------------------------------------------------------------- */

/* Entries that stay what they are, compared where they stood. */
static void compare_entries(struct comparing *comparing,
    const struct pair *around, const struct order *order)
{
    struct comparison *comparison = comparing->comparison;
    size_t length = comparing->path.length;

    for (size_t k = 0; k < order->old_count; k++) {
        if (order->partners[k] == ORDER_NONE)
            continue;
        const cJSON *old = order->old[k];
        const cJSON *new = order->new[order->partners[k]];
        struct pair entry = { old, new, around->entry, around->entry_path };
        const cJSON *naming = meanings_naming(&comparison->old, old);
        const cJSON *new_naming = meanings_naming(&comparison->new, new);
        comparison->partners[old->valueint] = new;
        if (comparison_is_same(comparison, old, new))
            continue;
        json_pointer_add_index(&comparing->path, k);
        if (naming && new_naming
            && comparison_is_same(comparison, naming, new_naming)) {
            entry.entry = old;
            entry.entry_path = keep_path(comparing);
        }
        compare(comparing, &entry);
        buffer_cut(&comparing->path, length);
    }
}

/* The path of an entry by its number; NULL for none. */
static const char *entry_path(struct comparing *comparing, size_t number)
{
    size_t length = comparing->path.length;

    if (number == ORDER_NONE)
        return NULL;
    json_pointer_add_index(&comparing->path, number);
    const char *path = keep_path(comparing);
    buffer_cut(&comparing->path, length);
    return path;
}

/* What moves has become what it is by then. */
static void note_step(struct comparing *comparing, const struct order *order,
    const struct order_step *step)
{
    static const enum change_kind kinds[] = {
        [ORDER_REMOVED] = CHANGE_REMOVED, [ORDER_ADDED] = CHANGE_ADDED,
        [ORDER_MOVED] = CHANGE_MOVED };
    struct change change = { .kind = kinds[step->kind],
        .old = step->old == ORDER_NONE ? NULL : order->old[step->old],
        .new = step->new == ORDER_NONE ? NULL : order->new[step->new],
        .from = entry_path(comparing, step->from),
        .path = entry_path(comparing, step->to) };

    if (step->kind == ORDER_REMOVED) {
        change.path = change.from;
        change.from = NULL;
    } else if (step->kind == ORDER_MOVED) {
        comparing->comparison->moved[order->old[step->old]->valueint] = true;
    }
    if (step->kind != ORDER_ADDED) {
        change.entry = change.new ? change.new : change.old;
        change.entry_path = change.from ? change.from : change.path;
    }
    note(comparing, &change);
}

static void compare_lists(struct comparing *comparing,
    const struct pair *pair)
{
    const struct comparison *comparison = comparing->comparison;
    struct order order;

    if (!order_find(&order, &comparison->old, pair->old, &comparison->new,
            pair->new))
        comparing->failed = true;
    else
        compare_entries(comparing, pair, &order);
    for (size_t k = 0; !comparing->failed && k < order.step_count; k++)
        note_step(comparing, &order, &order.steps[k]);
    order_free(&order);
}

static void compare(struct comparing *comparing, const struct pair *pair)
{
    if (comparing->failed
        || comparison_is_same(comparing->comparison, pair->old, pair->new))
        return;
    if (cJSON_IsObject(pair->old) && cJSON_IsObject(pair->new))
        compare_objects(comparing, pair);
    else if (cJSON_IsArray(pair->old) && cJSON_IsArray(pair->new))
        compare_lists(comparing, pair);
    else
        note_here(comparing, CHANGE_REPLACED, pair);
}

/* --- all of it ----------------------------------------------------------- */

static bool prepare(struct comparison *comparison, const struct json *old,
    const struct json *new, const struct schema *schema)
{
    size_t count = json_value_count(old);

    comparison->partners = calloc(count, sizeof *comparison->partners);
    comparison->moved = calloc(count, sizeof *comparison->moved);
    return comparison->partners && comparison->moved
        && meanings_make(&comparison->old, old)
        && meanings_make(&comparison->new, new)
        && (!schema || (meanings_note_keys(&comparison->old, schema)
            && meanings_note_keys(&comparison->new, schema)));
}

static bool find(struct comparison *comparison)
{
    struct comparing comparing = { comparison, BUFFER_EMPTY, false };

    compare(&comparing, &(struct pair){
        .old = json_root(comparison->old.json),
        .new = json_root(comparison->new.json) });
    bool good = !comparing.failed && !comparing.path.failed
        && !comparison->arena.failed;
    buffer_free(&comparing.path);
    return good;
}

struct comparison *comparison_new(const struct json *old,
    const struct json *new, const struct schema *schema)
{
    struct comparison *comparison = calloc(1, sizeof *comparison);

    if (comparison && prepare(comparison, old, new, schema)
        && find(comparison))
        return comparison;
    comparison_free(comparison);
    return NULL;
}
