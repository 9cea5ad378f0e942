/*
 * Run the command line again and again, in each run one more of the
 * program's own allocations failing, and see that every run ends well:
 *
 *     allocations [--every N] [--from N] FOLDER ARGUMENT...
 *
 * Each run is jixiao ARGUMENT... with "@" in place of FOLDER, a folder with
 * an older set in it.  It must end with exit status 4, the finding X001 and
 * FOLDER as it was; not with a signal, and, compiled with LeakSanitizer, not
 * with a leak.  The one allocation is counted by the linker's --wrap of
 * malloc and its like; those inside shared libraries are not ours.
 */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define STATUS_SYSTEM 4
#define ARGUMENTS_MAX 30

int jixiao_main(int argc, char **argv);

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
char *__real_strdup(const char *string);
char *__real_strndup(const char *string, size_t length);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
char *__wrap_strdup(const char *string);
char *__wrap_strndup(const char *string, size_t length);

static unsigned long fail_at;       /* 0: none */
static unsigned long *allocations;  /* so far; shared with the child */

static bool fails(void)
{
    if (++*allocations != fail_at)
        return false;
    errno = ENOMEM;
    return true;
}

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return fails() ? NULL : __real_realloc(old, size);
}

char *__wrap_strdup(const char *string)
{
    return fails() ? NULL : __real_strdup(string);
}

char *__wrap_strndup(const char *string, size_t length)
{
    return fails() ? NULL : __real_strndup(string, length);
}

/* FNV-1a, 64 bits. */
static uint64_t hash_add(uint64_t hash, const void *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ ((const unsigned char *)bytes)[i]) * 0x100000001b3u;
    return hash;
}

static uint64_t hash_file(uint64_t hash, const char *path)
{
    char bytes[8192];
    FILE *file = fopen(path, "rb");
    size_t length;

    if (file == NULL)
        return hash_add(hash, "?", 1);
    while ((length = fread(bytes, 1, sizeof bytes, file)) > 0)
        hash = hash_add(hash, bytes, length);
    fclose(file);
    return hash;
}

/* Of the names and bytes of all below a folder, whatever their order. */
static uint64_t hash_folder(const char *folder)
{
    DIR *open = opendir(folder);
    struct dirent *entry;
    uint64_t sum = 0;

    while (open != NULL && (entry = readdir(open)) != NULL) {
        char path[4096];
        struct stat status;
        uint64_t hash;

        if (strcmp(entry->d_name, ".") == 0
            || strcmp(entry->d_name, "..") == 0)
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        hash = hash_add(0xcbf29ce484222325u, path, strlen(path));
        if (lstat(path, &status) == 0 && S_ISDIR(status.st_mode))
            hash = hash_add(hash, &(uint64_t){hash_folder(path)}, 8);
        else
            hash = hash_file(hash, path);
        sum += hash;
    }
    if (open != NULL)
        closedir(open);
    return sum;
}

/* Run in a child, with what it says going to said; its wait status. */
static int run(int argc, char **argv, FILE *said)
{
    int status = 0;
    pid_t child;

    fflush(NULL);
    if (ftruncate(fileno(said), 0) != 0)
        return -1;
    rewind(said);
    *allocations = 0;
    child = fork();
    if (child == 0) {
        alarm(120);
        dup2(fileno(said), STDOUT_FILENO);
        dup2(fileno(said), STDERR_FILENO);
        exit(jixiao_main(argc, argv));
    }
    if (child < 0 || waitpid(child, &status, 0) != child)
        return -1;
    return status;
}

static bool has_said(FILE *said, const char *words)
{
    static char text[1 << 16];
    size_t length;

    rewind(said);
    length = fread(text, 1, sizeof text - 1, said);
    text[length] = '\0';
    return strstr(text, words) != NULL;
}

static void print_said(FILE *said)
{
    char line[1024];

    rewind(said);
    for (int i = 0; i < 40 && fgets(line, sizeof line, said) != NULL; i++)
        printf("    %s", line);
}

/* What is wrong with a run whose allocation failed; NULL if nothing is. */
static const char *fault_of(int status, FILE *said, bool same)
{
    if (WIFSIGNALED(status))
        return "it crashed";
    if (!WIFEXITED(status))
        return "it did not end";
    if (WEXITSTATUS(status) != STATUS_SYSTEM)
        return "its exit status is not 4";
    if (!has_said(said, "X001"))
        return "it does not say that memory ran out";
    return same ? NULL : "it wrote";
}

/* The arguments of the program, with "@" replaced by the folder. */
static int arguments_make(char *folder, char **from, char **argv)
{
    int argc = 0;

    argv[argc++] = "jixiao";
    for (; *from != NULL && argc < ARGUMENTS_MAX; from++)
        argv[argc++] = strcmp(*from, "@") == 0 ? folder : *from;
    argv[argc] = NULL;
    return argc;
}

/*
 * Print the faults; how many of the runs had one.  The run that ends before
 * its failure has come is the last, and sets count.
 */
static unsigned long runs_try(const char *folder, int argc, char **argv,
    unsigned long from, unsigned long every, FILE *said,
    unsigned long *count)
{
    uint64_t before = hash_folder(folder);
    unsigned long faults = 0;

    for (fail_at = from;; fail_at += every) {
        int status = run(argc, argv, said);
        uint64_t after = hash_folder(folder);
        const char *fault = fault_of(status, said, after == before);

        if (*allocations < fail_at) {
            if (!WIFEXITED(status) || WEXITSTATUS(status) > 2) {
                printf("    without a failure it fails\n");
                print_said(said);
                faults++;
            }
            break;
        }
        before = after;
        if (fault == NULL || faults++ >= 10)
            continue;
        printf("    allocation %lu fails: %s (wait status 0x%x)\n",
            fail_at, fault, (unsigned)status);
        print_said(said);
    }
    *count = *allocations;
    return faults;
}

static unsigned long option(char ***argument, const char *name,
    unsigned long otherwise)
{
    if (**argument == NULL || strcmp(**argument, name) != 0)
        return otherwise;
    *argument += 2;
    return strtoul((*argument)[-1], NULL, 10);
}

/* The count of allocations, in memory that the children write too. */
static bool counter_share(FILE *file)
{
    void *shared;

    if (ftruncate(fileno(file), sizeof *allocations) != 0)
        return false;
    shared = mmap(NULL, sizeof *allocations, PROT_READ | PROT_WRITE,
        MAP_SHARED, fileno(file), 0);
    if (shared == MAP_FAILED)
        return false;
    allocations = shared;
    return true;
}

int main(int argc, char **argv)
{
    char *arguments[ARGUMENTS_MAX + 1], **argument = argv + 1;
    unsigned long every = option(&argument, "--every", 1);
    unsigned long from = option(&argument, "--from", 1);
    unsigned long count, faults;
    char *folder = argument[0];
    FILE *said = tmpfile();
    FILE *counter = tmpfile();

    if (argc < 3 || folder == NULL || every == 0 || said == NULL
        || counter == NULL || !counter_share(counter)) {
        fprintf(stderr, "allocations: cannot begin\n");
        return 2;
    }
    argc = arguments_make(folder, argument + 1, arguments);
    faults = runs_try(folder, argc, arguments, from, every, said, &count);
    printf("%lu allocations, %lu runs at fault\n", count, faults);
    return faults > 0;
}
