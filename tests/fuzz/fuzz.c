/*
 * What the harnesses share: the small edition, a file to read, and what holds
 * of all findings.
 */

#include "fuzz.h"

#include <errno.h>
#include <libxml/xmlerror.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "0_base/buffer.h"
#include "0_base/utf8.h"
#include "8_formats/fonts/harfbuzz.h"
#include "library/handles.h"

#define EDITION "tests/fuzz/edition/"

const char fuzz_data[] = "{\"edition\": \"e\", \"year\": 2024, \"a\": 1.5, "
    "\"b\": 2, \"sum\": null, \"note\": \"共{{sum}}，其中甲1.5万元。\", "
    "\"items\": [{\"id\": \"x\", \"name\": \"甲项\", \"share\": 40}, "
    "{\"id\": \"y\", \"name\": \"乙项\", \"share\": 60}], "
    "\"explanations\": []}";

static void be_silent(void *user, const char *format, ...)
{
    (void)user;
    (void)format;
}

void fuzz_setup(void)
{
    static bool is_done;

    if (is_done)
        return;
    is_done = true;
    jixiao_setup();
    xmlSetGenericErrorFunc(NULL, be_silent);

    struct findings *findings = findings_new();
    fuzz_need(findings && harfbuzz_open(findings), "HarfBuzz can be opened");
    findings_free(findings);
}

void fuzz_need(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "fuzz: it does not hold: %s\n", what);
    abort();
}

/* Lines of UTF-8 in which nothing is a control, but for the line feeds. */
static bool can_be_shown(const char *text)
{
    unsigned code;
    size_t length;

    for (; *text != '\0'; text += length) {
        length = utf8_first(text, &code);
        if (length == 0 || (code < 0x20 && code != '\n')
            || (code >= 0x7F && code < 0xA0))
            return false;
    }
    return true;
}

static void print_in(const struct findings *findings,
    enum jixiao_language language)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);

    fuzz_need(out != NULL, "there is memory");
    jixiao_print_findings((const struct jixiao_findings *)findings,
        &(struct jixiao_report_options){ .language = language }, out);
    fuzz_need(fclose(out) == 0 && strlen(text) == length
        && can_be_shown(text), "what is found can be shown");
    if (getenv("FUZZ_SAY"))
        fputs(text, stderr);
    free(text);
}

void fuzz_look(const struct findings *findings)
{
    for (size_t k = 0; k < findings_count(findings); k++)
        fuzz_need(*findings_get(findings, k)->code != '\0',
            "a finding has a code");
    print_in(findings, JIXIAO_ZH);
    print_in(findings, JIXIAO_EN);
}

void fuzz_look_pulled(struct jixiao_pulled *pulled)
{
    struct jixiao_findings *findings = jixiao_findings_new();
    struct jixiao_set *again = jixiao_read_previous_bytes(fuzz_jixiao(),
        "data.json", pulled->data, pulled->data_length, findings);

    for (size_t k = 0; k < jixiao_findings_count(findings); k++) {
        struct jixiao_finding finding;
        jixiao_findings_get(findings, k, &finding);
        fuzz_need(*finding.code != 'J', "what was pulled is JSON");
    }
    fuzz_need(again || jixiao_findings_worst(findings) == JIXIAO_ERROR,
        "what was pulled is data, or told");
    jixiao_set_free(again);
    jixiao_findings_free(findings);
    free(pulled->patch);
    free(pulled->data);
}

static char folder_path[64], file_path[160];

static void remove_folder(void)
{
    unlink(file_path);
    rmdir(folder_path);
}

const char *fuzz_folder(const char *name, const uint8_t *bytes, size_t size)
{
    FILE *file;

    if (!*folder_path) {
        snprintf(folder_path, sizeof folder_path, "%s/jixiao-fuzz-XXXXXX",
            access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
        fuzz_need(mkdtemp(folder_path) != NULL, "a folder can be made");
        atexit(remove_folder);
    }
    unlink(file_path);
    snprintf(file_path, sizeof file_path, "%s/%s", folder_path, name);
    file = fopen(file_path, "wb");
    fuzz_need(file && fwrite(bytes, 1, size, file) == size
        && fclose(file) == 0, "a file can be written");
    return folder_path;
}

const char *fuzz_file_named(const char *name, const uint8_t *bytes,
    size_t size)
{
    fuzz_folder(name, bytes, size);
    return file_path;
}

const char *fuzz_file(const uint8_t *bytes, size_t size)
{
    return fuzz_file_named("file", bytes, size);
}

/* The folder of the edition, or else what is built in. */
static char *load(void *user, const char *path, size_t *length)
{
    static const struct resources folder = { .data_dir = EDITION };
    static const struct resources built_in;
    const struct fuzz_resources *replaced = user;

    if (replaced && replaced->path && strcmp(path, replaced->path) == 0) {
        char *copy = malloc(replaced->size + 1);
        fuzz_need(copy != NULL, "there is memory");
        if (replaced->size > 0)
            memcpy(copy, replaced->bytes, replaced->size);
        copy[replaced->size] = '\0';
        *length = replaced->size;
        return copy;
    }
    char *bytes = resource_load(&folder, path, length);
    return bytes || errno != ENOENT ? bytes
        : resource_load(&built_in, path, length);
}

struct resources fuzz_resources(struct fuzz_resources *replaced)
{
    return (struct resources){ .source = load, .source_user = replaced };
}

struct jixiao *fuzz_open(struct fuzz_resources *replaced,
    struct jixiao_findings *findings)
{
    struct jixiao *jixiao = jixiao_open(NULL, findings);

    fuzz_need(jixiao != NULL, "the library opens");
    jixiao->resources = fuzz_resources(replaced);
    return jixiao;
}

struct jixiao *fuzz_jixiao(void)
{
    static struct jixiao *jixiao;
    struct jixiao_findings *findings;

    if (!jixiao) {
        findings = jixiao_findings_new();
        jixiao = jixiao_open(NULL, findings);
        fuzz_need(jixiao != NULL, "the library opens");
        jixiao_findings_free(findings);
    }
    return jixiao;
}

size_t fuzz_below(struct fuzz_random *random, size_t limit)
{
    random->state = random->state * 6364136223846793005u
        + 1442695040888963407u;
    return (size_t)(random->state >> 33) % limit;
}
