/*
 * A value of the data as a cell.
 */

#include <string.h>

#include "0_base/value.h"
#include "16_sheet/choices.h"
#include "16_sheet/days.h"
#include "16_sheet/laying.h"
#include "16_sheet/typed.h"
#include "16_sheet/words.h"
#include "16_sheet/xlsx.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"

#define DIGITS_MAX 15           /* that programs keep of a number */

static void refuse(struct laying *laying, const struct spot *spot,
    enum catalogue id, const char *found)
{
    laying->refused = true;
    findings_add(laying->findings, id,
        json_place(laying->source->json, spot->value),
        buffer_string(&laying->pointer), "found", found, NULL);
}

/* --- figures -------------------------------------------------------------- */

/* The digits of a decimal, zeros at both ends aside. */
static int count_digits(struct decimal value)
{
    char text[DECIMAL_TEXT_SIZE];
    int count = 0, zeros = 0;

    decimal_print_short(value, text);
    for (const char *at = text; *at; at++) {
        if (*at < '0' || *at > '9' || (*at == '0' && count == 0))
            continue;
        zeros = *at == '0' ? zeros + 1 : 0;
        count++;
    }
    return count - zeros;
}

static enum book_style style_of_decimals(struct decimal value)
{
    bool keeps = value.places > 0 && value.places <= BOOK_DECIMALS_MAX
        && value.units % 10 == 0;

    return keeps ? (enum book_style)(BOOK_FIGURE + value.places)
        : BOOK_FIGURE;
}

static void put_number(struct laying *laying, const struct spot *spot,
    struct book_cell *cell)
{
    size_t length;
    const char *literal = json_literal(laying->source->json, spot->value,
        &length);
    struct decimal value;
    char text[DECIMAL_TEXT_SIZE];

    if (decimal_parse(literal, length, &value) != DECIMAL_OK
        || count_digits(value) > DIGITS_MAX) {
        char *copy = arena_copy(&laying->book->arena, literal, length);
        refuse(laying, spot, CATALOGUE_SHEET_DIGITS, copy ? copy : "");
        return;
    }
    cell->kind = BOOK_NUMBER;
    cell->style = style_of_decimals(value);
    cell->text = book_keep(laying->book, decimal_print_short(value, text));
}

/* --- words ---------------------------------------------------------------- */

static void put_words(struct laying *laying, const struct spot *spot,
    struct book_cell *cell)
{
    struct buffer words = BUFFER_EMPTY;
    const char *text = schema_choice_words(spot->node,
        spot->value->valuestring);
    long days;

    words_add(text, &words);
    if (cell->style == BOOK_DATE && days_of_date(text, &days)) {
        buffer_clear(&words);
        buffer_add_integer(&words, days);
        cell->kind = BOOK_NUMBER;
    } else {
        cell->style = BOOK_TEXT;
    }
    text = buffer_string(&words);
    if (text[xlsx_text_head(text, BOOK_TEXT_MAX)] != '\0')
        refuse(laying, spot, CATALOGUE_SHEET_LONG, "");
    cell->text = book_keep(laying->book, text);
    laying->book->failed = laying->book->failed || words.failed;
    buffer_free(&words);
}

static void put_stated(struct laying *laying, const struct spot *spot,
    struct book_cell *cell)
{
    if (cJSON_IsNumber(spot->value)) {
        put_number(laying, spot, cell);
    } else if (cJSON_IsString(spot->value)) {
        put_words(laying, spot, cell);
    } else if (cJSON_IsBool(spot->value)) {
        cell->kind = BOOK_TRUTH;
        cell->text = cJSON_IsTrue(spot->value) ? "1" : "0";
    } else if (cJSON_IsNull(spot->value)) {
        cell->style = BOOK_TEXT;
        cell->text = words_of_state(CELL_BLANK);
    }
}

/* --- what formulas give --------------------------------------------------- */

/* What is printed in the unit of the data, exactly. */
static void put_derived(struct laying *laying, xmlNodePtr leaf,
    struct book_cell *cell)
{
    const struct figure figure = node_figure(leaf,
        (struct print_style){ 0, 0 });
    struct buffer words = BUFFER_EMPTY;
    char text[DECIMAL_TEXT_SIZE];

    cell->style = BOOK_DERIVED;
    cell->source = leaf;
    if (value_type_is_figure(figure.type) && !figure.value.blank) {
        cell->kind = BOOK_NUMBER;
        cell->text = book_keep(laying->book, decimal_print_short(
            value_in_unit(figure.type, figure.unit, figure.value), text));
    } else if (node_state(leaf) == STATE_DERIVED) {
        node_print(leaf, &words);
        cell->text = book_keep(laying->book, buffer_string(&words));
    }
    laying->book->failed = laying->book->failed || words.failed;
    buffer_free(&words);
}

/* The leaf that a formula fills, or would with its operands, where that can be
 * told. */
static xmlNodePtr find_derived(const struct laying *laying)
{
    xmlNodePtr leaf = where_find(laying->source->submission,
        buffer_string(&laying->pointer));

    return leaf && (node_state(leaf) == STATE_DERIVED
        || telling_knows(&laying->telling, leaf)) ? leaf : NULL;
}

/* --- the cell ------------------------------------------------------------- */

/* What a value may be; NULL where that is no such list. */
static const char *choices_of(struct laying *laying, const struct spot *spot)
{
    struct choices choices = CHOICES_EMPTY;
    const cJSON *entry;

    cJSON_ArrayForEach(entry, schema_annotation(spot->node, "enum")) {
        if (cJSON_IsString(entry))
            choices_add(&choices, schema_choice_words(spot->node,
                entry->valuestring));
        else if (cJSON_IsNull(entry))
            choices_add(&choices, words_of_state(CELL_BLANK));
        else
            choices.unfit = true;
    }
    return choices_keep(&choices, laying->book);
}

static enum book_style style_of(const struct spot *spot)
{
    enum value_type type = typed_type(spot->node, NULL);

    return type == VALUE_DATE ? BOOK_DATE
        : value_type_is_figure(type) ? BOOK_FIGURE : BOOK_TEXT;
}

bool laying_put_value(struct laying *laying, size_t sheet, unsigned column,
    const struct spot *spot)
{
    struct book_cell *cell = book_put(laying->book, sheet, column,
        style_of(spot), NULL);
    xmlNodePtr derived = spot->value ? NULL : find_derived(laying);

    cell->choices = choices_of(laying, spot);
    if (spot->value)
        put_stated(laying, spot, cell);
    else if (derived)
        put_derived(laying, derived, cell);
    book_note_value(laying->book, sheet, buffer_string(&laying->pointer));
    return derived != NULL;
}

void laying_put_state(struct laying *laying, size_t sheet, unsigned column,
    const cJSON *value)
{
    book_put(laying->book, sheet, column, BOOK_TEXT,
        words_of_state(cJSON_IsNull(value) ? CELL_BLANK : CELL_NONE));
    book_note_value(laying->book, sheet, buffer_string(&laying->pointer));
}
