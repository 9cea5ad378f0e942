/*
 * A finding as a line of text, with nothing in it that a terminal would
 * obey.
 */

#include "library/reports/line.h"

#include <string.h>

#include "0_base/phrases.h"
#include "0_base/signs.h"
#include "0_base/unseen.h"
#include "0_base/utf8.h"

#define PLAIN "\x1B[0m"
#define BOLD "\x1B[1m"

/* Characters of a value that show which one it is. */
#define EXCERPT_LENGTH 24

void line_print_text(const char *text, enum language language, FILE *out)
{
    unseen_print(text, strlen(text), language, out);
}

/* The first characters of a text, and … where that is not all of it. */
static void print_excerpt(const char *text, enum language language,
    FILE *out)
{
    size_t head = utf8_head(text, EXCERPT_LENGTH);

    unseen_print(text, head, language, out);
    if (text[head])
        fputs(SIGN_CUT, out);
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
        line_print_text(finding->file, style.language, out);
        fputc(':', out);
    }
    if (finding->place.line)
        fprintf(out, "%u:%u:", finding->place.line, finding->place.column);
    switch_colour(PLAIN, style, out);
    fputc(' ', out);
}

void line_print_coloured(enum level level, const char *text,
    struct line_style style, FILE *out)
{
    static const char *const colours[] = {
        [LEVEL_HINT] = "\x1B[36m",
        [LEVEL_WARNING] = "\x1B[33m",
        [LEVEL_ERROR] = "\x1B[31m",
        [LEVEL_USAGE] = "\x1B[31m",
        [LEVEL_SYSTEM] = "\x1B[31m",
    };

    switch_colour(colours[level], style, out);
    fputs(text, out);
    switch_colour(PLAIN, style, out);
}

void line_print_level(enum level level, struct line_style style, FILE *out)
{
    line_print_coloured(level, level_name(level, style.language), style, out);
}

static void print_colon(struct line_style style, FILE *out)
{
    fputs(phrase_text(PHRASE_COLON, style.language), out);
}

static void end_line(const struct finding *finding,
    enum language language, FILE *out)
{
    if (finding->pointer && *finding->pointer) {
        fputs(" [", out);
        line_print_text(finding->pointer, language, out);
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
        line_print_text(finding->where, style.language, out);
        print_colon(style, out);
    }
    line_print_text(finding->text[style.language], style.language, out);
    end_line(finding, style.language, out);
}

/* What to do: the end of a sentence from its last ； on, or all of it. */
static const char *advice_of(const char *sentence, enum language language)
{
    const char *mark = phrase_text(PHRASE_ADVICE, language);
    const char *advice = sentence;

    for (const char *at = sentence; (at = strstr(at, mark)) != NULL; at++)
        advice = at;
    return advice;
}

/* Adds what is wrong, and what to do unless that has been told before. */
static void print_fault(const char *sentence, const char *told,
    enum language language, FILE *out)
{
    const char *end = advice_of(sentence, language);

    if (end == sentence || strcmp(end, advice_of(told, language)) != 0)
        end = sentence + strlen(sentence);
    unseen_print(sentence, (size_t)(end - sentence), language, out);
}

/* Whether the place says how a text begins: “2024年，…”, in all languages as
 * in Chinese. */
static bool is_quoted(const char *where)
{
    const char *close = phrase_text(PHRASE_CLOSE_QUOTE, LANGUAGE_ZH);
    size_t length = where ? strlen(where) : 0;
    size_t end = strlen(close), cut = strlen(SIGN_CUT);

    return length >= cut + end
        && memcmp(where + length - end, close, end) == 0
        && memcmp(where + length - end - cut, SIGN_CUT, cut) == 0;
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
        line_print_text(finding->where, style.language, out);
    }
    if (!is_told || is_shown)
        print_colon(style, out);
    if (!is_told)
        print_fault(sentence, told->text[style.language], style.language, out);
    else if (is_shown)
        print_excerpt(finding->found, style.language, out);
    end_line(finding, style.language, out);
}
