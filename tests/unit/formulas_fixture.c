/* Some formulas run on data of one schema, for the tests of formulas. */

#include "formulas_fixture.h"

#include <CUnit/CUnit.h>
#include <string.h>

#include "4_formulas/formulas.h"

static const char schema[] = "{'properties': {"
    "'a': {'x-type': 'amount', 'x-unit': '万元', 'title': '甲'},"
    "'b': {'x-type': 'amount', 'x-unit': '万元', 'title': '乙'},"
    "'c': {'x-type': 'amount', 'x-unit': '万元', 'title': '丙'},"
    "'sum': {'x-type': 'amount', 'x-unit': '万元', 'title': '合计'},"
    "'rate': {'x-type': 'rate', 'x-unit': '%', 'title': '变动率'},"
    "'far': {'x-type': 'amount', 'x-unit': '万元', 'x-attachment': '附件2'},"
    "'yuan': {'x-type': 'amount', 'x-unit': '元'},"
    "'m': {'x-type': 'number'}, 'n': {'x-type': 'number'},"
    "'whole': {'x-type': 'number'},"
    "'count': {'x-type': 'count', 'x-unit': '人', 'title': '人数'},"
    "'text': {'x-type': 'text', 'title': '目标'},"
    "'date': {'x-type': 'date', 'title': '日期'},"
    "'o': {'title': '组', 'properties': {"
    " 'x': {'x-type': 'count'}, 'y': {'x-type': 'count'}}},"
    "'l': {'title': '项目', 'items': {'title': '项目', 'properties': {"
    " 'n': {'x-type': 'count', 'title': '数'},"
    " 'twice': {'x-type': 'count', 'title': '倍'}}}}}}";

size_t formulas_counted[256];

void formulas_run(struct fixture_set *set, const char *formulas,
    const char *data)
{
    struct evaluation evaluation;

    fixture_set_begin(set, schema, data);
    fixture_write_list(&set->folder, PATH, "formulas", formulas);
    struct formulas *loaded = formulas_load(&set->folder.resources, PATH,
        set->findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(loaded);
    CU_ASSERT_TRUE_FATAL(evaluation_begin(&evaluation, set->doc, &set->style,
        set->findings));
    CU_ASSERT_FATAL(formulas_count(loaded) <= COUNT(formulas_counted));
    memset(formulas_counted, 0, sizeof formulas_counted);
    formulas_apply(loaded, &evaluation, set->json, formulas_counted);
    evaluation_end(&evaluation);
    formulas_free(loaded);
}
