/* The files of a set in their folder: all of them or none, nobody else's
 * touched, each fault told by its name. */

#include "bundle_fixture.h"
#include "fixture.h"

#include <CUnit/CUnit.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "9_bundle/folder.h"
#include "9_bundle/journal.h"

static void writes_a_set_and_its_manifest(void)
{
    static const char manifest[] =
        "{\n\t\"program\":\t\"jixiao 0.1.0\",\n\t\"edition\":\t\"an-edition\","
        "\n\t\"data\":\t{\n\t\t\"name\":\t\"数据.json\",\n\t\t\"sha256\":\t"
        "\"ab12\"\n\t},\n\t\"files\":\t[{\n\t\t\t\"name\":\t\"a.html\",\n\t\t"
        "\t\"size\":\t1,\n\t\t\t\"sha256\":\t\"559aead08264d5795d3909718cdd05"
        "abd49572e84fe55590eef31a88a08fdffd\"\n\t\t}, {\n\t\t\t\"name\":\t"
        "\"b.docx\",\n\t\t\t\"size\":\t1,\n\t\t\t\"sha256\":\t\"df7e70e5021544"
        "f4834bbee64a9e3789febc4be81470df629cad6ddb03320a5c\"\n\t\t}]\n}\n";

    begin();
    struct bundle *bundle = commit(two, COUNT(two), true, NULL);
    check_counts(bundle, (size_t[BUNDLE_CHANGE_COUNT]){ 3, 0, 0, 0, 0 });
    CU_ASSERT_EQUAL_FATAL(bundle_count(bundle), 3);
    CU_ASSERT_STRING_EQUAL(bundle_get(bundle, 0).name, "a.html");
    CU_ASSERT_EQUAL(bundle_get(bundle, 0).size, 1);
    CU_ASSERT_EQUAL(bundle_get(bundle, 0).change, BUNDLE_NEW);
    CU_ASSERT_STRING_EQUAL(bundle_get(bundle, 2).name, BUNDLE_MANIFEST);
    bundle_free(bundle);
    CU_ASSERT_TRUE(has("a.html", "A"));
    CU_ASSERT_TRUE(has("b.docx", "B"));
    CU_ASSERT_TRUE(has(BUNDLE_MANIFEST, manifest));
    CU_ASSERT_EQUAL(count_names(), 3);
    end();
}

static void leaves_what_would_not_change_untouched(void)
{
    static const struct timespec old[2] = { { 1000, 0 }, { 1000, 0 } };
    static const char *const names[] = { "a.html", "b.docx",
        BUNDLE_MANIFEST };
    struct stat before[3], after;

    begin();
    write_fine(two, COUNT(two));
    for (size_t k = 0; k < COUNT(names); k++) {
        utimensat(AT_FDCWD, path_of(names[k]), old, 0);
        stat(path_of(names[k]), &before[k]);
    }
    struct bundle *bundle = commit(two, COUNT(two), true, NULL);
    check_counts(bundle, (size_t[BUNDLE_CHANGE_COUNT]){ 0, 0, 3, 0, 0 });
    bundle_free(bundle);
    for (size_t k = 0; k < COUNT(names); k++) {
        CU_ASSERT_EQUAL(stat(path_of(names[k]), &after), 0);
        CU_ASSERT_EQUAL(after.st_ino, before[k].st_ino);
        CU_ASSERT_EQUAL(after.st_mtime, 1000);
    }
    end();
}

static void replaces_what_differs_and_keeps_its_mode(void)
{
    static const struct file changed[] = { { "a.html", "A" },
        { "b.docx", "longer" } };
    struct stat status;

    begin();
    write_fine(two, COUNT(two));
    chmod(path_of("b.docx"), 0604);
    struct bundle *bundle = commit(changed, COUNT(changed), true, NULL);
    check_counts(bundle, (size_t[BUNDLE_CHANGE_COUNT]){ 0, 2, 1, 0, 0 });
    bundle_free(bundle);
    CU_ASSERT_TRUE(has("b.docx", "longer"));
    CU_ASSERT_EQUAL(stat(path_of("b.docx"), &status), 0);
    CU_ASSERT_EQUAL(status.st_mode & 0777, 0604);
    CU_ASSERT_EQUAL(count_names(), 3);
    end();
}

static void removes_files_of_the_former_set(void)
{
    static const struct file three[] = { { "a.html", "A" },
        { "gone.docx", "B" }, { "edited.docx", "C" } };

    begin();
    write_fine(three, COUNT(three));
    put(path_of("edited.docx"), "D");
    put(path_of("own.txt"), "mine");
    struct bundle *bundle = commit(two, 1, true, "X028");
    check_counts(bundle, (size_t[BUNDLE_CHANGE_COUNT]){ 0, 1, 1, 1, 1 });
    bundle_free(bundle);
    CU_ASSERT_FALSE(is_there("gone.docx"));
    CU_ASSERT_TRUE(has("edited.docx", "D"));
    CU_ASSERT_TRUE(has("own.txt", "mine"));
    CU_ASSERT_EQUAL(count_names(), 4);
    /* The new manifest has forgotten it: it is the user's own by now. */
    write_fine(two, 1);
    CU_ASSERT_TRUE(has("edited.docx", "D"));
    end();
}

/* Write a.html alone, as a part of the set that is there. */
static void write_part(const char *text, size_t same, const char *codes)
{
    const struct file part[] = { { "a.html", text } };
    struct bundle *bundle = make(part, COUNT(part));
    size_t size;

    bundle_add_to_former(bundle);
    CU_ASSERT_TRUE(bundle_had(bundle, "b.docx", &size, NULL));
    CU_ASSERT_EQUAL(size, codes ? 6 : 1);
    CU_ASSERT_TRUE(bundle_had(bundle, "c.docx", &size, NULL));
    CU_ASSERT_EQUAL(size, BUNDLE_HAD_NOT);
    write_bundle(bundle, true, codes);
    CU_ASSERT_EQUAL(bundle_count_of(bundle, BUNDLE_SAME), same);
    CU_ASSERT_EQUAL(bundle_count_of(bundle, BUNDLE_LEFT), 1);
    bundle_free(bundle);
}

static void adds_a_part_to_the_former_set(void)
{
    begin();
    write_fine(two, COUNT(two));
    write_part("A2", 0, NULL);
    CU_ASSERT_TRUE(has("a.html", "A2"));
    CU_ASSERT_TRUE(has("b.docx", "B"));
    write_part("A", 0, NULL);

    /* What is no part of this run may be edited; the manifest tells. */
    put(path_of("b.docx"), "edited");
    write_part("A", 2, "X034");
    CU_ASSERT_TRUE(has("b.docx", "edited"));
    put(path_of("b.docx"), "B");

    /* The manifest still has it, so that a whole set may remove it. */
    struct bundle *bundle = commit(two, 1, true, NULL);
    CU_ASSERT_EQUAL(bundle_count_of(bundle, BUNDLE_REMOVED), 1);
    bundle_free(bundle);
    CU_ASSERT_FALSE(is_there("b.docx"));
    end();
}

/* The digest of "mine". */
#define MINE "3fd30542fe3f61b14bd4a4b2dc0b6fb30fa6f63ebce52dd1778aaa8c4dc02cff"

static void trusts_no_manifest_beyond_its_folder(void)
{
    static const char *const manifests[] = {
        "{\"files\": [{\"name\": \"../own.txt\", \"size\": 4, \"sha256\": \""
            "%s\"}, {\"name\": \"..\", \"size\": 4, \"sha256\": \"%s\"}, "
            "{\"name\": \"\", \"size\": 4, \"sha256\": \"%s\"}]}",
        "{\"files\": [{\"name\": 1}, {\"size\": 4}, 7, null]}",
        "{\"files\": [{\"name\": \"x\", \"size\": -1, \"sha256\": \"%s\"}]}",
        "{\"files\": {}}", "{\"files\"", "", "[]",
    };
    char text[1024], own[PATH_SIZE];

    for (size_t i = 0; i < COUNT(manifests); i++) {
        begin();
        write_fine(two, COUNT(two));
        snprintf(own, sizeof own, "%s/output/own.txt", root);
        put(own, "mine");
        snprintf(text, sizeof text, manifests[i], MINE, MINE, MINE);
        put(path_of(BUNDLE_MANIFEST), text);
        /* No run has written this; whose it is nobody knows. */
        struct bundle *bundle = commit(two, COUNT(two), true, "X049");
        check_counts(bundle, (size_t[BUNDLE_CHANGE_COUNT]){ 0, 1, 2, 0, 0, 0,
            1 });
        bundle_free(bundle);
        CU_ASSERT_TRUE(has("manifest（手工修改）.json", text));
        CU_ASSERT_EQUAL(access(own, F_OK), 0);
        end();
    }
}

static void replaces_links_without_following_them(void)
{
    char own[PATH_SIZE];
    struct stat status;

    begin();
    write_fine(two, COUNT(two));
    snprintf(own, sizeof own, "%s/own.txt", root);
    put(own, "A");
    unlink(path_of("a.html"));
    CU_ASSERT_EQUAL(symlink(own, path_of("a.html")), 0);
    unlink(path_of("b.docx"));
    CU_ASSERT_EQUAL(symlink(own, path_of("b.docx")), 0);
    /* b.docx is a former file that is a link now: edited, so kept. */
    struct bundle *bundle = commit(two, 1, true, "X028 X049");
    check_counts(bundle, (size_t[BUNDLE_CHANGE_COUNT]){ 0, 2, 0, 0, 1, 0, 1 });
    bundle_free(bundle);
    CU_ASSERT_EQUAL(lstat(path_of("a（手工修改）.html"), &status), 0);
    CU_ASSERT_TRUE(S_ISLNK(status.st_mode));
    CU_ASSERT_EQUAL(lstat(path_of("a.html"), &status), 0);
    CU_ASSERT_TRUE(S_ISREG(status.st_mode));
    CU_ASSERT_TRUE(has("a.html", "A"));
    FILE *file = fopen(own, "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    CU_ASSERT_EQUAL(fgetc(file), 'A');
    fclose(file);
    end();
}

/* A set that is refused leaves the first one as it was, inodes and all. */
static void check_untouched(const struct stat *before)
{
    struct stat after;

    CU_ASSERT_EQUAL(stat(path_of("a.html"), &after), 0);
    CU_ASSERT_EQUAL(after.st_ino, before->st_ino);
    CU_ASSERT_EQUAL(after.st_mtime, before->st_mtime);
    CU_ASSERT_TRUE(has("a.html", "A"));
    CU_ASSERT_TRUE(has("b.docx", "B"));
    CU_ASSERT_TRUE(is_there(BUNDLE_MANIFEST));
}

static void a_folder_in_the_way_stops_it(void)
{
    static const struct file files[] = { { "a.html", "A2" },
        { "c.html", "C" } };
    struct stat before;

    begin();
    write_fine(two, COUNT(two));
    stat(path_of("a.html"), &before);
    mkdir(path_of("c.html"), 0777);
    bundle_free(commit(files, COUNT(files), false, "X026"));
    check_untouched(&before);
    CU_ASSERT_EQUAL(count_names(), 4);
    end();
}

static void undoes_all_when_one_file_cannot_be_renamed(void)
{
    char long_name[301];
    struct file files[] = { { "a.html", "A2" }, { "new.html", "N" },
        { long_name, "L" } };
    struct stat before;

    /* Such a name is not found, and no file can be renamed to it. */
    memset(long_name, 'x', 300);
    long_name[300] = '\0';
    begin();
    write_fine(two, COUNT(two));
    stat(path_of("a.html"), &before);
    bundle_free(commit(files, COUNT(files), false, "X027"));
    check_untouched(&before);
    CU_ASSERT_EQUAL(count_names(), 3);
    end();
}

static void undoes_all_when_writing_fails(void)
{
    char big[20001];
    struct file files[] = { { "a.html", "A2" }, { "big.docx", big } };
    struct rlimit limit, small;
    struct stat before;

    memset(big, 'x', sizeof big - 1);
    big[sizeof big - 1] = '\0';
    begin();
    write_fine(two, COUNT(two));
    stat(path_of("a.html"), &before);
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &limit);
    small = limit;
    small.rlim_cur = 8192;
    setrlimit(RLIMIT_FSIZE, &small);
    struct bundle *bundle = commit(files, COUNT(files), false, "X025");
    bundle_free(bundle);
    check_untouched(&before);
    CU_ASSERT_EQUAL(count_names(), 3);

    /* And the folders that it made are gone again. */
    snprintf(folder, sizeof folder, "%s/other/deep/set/", root);
    bundle_free(commit(files, COUNT(files), false, "X025"));
    setrlimit(RLIMIT_FSIZE, &limit);
    signal(SIGXFSZ, SIG_DFL);
    snprintf(folder, sizeof folder, "%s/other", root);
    CU_ASSERT_EQUAL(count_names(), -1);
    end();
}

static void says_why_a_folder_cannot_be_used(void)
{
    begin();
    snprintf(folder, sizeof folder, "%s/file", root);
    put(folder, "");
    bundle_free(commit(two, COUNT(two), false, "X021"));
    snprintf(folder, sizeof folder, "%s/file/set", root);
    bundle_free(commit(two, COUNT(two), false, "X021"));
    if (access("/proc/self", F_OK) == 0) {
        strcpy(folder, "/proc/jixiao/set");
        bundle_free(commit(two, COUNT(two), false, "X022"));
    }
    if (geteuid() != 0) {
        snprintf(folder, sizeof folder, "%s/output", root);
        mkdir(folder, 0555);
        bundle_free(commit(two, COUNT(two), false, "X020"));
        snprintf(folder, sizeof folder, "%s/output/set", root);
        bundle_free(commit(two, COUNT(two), false, "X020"));
    } else {
        fixture_skip("bundle: a folder without permission: root has it");
    }
    end();
}

static void tells_the_faults_of_writing_apart(void)
{
    static const struct { int fault; const char *code; } cases[] = {
        { EACCES, "X020" }, { EROFS, "X022" }, { ENOSPC, "X024" },
        { EDQUOT, "X024" }, { EIO, "X025" }, { 9999, "X025" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
        folder_report(cases[i].fault, "a", 5, "output", findings);
        CU_ASSERT_EQUAL_FATAL(findings_count(findings), 1);
        CU_ASSERT_STRING_EQUAL(findings_get(findings, 0)->code,
            cases[i].code);
        findings_free(findings);
    }
}

static void refuses_a_folder_that_another_run_holds(void)
{
    begin();
    write_fine(two, COUNT(two));
    int held = open(folder, O_RDONLY | O_DIRECTORY);
    CU_ASSERT_FATAL(held >= 0);
    CU_ASSERT_EQUAL(flock(held, LOCK_EX | LOCK_NB), 0);
    bundle_free(commit(two, COUNT(two), false, "X023"));
    close(held);
    write_fine(two, COUNT(two));
    end();
}

static void refuses_names_that_are_paths(void)
{
    static const struct file twice[] = { { "a", "" }, { "a", "" } };
    static const struct file cases[] = { { "../a", "" }, { "a/b", "" },
        { "/a", "" }, { "..", "" }, { ".", "" }, { "", "" },
        { "a\\b", "" }, { BUNDLE_MANIFEST, "" } };

    begin();
    for (size_t i = 0; i < COUNT(cases); i++)
        bundle_free(commit(&cases[i], 1, false, "X025"));
    bundle_free(commit(twice, COUNT(twice), false, "X025"));
    bundle_free(commit(&(struct file){ journal_name(), "" }, 1, false,
        "X025"));
    CU_ASSERT_EQUAL(count_names(), -1);
    end();
}

CU_TestInfo bundle_tests[] = {
    {"writes a set and its manifest", writes_a_set_and_its_manifest},
    {"leaves what would not change untouched",
        leaves_what_would_not_change_untouched},
    {"replaces what differs and keeps its mode",
        replaces_what_differs_and_keeps_its_mode},
    {"removes files of the former set", removes_files_of_the_former_set},
    {"adds a part to the former set", adds_a_part_to_the_former_set},
    {"trusts no manifest beyond its folder",
        trusts_no_manifest_beyond_its_folder},
    {"replaces links without following them",
        replaces_links_without_following_them},
    {"a folder in the way stops it", a_folder_in_the_way_stops_it},
    {"undoes all when one file cannot be renamed",
        undoes_all_when_one_file_cannot_be_renamed},
    {"undoes all when writing fails", undoes_all_when_writing_fails},
    {"says why a folder cannot be used", says_why_a_folder_cannot_be_used},
    {"tells the faults of writing apart", tells_the_faults_of_writing_apart},
    {"refuses a folder that another run holds",
        refuses_a_folder_that_another_run_holds},
    {"refuses names that are paths", refuses_names_that_are_paths},
    CU_TEST_INFO_NULL
};
