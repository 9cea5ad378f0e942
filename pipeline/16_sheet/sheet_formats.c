/*
 * What formats of cells say of their figures: dates, rates, decimals.
 */

#include "16_sheet/sheet_xml.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "0_base/list.h"
#include "10_archive/untrusted_xml.h"

#define PERCENT 9
#define PERCENT_TWO 10

/* Built-in formats that are dates, in the Chinese editions, too; ECMA-376-1,
 * 18.8.30. */
static const struct { size_t first, last; } dates[] = {
    { 14, 22 }, { 27, 36 }, { 50, 58 },
};

/* The formats that a workbook has of its own, by their numbers. */
struct codes {
    struct id_map ids;
    const char **list;
    size_t room;
};

static bool read_codes(xmlNodePtr root, struct codes *codes)
{
    xmlNodePtr list = sheet_xml_child(root, "numFmts");

    for (xmlNodePtr format = list ? list->children : NULL; format;
        format = format->next) {
        uint32_t id, known = codes->ids.count;
        if (!sheet_xml_is(format, "numFmt"))
            continue;
        const char **texts = id_map_list(&codes->ids,
            sheet_xml_number(format, "numFmtId"), codes->list, &codes->room,
            sizeof *texts, &id);
        if (!texts)
            return false;
        codes->list = texts;
        if (id == known)
            texts[id] = untrusted_xml_attribute(format, "formatCode");
    }
    return true;
}

static const char *code_of(const struct codes *codes, size_t number)
{
    uint32_t id;

    return codes->list && id_map_find(&codes->ids, number, &id)
        ? codes->list[id] : NULL;
}

/* Of a code the first section, without what is in quotation marks, in brackets
 * or behind a backslash. */
static void read_code(const char *code, struct cell_format *format)
{
    bool quoted = false, bracketed = false;
    const char *point = NULL;

    for (const char *at = code; *at && (quoted || *at != ';'); at++) {
        if (*at == '"' && !bracketed)
            quoted = !quoted;
        else if (!quoted && (*at == '[' || *at == ']'))
            bracketed = *at == '[';
        else if (!quoted && *at == '\\' && at[1])
            at++;
        else if (!quoted && !bracketed && strchr("yYdD", *at))
            format->is_date = true;
        else if (!quoted && !bracketed && *at == '%')
            format->is_percent = true;
    }
    if (strncmp(code, "0.", 2) == 0)
        point = code + 2;
    size_t zeros = point ? strspn(point, "0") : 0;
    if (zeros > 0 && zeros < 10 && point[zeros] == '\0')
        format->decimals = (int)zeros;
}

static struct cell_format format_of(const struct codes *codes, size_t id)
{
    struct cell_format format = { .decimals = id == 2 ? 2 : 0 };
    const char *code = code_of(codes, id);

    if (code) {
        format.decimals = 0;
        read_code(code, &format);
    } else {
        for (size_t k = 0; k < sizeof dates / sizeof *dates; k++)
            if (id >= dates[k].first && id <= dates[k].last)
                format.is_date = true;
        format.is_percent = id == PERCENT || id == PERCENT_TWO;
    }
    return format;
}

static bool add_formats(xmlNodePtr root, const struct codes *codes,
    struct sheet_parts *parts)
{
    xmlNodePtr list = sheet_xml_child(root, "cellXfs");

    for (xmlNodePtr format = list ? list->children : NULL; format;
        format = format->next) {
        if (!sheet_xml_is(format, "xf"))
            continue;
        struct cell_format *formats = list_room(parts->formats,
            parts->format_count, &parts->format_room, sizeof *formats);
        if (!formats)
            return false;
        parts->formats = formats;
        formats[parts->format_count++] = format_of(codes,
            sheet_xml_number(format, "numFmtId"));
    }
    return true;
}

bool sheet_xml_read_formats(xmlNodePtr root, struct sheet_parts *parts)
{
    struct codes codes = { .list = NULL };
    bool good = read_codes(root, &codes) && add_formats(root, &codes, parts);

    id_map_free(&codes.ids);
    free(codes.list);
    return good;
}
