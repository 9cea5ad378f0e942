/* What single values may be. */

#include <stdint.h>
#include <string.h>

#include "2_schema/check/check.h"
#include "2_schema/compile/compile.h"
#include "2_schema/values/equal.h"

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

static bool add_type(struct check *check, const cJSON *name)
{
    enum json_type type = cJSON_IsString(name)
        ? json_type_parse(name->valuestring) : TYPE_COUNT;

    check->types |= type < TYPE_COUNT ? 1u << type : 0;
    return type < TYPE_COUNT;
}

bool compile_type(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    bool good = !cJSON_IsArray(check->json)
        ? add_type(check, check->json) : check->json->child != NULL;

    for (const cJSON *name = cJSON_IsArray(check->json)
        ? check->json->child : NULL; name; name = name->next)
        good = good && add_type(check, name);
    if (good)
        return true;
    return compiler_wrong(compiler, node, check->json,
        "null、boolean、number、integer、string、array、object 之一，或它们的列表",
        "one of null, boolean, number, integer, string, array, object, or a "
        "list of them");
}

static struct number number_of(const struct run *run, const cJSON *value)
{
    size_t length;
    const char *literal = json_literal(run->json, value, &length);

    return number_read(literal, length);
}

bool check_type(struct run *run, const struct frame *frame,
    const struct check *check)
{
    if (json_type_bit(frame->value) & check->types)
        return true;
    if (cJSON_IsNumber(frame->value) && check->types >> TYPE_INTEGER & 1) {
        struct number number = number_of(run, frame->value);
        if (number_is_integer(&number))
            return true;
    }
    run_fault(run, frame, FAULT_TYPE, check);
    return false;
}

/* A name that is checked is equal to strings alone. */
static bool equals(const struct run *run, const struct frame *frame,
    const cJSON *allowed)
{
    const struct json *json = frame->node->resource->document->json;
    size_t length, other;

    if (!run->name_of)
        return json_equals(run->json, frame->value, json, allowed);
    if (!cJSON_IsString(allowed))
        return false;
    const char *name = run_string(run, frame->value, &length);
    const char *string = json_string(json, allowed, &other);
    return length == other && memcmp(name, string, length) == 0;
}

bool compile_enum(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    if (cJSON_IsArray(check->json))
        return true;
    return compiler_wrong(compiler, node, check->json, "允许的值的列表",
        "a list of the values that are allowed");
}

bool check_enum(struct run *run, const struct frame *frame,
    const struct check *check)
{
    for (const cJSON *value = check->json->child; value;
        value = value->next)
        if (equals(run, frame, value))
            return true;
    run_fault(run, frame, FAULT_ENUM, check);
    return false;
}

bool compile_const(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    (void)compiler;
    (void)node;
    (void)check;
    return true;
}

bool check_const(struct run *run, const struct frame *frame,
    const struct check *check)
{
    if (equals(run, frame, check->json))
        return true;
    run_fault(run, frame, FAULT_ENUM, check);
    return false;
}

bool compile_number(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    if (!cJSON_IsNumber(check->json))
        return compiler_wrong(compiler, node, check->json, "数",
            "a number");
    check->number = compiler_number(node, check->json);
    return true;
}

bool compile_multiple_of(struct compiler *compiler,
    struct schema_node *node, struct check *check)
{
    if (cJSON_IsNumber(check->json)) {
        check->number = compiler_number(node, check->json);
        if (!number_is_zero(&check->number) && !check->number.negative
            && check->number.count <= NUMBER_DIVISOR_DIGITS_MAX)
            return true;
    }
    return compiler_wrong(compiler, node, check->json,
        "大于 0、有效数字不超过 18 位的数",
        "a number above 0 with at most 18 significant digits");
}

bool compile_size(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    if (cJSON_IsNumber(check->json)) {
        struct number number = compiler_number(node, check->json);
        if (number_to_size(&number, &check->size))
            return true;
    }
    return compiler_wrong(compiler, node, check->json, "非负整数",
        "a whole number, not negative");
}

/* Where the value stands to the limit: -1, 0, 1; no number stands well. */
static int compare_with_limit(const struct run *run,
    const struct frame *frame, const struct check *check, int well)
{
    if (!cJSON_IsNumber(frame->value))
        return well;
    struct number number = number_of(run, frame->value);
    return number_compare(&number, &check->number);
}

bool check_minimum(struct run *run, const struct frame *frame,
    const struct check *check)
{
    if (compare_with_limit(run, frame, check, 1) >= 0)
        return true;
    run_fault(run, frame, FAULT_MINIMUM, check);
    return false;
}

bool check_maximum(struct run *run, const struct frame *frame,
    const struct check *check)
{
    if (compare_with_limit(run, frame, check, -1) <= 0)
        return true;
    run_fault(run, frame, FAULT_MAXIMUM, check);
    return false;
}

bool check_exclusive_minimum(struct run *run, const struct frame *frame,
    const struct check *check)
{
    if (compare_with_limit(run, frame, check, 1) > 0)
        return true;
    run_fault(run, frame, FAULT_EXCLUSIVE_MINIMUM, check);
    return false;
}

bool check_exclusive_maximum(struct run *run, const struct frame *frame,
    const struct check *check)
{
    if (compare_with_limit(run, frame, check, -1) < 0)
        return true;
    run_fault(run, frame, FAULT_EXCLUSIVE_MAXIMUM, check);
    return false;
}

bool check_multiple_of(struct run *run, const struct frame *frame,
    const struct check *check)
{
    if (!cJSON_IsNumber(frame->value))
        return true;
    struct number number = number_of(run, frame->value);
    if (number_is_multiple(&number, &check->number))
        return true;
    run_fault(run, frame, FAULT_MULTIPLE_OF, check);
    return false;
}

/* In code points (validation, 6.3.1), and no further than to enough. */
static size_t count_characters(const struct run *run, const cJSON *value,
    size_t enough)
{
    size_t length;
    const char *string = run_string(run, value, &length);
    size_t count = 0;

    for (size_t k = 0; k < length && count < enough; k++)
        count += ((unsigned char)string[k] & 0xC0) != 0x80;
    return count;
}

bool check_min_length(struct run *run, const struct frame *frame,
    const struct check *check)
{
    if (!cJSON_IsString(frame->value))
        return true;
    size_t count = count_characters(run, frame->value, check->size);
    if (count >= check->size)
        return true;
    run_fault(run, frame, FAULT_MIN_LENGTH, check)->detail = count;
    return false;
}

bool check_max_length(struct run *run, const struct frame *frame,
    const struct check *check)
{
    if (!cJSON_IsString(frame->value))
        return true;
    size_t count = count_characters(run, frame->value, SIZE_MAX);
    if (count <= check->size)
        return true;
    run_fault(run, frame, FAULT_MAX_LENGTH, check)->detail = count;
    return false;
}

bool compile_pattern(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    size_t length;
    const char *pattern = json_string(node->resource->document->json,
        check->json, &length);

    if (!pattern)
        return compiler_wrong(compiler, node, check->json, "文字",
            "a string");
    check->regex = compiler_regex(compiler, node, check->json, pattern,
        length);
    return check->regex;
}

bool check_pattern(struct run *run, const struct frame *frame,
    const struct check *check)
{
    size_t length;

    if (!cJSON_IsString(frame->value))
        return true;
    const char *string = run_string(run, frame->value, &length);
    if (regex_matches(check->regex, string, length, &run->failed))
        return true;
    run_fault(run, frame, FAULT_PATTERN, check);
    return false;
}

/* A format that is not known stays an annotation. */
bool compile_format(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    if (!cJSON_IsString(check->json))
        return compiler_wrong(compiler, node, check->json, "文字",
            "a string");
    check->format = format_find(check->json->valuestring);
    return check->format;
}

bool check_format(struct run *run, const struct frame *frame,
    const struct check *check)
{
    size_t length;

    if (!cJSON_IsString(frame->value))
        return true;
    const char *string = run_string(run, frame->value, &length);
    if (format_fits(check->format, string, length, &run->failed))
        return true;
    run_fault(run, frame, FAULT_FORMAT, check);
    return false;
}
