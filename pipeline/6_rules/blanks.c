#include "6_rules/blanks.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"

struct settling {
    xmlDocPtr submission;
    const struct findings *findings;
    size_t first;
    bool awaits;                /* one about a figure not calculated is kept */
    bool *told;                 /* by their numbers: to be removed */
    size_t next;                /* the one that is visited next */
};

static bool is_empty(const struct settling *settling, const char *pointer)
{
    xmlNodePtr node = where_find(settling->submission, pointer);
    struct buffer words = BUFFER_EMPTY;

    if (node)
        node_print(node, &words);
    bool empty = node && !words.failed && words.length == 0;
    buffer_free(&words);
    return empty;
}

/* Whether the rule of that code looks for the blank, perhaps together with
 * others. */
static bool is_asked_by(const struct settling *settling, const char *code,
    const char *blank)
{
    xmlNodePtr node = where_find(settling->submission, blank);
    const char *rule = node ? node_attribute(node, "asked-rule") : NULL;

    return rule && strcmp(rule, code) == 0;
}

/* Whether a finding is about the blank at a pointer. */
static bool tells(const struct settling *settling,
    const struct finding *finding, const char *blank)
{
    const char *pointer = finding->pointer;
    size_t length = pointer ? strlen(pointer) : 0;

    if (length == 0 || finding->blank || finding->answer
        || finding->level < LEVEL_WARNING
        || strncmp(blank, pointer, length) != 0)
        return false;
    return blank[length] == '\0'
        || (blank[length] == '/' && (is_empty(settling, pointer)
            || is_asked_by(settling, finding->code, blank)));
}

static bool is_found(const struct settling *settling, const char *blank)
{
    for (size_t k = settling->first; k < findings_count(settling->findings);
        k++)
        if (tells(settling, findings_get(settling->findings, k), blank))
            return true;
    return false;
}

static bool is_told(struct settling *settling, const struct finding *finding)
{
    if (finding->blank && is_found(settling, finding->blank))
        return true;
    if (strcmp(finding->code,
            catalogue_get(CATALOGUE_REFERENCE_AWAITS)->code) != 0)
        return false;
    bool told = settling->awaits;
    settling->awaits = true;
    return told;
}

static bool keep(void *user, struct finding *finding)
{
    struct settling *settling = user;

    (void)finding;
    return !settling->told[settling->next++];
}

void blanks_settle(xmlDocPtr submission, struct findings *findings,
    size_t first)
{
    size_t count = findings_count(findings);
    struct settling settling = { .submission = submission,
        .findings = findings, .first = first, .next = first,
        .told = calloc(count + 1, sizeof *settling.told) };
    bool any = false;

    if (!settling.told) {
        findings_out_of_memory(findings);
        return;
    }
    for (size_t k = first; k < count; k++) {
        settling.told[k] = is_told(&settling, findings_get(findings, k));
        any = any || settling.told[k];
    }
    if (any)
        findings_revise(findings, first, keep, &settling);
    free(settling.told);
}
