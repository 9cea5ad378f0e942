/* Reading a whole file, and saying why it cannot be read. */

#include "1_read/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "0_base/fault.h"
#include "0_base/pipe.h"

#define CHUNK 65536
#define NUMBER_SIZE 24

static const struct place nowhere = { 0, 0 };

static void report_fault(int fault, struct findings *findings)
{
    char reason[FAULT_TEXT_SIZE];

    switch (fault) {
    case ENOENT:
    case ENOTDIR:
        findings_add(findings, CATALOGUE_FILE_MISSING, nowhere, NULL, NULL);
        break;
    case EISDIR:
        findings_add(findings, CATALOGUE_FILE_FOLDER, nowhere, NULL, NULL);
        break;
    case EACCES:
    case EPERM:
        findings_add(findings, CATALOGUE_FILE_FORBIDDEN, nowhere, NULL, NULL);
        break;
    default:
        findings_add(findings, CATALOGUE_FILE_UNREADABLE, nowhere, NULL,
            "reason", fault_text(fault, reason), NULL);
    }
}

bool file_report_link(const char *path, int fault, struct findings *findings)
{
    char target[PATH_MAX];
    ssize_t length = fault == ENOENT || fault == ELOOP
        ? readlink(path, target, sizeof target - 1) : -1;

    if (length < 0)
        return false;
    target[length] = '\0';
    findings_add(findings, CATALOGUE_FILE_IS_LINK, nowhere, NULL, "target",
        target, NULL);
    return true;
}

static void report_size(enum catalogue id, uintmax_t size, size_t limit,
    struct findings *findings)
{
    char size_text[NUMBER_SIZE], limit_text[NUMBER_SIZE];

    snprintf(size_text, sizeof size_text, "%ju", size);
    snprintf(limit_text, sizeof limit_text, "%zu", limit);
    findings_add(findings, id, nowhere, NULL, "size", size_text, "limit",
        limit_text, NULL);
}

/* Whether the file may be read, by its kind and size. */
static bool look_at(int file, size_t limit, struct findings *findings)
{
    struct stat status;

    if (fstat(file, &status) != 0) {
        report_fault(errno, findings);
        return false;
    }
    if (S_ISDIR(status.st_mode)) {
        report_fault(EISDIR, findings);
        return false;
    }
    if (S_ISREG(status.st_mode) && (uintmax_t)status.st_size > limit) {
        report_size(CATALOGUE_FILE_TOO_LARGE, (uintmax_t)status.st_size,
            limit, findings);
        return false;
    }
    return true;
}

static bool wait_for_writer(int file, struct buffer *out,
    struct findings *findings)
{
    int fault = pipe_wait(file, out);

    if (fault == EPIPE)
        findings_add(findings, CATALOGUE_FILE_UNWRITTEN, nowhere, NULL, NULL);
    else if (fault)
        report_fault(fault, findings);
    return fault == 0;
}

static bool read_all(int file, size_t limit, struct buffer *out,
    struct findings *findings)
{
    char chunk[CHUNK];
    size_t total = 0;
    ssize_t count;

    while ((count = read(file, chunk, sizeof chunk)) != 0) {
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            report_fault(errno, findings);
            return false;
        }
        total += (size_t)count;
        if (total > limit) {
            report_size(CATALOGUE_FILE_ENDLESS, total, limit, findings);
            return false;
        }
        buffer_add(out, chunk, (size_t)count);
        if (out->failed) {
            findings_out_of_memory(findings);
            return false;
        }
    }
    return true;
}

bool file_read(const char *path, size_t limit, struct buffer *out,
    struct findings *findings)
{
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

    if (file < 0) {
        int fault = errno;
        if (!file_report_link(path, fault, findings))
            report_fault(fault, findings);
        return false;
    }

    bool complete = look_at(file, limit, findings)
        && wait_for_writer(file, out, findings)
        && read_all(file, limit, out, findings);
    close(file);
    return complete;
}
