/* Copies records into one piece of memory, their texts by a list of them. */

#include "15_summary/record_store.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"

/* A text that no other record is likely to have. */
static const char *keep_own(struct record_store *store, const char *text)
{
    const char *copied = *text ? arena_copy(&store->arena, text,
        strlen(text)) : NULL;

    return copied ? copied : "";
}

/* Adds a text that has come for the first time. */
static const char *add_text(struct record_store *store, const char *text)
{
    const char **texts = list_room(store->texts, store->ids.count - 1,
        &store->room, sizeof *texts);

    if (!texts) {
        store->arena.failed = true;
        return "";
    }
    store->texts = texts;
    return texts[store->ids.count - 1] = keep_own(store, text);
}

static const char *keep_shared(struct record_store *store, const char *text)
{
    uint32_t before = store->ids.count, id;

    if (!*text || store->arena.failed)
        return "";
    if (!id_map_add(&store->ids, id_map_text(text, strlen(text)), &id)) {
        store->arena.failed = true;
        return "";
    }
    if (id == before)
        return add_text(store, text);
    return strcmp(store->texts[id], text) == 0 ? store->texts[id]
        : keep_own(store, text);
}

/* A copy of a list; its texts are still those of the other one. */
static void *keep_list(struct record_store *store, const void *list,
    size_t count, size_t size)
{
    void *copied = arena_take(&store->arena, count + 1, size);

    if (copied && count)
        memcpy(copied, list, count * size);
    return copied;
}

static void keep_values(struct record_store *store, struct record *record)
{
    record->values = keep_list(store, record->values, record->value_count,
        sizeof *record->values);
    for (size_t k = 0; record->values && k < record->value_count; k++) {
        struct record_value *value = &record->values[k];
        bool is_same = strcmp(value->value, value->text) == 0;
        value->name = keep_shared(store, value->name);
        value->label = keep_shared(store, value->label);
        value->type = keep_shared(store, value->type);
        value->unit = keep_shared(store, value->unit);
        value->state = keep_shared(store, value->state);
        value->text = keep_own(store, value->text);
        value->value = is_same ? value->text : keep_own(store, value->value);
    }
}

static void keep_counts(struct record_store *store, struct record *record)
{
    record->counts = keep_list(store, record->counts, record->count_count,
        sizeof *record->counts);
    for (size_t k = 0; record->counts && k < record->count_count; k++) {
        struct record_count *count = &record->counts[k];
        count->code = keep_shared(store, count->code);
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            count->title[language] = keep_shared(store,
                count->title[language]);
    }
}

static void keep_texts(struct record_store *store, struct record *record)
{
    record->texts = keep_list(store, record->texts, record->text_count,
        sizeof *record->texts);
    for (size_t k = 0; record->texts && k < record->text_count; k++) {
        struct record_text *text = &record->texts[k];
        text->pointer = keep_shared(store, text->pointer);
        text->where = keep_shared(store, text->where);
    }
}

struct record *record_store_keep(struct record_store *store,
    const struct record *record)
{
    struct record *kept = keep_list(store, record, 1, sizeof *kept);

    if (!kept)
        return NULL;
    kept->arena = (struct arena){ .chunks = NULL };
    kept->path = keep_own(store, record->path);
    kept->digest = keep_own(store, record->digest);
    kept->folder = keep_own(store, record->folder);
    kept->edition = keep_shared(store, record->edition);
    kept->program = keep_shared(store, record->program);
    keep_values(store, kept);
    keep_counts(store, kept);
    keep_texts(store, kept);
    return store->arena.failed ? NULL : kept;
}

void record_store_free(struct record_store *store)
{
    arena_free(&store->arena);
    id_map_free(&store->ids);
    free(store->texts);
}
