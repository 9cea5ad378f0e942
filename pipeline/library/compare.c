/*
 * jixiao_compare(): two sets beside each other.
 */

#include <stdlib.h>
#include <string.h>

#include "library/compared.h"
#include "library/kept.h"
#include "library/workbook.h"

static const struct place nowhere = { 0, 0 };

struct jixiao_set *jixiao_read_filed_bytes(struct jixiao *jixiao,
    const char *name, const char *bytes, size_t length,
    struct jixiao_findings *findings)
{
    return jixiao_read_previous_bytes(jixiao, name, bytes, length, findings);
}

struct jixiao_set *jixiao_read_filed(struct jixiao *jixiao,
    const char *path, struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    struct buffer bytes = BUFFER_EMPTY;
    struct jixiao_set *set = NULL;

    findings_set_file(list, path);
    if (workbook_is(path) || !kept_is_holder(path))
        return jixiao_read_previous(jixiao, path, findings);
    if (kept_read(path, &bytes, list))
        set = jixiao_read_filed_bytes(jixiao, path, buffer_string(&bytes),
            bytes.length, findings);
    buffer_free(&bytes);
    return set;
}

/* Of two editions the forms differ, and nothing can be said in their words. */
static bool is_one_edition(const struct jixiao_set *old,
    const struct jixiao_set *new, struct findings *findings)
{
    bool is_one = old->edition == new->edition;

    findings_set_file(findings, new->path);
    if (!is_one)
        findings_add(findings, CATALOGUE_EDITIONS_DIFFER, nowhere, NULL,
            "old", old->edition->name, "new", new->edition->name, NULL);
    return is_one;
}

struct jixiao_comparison *jixiao_compare(const struct jixiao_set *old,
    const struct jixiao_set *new_set, struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);

    if (!is_one_edition(old, new_set, list))
        return NULL;
    struct jixiao_comparison *comparison = calloc(1, sizeof *comparison);
    if (comparison) {
        comparison->old = old;
        comparison->new = new_set;
        comparison->comparison = comparison_new(old->json, new_set->json,
            old->edition->schema);
    }
    if (comparison && comparison->comparison)
        comparison->facts = facts_find(comparison->comparison,
            old->submission, new_set->submission);
    if (comparison && comparison->facts)
        return comparison;
    findings_out_of_memory(list);
    jixiao_comparison_free(comparison);
    return NULL;
}

void jixiao_comparison_free(struct jixiao_comparison *comparison)
{
    if (!comparison)
        return;
    documents_changed_free(&comparison->documents);
    findings_changed_free(&comparison->findings);
    facts_free(comparison->facts);
    comparison_free(comparison->comparison);
    free(comparison);
}

size_t jixiao_comparison_count(const struct jixiao_comparison *comparison)
{
    return comparison->comparison->count;
}
