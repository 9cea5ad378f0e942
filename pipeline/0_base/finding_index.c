/* Findings by code and pointer, in a hash. */

#include "0_base/finding_index.h"

#include <stdlib.h>
#include <string.h>

static uint64_t key_of(const char *code, size_t length, const char *pointer)
{
    return id_map_chain(id_map_text(code, length),
        id_map_text(pointer, strlen(pointer)));
}

bool finding_index_add(struct finding_index *index,
    const struct finding *finding)
{
    uint32_t id;

    if (finding->pointer) {
        size_t *last = id_map_list(&index->keys, key_of(finding->code,
            strlen(finding->code), finding->pointer), index->last,
            &index->room, sizeof *last, &id);
        if (!last)
            return false;
        index->last = last;
        last[id] = index->count;
    }
    index->count++;
    return true;
}

bool finding_index_find(const struct finding_index *index, const char *code,
    size_t code_length, const char *pointer, size_t *last)
{
    uint32_t id;
    bool found = id_map_find(&index->keys,
        key_of(code, code_length, pointer), &id);

    if (found)
        *last = index->last[id];
    return found;
}

void finding_index_free(struct finding_index *index)
{
    id_map_free(&index->keys);
    free(index->last);
    *index = (struct finding_index){0};
}
