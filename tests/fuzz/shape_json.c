/*
 * Mutations of JSON that keep its shape: a value is replaced by another that
 * its place may have, so that what comes is read beyond the schema.
 */

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/buffer.h"
#include "0_base/utf8.h"
#include "fuzz.h"

/* Amounts, rates, scores and years at their edges. */
static const char *const numbers[] = {
    "0", "1", "-1", "0.01", "0.005", "100", "100.01", "99.995", "10", "2023",
    "2024", "1999", "9999", "1e2", "1E-7", "123456789012345678",
    "0.00000000001", "-0", "1e308", "12.30"
};

/* What texts are read for. */
static const char *const words[] = {
    "{{year}}", "{{sum}}", "{{", "}}", "{{year}}年", "%", "万元", "元", "亿元",
    "比上年增长", "减少", "百分之三十", "个百分点", "同比", "分别为", "其中",
    "合计", "1,168.72", "95.35%", "12月31日", "2023年", "（", "）", "“", "”",
    "《", "》", "、", "；", "。", "一", "二十", "①", "≥", "≤", "无", "\n", "\t",
    " ", "０", "\xC2\xA0", "\xE2\x80\xAE", "\xF0\xA0\x80\x80", "e\xCC\x81", "人",
    "项", "次", "及时", "满意", "完成率"
};

#define PICK(table, random) \
    table[fuzz_below(random, sizeof table / sizeof *table)]

/* How many values there are, value itself included. */
static size_t count_values(const cJSON *value)
{
    size_t count = 1;

    for (const cJSON *inner = value->child; inner; inner = inner->next)
        count += count_values(inner);
    return count;
}

/* The k-th value in document order, from 0. */
static cJSON *find_value(cJSON *value, size_t *k)
{
    if ((*k)-- == 0)
        return value;
    for (cJSON *inner = value->child; inner; inner = inner->next) {
        cJSON *found = find_value(inner, k);
        if (found)
            return found;
    }
    return NULL;
}

static cJSON *any_value(cJSON *root, struct fuzz_random *random)
{
    size_t k = fuzz_below(random, count_values(root));

    return find_value(root, &k);
}

/* A few tries to find one of the same name, type or kind. */
static cJSON *alike(cJSON *root, const cJSON *value,
    struct fuzz_random *random)
{
    cJSON *found = NULL;

    for (int k = 0; k < 30; k++) {
        found = any_value(root, random);
        if (value->string && found->string
            && strcmp(value->string, found->string) == 0)
            return found;
    }
    return found && ((found->type ^ value->type) & 0xFF) == 0 ? found : NULL;
}

/* The value becomes another one, in its place. */
static void become(cJSON *value, cJSON *other)
{
    cJSON *next = value->next, *before = value->prev;
    char *name = value->string;

    if (!other)
        return;
    cJSON_Delete(value->child);
    if (!(value->type & cJSON_IsReference))
        cJSON_free(value->valuestring);
    free(other->string);
    *value = *other;
    value->next = next;
    value->prev = before;
    value->string = name;
    cJSON_free(other);
}

static void change_text(cJSON *value, struct fuzz_random *random)
{
    struct buffer text = BUFFER_EMPTY;
    const char *old = value->valuestring;
    size_t length = strlen(old), at = fuzz_below(random, length + 1);
    size_t to = at;

    while (at > 0 && ((unsigned char)old[at] & 0xC0) == 0x80)
        at--;
    if (fuzz_below(random, 2) == 0)     /* a few characters go */
        for (size_t n = fuzz_below(random, 5); n > 0 && old[to] != '\0'; n--)
            to++;
    while (to < length && ((unsigned char)old[to] & 0xC0) == 0x80)
        to++;
    buffer_add(&text, old, at);
    if (fuzz_below(random, 3) > 0)
        for (size_t n = fuzz_below(random, 3) + 1; n > 0; n--)
            buffer_add_string(&text, PICK(words, random));
    if (to < at)
        to = at;
    buffer_add_string(&text, old + to);
    become(value, cJSON_CreateString(buffer_string(&text)));
    buffer_free(&text);
}

static void change_leaf(cJSON *value, struct fuzz_random *random)
{
    switch (fuzz_below(random, 6)) {
    case 0:
        become(value, cJSON_CreateNull());
        break;
    case 1:
        become(value, cJSON_CreateRaw(PICK(numbers, random)));
        break;
    case 2:
        become(value, cJSON_CreateString(PICK(words, random)));
        break;
    default:
        if (cJSON_IsString(value))
            change_text(value, random);
        else
            become(value, cJSON_CreateRaw(PICK(numbers, random)));
    }
}

/* An entry is repeated at the end, or taken out, as a member may be. */
static void change_list(cJSON *list, struct fuzz_random *random)
{
    int count = cJSON_GetArraySize(list);
    cJSON *entry = cJSON_GetArrayItem(list,
        count > 0 ? (int)fuzz_below(random, (size_t)count) : 0);

    if (!entry)
        return;
    if (cJSON_IsArray(list) && fuzz_below(random, 2) == 0)
        for (size_t n = fuzz_below(random, 20) + 1; n > 0; n--)
            cJSON_AddItemToArray(list, cJSON_Duplicate(entry, true));
    else
        cJSON_Delete(cJSON_DetachItemViaPointer(list, entry));
}

static void change(cJSON *root, cJSON *others, struct fuzz_random *random)
{
    cJSON *value = any_value(root, random);
    cJSON *other = alike(fuzz_below(random, 2) ? root : others, value, random);

    if (other && value != root && fuzz_below(random, 3) == 0)
        become(value, cJSON_Duplicate(other, true));
    else if (value->child)
        change_list(value, random);
    else if (value != root)
        change_leaf(value, random);
}

cJSON *fuzz_example(void)
{
    static const char path[] = "input/example-full-2024.json";
    static cJSON *read;
    struct buffer text = BUFFER_EMPTY;
    char block[4096];
    size_t got;
    FILE *file = read ? NULL : fopen(path, "rb");

    while (file && (got = fread(block, 1, sizeof block, file)) > 0)
        buffer_add(&text, block, got);
    if (file)
        fclose(file);
    if (!read)
        read = cJSON_Parse(buffer_string(&text));
    buffer_free(&text);
    fuzz_need(read != NULL, path);
    return read;
}

size_t fuzz_put_json(const cJSON *root, uint8_t *bytes, size_t room)
{
    char *text = cJSON_PrintUnformatted(root);
    size_t length = 0;

    if (text && strlen(text) <= room) {
        length = strlen(text);
        memcpy(bytes, text, length);
    }
    cJSON_free(text);
    return length;
}

/* The length of the new text, 0 where there is none. */
static size_t shape(uint8_t *bytes, size_t size, size_t room, unsigned seed)
{
    struct fuzz_random random = { seed };
    cJSON *root = cJSON_ParseWithLength((const char *)bytes, size);
    size_t length = 0;

    if (root) {
        for (size_t n = fuzz_below(&random, 3) + 1; n > 0; n--)
            change(root, fuzz_example(), &random);
        length = fuzz_put_json(root, bytes, room);
    }
    cJSON_Delete(root);
    return length;
}

size_t fuzz_shape_json(uint8_t *bytes, size_t size, size_t room,
    unsigned seed)
{
    size_t made = seed % FUZZ_PLAIN ? shape(bytes, size, room, seed) : 0;

    return made > 0 ? made : LLVMFuzzerMutate(bytes, size, room);
}
