/* Findings, string by string. */

#include "0_base/findings_pack.h"

#include "0_base/finding_strings.h"

static void pack_finding(struct finding finding, struct buffer *out)
{
    const char **strings[FINDING_STRING_COUNT];

    finding_strings(&finding, strings);
    packed_add_text(out, finding.file);
    packed_add_number(out, finding.level);
    packed_add_number(out, finding.place.line);
    packed_add_number(out, finding.place.column);
    packed_add_number(out, finding.line_at);
    packed_add_number(out, finding.line_cut[0]);
    packed_add_number(out, finding.line_cut[1]);
    for (int k = 0; k < FINDING_STRING_COUNT; k++)
        packed_add_text(out, *strings[k]);
}

/* The one that memory ran out for is none of the list. */
void findings_pack(const struct findings *findings, struct buffer *out)
{
    bool lacks = findings_lack_memory(findings);
    size_t count = findings_count(findings) - lacks;

    packed_add_number(out, lacks);
    packed_add_number(out, count);
    for (size_t k = 0; k < count; k++)
        pack_finding(*findings_get(findings, k), out);
}

static void unpack_finding(struct packed *packed, struct findings *findings)
{
    struct finding finding = {0};
    const char **strings[FINDING_STRING_COUNT];
    const char *file = packed_text(packed);

    finding_strings(&finding, strings);
    finding.level = (enum level)packed_number(packed);
    finding.place.line = (unsigned)packed_number(packed);
    finding.place.column = (unsigned)packed_number(packed);
    finding.line_at = (unsigned)packed_number(packed);
    finding.line_cut[0] = packed_number(packed);
    finding.line_cut[1] = packed_number(packed);
    for (int k = 0; k < FINDING_STRING_COUNT; k++)
        *strings[k] = packed_text(packed);
    if (packed->failed)
        return;
    findings_set_file(findings, file);
    findings_add_made(findings, &finding);
}

void findings_unpack(struct packed *packed, struct findings *findings)
{
    const char *file = findings_file(findings);

    if (packed_number(packed))
        findings_out_of_memory(findings);
    for (size_t left = packed_number(packed); left && !packed->failed; left--)
        unpack_finding(packed, findings);
    findings_set_file(findings, file);
}
