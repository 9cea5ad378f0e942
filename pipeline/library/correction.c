/* Compares the data of a set with the data that its folder keeps. */

#include "library/correction.h"

#include <string.h>

#include "0_base/buffer.h"
#include "library/handles.h"
#include "library/kept.h"

/* Hands over what has changed since the set that is there was made; what is
 * wrong with the data of that is none of this set's faults. */
static void visit(const struct correction *correction,
    const struct buffer *former, struct findings *found)
{
    struct jixiao_findings *list = (struct jixiao_findings *)found;
    const struct jixiao_build *build = correction->build;
    struct jixiao_set *old = jixiao_read_filed_bytes(correction->jixiao,
        correction->folder, buffer_string(former), former->length, list);
    struct jixiao_comparison *comparison = old
        ? jixiao_compare(old, correction->set, list) : NULL;

    if (comparison && jixiao_comparison_count(comparison))
        build->corrected(build->corrected_user, comparison, list);
    jixiao_comparison_free(comparison);
    jixiao_set_free(old);
}

bool correction_tell(const struct correction *correction,
    struct findings *findings)
{
    struct findings *found = findings_new();
    struct buffer former = BUFFER_EMPTY;
    size_t length;
    const char *text = json_text(correction->set->json, &length);

    if (found && kept_read(correction->folder, &former, found)
        && (former.length != length
            || memcmp(buffer_string(&former), text, length) != 0))
        visit(correction, &former, found);
    bool good = found && !findings_lack_memory(found);
    if (!good)
        findings_out_of_memory(findings);
    buffer_free(&former);
    findings_free(found);
    return good;
}
