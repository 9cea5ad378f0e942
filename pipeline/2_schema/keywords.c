/* Keywords and vocabularies by their names. */

#include "2_schema/keywords.h"

#include <stdlib.h>
#include <string.h>

static const struct keyword keywords[] = {
#define K(id, name, vocabulary, shape, compile, check) \
    { name, KEYWORD_##id, VOCABULARY_##vocabulary, SHAPE_##shape },
#include "2_schema/keywords.def"
#undef K
};

static const char *const vocabularies[VOCABULARY_COUNT] = {
    [VOCABULARY_CORE] = "core",
    [VOCABULARY_APPLICATOR] = "applicator",
    [VOCABULARY_UNEVALUATED] = "unevaluated",
    [VOCABULARY_VALIDATION] = "validation",
    [VOCABULARY_METADATA] = "meta-data",
    [VOCABULARY_FORMAT_ANNOTATION] = "format-annotation",
    [VOCABULARY_FORMAT_ASSERTION] = "format-assertion",
    [VOCABULARY_CONTENT] = "content",
};

static int compare_names(const void *name, const void *keyword)
{
    return strcmp(name, ((const struct keyword *)keyword)->name);
}

const struct keyword *keyword_find(const char *name)
{
    return bsearch(name, keywords, sizeof keywords / sizeof *keywords,
        sizeof *keywords, compare_names);
}

enum vocabulary vocabulary_find(const char *uri)
{
    static const char prefix[] = "https://json-schema.org/draft/2020-12/vocab/";
    int k = VOCABULARY_COUNT;

    if (strncmp(uri, prefix, sizeof prefix - 1) == 0)
        for (k = 0; k < VOCABULARY_COUNT; k++)
            if (strcmp(vocabularies[k], uri + sizeof prefix - 1) == 0)
                break;
    return (enum vocabulary)k;
}
