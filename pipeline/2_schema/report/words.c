/* Words of a sentence in both languages, and values among them. */

#include "2_schema/report/words.h"

#include <string.h>

#include "0_base/quoted.h"
#include "0_base/signs.h"
#include "0_base/unseen.h"
#include "0_base/utf8.h"

/* Characters of a text that are quoted before it is cut. */
#define QUOTED_MAX 30

static void words_add(struct words *words, const char *zh, const char *en)
{
    buffer_add_string(&words->text[LANGUAGE_ZH], zh);
    buffer_add_string(&words->text[LANGUAGE_EN], en);
}

void words_add_phrase(struct words *words, enum phrase phrase)
{
    words_add(words, phrase_text(phrase, LANGUAGE_ZH),
        phrase_text(phrase, LANGUAGE_EN));
}

void words_add_text(struct words *words, const char *text)
{
    words_add(words, text, text);
}

void words_add_count(struct words *words, size_t count)
{
    for (int k = 0; k < LANGUAGE_COUNT; k++)
        buffer_printf(&words->text[k], "%zu", count);
}

/* The bytes of so many characters; one that is no UTF-8 counts by itself. */
static size_t measure(const char *text, size_t length, int characters)
{
    size_t at = 0;

    while (at < length && characters-- > 0) {
        size_t size = utf8_read(text + at, length - at, NULL);
        at += size ? size : 1;
    }
    return at;
}

static void add_cut(struct words *words, enum language language,
    const char *text, size_t length)
{
    size_t shown = measure(text, length, QUOTED_MAX);

    unseen_show(text, shown, language, &words->text[language]);
    if (shown < length)
        buffer_add_string(&words->text[language],
            SIGN_CUT);
}

void words_add_quoted(struct words *words, const char *text, size_t length)
{
    struct quotes quotes = quotes_for(text, length);

    if (length == 0) {
        words_add_phrase(words, PHRASE_EMPTY);
        return;
    }
    words_add_phrase(words, quotes.open);
    for (int k = 0; k < LANGUAGE_COUNT; k++)
        add_cut(words, (enum language)k, text, length);
    words_add_phrase(words, quotes.close);
}

static void add_literal(struct words *words, const struct json *json,
    const cJSON *value)
{
    size_t length;
    const char *literal = json_literal(json, value, &length);

    for (int k = 0; k < LANGUAGE_COUNT; k++)
        add_cut(words, (enum language)k, literal, length);
}

static void add_string(struct words *words, const struct json *json,
    const cJSON *value)
{
    size_t length;
    const char *string = json_string(json, value, &length);

    words_add_quoted(words, string, length);
}

void words_add_stated(struct words *words, const struct json *json,
    const cJSON *value)
{
    size_t length;
    const char *string = json_string(json, value, &length);

    if (string && length == 0) {
        words_add_phrase(words, PHRASE_EMPTY_TEXT);
    } else if (cJSON_IsString(value)) {
        words_add_phrase(words, PHRASE_THE_TEXT);
        add_string(words, json, value);
    } else if (cJSON_IsNumber(value)) {
        words_add_phrase(words, PHRASE_THE_NUMBER);
        add_literal(words, json, value);
    } else if (cJSON_IsNull(value)) {
        words_add_phrase(words, PHRASE_NULL);
    } else if (cJSON_IsObject(value)) {
        words_add_phrase(words, PHRASE_OBJECT);
    } else if (cJSON_IsArray(value)) {
        words_add_phrase(words, PHRASE_LIST);
    } else {
        words_add_text(words, cJSON_IsTrue(value) ? "true" : "false");
    }
}

void words_add_value(struct words *words, const struct json *json,
    const cJSON *value)
{
    if (cJSON_IsString(value))
        add_string(words, json, value);
    else
        add_literal(words, json, value);
}

void words_add_unstopped(struct words *words, const char *text)
{
    const char *stop = phrase_text(PHRASE_FULL_STOP, LANGUAGE_ZH);
    size_t length = strlen(text);

    if (utf8_ends_with(text, stop) && length > strlen(stop))
        length -= strlen(stop);
    for (int k = 0; k < LANGUAGE_COUNT; k++)
        buffer_add(&words->text[k], text, length);
}

void words_append(struct words *words, const struct words *more)
{
    words_add(words, words_get(more, LANGUAGE_ZH),
        words_get(more, LANGUAGE_EN));
}

bool words_are_empty(const struct words *words)
{
    return words->text[LANGUAGE_ZH].length == 0;
}

const char *words_get(const struct words *words, enum language language)
{
    return buffer_string(&words->text[language]);
}

bool words_failed(const struct words *words)
{
    return words->text[LANGUAGE_ZH].failed || words->text[LANGUAGE_EN].failed;
}

void words_free(struct words *words)
{
    for (int k = 0; k < LANGUAGE_COUNT; k++)
        buffer_free(&words->text[k]);
}
