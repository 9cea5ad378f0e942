/* Reads figures and the labels before them out of a text. */

#include <string.h>

#include "0_base/list.h"
#include "6_rules/related/labels_kept.h"
#include "6_rules/text/change_pair.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/figures.h"
#include "6_rules/text/spans.h"

#define DATES_MAX 4             /* in a sentence */
#define MONTHS_IN_YEAR 12

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

/* Whether the words before a figure name a change: they are no label. */
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
        && !figure->is_date && !text_is_points(labels->lexicon, figure);
}

/* The label of the figure in hand: bytes of a sentence. */
struct label {
    size_t begin, end;          /* equal where there is none */
    size_t before;              /* the end of the figure before */
};

/* Where figures follow each other at once, as the target and the result of an
 * indicator do, all of them have the label of the first. */
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
        label->end - label->begin }) >= labels_shortest(labels);
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
    uint64_t dates, bool is_typed)
{
    struct labelled found = { .sort = dates, .is_typed = is_typed,
        .power = figure->shift - figure->value.places,
        .label_length = label->end - label->begin,
        .figure_length = figure->end - figure->begin };

    if (!is_wanted(labels, figure) || !is_long_enough(labels, text, label)
        || !text_figure_base(figure, &found.value))
        return true;
    for (size_t k = 0; k < figure->usual_length; k++)
        found.sort = id_map_chain(found.sort,
            (unsigned char)figure->usual[k]);
    found.label = copy_words(labels, text + label->begin,
        found.label_length);
    found.figure = copy_words(labels, text + figure->begin,
        found.figure_length);
    return !labels->words.failed && keep(labels, &found);
}

/* Puts a date among those of a sentence, in their order. */
static size_t add_date(int *dates, size_t count, int date)
{
    size_t at = 0;

    while (at < count && dates[at] < date)
        at++;
    if (count == DATES_MAX || (at < count && dates[at] == date))
        return count;
    memmove(dates + at + 1, dates + at, (count - at) * sizeof *dates);
    dates[at] = date;
    return count + 1;
}

/* A year but that of the filing, or a month before its end; 0 for neither. */
static int date_of(const struct labels *labels,
    const struct text_figure *figure)
{
    int64_t value = figure->value.units;

    if (figure->value.places != 0 || !figure->is_date)
        return 0;
    if (figure->is_year)
        return value >= 1900 && value < 2200 && value != labels->year
            ? (int)value : 0;
    return value > 0 && value < MONTHS_IN_YEAR
        && figure->precision == TEXT_EXACT
        && word_of(lexicon_words(labels->lexicon, NOTION_MONTH_UNITS),
            (struct text_span){ figure->unit, figure->unit_length })
        ? (int)value : 0;
}

/* A key of the years and months that a sentence names. */
static uint64_t dates_of(const struct labels *labels,
    struct text_span sentence)
{
    struct text_figure figure = {0};
    int dates[DATES_MAX + 1];
    size_t count = 0;
    uint64_t key = 0;
    int date;

    if (!word_is_in(lexicon_words(labels->lexicon, NOTION_DATE_UNITS),
            sentence))
        return 0;
    while (text_figure_next(labels->lexicon, sentence.text, sentence.length,
        &figure))
        if ((date = date_of(labels, &figure)) > 0)
            count = add_date(dates, count, date);
    for (size_t k = 0; k < count; k++)
        key = id_map_chain(key, (uint64_t)dates[k]);
    return key;
}

/* Whether the amounts of a sentence are paid part by part: 第一批到位30万元, the
 * second of which is another amount. */
static bool is_of_instalments(const struct labels *labels,
    struct text_span sentence)
{
    return labels->kind == LABELS_FIGURES && word_is_in(lexicon_words(
        labels->lexicon, NOTION_INSTALMENTS), sentence);
}

static bool add_sentence(struct labels *labels, const struct passage *passage,
    struct text_span sentence)
{
    size_t offset = (size_t)(sentence.text - buffer_string(&passage->text));
    uint64_t dates = labels->kind == LABELS_FIGURES
        ? dates_of(labels, sentence) : 0;
    bool in_parts = is_of_instalments(labels, sentence);
    struct text_figure figure = {0};
    struct label label = {0};
    bool good = true;

    if (labels->kind == LABELS_RATES && !word_is_in(lexicon_words(
            labels->lexicon, NOTION_RATES), sentence))
        return true;
    while (good && text_figure_next(labels->lexicon, sentence.text,
        sentence.length, &figure)) {
        find_label(labels, sentence.text, &figure, &label);
        good = (in_parts && figure.is_amount)
            || add_figure(labels, sentence.text, &figure, &label, dates,
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
