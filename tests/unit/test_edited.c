/* Files of a set that somebody edited: kept beside the new ones under a name
 * that says so. */

#include "bundle_fixture.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "9_bundle/bundle_items.h"
#include "9_bundle/edited.h"

static const struct file next[] = { { "a.html", "A2" }, { "b.docx", "B2" } };

static void an_edited_file_is_kept_beside_the_new_one(void)
{
    begin();
    write_fine(two, COUNT(two));
    put(path_of("b.docx"), "edited");
    chmod(path_of("b.docx"), 0604);
    struct bundle *bundle = commit(next, COUNT(next), true, "X032");
    check_counts(bundle, (size_t[BUNDLE_CHANGE_COUNT]){ 0, 3, 0, 0, 0, 0, 1 });
    bundle_free(bundle);
    CU_ASSERT_TRUE(has("b.docx", "B2"));
    CU_ASSERT_TRUE(has("b（手工修改）.docx", "edited"));
    CU_ASSERT_EQUAL(count_names(), 4);

    /* It is a person's own by now, and the new one is as it was made. */
    write_fine(two, COUNT(two));
    CU_ASSERT_TRUE(has("b（手工修改）.docx", "edited"));
    CU_ASSERT_EQUAL(count_names(), 4);
    end();
}

static void also_where_nothing_else_has_changed(void)
{
    begin();
    write_fine(two, COUNT(two));
    put(path_of("a.html"), "edited");
    struct bundle *bundle = commit(two, COUNT(two), true, "X049");
    check_counts(bundle, (size_t[BUNDLE_CHANGE_COUNT]){ 0, 1, 2, 0, 0, 0, 1 });
    bundle_free(bundle);
    CU_ASSERT_TRUE(has("a.html", "A"));
    CU_ASSERT_TRUE(has("a（手工修改）.html", "edited"));
    end();
}

static void names_count_on_and_nothing_is_kept_twice(void)
{
    begin();
    write_fine(two, COUNT(two));
    put(path_of("a.html"), "first");
    bundle_free(commit(two, COUNT(two), true, "X049"));
    put(path_of("a.html"), "second");
    bundle_free(commit(two, COUNT(two), true, "X049"));
    put(path_of("a.html"), "first");
    bundle_free(commit(two, COUNT(two), true, "X049"));
    CU_ASSERT_TRUE(has("a.html", "A"));
    CU_ASSERT_TRUE(has("a（手工修改）.html", "first"));
    CU_ASSERT_TRUE(has("a（手工修改2）.html", "second"));
    CU_ASSERT_EQUAL(count_names(), 5);
    end();
}

static void a_name_of_the_set_is_not_taken(void)
{
    static const struct file files[] = { { "a.html", "A" },
        { "a（手工修改）.html", "its own" } };

    begin();
    write_fine(files, 1);
    put(path_of("a.html"), "edited");
    bundle_free(commit(files, COUNT(files), true, "X049"));
    CU_ASSERT_TRUE(has("a（手工修改）.html", "its own"));
    CU_ASSERT_TRUE(has("a（手工修改2）.html", "edited"));
    end();
}

static void an_edit_that_the_data_has_caught_up_with_is_none(void)
{
    begin();
    write_fine(two, COUNT(two));
    put(path_of("b.docx"), "B2");
    struct bundle *bundle = commit(next, COUNT(next), true, NULL);
    check_counts(bundle, (size_t[BUNDLE_CHANGE_COUNT]){ 0, 2, 1 });
    bundle_free(bundle);
    CU_ASSERT_EQUAL(count_names(), 3);
    end();
}

static void without_a_manifest_every_other_file_is_somebodys(void)
{
    begin();
    write_fine(two, COUNT(two));
    unlink(path_of(BUNDLE_MANIFEST));
    struct bundle *bundle = commit(next, COUNT(next), true,
        "X075 X049 X032");
    check_counts(bundle, (size_t[BUNDLE_CHANGE_COUNT]){ 1, 2, 0, 0, 0, 0, 2 });
    bundle_free(bundle);
    CU_ASSERT_TRUE(has("a（手工修改）.html", "A"));
    CU_ASSERT_TRUE(has("b（手工修改）.docx", "B"));
    end();
}

static void a_file_that_was_never_made_is_somebodys(void)
{
    begin();
    write_fine(two, 1);
    put(path_of("b.docx"), "mine");
    bundle_free(commit(two, COUNT(two), true, "X032"));
    CU_ASSERT_TRUE(has("b.docx", "B"));
    CU_ASSERT_TRUE(has("b（手工修改）.docx", "mine"));
    end();
}

static void a_part_keeps_edits_too(void)
{
    begin();
    write_fine(two, COUNT(two));
    put(path_of("a.html"), "edited");
    put(path_of("b.docx"), "left");
    struct bundle *bundle = make(next, 1);
    bundle_add_to_former(bundle);
    write_bundle(bundle, true, "X034 X049");
    check_counts(bundle, (size_t[BUNDLE_CHANGE_COUNT]){ 0, 2, 0, 0, 0, 1, 1 });
    bundle_free(bundle);
    CU_ASSERT_TRUE(has("a（手工修改）.html", "edited"));
    CU_ASSERT_TRUE(has("b.docx", "left"));

    /* The manifest has kept what was made, so that this is known as edited. */
    bundle_free(commit(next, COUNT(next), true, "X032"));
    CU_ASSERT_TRUE(has("b（手工修改）.docx", "left"));
    end();
}

static void overwrites_where_that_is_meant(void)
{
    begin();
    write_fine(two, COUNT(two));
    put(path_of("b.docx"), "edited");
    struct bundle *bundle = make(next, COUNT(next));
    bundle_overwrite(bundle);
    write_bundle(bundle, true, "X033");
    check_counts(bundle, (size_t[BUNDLE_CHANGE_COUNT]){ 0, 3 });
    bundle_free(bundle);
    CU_ASSERT_TRUE(has("b.docx", "B2"));
    CU_ASSERT_EQUAL(count_names(), 3);
    end();
}

static void goes_back_with_the_set(void)
{
    char long_name[301];
    struct file files[] = { { "a.html", "A2" }, { long_name, "L" } };

    memset(long_name, 'x', 300);
    long_name[300] = '\0';
    begin();
    write_fine(two, COUNT(two));
    put(path_of("a.html"), "edited");
    bundle_free(commit(files, COUNT(files), false, "X027"));
    CU_ASSERT_TRUE(has("a.html", "edited"));
    CU_ASSERT_EQUAL(count_names(), 3);
    end();
}

/* The one finding about a file, kept as `other` in a folder, whose data file is
 * `data`; the caller frees the list. */
static struct findings *report(const char *path, const struct edited *file,
    const char *data)
{
    struct findings *findings = findings_new();
    struct folder there = { .path = path, .fd = -1 };

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    findings_set_file(findings, data);
    edited_report(&there, file, "b（手工修改）.docx", findings);
    CU_ASSERT_EQUAL_FATAL(findings_count(findings), 1);
    return findings;
}

static void says_what_to_type(void)
{
    static const struct { const char *folder, *data, *typed; } rows[] = {
        { "output/set", "数据.json",
            "jixiao pull --apply output/set/b（手工修改）.docx 数据.json" },
        { "my output", "it's.json", "jixiao pull --apply "
            "'my output/b（手工修改）.docx' 'it'\\''s.json'" },
        { "$HOME", "-x.json", "jixiao pull --apply "
            "'$HOME/b（手工修改）.docx' ./'-x.json'" },
        { ".", NULL, "jixiao pull --apply ./b（手工修改）.docx DATA.json" },
    };

    for (size_t k = 0; k < COUNT(rows); k++) {
        struct findings *findings = report(rows[k].folder,
            &(struct edited){ "b.docx", true }, rows[k].data);
        const struct finding *finding = findings_get(findings, 0);
        CU_ASSERT_STRING_EQUAL(finding->code, "X032");
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            CU_ASSERT_PTR_NOT_NULL(strstr(finding->text[language],
                rows[k].typed));
        findings_free(findings);
    }
}

static void says_what_is_not_read_back(void)
{
    struct findings *findings = report("output/set",
        &(struct edited){ "a.html", false }, "data.json");
    const struct finding *finding = findings_get(findings, 0);

    CU_ASSERT_STRING_EQUAL(finding->code, "X049");
    CU_ASSERT_PTR_NULL(strstr(finding->text[LANGUAGE_ZH], "--apply"));
    CU_ASSERT_PTR_NOT_NULL(strstr(finding->text[LANGUAGE_ZH], "data.json"));
    findings_free(findings);
}

/* Between the look at the folder and the first rename. */
static void goes_back_where_somebody_saves_meanwhile(void)
{
    struct folder there;
    struct findings *findings = findings_new();
    struct bundle *bundle;

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    begin();
    write_fine(two, COUNT(two));
    bundle = make(next, COUNT(next));
    CU_ASSERT_TRUE_FATAL(folder_open(&there, folder, findings));
    CU_ASSERT_TRUE(bundle_plan(bundle, &there, findings));
    CU_ASSERT_TRUE(bundle_stage(bundle, &there, findings));
    put(path_of("b.docx"), "edited");
    CU_ASSERT_FALSE(bundle_rename(bundle, &there, findings));
    CU_ASSERT_EQUAL_FATAL(findings_count(findings), 1);
    CU_ASSERT_STRING_EQUAL(findings_get(findings, 0)->code, "X027");
    folder_close(&there, false);
    bundle_free(bundle);
    findings_free(findings);
    CU_ASSERT_TRUE(has("a.html", "A"));
    CU_ASSERT_TRUE(has("b.docx", "edited"));
    CU_ASSERT_EQUAL(count_names(), 3);
    end();
}

static void refuses_what_is_no_plain_file(void)
{
    static const char *const names[] = { "a.html", BUNDLE_MANIFEST };

    for (size_t k = 0; k < COUNT(names); k++) {
        begin();
        write_fine(two, COUNT(two));
        unlink(path_of(names[k]));
        CU_ASSERT_EQUAL(mkfifo(path_of(names[k]), 0666), 0);
        bundle_free(commit(next, COUNT(next), false, "X043"));
        CU_ASSERT_TRUE(has("b.docx", "B"));
        CU_ASSERT_EQUAL(count_names(), 3);
        end();
    }
}

/* What word processors leave beside a file that they have open. */
static void says_which_file_is_open_somewhere(void)
{
    static const struct { const char *name, *mark; bool is_found; } cases[] = {
        { "2024_甲局_附件1.docx", ".~lock.2024_甲局_附件1.docx#", true },
        { "2024_甲局_附件1.docx", "~$24_甲局_附件1.docx", true },
        { "2024_甲局_附件1.docx", ".~2024_甲局_附件1.docx", true },
        { "附件1说明书.docx", "~$件1说明书.docx", false },
        { "附件一的说明书.docx", "~$件一的说明书.docx", true },
        { "附件1.docx", "~$附件1.docx", true },
        { "附件1.docx", "~$件1.docx", false },
        { "附件1.docx", ".~lock.附件2.docx#", false },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct file file = { cases[k].name, "A" };
        begin();
        write_fine(&file, 1);
        put(path_of(cases[k].mark), "somebody");
        bundle_free(commit(&file, 1, true, NULL));
        file.text = "B";
        bundle_free(commit(&file, 1, true, cases[k].is_found ? "X076" : NULL));
        CU_ASSERT_TRUE(has(cases[k].name, "B"));
        CU_ASSERT_TRUE(has(cases[k].mark, "somebody"));
        end();
    }
}

CU_TestInfo edited_tests[] = {
    {"says which file is open somewhere", says_which_file_is_open_somewhere},
    {"an edited file is kept beside the new one",
        an_edited_file_is_kept_beside_the_new_one},
    {"also where nothing else has changed",
        also_where_nothing_else_has_changed},
    {"names count on and nothing is kept twice",
        names_count_on_and_nothing_is_kept_twice},
    {"a name of the set is not taken", a_name_of_the_set_is_not_taken},
    {"an edit that the data has caught up with is none",
        an_edit_that_the_data_has_caught_up_with_is_none},
    {"without a manifest every other file is somebody's",
        without_a_manifest_every_other_file_is_somebodys},
    {"a file that was never made is somebody's",
        a_file_that_was_never_made_is_somebodys},
    {"a part keeps edits, too", a_part_keeps_edits_too},
    {"overwrites where that is meant", overwrites_where_that_is_meant},
    {"goes back with the set", goes_back_with_the_set},
    {"goes back where somebody saves meanwhile",
        goes_back_where_somebody_saves_meanwhile},
    {"says what to type", says_what_to_type},
    {"says what is not read back", says_what_is_not_read_back},
    {"refuses what is no plain file", refuses_what_is_no_plain_file},
    CU_TEST_INFO_NULL
};
