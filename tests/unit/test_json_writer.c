/* JSON as reports write it: indented, escaped, texts that are absent left
 * out. */

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "library/reports/json_writer.h"

/* A writer into memory; what it wrote is freed with the text. */
struct page {
    struct json_writer writer;
    char *text;
    size_t length;
};

static void begin(struct page *page)
{
    *page = (struct page){0};
    page->writer.out = open_memstream(&page->text, &page->length);
    CU_ASSERT_PTR_NOT_NULL_FATAL(page->writer.out);
}

static void end(struct page *page, const char *expected)
{
    fclose(page->writer.out);
    CU_ASSERT_STRING_EQUAL(page->text, expected);
    free(page->text);
}

static void indents_what_is_in_another(void)
{
    struct page page;

    begin(&page);
    writer_open(&page.writer, NULL, JSON_OBJECT);
    writer_string(&page.writer, "a", "x");
    writer_open(&page.writer, "list", JSON_ARRAY);
    writer_number(&page.writer, NULL, 1);
    writer_bool(&page.writer, NULL, true);
    writer_open(&page.writer, NULL, JSON_OBJECT);
    writer_bool(&page.writer, "b", false);
    writer_close(&page.writer);
    writer_close(&page.writer);
    writer_number(&page.writer, "n", 4000000000);
    writer_close(&page.writer);
    end(&page, "{\n  \"a\": \"x\",\n  \"list\": [\n    1,\n    true,\n"
        "    {\n      \"b\": false\n    }\n  ],\n  \"n\": 4000000000\n}\n");
}

static void closes_at_once_what_holds_nothing(void)
{
    struct page page;

    begin(&page);
    writer_open(&page.writer, NULL, JSON_ARRAY);
    writer_open(&page.writer, NULL, JSON_OBJECT);
    writer_close(&page.writer);
    writer_open(&page.writer, NULL, JSON_ARRAY);
    writer_close(&page.writer);
    writer_close(&page.writer);
    end(&page, "[\n  {},\n  []\n]\n");
}

static void leaves_out_a_text_that_is_not_there(void)
{
    struct page page;

    begin(&page);
    writer_open(&page.writer, NULL, JSON_OBJECT);
    writer_string(&page.writer, "a", NULL);
    writer_string(&page.writer, "b", "");
    writer_string(&page.writer, "c", NULL);
    writer_close(&page.writer);
    end(&page, "{\n  \"b\": \"\"\n}\n");
}

static void escapes_what_json_wants_escaped(void)
{
    static const struct { const char *text, *written; } cases[] = {
        { "附件1 “甲”", "\"附件1 “甲”\"" },
        { "a\"b\\c/d", "\"a\\\"b\\\\c/d\"" },
        { "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"" },
        { "\x01\x1B\x7F", "\"\\u0001\\u001B\\u007F\"" },
        { "\xC2\x9B\xE2\x80\xAE\xE2\x80\xA8\xE2\x80\xA9\xEF\xBB\xBF",
            "\"\\u009B\\u202E\\u2028\\u2029\\uFEFF\"" },
        { "\xF3\xA0\x81\x81\xE3\x80\x80", "\"\\uDB40\\uDC41\xE3\x80\x80\"" },
        { "𠮷", "\"𠮷\"" },
        /* A byte alone, an overlong form, a surrogate, a character cut. */
        { "a\xFFz", "\"a\uFFFDz\"" },
        { "\xC0\x80", "\"\uFFFD\uFFFD\"" },
        { "\xED\xA0\x80", "\"\uFFFD\uFFFD\uFFFD\"" },
        { "\xE9\x99", "\"\uFFFD\uFFFD\"" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct page page;
        char expected[64];
        begin(&page);
        writer_open(&page.writer, NULL, JSON_ARRAY);
        writer_string(&page.writer, NULL, cases[i].text);
        writer_close(&page.writer);
        snprintf(expected, sizeof expected, "[\n  %s\n]\n",
            cases[i].written);
        end(&page, expected);
    }
}

CU_TestInfo json_writer_tests[] = {
    {"indents what is in another", indents_what_is_in_another},
    {"closes at once what holds nothing", closes_at_once_what_holds_nothing},
    {"leaves out a text that is not there",
        leaves_out_a_text_that_is_not_there},
    {"escapes what JSON wants escaped", escapes_what_json_wants_escaped},
    CU_TEST_INFO_NULL
};
