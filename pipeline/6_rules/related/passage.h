#ifndef RELATED_PASSAGE_H
#define RELATED_PASSAGE_H

/*
 * The text of a node or a string, and which parts of it references printed.
 *
 * Errors: running out of memory is sticky, in text.failed: check once.
 */

#include <libxml/tree.h>

#include "0_base/buffer.h"
#include "4_formulas/call.h"

struct passage_part {
    size_t begin, end;          /* bytes of the text */
};

struct passage {
    struct buffer text;
    struct passage_part *quotes;        /* in the order of the text */
    size_t quote_count, room;
    size_t long_quote;          /* characters of a long one, at least */
};

#define PASSAGE_EMPTY {0}

enum passage_words {
    PASSAGE_PRINTED,            /* all words; quotes are noted */
    PASSAGE_TYPED,              /* a gap in place of every quotation */
    PASSAGE_OWN                 /* in place of the long ones */
};

/* Read a node's text into a passage, which is cleared before. */
void passage_read(struct passage *passage, xmlNodePtr node,
    enum passage_words words);

/* The first node of an argument, or the argument as a string. */
void passage_read_argument(struct passage *passage, const struct call *call,
    int k, enum passage_words words);

/* Whether no quotation touches the bytes from begin to end. */
bool passage_is_typed(const struct passage *passage, size_t begin,
    size_t end);

/* Whether a digit is typed into a node: most texts have all their figures
 * from references. */
bool passage_has_typed_digit(xmlNodePtr node);

void passage_free(struct passage *passage);

#endif
