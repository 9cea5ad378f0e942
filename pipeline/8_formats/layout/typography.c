/* typography.xml as lengths and numbers. */

#include "8_formats/layout/typography.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/arena.h"
#include "0_base/decimal.h"
#include "0_base/utf8.h"
#include "0_base/xml.h"
#include "8_formats/layout/model.h"

#define PATH "stylesheets/common/typography.xml"

struct reading {
    struct typography typography;       /* first: what the caller gets */
    struct arena arena;
    const char *fault;                  /* the first attribute that is wrong */
};

/* --- attributes ---------------------------------------------------------- */

static const char *copy(struct reading *reading, xmlChar *text)
{
    const char *own = text ? arena_copy(&reading->arena, (const char *)text,
        strlen((const char *)text)) : NULL;

    xmlFree(text);
    return own;
}

static const char *attribute(struct reading *reading, const xmlNode *element,
    const char *name)
{
    return copy(reading, xmlGetNoNsProp(element, (const xmlChar *)name));
}

static void blame(struct reading *reading, const char *name)
{
    if (!reading->fault)
        reading->fault = name;
}

/* A extent in thousandths of a unit that has so many 1/1000 pt; what is not
 * there is 0. */
static extent read_length(struct reading *reading, const xmlNode *element,
    const char *name, bool is_mm)
{
    const char *text = attribute(reading, element, name);
    struct decimal value;

    if (!text)
        return 0;
    if (decimal_parse(text, strlen(text), &value) != DECIMAL_OK
        || value.blank || !decimal_shift(decimal_round(value, 3), 3, &value)
        || value.units < 0) {
        blame(reading, name);
        return 0;
    }
    int64_t thousandths = decimal_round(value, 0).units;
    /* 72 pt are 25.4 mm. */
    int64_t points = is_mm ? (thousandths * 720 + 127) / 254 : thousandths;
    if (points > EXTENT_MAX)
        blame(reading, name);
    return points > EXTENT_MAX ? 0 : (extent)points;
}

static extent read_points(struct reading *reading, const xmlNode *element,
    const char *name)
{
    return read_length(reading, element, name, false);
}

static extent read_mm(struct reading *reading, const xmlNode *element,
    const char *name)
{
    return read_length(reading, element, name, true);
}

/* --- parts --------------------------------------------------------------- */

static void read_page(struct reading *reading, const xmlNode *element)
{
    struct typography *t = &reading->typography;

    t->page.width = read_mm(reading, element, "width");
    t->page.height = read_mm(reading, element, "height");
    t->page.top = read_mm(reading, element, "top");
    t->page.right = read_mm(reading, element, "right");
    t->page.bottom = read_mm(reading, element, "bottom");
    t->page.left = read_mm(reading, element, "left");
    t->page.line_pitch = read_points(reading, element, "line-pitch");
    t->page.character_pitch = read_points(reading, element,
        "character-pitch");
    t->page.number_before = attribute(reading, element, "number-before");
    t->page.number_after = attribute(reading, element, "number-after");
    t->page.number_below = read_mm(reading, element, "number-below");
    if (t->page.width <= t->page.left + t->page.right)
        blame(reading, "width");
    if (t->page.height <= t->page.top + t->page.bottom)
        blame(reading, "height");
}

/* The characters of an attribute that must be there, with a 0 behind them. */
static const char32_t *read_characters(struct reading *reading,
    const xmlNode *element, const char *name)
{
    const char *text = attribute(reading, element, name);
    size_t count = text ? utf8_count(text, strlen(text)) : 0;
    char32_t *characters = arena_new(&reading->arena, count + 1,
        sizeof *characters);

    if (!text)
        blame(reading, name);
    for (size_t k = 0; characters && k < count; k++) {
        unsigned code;
        text += utf8_first(text, &code);
        characters[k] = code;
    }
    return characters;
}

static void read_lines(struct reading *reading, const xmlNode *element)
{
    struct break_words *breaks = &reading->typography.breaks;

    breaks->orders = read_characters(reading, element, "orders");
    breaks->units = read_characters(reading, element, "units");
}

static void read_table(struct reading *reading, const xmlNode *element)
{
    struct typography *t = &reading->typography;

    t->table.line = read_points(reading, element, "line");
    t->table.padding_side = read_mm(reading, element, "padding-side");
    t->table.padding_above = read_mm(reading, element, "padding-above");
    t->table.padding_below = read_mm(reading, element, "padding-below");
    t->table.smallest = read_points(reading, element, "smallest");
}

static size_t read_fonts(struct reading *reading, const xmlNode *parent,
    struct typography_font **fonts)
{
    size_t count = 0;

    *fonts = arena_new(&reading->arena, model_count(parent, "font") + 1,
        sizeof **fonts);
    if (!*fonts)
        return 0;
    MODEL_EACH(child, parent, "font") {
        struct typography_font *font = &(*fonts)[count++];
        const char *index = attribute(reading, child, "index");
        font->name = copy(reading, xmlNodeGetContent(child));
        font->file = attribute(reading, child, "file");
        font->index = index ? (unsigned)strtoul(index, NULL, 10) : 0;
        font->stands_in = xmlHasProp(child, (const xmlChar *)"stands-in");
    }
    return count;
}

/* The faces of one kind, <face> or <latin>. */
static size_t read_kind(struct reading *reading, const xmlNode *faces,
    const char *kind, struct typography_face **list)
{
    size_t count = 0;

    *list = arena_new(&reading->arena, model_count(faces, kind) + 1,
        sizeof **list);
    if (!*list)
        return 0;
    MODEL_EACH(child, faces, kind) {
        struct typography_face *face = &(*list)[count++];
        face->name = attribute(reading, child, "name");
        face->font_count = read_fonts(reading, child, &face->fonts);
        if (!face->name)
            blame(reading, "name");
    }
    return count;
}

/* The number of the face that an attribute names. */
static unsigned find_face(struct reading *reading, const xmlNode *element,
    const char *attribute_name, const struct typography_face *faces,
    size_t count)
{
    const char *name = attribute(reading, element, attribute_name);

    for (size_t k = 0; name && k < count; k++)
        if (faces[k].name && strcmp(faces[k].name, name) == 0)
            return (unsigned)k;
    blame(reading, attribute_name);
    return 0;
}

static void read_faces(struct reading *reading, const xmlNode *faces)
{
    struct typography *t = &reading->typography;
    const xmlNode *reserves = model_next(faces->children, "reserves");
    size_t k = 0;

    t->face_count = read_kind(reading, faces, "face", &t->faces);
    t->latin_count = read_kind(reading, faces, "latin", &t->latins);
    if (reserves)
        t->reserve_count = read_fonts(reading, reserves, &t->reserves);
    if (t->faces)
        MODEL_EACH(child, faces, "face")
            t->faces[k++].latin = find_face(reading, child, "latin",
                t->latins, t->latin_count);
}

static enum alignment read_alignment(struct reading *reading,
    const xmlNode *element)
{
    static const char *const names[] = { "left", "center", "right",
        "justify" };
    const char *text = attribute(reading, element, "align");

    for (size_t k = 0; text && k < sizeof names / sizeof *names; k++)
        if (strcmp(text, names[k]) == 0)
            return (enum alignment)k;
    if (text)
        blame(reading, "align");
    return ALIGN_LEFT;
}

static void read_role(struct reading *reading, const xmlNode *element,
    struct typography_role *role)
{
    const char *indent = attribute(reading, element, "indent");
    const char *shade = attribute(reading, element, "shade");

    role->name = attribute(reading, element, "name");
    role->face = find_face(reading, element, "face",
        reading->typography.faces, reading->typography.face_count);
    role->size = read_points(reading, element, "size");
    role->line = read_points(reading, element, "line");
    role->before = read_points(reading, element, "before");
    role->after = read_points(reading, element, "after");
    role->indent = indent ? (unsigned)strtoul(indent, NULL, 10) : 0;
    role->align = read_alignment(reading, element);
    role->keeps_with_next = xmlHasProp(element, (const xmlChar *)"keep");
    role->is_on_grid = role->line == reading->typography.page.line_pitch;
    role->has_shade = shade != NULL;
    role->shade = shade ? (unsigned)strtoul(shade, NULL, 16) : 0;
    if (role->size <= 0)
        blame(reading, "size");
    if (role->line <= 0)
        blame(reading, "line");
}

static void read_roles(struct reading *reading, const xmlNode *roles)
{
    struct typography *t = &reading->typography;

    t->roles = arena_new(&reading->arena, model_count(roles, "role") + 1,
        sizeof *t->roles);
    if (t->roles)
        MODEL_EACH(child, roles, "role")
            read_role(reading, child, &t->roles[t->role_count++]);
}

/* --- the file ------------------------------------------------------------ */

static const struct {
    const char *element;
    void (*read)(struct reading *reading, const xmlNode *element);
} parts[] = {
    { "page", read_page },
    { "lines", read_lines },
    { "faces", read_faces },
    { "roles", read_roles },
    { "table", read_table },
};

static void read_parts(struct reading *reading, const xmlNode *root)
{
    for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
        const xmlNode *element = root
            ? model_next(root->children, parts[k].element) : NULL;
        if (element)
            parts[k].read(reading, element);
        else
            blame(reading, parts[k].element);
    }
}

struct typography *typography_read(const struct resources *resources,
    struct findings *findings)
{
    xmlDocPtr file = xml_load(resources, PATH, findings);
    struct reading *reading = file ? calloc(1, sizeof *reading) : NULL;

    if (reading)
        read_parts(reading, xmlDocGetRootElement(file));
    if (file && (!reading || reading->arena.failed))
        findings_out_of_memory(findings);
    else if (file && reading->fault)
        findings_add(findings, CATALOGUE_TYPOGRAPHY_BROKEN,
            (struct place){ 0, 0 }, NULL, "path", PATH, "name",
            reading->fault, NULL);
    bool good = reading && !reading->arena.failed && !reading->fault;
    xmlFreeDoc(file);
    if (good)
        return &reading->typography;
    typography_free(reading ? &reading->typography : NULL);
    return NULL;
}

void typography_free(struct typography *typography)
{
    struct reading *reading = (struct reading *)typography;

    if (reading)
        arena_free(&reading->arena);
    free(reading);
}

const struct typography_role *typography_role(
    const struct typography *typography, const char *name)
{
    for (size_t k = 0; k < typography->role_count; k++)
        if (typography->roles[k].name
            && strcmp(typography->roles[k].name, name) == 0)
            return &typography->roles[k];
    return NULL;
}
