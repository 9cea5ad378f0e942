/*
 * Words that people read for the strings of an enum, and back.
 */

#include <string.h>

#include "2_schema/schema.h"

#define CHOICES "x-choices"     /* words by strings: transform.h */
#define SPOKEN "x-spoken"       /* other words by strings */

static const char *words_of(const struct schema_node *node,
    const char *annotation, const char *string)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(
        schema_annotation(node, annotation), string));
}

static bool is_text(const struct schema_node *node, const char *string,
    const char *text)
{
    (void)node;
    return strcmp(string, text) == 0;
}

static bool has_words(const struct schema_node *node, const char *string,
    const char *text)
{
    const char *words = words_of(node, CHOICES, string);

    return words && strcmp(words, text) == 0;
}

static bool is_spoken(const struct schema_node *node, const char *string,
    const char *text)
{
    const char *list = words_of(node, SPOKEN, string);
    size_t length = strlen(text);

    while (list && *list) {
        size_t next = strcspn(list, " ");
        if (next == length && strncmp(list, text, next) == 0)
            return true;
        list += next + (list[next] == ' ');
    }
    return false;
}

/* The first string of the enum of which a text is so. */
static const char *find(const struct schema_node *node, const char *text,
    bool is_so(const struct schema_node *node, const char *string,
        const char *text))
{
    const cJSON *entry;

    cJSON_ArrayForEach(entry, schema_annotation(node, "enum"))
        if (cJSON_IsString(entry) && is_so(node, entry->valuestring, text))
            return entry->valuestring;
    return NULL;
}

const char *schema_choice(const struct schema_node *node, const char *words)
{
    const char *string = find(node, words, is_text);

    string = string ? string : find(node, words, has_words);
    return string ? string : find(node, words, is_spoken);
}

const char *schema_choice_words(const struct schema_node *node,
    const char *string)
{
    const char *words = words_of(node, CHOICES, string);
    const char *back = words ? schema_choice(node, words) : NULL;

    return back && strcmp(back, string) == 0 ? words : string;
}
