/* Files that are read, and those that are not. */

#include "fixture.h"

#include <CUnit/CUnit.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "1_read/json.h"

static void check_file(const char *path, const char *code)
{
    struct findings *findings = findings_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    CU_ASSERT_PTR_NULL(json_read(path, findings));
    CU_ASSERT_EQUAL(findings_count(findings), 1);
    CU_ASSERT_STRING_EQUAL(findings_get(findings, 0)->code, code);
    CU_ASSERT_STRING_EQUAL(findings_get(findings, 0)->file, path);
    findings_free(findings);
}

static void says_why_a_file_is_not_read(void)
{
    char folder[] = "/tmp/jixiao-json-XXXXXX", path[64];

    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
    check_file(folder, "X011");
    snprintf(path, sizeof path, "%s/absent.json", folder);
    check_file(path, "X010");
    check_file("/dev/null", "J001");
    check_file("/dev/zero", "X015");

    int file = open(path, O_WRONLY | O_CREAT, 0600);
    CU_ASSERT_FATAL(file >= 0);
    check_file(path, "J001");
    /* A sparse gigabyte: it is not read. */
    CU_ASSERT_EQUAL(ftruncate(file, 1 << 30), 0);
    check_file(path, "X014");
    close(file);
    if (geteuid() != 0) {
        chmod(path, 0);
        check_file(path, "X012");
    } else {
        fixture_skip("json: a file without permission: root has it");
    }
    /* Reading one's own memory at address 0 fails with EIO. */
    if (access("/proc/self/mem", R_OK) == 0)
        check_file("/proc/self/mem", "X013");
    unlink(path);
    rmdir(folder);
}

static void reads_a_pipe_up_to_the_limit(void)
{
    char path[] = "/tmp/jixiao-pipe-XXXXXX", chunk[4096];
    int status;

    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(path));
    rmdir(path);
    CU_ASSERT_EQUAL_FATAL(mkfifo(path, 0600), 0);
    fflush(stdout);
    pid_t child = fork();
    CU_ASSERT_FATAL(child >= 0);
    if (child == 0) {
        int file = open(path, O_WRONLY);
        memset(chunk, ' ', sizeof chunk);
        signal(SIGPIPE, SIG_IGN);
        while (write(file, chunk, sizeof chunk) > 0)
            ;
        _exit(0);
    }
    check_file(path, "X015");
    waitpid(child, &status, 0);
    unlink(path);
}

static void reads_a_file_and_names_it(void)
{
    char path[] = "/tmp/jixiao-json-XXXXXX";
    int file = mkstemp(path);
    struct findings *findings = findings_new();

    CU_ASSERT_FATAL(file >= 0 && findings != NULL);
    CU_ASSERT_EQUAL(write(file, "{\"a\": 1}", 8), 8);
    struct json *json = json_read(path, findings);
    CU_ASSERT_PTR_NOT_NULL(json);
    CU_ASSERT_EQUAL(findings_count(findings), 0);
    json_free(json);
    json_free(NULL);
    findings_free(findings);
    close(file);
    unlink(path);
}

CU_TestInfo file_tests[] = {
    {"says why a file is not read", says_why_a_file_is_not_read},
    {"reads a pipe up to the limit", reads_a_pipe_up_to_the_limit},
    {"reads a file and names it", reads_a_file_and_names_it},
    CU_TEST_INFO_NULL
};
