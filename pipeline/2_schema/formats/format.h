#ifndef FORMAT_H
#define FORMAT_H

/*
 * The values of the keyword `format` (JSON Schema 2020-12 validation, 7.3).
 *
 * Not checked: the tables of IDNA 2008 behind idn-hostname, idn-email and
 * host names that begin with "xn--"; these are checked by their shape.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/phrases.h"

/* What a check reads; it moves `at` on and need not reach the end itself. */
struct cursor {
    const char *at, *end;
    bool failed;                /* memory ran out */
};

struct format {
    const char *name;
    bool (*fits)(struct cursor *text);
    enum phrase title;          /* what is expected */
};

/* NULL if there is no such format: it is then an annotation. */
const struct format *format_find(const char *name);

/* Whether all of the text is of the format. */
bool format_fits(const struct format *format, const char *text,
    size_t length, bool *failed);

/* Whether there is such a day in the calendar; YYYY-MM-DD. */
bool format_is_date(const char *text, size_t length);

/* Steps that the checks are made of: true, having moved on, if it is there. */
bool cursor_char(struct cursor *text, char c);
bool cursor_digits(struct cursor *text, size_t least, size_t most,
    unsigned *value);
bool cursor_hex(struct cursor *text, size_t least, size_t most);
bool cursor_percent(struct cursor *text);       /* %XX */

/* The next character, 0 at the end and for what is no UTF-8. */
unsigned cursor_next(struct cursor *text);

/* format_time.c */
bool fits_date(struct cursor *text);
bool fits_time(struct cursor *text);
bool fits_date_time(struct cursor *text);
bool fits_duration(struct cursor *text);

/* format_net.c */
bool fits_email(struct cursor *text);
bool fits_idn_email(struct cursor *text);
bool fits_hostname(struct cursor *text);
bool fits_idn_hostname(struct cursor *text);
bool fits_ipv4(struct cursor *text);
bool fits_ipv6(struct cursor *text);
bool fits_uuid(struct cursor *text);

/* format_uri.c */
bool fits_uri(struct cursor *text);
bool fits_uri_reference(struct cursor *text);
bool fits_iri(struct cursor *text);
bool fits_iri_reference(struct cursor *text);
bool fits_uri_template(struct cursor *text);
bool fits_json_pointer(struct cursor *text);
bool fits_relative_json_pointer(struct cursor *text);

#endif
