/* The way from the root of the data to a fault. */

#include "2_schema/report/step.h"

#include <stdlib.h>

const char *step_says(const struct step *step, const char *keyword)
{
    const char *said = schema_string(step->node, keyword);

    return said ? said : schema_string(step->branch, keyword);
}

static bool *find_stated(const cJSON *object, const struct schema_node *node)
{
    bool *stated = calloc(node->member_count, sizeof *stated);

    for (const cJSON *child = stated ? object->child : NULL; child;
        child = child->next) {
        const struct schema_member *member = find_member(
            node->members_by_name, node->member_count, child->string);
        if (member)
            stated[member - node->members] = true;
    }
    return stated;
}

const struct schema_node *step_names(const struct step *object,
    const struct fault *unknown)
{
    return schema_member_count(object->branch) ? object->branch
        : unknown->node;
}

bool step_lacks(struct pass *run, struct step *step,
    const struct schema_node *node, size_t k)
{
    if (step->listed != node) {
        free(step->stated);
        step->stated = find_stated(step->value, node);
        step->listed = node;
    }
    if (!step->stated)
        findings_out_of_memory(run->findings);
    return step->stated && !step->stated[k];
}
