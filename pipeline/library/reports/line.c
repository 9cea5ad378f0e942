/*
 * A finding as a line of text, with nothing in it that a terminal would
 * obey.
 */

#include "library/reports/line.h"

#include <string.h>

#include "0_base/phrases.h"
#include "0_base/utf8.h"

#define PLAIN "\x1B[0m"
#define BOLD "\x1B[1m"

/* Characters of a value that show which one it is. */
#define EXCERPT_LENGTH 24

static void print_byte(char character, FILE *out)
{
    unsigned char byte = (unsigned char)character;

    if (byte < 0x20 || byte == 0x7F)
        fprintf(out, "\\x%02X", byte);
    else
        fputc(byte, out);
}

void line_print_text(const char *text, FILE *out)
{
    while (*text)
        print_byte(*text++, out);
}

/* The first characters of a text, and … where that is not all of it. */
static void print_excerpt(const char *text, FILE *out)
{
    size_t head = utf8_head(text, EXCERPT_LENGTH);

    for (size_t k = 0; k < head; k++)
        print_byte(text[k], out);
    if (text[head])
        fputs("…", out);
}

static void switch_colour(const char *sequence, struct line_style style,
    FILE *out)
{
    if (style.coloured)
        fputs(sequence, out);
}

static void print_place(const struct finding *finding,
    struct line_style style, FILE *out)
{
    if (!finding->file && !finding->place.line)
        return;
    switch_colour(BOLD, style, out);
    if (finding->file) {
        line_print_text(finding->file, out);
        fputc(':', out);
    }
    if (finding->place.line)
        fprintf(out, "%u:%u:", finding->place.line, finding->place.column);
    switch_colour(PLAIN, style, out);
    fputc(' ', out);
}

void line_print_level(enum level level, struct line_style style, FILE *out)
{
    static const char *const colours[] = {
        [LEVEL_HINT] = "\x1B[36m",
        [LEVEL_WARNING] = "\x1B[33m",
        [LEVEL_ERROR] = "\x1B[31m",
        [LEVEL_USAGE] = "\x1B[31m",
        [LEVEL_SYSTEM] = "\x1B[31m",
    };

    switch_colour(colours[level], style, out);
    fputs(level_name(level, style.language), out);
    switch_colour(PLAIN, style, out);
}

static void print_colon(struct line_style style, FILE *out)
{
    fputs(style.language == LANGUAGE_ZH ? "：" : ": ", out);
}

static void end_line(const struct finding *finding, FILE *out)
{
    if (finding->pointer && *finding->pointer) {
        fputs(" [", out);
        line_print_text(finding->pointer, out);
        fputc(']', out);
    }
    fputc('\n', out);
}

void line_print(const struct finding *finding, struct line_style style,
    FILE *out)
{
    print_place(finding, style, out);
    line_print_level(finding->level, style, out);
    fprintf(out, " %s: ", finding->code);
    if (finding->where) {
        line_print_text(finding->where, out);
        print_colon(style, out);
    }
    line_print_text(finding->text[style.language], out);
    end_line(finding, out);
}

/* What to do: the end of a sentence from its last ； on, or all of it. */
static const char *advice_of(const char *sentence, enum language language)
{
    const char *mark = language == LANGUAGE_ZH ? "；" : "; ";
    const char *advice = sentence;

    for (const char *at = sentence; (at = strstr(at, mark)) != NULL; at++)
        advice = at;
    return advice;
}

/* What is wrong, without what to do where that has been told. */
static void print_fault(const char *sentence, const char *told,
    enum language language, FILE *out)
{
    const char *end = advice_of(sentence, language);

    if (end == sentence || strcmp(end, advice_of(told, language)) != 0)
        end = NULL;
    while (*sentence && sentence != end)
        print_byte(*sentence++, out);
}

/* Whether the place says how a text begins: “2024年，…” */
static bool is_quoted(const char *where)
{
    return where && utf8_ends_with(where, "…”");
}

void line_print_likewise(const struct finding *finding,
    const struct finding *told, struct line_style style, FILE *out)
{
    const char *sentence = finding->text[style.language];
    bool is_told = strcmp(sentence, told->text[style.language]) == 0;
    bool is_shown = finding->found && !is_quoted(finding->where);

    if (finding->level != told->level) {
        line_print(finding, style, out);
        return;
    }
    print_place(finding, style, out);
    fprintf(out, "%s %s:", phrase_text(PHRASE_LIKEWISE, style.language),
        finding->code);
    if (finding->where) {
        fputc(' ', out);
        line_print_text(finding->where, out);
    }
    if (!is_told || is_shown)
        print_colon(style, out);
    if (!is_told)
        print_fault(sentence, told->text[style.language], style.language, out);
    else if (is_shown)
        print_excerpt(finding->found, out);
    end_line(finding, out);
}
