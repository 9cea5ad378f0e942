/*
 * Words to JSON, by the type of their place.
 */

#include "17_edit/typed.h"

#include <string.h>

#include "0_base/json_string.h"
#include "0_base/listed.h"
#include "0_base/phrases.h"
#include "0_base/utf8.h"
#include "13_pull/excerpt.h"
#include "13_pull/literal.h"
#include "13_pull/spoken.h"
#include "13_pull/wording.h"
#include "5_references/notation.h"

#define GROUP 3

static const struct place nowhere = { 0, 0 };

/* The unit that stands beside a value. */
static const char *unit_beside(const struct target *target)
{
    const char *from = schema_text(target->node, SCHEMA_UNIT_FROM);

    return from && !strchr(target->path, '/') ? cJSON_GetStringValue(
        cJSON_GetObjectItemCaseSensitive(target->holder, from)) : NULL;
}

bool typed_find(const struct target *target, enum value_type *type,
    const char **unit)
{
    const char *name = schema_text(target->node, SCHEMA_TYPE);
    const char *beside = unit_beside(target);

    *unit = beside ? beside : schema_text(target->node, SCHEMA_UNIT);
    if (!name || !value_type_parse(name, type))
        return false;
    if (beside)
        *type = value_type_of_unit(beside);
    return true;
}

const cJSON *typed_choices(const struct target *target)
{
    return schema_annotation(target->node, "enum");
}

/* --- figures -------------------------------------------------------------- */

/* The digits before the point in groups, from the right. */
static void add_grouped(const char *text, struct buffer *out)
{
    size_t sign = *text == '-', whole = strcspn(text + sign, ".");

    buffer_add(out, text, sign);
    text += sign;
    for (; whole > 0; whole--, text++) {
        buffer_add_char(out, *text);
        if (whole > 1 && (whole - 1) % GROUP == 0)
            buffer_add_char(out, ',');
    }
    buffer_add_string(out, text);
}

void typed_print(struct decimal figure, bool grouped, struct buffer *out)
{
    char text[DECIMAL_TEXT_SIZE];

    decimal_print_short(figure, text);
    if (grouped)
        add_grouped(text, out);
    else
        buffer_add_string(out, text);
}

/* What was said, in the data's unit and in the other one that there is. */
static void add_understood(enum value_type type, const char *unit,
    struct decimal value, struct buffer *out)
{
    const char *other = value_other_unit(type, unit);

    typed_print(value_in_unit(type, unit, value), false, out);
    buffer_add_string(out, unit ? unit : "");
    if (!other)
        return;
    buffer_add_string(out, " = ");
    typed_print(value_in_unit(type, other, value), true, out);
    buffer_add_string(out, other);
}

/* Words that say of a figure or date that it stays blank. */
static bool read_blank(const struct typed_place *place, enum value_type type,
    const char *words, struct buffer *out, struct buffer *understood)
{
    bool is = schema_allows_type(place->target->node, cJSON_NULL)
        && spoken_is_blank(type, place->lexicon, words, &out->failed);

    if (is) {
        buffer_add_string(out, "null");
        buffer_add_string(understood, phrase_text(PHRASE_EDIT_BLANK,
            LANGUAGE_ZH));
    }
    return is;
}

/* What counts is whole, whatever zeros were typed behind a point. */
static int places_of(enum value_type type, const struct spoken_figure *figure)
{
    return figure->in_own_unit && type != VALUE_COUNT && type != VALUE_YEAR
        ? figure->places : 0;
}

static bool read_figure(const struct typed_place *place,
    enum value_type type, const char *unit, const char *words,
    struct buffer *out, struct buffer *understood)
{
    const struct spoken spoken = { type, unit, place->shown, "",
        place->lexicon };
    char text[DECIMAL_TEXT_SIZE];
    struct spoken_figure figure;

    if (!spoken_read(&spoken, words, &figure, &out->failed))
        return false;
    decimal_print(decimal_trim(value_in_unit(type, unit, figure.value),
        places_of(type, &figure)), text);
    if (cJSON_IsString(place->target->value)
        && schema_allows_type(place->target->node, cJSON_String))
        json_string_add(text, out);
    else
        buffer_add_string(out, text);
    if (strcmp(text, words) != 0 || type == VALUE_AMOUNT)
        add_understood(type, unit, figure.value, understood);
    return true;
}

/* --- other values --------------------------------------------------------- */

static bool read_date(const struct typed_place *place, const char *words,
    struct buffer *out, struct buffer *understood)
{
    struct buffer date = BUFFER_EMPTY;
    bool good = spoken_date(place->lexicon, words, &date, &out->failed);

    if (good) {
        json_string_add(buffer_string(&date), out);
        date_print(buffer_string(&date), understood);
    }
    out->failed = out->failed || date.failed;
    buffer_free(&date);
    return good;
}

/* Two braces would open a reference. */
static void add_escaped(const char *words, struct buffer *out)
{
    for (const char *at; (at = strstr(words, REFERENCE_OPENING)) != NULL;) {
        buffer_add(out, words, (size_t)(at - words));
        buffer_add_char(out, REFERENCE_ESCAPE);
        buffer_add_string(out, REFERENCE_OPENING);
        words = at + strlen(REFERENCE_OPENING);
    }
    buffer_add_string(out, words);
}

static bool read_choice(const struct schema_node *node, const char *words,
    struct buffer *out)
{
    const char *choice = schema_choice(node, words);

    if (choice)
        json_string_add(choice, out);
    return choice != NULL;
}

static bool read_plain(const struct typed_place *place, enum value_type type,
    const char *words, struct buffer *out, struct buffer *understood)
{
    const struct schema_node *node = place->target->node;
    struct buffer escaped = BUFFER_EMPTY;

    if (typed_choices(place->target))
        return read_choice(node, words, out);
    if (type == VALUE_TEXT)
        add_escaped(words, &escaped);
    else if (spoken_narrowed(schema_string(node, "pattern"), words, &escaped,
            &out->failed))
        buffer_add_string(understood, buffer_string(&escaped));
    else
        buffer_add_string(&escaped, words);
    json_string_add(buffer_string(&escaped), out);
    out->failed = out->failed || escaped.failed;
    buffer_free(&escaped);
    return true;
}

/* --- findings ------------------------------------------------------------- */

static void report_choice(const struct typed_place *place,
    const cJSON *choices, const char *found, struct findings *findings)
{
    struct buffer allowed = BUFFER_EMPTY;
    const cJSON *choice;

    cJSON_ArrayForEach(choice, choices)
        if (cJSON_IsString(choice))
            listed_add(&allowed, schema_choice_words(place->target->node,
                choice->valuestring));
    findings_add(findings, CATALOGUE_EDIT_NO_CHOICE, nowhere,
        place->target->pointer, "found", found,
        "allowed", buffer_string(&allowed), NULL);
    if (allowed.failed)
        findings_out_of_memory(findings);
    buffer_free(&allowed);
}

static void report(const struct typed_place *place, enum value_type type,
    const char *words, struct findings *findings)
{
    const cJSON *choices = typed_choices(place->target);
    char room[EXCERPT_SIZE];
    const char *found = excerpt_of(words, room);

    if (choices)
        report_choice(place, choices, found, findings);
    else
        findings_add(findings, CATALOGUE_EDIT_UNREADABLE, nowhere,
            place->target->pointer, "found", found,
            "kind", phrase_text(literal_kind(type), LANGUAGE_ZH),
            "kind_en", phrase_text(literal_kind(type), LANGUAGE_EN),
            "example", phrase_text(literal_example(type), LANGUAGE_ZH), NULL);
}

bool typed_read(const struct typed_place *place, const char *words,
    struct buffer *out, struct buffer *understood, struct findings *findings)
{
    enum value_type type = VALUE_TEXT;
    struct buffer plain = BUFFER_EMPTY;
    const char *unit;
    bool good;

    typed_find(place->target, &type, &unit);
    words_trim(words, strlen(words), &plain);
    const char *typed = buffer_string(&plain);
    if (read_blank(place, type, typed, out, understood))
        good = true;
    else if (type == VALUE_DATE)
        good = read_date(place, typed, out, understood);
    else if (value_type_is_figure(type))
        good = read_figure(place, type, unit, typed, out, understood);
    else
        good = read_plain(place, type, typed, out, understood);
    out->failed = out->failed || plain.failed || understood->failed;
    buffer_free(&plain);
    if (!good && !out->failed)
        report(place, type, words, findings);
    return good && !out->failed;
}
