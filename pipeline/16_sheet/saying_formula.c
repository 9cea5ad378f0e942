/*
 * The formula of a cell, in the words of a spreadsheet.
 */

#include "16_sheet/saying_formula.h"

#include <string.h>

#include "16_sheet/saying_texts.h"

#define ROUNDED 6               /* decimals that a sum is rounded to: doubles
                                   leave more */

/* --- calls ---------------------------------------------------------------- */

static bool say(struct saying *saying, struct tellable text, bool all,
    struct buffer *out);

static bool say_call(struct saying *saying, const struct told_call *call,
    struct tellable text, struct buffer *out)
{
    struct tellable arguments[TELLABLE_ARGUMENTS_MAX];
    int count = tellable_part(text, strlen(call->name), arguments);
    const char *told = count == call->most ? call->told : call->told_short;
    bool all = call->most == 1, good = true;

    for (; good && *told; told++) {
        if (*told != '{') {
            buffer_add_char(out, *told);
            continue;
        }
        struct buffer argument = BUFFER_EMPTY;
        good = say(saying, arguments[told[1] - '0'], all, &argument);
        buffer_add_string(out, buffer_string(&argument));
        out->failed = out->failed || argument.failed;
        buffer_free(&argument);
        told += 2;
    }
    return good;
}

static bool say(struct saying *saying, struct tellable text, bool all,
    struct buffer *out)
{
    const struct told_call *call = tellable_call(text);
    struct tellable digits;

    if (call)
        return say_call(saying, call, text, out);
    if (tellable_is_constant(text, &digits)) {
        buffer_printf(out, *digits.begin == '-' ? "(%.*s)" : "%.*s",
            (int)digits.length, digits.begin);
        return true;
    }
    return saying_path(saying, text, all, out);
}

static bool say_told(struct saying *saying, const struct told *told,
    struct buffer *out)
{
    struct tellable value = tellable_of(told->value);
    bool good = true;

    if (!told->is_sum && saying_is_text(value))
        return saying_text(saying, value, out);
    if (!told->is_sum)
        return say(saying, value, false, out);
    buffer_add_string(out, "ROUND(SUM(");
    good = saying_path(saying, tellable_of(told->value), true, out);
    buffer_printf(out, "),%d)", ROUNDED);
    return good;
}

/* What is added up keeps its unit, what is a ratio has none. */
static void scale(struct saying *saying, const struct told *told,
    struct buffer *out)
{
    int own = saying_shift(saying->cell->source);
    bool is_linear = told->is_sum
        || strncmp(told->value, "x:difference", 12) == 0
        || strncmp(told->value, "x:sum", 5) == 0
        || tellable_is_path(tellable_of(told->value));
    int from = saying->scaled ? 0 : is_linear ? saying->shift : own;

    if (!saying->has_shift || from == own
        || saying_is_text(tellable_of(told->value)))
        return;
    buffer_add_char(out, from > own ? '*' : '/');
    saying_add_power(from > own ? from - own : own - from, out);
}

bool saying_say(struct saying *saying, const struct told *told,
    struct buffer *out)
{
    struct buffer said = BUFFER_EMPTY;
    bool good = say_told(saying, told, &said);

    if (good && saying->mixed) {
        saying->scaled = true;
        saying->ref_count = 0;
        buffer_clear(&saying->refs);
        buffer_clear(&saying->last);
        buffer_clear(&said);
        good = !told->is_sum && say_told(saying, told, &said);
    }
    scale(saying, told, &said);
    if (saying->ref_count > 0)
        buffer_printf(out, "IFERROR(IF(COUNT(%s)<%zu,\"\",%s),\"\")",
            buffer_string(&saying->refs), saying->ref_count,
            buffer_string(&said));
    else
        buffer_add_string(out, buffer_string(&said));
    out->failed = out->failed || said.failed || saying->refs.failed
        || saying->last.failed;
    buffer_free(&said);
    return good;
}
