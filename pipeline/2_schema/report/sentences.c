/* Faults in words. */

#include <stdio.h>
#include <string.h>

#include "0_base/utf8.h"
#include "2_schema/report/step.h"

/* A sentence in the making: the placeholders of the catalogue's rows. */
struct sentence {
    struct pass *run;
    const struct fault *fault;
    struct step *step;                  /* of the fault's value */
    enum catalogue id;
    struct words label, stated, allowed, hint;
    const char *member;                 /* to be added to the pointer */
    struct place place;
};

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

static void add_null_hint(struct sentence *s)
{
    unsigned types = types_of(s->step, s->fault);

    if (types >> TYPE_NULL & 1 && types != TYPES_ALL)
        words_add_phrase(&s->hint, PHRASE_NULL_FOR_BLANK);
}

static bool is_quoted_number(const cJSON *value)
{
    struct number number;

    return cJSON_IsString(value) && number_parse(value->valuestring,
        strlen(value->valuestring), &number);
}

/* What a value of this type and these types of JSON has to be; whether there
 * is more to say of it. */
static bool add_types_expected(struct sentence *s, const struct type_rule *rule,
    unsigned types)
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

static void add_expected(struct sentence *s, const struct type_rule *rule,
    unsigned types)
{
    if (!add_types_expected(s, rule, types))
        return;
    words_add_phrase(&s->hint, PHRASE_ALLOWED);
    words_add_phrase(&s->hint, rule->allowed);
}

static void fill_type(struct sentence *s)
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
    add_null_hint(s);
}

static void fill_value_type(struct sentence *s)
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
        fill_type(s);
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
        s->place = json_string_place(json, fault->value, fault->detail);
    } else if (string && value_type_is_figure(fault->type_rule->type)) {
        words_add_text(&s->stated, string);     /* digits: it is a number */
    } else {
        words_add_value(&s->stated, json, fault->value);
    }
    add_null_hint(s);
}

static void fill_enum(struct sentence *s)
{
    const struct fault *fault = s->fault;
    struct listing listing = { .words = &s->allowed };
    size_t length;
    const char *string = json_string(s->run->json, fault->value, &length);

    if (string)
        listing.nearest = nearest_to(string, length);
    words_add_stated(&s->stated, s->run->json, fault->value);
    listing_add_values(&listing, fault->node, fault->name);
    listing_end(&listing);
    if (!listing.nearest.name || listing.count == 1)
        return;
    words_add_phrase(&s->hint, PHRASE_PERHAPS);
    words_add_quoted(&s->hint, listing.nearest.name,
        strlen(listing.nearest.name));
}

/* The node of a member that is not there. */
static const struct schema_node *missing_node(const struct sentence *s)
{
    const struct schema_node *node = schema_member(s->fault->node,
        s->fault->name);

    return node ? node : schema_member(s->step->branch, s->fault->name);
}

static void add_missing(struct sentence *s)
{
    const struct schema_node *node = missing_node(s);

    label_add_member(&s->allowed, s->fault->name, node);
    if (node && schema_allows_type(node, cJSON_NULL)
        && node->types != TYPES_ALL)
        words_add_phrase(&s->hint, PHRASE_NULL_IF_NOTHING);
    s->member = s->fault->name;
}

static void fill_required(struct sentence *s)
{
    add_missing(s);
}

static void fill_dependent(struct sentence *s)
{
    const char *name = s->fault->other->string;

    label_add_member(&s->stated, name, schema_member(s->step->branch, name));
    add_missing(s);
}

/* The members that could still be added to an object. */
static void list_members(struct sentence *s, const struct schema_node *node)
{
    struct listing listing = { .words = &s->allowed };

    for (size_t k = 0; k < schema_member_count(node); k++) {
        const struct schema_member *member = schema_members(node, k);
        if (!step_lacks(s->run, s->step->up, node, k))
            continue;
        if (listing_next(&listing))
            label_add_member(listing.words, member->name, member->node);
    }
    listing_end(&listing);
}

static void fill_unknown(struct sentence *s)
{
    const struct schema_node *node = step_names(s->step->up, s->fault);
    size_t length;
    const char *name = json_name(s->run->json, s->fault->value, &length);

    words_add_quoted(&s->stated, name, length);
    s->place = json_name_place(s->run->json, s->fault->value);
    if (s->fault->name) {
        s->id = CATALOGUE_SHAPE_MISSPELT;
        label_add_member(&s->allowed, s->fault->name,
            schema_member(node, s->fault->name));
        return;
    }
    list_members(s, node);
    if (words_are_empty(&s->allowed))
        s->id = CATALOGUE_SHAPE_UNWANTED;
}

/* A description in the middle of a sentence has no full stop. */
static void add_unstopped(struct words *words, const char *text)
{
    const char *stop = phrase_text(PHRASE_FULL_STOP, LANGUAGE_ZH);
    size_t length = strlen(text);

    if (utf8_ends_with(text, stop) && length > strlen(stop))
        length -= strlen(stop);
    for (int k = 0; k < LANGUAGE_COUNT; k++)
        buffer_add(&words->text[k], text, length);
}

/* What a schema says of itself, or else the keyword's value. */
static void add_description(struct sentence *s,
    const struct schema_node *node)
{
    const char *description = step_says(s->step, "description");

    if (!description)
        description = schema_string(node, "description");
    if (description)
        add_unstopped(&s->allowed, description);
    else
        words_add_value(&s->allowed, node->resource->document->json,
            s->fault->check->json);
}

static void fill_pattern(struct sentence *s)
{
    words_add_stated(&s->stated, s->run->json, s->fault->value);
    add_description(s, s->fault->node);
    add_null_hint(s);
}

static void fill_format(struct sentence *s)
{
    const struct format *format = s->fault->check->format;

    words_add_stated(&s->stated, s->run->json, s->fault->value);
    words_add_phrase(&s->allowed, format->title);
    add_null_hint(s);
}

static void add_limit(struct sentence *s)
{
    words_add_value(&s->allowed,
        s->fault->node->resource->document->json, s->fault->check->json);
}

/* What keywords ask of a member's name, in front of their value. */
static const struct {
    enum keyword_id id;
    enum phrase words;
} name_words[] = {
    { KEYWORD_PATTERN, PHRASE_MATCHING },
    { KEYWORD_MIN_LENGTH, PHRASE_NO_SHORTER },
    { KEYWORD_MAX_LENGTH, PHRASE_NO_LONGER },
};

static void add_name_limit(struct sentence *s)
{
    const struct check *check = s->fault->check;
    size_t k = 0;

    while (k < sizeof name_words / sizeof *name_words
        && name_words[k].id != check->keyword->id)
        k++;
    if (k < sizeof name_words / sizeof *name_words)
        words_add_phrase(&s->allowed, name_words[k].words);
    else
        words_add_text(&s->allowed, check->keyword->name);
    if (k == sizeof name_words / sizeof *name_words)
        words_add_text(&s->allowed, " ");
    add_limit(s);
}

static void fill_name(struct sentence *s)
{
    const struct check *check = s->fault->check;
    const char *description = schema_string(s->fault->node, "description");
    struct listing listing = { .words = &s->allowed };
    size_t length;
    const char *name = json_name(s->run->json, s->fault->value, &length);

    words_add_quoted(&s->stated, name, length);
    s->place = json_name_place(s->run->json, s->fault->value);
    listing_add_values(&listing, s->fault->node, NULL);
    listing_end(&listing);
    if (listing.count)
        return;
    if (description)
        add_unstopped(&s->allowed, description);
    else if (check && check->keyword->id == KEYWORD_FORMAT)
        words_add_phrase(&s->allowed, check->format->title);
    else if (check)
        add_name_limit(s);
    else
        words_add_phrase(&s->allowed, PHRASE_NO_NAME);
}

static void fill_number(struct sentence *s)
{
    words_add_value(&s->stated, s->run->json, s->fault->value);
    add_limit(s);
    add_null_hint(s);
}

static void fill_count(struct sentence *s)
{
    words_add_count(&s->stated, s->fault->detail);
    add_limit(s);
    add_null_hint(s);
}

static void fill_min_length(struct sentence *s)
{
    if (s->fault->detail == 0)
        s->id = CATALOGUE_SHAPE_EMPTY_TEXT;
    fill_count(s);
}

static void fill_extra_item(struct sentence *s)
{
    words_add_count(&s->allowed, s->fault->detail);
}

static void fill_contains(struct sentence *s)
{
    const struct schema_node *node = s->fault->node;
    const char *title = schema_string(node->contains, "title");

    words_add_count(&s->stated, s->fault->detail);
    words_add_count(&s->allowed, s->fault->kind == FAULT_MIN_CONTAINS
        ? node->contains_least : node->contains_most);
    if (title)
        words_add_quoted(&s->hint, title, strlen(title));
    else
        words_add_phrase(&s->hint, PHRASE_WITH_THIS);
}

static void fill_unique(struct sentence *s)
{
    size_t index = 1;

    for (const cJSON *item = s->step->up->value->child;
        item && item != s->fault->other; item = item->next)
        index++;
    words_add_count(&s->allowed, index);
}

static void fill_not(struct sentence *s)
{
    const char *description = schema_string(s->fault->check->node,
        "description");

    words_add_stated(&s->stated, s->run->json, s->fault->value);
    if (!description)
        return;
    words_add_phrase(&s->hint, PHRASE_COLON);
    add_unstopped(&s->hint, description);
}

static void fill_nothing(struct sentence *s)
{
    (void)s;
}

static const struct {
    enum catalogue id;
    void (*fill)(struct sentence *sentence);
} sentences[FAULT_KIND_COUNT] = {
    [FAULT_FORBIDDEN] = { CATALOGUE_SHAPE_FORBIDDEN, fill_nothing },
    [FAULT_UNKNOWN] = { CATALOGUE_SHAPE_UNKNOWN, fill_unknown },
    [FAULT_EXTRA_ITEM] = { CATALOGUE_SHAPE_EXTRA_ITEM, fill_extra_item },
    [FAULT_TYPE] = { CATALOGUE_SHAPE_TYPE, fill_type },
    [FAULT_ENUM] = { CATALOGUE_SHAPE_ENUM, fill_enum },
    [FAULT_VALUE_TYPE] = { CATALOGUE_SHAPE_TYPE, fill_value_type },
    [FAULT_FORMAT] = { CATALOGUE_SHAPE_FORMAT, fill_format },
    [FAULT_NAME] = { CATALOGUE_SHAPE_NAME, fill_name },
    [FAULT_MINIMUM] = { CATALOGUE_SHAPE_MINIMUM, fill_number },
    [FAULT_MAXIMUM] = { CATALOGUE_SHAPE_MAXIMUM, fill_number },
    [FAULT_EXCLUSIVE_MINIMUM]
        = { CATALOGUE_SHAPE_EXCLUSIVE_MINIMUM, fill_number },
    [FAULT_EXCLUSIVE_MAXIMUM]
        = { CATALOGUE_SHAPE_EXCLUSIVE_MAXIMUM, fill_number },
    [FAULT_MULTIPLE_OF] = { CATALOGUE_SHAPE_MULTIPLE_OF, fill_number },
    [FAULT_MIN_LENGTH] = { CATALOGUE_SHAPE_MIN_LENGTH, fill_min_length },
    [FAULT_MAX_LENGTH] = { CATALOGUE_SHAPE_MAX_LENGTH, fill_count },
    [FAULT_PATTERN] = { CATALOGUE_SHAPE_PATTERN, fill_pattern },
    [FAULT_MIN_ITEMS] = { CATALOGUE_SHAPE_MIN_ITEMS, fill_count },
    [FAULT_MAX_ITEMS] = { CATALOGUE_SHAPE_MAX_ITEMS, fill_count },
    [FAULT_UNIQUE] = { CATALOGUE_SHAPE_UNIQUE, fill_unique },
    [FAULT_MIN_CONTAINS] = { CATALOGUE_SHAPE_MIN_CONTAINS, fill_contains },
    [FAULT_MAX_CONTAINS] = { CATALOGUE_SHAPE_MAX_CONTAINS, fill_contains },
    [FAULT_MIN_MEMBERS] = { CATALOGUE_SHAPE_MIN_MEMBERS, fill_count },
    [FAULT_MAX_MEMBERS] = { CATALOGUE_SHAPE_MAX_MEMBERS, fill_count },
    [FAULT_ONE_OF] = { CATALOGUE_SHAPE_ONE_OF, fill_nothing },
    [FAULT_NOT] = { CATALOGUE_SHAPE_NOT, fill_not },
    [FAULT_CIRCLE] = { CATALOGUE_SHAPE_CIRCLE, fill_nothing },
    [FAULT_DEPTH] = { CATALOGUE_SHAPE_DEPTH, fill_nothing },
    [FAULT_REQUIRED] = { CATALOGUE_SHAPE_REQUIRED, fill_required },
    [FAULT_DEPENDENT] = { CATALOGUE_SHAPE_DEPENDENT, fill_dependent },
};

/* Whether the sentence is about the object around the value. */
static bool is_about_object(const struct fault *fault)
{
    return fault->kind == FAULT_UNKNOWN || fault->kind == FAULT_NAME;
}

static void add_finding(const struct sentence *s,
    const struct buffer *pointer)
{
    const struct words *words[] = { &s->label, &s->stated, &s->allowed,
        &s->hint };

    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (words_failed(words[k]))
            findings_out_of_memory(s->run->findings);
    findings_add(s->run->findings, s->id, s->place, buffer_string(pointer),
        "label", words_get(&s->label, LANGUAGE_ZH),
        "stated", words_get(&s->stated, LANGUAGE_ZH),
        "allowed", words_get(&s->allowed, LANGUAGE_ZH),
        "hint", words_get(&s->hint, LANGUAGE_ZH),
        "label_en", words_get(&s->label, LANGUAGE_EN),
        "stated_en", words_get(&s->stated, LANGUAGE_EN),
        "allowed_en", words_get(&s->allowed, LANGUAGE_EN),
        "hint_en", words_get(&s->hint, LANGUAGE_EN), (char *)NULL);
}

void sentence_add(struct pass *run, const struct fault *fault,
    struct step *step, struct buffer *pointer)
{
    struct sentence s = { .run = run, .fault = fault, .step = step,
        .id = sentences[fault->kind].id, .label = WORDS_EMPTY,
        .place = json_place(run->json, fault->value) };
    size_t length = pointer->length;

    label_add(&s.label, is_about_object(fault) && step->up
        ? step->up : step);
    sentences[fault->kind].fill(&s);
    if (s.member)
        json_pointer_add(pointer, s.member);
    add_finding(&s, pointer);
    if (s.member && !pointer->failed) {
        pointer->length = length;
        pointer->bytes[length] = '\0';
    }
    words_free(&s.label);
    words_free(&s.stated);
    words_free(&s.allowed);
    words_free(&s.hint);
}
