/* Characters that nobody sees: which they are, their names, how a text shows
 * them. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "0_base/unseen.h"
#include "fixture.h"

static void knows_what_is_not_seen(void)
{
    static const struct { unsigned first, last; enum unseen kind; }
    cases[] = {
        { 0x00, 0x1F, UNSEEN_CONTROL }, { 0x7F, 0x9F, UNSEEN_CONTROL },
        { 0xA0, 0xA0, UNSEEN_SPACE }, { 0x2000, 0x200A, UNSEEN_SPACE },
        { 0x3000, 0x3000, UNSEEN_SPACE }, { 0xAD, 0xAD, UNSEEN_INVISIBLE },
        { 0x200B, 0x200D, UNSEEN_INVISIBLE },
        { 0x200E, 0x200F, UNSEEN_DIRECTION },
        { 0x202A, 0x202E, UNSEEN_DIRECTION },
        { 0x2066, 0x2069, UNSEEN_DIRECTION },
        { 0x2028, 0x2029, UNSEEN_BREAK }, { 0x2060, 0x2064, UNSEEN_INVISIBLE },
        { 0x3164, 0x3164, UNSEEN_INVISIBLE },
        { 0xFE00, 0xFE0F, UNSEEN_INVISIBLE },
        { 0xFEFF, 0xFEFF, UNSEEN_INVISIBLE },
        { 0xFFA0, 0xFFA0, UNSEEN_INVISIBLE },
        { 0xE0001, 0xE01EF, UNSEEN_INVISIBLE },
        { ' ', '~', UNSEEN_NOT }, { 0xA1, 0xAC, UNSEEN_NOT },
        { 0x2010, 0x2027, UNSEEN_NOT }, { 0x3001, 0x3163, UNSEEN_NOT },
        { 0x3165, 0xFDFF, UNSEEN_NOT }, { 0x20000, 0x323AF, UNSEEN_NOT },
    };

    for (size_t k = 0; k < COUNT(cases); k++)
        for (unsigned code = cases[k].first; code <= cases[k].last; code++)
            CU_ASSERT_EQUAL(unseen_kind(code), cases[k].kind);
}

static void calls_them_by_their_names(void)
{
    static const struct { unsigned code; enum language language;
        const char *name; } cases[] = {
        { '\t', LANGUAGE_ZH, "制表符（U+0009）" },
        { '\t', LANGUAGE_EN, "tab (U+0009)" },
        { 0x01, LANGUAGE_ZH, "控制字符（U+0001）" },
        { 0x200B, LANGUAGE_ZH, "零宽空格（U+200B）" },
        { 0xE0041, LANGUAGE_EN, "tag character (U+E0041)" },
        { 0x4E00, LANGUAGE_ZH, "U+4E00" },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct buffer out = BUFFER_EMPTY;
        unseen_describe(cases[k].code, cases[k].language, &out);
        CU_ASSERT_STRING_EQUAL(buffer_string(&out), cases[k].name);
        buffer_free(&out);
    }
}

static void shows_them_in_text(void)
{
    static const struct { const char *text, *shown; } cases[] = {
        { "", "" }, { "桃江县 12", "桃江县 12" },
        { "甲\t乙", "甲〔制表符〕乙" }, { "\x9B" "2J", "〔0x9B〕2J" },
        { "甲\xE3\x80\x80乙\xE2\x80\x8B", "甲\xE3\x80\x80乙〔零宽空格〕" },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct buffer out = BUFFER_EMPTY;
        unseen_show(cases[k].text, strlen(cases[k].text), LANGUAGE_ZH, &out);
        CU_ASSERT_STRING_EQUAL(buffer_string(&out), cases[k].shown);
        buffer_free(&out);
    }
}

CU_TestInfo unseen_tests[] = {
    { "knows what is not seen", knows_what_is_not_seen },
    { "calls them by their names", calls_them_by_their_names },
    { "shows them in text", shows_them_in_text },
    CU_TEST_INFO_NULL
};
