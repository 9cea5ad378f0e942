/* Numbers that belong to a person. */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/spans.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))
#define DIGITS_LEAST 11
#define DIGITS_MOST 19

/* A number in a text, its groups joined: 138 0000 0000. */
struct number {
    char digits[DIGITS_MOST + 1];
    size_t count;
    size_t end;                 /* byte of the text behind it */
};

static int digit(const char *digits, size_t k)
{
    return digits[k] - '0';
}

static bool is_mobile(const struct number *number)
{
    return number->count == 11 && number->digits[0] == '1'
        && number->digits[1] >= '3';
}

static int two_digits(const char *digits)
{
    return digit(digits, 0) * 10 + digit(digits, 1);
}

/* MMDD of a birthday. */
static bool is_day(const char *digits)
{
    int month = two_digits(digits), day = two_digits(digits + 2);

    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* GB 11643-1999: the weighted sum of all 18 is 1 modulo 11, X being 10. */
static bool is_checked(const char *digits)
{
    int sum = 0, weight = 1;

    for (size_t k = 18; k-- > 0; weight = weight * 2 % 11)
        sum += weight * (digits[k] == 'X' ? 10 : digit(digits, k));
    return sum % 11 == 1;
}

static bool is_id(const struct number *number)
{
    const char *digits = number->digits;

    if (digits[0] == '0' || digits[0] == '9')
        return false;
    if (number->count == 15)
        return is_day(digits + 8);
    return number->count == 18 && is_day(digits + 10)
        && (two_digits(digits + 6) == 19 || two_digits(digits + 6) == 20)
        && is_checked(digits);
}

/* ISO/IEC 7812: an issuer's first digit, and Luhn's check digit. */
static bool is_card(const struct number *number)
{
    int sum = 0;

    if (number->count < 16 || number->digits[0] < '3'
        || number->digits[0] > '6' || number->digits[number->count - 1] == 'X')
        return false;
    for (size_t k = 0; k < number->count; k++) {
        int value = digit(number->digits, number->count - 1 - k);
        sum += k % 2 == 0 ? value : value < 5 ? value * 2 : value * 2 - 9;
    }
    return sum % 10 == 0;
}

/* A kind, and how many digits a mask leaves at both ends. */
static const struct kind {
    const char *name;
    bool (*is)(const struct number *number);
    int head, tail;
} kinds[] = {
    { "mobile", is_mobile, 3, 4 },
    { "id", is_id, 6, 4 },
    { "card", is_card, 4, 4 },
};

/* One bit for each kind that the words name; 0 if a word names none. */
static unsigned kinds_read(const char *names)
{
    struct text_span word = { names, 0 };
    unsigned wanted = 0;

    while (text_word_next(&word)) {
        size_t k = 0;
        while (k < COUNT(kinds) && !text_span_equals(word, kinds[k].name))
            k++;
        if (k == COUNT(kinds))
            return 0;
        wanted |= 1u << k;
    }
    return wanted;
}

static const struct kind *kind_of(const struct number *number,
    unsigned wanted)
{
    for (size_t k = 0; k < COUNT(kinds); k++)
        if (wanted >> k & 1 && kinds[k].is(number))
            return &kinds[k];
    return NULL;
}

static void add_digits(struct number *number, const char *digits,
    size_t count)
{
    for (size_t k = 0; k < count && number->count < DIGITS_MOST; k++)
        number->digits[number->count++] = digits[k];
}

/* A run of digits as it stands; an id may end with X. */
static bool read_plain(const char *text, size_t at, struct number *number)
{
    size_t count = text_digits(text + at);
    bool foreign = text_starts(text + at, "86") && count == 13;
    char next = text[at + count];

    *number = (struct number){ .end = at + count };
    if (count > DIGITS_MOST)
        return false;
    add_digits(number, text + at + (foreign ? 2 : 0),
        count - (foreign ? 2 : 0));
    if (count == 17 && (next == 'X' || next == 'x')) {
        add_digits(number, "X", 1);
        number->end++;
    }
    return count >= DIGITS_LEAST;
}

/* Groups of digits with one blank or - between: 3-4-4, or 4 by 4. */
static bool read_groups(const char *text, size_t at, struct number *number)
{
    size_t first = text_digits(text + at), count;
    char joint = text[at + first];

    *number = (struct number){ .end = at + first };
    add_digits(number, text + at, first);
    if ((first != 3 && first != 4) || (joint != ' ' && joint != '-'))
        return false;
    while (text[number->end] == joint
        && (count = text_digits(text + number->end + 1)) > 0 && count <= 4) {
        add_digits(number, text + number->end + 1, count);
        number->end += 1 + count;
    }
    return number->count >= DIGITS_LEAST
        && (first == 4 || number->count == DIGITS_LEAST);
}

/* Whether digits are no part of a code or of decimals, which belong to
 * nobody. */
static bool stands_alone(const char *text, size_t at,
    const struct number *number)
{
    char before = at > 0 ? text[at - 1] : '\0';
    char behind = text[number->end];

    return !text_is_latin((unsigned char)before) && before != '.'
        && before != '_' && !text_is_latin((unsigned char)behind)
        && behind != '_' && !(behind == '.'
            && text_is_digit((unsigned char)text[number->end + 1]));
}

static void add_masked(const struct number *number, const struct kind *kind,
    struct buffer *found)
{
    size_t head = (size_t)kind->head, tail = (size_t)kind->tail;

    buffer_add(found, number->digits, head);
    for (size_t k = head; k < number->count - tail; k++)
        buffer_add_char(found, '*');
    buffer_add(found, number->digits + number->count - tail, tail);
}

bool text_private(const struct lexicon *lexicon, const char *text,
    const char *names, struct buffer *found)
{
    unsigned wanted = kinds_read(names);
    const struct kind *kind = NULL;
    struct number number;
    size_t at = 0;

    (void)lexicon;
    while (!kind && (at += strcspn(text + at, "0123456789"), text[at])) {
        if ((read_plain(text, at, &number) || read_groups(text, at, &number))
            && stands_alone(text, at, &number))
            kind = kind_of(&number, wanted);
        at += text_digits(text + at);
    }
    if (kind)
        add_masked(&number, kind, found);
    return wanted != 0;
}
