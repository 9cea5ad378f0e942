/* Folders, findings and trees as text, for the tests of stages. */

#include "fixture.h"

#include <CUnit/CUnit.h>
#include <dirent.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "0_base/buffer.h"
#include "3_transform/submission.h"
#include "3_transform/transform.h"

#define TEXT_SIZE 8192

static void need(bool good, const char *what)
{
    if (good)
        return;
    perror(what);
    exit(2);
}

void fixture_skip(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    fputs("skip ", stdout);
    vprintf(format, arguments);
    putchar('\n');
    va_end(arguments);
    CU_PASS("skipped");
}

void fixture_begin(struct fixture *fixture)
{
    strcpy(fixture->path, "/tmp/jixiao-unit-XXXXXX");
    need(mkdtemp(fixture->path) != NULL, fixture->path);
    fixture->resources = (struct resources){ .data_dir = fixture->path };
}

static void remove_below(const char *path)
{
    DIR *folder = opendir(path);
    struct dirent *entry;

    while (folder && (entry = readdir(folder)) != NULL) {
        char name[1024];
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
        if (unlink(name) != 0)
            remove_below(name);
    }
    if (folder)
        closedir(folder);
    rmdir(path);
}

void fixture_end(struct fixture *fixture)
{
    remove_below(fixture->path);
}

void fixture_write(const struct fixture *fixture, const char *name,
    const char *text)
{
    char path[1024];

    snprintf(path, sizeof path, "%s/%s", fixture->path, name);
    for (char *step = path + strlen(fixture->path) + 1;
        (step = strchr(step, '/')) != NULL; *step++ = '/') {
        *step = '\0';
        mkdir(path, 0700);
    }
    FILE *file = fopen(path, "wb");
    need(file && fputs(text, file) >= 0 && fclose(file) == 0, path);
}

const struct lexicon *fixture_lexicon(void)
{
    static struct lexicon *lexicon;
    const struct resources resources = { .data_dir = getenv("UNIT_DATA") };

    if (!lexicon) {
        struct findings *findings = findings_new();
        lexicon = lexicon_load(&resources,
            "schemas/hunan-county-2023/language.xml", findings);
        need(lexicon != NULL, fixture_sentence(findings, 0, LANGUAGE_EN));
        findings_free(findings);
    }
    return lexicon;
}

struct rules *fixture_rules(const struct fixture *fixture, const char *text,
    struct formulas **formulas, struct findings *findings)
{
    fixture_write(fixture, "formulas.xml",
        "<formulas xmlns='urn:jixiao:formulas:1'/>");
    fixture_write(fixture, "rules.xml", text);
    *formulas = formulas_load(&fixture->resources, "formulas.xml", findings);
    struct rules *rules = rules_load(&fixture->resources, "rules.xml",
        *formulas, fixture_lexicon(), findings);
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "");
    CU_ASSERT_PTR_NOT_NULL_FATAL(rules);
    return rules;
}

const char *fixture_codes(struct findings *findings)
{
    static char text[TEXT_SIZE];
    size_t length = 0;

    text[0] = '\0';
    findings_sort(findings);
    for (size_t k = 0; k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        length += (size_t)snprintf(text + length, sizeof text - length,
            "%s%s %u:%u%s%s", k ? ", " : "", finding->code,
            finding->place.line, finding->place.column,
            finding->pointer ? " " : "",
            finding->pointer ? finding->pointer : "");
        need(length < sizeof text, "too many findings");
    }
    return text;
}

const char *fixture_sentence(const struct findings *findings, size_t k,
    enum language language)
{
    return k < findings_count(findings)
        ? findings_get(findings, k)->text[language] : "";
}

static const char small_schema[] = "{\"$id\": \"submission.schema.json\","
    "\"x-assert-format\": true, \"title\": \"小版本\","
    "\"type\": \"object\", \"required\": [\"year\"],"
    "\"x-printed\": \"none\","
    "\"additionalProperties\": false, \"properties\": {"
    "\"edition\": {\"x-type\": \"token\", \"title\": \"版本\"},"
    "\"year\": {\"x-type\": \"year\", \"title\": \"年度\"},"
    "\"a\": {\"$ref\": \"types.schema.json#/$defs/amount\","
    " \"title\": \"甲\"},"
    "\"b\": {\"$ref\": \"types.schema.json#/$defs/amount\","
    " \"title\": \"乙\"},"
    "\"sum\": {\"$ref\": \"types.schema.json#/$defs/amount\","
    " \"title\": \"合计\", \"x-asked\": \"error\"},"
    "\"note\": {\"x-type\": \"text\", \"title\": \"备注\"},"
    "\"explanations\": {\"title\": \"说明\", \"items\": {\"properties\": {"
    "\"rule\": {\"x-type\": \"token\"},"
    "\"pointer\": {\"x-type\": \"token\"},"
    "\"reason\": {\"x-type\": \"text\"}}}}}}";

static const char small_types[] = "{\"$id\": \"types.schema.json\","
    "\"$defs\": {\"amount\": {\"x-type\": \"amount\","
    " \"x-unit\": \"万元\", \"description\": \"以万元计\"}}}";

static const char small_formulas[] =
    "<formulas xmlns='urn:jixiao:formulas:1' xmlns:x='urn:jixiao:exact'>"
    "<formula code='A04' target='sum' "
    "value='x:sum(../a | ../b)'><zh>分项之和</zh><en>the sum</en></formula>"
    "</formulas>";

static const char small_rules[] =
    "<rules xmlns='urn:jixiao:rules:1' xmlns:x='urn:jixiao:exact'>"
    "<rule code='A04' level='warning' kind='formula'><zh>合计</zh>"
    "<en>totals</en><basis>表</basis></rule>"
    "<rule code='A05' level='error'><zh>年度</zh><en>years</en>"
    "<basis>表</basis><parameter name='first' value='2001'><zh>首年</zh>"
    "<en>the first</en></parameter><check context='year' "
    "test='. &gt;= $first'><zh>太早</zh><en>is too early</en></check></rule>"
    "<rule code='A20' level='error' kind='constructed'><zh>顺序</zh>"
    "<en>order</en><basis>表</basis><reason><zh>由程序生成</zh>"
    "<en>it is made</en></reason></rule></rules>";

static const char small_forms[] = "<xsl:stylesheet version='1.0' "
    "xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "
    "xmlns='urn:jixiao:document:1' xmlns:x='urn:jixiao:exact' "
    "exclude-result-prefixes='x'>"
    "<xsl:template match='/submission'>"
    "<documents edition='{@edition}' title='{year}年整套' file='整套'>"
    "<attachment id='附件1' kind='附件1' name='表' file='附件1表'"
    " orientation='portrait' src=''><mark>附件1</mark>"
    "<title><line>表</line></title>"
    "<paragraph>合计<value src='{sum/@src}' label='{sum/@label}'"
    " state='{sum/@state}' tag='{x:tag(sum/@src)}' type='amount'>"
    "<xsl:value-of select='sum'/></value></paragraph></attachment>"
    "<attachment id='附件2' kind='附件2' name='注' file='附件2注'"
    " orientation='portrait' src=''><mark>附件2</mark>"
    "<title><line>注</line></title>"
    "<paragraph><xsl:value-of select='note'/></paragraph></attachment>"
    "</documents></xsl:template></xsl:stylesheet>";

static const char small_report[] = "<xsl:stylesheet version='1.0' "
    "xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "
    "xmlns='urn:jixiao:document:1' xmlns:s='urn:jixiao:set:1' "
    "exclude-result-prefixes='s'>"
    "<xsl:template match='/s:set'>"
    "<documents edition='{@edition}' title='{@title}' file='核对'>"
    "<attachment id='核对' kind='核对' name='核对' file='核对'"
    " orientation='portrait' src=''><title><line>核对</line></title>"
    "<paragraph><xsl:value-of select='count(s:finding)'/></paragraph>"
    "</attachment></documents></xsl:template></xsl:stylesheet>";

static void write_in(const struct fixture *fixture, const char *folder,
    const char *name, const char *file, const char *text)
{
    char path[256];

    snprintf(path, sizeof path, "%s/%s/%s", folder, name, file);
    fixture_write(fixture, path, text);
}

void fixture_write_edition(const struct fixture *fixture, const char *name)
{
    write_in(fixture, "schemas", name, "submission.schema.json",
        small_schema);
    write_in(fixture, "schemas", name, "types.schema.json", small_types);
    write_in(fixture, "schemas", name, "formulas.xml", small_formulas);
    write_in(fixture, "schemas", name, "rules.xml", small_rules);
    fixture_copy(fixture, "schemas/common/language.xml");
    write_in(fixture, "stylesheets", name, "forms.xsl", small_forms);
    write_in(fixture, "stylesheets", name, "check-report.xsl", small_report);
}

void fixture_write_list(const struct fixture *fixture, const char *path,
    const char *list, const char *elements)
{
    char text[TEXT_SIZE];
    int length = snprintf(text, sizeof text, "<%s xmlns='urn:jixiao:%s:1' "
        "xmlns:x='urn:jixiao:exact' xmlns:t='urn:jixiao:text'>\n%s</%s>",
        list, list, elements, list);

    need(length < TEXT_SIZE, path);
    fixture_write(fixture, path, text);
}

void fixture_copy(const struct fixture *fixture, const char *path)
{
    const struct resource *resource = resource_find(path);

    need(resource != NULL, path);
    fixture_write(fixture, path, (const char *)resource->bytes);
}

/* A copy with " for '. */
static char *quote(const char *text)
{
    char *copy = strdup(text);

    need(copy != NULL, "strdup");
    for (char *at = copy; (at = strchr(at, '\'')) != NULL; )
        *at = '"';
    return copy;
}

struct json *fixture_json(const char *text, struct findings *findings)
{
    char *copy = quote(text);
    struct json *json = json_parse(copy, strlen(copy), findings);
    need(json != NULL, copy);
    free(copy);
    return json;
}

static char *load(void *context, const char *uri, size_t *length)
{
    return resource_load(context, uri, length);
}

void fixture_set_begin(struct fixture_set *set, const char *schema,
    const char *data)
{
    static const char path[] = "schemas/e/submission.schema.json";
    char *copy = quote(schema);

    fixture_begin(&set->folder);
    fixture_write(&set->folder, path, copy);
    free(copy);
    set->findings = findings_new();
    set->schema = schema_compile(path, &(struct schema_options){
        .load = load, .context = &set->folder.resources }, set->findings);
    need(set->schema != NULL, fixture_sentence(set->findings, 0,
        LANGUAGE_EN));
    set->json = fixture_json(data, set->findings);
    set->style = transform_style(set->schema);
    set->doc = transform(set->json, set->schema, "e", set->findings);
    need(set->doc || findings_count(set->findings), "transform");
}

void fixture_set_end(struct fixture_set *set)
{
    submission_free(set->doc);
    json_free(set->json);
    schema_free(set->schema);
    findings_free(set->findings);
    fixture_end(&set->folder);
}

xmlDocPtr fixture_xml(const char *text)
{
    xmlDocPtr doc = xmlReadMemory(text, (int)strlen(text), NULL, NULL,
        XML_PARSE_NOBLANKS | XML_PARSE_NONET);

    need(doc != NULL, text);
    return doc;
}

const char *fixture_element(xmlNodePtr node)
{
    static char text[TEXT_SIZE];
    xmlOutputBufferPtr out = xmlAllocOutputBuffer(NULL);

    need(out && node && submission_list(node->doc), "xmlAllocOutputBuffer");
    if (!node->doc->encoding)       /* else attributes are escaped */
        node->doc->encoding = xmlStrdup(BAD_CAST "UTF-8");
    xmlNodeDumpOutput(out, node->doc, node, 0, 0, "UTF-8");
    snprintf(text, sizeof text, "%.*s", (int)xmlOutputBufferGetSize(out),
        (const char *)xmlOutputBufferGetContent(out));
    xmlOutputBufferClose(out);
    return text;
}

const char *fixture_xpath(xmlDocPtr doc, const char *expression)
{
    static char text[TEXT_SIZE];
    xmlXPathContextPtr context = xmlXPathNewContext(doc);

    need(submission_list(doc), "submission_list");
    xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST expression,
        context);
    xmlChar *string = found ? xmlXPathCastToString(found) : NULL;

    snprintf(text, sizeof text, "%s", string ? (const char *)string : "?");
    xmlFree(string);
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    return text;
}
