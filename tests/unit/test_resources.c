/* Schemas and stylesheets, those that are built in and those of a folder
 * alike. */

#include <CUnit/CUnit.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/resource_list.h"
#include "fixture.h"

static const struct resources built_in = { .data_dir = NULL };
static const struct resources from_root = { .data_dir = "." };

static const char grammar[] = "schemas/common/submission.rng";

static void finds_what_is_built_in_by_its_path(void)
{
    const struct resource *found = resource_find(grammar);

    CU_ASSERT_PTR_NOT_NULL_FATAL(found);
    CU_ASSERT_STRING_EQUAL(found->path, grammar);
    CU_ASSERT_EQUAL(found->bytes[0], '<');
    CU_ASSERT_EQUAL(found->bytes[found->length], '\0');
    CU_ASSERT_PTR_NULL(resource_find("schemas/common"));
    CU_ASSERT_PTR_NULL(resource_find(""));
}

static void lists_all_in_the_order_of_their_paths(void)
{
    CU_ASSERT_TRUE(resource_count() > 0);
    for (size_t k = 1; k < resource_count(); k++)
        CU_ASSERT_TRUE(strcmp(resource_get(k - 1)->path,
            resource_get(k)->path) < 0);
    CU_ASSERT_PTR_NULL(resource_get(resource_count()));
}

static void loads_the_same_bytes_from_a_folder(void)
{
    size_t length, file_length;
    char *bytes = resource_load(&built_in, grammar, &length);
    char *file_bytes = resource_load(&from_root, grammar, &file_length);

    CU_ASSERT_PTR_NOT_NULL_FATAL(bytes);
    CU_ASSERT_PTR_NOT_NULL_FATAL(file_bytes);
    CU_ASSERT_EQUAL_FATAL(length, file_length);
    CU_ASSERT_EQUAL(memcmp(bytes, file_bytes, length + 1), 0);
    free(bytes);
    free(file_bytes);
}

static void works_out_the_steps_of_a_path(void)
{
    static const struct { const char *path; int fault; } cases[] = {
        { "schemas/common/submission.rng", 0 },
        { "schemas/x/../common/./submission.rng", 0 },
        { "./schemas//common/submission.rng", 0 },
        { "x/y/../../schemas/common/submission.rng", 0 },
        { "../schemas/common/submission.rng", ENOENT },
        { "schemas/../../schemas/common/submission.rng", ENOENT },
        { "/schemas/common/submission.rng", ENOENT },
        { "schemas/common/submission.rng/", ENOENT },
        { "schemas/common/..", ENOENT },
        { "schemas/common/absent.rng", ENOENT },
        { ".", ENOENT },
        { "", ENOENT },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int folder = 0; folder < 2; folder++) {
            char *bytes = resource_load(folder ? &from_root : &built_in,
                cases[i].path, NULL);

            if (cases[i].fault == 0) {
                CU_ASSERT_PTR_NOT_NULL(bytes);
            } else {
                CU_ASSERT_EQUAL(errno, cases[i].fault);
                CU_ASSERT_PTR_NULL(bytes);
            }
            free(bytes);
        }
}

static void says_why_a_file_cannot_be_read(void)
{
    static const struct resources absent = {
        .data_dir = "build/no such folder" };

    CU_ASSERT_PTR_NULL(resource_load(&absent, grammar, NULL));
    CU_ASSERT_EQUAL(errno, ENOENT);
    CU_ASSERT_PTR_NULL(resource_load(&from_root, "schemas/common", NULL));
    CU_ASSERT_EQUAL(errno, EISDIR);
}

static bool note(void *user, const char *path)
{
    buffer_printf(user, "%s ", path);
    return strstr(path, "last") == NULL;
}

static void lists_what_is_below_a_folder(void)
{
    struct findings *findings = findings_new();
    struct buffer listed = BUFFER_EMPTY;
    struct fixture fixture;

    fixture_begin(&fixture);
    fixture_write(&fixture, "schemas/e/b/file", "");
    fixture_write(&fixture, "schemas/e/a.xml", "");
    fixture_write(&fixture, "schemas/e/.hidden", "");
    fixture_write(&fixture, "schemas/e/a.xml~", "");
    fixture_write(&fixture, "schemas/f/other", "");
    CU_ASSERT_TRUE(resource_list(&fixture.resources, "schemas/e/", note,
        &listed, findings));
    CU_ASSERT_STRING_EQUAL(buffer_string(&listed),
        "schemas/e/a.xml schemas/e/b/file ");
    CU_ASSERT_TRUE(resource_list(&fixture.resources, "schemas/none/", note,
        &listed, findings));
    fixture_write(&fixture, "schemas/e/alast", "");
    CU_ASSERT_FALSE(resource_list(&fixture.resources, "schemas/e/", note,
        &listed, findings));
    CU_ASSERT_EQUAL(findings_count(findings), 0);
    buffer_clear(&listed);
    CU_ASSERT_TRUE(resource_list(&built_in, "schemas/common/", note, &listed,
        findings));
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&listed), grammar));
    CU_ASSERT_PTR_NULL(strstr(buffer_string(&listed), "hunan"));
    buffer_free(&listed);
    fixture_end(&fixture);
    findings_free(findings);
}

CU_TestInfo resources_tests[] = {
    {"finds what is built in by its path",
        finds_what_is_built_in_by_its_path},
    {"lists all in the order of their paths",
        lists_all_in_the_order_of_their_paths},
    {"loads the same bytes from a folder",
        loads_the_same_bytes_from_a_folder},
    {"works out the steps of a path", works_out_the_steps_of_a_path},
    {"says why a file cannot be read", says_why_a_file_cannot_be_read},
    {"lists what is below a folder", lists_what_is_below_a_folder},
    CU_TEST_INFO_NULL
};
