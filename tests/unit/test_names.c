/* Names of files made of titles and units: readable, safe, none of them
 * twice. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "9_bundle/names.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

#define TEN "一二三四五六七八九十"
#define SIXTY TEN TEN TEN TEN TEN TEN

static void makes_readable_and_safe_names(void)
{
    static const struct { const char *text, *extension, *name; } cases[] = {
        { "2023年_县人社局_附件4-2", ".docx", "2023年_县人社局_附件4-2.docx" },
        { "收入/支出", ".html", "收入／支出.html" },
        { "../../etc/passwd", "", "／..／etc／passwd" },
        { "C:\\a<b>|\"c\"?*", ".xml", "C：＼a＜b＞｜＂c＂？＊.xml" },
        { "a\nb\tc\rd", "", "a b c d" },
        { "a\x01\x7F\xC2\x85" "b", "", "ab" },
        { "a\xE2\x80\xAE" "fdp.exe", "", "afdp.exe" },  /* U+202E */
        { "a\xFF" "b", "", "a_b" },
        { " .hidden. ", ".html", "hidden.html" },
        { "end. . ", "", "end" },
        { "", ".docx", "_.docx" },
        { " . ", "", "_" },
        { "..", "", "_" },
        { "-rf", "", "－rf" },
        { "CON", ".html", "_CON.html" },
        { "nul.tar", ".gz", "_nul.tar.gz" },
        { "Com1", "", "_Com1" },
        { "LPT\xC2\xB2", "", "_LPT\xC2\xB2" },
        { "prn .x", "", "_prn .x" },
        { "conin$", "", "_conin$" },
        { "COM0", "", "COM0" },
        { "COM10", "", "COM10" },
        { "CONTRACT", "", "CONTRACT" },
        { "NULL", "", "NULL" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer name = BUFFER_EMPTY;
        name_print(cases[i].text, cases[i].extension, &name);
        CU_ASSERT_STRING_EQUAL(buffer_string(&name), cases[i].name);
        buffer_free(&name);
    }
}

static void cuts_long_names_between_characters(void)
{
    /* 180 bytes and 0 to 5 before: the cut falls into a character. */
    static const char *const texts[] = { SIXTY TEN TEN, "a" SIXTY TEN TEN,
        "ab" SIXTY TEN TEN, "abc" SIXTY TEN TEN, "😀" SIXTY SIXTY,
        SIXTY "......................................." TEN };

    for (size_t i = 0; i < COUNT(texts); i++) {
        struct buffer name = BUFFER_EMPTY;
        name_print(texts[i], ".docx", &name);
        size_t stem = name.length - strlen(".docx");
        CU_ASSERT_TRUE(name.length <= NAME_BYTES_MAX);
        CU_ASSERT_TRUE(name.length > 180);
        CU_ASSERT_EQUAL(memcmp(name.bytes, texts[i], stem), 0);
        CU_ASSERT_NOT_EQUAL((unsigned char)texts[i][stem] & 0xC0, 0x80);
        CU_ASSERT_NOT_EQUAL(name.bytes[stem - 1], '.');
        buffer_free(&name);
    }
}

static void gives_every_name_once(void)
{
    static const struct { const char *text, *extension, *name; } cases[] = {
        { "报告", ".docx", "报告.docx" },
        { "报告", ".html", "报告.html" },
        { "报告", ".docx", "报告（2）.docx" },
        { "报告", ".docx", "报告（3）.docx" },
        { "Plan Ａ", "", "Plan Ａ" },
        { "PLAN ａ", "", "PLAN ａ（2）" },
        { "a/b", "", "a／b" },
        { "a／b", "", "a／b（2）" },
        { "", "", "_" },
        { ".", "", "_（2）" },
        { "Äé", "", "Äé" },
        { "äÉ", "", "äÉ（2）" },
    };
    struct names *names = names_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(names);
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *name = names_add(names, cases[i].text,
            cases[i].extension);
        CU_ASSERT_PTR_NOT_NULL_FATAL(name);
        CU_ASSERT_STRING_EQUAL(name, cases[i].name);
    }
    names_free(names);
    names_free(NULL);
}

/* Each is numbered without a look at those before it. */
static void numbers_many_equal_names(void)
{
    enum { MANY = 20000 };
    struct names *names = names_new();
    const char *last = "";

    CU_ASSERT_PTR_NOT_NULL_FATAL(names);
    CU_ASSERT_STRING_EQUAL(names_add(names, "甲（3）", ""), "甲（3）");
    CU_ASSERT_STRING_EQUAL(names_add(names, "甲（2）", ""), "甲（2）");
    for (int k = 0; last && k < MANY; k++)
        last = names_add(names, "甲", "");
    CU_ASSERT_PTR_NOT_NULL_FATAL(last);
    CU_ASSERT_STRING_EQUAL(last, "甲（20002）");
    names_free(names);
}

static void keeps_long_names_apart(void)
{
    struct names *names = names_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(names);
    const char *first = names_add(names, SIXTY TEN "x", ".html");
    const char *second = names_add(names, SIXTY TEN "y", ".html");
    CU_ASSERT_FATAL(first && second);
    CU_ASSERT_STRING_NOT_EQUAL(first, second);
    CU_ASSERT_TRUE(strlen(second) <= NAME_BYTES_MAX);
    CU_ASSERT_PTR_NOT_NULL(strstr(second, "（2）.html"));
    names_free(names);
}

CU_TestInfo names_tests[] = {
    {"makes readable and safe names", makes_readable_and_safe_names},
    {"cuts long names between characters",
        cuts_long_names_between_characters},
    {"gives every name once", gives_every_name_once},
    {"numbers many equal names", numbers_many_equal_names},
    {"keeps long names apart", keeps_long_names_apart},
    CU_TEST_INFO_NULL
};
