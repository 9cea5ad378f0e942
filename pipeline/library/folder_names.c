/*
 * What the folders of sets are called: after the data file, and where several
 * of one run have a name, after the folders that these are in, too.
 */

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "0_base/buffer.h"
#include "0_base/phrases.h"
#include "9_bundle/names.h"
#include "library/folders.h"
#include "library/handles.h"

/* One data file of a run. */
struct naming {
    size_t number;              /* as the caller counts them */
    const char *path;           /* as the caller names it */
    char *whole;                /* from the root on, without "." and ".." */
    size_t depth;               /* how many folders its name tells */
    char *name;
};

void folder_print_name(const char *path, struct buffer *out)
{
    const char *name = name_of_file(path);
    const char *dot = strrchr(name, '.');
    struct buffer stem = BUFFER_EMPTY;

    buffer_add(&stem, name,
        dot && dot > name ? (size_t)(dot - name) : strlen(name));
    name_print(buffer_string(&stem), "", out);
    out->failed = out->failed || stem.failed;
    buffer_free(&stem);
}

/* --- paths --------------------------------------------------------------- */

static void add_working_folder(struct buffer *out)
{
    char *folder = NULL;

    for (size_t size = 256; !folder && size <= 1u << 16; size *= 2) {
        char *room = malloc(size);
        out->failed = out->failed || !room;
        if (room && getcwd(room, size))
            folder = room;
        else
            free(room);
    }
    buffer_add_string(out, folder ? folder : "");
    free(folder);
}

/* One step of a path further down, or up. */
static void add_step(struct buffer *out, const char *step, size_t length)
{
    if (length == 0 || (length == 1 && *step == '.'))
        return;
    if (length == 2 && strncmp(step, "..", 2) == 0) {
        const char *slash = strrchr(buffer_string(out), '/');
        buffer_cut(out, slash ? (size_t)(slash - out->bytes) : 0);
        return;
    }
    buffer_add_char(out, '/');
    buffer_add(out, step, length);
}

/* What a path means, by its text alone: links are not looked at. */
static char *make_whole(const char *path)
{
    struct buffer whole = BUFFER_EMPTY;

    if (*path != '/')
        add_working_folder(&whole);
    while (*path) {
        size_t length = strcspn(path, "/");
        add_step(&whole, path, length);
        path += length + (path[length] == '/');
    }
    return buffer_take(&whole);
}

/* Where the last folders of a path begin; how many there are of `count`. */
static size_t last_folders(const char *whole, size_t count,
    const char **begin)
{
    const char *end = strrchr(whole, '/');
    size_t found = 0;

    for (*begin = end; found < count && *begin > whole; found++)
        do
            (*begin)--;
        while (**begin != '/');
    *begin += *begin < end;
    return found;
}

/* --- names --------------------------------------------------------------- */

/* "data", "data（county）", "data（province／county）". */
static bool print_name(struct naming *naming)
{
    struct buffer plain = BUFFER_EMPTY, folders = BUFFER_EMPTY;
    struct buffer mark = BUFFER_EMPTY, name = BUFFER_EMPTY;
    const char *begin, *end = strrchr(naming->whole, '/');

    folder_print_name(naming->whole, &plain);
    if (last_folders(naming->whole, naming->depth, &begin) > 0) {
        struct buffer text = BUFFER_EMPTY;
        buffer_add(&text, begin, (size_t)(end - begin));
        name_print(buffer_string(&text), "", &folders);
        folders.failed = folders.failed || text.failed;
        buffer_free(&text);
        buffer_printf(&mark, "%s%s%s",
            phrase_text(PHRASE_OPEN_BRACKET, LANGUAGE_ZH),
            buffer_string(&folders),
            phrase_text(PHRASE_CLOSE_BRACKET, LANGUAGE_ZH));
    }
    name_print_marked(buffer_string(&plain), buffer_string(&mark), "", &name);
    name.failed = name.failed || plain.failed || folders.failed
        || mark.failed;
    buffer_free(&plain);
    buffer_free(&folders);
    buffer_free(&mark);
    free(naming->name);
    naming->name = buffer_take(&name);
    return naming->name != NULL;
}

static int compare(const void *left, const void *right)
{
    const struct naming *a = left;
    const struct naming *b = right;
    int order = strcmp(a->name, b->name);

    return order ? order : (a->number > b->number) - (a->number < b->number);
}

/* Where those that have the name of the k-th end. */
static size_t end_of_alike(const struct naming *namings, size_t count,
    size_t k)
{
    size_t end = k + 1;

    while (end < count && strcmp(namings[end].name, namings[k].name) == 0)
        end++;
    return end;
}

/* One folder more in the names of those that are alike; *moved tells whether
 * there was one.  False where memory runs out. */
static bool tell_more(struct naming *namings, size_t count, bool *moved)
{
    *moved = false;
    for (size_t k = 0, end; k < count; k = end) {
        end = end_of_alike(namings, count, k);
        for (size_t n = k; end - k > 1 && n < end; n++) {
            const char *begin;
            if (last_folders(namings[n].whole, namings[n].depth + 1, &begin)
                == namings[n].depth)
                continue;
            namings[n].depth++;
            *moved = true;
        }
    }
    for (size_t k = 0; k < count; k++)
        if (!print_name(&namings[k]))
            return false;
    qsort(namings, count, sizeof *namings, compare);
    return true;
}

static bool report_alike(const struct naming *namings, size_t count,
    struct findings *findings)
{
    bool differ = true;

    for (size_t k = 1; k < count; k++) {
        const struct naming *one = &namings[k - 1], *other = &namings[k];
        if (strcmp(one->name, other->name) != 0)
            continue;
        findings_add(findings, strcmp(one->whole, other->whole) == 0
            ? CATALOGUE_FILE_TWICE : CATALOGUE_FOLDER_TWICE,
            (struct place){ 0, 0 }, NULL, "name", other->path, "other",
            one->path, NULL);
        differ = false;
    }
    return differ;
}

static bool begin_all(struct naming *namings, const char *const *paths,
    size_t count)
{
    for (size_t k = 0; k < count; k++) {
        namings[k] = (struct naming){ .number = k, .path = paths[k],
            .whole = make_whole(paths[k]) };
        if (!namings[k].whole || !print_name(&namings[k]))
            return false;
    }
    qsort(namings, count, sizeof *namings, compare);
    return true;
}

/* False where memory runs out. */
static bool name_all(struct naming *namings, const char *const *paths,
    size_t count)
{
    bool moved = true;

    if (!begin_all(namings, paths, count))
        return false;
    while (moved)
        if (!tell_more(namings, count, &moved))
            return false;
    return true;
}

bool jixiao_folder_names(const char *const *paths, size_t count, char **names,
    struct jixiao_findings *findings)
{
    struct naming *namings = calloc(count + 1, sizeof *namings);
    bool good = namings && name_all(namings, paths, count);

    if (!good)
        jixiao_findings_out_of_memory(findings);
    good = good && report_alike(namings, count, findings_inside(findings));
    for (size_t k = 0; namings && k < count; k++) {
        free(namings[k].whole);
        if (good)
            names[namings[k].number] = namings[k].name;
        else
            free(namings[k].name);
    }
    free(namings);
    return good;
}
