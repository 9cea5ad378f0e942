/* Faults in words. */

#include <stdio.h>
#include <string.h>

#include "0_base/nearest.h"
#include "0_base/utf8.h"
#include "2_schema/report.h"

/* Names or values that a sentence lists before it is cut. */
#define LISTED_MAX 12
#define BRANCH_DEPTH_MAX 8

/* A sentence in the making: the placeholders of the catalogue's rows. */
struct sentence {
    struct run *run;
    const struct fault *fault;
    struct step *step;                  /* of the fault's value */
    enum catalogue id;
    struct words label, stated, allowed, hint;
    const char *member;                 /* to be added to the pointer */
    struct place place;
};

static const char *const type_words[TYPE_COUNT][LANGUAGE_COUNT] = {
    [TYPE_NULL] = { "空白（null）", "a blank (null)" },
    [TYPE_BOOLEAN] = { "true 或 false", "true or false" },
    [TYPE_NUMBER] = { "数", "a number" },
    [TYPE_INTEGER] = { "整数", "a whole number" },
    [TYPE_STRING] = { "文字", "a text" },
    [TYPE_ARRAY] = { "列表 [ ]", "a list [ ]" },
    [TYPE_OBJECT] = { "一组成员 { }", "an object { }" },
};

/* What the schema says of a step's value in a keyword. */
static const char *said_of(const struct step *step, const char *keyword)
{
    const char *said = schema_string(step->node, keyword);

    return said ? said : schema_string(step->branch, keyword);
}

static const char *title_of(const struct step *step)
{
    return said_of(step, "title");
}

static bool is_entry(const struct step *step)
{
    return step->up && cJSON_IsArray(step->up->value);
}

/* Whether the data, and not the schema, gave the member its name. */
static bool is_map_entry(const struct step *step)
{
    return step->up && cJSON_IsObject(step->up->value)
        && !schema_member(step->up->branch, step->value->string);
}

/* A list's entry: by the member that names it (x-key), or its number. */
static void add_entry_label(struct words *label, const struct step *step)
{
    const char *title = title_of(step->up);
    const char *key = said_of(step->up, "x-key");
    const char *name = key ? cJSON_GetStringValue(
        cJSON_GetObjectItemCaseSensitive(step->value, key)) : NULL;

    if (!title)
        title = title_of(step);
    if (title)
        words_add_text(label, title);
    else if (step->up->up && step->up->value->string)
        words_add_quoted(label, step->up->value->string,
            strlen(step->up->value->string));
    if (name && *name) {
        words_add_quoted(label, name, strlen(name));
    } else {
        words_add(label, "第", words_are_empty(label) ? "no. " : " no. ");
        words_add_count(label, step->index + 1);
        words_add(label, "项", "");
    }
}

static void add_own_label(struct words *label, const struct step *step)
{
    const char *title = title_of(step);

    if (is_entry(step)) {
        add_entry_label(label, step);
        return;
    }
    if (title)
        words_add_text(label, title);
    else if (!step->up)
        words_add(label, "数据", "the data");
    if (step->up && (!title || is_map_entry(step)))
        words_add_quoted(label, step->value->string,
            strlen(step->value->string));
}

/* Whether a label needs that of the value around it: 2023年决算数 stands in
 * every row, 三公经费的2023年决算数 does not. */
static bool needs_around(const struct step *step)
{
    const struct step *around = step->up;
    const char *own = title_of(step);
    const char *title = around ? title_of(around) : NULL;

    if (!around || !around->up || is_entry(step) || is_map_entry(step))
        return false;
    if (is_entry(around) || is_map_entry(around))
        return true;
    return title && !(own && strcmp(own, title) == 0);
}

/* English puts the two the other way round. */
static void add_label(struct words *label, const struct step *step)
{
    struct words own = WORDS_EMPTY;

    if (!needs_around(step)) {
        add_own_label(label, step);
        return;
    }
    add_own_label(&own, step);
    buffer_add_string(&label->text[LANGUAGE_EN],
        words_get(&own, LANGUAGE_EN));
    buffer_add_string(&label->text[LANGUAGE_EN], " of ");
    add_own_label(label, step->up);
    buffer_add_string(&label->text[LANGUAGE_ZH], "的");
    buffer_add_string(&label->text[LANGUAGE_ZH],
        words_get(&own, LANGUAGE_ZH));
    label->text[LANGUAGE_ZH].failed |= words_failed(&own);
    words_free(&own);
}

/* “final”（2023年决算数） */
static void add_member(struct words *words, const char *name,
    const struct schema_node *node)
{
    const char *title = schema_string(node, "title");

    words_add_quoted(words, name, strlen(name));
    if (!title)
        return;
    words_add(words, "（", " (");
    words_add_text(words, title);
    words_add(words, "）", ")");
}

static void add_separator(struct words *words, size_t k, size_t count)
{
    if (k == 0)
        return;
    if (k + 1 == count)
        words_add(words, "或", " or ");
    else
        words_add(words, "、", ", ");
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
        words_add(words, type_words[type][LANGUAGE_ZH],
            type_words[type][LANGUAGE_EN]);
    }
}

static unsigned types_of(const struct step *step, const struct fault *fault)
{
    unsigned types = TYPES_ALL;

    if (step->node)
        types &= node_types(step->node, BRANCH_DEPTH_MAX);
    if (fault->value == step->value && fault->kind != FAULT_UNKNOWN)
        types &= node_types(fault->node, BRANCH_DEPTH_MAX);
    return types;
}

static void add_null_hint(struct sentence *s)
{
    unsigned types = types_of(s->step, s->fault);

    if (types >> TYPE_NULL & 1 && types != TYPES_ALL)
        words_add(&s->hint, "；留空填 null", "; null for a blank");
}

static bool is_quoted_number(const cJSON *value)
{
    struct number number;

    return cJSON_IsString(value) && number_parse(value->valuestring,
        strlen(value->valuestring), &number);
}

/* What a value of this type and these types of JSON has to be. */
static void add_expected(struct sentence *s, const struct type_rule *rule,
    unsigned types)
{
    const unsigned containers = 1u << TYPE_ARRAY | 1u << TYPE_OBJECT;
    unsigned scalars = types & ~(1u << TYPE_NULL);

    if (!rule || (types & containers && types != TYPES_ALL)) {
        add_types(&s->allowed, types);
        return;
    }
    if (rule->type == VALUE_AMOUNT && !(scalars >> TYPE_STRING & 1))
        add_types(&s->allowed, 1u << TYPE_NUMBER);
    else
        words_add(&s->allowed, rule->expected[LANGUAGE_ZH],
            rule->expected[LANGUAGE_EN]);
    if (rule->type == VALUE_TEXT || rule->type == VALUE_TOKEN)
        return;
    words_add(&s->hint, "；允许：", "; allowed: ");
    words_add(&s->hint, rule->allowed[LANGUAGE_ZH],
        rule->allowed[LANGUAGE_EN]);
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
        types = node_types(fault->node, BRANCH_DEPTH_MAX);
    words_add_stated(&s->stated, s->run->json, fault->value);
    if (is_quoted_number(fault->value) && !(types >> TYPE_STRING & 1)
        && types >> TYPE_INTEGER & 1)
        words_add(&s->hint, "；请去掉数两边的引号",
            "; take the quotes off the number");
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
    words_add(&s->allowed, fault->type_rule->allowed[LANGUAGE_ZH],
        fault->type_rule->allowed[LANGUAGE_EN]);
    if (fault->type_fault == TYPE_FAULT_CHARACTER) {
        char code[8];
        snprintf(code, sizeof code, "U+%04X",
            (unsigned char)string[fault->detail]);
        words_add_text(&s->stated, code);
        s->place = json_string_place(json, fault->value, fault->detail);
    } else if (string && value_type_is_figure(fault->type_rule->type)) {
        words_add_text(&s->stated, string);     /* digits: it is a number */
    } else {
        words_add_value(&s->stated, json, fault->value);
    }
    add_null_hint(s);
}

/* Values that a schema lists, on their way into a sentence. */
struct listing {
    struct words *words;
    struct nearest nearest;
    size_t count;
};

static void list_value(struct listing *listing, const struct json *json,
    const cJSON *value)
{
    if (listing->count < LISTED_MAX) {
        if (listing->count)
            words_add(listing->words, "、", ", ");
        words_add_value(listing->words, json, value);
    }
    listing->count++;
    /* A sign such as = is near to any other one. */
    if (cJSON_IsString(value) && listing->nearest.word
        && utf8_read(value->valuestring, strlen(value->valuestring), NULL)
            < strlen(value->valuestring))
        nearest_try(&listing->nearest, value->valuestring);
}

/* The values that a node lets in, or those of one of its members. */
static void list_values(struct listing *listing,
    const struct schema_node *node, const char *member, unsigned depth)
{
    if (member) {
        const struct schema_node *inner = schema_member(node, member);
        if (inner)
            list_values(listing, inner, NULL, depth);
        if (inner)
            return;
    }
    for (; node; node = node->ref) {
        const struct json *json = node->resource->document->json;
        for (size_t k = 0; k < node->check_count; k++) {
            const struct check *check = &node->checks[k];
            const cJSON *value;
            if (check->keyword->check == check_const && !member)
                list_value(listing, json, check->json);
            if (check->keyword->check == check_enum && !member)
                cJSON_ArrayForEach(value, check->json)
                    list_value(listing, json, value);
            if (depth && (check->keyword->check == check_any_of
                || check->keyword->check == check_one_of))
                for (size_t b = 0; b < check->branches.count; b++)
                    list_values(listing, check->branches.nodes[b], member,
                        depth - 1);
        }
    }
}

static void end_listing(struct listing *listing)
{
    if (listing->count > LISTED_MAX) {
        words_add(listing->words, " 等 ", " and others, ");
        words_add_count(listing->words, listing->count);
        words_add(listing->words, " 个", " in all");
    }
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
    list_values(&listing, fault->node, fault->name, BRANCH_DEPTH_MAX);
    end_listing(&listing);
    if (!listing.nearest.name || listing.count == 1)
        return;
    words_add(&s->hint, "；是否应为", "; perhaps ");
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

    add_member(&s->allowed, s->fault->name, node);
    if (node && schema_allows_type(node, cJSON_NULL)
        && node_types(node, BRANCH_DEPTH_MAX) != TYPES_ALL)
        words_add(&s->hint, "，没有内容的填 null", ", null for a blank");
    s->member = s->fault->name;
}

static void fill_required(struct sentence *s)
{
    add_missing(s);
}

static void fill_dependent(struct sentence *s)
{
    const char *name = s->fault->other->string;

    add_member(&s->stated, name, schema_member(s->step->branch, name));
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
        if (listing.count < LISTED_MAX) {
            if (listing.count)
                words_add(listing.words, "、", ", ");
            add_member(listing.words, member->name, member->node);
        }
        listing.count++;
    }
    end_listing(&listing);
}

static void fill_unknown(struct sentence *s)
{
    const struct schema_node *node = s->step->up->branch;
    const char *name = s->fault->value->string;

    if (!schema_member_count(node))
        node = s->fault->node;
    words_add_quoted(&s->stated, name, strlen(name));
    s->place = json_name_place(s->run->json, s->fault->value);
    if (s->fault->name) {
        s->id = CATALOGUE_SHAPE_MISSPELT;
        add_member(&s->allowed, s->fault->name,
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
    static const char stop[] = "。";
    const size_t stop_length = sizeof stop - 1;
    size_t length = strlen(text);

    if (length > stop_length
        && strcmp(text + length - stop_length, stop) == 0)
        length -= stop_length;
    for (int k = 0; k < LANGUAGE_COUNT; k++)
        buffer_add(&words->text[k], text, length);
}

/* What a schema says of itself, or else the keyword's value. */
static void add_description(struct sentence *s,
    const struct schema_node *node)
{
    const char *description = said_of(s->step, "description");

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
    words_add(&s->allowed, format->title[LANGUAGE_ZH],
        format->title[LANGUAGE_EN]);
    add_null_hint(s);
}

static void add_limit(struct sentence *s)
{
    words_add_value(&s->allowed,
        s->fault->node->resource->document->json, s->fault->check->json);
}

/* What keywords ask of a member's name, in front of their value. */
static const struct {
    bool (*check)(struct run *, const struct frame *, const struct check *);
    const char *words[LANGUAGE_COUNT];
} name_words[] = {
    { check_pattern, { "合于正则表达式 ", "what matches " } },
    { check_min_length, { "字数不少于 ", "no fewer characters than " } },
    { check_max_length, { "字数不多于 ", "no more characters than " } },
};

static void add_name_limit(struct sentence *s)
{
    const struct check *check = s->fault->check;
    size_t k = 0;

    while (k < sizeof name_words / sizeof *name_words
        && name_words[k].check != check->keyword->check)
        k++;
    if (k < sizeof name_words / sizeof *name_words)
        words_add(&s->allowed, name_words[k].words[LANGUAGE_ZH],
            name_words[k].words[LANGUAGE_EN]);
    else
        words_add_text(&s->allowed, check->keyword->name);
    if (k == sizeof name_words / sizeof *name_words)
        words_add_text(&s->allowed, " ");
    add_limit(s);
}

static void fill_name(struct sentence *s)
{
    const struct check *check = s->fault->check;
    const char *name = s->fault->value->string;
    const char *description = schema_string(s->fault->node, "description");
    struct listing listing = { .words = &s->allowed };

    words_add_quoted(&s->stated, name, strlen(name));
    s->place = json_name_place(s->run->json, s->fault->value);
    list_values(&listing, s->fault->node, NULL, BRANCH_DEPTH_MAX);
    end_listing(&listing);
    if (listing.count)
        return;
    if (description)
        add_unstopped(&s->allowed, description);
    else if (check && check->keyword->check == check_format)
        words_add(&s->allowed, check->format->title[LANGUAGE_ZH],
            check->format->title[LANGUAGE_EN]);
    else if (check)
        add_name_limit(s);
    else
        words_add(&s->allowed, "没有", "none");
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
    words_add_text(&s->hint, title ? title : "");
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
    words_add(&s->hint, "：", ": ");
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

void sentence_add(struct run *run, const struct fault *fault,
    struct step *step, struct buffer *pointer)
{
    struct sentence s = { .run = run, .fault = fault, .step = step,
        .id = sentences[fault->kind].id, .label = WORDS_EMPTY,
        .place = json_place(run->json, fault->value) };
    size_t length = pointer->length;

    add_label(&s.label, is_about_object(fault) && step->up
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
