/* Looks where the reasons for corrections lead. */

#include "library/reasons.h"

#include <string.h>

#include "0_base/id_map.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"

struct checking {
    const struct jixiao_comparison *comparison;
    struct findings *findings;
    struct id_map corrected;    /* pointers to what was stated otherwise, and
                                   to what is around it */
};

static bool note(struct checking *checking, const char *pointer)
{
    uint32_t id;

    for (size_t length = strlen(pointer); length > 0; length--)
        if ((pointer[length] == '\0' || pointer[length] == '/')
            && !id_map_add(&checking->corrected, id_map_text(pointer,
                length), &id))
            return false;
    return true;
}

static bool note_all(struct checking *checking)
{
    const struct facts *facts = checking->comparison->facts;

    for (size_t k = 0; k < facts->count; k++)
        if (!facts->list[k].follows && !note(checking,
                facts->list[k].pointer))
            return false;
    return true;
}

static bool is_somewhere(const struct checking *checking,
    const char *pointer)
{
    const struct jixiao_comparison *comparison = checking->comparison;

    return where_find(comparison->old->submission, pointer)
        || where_find(comparison->new->submission, pointer);
}

static void check_reason(struct checking *checking, xmlNodePtr entry)
{
    const struct json *json = checking->comparison->new->json;
    xmlNodePtr member = node_child(entry, "pointer");
    const char *pointer = member ? node_only_words(member) : NULL;
    const char *src = member ? node_attribute(member, "src") : NULL;
    uint32_t id;

    if (!pointer || !*pointer || !src || id_map_find(&checking->corrected,
            id_map_text(pointer, strlen(pointer)), &id))
        return;
    findings_add(checking->findings, is_somewhere(checking, pointer)
            ? CATALOGUE_REASON_IDLE : CATALOGUE_REASON_NOWHERE,
        json_place_at(json, src), src, "place", pointer, NULL);
}

bool reasons_check(const struct jixiao_comparison *comparison,
    struct findings *findings)
{
    struct checking checking = { .comparison = comparison,
        .findings = findings };
    xmlNodePtr list = node_child(xmlDocGetRootElement(
        comparison->new->submission), "corrections");
    xmlNodePtr entry = list ? xmlFirstElementChild(list) : NULL;

    bool good = !entry || note_all(&checking);

    findings_set_file(findings, comparison->new->path);
    if (!good)
        findings_out_of_memory(findings);
    for (; good && entry; entry = xmlNextElementSibling(entry))
        check_reason(&checking, entry);
    id_map_free(&checking.corrected);
    return good && !findings_lack_memory(findings);
}
