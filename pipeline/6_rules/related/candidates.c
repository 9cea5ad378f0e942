/* The values of the data that a typed figure may stand for. */

#include "6_rules/related/candidates.h"

#include "3_transform/submission.h"
#include "5_references/path.h"
#include "6_rules/related/letters.h"
#include "6_rules/related/quote.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/clauses.h"
#include "6_rules/text/spans.h"

#define LABELS_REACH 400        /* characters before a figure */
#define SOUGHT_MAX 256          /* equal values that are looked at */

/* How many of the labels of a value and of what it stands in are in the words
 * before the figure. */
static size_t count_labels(xmlNodePtr leaf, const struct reading *reading)
{
    const char *text = buffer_string(&reading->passage.text);
    size_t end = reading->figure.begin, begin = text_back(text, end,
        LABELS_REACH);
    const struct text_span words = { text + begin, end - begin };
    size_t count = 0;

    for (; leaf && leaf->type == XML_ELEMENT_NODE; leaf = leaf->parent) {
        const char *label = node_attribute(leaf, "label");
        count += label && *label && text_span_contains(words, label);
    }
    return count;
}

/* Whether two neighbouring letters of a name are in the words. */
static bool shares_letters(struct text_span words, const char *name)
{
    unsigned code, next;
    size_t size = text_character(name, &code), behind;

    for (; size > 0; name += size, size = behind, code = next) {
        behind = text_character(name + size, &next);
        if (behind > 0 && letters_fold(code) && letters_fold(next)
            && text_span_has(words,
                (struct text_span){ name, size + behind }))
            return true;
    }
    return false;
}

/* The words around a figure in its clause, without the figure and its unit,
 * which labels such as 决算数（万元） have as well. */
struct around {
    struct text_span before, behind;
};

static struct around words_around(const struct reading *reading)
{
    const char *text = buffer_string(&reading->passage.text);
    size_t begin = reading->figure.begin, end = reading->figure.end;
    struct text_span clause = text_clause_around(reading->lexicon, text,
        begin, end);
    const char *last = clause.text + clause.length;

    return (struct around){
        { clause.text, (size_t)(text + begin - clause.text) },
        { text + end, (size_t)(last - (text + end)) },
    };
}

/* Whether the words have something of what a value is called by, of its own or
 * of what it stands in, but for what the text stands in as well.  True where it
 * is called nothing. */
static bool is_spoken_of(xmlNodePtr leaf, xmlNodePtr text,
    const struct around *words)
{
    static const char *const names[] = { "label", "key" };
    bool has_name = false;

    for (; !path_is_around(leaf, text); leaf = leaf->parent)
        for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
            const char *name = node_attribute(leaf, names[k]);
            if (name && *name && (shares_letters(words->before, name)
                    || shares_letters(words->behind, name)))
                return true;
            has_name = has_name || (name && *name);
        }
    return !has_name;
}

/* Few digits are those of some value by chance: 2万元, 90%, 1200人. */
static bool is_short(const struct reading *reading)
{
    struct decimal value = reading->figure.value;

    while (value.units != 0 && value.units % 10 == 0)
        value.units /= 10;
    return !reading_may_round(reading, value);
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

/* How values are looked for: what for, and what the words around the figure
 * have to speak of. */
struct search {
    const struct sought *sought;
    struct around words;
    bool all_spoken_of;         /* else those of other entries alone */
};

/* The values that are looked for, without those that stand in a text. */
static void find_candidates(const struct values *values,
    const struct search *search, const struct reading *reading,
    struct candidates *candidates)
{
    const struct value *value = values_first(values, search->sought);

    *candidates = (struct candidates){ .count = 0 };
    for (int k = 0; value && k < SOUGHT_MAX && !candidates->more; k++) {
        if (!value->in_words
            && (is_spoken_of(value->leaf, reading->node, &search->words)
                || !(search->all_spoken_of
                    || path_is_of_another_entry(value->leaf, reading->node))))
            candidates_add(candidates, (struct candidate){ value,
                count_labels(value->leaf, reading),
                related_path_common(value->leaf, reading->node),
                related_path_steps(value->leaf) });
        value = values_next(values, value, search->sought);
    }
}

bool candidates_speak_of(const struct reading *reading,
    const struct value *value)
{
    struct around words = words_around(reading);

    return is_spoken_of(value->leaf, reading->node, &words);
}

void candidates_find(const struct values *values,
    const struct reading *reading, struct candidates *candidates)
{
    struct sought exact = reading->sought;
    struct search search = { &exact, words_around(reading),
        is_short(reading) };

    exact.exactly = true;
    find_candidates(values, &search, reading, candidates);
    if (candidates->count == 0
        && reading_may_round(reading, reading->figure.value)) {
        search.sought = &reading->sought;
        find_candidates(values, &search, reading, candidates);
    }
    if (candidates->more && !search.all_spoken_of) {
        struct candidates spoken_of;
        search.all_spoken_of = true;
        find_candidates(values, &search, reading, &spoken_of);
        if (spoken_of.count > 0)
            *candidates = spoken_of;
    }
}
