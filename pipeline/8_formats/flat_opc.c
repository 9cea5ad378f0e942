/* Finds the parts of a Flat OPC document by its marks; what is in a part is
 * passed over. */

#include "8_formats/flat_opc.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/escape.h"
#include "0_base/list.h"

#define PKG "http://schemas.microsoft.com/office/2006/xmlPackage"

struct reading {
    struct flat_opc *opc;
    struct flat_marks marks;
    struct flat_part *part;     /* at hand */
};

/* Of an element, with its start read and entered; up to its end. */
typedef bool visit_element(struct reading *reading, const struct mark *mark);

/* Up to the end of an element. */
static bool each_child(struct reading *reading, const struct mark *parent,
    visit_element *visit)
{
    struct mark child = { .kind = MARK_END };

    if (parent->kind == MARK_EMPTY)
        return true;
    while (marks_next(&reading->marks, &child) && child.kind != MARK_END) {
        if (!marks_enter(&reading->marks, &child)
            || !visit(reading, &child))
            return false;
        marks_leave(&reading->marks);
        child.kind = MARK_START;
    }
    return child.kind == MARK_END;
}

static bool is_pkg(const struct reading *reading, const struct mark *mark,
    const char *name)
{
    return marks_name_is(&reading->marks, mark->name, name, PKG);
}

/* What an attribute of the package's own says; NULL: nothing. */
static char *find_attribute(struct reading *reading, const struct mark *mark,
    const char *wanted)
{
    struct run_of_bytes left = mark->attributes, name, value;
    struct buffer text = BUFFER_EMPTY;

    while (attribute_next(&left, &name, &value)) {
        if (value.length == 0 || !memchr(name.at, ':', name.length)
            || !marks_name_is(&reading->marks, name, wanted, PKG))
            continue;
        escape_undo(&text, value.at, value.length);
        char *said = buffer_take(&text);
        reading->opc->failed |= !said;
        return said;
    }
    return NULL;
}

/* An element below pkg:xmlData. */
static bool read_element(struct reading *reading, const struct mark *mark)
{
    struct flat_part *part = reading->part;
    const char *name_end = mark->name.at + mark->name.length;
    bool is_first = part->elements++ == 0;

    if (is_first) {
        part->start = (struct run_of_bytes){ mark->at,
            (size_t)(name_end - mark->at) };
        marks_add_inherited(&reading->marks, PKG, &part->inherited);
    }
    if (!marks_pass(&reading->marks, mark))
        return false;
    if (is_first)
        part->rest = (struct run_of_bytes){ name_end,
            (size_t)(reading->marks.at - name_end) };
    return true;
}

static bool read_binary(struct reading *reading, const struct mark *mark)
{
    const char *from = reading->marks.at;
    struct mark end;

    if (mark->kind == MARK_EMPTY)
        return true;
    if (!marks_next(&reading->marks, &end) || end.kind != MARK_END)
        return false;
    reading->part->binary = (struct run_of_bytes){ from,
        (size_t)(end.at - from) };
    return true;
}

/* The first of either kind counts. */
static bool read_data(struct reading *reading, const struct mark *mark)
{
    struct flat_part *part = reading->part;

    if (!part->has_xml && is_pkg(reading, mark, "xmlData")) {
        part->has_xml = true;
        return each_child(reading, mark, read_element);
    }
    if (!part->has_binary && is_pkg(reading, mark, "binaryData")) {
        part->has_binary = true;
        return read_binary(reading, mark);
    }
    return marks_pass(&reading->marks, mark);
}

static bool read_part(struct reading *reading, const struct mark *mark)
{
    struct flat_opc *opc = reading->opc;

    if (!is_pkg(reading, mark, "part"))
        return marks_pass(&reading->marks, mark);
    struct flat_part *parts = list_room(opc->parts, opc->count, &opc->room,
        sizeof *parts);
    opc->failed |= !parts;
    if (!parts)
        return false;
    opc->parts = parts;
    reading->part = &parts[opc->count++];
    *reading->part = (struct flat_part){ .inherited = BUFFER_EMPTY };
    reading->part->name = find_attribute(reading, mark, "name");
    reading->part->type = find_attribute(reading, mark, "contentType");
    return each_child(reading, mark, read_data)
        && !reading->part->inherited.failed;
}

bool flat_opc_read(struct flat_opc *opc, const char *bytes, size_t length)
{
    struct reading reading = { .opc = opc,
        .marks = { .at = bytes, .end = bytes + length } };
    struct mark root;

    *opc = (struct flat_opc){ 0 };
    bool good = marks_next(&reading.marks, &root)
        && root.kind != MARK_END && marks_enter(&reading.marks, &root)
        && is_pkg(&reading, &root, "package")
        && each_child(&reading, &root, read_part);
    opc->failed |= reading.marks.failed
        || (reading.part && reading.part->inherited.failed);
    marks_free(&reading.marks);
    return good && !opc->failed;
}

void flat_opc_free(struct flat_opc *opc)
{
    for (size_t k = 0; k < opc->count; k++) {
        free(opc->parts[k].name);
        free(opc->parts[k].type);
        buffer_free(&opc->parts[k].inherited);
    }
    free(opc->parts);
}
