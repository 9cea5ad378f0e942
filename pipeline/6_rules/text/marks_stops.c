/* What is written in Chinese for half-width marks, wide digits and doubled
 * stops. */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/punctuation_marks.h"

#define YEAR_DIGITS 4           /* more than a group of thousands has */
#define WIDE_SIZE 3             /* bytes of a wide digit, letter or ． */
#define FREE_STOP 6             /* the rank of ？ and of what is above it */

/* A comma that parts thousands where there are more than three digits behind
 * it: 1,2600.  Two years stand so as well, and they are no number. */
static void find_thousands(const struct mark_place *place,
    struct mark_fixes *fixes)
{
    size_t begin = place->begin;
    size_t behind = text_digits(place->text + place->end);

    while (begin > 0 && text_is_digit((unsigned char)place->text[begin - 1]))
        begin--;
    size_t before = place->begin - begin;
    if (begin > 0 && place->text[begin - 1] == ',')
        return;
    if (before > 0 && before < YEAR_DIGITS && behind >= YEAR_DIGITS
        && place->text[begin] != '0')
        mark_add_fix(fixes, place->begin, place->end,
            (struct text_span){ "", 0 });
}

/* Half-width marks beside Chinese, 位置,加大, but #REF! is as it should be. */
void mark_find_half(const struct mark_place *place, struct mark_fixes *fixes)
{
    if (word_before(lexicon_words(place->lexicon, NOTION_SHEET_ERRORS),
            place->text, place->end))
        return;
    if (mark_is_chinese(place->before) || mark_is_chinese(place->after))
        mark_add_wide(place, place->begin, place->end, fixes);
    else if (place->code == ',')
        find_thousands(place, fixes);
}

/* 完成. at the end, and ... for …… behind Chinese. */
void mark_find_half_stop(const struct mark_place *place,
    struct mark_fixes *fixes)
{
    size_t dots = strspn(place->text + place->begin, ".");

    if (!text_is_ideograph(place->before))
        fixes->skip = place->begin + dots;
    else if (dots >= lexicon_limit(place->lexicon, LIMIT_DOTS))
        mark_add_wide(place, place->begin, place->begin + dots, fixes);
    else if (!place->text[place->end])
        mark_add_wide(place, place->begin, place->end, fixes);
}

/* The half-width form of a wide digit, letter or ％; NUL of anything else. */
static char narrow(const char *text)
{
    unsigned code = mark_code_at(text, 0);

    if (code == 0xFF05)
        return '%';
    return code > 0xFF00 && text_is_latin(code - 0xFEE0)
        ? (char)(code - 0xFEE0) : '\0';
}

/* ．is wide, too, between two wide digits. */
static char narrow_point(const char *text)
{
    unsigned code;
    size_t size = text_character(text, &code);

    return code == 0xFF0E
        && text_is_digit((unsigned char)narrow(text + size)) ? '.' : '\0';
}

void mark_find_wide_run(const struct mark_place *place,
    struct mark_fixes *fixes)
{
    const char *at = place->text + place->begin;
    char run[MARK_FIX_SIZE];
    size_t length = 0;

    while (length + 1 < MARK_FIX_SIZE && ((run[length] = narrow(at)) != '\0'
            || (run[length] = narrow_point(at)) != '\0')) {
        length++;
        at += WIDE_SIZE;
    }
    mark_add_fix(fixes, place->begin, (size_t)(at - place->text),
        (struct text_span){ run, length });
}

void mark_find_relation(const struct mark_place *place,
    struct mark_fixes *fixes)
{
    mark_add_wide(place, place->begin, place->end, fixes);
}

size_t mark_stop_at(const struct lexicon *lexicon, const char *text,
    int *rank)
{
    const struct word *stop = word_at(lexicon_words(lexicon, NOTION_MARK_RANKS),
        text, 0);

    if (!stop)
        return 0;
    *rank = word_number(stop);
    return stop->length;
}

/* A run of stops, and the strongest of them. */
struct stops {
    size_t begin, end, strongest;
    int best, least;            /* ranks */
    int count;
};

static struct stops read_stops(const struct mark_place *place)
{
    struct stops stops = { .begin = place->begin, .end = place->begin };
    size_t size;
    int rank;

    while ((size = mark_stop_at(place->lexicon, place->text + stops.end,
            &rank)) > 0) {
        if (stops.count == 0 || rank > stops.best) {
            stops.best = rank;
            stops.strongest = stops.end;
        }
        if (stops.count++ == 0 || rank < stops.least)
            stops.least = rank;
        stops.end += size;
    }
    return stops;
}

/* Marks that do not follow each other: 。。 or ，。; the strongest stays.  ？
 * and ！ may come more than once; 。。。 is meant for ……. */
void mark_find_doubled(const struct mark_place *place,
    struct mark_fixes *fixes)
{
    struct stops stops = read_stops(place);
    const struct word *dots = word_at(lexicon_words(place->lexicon,
        NOTION_WIDE_MARKS), place->text, stops.begin);
    const char *strongest = place->text + stops.strongest;
    int rank;

    if (stops.count < 2 || stops.least >= FREE_STOP)
        return;
    if (dots && stops.least == stops.best)
        mark_add_fix(fixes, stops.begin, stops.end, dots->meaning);
    else
        mark_add_fix(fixes, stops.begin, stops.end, (struct text_span){
            strongest, mark_stop_at(place->lexicon, strongest, &rank) });
}
