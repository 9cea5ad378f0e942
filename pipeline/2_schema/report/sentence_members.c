/* What a sentence says of the members of an object and of their names. */

#include <string.h>

#include "2_schema/report/sentences.h"

/* The node of a member that is not there. */
static const struct schema_node *missing_node(const struct fault_sentence *s)
{
    const struct schema_node *node = schema_member(s->fault->node,
        s->fault->name);

    return node ? node : schema_member(s->step->branch, s->fault->name);
}

void fault_fill_required(struct fault_sentence *s)
{
    const struct schema_node *node = missing_node(s);

    label_add_member(&s->allowed, s->fault->name, node);
    if (node && schema_allows_type(node, cJSON_NULL)
        && node->types != TYPES_ALL)
        words_add_phrase(&s->hint, PHRASE_NULL_IF_NOTHING);
    s->member = s->fault->name;
}

void fault_fill_dependent(struct fault_sentence *s)
{
    const char *name = s->fault->other->string;

    label_add_member(&s->stated, name, schema_member(s->step->branch, name));
    fault_fill_required(s);
}

void fault_fill_unknown(struct fault_sentence *s)
{
    const struct schema_node *node = step_names(s->step->up, s->fault);
    struct listing listing = { .words = &s->allowed };
    size_t length;
    const char *name = json_name(s->run->json, s->fault->value, &length);

    words_add_quoted(&s->stated, name, length);
    s->place = json_name_place(s->run->json, s->fault->value);
    if (s->fault->name) {
        s->id = s->fault->detail ? CATALOGUE_SHAPE_STATED_TWICE
            : CATALOGUE_SHAPE_MISSPELT;
        label_add_member(&s->allowed, s->fault->name,
            schema_member(node, s->fault->name));
        return;
    }
    listing_add_members(&listing, node, s->run, s->step->up,
        s->fault->value->string);
    if (!listing.count)
        listing_add_members(&listing, node, s->run, s->step->up, NULL);
    listing_end(&listing);
    if (words_are_empty(&s->allowed))
        s->id = CATALOGUE_SHAPE_UNWANTED;
}

/* What keywords ask of a member's name, in front of their value. */
static const struct {
    enum keyword_id id;
    enum phrase words;
} name_words[] = {
    { KEYWORD_PATTERN, PHRASE_MATCHING },
    { KEYWORD_MIN_LENGTH, PHRASE_NO_SHORTER },
    { KEYWORD_MAX_LENGTH, PHRASE_NO_LONGER },
};

static void add_name_limit(struct fault_sentence *s)
{
    const struct check *check = s->fault->check;
    size_t k = 0;

    while (k < sizeof name_words / sizeof *name_words
        && name_words[k].id != check->keyword->id)
        k++;
    if (k < sizeof name_words / sizeof *name_words)
        words_add_phrase(&s->allowed, name_words[k].words);
    else
        words_add_text(&s->allowed, check->keyword->name);
    if (k == sizeof name_words / sizeof *name_words)
        words_add_text(&s->allowed, " ");
    fault_add_limit(s);
}

void fault_fill_name(struct fault_sentence *s)
{
    const struct check *check = s->fault->check;
    const char *description = schema_string(s->fault->node, "description");
    struct listing listing = { .words = &s->allowed };
    size_t length;
    const char *name = json_name(s->run->json, s->fault->value, &length);

    words_add_quoted(&s->stated, name, length);
    s->place = json_name_place(s->run->json, s->fault->value);
    listing_add_values(&listing, s->fault->node, NULL);
    listing_end(&listing);
    if (listing.count)
        return;
    if (description)
        words_add_unstopped(&s->allowed, description);
    else if (check && check->keyword->id == KEYWORD_FORMAT)
        words_add_phrase(&s->allowed, check->format->title);
    else if (check)
        add_name_limit(s);
    else
        words_add_phrase(&s->allowed, PHRASE_NO_NAME);
}
