/*
 * The formula of a cell, in the words of a spreadsheet.
 */

#include "16_sheet/saying.h"

#include <libxml/xpath.h>
#include <string.h>

#include "0_base/xml_memory.h"
#include "3_transform/submission.h"
#include "16_sheet/grown.h"
#include "16_sheet/keys.h"
#include "16_sheet/tellable.h"

#define ROUNDED 6               /* decimals that a sum is rounded to: doubles
                                   leave more */

/* --- cells ---------------------------------------------------------------- */

static int shift_of(xmlNodePtr leaf)
{
    enum value_type type = VALUE_TEXT;

    node_value_type(leaf, &type);
    return value_shift_of_unit(type, node_attribute(leaf, "unit"));
}

static void note_shift(struct saying *saying, xmlNodePtr leaf)
{
    int shift = shift_of(leaf);

    saying->mixed = saying->mixed
        || (saying->has_shift && shift != saying->shift);
    saying->shift = shift;
    saying->has_shift = true;
}

static void add_ref(const struct saying *saying,
    const struct book_place *place, struct buffer *out)
{
    if (place->sheet != saying->sheet)
        buffer_printf(out, "'%s'!", saying->book->sheets[place->sheet].name);
    book_print_cell(place->row, place->column, out);
}

static void add_power(int shift, struct buffer *out)
{
    buffer_add_char(out, '1');
    while (shift-- > 0)
        buffer_add_char(out, '0');
}

/* Where the row for one more entry has the cell of a leaf of a list; NULL where
 * there is none below it. */
static const struct book_place *find_last(struct saying *saying,
    const char *src, const struct book_place *first, struct buffer *key)
{
    for (const char *at = src; (at = strchr(at, '/')) != NULL; at++) {
        size_t digits = strspn(at + 1, "0123456789");
        const struct book_place *last;
        if (digits == 0 || (at[1 + digits] && at[1 + digits] != '/'))
            continue;
        buffer_clear(key);
        buffer_add(key, src, (size_t)(at - src));
        buffer_printf(key, "/" KEYS_NEW "%s", at + 1 + digits);
        last = book_find(saying->book, buffer_string(key));
        if (last && last->sheet == first->sheet
            && last->column == first->column && last->row >= first->row)
            return last;
    }
    return NULL;
}

/* Between operands, but not behind what opens them. */
static void add_comma(struct buffer *out)
{
    if (out->length > 0 && !strchr("(,*", out->bytes[out->length - 1]))
        buffer_add_char(out, ',');
}

/* A leaf among those of a sum; of those in a range the first stands for all. */
static bool add_operand(struct saying *saying, xmlNodePtr leaf,
    bool may_range, struct buffer *out)
{
    const char *src = node_attribute(leaf, "src");
    const struct book_place *place = src ? book_find(saying->book, src)
        : NULL, *last;
    struct buffer key = BUFFER_EMPTY;

    if (!place)
        return false;
    note_shift(saying, leaf);
    last = may_range ? find_last(saying, src, place, &key) : NULL;
    bool known = last && strcmp(buffer_string(&key),
        buffer_string(&saying->last)) == 0;
    if (may_range && !known)
        add_comma(out);
    bool in_base = saying->scaled && shift_of(leaf) && !may_range;
    if (in_base)
        buffer_add_char(out, '(');
    if (!known)
        add_ref(saying, place, out);
    if (last && !known) {
        buffer_add_char(out, ':');
        book_print_cell(last->row, last->column, out);
        buffer_clear(&saying->last);
        buffer_add_string(&saying->last, buffer_string(&key));
    } else if (!known) {
        buffer_add_string(&saying->refs, saying->ref_count++ ? "," : "");
        add_ref(saying, place, &saying->refs);
    }
    if (in_base) {
        buffer_add_char(out, '*');
        add_power(shift_of(leaf), out);
        buffer_add_char(out, ')');
    }
    saying->telling->failed = saying->telling->failed || key.failed;
    buffer_free(&key);
    return true;
}

xmlXPathObjectPtr saying_evaluate(struct saying *saying,
    struct tellable path, xmlNodePtr node)
{
    xmlXPathContextPtr context = saying->telling->evaluation.context;
    xmlChar *text = xmlStrndup(BAD_CAST path.begin, (int)path.length);
    unsigned long before = xml_memory_lacked();
    xmlXPathObjectPtr found = NULL;

    context->node = node;
    if (text)
        found = xmlXPathEval(text, context);
    if (!text || xml_memory_lacked() != before)
        saying->telling->failed = true;
    xmlFree(text);
    return found;
}

/* The leaves of a path: all of them, or the first one. */
static bool say_path(struct saying *saying, struct tellable path, bool all,
    struct buffer *out)
{
    xmlXPathObjectPtr found = saying_evaluate(saying, path,
        saying->cell->source);
    xmlNodeSetPtr nodes = found && found->type == XPATH_NODESET
        ? found->nodesetval : NULL;
    int count = nodes ? nodes->nodeNr : 0;
    bool good = count > 0;

    for (int k = 0; good && k < (all ? count : 1); k++)
        good = add_operand(saying, nodes->nodeTab[k], all, out);
    xmlXPathFreeObject(found);
    return good;
}

/* --- terms ---------------------------------------------------------------- */

bool saying_cell(const struct saying *saying, xmlNodePtr leaf,
    struct buffer *out)
{
    const char *src = node_attribute(leaf, "src");
    const struct book_place *place = src ? book_find(saying->book, src)
        : NULL;

    if (place)
        add_ref(saying, place, out);
    return place != NULL;
}

bool saying_is_plain(xmlNodePtr leaf)
{
    return leaf && shift_of(leaf) == 0;
}

const char *saying_choice(struct saying *saying, xmlNodePtr leaf,
    const char *string)
{
    struct grown grown = { .schema = saying->telling->schema };
    const char *src = node_attribute(leaf, "src");
    const struct schema_node *node = src ? grown_node(&grown, src) : NULL;

    saying->telling->failed = saying->telling->failed || grown.failed;
    grown_free(&grown);
    return node ? schema_choice_words(node, string) : string;
}

/* --- calls ---------------------------------------------------------------- */

static bool say(struct saying *saying, struct tellable text, bool all,
    struct buffer *out);

static bool say_call(struct saying *saying, const struct told_call *call,
    struct tellable text, struct buffer *out)
{
    struct tellable arguments[TELLABLE_ARGUMENTS_MAX];
    int count = tellable_part(text, strlen(call->name), arguments);
    const char *told = count == call->most ? call->told : call->told_short;
    bool all = call->most == 1, good = true;

    for (; good && *told; told++) {
        if (*told != '{') {
            buffer_add_char(out, *told);
            continue;
        }
        struct buffer argument = BUFFER_EMPTY;
        good = say(saying, arguments[told[1] - '0'], all, &argument);
        buffer_add_string(out, buffer_string(&argument));
        out->failed = out->failed || argument.failed;
        buffer_free(&argument);
        told += 2;
    }
    return good;
}

static bool say(struct saying *saying, struct tellable text, bool all,
    struct buffer *out)
{
    const struct told_call *call = tellable_call(text);
    struct tellable digits;

    if (call)
        return say_call(saying, call, text, out);
    if (tellable_is_constant(text, &digits)) {
        buffer_printf(out, *digits.begin == '-' ? "(%.*s)" : "%.*s",
            (int)digits.length, digits.begin);
        return true;
    }
    return say_path(saying, text, all, out);
}

static bool say_told(struct saying *saying, const struct told *told,
    struct buffer *out)
{
    bool good = true;

    if (!told->is_sum)
        return say(saying, tellable_of(told->value), false, out);
    buffer_add_string(out, "ROUND(SUM(");
    good = say_path(saying, tellable_of(told->value), true, out);
    buffer_printf(out, "),%d)", ROUNDED);
    return good;
}

/* What is added up keeps its unit, what is a ratio has none. */
static void scale(struct saying *saying, const struct told *told,
    struct buffer *out)
{
    int own = shift_of(saying->cell->source);
    bool is_linear = told->is_sum
        || strncmp(told->value, "x:difference", 12) == 0
        || strncmp(told->value, "x:sum", 5) == 0
        || tellable_is_path(tellable_of(told->value));
    int from = saying->scaled ? 0 : is_linear ? saying->shift : own;

    if (!saying->has_shift || from == own)
        return;
    buffer_add_char(out, from > own ? '*' : '/');
    add_power(from > own ? from - own : own - from, out);
}

bool saying_say(struct saying *saying, const struct told *told,
    struct buffer *out)
{
    struct buffer said = BUFFER_EMPTY;
    bool good = say_told(saying, told, &said);

    if (good && saying->mixed) {
        saying->scaled = true;
        saying->ref_count = 0;
        buffer_clear(&saying->refs);
        buffer_clear(&saying->last);
        buffer_clear(&said);
        good = !told->is_sum && say_told(saying, told, &said);
    }
    scale(saying, told, &said);
    if (saying->ref_count > 0)
        buffer_printf(out, "IFERROR(IF(COUNT(%s)<%zu,\"\",%s),\"\")",
            buffer_string(&saying->refs), saying->ref_count,
            buffer_string(&said));
    else
        buffer_add_string(out, buffer_string(&said));
    out->failed = out->failed || said.failed || saying->refs.failed
        || saying->last.failed;
    buffer_free(&said);
    return good;
}

void saying_free(struct saying *saying)
{
    buffer_free(&saying->refs);
    buffer_free(&saying->last);
}
