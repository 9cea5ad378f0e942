/* How a reference is written: its braces, its path and its notations. */

#include "5_references/notation.h"

#include <ctype.h>
#include <string.h>

#include "5_references/path.h"

#define WIDE_OFFSET 0xFEE0      /* between ｜ and |, and so on */

char *notation_trim(char *text)
{
    text += strspn(text, " \t\n");
    size_t length = strlen(text);
    while (length && strchr(" \t\n", text[length - 1]))
        length--;
    text[length] = '\0';
    return text;
}

char *notation_next(char **rest)
{
    char *notation = *rest;

    if (!notation)
        return NULL;
    char *bar = strchr(notation, '|');
    *rest = bar ? bar + 1 : NULL;
    if (bar)
        *bar = '\0';
    return notation_trim(notation);
}

/* Behind a name in quotes that begins a step of a path at `at`; `at` itself
 * where there is none. */
static const char *skip_quoted(const char *begin, const char *at)
{
    bool is_step = *at == PATH_QUOTE
        && (at == begin || strchr(". \t\n", at[-1]));
    const char *close = is_step ? strchr(at + 1, PATH_QUOTE) : NULL;

    return close ? close + 1 : at;
}

static bool begins_with(const char *text, const char *mark)
{
    return strncmp(text, mark, strlen(mark)) == 0;
}

const char *reference_closing(const char *begin)
{
    const char *at = begin;

    while (*at) {
        const char *behind = skip_quoted(begin, at);
        if (behind == at && begins_with(at, REFERENCE_CLOSING))
            return at;
        if (behind == at && begins_with(at, REFERENCE_OPENING))
            return NULL;
        at = behind > at ? behind : at + 1;
    }
    return NULL;
}

const char *reference_next(const char *text, const char *from,
    const char **closing)
{
    const char *at = from;

    while ((at = strstr(at, REFERENCE_OPENING)) != NULL) {
        bool is_escaped = at > text && at[-1] == REFERENCE_ESCAPE;
        const char *begin = at + strlen(REFERENCE_OPENING);
        *closing = is_escaped ? NULL : reference_closing(begin);
        if (*closing)
            return at;
        at = begin;
    }
    return NULL;
}

char *reference_split(char *source, char **notations)
{
    char *bar = source;

    while (*bar && *bar != '|') {
        const char *behind = skip_quoted(source, bar);
        bar += behind > bar ? behind - bar : 1;
    }
    bar = *bar ? bar : NULL;
    if (bar)
        *bar++ = '\0';
    *notations = bar;
    return notation_trim(source);
}

bool notation_is_wide(unsigned code)
{
    unsigned half = code - WIDE_OFFSET;

    return half > ' ' && half < 0x7F && (isalnum((int)half)
        || strchr(".:|%_-'\\/[]", (int)half));
}
