/* Trees of what is told, put together value by value. */

#include "server/told_tree.h"

#include <stdbool.h>
#include <stddef.h>

#include "0_base/reword.h"

cJSON *told_put(cJSON *object, const char *name, cJSON *value)
{
    bool good = object && value && (cJSON_IsArray(object)
        ? cJSON_AddItemToArray(object, value)
        : cJSON_AddItemToObject(object, name, value));

    if (good)
        return object;
    cJSON_Delete(value);
    cJSON_Delete(object);
    return NULL;
}

cJSON *told_text(const char *text)
{
    return text ? cJSON_CreateString(text) : cJSON_CreateNull();
}

cJSON *told_sentence(const char *text)
{
    struct buffer said = BUFFER_EMPTY;

    if (text)
        reword_print(text, REWORD_PAGE, LANGUAGE_ZH, &said);
    cJSON *told = said.failed ? NULL
        : told_text(text ? buffer_string(&said) : NULL);
    buffer_free(&said);
    return told;
}
