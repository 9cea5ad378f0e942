/* Questions about one formula: which leaves it is about, what its parts add up
 * to, and at how many decimals it is compared. */

#include <stdlib.h>

#include "3_transform/submission.h"
#include "4_formulas/formula_list.h"

bool formula_add_up(const struct formula *formula, struct formula_run *run,
    xmlNodePtr target)
{
    xmlXPathObjectPtr result = expression_evaluate(&formula->value,
        run->evaluation, target);
    bool good = result && result->type == XPATH_NODESET
        && parts_add_up(result->nodesetval, &run->parts);

    if (good && parts_are_complete(&run->parts))
        sum_note(&run->sum, result->nodesetval, run->parts.known, run->style);
    if (result && !good)
        expression_reject(&formula->value, PHRASE_XPATH_NO_FIGURES, "",
            run->evaluation->findings);
    xmlXPathFreeObject(result);
    return good;
}

int formula_places(xmlNodePtr leaf, struct print_style style)
{
    const char *text = node_attribute(leaf, "places");
    int places = text ? (int)strtol(text, NULL, 10) : 0;

    return places > style.most ? places : style.most;
}

xmlXPathObjectPtr formula_targets(const struct formula *formula,
    const struct formula_run *run)
{
    return expression_evaluate(&formula->target, run->evaluation,
        xmlDocGetRootElement(run->evaluation->context->doc));
}

xmlNodeSetPtr formula_nodes(xmlXPathObjectPtr result)
{
    return result && result->type == XPATH_NODESET ? result->nodesetval
        : NULL;
}
