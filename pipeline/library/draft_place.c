/*
 * jixiao_draft_look(): what a place of a draft is, and what it holds.
 */

#include <string.h>

#include "17_edit/change.h"
#include "17_edit/typed.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"
#include "library/draft_unit.h"

/* A place being told. */
struct looking {
    struct jixiao_draft *draft;
    struct findings *findings;
    struct target target;
    xmlNodePtr element;         /* NULL: the submission has none */
    struct jixiao_draft_place place;
    struct buffer where, words, list;
};

static enum jixiao_draft_value_state state_of(const struct looking *looking)
{
    if (looking->target.value)
        return cJSON_IsNull(looking->target.value) ? JIXIAO_DRAFT_BLANK
            : looking->element && node_overrides(looking->element)
                ? JIXIAO_DRAFT_OVERRIDDEN : JIXIAO_DRAFT_STATED;
    return looking->element && node_state(looking->element) == STATE_DERIVED
        ? JIXIAO_DRAFT_DERIVED : JIXIAO_DRAFT_ABSENT;
}

static const char *formula_of(const struct looking *looking)
{
    const char *code = looking->element
        ? node_attribute(looking->element, "formula") : NULL;

    if (!code && looking->element)
        code = node_overrides(looking->element);
    return code ? formulas_words(looking->draft->edition->formulas, code,
        LANGUAGE_ZH) : NULL;
}

/* As it is, or what people read for a choice. */
static void print_text(struct looking *looking)
{
    const struct target *target = &looking->target;
    const char *choice = typed_choices(target)
        ? cJSON_GetStringValue(target->value) : NULL;

    if (choice)
        buffer_add_string(&looking->words,
            schema_choice_words(target->node, choice));
    else
        node_print(looking->element, &looking->words);
}

/* What would be typed to state it again: all digits of a figure. */
static void print_words(struct looking *looking, enum value_type type)
{
    const struct jixiao_draft_place *place = &looking->place;
    struct figure figure = node_figure(looking->element,
        looking->draft->edition->style);

    if (value_type_is_figure(type) && !figure.value.blank)
        typed_print(value_in_unit(type, place->shown_unit
            ? place->shown_unit : place->unit, figure.value), false,
            &looking->words);
    else if (!value_type_is_figure(type))
        print_text(looking);
}

static bool look_at_leaf(struct looking *looking)
{
    struct jixiao_draft_place *place = &looking->place;
    enum value_type type = VALUE_TEXT;

    if (!typed_find(&looking->target, &type, &place->unit))
        return true;
    place->type = typed_choices(&looking->target) ? "choice"
        : value_type_name(type);
    if (!draft_shown_unit(looking->draft, place->pointer, &place->shown_unit,
            looking->findings))
        return false;
    place->formula = formula_of(looking);
    if (looking->element)
        print_words(looking, type);
    place->words = buffer_string(&looking->words);
    if (type == VALUE_TEXT)
        place->source = cJSON_GetStringValue(looking->target.value);
    return true;
}

static void look_around(struct looking *looking)
{
    const struct target *target = &looking->target;
    struct jixiao_draft_place *place = &looking->place;
    const struct schema_node *node = target->node;

    place->title = schema_text(node, SCHEMA_TITLE);
    place->description = schema_string(node, "description");
    place->type = target_is_list(target) ? "list" : "object";
    if (cJSON_IsArray(target->value))
        place->count = (size_t)cJSON_GetArraySize(target->value);
    if (target->in_list) {
        buffer_add(&looking->list, target->pointer,
            (size_t)(target->name - 1 - target->pointer));
        place->list = buffer_string(&looking->list);
        place->index = target->index;
    }
    place->state = state_of(looking);
    if (looking->element)
        where_print(looking->element, &looking->where);
    place->where = buffer_string(&looking->where);
}

/* The values that a leaf may have, or the kinds that entries of a list may be
 * of. */
static void tell_choices(const struct looking *looking,
    jixiao_draft_choice_visitor *choose, void *user)
{
    const struct target *target = &looking->target;
    const cJSON *choices = typed_choices(target), *choice;
    const struct schema_node *entry = target_is_list(target)
        ? schema_entry(target->node, 0) : NULL;

    cJSON_ArrayForEach(choice, choices) {
        const char *words = cJSON_IsString(choice) ? schema_choice_words(
            target->node, choice->valuestring) : NULL;
        if (words)
            choose(user, words, words);
    }
    if (!entry || !schema_text(entry, SCHEMA_TYPE)
        || !schema_member_count(entry))
        return;
    choose(user, "", schema_text(entry, SCHEMA_TITLE));
    for (size_t k = 0; k < schema_member_count(entry); k++) {
        const struct schema_member *member = schema_members(entry, k);
        choose(user, member->name, schema_text(member->node, SCHEMA_TITLE));
    }
}

bool jixiao_draft_look(struct jixiao_draft *draft, const char *pointer,
    jixiao_draft_place_visitor *visit, jixiao_draft_choice_visitor *choose,
    void *user, struct jixiao_findings *findings)
{
    struct looking looking = { .draft = draft,
        .findings = findings_inside(findings),
        .place = { .pointer = pointer } };
    bool found = target_find(draft_json(draft), draft->edition->schema,
        pointer, &looking.target) && looking.target.node;

    if (found) {
        looking.element = draft->set && !draft->json
            ? where_find(draft->set->submission, pointer) : NULL;
        look_around(&looking);
        found = look_at_leaf(&looking);
    }
    bool failed = looking.where.failed || looking.words.failed
        || looking.list.failed;
    if (failed)
        jixiao_findings_out_of_memory(findings);
    else if (found) {
        visit(user, &looking.place);
        tell_choices(&looking, choose, user);
    }
    buffer_free(&looking.where);
    buffer_free(&looking.words);
    buffer_free(&looking.list);
    return found && !failed;
}
