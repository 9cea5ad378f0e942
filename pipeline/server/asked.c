/* Requests read member by member, each by its type. */

#include "server/asked.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define MEMBERS_MAX 3

/* What a change has to say, and what it may. */
static const struct op {
    const char *name;
    enum jixiao_draft_op op;
    const char *needs[MEMBERS_MAX];
} ops[] = {
    { "set", JIXIAO_DRAFT_SET, { "words" } },
    { "text", JIXIAO_DRAFT_TEXT, { "source" } },
    { "null", JIXIAO_DRAFT_NULL, { NULL } },
    { "clear", JIXIAO_DRAFT_CLEAR, { NULL } },
    { "insert", JIXIAO_DRAFT_INSERT, { NULL } },
    { "remove", JIXIAO_DRAFT_REMOVE, { NULL } },
    { "move", JIXIAO_DRAFT_MOVE, { "from" } },
    { "none", JIXIAO_DRAFT_NONE, { NULL } },
    { "quote", JIXIAO_DRAFT_QUOTE, { "figure", "reference" } },
    { "answer", JIXIAO_DRAFT_ANSWER, { "code", "text" } },
};

/* Where each text goes. */
static const struct {
    const char *name;
    size_t to;
} texts[] = {
    { "words", offsetof(struct jixiao_draft_change, words) },
    { "source", offsetof(struct jixiao_draft_change, words) },
    { "text", offsetof(struct jixiao_draft_change, words) },
    { "from", offsetof(struct jixiao_draft_change, from) },
    { "code", offsetof(struct jixiao_draft_change, code) },
    { "figure", offsetof(struct jixiao_draft_change, figure) },
    { "reference", offsetof(struct jixiao_draft_change, reference) },
    { "kind", offsetof(struct jixiao_draft_change, kind) },
    { "pointer", offsetof(struct jixiao_draft_change, pointer) },
};

#define OP_COUNT (sizeof ops / sizeof *ops)

static const cJSON *member(const cJSON *object, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

/* A text, or NULL where there is none; false where it is something else. */
static bool read_text(const cJSON *object, const char *name,
    const char **text)
{
    const cJSON *found = member(object, name);

    *text = cJSON_GetStringValue(found);
    return !found || cJSON_IsNull(found) || *text;
}

static bool read_bool(const cJSON *object, const char *name, bool *value)
{
    const cJSON *found = member(object, name);

    *value = cJSON_IsTrue(found);
    return !found || cJSON_IsBool(found);
}

bool asked_read(struct asked *asked, const char *body, size_t length)
{
    *asked = (struct asked){ .tree = cJSON_ParseWithLength(body, length) };
    const cJSON *revision = member(asked->tree, "revision");

    if (!cJSON_IsObject(asked->tree)
        || (revision && !(cJSON_IsNumber(revision)
            && revision->valuedouble >= 0
            && revision->valuedouble < 1e15)))
        return false;
    asked->revision = revision ? (unsigned long)revision->valuedouble : 0;
    return read_text(asked->tree, "show", &asked->show)
        && read_text(asked->tree, "formats", &asked->formats)
        && read_bool(asked->tree, "join", &asked->join)
        && read_bool(asked->tree, "overwrite", &asked->overwrite);
}

static const struct op *find_op(const cJSON *object)
{
    const char *name = cJSON_GetStringValue(member(object, "op"));

    for (size_t k = 0; name && k < OP_COUNT; k++)
        if (strcmp(ops[k].name, name) == 0)
            return &ops[k];
    return NULL;
}

static bool has_text(const cJSON *object, const char *name)
{
    return cJSON_IsString(member(object, name));
}

static bool read_change(const cJSON *object,
    struct jixiao_draft_change *change)
{
    const struct op *op = find_op(object);
    bool good = op && has_text(object, "pointer");

    if (!good)
        return false;
    *change = (struct jixiao_draft_change){ .op = op->op };
    for (size_t k = 0; k < MEMBERS_MAX && op->needs[k]; k++)
        good = good && has_text(object, op->needs[k]);
    for (size_t k = 0; good && k < sizeof texts / sizeof *texts; k++)
        if (member(object, texts[k].name))
            good = read_text(object, texts[k].name,
                (const char **)((char *)change + texts[k].to));
    return good && read_bool(object, "against", &change->against);
}

bool asked_read_changes(struct asked *asked)
{
    const cJSON *list = member(asked->tree, "changes");
    const cJSON *object;
    int count = cJSON_GetArraySize(list);

    if (!cJSON_IsArray(list) || count > CHANGES_MAX)
        return false;
    asked->changes = calloc((size_t)count + 1, sizeof *asked->changes);
    if (!asked->changes)
        return false;
    cJSON_ArrayForEach(object, list)
        if (!cJSON_IsObject(object)
            || !read_change(object, &asked->changes[asked->count++]))
            return false;
    return true;
}

void asked_free(struct asked *asked)
{
    free(asked->changes);
    cJSON_Delete(asked->tree);
}
