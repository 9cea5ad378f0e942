#ifndef SUBMISSION_H
#define SUBMISSION_H

/*
 * Elements of submission.xml (schemas/common/submission.rng), read and
 * written: what the transformer makes, formulas fill, references quote.
 *
 * Ownership: a tree lies in memory of its own, in document order, and is given
 *            back as a whole: thousands of nodes in a few steps.  So libxml2
 *            may read it, attributes once they are listed, but only the
 *            functions below may change it, and nothing else may free any of
 *            it.  Strings that they give are borrowed from it.
 * Errors:    NULL and false mean that memory ran out.
 */

#include <libxml/tree.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "0_base/value.h"

enum state { STATE_STATED, STATE_DERIVED, STATE_NULL, STATE_ABSENT };

const char *state_name(enum state state);

/* The elements that are no members of the data: that of all, entries of lists,
 * and what a text quotes. */
#define SUBMISSION_ROOT "submission"
#define SUBMISSION_ITEM "item"
#define SUBMISSION_REFERENCE "reference"

/* Where values are printed (@printed, of an element and what is in it). */
#define PRINTED_BY_FORM "form"
#define PRINTED_IN_TEXT "text"
#define PRINTED_NOWHERE "none"

/* A document without an element. */
xmlDocPtr submission_new(void);
void submission_free(xmlDocPtr submission);     /* NULL is allowed */

/* Where the indexes of its children are kept (children.h), NULL at first; no
 * such place in another document. */
struct children;
struct children **submission_children(xmlDocPtr submission);

/* Where a list of its elements is kept (flats.h), likewise; NULL for none.  It
 * is told of every element that gets other attributes to share. */
struct flats;
struct kept_flats {
    struct flats *flats;
    bool stale;                 /* elements were added or removed since */
    void (*changed)(struct flats *flats, xmlNodePtr node);
};
struct kept_flats *submission_flats(xmlDocPtr submission);

/* Elements that were added to it, removed ones among them; 0 of another
 * tree. */
size_t submission_size(xmlDocPtr submission);

/* False where no element of it has had an attribute of that name; true of
 * another tree. */
bool submission_may_have(xmlDocPtr submission, const char *attribute);

/* "src", which no two elements have alike. */
static inline bool name_is_src(const char *name)
{
    return name[0] == 's' && name[1] == 'r' && strcmp(name, "src") == 0;
}

/* A new last child; the root where the parent is the document.  The name is
 * borrowed. */
xmlNodePtr node_add(xmlNodePtr parent, const char *name);

/* So many elements, and no texts, will be added to an element that has nothing
 * in it yet: they lie one behind the other, which makes looking for one of them
 * fast.  More or fewer may come. */
void node_expect(xmlNodePtr node, size_t count);

/* A new last child of text, not behind another one. */
bool node_add_text(xmlNodePtr node, const char *text, size_t length);

/* Takes all that is in an element out of it; its texts stay readable. */
void node_clear(xmlNodePtr node);

/* Takes an element with all in it out of the tree. */
void node_remove(xmlNodePtr node);

/* Appends the words in an element; of any tree. */
void node_print(xmlNodePtr node, struct buffer *out);

/* A new last attribute, its name and value borrowed. */
bool node_add_attribute(xmlNodePtr node, const char *name,
    const char *value);

/* The same of @label, where few elements have that one. */
bool node_add_own_label(xmlNodePtr node, const char *label);

/* An attribute, new or not, its name borrowed and its value copied. */
bool node_set_attribute(xmlNodePtr node, const char *name, const char *value);

/* NULL where there is no such attribute; of any tree. */
const char *node_attribute(xmlNodePtr node, const char *name);

/* Of a submission's element, in their order: src is the first. */
struct attribute {
    const char *name, *value;
};

/* The attribute behind the one of a name that it has, or the first one for
 * NULL; false where there is none. */
bool node_attribute_behind(xmlNodePtr node, const char *name,
    struct attribute *next);

/* All of them, in their order, as far as there is room; how many it has. */
size_t node_attributes(xmlNodePtr node, struct attribute *list, size_t room);

/* Lists all attributes where libxml2 looks for them, which has to be done
 * before it reads or copies any; lists follow what is changed later.  Nothing
 * is done for another document. */
bool submission_list(xmlDocPtr submission);

/* The node of one attribute, those of its element being listed; NULL where
 * there is none, or if memory runs out. */
xmlAttrPtr node_listed(xmlNodePtr node, const char *name);

/* All attributes of a submission's element but src, which it shares with others
 * that have the same; they stay what they are where the element gets other
 * ones.  NULL: it has none. */
struct given;
const struct given *node_given(xmlNodePtr node);

/* NULL where there is none of that name, or given is NULL; given_apart itself,
 * whose bytes mean nothing, where the element has to be asked. */
const char *given_value(const struct given *given, const char *name);
extern const char given_apart[];

static inline bool name_is_value(const char *name)
{
    return name[0] == 'v' && strcmp(name, "value") == 0;
}

/* Whether the element may have to be asked. */
static inline bool name_may_be_apart(const char *name)
{
    return name_is_value(name)
        || (name[0] == 'l' && strcmp(name, "label") == 0);
}

/* The first child element of that name, NULL if there is none. */
xmlNodePtr node_child(xmlNodePtr node, const char *name);

enum state node_state(xmlNodePtr node);

/* Whether the element is a leaf, and of which type. */
bool node_value_type(xmlNodePtr node, enum value_type *type);

/* Whether the element is a list. */
bool node_is_list(xmlNodePtr node);

/* The words of an element that has nothing else in it, no reference for one;
 * NULL where it has, or has no words. */
const char *node_only_words(xmlNodePtr node);

/* The figure of a leaf, blank where it has none, to be printed as the leaf
 * has it (@decimals) or else in the edition's style. */
struct figure node_figure(xmlNodePtr leaf, struct print_style style);

/* Give a leaf its figure: @value in the base unit, content as printed. */
bool node_set_figure(xmlNodePtr leaf, struct decimal value,
    struct print_style style);

/* Give a leaf a style of its own, in which what it has is printed again. */
bool node_set_style(xmlNodePtr leaf, struct print_style style);

/* The code of the formula that gives a value where the leaf states one,
 * borrowed; NULL where none does. */
const char *node_overrides(xmlNodePtr leaf);
bool node_set_overrides(xmlNodePtr leaf, const char *code);

/* Give a leaf its words; a date is printed as the forms have it. */
bool node_set_words(xmlNodePtr leaf, const char *words);

#endif
