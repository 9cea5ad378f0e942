/*
 * Lines told by whether their values were moved.
 */

#include "13_pull/moved_lines.h"

#include <stdlib.h>

#include "0_base/id_map.h"

/* Values that no other attachment has. */
struct own_values {
    size_t count, moved;
};

struct finding_moved {
    struct line_places *places;
    const struct tags_now *tags;
    struct id_map forms;        /* by their addresses */
    struct own_values *counts;  /* by the numbers of forms */
};

/* --- attachments ---------------------------------------------------------- */

static bool count_values(struct finding_moved *finding)
{
    const struct model *model = finding->places->model;
    size_t count = model_count(model);

    finding->counts = calloc(count + 1, sizeof *finding->counts);
    for (size_t k = 0; finding->counts && k < count; k++) {
        const struct model_value *value = model_get(model, k);
        uint32_t id;
        if (!value->form)
            continue;
        if (!id_map_add(&finding->forms, (uintptr_t)value->form, &id))
            return false;
        finding->counts[id].count++;
        finding->counts[id].moved += tags_now_has_moved(finding->tags,
            value->tag);
    }
    return finding->counts != NULL;
}

static bool is_moved_form(const struct finding_moved *finding,
    xmlNodePtr form)
{
    uint32_t id;

    return form && id_map_find(&finding->forms, (uintptr_t)form, &id)
        && 2 * finding->counts[id].moved > finding->counts[id].count;
}

/* --- lines ---------------------------------------------------------------- */

/* What is nearest behind a line. */
struct behind {
    xmlNodePtr form;
    bool moved;                 /* the values of the next line with some */
};

static bool has_moved(const struct finding_moved *finding,
    const struct line *line, struct behind *behind)
{
    const struct line_places *places = finding->places;
    bool moved = line->count == 0 && !line->row && behind->moved;

    if (line->count > 0)
        behind->moved = false;
    for (size_t k = line->first + line->count; k-- > line->first;) {
        const struct model_value *value = model_find(places->model,
            places->wording->controls[k].tag);
        if (!value)
            continue;
        moved = moved || tags_now_has_moved(finding->tags, value->tag);
        behind->form = value->form ? value->form : behind->form;
        behind->moved = moved;
    }
    return moved;
}

static void find_lines(const struct finding_moved *finding)
{
    struct line_places *places = finding->places;
    struct behind behind = { NULL, false };

    for (size_t k = places->wording->line_count; k-- > 0;)
        places->moved[k] = has_moved(finding, &places->wording->lines[k],
                &behind)
            || is_moved_form(finding, behind.form)
            || is_moved_form(finding, places->near[k].form);
}

/* A row is moved with each of its cells. */
static void join_rows(const struct line_places *places)
{
    const struct line *lines = places->wording->lines;
    size_t count = places->wording->line_count;

    for (size_t k = 0, end; k < count; k = end) {
        bool moved = places->moved[k];
        for (end = k + 1; end < count && lines[k].row
            && lines[end].row == lines[k].row; end++)
            moved = moved || places->moved[end];
        for (size_t j = k; j < end; j++)
            places->moved[j] = moved;
    }
}

bool moved_lines_find(struct line_places *places,
    const struct tags_now *tags)
{
    struct finding_moved finding = { .places = places, .tags = tags };
    bool good = !tags->moved || count_values(&finding);

    if (good && tags->moved) {
        find_lines(&finding);
        join_rows(places);
    }
    id_map_free(&finding.forms);
    free(finding.counts);
    return good;
}
