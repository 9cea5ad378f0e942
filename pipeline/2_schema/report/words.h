#ifndef WORDS_H
#define WORDS_H

/* Pieces of a finding's sentence, made in both languages at once. */

#include <stddef.h>

#include "0_base/buffer.h"
#include "0_base/phrases.h"
#include "1_read/json.h"

struct words {
    struct buffer text[LANGUAGE_COUNT];
};

#define WORDS_EMPTY {{BUFFER_EMPTY}}

void words_add_phrase(struct words *words, enum phrase phrase);

/* The same text in both languages. */
void words_add_text(struct words *words, const char *text);

/* A text without its full stop, for the middle of a sentence. */
void words_add_unstopped(struct words *words, const char *text);

void words_add_count(struct words *words, size_t count);

/* In quotes: “…” and "…"; long text is cut. */
void words_add_quoted(struct words *words, const char *text, size_t length);

/* What a value is and says: 文字“十万”, 数 12, 空（null）, 一组成员 { } */
void words_add_stated(struct words *words, const struct json *json,
    const cJSON *value);

/* A value of a schema as one may write it: “achieved”, 12, null. */
void words_add_value(struct words *words, const struct json *json,
    const cJSON *value);

/* The words of both languages behind those of another. */
void words_append(struct words *words, const struct words *more);

bool words_are_empty(const struct words *words);
const char *words_get(const struct words *words, enum language language);
bool words_failed(const struct words *words);
void words_free(struct words *words);

#endif
