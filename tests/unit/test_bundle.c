#include <CUnit/CUnit.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "9_bundle/bundle.h"
#include "9_bundle/folder.h"
#include "library/reports/line.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))
#define PATH_SIZE 512
#define NAME_SIZE 24

struct file {
    const char *name, *text;
};

static const struct bundle_origin origin = { "jixiao 0.1.0", "an-edition",
    "数据.json", "ab12" };

/* A folder of the test's own, and a path in it. */
static char root[64];
static char folder[PATH_SIZE];

static void begin(void)
{
    strcpy(root, "/tmp/jixiao-bundle-XXXXXX");
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(root));
    snprintf(folder, sizeof folder, "%s/output/set", root);
}

static void end(void)
{
    char command[PATH_SIZE];

    snprintf(command, sizeof command, "rm -rf %s", root);
    CU_ASSERT_EQUAL(system(command), 0);
}

static const char *path_of(const char *name)
{
    static char path[2 * PATH_SIZE];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");

    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs(text, file);
    fclose(file);
}

static bool is_there(const char *name)
{
    struct stat status;

    return lstat(path_of(name), &status) == 0;
}

static bool has(const char *name, const char *text)
{
    char bytes[4096];
    FILE *file = fopen(path_of(name), "r");

    if (!file)
        return false;
    size_t length = fread(bytes, 1, sizeof bytes - 1, file);
    fclose(file);
    bytes[length] = '\0';
    return strcmp(bytes, text) == 0;
}

/* How many names the folder has, our temporary ones with them. */
static int count_names(void)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, NULL, NULL);

    for (int k = 0; k < count; k++)
        free(entries[k]);
    if (count >= 0)
        free(entries);
    return count < 0 ? -1 : count - 2;
}

static struct bundle *make(const struct file *files, size_t count)
{
    struct bundle *bundle = bundle_new(folder, &origin);

    CU_ASSERT_PTR_NOT_NULL_FATAL(bundle);
    for (size_t k = 0; k < count; k++) {
        struct buffer bytes = BUFFER_EMPTY;
        buffer_add_string(&bytes, files[k].text);
        bundle_add(bundle, files[k].name, &bytes);
        CU_ASSERT_PTR_NULL(bytes.bytes);
    }
    return bundle;
}

/* Write a set; code is the only finding's, or NULL for none. */
static struct bundle *commit(const struct file *files, size_t count,
    bool written, const char *code)
{
    struct bundle *bundle = make(files, count);
    struct findings *findings = findings_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    CU_ASSERT_EQUAL(bundle_commit(bundle, findings), written);
    CU_ASSERT_EQUAL(findings_count(findings), code ? 1u : 0u);
    for (size_t k = 0; k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        if (!code || strcmp(finding->code, code) != 0)
            line_print(finding, (struct line_style){ LANGUAGE_EN, false },
                stdout);
        CU_ASSERT_TRUE(code && strcmp(finding->code, code) == 0);
        CU_ASSERT_PTR_NULL(strchr(finding->text[LANGUAGE_EN], '{'));
        CU_ASSERT_PTR_NULL(strchr(finding->text[LANGUAGE_ZH], '{'));
    }
    findings_free(findings);
    return bundle;
}

static void write_fine(const struct file *files, size_t count)
{
    bundle_free(commit(files, count, true, NULL));
}

/* new, changed, same, removed, kept; what is not named is 0 */
static void check_counts(const struct bundle *bundle,
    const size_t expected[BUNDLE_CHANGE_COUNT])
{
    for (int k = 0; k < BUNDLE_CHANGE_COUNT; k++)
        CU_ASSERT_EQUAL(bundle_count_of(bundle, (enum bundle_change)k),
            expected[k]);
}

static const struct file two[] = { { "a.html", "A" }, { "b.docx", "B" } };

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
static void write_part(const char *text, size_t same, size_t left)
{
    const struct file part[] = { { "a.html", text } };
    struct bundle *bundle = make(part, COUNT(part));
    struct findings *findings = findings_new();
    size_t size = 0;

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    bundle_add_to_former(bundle);
    CU_ASSERT_TRUE(bundle_had(bundle, "b.docx", &size));
    CU_ASSERT_EQUAL(size, 1);
    CU_ASSERT_FALSE(bundle_had(bundle, "c.docx", &size));
    CU_ASSERT_TRUE(bundle_commit(bundle, findings));
    CU_ASSERT_EQUAL(findings_count(findings), 0);
    CU_ASSERT_EQUAL(bundle_count_of(bundle, BUNDLE_SAME), same);
    CU_ASSERT_EQUAL(bundle_count_of(bundle, BUNDLE_LEFT), left);
    bundle_free(bundle);
    findings_free(findings);
}

static void adds_a_part_to_the_former_set(void)
{
    char other[PATH_SIZE], command[3 * PATH_SIZE];
    static const struct file killed[] = { { "a.html", "A" },
        { "b.docx", "never placed" } };

    begin();
    write_fine(two, COUNT(two));
    write_part("A2", 0, 1);
    CU_ASSERT_TRUE(has("a.html", "A2"));
    CU_ASSERT_TRUE(has("b.docx", "B"));
    write_part("A", 0, 1);

    /* What a killed run meant to write is not what is there. */
    strcpy(other, folder);
    snprintf(folder, sizeof folder, "%s/killed", root);
    write_fine(killed, COUNT(killed));
    strcpy(folder, other);
    snprintf(command, sizeof command,
        "cp %s/killed/manifest.json %s/.jixiao-0.new", root, folder);
    CU_ASSERT_EQUAL(system(command), 0);
    write_part("A", 2, 1);

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
        struct bundle *bundle = commit(two, COUNT(two), true, NULL);
        check_counts(bundle, (size_t[BUNDLE_CHANGE_COUNT]){ 0, 1, 2, 0, 0 });
        bundle_free(bundle);
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
    struct bundle *bundle = commit(two, 1, true, "X028");
    check_counts(bundle, (size_t[BUNDLE_CHANGE_COUNT]){ 0, 2, 0, 0, 1 });
    bundle_free(bundle);
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

static void undoes_all_when_one_file_cannot_be_placed(void)
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
        puts("skip bundle: a folder without permission: root has it");
    }
    end();
}

static void tells_the_faults_of_writing_apart(void)
{
    static const struct { int fault; const char *code; } cases[] = {
        { EACCES, "X020" }, { EROFS, "X020" }, { ENOSPC, "X024" },
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
    static const struct file cases[] = { { "../a", "" }, { "a/b", "" },
        { "/a", "" }, { "..", "" }, { ".", "" }, { "", "" },
        { "a\\b", "" }, { BUNDLE_MANIFEST, "" } };

    begin();
    for (size_t i = 0; i < COUNT(cases); i++)
        bundle_free(commit(&cases[i], 1, false, "X025"));
    CU_ASSERT_EQUAL(count_names(), -1);
    end();
}

static void clears_away_what_a_killed_run_left(void)
{
    static const struct file before[] = { { "a.html", "A" },
        { "b.docx", "B" } };
    static const struct file killed[] = { { "a.html", "A2" },
        { "c.docx", "C" }, { "d.docx", "D" } };
    char other[PATH_SIZE], command[3 * PATH_SIZE];

    begin();
    /* What a killed run's manifest would have been ... */
    strcpy(other, folder);
    snprintf(folder, sizeof folder, "%s/killed", root);
    write_fine(killed, COUNT(killed));
    strcpy(folder, other);
    write_fine(before, COUNT(before));
    snprintf(command, sizeof command,
        "cp %s/killed/manifest.json %s/.jixiao-0.new", root, folder);
    CU_ASSERT_EQUAL(system(command), 0);
    /* ... with two files in place, one of them edited since, one not. */
    put(path_of("a.html"), "A2");
    put(path_of("c.docx"), "C");
    put(path_of("d.docx"), "edited");
    put(path_of(".jixiao-3.new"), "half");
    put(path_of(".jixiao-12.old"), "A");
    put(path_of(".jixiao-x.new"), "not ours");
    put(path_of(".jixiao-1.new.txt"), "not ours");

    struct bundle *bundle = commit(two, 1, true, "X028");
    check_counts(bundle, (size_t[BUNDLE_CHANGE_COUNT]){ 0, 2, 0, 2, 1 });
    bundle_free(bundle);
    CU_ASSERT_TRUE(has("a.html", "A"));
    CU_ASSERT_FALSE(is_there("b.docx"));
    CU_ASSERT_FALSE(is_there("c.docx"));
    CU_ASSERT_TRUE(has("d.docx", "edited"));
    CU_ASSERT_TRUE(is_there(".jixiao-x.new"));
    CU_ASSERT_TRUE(is_there(".jixiao-1.new.txt"));
    CU_ASSERT_EQUAL(count_names(), 5);
    end();
}

/* Names that stay and names that come and go, with either text. */
static void make_file(struct file *file, char name[NAME_SIZE], unsigned k,
    unsigned round)
{
    snprintf(name, NAME_SIZE, "%s%u.html", k < 4 ? "stays" : round % 2 ? "odd"
        : "even", k);
    *file = (struct file){ name, round % 2 ? "one" : "the other" };
}

/* The nanoseconds that a set takes, up to a second. */
static long measure(const struct file *files, size_t count)
{
    struct timespec start, stop;

    clock_gettime(CLOCK_MONOTONIC, &start);
    write_fine(files, count);
    clock_gettime(CLOCK_MONOTONIC, &stop);
    return stop.tv_sec == start.tv_sec ? stop.tv_nsec - start.tv_nsec
        : 999999999 - start.tv_nsec;
}

static void recovers_from_a_kill_at_any_moment(void)
{
    enum { FILES = 8, ROUNDS = 24 };
    struct file files[FILES];
    char names[FILES][NAME_SIZE];

    begin();
    for (unsigned k = 0; k < FILES; k++)
        make_file(&files[k], names[k], k, 0);
    long whole = measure(files, FILES);
    for (unsigned round = 0; round < ROUNDS; round++) {
        for (unsigned k = 0; k < FILES; k++)
            make_file(&files[k], names[k], k, round);
        fflush(stdout);
        pid_t child = fork();
        CU_ASSERT_FATAL(child >= 0);
        if (child == 0) {
            struct findings *findings = findings_new();
            struct bundle *bundle = make(files, FILES);
            bundle_commit(bundle, findings);
            _exit(0);
        }
        nanosleep(&(struct timespec){ 0, whole / ROUNDS * round }, NULL);
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);

        /* Every file that has its name is whole. */
        for (unsigned k = 0; k < FILES; k++)
            CU_ASSERT_TRUE(!is_there(names[k]) || has(names[k], "one")
                || has(names[k], "the other"));
        /* The next set is there as if nothing had happened. */
        for (unsigned k = 0; k < FILES; k++)
            make_file(&files[k], names[k], k, round + 1);
        write_fine(files, FILES);
        for (unsigned k = 0; k < FILES; k++)
            CU_ASSERT_TRUE(has(names[k], files[k].text));
        CU_ASSERT_EQUAL(count_names(), FILES + 1);
    }
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
    {"undoes all when one file cannot be placed",
        undoes_all_when_one_file_cannot_be_placed},
    {"undoes all when writing fails", undoes_all_when_writing_fails},
    {"says why a folder cannot be used", says_why_a_folder_cannot_be_used},
    {"tells the faults of writing apart", tells_the_faults_of_writing_apart},
    {"refuses a folder that another run holds",
        refuses_a_folder_that_another_run_holds},
    {"refuses names that are paths", refuses_names_that_are_paths},
    {"clears away what a killed run left",
        clears_away_what_a_killed_run_left},
    {"recovers from a kill at any moment",
        recovers_from_a_kill_at_any_moment},
    CU_TEST_INFO_NULL
};
