/* Telephone numbers of China, by how many digits they have. */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"

#define COUNTRY "86"
#define LOCAL_MIN 7             /* digits without those of a region */
#define LOCAL_MAX 8
#define EXTENSION_MAX 5
#define DIGITS_MAX 24

/* Numbers by their first digits, the first row that fits counts. */
static const struct {
    const char *first;
    size_t least, most;         /* digits in all */
} kinds[] = {
    { "01", 11, 11 },           /* 010 and eight */
    { "02", 11, 11 },           /* 021 and eight */
    { "0", 11, 12 },            /* 0737 and seven or eight */
    { "400", 7, 10 }, { "800", 7, 10 },     /* or within a city */
    { "12", 3, 5 }, { "11", 3, 5 }, { "10", 5, 5 }, { "9", 5, 6 },
    { "1", 11, 11 },            /* of a mobile telephone */
};

#define KIND_COUNT (sizeof kinds / sizeof *kinds)

/* Within a city, where a second number leaves out its region, any digit comes
 * first. */
static bool has_right_length(const char *digits, size_t count)
{
    size_t k = 0;

    if (digits[0] != '0' && count >= LOCAL_MIN && count <= LOCAL_MAX)
        return true;
    while (k < KIND_COUNT
        && strncmp(digits, kinds[k].first, strlen(kinds[k].first)) != 0)
        k++;
    return k < KIND_COUNT && count >= kinds[k].least
        && count <= kinds[k].most;
}

/* A number as it is dialled, and the bytes that it takes. */
struct number {
    char digits[DIGITS_MAX + 1];
    size_t count, length;
    size_t before_last;         /* digits before what joined the last ones */
};

/* What stands between the digits of a number: - – — － ( ) （ ） + and a blank. */
static bool joins(unsigned code)
{
    return (code && code < 0x80 && strchr("-() +", (int)code))
        || code == 0xFF08 || code == 0xFF09 || code == 0x2013
        || code == 0x2014 || code == 0xFF0D;
}

/* Reads digits and what joins them, to the last digit; of joints without any,
 * to their end. */
static void read_number(const char *text, struct number *number)
{
    bool joined = false;
    size_t at = 0, size;
    unsigned code;

    *number = (struct number){ .length = 0 };
    for (; (size = text_character(text + at, &code)) > 0; at += size) {
        bool is_digit = text_is_digit(code);
        if (!is_digit && !joins(code))
            break;
        if (!is_digit) {
            joined = true;
            continue;
        }
        if (joined)
            number->before_last = number->count;
        joined = false;
        if (number->count < DIGITS_MAX)
            number->digits[number->count] = (char)code;
        number->count++;
        number->length = at + size;
    }
    if (number->count == 0)
        number->length = at;
}

/* Also with the digits of the country in front, behind which no 0 is dialled:
 * +86-737-…. */
static bool is_number(const char *digits, size_t count)
{
    const size_t country = sizeof COUNTRY - 1;
    char home[DIGITS_MAX + 2] = "0";

    if (count <= LOCAL_MAX || strncmp(digits, COUNTRY, country) != 0)
        return has_right_length(digits, count);
    strcat(home, digits + country);
    return has_right_length(home, count - country + 1)
        || has_right_length(home + 1, count - country);
}

/* A number, or one with its extension or another number behind it. */
static bool is_right(const struct number *number)
{
    const char *last = number->digits + number->before_last;
    size_t count = number->count - number->before_last;

    if (number->count > DIGITS_MAX)
        return false;
    return is_number(number->digits, number->count)
        || (is_number(number->digits, number->before_last)
            && (count <= EXTENSION_MAX || is_number(last, count)));
}

const struct text_needs text_telephone_needs = { TEXT_DIGIT, 0, { 0 } };

bool text_telephone(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    const struct word_list *extensions = lexicon_words(lexicon,
        NOTION_EXTENSIONS);
    struct number number;
    unsigned code;

    (void)argument;
    for (size_t at = 0; found->length == 0 && text[at];) {
        size_t inner = word_size_at(extensions, text, at);
        read_number(text + at + inner, &number);
        if (inner == 0 && number.count > 0 && !is_right(&number))
            buffer_add(found, text + at, number.length);
        at += inner + number.length;
        if (inner + number.length == 0)
            at += text_character(text + at, &code);
    }
    return true;
}
