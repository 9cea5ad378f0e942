#ifndef PULL_LITERAL_H
#define PULL_LITERAL_H

/*
 * Words that a person has typed in the place of a value, as JSON.
 */

#include <cjson/cJSON.h>
#include <libxml/tree.h>

#include "0_base/buffer.h"
#include "0_base/lexicon.h"
#include "0_base/phrases.h"
#include "0_base/value.h"

/* What a value is, in the data and on the form. */
struct literal_place {
    enum value_type type;
    const char *unit;           /* what data states it in; NULL for none */
    const char *shown;          /* spoken.h */
    const char *printed;
    const cJSON *stated;        /* what the data has now, or NULL */
    const struct lexicon *lexicon;
};

/* What data would state for words: null where they are blank or say so
 * (spoken.h), a figure as a number, or as a string where it is one in the
 * data. */
struct literal {
    struct buffer text;         /* JSON; the caller's */
    bool is_same;               /* as what is printed says, too */
};

/* False where the words cannot be read; *failed is set where memory runs out.
 * The text is freed in any case. */
bool literal_read(const struct literal_place *place, const char *words,
    struct literal *literal, bool *failed);

/* What a value of each type is called, and one as it is to be written. */
enum phrase literal_kind(enum value_type type);
enum phrase literal_example(enum value_type type);

#endif
