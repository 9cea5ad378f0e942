/* Gathers the names of members from all compiled objects of a schema. */

#include "2_schema/member_names.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "0_base/nearest.h"
#include "2_schema/node.h"

struct member_names {
    struct id_map ids;
    const char **list;          /* by their ids */
    size_t room;
    struct id_map parents;      /* of members with names of their own */
};

void member_names_free(struct member_names *names)
{
    if (!names)
        return;
    id_map_free(&names->ids);
    id_map_free(&names->parents);
    free(names->list);
    free(names);
}

/* The node alone, or what it refers to. */
static bool is_free(const struct schema_node *node)
{
    for (size_t k = 0; k < node->parts.count; k++) {
        const struct schema_node *part = node->parts.nodes[k];
        if (part->pattern_count > 0
            || (part->additional && !part->additional->never))
            return true;
    }
    return false;
}

static bool add_member(struct member_names *names,
    const struct schema_member *member)
{
    uint64_t key = id_map_text(member->name, strlen(member->name));
    uint32_t id;
    const char **list = id_map_list(&names->ids, key, names->list,
        &names->room, sizeof *list, &id);

    if (!list)
        return false;
    names->list = list;
    list[id] = member->name;
    return !is_free(member->node) || id_map_add(&names->parents, key, &id);
}

static bool add_document(struct member_names *names,
    const struct schema_document *document)
{
    size_t count = document->json ? json_value_count(document->json) : 0;
    bool good = true;

    for (size_t k = 0; good && k < count; k++) {
        const struct schema_node *node = document->nodes[k];
        for (size_t m = 0; good && node && m < node->own_count; m++)
            good = add_member(names, &node->own[m]);
    }
    return good;
}

struct member_names *member_names_new(const struct schema *schema)
{
    struct member_names *names = calloc(1, sizeof *names);
    bool good = names != NULL;

    for (const struct schema_document *document = schema->documents;
        good && document; document = document->next)
        good = add_document(names, document);
    if (good)
        return names;
    member_names_free(names);
    return NULL;
}

bool member_names_have(const struct member_names *names, const char *name,
    size_t length)
{
    uint32_t id;

    return id_map_find(&names->ids, id_map_text(name, length), &id);
}

bool member_names_are_free(const struct member_names *names,
    const char *parent, size_t length)
{
    uint32_t id;

    return id_map_find(&names->parents, id_map_text(parent, length), &id);
}

const char *member_names_nearest(const struct member_names *names,
    const char *name, size_t length)
{
    struct nearest nearest = nearest_to(name, length);

    for (uint32_t k = 0; k < names->ids.count; k++)
        nearest_try(&nearest, names->list[k]);
    return nearest.name;
}
