/*
 * A number that is written with more than a number: 238.8万元, 95.35%,
 * 1,168.72.  What has to go is told, and what stays.
 */

#include <string.h>

#include "0_base/utf8.h"
#include "2_schema/report/step.h"

/* Bytes before or behind a numeral that may be a unit or a mark of it. */
#define STRAY_MAX 24

/* The digits of a text, and what stands around and among them. */
struct numeral {
    struct buffer digits;
    const char *before, *behind;
    size_t before_length, behind_length;
    bool commas, spaces;
};

/* As ASCII where it is a full-width digit, point or comma. */
static unsigned narrow(unsigned code)
{
    return code >= 0xFF01 && code <= 0xFF5E ? code - 0xFF01 + '!' : code;
}

static bool is_beginning(unsigned code)
{
    return code - '0' < 10 || code == '.' || code == '-';
}

/* Whether a character belongs to a numeral, or stands among its digits. */
static bool take(struct numeral *numeral, unsigned code)
{
    if (code - '0' < 10 || code == '.' || (code == '-'
        && numeral->digits.length == 0)) {
        buffer_add_char(&numeral->digits, (char)code);
        return true;
    }
    if (numeral->digits.length == 0)
        return false;
    numeral->commas |= code == ',';
    numeral->spaces |= utf8_is_space(code);
    return code == ',' || utf8_is_space(code);
}

/* Splits a text into what is before the numeral, it, and what is behind. */
static void split(struct numeral *numeral, const char *text, size_t length)
{
    size_t at = 0, size;
    unsigned code;

    numeral->before = text;
    while (at < length && (size = utf8_read(text + at, length - at, &code))
        && !is_beginning(narrow(code)))
        at += size;
    numeral->before_length = at;
    while (numeral->before_length
        && text[numeral->before_length - 1] == ' ')
        numeral->before_length--;
    while (at < length && (size = utf8_read(text + at, length - at, &code))
        && take(numeral, narrow(code)))
        at += size;
    numeral->behind = text + at;
    numeral->behind_length = length - at;
}

/* Whether the numeral by itself is what the type asks for. */
static bool is_fit(const struct numeral *numeral,
    const struct type_rule *rule)
{
    struct number number;

    return number_parse(buffer_string(&numeral->digits),
        numeral->digits.length, &number) && number.places <= rule->places
        && number_is_below(&number, rule->digits);
}

/* Another numeral behind the first: a range, a date. */
static bool has_more(const struct numeral *numeral)
{
    for (size_t k = 0; k < numeral->behind_length; k++)
        if ((unsigned char)(numeral->behind[k] - '0') < 10)
            return true;
    return false;
}

/* Another unit of amounts: to take it away would change the amount.  Its own
 * one, or the beginning of it, only repeats what is known. */
static bool is_other_unit(const struct numeral *numeral,
    const struct type_rule *rule, const char *unit)
{
    char behind[STRAY_MAX + 1] = "";

    memcpy(behind, numeral->behind, numeral->behind_length);
    return rule->type == VALUE_AMOUNT && numeral->behind_length
        && value_type_of_unit(behind) != VALUE_RATE
        && !(unit && strncmp(unit, numeral->behind,
            numeral->behind_length) == 0);
}

static void add_stray(struct words *hint, const char *text, size_t length,
    size_t *count)
{
    if (length == 0)
        return;
    if ((*count)++)
        words_add_phrase(hint, PHRASE_COMMA);
    words_add_quoted(hint, text, length);
}

static void add_mark(struct words *hint, enum phrase mark, bool there,
    size_t *count)
{
    if (!there)
        return;
    if ((*count)++)
        words_add_phrase(hint, PHRASE_COMMA);
    words_add_phrase(hint, mark);
}

static void add_hint(struct words *hint, const struct numeral *numeral)
{
    struct words stray = WORDS_EMPTY;
    size_t count = 0;

    add_stray(&stray, numeral->before, numeral->before_length, &count);
    add_mark(&stray, PHRASE_COMMAS, numeral->commas, &count);
    add_mark(&stray, PHRASE_SPACES, numeral->spaces, &count);
    add_stray(&stray, numeral->behind, numeral->behind_length, &count);
    if (count) {
        words_add_phrase(hint, PHRASE_REMOVE);
        words_append(hint, &stray);
    }
    words_add_phrase(hint, count ? PHRASE_AND_WRITE : PHRASE_WRITE);
    words_add_text(hint, buffer_string(&numeral->digits));
    words_free(&stray);
}

bool numeral_hint(struct words *hint, const struct type_rule *rule,
    const char *unit, const char *text, size_t length)
{
    struct numeral numeral = { .digits = BUFFER_EMPTY };

    split(&numeral, text, length);
    bool found = numeral.before_length <= STRAY_MAX
        && numeral.behind_length <= STRAY_MAX && is_fit(&numeral, rule)
        && !has_more(&numeral);
    if (found && is_other_unit(&numeral, rule, unit))
        words_add_phrase(hint, rule->shift ? PHRASE_IN_WAN_YUAN
            : PHRASE_IN_YUAN);
    else if (found)
        add_hint(hint, &numeral);
    buffer_free(&numeral.digits);
    return found;
}
