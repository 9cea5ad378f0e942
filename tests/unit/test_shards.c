/* The parts of runs that records are of, and which of them are missing. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

#include "15_summary/shape.h"
#include "15_summary/shards.h"
#include "fixture.h"

static const struct resources built_in = { .data_dir = NULL };

/* Reads parts that are written "1/3 2/3" and tells what is missing: the text of
 * the findings in order, with blanks between. */
static void tell(const char *parts, struct buffer *told)
{
    struct findings *findings = findings_new();
    struct schema *shape = shape_open(&built_in,
        "schemas/common/shard.schema.json", findings);
    struct shards shards = { .list = NULL };
    size_t number, count;
    int length;

    for (; sscanf(parts, "%zu/%zu %n", &number, &count, &length) == 2;
        parts += length) {
        struct buffer line = BUFFER_EMPTY;
        findings_set_file(findings, "p.jsonl");
        shards_print("jixiao 0.1.0", number, count, &line);
        CU_ASSERT_TRUE(shards_is_line(buffer_string(&line), line.length));
        CU_ASSERT_TRUE(shards_read(&shards, shape, buffer_string(&line),
            line.length, 1, findings));
        buffer_free(&line);
    }
    size_t before = findings_count(findings);
    CU_ASSERT_TRUE(shards_tell(&shards, findings));
    CU_ASSERT_EQUAL(shards.lacks, findings_count(findings) > before);
    for (size_t k = 0; k < findings_count(findings); k++)
        buffer_printf(told, "%s%s", k ? " " : "",
            findings_get(findings, k)->text[LANGUAGE_ZH]);
    shards_free(&shards);
    schema_free(shape);
    findings_free(findings);
}

static void tells_what_is_missing(void)
{
    static const struct { const char *parts, *said; } cases[] = {
        { "", NULL }, { "1/1", NULL }, { "3/3 1/3 2/3 1/3", NULL },
        { "1/3 3/3", "分 3 份，缺第 2 份" },
        { "2/3", "分 3 份，缺第 1、3 份" },
        { "1/2 1/3 2/3 3/3", "分 2 份，缺第 2 份" },
        { "1/100", "、20、21、… 份" },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct buffer told = BUFFER_EMPTY;
        tell(cases[k].parts, &told);
        if (cases[k].said)
            CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&told),
                cases[k].said));
        CU_ASSERT_EQUAL(told.length > 0, cases[k].said != NULL);
        buffer_free(&told);
    }
}

static void refuses_what_is_beyond(void)
{
    struct findings *findings = findings_new();
    struct schema *shape = shape_open(&built_in,
        "schemas/common/shard.schema.json", findings);
    struct shards shards = { .list = NULL };
    struct buffer line = BUFFER_EMPTY;

    shards_print("jixiao 0.1.0", 5, 3, &line);
    CU_ASSERT_FALSE(shards_read(&shards, shape, buffer_string(&line),
        line.length, 7, findings));
    CU_ASSERT_EQUAL_FATAL(findings_count(findings), 1);
    const struct finding *said = findings_get(findings, 0);
    CU_ASSERT_PTR_NOT_NULL(strstr(said->text[LANGUAGE_ZH],
        "第 5 份比共 3 份还大"));
    CU_ASSERT_EQUAL(said->place.line, 7);
    CU_ASSERT_EQUAL(said->place.column,
        (unsigned)(strstr(buffer_string(&line), ":5") + 2
            - buffer_string(&line)));
    CU_ASSERT_TRUE(shards_tell(&shards, findings));
    CU_ASSERT_TRUE(shards.lacks);
    CU_ASSERT_EQUAL(findings_count(findings), 1);
    buffer_free(&line);
    shards_free(&shards);
    schema_free(shape);
    findings_free(findings);
}

static void knows_a_record(void)
{
    static const char *const lines[] = { "", "\"", "{\"file\":\"a\"}",
        "{\"where\":\"\\\"shard\\\":1\"}", "\"shard\"" };

    for (size_t k = 0; k < COUNT(lines); k++)
        CU_ASSERT_FALSE(shards_is_line(lines[k], strlen(lines[k])));
}

CU_TestInfo shards_tests[] = {
    { "tells which parts are missing", tells_what_is_missing },
    { "refuses a part beyond the last", refuses_what_is_beyond },
    { "knows a record from a part", knows_a_record },
    CU_TEST_INFO_NULL
};
