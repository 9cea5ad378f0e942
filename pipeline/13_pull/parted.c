/*
 * Words to half width, and a figure parted from its unit.
 */

#include "13_pull/parted.h"

#include "0_base/utf8.h"

#define WIDE_FIRST 0xFF01       /* ！ to ～ are ! to ~ in full width */
#define WIDE_LAST 0xFF5E
#define WIDE_OFFSET 0xFEE0
#define MINUS 0x2212
#define GROUP 3                 /* digits between two commas */

void parted_narrow(const char *words, struct buffer *out)
{
    size_t length = strlen(words), size;
    bool blank = false;
    unsigned code;

    for (; length > 0 && (size = utf8_read(words, length, &code)) > 0;
        words += size, length -= size) {
        if (utf8_is_space(code)) {
            blank = out->length > 0;
            continue;
        }
        if (blank)
            buffer_add_char(out, ' ');
        blank = false;
        if (code >= WIDE_FIRST && code <= WIDE_LAST)
            code -= WIDE_OFFSET;
        utf8_add(out, code == MINUS ? '-' : code);
    }
}

void parted_free(struct parted *parted)
{
    buffer_free(&parted->digits);
    buffer_free(&parted->rest);
}

/* Digits before the point, with marks between groups or without any; how many
 * bytes they take, 0 where there are none. */
static size_t read_whole(const char *text, struct buffer *digits)
{
    size_t count = parted_digits(text), at = count;
    char mark = text[at];

    buffer_add(digits, text, count);
    if (count == 0 || count > GROUP || (mark != ',' && mark != ' '))
        return at;
    while (text[at] == mark && parted_digits(text + at + 1) == GROUP) {
        buffer_add(digits, text + at + 1, GROUP);
        at += 1 + GROUP;
    }
    return at;
}

/* Words without the mark of a sentence at their end. */
static void cut_end(const struct lexicon *lexicon, struct buffer *words)
{
    size_t end = word_size_before(lexicon_words(lexicon, NOTION_STOPS),
        buffer_string(words), words->length);

    if (end < words->length)
        buffer_cut(words, words->length - end);
}

/* Behind the signs before a figure: those of money, + or -. */
static const char *skip_signs(const struct lexicon *lexicon,
    const char *text, struct parted *parted)
{
    size_t money = word_size_at(lexicon_words(lexicon, NOTION_MONEY_SIGNS),
        text, 0);

    parted->is_money = money > 0;
    text += money;
    if (*text == '-')
        buffer_add_char(&parted->digits, '-');
    return text + (*text == '-' || *text == '+');
}

bool parted_read(const struct lexicon *lexicon, const char *words,
    struct parted *parted, bool *failed)
{
    struct buffer narrowed = BUFFER_EMPTY;

    *parted = (struct parted){ BUFFER_EMPTY, BUFFER_EMPTY, false };
    parted_narrow(words, &narrowed);
    cut_end(lexicon, &narrowed);
    const char *at = skip_signs(lexicon, buffer_string(&narrowed), parted);
    size_t whole = read_whole(at, &parted->digits);
    at += whole;
    if (whole > 0 && *at == '.' && parted_digits(at + 1) > 0) {
        buffer_add(&parted->digits, at, 1 + parted_digits(at + 1));
        at += 1 + parted_digits(at + 1);
    }
    bool good = whole > 0 && !strchr(".,-0123456789", *at ? *at : 'x');
    buffer_add_string(&parted->rest, at + (*at == ' '));
    *failed = *failed || narrowed.failed || parted->digits.failed
        || parted->rest.failed;
    buffer_free(&narrowed);
    return good && !*failed;
}
