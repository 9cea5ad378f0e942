#ifndef LEXICON_H
#define LEXICON_H

/*
 * The words that checks know of their language, as data.
 *
 * Files:     schemas/common/language.xml, and of an edition that has one its
 *            own, which adds words to the same lists:
 *   <list name>            a notion that lexicon.def names
 *     <for>                what it is for; in the common file
 *     <words>              the words, which white space separates; where
 *                          lexicon.def says so, each with → and a meaning
 *     <except>             words that contain one of these and mean something
 *                          else (word_list.h)
 *   <limit name value>     a whole number above 0 that lexicon.def names,
 *                          with <for>; that of an edition counts
 * A list may be empty, but it must be there; other elements, and other names,
 * are refused.
 *
 * Ownership: the words are the lexicon's, and read-only.
 */

#include <libxml/tree.h>

#include "0_base/word_list.h"

struct findings;
struct resources;

enum notion {
#define NOTION(name, list, pairs) NOTION_##name,
#define LIMIT(name, entry)
#include "0_base/lexicon.def"
    NOTION_COUNT
};

enum lexicon_limit {
#define NOTION(name, list, pairs)
#define LIMIT(name, entry) LIMIT_##name,
#include "0_base/lexicon.def"
    LIMIT_COUNT
};

#define LEXICON_FILES_MAX 2

struct lexicon {
    struct word_list lists[NOTION_COUNT];
    size_t limits[LIMIT_COUNT];
    xmlDocPtr files[LEXICON_FILES_MAX];        /* whose text the words are */
    size_t file_count;
};

/*
 * The common language with what the file at `own` adds, which need not exist.
 * NULL, with the reason in findings, where a file cannot be used, where there
 * is no list of a notion, or where memory runs out.
 */
struct lexicon *lexicon_load(const struct resources *resources,
    const char *own, struct findings *findings);
void lexicon_free(struct lexicon *lexicon);          /* NULL is allowed */

static inline const struct word_list *lexicon_words(
    const struct lexicon *lexicon, enum notion notion)
{
    return &lexicon->lists[notion];
}

/* How many bytes a word of the notion takes that begins at text + at, or ends
 * there; 0 for none. */
static inline size_t notion_at(const struct lexicon *lexicon,
    enum notion notion, const char *text, size_t at)
{
    return word_size_at(lexicon_words(lexicon, notion), text, at);
}

static inline size_t notion_before(const struct lexicon *lexicon,
    enum notion notion, const char *text, size_t at)
{
    return word_size_before(lexicon_words(lexicon, notion), text, at);
}

/* What words of the notions begin with. */
struct word_marks lexicon_beginnings(const struct lexicon *lexicon,
    const enum notion *notions, size_t count);

static inline size_t lexicon_limit(const struct lexicon *lexicon,
    enum lexicon_limit limit)
{
    return lexicon->limits[limit];
}

/* Puts the one name that stands for all names of a unit in its place: km for
 * 公里.  False where it has but one, and is as it was. */
bool lexicon_name_unit(const struct lexicon *lexicon, struct text_span *unit);

/* Whether a word of one of the notions is in a span. */
bool lexicon_is_in(const struct lexicon *lexicon, struct text_span span,
    const enum notion *notions, size_t count);

#endif
