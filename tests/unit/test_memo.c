/* What came of a data file, kept by the digest of all that it hangs on. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "batch/memo.h"
#include "fixture.h"

static char *inside(const struct fixture *fixture, const char *name)
{
    static char path[256];

    snprintf(path, sizeof path, "%s/%s", fixture->path, name);
    return path;
}

static char *digest_tree(const char *folder, char text[DIGEST_TEXT_SIZE])
{
    struct digest digest;

    digest_begin(&digest);
    memo_add_tree(&digest, folder);
    return digest_end(&digest, text);
}

static void tells_a_tree_by_its_bytes(void)
{
    struct fixture fixture;
    char before[DIGEST_TEXT_SIZE], after[DIGEST_TEXT_SIZE];

    fixture_begin(&fixture);
    fixture_write(&fixture, "a/b/c.xml", "one");
    fixture_write(&fixture, "a/d.xml", "two");
    fixture_write(&fixture, "A/d.xml", "two");
    digest_tree(fixture.path, before);
    fixture_write(&fixture, "a/b/c.xml", "one");
    CU_ASSERT_STRING_EQUAL(digest_tree(fixture.path, after), before);
    fixture_write(&fixture, "a/b/c.xml", "eno");
    CU_ASSERT_STRING_NOT_EQUAL(digest_tree(fixture.path, after), before);
    fixture_end(&fixture);
}

/* What is below a folder that is linked may be all that there is, again and
 * again; what is in it counts by its state. */
static void goes_into_no_folder_that_is_linked(void)
{
    struct fixture fixture, other;
    char before[DIGEST_TEXT_SIZE], after[DIGEST_TEXT_SIZE];

    fixture_begin(&fixture);
    fixture_begin(&other);
    fixture_write(&fixture, "a/b.xml", "one");
    fixture_write(&other, "c.xml", "three");
    CU_ASSERT_EQUAL_FATAL(symlink(".", inside(&fixture, "a/self")), 0);
    CU_ASSERT_EQUAL_FATAL(symlink("..", inside(&fixture, "a/up")), 0);
    CU_ASSERT_EQUAL_FATAL(symlink("/", inside(&fixture, "a/root")), 0);
    CU_ASSERT_NOT_EQUAL(strlen(digest_tree(fixture.path, after)), 0);
    CU_ASSERT_EQUAL_FATAL(unlink(inside(&fixture, "a/root")), 0);
    CU_ASSERT_EQUAL_FATAL(symlink(other.path, inside(&fixture, "far")), 0);
    digest_tree(fixture.path, before);
    CU_ASSERT_STRING_EQUAL(digest_tree(fixture.path, after), before);
    fixture_write(&other, "c.xml", "longer than three");
    CU_ASSERT_STRING_NOT_EQUAL(digest_tree(fixture.path, after), before);
    unlink(inside(&fixture, "far"));
    fixture_end(&fixture);
    fixture_end(&other);
}

/* The pieces of a file come to what the whole of it does. */
static void digests_a_file_piece_by_piece(void)
{
    struct fixture fixture;
    struct digest digest;
    char whole[DIGEST_TEXT_SIZE], again[DIGEST_TEXT_SIZE];

    fixture_begin(&fixture);
    fixture_write(&fixture, "a", "");
    CU_ASSERT_EQUAL_FATAL(truncate(inside(&fixture, "a"), 50000), 0);
    digest_begin(&digest);
    CU_ASSERT_TRUE(memo_add_file(&digest, inside(&fixture, "a")));
    digest_end(&digest, whole);
    digest_begin(&digest);
    CU_ASSERT_FALSE(memo_add_file(&digest, inside(&fixture, "none")));
    CU_ASSERT_FALSE(memo_add_file(&digest, fixture.path));
    digest_end(&digest, again);
    CU_ASSERT_STRING_NOT_EQUAL(whole, again);
    static const char zeros[50000];
    digest_begin(&digest);
    memo_add_text(&digest, digest_text(zeros, sizeof zeros, again));
    digest_end(&digest, again);
    CU_ASSERT_STRING_EQUAL(whole, again);
    fixture_end(&fixture);
}

CU_TestInfo memo_tests[] = {
    { "tells a tree by its bytes", tells_a_tree_by_its_bytes },
    { "goes into no folder that is linked",
        goes_into_no_folder_that_is_linked },
    { "digests a file piece by piece", digests_a_file_piece_by_piece },
    CU_TEST_INFO_NULL,
};
