#ifndef TEXT_MEMORY_H
#define TEXT_MEMORY_H

/*
 * Texts that were looked over before, for one who runs the rules again after
 * each change: a function of text.h that found nothing in a text finds nothing
 * in the same text again.
 *
 * Texts are known by what they say.  Those that nobody asked for in a whole run
 * are forgotten after the next one.
 *
 * Ownership: what is kept is the memory's, copies of texts and words too.
 * Errors:    where memory runs out less is remembered, and nothing is wrong.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TEXT_MEMORY_CHECKS 128  /* further ones are not remembered */

struct text_memory;

/* A text, and by which checks nothing was found in it. */
struct known_text {
    const char *words;
    size_t length;
    uint64_t passed[TEXT_MEMORY_CHECKS / 64];
};

struct text_memory *text_memory_new(void);      /* NULL: no memory */
void text_memory_free(struct text_memory *memory);      /* NULL is allowed */

/* The number of a function that looks for some words; TEXT_MEMORY_CHECKS where
 * it is not remembered. */
size_t text_memory_check(struct text_memory *memory, const void *function,
    const char *words);

/* A text, which is good until the turn after the next; NULL where it is not
 * remembered. */
struct known_text *text_memory_text(struct text_memory *memory,
    const char *words);

/* A run of the rules has ended. */
void text_memory_turn(struct text_memory *memory);

/* Whether a check has passed a text; NULL is none. */
static inline bool known_text_passes(const struct known_text *text,
    size_t check)
{
    return text && check < TEXT_MEMORY_CHECKS
        && text->passed[check / 64] >> check % 64 & 1;
}

static inline void known_text_pass(struct known_text *text, size_t check)
{
    if (text && check < TEXT_MEMORY_CHECKS)
        text->passed[check / 64] |= UINT64_C(1) << check % 64;
}

#endif
