/*
 * Texts and counts of formulas.xml, as far as a spreadsheet can be told them.
 */

#include "16_sheet/saying_texts.h"

#include <string.h>

#include "0_base/phrases.h"
#include "0_base/utf8.h"
#include "3_transform/submission.h"

#define LITERAL_MAX 250         /* characters of a text in a formula */
#define ENTRIES "/item"
#define CHOICES "x-choices"
#define DIGITS_MAX 15

/* --- literals ------------------------------------------------------------- */

/* In pieces, each in quotation marks. */
void saying_literal(const char *text, struct buffer *out)
{
    size_t count = 0;

    buffer_add_char(out, '"');
    for (; *text; text++) {
        bool begins = ((unsigned char)*text & 0xC0) != 0x80;
        if (begins && count++ == LITERAL_MAX) {
            buffer_add_string(out, "\"&\"");
            count = 1;
        }
        if (*text == '"')
            buffer_add_char(out, '"');
        buffer_add_char(out, *text);
    }
    buffer_add_char(out, '"');
}

static bool is_literal(struct tellable text)
{
    return text.length >= 2 && strchr("'\"", *text.begin)
        && text.begin[text.length - 1] == *text.begin
        && !memchr(text.begin + 1, *text.begin, text.length - 2);
}

/* What is between the marks of a literal. */
static void add_inside(struct tellable literal, struct buffer *out)
{
    buffer_add(out, literal.begin + 1, literal.length - 2);
}

static bool say_literal(struct tellable text, struct buffer *out)
{
    struct buffer inside = BUFFER_EMPTY;

    add_inside(text, &inside);
    saying_literal(buffer_string(&inside), out);
    out->failed = out->failed || inside.failed;
    buffer_free(&inside);
    return true;
}

/* --- values --------------------------------------------------------------- */

/* What takes a word out of a text of a spreadsheet. */
static void say_without(struct buffer *text, const char *word)
{
    struct buffer whole = BUFFER_EMPTY;

    buffer_printf(&whole, "SUBSTITUTE(%s,", buffer_string(text));
    saying_literal(word, &whole);
    buffer_add_string(&whole, ",\"\")");
    whole.failed = whole.failed || text->failed;
    buffer_free(text);
    *text = whole;
}

/* A value that its cell shows as it is, or as blank on purpose. */
static bool say_shown(struct saying *saying, struct tellable path,
    struct buffer *out)
{
    xmlNodePtr leaf = saying_find(saying, path, saying->cell->source);
    const struct schema_node *node = leaf ? saying_node(saying, leaf) : NULL;
    struct buffer cell = BUFFER_EMPTY;
    enum value_type type;

    bool good = node && node_value_type(leaf, &type) && type == VALUE_TOKEN
        && !schema_annotation(node, CHOICES)
        && saying_cell(saying, leaf, &cell);
    if (good)
        say_without(&cell, words_of_state(CELL_BLANK));
    buffer_add_string(out, buffer_string(&cell));
    out->failed = out->failed || cell.failed;
    buffer_free(&cell);
    return good;
}

/* --- calls ---------------------------------------------------------------- */

static bool say_joined(struct saying *saying, const struct tellable *list,
    int count, struct buffer *out)
{
    bool good = true;

    for (int k = 0; good && k < count; k++) {
        buffer_add_string(out, k > 0 ? "&" : "");
        good = saying_text(saying, list[k], out);
    }
    return good;
}

/* translate(text, 'c', ''): without a character. */
static bool say_translated(struct saying *saying, const struct tellable *list,
    int count, struct buffer *out)
{
    struct buffer text = BUFFER_EMPTY, taken = BUFFER_EMPTY;

    (void)count;
    bool good = is_literal(list[1]) && is_literal(list[2])
        && list[2].length == 2 && saying_text(saying, list[0], &text);
    if (good)
        add_inside(list[1], &taken);
    good = good && utf8_count(buffer_string(&taken), taken.length) == 1;
    if (good)
        say_without(&text, buffer_string(&taken));
    buffer_add_string(out, buffer_string(&text));
    out->failed = out->failed || text.failed || taken.failed;
    buffer_free(&text);
    buffer_free(&taken);
    return good;
}

static bool is_bare(struct tellable notation)
{
    const char *bare = phrase_text(PHRASE_NOTATION_BARE, LANGUAGE_ZH);

    return is_literal(notation) && notation.length == strlen(bare) + 2
        && strncmp(notation.begin + 1, bare, strlen(bare)) == 0;
}

/* x:print(value, '数'): its digits, zeros that are kept, too. */
static bool say_printed(struct saying *saying, const struct tellable *list,
    int count, struct buffer *out)
{
    const struct print_style *style = saying->telling->evaluation.exact.style;
    xmlNodePtr leaf = saying_find(saying, list[0], saying->cell->source);

    (void)count;
    if (!leaf || !is_bare(list[1]))
        return false;
    const struct figure figure = node_figure(leaf, *style);
    int kept = figure.style.least;
    bool rounds = figure.type == VALUE_AMOUNT;
    buffer_add_string(out, kept > 0 ? "TEXT(" : "");
    buffer_add_string(out, rounds ? "ROUND(" : "");
    bool good = saying_path(saying, list[0], false, out);
    if (rounds)
        buffer_printf(out, ",%d)", figure.style.most);
    if (kept > 0)
        buffer_printf(out, ",\"0.%.*s%.*s\")", kept, "000000000000000",
            DIGITS_MAX - kept, "###############");
    return good;
}

/* string(count(list/item)) */
static bool say_string(struct saying *saying, const struct tellable *list,
    int count, struct buffer *out)
{
    (void)count;
    return saying_text(saying, list[0], out);
}

static bool say_counted(struct saying *saying, const struct tellable *list,
    int count, struct buffer *out)
{
    struct tellable path = list[0];
    size_t length = strlen(ENTRIES);

    (void)count;
    if (path.length <= length || strncmp(path.begin + path.length - length,
            ENTRIES, length) != 0)
        return false;
    path.length -= length;
    return saying_count(saying, path, saying->cell->source, CELL_NONE, out);
}

bool saying_count(struct saying *saying, struct tellable path,
    xmlNodePtr node, enum cell_state state, struct buffer *out)
{
    xmlNodePtr list = saying_find(saying, path, node);
    const char *src = list && list->type == XML_ELEMENT_NODE
        ? node_attribute(list, "src") : NULL;
    struct buffer range = BUFFER_EMPTY;
    bool good = src && saying_range(saying, src, &range);
    bool has_sheets = src && !good && saying_entries(saying, list, &range);

    if (has_sheets)
        buffer_add_string(out, buffer_string(&range));
    else if (good)
        buffer_printf(out, "COUNTA(%s)-COUNTIF(%s,\"%s\")",
            buffer_string(&range), buffer_string(&range),
            words_of_state(state));
    out->failed = out->failed || range.failed;
    buffer_free(&range);
    return good || has_sheets;
}

/* --- any of them ---------------------------------------------------------- */

static const struct call {
    const char *name;
    int least, most;            /* arguments */
    bool (*say)(struct saying *saying, const struct tellable *list,
        int count, struct buffer *out);
} calls[] = {
    { "concat", 2, TELLABLE_ARGUMENTS_MAX, say_joined },
    { "translate", 3, 3, say_translated },
    { "x:print", 2, 2, say_printed },
    { "string", 1, 1, say_string },
    { "count", 1, 1, say_counted },
};

/* The call that an expression is, with its arguments; NULL for none. */
static const struct call *read_call(struct tellable text,
    struct tellable list[TELLABLE_ARGUMENTS_MAX], int *count)
{
    for (size_t k = 0; k < sizeof calls / sizeof *calls; k++) {
        size_t length = strlen(calls[k].name);
        if (text.length <= length + 2 || text.begin[length] != '('
            || strncmp(text.begin, calls[k].name, length) != 0)
            continue;
        *count = tellable_part(text, length, list);
        return *count >= calls[k].least && *count <= calls[k].most
            ? &calls[k] : NULL;
    }
    return NULL;
}

bool saying_is_text(struct tellable text)
{
    struct tellable list[TELLABLE_ARGUMENTS_MAX], digits;
    int count;

    return (is_literal(text) && !tellable_is_constant(text, &digits))
        || read_call(text, list, &count);
}

bool saying_text(struct saying *saying, struct tellable text,
    struct buffer *out)
{
    struct tellable list[TELLABLE_ARGUMENTS_MAX];
    int count;
    const struct call *call = read_call(text, list, &count);

    if (call)
        return call->say(saying, list, count, out);
    return is_literal(text) ? say_literal(text, out)
        : say_shown(saying, text, out);
}
