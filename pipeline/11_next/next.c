/*
 * Goes over a data file, its schema and its tree side by side, and decides what
 * becomes of each value in the next year.
 */

#include "11_next/next.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/listed.h"
#include "0_base/phrases.h"
#include "1_read/reserved.h"
#include "11_next/dated.h"
#include "11_next/rolling.h"
#include "3_transform/children.h"
#include "3_transform/where.h"

#define YEAR_TEXT_SIZE 16

static enum fate roll(struct rolling *rolling, const struct rolled *rolled);

static void tell(struct rolling *rolling, enum catalogue id,
    const char *detail)
{
    findings_add(rolling->findings, id, (struct place){ 0, 0 },
        buffer_string(&rolling->pointer), "detail", detail, NULL);
}

static bool is_container(const cJSON *value)
{
    return cJSON_IsObject(value) || cJSON_IsArray(value);
}

/* References turn by themselves. */
static bool refers(const cJSON *value)
{
    return cJSON_IsString(value) && dated_by_references(value->valuestring);
}

/* A list or object whose parts are decided one by one. */
static enum fate roll_parts(struct rolling *rolling,
    const struct rolled *rolled);

static enum fate keep(struct rolling *rolling, const struct rolled *rolled)
{
    struct buffer dates = BUFFER_EMPTY;

    if (cJSON_IsString(rolled->value)
        && strcmp(schema_text(rolled->node, SCHEMA_TYPE)
            ? schema_text(rolled->node, SCHEMA_TYPE) : "", "text") == 0)
        dated_list(rolling->source->lexicon, rolled->value->valuestring,
            &dates);
    if (dates.length)
        tell(rolling, CATALOGUE_NEXT_DATED, buffer_string(&dates));
    rolling->failed = rolling->failed || dates.failed;
    buffer_free(&dates);
    return FATE_STAYS;
}

static enum fate clear(struct rolling *rolling, const struct rolled *rolled)
{
    bool blank = schema_allows_type(rolled->node, cJSON_NULL);

    if (cJSON_IsNull(rolled->value) || refers(rolled->value))
        return FATE_STAYS;
    if (is_container(rolled->value) && (!blank || !rolled->decided))
        return roll_parts(rolling, rolled);
    if (blank)
        return FATE_EMPTIED;
    if (!rolled->required)
        return FATE_REMOVED;
    tell(rolling, CATALOGUE_NEXT_LEFT, "");
    return FATE_STAYS;
}

static enum fate drop(struct rolling *rolling, const struct rolled *rolled)
{
    if (refers(rolled->value))
        return FATE_STAYS;
    return rolled->required ? clear(rolling, rolled) : FATE_REMOVED;
}

static enum fate turn(struct rolling *rolling, const struct rolled *rolled)
{
    struct json_span span = json_span(rolling->source->json, rolled->value);
    char year[YEAR_TEXT_SIZE];

    if (!cJSON_IsNumber(rolled->value)) {
        tell(rolling, CATALOGUE_NEXT_NO_YEAR, "");
        rolling->stopped = true;
        return FATE_STAYS;
    }
    snprintf(year, sizeof year, "%.0f", rolled->value->valuedouble + 1);
    changes_add(&rolling->changes, span.start, span.end, year);
    tell(rolling, CATALOGUE_NEXT_YEAR, year);
    return FATE_STAYS;
}

static enum fate leave(struct rolling *rolling, const struct rolled *rolled)
{
    if (!cJSON_IsNull(rolled->value))
        tell(rolling, CATALOGUE_NEXT_UNDECIDED, "");
    return FATE_STAYS;
}

static enum fate roll(struct rolling *rolling, const struct rolled *rolled)
{
    static enum fate (*const ways[SCHEMA_NEXT_COUNT])(struct rolling *,
        const struct rolled *) = {
        [SCHEMA_NEXT_UNDECIDED] = leave,
        [SCHEMA_NEXT_KEEP] = keep,
        [SCHEMA_NEXT_CLEAR] = clear,
        [SCHEMA_NEXT_DROP] = drop,
        [SCHEMA_NEXT_TURN] = turn,
    };

    if (is_container(rolled->value) && rolled->next != SCHEMA_NEXT_DROP
        && rolled->next != SCHEMA_NEXT_CLEAR)
        return roll_parts(rolling, rolled);
    return ways[rolled->next](rolling, rolled);
}

/* The element of a member; NULL where the tree has none. */
static xmlNodePtr element_of(const struct rolled *object, const cJSON *member)
{
    return object->element ? child_called(object->element, member->string,
        strlen(member->string)) : NULL;
}

/* A value in another one, with what is decided for it. */
static struct rolled part_of(const struct rolled *whole, const cJSON *value,
    const struct schema_node *node, xmlNodePtr element)
{
    node = schema_branch(node, value);
    return (struct rolled){ value, node, element,
        schema_next(node) ? schema_next(node) : whole->next,
        schema_next(node) != SCHEMA_NEXT_UNDECIDED, false };
}

/* A member that gets the value of another one, or goes where that is not
 * stated. */
static enum fate take_over(struct rolling *rolling,
    const struct rolled *object, const struct rolled *member)
{
    const struct json *json = rolling->source->json;
    const cJSON *former = members_former(object, member->node);
    struct json_span span = json_span(json, member->value);
    struct buffer literal = BUFFER_EMPTY;
    size_t length;

    if (!former)
        return FATE_REMOVED;
    const char *text = json_literal(json, former, &length);
    buffer_add(&literal, text, length);
    changes_add(&rolling->changes, span.start, span.end,
        buffer_string(&literal));
    rolling->failed = rolling->failed || literal.failed;
    buffer_free(&literal);
    return FATE_STAYS;
}

/* JSON Schema's own member is the path of the schema. */
static enum fate point_to_schema(struct rolling *rolling, const cJSON *value)
{
    struct json_span span = json_span(rolling->source->json, value);
    struct buffer path = BUFFER_EMPTY;

    if (rolling->schema && strcmp(value->string, RESERVED_SCHEMA) == 0
        && cJSON_IsString(value) && !strstr(value->valuestring, "://")) {
        buffer_printf(&path, "\"%s\"", rolling->schema);
        changes_add(&rolling->changes, span.start, span.end,
            buffer_string(&path));
    }
    rolling->failed = rolling->failed || path.failed;
    buffer_free(&path);
    return FATE_STAYS;
}

static enum fate roll_member(struct rolling *rolling,
    const struct rolled *object, const cJSON *value)
{
    size_t length = rolling->pointer.length;
    const char *name = value->string;
    struct rolled member = part_of(object, value, schema_named(object->node,
        name, &rolling->failed), element_of(object, value));
    struct json_span span = json_span(rolling->source->json, value);

    if (name[0] == '$')
        return point_to_schema(rolling, value);
    json_pointer_add(&rolling->pointer, name);
    member.required = schema_requires(object->node, name);
    enum fate fate = schema_text(member.node, SCHEMA_NEXT_FROM)
        ? take_over(rolling, object, &member) : roll(rolling, &member);
    if (fate == FATE_EMPTIED)
        changes_add(&rolling->changes, span.start, span.end, "null");
    buffer_cut(&rolling->pointer, length);
    return fate;
}

/* What the form calls a member, and behind it what its value is now. */
static void print_member(const struct rolled *object, const cJSON *member,
    enum language language, struct buffer *out)
{
    xmlNodePtr element = element_of(object, member);
    const char *heir = members_heir(object, member->string);

    if (element)
        where_print_name(element, out);
    else
        buffer_add_string(out, member->string);
    if (heir)
        buffer_printf(out, phrase_text(PHRASE_NEXT_HEIR, language), heir);
}

/* What the form calls the members with a fate. */
static void tell_members(struct rolling *rolling, const struct rolled *object,
    const enum fate *fates, enum fate fate, enum catalogue id)
{
    struct buffer names[LANGUAGE_COUNT] = { BUFFER_EMPTY };
    const cJSON *child;
    size_t k = 0;

    cJSON_ArrayForEach(child, object->value) {
        bool is_told = fates[k++] == fate;
        for (int of = 0; is_told && of < LANGUAGE_COUNT; of++) {
            buffer_add_string(&names[of], names[of].length ? LISTED_NEXT
                : "");
            print_member(object, child, (enum language)of, &names[of]);
        }
    }
    if (names[LANGUAGE_ZH].length)
        findings_add(rolling->findings, id, (struct place){ 0, 0 },
            buffer_string(&rolling->pointer),
            "detail", buffer_string(&names[LANGUAGE_ZH]),
            "detail_en", buffer_string(&names[LANGUAGE_EN]), NULL);
    for (int of = 0; of < LANGUAGE_COUNT; of++) {
        rolling->failed = rolling->failed || names[of].failed;
        buffer_free(&names[of]);
    }
}

static void roll_object(struct rolling *rolling, const struct rolled *object)
{
    size_t count = (size_t)cJSON_GetArraySize(object->value), k = 0;
    enum fate *fates = calloc(count + 1, sizeof *fates);
    const cJSON *value;

    if (!fates) {
        rolling->failed = true;
        return;
    }
    cJSON_ArrayForEach(value, object->value)
        fates[k++] = roll_member(rolling, object, value);
    members_change(rolling, object, fates);
    tell_members(rolling, object, fates, FATE_EMPTIED,
        CATALOGUE_NEXT_EMPTIED);
    tell_members(rolling, object, fates, FATE_REMOVED,
        CATALOGUE_NEXT_REMOVED);
    free(fates);
}

static void roll_list(struct rolling *rolling, const struct rolled *list)
{
    xmlNodePtr element = list->element
        ? xmlFirstElementChild(list->element) : NULL;
    size_t length = rolling->pointer.length, index = 0;
    const cJSON *value;

    cJSON_ArrayForEach(value, list->value) {
        struct rolled entry = part_of(list, value,
            schema_entry(list->node, index), element);
        json_pointer_add_index(&rolling->pointer, index++);
        entry.required = true;
        if (roll(rolling, &entry) == FATE_EMPTIED) {
            struct json_span span = json_span(rolling->source->json, value);
            changes_add(&rolling->changes, span.start, span.end, "null");
        }
        buffer_cut(&rolling->pointer, length);
        element = element ? xmlNextElementSibling(element) : NULL;
    }
}

static enum fate roll_parts(struct rolling *rolling,
    const struct rolled *rolled)
{
    if (cJSON_IsObject(rolled->value))
        roll_object(rolling, rolled);
    else
        roll_list(rolling, rolled);
    return FATE_STAYS;
}

bool next_make(const struct next_source *source, const char *schema,
    struct buffer *out, struct findings *findings)
{
    struct rolling rolling = { .source = source, .schema = schema,
        .findings = findings };
    size_t length;
    const char *text = json_text(source->json, &length);
    const struct rolled root = { .value = json_root(source->json),
        .node = schema_root(source->schema),
        .element = xmlDocGetRootElement(source->submission) };

    roll_parts(&rolling, &root);
    bool good = changes_apply(&rolling.changes, text, length, out)
        && !rolling.failed && !rolling.pointer.failed;
    if (!good)
        findings_out_of_memory(findings);
    changes_free(&rolling.changes);
    buffer_free(&rolling.pointer);
    return good && !rolling.stopped;
}
