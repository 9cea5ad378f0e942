/*
 * Mutations of what the editor's page sends: requests come, with pointers into
 * the example and words that people type, or change as any JSON does.
 */

#include <stdlib.h>
#include <string.h>

#include "0_base/buffer.h"
#include "fuzz.h"

#define REQUESTS_MAX 12

static const char *const ops[] = {
    "set", "set", "set", "text", "null", "clear", "insert", "insert",
    "remove", "move", "none", "quote", "answer"
};

/* What is not said stays where it was: most requests change something. */
static const char *const paths[] = {
    "/change", "/change", "/change", "/change", "/change", "/change",
    "/undo", "/undo", "/redo", "/save"
};

/* Where there may be something that the example has not. */
static const char *const ends[] = {
    "/-", "/0", "/1", "/99", "/name", "/measure/actual", "/target", "/unit",
    "/text", "/items/-", "/paragraphs/-", "/final", "/~1", "/", "/-/name",
    "/value", "/x", "/reason", "/deviation"
};

static const char *const typed[] = {
    "", " ", "无", "-", "0", "1,200元", "1200.5", "12.345", "0.005", "-3.2",
    "１２.５", "95.5%", "95.5", "9５％", "百分之九十", "2025年4月18日",
    "2025-04-18", "2025/4/18", "2025.4", "45765", "13月40日", "≥3000亩",
    "≤5%", "=100", "3000亩", "是", "否", "2.38亿元", "238.8万元", "1e5",
    "1E400", "99999999999999", "123456789012345678901234567890", "{{year}}",
    "{{", "}}{{", "{{facts.x|元}}", "甲、乙；丙", "甲\n乙", "甲\t乙", "\"",
    "\\", "\xE2\x80\xAE", "\xF0\xA0\x80\x80", "e\xCC\x81", "（一）", "0731-123",
    "=SUM(A1)", "+1", "@a", "全年预算减少12.5万元，增长3%。"
};

static const char *const codes[] = {
    "A01", "A04", "B08", "B25", "C01", "D01", "D08", "E06", "N10", "S001", ""
};

static const char *const references[] = {
    "year", "unit.name", "sum", "budget.total", "year | 增减", "a.b[0].c",
    "staff.actual", "expenditure.three_public.total.final", "\"", "}}"
};

static const char *const kinds[] = {
    "measure", "target", "text", "items", "table", "name", "x"
};

#define PICK(table, random) \
    table[fuzz_below(random, sizeof table / sizeof *table)]

/* --- where ---------------------------------------------------------------- */

static void add_token(const cJSON *parent, const cJSON *child, int index,
    struct buffer *out)
{
    buffer_add_string(out, "/");
    if (!cJSON_IsObject(parent)) {
        buffer_printf(out, "%d", index);
        return;
    }
    for (const char *at = child->string; *at; at++)
        if (*at == '~' || *at == '/')
            buffer_add_string(out, *at == '~' ? "~0" : "~1");
        else
            buffer_add(out, at, 1);
}

/* Goes down to any value, or to what values are in. */
static const cJSON *go_down(bool to_value, struct buffer *pointer,
    struct fuzz_random *random)
{
    const cJSON *at = fuzz_example();

    while (at->child && fuzz_below(random, 8) > 0) {
        int k = (int)fuzz_below(random, (size_t)cJSON_GetArraySize(at));
        const cJSON *child = cJSON_GetArrayItem(at, k);
        if (!child->child && !to_value)
            break;
        add_token(at, child, k, pointer);
        at = child;
    }
    return at;
}

static void add_pointer(cJSON *change, const char *name,
    struct fuzz_random *random)
{
    struct buffer pointer = BUFFER_EMPTY;

    go_down(true, &pointer, random);
    if (fuzz_below(random, 4) == 0)
        buffer_add_string(&pointer, PICK(ends, random));
    cJSON_AddStringToObject(change, name, buffer_string(&pointer));
    buffer_free(&pointer);
}

/* The same place but for its last step, as entries of a list are moved. */
static void add_sibling(cJSON *change, struct fuzz_random *random)
{
    struct buffer from = BUFFER_EMPTY;
    const char *pointer = cJSON_GetStringValue(cJSON_GetObjectItem(change,
        "pointer"));
    const char *end = strrchr(pointer, '/');

    buffer_add(&from, pointer, end ? (size_t)(end - pointer) : 0);
    buffer_printf(&from, "/%zu", fuzz_below(random, 4));
    cJSON_AddStringToObject(change, "from", buffer_string(&from));
    buffer_free(&from);
}

/* --- what ----------------------------------------------------------------- */

static const char *any_words(struct fuzz_random *random)
{
    struct buffer pointer = BUFFER_EMPTY;
    const char *words = cJSON_GetStringValue(go_down(true, &pointer,
        random));

    buffer_free(&pointer);
    return words && fuzz_below(random, 3) == 0 ? words : PICK(typed, random);
}

/* All that any change may have, whether it needs it or not. */
static void add_words(cJSON *change, struct fuzz_random *random)
{
    const char *words = any_words(random);

    cJSON_AddStringToObject(change, "words", words);
    cJSON_AddStringToObject(change, "source", words);
    cJSON_AddStringToObject(change, "text", words);
    cJSON_AddStringToObject(change, "code", PICK(codes, random));
    cJSON_AddStringToObject(change, "figure", PICK(typed, random));
    cJSON_AddStringToObject(change, "reference", PICK(references, random));
    if (fuzz_below(random, 3) == 0)
        cJSON_AddStringToObject(change, "kind", PICK(kinds, random));
    if (fuzz_below(random, 3) == 0)
        cJSON_AddTrueToObject(change, "against");
}

static cJSON *make_change(struct fuzz_random *random)
{
    cJSON *change = cJSON_CreateObject();

    cJSON_AddStringToObject(change, "op", PICK(ops, random));
    add_pointer(change, "pointer", random);
    add_words(change, random);
    add_sibling(change, random);
    return change;
}

/* A block that was pasted: all that is in one thing. */
static void add_block(cJSON *changes, struct fuzz_random *random)
{
    struct buffer pointer = BUFFER_EMPTY;
    const cJSON *parent = go_down(false, &pointer, random), *child;
    size_t length = pointer.length;
    int k = 0;

    cJSON_ArrayForEach(child, parent) {
        cJSON *change = cJSON_CreateObject();
        pointer.length = length;
        add_token(parent, child, k++, &pointer);
        cJSON_AddStringToObject(change, "op", "set");
        cJSON_AddStringToObject(change, "pointer", buffer_string(&pointer));
        cJSON_AddStringToObject(change, "words", any_words(random));
        cJSON_AddItemToArray(changes, change);
    }
    buffer_free(&pointer);
}

static cJSON *make_request(struct fuzz_random *random)
{
    cJSON *request = cJSON_CreateObject();
    cJSON *changes = cJSON_AddArrayToObject(request, "changes");

    cJSON_AddStringToObject(request, "path", PICK(paths, random));
    if (fuzz_below(random, 4) == 0)
        cJSON_AddTrueToObject(request, "join");
    if (fuzz_below(random, 6) == 0)
        add_block(changes, random);
    else
        for (size_t n = fuzz_below(random, 3) + 1; n > 0; n--)
            cJSON_AddItemToArray(changes, make_change(random));
    return request;
}

/* --- the list ------------------------------------------------------------- */

static void change_list(cJSON *list, struct fuzz_random *random)
{
    int count = cJSON_GetArraySize(list);
    int at = (int)fuzz_below(random, (size_t)count + 1);

    if (count >= REQUESTS_MAX || (count > 0 && fuzz_below(random, 4) == 0)) {
        cJSON_DeleteItemFromArray(list, at);
        return;
    }
    cJSON *request = make_request(random);
    if (!(at < count && fuzz_below(random, 4) == 0
            ? cJSON_ReplaceItemInArray : cJSON_InsertItemInArray)(list, at,
            request))
        cJSON_Delete(request);
}

size_t fuzz_shape_edits(uint8_t *bytes, size_t size, size_t room,
    unsigned seed)
{
    struct fuzz_random random = { seed };
    cJSON *list = seed % 4 ? cJSON_ParseWithLength((const char *)bytes, size)
        : NULL;
    size_t length = 0;

    if (cJSON_IsArray(list)) {
        change_list(list, &random);
        length = fuzz_put_json(list, bytes, room);
    }
    cJSON_Delete(list);
    return length > 0 ? length : fuzz_shape_json(bytes, size, room, seed);
}
