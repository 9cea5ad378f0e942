/*
 * What a report tells of a data file, taken from one process to another.
 */

#include <stdlib.h>

#include "0_base/findings_pack.h"
#include "library/handles.h"
#include "library/reports/reports.h"

static void pack_tallies(const struct jixiao_set *set, struct buffer *out)
{
    size_t count = set_rules(set) ? rules_count(set_rules(set)) : 0;

    packed_add_text(out, set->edition->name);
    packed_add_number(out, count);
    for (size_t k = 0; k < count; k++) {
        packed_add_number(out, set->tallies[k].looked_at);
        packed_add_number(out, set->tallies[k].found);
    }
}

char *jixiao_report_pack(const struct jixiao_set *set,
    struct jixiao_findings *findings, size_t *length)
{
    struct buffer out = BUFFER_EMPTY;

    if (set)
        set_keep_lines(set, findings_inside(findings));
    findings_pack(findings_within(findings), &out);
    if (set)
        pack_tallies(set, &out);
    else
        packed_add_text(&out, NULL);
    *length = out.length;
    char *bytes = buffer_take(&out);
    if (!bytes)
        jixiao_findings_out_of_memory(findings);
    return bytes;
}

/* The edition and what its rules came to; *tallies is the caller's to free.
 * False where the bytes are others than this program has packed. */
static bool unpack_tallies(struct jixiao *jixiao, struct packed *packed,
    struct report_file *file, struct rule_tally **tallies,
    struct findings *findings)
{
    const char *name = packed_text(packed);
    struct edition *edition = name
        ? jixiao_open_edition(jixiao, name, findings) : NULL;
    const struct rules *rules = edition
        ? jixiao_open_rules(jixiao, edition, findings) : NULL;
    size_t count = name ? packed_number(packed) : 0;

    if (!name || !count || packed->failed)
        return !packed->failed;
    if (!rules || count != rules_count(rules))
        return false;
    *tallies = calloc(count, sizeof **tallies);
    if (!*tallies) {
        findings_out_of_memory(findings);
        return false;
    }
    for (size_t k = 0; k < count; k++) {
        (*tallies)[k].looked_at = packed_number(packed);
        (*tallies)[k].found = packed_number(packed);
    }
    file->edition = edition->name;
    file->rules = rules;
    file->tallies = *tallies;
    return !packed->failed;
}

bool jixiao_report_packed(struct jixiao_report *report,
    struct jixiao *jixiao, const char *path, const char *bytes,
    size_t length, struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    struct packed packed = { bytes, bytes + length, false };
    struct report_file file = { .path = path, .findings = list };
    struct rule_tally *tallies = NULL;

    findings_unpack(&packed, list);
    bool good = unpack_tallies(jixiao, &packed, &file, &tallies, list);
    findings_sort(list);
    if (report)
        report_file((struct report *)report, &file);
    free(tallies);
    return good;
}
