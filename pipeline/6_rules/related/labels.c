/* Figures, found again by the label before them or by the end of it. */

#include "6_rules/related/labels.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "6_rules/related/labels_kept.h"
#include "6_rules/text/characters.h"

#define WHOLE 1u                /* goes into the key of an entire label */
#define NONE UINT32_MAX         /* no value */

size_t labels_shortest(const struct labels *labels)
{
    return lexicon_limit(labels->lexicon, labels->kind == LABELS_RATES
        ? LIMIT_RATE_LABEL : LIMIT_LABEL);
}

/* How many different values of a label are kept: many rates of one term tell
 * nothing, nor do two figures of one. */
static size_t values_kept(const struct labels *labels)
{
    return labels->kind == LABELS_RATES
        ? lexicon_limit(labels->lexicon, LIMIT_MANY_RATES) : 2;
}

struct labels *labels_new(const struct lexicon *lexicon,
    enum label_kind kind, int year)
{
    struct labels *labels = calloc(1, sizeof *labels);

    if (labels) {
        labels->lexicon = lexicon;
        labels->kind = kind;
        labels->year = year;
    }
    return labels;
}

void labels_free(struct labels *labels)
{
    if (!labels)
        return;
    buffer_free(&labels->words);
    id_map_free(&labels->keys);
    free(labels->list);
    free(labels->endings);
    free(labels->values);
    free(labels);
}

size_t labels_count(const struct labels *labels)
{
    return labels->count;
}

const struct labelled *labels_get(const struct labels *labels, size_t k)
{
    return &labels->list[k];
}

const char *labels_words(const struct labels *labels, size_t at)
{
    return buffer_string(&labels->words) + at;
}

/* Whether two values are equal, rounded as the coarser one is. */
static bool agree(const struct labelled *a, const struct labelled *b)
{
    int power = a->power > b->power ? a->power : b->power;
    struct decimal left, right;

    return decimal_shift(a->value, -power, &left)
        && decimal_shift(b->value, -power, &right)
        && decimal_compare(decimal_round(left, 0), decimal_round(right, 0))
            == 0;
}

/* Keys of the ends of a label: of its last ideograph, of its last two, … */
struct ends {
    uint64_t keys[LABEL_MAX + 1];
    size_t begins[LABEL_MAX + 1];       /* bytes of the label */
    size_t count;               /* ideographs of the label */
};

static void find_ends(const struct labels *labels,
    const struct labelled *labelled, struct ends *ends)
{
    const char *label = labels_words(labels, labelled->label);
    size_t at = labelled->label_length, size;
    unsigned code;

    ends->count = 0;
    ends->keys[0] = labelled->sort;
    ends->begins[0] = at;
    while (ends->count < LABEL_MAX
        && (size = text_character_before(label, at, &code)) > 0) {
        at -= size;
        ends->keys[ends->count + 1]
            = id_map_chain(ends->keys[ends->count], code);
        ends->begins[++ends->count] = at;
    }
}

static uint64_t whole_key(const struct ends *ends, size_t k)
{
    return id_map_chain(ends->keys[k], WHOLE);
}

/* Whether one of two labels is the end of the other. */
static bool is_end_of(const struct labels *labels, const struct labelled *a,
    const struct labelled *b)
{
    size_t length = a->label_length < b->label_length ? a->label_length
        : b->label_length;

    return memcmp(labels_words(labels, a->label + a->label_length - length),
        labels_words(labels, b->label + b->label_length - length), length)
        == 0;
}

/* The ending of a key, perhaps new; NULL if memory runs out. */
static struct label_ending *take_ending(struct labels *labels, uint64_t key,
    uint32_t labelled)
{
    uint32_t id, known = labels->keys.count;
    struct label_ending *endings = id_map_list(&labels->keys, key,
        labels->endings, &labels->ending_room, sizeof *endings, &id);

    if (!endings)
        return NULL;
    labels->endings = endings;
    if (id == known)
        endings[id] = (struct label_ending){ .longest = labelled,
            .first = NONE };
    return &endings[id];
}

static bool has_value(const struct labels *labels,
    const struct label_ending *ending, const struct labelled *labelled)
{
    for (uint32_t k = ending->first; k != NONE; k = labels->values[k].next)
        if (agree(&labels->list[labels->values[k].labelled], labelled))
            return true;
    return false;
}

/* Notes a label, and its value if it is a new one, under an ending. */
static bool note(struct labels *labels, uint64_t key, uint32_t number)
{
    struct label_ending *ending = take_ending(labels, key, number);
    const struct labelled *labelled = &labels->list[number];

    if (!ending)
        return false;
    const struct labelled *longest = &labels->list[ending->longest];
    ending->is_mixed = ending->is_mixed
        || !is_end_of(labels, longest, labelled);
    if (labelled->label_length > longest->label_length)
        ending->longest = number;
    ending->is_typed = ending->is_typed || labelled->is_typed;
    if (ending->values == values_kept(labels)
        || has_value(labels, ending, labelled))
        return true;
    struct label_value *values = list_room(labels->values, labels->value_count,
        &labels->value_room, sizeof *values);
    if (!values)
        return false;
    labels->values = values;
    values[labels->value_count] = (struct label_value){ number, ending->first };
    ending->first = (uint32_t)labels->value_count++;
    ending->values++;
    return true;
}

static bool note_ends(struct labels *labels, uint32_t number)
{
    struct ends ends;

    find_ends(labels, &labels->list[number], &ends);
    bool good = note(labels, whole_key(&ends, ends.count), number);
    for (size_t k = labels_shortest(labels); good && k <= ends.count; k++)
        good = note(labels, ends.keys[k], number);
    return good;
}

bool labels_index(struct labels *labels)
{
    bool good = true;

    for (uint32_t k = 0; good && k < labels->count; k++)
        good = note_ends(labels, k);
    return good;
}

/* NULL where there is no such key. */
static const struct label_ending *find_ending(const struct labels *labels,
    uint64_t key)
{
    uint32_t id;

    return id_map_find(&labels->keys, key, &id) ? &labels->endings[id] : NULL;
}

/* Finds the same label, else labels that end in it, else the longest label that
 * it ends in; equal: how many ideographs both have in common. */
static const struct label_ending *find_same(const struct labels *labels,
    const struct ends *ends, size_t *equal)
{
    const struct label_ending *ending = find_ending(labels,
        whole_key(ends, *equal = ends->count));

    if (ending)
        return ending;
    ending = find_ending(labels, ends->keys[ends->count]);
    if (ending)
        return ending->is_mixed ? NULL : ending;
    while (*equal > labels_shortest(labels)) {
        if (!find_ending(labels, whole_key(ends, --*equal)))
            continue;
        ending = find_ending(labels, ends->keys[*equal]);
        return ending->is_mixed ? NULL : ending;
    }
    return NULL;
}

bool labels_match(const struct labels *labels, const struct labels *others,
    const struct labelled *sought, struct label_match *match)
{
    struct ends ends;
    size_t equal;

    find_ends(others, sought, &ends);
    const struct label_ending *ending = find_same(labels, &ends, &equal);
    if (!ending)
        return false;
    uint32_t at = ending->first;
    while (labels->values[at].next != NONE)
        at = labels->values[at].next;
    *match = (struct label_match){
        .label = labels_words(others, sought->label + ends.begins[equal]),
        .label_length = sought->label_length - ends.begins[equal],
        .first = &labels->list[labels->values[at].labelled],
        .values = ending->values, .is_typed = ending->is_typed,
        .agrees = has_value(labels, ending, sought) };
    return true;
}

bool labels_disagree(const struct labels *labels,
    const struct labelled *labelled)
{
    for (size_t k = 0; k < labels->count; k++) {
        const struct labelled *other = &labels->list[k];
        if (other->sort == labelled->sort
            && is_end_of(labels, other, labelled)
            && !agree(other, labelled))
            return true;
    }
    return false;
}
