/* Findings sent from one process to another come back as they were. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "0_base/findings_pack.h"
#include "0_base/finding_strings.h"
#include "fixture.h"

/* Two of two files, the first with a text in every string. */
static struct findings *make_findings(void)
{
    struct findings *findings = findings_new();
    struct finding finding = { .level = LEVEL_ERROR, .place = { 3, 4 },
        .line_at = 5, .line_cut = { true, false } };
    const char **strings[FINDING_STRING_COUNT];
    char texts[FINDING_STRING_COUNT][2] = {{0}};

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    finding_strings(&finding, strings);
    for (int k = 0; k < FINDING_STRING_COUNT; k++) {
        texts[k][0] = (char)('a' + k);
        *strings[k] = texts[k];
    }
    findings_set_file(findings, "one.json");
    findings_add_made(findings, &finding);
    findings_set_file(findings, NULL);
    findings_add_made(findings, &(struct finding){ .code = "A1",
        .level = LEVEL_HINT, .text = { "句", "s" } });
    return findings;
}

static bool is_same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static void check_same(struct finding a, struct finding b)
{
    const char **of_a[FINDING_STRING_COUNT], **of_b[FINDING_STRING_COUNT];

    finding_strings(&a, of_a);
    finding_strings(&b, of_b);
    CU_ASSERT_EQUAL(a.level, b.level);
    CU_ASSERT_EQUAL(a.place.line, b.place.line);
    CU_ASSERT_EQUAL(a.place.column, b.place.column);
    CU_ASSERT_EQUAL(a.line_at, b.line_at);
    CU_ASSERT_EQUAL(a.line_cut[0], b.line_cut[0]);
    CU_ASSERT_EQUAL(a.line_cut[1], b.line_cut[1]);
    CU_ASSERT_TRUE(is_same(a.file, b.file));
    for (int k = 0; k < FINDING_STRING_COUNT; k++)
        CU_ASSERT_TRUE(is_same(*of_a[k], *of_b[k]));
}

/* The first `size` bytes of what was packed, or all. */
static struct findings *unpack(const struct buffer *bytes, size_t size,
    bool *failed)
{
    struct findings *findings = findings_new();
    struct packed packed = { bytes->bytes, bytes->bytes + size, false };

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    findings_set_file(findings, "run.json");
    findings_unpack(&packed, findings);
    *failed = packed.failed;
    CU_ASSERT_STRING_EQUAL(findings_file(findings), "run.json");
    return findings;
}

static void come_back_as_they_were(void)
{
    struct findings *findings = make_findings();
    struct buffer bytes = BUFFER_EMPTY;
    bool failed;

    findings_pack(findings, &bytes);
    struct findings *back = unpack(&bytes, bytes.length, &failed);
    CU_ASSERT_FALSE(failed);
    CU_ASSERT_EQUAL_FATAL(findings_count(back), 2);
    for (size_t k = 0; k < 2; k++)
        check_same(*findings_get(findings, k), *findings_get(back, k));
    CU_ASSERT_FALSE(findings_lack_memory(back));
    findings_free(back);
    findings_free(findings);
    buffer_free(&bytes);
}

static void tell_that_memory_ran_out(void)
{
    struct findings *findings = make_findings();
    struct buffer bytes = BUFFER_EMPTY;
    bool failed;

    findings_out_of_memory(findings);
    findings_pack(findings, &bytes);
    struct findings *back = unpack(&bytes, bytes.length, &failed);
    CU_ASSERT_FALSE(failed);
    CU_ASSERT_EQUAL(findings_count(back), 3);
    CU_ASSERT_TRUE(findings_lack_memory(back));
    findings_free(back);
    findings_free(findings);
    buffer_free(&bytes);
}

static void end_where_the_bytes_end(void)
{
    struct findings *findings = make_findings();
    struct buffer bytes = BUFFER_EMPTY;

    findings_pack(findings, &bytes);
    for (size_t size = 0; size < bytes.length; size++) {
        bool failed;
        struct findings *back = unpack(&bytes, size, &failed);
        CU_ASSERT_TRUE(failed);
        CU_ASSERT_TRUE(findings_count(back) < 2);
        findings_free(back);
    }
    findings_free(findings);
    buffer_free(&bytes);
}

CU_TestInfo findings_pack_tests[] = {
    {"come back as they were", come_back_as_they_were},
    {"tell that memory ran out", tell_that_memory_ran_out},
    {"end where the bytes end", end_where_the_bytes_end},
    CU_TEST_INFO_NULL
};
