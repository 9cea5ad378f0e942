/*
 * jixiao_validate(): intermediates against their RELAX NG grammars.
 */

#include <libxml/relaxng.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/xml.h"
#include "library/set.h"

static const char *const grammar_paths[] = {
    [JIXIAO_SUBMISSION] = "schemas/common/submission.rng",
    [JIXIAO_DOCUMENT] = "schemas/common/document.rng",
    [JIXIAO_CONTENTS] = "schemas/common/set.rng",
};

static void ignore_error(void *user, xmlErrorPtr error)
{
    (void)user;
    (void)error;
}

/* The grammar, compiled when it is first asked for. */
static xmlRelaxNGPtr open_grammar(struct jixiao *jixiao,
    enum jixiao_grammar grammar, struct findings *findings)
{
    if (jixiao->grammars[grammar])
        return jixiao->grammars[grammar];

    xmlDocPtr doc = xml_load(&jixiao->resources, grammar_paths[grammar],
        findings);
    xmlRelaxNGParserCtxtPtr parser = doc ? xmlRelaxNGNewDocParserCtxt(doc)
        : NULL;
    if (parser) {
        xmlRelaxNGSetParserStructuredErrors(parser, ignore_error, NULL);
        jixiao->grammars[grammar] = xmlRelaxNGParse(parser);
        xmlRelaxNGFreeParserCtxt(parser);
        if (!jixiao->grammars[grammar])
            findings_add(findings, CATALOGUE_RESOURCE_MALFORMED,
                (struct place){ 0, 0 }, NULL,
                "path", grammar_paths[grammar], "reason", "RELAX NG", NULL);
    }
    if (doc)
        xmlFreeDoc(doc);
    return jixiao->grammars[grammar];
}

struct violations {
    struct findings *findings;
    const char *grammar;
};

static void report_violation(void *user, xmlErrorPtr error)
{
    struct violations *violations = user;
    const char *message = error->message ? error->message : "";
    char *line = strndup(message, strcspn(message, "\n"));

    if (line)
        findings_add(violations->findings, CATALOGUE_GRAMMAR_VIOLATED,
            (struct place){ 0, 0 }, NULL, "path", violations->grammar,
            "reason", line, NULL);
    else
        findings_out_of_memory(violations->findings);
    free(line);
}

bool jixiao_validate(struct jixiao *jixiao, enum jixiao_grammar grammar,
    xmlDocPtr intermediate, struct findings *findings)
{
    struct violations violations = { findings, grammar_paths[grammar] };
    xmlRelaxNGPtr compiled = open_grammar(jixiao, grammar, findings);
    xmlRelaxNGValidCtxtPtr context = compiled
        ? xmlRelaxNGNewValidCtxt(compiled) : NULL;

    if (!context)
        return false;
    xmlRelaxNGSetValidStructuredErrors(context, report_violation,
        &violations);
    bool valid = xmlRelaxNGValidateDoc(context, intermediate) == 0;
    xmlRelaxNGFreeValidCtxt(context);
    return valid;
}
