/* A folder of a test's own, and sets that are written to it. */

#include "bundle_fixture.h"

#include <CUnit/CUnit.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "9_bundle/bundle_items.h"
#include "library/reports/line.h"

static const struct bundle_origin origin = { "jixiao 0.1.0", "an-edition",
    "数据.json", "ab12" };

char root[64];
char folder[PATH_SIZE];

void begin(void)
{
    strcpy(root, "/tmp/jixiao-bundle-XXXXXX");
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(root));
    snprintf(folder, sizeof folder, "%s/output/set", root);
}

void end(void)
{
    char command[PATH_SIZE];

    snprintf(command, sizeof command, "rm -rf %s", root);
    CU_ASSERT_EQUAL(system(command), 0);
}

const char *path_of(const char *name)
{
    static char path[2 * PATH_SIZE];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");

    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs(text, file);
    fclose(file);
}

bool is_there(const char *name)
{
    struct stat status;

    return lstat(path_of(name), &status) == 0;
}

bool has(const char *name, const char *text)
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

int count_names(void)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, NULL, NULL);

    for (int k = 0; k < count; k++)
        free(entries[k]);
    if (count >= 0)
        free(entries);
    return count < 0 ? -1 : count - 2;
}

struct bundle *make(const struct file *files, size_t count)
{
    struct bundle *bundle = bundle_new(folder, &origin);

    CU_ASSERT_PTR_NOT_NULL_FATAL(bundle);
    for (size_t k = 0; k < count; k++) {
        struct buffer bytes = BUFFER_EMPTY;
        buffer_add_string(&bytes, files[k].text);
        bundle_add(bundle, files[k].name, &bytes);
        CU_ASSERT_PTR_NULL(bytes.bytes);
        if (strstr(files[k].name, ".docx"))
            bundle_set_pulled(bundle);
    }
    return bundle;
}

static void check_findings(const struct findings *findings,
    const char *codes)
{
    char said[256] = "";

    for (size_t k = 0; k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        snprintf(said + strlen(said), sizeof said - strlen(said), "%s%s",
            *said ? " " : "", finding->code);
        CU_ASSERT_PTR_NULL(strchr(finding->text[LANGUAGE_EN], '{'));
        CU_ASSERT_PTR_NULL(strchr(finding->text[LANGUAGE_ZH], '{'));
    }
    CU_ASSERT_STRING_EQUAL(said, codes ? codes : "");
    for (size_t k = 0; strcmp(said, codes ? codes : "") != 0
        && k < findings_count(findings); k++)
        line_print(findings_get(findings, k), (struct line_style){
            LANGUAGE_EN, false }, stdout);
}

struct bundle *write_bundle(struct bundle *bundle, bool written,
    const char *codes)
{
    struct findings *findings = findings_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    CU_ASSERT_EQUAL(bundle_commit(bundle, findings), written);
    check_findings(findings, codes);
    findings_free(findings);
    return bundle;
}

struct bundle *commit(const struct file *files, size_t count,
    bool written, const char *codes)
{
    return write_bundle(make(files, count), written, codes);
}

void recover(enum bundle_former former, const char *codes)
{
    struct findings *findings = findings_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    CU_ASSERT_EQUAL(bundle_recover(folder, findings), former);
    check_findings(findings, codes);
    findings_free(findings);
}

void write_fine(const struct file *files, size_t count)
{
    bundle_free(commit(files, count, true, NULL));
}

void check_counts(const struct bundle *bundle,
    const size_t expected[BUNDLE_CHANGE_COUNT])
{
    for (int k = 0; k < BUNDLE_CHANGE_COUNT; k++)
        CU_ASSERT_EQUAL(bundle_count_of(bundle, (enum bundle_change)k),
            expected[k]);
}

const struct file two[2] = { { "a.html", "A" }, { "b.docx", "B" } };

/* Unlocked, as the system leaves it when the process is gone. */
void kill_behind_journal(const struct file *files, size_t count,
    size_t renamed)
{
    struct folder there;
    struct findings *findings = findings_new();
    struct bundle *bundle = make(files, count);
    char name[FOLDER_NAME_SIZE];

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    CU_ASSERT_TRUE_FATAL(folder_open(&there, folder, findings));
    CU_ASSERT_TRUE_FATAL(bundle_plan(bundle, &there, findings));
    CU_ASSERT_TRUE_FATAL(bundle_stage(bundle, &there, findings));
    for (size_t k = 1; k <= renamed; k++) {
        if (is_there(files[k - 1].name))
            CU_ASSERT_EQUAL(folder_keep(&there, files[k - 1].name,
                folder_name(k, FOLDER_OLD, name)), 0);
        CU_ASSERT_EQUAL(folder_rename(&there, folder_name(k, FOLDER_NEW,
            name), files[k - 1].name), 0);
    }
    folder_close(&there, false);
    bundle_free(bundle);
    findings_free(findings);
}
