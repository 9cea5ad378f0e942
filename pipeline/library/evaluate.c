/* Runs formulas, references and rules on a submission. */

#include <stdlib.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "3_transform/style.h"
#include "3_transform/submission.h"
#include "3_transform/transform.h"
#include "4_formulas/slips.h"
#include "5_references/references.h"
#include "library/handles.h"

static bool evaluate(const struct jixiao_set *set, xmlDocPtr submission,
    xmlDocPtr previous, bool compares, struct rule_counts counts,
    struct findings *findings)
{
    const struct edition *edition = set->edition;
    struct evaluation evaluation;

    if (!evaluation_begin(&evaluation, submission, &edition->style, findings))
        return false;
    evaluation.compares = compares;
    if (compares && !submission_list(submission))
        findings_out_of_memory(findings);
    /* What is found of formulas prints stated figures as the forms do; what
     * formulas fill in may have more decimals. */
    bool aligned = style_align(submission, edition->style);
    formulas_apply(edition->formulas, &evaluation, set->json,
        counts.formulas);
    if (counts.rules)
        slips_find(edition->formulas, edition->lexicon, &evaluation,
            set->json, previous, counts.formulas);
    if (!aligned || !style_align(submission, edition->style))
        findings_out_of_memory(findings);
    references_resolve(submission, edition->style, set->json, findings);
    if (counts.rules)
        rules_apply(edition->rules, &evaluation, previous, set->json,
            counts.rules);
    evaluation_end(&evaluation);
    return true;
}

bool set_evaluate(const struct jixiao_set *set, xmlDocPtr submission,
    xmlDocPtr previous, struct rule_counts counts, struct findings *findings)
{
    return evaluate(set, submission, previous, false, counts, findings);
}

bool counts_begin(struct rule_counts *counts, const struct edition *edition,
    bool with_rules)
{
    *counts = (struct rule_counts){
        .formulas = calloc(formulas_count(edition->formulas) + 1,
            sizeof *counts->formulas),
        .rules = with_rules ? calloc(rules_count(edition->rules) + 1,
            sizeof *counts->rules) : NULL };
    return counts->formulas && (counts->rules || !with_rules);
}

void counts_end(struct rule_counts *counts)
{
    free(counts->formulas);
    free(counts->rules);
}

/* What was found of expressions among other things. */
static void copy_faults(const struct findings *from, struct findings *to)
{
    for (size_t k = 0; k < findings_count(from); k++) {
        const struct finding *finding = findings_get(from, k);
        if (strcmp(finding->code,
                catalogue_code(CATALOGUE_EXPRESSION_MALFORMED)) == 0)
            findings_add_made(to, finding);
    }
}

bool set_compare(const struct jixiao_set *set, struct findings *findings)
{
    const struct edition *edition = set->edition;
    struct rule_counts counts;
    bool good = counts_begin(&counts, edition, edition->rules != NULL);
    struct findings *others = findings_new();
    size_t before = findings_count(findings);
    xmlDocPtr submission = others ? transform(set->json, edition->schema,
        edition->name, others) : NULL;

    good = good && submission
        && evaluate(set, submission, NULL, true, counts, others);

    if (!good || findings_lack_memory(others))
        findings_out_of_memory(findings);
    else
        copy_faults(others, findings);
    submission_free(submission);
    findings_free(others);
    counts_end(&counts);
    return findings_count(findings) == before;
}
