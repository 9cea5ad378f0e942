/* A build that was killed at any point is finished or taken back by the next
 * command. */

#include "bundle_fixture.h"

#include <CUnit/CUnit.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "9_bundle/journal.h"

static const struct file before[] = { { "a.html", "A" }, { "b.docx", "B" },
    { "gone.docx", "G" } };
static const struct file after[] = { { "a.html", "A2" }, { "c.docx", "C" },
    { "b.docx", "B2" } };

/* The new set, whole and alone but for `more` files. */
static void check_after(int more)
{
    for (size_t k = 0; k < COUNT(after); k++)
        CU_ASSERT_TRUE(has(after[k].name, after[k].text));
    CU_ASSERT_EQUAL(count_names(), (int)COUNT(after) + 1 + more);
}

static void finishes_a_set_at_any_point(void)
{
    for (size_t renamed = 0; renamed <= COUNT(after); renamed++) {
        begin();
        write_fine(before, COUNT(before));
        put(path_of("own.txt"), "mine");
        kill_behind_journal(after, COUNT(after), renamed);
        CU_ASSERT_TRUE(is_there(journal_name()));
        recover(BUNDLE_WHOLE, "X035");
        check_after(1);
        CU_ASSERT_TRUE(has("own.txt", "mine"));
        recover(BUNDLE_WHOLE, NULL);
        write_fine(after, COUNT(after));
        end();
    }
}

static void goes_on_where_an_undo_was_killed(void)
{
    begin();
    write_fine(before, COUNT(before));
    kill_behind_journal(after, COUNT(after), 1);
    /* The new bytes have both names, the former a second one. */
    CU_ASSERT_EQUAL(link(path_of("a.html"), strcat(strcpy(
        (char[2 * PATH_SIZE]){ 0 }, folder), "/.jixiao-1.new")), 0);
    put(path_of(".jixiao-1.old"), "A");
    recover(BUNDLE_WHOLE, "X035");
    check_after(0);
    end();
}

static void a_build_finishes_first(void)
{
    begin();
    write_fine(before, COUNT(before));
    kill_behind_journal(after, COUNT(after), 2);
    struct bundle *bundle = commit(after, COUNT(after), true, "X035");
    CU_ASSERT_EQUAL(bundle_count_of(bundle, BUNDLE_SAME), 4);
    bundle_free(bundle);
    check_after(0);

    kill_behind_journal(before, COUNT(before), 1);
    bundle_free(commit(after, COUNT(after), true, "X035"));
    check_after(0);
    end();
}

static void clears_away_what_was_left_before_a_journal(void)
{
    begin();
    write_fine(after, COUNT(after));
    put(path_of(".jixiao-3.new"), "half");
    put(path_of(".jixiao-12.old"), "A");
    put(path_of(".jixiao-x.new"), "not ours");
    put(path_of(".jixiao-1.new.txt"), "not ours");
    recover(BUNDLE_WHOLE, "X036");
    check_after(2);
    put(path_of(".jixiao-3.new"), "half");
    bundle_free(commit(after, COUNT(after), true, "X036"));
    check_after(2);
    end();
}

static void tells_what_cannot_be_cleared_away(void)
{
    begin();
    write_fine(after, COUNT(after));
    mkdir(path_of(".jixiao-9.new"), 0777);
    recover(BUNDLE_WHOLE, "X041");
    check_after(1);
    end();
}

static void keeps_what_was_edited_in_between(void)
{
    begin();
    write_fine(before, COUNT(before));
    put(path_of("gone.docx"), "edited");
    put(path_of("b.docx"), "edited before");
    kill_behind_journal(after, COUNT(after), 0);
    put(path_of("a.html"), "edited since");
    recover(BUNDLE_WHOLE, "X032 X049 X028 X035");
    check_after(3);
    CU_ASSERT_TRUE(has("a（手工修改）.html", "edited since"));
    CU_ASSERT_TRUE(has("b（手工修改）.docx", "edited before"));
    CU_ASSERT_TRUE(has("gone.docx", "edited"));
    end();
}

static void a_whole_build_mends_what_nobody_can_finish(void)
{
    begin();
    write_fine(before, COUNT(before));
    kill_behind_journal(after, COUNT(after), 1);
    unlink(path_of(".jixiao-2.new"));
    recover(BUNDLE_BROKEN, "X037");
    recover(BUNDLE_BROKEN, "X037");
    bundle_free(commit(after, COUNT(after), true, "X035"));
    check_after(0);
    recover(BUNDLE_WHOLE, NULL);

    /* What the killed run has renamed is of no person. */
    kill_behind_journal(before, COUNT(before), 3);
    unlink(path_of(".jixiao-0.new"));
    recover(BUNDLE_BROKEN, "X037");
    bundle_free(commit(after, COUNT(after), true, "X035"));
    check_after(0);
    end();
}

static void misses_a_journal_that_somebody_removed(void)
{
    for (size_t renamed = 1; renamed < COUNT(after); renamed++) {
        begin();
        write_fine(before, COUNT(before));
        kill_behind_journal(after, COUNT(after), renamed);
        unlink(path_of(journal_name()));
        recover(BUNDLE_BROKEN, "X037");
        recover(BUNDLE_BROKEN, "X037");
        bundle_free(commit(after, COUNT(after), true, "X035"));
        check_after(0);
        recover(BUNDLE_WHOLE, NULL);
        end();
    }
}

static void tells_once_of_all_that_cannot_be_cleared_away(void)
{
    begin();
    write_fine(after, COUNT(after));
    mkdir(path_of(".jixiao-8.new"), 0777);
    mkdir(path_of(".jixiao-9.new"), 0777);
    put(path_of(".jixiao-7.new"), "half");
    recover(BUNDLE_WHOLE, "X074 X036");
    check_after(2);
    end();
}

static void touches_no_file_that_only_has_the_name(void)
{
    static const char *const texts[] = { "mine", "", "{\"files\": []}",
        "{\"files\": [], \"edited\": [], \"removed\": {}}" };

    for (size_t k = 0; k < COUNT(texts); k++) {
        begin();
        write_fine(before, COUNT(before));
        put(path_of(journal_name()), texts[k]);
        put(path_of(".jixiao-3.new"), "half");
        recover(BUNDLE_STUCK, "X040");
        bundle_free(commit(after, COUNT(after), false, "X040"));
        CU_ASSERT_TRUE(has(journal_name(), texts[k]));
        CU_ASSERT_TRUE(has("a.html", "A"));
        CU_ASSERT_EQUAL(count_names(), 6);
        end();
    }
}

static void trusts_no_journal_beyond_its_folder(void)
{
    char own[PATH_SIZE];

    begin();
    write_fine(before, COUNT(before));
    snprintf(own, sizeof own, "%s/output/own.txt", root);
    put(own, "mine");
    put(path_of(journal_name()), "{\"files\": [7, {\"name\": \"../x\"}, "
        "{\"name\": 3, \"number\": -1}], \"edited\": [null, {\"name\": "
        "\"../y\", \"number\": 1e300}], \"removed\": [{\"name\": "
        "\"../own.txt\", \"former\": \"\"}]}");
    recover(BUNDLE_WHOLE, "X035");
    CU_ASSERT_EQUAL(access(own, F_OK), 0);
    CU_ASSERT_EQUAL(count_names(), 4);
    end();
}

static void leaves_a_run_alone_that_is_at_it(void)
{
    begin();
    write_fine(before, COUNT(before));
    int held = open(folder, O_RDONLY | O_DIRECTORY);
    CU_ASSERT_FATAL(held >= 0);
    kill_behind_journal(after, COUNT(after), 1);
    CU_ASSERT_EQUAL(flock(held, LOCK_EX | LOCK_NB), 0);
    recover(BUNDLE_WHOLE, "X039");
    CU_ASSERT_TRUE(is_there(journal_name()));
    close(held);
    recover(BUNDLE_WHOLE, "X035");
    check_after(0);
    end();
}

static void makes_no_folder(void)
{
    begin();
    recover(BUNDLE_WHOLE, NULL);
    CU_ASSERT_EQUAL(count_names(), -1);
    end();
}

static void tells_a_person_what_to_do(void)
{
    char text[4096];

    begin();
    kill_behind_journal(after, COUNT(after), 0);
    FILE *file = fopen(path_of(journal_name()), "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[length] = '\0';
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "再运行一次 jixiao build"));
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "Run jixiao build"));
    end();
}

CU_TestInfo journal_tests[] = {
    {"finishes a set at any point", finishes_a_set_at_any_point},
    {"goes on where an undo was killed", goes_on_where_an_undo_was_killed},
    {"a build finishes first", a_build_finishes_first},
    {"clears away what was left before a journal",
        clears_away_what_was_left_before_a_journal},
    {"tells what cannot be cleared away", tells_what_cannot_be_cleared_away},
    {"keeps what was edited in between", keeps_what_was_edited_in_between},
    {"a whole build mends what nobody can finish",
        a_whole_build_mends_what_nobody_can_finish},
    {"misses a journal that somebody removed",
        misses_a_journal_that_somebody_removed},
    {"tells once of all that cannot be cleared away",
        tells_once_of_all_that_cannot_be_cleared_away},
    {"touches no file that only has the name",
        touches_no_file_that_only_has_the_name},
    {"trusts no journal beyond its folder",
        trusts_no_journal_beyond_its_folder},
    {"leaves a run alone that is at it", leaves_a_run_alone_that_is_at_it},
    {"makes no folder", makes_no_folder},
    {"tells a person what to do", tells_a_person_what_to_do},
    CU_TEST_INFO_NULL
};
