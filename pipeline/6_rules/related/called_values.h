#ifndef RELATED_CALLED_VALUES_H
#define RELATED_CALLED_VALUES_H

/*
 * Values of the data that texts have words for, by the paths that the language
 * gives these words.
 *
 * Ownership: paths are borrowed from the tree that the values were read from.
 */

#include <stdbool.h>
#include <stddef.h>

#include "3_transform/submission.h"
#include "6_rules/related/related_calls.h"
#include "6_rules/text/statements.h"

#define CALLED_VALUES_MAX 32    /* that are looked for */
#define CALLED_UNIT_BYTES 32

struct called {
    const char *path;           /* in the tree */
    struct figure value;        /* not blank */
    char unit[CALLED_UNIT_BYTES];   /* "1" and the unit, to read it as texts
                                       are */
    struct text_figure measure;
};

struct called_values {
    struct called list[CALLED_VALUES_MAX];
    size_t count;
};

/* Reads those of a node set that have a value and a unit, and keeps them for
 * the function; NULL if memory runs out. */
struct called_values *called_values_read(struct related *related,
    enum keeper keeper, xmlXPathObjectPtr nodes);

/* Whether a value is the one at a path, or is in what is there. */
bool called_is_at(const struct called *called, struct text_span path);

/* A sentence of a text, and what is found in it. */
struct called_sentence {
    const struct called_values *values;
    const struct text_statement *statement;
    int year;                   /* of the data */
    struct buffer *out;
};

/* Whether a sentence tells, up to a byte, of another time or another unit. */
bool called_is_of_others(const struct called_sentence *sentence, size_t end);

/* Reads the sentences of a node's text until something is found. */
typedef void called_reader(const struct called_sentence *sentence);
bool called_values_check(struct related *related,
    const struct called_values *values, xmlNodePtr node, called_reader *read,
    struct buffer *found);

/* The function of XPath of a text and of values, from its two halves. */
void called_values_call(xmlXPathParserContextPtr parser, int given,
    related_prepare *prepare, related_check *check);

#endif
