/*
 * Each kind of change: whether it can be made there, and how.
 */

#include "17_edit/change.h"

#include <string.h>

#include "0_base/json_string.h"
#include "0_base/utf8.h"
#include "13_pull/excerpt.h"
#include "17_edit/answers.h"
#include "17_edit/quoting.h"
#include "17_edit/renumber_texts.h"
#include "17_edit/typed.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"

static const struct place nowhere = { 0, 0 };

static bool refuse(const struct changing *changing,
    const struct change *change, enum catalogue id)
{
    findings_add(changing->findings, id, nowhere, change->pointer, NULL);
    return false;
}

/* --- values --------------------------------------------------------------- */

const char *change_formula(xmlDocPtr submission, const char *pointer)
{
    xmlNodePtr leaf = submission ? where_find(submission, pointer) : NULL;

    return leaf && node_state(leaf) == STATE_DERIVED
        ? node_attribute(leaf, "formula") : NULL;
}

static bool refuse_derived(const struct changing *changing,
    const struct change *change, const char *code)
{
    const char *words[LANGUAGE_COUNT];

    for (int k = 0; k < LANGUAGE_COUNT; k++)
        words[k] = formulas_words(changing->formulas, code,
            (enum language)k);
    findings_add(changing->findings, CATALOGUE_EDIT_DERIVED, nowhere,
        change->pointer, "formula", code,
        "words", words[LANGUAGE_ZH] ? words[LANGUAGE_ZH] : "",
        "words_en", words[LANGUAGE_EN] ? words[LANGUAGE_EN] : "", NULL);
    return false;
}

/* A place that a value can be stated in: a leaf, which no formula fills, unless
 * it is stated against that. */
static bool find_leaf(struct changing *changing, const struct change *change,
    struct target *target)
{
    enum value_type type;
    const char *unit, *code = changing->has_moved || change->against ? NULL
        : change_formula(changing->submission, change->pointer);
    bool found = editing_find(&changing->editing, change->pointer, target)
        && typed_find(target, &type, &unit) && editing_has_place(target);

    if (changing->editing.failed)
        return false;
    if (found && code)
        return refuse_derived(changing, change, code);
    if (found && target->value && target->value->child)
        found = false;
    return found || refuse(changing, change, CATALOGUE_EDIT_NO_PLACE);
}

static bool write_literal(struct changing *changing,
    const struct target *target, struct buffer *literal)
{
    struct editing *editing = &changing->editing;
    bool good = !literal->failed
        && editing_write(editing, target, buffer_string(literal));

    editing->failed = editing->failed || literal->failed;
    buffer_free(literal);
    return good;
}

static bool is_required(const struct target *target)
{
    struct buffer name = BUFFER_EMPTY;

    target_add_name(target->name, &name);
    bool is = schema_requires(target->around, buffer_string(&name));
    buffer_free(&name);
    return is;
}

static bool clear(struct changing *changing, const struct change *change);

static bool set(struct changing *changing, const struct change *change)
{
    struct buffer literal = BUFFER_EMPTY, understood = BUFFER_EMPTY;
    struct target target;

    if (utf8_is_blank(change->words))
        return clear(changing, change);
    if (!find_leaf(changing, change, &target))
        return false;
    bool good = typed_read(&(struct typed_place){ &target, change->shown,
        changing->lexicon }, change->words, &literal, &understood,
        changing->findings);
    if (good && understood.length > 0)
        findings_add(changing->understood, CATALOGUE_EDIT_UNDERSTOOD,
            nowhere, change->pointer, "words", buffer_string(&understood),
            NULL);
    changing->editing.failed = changing->editing.failed || literal.failed
        || understood.failed;
    buffer_free(&understood);
    if (good)
        return write_literal(changing, &target, &literal);
    buffer_free(&literal);
    return false;
}

static bool set_text(struct changing *changing, const struct change *change)
{
    struct buffer literal = BUFFER_EMPTY;
    struct target target;
    enum value_type type;
    const char *unit;

    if (utf8_is_blank(change->words))
        return clear(changing, change);
    if (!find_leaf(changing, change, &target))
        return false;
    if (!typed_find(&target, &type, &unit) || type != VALUE_TEXT)
        return refuse(changing, change, CATALOGUE_EDIT_NO_TEXT);
    json_string_add(change->words, &literal);
    return write_literal(changing, &target, &literal);
}

static bool set_null(struct changing *changing, const struct change *change)
{
    struct buffer literal = BUFFER_EMPTY;
    struct target target;

    if (!find_leaf(changing, change, &target))
        return false;
    buffer_add_string(&literal, "null");
    return write_literal(changing, &target, &literal);
}

/* What has to be there is blank; an entry is not cleared, but removed. */
static bool clear(struct changing *changing, const struct change *change)
{
    struct target target;

    if (!editing_find(&changing->editing, change->pointer, &target)
        || !target.node || !target.holder)
        return !changing->editing.failed
            && refuse(changing, change, CATALOGUE_EDIT_NO_PLACE);
    if (!target.value)
        return true;
    if (target.in_list)
        return refuse(changing, change, CATALOGUE_EDIT_ENTRY);
    if (is_required(&target))
        return set_null(changing, change);
    return editing_remove(&changing->editing, &target);
}

static bool quote(struct changing *changing, const struct change *change)
{
    struct buffer text = BUFFER_EMPTY, literal = BUFFER_EMPTY;
    struct target target;

    if (!find_leaf(changing, change, &target))
        return false;
    const char *source = cJSON_GetStringValue(target.value);
    bool good = source && quoting_write(&(struct quoting){ source,
        change->figure, change->reference, changing->submission ? where_find(
            changing->submission, change->pointer) : NULL }, &text);
    if (good)
        json_string_add(buffer_string(&text), &literal);
    changing->editing.failed = changing->editing.failed || text.failed;
    buffer_free(&text);
    return good ? write_literal(changing, &target, &literal)
        : !changing->editing.failed
            && refuse(changing, change, CATALOGUE_EDIT_NO_QUOTE);
}

/* --- entries -------------------------------------------------------------- */

static bool told(struct changing *changing, const struct change *change,
    enum entries_fault fault)
{
    static const enum catalogue ids[] = {
        [ENTRIES_NO_LIST] = CATALOGUE_EDIT_NO_LIST,
        [ENTRIES_NO_ENTRY] = CATALOGUE_EDIT_NO_ENTRY,
        [ENTRIES_NO_KIND] = CATALOGUE_EDIT_NO_KIND,
    };

    changing->has_moved = true;
    if (fault == ENTRIES_FAILED)
        changing->editing.failed = true;
    else if (fault != ENTRIES_GOOD)
        refuse(changing, change, ids[fault]);
    return fault == ENTRIES_GOOD;
}

/* Into a map: what it is called makes the entry. */
static bool insert_named(struct changing *changing,
    const struct change *change, const char *pointer)
{
    struct change named = *change;

    named.kind = CHANGE_SET;
    named.pointer = pointer;
    return set(changing, &named);
}

static bool insert(struct changing *changing, const struct change *change)
{
    struct buffer pointer = BUFFER_EMPTY;
    bool is_named = !utf8_is_blank(change->words)
        && entries_name(&changing->editing, change->pointer, &pointer);
    bool good = is_named
        && insert_named(changing, change, buffer_string(&pointer));

    buffer_free(&pointer);
    if (is_named)
        return good;
    return told(changing, change, entries_insert(&changing->editing,
        change->pointer, change->entry));
}

static bool remove_entry(struct changing *changing,
    const struct change *change)
{
    return told(changing, change, entries_remove(&changing->editing,
        change->pointer));
}

static bool move(struct changing *changing, const struct change *change)
{
    return told(changing, change, entries_move(&changing->editing,
        change->from, change->pointer));
}

static bool set_none(struct changing *changing, const struct change *change)
{
    struct buffer literal = BUFFER_EMPTY;
    struct target target;

    changing->has_moved = true;
    if (!editing_find(&changing->editing, change->pointer, &target)
        || !schema_entry(target.node, 0) || !editing_has_place(&target))
        return !changing->editing.failed
            && refuse(changing, change, CATALOGUE_EDIT_NO_LIST);
    buffer_add_string(&literal, "[]");
    return write_literal(changing, &target, &literal);
}

static bool answer(struct changing *changing, const struct change *change)
{
    return told(changing, change, answers_write(&changing->editing,
        change->code, change->pointer, change->words));
}

bool change_make(struct changing *changing, const struct change *change)
{
    static bool (*const makers[CHANGE_KIND_COUNT])(
        struct changing *changing, const struct change *change) = {
        [CHANGE_SET] = set,
        [CHANGE_TEXT] = set_text,
        [CHANGE_NULL] = set_null,
        [CHANGE_CLEAR] = clear,
        [CHANGE_INSERT] = insert,
        [CHANGE_REMOVE] = remove_entry,
        [CHANGE_MOVE] = move,
        [CHANGE_NONE] = set_none,
        [CHANGE_QUOTE] = quote,
        [CHANGE_ANSWER] = answer,
    };
    bool good = makers[change->kind](changing, change);

    if (changing->editing.failed)
        findings_out_of_memory(changing->findings);
    return good && !changing->editing.failed;
}

bool change_finish(struct changing *changing)
{
    bool good = renumber_texts(&changing->editing, changing->submission,
        changing->findings);

    if (changing->editing.failed)
        findings_out_of_memory(changing->findings);
    return good && !changing->editing.failed;
}
