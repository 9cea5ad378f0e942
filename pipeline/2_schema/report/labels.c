/* What a finding calls the value that it is about. */

#include <string.h>

#include "2_schema/report/step.h"

static const char *title_of(const struct step *step)
{
    return step_says(step, "title");
}

static bool is_entry(const struct step *step)
{
    return step->up && cJSON_IsArray(step->up->value);
}

/* Whether the data, and not the schema, gave the member its name. */
static bool is_map_entry(const struct step *step)
{
    return step->up && cJSON_IsObject(step->up->value)
        && !schema_member(step->up->branch, step->value->string);
}

/* A list's entry: by the member that names it (x-key), or its number. */
static void add_entry_label(struct words *label, const struct step *step)
{
    const char *title = title_of(step->up);

    if (!title)
        title = title_of(step);
    if (title)
        words_add_text(label, title);
    else if (step->up->up && step->up->value->string)
        words_add_quoted(label, step->up->value->string,
            strlen(step->up->value->string));
    if (step->key && *step->key) {
        words_add_quoted(label, step->key, strlen(step->key));
    } else {
        words_add_phrase(label, words_are_empty(label)
            ? PHRASE_FIRST_ENTRY : PHRASE_ENTRY);
        words_add_count(label, step->index + 1);
        words_add_phrase(label, PHRASE_ENTRY_END);
    }
}

static void add_own_label(struct words *label, const struct step *step)
{
    const char *title = title_of(step);

    if (is_entry(step)) {
        add_entry_label(label, step);
        return;
    }
    if (title)
        words_add_text(label, title);
    else if (!step->up)
        words_add_phrase(label, PHRASE_THE_DATA);
    if (step->up && (!title || is_map_entry(step)))
        words_add_quoted(label, step->value->string,
            strlen(step->value->string));
}

/* Whether a label needs that of the value around it: 2023年决算数 stands in
 * every row, 三公经费的2023年决算数 does not. */
static bool needs_around(const struct step *step)
{
    const struct step *around = step->up;
    const char *own = title_of(step);
    const char *title = around ? title_of(around) : NULL;

    if (!around || !around->up || is_entry(step) || is_map_entry(step))
        return false;
    if (is_entry(around) || is_map_entry(around))
        return true;
    return title && !(own && strcmp(own, title) == 0);
}

/* English puts the two the other way round. */
void label_add(struct words *label, const struct step *step)
{
    struct words own = WORDS_EMPTY;

    if (!needs_around(step)) {
        add_own_label(label, step);
        return;
    }
    add_own_label(&own, step);
    buffer_add_string(&label->text[LANGUAGE_EN],
        words_get(&own, LANGUAGE_EN));
    buffer_add_string(&label->text[LANGUAGE_EN],
        phrase_text(PHRASE_MEMBER_OF, LANGUAGE_EN));
    add_own_label(label, step->up);
    buffer_add_string(&label->text[LANGUAGE_ZH],
        phrase_text(PHRASE_MEMBER_OF, LANGUAGE_ZH));
    buffer_add_string(&label->text[LANGUAGE_ZH],
        words_get(&own, LANGUAGE_ZH));
    label->text[LANGUAGE_ZH].failed |= words_failed(&own);
    words_free(&own);
}

void label_add_member(struct words *words, const char *name,
    const struct schema_node *node)
{
    const char *title = schema_string(node, "title");

    words_add_quoted(words, name, strlen(name));
    if (!title)
        return;
    words_add_phrase(words, PHRASE_OPEN_BRACKET);
    words_add_text(words, title);
    words_add_phrase(words, PHRASE_CLOSE_BRACKET);
}
