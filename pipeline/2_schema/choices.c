/*
 * Words that people read for the strings of an enum, and back.
 */

#include <string.h>

#include "2_schema/schema.h"

#define CHOICES "x-choices"     /* words by strings: transform.h */

static const char *words_of(const struct schema_node *node,
    const char *string)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(
        schema_annotation(node, CHOICES), string));
}

/* The first string of the enum that is so, or whose words are. */
static const char *find(const struct schema_node *node, const char *text,
    bool by_words)
{
    const cJSON *entry;

    cJSON_ArrayForEach(entry, schema_annotation(node, "enum")) {
        const char *own = !cJSON_IsString(entry) ? NULL : by_words
            ? words_of(node, entry->valuestring) : entry->valuestring;
        if (own && strcmp(own, text) == 0)
            return entry->valuestring;
    }
    return NULL;
}

const char *schema_choice(const struct schema_node *node, const char *words)
{
    const char *string = find(node, words, false);

    return string ? string : find(node, words, true);
}

const char *schema_choice_words(const struct schema_node *node,
    const char *string)
{
    const char *words = words_of(node, string);
    const char *back = words ? schema_choice(node, words) : NULL;

    return back && strcmp(back, string) == 0 ? words : string;
}
