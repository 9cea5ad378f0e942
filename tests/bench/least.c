/*
 * The least that a data file and a file made of it can take: the data is
 * parsed, what changes in the file is deflated, and the file is written.
 *
 *     least DATA FILE PART FOLDER RUNS
 *
 * PART is the part of the file that changes with the data, as it is inside;
 * an empty name where the file is not packed.  Printed are the processor's
 * milliseconds that one time took.
 */

#include <cjson/cJSON.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* As the program packs. */
#define LEVEL 1

struct bytes {
    char *start;
    size_t length;
};

static void need(int condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "least: %s failed\n", what);
    exit(4);
}

static struct bytes read_file(const char *path)
{
    FILE *file = fopen(path, "rb");

    need(file && fseek(file, 0, SEEK_END) == 0, path);
    size_t length = (size_t)ftell(file);
    rewind(file);
    char *start = malloc(length + 1);
    need(start && fread(start, 1, length, file) == length, path);
    fclose(file);
    return (struct bytes){ start, length };
}

static void write_file(const char *path, struct bytes bytes)
{
    FILE *file = fopen(path, "wb");

    need(file && fwrite(bytes.start, 1, bytes.length, file) == bytes.length
        && fclose(file) == 0, path);
}

static void run(const char *data_path, struct bytes file, struct bytes part,
    struct libdeflate_compressor *compressor, const char *out)
{
    struct bytes data = read_file(data_path);
    cJSON *json = cJSON_ParseWithLength(data.start, data.length);
    char *packed = malloc(part.length + 1);

    need(json && packed, data_path);
    need(part.length == 0 || (libdeflate_crc32(0, part.start, part.length)
        && libdeflate_deflate_compress(compressor, part.start, part.length,
            packed, part.length)), "deflating");
    write_file(out, file);
    free(packed);
    cJSON_Delete(json);
    free(data.start);
}

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

int main(int argc, char **argv)
{
    char out[4096];

    if (argc != 6) {
        fputs("usage: least DATA FILE PART FOLDER RUNS\n", stderr);
        return 3;
    }
    struct bytes file = read_file(argv[2]);
    struct bytes part = *argv[3] ? read_file(argv[3]) : (struct bytes){ 0 };
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(
        LEVEL);
    int runs = atoi(argv[5]);
    need(compressor && runs > 0 && snprintf(out, sizeof out, "%s/least",
        argv[4]) < (int)sizeof out, "beginning");
    double begun = now();
    for (int k = 0; k < runs; k++)
        run(argv[1], file, part, compressor, out);
    printf("%.4f %zu\n", (now() - begun) / runs, file.length);
    libdeflate_free_compressor(compressor);
    free(part.start);
    free(file.start);
    return 0;
}
