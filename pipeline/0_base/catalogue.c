/* The rows of catalogue.def as a table, and the titles made from them. */

#include "0_base/catalogue.h"

#include <string.h>

#include "0_base/phrases.h"
#include "0_base/signs.h"

static const struct catalogue_row rows[CATALOGUE_COUNT] = {
#define C(name, code, level, zh, en, basis) { code, level, { zh, en }, basis },
#include "0_base/catalogue.def"
#undef C
};

const struct catalogue_row *catalogue_get(enum catalogue id)
{
    return &rows[id];
}

const struct catalogue_example *catalogue_example(enum catalogue id)
{
    static const struct catalogue_example examples[CATALOGUE_COUNT] = {
#define X(name, schema, wrong, right) \
        [CATALOGUE_##name] = { schema, wrong, right },
#include "0_base/examples.def"
#undef X
    };

    return examples[id].right ? &examples[id] : NULL;
}

const struct catalogue_row *catalogue_find(const char *code)
{
    for (int k = 0; k < CATALOGUE_COUNT; k++)
        if (strcmp(rows[k].code, code) == 0)
            return &rows[k];
    return NULL;
}

enum catalogue catalogue_id(const struct catalogue_row *row)
{
    return (enum catalogue)(row - rows);
}

const char *catalogue_code(enum catalogue id)
{
    return rows[id].code;
}

/* How many bytes of a sentence come before the part that says what to do. */
static size_t measure_fault(const char *sentence, enum language language)
{
    const char *end = strstr(sentence, phrase_text(PHRASE_ADVICE, language));

    return end ? (size_t)(end - sentence) : strlen(sentence);
}

/* The length of the {placeholder} that text begins with; 0 where there is
 * none: braces stand for themselves, too. */
static size_t measure_placeholder(const char *text)
{
    size_t length = *text == '{'
        ? strspn(text + 1, "abcdefghijklmnopqrstuvwxyz_") : 0;

    return length && text[length + 1] == '}' ? length + 2 : 0;
}

/* The sentence's part about the fault, with a sign for what differs. */
static void print_fault(const struct catalogue_row *row,
    enum language language, struct buffer *out)
{
    const char *at = row->text[language];
    const char *end = at + measure_fault(at, language);
    size_t before = 0;          /* the placeholder just passed, if any */

    while (at < end) {
        size_t placeholder = measure_placeholder(at);
        if (!placeholder)
            buffer_add_char(out, *at);
        else if (!before)
            buffer_add_string(out, SIGN_CUT);
        before = placeholder;
        at += placeholder ? placeholder : 1;
    }
}

void catalogue_print_title(const struct catalogue_row *row,
    enum language language, struct buffer *out)
{
    static const char *const titles[CATALOGUE_COUNT][LANGUAGE_COUNT] = {
#define T(name, zh, en) [CATALOGUE_##name] = { zh, en },
#include "0_base/titles.def"
#undef T
    };
    const char *title = titles[catalogue_id(row)][language];

    if (title)
        buffer_add_string(out, title);
    else
        print_fault(row, language, out);
}
