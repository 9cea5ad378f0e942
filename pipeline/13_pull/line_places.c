/*
 * Places of lines by the values in them or near them.
 */

#include "13_pull/line_places.h"

#include <stdlib.h>

#include "0_base/phrases.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"

static const struct model_value *value_of(const struct line_places *places,
    size_t control)
{
    return control == WORDING_NONE ? NULL : model_find(places->model,
        places->wording->controls[control].tag);
}

/* Takes what a line has for what is near from there on. */
static void pass_line(struct line_places *places, size_t line,
    struct line_near *near)
{
    const struct line *one = &places->wording->lines[line];

    for (size_t k = one->first; k < one->first + one->count; k++) {
        const struct model_value *value = value_of(places, k);
        if (!value || places->wording->controls[k].parent != WORDING_NONE)
            continue;
        near->control = k;
        if (places->first.control == WORDING_NONE)
            places->first.control = k;
        near->form = value->form ? value->form : near->form;
        places->first.form = places->first.form ? places->first.form
            : value->form;
    }
    places->near[line] = *near;
}

bool line_places_make(struct line_places *places, const struct model *model,
    const struct wording *wording, xmlDocPtr submission)
{
    struct line_near near = { WORDING_NONE, NULL };

    *places = (struct line_places){ .model = model, .wording = wording,
        .submission = submission, .first = near,
        .near = calloc(wording->line_count + 1, sizeof *places->near),
        .moved = calloc(wording->line_count + 1, sizeof *places->moved) };
    for (size_t k = 0; places->near && k < wording->line_count; k++)
        pass_line(places, k, &near);
    return places->near && places->moved;
}

void line_places_free(struct line_places *places)
{
    free(places->near);
    free(places->moved);
    places->near = NULL;
    places->moved = NULL;
}

/* --- printed -------------------------------------------------------------- */

static xmlNodePtr element_of(const struct line_places *places, size_t control)
{
    const struct model_value *value = value_of(places, control);

    return value ? where_find(places->submission, value->src) : NULL;
}

static bool is_within(xmlNodePtr element, xmlNodePtr around)
{
    while (element && element != around)
        element = element->parent;
    return element != NULL;
}

/* The nearest element that both are in, no further out than its row. */
static xmlNodePtr common_of(xmlNodePtr left, xmlNodePtr right)
{
    xmlNodePtr around = left->parent;

    return left == right || is_within(right, left) ? left
        : around && around->type == XML_ELEMENT_NODE
            && is_within(right, around) ? around : left;
}

/* What the lines are of by their own values; NULL where they have none. */
static xmlNodePtr find_own(const struct line_places *places, size_t begin,
    size_t end)
{
    const struct wording *wording = places->wording;
    xmlNodePtr own = NULL;

    for (size_t line = begin; line < end; line++) {
        const struct line *one = &wording->lines[line];
        for (size_t k = one->first; k < one->first + one->count; k++) {
            xmlNodePtr element = wording->controls[k].parent == WORDING_NONE
                ? element_of(places, k) : NULL;
            if (own && element)
                own = common_of(own, element);
            else if (element)
                own = element;
        }
    }
    return own;
}

/* What the row is of that a line is in. */
static xmlNodePtr find_in_row(const struct line_places *places, size_t line)
{
    const struct wording *wording = places->wording;
    size_t row = wording->lines[line].row, begin = line, end = line;

    if (!row)
        return NULL;
    while (begin > 0 && wording->lines[begin - 1].row == row)
        begin--;
    while (end < wording->line_count && wording->lines[end].row == row)
        end++;
    return find_own(places, begin, end);
}

/* The attachment of lines: that of the last value up to them that only one
 * prints, or else of the first one behind them. */
static xmlNodePtr form_of(const struct line_places *places, size_t end)
{
    xmlNodePtr form = end > 0 ? places->near[end - 1].form : NULL;

    return form ? form : places->first.form;
}

static void print_inside(xmlNodePtr element, enum phrase side,
    struct buffer *out)
{
    size_t before = out->length;

    buffer_add_string(out, before > 0 ? " " : "");
    size_t begun = out->length;
    where_print_inside(element, out);
    if (out->length == begun)
        buffer_cut(out, before);
    else if (side != PHRASE_COUNT)
        buffer_add_string(out, phrase_text(side, LANGUAGE_ZH));
}

/* The value before a line, or else the first one behind it. */
static void print_near(const struct line_places *places, size_t line,
    struct buffer *out)
{
    size_t before = line > 0 ? places->near[line - 1].control : WORDING_NONE;
    bool has_before = before != WORDING_NONE;
    xmlNodePtr element = element_of(places, has_before ? before
        : places->first.control);

    if (element)
        print_inside(element, has_before ? PHRASE_PLACE_AFTER
            : PHRASE_PLACE_BEFORE, out);
}

const char *line_places_print(const struct line_places *places, size_t begin,
    size_t end, struct buffer *out)
{
    xmlNodePtr form = form_of(places, end);
    xmlNodePtr element = find_own(places, begin, end);

    if (form)
        buffer_add_string(out, node_attribute(form, "id"));
    if (!element)
        element = find_in_row(places, begin);
    if (element)
        print_inside(element, PHRASE_COUNT, out);
    else if (places->wording->lines[begin].kind == LINE_TEXT)
        print_near(places, begin, out);
    return form ? node_attribute(form, "kind") : NULL;
}
