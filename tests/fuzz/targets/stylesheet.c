/*
 * A stylesheet: compiled, run on a small tree, and compared with what libxslt
 * makes of it.
 */

#include <libxml/parser.h>
#include <string.h>

#include "../fuzz.h"
#include "7_forms/stylesheet.h"

#define PATH "stylesheets/e/fuzz.xsl"

static const char source[] = "<submission edition='e' xmlns:p='urn:p'>"
    "<year src='/year' label='年度'>2024</year><a p:at='1' src='/a'>1.50</a>"
    "<items><item key='x'><name>甲项</name><share>40</share></item>"
    "<item key='y'><name>乙项</name><share/>尾</item></items>"
    "<?pi some?><!-- none --><p:b> 二  三 </p:b></submission>";

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct fuzz_resources replaced = { PATH, bytes, size };
    struct resources resources = fuzz_resources(&replaced);
    struct findings *findings = findings_new();
    struct stylesheet *stylesheet;
    struct buffer out = BUFFER_EMPTY;
    xmlDocPtr doc;

    fuzz_setup();
    stylesheet_verify(true);
    doc = xmlReadMemory(source, sizeof source - 1, NULL, NULL, 0);
    stylesheet = stylesheet_compile(&resources, PATH, findings);
    fuzz_need(stylesheet || findings_count(findings) > 0,
        "what is no stylesheet is told");
    if (stylesheet)
        fuzz_need(stylesheet_write(stylesheet, doc,
            (struct print_style){0}, &out, findings)
            || findings_count(findings) > 0, "what fails is told");
    for (size_t k = 0; k < findings_count(findings); k++)
        fuzz_need(strcmp(findings_get(findings, k)->code, "V014") != 0,
            findings_get(findings, k)->text[LANGUAGE_EN]);
    buffer_free(&out);
    stylesheet_free(stylesheet);
    xmlFreeDoc(doc);
    findings_free(findings);
    return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t room,
    unsigned seed)
{
    return fuzz_shape_xml(bytes, size, room, seed);
}
