/* Lists of words: what is where in a text, the longest of those that fit. */

#include "0_base/word_list.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "0_base/signs.h"

/* Lists are short and read for every text: faster than strspn(). */
bool text_word_next(struct text_span *word)
{
    const char *at = word->text + word->length;

    while (*at && (unsigned char)*at <= ' ')
        at++;
    word->text = at;
    while ((unsigned char)*at > ' ')
        at++;
    word->length = (size_t)(at - word->text);
    return word->length > 0;
}

/* The number, as of word_code_at(), of the character that ends at a byte. */
static unsigned code_before(const char *end, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)end;

    if (bytes[-1] < 0x80 || length < 2)
        return bytes[-1];
    return (bytes[-2] * 64u + bytes[-1]) % WORD_CODES;
}

static void mark(struct word_marks *marks, unsigned code)
{
    marks->bits[code / 64] |= UINT64_C(1) << code % 64;
}

static struct word word_read(struct text_span span)
{
    struct word word = { span.text, span.length, { span.text, 0 }, 0 };

    for (size_t k = 1; k + strlen(SIGN_ARROW) < span.length; k++)
        if (memcmp(span.text + k, SIGN_ARROW, strlen(SIGN_ARROW)) == 0) {
            word.length = k;
            word.meaning.text += k + strlen(SIGN_ARROW);
            word.meaning.length = span.length - k - strlen(SIGN_ARROW);
            break;
        }
    return word;
}

static bool add(struct word **list, size_t *count, size_t *room,
    const char *text)
{
    struct text_span span = { text, 0 };

    while (text_word_next(&span)) {
        struct word *longer = list_room(*list, *count, room, sizeof *longer);
        if (!longer)
            return false;
        *list = longer;
        longer[(*count)++] = word_read(span);
    }
    return true;
}

bool word_list_add(struct word_list *words, const char *text)
{
    return add(&words->list, &words->count, &words->room, text);
}

bool word_list_add_exceptions(struct word_list *words, const char *text)
{
    return add(&words->exceptions, &words->exception_count,
        &words->exception_room, text);
}

static int compare(const void *a, const void *b)
{
    const struct word *left = a, *right = b;

    return (left->length < right->length) - (left->length > right->length);
}

/* The number of the group that begins as text does. */
static unsigned group_of(const char *text)
{
    return word_code_at(text) % WORD_GROUPS;
}

/* Each group in the order of the list. */
static void group(struct word_list *words)
{
    memset(words->heads, 0, sizeof words->heads);
    for (size_t k = words->count; k > 0; k--) {
        struct word *word = &words->list[k - 1];
        uint32_t *head = &words->heads[group_of(word->text)];
        word->next = *head;
        *head = (uint32_t)k;
    }
}

void word_list_sort(struct word_list *words)
{
    if (words->count > 0)
        qsort(words->list, words->count, sizeof *words->list, compare);
    group(words);
    for (size_t k = 0; k < words->count; k++) {
        const struct word *word = &words->list[k];
        mark(&words->first, word_code_at(word->text));
        mark(&words->last, code_before(word->text + word->length,
            word->length));
    }
}

void word_marks_add(struct word_marks *marks, const struct word_list *words)
{
    for (size_t k = 0; k < WORD_CODES / 64; k++)
        marks->bits[k] |= words->first.bits[k];
}

void word_list_free(struct word_list *words)
{
    free(words->list);
    free(words->exceptions);
    *words = (struct word_list){0};
}

/* Whether a word is at text + at.  Most often the first bytes tell: faster than
 * strncmp(). */
static inline bool is_at(const struct word *word, const char *text, size_t at)
{
    size_t k = 0;

    while (k < word->length && text[at + k] == word->text[k])
        k++;
    return k == word->length;
}

/* Whether the exception overlaps `length` bytes at text + at. */
static bool overlaps(const struct word *exception, const char *text,
    size_t at, size_t length)
{
    size_t from = at + 1 > exception->length ? at + 1 - exception->length : 0;

    for (; from < at + length; from++)
        if (text[from] == *exception->text && is_at(exception, text, from)
            && (from < at || from + exception->length > at + length))
            return true;
    return false;
}

static bool is_meant(const struct word_list *words, const char *text, size_t at,
    size_t length)
{
    for (size_t k = 0; k < words->exception_count; k++)
        if (overlaps(&words->exceptions[k], text, at, length))
            return false;
    return true;
}

const struct word *word_find_at(const struct word_list *words,
    const char *text, size_t at, size_t room)
{
    const struct word *word;

    for (size_t k = words->heads[group_of(text + at)]; k > 0; k = word->next) {
        word = &words->list[k - 1];
        if (word->length <= room && is_at(word, text, at)
            && is_meant(words, text, at, word->length))
            return word;
    }
    return NULL;
}

const struct word *word_before(const struct word_list *words, const char *text,
    size_t at)
{
    if (at == 0 || !word_is_marked(&words->last, code_before(text + at, at)))
        return NULL;
    for (size_t k = 0; k < words->count; k++) {
        const struct word *word = &words->list[k];
        if (word->length <= at
            && memcmp(text + at - word->length, word->text, word->length) == 0
            && is_meant(words, text, at - word->length, word->length))
            return word;
    }
    return NULL;
}

size_t word_size_before(const struct word_list *words, const char *text,
    size_t at)
{
    const struct word *word = word_before(words, text, at);

    return word ? word->length : 0;
}

const struct word *word_in(const struct word_list *words, struct text_span span,
    size_t *at)
{
    for (size_t k = 0; k < span.length; k++) {
        const struct word *word = word_begins(span.text[k])
            && word_is_marked(&words->first, word_code_at(span.text + k))
            ? word_find_at(words, span.text, k, span.length - k) : NULL;
        if (word) {
            *at = k;
            return word;
        }
    }
    return NULL;
}

bool word_is_in(const struct word_list *words, struct text_span span)
{
    size_t at;

    return word_in(words, span, &at) != NULL;
}

const struct word *word_of(const struct word_list *words, struct text_span span)
{
    if (span.length == 0
        || !word_is_marked(&words->first, word_code_at(span.text)))
        return NULL;
    for (size_t k = 0; k < words->count; k++)
        if (words->list[k].length == span.length
            && memcmp(words->list[k].text, span.text, span.length) == 0)
            return &words->list[k];
    return NULL;
}

int word_number(const struct word *word)
{
    int number = 0;

    for (size_t k = 0; k < word->meaning.length; k++)
        number = number * 10 + (word->meaning.text[k] - '0');
    return number;
}
