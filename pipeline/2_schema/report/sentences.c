/* Puts the faults of a file into words, as findings. */

#include "2_schema/report/sentences.h"

#include <string.h>

static void fill_enum(struct fault_sentence *s)
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

/* What the schema that has the keyword says of itself, or that of the member
 * around it; or else the keyword's value. */
static void add_description(struct fault_sentence *s,
    const struct schema_node *node)
{
    const char *description = schema_string(node, "description");

    if (!description)
        description = step_says(s->step, "description");
    if (description)
        words_add_unstopped(&s->allowed, description);
    else
        words_add_value(&s->allowed, node->resource->document->json,
            s->fault->check->json);
}

static void fill_pattern(struct fault_sentence *s)
{
    words_add_stated(&s->stated, s->run->json, s->fault->value);
    add_description(s, s->fault->node);
    fault_hint_null(s);
}

static void fill_format(struct fault_sentence *s)
{
    const struct format *format = s->fault->check->format;

    words_add_stated(&s->stated, s->run->json, s->fault->value);
    words_add_phrase(&s->allowed, format->title);
    fault_hint_null(s);
}

static void fill_number(struct fault_sentence *s)
{
    words_add_value(&s->stated, s->run->json, s->fault->value);
    fault_add_limit(s);
    fault_hint_null(s);
}

static void fill_count(struct fault_sentence *s)
{
    words_add_count(&s->stated, s->fault->detail);
    fault_add_limit(s);
    fault_hint_null(s);
}

static void fill_min_length(struct fault_sentence *s)
{
    if (s->fault->detail == 0)
        s->id = CATALOGUE_SHAPE_EMPTY_TEXT;
    fill_count(s);
}

static void fill_extra_item(struct fault_sentence *s)
{
    words_add_count(&s->allowed, s->fault->detail);
}

static void fill_contains(struct fault_sentence *s)
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

static void fill_unique(struct fault_sentence *s)
{
    size_t index = 1;

    for (const cJSON *item = s->step->up->value->child;
        item && item != s->fault->other; item = item->next)
        index++;
    words_add_count(&s->allowed, index);
}

static void fill_not(struct fault_sentence *s)
{
    const char *description = schema_string(s->fault->check->node,
        "description");

    words_add_stated(&s->stated, s->run->json, s->fault->value);
    if (!description)
        return;
    words_add_phrase(&s->hint, PHRASE_COLON);
    words_add_unstopped(&s->hint, description);
}

static void fill_nothing(struct fault_sentence *s)
{
    (void)s;
}

static const struct {
    enum catalogue id;
    void (*fill)(struct fault_sentence *sentence);
} sentences[FAULT_KIND_COUNT] = {
    [FAULT_FORBIDDEN] = { CATALOGUE_SHAPE_FORBIDDEN, fill_nothing },
    [FAULT_UNKNOWN] = { CATALOGUE_SHAPE_UNKNOWN, fault_fill_unknown },
    [FAULT_EXTRA_ITEM] = { CATALOGUE_SHAPE_EXTRA_ITEM, fill_extra_item },
    [FAULT_TYPE] = { CATALOGUE_SHAPE_TYPE, fault_fill_type },
    [FAULT_ENUM] = { CATALOGUE_SHAPE_ENUM, fill_enum },
    [FAULT_VALUE_TYPE] = { CATALOGUE_SHAPE_TYPE, fault_fill_value_type },
    [FAULT_FORMAT] = { CATALOGUE_SHAPE_FORMAT, fill_format },
    [FAULT_NAME] = { CATALOGUE_SHAPE_NAME, fault_fill_name },
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
    [FAULT_REQUIRED] = { CATALOGUE_SHAPE_REQUIRED, fault_fill_required },
    [FAULT_DEPENDENT] = { CATALOGUE_SHAPE_DEPENDENT, fault_fill_dependent },
};

/* Whether the sentence is about the object around the value. */
static bool is_about_object(const struct fault *fault)
{
    return fault->kind == FAULT_UNKNOWN || fault->kind == FAULT_NAME;
}

static void add_finding(const struct fault_sentence *s,
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

void fault_tell(struct pass *run, const struct fault *fault,
    struct step *step, struct buffer *pointer)
{
    struct fault_sentence s = { .run = run, .fault = fault, .step = step,
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
