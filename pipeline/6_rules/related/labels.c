/*
 * Figures of a text with the labels before them, found again by the ends of
 * these.
 */

#include "6_rules/related/labels.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "0_base/list.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/figures.h"
#include "6_rules/text/spans.h"

#define LABEL_MAX 16            /* ideographs; more are cut off at the head */
#define RATE_MIN 3
#define VALUES_MAX 8            /* different ones of a label that are kept */
#define YEARS_MAX 4             /* in a sentence */
#define WHOLE 1u                /* goes into the key of an entire label */
#define NONE UINT32_MAX

/* A value that labels with some ending have. */
struct place {
    uint32_t labelled, next;
};

/* The end of labels, or an entire one. */
struct ending {
    uint32_t longest;           /* label with this end */
    uint32_t first;             /* place of a value */
    uint32_t values;
    bool is_mixed;              /* labels that are no ends of the longest */
    bool is_typed;
};

struct labels {
    const struct lexicon *lexicon;
    enum label_kind kind;
    int year;
    struct buffer words;
    struct labelled *list;
    size_t count, room;
    struct id_map keys;         /* of endings */
    struct ending *endings;
    size_t ending_room;
    struct place *places;
    size_t place_count, place_room;
};

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
    free(labels->places);
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

/* Rounded to the coarser one of the two. */
static bool agree(const struct labelled *a, const struct labelled *b)
{
    int place = a->place > b->place ? a->place : b->place;
    struct decimal left, right;

    return decimal_shift(a->value, -place, &left)
        && decimal_shift(b->value, -place, &right)
        && decimal_compare(decimal_round(left, 0), decimal_round(right, 0))
            == 0;
}

static size_t label_min(const struct labels *labels)
{
    return labels->kind == LABELS_RATES ? RATE_MIN : LABEL_MIN;
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
static struct ending *take_ending(struct labels *labels, uint64_t key,
    uint32_t labelled)
{
    uint32_t id, known = labels->keys.count;
    struct ending *endings = list_room(labels->endings, known,
        &labels->ending_room, sizeof *endings);

    if (!endings)
        return NULL;
    labels->endings = endings;
    if (!id_map_add(&labels->keys, key, &id))
        return NULL;
    if (id == known)
        endings[id] = (struct ending){ .longest = labelled, .first = NONE };
    return &endings[id];
}

static bool has_value(const struct labels *labels,
    const struct ending *ending, const struct labelled *labelled)
{
    for (uint32_t k = ending->first; k != NONE; k = labels->places[k].next)
        if (agree(&labels->list[labels->places[k].labelled], labelled))
            return true;
    return false;
}

/* Notes a label, and its value if it is a new one, under an ending. */
static bool note(struct labels *labels, uint64_t key, uint32_t number)
{
    struct ending *ending = take_ending(labels, key, number);
    const struct labelled *labelled = &labels->list[number];

    if (!ending)
        return false;
    const struct labelled *longest = &labels->list[ending->longest];
    ending->is_mixed = ending->is_mixed
        || !is_end_of(labels, longest, labelled);
    if (labelled->label_length > longest->label_length)
        ending->longest = number;
    ending->is_typed = ending->is_typed || labelled->is_typed;
    if (ending->values == VALUES_MAX || has_value(labels, ending, labelled))
        return true;
    struct place *places = list_room(labels->places, labels->place_count,
        &labels->place_room, sizeof *places);
    if (!places)
        return false;
    labels->places = places;
    places[labels->place_count] = (struct place){ number, ending->first };
    ending->first = (uint32_t)labels->place_count++;
    ending->values++;
    return true;
}

static bool note_ends(struct labels *labels, uint32_t number)
{
    struct ends ends;

    find_ends(labels, &labels->list[number], &ends);
    bool good = note(labels, whole_key(&ends, ends.count), number);
    for (size_t k = label_min(labels); good && k <= ends.count; k++)
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

static bool keep(struct labels *labels, const struct labelled *labelled)
{
    struct labelled *list = list_room(labels->list, labels->count,
        &labels->room, sizeof *list);

    if (!list)
        return false;
    labels->list = list;
    list[labels->count++] = *labelled;
    return true;
}

/* The longest connector, or blank, that ends at a byte; 0 for none. */
static size_t connector_before(const struct labels *labels, const char *text,
    size_t at)
{
    size_t size = word_size_before(lexicon_words(labels->lexicon,
        NOTION_CONNECTORS), text, at);

    return size > 0 ? size : at > 0 && text[at - 1] == ' ';
}

/* What a figure says of a change is no label of it. */
static bool is_change(const struct labels *labels, const char *text,
    size_t end)
{
    return word_before(lexicon_words(labels->lexicon, NOTION_RISES), text,
            end)
        || word_before(lexicon_words(labels->lexicon, NOTION_FALLS), text,
            end);
}

/* Where a label that ends at a byte begins: behind the last figure, behind
 * what is no ideograph, and behind words that no label goes on before. */
static size_t label_begin(const struct labels *labels, const char *text,
    size_t end, size_t before)
{
    size_t at = end, size;
    unsigned code;

    for (int k = 0; k < LABEL_MAX && at > before; k++) {
        size = text_character_before(text, at, &code);
        if (!text_is_ideograph(code) || word_before(lexicon_words(
                labels->lexicon, NOTION_BEFORE_LABELS), text, at))
            break;
        at -= size;
    }
    return at;
}

static bool is_wanted(const struct labels *labels,
    const struct text_figure *figure)
{
    if (labels->kind == LABELS_RATES)
        return text_figure_is_rate(figure)
            && figure->precision != TEXT_ABOUT;
    return figure->base_length > 0 && figure->precision == TEXT_EXACT
        && !figure->is_date;
}

/* The label of the figure in hand: bytes of a sentence. */
struct label {
    size_t begin, end;          /* equal where there is none */
    size_t before;              /* the end of the figure before */
};

/* Of figures one right behind the other, as the target and the result of an
 * indicator are, all have the label of the first. */
static void find_label(const struct labels *labels, const char *text,
    const struct text_figure *figure, struct label *label)
{
    size_t end = figure->begin, size;

    if (label->before > 0 && label->before == figure->begin)
        return;
    label->begin = label->end = end;
    while (end > label->before && (size = connector_before(labels, text,
            end)) > 0
        && end - size >= label->before)
        end -= size;
    if (labels->kind == LABELS_RATES
        ? !word_before(lexicon_words(labels->lexicon, NOTION_RATES), text, end)
        : is_change(labels, text, end))
        return;
    label->begin = label_begin(labels, text, end, label->before);
    label->end = end;
}

static bool is_long_enough(const struct labels *labels, const char *text,
    const struct label *label)
{
    return text_span_characters((struct text_span){ text + label->begin,
        label->end - label->begin }) >= label_min(labels);
}

static size_t copy_words(struct labels *labels, const char *text,
    size_t length)
{
    size_t at = labels->words.length;

    buffer_add(&labels->words, text, length);
    buffer_add_char(&labels->words, '\0');
    return at;
}

/* Adds a figure of a sentence, if it is of the kind and has a label. */
static bool add_figure(struct labels *labels, const char *text,
    const struct text_figure *figure, const struct label *label,
    uint64_t years, bool is_typed)
{
    struct labelled found = { .sort = years, .is_typed = is_typed,
        .place = figure->shift - figure->value.places,
        .label_length = label->end - label->begin,
        .figure_length = figure->end - figure->begin };

    if (!is_wanted(labels, figure) || !is_long_enough(labels, text, label)
        || !text_figure_base(figure, &found.value))
        return true;
    for (size_t k = 0; k < figure->base_length; k++)
        found.sort = id_map_chain(found.sort,
            (unsigned char)figure->base[k]);
    found.label = copy_words(labels, text + label->begin,
        found.label_length);
    found.figure = copy_words(labels, text + figure->begin,
        found.figure_length);
    return !labels->words.failed && keep(labels, &found);
}

/* Puts a year among those of a sentence, in their order. */
static size_t add_year(int *years, size_t count, int year)
{
    size_t at = 0;

    while (at < count && years[at] < year)
        at++;
    if (count == YEARS_MAX || (at < count && years[at] == year))
        return count;
    memmove(years + at + 1, years + at, (count - at) * sizeof *years);
    years[at] = year;
    return count + 1;
}

/* A key of the years that a sentence names. */
static uint64_t years_of(const struct labels *labels,
    struct text_span sentence)
{
    struct text_figure figure = {0};
    int years[YEARS_MAX + 1];
    size_t count = 0;
    uint64_t key = 0;

    if (!word_is_in(lexicon_words(labels->lexicon, NOTION_YEAR_UNITS),
            sentence))
        return 0;
    while (text_figure_next(labels->lexicon, sentence.text, sentence.length,
        &figure)) {
        int64_t year = figure.value.units;
        if (figure.value.places == 0 && year >= 1900 && year < 2200
            && year != labels->year && figure.is_year)
            count = add_year(years, count, (int)year);
    }
    for (size_t k = 0; k < count; k++)
        key = id_map_chain(key, (uint64_t)years[k]);
    return key;
}

static bool add_sentence(struct labels *labels, const struct passage *passage,
    struct text_span sentence)
{
    size_t offset = (size_t)(sentence.text - buffer_string(&passage->text));
    uint64_t years = labels->kind == LABELS_FIGURES
        ? years_of(labels, sentence) : 0;
    struct text_figure figure = {0};
    struct label label = {0};
    bool good = true;

    if (labels->kind == LABELS_RATES && !word_is_in(lexicon_words(
            labels->lexicon, NOTION_RATES), sentence))
        return true;
    while (good && text_figure_next(labels->lexicon, sentence.text,
        sentence.length, &figure)) {
        find_label(labels, sentence.text, &figure, &label);
        good = add_figure(labels, sentence.text, &figure, &label, years,
            passage_is_typed(passage, offset + figure.begin,
                offset + figure.end));
        label.before = figure.end;
    }
    return good;
}

bool labels_add(struct labels *labels, const struct passage *passage)
{
    struct text_span sentence = { buffer_string(&passage->text), 0 };
    bool good = !passage->text.failed;

    while (good && text_sentence_next(labels->lexicon, &sentence))
        good = add_sentence(labels, passage, sentence);
    return good;
}

/* NULL where there is no such key. */
static const struct ending *find_ending(const struct labels *labels,
    uint64_t key)
{
    uint32_t id;

    return id_map_find(&labels->keys, key, &id) ? &labels->endings[id] : NULL;
}

/* The same label, one that it is the end of, or one that is its end: how many
 * of its ideographs are equal. */
static const struct ending *find_same(const struct labels *labels,
    const struct ends *ends, size_t *equal)
{
    const struct ending *ending = find_ending(labels,
        whole_key(ends, *equal = ends->count));

    if (ending)
        return ending;
    ending = find_ending(labels, ends->keys[ends->count]);
    if (ending)
        return ending->is_mixed ? NULL : ending;
    while (*equal > LABEL_MIN) {
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
    const struct ending *ending = find_same(labels, &ends, &equal);
    if (!ending)
        return false;
    uint32_t at = ending->first;
    while (labels->places[at].next != NONE)
        at = labels->places[at].next;
    *match = (struct label_match){
        .label = labels_words(others, sought->label + ends.begins[equal]),
        .label_length = sought->label_length - ends.begins[equal],
        .first = &labels->list[labels->places[at].labelled],
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
