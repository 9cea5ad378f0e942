/* The structure tree: what each stretch of content is (ISO 32000-1, 14.7). */

#include <stdlib.h>

#include "8_formats/pdf/pdf_parts.h"

#define LINK_NONE SIZE_MAX

/* What hangs below a node, in reading order: a chain of marks and nodes. */
struct kid {
    bool is_mark;
    size_t which;
    size_t next;                /* in the kids; LINK_NONE: the last */
};

struct chain {
    size_t first, last, count;
    uint32_t groups;            /* the number of the first group; 0: none */
};

struct tree {
    struct pdf *pdf;
    struct kid *kids;
    size_t kid_count;
    struct chain *chains;       /* as the nodes */
    uint32_t *parents;          /* likewise: the number of what it hangs in */
    bool *is_named;             /* whether another object needs its ID */
    uint32_t root;              /* the number of StructTreeRoot */
};

static const char *const types[NODE_KIND_COUNT] = {
    [NODE_DOCUMENT] = "Document", [NODE_SECTION] = "Sect",
    [NODE_H1] = "H1", [NODE_H2] = "H2", [NODE_H3] = "H3", [NODE_H4] = "H4",
    [NODE_H5] = "H5", [NODE_PARAGRAPH] = "P", [NODE_TABLE] = "Table",
    [NODE_CAPTION] = "Caption", [NODE_ROW] = "TR",
    [NODE_HEADER_CELL] = "TH", [NODE_CELL] = "TD", [NODE_NOTE] = "Note",
};

const char *pdf_node_type(enum node_kind kind)
{
    return types[kind];
}

/* --- what hangs below what ------------------------------------------------ */

static void hang(struct tree *tree, uint32_t parent, bool is_mark,
    size_t which)
{
    struct chain *chain = &tree->chains[parent];
    size_t kid = tree->kid_count++;

    tree->kids[kid] = (struct kid){ is_mark, which, LINK_NONE };
    if (chain->count++ == 0)
        chain->first = kid;
    else
        tree->kids[chain->last].next = kid;
    chain->last = kid;
}

/* Nodes and marks are both in reading order: a node comes before its marks and
 * before those of the nodes behind it. */
static void hang_all(struct tree *tree)
{
    const struct drawing *drawing = tree->pdf->drawing;
    uint32_t hung = NODE_ROOT + 1;

    for (size_t i = 0; i <= tree->pdf->mark_count; i++) {
        bool is_end = i == tree->pdf->mark_count;
        uint32_t node = is_end ? (uint32_t)drawing->node_count - 1
            : tree->pdf->marks[i].node;
        for (; hung <= node; hung++)
            hang(tree, drawing->nodes[hung].parent, false, hung);
        if (!is_end)
            hang(tree, node, true, i);
    }
}

/* --- groups --------------------------------------------------------------- */

/* More kids than an array of PDF/A-1 holds stand in groups of so many, between
 * the element and these: a table's rows in bodies. */
static size_t count_groups(const struct chain *chain)
{
    return chain->groups ? (chain->count + PDF_ARRAY_MAX - 1) / PDF_ARRAY_MAX
        : 0;
}

static void plan_kids(struct tree *tree, struct chain *chain, uint32_t number)
{
    struct pdf *pdf = tree->pdf;
    size_t kid = chain->first;

    if (pdf->level == PDF_1B && chain->count > PDF_ARRAY_MAX)
        chain->groups = objects_reserve(&pdf->objects,
            (chain->count + PDF_ARRAY_MAX - 1) / PDF_ARRAY_MAX);
    for (size_t k = 0; k < chain->count; k++, kid = tree->kids[kid].next)
        if (!tree->kids[kid].is_mark)
            tree->parents[tree->kids[kid].which] = chain->groups
                ? chain->groups + (uint32_t)(k / PDF_ARRAY_MAX) : number;
}

static void plan_groups(struct tree *tree)
{
    tree->parents[NODE_ROOT] = tree->root;
    for (size_t i = 0; i < tree->pdf->drawing->node_count; i++)
        plan_kids(tree, &tree->chains[i],
            tree->pdf->first_node + (uint32_t)i);
}

/* PDF/UA-1, 7.5 and 7.9: header cells that others name, and notes. */
static void find_named(struct tree *tree)
{
    const struct drawing *drawing = tree->pdf->drawing;

    for (size_t i = 0; i < drawing->node_count; i++) {
        const struct node *node = &drawing->nodes[i];
        if (node->kind == NODE_NOTE)
            tree->is_named[i] = true;
        for (size_t k = 0; k < node->header_count; k++)
            tree->is_named[drawing->headers[node->first_header + k]] = true;
    }
}

/* --- elements ------------------------------------------------------------- */

static void begin_element(struct buffer *out, const char *type,
    uint32_t parent)
{
    buffer_add_string(out, "<</Type/StructElem/S/");
    buffer_add_string(out, type);
    buffer_add_string(out, "/P ");
    pdf_add_reference(out, parent);
}

static void add_id(struct buffer *out, size_t node)
{
    buffer_printf(out, "(%08zx)", node);
}

static uint32_t page_number(const struct pdf *pdf, size_t page)
{
    return pdf->first_page + (uint32_t)page;
}

static size_t mcid(const struct pdf *pdf, size_t mark)
{
    return mark - pdf->page_marks[pdf->marks[mark].page];
}

/* The page of the first mark of so many kids, which the element names;
 * LINK_NONE: no mark. */
static size_t first_page(const struct tree *tree, size_t kid, size_t count)
{
    for (; count-- > 0; kid = tree->kids[kid].next)
        if (tree->kids[kid].is_mark)
            return tree->pdf->marks[tree->kids[kid].which].page;
    return LINK_NONE;
}

static void add_kid(const struct tree *tree, const struct kid *kid,
    size_t page, struct buffer *out)
{
    const struct pdf *pdf = tree->pdf;

    if (!kid->is_mark)
        pdf_add_reference(out, pdf->first_node + (uint32_t)kid->which);
    else if (pdf->marks[kid->which].page == page)
        buffer_add_integer(out, (int64_t)mcid(pdf, kid->which));
    else
        buffer_printf(out, "<</Type/MCR/Pg %u 0 R/MCID %zu>>",
            page_number(pdf, pdf->marks[kid->which].page),
            mcid(pdf, kid->which));
}

/* So many kids from the first: the one behind them. */
static size_t add_kids(const struct tree *tree, size_t first, size_t count,
    struct buffer *out)
{
    size_t page = first_page(tree, first, count);
    size_t kid = first;

    if (page != LINK_NONE) {
        buffer_add_string(out, "/Pg ");
        pdf_add_reference(out, page_number(tree->pdf, page));
    }
    if (count == 0)
        return kid;
    buffer_add_string(out, "/K[");
    for (; count-- > 0; kid = tree->kids[kid].next) {
        if (kid != first)
            buffer_add_char(out, ' ');
        add_kid(tree, &tree->kids[kid], page, out);
    }
    buffer_add_char(out, ']');
    return kid;
}

static void add_groups(const struct chain *chain, struct buffer *out)
{
    buffer_add_string(out, "/K[");
    for (size_t k = 0; k < count_groups(chain); k++)
        buffer_printf(out, "%s%u 0 R", k > 0 ? " " : "",
            chain->groups + (uint32_t)k);
    buffer_add_char(out, ']');
}

static void write_groups(struct tree *tree, size_t which)
{
    struct pdf *pdf = tree->pdf;
    const struct chain *chain = &tree->chains[which];
    size_t kid = chain->first, left = chain->count;

    for (size_t k = 0; k < count_groups(chain); k++) {
        size_t count = left < PDF_ARRAY_MAX ? left : PDF_ARRAY_MAX;
        struct buffer *out = objects_open(&pdf->objects,
            chain->groups + (uint32_t)k);
        begin_element(out,
            pdf->drawing->nodes[which].kind == NODE_TABLE ? "TBody" : "Div",
            pdf->first_node + (uint32_t)which);
        kid = add_kids(tree, kid, count, out);
        left -= count;
        buffer_add_string(out, ">>");
        objects_close(&pdf->objects);
    }
}

static void add_headers(const struct tree *tree, const struct node *node,
    struct buffer *out)
{
    if (node->header_count == 0)
        return;
    buffer_add_string(out, "/Headers[");
    for (size_t i = 0; i < node->header_count; i++)
        add_id(out, tree->pdf->drawing->headers[node->first_header + i]);
    buffer_add_char(out, ']');
}

/* 14.8.5.7; PDF 1.4 knows neither Scope nor Headers as standard. */
static void add_attributes(const struct tree *tree, const struct node *node,
    struct buffer *out)
{
    static const char *const scopes[] = {
        [SCOPE_NONE] = "", [SCOPE_ROW] = "/Scope/Row",
        [SCOPE_COLUMN] = "/Scope/Column", [SCOPE_BOTH] = "/Scope/Both",
    };
    bool is_1b = tree->pdf->level == PDF_1B;

    if (node->kind != NODE_HEADER_CELL && node->kind != NODE_CELL)
        return;
    if (node->colspan <= 1 && node->rowspan <= 1
        && (is_1b || (node->scope == SCOPE_NONE && node->header_count == 0)))
        return;
    buffer_add_string(out, "/A<</O/Table");
    if (node->colspan > 1)
        buffer_printf(out, "/ColSpan %u", node->colspan);
    if (node->rowspan > 1)
        buffer_printf(out, "/RowSpan %u", node->rowspan);
    if (!is_1b) {
        buffer_add_string(out, scopes[node->scope]);
        add_headers(tree, node, out);
    }
    buffer_add_string(out, ">>");
}

static void write_node(struct tree *tree, size_t which)
{
    struct pdf *pdf = tree->pdf;
    const struct node *node = &pdf->drawing->nodes[which];
    const struct chain *chain = &tree->chains[which];
    struct buffer *out = objects_open(&pdf->objects,
        pdf->first_node + (uint32_t)which);

    begin_element(out, types[node->kind], tree->parents[which]);
    if (node->title) {
        buffer_add_string(out, "/T");
        pdf_add_text(out, node->title);
    }
    if (tree->is_named[which]) {
        buffer_add_string(out, "/ID");
        add_id(out, which);
    }
    add_attributes(tree, node, out);
    if (chain->groups)
        add_groups(chain, out);
    else
        add_kids(tree, chain->first, chain->count, out);
    buffer_add_string(out, ">>");
    objects_close(&pdf->objects);
    write_groups(tree, which);
}

/* --- the root ------------------------------------------------------------- */

/* 14.7.4.4: the node of each mark, page by page. */
static uint32_t write_page_marks(struct pdf *pdf, size_t page)
{
    uint32_t number = objects_reserve(&pdf->objects, 1);
    size_t first = pdf->page_marks[page], end = pdf->page_marks[page + 1];
    struct buffer *out = objects_open(&pdf->objects, number);

    if (end - first > PDF_ARRAY_MAX)
        pdf->passes_limit = true;
    buffer_add_char(out, '[');
    for (size_t i = first; i < end; i++) {
        if (i > first)
            buffer_add_char(out, ' ');
        pdf_add_reference(out, pdf->first_node + pdf->marks[i].node);
    }
    buffer_add_char(out, ']');
    objects_close(&pdf->objects);
    return number;
}

static uint32_t write_parents(struct pdf *pdf)
{
    size_t count = pdf->drawing->page_count;
    struct buffer numbers = BUFFER_EMPTY;
    uint32_t number = objects_reserve(&pdf->objects, 1);

    if (2 * count > PDF_ARRAY_MAX)
        pdf->passes_limit = true;
    for (size_t i = 0; i < count; i++)
        buffer_printf(&numbers, " %zu %u 0 R", i, write_page_marks(pdf, i));
    struct buffer *out = objects_open(&pdf->objects, number);
    buffer_printf(out, "<</Nums[%s]>>", buffer_string(&numbers));
    objects_close(&pdf->objects);
    pdf->objects.failed = pdf->objects.failed || numbers.failed;
    buffer_free(&numbers);
    return number;
}

/* The IDs ascend as the nodes do, having all the same length. */
static void add_ids(const struct tree *tree, struct buffer *out)
{
    size_t named = 0;

    for (size_t i = 0; i < tree->pdf->drawing->node_count; i++) {
        if (!tree->is_named[i])
            continue;
        buffer_add_string(out, named++ == 0 ? "/IDTree<</Names[" : " ");
        add_id(out, i);
        buffer_printf(out, "%u 0 R", tree->pdf->first_node + (uint32_t)i);
    }
    if (2 * named > PDF_ARRAY_MAX)
        tree->pdf->passes_limit = true;
    if (named > 0)
        buffer_add_string(out, "]>>");
}

static void write_root(struct tree *tree)
{
    struct pdf *pdf = tree->pdf;
    uint32_t parents = write_parents(pdf);
    struct buffer *out = objects_open(&pdf->objects, tree->root);

    buffer_printf(out, "<</Type/StructTreeRoot/K %u 0 R/ParentTree %u 0 R"
        "/ParentTreeNextKey %zu", pdf->first_node + NODE_ROOT, parents,
        pdf->drawing->page_count);
    add_ids(tree, out);
    buffer_add_string(out, ">>");
    objects_close(&pdf->objects);
}

uint32_t pdf_structure_write(struct pdf *pdf)
{
    size_t nodes = pdf->drawing->node_count;
    struct tree tree = { .pdf = pdf,
        .root = objects_reserve(&pdf->objects, 1) };

    tree.kids = calloc(nodes + pdf->mark_count + 1, sizeof *tree.kids);
    tree.chains = calloc(nodes + 1, sizeof *tree.chains);
    tree.parents = calloc(nodes + 1, sizeof *tree.parents);
    tree.is_named = calloc(nodes + 1, sizeof *tree.is_named);
    if (tree.kids && tree.chains && tree.parents && tree.is_named
        && !pdf->objects.failed) {
        hang_all(&tree);
        plan_groups(&tree);
        find_named(&tree);
        for (size_t i = 0; i < nodes; i++)
            write_node(&tree, i);
        write_root(&tree);
    } else
        pdf->objects.failed = true;
    free(tree.kids);
    free(tree.chains);
    free(tree.parents);
    free(tree.is_named);
    return tree.root;
}
