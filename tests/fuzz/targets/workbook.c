/*
 * A workbook that somebody filled in, read as a data file and into one; and the
 * same file as a list of another system, read into a project.  The bytes are
 * that of a file (.xlsx); or their first line names a part of the workbook of
 * input/smallest.json that the rest stands in for, or the list as a text,
 * list.csv or list.tsv.
 */

#include <stdlib.h>
#include <string.h>

#include "../fuzz.h"
#include "10_archive/store.h"
#include "8_formats/zip.h"
#include "library/handles.h"

#define PART_NAME_MAX 100
#define PART_MAX (1u << 20)

static struct jixiao_set *smallest, *example;
static struct store parts;      /* of the workbook as it was made */

static struct jixiao_set *read_set(const char *path,
    struct jixiao_findings *findings)
{
    struct jixiao_set *set = jixiao_read_previous(fuzz_jixiao(), path,
        findings);

    fuzz_need(set != NULL, path);
    return set;
}

static void open_once(void)
{
    struct jixiao_findings *findings;
    size_t length;

    if (smallest)
        return;
    findings = jixiao_findings_new();
    smallest = read_set("input/smallest.json", findings);
    example = read_set("input/example-full-2024.json", findings);
    char *made = jixiao_sheet(smallest, &length, findings);
    fuzz_need(made && store_open(&parts, fuzz_file((const uint8_t *)made,
        length), findings_inside(findings)), "there is a workbook");
    jixiao_findings_free(findings);
    free(made);
}

/* --- the file ------------------------------------------------------------- */

/* The workbook with other bytes for one of its parts. */
static const char *put_together(const char *name, const uint8_t *bytes,
    size_t size)
{
    struct buffer out = BUFFER_EMPTY, part = BUFFER_EMPTY;
    struct zip zip;

    zip_start(&zip, NULL, &out);
    zip_store(&zip, name, bytes, size);
    for (size_t k = 0; k < parts.count; k++) {
        const struct stored *stored = &parts.list[k];
        if (strcmp(stored->path, name) == 0)
            continue;
        buffer_clear(&part);
        fuzz_need(store_load(&parts, stored, PART_MAX, &part) == 0,
            stored->path);
        zip_store(&zip, stored->path, part.bytes, part.length);
    }
    fuzz_need(zip_finish(&zip), "a workbook can be put together");
    const char *path = fuzz_file((const uint8_t *)out.bytes, out.length);
    buffer_free(&out);
    buffer_free(&part);
    return path;
}

/* NULL: there is no such file. */
static const char *write_file(const uint8_t *bytes, size_t size)
{
    const uint8_t *end = size > 0 ? memchr(bytes, '\n', size) : NULL;
    size_t length = end ? (size_t)(end - bytes) : size;
    char name[PART_NAME_MAX];

    if (size >= 4 && memcmp(bytes, "PK\3\4", 4) == 0)
        return fuzz_file(bytes, size);
    if (!end || length == 0 || length >= sizeof name)
        return NULL;
    memcpy(name, bytes, length);
    name[length] = '\0';
    size -= length + 1;
    if (strcmp(name, "list.csv") != 0 && strcmp(name, "list.tsv") != 0)
        return put_together(name, end + 1, size);
    return fuzz_file_named(name, end + 1, size);
}

/* --- what comes of it ----------------------------------------------------- */

/* What was read is data, which makes a workbook that is read as the same. */
static void look_at(char *text, size_t length)
{
    struct jixiao_findings *findings = jixiao_findings_new();
    struct jixiao_set *set = jixiao_read_previous_bytes(fuzz_jixiao(),
        "data.json", text, length, findings);
    size_t size, again_length;

    fuzz_need(set != NULL, "what was read is data");
    char *made = jixiao_sheet(set, &size, findings);
    fuzz_need(made || jixiao_findings_count(findings) > 0,
        "what has no cell is told");
    char *again = made ? jixiao_sheet_read(fuzz_jixiao(),
        fuzz_file((const uint8_t *)made, size), &again_length, findings)
        : NULL;
    fuzz_need(!made || (again && again_length == length
        && memcmp(again, text, length) == 0), "what was written is read");
    free(again);
    free(made);
    free(text);
    jixiao_set_free(set);
    jixiao_findings_free(findings);
}

/* What is read alike is told alike: findings are counted by themselves. */
static void end(bool good, struct jixiao_findings *findings)
{
    fuzz_need(good || jixiao_findings_count(findings) > 0,
        "what cannot be read is told");
    fuzz_look(findings_inside(findings));
    jixiao_findings_free(findings);
}

static void read_it(const char *path)
{
    struct jixiao_findings *findings = jixiao_findings_new();
    size_t length;
    char *text = jixiao_sheet_read(fuzz_jixiao(), path, &length, findings);

    end(text != NULL, findings);
    if (text)
        look_at(text, length);
}

static void pull_it(const struct jixiao_set *set, const char *path,
    const char *into)
{
    struct jixiao_findings *findings = jixiao_findings_new();
    struct jixiao_pulled pulled;
    bool good = jixiao_sheet_pull(fuzz_jixiao(), set, path, into, &pulled,
        findings);

    end(good, findings);
    if (good)
        fuzz_look_pulled(&pulled);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const char *path;

    fuzz_setup();
    open_once();
    path = write_file(bytes, size);
    if (path) {
        pull_it(smallest, path, NULL);
        pull_it(example, path, "projects.farmland");
        read_it(path);
    }
    return 0;
}

/* The line that names the part stays. */
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t room,
    unsigned seed)
{
    uint8_t *end = size > 0 ? memchr(bytes, '\n', size) : NULL;
    size_t head = end && end - bytes < PART_NAME_MAX
        ? (size_t)(end + 1 - bytes) : 0;

    return head + fuzz_shape_xml(bytes + head, size - head, room - head,
        seed);
}
