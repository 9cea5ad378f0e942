/*
 * Tags of a returned file led to entries of today by their keys.
 */

#include "13_pull/tags_now.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/digest.h"
#include "0_base/list.h"
#include "10_archive/untrusted_xml.h"
#include "13_pull/origin_row.h"
#include "2_schema/target.h"
#include "3_transform/children.h"
#include "3_transform/keyed.h"
#include "3_transform/submission.h"

/* An entry that the file names, by its path. */
struct named {
    const char *step;           /* its key, as the path has it */
    size_t values, same;        /* in it; those in its old place alike */
    size_t gone;                /* one more than its number among those */
};

/* What a row is of now. */
struct led {
    const char *tag;
    const struct model_value *value;    /* NULL: nothing prints it */
    struct named *missing;      /* the outermost entry that there is not */
};

struct leading {
    struct tags_now *tags;
    xmlDocPtr submission;
    const struct model *model;
    struct id_map paths;
    struct named *named;
    size_t named_room;
    struct led *rows;
    size_t count, room;
    bool failed;
};

/* --- entries -------------------------------------------------------------- */

static uint64_t key_of(const char *path, const char *end)
{
    return id_map_text(path, (size_t)(end - path));
}

static void add_named(struct leading *leading, const char *path,
    const char *step)
{
    uint32_t id;
    struct named *list = id_map_list(&leading->paths,
        key_of(path, step + target_step(step)), leading->named,
        &leading->named_room, sizeof *list, &id);

    if (!list) {
        leading->failed = true;
        return;
    }
    leading->named = list;
    if (!list[id].step)
        list[id].step = step;
}

static struct named *find_named(const struct leading *leading,
    const char *path, const char *end)
{
    uint32_t id;

    return id_map_find(&leading->paths, key_of(path, end), &id)
        ? &leading->named[id] : NULL;
}

/* Whether the file has an entry of its own of that key, in a list that a part
 * of a path leads to. */
static bool is_named(struct leading *leading, const char *path,
    const char *step, xmlNodePtr entry)
{
    struct buffer own = BUFFER_EMPTY, all = BUFFER_EMPTY;

    keyed_print(entry, &all);
    buffer_add(&own, path, (size_t)(step - path - 1));
    buffer_add_string(&own, all.length ? strrchr(all.bytes, '/') : "");
    bool is = find_named(leading, buffer_string(&own),
        buffer_string(&own) + own.length) != NULL;
    leading->failed = leading->failed || own.failed || all.failed;
    buffer_free(&own);
    buffer_free(&all);
    return is;
}

/* --- where a row leads ---------------------------------------------------- */

/* A pointer, the path beside it and what they lead to so far. */
struct way {
    const char *path;
    const char *src_step, *step;
    xmlNodePtr node;
    struct named *missing;      /* as in struct led */
};

/* The child in the same place, unless it is another one of the file. */
static xmlNodePtr child_in_place(struct leading *leading, struct way *way)
{
    xmlNodePtr child = keyed_step(way->node, way->src_step,
        &leading->failed);

    if (!way->missing)
        way->missing = find_named(leading, way->path,
            way->step + target_step(way->step));
    return child && !is_named(leading, way->path, way->step, child) ? child
        : NULL;
}

/* Goes as far as both lead; the element, NULL for none. */
static xmlNodePtr follow(struct leading *leading, const char *src,
    const char *path, struct way *way)
{
    *way = (struct way){ .path = path, .src_step = src, .step = path,
        .node = xmlDocGetRootElement(leading->submission) };

    while (way->node && *way->src_step == '/') {
        way->src_step++;
        way->step++;
        xmlNodePtr child = keyed_step(way->node, way->step,
            &leading->failed);
        way->node = child || !keyed_is_key(way->step) ? child
            : child_in_place(leading, way);
        way->src_step += target_step(way->src_step);
        way->step += target_step(way->step);
    }
    return way->node;
}

/* Whether a path says the same as a pointer, keys in the place of numbers. */
static bool fits(const char *src, const char *path)
{
    while (*src == '/' && *path == '/') {
        size_t length = target_step(++src);
        bool is_key = keyed_is_key(++path)
            && strspn(src, "0123456789") == length;
        if (!is_key && (length != target_step(path)
                || memcmp(src, path, length) != 0))
            return false;
        src += length;
        path += target_step(path);
    }
    return *src == *path;
}

/* --- rows ----------------------------------------------------------------- */

struct row {
    xmlNodePtr element;
    const char *tag, *src, *path;
};

/* False where it is none, or has no path. */
static bool read_row(xmlNodePtr element, struct row *row)
{
    *row = (struct row){ element, origin_row_tag(element), NULL, NULL };
    if (!row->tag)
        return false;
    row->src = untrusted_xml_attribute(element, "src");
    row->path = untrusted_xml_attribute(element, "path");
    return row->src && row->path && fits(row->src, row->path);
}

static void name_entries(struct leading *leading, const struct row *row)
{
    for (const char *step = strchr(row->path, '/'); step;
        step = strchr(step + 1, '/'))
        if (keyed_is_key(step + 1))
            add_named(leading, row->path, step + 1);
}

/* What prints an element now; NULL for none, or where nothing does. */
static const struct model_value *value_of(const struct leading *leading,
    xmlNodePtr element)
{
    char tag[TAG_SIZE];
    const char *src = element ? node_attribute(element, "src") : NULL;

    return src ? model_find(leading->model, tag_from_pointer(src, tag)) : NULL;
}

static void add_row(struct leading *leading, const struct row *row)
{
    struct led *rows = list_room(leading->rows, leading->count,
        &leading->room, sizeof *rows);
    struct way way;
    const struct model_value *value = value_of(leading,
        follow(leading, row->src, row->path, &way));

    if (!rows) {
        leading->failed = true;
        return;
    }
    leading->rows = rows;
    rows[leading->count++] = (struct led){ row->tag, value, way.missing };
    if (!way.missing)
        return;
    way.missing->values++;
    way.missing->same += value && origin_row_is_now(row->element,
        value->element, &leading->failed);
}

static void add_gone(struct leading *leading, struct named *named)
{
    struct tags_now *tags = leading->tags;
    struct buffer key = BUFFER_EMPTY;

    if (named->gone)
        return;
    target_add_name(named->step + 1, &key);
    leading->failed = leading->failed || key.failed;
    tags->gone[tags->gone_count] = (struct gone_entry){ buffer_take(&key),
        named->values };
    named->gone = ++tags->gone_count;
}

static uint64_t key_of_tag(const char *tag)
{
    return id_map_text(tag, strlen(tag));
}

static void add_tag(struct leading *leading, const char *tag,
    const char *now)
{
    struct tags_now *tags = leading->tags;
    uint32_t id;
    const char **list = id_map_list(&tags->tags, key_of_tag(tag), tags->list,
        &tags->room, sizeof *list, &id);

    if (!list) {
        leading->failed = true;
        return;
    }
    tags->list = list;
    list[id] = now;
}

static void add_moved(struct leading *leading, const char *now)
{
    uint32_t id;

    leading->tags->moved = true;
    if (!id_map_add(&leading->tags->moved_tags, key_of_tag(now), &id))
        leading->failed = true;
}

/* Most of an entry without its key has to be as it was. */
static void lead_row(struct leading *leading, const struct led *row)
{
    const struct model_value *value = row->value;

    if (row->missing && 2 * row->missing->same < row->missing->values) {
        add_gone(leading, row->missing);
        value = NULL;
    }
    bool moved = value && strcmp(value->tag, row->tag) != 0;
    if (moved)
        add_moved(leading, value->tag);
    if (!value || moved)
        add_tag(leading, row->tag, value ? value->tag : NULL);
}

static void visit(struct leading *leading, xmlNodePtr values,
    void each(struct leading *leading, const struct row *row))
{
    struct row row;

    for (xmlNodePtr node = values->children; node && !leading->failed;
        node = node->next)
        if (read_row(node, &row))
            each(leading, &row);
}

/* --- all of them ---------------------------------------------------------- */

static bool is_tag_of(const struct model *model, const struct row *row)
{
    const struct model_value *value = model_find(model, row->tag);
    char tag[TAG_SIZE];

    return row->src && (value ? strcmp(value->src, row->src) == 0
        : strcmp(tag_from_pointer(row->src, tag), row->tag) == 0);
}

static bool find_lie(xmlNodePtr values, const struct model *model)
{
    struct row row;

    for (xmlNodePtr node = values->children; node; node = node->next) {
        read_row(node, &row);
        if (row.tag && !is_tag_of(model, &row))
            return true;
    }
    return false;
}

static bool is_of_now(xmlNodePtr values, const char *digest)
{
    const char *said = untrusted_xml_attribute(values, "data-sha256");

    return said && strcmp(said, digest) == 0;
}

static void lead(struct leading *leading, xmlNodePtr values)
{
    struct tags_now *tags = leading->tags;

    visit(leading, values, name_entries);
    visit(leading, values, add_row);
    tags->gone = calloc(leading->paths.count + 1, sizeof *tags->gone);
    leading->failed = leading->failed || !tags->gone;
    for (size_t k = 0; !leading->failed && k < leading->count; k++)
        lead_row(leading, &leading->rows[k]);
}

bool tags_now_read(struct tags_now *tags, xmlNodePtr values,
    const char *digest, xmlDocPtr submission, const struct model *model)
{
    struct leading leading = { .tags = tags, .submission = submission,
        .model = model };

    *tags = (struct tags_now){ .lies = values && find_lie(values,
        model) };
    if (values && !tags->lies && !is_of_now(values, digest))
        lead(&leading, values);
    id_map_free(&leading.paths);
    free(leading.named);
    free(leading.rows);
    return !leading.failed;
}

void tags_now_free(struct tags_now *tags)
{
    for (size_t k = 0; k < tags->gone_count; k++)
        free(tags->gone[k].key);
    id_map_free(&tags->tags);
    id_map_free(&tags->moved_tags);
    free(tags->list);
    free(tags->gone);
}

const char *tags_now_find(const struct tags_now *tags, const char *tag)
{
    uint32_t id;

    return id_map_find(&tags->tags, key_of_tag(tag), &id) ? tags->list[id]
        : tag;
}

bool tags_now_has_moved(const struct tags_now *tags, const char *tag)
{
    uint32_t id;

    return id_map_find(&tags->moved_tags, key_of_tag(tag), &id);
}
