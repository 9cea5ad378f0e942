/*
 * Intermediates against their RELAX NG grammars, and jixiao_verify().
 */

#include "library/grammar.h"

#include <libxml/relaxng.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/xml.h"
#include "0_base/xml_memory.h"
#include "3_transform/submission.h"
#include "library/edition_columns.h"
#include "library/edition_paths.h"
#include "library/handles.h"

static const char *const grammar_paths[] = {
    [GRAMMAR_SUBMISSION] = "schemas/common/submission.rng",
    [GRAMMAR_DOCUMENT] = "schemas/common/document.rng",
    [GRAMMAR_CONTENTS] = "schemas/common/set.rng",
    [GRAMMAR_CORRECTION] = "schemas/common/correction.rng",
    [GRAMMAR_ARCHIVE] = "schemas/common/archive.rng",
    [GRAMMAR_SUMMARY] = "schemas/common/summary.rng",
    [GRAMMAR_WORKBOOK] = "schemas/common/workbook.rng",
};

static void ignore_error(void *user, xmlErrorPtr error)
{
    (void)user;
    (void)error;
}

/* The grammar, compiled when it is first asked for. */
static xmlRelaxNGPtr open_grammar(struct jixiao *jixiao,
    enum grammar grammar, struct findings *findings)
{
    if (jixiao->grammars[grammar])
        return jixiao->grammars[grammar];

    xmlDocPtr doc = xml_load(&jixiao->resources, grammar_paths[grammar],
        findings);
    unsigned long before = xml_memory_lacked();
    xmlRelaxNGParserCtxtPtr parser = doc ? xmlRelaxNGNewDocParserCtxt(doc)
        : NULL;
    if (doc && !parser)
        findings_out_of_memory(findings);
    if (parser) {
        xmlRelaxNGSetParserStructuredErrors(parser, ignore_error, NULL);
        jixiao->grammars[grammar] = xmlRelaxNGParse(parser);
        xmlRelaxNGFreeParserCtxt(parser);
        if (!jixiao->grammars[grammar] && xml_memory_lacked() != before)
            findings_out_of_memory(findings);
        else if (!jixiao->grammars[grammar])
            findings_add(findings, CATALOGUE_RESOURCE_MALFORMED,
                (struct place){ 0, 0 }, NULL,
                "path", grammar_paths[grammar], "reason", "RELAX NG",
                "reason_en", "RELAX NG", NULL);
    }
    if (doc)
        xmlFreeDoc(doc);
    return jixiao->grammars[grammar];
}

struct violations {
    struct findings *findings;
    const char *grammar;
    struct buffer *reason;      /* of the first alone */
    unsigned long lacked;       /* allocations, before */
};

static void report_violation(void *user, xmlErrorPtr error)
{
    struct violations *violations = user;
    const char *message = error->message ? error->message : "";

    if (xml_memory_lacked() != violations->lacked) {
        findings_out_of_memory(violations->findings);
        return;
    }
    char *line = strndup(message, strcspn(message, "\n"));

    if (line)
        findings_add(violations->findings, CATALOGUE_GRAMMAR_VIOLATED,
            (struct place){ 0, 0 }, NULL, "path", violations->grammar,
            "reason", line, NULL);
    else
        findings_out_of_memory(violations->findings);
    free(line);
}

/* Each violation goes to report. */
static bool validate(struct jixiao *jixiao, enum grammar grammar,
    xmlDocPtr tree, xmlStructuredErrorFunc report,
    struct violations *violations)
{
    struct findings *findings = violations->findings;
    xmlRelaxNGPtr compiled = open_grammar(jixiao, grammar, findings);
    violations->lacked = xml_memory_lacked();
    xmlRelaxNGValidCtxtPtr context = compiled && submission_list(tree)
        ? xmlRelaxNGNewValidCtxt(compiled) : NULL;

    if (compiled && !context)
        findings_out_of_memory(findings);
    if (!context)
        return false;
    xmlRelaxNGSetValidStructuredErrors(context, report, violations);
    bool valid = xmlRelaxNGValidateDoc(context, tree) == 0;
    xmlRelaxNGFreeValidCtxt(context);
    return valid;
}

bool grammar_check(struct jixiao *jixiao, enum grammar grammar,
    xmlDocPtr intermediate, struct findings *findings)
{
    return validate(jixiao, grammar, intermediate, report_violation,
        &(struct violations){ .findings = findings,
            .grammar = grammar_paths[grammar] });
}

static void note_violation(void *user, xmlErrorPtr error)
{
    struct violations *violations = user;
    const char *message = error->message ? error->message : "";

    if (xml_memory_lacked() != violations->lacked)
        findings_out_of_memory(violations->findings);
    else if (violations->reason->length == 0)
        buffer_printf(violations->reason, "%d: %.*s", error->line,
            (int)strcspn(message, "\n"), message);
}

bool grammar_fits(struct jixiao *jixiao, enum grammar grammar, xmlDocPtr tree,
    struct buffer *reason, struct findings *findings)
{
    return validate(jixiao, grammar, tree, note_violation,
        &(struct violations){ .findings = findings, .reason = reason });
}

const char *grammar_path(enum grammar grammar)
{
    return grammar_paths[grammar];
}

bool jixiao_verify(struct jixiao *jixiao, const struct jixiao_set *set,
    struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    xmlDocPtr documents = set_document(set, NULL, list);
    bool valid = grammar_check(jixiao, GRAMMAR_SUBMISSION, set->submission,
        list);

    valid = edition_check_schemas(set->edition, list) && valid;
    valid = edition_check_columns(set->edition, list) && valid;
    valid = edition_check_paths(set->edition, list) && valid;
    valid = set_compare(set, list) && valid;
    if (!documents)
        return false;
    valid = grammar_check(jixiao, GRAMMAR_DOCUMENT, documents, list) && valid;
    xmlFreeDoc(documents);
    return valid;
}
