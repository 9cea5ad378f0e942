/*
 * WordprocessingML read as a person sees it: runs joined, tracked changes
 * made or not, instructions of fields left out.
 */

#include "13_pull/word.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "10_archive/untrusted_xml.h"
#include "13_pull/raised.h"
#include "13_pull/word_marks.h"
#include "13_pull/word_xml.h"

#define COMPATIBILITY \
    "http://schemas.openxmlformats.org/markup-compatibility/2006"
#define EQUATIONS "http://schemas.openxmlformats.org/officeDocument/2006/math"

struct walk {
    const struct word_reader *reader;
    struct wording *wording;
    struct word_marks marks;
    xmlNodePtr *boxes;                  /* met so far; read behind the rest */
    size_t box_count, box_room;
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
    bool is_raised = run_is_raised(node->parent);
    struct buffer words = BUFFER_EMPTY;

    for (xmlNodePtr text = node->children; text; text = text->next) {
        const char *content = (const char *)text->content;
        if (text->type != XML_TEXT_NODE
            && text->type != XML_CDATA_SECTION_NODE)
            continue;
        if (is_raised)
            raised_add(content, &words);
        else
            add_words(walk, content, strlen(content));
    }
    add_words(walk, buffer_string(&words), words.length);
    walk->wording->failed = walk->wording->failed || words.failed;
    buffer_free(&words);
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

/* --- what has no words ---------------------------------------------------- */

static void note_unread(struct walk *walk)
{
    wording_note_unread(walk->wording);
    if (walk->reader->unread)
        walk->reader->unread(walk->reader->user,
            walk->wording->line_count);
}

static void walk_comment(struct walk *walk, xmlNodePtr node)
{
    const char *id = word_attribute(node, "id");

    if (id && walk->reader->comment)
        walk->reader->comment(walk->reader->user, id,
            walk->wording->line_count);
}

/* A drawing may be no more than a text box. */
static void walk_object(struct walk *walk, xmlNodePtr node)
{
    size_t boxes = walk->box_count;

    walk_children(walk, node);
    if (walk->box_count == boxes)
        note_unread(walk);
}

static void walk_box(struct walk *walk, xmlNodePtr node)
{
    xmlNodePtr *boxes = list_room(walk->boxes, walk->box_count,
        &walk->box_room, sizeof *boxes);

    if (!boxes) {
        walk->wording->failed = true;
        return;
    }
    walk->boxes = boxes;
    boxes[walk->box_count++] = node;
}

static void walk_run(struct walk *walk, xmlNodePtr node)
{
    if (word_run_is_struck(node))
        note_unread(walk);
    else
        walk_children(walk, node);
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

/* The mark of a paragraph that is gone joins what is left of it to the next
 * one; where nothing is left, its values are gone, too. */
static void walk_paragraph(struct walk *walk, xmlNodePtr node)
{
    xmlNodePtr mark = word_child(word_child(node, "pPr"), "rPr");
    struct wording_point since = wording_here(walk->wording);
    size_t open = walk->marks.count;

    walk_children(walk, node);
    if (!is_gone(walk, mark, "ins", "del")
        && !is_gone(walk, mark, "moveTo", "moveFrom")) {
        wording_end_line(walk->wording);
    } else if (walk->marks.count == open) {
        wording_drop_empty(walk->wording, since);
    }
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

static void walk_mark_start(struct walk *walk, xmlNodePtr node)
{
    word_marks_begin(&walk->marks, node);
}

static void walk_mark_end(struct walk *walk, xmlNodePtr node)
{
    word_marks_end(&walk->marks, node);
}

static const char *tag_of(const struct walk *walk, xmlNodePtr properties)
{
    const struct word_reader *reader = walk->reader;
    const char *tag = word_attribute(word_child(properties, "tag"), "val");

    return tag && *tag && reader->know && !reader->by_marks
        ? reader->know(reader->user, tag) : NULL;
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

/* --- cells ---------------------------------------------------------------- */

static void walk_cell(struct walk *walk, xmlNodePtr node)
{
    if (is_gone(walk, word_child(node, "tcPr"), "cellIns", "cellDel"))
        return;
    walk_children(walk, node);
    word_marks_end_all(&walk->marks);
}

/* --- all of it ------------------------------------------------------------ */

/* Elements that are more, or less, than what is in them. */
static const struct {
    const char *name;
    void (*walk)(struct walk *walk, xmlNodePtr node);
} elements[] = {
    { "t", walk_text },
    { "r", walk_run },
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
    { "commentRangeStart", walk_comment },
    { "commentReference", walk_comment },
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
    { "drawing", walk_object },
    { "pict", walk_object },
    { "object", walk_object },
    { "sym", walk_object },             /* a character of one font alone */
    { "altChunk", walk_object },        /* another file */
    { "subDoc", walk_object },
    { "contentPart", walk_object },
};

static bool is_equation(xmlNodePtr node)
{
    return untrusted_xml_is(node, EQUATIONS, "oMath");
}

/* What new programs read or, where there is no such, what old ones do. */
static void walk_alternatives(struct walk *walk, xmlNodePtr node)
{
    xmlNodePtr first = xmlFirstElementChild(node);

    if (first)
        walk_children(walk, first);
}

static void walk_element(struct walk *walk, xmlNodePtr node)
{
    for (size_t k = 0; k < sizeof elements / sizeof *elements; k++)
        if (word_is(node, elements[k].name)) {
            elements[k].walk(walk, node);
            return;
        }
    if (is_equation(node))
        note_unread(walk);
    else if (untrusted_xml_is(node, COMPATIBILITY, "AlternateContent"))
        walk_alternatives(walk, node);
    else
        walk_children(walk, node);
}

static void walk_children(struct walk *walk, xmlNodePtr parent)
{
    for (xmlNodePtr node = parent->children; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE)
            walk_element(walk, node);
}

static void walk_part(struct walk *walk, xmlNodePtr part)
{
    walk->fields = walk->instructions = 0;
    walk_children(walk, part);
    word_marks_end_all(&walk->marks);
    wording_end_line(walk->wording);
}

bool word_read_part(xmlNodePtr part, enum line_kind kind,
    const struct word_reader *reader, struct wording *wording)
{
    struct walk walk = { .reader = reader, .wording = wording,
        .marks = { .reader = reader, .wording = wording } };

    wording->kind = kind;
    walk_part(&walk, part);
    wording->kind = kind == LINE_TEXT ? LINE_BOX : kind;
    for (size_t k = 0; k < walk.box_count; k++)
        walk_part(&walk, walk.boxes[k]);
    free(walk.boxes);
    return !wording->failed;
}

bool word_read(xmlNodePtr document, const struct word_reader *reader,
    struct wording *wording)
{
    wording_begin(wording);
    wording->quotes = reader->quotes;
    wording->user = reader->user;
    return word_read_part(document, LINE_TEXT, reader, wording);
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
