/* Runs formulas, references and rules on a submission. */

#include "3_transform/style.h"
#include "4_formulas/slips.h"
#include "5_references/references.h"
#include "library/handles.h"

bool set_evaluate(const struct jixiao_set *set, xmlDocPtr submission,
    xmlDocPtr previous, size_t *counted, struct rule_tally *tallies,
    struct findings *findings)
{
    const struct edition *edition = set->edition;
    struct evaluation evaluation;

    if (!evaluation_begin(&evaluation, submission, &edition->style, findings))
        return false;
    /* What is found of formulas prints stated figures as the forms do; what
     * formulas fill in may have more decimals. */
    bool aligned = style_align(submission, edition->style);
    formulas_apply(edition->formulas, &evaluation, edition->style, set->json,
        counted);
    if (tallies)
        slips_find(edition->formulas, edition->lexicon, &evaluation,
            edition->style, set->json, previous, counted);
    if (!aligned || !style_align(submission, edition->style))
        findings_out_of_memory(findings);
    references_resolve(submission, edition->style, set->json, findings);
    if (tallies)
        rules_apply(edition->rules, &evaluation, previous, set->json,
            tallies);
    evaluation_end(&evaluation);
    return true;
}
