/*
 * Run the official JSON Schema test suite, draft 2020-12.
 *
 * It is looked for under $SHARED or ../shared and skipped where it is not.
 * Optional tests that do not pass have to be in json-schema-optional.txt
 * with the reason, and no others: a line is
 *     FILE: SCHEMA: TEST # reason
 */

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/buffer.h"
#include "0_base/resources.h"
#include "1_read/json.h"
#include "2_schema/schema.h"
#include "library/reports/line.h"

#define SUITE "suites/json-schema-test-suite"
#define OPTIONAL_LIST "tests/suites/json-schema-optional.txt"
#define META_SCHEMA "https://json-schema.org/draft/2020-12/schema"
#define REMOTES "http://localhost:1234/"

/* What a schema under test is called where it has no $id. */
#define TESTED "urn:jixiao:tested"

struct suite {
    struct buffer root;
    const char *tested;         /* the text served as TESTED */
    size_t tested_length;
    char *excuses;              /* the optional list */
    unsigned excused;           /* its lines that were needed */
    bool optional;
    unsigned passed, failed, files, files_failed;
};

static char *read_whole(const char *path, size_t *length)
{
    FILE *in = fopen(path, "rb");
    struct buffer text = BUFFER_EMPTY;
    char block[4096];
    size_t got;

    if (!in)
        return NULL;
    while ((got = fread(block, 1, sizeof block, in)) > 0)
        buffer_add(&text, block, got);
    fclose(in);
    if (length)
        *length = text.length;
    return buffer_take(&text);
}

static char *load(void *context, const char *uri, size_t *length)
{
    const struct suite *suite = context;
    struct buffer path = BUFFER_EMPTY;

    if (strcmp(uri, TESTED) == 0) {
        *length = suite->tested_length;
        return strndup(suite->tested, suite->tested_length);
    }
    if (strcmp(uri, META_SCHEMA) == 0)
        return resource_load(&(struct resources){0},
            "schemas/common/meta.schema.json", length);
    if (strncmp(uri, REMOTES, strlen(REMOTES)) != 0)
        return NULL;
    buffer_printf(&path, "%s/remotes/%s", buffer_string(&suite->root),
        uri + strlen(REMOTES));
    char *text = read_whole(buffer_string(&path), length);
    buffer_free(&path);
    return text;
}

/* Whether the optional list has a line for a test, and its reason. */
static bool is_excused(struct suite *suite, const char *name)
{
    size_t length = strlen(name);

    for (const char *line = suite->excuses; line && *line;) {
        if (strncmp(line, name, length) == 0
            && strncmp(line + length, " # ", 3) == 0)
            return true;
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    return false;
}

static void print_findings(const struct findings *findings)
{
    for (size_t k = 0; k < findings_count(findings); k++) {
        fputs("    ", stdout);
        line_print(findings_get(findings, k),
            (struct line_style){ LANGUAGE_EN, false }, stdout);
    }
}

/* True if data is judged as the suite says. */
static bool judge(const struct schema *schema, const struct json *file,
    const cJSON *test, struct findings *findings)
{
    size_t length;
    const char *text = json_literal(file,
        cJSON_GetObjectItemCaseSensitive(test, "data"), &length);
    bool wanted = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(test,
        "valid"));
    struct json *data = json_parse(text, length, findings);
    bool valid = data && schema && schema_validate(schema, data, findings);
    bool counted = (findings_count(findings) == 0) == valid;

    json_free(data);
    return schema && valid == wanted && counted;
}

static bool run_test(struct suite *suite, const struct schema *schema,
    const struct json *file, const cJSON *test, const char *name)
{
    struct findings *findings = findings_new();
    bool good = findings && judge(schema, file, test, findings);
    bool excused = suite->optional && is_excused(suite, name);

    suite->excused += excused;
    if (good && excused) {
        printf("not ok %s: passes, take it off %s\n", name, OPTIONAL_LIST);
        suite->failed++;
    } else if (good) {
        suite->passed++;
    } else if (!excused) {
        printf("not ok %s\n", name);
        if (findings)
            print_findings(findings);
        suite->failed++;
    }
    findings_free(findings);
    return good != excused;
}

static bool run_case(struct suite *suite, const struct json *file,
    const cJSON *one, const char *file_name)
{
    struct findings *findings = findings_new();
    struct schema_options options = { .load = load, .context = suite,
        .assert_format = strncmp(file_name, "optional/format/", 16) == 0 };
    const cJSON *test;
    bool good = true;
    struct buffer name = BUFFER_EMPTY;

    suite->tested = json_literal(file,
        cJSON_GetObjectItemCaseSensitive(one, "schema"),
        &suite->tested_length);
    struct schema *schema = schema_compile(TESTED, &options, findings);
    cJSON_ArrayForEach(test,
        cJSON_GetObjectItemCaseSensitive(one, "tests")) {
        buffer_clear(&name);
        buffer_printf(&name, "%s: %s: %s", file_name,
            cJSON_GetObjectItemCaseSensitive(one, "description")
                ->valuestring,
            cJSON_GetObjectItemCaseSensitive(test, "description")
                ->valuestring);
        good &= run_test(suite, schema, file, test, buffer_string(&name));
    }
    if (!schema && !good)
        print_findings(findings);
    buffer_free(&name);
    schema_free(schema);
    findings_free(findings);
    return good;
}

static void run_file(struct suite *suite, const char *file_name)
{
    struct findings *findings = findings_new();
    struct buffer path = BUFFER_EMPTY;
    const cJSON *one;
    bool good = true;
    size_t length;

    buffer_printf(&path, "%s/tests/draft2020-12/%s",
        buffer_string(&suite->root), file_name);
    char *text = read_whole(buffer_string(&path), &length);
    struct json *file = text ? json_parse(text, length, findings) : NULL;
    if (file)
        cJSON_ArrayForEach(one, json_root(file))
            good &= run_case(suite, file, one, file_name);
    good = good && file;
    printf("%s json-schema %s\n", good ? "ok" : "not ok", file_name);
    suite->files++;
    suite->files_failed += !good;
    json_free(file);
    findings_free(findings);
    buffer_free(&path);
    free(text);
}

static int is_json(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');

    return dot && strcmp(dot, ".json") == 0;
}

/* Every file of one folder, in the order of names. */
static void run_folder(struct suite *suite, const char *folder)
{
    struct dirent **entries;
    struct buffer path = BUFFER_EMPTY;

    buffer_printf(&path, "%s/tests/draft2020-12/%s",
        buffer_string(&suite->root), folder);
    int count = scandir(buffer_string(&path), &entries, is_json, alphasort);
    for (int k = 0; k < count; k++) {
        buffer_clear(&path);
        buffer_printf(&path, "%s%s", folder, entries[k]->d_name);
        run_file(suite, buffer_string(&path));
        free(entries[k]);
    }
    buffer_free(&path);
    if (count >= 0)
        free(entries);
}

static unsigned count_excuses(const struct suite *suite)
{
    unsigned count = 0;

    for (const char *line = suite->excuses; line && *line; count++) {
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    return count;
}

static void run_all(struct suite *suite)
{
    run_folder(suite, "");
    printf("# required: %u passed, %u failed\n", suite->passed,
        suite->failed);
    unsigned required = suite->passed;
    suite->optional = true;
    run_folder(suite, "optional/");
    run_folder(suite, "optional/format/");
    printf("# optional: %u passed, %u listed in %s\n",
        suite->passed - required, suite->excused, OPTIONAL_LIST);
    if (suite->excused != count_excuses(suite)) {
        printf("not ok json-schema: %s has lines for tests that are not "
            "there\n", OPTIONAL_LIST);
        suite->files_failed++;
        suite->files++;
    }
}

int main(void)
{
    const char *shared = getenv("SHARED");
    struct suite suite = {0};
    DIR *folder;

    buffer_printf(&suite.root, "%s/" SUITE,
        shared && *shared ? shared : "../shared");
    folder = opendir(buffer_string(&suite.root));
    if (!folder) {
        printf("skip json-schema: no %s\n", buffer_string(&suite.root));
        puts("0 passed, 0 failed, 1 skipped");
        buffer_free(&suite.root);
        return 0;
    }
    closedir(folder);
    suite.excuses = read_whole(OPTIONAL_LIST, NULL);
    run_all(&suite);
    free(suite.excuses);
    buffer_free(&suite.root);
    printf("%u passed, %u failed, 0 skipped\n",
        suite.files - suite.files_failed, suite.files_failed);
    return suite.files_failed > 0;
}
