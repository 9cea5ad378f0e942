/* What single values may be. */

#include <stdint.h>
#include <string.h>

#include "2_schema/check/check.h"
#include "2_schema/values/equal.h"

static struct number number_of(const struct pass *run, const cJSON *value)
{
    size_t length;
    const char *literal = json_literal(run->json, value, &length);

    return number_read(literal, length);
}

bool check_type(struct pass *run, const struct frame *frame,
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
static bool equals(const struct pass *run, const struct frame *frame,
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

bool check_enum(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    for (const cJSON *value = check->json->child; value;
        value = value->next)
        if (equals(run, frame, value))
            return true;
    run_fault(run, frame, FAULT_ENUM, check);
    return false;
}

bool check_const(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    if (equals(run, frame, check->json))
        return true;
    run_fault(run, frame, FAULT_ENUM, check);
    return false;
}

/* Where the value stands to the limit: -1, 0, 1; no number stands well. */
static int compare_with_limit(const struct pass *run,
    const struct frame *frame, const struct check *check, int well)
{
    if (!cJSON_IsNumber(frame->value))
        return well;
    struct number number = number_of(run, frame->value);
    return number_compare(&number, &check->number);
}

bool check_minimum(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    if (compare_with_limit(run, frame, check, 1) >= 0)
        return true;
    run_fault(run, frame, FAULT_MINIMUM, check);
    return false;
}

bool check_maximum(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    if (compare_with_limit(run, frame, check, -1) <= 0)
        return true;
    run_fault(run, frame, FAULT_MAXIMUM, check);
    return false;
}

bool check_exclusive_minimum(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    if (compare_with_limit(run, frame, check, 1) > 0)
        return true;
    run_fault(run, frame, FAULT_EXCLUSIVE_MINIMUM, check);
    return false;
}

bool check_exclusive_maximum(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    if (compare_with_limit(run, frame, check, -1) < 0)
        return true;
    run_fault(run, frame, FAULT_EXCLUSIVE_MAXIMUM, check);
    return false;
}

bool check_multiple_of(struct pass *run, const struct frame *frame,
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
static size_t count_characters(const struct pass *run, const cJSON *value,
    size_t enough)
{
    size_t length;
    const char *string = run_string(run, value, &length);
    size_t count = 0;

    for (size_t k = 0; k < length && count < enough; k++)
        count += ((unsigned char)string[k] & 0xC0) != 0x80;
    return count;
}

bool check_min_length(struct pass *run, const struct frame *frame,
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

bool check_max_length(struct pass *run, const struct frame *frame,
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

bool check_pattern(struct pass *run, const struct frame *frame,
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

bool check_format(struct pass *run, const struct frame *frame,
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
