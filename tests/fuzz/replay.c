/*
 * A harness without libFuzzer: each file or folder of files that is named is
 * put in, once.
 */

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fuzz.h"

static unsigned put_in;

/* libFuzzer's own mutation, which mutators may ask for: none is done here. */
size_t LLVMFuzzerMutate(uint8_t *bytes, size_t size, size_t room)
{
    (void)bytes;
    (void)room;
    return size;
}

static void replay_file(const char *path, size_t size)
{
    uint8_t *bytes = malloc(size > 0 ? size : 1);
    FILE *file = fopen(path, "rb");

    fuzz_need(bytes && file && fread(bytes, 1, size, file) == size, path);
    fclose(file);
    fprintf(stderr, "%s\n", path);     /* the last one is what ends it */
    LLVMFuzzerTestOneInput(bytes, size);
    put_in++;
    free(bytes);
}

static void replay(const char *path)
{
    struct dirent **entries;
    struct stat status;
    int count;

    fuzz_need(stat(path, &status) == 0, path);
    if (!S_ISDIR(status.st_mode)) {
        replay_file(path, (size_t)status.st_size);
        return;
    }
    count = scandir(path, &entries, NULL, alphasort);
    fuzz_need(count >= 0, path);
    for (int k = 0; k < count; k++) {
        char inside[4096];
        snprintf(inside, sizeof inside, "%s/%s", path, entries[k]->d_name);
        if (entries[k]->d_name[0] != '.')
            replay(inside);
        free(entries[k]);
    }
    free(entries);
}

int main(int argc, char **argv)
{
    for (int k = 1; k < argc; k++)
        replay(argv[k]);
    printf("%u inputs\n", put_in);
    return put_in == 0;
}
