/* Words of the language and of an edition, found in texts; what is wrong in
 * their files. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

#include "0_base/lexicon.h"
#include "0_base/word_list.h"
#include "fixture.h"

/* The word that a list has at a place of a text, in brackets; and where it
 * ends, behind a bar. */
static const char *words_of(const char *list, const char *exceptions,
    const char *text)
{
    static char line[256];
    struct word_list words = {0};
    size_t used = 0;

    CU_ASSERT_TRUE_FATAL(word_list_add(&words, list)
        && word_list_add_exceptions(&words, exceptions));
    word_list_sort(&words);
    line[0] = '\0';
    for (size_t at = 0; at <= strlen(text); at++) {
        const struct word *begins = word_at(&words, text, at);
        const struct word *ends = word_before(&words, text, at);
        if (ends)
            used += (size_t)snprintf(line + used, sizeof line - used,
                "%.*s|", (int)ends->length, ends->text);
        if (begins)
            used += (size_t)snprintf(line + used, sizeof line - used,
                "[%.*s]", (int)begins->length, begins->text);
    }
    word_list_free(&words);
    return line;
}

static void finds_the_longest_word(void)
{
    static const struct { const char *list, *text, *found; } cases[] = {
        { "约 约为", "约为3件", "[约为]约|约为|" },
        { "为 约为", "约为3件", "[约为][为]约为|" },
        { "a\n b", "cab", "[a]a|[b]b|" }, { "", "约", "" }, { "约", "", "" },
        { "约", "莫", "" }, { "~", "~", "[~]~|" },
    };

    for (size_t k = 0; k < COUNT(cases); k++)
        CU_ASSERT_STRING_EQUAL(words_of(cases[k].list, "", cases[k].text),
            cases[k].found);
}

static void passes_over_exceptions(void)
{
    static const struct { const char *exceptions, *text, *found; } cases[] = {
        { "签约 约定", "签约3件", "" }, { "签约 约定", "约定3件", "" },
        { "签约", "约3件，签约3件", "[约]约|" }, { "签约", "签", "" },
        { "签约", "约为3件", "[约为]约|约为|" },
        { "签约", "签约为3件", "" },
        { "为", "约为3件", "[约为]约|约为|" },      /* a part of the word */
        { "预约 节约", "约", "[约]约|" },
    };

    for (size_t k = 0; k < COUNT(cases); k++)
        CU_ASSERT_STRING_EQUAL(words_of("约 约为", cases[k].exceptions,
            cases[k].text), cases[k].found);
}

static void looks_within_a_span(void)
{
    const char *text = "共约为3件";
    struct word_list words = {0};
    size_t at = 0;

    CU_ASSERT_TRUE_FATAL(word_list_add(&words, "约→1 约为→2 件"));
    word_list_sort(&words);
    CU_ASSERT_FALSE(word_is_in(&words, (struct text_span){ text, 3 }));
    const struct word *word = word_in(&words, (struct text_span){ text, 6 },
        &at);
    CU_ASSERT_PTR_NOT_NULL_FATAL(word);
    CU_ASSERT_EQUAL(at, 3);
    CU_ASSERT_EQUAL(word->length, 3);
    CU_ASSERT_NSTRING_EQUAL(word->meaning.text, "1", word->meaning.length);
    word = word_in(&words, (struct text_span){ text, 9 }, &at);
    CU_ASSERT_PTR_NOT_NULL_FATAL(word);
    CU_ASSERT_NSTRING_EQUAL(word->meaning.text, "2", word->meaning.length);
    word = word_of(&words, (struct text_span){ "件", 3 });
    CU_ASSERT_PTR_NOT_NULL_FATAL(word);
    CU_ASSERT_EQUAL(word->meaning.length, 0);
    CU_ASSERT_PTR_NULL(word_of(&words, (struct text_span){ "件数", 6 }));
    word_list_free(&words);
}

#define COMMON "schemas/common/language.xml"
#define OWN "schemas/e/language.xml"

/* A folder with the common language, changed by one replacement. */
static void write_common(const struct fixture *fixture, const char *old,
    const char *new)
{
    const char *text = (const char *)resource_find(COMMON)->bytes;
    const char *at = strstr(text, old);
    struct buffer changed = BUFFER_EMPTY;

    CU_ASSERT_PTR_NOT_NULL_FATAL(at);
    buffer_add(&changed, text, (size_t)(at - text));
    buffer_add_string(&changed, new);
    buffer_add_string(&changed, at + strlen(old));
    fixture_write(fixture, COMMON, buffer_string(&changed));
    buffer_free(&changed);
}

/* What is said of a common language that has been changed, or of an own one
 * beside it; "" where it is loaded. */
static const char *said_of(const char *old, const char *new, const char *own)
{
    static char sentence[512];
    struct findings *findings = findings_new();
    struct fixture fixture;

    fixture_begin(&fixture);
    write_common(&fixture, old, new);
    if (own)
        fixture_write(&fixture, OWN, own);
    struct lexicon *lexicon = lexicon_load(&fixture.resources, OWN, findings);
    CU_ASSERT_EQUAL(lexicon == NULL, findings_count(findings) > 0);
    snprintf(sentence, sizeof sentence, "%s", fixture_sentence(findings, 0,
        LANGUAGE_EN));
    lexicon_free(lexicon);
    findings_free(findings);
    fixture_end(&fixture);
    return sentence;
}

static void loads_an_edition_without_words(void)
{
    CU_ASSERT_STRING_EQUAL(said_of("<list", "<list", NULL), "");
    CU_ASSERT_STRING_EQUAL(said_of("<words>元</words>", "", NULL), "");
    CU_ASSERT_STRING_EQUAL(said_of("<words>元</words>", "<words/>",
        "<language/>"), "");
}

static void refuses_what_is_wrong_in_a_language(void)
{
    static const struct { const char *old, *new, *what; } cases[] = {
        { "name=\"money\"", "name=\"mony\"", "mony lacks money or" },
        { "name=\"money\"", "name=\"xyzxyz\"", "xyzxyz lacks name or" },
        { "name=\"money\"", "", "list lacks name or" },
        { "name=\"money\"", "name=\"falls\"", "falls lacks name or" },
        { "name=\"money\"", "name=\"money\" x=\"\"", "money lacks x or" },
        { "<words>元", "<words x=\"\">元", "money lacks x or" },
        { "<words>元", "<words>元→圆", "money lacks → or" },
        { "增加→减少 ", "增加 ", "below-zero lacks → or" },
        { "<for>the unit of amounts, without 万 and the like</for>", "",
            "money lacks for or" },
        { "<list name=\"money\">", "<list name=\"money\"><word/>",
            "money lacks word or" },
        { "<language xmlns=\"urn:jixiao:language:1\">",
            "<language xmlns=\"urn:jixiao:language:1\"><x/>",
            "x lacks list|limit or" },
        { "\"part-noun\" value=\"20\"", "\"part-noun\"",
            "part-noun lacks value or" },
        { "\"part-noun\" value=\"20\"", "\"part-noun\" value=\"2O\"",
            "part-noun lacks value or" },
        { "\"part-noun\" value=\"20\"", "\"part-noun\" value=\"\"",
            "part-noun lacks value or" },
        { "\"part-noun\" value=\"20\"", "\"part-noun\" values=\"20\"",
            "part-noun lacks value or" },
        { "\"part-noun\" value=\"20\"", "\"list-noun\" value=\"20\"",
            "list-noun lacks name or" },
        { "\"part-noun\" value=\"20\"", "\"part-nouns\" value=\"20\"",
            "part-nouns lacks name or" },
        { "\"part-noun\" value=\"20\"", "\"part-noun\" value=\"0\"",
            "part-noun lacks value or" },
        { "<limit name=\"part-noun\" value=\"20\">",
            "<limit name=\"part-noun\" value=\"20\"><x/>",
            "part-noun lacks for or" },
        { "name=\"part-noun\" value=\"20\"", "", "limit lacks name or" },
    };

    for (size_t k = 0; k < COUNT(cases); k++)
        CU_ASSERT_PTR_NOT_NULL(strstr(said_of(cases[k].old, cases[k].new,
            NULL), cases[k].what));
    CU_ASSERT_PTR_NOT_NULL(strstr(said_of("<list", "<list",
        "<lists/>"), OWN " line 1: lists lacks language or"));
    CU_ASSERT_PTR_NOT_NULL(strstr(said_of("<list", "<list",
        "<language>\n<list name='mone'/></language>"),
        OWN " line 2: mone lacks money or"));
}

static void names_the_list_that_is_missing(void)
{
    struct fixture fixture;
    struct findings *findings = findings_new();

    fixture_begin(&fixture);
    fixture_write(&fixture, COMMON, "<!-- -->\n<language/>");
    CU_ASSERT_PTR_NULL(lexicon_load(&fixture.resources, OWN, findings));
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "V004 0:0");
    CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, 0, LANGUAGE_EN),
        COMMON " line 2: list lacks "));
    findings_free(findings);
    fixture_end(&fixture);
}

/* Two at a time: nothing is shared. */
static void adds_the_words_of_an_edition(void)
{
    struct findings *findings = findings_new();
    const struct text_span yuan = { "圆", strlen("圆") };
    struct fixture fixture;

    fixture_begin(&fixture);
    fixture_copy(&fixture, COMMON);
    fixture_write(&fixture, OWN, "<language><list name='money'>"
        "<words>圆</words></list>"
        "<limit name='part-noun' value='7'/></language>");
    struct lexicon *own = lexicon_load(&fixture.resources, OWN, findings);
    struct lexicon *common = lexicon_load(&fixture.resources, "none.xml",
        findings);
    CU_ASSERT_FATAL(own && common);
    CU_ASSERT_PTR_NOT_NULL(word_of(lexicon_words(own, NOTION_MONEY), yuan));
    CU_ASSERT_PTR_NULL(word_of(lexicon_words(common, NOTION_MONEY), yuan));
    CU_ASSERT_EQUAL(lexicon_limit(own, LIMIT_PART_NOUN), 7);
    CU_ASSERT_EQUAL(lexicon_limit(common, LIMIT_PART_NOUN), 20);
    lexicon_free(own);
    lexicon_free(common);
    lexicon_free(NULL);
    findings_free(findings);
    fixture_end(&fixture);
}

CU_TestInfo lexicon_tests[] = {
    { "finds the longest word", finds_the_longest_word },
    { "passes over exceptions", passes_over_exceptions },
    { "looks within a span", looks_within_a_span },
    { "loads an edition without words of its own",
        loads_an_edition_without_words },
    { "refuses what is wrong in a language",
        refuses_what_is_wrong_in_a_language },
    { "names the list that is missing", names_the_list_that_is_missing },
    { "adds the words of an edition", adds_the_words_of_an_edition },
    CU_TEST_INFO_NULL
};
