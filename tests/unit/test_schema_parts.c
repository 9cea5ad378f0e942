/* Parts of the schema stage by themselves: numbers, URIs, patterns, formats. */

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/arena.h"
#include "0_base/buffer.h"
#include "2_schema/compile/uri.h"
#include "2_schema/formats/format.h"
#include "2_schema/formats/regex.h"
#include "2_schema/values/number.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

static struct number read(const char *literal)
{
    return number_read(literal, strlen(literal));
}

static void orders_numbers_of_any_length(void)
{
    static const struct { const char *a, *b; int order; } cases[] = {
        { "1", "1.000", 0 }, { "0", "-0.0e5", 0 }, { "10", "1e1", 0 },
        { "0.001", "1e-3", 0 }, { "9007199254740993", "9007199254740992", 1 },
        { "-1", "1", -1 }, { "-2", "-1", -1 }, { "1e400", "9e399", 1 },
        { "1e-400", "0", 1 }, { "-1e-400", "0", -1 },
        { "123.456", "123.4560001", -1 }, { "99", "100", -1 },
        { "1e1000000000", "1e999999999", 1 },
        { "1.5e99999999999999999999", "1.6e99999999999999999999", -1 },
        { "0.1", "0.10000000000000000000000000000000000000001", -1 },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct number a = read(cases[k].a);
        struct number b = read(cases[k].b);
        CU_ASSERT_EQUAL(number_compare(&a, &b), cases[k].order);
        CU_ASSERT_EQUAL(number_compare(&b, &a), -cases[k].order);
        if (cases[k].order == 0)
            CU_ASSERT_EQUAL(number_hash(&a), number_hash(&b));
    }
}

static void finds_multiples_exactly(void)
{
    static const struct { const char *value, *divisor; bool multiple; }
    cases[] = {
        { "0", "7", true }, { "0.3", "0.1", true }, { "0.35", "0.1", false },
        { "19.99", "0.01", true }, { "4.5", "1.5", true },
        { "35", "1.5", false }, { "0.00751", "0.0001", false },
        { "1e308", "0.5", true }, { "1e308", "0.123456789", false },
        { "-21", "7", true }, { "1e1000000000", "1024", true },
        { "1e1000000000", "7", false },
        { "999999999999999999000000", "999999999999999999", true },
        { "12345678901234567890123456789", "3", true },
        { "12345678901234567890123456788", "3", false },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct number value = read(cases[k].value);
        struct number divisor = read(cases[k].divisor);
        CU_ASSERT_EQUAL(number_is_multiple(&value, &divisor),
            cases[k].multiple);
    }
}

static void reads_only_json_numbers(void)
{
    static const char *const wrong[] = {
        "", "-", "+1", "01", "1.", ".5", "1e", "1e+", "1x", " 1", "1 ",
        "0x1", "１", "1,000", "NaN", "--1",
    };
    struct number number;

    for (size_t k = 0; k < COUNT(wrong); k++)
        CU_ASSERT_FALSE(number_parse(wrong[k], strlen(wrong[k]), &number));
    CU_ASSERT_TRUE(number_parse("-0.50e+2", 8, &number));
    CU_ASSERT_EQUAL(number.places, 0);
    CU_ASSERT_TRUE(number_parse("1.50", 4, &number));
    CU_ASSERT_EQUAL(number.places, 2);
}

static void turns_numbers_into_sizes(void)
{
    static const struct { const char *literal; bool good; size_t size; }
    cases[] = {
        { "0", true, 0 }, { "2.0", true, 2 }, { "1e3", true, 1000 },
        { "1e400", true, (size_t)-1 }, { "-1", false, 0 },
        { "0.5", false, 0 }, { "120", true, 120 },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct number number = read(cases[k].literal);
        size_t size = 0;
        CU_ASSERT_EQUAL(number_to_size(&number, &size), cases[k].good);
        CU_ASSERT_EQUAL(size, cases[k].size);
    }
}

/* RFC 3986, 5.4, and paths that stay relative. */
static void resolves_references(void)
{
    static const struct { const char *base, *reference, *expected; }
    cases[] = {
        { "http://a/b/c/d;p?q", "g:h", "g:h" },
        { "http://a/b/c/d;p?q", "g", "http://a/b/c/g" },
        { "http://a/b/c/d;p?q", "./g", "http://a/b/c/g" },
        { "http://a/b/c/d;p?q", "g/", "http://a/b/c/g/" },
        { "http://a/b/c/d;p?q", "/g", "http://a/g" },
        { "http://a/b/c/d;p?q", "//g", "http://g" },
        { "http://a/b/c/d;p?q", "?y", "http://a/b/c/d;p?y" },
        { "http://a/b/c/d;p?q", "g?y#s", "http://a/b/c/g?y" },
        { "http://a/b/c/d;p?q", "#s", "http://a/b/c/d;p?q" },
        { "http://a/b/c/d;p?q", "", "http://a/b/c/d;p?q" },
        { "http://a/b/c/d;p?q", ".", "http://a/b/c/" },
        { "http://a/b/c/d;p?q", "..", "http://a/b/" },
        { "http://a/b/c/d;p?q", "../g", "http://a/b/g" },
        { "http://a/b/c/d;p?q", "../../g", "http://a/g" },
        { "http://a/b/c/d;p?q", "../../../g", "http://a/g" },
        { "http://a/b/c/d;p?q", "/./g", "http://a/g" },
        { "http://a/b/c/d;p?q", "g/../h", "http://a/b/c/h" },
        { "http://a", "g", "http://a/g" },
        { "urn:x:y", "#s", "urn:x:y" },
        { "schemas/x/a.json", "b.json#/c", "schemas/x/b.json" },
        { "schemas/x/a.json", "../common/c.json", "schemas/common/c.json" },
        { "a.json", "b.json", "b.json" },
        { "a/b.json", "../c.json", "c.json" },
    };
    struct buffer out = BUFFER_EMPTY;

    for (size_t k = 0; k < COUNT(cases); k++) {
        buffer_clear(&out);
        uri_resolve(cases[k].base, cases[k].reference, &out);
        CU_ASSERT_STRING_EQUAL(buffer_string(&out), cases[k].expected);
    }
    buffer_clear(&out);
    uri_decode("a%2Fb%zz%E4%B8%AD%", &out);
    CU_ASSERT_STRING_EQUAL(buffer_string(&out), "a/b%zz中%");
    buffer_free(&out);
}

static void matches_as_ecmascript_does(void)
{
    static const struct { const char *pattern, *text; bool matches; }
    cases[] = {
        { "^a+$", "aaa", true }, { "^a+$", "aaa\n", false },
        { "^\\d+$", "12", true }, { "^\\d+$", "১২", false },
        { "^\\w$", "é", false }, { "^\\s$", "\xE3\x80\x80", true },
        { "^[\\s]$", "\xC2\xA0", true }, { "^\\S$", "\xE3\x80\x80", false },
        { "^[^\\S]$", "\t", true }, { "^\\p{Letter}+$", "中文", true },
        { "^\\p{Script=Han}$", "中", true }, { "^\\P{L}$", "1", true },
        { "^\\u4e2d$", "中", true }, { "^\\u{1F600}$", "😀", true },
        { "^\\uD83D\\uDE00$", "😀", true }, { "^.$", "😀", true },
        { "^.$", "\xE2\x80\xA8", false }, { "^[^]$", "\n", true },
        { "[]", "a", false }, { "^\\cJ$", "\n", true },
        { "^\\v\\0$", "\v", false }, { "^(?<n>a)\\k<n>$", "aa", true },
        { "^[\\b]$", "\b", true }, { "a|b", "xb", true },
        { "^[[]$", "[", true }, { "^[a\\-z]$", "-", true },
        { "(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", false },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct regex *regex;
        bool failed = false;
        CU_ASSERT_EQUAL_FATAL(regex_compile(cases[k].pattern,
            strlen(cases[k].pattern), &regex), REGEX_OK);
        CU_ASSERT_EQUAL(regex_matches(regex, cases[k].text,
            strlen(cases[k].text), &failed), cases[k].matches);
        CU_ASSERT_FALSE(failed);
        regex_free(regex);
    }
}

static void refuses_what_ecmascript_has_not(void)
{
    static const char *const wrong[] = {
        "(", "a)", "[a", "*a", "a**", "a++", "a*+", "a{1}+", "\\", "\\a",
        "\\Z", "\\A", "\\Q", "\\E", "(?i)a", "(?P<n>a)", "(?#c)",
        "(?>a)", "(*UTF)a", "\\p{None}", "\\pL", "\\u12", "\\u{}",
        "\\u{110000}", "\\c1", "\\c", "\\-", "[\\B]", "[\\1]", "\\01",
        "\\kn", "[\\k<n>]", "a{2,1}",
    };

    for (size_t k = 0; k < COUNT(wrong); k++) {
        struct regex *regex;
        CU_ASSERT_EQUAL(regex_compile(wrong[k], strlen(wrong[k]), &regex),
            REGEX_MALFORMED);
        CU_ASSERT_PTR_NULL(regex);
    }
    regex_free(NULL);
}

static void knows_the_formats(void)
{
    static const struct { const char *format, *text; bool fits; } cases[] = {
        { "date", "2024-02-29", true }, { "date", "2023-02-29", false },
        { "time", "08:30:00+08:00", true }, { "time", "08:30:00", false },
        { "time", "07:59:60+08:00", true }, { "time", "24:00:00Z", false },
        { "date-time", "2024-04-24t08:30:00.5z", true },
        { "duration", "P1Y2M3DT4H", true }, { "duration", "P1Y3D", false },
        { "email", "a@b.cn", true }, { "email", "a@b..cn", false },
        { "idn-email", "张三@例.中国", true },
        { "hostname", "a-1.cn", true }, { "hostname", "a_1.cn", false },
        { "idn-hostname", "例。中国", true },
        { "ipv4", "1.2.3.255", true }, { "ipv4", "1.2.3.256", false },
        { "ipv6", "::ffff:1.2.3.4", true }, { "ipv6", "1::2::3", false },
        { "uri", "http://[::1]:80/a?b#c", true }, { "uri", "/a", false },
        { "uri-reference", "../a", true }, { "uri-reference", "a b", false },
        { "iri", "http://例/中", true }, { "iri-reference", "中", true },
        { "uuid", "123e4567-e89b-12d3-a456-426614174000", true },
        { "uuid", "123e4567e89b12d3a456426614174000", false },
        { "uri-template", "/a/{b,c*}{?d:3}", true },
        { "uri-template", "{", false },
        { "json-pointer", "/a/~0~1", true }, { "json-pointer", "a", false },
        { "relative-json-pointer", "1/a", true },
        { "relative-json-pointer", "01#", false },
        { "regex", "^a$", true }, { "regex", "(", false },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        bool failed = false;
        const struct format *format = format_find(cases[k].format);
        CU_ASSERT_PTR_NOT_NULL_FATAL(format);
        CU_ASSERT_EQUAL(format_fits(format, cases[k].text,
            strlen(cases[k].text), &failed), cases[k].fits);
        CU_ASSERT_FALSE(failed);
    }
    CU_ASSERT_PTR_NULL(format_find("unheard-of"));
}

static void gives_zeroed_memory_of_any_size(void)
{
    struct arena arena = {0};

    for (size_t size = 1; size < 200000; size = size * 3 + 1) {
        unsigned char *bytes = arena_new(&arena, size, 1);
        CU_ASSERT_PTR_NOT_NULL_FATAL(bytes);
        CU_ASSERT_EQUAL((size_t)bytes % sizeof(void *), 0);
        CU_ASSERT_EQUAL(bytes[0] + bytes[size - 1], 0);
        memset(bytes, 0xFF, size);
    }
    CU_ASSERT_STRING_EQUAL(arena_copy(&arena, "abc", 2), "ab");
    CU_ASSERT_PTR_NULL(arena_new(&arena, (size_t)-1, 2));
    CU_ASSERT_TRUE(arena.failed);
    CU_ASSERT_PTR_NULL(arena_new(&arena, 1, 1));
    arena_free(&arena);
}

CU_TestInfo schema_parts_tests[] = {
    { "orders numbers of any length", orders_numbers_of_any_length },
    { "finds multiples exactly", finds_multiples_exactly },
    { "reads only JSON numbers", reads_only_json_numbers },
    { "turns numbers into sizes", turns_numbers_into_sizes },
    { "resolves references", resolves_references },
    { "matches as ECMAScript does", matches_as_ecmascript_does },
    { "refuses what ECMAScript has not", refuses_what_ecmascript_has_not },
    { "knows the formats", knows_the_formats },
    { "gives zeroed memory of any size", gives_zeroed_memory_of_any_size },
    CU_TEST_INFO_NULL
};
