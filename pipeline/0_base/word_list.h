#ifndef WORD_LIST_H
#define WORD_LIST_H

/*
 * Lists of words, and where they stand in a text.
 *
 * A word of a list may stand for something (增加→减少, 三→3): what it means.
 * A list may have exceptions, words that contain one of its own and mean
 * something else: 签约 of 约.  Where an exception overlaps a word, and is not
 * a part of it, the word is not there.
 *
 * Texts end with a NUL.  What word_list_add() has made is read-only, and may be
 * used by several threads; it borrows the strings that it was made from.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of a text, which they are borrowed from; no NUL ends them. */
struct text_span {
    const char *text;
    size_t length;
};

/* The next of the words that white space separates, from a span of no length
 * at the beginning; false behind the last. */
bool text_word_next(struct text_span *word);

struct word {
    const char *text;
    size_t length;
    struct text_span meaning;   /* of no length where it has none */
    uint32_t next;              /* of its group: its place, from 1; or 0 */
};

#define WORD_CODES 1024         /* numbers that characters have below */
#define WORD_GROUPS 64          /* of words that may begin alike */

/* A bit for each number. */
struct word_marks {
    uint64_t bits[WORD_CODES / 64];
};

struct word_list {
    struct word *list;          /* longer ones before shorter ones */
    size_t count, room;
    struct word *exceptions;
    size_t exception_count, exception_room;
    struct word_marks first;    /* of the characters that they begin */
    struct word_marks last;     /* and end with, roughly */
    uint32_t heads[WORD_GROUPS];        /* first of each group, from 1; or 0 */
};

/* Add words, which white space separates, with → before a meaning; add
 * exceptions.  False if memory runs out. */
bool word_list_add(struct word_list *words, const char *text);
bool word_list_add_exceptions(struct word_list *words, const char *text);

/* Bring the list into the order that the functions below need. */
void word_list_sort(struct word_list *words);
void word_list_free(struct word_list *words);

/* Whether the byte begins a character. */
static inline bool word_begins(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

/* A number below WORD_CODES for the character that text begins with, 0 for its
 * end; characters may share one. */
static inline unsigned word_code_at(const char *text)
{
    const unsigned char *bytes = (const unsigned char *)text;

    if (bytes[0] < 0x80)
        return bytes[0];
    return (bytes[0] < 0xE0 || !bytes[1] ? bytes[0] * 64u + bytes[1]
        : bytes[1] * 64u + bytes[2]) % WORD_CODES;
}

static inline bool word_is_marked(const struct word_marks *marks,
    unsigned code)
{
    return marks->bits[code / 64] >> code % 64 & 1;
}

/* Marks what the words of a list begin with as well. */
void word_marks_add(struct word_marks *marks, const struct word_list *words);

/* The longest of at most `room` bytes that begins at text + at; NULL for
 * none. */
const struct word *word_find_at(const struct word_list *words,
    const char *text, size_t at, size_t room);

/* The longest that begins at text + at, or ends there; NULL for none.  Most
 * often the first character tells that none begins there. */
static inline const struct word *word_at(const struct word_list *words,
    const char *text, size_t at)
{
    return word_is_marked(&words->first, word_code_at(text + at))
        ? word_find_at(words, text, at, SIZE_MAX) : NULL;
}

const struct word *word_before(const struct word_list *words, const char *text,
    size_t at);

/* How many bytes it takes; 0 for none. */
static inline size_t word_size_at(const struct word_list *words,
    const char *text, size_t at)
{
    const struct word *word = word_at(words, text, at);

    return word ? word->length : 0;
}

size_t word_size_before(const struct word_list *words, const char *text,
    size_t at);

/* The whole number that a word means: 三→3. */
int word_number(const struct word *word);

/* The first that is in a span, and the byte of the span where it begins;
 * NULL for none. */
const struct word *word_in(const struct word_list *words, struct text_span span,
    size_t *at);
bool word_is_in(const struct word_list *words, struct text_span span);

/* The word that a span is; NULL where it is none. */
const struct word *word_of(const struct word_list *words,
    struct text_span span);

#endif
