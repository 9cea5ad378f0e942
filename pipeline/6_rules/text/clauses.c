/* Finds the passage, the sentence and the clause around a place of a text. */

#include "6_rules/text/clauses.h"

#include "6_rules/text/characters.h"

/* Marks that end a sentence, then those that end a clause. */
static const enum notion marks[] = { NOTION_STOPS, NOTION_SEMICOLONS,
    NOTION_COMMAS, NOTION_COLONS };

#define LONG_SENTENCE_MARKS 1
#define SENTENCE_MARKS 2
#define CLAUSE_MARKS (sizeof marks / sizeof *marks)

static bool ends_at(const struct lexicon *lexicon, const char *text,
    size_t at, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (word_before(lexicon_words(lexicon, marks[k]), text, at))
            return true;
    return false;
}

static bool begins_at(const struct lexicon *lexicon, const char *text,
    size_t at, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (word_size_at(lexicon_words(lexicon, marks[k]), text, at) > 0)
            return true;
    return false;
}

static struct text_span part_around(const struct lexicon *lexicon,
    const char *text, size_t begin, size_t end, size_t count)
{
    size_t first = begin, last = end, size;
    unsigned code;

    while (begin - first < TEXT_CLAUSE_REACH
        && (size = text_character_before(text, first, &code)) > 0
        && code != '\n' && !ends_at(lexicon, text, first, count))
        first -= size;
    while (last - end < TEXT_CLAUSE_REACH
        && (size = text_character(text + last, &code)) > 0
        && code != '\n' && !begins_at(lexicon, text, last, count))
        last += size;
    return (struct text_span){ text + first, last - first };
}

struct text_span text_passage_around(const struct lexicon *lexicon,
    const char *text, size_t begin, size_t end)
{
    return part_around(lexicon, text, begin, end, 0);
}

struct text_span text_long_sentence_around(const struct lexicon *lexicon,
    const char *text, size_t begin, size_t end)
{
    return part_around(lexicon, text, begin, end, LONG_SENTENCE_MARKS);
}

struct text_span text_sentence_around(const struct lexicon *lexicon,
    const char *text, size_t begin, size_t end)
{
    return part_around(lexicon, text, begin, end, SENTENCE_MARKS);
}

struct text_span text_clause_around(const struct lexicon *lexicon,
    const char *text, size_t begin, size_t end)
{
    return part_around(lexicon, text, begin, end, CLAUSE_MARKS);
}
