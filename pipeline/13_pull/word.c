/*
 * WordprocessingML read as a person sees it: runs joined, tracked changes
 * made or not, instructions of fields left out.
 */

#include "13_pull/word.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "13_pull/word_xml.h"

/* A bookmark of ours that is open. */
struct mark {
    const char *id;
    size_t control;             /* of the wording */
};

struct walk {
    const struct word_reader *reader;
    struct wording *wording;
    struct mark *marks;
    size_t mark_count, mark_room;
    size_t fields, instructions;        /* that are open; whose result has not
                                           begun */
};

static void walk_children(struct walk *walk, xmlNodePtr parent);

/* --- words ---------------------------------------------------------------- */

static void add_words(struct walk *walk, const char *words, size_t length)
{
    if (walk->instructions == 0)
        wording_add(walk->wording, words, length);
}

static void walk_text(struct walk *walk, xmlNodePtr node)
{
    for (xmlNodePtr text = node->children; text; text = text->next)
        if (text->type == XML_TEXT_NODE || text->type == XML_CDATA_SECTION_NODE)
            add_words(walk, (const char *)text->content,
                strlen((const char *)text->content));
}

static void walk_deleted_text(struct walk *walk, xmlNodePtr node)
{
    if (walk->reader->original)
        walk_text(walk, node);
}

static void walk_tab(struct walk *walk, xmlNodePtr node)
{
    (void)node;
    add_words(walk, "\t", 1);
}

static void walk_break(struct walk *walk, xmlNodePtr node)
{
    (void)node;
    add_words(walk, "\n", 1);
}

static void walk_hyphen(struct walk *walk, xmlNodePtr node)
{
    (void)node;
    add_words(walk, "-", 1);
}

/* Fields may be nested; only those whose result has begun show words. */
static void walk_field(struct walk *walk, xmlNodePtr node)
{
    const char *type = word_attribute(node, "fldCharType");

    if (!type)
        return;
    if (strcmp(type, "begin") == 0) {
        walk->fields++;
        walk->instructions++;
    } else if (strcmp(type, "separate") == 0 && walk->instructions > 0) {
        walk->instructions--;
    } else if (strcmp(type, "end") == 0 && walk->fields > 0) {
        walk->fields--;
        if (walk->instructions > walk->fields)
            walk->instructions = walk->fields;
    }
}

static void walk_nothing(struct walk *walk, xmlNodePtr node)
{
    (void)walk;
    (void)node;
}

static void walk_box(struct walk *walk, xmlNodePtr node)
{
    (void)node;
    if (walk->reader->box)
        walk->reader->box(walk->reader->user);
}

/* --- tracked changes ------------------------------------------------------ */

static void walk_inserted(struct walk *walk, xmlNodePtr node)
{
    if (!walk->reader->original)
        walk_children(walk, node);
}

static void walk_deleted(struct walk *walk, xmlNodePtr node)
{
    if (walk->reader->original)
        walk_children(walk, node);
}

/* Whether a mark in the properties says that what they are of is gone: it was
 * deleted, or, where changes were never made, inserted. */
static bool is_gone(const struct walk *walk, xmlNodePtr properties,
    const char *inserted, const char *deleted)
{
    return word_child(properties, walk->reader->original ? inserted : deleted)
        != NULL;
}

/* --- paragraphs and rows -------------------------------------------------- */

static void walk_paragraph(struct walk *walk, xmlNodePtr node)
{
    xmlNodePtr mark = word_child(word_child(node, "pPr"), "rPr");

    walk_children(walk, node);
    if (!is_gone(walk, mark, "ins", "del")
        && !is_gone(walk, mark, "moveTo", "moveFrom"))
        wording_end_line(walk->wording);
}

static void walk_row(struct walk *walk, xmlNodePtr node)
{
    if (is_gone(walk, word_child(node, "trPr"), "ins", "del"))
        return;
    wording_begin_row(walk->wording);
    walk_children(walk, node);
    wording_end_row(walk->wording);
}

/* --- controls and bookmarks ----------------------------------------------- */

static const char *know(const struct walk *walk, const char *name)
{
    const struct word_reader *reader = walk->reader;

    return name && *name && reader->know ? reader->know(reader->user, name)
        : NULL;
}

static void walk_mark_start(struct walk *walk, xmlNodePtr node)
{
    const char *id = word_attribute(node, "id");
    const char *tag = walk->reader->by_marks && id
        ? know(walk, word_attribute(node, "name")) : NULL;

    if (!tag)
        return;
    struct mark *marks = list_room(walk->marks, walk->mark_count,
        &walk->mark_room, sizeof *marks);
    if (!marks) {
        walk->wording->failed = true;
        return;
    }
    walk->marks = marks;
    size_t control = wording_mark(walk->wording, tag);
    if (control != WORDING_NONE)
        marks[walk->mark_count++] = (struct mark){ id, control };
}

static void walk_mark_end(struct walk *walk, xmlNodePtr node)
{
    const char *id = word_attribute(node, "id");
    size_t k = 0;

    while (id && k < walk->mark_count && strcmp(walk->marks[k].id, id) != 0)
        k++;
    if (!id || k == walk->mark_count)
        return;
    size_t control = walk->marks[k].control;
    walk->mark_count--;
    memmove(&walk->marks[k], &walk->marks[k + 1],
        (walk->mark_count - k) * sizeof *walk->marks);
    wording_unmark(walk->wording, control);
}

/* No bookmark of ours reaches over the end of a cell. */
static void end_marks(struct walk *walk)
{
    while (walk->mark_count > 0)
        wording_unmark(walk->wording,
            walk->marks[--walk->mark_count].control);
}

static void walk_control(struct walk *walk, xmlNodePtr node)
{
    xmlNodePtr properties = word_child(node, "sdtPr");
    const char *tag = walk->reader->by_marks ? NULL : know(walk,
        word_attribute(word_child(properties, "tag"), "val"));

    if (tag)
        wording_open(walk->wording, tag, NULL);
    if (!word_child(properties, "showingPlcHdr"))
        walk_children(walk, node);
    if (tag)
        wording_close(walk->wording);
}

/* --- cells ---------------------------------------------------------------- */

static void walk_cell(struct walk *walk, xmlNodePtr node)
{
    if (is_gone(walk, word_child(node, "tcPr"), "cellIns", "cellDel"))
        return;
    walk_children(walk, node);
    end_marks(walk);
}

/* --- all of it ------------------------------------------------------------ */

/* Elements that are more, or less, than what is in them. */
static const struct {
    const char *name;
    void (*walk)(struct walk *walk, xmlNodePtr node);
} elements[] = {
    { "t", walk_text },
    { "sdt", walk_control },
    { "p", walk_paragraph },
    { "tc", walk_cell },
    { "tr", walk_row },
    { "tab", walk_tab },
    { "br", walk_break },
    { "ins", walk_inserted },
    { "del", walk_deleted },
    { "delText", walk_deleted_text },
    { "moveTo", walk_inserted },
    { "moveFrom", walk_deleted },
    { "bookmarkStart", walk_mark_start },
    { "bookmarkEnd", walk_mark_end },
    { "cr", walk_break },
    { "ptab", walk_tab },
    { "noBreakHyphen", walk_hyphen },
    { "fldChar", walk_field },
    { "instrText", walk_nothing },
    { "delInstrText", walk_nothing },
    { "pPr", walk_nothing },
    { "rPr", walk_nothing },
    { "sdtPr", walk_nothing },
    { "tblPr", walk_nothing },
    { "trPr", walk_nothing },
    { "tcPr", walk_nothing },
    { "rt", walk_nothing },             /* how a word is read */
    { "txbxContent", walk_box },
};

static void walk_element(struct walk *walk, xmlNodePtr node)
{
    for (size_t k = 0; k < sizeof elements / sizeof *elements; k++)
        if (word_is(node, elements[k].name)) {
            elements[k].walk(walk, node);
            return;
        }
    walk_children(walk, node);
}

static void walk_children(struct walk *walk, xmlNodePtr parent)
{
    for (xmlNodePtr node = parent->children; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE)
            walk_element(walk, node);
}

bool word_read(xmlNodePtr document, const struct word_reader *reader,
    struct wording *wording)
{
    struct walk walk = { .reader = reader, .wording = wording };

    wording_begin(wording);
    walk_children(&walk, document);
    end_marks(&walk);
    wording_end_line(wording);
    free(walk.marks);
    return !wording->failed;
}

void word_print(xmlNodePtr element, struct buffer *out)
{
    const struct word_reader reader = { .know = NULL };
    struct wording wording;

    if (!word_read(element, &reader, &wording))
        out->failed = true;
    for (size_t k = 0; k < wording.line_count; k++) {
        if (k > 0)
            buffer_add_char(out, ' ');
        wording_print(&wording, wording.lines[k].begin,
            wording.lines[k].end, out);
    }
    wording_free(&wording);
}
