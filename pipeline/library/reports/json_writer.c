/* JSON written a member at a time. */

#include "library/reports/json_writer.h"

#include <string.h>

#include "0_base/unseen.h"
#include "0_base/utf8.h"

#define REPLACEMENT "\xEF\xBF\xBD"      /* U+FFFD */

/* Characters that a terminal would obey, or that nobody would see. */
static bool is_escaped(unsigned code)
{
    enum unseen kind = unseen_kind(code);

    return kind != UNSEEN_NOT && kind != UNSEEN_SPACE;
}

/* RFC 8259, 7: as a pair of surrogates beyond 16 bits. */
static void write_code(unsigned code, FILE *out)
{
    if (code > 0xFFFF) {
        fprintf(out, "\\u%04X", 0xD800 + ((code - 0x10000) >> 10));
        code = 0xDC00 + (code & 0x3FF);
    }
    fprintf(out, "\\u%04X", code);
}

static void write_escaped(unsigned char byte, FILE *out)
{
    static const char short_escapes[][2] = { { '"', '"' }, { '\\', '\\' },
        { '\b', 'b' }, { '\f', 'f' }, { '\n', 'n' }, { '\r', 'r' },
        { '\t', 't' } };

    for (size_t k = 0; k < sizeof short_escapes / sizeof *short_escapes; k++) {
        if (short_escapes[k][0] == (char)byte) {
            fprintf(out, "\\%c", short_escapes[k][1]);
            return;
        }
    }
    if (is_escaped(byte))
        write_code(byte, out);
    else
        fputc(byte, out);
}

static void write_text(const char *text, FILE *out)
{
    size_t length = strlen(text);

    fputc('"', out);
    while (length) {
        unsigned code;
        size_t size = utf8_read(text, length, &code);
        if (size == 1)
            write_escaped((unsigned char)*text, out);
        else if (size && is_escaped(code))
            write_code(code, out);
        else if (size)
            fwrite(text, 1, size, out);
        else
            fputs(REPLACEMENT, out);
        size += size == 0;
        text += size;
        length -= size;
    }
    fputc('"', out);
}

static void break_line(const struct json_writer *writer)
{
    fprintf(writer->out, "\n%*s", 2 * writer->depth, "");
}

/* Writes what comes before a value: a comma, a new line and its name. */
static void begin_value(struct json_writer *writer, const char *name)
{
    if (writer->filled)
        fputc(',', writer->out);
    if (writer->depth)
        break_line(writer);
    if (name) {
        write_text(name, writer->out);
        fputs(": ", writer->out);
    }
    writer->filled = true;
}

void writer_open(struct json_writer *writer, const char *name,
    enum json_container container)
{
    begin_value(writer, name);
    fputc(container == JSON_OBJECT ? '{' : '[', writer->out);
    writer->open[writer->depth++] = container;
    writer->filled = false;
}

void writer_close(struct json_writer *writer)
{
    enum json_container container = writer->open[--writer->depth];

    if (writer->filled)
        break_line(writer);
    fputc(container == JSON_OBJECT ? '}' : ']', writer->out);
    if (!writer->depth)
        fputc('\n', writer->out);
    writer->filled = true;
}

void writer_string(struct json_writer *writer, const char *name,
    const char *text)
{
    if (!text)
        return;
    begin_value(writer, name);
    write_text(text, writer->out);
}

void writer_texts(struct json_writer *writer, const char *name,
    const char *const texts[LANGUAGE_COUNT])
{
    static const char *const names[LANGUAGE_COUNT] = { "zh", "en" };

    writer_open(writer, name, JSON_OBJECT);
    for (int k = 0; k < LANGUAGE_COUNT; k++)
        writer_string(writer, names[k], texts[k]);
    writer_close(writer);
}

void writer_number(struct json_writer *writer, const char *name,
    size_t number)
{
    begin_value(writer, name);
    fprintf(writer->out, "%zu", number);
}

void writer_bool(struct json_writer *writer, const char *name, bool value)
{
    begin_value(writer, name);
    fputs(value ? "true" : "false", writer->out);
}
