/* The journal of a run: printed before the first rename, and read back. */

#include "9_bundle/journal.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/phrases.h"

const char *journal_name(void)
{
    return phrase_text(PHRASE_JOURNAL_NAME, LANGUAGE_ZH);
}

static bool add_string(cJSON *object, const char *name, const char *value)
{
    return cJSON_AddStringToObject(object, name, value) != NULL;
}

/* Nothing where it is not. */
static bool add_pulled(cJSON *object, const struct item *item)
{
    return !item->is_pulled || cJSON_AddTrueToObject(object, "pulled");
}

static bool add_number(cJSON *object, size_t number)
{
    return cJSON_AddNumberToObject(object, "number", (double)number) != NULL;
}

/* The files that are written, as a manifest has them. */
static cJSON *make_manifest(const struct bundle *bundle)
{
    const struct bundle_origin origin = bundle_origin(bundle);
    struct manifest_entry *entries = calloc(bundle->set_count,
        sizeof *entries);
    size_t count = 0;

    if (!entries)
        return NULL;
    for (size_t k = 0; k < bundle->set_count; k++) {
        const struct item *item = &bundle->items[k];
        if (item_is_written(item))
            entries[count++] = (struct manifest_entry){ item->name,
                item->bytes.length, item->digest, origin.digest };
    }
    cJSON *manifest = manifest_new(&origin, entries, count);
    free(entries);
    return manifest;
}

/* Adds what the journal says of a file beyond what a manifest does. */
static bool add_places(const struct bundle *bundle, const cJSON *files)
{
    cJSON *file = files->child;
    bool good = true;

    for (size_t k = 0; good && k < bundle->set_count; k++) {
        const struct item *item = &bundle->items[k];
        if (!item_is_written(item))
            continue;
        good = add_number(file, k) && add_string(file, "former",
            item->former) && add_pulled(file, item);
        file = file->next;
    }
    return good;
}

static cJSON *add_object(cJSON *list, const struct item *item)
{
    cJSON *object = cJSON_CreateObject();

    return object && cJSON_AddItemToArray(list, object)
        && add_string(object, "name", item->name) ? object : NULL;
}

static bool add_others(const struct bundle *bundle, cJSON *edited,
    cJSON *removed)
{
    bool good = edited && removed;

    for (size_t k = bundle->set_count; good && k < bundle->count; k++) {
        const struct item *item = &bundle->items[k];
        cJSON *object = NULL;
        if (item->change == BUNDLE_EDITED)
            good = (object = add_object(edited, item)) != NULL
                && add_string(object, "of", bundle->items[item->source].name)
                && add_number(object, k)
                && add_pulled(object, &bundle->items[item->source]);
        else if (item->change == BUNDLE_REMOVED
            || item->change == BUNDLE_KEPT)
            good = (object = add_object(removed, item)) != NULL
                && add_string(object, "former", item->former);
    }
    return good;
}

bool journal_print(const struct bundle *bundle, struct buffer *out)
{
    cJSON *root = make_manifest(bundle);
    bool good = root
        && add_places(bundle, cJSON_GetObjectItemCaseSensitive(root, "files"))
        && add_others(bundle, cJSON_AddArrayToObject(root, "edited"),
            cJSON_AddArrayToObject(root, "removed"));
    char *text = good ? cJSON_Print(root) : NULL;

    if (text) {
        for (int k = 0; k < LANGUAGE_COUNT; k++)
            buffer_add_string(out, phrase_text(PHRASE_JOURNAL_TEXT,
                (enum language)k));
        buffer_add_char(out, '\n');
        buffer_add_string(out, text);
        buffer_add_char(out, '\n');
    }
    cJSON_free(text);
    cJSON_Delete(root);
    return text && !out->failed;
}

static bool has_list(const cJSON *journal, const char *name)
{
    return cJSON_IsArray(cJSON_GetObjectItemCaseSensitive(journal, name));
}

int journal_read(const struct folder *folder, struct manifest *journal,
    struct buffer *text)
{
    *journal = (struct manifest){ .tree = NULL };
    int fault = folder_read(folder, journal_name(), MANIFEST_SIZE_LIMIT, text);
    if (fault || text->failed)
        return fault ? fault : ENOMEM;
    const char *begin = strchr(buffer_string(text), '{');
    fault = begin ? manifest_read(journal, begin) : 0;
    if (journal->tree && !(has_list(journal->tree, "edited")
        && has_list(journal->tree, "removed")))
        manifest_free(journal);
    return fault;
}
