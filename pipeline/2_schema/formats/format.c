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
    { "date", fits_date, PHRASE_DATE_FORMAT },
    { "time", fits_time, PHRASE_TIME },
    { "date-time", fits_date_time, PHRASE_DATE_TIME },
    { "duration", fits_duration, PHRASE_DURATION },
    { "email", fits_email, PHRASE_EMAIL },
    { "idn-email", fits_idn_email, PHRASE_EMAIL },
    { "hostname", fits_hostname, PHRASE_HOST },
    { "idn-hostname", fits_idn_hostname, PHRASE_HOST },
    { "ipv4", fits_ipv4, PHRASE_IPV4 },
    { "ipv6", fits_ipv6, PHRASE_IPV6 },
    { "uri", fits_uri, PHRASE_URI },
    { "uri-reference", fits_uri_reference, PHRASE_URI_REFERENCE },
    { "iri", fits_iri, PHRASE_IRI },
    { "iri-reference", fits_iri_reference, PHRASE_IRI_REFERENCE },
    { "uuid", fits_uuid, PHRASE_UUID },
    { "uri-template", fits_uri_template, PHRASE_URI_TEMPLATE },
    { "json-pointer", fits_json_pointer, PHRASE_POINTER },
    { "relative-json-pointer", fits_relative_json_pointer,
        PHRASE_RELATIVE_POINTER },
    { "regex", fits_regex, PHRASE_REGEX },
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
