/*
 * Pointers by which rows are known, step by step.
 */

#include "16_sheet/keys.h"

#include <string.h>

const char *keys_step(const char *key)
{
    const char *slash = strrchr(key, '/');

    return slash ? slash + 1 : "";
}

bool keys_is_of_entry(const char *key)
{
    const char *step = keys_step(key);

    return strcmp(step, KEYS_NEW) == 0
        || (*step && strspn(step, "0123456789") == strlen(step));
}

size_t keys_around(const char *key)
{
    return strlen(key) - strlen(keys_step(key)) - 1;
}
