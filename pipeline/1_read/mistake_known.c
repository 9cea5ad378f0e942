/*
 * Mistakes that people are known to make outside the strings of a data file:
 * marks of another keyboard, commas too many or too few, numbers and words of
 * other notations.
 */

#include <string.h>
#include <strings.h>

#include "0_base/signs.h"
#include "0_base/utf8.h"
#include "1_read/mistake_look.h"
#include "1_read/scan.h"
#include "1_read/twins.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

/* What other languages write for true, false and null. */
static const struct {
    const char *word, *meant;
} words[] = {
    { "true", "true" }, { "false", "false" }, { "null", "null" },
    { "none", "null" }, { "nil", "null" }, { "undefined", "null" },
    { "nan", "null" }, { "infinity", "null" }, { "yes", "true" },
    { "no", "false" },
};

/* Marks that are wrong anywhere outside a string. */
static bool find_foreign_mark(struct mistake *m)
{
    char next = mistake_byte(m, m->at + 1);

    m->meant = twin_of(m->code);
    if (m->meant)
        m->id = CATALOGUE_JSON_FULL_WIDTH;
    else if (is_strange_space(m->code))
        m->id = CATALOGUE_JSON_STRANGE_SPACE;
    else if (m->code == '\'' || m->code == '`')
        m->id = CATALOGUE_JSON_QUOTE;
    else if (m->code == '#' || (m->code == '/' && (next == '/' || next == '*')))
        m->id = CATALOGUE_JSON_COMMENT;
    else
        return false;
    return true;
}

/* A comma without an item behind it: the finding goes to the comma. */
static bool find_extra_comma(struct mistake *m)
{
    size_t before;

    if (m->scan->fault > SCAN_NAME_OR_END)
        return false;
    if (m->code == ',' && mistake_find_before(m, m->at, &before)
        && m->text[before] != ':') {
        m->id = CATALOGUE_JSON_EXTRA_COMMA;
        return true;
    }
    if ((m->code == '}' || m->code == ']')
        && mistake_find_before(m, m->at, &before) && m->text[before] == ',') {
        m->at = before;
        m->id = CATALOGUE_JSON_EXTRA_COMMA;
        return true;
    }
    return false;
}

static bool is_json_word(const char *met)
{
    return strcmp(met, "true") == 0 || strcmp(met, "false") == 0
        || strcmp(met, "null") == 0;
}

static bool starts_item(const struct mistake *m)
{
    bool object = m->text[m->scan->since] == '{';

    return m->code == '"' || (!object && (m->code == '{' || m->code == '['
        || m->code == '-' || mistake_is_digit(m->code)
        || is_json_word(m->met[LANGUAGE_ZH])));
}

/* The string that begins here, cut where it is long. */
static void meet_string(struct mistake *m)
{
    const char *text = m->text + m->at;
    size_t left = m->length - m->at, length = 1, size;
    unsigned code = 0;

    for (int k = 0; k < WORD_CHARACTERS_MAX && (size = utf8_read(text
        + length, left - length, &code)) > 0 && code != '"' && code >= ' ';
        k++)
        length += size;
    mistake_meet_text(m, "%.*s%s", (int)length, text,
        code == '"' ? "\"" : SIGN_CUT "\"");
}

/* What follows a value without a comma. */
static bool find_after_value(struct mistake *m)
{
    size_t before;

    if ((m->scan->fault != SCAN_COMMA_OR_END && m->scan->fault != SCAN_COLON)
        || !mistake_find_before(m, m->at, &before))
        return false;

    bool adjacent = before + 1 == m->at;
    if (adjacent && m->text[before] == '"'
        && (mistake_is_letter(m->code) || mistake_is_digit(m->code)
        || m->code == '"')) {
        m->id = CATALOGUE_JSON_STRING_QUOTE_INSIDE;
    } else if (adjacent && mistake_is_digit((unsigned char)m->text[before])
        && (mistake_is_letter(m->code) || m->code == '%')) {
        m->id = CATALOGUE_JSON_NUMBER_UNIT;
    } else if (m->scan->fault == SCAN_COMMA_OR_END && starts_item(m)) {
        if (m->code == '"')
            meet_string(m);
        m->at = before + 1;
        m->id = CATALOGUE_JSON_MISSING_COMMA;
    } else {
        return false;
    }
    return true;
}

static bool is_of_number(char byte)
{
    return mistake_is_digit((unsigned char)byte) || byte == '.';
}

/* The whole of 1,234.5, and it without commas. */
static void meet_grouped_number(struct mistake *m)
{
    size_t begin = m->at - 1, end = m->at, length = 0;

    while (begin > 0 && is_of_number(m->text[begin - 1]))
        begin--;
    while (is_of_number(mistake_byte(m, end)) || (mistake_byte(m, end) == ','
            && is_of_number(mistake_byte(m, end + 1))))
        end++;
    mistake_meet_text(m, "%.*s", (int)(end - begin), m->text + begin);
    for (const char *met = m->met[LANGUAGE_ZH]; *met; met++)
        if (*met != ',')
            m->plain[length++] = *met;
    m->plain[length] = '\0';
    m->meant = m->plain;
}

/* 1,234 in an object: a name is expected where the digits go on. */
static bool find_grouped_number(struct mistake *m)
{
    size_t at = m->at;

    if (m->scan->fault != SCAN_NAME || !mistake_is_digit(m->code) || at < 2
        || m->text[at - 1] != ','
        || !mistake_is_digit((unsigned char)m->text[at - 2]))
        return false;
    meet_grouped_number(m);
    m->at = at - 1;
    m->id = CATALOGUE_JSON_NUMBER_GROUPED;
    return true;
}

static bool find_bare_word(struct mistake *m)
{
    enum scan_fault fault = m->scan->fault;

    if (!mistake_is_letter(m->code))
        return false;
    if (fault == SCAN_NAME || fault == SCAN_NAME_OR_END) {
        m->id = CATALOGUE_JSON_BARE_NAME;
        return true;
    }
    if (fault != SCAN_VALUE && fault != SCAN_VALUE_OR_END)
        return false;
    m->id = CATALOGUE_JSON_BARE_TEXT;
    for (size_t k = 0; k < COUNT(words); k++) {
        if (strcasecmp(m->met[LANGUAGE_ZH], words[k].word) == 0) {
            m->meant = words[k].meant;
            m->id = CATALOGUE_JSON_WORD;
        }
    }
    return true;
}

static void meet_fraction(struct mistake *m)
{
    size_t end = m->at;

    while (is_of_number(mistake_byte(m, end)))
        end++;
    mistake_meet_text(m, "%.*s", (int)(end - m->at), m->text + m->at);
    m->id = CATALOGUE_JSON_NUMBER_POINT;
}

/* Numbers that do not begin like one. */
static bool find_number_start(struct mistake *m)
{
    bool value = m->scan->fault == SCAN_VALUE
        || m->scan->fault == SCAN_VALUE_OR_END;
    unsigned char next = (unsigned char)mistake_byte(m, m->at + 1);

    if (value && m->code == '+')
        m->id = CATALOGUE_JSON_NUMBER_PLUS;
    else if (value && m->code == '.' && mistake_is_digit(next))
        meet_fraction(m);
    else
        return false;
    return true;
}

bool mistake_find_known(struct mistake *m)
{
    static bool (*const finders[])(struct mistake *m) = { find_foreign_mark,
        find_extra_comma, find_after_value, find_grouped_number,
        find_number_start, find_bare_word };

    for (size_t k = 0; k < COUNT(finders); k++)
        if (finders[k](m))
            return true;
    return false;
}
