/*
 * WordprocessingML read as a person sees it: runs joined, tracked changes
 * made or not, instructions of fields left out.
 */

#include "13_pull/word.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "13_pull/word_xml.h"

/* A bookmark of ours that is open, for the control that it stands around. */
struct mark {
    const char *id, *tag;       /* tag NULL: a control has it */
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

/* --- paragraphs, rows, cells ---------------------------------------------- */

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

static void walk_cell(struct walk *walk, xmlNodePtr node)
{
    if (!is_gone(walk, word_child(node, "tcPr"), "cellIns", "cellDel"))
        walk_children(walk, node);
}

/* --- controls and bookmarks ----------------------------------------------- */

static void walk_mark_start(struct walk *walk, xmlNodePtr node)
{
    const char *name = word_attribute(node, "name");
    const char *id = word_attribute(node, "id");
    const char *tag = name && id && walk->reader->mark
        ? walk->reader->mark(walk->reader->user, name) : NULL;
    struct mark *marks = tag ? list_room(walk->marks, walk->mark_count,
        &walk->mark_room, sizeof *marks) : NULL;

    if (!tag)
        return;
    if (!marks) {
        walk->wording->failed = true;
        return;
    }
    walk->marks = marks;
    marks[walk->mark_count++] = (struct mark){ id, tag };
}

static void walk_mark_end(struct walk *walk, xmlNodePtr node)
{
    const char *id = word_attribute(node, "id");
    size_t k = walk->mark_count;

    while (id && k > 0 && strcmp(walk->marks[k - 1].id, id) != 0)
        k--;
    if (id && k > 0) {
        memmove(&walk->marks[k - 1], &walk->marks[k],
            (walk->mark_count - k) * sizeof *walk->marks);
        walk->mark_count--;
    }
}

/* By its own tag, or else by the bookmark that was opened last; a bookmark
 * serves once, and also where the tag is there. */
static const char *tag_of(struct walk *walk, xmlNodePtr properties)
{
    xmlNodePtr element = word_child(properties, "tag");
    const char *own = word_attribute(element, "val");
    const char *tag = own && *own && walk->reader->know
        ? walk->reader->know(walk->reader->user, own) : NULL;
    struct mark *mark = walk->mark_count > 0
        ? &walk->marks[walk->mark_count - 1] : NULL;

    if (!tag && mark && !(own && *own))
        tag = mark->tag;
    if (tag && mark)
        mark->tag = NULL;
    return tag;
}

static void walk_control(struct walk *walk, xmlNodePtr node)
{
    xmlNodePtr properties = word_child(node, "sdtPr");
    const char *tag = tag_of(walk, properties);

    if (tag)
        wording_open(walk->wording, tag, NULL);
    if (!word_child(properties, "showingPlcHdr"))
        walk_children(walk, node);
    if (tag)
        wording_close(walk->wording);
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
