/* What a sentence says of a value: of its type and of its limit. */

#include <stdio.h>
#include <string.h>

#include "0_base/utf8.h"
#include "2_schema/report/sentences.h"

static const enum phrase type_words[TYPE_COUNT] = {
    [TYPE_NULL] = PHRASE_NULL,
    [TYPE_BOOLEAN] = PHRASE_TRUE_OR_FALSE,
    [TYPE_NUMBER] = PHRASE_NUMBER,
    [TYPE_INTEGER] = PHRASE_INTEGER,
    [TYPE_STRING] = PHRASE_TEXT,
    [TYPE_ARRAY] = PHRASE_LIST,
    [TYPE_OBJECT] = PHRASE_OBJECT,
};

static void add_separator(struct words *words, size_t k, size_t count)
{
    if (k == 0)
        return;
    if (k + 1 == count)
        words_add_phrase(words, PHRASE_OR);
    else
        words_add_phrase(words, PHRASE_COMMA);
}

/* The types of a mask, a blank aside unless there is nothing else. */
static void add_types(struct words *words, unsigned types)
{
    size_t count = 0, k = 0;

    if (types >> TYPE_NUMBER & 1)
        types &= ~(1u << TYPE_INTEGER);
    if (types != 1u << TYPE_NULL)
        types &= ~(1u << TYPE_NULL);
    for (int type = 0; type < TYPE_COUNT; type++)
        count += types >> type & 1;
    for (int type = 0; type < TYPE_COUNT; type++) {
        if (!(types >> type & 1))
            continue;
        add_separator(words, k++, count);
        words_add_phrase(words, type_words[type]);
    }
}

static unsigned types_of(const struct step *step, const struct fault *fault)
{
    unsigned types = TYPES_ALL;

    if (step->node)
        types &= step->node->types;
    if (fault->value == step->value && fault->kind != FAULT_UNKNOWN)
        types &= fault->node->types;
    return types;
}

void fault_hint_null(struct fault_sentence *s)
{
    unsigned types = types_of(s->step, s->fault);

    if (types >> TYPE_NULL & 1 && types != TYPES_ALL)
        words_add_phrase(&s->hint, PHRASE_NULL_FOR_BLANK);
}

void fault_add_limit(struct fault_sentence *s)
{
    words_add_value(&s->allowed,
        s->fault->node->resource->document->json, s->fault->check->json);
}

static bool is_quoted_number(const cJSON *value)
{
    struct number number;

    return cJSON_IsString(value) && number_parse(value->valuestring,
        strlen(value->valuestring), &number);
}

/* What a value of this type and these types of JSON has to be; whether there
 * is more to say of it. */
static bool add_types_expected(struct fault_sentence *s,
    const struct type_rule *rule, unsigned types)
{
    const unsigned containers = 1u << TYPE_ARRAY | 1u << TYPE_OBJECT;
    unsigned scalars = types & ~(1u << TYPE_NULL);

    if (!rule || (types & containers && types != TYPES_ALL)) {
        add_types(&s->allowed, types);
        return false;
    }
    if (rule->type == VALUE_AMOUNT && !(scalars >> TYPE_STRING & 1))
        add_types(&s->allowed, 1u << TYPE_NUMBER);
    else
        words_add_phrase(&s->allowed, rule->expected);
    return rule->type != VALUE_TEXT && rule->type != VALUE_TOKEN;
}

/* How a list or a group of members is written, where it has to be one. */
static void hint_container(struct fault_sentence *s, unsigned types)
{
    const unsigned others = ~(1u << TYPE_NULL | 1u << TYPE_ARRAY
        | 1u << TYPE_OBJECT);
    const struct schema_node *node = s->step->node ? s->step->node
        : s->fault->node;
    struct listing listing = { .words = &s->hint };

    if (types & others)
        return;
    if (types >> TYPE_ARRAY & 1) {
        words_add_phrase(&s->hint, PHRASE_WRITE_ENTRIES);
    } else if (types >> TYPE_OBJECT & 1) {
        bool has_members = schema_member_count(node) > 0;
        words_add_phrase(&s->hint, has_members ? PHRASE_WRITE_MEMBERS
            : PHRASE_WRITE_NAMES);
        listing_add_members(&listing, node, NULL, NULL, NULL);
        listing_end(&listing);
    }
}

static void add_expected(struct fault_sentence *s, const struct type_rule *rule,
    unsigned types)
{
    if (!add_types_expected(s, rule, types)) {
        hint_container(s, types);
        return;
    }
    words_add_phrase(&s->hint, PHRASE_ALLOWED);
    words_add_phrase(&s->hint, rule->allowed);
}

void fault_fill_type(struct fault_sentence *s)
{
    const struct fault *fault = s->fault;
    unsigned types = types_of(s->step, fault);
    const struct type_rule *rule = fault->type_rule;

    if (!rule)
        rule = s->step->node && s->step->node->type_rule
            ? s->step->node->type_rule : fault->node->type_rule;
    if (types == 0)             /* keywords that contradict each other */
        types = fault->node->types;
    words_add_stated(&s->stated, s->run->json, fault->value);
    if (is_quoted_number(fault->value) && !(types >> TYPE_STRING & 1)
        && types >> TYPE_INTEGER & 1)
        words_add_phrase(&s->hint, PHRASE_NO_QUOTES);
    size_t length;
    const char *text = json_string(s->run->json, fault->value, &length);
    const char *unit = schema_text(s->step->node, SCHEMA_UNIT);
    if (text && rule && value_type_is_figure(rule->type)
        && !is_quoted_number(fault->value)
        && numeral_hint(&s->hint, rule, unit, text, length)) {
        add_types_expected(s, rule, types);
        return;
    }
    add_expected(s, rule, types);
    text = json_literal(s->run->json, fault->value, &length);
    if (rule && rule->type == VALUE_DATE && cJSON_IsNumber(fault->value))
        day_hint(&s->hint, text, length);
    fault_hint_null(s);
}

void fault_fill_value_type(struct fault_sentence *s)
{
    static const enum catalogue ids[] = {
        [TYPE_FAULT_PLACES] = CATALOGUE_SHAPE_PLACES,
        [TYPE_FAULT_SIZE] = CATALOGUE_SHAPE_SIZE,
        [TYPE_FAULT_NEGATIVE] = CATALOGUE_SHAPE_NEGATIVE,
        [TYPE_FAULT_RANGE] = CATALOGUE_SHAPE_YEAR,
        [TYPE_FAULT_DATE] = CATALOGUE_SHAPE_DATE,
        [TYPE_FAULT_CHARACTER] = CATALOGUE_SHAPE_CHARACTER,
    };
    const struct fault *fault = s->fault;
    const struct json *json = s->run->json;
    size_t length;
    const char *string = json_string(json, fault->value, &length);

    if (fault->type_fault == TYPE_FAULT_KIND
        || (fault->type_fault == TYPE_FAULT_CHARACTER && !string)) {
        fault_fill_type(s);
        return;
    }
    s->id = ids[fault->type_fault];
    words_add_phrase(&s->allowed, fault->type_rule->allowed);
    if (fault->type_fault == TYPE_FAULT_CHARACTER) {
        char code[16];
        unsigned point = 0;
        utf8_read(string + fault->detail, length - fault->detail, &point);
        snprintf(code, sizeof code, "U+%04X", point);
        words_add_text(&s->stated, code);
        s->place = json_string_place(json, fault->value, fault->detail,
            NULL);
    } else if (string && value_type_is_figure(fault->type_rule->type)) {
        words_add_text(&s->stated, string);     /* digits: it is a number */
    } else {
        words_add_value(&s->stated, json, fault->value);
    }
    if (fault->type_fault == TYPE_FAULT_DATE)
        day_hint(&s->hint, string, length);
    fault_hint_null(s);
}
