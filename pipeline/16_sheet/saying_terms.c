/*
 * Predicates of formulas.xml, as far as a spreadsheet can be told them.
 */

#include "16_sheet/saying_terms.h"

#include <string.h>

#include "16_sheet/saying_texts.h"
#include "3_transform/submission.h"
#include "4_formulas/nesting.h"

#define VALUE "/@value"
#define STATE "/@state"
#define STATED "'stated'"

/* --- texts ---------------------------------------------------------------- */

/* Where a word first stands outside of brackets and quotation marks; NULL for
 * nowhere. */
static const char *find_outside(struct tellable text, const char *word)
{
    size_t length = strlen(word);
    struct nesting nesting = { 0 };

    for (size_t k = 0; k + length <= text.length; k++) {
        if (!nesting.quote && nesting.depth == 0
            && strncmp(text.begin + k, word, length) == 0)
            return text.begin + k;
        nesting_take(&nesting, text.begin[k]);
    }
    return NULL;
}

static struct tellable before(struct tellable text, const char *at)
{
    return tellable_trim((struct tellable){ text.begin,
        (size_t)(at - text.begin) });
}

static struct tellable behind(struct tellable text, const char *at)
{
    return tellable_trim((struct tellable){ at,
        text.length - (size_t)(at - text.begin) });
}

static bool begins(struct tellable text, const char *word)
{
    return text.length > strlen(word)
        && strncmp(text.begin, word, strlen(word)) == 0;
}

/* --- values --------------------------------------------------------------- */

/* The cell of the value that a path leads to; its leaf, or NULL. */
static xmlNodePtr say_value(struct saying *saying, struct tellable path,
    xmlNodePtr node, struct buffer *out)
{
    xmlNodePtr leaf = saying_find(saying, path, node);

    return leaf && saying_cell(saying, leaf, out) ? leaf : NULL;
}

/* x:compare(a, b) >= 0: figures of one unit, or 0. */
static bool say_compare(struct saying *saying, struct tellable text,
    xmlNodePtr node, struct buffer *out)
{
    const char *close = find_outside((struct tellable){ text.begin + 10,
        text.length - 10 }, ")");
    struct tellable list[TELLABLE_ARGUMENTS_MAX], digits;
    struct tellable sign = close ? behind(text, close + 1)
        : (struct tellable){ "", 0 };
    size_t length = sign.length ? strspn(sign.begin, "<>=") : 0;
    struct tellable zero = { sign.begin + length, sign.length - length };
    zero = tellable_trim(zero);
    if (length == 0 || zero.length != 1 || *zero.begin != '0'
        || tellable_part(before(text, close + 1), 9, list) != 2)
        return false;
    for (int k = 0; k < 2; k++) {
        if (tellable_is_constant(list[k], &digits))
            buffer_add(out, digits.begin, digits.length);
        else if (!saying_is_plain(say_value(saying, list[k], node, out)))
            return false;
        if (k == 0)
            buffer_add(out, sign.begin, length);
    }
    return true;
}

static bool ends(struct tellable text, const char *word)
{
    size_t length = strlen(word);

    return text.length > length
        && strncmp(text.begin + text.length - length, word, length) == 0;
}

/* Whether a list is stated: empty, or with entries. */
static bool say_stated(struct saying *saying, struct tellable path,
    struct tellable literal, xmlNodePtr node, struct buffer *out)
{
    path.length -= strlen(STATE);
    bool good = literal.length == strlen(STATED)
        && strncmp(literal.begin, STATED, literal.length) == 0
        && saying_count(saying, path, node, CELL_BLANK, out);

    buffer_add_string(out, ">0");
    return good;
}

/* A value that is a text, by itself or by its words. */
static bool say_equal(struct saying *saying, struct tellable path,
    struct tellable literal, xmlNodePtr node, struct buffer *out)
{
    struct buffer cell = BUFFER_EMPTY, text = BUFFER_EMPTY;

    if (ends(path, STATE))
        return say_stated(saying, path, literal, node, out);
    xmlNodePtr leaf = say_value(saying, path, node, &cell);
    if (literal.length >= 2)
        buffer_add(&text, literal.begin + 1, literal.length - 2);
    const char *own = buffer_string(&text);
    const char *words = leaf ? saying_choice(saying, leaf, own) : own;
    bool has_words = strcmp(words, own) != 0;
    buffer_add_string(out, has_words ? "OR(" : "");
    buffer_printf(out, "%s=\"%s\"", buffer_string(&cell), own);
    if (has_words)
        buffer_printf(out, ",%s=\"%s\")", buffer_string(&cell), words);
    bool good = leaf && literal.length >= 2 && !strchr(own, '"');
    out->failed = out->failed || cell.failed || text.failed;
    buffer_free(&cell);
    buffer_free(&text);
    return good;
}

/* Whether a value, or a figure of it, is there. */
static bool say_there(struct saying *saying, struct tellable path,
    xmlNodePtr node, struct buffer *out)
{
    bool is_figure = ends(path, VALUE);

    if (is_figure)
        path.length -= strlen(VALUE);
    buffer_add_string(out, is_figure ? "ISNUMBER(" : "");
    bool good = say_value(saying, path, node, out) != NULL;
    buffer_add_string(out, is_figure ? ")" : "<>\"\"");
    return good;
}

/* --- conditions ----------------------------------------------------------- */

/* Two of them, if a word is between. */
static bool say_both(struct saying *saying, struct tellable text,
    const char *at, const char *word, xmlNodePtr node, struct buffer *out)
{
    buffer_add_string(out, strcmp(word, " or ") == 0 ? "OR(" : "AND(");
    bool good = saying_condition(saying, before(text, at), node, out);
    buffer_add_char(out, ',');
    good = good && saying_condition(saying, behind(text, at + strlen(word)),
        node, out);
    buffer_add_char(out, ')');
    return good;
}

/* An element, and what is asked of it in brackets. */
static bool say_inside(struct saying *saying, struct tellable text,
    const char *at, xmlNodePtr node, struct buffer *out)
{
    xmlNodePtr inside = saying_find(saying, before(text, at),
        node);
    bool good = inside != NULL;

    buffer_add_string(out, "AND(");
    for (int k = 0; good && at < text.begin + text.length && *at == '[';
        k++) {
        struct tellable rest = behind(text, at + 1);
        const char *close = find_outside(rest, "]");
        buffer_add_string(out, k > 0 ? "," : "");
        good = close && saying_condition(saying, before(rest, close), inside,
            out);
        at = close ? close + 1 : at;
    }
    buffer_add_char(out, ')');
    return good && at == text.begin + text.length;
}

bool saying_condition(struct saying *saying, struct tellable text,
    xmlNodePtr node, struct buffer *out)
{
    static const char *const words[] = { " or ", " and " };
    const char *at;

    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if ((at = find_outside(text, words[k])) != NULL)
            return say_both(saying, text, at, words[k], node, out);
    if (begins(text, "x:compare("))
        return say_compare(saying, text, node, out);
    if (begins(text, "string(") && text.begin[text.length - 1] == ')')
        return say_there(saying, (struct tellable){ text.begin + 7,
            text.length - 8 }, node, out);
    if ((at = find_outside(text, "=")) != NULL)
        return say_equal(saying, before(text, at), behind(text, at + 1),
            node, out);
    if ((at = find_outside(text, "[")) != NULL)
        return say_inside(saying, text, at, node, out);
    return say_there(saying, text, node, out);
}
