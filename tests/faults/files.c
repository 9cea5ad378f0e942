/* The program's own calls that make, fill, name or remove files. */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fault.h"

/* Each wrapper fails as its function does, or passes its arguments on. */
#define WRAP(type, failure, name, parameters, arguments) \
    type __real_##name parameters; \
    type __wrap_##name parameters; \
    type __wrap_##name parameters \
    { \
        return fault_in_files() ? failure : __real_##name arguments; \
    }

WRAP(FILE *, NULL, fopen, (const char *path, const char *mode), (path, mode))
WRAP(FILE *, NULL, fdopen, (int file, const char *mode), (file, mode))
WRAP(ssize_t, -1, write, (int file, const void *bytes, size_t length),
    (file, bytes, length))
WRAP(size_t, 0, fwrite,
    (const void *bytes, size_t size, size_t count, FILE *file),
    (bytes, size, count, file))
WRAP(int, -1, fsync, (int file), (file))
WRAP(int, -1, fdatasync, (int file), (file))
WRAP(int, -1, rename, (const char *from, const char *to), (from, to))
WRAP(int, -1, link, (const char *from, const char *to), (from, to))
WRAP(int, -1, fchmod, (int file, mode_t mode), (file, mode))
WRAP(int, -1, flock, (int file, int operation), (file, operation))
WRAP(int, -1, unlink, (const char *path), (path))
WRAP(int, -1, unlinkat, (int folder, const char *path, int flags),
    (folder, path, flags))
WRAP(int, -1, rmdir, (const char *path), (path))
WRAP(int, -1, mkdir, (const char *path, mode_t mode), (path, mode))
WRAP(int, -1, mkdirat, (int folder, const char *path, mode_t mode),
    (folder, path, mode))
WRAP(DIR *, NULL, opendir, (const char *path), (path))
WRAP(DIR *, NULL, fdopendir, (int folder), (folder))

bool fault_is_poor(void)
{
    return getenv("FAULTS_POOR") != NULL;
}

static bool is_poor(int fault)
{
    if (fault_is_poor())
        errno = fault;
    return fault_is_poor();
}

int __real_renameat(int a, const char *from, int b, const char *to);
int __wrap_renameat(int a, const char *from, int b, const char *to);
int __real_linkat(int a, const char *from, int b, const char *to, int flags);
int __wrap_linkat(int a, const char *from, int b, const char *to, int flags);

int __wrap_renameat(int a, const char *from, int b, const char *to)
{
    struct stat status;

    if (fault_in_files() || (fstatat(b, to, &status, AT_SYMLINK_NOFOLLOW) == 0
            && is_poor(EEXIST)))
        return -1;
    return __real_renameat(a, from, b, to);
}

int __wrap_linkat(int a, const char *from, int b, const char *to, int flags)
{
    if (fault_in_files() || is_poor(EPERM))
        return -1;
    return __real_linkat(a, from, b, to, flags);
}

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __real_openat(int folder, const char *path, int flags, ...);
int __wrap_openat(int folder, const char *path, int flags, ...);

static mode_t mode_take(int flags, va_list arguments)
{
    return (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
}

int __wrap_open(const char *path, int flags, ...)
{
    va_list arguments;
    mode_t mode;

    va_start(arguments, flags);
    mode = mode_take(flags, arguments);
    va_end(arguments);
    return fault_in_files() ? -1 : __real_open(path, flags, mode);
}

int __wrap_openat(int folder, const char *path, int flags, ...)
{
    va_list arguments;
    mode_t mode;

    va_start(arguments, flags);
    mode = mode_take(flags, arguments);
    va_end(arguments);
    return fault_in_files() ? -1 : __real_openat(folder, path, flags, mode);
}

/* A close that fails has closed all the same. */
int __real_close(int file);
int __wrap_close(int file);
int __real_fclose(FILE *file);
int __wrap_fclose(FILE *file);

int __wrap_close(int file)
{
    int status = fault_in_files() ? -1 : 0;

    return __real_close(file) == 0 ? status : -1;
}

int __wrap_fclose(FILE *file)
{
    int status = fault_in_files() ? EOF : 0;

    return __real_fclose(file) == 0 ? status : EOF;
}
