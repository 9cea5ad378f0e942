/* The types of values and their notations, as tables with a function each. */

#include "0_base/value.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/findings.h"
#include "0_base/phrases.h"
#include "0_base/signs.h"

static const struct {
    const char *name;
    bool figure;
} types[VALUE_TYPE_COUNT] = {
    [VALUE_AMOUNT] = { "amount", true },
    [VALUE_RATE] = { "rate", true },
    [VALUE_COUNT] = { "count", true },
    [VALUE_NUMBER] = { "number", true },
    [VALUE_YEAR] = { "year", true },
    [VALUE_DATE] = { "date", false },
    [VALUE_TEXT] = { "text", false },
    [VALUE_TOKEN] = { "token", false },
};

/* Units that tell the type of a figure; 10^shift times the unit is the base
 * unit. */
static const struct unit {
    enum phrase name;
    enum value_type type;
    int shift;
} units[] = {
    { PHRASE_UNIT_YUAN, VALUE_AMOUNT, 0 },
    { PHRASE_UNIT_WAN_YUAN, VALUE_AMOUNT, 4 },
    { PHRASE_UNIT_PERCENT, VALUE_RATE, 0 },
};

/* Units, notations and figures are written alike in every language. */
static const char *written(enum phrase phrase)
{
    return phrase_text(phrase, LANGUAGE_ZH);
}

const char *value_type_name(enum value_type type)
{
    return types[type].name;
}

bool value_type_parse(const char *name, enum value_type *type)
{
    for (int k = 0; k < VALUE_TYPE_COUNT; k++) {
        if (types[k].name[0] == name[0] && strcmp(types[k].name, name) == 0) {
            *type = (enum value_type)k;
            return true;
        }
    }
    return false;
}

bool value_type_is_figure(enum value_type type)
{
    return types[type].figure;
}

static const struct unit *find_unit(const char *name)
{
    for (size_t k = 0; name && k < sizeof units / sizeof *units; k++) {
        const char *unit = written(units[k].name);
        if (unit[0] == name[0] && strcmp(unit, name) == 0)
            return &units[k];
    }
    return NULL;
}

enum value_type value_type_of_unit(const char *unit)
{
    const struct unit *known = find_unit(unit);

    return known ? known->type : VALUE_NUMBER;
}

int value_shift_of_unit(enum value_type type, const char *unit)
{
    const struct unit *known = find_unit(unit);

    return known && known->type == type ? known->shift : 0;
}

const char *value_other_unit(enum value_type type, const char *unit)
{
    const struct unit *known = find_unit(unit);

    for (size_t k = 0; known && k < sizeof units / sizeof *units; k++)
        if (units[k].type == type && units[k].shift != known->shift)
            return written(units[k].name);
    return NULL;
}

bool value_unit_begins(const char *text, enum value_type *type)
{
    for (size_t k = 0; k < sizeof units / sizeof *units; k++) {
        const char *name = written(units[k].name);
        if (strncmp(text, name, strlen(name)) == 0) {
            *type = units[k].type;
            return true;
        }
    }
    return false;
}

struct decimal amount_to_fen(struct decimal amount)
{
    const struct decimal no_fen = { 0, AMOUNT_PLACES, false };

    amount = decimal_round(amount, AMOUNT_PLACES);
    decimal_add(amount, no_fen, &amount);
    return amount;
}

bool value_read(enum value_type type, const char *unit, const char *text,
    size_t length, struct decimal *value, int *places)
{
    struct decimal stated;

    if (decimal_parse(text, length, &stated) != DECIMAL_OK)
        return false;
    *places = stated.places;
    if (!decimal_shift(stated, value_shift_of_unit(type, unit), value))
        return false;
    if (type == VALUE_AMOUNT)
        *value = amount_to_fen(*value);
    return type != VALUE_AMOUNT || value->blank
        || value->places == AMOUNT_PLACES;
}

struct decimal value_in_unit(enum value_type type, const char *unit,
    struct decimal value)
{
    int shift = value_shift_of_unit(type, unit);

    /* A value whose places have no room after the shift is rounded: the last
     * ones are far below what is printed. */
    value = decimal_round(value, DECIMAL_PLACES_MAX - shift);
    decimal_shift(value, -shift, &value);
    return value;
}

static void print_number(struct decimal value, int least, struct buffer *out)
{
    char text[DECIMAL_TEXT_SIZE];

    decimal_print(decimal_trim(value, least), text);
    if (text[0] == '-')
        buffer_add_string(out, SIGN_MINUS);
    buffer_add_string(out, text + (text[0] == '-'));
}

static const enum phrase changes[] = { PHRASE_LESS, PHRASE_SAME, PHRASE_MORE };

void figure_print(const struct figure *figure, struct buffer *out)
{
    struct decimal value = value_in_unit(figure->type, figure->unit,
        figure->value);

    if (value.blank)
        return;
    value = decimal_round(value, figure->style.most);
    if (figure->as_change) {
        int sign = (value.units > 0) - (value.units < 0);
        buffer_add_string(out, written(changes[sign + 1]));
        if (sign == 0)
            return;
        value.units *= sign;
    }
    print_number(value, figure->style.least, out);
    if (figure->with_unit && figure->unit)
        buffer_add_string(out, figure->unit);
}

static bool apply_unit(struct figure *figure, const struct unit *unit,
    struct print_style converted)
{
    const char *name = written(unit->name);

    if (unit->type != figure->type || figure->unit_given || figure->bare)
        return false;
    figure->unit_given = true;
    if (!figure->unit || strcmp(figure->unit, name) != 0)
        figure->style = converted;
    figure->unit = name;
    figure->with_unit = true;
    return true;
}

static bool apply_bare(struct figure *figure)
{
    if (figure->bare)
        return false;
    figure->bare = true;
    figure->with_unit = false;
    return true;
}

static bool apply_change(struct figure *figure)
{
    if (figure->type == VALUE_YEAR || figure->as_change)
        return false;
    figure->as_change = true;
    return true;
}

static const struct {
    enum phrase name;
    bool (*apply)(struct figure *figure);
} notations[] = {
    { PHRASE_NOTATION_BARE, apply_bare },
    { PHRASE_NOTATION_CHANGE, apply_change },
};

bool figure_apply_notation(struct figure *figure, const char *notation,
    struct print_style converted)
{
    const struct unit *unit = find_unit(notation);

    if (unit)
        return apply_unit(figure, unit, converted);
    for (size_t k = 0; k < sizeof notations / sizeof *notations; k++)
        if (strcmp(written(notations[k].name), notation) == 0)
            return notations[k].apply(figure);
    return false;
}

/* At most so many digits, which every int has room for. */
static bool read_digits(const char **at, int most, int *number)
{
    const char *begin = *at;

    *number = 0;
    while (*at - begin < most && **at >= '0' && **at <= '9')
        *number = *number * 10 + *(*at)++ - '0';
    return *at > begin;
}

static bool read_sign(const char **at)
{
    return *(*at)++ == '-';
}

bool date_numbers(const char *date, int *year, int *month, int *day)
{
    return read_digits(&date, 4, year) && read_sign(&date)
        && read_digits(&date, 2, month) && read_sign(&date)
        && read_digits(&date, 2, day);
}

void date_print(const char *date, struct buffer *out)
{
    int year, month, day;

    if (date_numbers(date, &year, &month, &day))
        buffer_printf(out, "%d%s%d%s%d%s", year,
            written(PHRASE_OF_YEAR), month,
            written(PHRASE_OF_MONTH), day,
            written(PHRASE_OF_DAY));
}
