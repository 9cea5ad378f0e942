/* A summary of the characters that a text has, in a few bits. */

#include "6_rules/text/sketch.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/signs.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/spans.h"

/* No character of a text has this code. */
#define UNUSUAL 0

/* Where there are more cues than this, their first characters are looked for
 * all together before each of them. */
#define HEADS_FROM 20

/* The bit of a character: the upper bits of its code multiplied by 2^32 over
 * the golden ratio, which spreads neighbours. */
static unsigned bit_of(unsigned code)
{
    if (text_is_digit(code) || text_is_digit(code - 0xFEE0))
        code = '0';
    return ((uint32_t)code * UINT32_C(0x9E3779B1)) >> (32 - TEXT_SKETCH_BITS);
}

bool text_is_usual(unsigned code)
{
    return code - 0x4E00 <= 0x9FA5 - 0x4E00 || code - ' ' <= '~' - ' '
        || code - 0xFF01 <= 0xFF5E - 0xFF01
        || code - 0x3001 <= 0x3020 - 0x3001
        || code - 0x2010 <= 0x2027 - 0x2010
        || code - 0x2264 <= 0x2265 - 0x2264 || code == '\n';
}

static void add_bit(struct text_sketch *sketch, unsigned bit)
{
    sketch->bits[bit / 64] |= UINT64_C(1) << bit % 64;
}

void text_sketch_draw(struct text_sketch *sketch, const char *text)
{
    unsigned code;
    size_t size = text_character(text, &code);
    bool unusual = false;

    *sketch = (struct text_sketch){ .first = (uint16_t)bit_of(code) };
    for (; size > 0; size = text_character(text, &code)) {
        add_bit(sketch, bit_of(code));
        unusual = unusual || !text_is_usual(code);
        text += size;
    }
    if (unusual)
        add_bit(sketch, bit_of(UNUSUAL));
}

/* The last place is the new one's where there is no other. */
static void add_last(struct text_cue *cue, unsigned code)
{
    if (cue->count == TEXT_CUE_SIZE)
        cue->count--;
    cue->bits[cue->count++] = (uint16_t)bit_of(code);
}

struct text_cue text_cue_of(const char *characters, size_t length)
{
    struct text_cue cue = {{0}, 0};
    bool unusual = false;
    unsigned code;
    size_t size;

    for (size_t at = 0; at < length && cue.count < TEXT_CUE_SIZE; at += size) {
        size = text_character(characters + at, &code);
        cue.bits[cue.count++] = (uint16_t)bit_of(code);
        unusual = unusual || !text_is_usual(code);
    }
    if (unusual)
        add_last(&cue, UNUSUAL);
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

static bool cues_begin(struct text_cues *cues, size_t count)
{
    *cues = (struct text_cues){ .list = calloc(count + 1,
        sizeof *cues->list) };
    return cues->list != NULL;
}

static bool has_bit(const struct text_cue *cue, uint16_t bit)
{
    size_t k = 0;

    while (k < cue->count && cue->bits[k] != bit)
        k++;
    return k < cue->count;
}

/* Leaves those that a further cue has, too. */
static void share(struct text_cue *shared, const struct text_cue *cue)
{
    size_t count = 0;

    for (size_t k = 0; k < shared->count; k++)
        if (has_bit(cue, shared->bits[k]))
            shared->bits[count++] = shared->bits[k];
    shared->count = count;
}

/* A cue without characters fits any text. */
static void add_cue(struct text_cues *cues, struct text_cue cue)
{
    unsigned head = cue.bits[0];

    if (cues->count == 0)
        cues->shared = cue;
    else
        share(&cues->shared, &cue);
    if (cue.count > 0)
        cues->heads[head / 64] |= UINT64_C(1) << head % 64;
    else
        memset(cues->heads, 0xFF, sizeof cues->heads);
    cues->list[cues->count++] = cue;
}

bool text_cues_read(struct text_cues *cues, const char *words)
{
    struct text_span word = { words, 0 };
    size_t count = 0;

    while (text_word_next(&word))
        count++;
    if (!cues_begin(cues, count))
        return false;
    for (word = (struct text_span){ words, 0 }; text_word_next(&word);)
        add_cue(cues, text_cue_of(word.text, text_span_find(word, SIGN_ARROW)));
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

/* The characters of a word, and one of a class. */
static struct text_cue cue_needed(enum text_class class, const char *word,
    size_t length)
{
    struct text_cue cue = text_cue_of(word, length);

    if (class != TEXT_ANY)
        add_last(&cue, class == TEXT_DIGIT ? '0' : UNUSUAL);
    return cue;
}

bool text_cues_make(struct text_cues *cues, const struct lexicon *lexicon,
    const struct text_needs *needs)
{
    size_t count = count_words(lexicon, needs);

    if (!cues_begin(cues, count))
        return false;
    if (needs->count == 0)
        add_cue(cues, cue_needed(needs->class, "", 0));
    for (size_t k = 0; k < needs->count; k++) {
        const struct word_list *words = lexicon_words(lexicon,
            needs->notions[k]);
        for (size_t j = 0; j < words->count; j++)
            add_cue(cues, cue_needed(needs->class, words->list[j].text,
                words->list[j].length));
    }
    return true;
}

void text_cues_free(struct text_cues *cues)
{
    free(cues->list);
    *cues = (struct text_cues)TEXT_CUES_EMPTY;
}

/* Whether a text may have the first character of one of them. */
static bool have_head(const struct text_cues *cues,
    const struct text_sketch *sketch)
{
    uint64_t common = 0;

    for (size_t k = 0; k < sizeof cues->heads / sizeof *cues->heads; k++)
        common |= cues->heads[k] & sketch->bits[k];
    return common != 0;
}

bool text_cues_fit(const struct text_cues *cues,
    const struct text_sketch *sketch)
{
    if (!text_cue_fits(&cues->shared, sketch)
            || (cues->count > HEADS_FROM && !have_head(cues, sketch)))
        return false;
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
