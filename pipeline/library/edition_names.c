/* An edition is known by its schema: schemas/<name>/submission.schema.json. */

#include "library/edition_names.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/by_bytes.h"
#include "0_base/list.h"
#include "0_base/listed.h"
#include "0_base/nearest.h"

#define SCHEMAS "schemas/"
#define SCHEMA_FILE "/submission.schema.json"

/* Small letters, digits and hyphens: a name that is a folder and no path. */
static bool is_name(const char *name)
{
    return *name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-")
        == strlen(name);
}

bool edition_exists(const struct resources *resources, const char *name,
    bool *failed)
{
    struct buffer path = BUFFER_EMPTY;

    if (!is_name(name))
        return false;
    buffer_printf(&path, SCHEMAS "%s" SCHEMA_FILE, name);
    char *bytes = path.failed ? NULL : resource_load(resources,
        buffer_string(&path), NULL);
    bool found = bytes != NULL;

    if (path.failed || (!found && errno == ENOMEM))
        *failed = true;
    free(bytes);
    buffer_free(&path);
    return found;
}

/* --- all of them ---------------------------------------------------------- */

static void add(struct edition_names *names, const char *name, size_t length)
{
    char **list = list_room(names->list, names->count, &names->room,
        sizeof *list);
    char *copy = list ? strndup(name, length) : NULL;

    names->failed = !copy;
    if (list)
        names->list = list;
    if (copy)
        list[names->count++] = copy;
}

/* The table of what is built in is in the order of bytes. */
static void read_built_in(struct edition_names *names)
{
    for (size_t k = 0; !names->failed && k < resource_count(); k++) {
        const char *path = resource_get(k)->path;
        const char *name = path + strlen(SCHEMAS);
        if (strncmp(path, SCHEMAS, strlen(SCHEMAS)) != 0)
            continue;
        size_t length = strcspn(name, "/");
        if (strcmp(name + length, SCHEMA_FILE) == 0)
            add(names, name, length);
    }
}

static void read_folder(struct edition_names *names,
    const struct resources *resources)
{
    struct buffer folder = BUFFER_EMPTY;
    struct dirent **entries = NULL;

    buffer_printf(&folder, "%s/" SCHEMAS, resources->data_dir);
    int count = folder.failed ? 0 : scandir(buffer_string(&folder), &entries,
        NULL, by_bytes);
    names->failed = folder.failed || (count < 0 && errno == ENOMEM);
    for (int k = 0; k < count; k++) {
        const char *name = entries[k]->d_name;
        if (!names->failed && edition_exists(resources, name, &names->failed))
            add(names, name, strlen(name));
        free(entries[k]);
    }
    free(entries);
    buffer_free(&folder);
}

void edition_names_read(struct edition_names *names,
    const struct resources *resources)
{
    *names = (struct edition_names){ .list = NULL };
    if (resources->data_dir)
        read_folder(names, resources);
    else
        read_built_in(names);
}

void edition_names_free(struct edition_names *names)
{
    for (size_t k = 0; k < names->count; k++)
        free(names->list[k]);
    free(names->list);
}

/* --- what is said of them ------------------------------------------------- */

void edition_list(const struct resources *resources, struct buffer *out)
{
    struct edition_names names;

    edition_names_read(&names, resources);
    for (size_t k = 0; k < names.count; k++)
        listed_add(out, names.list[k]);
    out->failed = out->failed || names.failed;
    edition_names_free(&names);
}

bool edition_nearest(const struct resources *resources, const char *name,
    struct buffer *out)
{
    struct nearest nearest = nearest_to(name, strlen(name));
    struct edition_names names;

    edition_names_read(&names, resources);
    for (size_t k = 0; k < names.count; k++)
        nearest_try(&nearest, names.list[k]);
    buffer_clear(out);
    if (nearest.name)
        buffer_add_string(out, nearest.name);
    out->failed = out->failed || names.failed;
    edition_names_free(&names);
    return nearest.name != NULL;
}

void edition_last(const struct resources *resources, struct buffer *out)
{
    struct edition_names names;

    edition_names_read(&names, resources);
    buffer_clear(out);
    if (names.count)
        buffer_add_string(out, names.list[names.count - 1]);
    out->failed = out->failed || names.failed;
    edition_names_free(&names);
}
