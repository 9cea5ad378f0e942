/* Which characters a text has, in a few bits. */

#include "6_rules/text/sketch.h"

#include <stdlib.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/spans.h"

/* The bit of a character: the upper bits of its code multiplied by 2^32 over
 * the golden ratio, which spreads neighbours. */
static unsigned bit_of(unsigned code)
{
    if (text_is_digit(code) || text_is_digit(code - 0xFEE0))
        code = '0';
    return ((uint32_t)code * UINT32_C(0x9E3779B1)) >> (32 - TEXT_SKETCH_BITS);
}

void text_sketch_draw(struct text_sketch *sketch, const char *text)
{
    unsigned code;
    size_t size = text_character(text, &code);

    *sketch = (struct text_sketch){ .first = (uint16_t)bit_of(code) };
    for (; size > 0; size = text_character(text, &code)) {
        unsigned bit = bit_of(code);
        sketch->bits[bit / 64] |= UINT64_C(1) << bit % 64;
        text += size;
    }
}

struct text_cue text_cue_of(const char *characters, size_t length)
{
    struct text_cue cue = {{0}, 0};
    unsigned code;
    size_t size;

    for (size_t at = 0; at < length && cue.count < TEXT_CUE_SIZE; at += size) {
        size = text_character(characters + at, &code);
        cue.bits[cue.count++] = (uint16_t)bit_of(code);
    }
    return cue;
}

bool text_cue_fits(const struct text_cue *cue,
    const struct text_sketch *sketch)
{
    for (size_t k = 0; k < cue->count; k++)
        if (!(sketch->bits[cue->bits[k] / 64] >> cue->bits[k] % 64 & 1))
            return false;
    return true;
}

bool text_cues_read(struct text_cues *cues, const char *words)
{
    struct text_span word = { words, 0 };
    size_t count = 0;

    while (text_word_next(&word))
        count++;
    *cues = (struct text_cues){ calloc(count + 1, sizeof *cues->list), 0 };
    if (!cues->list)
        return false;
    for (word = (struct text_span){ words, 0 }; text_word_next(&word);)
        cues->list[cues->count++] = text_cue_of(word.text,
            text_span_find(word, "→"));
    return true;
}

static size_t count_words(const struct lexicon *lexicon,
    const struct text_needs *needs)
{
    size_t count = 0;

    for (size_t k = 0; k < needs->count; k++)
        count += lexicon_words(lexicon, needs->notions[k])->count;
    return count;
}

/* The characters of a word, and a digit. */
static struct text_cue cue_needed(bool digit, const char *word, size_t length)
{
    struct text_cue cue = text_cue_of(word, length);

    if (digit && cue.count == TEXT_CUE_SIZE)
        cue.count--;
    if (digit)
        cue.bits[cue.count++] = (uint16_t)bit_of('0');
    return cue;
}

bool text_cues_make(struct text_cues *cues, const struct lexicon *lexicon,
    const struct text_needs *needs)
{
    size_t count = count_words(lexicon, needs);

    *cues = (struct text_cues){ calloc(count + 1, sizeof *cues->list), 0 };
    if (!cues->list)
        return false;
    if (needs->count == 0)
        cues->list[cues->count++] = cue_needed(needs->digit, "", 0);
    for (size_t k = 0; k < needs->count; k++) {
        const struct word_list *words = lexicon_words(lexicon,
            needs->notions[k]);
        for (size_t j = 0; j < words->count; j++)
            cues->list[cues->count++] = cue_needed(needs->digit,
                words->list[j].text, words->list[j].length);
    }
    return true;
}

void text_cues_free(struct text_cues *cues)
{
    free(cues->list);
    *cues = (struct text_cues)TEXT_CUES_EMPTY;
}

bool text_cues_fit(const struct text_cues *cues,
    const struct text_sketch *sketch)
{
    for (size_t k = 0; k < cues->count; k++)
        if (text_cue_fits(&cues->list[k], sketch))
            return true;
    return false;
}

bool text_cues_begin(const struct text_cues *cues,
    const struct text_sketch *sketch)
{
    for (size_t k = 0; k < cues->count; k++)
        if (cues->list[k].bits[0] == sketch->first)
            return true;
    return false;
}
