/* t:near-name, t:cut-name and t:meant-name: wordings that are nearly a name of
 * the data. */

#include <stdlib.h>
#include <string.h>

#include "6_rules/related/passage.h"
#include "6_rules/related/related_calls.h"
#include "6_rules/related/spelling.h"
#include "6_rules/related/texts.h"

#define DISTANCE_MAX 9

/* The names that the functions were last called with. */
struct known_names {
    struct node_list nodes;     /* read from these, */
    char *string;               /* or from this, if it is not NULL */
    struct spelling_changes changes;
    struct spellings *spellings;
};

static void empty(void *memory)
{
    struct known_names *names = memory;

    node_list_free(&names->nodes);
    free(names->string);
    spellings_free(names->spellings);
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

static bool read_names(struct known_names *names, xmlXPathObjectPtr object,
    struct spelling_changes changes, const struct lexicon *lexicon)
{
    names->changes = changes;
    names->spellings = spellings_new(changes, lexicon);
    if (!names->spellings)
        return false;
    if (object->type == XPATH_NODESET)
        return node_list_set(&names->nodes, object->nodesetval)
            && add_nodes(names) && spellings_index(names->spellings);
    names->string = strdup((const char *)object->stringval);
    return names->string && spellings_add(names->spellings, names->string)
        && spellings_index(names->spellings);
}

static bool are_those(const struct known_names *names,
    xmlXPathObjectPtr object, struct spelling_changes changes)
{
    if (names->changes.distance != changes.distance
        || names->changes.replaces_none != changes.replaces_none)
        return false;
    if (object->type == XPATH_NODESET)
        return !names->string
            && node_list_is(&names->nodes, object->nodesetval);
    return names->string
        && strcmp(names->string, (const char *)object->stringval) == 0;
}

/* Those of an argument, kept for the next call; NULL if memory runs out. */
static struct spellings *names_of(struct related *related,
    xmlXPathObjectPtr object, struct spelling_changes changes)
{
    struct kept *kept = &related->kept[KEEPER_NAMES];
    struct known_names *names = kept->memory;

    if (names && are_those(names, object, changes))
        return names->spellings;
    names = kept_renew(kept, sizeof *names, empty);
    return names && read_names(names, object, changes, related->scope.lexicon)
        ? names->spellings : kept_drop(kept);
}

/* Adds the wording that is found, or the name that is meant. */
static bool find(struct spellings *names, const struct passage *passage,
    bool meant, struct buffer *out)
{
    struct misspelling found;
    const char *text = buffer_string(&passage->text);

    if (passage->text.failed || !spellings_find(names, text, &found))
        return false;
    if (found.name && meant)
        buffer_add_string(out, found.name);
    else if (found.name)
        buffer_add(out, text + found.begin, found.end - found.begin);
    return true;
}

static bool are_names(xmlXPathObjectPtr object)
{
    return object->type == XPATH_NODESET || object->type == XPATH_STRING;
}

static bool is_distance(double distance)
{
    return distance >= 0 && distance <= DISTANCE_MAX;
}

static void *prepare(struct related *related,
    const xmlXPathObjectPtr *others, bool replaces_none)
{
    double distance = xmlXPathCastToNumber(others[1]);

    return are_names(others[0]) && is_distance(distance)
        ? names_of(related, others[0], (struct spelling_changes){
            (size_t)distance, replaces_none }) : NULL;
}

void *related_prepare_names(struct related *related,
    const xmlXPathObjectPtr *others)
{
    return prepare(related, others, false);
}

void *related_prepare_cut_names(struct related *related,
    const xmlXPathObjectPtr *others)
{
    return prepare(related, others, true);
}

bool related_check_near_name(struct related *related, void *prepared,
    xmlNodePtr node, struct buffer *found)
{
    const struct node_text *text = node_text_of(related, node);

    if (!text)
        return false;
    if (!spellings_may_be_in(prepared, &text->sketch))
        return true;
    passage_read(&related->passage, node, PASSAGE_TYPED);
    return find(prepared, &related->passage, false, found);
}

static void answer(struct call *call, struct spelling_changes changes,
    bool meant)
{
    struct spellings *names = names_of(related_of(call), call->objects[1],
        changes);
    struct passage passage = PASSAGE_EMPTY;
    struct buffer out = BUFFER_EMPTY;

    passage_read_argument(&passage, call, 0, PASSAGE_TYPED);
    if (names && find(names, &passage, meant, &out) && !out.failed)
        call_return_string(call, buffer_string(&out));
    else
        call_fail_memory(call);
    passage_free(&passage);
    buffer_free(&out);
}

static void call_names(xmlXPathParserContextPtr parser, int given,
    bool replaces_none, bool meant)
{
    struct call call;

    if (call_begin(&call, parser, given, 3)) {
        double distance = xmlXPathCastToNumber(call.objects[2]);
        if (!are_names(call.objects[1]))
            call_fail(&call, XPATH_INVALID_TYPE);
        else if (!is_distance(distance))
            call_fail(&call, XPATH_INVALID_OPERAND);
        else
            answer(&call, (struct spelling_changes){ (size_t)distance,
                replaces_none }, meant);
    }
    call_end(&call);
}

void related_call_near_name(xmlXPathParserContextPtr parser, int given)
{
    call_names(parser, given, false, false);
}

void related_call_meant_name(xmlXPathParserContextPtr parser, int given)
{
    call_names(parser, given, false, true);
}

void related_call_cut_name(xmlXPathParserContextPtr parser, int given)
{
    call_names(parser, given, true, false);
}

void related_call_uncut_name(xmlXPathParserContextPtr parser, int given)
{
    call_names(parser, given, true, true);
}
