/*
 * Looks at changed data, and keeps a sorted list of what is found: codes,
 * pointers and sentences.
 */

#include "library/found.h"

#include <stdlib.h>
#include <string.h>

#include "3_transform/submission.h"
#include "3_transform/transform.h"

struct entry {
    char *code, *pointer;
    char *text[LANGUAGE_COUNT];
    char *expected;             /* or NULL */
};

struct found {
    const struct rules *rules;
    size_t count;
    struct entry list[];
};

static int compare(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
    int order = strcmp(a->pointer, b->pointer);

    return order ? order : strcmp(a->code, b->code);
}

static bool copy(struct entry *entry, const struct finding *finding)
{
    entry->code = strdup(finding->code);
    entry->pointer = strdup(finding->pointer ? finding->pointer : "");
    bool good = entry->code && entry->pointer;
    for (int k = 0; good && k < LANGUAGE_COUNT; k++) {
        entry->text[k] = strdup(finding->text[k]);
        good = entry->text[k] != NULL;
    }
    if (good && finding->expected)
        entry->expected = strdup(finding->expected);
    return good && (entry->expected || !finding->expected);
}

static struct found *new_found(const struct rules *rules,
    const struct findings *findings)
{
    size_t count = findings_count(findings);
    struct found *found = calloc(1,
        sizeof *found + count * sizeof *found->list);
    bool good = found != NULL;

    if (found)
        found->rules = rules;
    for (size_t k = 0; good && k < count; k++)
        good = copy(&found->list[found->count++], findings_get(findings, k));
    if (!good) {
        found_free(found);
        return NULL;
    }
    if (count)
        qsort(found->list, count, sizeof *found->list, compare);
    return found;
}

void found_free(struct found *found)
{
    for (size_t k = 0; found && k < found->count; k++) {
        free(found->list[k].code);
        free(found->list[k].pointer);
        free(found->list[k].expected);
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            free(found->list[k].text[language]);
    }
    free(found);
}

/* One that a rule has found at the same place; NULL for none. */
static const struct entry *find_entry(const struct found *found,
    const struct finding *finding)
{
    const struct entry key = { .code = (char *)finding->code,
        .pointer = (char *)(finding->pointer ? finding->pointer : "") };

    return found->count ? bsearch(&key, found->list, found->count,
        sizeof *found->list, compare) : NULL;
}

bool found_has(const struct found *found, const struct finding *finding)
{
    return !rules_find(found->rules, finding->code)
        || find_entry(found, finding);
}

/* Whether no other is found by the rule at the place. */
static bool is_alone(const struct found *found, const struct entry *entry)
{
    const struct entry *last = found->list + found->count - 1;

    return (entry == found->list || compare(entry - 1, entry) != 0)
        && (entry == last || compare(entry + 1, entry) != 0);
}

void found_retell(const struct found *found, struct finding *finding)
{
    const struct entry *entry = find_entry(found, finding);

    if (!entry || !is_alone(found, entry))
        return;
    for (int k = 0; k < LANGUAGE_COUNT; k++)
        finding->text[k] = entry->text[k];
    finding->expected = entry->expected;
}

void found_uncount(const struct jixiao_set *set,
    const struct finding *finding)
{
    const struct rules *rules = set->edition->rules;
    const struct rule *rule = rules_find(rules, finding->code);

    if (rule)
        set->tallies[rule - rules_get(rules, 0)].found--;
}

/* Only what is among these findings is ever asked for. */
static void leave_out_others(const struct rules *rules,
    const struct findings *findings, struct rule_tally *tallies)
{
    for (size_t k = 0; k < rules_count(rules); k++)
        tallies[k].is_left_out = true;
    for (size_t k = 0; k < findings_count(findings); k++) {
        const struct rule *rule = rules_find(rules,
            findings_get(findings, k)->code);
        if (rule)
            tallies[rule - rules_get(rules, 0)].is_left_out = false;
    }
}

struct found *look_again(const struct jixiao_set *set, xmlDocPtr previous,
    submission_change *change, void *user, struct findings *findings)
{
    const struct edition *edition = set->edition;
    struct rule_counts counts;
    bool good = counts_begin(&counts, edition, true);
    struct findings *others = findings_new();
    xmlDocPtr submission = others ? transform(set->json, edition->schema,
        edition->name, others) : NULL;
    struct found *found = NULL;

    if (submission && good) {
        change(user, submission);
        leave_out_others(edition->rules, findings, counts.rules);
        if (set_evaluate(set, submission, previous, counts, others))
            found = new_found(edition->rules, others);
    }
    if (!found || (others && findings_lack_memory(others)))
        findings_out_of_memory(findings);
    submission_free(submission);
    findings_free(others);
    counts_end(&counts);
    return found;
}
