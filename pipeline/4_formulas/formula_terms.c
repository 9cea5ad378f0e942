/*
 * Paths of targets, parted into steps and the terms between them.
 */

#include "4_formulas/formula_terms.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/buffer.h"
#include "4_formulas/formula_list.h"
#include "4_formulas/nesting.h"

/* --- sets ----------------------------------------------------------------- */

static const char *text_of_set(const struct sets *sets, const char *name,
    size_t length)
{
    for (size_t k = 0; k < sets->count; k++)
        if (strlen(sets->list[k].name) == length
            && strncmp(sets->list[k].name, name, length) == 0)
            return sets->list[k].select.text;
    return NULL;
}

/* Writes out the set that a path begins with, and those that this does. */
static void write_out(const struct sets *sets, const char *path,
    struct buffer *out)
{
    struct buffer tail = BUFFER_EMPTY;

    for (size_t k = 0; *path == '$' && k <= sets->count; k++) {
        size_t length = strspn(path + 1, FORMULA_NAME);
        const char *set = text_of_set(sets, path + 1, length);
        struct buffer rest = BUFFER_EMPTY;
        bool is_union = set && strchr(set, '|');
        if (!set)
            break;
        buffer_add_string(&rest, is_union ? ")" : "");
        buffer_add_string(&rest, path + 1 + length);
        buffer_add_string(&rest, buffer_string(&tail));
        buffer_add_string(out, is_union ? "(" : "");
        rest.failed = rest.failed || tail.failed;
        buffer_free(&tail);
        tail = rest;
        path = set;
        if (is_union)
            break;
    }
    buffer_add_string(out, path);
    buffer_add_string(out, buffer_string(&tail));
    out->failed = out->failed || tail.failed;
    buffer_free(&tail);
}

/* --- terms ---------------------------------------------------------------- */

const char *formula_term_end(const char *text)
{
    struct nesting nesting = { 0 };

    for (; *text; text++)
        if (nesting_take(&nesting, *text) && nesting.depth == 0)
            break;
    return text;
}

bool formula_term_is_own(const char *text)
{
    static const char itself[] = "not(x:compare(.,";

    return strncmp(text, itself, sizeof itself - 1) == 0;
}

/* Adds what stands in brackets; false where there is no room for it, or
 * memory. */
static bool add_term(struct formula_terms *terms, const char *begin,
    size_t length, int steps, bool *failed)
{
    if (formula_term_is_own(begin))
        return true;
    if (terms->count == FORMULA_TERMS_MAX)
        return false;
    char *text = strndup(begin, length);
    terms->list[terms->count++] = (struct formula_term){ text, steps };
    *failed = *failed || !text;
    return text != NULL;
}

static void part(struct formula_terms *terms, const char *path,
    bool *failed)
{
    struct buffer bare = BUFFER_EMPTY;
    bool good = true;
    int steps = 0;

    for (const char *at = path; good && *at; at++) {
        const char *end = *at == '[' || *at == '(' ? formula_term_end(at)
            : at;
        if (*at == '[')
            good = *end && add_term(terms, at + 1, (size_t)(end - at - 1),
                steps, failed);
        else
            buffer_add(&bare, at, (size_t)(end - at) + (*end != '\0'));
        steps += *at == '/';
        good = good && *end && *at != '|';
        at = end;
    }
    for (size_t k = 0; k < terms->count; k++)
        terms->list[k].up = steps - terms->list[k].up;
    terms->path = good ? buffer_take(&bare) : NULL;
    *failed = *failed || (good && !terms->path);
    buffer_free(&bare);
}

struct formula_terms *formulas_terms(const struct formulas *formulas,
    size_t *count)
{
    struct formula_terms *list = calloc(formulas->count + 1, sizeof *list);
    bool failed = false;

    *count = 0;
    for (size_t k = 0; list && k < formulas->count; k++) {
        const struct formula *formula = &formulas->list[k];
        struct buffer path = BUFFER_EMPTY;
        if (!formula->fills)
            continue;
        struct formula_terms *terms = &list[(*count)++];
        *terms = (struct formula_terms){ .code = formula->entry.origin.code,
            .value = formula->value.text,
            .is_sum = formula->kind == FORMULA_SUM };
        write_out(&formulas->sets, formula->target.text, &path);
        failed = failed || path.failed;
        if (!path.failed)
            part(terms, buffer_string(&path), &failed);
        buffer_free(&path);
    }
    if (!failed)
        return list;
    formulas_terms_free(list, *count);
    *count = 0;
    return NULL;
}

void formulas_terms_free(struct formula_terms *list, size_t count)
{
    for (size_t k = 0; list && k < count; k++) {
        for (size_t n = 0; n < list[k].count; n++)
            free(list[k].list[n].text);
        free(list[k].path);
    }
    free(list);
}
