/*
 * The place of a step's first splice, and the value that is there by now.
 */

#include "17_edit/stepped.h"

/* Where the bytes of the first splice are now: an undone one is the last that
 * was applied, behind one that was done others have come. */
static struct json_span span_of(const struct step *step, bool back)
{
    const struct splice *first = &step->list[0];
    size_t at = first->at;

    for (size_t k = 1; !back && k < step->count; k++) {
        const struct splice *splice = &step->list[k];
        if (splice->at + splice->removed <= at)
            at = at + splice->inserted - splice->removed;
        else if (splice->at < at)
            at = splice->at;
    }
    return (struct json_span){ at,
        at + (back ? first->removed : first->inserted) };
}

/* The first child that has some of the bytes, or is next to them where there
 * are none. */
static const cJSON *find_child(const struct json *json, const cJSON *value,
    struct json_span span)
{
    const cJSON *child = value->child;

    while (child && json_span(json, child).end <= span.start)
        child = child->next;
    return child && json_name_span(json, child).start
        <= (span.end > span.start ? span.end - 1 : span.end) ? child : NULL;
}

void stepped_print(const struct json *json, const struct step *step,
    bool back, struct buffer *pointer)
{
    const cJSON *value = json_root(json), *child;

    if (step->count == 0)
        return;
    struct json_span span = span_of(step, back);
    while ((child = find_child(json, value, span)) != NULL)
        value = child;
    json_pointer_to(json, value, pointer);
}
