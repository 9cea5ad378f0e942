/* Of a comparison what only a build can tell: the files that are new, and the
 * findings that went and came. */

#include "library/reports/comparison.h"

#include "3_transform/submission.h"
#include "7_forms/attachments.h"
#include "library/reports/line.h"

struct printing {
    const struct compared *compared;
    enum language language;
    FILE *out;
};

static void say(const struct printing *printing, enum phrase phrase)
{
    fputs(phrase_text(phrase, printing->language), printing->out);
}

static void begin_part(const struct printing *printing, enum phrase phrase,
    size_t count)
{
    fputs("  ", printing->out);
    say(printing, phrase);
    fprintf(printing->out, " %zu\n", count);
}

/* --- files --------------------------------------------------------------- */

bool comparison_is_made(const struct compared *compared,
    const struct document_changed *document)
{
    return !compared->only || document->kind == DOCUMENT_REMOVED
        || attachment_is_listed(document->attachment, compared->only);
}

static void print_document(const struct printing *printing,
    const struct document_changed *document)
{
    fputs("    ", printing->out);
    line_print_text(node_attribute(document->attachment, "id"),
        printing->language, printing->out);
    fputc(' ', printing->out);
    line_print_text(node_attribute(document->attachment, "name"),
        printing->language, printing->out);
    if (document->kind == DOCUMENT_ADDED)
        say(printing, PHRASE_DIFF_ADDED);
    else if (document->kind == DOCUMENT_REMOVED)
        say(printing, PHRASE_DIFF_REMOVED);
    if (!comparison_is_made(printing->compared, document))
        say(printing, PHRASE_DIFF_NOT_MADE);
    fputc('\n', printing->out);
}

/* In the order of the index: the whole set, where any of it is new, and the
 * check report, which tells the correction. */
static void print_files(const struct printing *printing)
{
    const struct documents_changed *documents = printing->compared->documents;

    begin_part(printing, PHRASE_DIFF_FILES, documents->count + 1
        + (documents->count > 0));
    if (documents->count) {
        fputs("    ", printing->out);
        say(printing, PHRASE_DIFF_WHOLE);
        if (printing->compared->only)
            say(printing, PHRASE_DIFF_NOT_MADE);
        fputc('\n', printing->out);
    }
    fputs("    ", printing->out);
    say(printing, PHRASE_DIFF_CHECK_REPORT);
    fputc('\n', printing->out);
    for (size_t k = 0; k < documents->count; k++)
        print_document(printing, &documents->list[k]);
}

/* --- findings ------------------------------------------------------------ */

/* Lines and pointers are those of two files: neither is said. */
static void print_finding(const struct printing *printing,
    const struct finding_changed *changed)
{
    struct finding finding = *changed->finding;

    finding.file = NULL;
    finding.place = (struct place){ 0, 0 };
    finding.pointer = NULL;
    fputs("    ", printing->out);
    if (changed->kind == FINDING_ANSWERED)
        say(printing, PHRASE_DIFF_ANSWERED);
    line_print(&finding, (struct line_style){ .language =
        printing->language }, printing->out);
}

static void print_findings(const struct printing *printing, bool came,
    enum phrase phrase)
{
    const struct findings_changed *findings = printing->compared->findings;
    size_t count = 0;

    for (size_t k = 0; k < findings->count; k++)
        count += (findings->list[k].kind == FINDING_CAME) == came;
    if (count)
        begin_part(printing, phrase, count);
    for (size_t k = 0; k < findings->count; k++)
        if ((findings->list[k].kind == FINDING_CAME) == came)
            print_finding(printing, &findings->list[k]);
}

void comparison_report_build(const struct compared *compared,
    enum language language, FILE *out)
{
    const struct printing printing = { compared, language, out };

    print_files(&printing);
    print_findings(&printing, false, PHRASE_DIFF_GONE);
    print_findings(&printing, true, PHRASE_DIFF_CAME);
}
