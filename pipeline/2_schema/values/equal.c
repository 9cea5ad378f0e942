/* Equality of JSON values by their digits and bytes, and a hash for it. */

#include "2_schema/values/equal.h"

#include <string.h>

#include "2_schema/values/number.h"

static bool equal_strings(const struct json *a_json, const cJSON *a,
    const struct json *b_json, const cJSON *b)
{
    size_t a_length, b_length;
    const char *left = json_string(a_json, a, &a_length);
    const char *right = json_string(b_json, b, &b_length);

    return a_length == b_length && memcmp(left, right, a_length) == 0;
}

static struct number number_of(const struct json *json, const cJSON *value)
{
    size_t length;
    const char *literal = json_literal(json, value, &length);

    return number_read(literal, length);
}

static bool equal_arrays(const struct json *a_json, const cJSON *a,
    const struct json *b_json, const cJSON *b)
{
    const cJSON *left = a->child;
    const cJSON *right = b->child;

    for (; left && right; left = left->next, right = right->next)
        if (!json_equals(a_json, left, b_json, right))
            return false;
    return !left && !right;
}

static bool equal_objects(const struct json *a_json, const cJSON *a,
    const struct json *b_json, const cJSON *b)
{
    if (cJSON_GetArraySize(a) != cJSON_GetArraySize(b))
        return false;
    for (const cJSON *left = a->child; left; left = left->next) {
        const cJSON *right = cJSON_GetObjectItemCaseSensitive(b,
            left->string);
        if (!right || !json_equals(a_json, left, b_json, right))
            return false;
    }
    return true;
}

bool json_equals(const struct json *a_json, const cJSON *a,
    const struct json *b_json, const cJSON *b)
{
    const int kinds = cJSON_False | cJSON_True | cJSON_NULL | cJSON_Number
        | cJSON_String | cJSON_Array | cJSON_Object;

    if ((a->type & kinds) != (b->type & kinds))
        return false;
    if (cJSON_IsString(a))
        return equal_strings(a_json, a, b_json, b);
    if (cJSON_IsArray(a))
        return equal_arrays(a_json, a, b_json, b);
    if (cJSON_IsObject(a))
        return equal_objects(a_json, a, b_json, b);
    if (!cJSON_IsNumber(a))
        return true;
    struct number left = number_of(a_json, a);
    struct number right = number_of(b_json, b);
    return number_compare(&left, &right) == 0;
}

static uint64_t hash_bytes(uint64_t hash, const char *bytes, size_t length)
{
    for (size_t k = 0; k < length; k++)
        hash = (hash ^ (unsigned char)bytes[k]) * UINT64_C(1099511628211);
    return hash;
}

uint64_t json_hash(const struct json *json, const cJSON *value)
{
    uint64_t hash = UINT64_C(14695981039346656037)
        ^ (uint64_t)(value->type & 0xFF);
    size_t length;

    if (cJSON_IsNumber(value)) {
        struct number number = number_of(json, value);
        return hash ^ number_hash(&number);
    }
    if (cJSON_IsString(value)) {
        const char *string = json_string(json, value, &length);
        return hash_bytes(hash, string, length);
    }
    for (const cJSON *child = value->child; child; child = child->next) {
        uint64_t inner = json_hash(json, child);
        if (child->string)      /* members count in any order */
            hash += hash_bytes(inner, child->string, strlen(child->string))
                * UINT64_C(0x9E3779B97F4A7C15);
        else
            hash = (hash ^ inner) * UINT64_C(1099511628211);
    }
    return hash;
}
