/*
 * Expressions of formulas.xml, as far as a spreadsheet can be told them.
 */

#include "16_sheet/tellable.h"

#include <ctype.h>
#include <string.h>

#include "0_base/decimal.h"
#include "4_formulas/nesting.h"

static const struct told_call calls[] = {
    { "x:sum", 1, 1, "SUM({0})", NULL },
    { "x:difference", 2, 2, "ROUND({0}-{1},6)", NULL },
    { "x:product", 2, 3, "ROUND({0}*{1},{2})", "{0}*{1}" },
    { "x:ratio", 2, 3, "ROUND({0}/{1}*100,{2})", "{0}/{1}*100" },
    { "x:change-rate", 2, 3, "ROUND(({0}-{1})/{1}*100,{2})",
        "({0}-{1})/{1}*100" },
    { "x:share", 2, 3, "ROUND({0}*{1}/100,{2})", "{0}*{1}/100" },
    { "x:min", 2, 2, "MIN({0},{1})", NULL },
    { "x:max", 2, 2, "MAX({0},{1})", NULL },
    { "x:round", 2, 2, "ROUND({0},{1})", NULL },
};

struct tellable tellable_trim(struct tellable text)
{
    while (text.length > 0 && isspace((unsigned char)*text.begin)) {
        text.begin++;
        text.length--;
    }
    while (text.length > 0
        && isspace((unsigned char)text.begin[text.length - 1]))
        text.length--;
    return text;
}

const struct told_call *tellable_call(struct tellable text)
{
    for (size_t k = 0; k < sizeof calls / sizeof *calls; k++) {
        size_t length = strlen(calls[k].name);
        if (text.length > length + 2 && text.begin[length] == '('
            && text.begin[text.length - 1] == ')'
            && strncmp(text.begin, calls[k].name, length) == 0)
            return &calls[k];
    }
    return NULL;
}

int tellable_part(struct tellable text, size_t name,
    struct tellable list[TELLABLE_ARGUMENTS_MAX])
{
    const char *begin = text.begin + name + 1;
    struct nesting nesting = { .depth = 1 };
    int count = 0;

    for (const char *at = begin; at < text.begin + text.length; at++) {
        if (!nesting_take(&nesting, *at) || nesting.depth > 1
            || (nesting.depth == 1 && *at != ','))
            continue;
        if (count == TELLABLE_ARGUMENTS_MAX)
            return 0;
        list[count++] = tellable_trim((struct tellable){ begin,
            (size_t)(at - begin) });
        begin = at + 1;
        if (nesting.depth == 0)
            return begin == text.begin + text.length ? count : 0;
    }
    return 0;
}

bool tellable_is_constant(struct tellable text, struct tellable *digits)
{
    bool quoted = text.length > 2 && (*text.begin == '\''
        || *text.begin == '"') && text.begin[text.length - 1] == *text.begin;
    struct decimal value;

    *digits = quoted ? (struct tellable){ text.begin + 1, text.length - 2 }
        : text;
    return digits->length > 0 && decimal_parse(digits->begin, digits->length,
        &value) == DECIMAL_OK && !value.blank;
}

bool tellable_is_path(struct tellable text)
{
    for (size_t k = 0; k < text.length; k++)
        if (strchr("()[]'\"$+=<>!,", text.begin[k]))
            return false;
    return text.length > 0;
}

bool tellable_whole(struct tellable text)
{
    struct tellable arguments[TELLABLE_ARGUMENTS_MAX], digits;
    const struct told_call *call = tellable_call(text);
    int count = call ? tellable_part(text, strlen(call->name), arguments) : 0;

    if (!call)
        return tellable_is_constant(text, &digits) || tellable_is_path(text);
    bool good = count >= call->least && count <= call->most;
    for (int k = 0; good && k < count; k++)
        good = tellable_whole(arguments[k]);
    return good;
}

struct tellable tellable_of(const char *text)
{
    return tellable_trim((struct tellable){ text, strlen(text) });
}
