/*
 * After the rules: findings that only repeat what a blank says already are
 * removed.
 */

#include "6_rules/blanks.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"

/* What is done with a finding. */
struct verdict {
    size_t length;              /* of its pointer */
    bool told;                  /* removed: another one tells of it */
    enum level level;           /* at least */
};

struct silencing {
    xmlDocPtr submission;
    struct findings *findings;
    size_t first;
    bool awaits;                /* one about a figure not calculated is kept */
    struct verdict *verdicts;   /* by their numbers */
    size_t next;                /* the one that is visited next */
};

static bool has_figure(xmlNodePtr node)
{
    xmlNodePtr child = xmlFirstElementChild(node);

    while (child && !has_figure(child))
        child = xmlNextElementSibling(child);
    return child || node_attribute(node, "value");
}

static bool has_words(const struct silencing *silencing, xmlNodePtr node)
{
    struct buffer words = BUFFER_EMPTY;

    node_print(node, &words);
    bool any = words.length > 0;
    if (words.failed)
        findings_out_of_memory(silencing->findings);
    buffer_free(&words);
    return any;
}

static bool is_missing(xmlNodePtr node)
{
    enum state state = node_state(node);

    return state == STATE_ABSENT || state == STATE_NULL;
}

/* Whether a part of the data is blank as a whole.  Where the blank in it is a
 * figure only figures count, so that a remark beside them does not matter. */
static bool is_blank_part(const struct silencing *silencing, xmlNodePtr part,
    xmlNodePtr blank)
{
    enum value_type type;

    if (is_missing(part))
        return true;
    return node_value_type(blank, &type) && value_type_is_figure(type)
        ? !has_figure(part) : !has_words(silencing, part);
}

/* Whether a finding at a blank, or at a part around it, is about the blank: the
 * part is blank as a whole, or the rule looks for such blanks. */
static bool is_about(const struct silencing *silencing,
    const struct finding *finding, const char *pointer)
{
    xmlNodePtr part = where_find(silencing->submission, finding->pointer);
    xmlNodePtr blank = where_find(silencing->submission, pointer);
    const char *rule = blank ? node_attribute(blank, "asked-rule") : NULL;

    return part && blank && (is_blank_part(silencing, part, blank)
        || (rule && strcmp(rule, finding->code) == 0));
}

/* The bytes of a pointer before its last name. */
static size_t parent_length(const char *pointer)
{
    const char *slash = strrchr(pointer, '/');

    return slash ? (size_t)(slash - pointer) : 0;
}

/* Whether a finding is about what is blank beside it in the same entry. */
static bool is_beside(const struct silencing *silencing,
    const struct finding *finding, const char *pointer)
{
    size_t length = parent_length(pointer);
    xmlNodePtr node = length > 0 && parent_length(finding->pointer) == length
        && strncmp(finding->pointer, pointer, length) == 0
        ? where_find(silencing->submission, finding->pointer) : NULL;

    return node && is_missing(node);
}

static bool is_code(const struct finding *finding, enum catalogue id)
{
    return strcmp(finding->code, catalogue_get(id)->code) == 0;
}

/* Whether a finding at the place that caused another one says that it is
 * blank.  A divisor may be stated, as 0; then the finding there must be an
 * error. */
static bool is_as_bad(const struct silencing *silencing,
    const struct finding *finding, const struct finding *other)
{
    xmlNodePtr node = where_find(silencing->submission, finding->pointer);

    return finding->level >= other->level || (node && is_missing(node));
}

/* Whether a finding with a pointer of that length tells of the blank that
 * caused another one. */
static bool tells(const struct silencing *silencing,
    const struct finding *finding, size_t length, const struct finding *other,
    bool awaits)
{
    const char *pointer = finding->pointer;

    if (finding->blank)
        return awaits && is_code(finding, CATALOGUE_REFERENCE_BLANK)
            && strcmp(finding->blank, other->blank) == 0;
    if (length == 0 || finding->answer || finding->level < LEVEL_WARNING)
        return false;
    if (awaits && is_beside(silencing, finding, other->blank))
        return true;
    return strncmp(other->blank, pointer, length) == 0
        && ((other->blank[length] == '\0'
                && is_as_bad(silencing, finding, other))
            || (other->blank[length] == '/'
                && is_about(silencing, finding, other->blank)));
}

/* Looks for a finding that tells of the blank that caused this one, and gives
 * it the level of this one if that is worse. */
static bool is_found(struct silencing *silencing, const struct finding *other)
{
    bool awaits = is_code(other, CATALOGUE_REFERENCE_AWAITS);

    for (size_t k = silencing->first; k < findings_count(silencing->findings);
        k++) {
        struct verdict *verdict = &silencing->verdicts[k];
        if (!tells(silencing, findings_get(silencing->findings, k),
                verdict->length, other, awaits))
            continue;
        if (verdict->level < other->level)
            verdict->level = other->level;
        return true;
    }
    return false;
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

void blanks_silence(xmlDocPtr submission, struct findings *findings,
    size_t first)
{
    size_t count = findings_count(findings);
    struct silencing silencing = { .submission = submission,
        .findings = findings, .first = first, .next = first,
        .verdicts = calloc(count + 1, sizeof *silencing.verdicts) };
    bool any = false;

    if (!silencing.verdicts) {
        findings_out_of_memory(findings);
        return;
    }
    for (size_t k = first; k < count; k++) {
        const char *pointer = findings_get(findings, k)->pointer;
        silencing.verdicts[k].length = pointer ? strlen(pointer) : 0;
    }
    for (size_t k = first; k < count; k++) {
        bool told = is_told(&silencing, findings_get(findings, k));
        silencing.verdicts[k].told = told;
        any = any || told;
    }
    if (any)
        findings_revise(findings, first, keep, &silencing);
    free(silencing.verdicts);
}
