/* Pairs entries that were edited, by sketches of them. */

#include "14_compare/similar_entries.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "0_base/utf8.h"

#define CLASSES 32              /* of hashes */
#define LOOKED_AT 8             /* new entries for each old one */

/* In percent of the classes that one of two has: so alike are entries that
 * are paired. */
#define ALIKE 20

/* In percent of the other members: so alike are entries with other names. */
#define ALIKE_RENAMED 50

struct sketch {
    uint64_t least[CLASSES];    /* 0: none of the class */
};

static struct sketch sketch_draw(const struct meanings *meanings,
    const cJSON *value)
{
    struct sketch sketch = {{0}};
    size_t length;
    const char *text = json_literal(meanings->json, value, &length);
    unsigned former = 0, code = 0;

    for (size_t size; length && (size = utf8_read(text, length, &code)) > 0;
        text += size, length -= size) {
        uint64_t hash = id_map_chain(former, code);
        uint64_t *least = &sketch.least[hash % CLASSES];
        if (!*least || hash < *least)
            *least = hash;
        former = code;
    }
    return sketch;
}

/* In percent. */
static unsigned alike(const struct sketch *old, const struct sketch *new)
{
    unsigned same = 0, any = 0;

    for (size_t k = 0; k < CLASSES; k++) {
        any += old->least[k] || new->least[k];
        same += old->least[k] && old->least[k] == new->least[k];
    }
    return any ? 100 * same / any : 0;
}

/* Whether one may have become the other: their kind is the same. */
static bool is_kin(const cJSON *old, const cJSON *new)
{
    return (old->type & 0xFF) == (new->type & 0xFF);
}

static unsigned count_members(const cJSON *object)
{
    unsigned count = 0;

    for (const cJSON *member = object->child; member; member = member->next)
        count++;
    return count;
}

/* How many members of an entry that has a name say the same under another one,
 * in percent of those beside the names. */
static unsigned alike_renamed(const struct meanings *old,
    const struct meanings *new, const cJSON *old_entry,
    const cJSON *new_entry)
{
    unsigned same = 0, all = count_members(old_entry);
    unsigned new_all = count_members(new_entry);
    const cJSON *member, *former = NULL;

    all = new_all > all ? new_all : all;
    cJSON_ArrayForEach(member, old_entry) {
        const cJSON *now = meanings_member(new, new_entry, member->string,
            &former);
        same += now && meanings_digest(old, member)
            == meanings_digest(new, now);
    }
    return all > 1 ? 100 * same / (all - 1) : 0;
}

/* Two entries of a gap that are to be compared. */
struct candidates {
    const struct meanings *old, *new;
    const struct gap *gap;
    const struct sketch *sketches;      /* of the old ones, then the new */
};

/* How likely the one has become the other; 0 if it has not. */
static unsigned grade(const struct candidates *of, size_t old, size_t new)
{
    const cJSON *from = of->gap->old[old], *to = of->gap->new[new];
    bool is_named = meanings_naming(of->old, from)
        && meanings_naming(of->new, to);
    unsigned result = 0, least = is_named ? ALIKE_RENAMED : ALIKE;

    if (is_kin(from, to))
        result = is_named ? alike_renamed(of->old, of->new, from, to)
            : alike(&of->sketches[old],
                &of->sketches[of->gap->old_count + new]);
    return result < least ? 0 : result;
}

/* The new entry from the first-th on that an old one has most likely become;
 * SIZE_MAX for none. */
static size_t find_best(const struct candidates *of, size_t old,
    size_t first)
{
    size_t found = SIZE_MAX;
    unsigned best = 0;

    for (size_t k = first; k < of->gap->new_count && k < first + LOOKED_AT;
        k++) {
        unsigned result = grade(of, old, k);
        if (result > best) {
            best = result;
            found = k;
        }
    }
    return found;
}

/* One entry without a name in place of another is that one, edited. */
static bool is_single(const struct meanings *old, const struct gap *gap)
{
    return gap->old_count == 1 && gap->new_count == 1
        && is_kin(gap->old[0], gap->new[0])
        && !meanings_naming(old, gap->old[0]);
}

bool similar_pair(const struct meanings *old, const struct meanings *new,
    const struct gap *gap, size_t *partners)
{
    size_t first = 0;

    if (is_single(old, gap)) {
        partners[0] = 0;
        return true;
    }
    struct sketch *sketches = malloc((gap->old_count + gap->new_count)
        * sizeof *sketches);
    if (!sketches)
        return false;
    for (size_t k = 0; k < gap->old_count; k++)
        sketches[k] = sketch_draw(old, gap->old[k]);
    for (size_t k = 0; k < gap->new_count; k++)
        sketches[gap->old_count + k] = sketch_draw(new, gap->new[k]);
    const struct candidates candidates = { old, new, gap, sketches };
    for (size_t k = 0; k < gap->old_count; k++) {
        partners[k] = find_best(&candidates, k, first);
        if (partners[k] != SIZE_MAX)
            first = partners[k] + 1;
    }
    free(sketches);
    return true;
}
