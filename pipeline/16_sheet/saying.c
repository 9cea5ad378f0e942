/*
 * Operands of a formula as cells of a spreadsheet, by themselves and as ranges,
 * and what schema and submission have of them.
 */

#include "16_sheet/saying.h"

#include <libxml/xpath.h>
#include <string.h>

#include "0_base/xml_memory.h"
#include "1_read/json.h"
#include "3_transform/submission.h"
#include "16_sheet/grown.h"
#include "16_sheet/keys.h"
#include "16_sheet/tellable.h"

#define ENTRY_TO_COME ("/" KEYS_NEW)

/* --- cells ---------------------------------------------------------------- */

int saying_shift(xmlNodePtr leaf)
{
    enum value_type type = VALUE_TEXT;

    node_value_type(leaf, &type);
    return value_shift_of_unit(type, node_attribute(leaf, "unit"));
}

static void note_shift(struct saying *saying, xmlNodePtr leaf)
{
    int shift = saying_shift(leaf);

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

void saying_add_power(int shift, struct buffer *out)
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
    bool in_base = saying->scaled && saying_shift(leaf) && !may_range;
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
        saying_add_power(saying_shift(leaf), out);
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

bool saying_path(struct saying *saying, struct tellable path, bool all,
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

xmlNodePtr saying_find(struct saying *saying, struct tellable path,
    xmlNodePtr node)
{
    xmlXPathObjectPtr found = tellable_is_path(path)
        ? saying_evaluate(saying, path, node) : NULL;
    xmlNodePtr first = found && found->type == XPATH_NODESET
        && found->nodesetval && found->nodesetval->nodeNr == 1
        ? found->nodesetval->nodeTab[0] : NULL;

    xmlXPathFreeObject(found);
    return first;
}

/* Where the row of a list has its cell that a key says so of. */
static const struct book_place *find_row(const struct saying *saying,
    const char *list, const char *step, struct buffer *key)
{
    buffer_clear(key);
    buffer_printf(key, "%s%s", list, step);
    return book_find(saying->book, buffer_string(key));
}

bool saying_range(const struct saying *saying, const char *list,
    struct buffer *out)
{
    static const char *const steps[] = { "/0", "", ENTRY_TO_COME };
    struct buffer key = BUFFER_EMPTY;
    const struct book_place *first = NULL, *last = find_row(saying, list,
        ENTRY_TO_COME, &key);

    for (size_t k = 0; !first && k < sizeof steps / sizeof *steps; k++)
        first = find_row(saying, list, steps[k], &key);
    bool good = first && last && last->sheet == first->sheet
        && last->column == first->column && last->row >= first->row;
    if (good) {
        add_ref(saying, first, out);
        buffer_add_char(out, ':');
        book_print_cell(last->row, last->column, out);
    }
    out->failed = out->failed || key.failed;
    buffer_free(&key);
    return good;
}

/* The member that names the entries of a list. */
static const char *find_key(struct saying *saying, xmlNodePtr list)
{
    const struct schema_node *node = saying_node(saying, list);

    return node ? schema_text(node, SCHEMA_KEY) : NULL;
}

/* 1 for an entry whose sheet is still there, and has its name. */
static void add_entry(struct saying *saying, const struct book_place *name,
    struct buffer *out)
{
    buffer_add_string(out, out->length > 0 ? "+IFERROR(N(" : "IFERROR(N(");
    add_ref(saying, name, out);
    buffer_add_string(out, "<>\"\"),0)");
}

bool saying_entries(struct saying *saying, xmlNodePtr list,
    struct buffer *out)
{
    const char *src = node_attribute(list, "src");
    const char *key = src ? find_key(saying, list) : NULL;
    struct buffer pointer = BUFFER_EMPTY;
    const struct book_place *name;
    size_t count = 0;

    for (bool more = key != NULL; more; count += more) {
        buffer_clear(&pointer);
        buffer_printf(&pointer, "%s/%zu", src, count);
        json_pointer_add(&pointer, key);
        name = book_find(saying->book, buffer_string(&pointer));
        more = name && !pointer.failed;
        if (more)
            add_entry(saying, name, out);
    }
    out->failed = out->failed || pointer.failed;
    buffer_free(&pointer);
    return count > 0;
}

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
    return leaf && saying_shift(leaf) == 0;
}

const struct schema_node *saying_node(struct saying *saying,
    xmlNodePtr leaf)
{
    struct grown grown = { .schema = saying->telling->schema };
    const char *src = node_attribute(leaf, "src");
    const struct schema_node *node = src ? grown_node(&grown, src) : NULL;

    saying->telling->failed = saying->telling->failed || grown.failed;
    grown_free(&grown);
    return node;
}

const char *saying_choice(struct saying *saying, xmlNodePtr leaf,
    const char *string)
{
    const struct schema_node *node = saying_node(saying, leaf);

    return node ? schema_choice_words(node, string) : string;
}

void saying_free(struct saying *saying)
{
    buffer_free(&saying->refs);
    buffer_free(&saying->last);
}
