#ifndef MISTAKE_LOOK_H
#define MISTAKE_LOOK_H

/*
 * A mistake in hand, for mistake.c and mistake_known.c: where a text stops
 * being JSON, and what stands there.
 *
 * Ownership: everything is borrowed.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/catalogue.h"

#define MET_SIZE 96             /* a word of the text, cut, or a name */
#define WORD_CHARACTERS_MAX 12  /* of it */

struct kind;
struct scan;

struct mistake {
    const struct scan *scan;
    const char *text;
    size_t length;
    size_t at;                  /* where the finding goes */
    char met[LANGUAGE_COUNT][MET_SIZE]; /* what stands there, printable */
    const struct kind *kind;    /* of a file that is none of JSON, or NULL */
    unsigned code;              /* its first character; 0 at the end */
    const char *meant;          /* what should stand there, or NULL */
    char plain[MET_SIZE];       /* the same where it is made of what is met */
    enum catalogue id;
};

bool mistake_is_control(unsigned code);
bool mistake_is_letter(unsigned code);
bool mistake_is_digit(unsigned code);
bool mistake_is_space(char byte);

/* The byte at an offset; NUL beyond the text. */
char mistake_byte(const struct mistake *m, size_t offset);

/* The last byte before an offset that is no space; false if none. */
bool mistake_find_before(const struct mistake *m, size_t offset,
    size_t *found);

/* Looks at what stands at an offset, a word or else one character: sets at,
 * code and met. */
void mistake_meet(struct mistake *m, size_t offset);

/* Sets what is met to words of the caller. */
void mistake_meet_text(struct mistake *m, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Finds out whether it is a mistake that people are known to make, and sets
 * its id, at and meant: mistake_known.c. */
bool mistake_find_known(struct mistake *m);

#endif
