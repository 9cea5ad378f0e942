/* Functions of text.  Characters are those of UTF-8. */

#include <math.h>
#include <string.h>

#include "0_base/digest.h"
#include "0_base/utf8.h"
#include "4_formulas/xpath/functions.h"

static const struct text empty = { "", 0 };

struct text argument_text(const struct expr *call, struct context *context)
{
    return call->count ? expr_text(call->arguments[0], context)
        : node_text(context->node);
}

struct value xpath_string(const struct expr *call, struct context *context)
{
    return value_text(argument_text(call, context));
}

struct value xpath_concat(const struct expr *call, struct context *context)
{
    struct text *parts = pool_get(context->pool,
        call->count * sizeof *parts);

    for (size_t k = 0; k < call->count; k++)
        parts[k] = expr_text(call->arguments[k], context);
    return value_text(texts_join(parts, call->count, context->pool));
}

/* Where a text stands in another; NULL: nowhere. */
static const char *find(struct text in, struct text what)
{
    if (!what.length)
        return in.at;
    for (size_t k = 0; k + what.length <= in.length; k++) {
        const char *at = memchr(in.at + k, what.at[0],
            in.length - what.length - k + 1);
        if (!at)
            return NULL;
        if (memcmp(at, what.at, what.length) == 0)
            return at;
        k = (size_t)(at - in.at);
    }
    return NULL;
}

struct value xpath_contains(const struct expr *call, struct context *context)
{
    struct text in = expr_text(call->arguments[0], context);

    return value_boolean(find(in, expr_text(call->arguments[1], context)));
}

struct value xpath_starts_with(const struct expr *call,
    struct context *context)
{
    struct text in = expr_text(call->arguments[0], context);
    struct text what = expr_text(call->arguments[1], context);

    return value_boolean(what.length <= in.length
        && memcmp(in.at, what.at, what.length) == 0);
}

struct value xpath_substring_before(const struct expr *call,
    struct context *context)
{
    struct text in = expr_text(call->arguments[0], context);
    const char *at = find(in, expr_text(call->arguments[1], context));

    return value_text(at ? (struct text){ in.at, (size_t)(at - in.at) }
        : empty);
}

struct value xpath_substring_after(const struct expr *call,
    struct context *context)
{
    struct text in = expr_text(call->arguments[0], context);
    struct text what = expr_text(call->arguments[1], context);
    const char *at = find(in, what);

    if (!at)
        return value_text(empty);
    at += what.length;
    return value_text((struct text){ at,
        in.length - (size_t)(at - in.at) });
}

static size_t character_length(const char *at)
{
    unsigned char byte = (unsigned char)*at;

    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

struct value xpath_string_length(const struct expr *call,
    struct context *context)
{
    struct text text = argument_text(call, context);

    return value_number((double)utf8_count(text.at, text.length));
}

static double round_half_up(double number)
{
    return floor(number + 0.5);
}

/* The characters whose positions are at least from and less than to. */
static struct text cut(struct text text, double from, double to)
{
    const char *at = text.at, *end = text.at + text.length, *start = NULL;

    for (size_t position = 1; at < end && (double)position < to; position++) {
        if (!start && (double)position >= from)
            start = at;
        at += character_length(at);
    }
    return start ? (struct text){ start, (size_t)(at - start) } : empty;
}

struct value xpath_substring(const struct expr *call, struct context *context)
{
    struct text text = expr_text(call->arguments[0], context);
    double from = round_half_up(expr_number(call->arguments[1], context));
    double to = call->count < 3 ? (double)INFINITY
        : from + round_half_up(expr_number(call->arguments[2], context));

    return value_text(isnan(from) || isnan(to) ? empty
        : cut(text, from, to));
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

struct value xpath_normalize_space(const struct expr *call,
    struct context *context)
{
    struct text text = argument_text(call, context);
    char *words = pool_get(context->pool, text.length + 1);
    size_t length = 0;
    bool apart = false;

    for (size_t k = 0; k < text.length; k++) {
        if (is_space(text.at[k])) {
            apart = length > 0;
            continue;
        }
        if (apart)
            words[length++] = ' ';
        apart = false;
        words[length++] = text.at[k];
    }
    return value_text((struct text){ words, length });
}

/* Where a character stands in a text, in characters; the number of them where
 * it does not.  No character is found within another one of UTF-8. */
static size_t place_of(const char *at, struct text in, size_t known)
{
    const char *found = find(in, (struct text){ at, character_length(at) });

    return found ? utf8_count(in.at, (size_t)(found - in.at)) : known;
}

struct value xpath_translate(const struct expr *call, struct context *context)
{
    struct text text = expr_text(call->arguments[0], context);
    struct text from = expr_text(call->arguments[1], context);
    struct text to = expr_text(call->arguments[2], context);
    size_t known = utf8_count(from.at, from.length);
    size_t given = utf8_count(to.at, to.length);
    char *all = pool_get(context->pool, 4 * text.length + 1), *end = all;

    for (size_t k = 0; k < text.length; k += character_length(text.at + k)) {
        size_t place = place_of(text.at + k, from, known);
        struct text one = place == known ? (struct text){ text.at + k,
            character_length(text.at + k) } : place < given
            ? cut(to, (double)place + 1, (double)place + 2) : empty;
        memcpy(end, one.at, one.length);
        end += one.length;
    }
    return value_text((struct text){ all, (size_t)(end - all) });
}

/* The tag of a content control, call_tag() of exact_words.c for libxml2. */
struct value xpath_tag(const struct expr *call, struct context *context)
{
    struct text pointer = expr_text(call->arguments[0], context);
    char tag[TAG_SIZE];

    tag_from_pointer(pool_copy(context->pool, pointer.at, pointer.length),
        tag);
    return value_text((struct text){ pool_copy(context->pool, tag,
        TAG_SIZE - 1), TAG_SIZE - 1 });
}
