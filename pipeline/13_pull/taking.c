/*
 * Values of a returned file that differ, each an edit or a finding.
 */

#include "13_pull/taking.h"

#include <string.h>

#include "0_base/json_string.h"
#include "0_base/phrases.h"
#include "13_pull/edited_data.h"
#include "13_pull/excerpt.h"
#include "13_pull/figure_within.h"
#include "13_pull/literal.h"
#include "13_pull/narrative.h"
#include "13_pull/pairing.h"
#include "13_pull/taking_lines.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"

static const struct place nowhere = { 0, 0 };

/* A value that is another one than expected. */
struct taken {
    struct taking *taking;
    const struct model_value *value;
    size_t control, other;      /* of what is expected, of the file */
    const cJSON *stated;
    const char *old, *words;    /* as printed, and as they are now */
    enum value_type type;
    bool has_type, is_read;
    struct literal literal;     /* what the words say, where they are read */
};

/* --- findings ------------------------------------------------------------- */

static void report(const struct taken *taken, enum catalogue id)
{
    char old[EXCERPT_SIZE], words[EXCERPT_SIZE];

    findings_add(taken->taking->findings, id, nowhere, taken->value->src,
        "old", excerpt_of(taken->old, old),
        "found", excerpt_of(taken->words, words), NULL);
}

static void report_derived(const struct taken *taken)
{
    const char *code = node_attribute(taken->value->element, "formula");
    const struct formulas *formulas = taken->taking->source->formulas;
    char old[EXCERPT_SIZE], found[EXCERPT_SIZE];
    const char *words[LANGUAGE_COUNT];

    for (int k = 0; k < LANGUAGE_COUNT; k++)
        words[k] = code ? formulas_words(formulas, code, (enum language)k)
            : NULL;
    findings_add(taken->taking->findings, CATALOGUE_PULL_DERIVED, nowhere,
        taken->value->src, "old", excerpt_of(taken->old, old),
        "found", excerpt_of(taken->words, found),
        "formula", code ? code : "",
        "words", words[LANGUAGE_ZH] ? words[LANGUAGE_ZH] : "",
        "words_en", words[LANGUAGE_EN] ? words[LANGUAGE_EN] : "", NULL);
}

static void report_unreadable(const struct taken *taken)
{
    const char *example = *taken->old ? taken->old
        : phrase_text(literal_example(taken->type), LANGUAGE_ZH);
    char found[EXCERPT_SIZE];

    findings_add(taken->taking->findings, CATALOGUE_PULL_UNREADABLE, nowhere,
        taken->value->src, "found", excerpt_of(taken->words, found),
        "kind", phrase_text(literal_kind(taken->type), LANGUAGE_ZH),
        "kind_en", phrase_text(literal_kind(taken->type), LANGUAGE_EN),
        "example", example, NULL);
}

/* Words that do not say what a text is made of. */
static void report_parts(const struct taken *taken,
    const struct figure_within *within)
{
    char old[EXCERPT_SIZE], found[EXCERPT_SIZE];
    struct buffer how[LANGUAGE_COUNT] = { BUFFER_EMPTY, BUFFER_EMPTY };

    for (int k = 0; k < LANGUAGE_COUNT; k++) {
        figure_within_print(within, (enum language)k, &how[k]);
        taken->taking->failed = taken->taking->failed || how[k].failed;
    }
    findings_add(taken->taking->findings, CATALOGUE_PULL_UNREADABLE_PARTS,
        nowhere, taken->value->src, "old", excerpt_of(taken->old, old),
        "found", excerpt_of(taken->words, found),
        "how", buffer_string(&how[LANGUAGE_ZH]),
        "how_en", buffer_string(&how[LANGUAGE_EN]), NULL);
    for (int k = 0; k < LANGUAGE_COUNT; k++)
        buffer_free(&how[k]);
}

/* --- edits ---------------------------------------------------------------- */

static void add_edit(const struct taken *taken, const char *src,
    const char *literal)
{
    edits_add(taken->taking->edits, &(struct edit){ .src = src,
        .shown = taken->value->src, .file = taken->taking->file,
        .words = (char *)taken->words, .literal = (char *)literal },
        taken->taking->findings);
}

static struct literal_place place_of(const struct taken *taken)
{
    const struct pull_source *source = taken->taking->source;
    xmlNodePtr leaf = where_find(source->submission, taken->value->src);

    return (struct literal_place){ .type = taken->type,
        .lexicon = source->lexicon,
        .unit = leaf ? node_attribute(leaf, "unit") : NULL,
        .shown = taken->taking->expected->controls[taken->control].unit,
        .printed = taken->old, .stated = taken->stated };
}

/* Whether nobody has touched it, and the data has changed instead. */
static bool is_old(const struct taken *taken)
{
    const struct taking *taking = taken->taking;
    const struct pull_source *source = taking->source;
    xmlNodePtr leaf = where_find(source->submission, taken->value->src);
    const struct literal_place place = place_of(taken);
    int most = leaf ? node_figure(leaf, source->style).style.most
        : source->style.most;
    return origin_says(taking->origin, taken->value, &place, most,
        taken->words, &taken->taking->failed);
}

/* What the value is, and what the words say of it. */
static void read_words(struct taken *taken)
{
    const char *name = node_attribute(taken->value->element, "type");

    taken->type = VALUE_TEXT;
    taken->has_type = name && value_type_parse(name, &taken->type);
    const struct literal_place place = place_of(taken);
    taken->is_read = literal_read(&place, taken->words, &taken->literal,
        &taken->taking->failed);
}

/* Whether they say what is printed in another way: 3,000亩 for 3000亩. */
static bool says_same(const struct taken *taken)
{
    return taken->has_type && taken->is_read && taken->literal.is_same;
}

/* A value that words are read as. */
static void take_words(const struct taken *taken)
{
    if (taken->is_read)
        add_edit(taken, taken->value->src,
            buffer_string(&taken->literal.text));
    else if (!taken->taking->failed)
        report_unreadable(taken);
}

/* An entry of a list with nothing in it is meant to be gone. */
static bool is_entry(const struct taken *taken)
{
    const char *src = taken->value->src, *name = strrchr(src, '/');
    struct buffer around = BUFFER_EMPTY;

    buffer_add(&around, src, name ? (size_t)(name - src) : 0);
    bool is = cJSON_IsArray(json_at(taken->taking->source->json,
        buffer_string(&around)));
    taken->taking->failed = taken->taking->failed || around.failed;
    buffer_free(&around);
    return is;
}

static void look_inside(const struct taken *taken);

/* A text that quotes values. */
static void take_text(const struct taken *taken)
{
    struct taking *taking = taken->taking;
    const struct narrative narrative = { taking->expected, taking->returned,
        taken->control, taken->other };
    const char *source = cJSON_GetStringValue(taken->stated);
    struct buffer text = BUFFER_EMPTY, literal = BUFFER_EMPTY;

    look_inside(taken);
    bool good = narrative_write(&narrative, source ? source : "", &text);
    if (good)
        json_string_add(buffer_string(&text), &literal);
    if (text.failed || literal.failed)
        taking->failed = true;
    else if (!good)
        report(taken, CATALOGUE_PULL_TEXT_UNSURE);
    else if (!source || strcmp(source, buffer_string(&text)) != 0)
        add_edit(taken, taken->value->src, buffer_string(&literal));
    buffer_free(&text);
    buffer_free(&literal);
}

static bool is_derived(const struct taken *taken)
{
    const char *state = node_attribute(taken->value->element, "state");

    return state && strcmp(state, state_name(STATE_DERIVED)) == 0;
}

static bool read_within(const struct taken *taken,
    struct figure_within *within)
{
    return figure_within_read(taken->taking->source, taken->value, taken->old,
        taken->words, within, &taken->taking->failed);
}

/* What is said of a part of the text, an edit of the text or of one that
 * quotes it. */
static void take_within(const struct taken *taken,
    const struct value_within *part, void add(const struct taken *taken,
        const char *src, const char *literal))
{
    if (part->src && !part->literal.is_same)
        add(taken, part->src, buffer_string(&part->literal.text));
}

/* What follows from others is not taken, but for the figure in a text. */
static void take_derived(const struct taken *taken)
{
    const struct taking *taking = taken->taking;
    struct figure_within within;

    bool good = read_within(taken, &within);
    if (!within.is_made)
        report_derived(taken);
    else if (taking->returned->controls[taken->other].unread)
        report(taken, CATALOGUE_PULL_OBJECT);
    else if (origin_is_other(taking->origin, taken->value))
        report(taken, CATALOGUE_PULL_BOTH);
    else if (!good)
        report_parts(taken, &within);
    else {
        take_within(taken, &within.figure, add_edit);
        take_within(taken, &within.choice, add_edit);
    }
    figure_within_free(&within);
}

static void take_value(const struct taken *taken)
{
    if (is_derived(taken))
        take_derived(taken);
    else if (taken->taking->returned->controls[taken->other].unread)
        report(taken, CATALOGUE_PULL_OBJECT);
    else if (origin_is_other(taken->taking->origin, taken->value))
        report(taken, CATALOGUE_PULL_BOTH);
    else if (!taken->has_type)
        report(taken, CATALOGUE_PULL_LIST);
    else if (!edited_data_has_place(taken->taking->source->json,
            taken->value->src, &taken->taking->failed))
        report(taken, CATALOGUE_PULL_NO_PLACE);
    else if (*taken->words == '\0' && is_entry(taken))
        report(taken, CATALOGUE_PULL_EMPTIED);
    else if (taken->type == VALUE_TEXT && *taken->words
        && cJSON_IsString(taken->stated))
        take_text(taken);
    else
        take_words(taken);
}

static void add_quoted(const struct taken *taken, const char *src,
    const char *literal)
{
    edits_add_quoted(taken->taking->edits, &(struct quoted){ .src = src,
        .text = taken->taking->text, .file = taken->taking->file,
        .words = (char *)taken->words, .printed = (char *)taken->old,
        .literal = (char *)literal });
}

static void take_derived_quoted(const struct taken *taken)
{
    struct figure_within within;

    bool good = read_within(taken, &within);
    if (!within.is_made)
        report_derived(taken);
    else if (!good)
        add_quoted(taken, taken->value->src, NULL);
    else {
        take_within(taken, &within.figure, add_quoted);
        take_within(taken, &within.choice, add_quoted);
    }
    figure_within_free(&within);
}

/* Whether it is what the data says of it where it is from is told once all
 * files are known. */
static void take_quoted(const struct taken *taken)
{
    if (is_derived(taken))
        take_derived_quoted(taken);
    else if (!taken->has_type)
        report(taken, CATALOGUE_PULL_LIST);
    else
        add_quoted(taken, taken->value->src,
            taken->is_read ? taken->literal.text.bytes : NULL);
}

/* --- visited -------------------------------------------------------------- */

static void print_control(const struct wording *wording, size_t k,
    struct buffer *out)
{
    wording_print(wording, wording->controls[k].begin,
        wording->controls[k].end, out);
}

/* What a text quotes follows from elsewhere, and is no place of its own. */
static void keep(const struct taken *taken)
{
    if (!taken->taking->text)
        edits_keep(taken->taking->edits, taken->value->src,
            taken->taking->file);
}

static void visit_value(void *user, size_t expected, size_t returned)
{
    struct taking *taking = user;
    struct buffer old = BUFFER_EMPTY, words = BUFFER_EMPTY;
    struct taken taken = { .taking = taking, .control = expected,
        .other = returned, .value = model_find(taking->model,
            taking->expected->controls[expected].tag) };

    print_control(taking->expected, expected, &old);
    print_control(taking->returned, returned, &words);
    taken.old = buffer_string(&old);
    taken.words = buffer_string(&words);
    if (old.failed || words.failed)
        taking->failed = true;
    else if (taken.value && strcmp(taken.old, taken.words) == 0)
        keep(&taken);
    else if (taken.value) {
        taken.stated = json_at(taking->source->json, taken.value->src);
        read_words(&taken);
        if (is_old(&taken) || says_same(&taken))
            keep(&taken);
        else
            (taking->text ? take_quoted : take_value)(&taken);
    }
    buffer_free(&taken.literal.text);
    buffer_free(&old);
    buffer_free(&words);
}

static void visit_lost(void *user, size_t expected, size_t returned_line)
{
    struct taking *taking = user;
    const struct model_value *value = model_find(taking->model,
        taking->expected->controls[expected].tag);
    struct buffer old = BUFFER_EMPTY, line = BUFFER_EMPTY;
    char old_room[EXCERPT_SIZE], line_room[EXCERPT_SIZE];

    print_control(taking->expected, expected, &old);
    if (returned_line != WORDING_NONE)
        taking_lines_print(taking->returned, returned_line, returned_line + 1,
            &line);
    if (old.failed || line.failed)
        taking->failed = true;
    else if (value)
        findings_add(taking->findings, taking->text ? CATALOGUE_PULL_UNQUOTED
            : CATALOGUE_PULL_LOST, nowhere,
            taking->text ? taking->text : value->src,
            "old", excerpt_of(buffer_string(&old), old_room),
            "found", excerpt_of(buffer_string(&line), line_room), NULL);
    buffer_free(&old);
    buffer_free(&line);
}

static struct pairing_visitor visitor_of(struct taking *taking)
{
    return (struct pairing_visitor){ taking, visit_value, visit_lost,
        taking_lines_changed, taking_lines_moved, taking_lines_removed,
        taking_lines_added, taking_lines_joined, taking_lines_parted };
}

static void look_inside(const struct taken *taken)
{
    struct taking *taking = taken->taking;
    const struct pairing_visitor visitor = visitor_of(taking);

    taking->text = taken->value->src;
    pairing_visit_inside(taking->expected, taken->control, taking->returned,
        taken->other, &visitor);
    taking->text = NULL;
}

bool taking_run(struct taking *taking)
{
    const struct pairing_visitor visitor = visitor_of(taking);

    return pairing_visit(taking->expected, taking->returned, &visitor)
        && !taking->failed;
}
