/* Puts an edition of formulas and rules with data, and applies them. */

#include "rules_fixture.h"

static const char path[] = "schemas/e/rules.xml";
static const char formulas_path[] = "schemas/e/formulas.xml";

const char rules_desk_schema[] = "{'properties': {"
    "'a': {'x-type': 'count', 'title': '甲', 'x-asked': 'error'},"
    "'b': {'x-type': 'count', 'title': '乙', 'x-unit': '人',"
    " 'x-attachment': '附件2'},"
    "'m': {'x-type': 'amount', 'x-unit': '万元', 'title': '合计',"
    " 'x-attachment': '附件1'},"
    "'r': {'x-type': 'rate', 'x-unit': '%', 'title': '率'},"
    "'t': {'x-type': 'text', 'title': '文'},"
    "'l': {'title': '项目', 'items': {'title': '项目', 'x-label-from': 'name',"
    "'properties': {"
    " 'name': {'x-type': 'text'}, 'n': {'x-type': 'count'}}}}}}";

void rules_desk_begin(struct rules_desk *desk, const char *formulas,
    const char *rules, const char *data)
{
    *desk = (struct rules_desk){0};
    fixture_set_begin(&desk->set, rules_desk_schema, data);
    fixture_write_list(&desk->set.folder, formulas_path, "formulas",
        formulas);
    fixture_write_list(&desk->set.folder, path, "rules", rules);
    desk->formulas = formulas_load(&desk->set.folder.resources,
        formulas_path, desk->set.findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(desk->formulas);
    desk->rules = rules_load(&desk->set.folder.resources, path,
        desk->formulas, fixture_lexicon(), desk->set.findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(desk->rules);
    CU_ASSERT_FATAL(rules_count(desk->rules) <= COUNT(desk->tallies));
}

void rules_desk_apply(struct rules_desk *desk, xmlDocPtr previous)
{
    struct fixture_set *set = &desk->set;
    size_t first = findings_count(set->findings), compared[16] = {0};
    struct evaluation evaluation;

    CU_ASSERT_FATAL(formulas_count(desk->formulas) <= COUNT(compared));
    CU_ASSERT_TRUE_FATAL(evaluation_begin(&evaluation, set->doc, &set->style,
        set->findings));
    formulas_apply(desk->formulas, &evaluation, set->json, compared);
    if (desk->reference)
        findings_add_made(set->findings, desk->reference);
    rules_apply(desk->rules, &evaluation, previous, set->json, desk->tallies);
    evaluation_end(&evaluation);
    rules_finish(desk->rules, desk->formulas,
        (struct rule_counts){ compared, desk->tallies }, set->doc,
        set->findings, first);
}

void rules_desk_end(struct rules_desk *desk)
{
    rules_free(desk->rules);
    formulas_free(desk->formulas);
    fixture_set_end(&desk->set);
}

void rules_desk_run(struct rules_desk *desk, const char *rules,
    const char *data)
{
    rules_desk_begin(desk, "", rules, data);
    rules_desk_apply(desk, NULL);
}
