/* Attachments, with what was found in each. */

#include "library/draft_shown.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "3_transform/submission.h"

static xmlNodePtr first_attachment(const struct jixiao_draft *draft)
{
    return draft->forms.outline ? xmlFirstElementChild(
        xmlDocGetRootElement(draft->forms.outline)) : NULL;
}

/* Attachments bear their numbers. */
static size_t number_all(const struct jixiao_draft *draft)
{
    xmlNodePtr attachment = first_attachment(draft);
    uintptr_t count = 0;

    for (; attachment; attachment = xmlNextElementSibling(attachment))
        attachment->_private = (void *)count++;
    return count;
}

static void show(struct jixiao_draft *draft, size_t k)
{
    const struct finding *finding = findings_get(draft->findings, k);
    xmlNodePtr attachment = draft->forms.outline && finding->pointer
        ? attachment_index_find(&draft->forms.index, finding->attachment,
            finding->pointer) : NULL;

    draft->shown[k] = attachment;
    if (attachment && !finding->answer && finding->level <= LEVEL_ERROR)
        draft->counts[(uintptr_t)attachment->_private]
            .open[finding->level]++;
}

bool draft_show_findings(struct jixiao_draft *draft)
{
    size_t count = findings_count(draft->findings);

    free(draft->shown);
    free(draft->counts);
    draft->shown = calloc(count + 1, sizeof *draft->shown);
    draft->counts = calloc(number_all(draft) + 1, sizeof *draft->counts);
    if (!draft->shown || !draft->counts)
        return false;
    for (size_t k = 0; k < count; k++)
        show(draft, k);
    return true;
}

const char *jixiao_draft_shown_in(const struct jixiao_draft *draft, size_t k)
{
    return draft->shown[k] ? node_attribute(draft->shown[k], "id") : NULL;
}

bool jixiao_draft_get_attachment(const struct jixiao_draft *draft, size_t k,
    struct jixiao_draft_attachment *attachment)
{
    xmlNodePtr element = first_attachment(draft);

    for (size_t n = 0; element && n < k; n++)
        element = xmlNextElementSibling(element);
    if (!element)
        return false;
    *attachment = (struct jixiao_draft_attachment){
        .id = node_attribute(element, "id"),
        .title = node_attribute(element, "name") };
    for (int level = 0; level <= LEVEL_ERROR; level++)
        attachment->open[level] = draft->counts[k].open[level];
    return true;
}
