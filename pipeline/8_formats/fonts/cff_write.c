/* A CFF program keyed by CIDs, from outlines that call no subroutines. */

#include "8_formats/fonts/cff.h"

#include <string.h>

/* Strings of the program's own are numbered behind the standard ones (10). */
#define STRING_ADOBE 391
#define STRING_IDENTITY 392
#define STRING_NAME 393

#define OFFSET_SIZE 4

static void add_span(struct buffer *out, struct span span)
{
    buffer_add(out, span.bytes, span.length);
}

/* An operand of five bytes, whatever its value (4). */
static void add_operand(struct buffer *out, size_t value)
{
    buffer_add_char(out, 29);
    buffer_add_number(out, (uint32_t)value, 4);
}

/* An entry of one operand; an operator of two bytes is one number. */
static void add_entry(struct buffer *out, size_t value, unsigned operator)
{
    add_operand(out, value);
    buffer_add_number(out, operator, operator > UINT8_MAX ? 2 : 1);
}

/* --- indexes (5) --------------------------------------------------------- */

static void begin_index(struct buffer *out, unsigned count)
{
    buffer_add_number(out, count, 2);
    buffer_add_number(out, OFFSET_SIZE, 1);
    buffer_add_number(out, 1, OFFSET_SIZE);
}

static void add_index_of_one(struct buffer *out, struct span span)
{
    begin_index(out, 1);
    buffer_add_number(out, (uint32_t)span.length + 1, OFFSET_SIZE);
    add_span(out, span);
}

static struct span span_of(const char *text)
{
    return (struct span){ (const unsigned char *)text, strlen(text) };
}

static struct span span_in(const struct buffer *buffer)
{
    return (struct span){ (const unsigned char *)buffer_string(buffer),
        buffer->length };
}

static void add_strings(struct buffer *out, const char *name)
{
    const struct span strings[] = { span_of("Adobe"), span_of("Identity"),
        span_of(name) };
    size_t end = 1;

    begin_index(out, 3);
    for (size_t k = 0; k < 3; k++)
        buffer_add_number(out, (uint32_t)(end += strings[k].length),
            OFFSET_SIZE);
    for (size_t k = 0; k < 3; k++)
        add_span(out, strings[k]);
}

static void add_outlines(struct buffer *out,
    const struct cff_program *program)
{
    size_t end = 1;

    begin_index(out, program->glyph_count);
    for (unsigned k = 0; k < program->glyph_count; k++)
        buffer_add_number(out,
            (uint32_t)(end += program->outlines[k].length), OFFSET_SIZE);
    for (unsigned k = 0; k < program->glyph_count; k++)
        add_span(out, program->outlines[k]);
}

/* --- what glyphs have ---------------------------------------------------- */

/* From 1 on, all in a row: of .notdef nothing is stated (13). */
static void add_charset(struct buffer *out, unsigned glyph_count)
{
    if (glyph_count < 2) {
        buffer_add_number(out, 0, 1);
        return;
    }
    buffer_add_number(out, 2, 1);
    buffer_add_number(out, 1, 2);
    buffer_add_number(out, glyph_count - 2, 2);
}

/* Ranges of glyphs with the same dictionary (19, format 3). */
static void add_select(struct buffer *out, const struct cff_program *program)
{
    const uint8_t *selected = program->selected;
    struct buffer ranges = BUFFER_EMPTY;
    unsigned count = 0;

    for (unsigned k = 0; k < program->glyph_count; k++)
        if (k == 0 || selected[k] != selected[k - 1]) {
            buffer_add_number(&ranges, k, 2);
            buffer_add_number(&ranges, selected[k], 1);
            count++;
        }
    buffer_add_number(out, 3, 1);
    buffer_add_number(out, count, 2);
    add_span(out, span_in(&ranges));
    buffer_add_number(out, program->glyph_count, 2);
    out->failed = out->failed || ranges.failed;
    buffer_free(&ranges);
}

/* --- dictionaries -------------------------------------------------------- */

/* The dictionaries of fonts, whose private ones stand in turn behind the
 * INDEX, which begins at that place of the program. */
static void add_dictionaries(struct buffer *out, size_t place,
    const struct cff_program *program)
{
    struct buffer all = BUFFER_EMPTY, privates = BUFFER_EMPTY;
    const struct cff_dictionary *each = program->dictionaries;
    size_t head = 3 + ((size_t)program->dictionary_count + 1) * OFFSET_SIZE;
    size_t bodies = 0;

    for (unsigned k = 0; k < program->dictionary_count; k++)
        bodies += 5 + 2 + each[k].matrix.length + 5 + 5 + 1;
    begin_index(out, program->dictionary_count);
    for (unsigned k = 0; k < program->dictionary_count; k++) {
        add_entry(&all, STRING_NAME, 12 << 8 | 38);
        add_span(&all, each[k].matrix);
        add_operand(&all, each[k].private.length);
        add_entry(&all, place + head + bodies + privates.length, 18);
        add_span(&privates, each[k].private);
        buffer_add_number(out, (uint32_t)all.length + 1, OFFSET_SIZE);
    }
    add_span(out, span_in(&all));
    add_span(out, span_in(&privates));
    out->failed = out->failed || all.failed || privates.failed;
    buffer_free(&all);
    buffer_free(&privates);
}

/* Where the parts behind the strings stand, from the program's first byte. */
struct places {
    size_t charset, select, outlines, dictionaries;
};

static void add_top(struct buffer *out, const struct cff_program *program,
    const struct places *places)
{
    add_operand(out, STRING_ADOBE);
    add_operand(out, STRING_IDENTITY);
    add_entry(out, 0, 12 << 8 | 30);
    add_span(out, program->matrix);
    add_span(out, program->box);
    add_entry(out, program->glyph_count, 12 << 8 | 34);
    add_entry(out, places->charset, 15);
    add_entry(out, places->select, 12 << 8 | 37);
    add_entry(out, places->outlines, 17);
    add_entry(out, places->dictionaries, 12 << 8 | 36);
}

/* The header, and what is the same whatever the outlines are. */
static void add_head(struct buffer *out, const struct cff_program *program,
    const struct places *places)
{
    struct buffer top = BUFFER_EMPTY;

    add_top(&top, program, places);
    buffer_add_number(out, 0x01000400u | OFFSET_SIZE, 4);
    add_index_of_one(out, span_of(program->name));
    add_index_of_one(out, span_in(&top));
    add_strings(out, program->name);
    buffer_add_number(out, 0, 2);                      /* no subroutines */
    out->failed = out->failed || top.failed;
    buffer_free(&top);
}

void cff_write(const struct cff_program *program, struct buffer *out)
{
    struct buffer head = BUFFER_EMPTY, body = BUFFER_EMPTY;
    struct places places = { 0 };

    add_head(&head, program, &places);          /* as long as it will be */
    places.charset = head.length;
    add_charset(&body, program->glyph_count);
    places.select = head.length + body.length;
    add_select(&body, program);
    places.outlines = head.length + body.length;
    add_outlines(&body, program);
    places.dictionaries = head.length + body.length;
    add_dictionaries(&body, places.dictionaries, program);
    add_head(out, program, &places);
    add_span(out, span_in(&body));
    out->failed = out->failed || head.failed || body.failed;
    buffer_free(&head);
    buffer_free(&body);
}
