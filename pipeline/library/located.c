/* Places for findings that have but a pointer. */

#include "library/located.h"

#include "1_read/json.h"
#include "3_transform/where.h"
#include "library/workbook.h"

struct locating {
    const struct jixiao_set *set;
    struct buffer where;
    struct workbook_placing placing;    /* of what is in a workbook */
};

static bool locate(void *user, struct finding *finding)
{
    struct locating *locating = user;

    if (!finding->pointer || finding->place.line > 0 || finding->where)
        return true;
    xmlNodePtr node = where_find(locating->set->submission, finding->pointer);
    finding->place = json_place_at(locating->set->json, finding->pointer);
    buffer_clear(&locating->where);
    if (node) {
        where_print(node, &locating->where);
        finding->attachment = where_attachment(node);
    }
    if (locating->where.length > 0)
        finding->where = buffer_string(&locating->where);
    return !locating->placing.workbook
        || workbook_place_one(&locating->placing, finding);
}

void locate_findings(const struct jixiao_set *set, struct findings *findings)
{
    struct locating locating = { .set = set, .where = BUFFER_EMPTY,
        .placing = { .workbook = set->workbook } };

    findings_revise(findings, 0, locate, &locating);
    if (locating.where.failed)
        findings_out_of_memory(findings);
    workbook_placing_end(&locating.placing, findings);
    buffer_free(&locating.where);
}
