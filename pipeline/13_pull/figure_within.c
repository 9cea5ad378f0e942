/*
 * Reads the one figure of a text that is made of it.
 */

#include "13_pull/figure_within.h"

#include <string.h>

#include "0_base/signs.h"
#include "0_base/utf8.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"

/* The element of the figure: its path leads from the object that the value is
 * in. */
static xmlNodePtr find_figure(const struct pull_source *source,
    const struct model_value *value, bool *failed)
{
    const char *code = node_attribute(value->element, "formula");
    const char *path = code ? formulas_figure(source->formulas, code) : NULL;
    const char *name = strrchr(value->src, '/');
    struct buffer src = BUFFER_EMPTY;

    if (!path || !name)
        return NULL;
    buffer_add(&src, value->src, (size_t)(name + 1 - value->src));
    buffer_add_string(&src, path);
    xmlNodePtr found = where_find(source->submission, buffer_string(&src));
    *failed = *failed || src.failed;
    buffer_free(&src);
    return found;
}

/* How much a printed text has before its figure: ≥ of ≥−2%. */
static size_t length_before(const char *old)
{
    const size_t minus = strlen(SIGN_MINUS);
    size_t before = strcspn(old, "0123456789");

    return before >= minus
        && strncmp(old + before - minus, SIGN_MINUS, minus) == 0
        ? before - minus : before;
}

/* Behind that in words that begin with it, too; NULL where they do not. */
static const char *skip_before(const char *old, size_t before,
    const char *words)
{
    words += strspn(words, " ");
    return strncmp(words, old, before) == 0 ? words + before : NULL;
}

bool figure_within_read(const struct pull_source *source,
    const struct model_value *value, const char *old, const char *words,
    struct figure_within *figure, bool *failed)
{
    xmlNodePtr leaf = find_figure(source, value, failed);
    const char *name = leaf ? node_attribute(leaf, "type") : NULL;
    size_t before = length_before(old);
    const char *rest = skip_before(old, before, words);
    struct literal_place place = { .lexicon = source->lexicon,
        .printed = old + before };

    *figure = (struct figure_within){ .literal.text = BUFFER_EMPTY };
    if (!name || !rest || !value_type_parse(name, &place.type)
        || !value_type_is_figure(place.type))
        return false;
    figure->src = node_attribute(leaf, "src");
    place.unit = node_attribute(leaf, "unit");
    place.stated = json_at(source->json, figure->src);
    return place.stated && !utf8_is_blank(rest)
        && literal_read(&place, rest, &figure->literal, failed);
}
