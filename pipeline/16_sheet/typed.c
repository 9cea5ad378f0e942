/*
 * Cells to values, exactly or not at all.
 */

#include "16_sheet/typed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/utf8.h"
#include "13_pull/spoken.h"
#include "16_sheet/days.h"
#include "16_sheet/words.h"

#define DIGITS_MAX "15"
#define NUMBER_SIZE 64

enum value_type typed_type(const struct schema_node *node, const char *unit)
{
    const char *name = schema_text(node, SCHEMA_TYPE);
    enum value_type type = VALUE_TOKEN;

    if (unit && schema_text(node, SCHEMA_UNIT_FROM))
        return value_type_of_unit(unit);
    if (name)
        value_type_parse(name, &type);
    else if (!schema_allows_type(node, cJSON_String)
        && schema_allows_type(node, cJSON_Number))
        type = VALUE_NUMBER;
    return type;
}

/* --- numbers -------------------------------------------------------------- */

/* The digits of a number as people see them: a double has some more behind
 * them.  A fault where there are more than they see, or where it is beyond what
 * a decimal holds. */
static enum typed_fault read_digits(const struct returned_cell *cell,
    struct decimal *value)
{
    char text[NUMBER_SIZE];
    double number = strtod(cell->text, NULL);

    snprintf(text, sizeof text, "%." DIGITS_MAX "g", number);
    if (decimal_parse(text, strlen(text), value) != DECIMAL_OK
        || value->blank)
        return TYPED_UNREADABLE;
    return strtod(text, NULL) == number || cell->is_formula ? TYPED_GOOD
        : TYPED_DIGITS;
}

static struct decimal pad(struct decimal value, int places)
{
    struct decimal padded = decimal_trim(value, 0);

    return padded.places < places ? decimal_trim(padded, places) : padded;
}

static cJSON *from_number(const struct typing *typing,
    const struct returned_cell *cell, enum value_type type,
    enum typed_fault *fault)
{
    char text[DECIMAL_TEXT_SIZE];
    struct decimal value;
    int places = type == VALUE_COUNT || type == VALUE_YEAR ? 0
        : cell->decimals;

    *fault = cell->is_date ? TYPED_DATE : read_digits(cell, &value);
    if (*fault)
        return NULL;
    if (cell->is_percent && (type != VALUE_RATE
            || !decimal_shift(value, 2, &value)))
        *fault = TYPED_UNREADABLE;
    return *fault ? NULL : grown_number(typing->grown,
        decimal_print(pad(value, places), text));
}

static bool is_plain(const char *text)
{
    struct decimal value;

    return decimal_parse(text, strlen(text), &value) == DECIMAL_OK
        && !value.blank && !strpbrk(text, "eE");
}

static cJSON *from_figure(const struct typing *typing, const char *words,
    const struct schema_node *node, const char *unit,
    enum typed_fault *fault)
{
    enum value_type type = typed_type(node, unit);
    const char *own = unit ? unit : schema_text(node, SCHEMA_UNIT);
    const struct spoken place = { type, own, NULL, "",
        typing->lexicon };
    char text[DECIMAL_TEXT_SIZE];
    struct decimal value;
    bool may_be_string = schema_allows_type(node, cJSON_String);

    if (may_be_string && is_plain(words))
        return grown_string(typing->grown, words);
    if (!spoken_figure(&place, words, &value, &typing->grown->failed)) {
        *fault = TYPED_UNREADABLE;
        return NULL;
    }
    decimal_print_short(value_in_unit(type, own, value), text);
    return schema_allows_type(node, cJSON_Number)
        ? grown_number(typing->grown, text)
        : grown_string(typing->grown, text);
}

/* --- dates and words ------------------------------------------------------ */

static cJSON *from_date(const struct typing *typing,
    const struct returned_cell *cell, const char *words,
    enum typed_fault *fault)
{
    struct buffer date = BUFFER_EMPTY;
    char *end;
    long days = strtol(cell->text, &end, 10);
    bool is_number = cell->kind == RETURNED_NUMBER;
    bool good = is_number ? *end == '\0' && days_print(days,
            typing->since_1904, &date)
        : spoken_date(typing->lexicon, words, &date,
            &typing->grown->failed);

    typing->grown->failed = typing->grown->failed || date.failed;
    cJSON *value = good ? grown_string(typing->grown, buffer_string(&date))
        : NULL;
    buffer_free(&date);
    *fault = good ? TYPED_GOOD : TYPED_UNREADABLE;
    return value;
}

/* A number where there are words to be, such as a telephone number. */
static cJSON *from_other(const struct typing *typing,
    const struct returned_cell *cell, const struct schema_node *node,
    enum typed_fault *fault)
{
    char text[DECIMAL_TEXT_SIZE];
    struct decimal value;

    if (cell->kind == RETURNED_TRUTH
        && schema_allows_type(node, cJSON_True)) {
        cJSON *truth = cJSON_CreateBool(*cell->text == '1');
        typing->grown->failed = typing->grown->failed || !truth;
        return truth;
    }
    *fault = cell->kind == RETURNED_TRUTH ? TYPED_UNREADABLE
        : cell->is_date ? TYPED_DATE : read_digits(cell, &value);
    if (*fault)
        return NULL;
    return grown_string(typing->grown, decimal_print_short(value, text));
}

/* A choice, or words in half width where they have to be. */
static cJSON *from_text(const struct typing *typing, const char *words,
    const struct schema_node *node)
{
    const char *choice = schema_choice(node, words);
    struct buffer narrow = BUFFER_EMPTY;

    if (!choice && spoken_narrowed(schema_string(node, "pattern"), words,
            &narrow, &typing->grown->failed))
        choice = buffer_string(&narrow);
    cJSON *text = grown_string(typing->grown, choice ? choice : words);
    buffer_free(&narrow);
    return text;
}

/* --- any of them ---------------------------------------------------------- */

static cJSON *from_words(const struct typing *typing,
    const struct returned_cell *cell, const struct schema_node *node,
    const char *unit, enum typed_fault *fault)
{
    enum value_type type = typed_type(node, unit);
    const char *words;

    if (words_read(cell->text, &words) != CELL_VALUE
        || spoken_is_blank(type, typing->lexicon, words,
            &typing->grown->failed)) {
        cJSON *blank = cJSON_CreateNull();
        typing->grown->failed = typing->grown->failed || !blank;
        return blank;
    }
    if (value_type_is_figure(type))
        return from_figure(typing, words, node, unit, fault);
    if (type == VALUE_DATE)
        return from_date(typing, cell, words, fault);
    return from_text(typing, words, node);
}

cJSON *typed_value(const struct typing *typing,
    const struct returned_cell *cell, const struct schema_node *node,
    const char *unit, enum typed_fault *fault)
{
    enum value_type type = typed_type(node, unit);

    *fault = !cell->text ? TYPED_BARE
        : cell->kind == RETURNED_FAULT ? TYPED_FAULT : TYPED_GOOD;
    if (*fault)
        return NULL;
    if (cell->kind == RETURNED_WORDS)
        return from_words(typing, cell, node, unit, fault);
    if (type == VALUE_DATE && cell->kind == RETURNED_NUMBER)
        return from_date(typing, cell, "", fault);
    if (value_type_is_figure(type) && cell->kind == RETURNED_NUMBER)
        return from_number(typing, cell, type, fault);
    return from_other(typing, cell, node, fault);
}
