#ifndef KEYWORDS_H
#define KEYWORDS_H

/*
 * The keywords of JSON Schema 2020-12: a row each in keywords.def.
 */

/* JSON Schema 2020-12, core, 8 to 11; validation, 6 to 9. */
enum vocabulary {
    VOCABULARY_CORE, VOCABULARY_APPLICATOR, VOCABULARY_UNEVALUATED,
    VOCABULARY_VALIDATION, VOCABULARY_METADATA, VOCABULARY_FORMAT_ANNOTATION,
    VOCABULARY_FORMAT_ASSERTION, VOCABULARY_CONTENT, VOCABULARY_COUNT
};

/* Where the schemas inside a keyword's value are. */
enum shape { SHAPE_NONE, SHAPE_SCHEMA, SHAPE_LIST, SHAPE_MAP };

enum keyword_id {
#define K(id, name, vocabulary, shape, compile, check) KEYWORD_##id,
#include "2_schema/keywords.def"
#undef K
    KEYWORD_COUNT
};

struct keyword {
    const char *name;
    enum keyword_id id;
    enum vocabulary vocabulary;
    enum shape shape;
};

/* NULL if there is no such keyword. */
const struct keyword *keyword_find(const char *name);

/* The vocabulary with such a URI; VOCABULARY_COUNT if there is none. */
enum vocabulary vocabulary_find(const char *uri);

#endif
