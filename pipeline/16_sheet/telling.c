/*
 * Expressions of formulas.xml, told to a spreadsheet.
 */

#include "16_sheet/telling.h"

#include <ctype.h>
#include <libxml/xpath.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "0_base/xml_memory.h"
#include "3_transform/submission.h"
#include "16_sheet/keys.h"

#define ARGUMENTS_MAX 3
#define LITERAL_MAX 250         /* characters of a text in a formula */
#define ROUNDED 6               /* decimals that a sum is rounded to: doubles
                                   leave more */

/* --- what can be told ----------------------------------------------------- */

/* {0} {1} {2}: the arguments, told. */
static const struct call {
    const char *name;
    int least, most;            /* arguments */
    const char *told, *told_short;      /* the latter without the last one */
} calls[] = {
    { "x:sum", 1, 1, "SUM({0})", NULL },
    { "x:difference", 2, 2, "ROUND({0}-{1},6)", NULL },
    { "x:product", 2, 3, "ROUND({0}*{1},{2})", "{0}*{1}" },
    { "x:ratio", 2, 3, "ROUND({0}/{1}*100,{2})", "{0}/{1}*100" },
    { "x:change-rate", 2, 3, "ROUND(({0}-{1})/{1}*100,{2})",
        "({0}-{1})/{1}*100" },
    { "x:share", 2, 3, "ROUND({0}*{1}/100,{2})", "{0}*{1}/100" },
    { "x:min", 2, 2, "MIN({0},{1})", NULL },
    { "x:max", 2, 2, "MAX({0},{1})", NULL },
    { "x:round", 2, 2, "ROUND({0},{1})", NULL },
};

struct text {
    const char *begin;
    size_t length;
};

static struct text trim(struct text text)
{
    while (text.length > 0 && isspace((unsigned char)*text.begin)) {
        text.begin++;
        text.length--;
    }
    while (text.length > 0
        && isspace((unsigned char)text.begin[text.length - 1]))
        text.length--;
    return text;
}

static const struct call *find_call(struct text text)
{
    for (size_t k = 0; k < sizeof calls / sizeof *calls; k++) {
        size_t length = strlen(calls[k].name);
        if (text.length > length + 2 && text.begin[length] == '('
            && text.begin[text.length - 1] == ')'
            && strncmp(text.begin, calls[k].name, length) == 0)
            return &calls[k];
    }
    return NULL;
}

/* The arguments of a call; 0 where there are too many, or the text goes on
 * behind it. */
static int part(struct text text, size_t name,
    struct text list[ARGUMENTS_MAX])
{
    const char *begin = text.begin + name + 1;
    int depth = 1, count = 0;
    char quote = '\0';

    for (const char *at = begin; at < text.begin + text.length; at++) {
        if (quote || *at == '\'' || *at == '"') {
            quote = quote ? (*at == quote ? '\0' : quote) : *at;
            continue;
        }
        depth += *at == '(' ? 1 : *at == ')' ? -1 : 0;
        if (depth > 1 || (depth == 1 && *at != ','))
            continue;
        if (count == ARGUMENTS_MAX)
            return 0;
        list[count++] = trim((struct text){ begin, (size_t)(at - begin) });
        begin = at + 1;
        if (depth == 0)
            return begin == text.begin + text.length ? count : 0;
    }
    return 0;
}

/* A figure by itself, in quotation marks or not. */
static bool is_constant(struct text text, struct text *digits)
{
    bool quoted = text.length > 2 && (*text.begin == '\''
        || *text.begin == '"') && text.begin[text.length - 1] == *text.begin;
    struct decimal value;

    *digits = quoted ? (struct text){ text.begin + 1, text.length - 2 }
        : text;
    return digits->length > 0 && decimal_parse(digits->begin, digits->length,
        &value) == DECIMAL_OK && !value.blank;
}

static bool is_path(struct text text)
{
    for (size_t k = 0; k < text.length; k++)
        if (strchr("()[]'\"$+=<>!,", text.begin[k]))
            return false;
    return text.length > 0;
}

static bool can_tell(struct text text)
{
    struct text arguments[ARGUMENTS_MAX], digits;
    const struct call *call = find_call(text);
    int count = call ? part(text, strlen(call->name), arguments) : 0;

    if (!call)
        return is_constant(text, &digits) || is_path(text);
    bool good = count >= call->least && count <= call->most;
    for (int k = 0; good && k < count; k++)
        good = can_tell(arguments[k]);
    return good;
}

static struct text text_of(const char *text)
{
    return trim((struct text){ text, strlen(text) });
}

/* --- which leaf has which formula ----------------------------------------- */

static uint64_t key_of(xmlNodePtr leaf)
{
    const char *src = node_attribute(leaf, "src");

    return id_map_text(src ? src : "", src ? strlen(src) : 0);
}

/* The first formula of the code that it bears is the one that filled it. */
static bool bears(xmlNodePtr leaf, const char *code)
{
    const char *own = node_attribute(leaf, "formula");

    own = own ? own : node_attribute(leaf, "awaited");
    return own && strcmp(own, code) == 0;
}

static void note(void *user, const struct leaf_formula *formula)
{
    struct telling *telling = user;
    uint32_t known = telling->leaves.count, id = 0;

    if (!bears(formula->leaf, formula->code))
        return;
    struct told *list = list_room(telling->list, known, &telling->room,
        sizeof *list);
    if (list)
        telling->list = list;
    if (!list || !id_map_add(&telling->leaves, key_of(formula->leaf), &id))
        telling->failed = true;
    else if (id == known)
        list[id] = (struct told){ !formula->has_terms && (formula->is_sum
            || can_tell(text_of(formula->value))) ? formula->value : NULL,
            formula->is_sum };
}

static const struct told *find(const struct telling *telling,
    xmlNodePtr leaf)
{
    uint32_t id;

    return id_map_find(&telling->leaves, key_of(leaf), &id)
        && telling->list[id].value ? &telling->list[id] : NULL;
}

bool telling_knows(const struct telling *telling, xmlNodePtr leaf)
{
    return find(telling, leaf) != NULL;
}

bool telling_begin(struct telling *telling, const struct formulas *formulas,
    xmlDocPtr submission, const struct print_style *style,
    struct findings *findings)
{
    *telling = (struct telling){ .list = NULL };
    telling->began = evaluation_begin(&telling->evaluation, submission,
        style, findings);
    bool good = telling->began && formulas_visit_leaves(formulas,
        &telling->evaluation, note, telling) && !telling->failed;
    if (!good)
        findings_out_of_memory(findings);
    return good;
}

void telling_end(struct telling *telling)
{
    if (telling->began)
        evaluation_end(&telling->evaluation);
    free(telling->list);
    id_map_free(&telling->leaves);
}

/* --- cells ---------------------------------------------------------------- */

/* A formula on its way. */
struct saying {
    struct telling *telling;
    const struct book *book;
    const struct book_cell *cell;
    size_t sheet;
    struct buffer refs;         /* of operands by themselves */
    size_t ref_count;
    int shift;                  /* of all operands so far */
    bool has_shift, mixed;
    bool scaled;                /* operands are put in their base units */
    struct buffer last;         /* the key of the list of the last range */
};

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

/* A leaf among those of a sum; of those in a range the first stands for all. */
static bool add_operand(struct saying *saying, xmlNodePtr leaf,
    bool may_range, struct buffer *out)
{
    const char *src = node_attribute(leaf, "src");
    const struct book_place *place = src ? book_find(saying->book, src)
        : NULL, *last;
    struct buffer key = BUFFER_EMPTY;
    const char *comma = out->length && strchr("(,*", out->bytes[out->length
        - 1]) ? "" : out->length ? "," : "";

    if (!place)
        return false;
    note_shift(saying, leaf);
    last = may_range ? find_last(saying, src, place, &key) : NULL;
    bool known = last && strcmp(buffer_string(&key),
        buffer_string(&saying->last)) == 0;
    if (may_range && !known)
        buffer_add_string(out, comma);
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

static xmlXPathObjectPtr evaluate(struct saying *saying, struct text path)
{
    xmlXPathContextPtr context = saying->telling->evaluation.context;
    xmlChar *text = xmlStrndup(BAD_CAST path.begin, (int)path.length);
    unsigned long before = xml_memory_lacked();
    xmlXPathObjectPtr found = NULL;

    context->node = saying->cell->source;
    if (text)
        found = xmlXPathEval(text, context);
    if (!text || xml_memory_lacked() != before)
        saying->telling->failed = true;
    xmlFree(text);
    return found;
}

/* The leaves of a path: all of them, or the first one. */
static bool say_path(struct saying *saying, struct text path, bool all,
    struct buffer *out)
{
    xmlXPathObjectPtr found = evaluate(saying, path);
    xmlNodeSetPtr nodes = found && found->type == XPATH_NODESET
        ? found->nodesetval : NULL;
    int count = nodes ? nodes->nodeNr : 0;
    bool good = count > 0;

    for (int k = 0; good && k < (all ? count : 1); k++)
        good = add_operand(saying, nodes->nodeTab[k], all, out);
    xmlXPathFreeObject(found);
    return good;
}

/* --- calls ---------------------------------------------------------------- */

static bool say(struct saying *saying, struct text text, bool all,
    struct buffer *out);

static bool say_call(struct saying *saying, const struct call *call,
    struct text text, struct buffer *out)
{
    struct text arguments[ARGUMENTS_MAX];
    int count = part(text, strlen(call->name), arguments);
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

static bool say(struct saying *saying, struct text text, bool all,
    struct buffer *out)
{
    const struct call *call = find_call(text);
    struct text digits;

    if (call)
        return say_call(saying, call, text, out);
    if (is_constant(text, &digits)) {
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
        return say(saying, text_of(told->value), false, out);
    buffer_add_string(out, "ROUND(SUM(");
    good = say_path(saying, text_of(told->value), true, out);
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
        || is_path(text_of(told->value));
    int from = saying->scaled ? 0 : is_linear ? saying->shift : own;

    if (!saying->has_shift || from == own)
        return;
    buffer_add_char(out, from > own ? '*' : '/');
    add_power(from > own ? from - own : own - from, out);
}

/* The formula in full, once in the units of the cells and, where these differ,
 * again in their base units; false where a value has no cell. */
static bool say_all(struct saying *saying, const struct told *told,
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

/* --- what cannot be told -------------------------------------------------- */

/* In pieces, each in quotation marks. */
static void say_words(const char *text, struct buffer *out)
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

static void say_constant(const struct book_cell *cell, struct buffer *out)
{
    if (cell->text && cell->kind == BOOK_NUMBER)
        buffer_add_string(out, cell->text);
    else if (cell->text)
        say_words(cell->text, out);
}

static void write(struct telling *telling, struct book *book, size_t sheet,
    struct book_cell *cell)
{
    const struct told *told = find(telling, cell->source);
    struct saying saying = { .telling = telling, .book = book, .cell = cell,
        .sheet = sheet };
    struct buffer formula = BUFFER_EMPTY;

    if (!told || !say_all(&saying, told, &formula)) {
        buffer_clear(&formula);
        say_constant(cell, &formula);
    }
    if (formula.length > 0)
        cell->formula = book_keep(book, buffer_string(&formula));
    book->failed = book->failed || formula.failed || telling->failed;
    buffer_free(&formula);
    buffer_free(&saying.refs);
    buffer_free(&saying.last);
}

void telling_write(struct telling *telling, struct book *book)
{
    for (size_t sheet = 0; sheet < book->count; sheet++)
        for (size_t k = 0; k < book->sheets[sheet].count; k++)
            if (book->sheets[sheet].cells[k].source)
                write(telling, book, sheet, &book->sheets[sheet].cells[k]);
}
