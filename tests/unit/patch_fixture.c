/* A JSON Patch applied by members as RFC 6902 has it, to judge those made
 * here. */

#include "patch_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STEP_SIZE 512

/* The last step of a pointer, and the value that it is taken from. */
struct target {
    cJSON *around;              /* NULL: the pointer is that of the whole */
    char step[STEP_SIZE];
};

cJSON *patch_copy(const cJSON *value)
{
    char *text = cJSON_PrintUnformatted(value);
    cJSON *copy = cJSON_Parse(text);

    free(text);
    return copy;
}

/* Behind all, and then those that come after it behind it. */
bool patch_insert(cJSON *array, int number, cJSON *value)
{
    int behind = cJSON_GetArraySize(array) - number;
    bool good = behind >= 0 && cJSON_AddItemToArray(array, value);

    for (int k = 0; good && k < behind; k++)
        good = cJSON_AddItemToArray(array,
            cJSON_DetachItemFromArray(array, number));
    return good;
}

/* Reads the next step, without its escapes. */
static const char *read_step(const char *pointer, char step[STEP_SIZE])
{
    size_t length = 0;

    for (pointer++; *pointer && *pointer != '/'; pointer++) {
        char byte = *pointer;
        if (byte == '~')
            byte = *++pointer == '0' ? '~' : '/';
        step[length++] = byte;
    }
    step[length] = '\0';
    return pointer;
}

static cJSON *take(const cJSON *from, const char *step)
{
    return cJSON_IsArray(from) ? cJSON_GetArrayItem(from, atoi(step))
        : cJSON_GetObjectItemCaseSensitive(from, step);
}

static bool find(cJSON *whole, const char *pointer, struct target *target)
{
    target->around = NULL;
    for (cJSON *value = whole; *pointer; value = take(value, target->step)) {
        if (!value)
            return false;
        target->around = value;
        pointer = read_step(pointer, target->step);
    }
    return true;
}

static cJSON *value_at(cJSON *whole, const struct target *target)
{
    return target->around ? take(target->around, target->step) : whole;
}

static bool add(cJSON **whole, const struct target *target, cJSON *value)
{
    if (!target->around) {
        cJSON_Delete(*whole);
        *whole = value;
        return true;
    }
    if (cJSON_IsArray(target->around))
        return patch_insert(target->around, atoi(target->step), value);
    cJSON_DeleteItemFromObjectCaseSensitive(target->around, target->step);
    return cJSON_AddItemToObject(target->around, target->step, value);
}

static cJSON *detach(const struct target *target)
{
    cJSON *value = target->around ? take(target->around, target->step) : NULL;

    return value ? cJSON_DetachItemViaPointer(target->around, value) : NULL;
}

static bool is_operation(const cJSON *operation, const char *name)
{
    return strcmp(cJSON_GetStringValue(cJSON_GetObjectItem(operation, "op")),
        name) == 0;
}

static bool move(cJSON **whole, const cJSON *operation, const char *path)
{
    struct target target;
    cJSON *moved = NULL;

    if (find(*whole, cJSON_GetStringValue(cJSON_GetObjectItem(operation,
            "from")), &target))
        moved = detach(&target);
    return moved && find(*whole, path, &target)
        && add(whole, &target, moved);
}

static bool apply(cJSON **whole, const cJSON *operation)
{
    const char *path = cJSON_GetStringValue(cJSON_GetObjectItem(operation,
        "path"));
    const cJSON *value = cJSON_GetObjectItem(operation, "value");
    struct target target;

    if (is_operation(operation, "move"))
        return move(whole, operation, path);
    if (!find(*whole, path, &target))
        return false;
    cJSON *there = value_at(*whole, &target);
    if (is_operation(operation, "add"))
        return value && add(whole, &target, patch_copy(value));
    if (!there)
        return false;
    if (is_operation(operation, "test"))
        return cJSON_Compare(there, value, true);
    if (is_operation(operation, "remove")) {
        cJSON_Delete(detach(&target));
        return true;
    }
    if (target.around && cJSON_IsArray(target.around))
        return cJSON_ReplaceItemInArray(target.around, atoi(target.step),
            patch_copy(value));
    return add(whole, &target, patch_copy(value));
}

bool patch_apply_to(cJSON **whole, const cJSON *patch)
{
    const cJSON *operation;

    cJSON_ArrayForEach(operation, patch) {
        if (!apply(whole, operation)) {
            char *text = cJSON_PrintUnformatted(operation);
            fprintf(stderr, "it does not fit: %s\n", text);
            free(text);
            return false;
        }
    }
    return true;
}
