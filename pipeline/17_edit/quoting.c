/*
 * Looks for a figure between the references of a text.
 */

#include "17_edit/quoting.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/phrases.h"
#include "0_base/value.h"
#include "3_transform/submission.h"
#include "5_references/notation.h"
#include "5_references/path.h"

/* What a figure goes on from: digits and marks, or a reference. */
#define BEFORE "0123456789.,}"

/* Where it stands by itself from a place on; NULL for nowhere. */
static const char *find_alone(const char *from, const char *end,
    const char *begin, const char *figure)
{
    size_t length = strlen(figure);

    for (const char *at = strstr(from, figure); at && at + length <= end;
        at = strstr(at + 1, figure)) {
        char before = at > begin ? at[-1] : ' ', behind = at[length];
        if (!strchr(BEFORE, before)
            && (!behind || behind < '0' || behind > '9')
            && !(behind == '.' && at[length + 1] >= '0'
                && at[length + 1] <= '9'))
            return at;
    }
    return NULL;
}

/* The same outside of references. */
static const char *find_figure(const char *source, const char *figure)
{
    const char *from = source;

    while (*from) {
        const char *open = strstr(from, REFERENCE_OPENING);
        const char *end = open ? open : from + strlen(from);
        const char *found = find_alone(from, end, source, figure);
        if (found || !open)
            return found;
        const char *closing = reference_closing(open
            + strlen(REFERENCE_OPENING));
        from = closing ? closing + strlen(REFERENCE_CLOSING)
            : open + strlen(REFERENCE_OPENING);
    }
    return NULL;
}

/* The value that a reference leads to, its notations aside. */
static xmlNodePtr find_value(const struct quoting *quoting)
{
    char *path = strndup(quoting->reference,
        strcspn(quoting->reference, "|"));
    struct buffer nearest = BUFFER_EMPTY;
    xmlNodePtr value = path && quoting->text ? path_resolve(
        notation_trim(path), quoting->text, &nearest) : NULL;

    buffer_free(&nearest);
    free(path);
    return value;
}

/* Appends the unit that the reference prints behind its figure: that of its
 * notation, or else the value's. */
static void add_unit(const struct quoting *quoting, xmlNodePtr value,
    struct buffer *out)
{
    const char *notation = strchr(quoting->reference, '|');
    const char *unit = node_attribute(value, "unit");

    if (notation)
        notation += 1 + strspn(notation + 1, " ");
    if (notation)
        buffer_add(out, notation, strcspn(notation, " |"));
    else
        buffer_add_string(out, unit ? unit : "");
}

/* Where the text has no unit behind the figure, the reference is to print the
 * figure alone. */
bool quoting_write(const struct quoting *quoting, struct buffer *out)
{
    const char *at = *quoting->figure
        ? find_figure(quoting->source, quoting->figure) : NULL;
    xmlNodePtr value = at ? find_value(quoting) : NULL;
    struct buffer unit = BUFFER_EMPTY;
    enum value_type type;

    if (!value || !node_value_type(value, &type))
        return false;
    add_unit(quoting, value, &unit);
    const char *behind = at + strlen(quoting->figure);
    bool has_unit = strncmp(behind, buffer_string(&unit), unit.length) == 0;
    buffer_add(out, quoting->source, (size_t)(at - quoting->source));
    buffer_add_string(out, REFERENCE_OPENING);
    buffer_add_string(out, quoting->reference);
    if (!has_unit && !strchr(quoting->reference, '|'))
        buffer_printf(out, " | %s", phrase_text(PHRASE_NOTATION_BARE,
            LANGUAGE_ZH));
    buffer_add_string(out, REFERENCE_CLOSING);
    buffer_add_string(out, behind + (has_unit ? unit.length : 0));
    out->failed = out->failed || unit.failed;
    buffer_free(&unit);
    return !out->failed;
}
