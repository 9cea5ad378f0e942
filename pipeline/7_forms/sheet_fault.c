/*
 * Reads what libxslt says of a stylesheet.  A fault is a line with its place,
 * and one with what it is; before both may stand lines of what is wrong in an
 * expression:
 *
 *     Invalid number of arguments
 *     runtime error: file jixiao:/… line 18 element variable
 *     Failed to evaluate the expression of variable 'kept'.
 */

#include "7_forms/sheet_fault.h"

#include <string.h>

#include "0_base/word_list.h"
#include "0_base/xml.h"

#define PLACE "file " XML_SCHEME
#define LINE " line "

enum taken { QUOTED, WHOLE, BEHIND };

static const struct row {
    const char *part;
    enum taken taken;
    const char *zh;
} rows[] = {
#define FAULT(part, taken, zh) { part, taken, zh },
#include "7_forms/sheet_faults.def"
#undef FAULT
};

/* The first fault of what was said; place is of no length where none is
 * named, and the message all of it then. */
struct sheet_fault {
    struct text_span place;     /* "stylesheets/…xsl line 18" */
    struct text_span message;   /* with the lines before the place */
};

static struct text_span until(const char *text, const char *marks)
{
    return (struct text_span){ text, strcspn(text, marks) };
}

static struct sheet_fault read_fault(const char *said)
{
    const char *named = strstr(said, PLACE);
    struct sheet_fault fault = { { said, 0 }, { said, strlen(said) } };

    if (!named)
        return fault;
    fault.place = until(named + strlen(PLACE), "\n");
    const char *rest = fault.place.text + fault.place.length;
    struct text_span message = until(rest + (*rest == '\n'), "\n");
    fault.message.length
        = (size_t)(message.text + message.length - said);
    return fault;
}

/* Where a word begins in a span; NULL where it is not in it. */
static const char *find(struct text_span span, const char *word)
{
    const char *at = strstr(span.text, word);

    return at && at + strlen(word) <= span.text + span.length ? at : NULL;
}

static struct text_span quoted(struct text_span message, enum taken taken)
{
    const char *end = message.text + message.length;
    const char *begin = memchr(message.text, '\'', message.length);
    const char *close = begin ? memchr(begin + 1, '\'',
        (size_t)(end - begin - 1)) : NULL;

    if (!close)
        return (struct text_span){ end, 0 };
    for (const char *at = close; taken == WHOLE && at < end; at++)
        if (*at == '\'')
            close = at;
    return (struct text_span){ begin + 1, (size_t)(close - begin - 1) };
}

static struct text_span take(const struct row *row, struct text_span message)
{
    const char *part = find(message, row->part);

    if (row->taken == WHOLE) {
        message.length -= (size_t)(part - message.text);
        message.text = part;
    }
    return row->taken == BEHIND ? until(part + strlen(row->part), " \n")
        : quoted(message, row->taken);
}

static void add_row(const struct row *row, struct text_span message,
    struct buffer *out)
{
    struct text_span taken = take(row, message);
    const char *gap = strstr(row->zh, "{}");

    if (!gap) {
        buffer_add_string(out, row->zh);
        return;
    }
    buffer_add(out, row->zh, (size_t)(gap - row->zh));
    buffer_add(out, taken.text, taken.length);
    buffer_add_string(out, gap + strlen("{}"));
}

/* "stylesheets/…xsl:18: " */
static void add_place(struct text_span place, struct buffer *out)
{
    const char *line = find(place, LINE);

    if (!line)
        return;
    buffer_add(out, place.text, (size_t)(line - place.text));
    buffer_add_string(out, ":");
    line += strlen(LINE);
    buffer_add(out, line, strcspn(line, " \n"));
    buffer_add_string(out, ": ");
}

/* A message that no row fits, in one line. */
static void add_message(struct text_span message, struct buffer *out)
{
    while (message.length > 0 && message.text[message.length - 1] == '\n')
        message.length--;
    for (size_t k = 0; k < message.length; k++)
        buffer_add_char(out, message.text[k] == '\n' ? ' '
            : message.text[k]);
}

void sheet_fault_write(const char *said, struct buffer *out)
{
    struct sheet_fault fault = read_fault(said);

    add_place(fault.place, out);
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
        if (find(fault.message, rows[k].part)) {
            add_row(&rows[k], fault.message, out);
            return;
        }
    }
    if (fault.place.length > 0) {
        const char *behind = fault.place.text + fault.place.length;
        const char *end = fault.message.text + fault.message.length;
        fault.message = (struct text_span){ behind + (*behind == '\n'),
            (size_t)(end - behind) - (*behind == '\n') };
    }
    add_message(fault.message, out);
}
