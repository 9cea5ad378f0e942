/*
 * Reads the one figure of a text that is made of it.
 */

#include "13_pull/figure_within.h"

#include <string.h>

#include "0_base/json_string.h"
#include "0_base/listed.h"
#include "0_base/utf8.h"
#include "13_pull/wording.h"
#include "2_schema/target.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"

/* The element at a path from the object that the value is in; NULL for
 * none. */
static xmlNodePtr find_beside(const struct pull_source *source,
    const struct model_value *value, const char *path, bool *failed)
{
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

/* Whether a figure may begin with the character: digits and signs of either
 * width. */
static bool begins_figure(unsigned code)
{
    static const struct utf8_range ranges[] = { { '0', '9' }, { '-', '-' },
        { 0x2212, 0x2212 }, { 0xFF0D, 0xFF0D }, { 0xFF10, 0xFF19 } };

    return UTF8_IS_WITHIN(code, ranges);
}

/* How much a text has before its figure: ≥ of ≥−2%. */
static size_t length_before(const char *text)
{
    size_t before = 0, size;
    unsigned code;

    while ((size = utf8_first(text + before, &code)) > 0
        && !begins_figure(code))
        before += size;
    return before;
}

/* --- choices -------------------------------------------------------------- */

/* What is said of the choice before a figure or behind it, and the figure
 * alone. */
struct parted_words {
    struct buffer figure, before;
    const char *behind;
};

static void part(const struct schema_node *node, const char *words,
    struct parted_words *parted)
{
    size_t before = length_before(words), at = before, size;

    words_trim(words, before, &parted->before);
    while ((size = utf8_first(words + at, NULL)) > 0
        && !(parted->behind = schema_choice(node, words + at)))
        at += size;
    buffer_add(&parted->figure, words + before, at - before);
}

/* Whether it is clear what words say of the choice: one thing, or nothing where
 * the text has nothing before its figure. */
static bool read_choice(const struct schema_node *node,
    const struct parted_words *parted, const char *old,
    const char **choice)
{
    const char *before = buffer_string(&parted->before);

    *choice = parted->behind;
    if (*before == '\0')
        return *choice || length_before(old) == 0;
    *choice = schema_choice(node, before);
    return *choice && (!parted->behind
        || strcmp(*choice, parted->behind) == 0);
}

static const struct schema_node *node_of(const struct pull_source *source,
    const char *src, bool *failed)
{
    struct target target;

    if (!src || !json_at(source->json, src))
        return NULL;
    bool good = target_find(source->json, source->schema, src, &target);
    *failed = *failed || !good;
    return good ? target.node : NULL;
}

/* What is said of the choice; false where that is not clear. */
static bool take_choice(const struct pull_source *source,
    const struct schema_node *node, const struct parted_words *parted,
    const char *old, struct value_within *within)
{
    const char *choice, *stated = cJSON_GetStringValue(json_at(source->json,
        within->src));

    if (!read_choice(node, parted, old, &choice))
        return false;
    if (choice) {
        json_string_add(choice, &within->literal.text);
        within->literal.is_same = stated && strcmp(choice, stated) == 0;
    } else {
        within->src = NULL;
    }
    return true;
}

/* --- figures -------------------------------------------------------------- */

/* The figure as the data has it; false where it states none. */
static bool find_figure(const struct pull_source *source, xmlNodePtr leaf,
    struct literal_place *place, struct value_within *within)
{
    const char *name = leaf ? node_attribute(leaf, "type") : NULL;

    if (!name || !value_type_parse(name, &place->type)
        || !value_type_is_figure(place->type))
        return false;
    within->src = node_attribute(leaf, "src");
    place->lexicon = source->lexicon;
    place->unit = node_attribute(leaf, "unit");
    place->stated = json_at(source->json, within->src);
    return place->stated != NULL;
}

/* --- both ----------------------------------------------------------------- */

/* A text that has nothing beside its figure, and may be blank. */
static bool read_bare(const struct literal_place *place, const char *words,
    struct figure_within *within, bool *failed)
{
    within->choice.src = NULL;
    return literal_read(place, words, &within->figure.literal, failed);
}

/* A text with a figure. */
static bool read_figure(const struct pull_source *source,
    const struct literal_place *place, const char *words,
    struct figure_within *within, bool *failed)
{
    struct parted_words parted = { BUFFER_EMPTY, BUFFER_EMPTY, NULL };
    struct literal_place alone = *place;

    part(within->node, words, &parted);
    alone.printed += length_before(place->printed);
    bool good = take_choice(source, within->node, &parted, place->printed,
            &within->choice)
        && parted.figure.length > 0 && literal_read(&alone,
            buffer_string(&parted.figure), &within->figure.literal, failed);
    *failed = *failed || parted.figure.failed || parted.before.failed;
    buffer_free(&parted.figure);
    buffer_free(&parted.before);
    return good;
}

/* A text that is the choice alone. */
static bool read_alone(const struct pull_source *source, const char *words,
    struct figure_within *within)
{
    const struct parted_words parted = { .behind = schema_choice(within->node,
        words) };

    return parted.behind && take_choice(source, within->node, &parted, "",
        &within->choice);
}

bool figure_within_read(const struct pull_source *source,
    const struct model_value *value, const char *old, const char *words,
    struct figure_within *within, bool *failed)
{
    const char *code = node_attribute(value->element, "formula");
    struct formula_text made = code ? formulas_text(source->formulas, code)
        : (struct formula_text){ NULL, NULL };
    xmlNodePtr leaf = find_beside(source, value, made.figure, failed);
    xmlNodePtr choice = find_beside(source, value, made.choice, failed);
    struct literal_place place = { .printed = old };

    *within = (struct figure_within){ .choice.src = choice
        ? node_attribute(choice, "src") : NULL };
    within->node = node_of(source, within->choice.src, failed);
    within->is_made = made.figure
        ? find_figure(source, leaf, &place, &within->figure)
        : within->node != NULL;
    bool good = within->is_made
        && (!made.figure ? read_alone(source, words, within)
        : within->node ? read_figure(source, &place, words, within, failed)
        : read_bare(&place, words, within, failed));
    *failed = *failed || within->choice.literal.text.failed;
    return good && !*failed;
}

void figure_within_free(struct figure_within *within)
{
    buffer_free(&within->figure.literal.text);
    buffer_free(&within->choice.literal.text);
}

void figure_within_print(const struct figure_within *within,
    enum language language, struct buffer *out)
{
    const cJSON *choice, *choices = within->node
        ? schema_annotation(within->node, "enum") : NULL;
    bool has_figure = within->figure.src != NULL;
    size_t begun = out->length;

    cJSON_ArrayForEach(choice, choices) {
        if (!cJSON_IsString(choice))
            continue;
        buffer_add_string(out, out->length > begun ? LISTED_NEXT : "");
        buffer_add_string(out, schema_choice_words(within->node,
            choice->valuestring));
    }
    buffer_add_string(out, phrase_text(!within->node ? PHRASE_FIGURE_WITHIN
            : has_figure ? PHRASE_FIGURE_AND_CHOICE
            : PHRASE_CHOICE_ALONE, language));
}
