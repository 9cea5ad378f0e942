/* The values of the data that a typed figure may stand for. */

#include "6_rules/related/candidates.h"

#include "3_transform/submission.h"
#include "6_rules/related/quote.h"
#include "6_rules/text/spans.h"

#define SOUGHT_MAX 256          /* equal values that are looked at */

/* The digits of a figure without zeros at its head. */
static size_t digits_of(struct decimal value)
{
    size_t count = 0;

    for (int64_t units = value.units; units != 0; units /= 10)
        count++;
    return count;
}

/* How many of the labels of a value and of what it stands in are in the words
 * before the figure. */
static size_t count_labels(xmlNodePtr leaf, const struct reading *reading)
{
    const struct text_span words = {
        buffer_string(&reading->passage.text), reading->figure.begin };
    size_t count = 0;

    for (; leaf && leaf->type == XML_ELEMENT_NODE; leaf = leaf->parent) {
        const char *label = node_attribute(leaf, "label");
        count += label && *label && text_span_contains(words, label);
    }
    return count;
}

static bool is_better(const struct candidate *a, const struct candidate *b)
{
    if (!b->value || a->labels != b->labels)
        return !b->value || a->labels > b->labels;
    if (a->depth != b->depth)
        return a->depth > b->depth;
    return a->steps != b->steps ? a->steps < b->steps
        : a->value->order < b->value->order;
}

static void candidates_add(struct candidates *candidates,
    struct candidate candidate)
{
    size_t at = candidates->count;

    candidates->more = at == NAMED_MAX;
    if (candidates->more)
        return;
    for (; at > 0 && is_better(&candidate, &candidates->list[at - 1]); at--)
        candidates->list[at] = candidates->list[at - 1];
    candidates->list[at] = candidate;
    candidates->count++;
}

/* The values that are looked for, without those that stand in a text. */
static void find_candidates(const struct values *values,
    const struct sought *sought, const struct reading *reading,
    struct candidates *candidates)
{
    const struct value *value = values_first(values, sought);

    for (int k = 0; value && k < SOUGHT_MAX && !candidates->more; k++) {
        if (!value->in_words)
            candidates_add(candidates, (struct candidate){ value,
                count_labels(value->leaf, reading),
                related_path_common(value->leaf, reading->node),
                related_path_steps(value->leaf) });
        value = values_next(values, value, sought);
    }
}

void candidates_find(const struct values *values,
    const struct reading *reading, struct candidates *candidates)
{
    struct sought exact = reading->sought;

    *candidates = (struct candidates){ .count = 0 };
    exact.exactly = true;
    find_candidates(values, &exact, reading, candidates);
    if (candidates->count == 0
        && digits_of(reading->figure.value)
            >= lexicon_limit(reading->lexicon, LIMIT_ROUNDED_DIGITS))
        find_candidates(values, &reading->sought, reading, candidates);
}
