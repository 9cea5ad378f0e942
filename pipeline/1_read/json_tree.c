/* A cJSON tree of values whose places are known, made in one piece. */

#include "1_read/json_tree.h"

#include <stdlib.h>
#include <string.h>

#include "1_read/scan_strings.h"

/* The decoded string of a literal; NULL if memory runs out. */
static char *decode(const char *literal, struct arena *arena)
{
    size_t length = strcspn(literal + 1, "\"\\");
    struct buffer decoded = BUFFER_EMPTY;

    if (literal[length + 1] == '"')
        return arena_copy(arena, literal + 1, length);
    scan_string_decode(literal, &decoded);
    char *string = decoded.failed ? NULL : arena_copy(arena,
        buffer_string(&decoded), decoded.length);
    buffer_free(&decoded);
    return string;
}

static int type_of(char first)
{
    switch (first) {
    case '{': return cJSON_Object;
    case '[': return cJSON_Array;
    case '"': return cJSON_String;
    case 't': return cJSON_True;
    case 'f': return cJSON_False;
    case 'n': return cJSON_NULL;
    default: return cJSON_Number;
    }
}

/* What a node is by itself; false if memory runs out. */
static bool fill(cJSON *node, const char *text,
    const struct scan_value *value, struct arena *arena)
{
    const char *literal = text + value->start;

    node->type = type_of(*literal);
    if (node->type == cJSON_Number)
        node->valuedouble = strtod(literal, NULL);
    else if (node->type == cJSON_String
        && !(node->valuestring = decode(literal, arena)))
        return false;
    return value->name == value->start
        || (node->string = decode(text + value->name, arena)) != NULL;
}

/* As cJSON has it, the first child's prev is the last one. */
static void append(cJSON *around, cJSON *node)
{
    cJSON *first = around->child;

    if (!first) {
        around->child = node->prev = node;
        return;
    }
    node->prev = first->prev;
    first->prev->next = node;
    first->prev = node;
}

cJSON *json_tree_build(const char *text, const struct scan *scan,
    struct arena *arena)
{
    cJSON *nodes = arena_new(arena, scan->count, sizeof *nodes);
    size_t open[SCAN_DEPTH_LIMIT], depth = 0;

    for (size_t k = 0; nodes && k < scan->count; k++) {
        const struct scan_value *value = &scan->values[k];
        nodes[k].valueint = (int)k;
        if (!fill(&nodes[k], text, value, arena))
            return NULL;
        while (depth > 0 && scan->values[open[depth - 1]].end <= value->start)
            depth--;
        if (depth > 0)
            append(&nodes[open[depth - 1]], &nodes[k]);
        if (nodes[k].type == cJSON_Object || nodes[k].type == cJSON_Array)
            open[depth++] = k;
    }
    return nodes;
}
