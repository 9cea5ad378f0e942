/*
 * After the rules: findings that only repeat what a blank says already are
 * removed.
 */

#include "6_rules/blanks.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "0_base/id_map.h"
#include "0_base/list.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"

#define NONE SIZE_MAX

/* What is done with a finding. */
struct verdict {
    size_t next;                /* the next one at its pointer, or NONE */
    bool told;                  /* removed: another one tells of it */
    enum level level;           /* at least */
};

/* What findings say of a pointer, by the numbers of findings or NONE. */
struct spot {
    size_t first, last;         /* those at it that may tell of a blank */
    size_t beside;              /* the first at what is missing right in it */
    size_t reference;           /* the first that says it is blank, and used */
    enum { UNKNOWN, HAS, HAS_NONE } figures, words;     /* in it */
};

struct silencing {
    xmlDocPtr submission;
    struct findings *findings;
    size_t first;
    bool awaits;                /* one about a figure not calculated is kept */
    struct verdict *verdicts;   /* by their numbers */
    struct id_map pointers;
    struct spot *spots;         /* by the numbers of pointers */
    size_t room;
    size_t next;                /* the one that is visited next */
};

/* --- what the tree has ---------------------------------------------------- */

static bool has_figure(xmlNodePtr node)
{
    xmlNodePtr child = xmlFirstElementChild(node);

    while (child && !has_figure(child))
        child = xmlNextElementSibling(child);
    return child || node_attribute(node, "value");
}

static bool has_words(xmlNodePtr node)
{
    xmlNodePtr child = node->children;

    while (child && (child->type == XML_ELEMENT_NODE ? !has_words(child)
            : !child->content || !*child->content))
        child = child->next;
    return child;
}

static bool is_missing(xmlNodePtr node)
{
    enum state state = node_state(node);

    return state == STATE_ABSENT || state == STATE_NULL;
}

/* Whether a part of the data is blank as a whole.  Where the blank in it is a
 * figure only figures count, so that a remark beside them does not matter. */
static bool is_blank_part(struct spot *spot, xmlNodePtr part,
    xmlNodePtr blank)
{
    enum value_type type;

    if (is_missing(part))
        return true;
    if (node_value_type(blank, &type) && value_type_is_figure(type)) {
        if (spot->figures == UNKNOWN)
            spot->figures = has_figure(part) ? HAS : HAS_NONE;
        return spot->figures == HAS_NONE;
    }
    if (spot->words == UNKNOWN)
        spot->words = has_words(part) ? HAS : HAS_NONE;
    return spot->words == HAS_NONE;
}

static bool is_code(const struct finding *finding, enum catalogue id)
{
    return strcmp(finding->code, catalogue_get(id)->code) == 0;
}

/* The bytes before the last name in so many of a pointer. */
static size_t parent_length(const char *pointer, size_t length)
{
    while (length > 0 && pointer[--length] != '/')
        ;
    return length;
}

/* --- findings by their pointers ------------------------------------------- */

static struct spot *find_spot(const struct silencing *silencing,
    const char *pointer, size_t length)
{
    uint32_t id;

    return length > 0 && id_map_find(&silencing->pointers,
        id_map_text(pointer, length), &id) ? &silencing->spots[id] : NULL;
}

/* The same, or a new one; NULL if memory runs out. */
static struct spot *add_spot(struct silencing *silencing,
    const char *pointer, size_t length)
{
    size_t count = silencing->pointers.count;
    struct spot *spots = list_room(silencing->spots, count,
        &silencing->room, sizeof *spots);
    uint32_t id;

    if (!spots)
        return NULL;
    silencing->spots = spots;
    if (!id_map_add(&silencing->pointers, id_map_text(pointer, length), &id))
        return NULL;
    if (id == count)
        spots[id] = (struct spot){ NONE, NONE, NONE, NONE, UNKNOWN, UNKNOWN };
    return &spots[id];
}

static bool is_at_missing(const struct silencing *silencing,
    const struct finding *finding)
{
    xmlNodePtr node = where_find(silencing->submission, finding->pointer);

    return node && is_missing(node);
}

/* The k-th one says that a blank is used. */
static bool note_reference(struct silencing *silencing, const char *blank,
    size_t k)
{
    struct spot *spot = add_spot(silencing, blank, strlen(blank));

    if (spot && spot->reference == NONE)
        spot->reference = k;
    return spot;
}

/* The k-th one may tell of the blank at its pointer, of those below it, and,
 * where it is about what is missing, of those beside it. */
static bool note_teller(struct silencing *silencing,
    const struct finding *finding, size_t k)
{
    size_t length = strlen(finding->pointer);
    size_t parent = parent_length(finding->pointer, length);
    struct spot *spot = add_spot(silencing, finding->pointer, length);

    if (!spot)
        return false;
    if (spot->first == NONE)
        spot->first = k;
    else
        silencing->verdicts[spot->last].next = k;
    spot->last = k;
    if (parent == 0 || !is_at_missing(silencing, finding))
        return true;
    spot = add_spot(silencing, finding->pointer, parent);
    if (spot && spot->beside == NONE)
        spot->beside = k;
    return spot;
}

static bool note(struct silencing *silencing, size_t k)
{
    const struct finding *finding = findings_get(silencing->findings, k);

    if (finding->blank)
        return !is_code(finding, CATALOGUE_REFERENCE_BLANK)
            || note_reference(silencing, finding->blank, k);
    return !finding->pointer || !*finding->pointer || finding->answer
        || finding->level < LEVEL_WARNING
        || note_teller(silencing, finding, k);
}

/* --- who tells of a blank ------------------------------------------------- */

/* The first of the findings at the place that caused another one which says
 * that it is blank.  A divisor may be stated, as 0; then it must be as bad. */
static size_t find_at(const struct silencing *silencing,
    const struct spot *spot, const struct finding *other)
{
    size_t k = spot->first;

    while (k != NONE && findings_get(silencing->findings, k)->level
            < other->level
        && !is_at_missing(silencing, findings_get(silencing->findings, k)))
        k = silencing->verdicts[k].next;
    return k;
}

/* The first of the findings at a part around a blank that are about it: the
 * part is blank as a whole, or the rule looks for such blanks. */
static size_t find_around(const struct silencing *silencing,
    struct spot *spot, xmlNodePtr part, xmlNodePtr blank)
{
    const char *rule = node_attribute(blank, "asked-rule");
    size_t k = spot->first;

    if (k == NONE || is_blank_part(spot, part, blank))
        return k;
    while (k != NONE && (!rule
            || strcmp(rule, findings_get(silencing->findings, k)->code) != 0))
        k = silencing->verdicts[k].next;
    return k;
}

static size_t lesser(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* The first of the findings at the blank and at the parts around it. */
static size_t find_above(const struct silencing *silencing,
    const struct finding *other)
{
    const char *pointer = other->blank;
    size_t length = strlen(pointer);
    xmlNodePtr blank = where_find(silencing->submission, pointer);
    xmlNodePtr part = blank ? blank->parent : NULL;
    struct spot *spot = find_spot(silencing, pointer, length);
    size_t first = spot ? find_at(silencing, spot, other) : NONE;

    for (; part && (length = parent_length(pointer, length)) > 0;
        part = part->parent)
        if ((spot = find_spot(silencing, pointer, length)) != NULL)
            first = lesser(first,
                find_around(silencing, spot, part, blank));
    return first;
}

/* The first finding that tells of the blank that caused another one. */
static size_t find_teller(const struct silencing *silencing,
    const struct finding *other)
{
    const char *blank = other->blank;
    size_t first = find_above(silencing, other);

    if (!is_code(other, CATALOGUE_REFERENCE_AWAITS))
        return first;
    size_t length = strlen(blank);
    const struct spot *own = find_spot(silencing, blank, length);
    const struct spot *around = find_spot(silencing, blank,
        parent_length(blank, length));
    return lesser(lesser(first, own ? own->reference : NONE),
        around ? around->beside : NONE);
}

/* Gives the finding that tells of the blank the level of this one if that is
 * worse. */
static bool is_found(struct silencing *silencing, const struct finding *other)
{
    size_t k = find_teller(silencing, other);

    if (k == NONE)
        return false;
    if (silencing->verdicts[k].level < other->level)
        silencing->verdicts[k].level = other->level;
    return true;
}

static bool is_told(struct silencing *silencing, const struct finding *finding)
{
    if (finding->blank && is_found(silencing, finding))
        return true;
    if (!is_code(finding, CATALOGUE_REFERENCE_AWAITS))
        return false;
    bool told = silencing->awaits;
    silencing->awaits = true;
    return told;
}

static bool keep(void *user, struct finding *finding)
{
    struct silencing *silencing = user;
    const struct verdict *verdict = &silencing->verdicts[silencing->next++];

    if (finding->level < verdict->level)
        finding->level = verdict->level;
    return !verdict->told;
}

/* Whether any of the findings may be removed. */
static bool any_comes_of_blank(const struct findings *findings, size_t first)
{
    for (size_t k = first; k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        if (finding->blank || is_code(finding, CATALOGUE_REFERENCE_AWAITS))
            return true;
    }
    return false;
}

/* Gives each finding its place among those of its pointer. */
static bool begin(struct silencing *silencing, size_t count)
{
    bool good = (silencing->verdicts = calloc(count + 1,
        sizeof *silencing->verdicts)) != NULL;

    for (size_t k = silencing->first; good && k < count; k++)
        silencing->verdicts[k].next = NONE;
    for (size_t k = silencing->first; good && k < count; k++)
        good = note(silencing, k);
    return good;
}

/* Removes the findings of which others tell. */
static void silence(struct silencing *silencing, size_t count)
{
    bool any = false;

    for (size_t k = silencing->first; k < count; k++) {
        bool told = is_told(silencing, findings_get(silencing->findings, k));
        silencing->verdicts[k].told = told;
        any = any || told;
    }
    if (any)
        findings_revise(silencing->findings, silencing->first, keep,
            silencing);
}

void blanks_silence(xmlDocPtr submission, struct findings *findings,
    size_t first)
{
    size_t count = findings_count(findings);
    struct silencing silencing = { .submission = submission,
        .findings = findings, .first = first, .next = first };

    if (!any_comes_of_blank(findings, first))
        return;
    if (begin(&silencing, count))
        silence(&silencing, count);
    else
        findings_out_of_memory(findings);
    free(silencing.verdicts);
    free(silencing.spots);
    id_map_free(&silencing.pointers);
}
