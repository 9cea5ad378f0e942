#include "2_schema/compile/keywords.h"

#include <stdlib.h>
#include <string.h>

/* In the order of their bytes.  $id, $anchor, $ref and their like are read
 * by compile.c before any other; annotations are read from the document. */
static const struct keyword keywords[] = {
    { "$defs", VOCABULARY_CORE, SHAPE_MAP, NULL, NULL },
    { "additionalProperties", VOCABULARY_APPLICATOR, SHAPE_SCHEMA,
        compile_additional_properties, NULL },
    { "allOf", VOCABULARY_APPLICATOR, SHAPE_LIST, compile_branches,
        check_all_of },
    { "anyOf", VOCABULARY_APPLICATOR, SHAPE_LIST, compile_branches,
        check_any_of },
    { "const", VOCABULARY_VALIDATION, SHAPE_NONE, compile_const,
        check_const },
    { "contains", VOCABULARY_APPLICATOR, SHAPE_SCHEMA, compile_contains,
        check_contains },
    { "contentSchema", VOCABULARY_CONTENT, SHAPE_SCHEMA, NULL, NULL },
    /* Draft 7's; 2020-12 lets it go on being understood. */
    { "definitions", VOCABULARY_CORE, SHAPE_MAP, NULL, NULL },
    { "dependencies", VOCABULARY_APPLICATOR, SHAPE_MAP, compile_dependents,
        check_dependents },
    { "dependentRequired", VOCABULARY_VALIDATION, SHAPE_NONE,
        compile_dependents, check_dependents },
    { "dependentSchemas", VOCABULARY_APPLICATOR, SHAPE_MAP,
        compile_dependents, check_dependents },
    { "else", VOCABULARY_APPLICATOR, SHAPE_SCHEMA, compile_if, NULL },
    { "enum", VOCABULARY_VALIDATION, SHAPE_NONE, compile_enum, check_enum },
    { "exclusiveMaximum", VOCABULARY_VALIDATION, SHAPE_NONE, compile_number,
        check_exclusive_maximum },
    { "exclusiveMinimum", VOCABULARY_VALIDATION, SHAPE_NONE, compile_number,
        check_exclusive_minimum },
    { "format", VOCABULARY_FORMAT_ANNOTATION, SHAPE_NONE, compile_format,
        check_format },
    { "if", VOCABULARY_APPLICATOR, SHAPE_SCHEMA, compile_if, check_if },
    { "items", VOCABULARY_APPLICATOR, SHAPE_SCHEMA, compile_items, NULL },
    { "maxContains", VOCABULARY_VALIDATION, SHAPE_NONE, compile_contains,
        NULL },
    { "maxItems", VOCABULARY_VALIDATION, SHAPE_NONE, compile_size,
        check_max_items },
    { "maxLength", VOCABULARY_VALIDATION, SHAPE_NONE, compile_size,
        check_max_length },
    { "maxProperties", VOCABULARY_VALIDATION, SHAPE_NONE, compile_size,
        check_max_properties },
    { "maximum", VOCABULARY_VALIDATION, SHAPE_NONE, compile_number,
        check_maximum },
    { "minContains", VOCABULARY_VALIDATION, SHAPE_NONE, compile_contains,
        NULL },
    { "minItems", VOCABULARY_VALIDATION, SHAPE_NONE, compile_size,
        check_min_items },
    { "minLength", VOCABULARY_VALIDATION, SHAPE_NONE, compile_size,
        check_min_length },
    { "minProperties", VOCABULARY_VALIDATION, SHAPE_NONE, compile_size,
        check_min_properties },
    { "minimum", VOCABULARY_VALIDATION, SHAPE_NONE, compile_number,
        check_minimum },
    { "multipleOf", VOCABULARY_VALIDATION, SHAPE_NONE, compile_multiple_of,
        check_multiple_of },
    { "not", VOCABULARY_APPLICATOR, SHAPE_SCHEMA, compile_subschema,
        check_not },
    { "oneOf", VOCABULARY_APPLICATOR, SHAPE_LIST, compile_branches,
        check_one_of },
    { "pattern", VOCABULARY_VALIDATION, SHAPE_NONE, compile_pattern,
        check_pattern },
    { "patternProperties", VOCABULARY_APPLICATOR, SHAPE_MAP,
        compile_pattern_properties, NULL },
    { "prefixItems", VOCABULARY_APPLICATOR, SHAPE_LIST,
        compile_prefix_items, NULL },
    { "properties", VOCABULARY_APPLICATOR, SHAPE_MAP, compile_properties,
        NULL },
    { "propertyNames", VOCABULARY_APPLICATOR, SHAPE_SCHEMA,
        compile_property_names, NULL },
    { "required", VOCABULARY_VALIDATION, SHAPE_NONE, compile_required,
        check_required },
    { "then", VOCABULARY_APPLICATOR, SHAPE_SCHEMA, compile_if, NULL },
    { "type", VOCABULARY_VALIDATION, SHAPE_NONE, compile_type, check_type },
    { "unevaluatedItems", VOCABULARY_UNEVALUATED, SHAPE_SCHEMA,
        compile_unevaluated_items, NULL },
    { "unevaluatedProperties", VOCABULARY_UNEVALUATED, SHAPE_SCHEMA,
        compile_unevaluated_properties, NULL },
    { "uniqueItems", VOCABULARY_VALIDATION, SHAPE_NONE,
        compile_unique_items, check_unique_items },
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
