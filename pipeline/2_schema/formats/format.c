/* The table of formats, and whether a text is of one. */

#include "2_schema/formats/format.h"

#include <string.h>

#include "2_schema/formats/regex.h"

static bool fits_regex(struct cursor *text)
{
    struct regex *regex;
    enum regex_fault fault = regex_compile(text->at,
        (size_t)(text->end - text->at), &regex);

    regex_free(regex);
    text->failed = fault == REGEX_NO_MEMORY;
    text->at = text->end;
    return fault == REGEX_OK;
}

static const struct format formats[] = {
    { "date", fits_date,
        { "日期（如 2024-04-24）", "a date (such as 2024-04-24)" } },
    { "time", fits_time,
        { "时间（如 08:30:00+08:00）", "a time (such as 08:30:00+08:00)" } },
    { "date-time", fits_date_time,
        { "日期和时间（如 2024-04-24T08:30:00+08:00）",
          "a date and time (such as 2024-04-24T08:30:00+08:00)" } },
    { "duration", fits_duration,
        { "时长（如 P1Y2M3D）", "a duration (such as P1Y2M3D)" } },
    { "email", fits_email, { "电子邮箱地址", "an e-mail address" } },
    { "idn-email", fits_idn_email, { "电子邮箱地址", "an e-mail address" } },
    { "hostname", fits_hostname, { "主机名", "a host name" } },
    { "idn-hostname", fits_idn_hostname, { "主机名", "a host name" } },
    { "ipv4", fits_ipv4, { "IPv4 地址", "an IPv4 address" } },
    { "ipv6", fits_ipv6, { "IPv6 地址", "an IPv6 address" } },
    { "uri", fits_uri, { "完整的网址", "a URI" } },
    { "uri-reference", fits_uri_reference,
        { "网址或相对网址", "a URI reference" } },
    { "iri", fits_iri, { "完整的网址", "an IRI" } },
    { "iri-reference", fits_iri_reference,
        { "网址或相对网址", "an IRI reference" } },
    { "uuid", fits_uuid, { "UUID", "a UUID" } },
    { "uri-template", fits_uri_template,
        { "网址模板", "a URI template" } },
    { "json-pointer", fits_json_pointer,
        { "JSON 指针（如 /unit/name）",
          "a JSON Pointer (such as /unit/name)" } },
    { "relative-json-pointer", fits_relative_json_pointer,
        { "相对 JSON 指针", "a relative JSON Pointer" } },
    { "regex", fits_regex,
        { "正则表达式（ECMA-262）", "a regular expression (ECMA-262)" } },
};

const struct format *format_find(const char *name)
{
    for (size_t k = 0; k < sizeof formats / sizeof *formats; k++)
        if (strcmp(formats[k].name, name) == 0)
            return &formats[k];
    return NULL;
}

bool format_fits(const struct format *format, const char *text,
    size_t length, bool *failed)
{
    struct cursor cursor = { .at = text, .end = text + length };
    bool fits = format->fits(&cursor) && cursor.at == cursor.end;

    *failed = *failed || cursor.failed;
    return fits;
}

bool format_is_date(const char *text, size_t length)
{
    struct cursor cursor = { .at = text, .end = text + length };

    return fits_date(&cursor) && cursor.at == cursor.end;
}
