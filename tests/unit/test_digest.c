/* SHA-256 and SM3 against the examples of their standards, and tags made of
 * them. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "0_base/digest.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

static void digests_the_published_examples(void)
{
    static const struct { const char *text, *digest; } cases[] = {
        { "", "e3b0c44298fc1c149afbf4c8996fb924"
            "27ae41e4649b934ca495991b7852b855" },
        { "abc", "ba7816bf8f01cfea414140de5dae2223"
            "b00361a396177a9cb410ff61f20015ad" },
        { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039"
            "a33ce45964ff2167f6ecedd419db06c1" },
    };
    char text[DIGEST_TEXT_SIZE];

    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_STRING_EQUAL(digest_text(cases[i].text,
            strlen(cases[i].text), text), cases[i].digest);
}

/* GB/T 32905-2016, A.1 and A.2. */
static void digests_by_sm3(void)
{
    static const struct { const char *text, *digest; } cases[] = {
        { "", "1ab21d8355cfa17f8e61194831e81a8f"
            "22bec8c728fefb747ed035eb5082aa2b" },
        { "abc", "66c7f0f462eeedd9d1f2d46bdc10e4e2"
            "4167c4875cf2f7a2297da02b8f4ba8e0" },
        { "abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd",
            "debe9ff92275b8a138604889c18e5a4d"
            "6fdb70e5387e5765293dcba39c0c5732" },
    };
    char text[DIGEST_TEXT_SIZE];

    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_STRING_EQUAL(digest_sm3(cases[i].text,
            strlen(cases[i].text), text), cases[i].digest);
}

static void digests_a_nul_like_any_byte(void)
{
    char one[DIGEST_TEXT_SIZE], two[DIGEST_TEXT_SIZE];

    CU_ASSERT_STRING_NOT_EQUAL(digest_text("a\0b", 3, one),
        digest_text("a\0c", 3, two));
    CU_ASSERT_STRING_EQUAL(digest_text(NULL, 0, one),
        digest_text("", 0, two));
}

static void makes_tags_of_ten_characters(void)
{
    static const struct { const char *pointer, *tag; } cases[] = {
        { "", "4oymiquy7q" },
        { "/a", "njinzbmecn" },
        { "/expenditure/three_public/total/final", "q46djqzgzj" },
    };
    char tag[TAG_SIZE];

    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_STRING_EQUAL(tag_from_pointer(cases[i].pointer, tag),
            cases[i].tag);
}

CU_TestInfo digest_tests[] = {
    {"digests the published examples", digests_the_published_examples},
    {"digests by SM3", digests_by_sm3},
    {"digests a NUL like any byte", digests_a_nul_like_any_byte},
    {"makes tags of ten characters", makes_tags_of_ten_characters},
    CU_TEST_INFO_NULL
};
