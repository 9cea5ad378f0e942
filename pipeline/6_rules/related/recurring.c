/*
 * Texts that stand in another tree as well, word for word but for the year.
 */

#include <stdlib.h>

#include "0_base/id_map.h"
#include "6_rules/related/letters.h"
#include "6_rules/related/passage.h"
#include "6_rules/related/related_calls.h"
#include "6_rules/text/characters.h"

#define YEAR_DIGITS 4

/* Texts, one after the other. */
struct reader {
    struct passage passage;
    struct letters letters;
    uint32_t year;              /* the letter that makes digits a year */
};

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

/* How many digits stand together at a letter. */
static size_t count_digits(const struct letters *letters, size_t at)
{
    size_t count = 0;

    while (at + count < letters->count && is_digit(letters->codes[at + count]))
        count++;
    return count;
}

/* A key that texts share whose letters are the same but for years. */
static uint64_t key_of(const struct reader *reader)
{
    const struct letters *letters = &reader->letters;
    uint64_t key = 0;

    for (size_t at = 0; at < letters->count;) {
        size_t digits = count_digits(letters, at);
        bool is_year = digits == YEAR_DIGITS && at + digits < letters->count
            && letters->codes[at + digits] == reader->year;
        for (size_t k = 0; !is_year && k < digits; k++)
            key = id_map_chain(key, letters->codes[at + k]);
        if (digits == 0)
            key = id_map_chain(key, letters->codes[at++]);
        at += digits;
    }
    return key;
}

static bool read_node(struct reader *reader, xmlNodePtr node)
{
    passage_read(&reader->passage, node, PASSAGE_PRINTED);
    letters_read(&reader->letters, buffer_string(&reader->passage.text),
        reader->passage.text.length);
    return !reader->passage.text.failed && !reader->letters.failed;
}

static bool read_others(struct reader *reader, xmlNodeSetPtr others,
    size_t least, struct id_map *texts)
{
    bool good = true;
    uint32_t id;

    for (int k = 0; good && others && k < others->nodeNr; k++) {
        good = read_node(reader, others->nodeTab[k]);
        if (good && reader->letters.count >= least)
            good = id_map_add(texts, key_of(reader), &id);
    }
    return good;
}

static bool mark_recurring(struct reader *reader,
    const struct node_list *list, size_t least, const struct id_map *texts,
    bool *marked)
{
    bool good = true;
    uint32_t id;

    for (size_t k = 0; good && texts->count && k < list->count; k++) {
        good = read_node(reader, list->nodes[k]);
        marked[k] = good && reader->letters.count >= least
            && id_map_find(texts, key_of(reader), &id);
    }
    return good;
}

static uint32_t year_letter(const struct lexicon *lexicon)
{
    const struct word_list *units = lexicon_words(lexicon, NOTION_YEAR_UNITS);
    unsigned code = 0;

    if (units->count)
        text_character(units->list[0].text, &code);
    return code;
}

void related_call_recurring(xmlXPathParserContextPtr parser, int given)
{
    struct node_list list = {0};
    struct id_map texts = ID_MAP_EMPTY;
    struct call call;

    if (call_begin(&call, parser, given, 3)) {
        struct reader reader = { .year
            = year_letter(related_of(&call)->scope.lexicon) };
        double asked = xmlXPathCastToNumber(call.objects[2]);
        size_t least = asked > 0 ? (size_t)asked : 0;
        bool good = node_list_set(&list, related_nodes(&call, 0));
        bool *marked = calloc(list.count + 1, sizeof *marked);
        if (good && marked && read_others(&reader, related_nodes(&call, 1),
                least, &texts)
            && mark_recurring(&reader, &list, least, &texts, marked))
            related_return_nodes(&call, &list, marked);
        else
            call_fail_memory(&call);
        passage_free(&reader.passage);
        letters_free(&reader.letters);
        free(marked);
    }
    id_map_free(&texts);
    node_list_free(&list);
    call_end(&call);
}
