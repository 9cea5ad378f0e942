#ifndef ENTRY_H
#define ENTRY_H

/*
 * What files of formulas and of rules have in common: elements with a code,
 * texts in each language, and expressions that may stand for several columns.
 *
 * Ownership: strings are borrowed from the parsed file, which the list of
 *            formulas or rules keeps as long as itself.
 */

#include <libxml/tree.h>

#include "0_base/xml.h"
#include "4_formulas/expression.h"

struct entry {
    const char *text[LANGUAGE_COUNT];   /* <zh>, <en> */
    struct expression_origin origin;    /* with its code */
};

/* Reads an element of the file at path with that code, the element's own
 * where it is NULL: a capital letter, then digits and small letters.  False
 * with a finding where something is missing, or there twice. */
bool entry_read(struct entry *entry, xmlNodePtr element, const char *path,
    const char *code, struct findings *findings);

/* An attribute that must be there; NULL with a finding where it is not. */
const char *entry_attribute(const struct entry *entry, xmlNodePtr element,
    const char *name, struct findings *findings);

/* Adds the finding that something is missing in an entry, or wrong. */
void entry_reject(const struct entry *entry, const char *what,
    struct findings *findings);

/* Adds the finding that something is in an entry that was stated before. */
void entry_refuse_again(const struct entry *entry, const char *what,
    struct findings *findings);

/* Whether an element before it, of those around it, has its name and, unless
 * the attribute is NULL, the same value of that. */
bool entry_is_again(xmlNodePtr element, const char *attribute);

/* The first element in the root of a file; NULL where there is none, or, with a
 * finding and good set to false, where the root has not that name. */
xmlNodePtr entry_first(xmlDocPtr file, const char *name, const char *path,
    struct findings *findings, bool *good);

/* The text of the first child element of that name, "" for none. */
const char *entry_child_text(xmlNodePtr element, const char *name);

/* The text with words in the place of each mark; NULL if memory runs out, and
 * else the caller frees it. */
char *entry_put(const char *text, const char *mark, const char *words,
    size_t length);

/*
 * The columns of an element: names separated by spaces.  Steps to the next
 * one, and is done when that is false; without any there is one of no name.
 */
struct columns {
    const char *next;
    const char *name;
    size_t length;
};

struct columns columns_of(xmlNodePtr element);
bool columns_step(struct columns *columns);

/* The text with the column's name for {column}, as entry_put() gives it. */
char *columns_put(const struct columns *columns, const char *text);

#endif
