/* Looks which reasons for corrections a notice prints. */

#include "library/reasons.h"

#include <string.h>

#include "0_base/id_map.h"
#include "1_read/reserved.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"

struct checking {
    const struct jixiao_comparison *comparison;
    struct findings *findings;
    struct id_map printed;      /* pointers of what the notice prints */
    struct id_map corrected;    /* those to what was stated otherwise, and to
                                   what is around it */
    struct id_map whole;        /* those to what came or went whole */
};

static bool note(struct id_map *pointers, const char *pointer, size_t length)
{
    uint32_t id;

    return id_map_add(pointers, id_map_text(pointer, length), &id);
}

static bool is_noted(const struct id_map *pointers, const char *pointer,
    size_t length)
{
    uint32_t id;

    return id_map_find(pointers, id_map_text(pointer, length), &id);
}

/* The length of what is around that; 0 where nothing is. */
static size_t around(const char *pointer, size_t length)
{
    while (length > 0 && pointer[--length] != '/')
        continue;
    return length;
}

/* --- what changed, and what is printed ------------------------------------ */

static bool note_fact(struct checking *checking, const struct fact *fact)
{
    bool good = (fact->kind != FACT_ADDED && fact->kind != FACT_REMOVED)
        || note(&checking->whole, fact->pointer, strlen(fact->pointer));

    for (size_t length = strlen(fact->pointer); good && length > 0;
        length = around(fact->pointer, length))
        good = note(&checking->corrected, fact->pointer, length);
    return good;
}

static bool note_facts(struct checking *checking)
{
    const struct facts *facts = checking->comparison->facts;
    bool good = true;

    for (size_t k = 0; good && k < facts->count; k++)
        good = facts->list[k].follows
            || note_fact(checking, &facts->list[k]);
    return good;
}

static bool note_printed(struct checking *checking, xmlNodePtr element)
{
    const char *src = node_attribute(element, "src");
    bool good = !src || note(&checking->printed, src, strlen(src));

    for (xmlNodePtr child = xmlFirstElementChild(element); good && child;
        child = xmlNextElementSibling(child))
        good = note_printed(checking, child);
    return good;
}

/* --- reasons -------------------------------------------------------------- */

static bool is_somewhere(const struct checking *checking,
    const char *pointer)
{
    const struct jixiao_comparison *comparison = checking->comparison;

    return where_find(comparison->old->submission, pointer)
        || where_find(comparison->new->submission, pointer);
}

/* The length of the pointer to what came or went whole and has the place in
 * it; 0 for none. */
static size_t whole_around(const struct checking *checking,
    const char *pointer)
{
    size_t length = around(pointer, strlen(pointer));

    while (length > 0 && !is_noted(&checking->whole, pointer, length))
        length = around(pointer, length);
    return length;
}

/* Says why a reason is not printed. */
static void add_finding(struct checking *checking, const char *pointer,
    const char *src)
{
    struct place place = json_place_at(checking->comparison->new->json, src);
    size_t length = whole_around(checking, pointer);
    struct buffer whole = BUFFER_EMPTY;
    enum catalogue code = !is_somewhere(checking, pointer)
        ? CATALOGUE_REASON_NOWHERE : length > 0 ? CATALOGUE_REASON_INSIDE
        : is_noted(&checking->corrected, pointer, strlen(pointer))
        ? CATALOGUE_REASON_UNLISTED : CATALOGUE_REASON_IDLE;

    buffer_add(&whole, pointer, length);
    if (whole.failed)
        findings_out_of_memory(checking->findings);
    else
        findings_add(checking->findings, code, place, src, "place", pointer,
            "whole", buffer_string(&whole), NULL);
    buffer_free(&whole);
}

static void check_reason(struct checking *checking, xmlNodePtr entry)
{
    xmlNodePtr member = node_child(entry, RESERVED_POINTER);
    xmlNodePtr reason = node_child(entry, RESERVED_REASON);
    const char *pointer = member ? node_only_words(member) : NULL;
    const char *src = member ? node_attribute(member, "src") : NULL;
    const char *printed = reason ? node_attribute(reason, "src") : NULL;

    if (pointer && *pointer && src && (!printed
            || !is_noted(&checking->printed, printed, strlen(printed))))
        add_finding(checking, pointer, src);
}

bool reasons_check(const struct jixiao_comparison *comparison,
    xmlDocPtr notice, struct findings *findings)
{
    struct checking checking = { .comparison = comparison,
        .findings = findings };
    xmlNodePtr list = node_child(xmlDocGetRootElement(
        comparison->new->submission), RESERVED_CORRECTIONS);
    xmlNodePtr entry = list ? xmlFirstElementChild(list) : NULL;
    bool good = !entry || (note_facts(&checking)
        && (!notice || note_printed(&checking, xmlDocGetRootElement(notice))));

    findings_set_file(findings, comparison->new->path);
    if (!good)
        findings_out_of_memory(findings);
    for (; good && entry; entry = xmlNextElementSibling(entry))
        check_reason(&checking, entry);
    id_map_free(&checking.printed);
    id_map_free(&checking.corrected);
    id_map_free(&checking.whole);
    return good && !findings_lack_memory(findings);
}
