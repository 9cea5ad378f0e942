#include <stdlib.h>
#include <string.h>

#include "6_rules/related_parts.h"
#include "6_rules/related_passage.h"
#include "6_rules/related_spelling.h"

#define DISTANCE_MAX 9

/* The names that the functions were last called with. */
struct known_names {
    struct node_list nodes;     /* read from these, */
    char *string;               /* or from this, if it is not NULL */
    size_t distance;
    struct spellings *spellings;
};

static void forget(struct known_names *names)
{
    node_list_free(&names->nodes);
    free(names->string);
    spellings_free(names->spellings);
    *names = (struct known_names){0};
}

void known_names_free(struct known_names *names)
{
    if (names)
        forget(names);
    free(names);
}

static bool add_nodes(struct known_names *names)
{
    struct passage passage = PASSAGE_EMPTY;
    bool good = true;

    for (size_t k = 0; good && k < names->nodes.count; k++) {
        passage_read(&passage, names->nodes.nodes[k], PASSAGE_PRINTED);
        good = !passage.text.failed && spellings_add(names->spellings,
            buffer_string(&passage.text));
    }
    passage_free(&passage);
    return good;
}

static bool read_names(struct known_names *names, struct related *related,
    xmlXPathObjectPtr object, size_t distance)
{
    forget(names);
    names->distance = distance;
    names->spellings = spellings_new(distance);
    if (!names->spellings)
        return false;
    if (object->type == XPATH_NODESET)
        return node_list_set(&names->nodes, related,
            object->nodesetval) && add_nodes(names);
    names->string = strdup((const char *)object->stringval);
    return names->string && spellings_add(names->spellings, names->string);
}

static bool are_those(const struct known_names *names,
    struct related *related, xmlXPathObjectPtr object, size_t distance)
{
    if (!names->spellings || names->distance != distance)
        return false;
    if (object->type == XPATH_NODESET)
        return !names->string && node_list_is(&names->nodes, related,
            object->nodesetval);
    return names->string
        && strcmp(names->string, (const char *)object->stringval) == 0;
}

/* Those of an argument, kept for the next call; NULL if memory runs out. */
static struct spellings *names_of(struct call *call, int k, size_t distance)
{
    struct related *related = related_of(call);
    struct known_names *names = related->names;

    if (!names)
        names = related->names = calloc(1, sizeof *names);
    if (!names)
        return NULL;
    if (are_those(names, related, call->objects[k], distance)
        || read_names(names, related, call->objects[k], distance))
        return names->spellings;
    forget(names);
    return NULL;
}

/* The wording for t:near-name, the name for t:meant-name. */
static bool find(struct call *call, size_t distance, bool meant)
{
    struct spellings *names = names_of(call, 1, distance);
    struct passage passage = PASSAGE_EMPTY;
    struct misspelling found = {0};

    passage_read_argument(&passage, call, 0, PASSAGE_TYPED);
    bool good = names && !passage.text.failed && spellings_find(names,
        buffer_string(&passage.text), &found);
    if (good && found.name && !meant) {
        buffer_cut(&passage.text, found.end);
        call_return_string(call,
            buffer_string(&passage.text) + found.begin);
    } else if (good) {
        call_return_string(call, found.name ? found.name : "");
    }
    passage_free(&passage);
    return good;
}

void related_call_names(xmlXPathParserContextPtr parser, int given)
{
    bool meant = strcmp((const char *)parser->context->function,
        "meant-name") == 0;
    struct call call;

    if (call_begin(&call, parser, given, 3)) {
        double distance = xmlXPathCastToNumber(call.objects[2]);
        bool is_names = call.objects[1]->type == XPATH_NODESET
            || call.objects[1]->type == XPATH_STRING;
        if (!is_names)
            call_fail(&call, XPATH_INVALID_TYPE);
        else if (!(distance >= 0 && distance <= DISTANCE_MAX))
            call_fail(&call, XPATH_INVALID_OPERAND);
        else if (!find(&call, (size_t)distance, meant))
            call_fail_memory(&call);
    }
    call_end(&call);
}
