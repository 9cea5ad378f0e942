/* The types of JSON's values. */

#include "2_schema/node.h"

#include <string.h>

static const char *const type_names[TYPE_COUNT] = {
    [TYPE_NULL] = "null", [TYPE_BOOLEAN] = "boolean",
    [TYPE_NUMBER] = "number", [TYPE_INTEGER] = "integer",
    [TYPE_STRING] = "string", [TYPE_ARRAY] = "array",
    [TYPE_OBJECT] = "object",
};

enum json_type json_type_parse(const char *name)
{
    int k = 0;

    while (k < TYPE_COUNT && strcmp(type_names[k], name) != 0)
        k++;
    return (enum json_type)k;
}

unsigned json_type_bit(const cJSON *value)
{
    return cJSON_IsNull(value) ? 1u << TYPE_NULL
        : cJSON_IsBool(value) ? 1u << TYPE_BOOLEAN
        : cJSON_IsNumber(value) ? 1u << TYPE_NUMBER
        : cJSON_IsString(value) ? 1u << TYPE_STRING
        : cJSON_IsArray(value) ? 1u << TYPE_ARRAY : 1u << TYPE_OBJECT;
}
