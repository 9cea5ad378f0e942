/* Replaces the references in texts by what they print. */

#include "5_references/references.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "0_base/phrases.h"
#include "0_base/signs.h"
#include "0_base/utf8.h"
#include "3_transform/submission.h"
#include "5_references/notation.h"
#include "5_references/path.h"

/* Kept in a leaf's _private, which nobody else uses. */
static char in_progress, resolved;

struct resolver {
    struct print_style style;
    const struct json *json;
    struct findings *findings;
    struct json_cursor cursor;  /* in the text where something was found last */
};

/* One reference being read. */
struct reference {
    struct resolver *resolver;
    xmlNodePtr text;            /* the leaf it stands in */
    size_t offset;              /* of its braces in the leaf's content */
    char *source;               /* between the braces; cut up while reading */
    char *path;
    char *notations;            /* what follows the path; "" for none */
    struct buffer *before;      /* text that is not in the leaf yet */
    bool clashes;               /* a notation with the one before it */
};

static void resolve_leaf(struct resolver *resolver, xmlNodePtr leaf);

/* blank: the pointer of the value that is blank, or NULL. */
static void report_with_blank(const struct reference *reference,
    enum catalogue id, const char *what, const char *allowed, const char *blank)
{
    const struct catalogue_row *row = catalogue_get(id);
    struct resolver *resolver = reference->resolver;
    const char *src = node_attribute(reference->text, "src");
    const cJSON *value = json_at(resolver->json, src);
    enum phrase why = reference->clashes ? PHRASE_NOTATION_CLASHES
        : PHRASE_NOTATION_UNFIT;
    struct place place = value && cJSON_IsString(value)
        ? json_string_place(resolver->json, value, reference->offset,
            &resolver->cursor)
        : json_place_at(resolver->json, src);

    findings_add_as(resolver->findings, id, &(struct finding){
            .code = row->code, .level = row->level, .place = place,
            .pointer = src, .basis = row->basis, .blank = blank }, NULL,
        "path", reference->path ? reference->path : "", "what", what,
        "allowed", allowed, "why", phrase_text(why, LANGUAGE_ZH),
        "why_en", phrase_text(why, LANGUAGE_EN), NULL);
}

static void report_reference(const struct reference *reference,
    enum catalogue id, const char *what, const char *allowed)
{
    report_with_blank(reference, id, what, allowed, NULL);
}

static const char *notation_name(enum phrase notation)
{
    return phrase_text(notation, LANGUAGE_ZH);
}

static bool is_notation(const char *stated, enum phrase notation)
{
    return strcmp(stated, notation_name(notation)) == 0;
}

static bool print_figure_leaf(struct reference *reference, xmlNodePtr leaf,
    struct buffer *out)
{
    const struct print_style style = reference->resolver->style;
    struct figure figure = node_figure(leaf, style), alone = figure;
    char *rest = reference->notations, *notation;

    figure.with_unit = true;
    while ((notation = notation_next(&rest)) != NULL) {
        if (!figure_apply_notation(&figure, notation, style)) {
            reference->clashes = figure_apply_notation(&alone, notation,
                style);
            report_reference(reference, CATALOGUE_REFERENCE_NOTATION, notation,
                value_type_name(figure.type));
            return false;
        }
    }
    figure_print(&figure, out);
    return true;
}

/* Append the words of a leaf, its own references resolved first. */
static bool add_words(struct reference *reference, xmlNodePtr leaf,
    struct buffer *out)
{
    if (leaf->_private == &in_progress) {
        report_reference(reference, CATALOGUE_REFERENCE_CIRCLE, "", "");
        return false;
    }
    resolve_leaf(reference->resolver, leaf);
    node_print(leaf, out);
    return true;
}

static bool print_words_leaf(struct reference *reference, xmlNodePtr leaf,
    struct buffer *out)
{
    if (reference->notations) {
        report_reference(reference, CATALOGUE_REFERENCE_NOTATION,
            notation_trim(reference->notations), "text");
        return false;
    }
    return add_words(reference, leaf, out);
}

/* An object in a reference is its x-value member; other nodes themselves. */
static xmlNodePtr stand_in(xmlNodePtr node)
{
    const char *name;

    while (node && (name = node_attribute(node, "stands-for")) != NULL)
        node = node_child(node, name);
    return node;
}

/* False, with a finding, where an entry is a group without an x-value
 * member. */
static bool join_entries(struct reference *reference, xmlNodePtr list,
    struct buffer *out)
{
    for (xmlNodePtr entry = xmlFirstElementChild(list); entry;
        entry = xmlNextElementSibling(entry)) {
        enum value_type type;
        xmlNodePtr leaf = stand_in(entry);
        if (!leaf || !node_value_type(leaf, &type)) {
            report_reference(reference, CATALOGUE_REFERENCE_NOTATION,
                notation_name(PHRASE_NOTATION_JOINED), "list");
            return false;
        }
        if (xmlPreviousElementSibling(entry))
            buffer_add_string(out, SIGN_AND);
        if (!add_words(reference, leaf, out))
            return false;
    }
    return true;
}

/* A list that is blank has no count: blank is not zero. */
static void count_entries(xmlNodePtr list, bool with_unit, struct buffer *out)
{
    const char *unit = node_attribute(list, "unit");

    if (node_state(list) == STATE_NULL || node_state(list) == STATE_ABSENT)
        return;
    buffer_printf(out, "%lu", xmlChildElementCount(list));
    if (with_unit && unit)
        buffer_add_string(out, unit);
}

static bool print_list(struct reference *reference, xmlNodePtr list,
    struct buffer *out)
{
    char *rest = reference->notations;
    char *notation = notation_next(&rest);
    char *second = notation_next(&rest);
    bool bare = second && is_notation(second, PHRASE_NOTATION_BARE);

    if (!notation || (is_notation(notation, PHRASE_NOTATION_JOINED)
            && !second))
        return join_entries(reference, list, out);
    if (is_notation(notation, PHRASE_NOTATION_COUNT) && (bare || !second)
        && !rest) {
        count_entries(list, !bare, out);
        return true;
    }
    report_reference(reference, CATALOGUE_REFERENCE_NOTATION, notation, "list");
    return false;
}

static bool print_target(struct reference *reference, xmlNodePtr target,
    struct buffer *out)
{
    const char *type = node_attribute(target, "type");
    enum value_type leaf_type;

    if (type && strcmp(type, "list") == 0)
        return print_list(reference, target, out);
    if (!node_value_type(target, &leaf_type)) {
        xmlNodePtr first = xmlFirstElementChild(target);
        report_reference(reference, CATALOGUE_REFERENCE_GROUP,
            first ? (const char *)first->name : "", "");
        return false;
    }
    return value_type_is_figure(leaf_type)
        ? print_figure_leaf(reference, target, out)
        : print_words_leaf(reference, target, out);
}

/* Moves the text gathered so far into the leaf. */
static void add_text(struct resolver *resolver, xmlNodePtr leaf,
    struct buffer *text)
{
    if (text->failed || (text->length
        && !node_add_text(leaf, buffer_string(text), text->length)))
        findings_out_of_memory(resolver->findings);
    buffer_clear(text);
}

/* Adds the `reference` element: the target's attributes and the words. */
static void add_element(const struct reference *reference,
    xmlNodePtr target, const struct buffer *words)
{
    static const char *const copied[] = { "type", "state", "value",
        "formula" };

    add_text(reference->resolver, reference->text, reference->before);
    xmlNodePtr element = node_add(reference->text, SUBMISSION_REFERENCE);
    const char *label = node_attribute(target, "label");
    bool good = element && !words->failed
        && node_add_text(element, buffer_string(words), words->length)
        && node_add_attribute(element, "src", node_attribute(target, "src"))
        && (!label || node_add_own_label(element, label));
    for (size_t k = 0; good && k < sizeof copied / sizeof *copied; k++) {
        const char *value = node_attribute(target, copied[k]);
        good = !value || node_add_attribute(element, copied[k], value);
    }
    if (!good)
        findings_out_of_memory(reference->resolver->findings);
}

/* Where a figure could not be calculated, the finding points at what has to be
 * filled in. */
static void report_blank(const struct reference *reference,
    xmlNodePtr target)
{
    bool awaits = node_state(target) == STATE_ABSENT
        && node_attribute(target, "awaited");

    report_with_blank(reference, awaits ? CATALOGUE_REFERENCE_AWAITS
        : CATALOGUE_REFERENCE_BLANK, "", "",
        node_attribute(target, awaits ? "lacks" : "src"));
}

/* For an entry that does not exist, such as a project that was removed, the
 * finding lists those that do. */
static void report_missing(const struct reference *reference,
    const char *nearest)
{
    struct buffer entries = BUFFER_EMPTY;

    path_list_entries(reference->path, nearest, reference->text, &entries);
    if (entries.failed)
        findings_out_of_memory(reference->resolver->findings);
    else if (entries.length)
        report_reference(reference, CATALOGUE_REFERENCE_NO_ENTRY,
            reference->path + strlen(nearest) + 1, buffer_string(&entries));
    else
        report_reference(reference, *nearest ? CATALOGUE_REFERENCE_MISSPELT
            : CATALOGUE_REFERENCE_MISSING, nearest, "");
    buffer_free(&entries);
}

/* A finding where a path or its notations have such a sign; false for none. */
static bool report_wide(const struct reference *reference, const char *text)
{
    size_t left = text ? strlen(text) : 0, size = 1;
    unsigned code;

    for (; left > 0 && size > 0; text += size, left -= size) {
        size = utf8_read(text, left, &code);
        if (size == 0 || !notation_is_wide(code))
            continue;
        char sign[UTF8_LENGTH_MAX + 1] = "";
        memcpy(sign, text, size);
        report_reference(reference, CATALOGUE_REFERENCE_WIDE, sign, "");
        return true;
    }
    return false;
}

/* Adds the element for a reference; where it leads nowhere there is a finding
 * instead. */
static void resolve_reference(struct reference *reference)
{
    struct buffer nearest = BUFFER_EMPTY;
    struct buffer words = BUFFER_EMPTY;
    xmlNodePtr target = path_resolve(reference->path, reference->text,
        &nearest);

    if (target)
        target = stand_in(target);
    if (nearest.failed) {
        findings_out_of_memory(reference->resolver->findings);
    } else if (report_wide(reference, target ? reference->notations
            : reference->path)) {
        /* It is told. */
    } else if (target && nearest.length) {
        report_reference(reference, CATALOGUE_REFERENCE_TWOFOLD,
            buffer_string(&nearest), "");
    } else if (!target) {
        report_missing(reference, buffer_string(&nearest));
    } else if (print_target(reference, target, &words)) {
        if (utf8_is_blank(buffer_string(&words)))
            report_blank(reference, target);
        add_element(reference, target, &words);
    }
    buffer_free(&nearest);
    buffer_free(&words);
}

/* Reads the reference that opens at `at`; returns where the content goes on. */
static const char *read_reference(struct resolver *resolver, xmlNodePtr leaf,
    const char *content, const char *at, struct buffer *text)
{
    struct reference reference = { .resolver = resolver, .text = leaf,
        .offset = (size_t)(at - content), .before = text };
    const char *begin = at + strlen(REFERENCE_OPENING);
    const char *end = reference_closing(begin);

    if (!end) {
        const char *next = strstr(begin, REFERENCE_OPENING);
        size_t length = next ? (size_t)(next - at) : strlen(at);
        report_reference(&reference, CATALOGUE_REFERENCE_OPEN, "", "");
        buffer_add(text, at, length);
        return at + length;
    }
    reference.source = strndup(begin, (size_t)(end - begin));
    if (reference.source) {
        reference.path = reference_split(reference.source,
            &reference.notations);
        resolve_reference(&reference);
        free(reference.source);
    } else {
        findings_out_of_memory(resolver->findings);
    }
    return end + strlen(REFERENCE_CLOSING);
}

/* Fills the leaf with the words and references that its content was. */
static void read_content(struct resolver *resolver, xmlNodePtr leaf,
    const char *content)
{
    struct buffer text = BUFFER_EMPTY;
    const char *from = content, *at;

    node_clear(leaf);
    while ((at = strstr(from, REFERENCE_OPENING)) != NULL) {
        if (at > from && at[-1] == REFERENCE_ESCAPE) {
            buffer_add(&text, from, (size_t)(at - 1 - from));
            buffer_add_string(&text, REFERENCE_OPENING);
            from = at + strlen(REFERENCE_OPENING);
            continue;
        }
        buffer_add(&text, from, (size_t)(at - from));
        from = read_reference(resolver, leaf, content, at, &text);
    }
    buffer_add_string(&text, from);
    add_text(resolver, leaf, &text);
    buffer_free(&text);
}

/* The words of a leaf that nobody has resolved yet; NULL of other nodes. */
static const char *words_of(xmlNodePtr node)
{
    xmlNodePtr text = node->children;

    return !node->_private && text && text->type == XML_TEXT_NODE
        ? (const char *)text->content : NULL;
}

static void resolve_leaf(struct resolver *resolver, xmlNodePtr leaf)
{
    const char *words = words_of(leaf);
    enum value_type type;

    if (words && strstr(words, REFERENCE_OPENING)
        && node_value_type(leaf, &type) && type == VALUE_TEXT) {
        leaf->_private = &in_progress;
        read_content(resolver, leaf, words);
        leaf->_private = &resolved;
    }
}

static void resolve_below(struct resolver *resolver, xmlNodePtr node)
{
    resolve_leaf(resolver, node);
    for (xmlNodePtr child = node->_private ? NULL
        : xmlFirstElementChild(node); child;
        child = xmlNextElementSibling(child))
        resolve_below(resolver, child);
}

void references_resolve(xmlDocPtr submission, struct print_style style,
    const struct json *json, struct findings *findings)
{
    struct resolver resolver = { .style = style, .json = json,
        .findings = findings };

    resolve_below(&resolver, xmlDocGetRootElement(submission));
}
