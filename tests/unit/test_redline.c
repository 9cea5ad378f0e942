/* Page models that mark what came, went and moved between two of them. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

#include "12_redline/redline.h"
#include "fixture.h"

#define ROOT "<documents xmlns='urn:jixiao:document:1' title='t'>%s</documents>"
#define ATTACHMENT "<attachment kind='a' src=''>%s</attachment>"
#define VALUE(src, text) "<value src='" src "' type='text'>" text "</value>"
#define FIGURE(src, text) "<value src='" src "' type='amount'>" text "</value>"
#define IN(text) "<inserted>" text "</inserted>"
#define OUT(text) "<deleted>" text "</deleted>"
#define IN_OF(src, text) "<inserted src='" src "'>" text "</inserted>"
#define OUT_OF(src, text) "<deleted src='" src "'>" text "</deleted>"
#define CELL(text) "<cell role='text'>" text "</cell>"
#define LABEL(rows, text) "<cell role='label' rowspan='" rows "'>" text "</cell>"

static xmlDocPtr page_model(const char *attachments)
{
    char text[8192];

    snprintf(text, sizeof text, ROOT, attachments);
    return fixture_xml(text);
}

static xmlDocPtr attachment_with(const char *blocks)
{
    char text[4096];

    snprintf(text, sizeof text, ATTACHMENT, blocks);
    return page_model(text);
}

/* Without the namespace, and with ' for ". */
static const char *plain(const char *xml)
{
    static char text[8192];
    char *at = strstr(xml, " xmlns=");

    snprintf(text, sizeof text, "%s", xml);
    if (at)
        snprintf(text + (at - xml), sizeof text - (size_t)(at - xml), "%s",
            strchr(strchr(at, '"') + 1, '"') + 1);
    for (char *quote = text; (quote = strchr(quote, '"')); quote++)
        *quote = '\'';
    return text;
}

/* What is in the first attachment that changed; "" where none did. */
static const char *merged(const char *old_blocks, const char *new_blocks)
{
    static char text[8192];
    xmlDocPtr old = attachment_with(old_blocks);
    xmlDocPtr new = attachment_with(new_blocks);
    struct redline *redline = redline_new(old, new, fixture_lexicon());
    xmlDocPtr documents = redline_next(redline);

    *text = '\0';
    if (documents) {
        size_t skip = strlen("<attachment kind='a' src=''>");
        const char *whole = plain(fixture_element(xmlFirstElementChild(
            xmlDocGetRootElement(documents))));
        snprintf(text, sizeof text, "%.*s", (int)(strlen(whole) - skip
            - strlen("</attachment>")), whole + skip);
        CU_ASSERT_PTR_NULL(redline_next(redline));
        xmlFreeDoc(documents);
    }
    CU_ASSERT_FALSE(redline_failed(redline));
    redline_free(redline);
    xmlFreeDoc(old);
    xmlFreeDoc(new);
    return text;
}

struct sample {
    const char *old, *new, *merged;
};

static void check(const struct sample *samples, size_t count)
{
    for (size_t k = 0; k < count; k++)
        CU_ASSERT_STRING_EQUAL(merged(samples[k].old, samples[k].new),
            samples[k].merged);
}

#define P(text) "<paragraph>" text "</paragraph>"

static void words_are_marked_by_phrases(void)
{
    static const struct sample samples[] = {
        { P("一样"), P("一样"), "" },
        /* A figure goes whole, and with its unit. */
        { P("支出9.99万元"), P("支出9.89万元"),
            P("支出" OUT("9.99万元") IN("9.89万元")) },
        { P("共12项任务"), P("共13项任务"),
            P("共" OUT("12项") IN("13项") "任务") },
        { P("占5.1%，"), P("占5.2%，"), P("占" OUT("5.1%") IN("5.2%") "，") },
        { P("1,200.5元"), P("1,200.6元"),
            P(OUT("1,200.5元") IN("1,200.6元")) },
        { P("用Word文档"), P("用Works文档"),
            P("用" OUT("Word") IN("Works") "文档") },
        /* What two phrases happen to share does not cut them up. */
        { P("甲乙的丙丁。"), P("戊己的庚辛。"),
            P(OUT("甲乙的丙丁") IN("戊己的庚辛") "。") },
        { P("按需领用，集中采购"), P("按需限量领用，集中采购"),
            P("按需" IN("限量") "领用，集中采购") },
        { P("上<break/>下"), P("上<break/>左"),
            P("上<break/>" OUT("下") IN("左")) },
    };

    check(samples, COUNT(samples));
}

static void values_hold_what_changed_in_them(void)
{
    static const struct sample samples[] = {
        { P(FIGURE("/a", "9.99")), P(FIGURE("/a", "19.99")),
            P(FIGURE("/a", OUT("9.99") IN("19.99"))) },
        { P(FIGURE("/a", "")), P(FIGURE("/a", "1")),
            P(FIGURE("/a", IN("1"))) },
        { P(FIGURE("/a", "1")), P("<value src='/a' type='amount'/>"),
            P(FIGURE("/a", OUT("1"))) },
        { P(VALUE("/t", "共" FIGURE("/a", "1") "元")),
            P(VALUE("/t", "共" FIGURE("/a", "2") "元")),
            P(VALUE("/t", "共" FIGURE("/a", OUT("1") IN("2")) "元")) },
        /* Another value is quoted: the words of both, without values. */
        { P("共" FIGURE("/a", "1") "元"), P("共" FIGURE("/b", "2") "元"),
            P("共" OUT_OF("/a", "1") IN_OF("/b", "2") "元") },
        /* Typed where it was quoted, or quoted otherwise: nobody reads that. */
        { P("共" FIGURE("/a", "1") "元"), P("共1元"), "" },
        { P("共1元"), P("共" FIGURE("/a", "1") "元"), "" },
        { P("共" FIGURE("/a", "1") "元"), P("共" FIGURE("/b", "1") "元"), "" },
        { P("共1元，甲"), P("共" FIGURE("/a", "1") "元，乙"),
            P("共" FIGURE("/a", "1") "元，" OUT("甲") IN("乙")) },
        { P("共" FIGURE("/a", "1") "元，甲"), P("共1元，乙"),
            P("共1元，" OUT("甲") IN("乙")) },
        /* One value in the place of another. */
        { P(VALUE("/t/0", "甲乙丙")), P(VALUE("/t/1", "甲乙丁")),
            P(VALUE("/t/1", "甲乙" OUT("丙") IN("丁"))) },
    };

    check(samples, COUNT(samples));
}

#define MOVED(change, entry, text) "<paragraph change='" change \
    "' src='/t/0' moved='1' entry='" entry "'>" text "</paragraph>"

/* What went in one place and came in another has one number. */
static void what_moved_is_known_in_both_places(void)
{
    static const struct sample samples[] = {
        { P(VALUE("/t/0", "甲")) P(VALUE("/t/1", "乙"))
            P(VALUE("/t/2", "丙")),
            P(VALUE("/t/1", "乙")) P(VALUE("/t/2", "丙"))
            P(VALUE("/t/0", "甲")),
            MOVED("deleted", "1", OUT_OF("/t/0", "甲")) P(VALUE("/t/1", "乙"))
            P(VALUE("/t/2", "丙")) MOVED("inserted", "3", IN_OF("/t/0", "甲")) },
        /* What comes where it was does not replace it. */
        { P(VALUE("/t/0", "甲")) P(VALUE("/t/1", "乙"))
            P(VALUE("/t/2", "丙")),
            P("新") P(VALUE("/t/1", "乙")) P(VALUE("/t/2", "丙"))
            P(VALUE("/t/0", "甲")),
            MOVED("deleted", "1", OUT_OF("/t/0", "甲"))
            "<paragraph change='inserted'>" IN("新") "</paragraph>"
            P(VALUE("/t/1", "乙")) P(VALUE("/t/2", "丙"))
            MOVED("inserted", "3", IN_OF("/t/0", "甲")) },
    };

    check(samples, COUNT(samples));
}

#define HEADING(level, number, text) \
    "<heading level='" level "' number='" number "'>" text "</heading>"

#define RATED(src, rate, name) "<value src='" src "' label='得分' " \
    "type='score' value='" rate "'>" rate "</value>" VALUE(src "/name", name)

/* An entry has the number that it has in its own list, and its values in
 * common; a mark says what the schema calls the first of them. */
static void what_moved_says_which_entry_it_is(void)
{
    static const struct sample samples[] = {
        { P(VALUE("/-/a/0/name", "丁")) P(VALUE("/-/a/1/name", "己"))
            P(RATED("/a/0", "1", "甲")) P(RATED("/a/1", "2", "乙"))
            P(VALUE("/b/0/name", "戊")),
            P(RATED("/a/1", "2", "乙")) P(VALUE("/b/0/name", "戊"))
            P(RATED("/a/0", "1", "甲")),
            "<paragraph change='deleted' src='/-/a/0'>"
            OUT_OF("/-/a/0/name", "丁") "</paragraph>"
            "<paragraph change='deleted' src='/-/a/1'>"
            OUT_OF("/-/a/1/name", "己") "</paragraph>"
            "<paragraph change='deleted' src='/a/0' moved='1' entry='3'>"
            "<deleted src='/a/0' label='得分'>1甲</deleted></paragraph>"
            P(RATED("/a/1", "2", "乙")) P(VALUE("/b/0/name", "戊"))
            "<paragraph change='inserted' src='/a/0' moved='1' entry='2'>"
            "<inserted src='/a/0' label='得分'>1甲</inserted></paragraph>" },
        /* Of a list whose entries others stand between: an inner list, words of
         * the form, and another list. */
        { P(VALUE("/a/1", "甲")) P(VALUE("/a/2/items/0", "乙"))
            P(VALUE("/a/3", "丙")) P("表") P(VALUE("/b/0", "丁"))
            P(VALUE("/a/0", "戊")),
            P(VALUE("/a/0", "戊")) P(VALUE("/a/1", "甲"))
            P(VALUE("/a/2/items/0", "乙")) P(VALUE("/a/3", "丙")) P("表")
            P(VALUE("/b/0", "丁")),
            "<paragraph change='inserted' src='/a/0' moved='1' entry='1'>"
            IN_OF("/a/0", "戊") "</paragraph>" P(VALUE("/a/1", "甲"))
            P(VALUE("/a/2/items/0", "乙")) P(VALUE("/a/3", "丙")) P("表")
            P(VALUE("/b/0", "丁"))
            "<paragraph change='deleted' src='/a/0' moved='1' entry='3'>"
            OUT_OF("/a/0", "戊") "</paragraph>" },
        /* What has no number in a list. */
        { P(VALUE("/a", "甲")) P(VALUE("/b", "乙")),
            P(VALUE("/b", "乙")) P(VALUE("/a", "甲")),
            "<paragraph change='deleted' src='/a' moved='1'>"
            OUT_OF("/a", "甲") "</paragraph>" P(VALUE("/b", "乙"))
            "<paragraph change='inserted' src='/a' moved='1'>"
            IN_OF("/a", "甲") "</paragraph>" },
    };

    check(samples, COUNT(samples));
}

#define EXACT(exact, text, more) \
    "<value src='/a' type='score' value='" exact "'" more ">" text "</value>"

/* A figure that is what it was, and a date, which is none. */
static void a_figure_that_is_written_otherwise_says_so(void)
{
    static const struct sample samples[] = {
        { P(EXACT("8.8", "8.8", "")), P(EXACT("8.80", "8.80", "")),
            P(EXACT("8.80", OUT("8.8") IN("8.80"), " rewritten='true'")) },
        { P(EXACT("8.8", "8.8", "")), P(EXACT("8.9", "8.9", "")),
            P(EXACT("8.9", OUT("8.8") IN("8.9"), "")) },
        { P(EXACT("0", "0", "")), P("<value src='/a' type='score'/>"),
            P("<value src='/a' type='score'>" OUT("0") "</value>") },
        { P(EXACT("2025-01-02", "2025年1月2日", "")),
            P(EXACT("2025-01-02", "2日", "")), P(EXACT("2025-01-02",
            OUT("2025年1月2日") IN("2日"), "")) },
    };

    check(samples, COUNT(samples));
}

static void blocks_come_and_go_whole(void)
{
    static const struct sample samples[] = {
        { P(VALUE("/t/0", "甲")) P(VALUE("/t/2", "丙")),
            P(VALUE("/t/0", "甲")) P(VALUE("/t/1", "乙"))
            P(VALUE("/t/2", "丙")),
            P(VALUE("/t/0", "甲"))
            "<paragraph change='inserted' src='/t/1'>" IN_OF("/t/1", "乙")
            "</paragraph>" P(VALUE("/t/2", "丙")) },
        { HEADING("1", "一、", "甲") HEADING("1", "二、", "乙"),
            HEADING("1", "一、", "乙"),
            "<heading level='1' number='' change='deleted'>" OUT("一、甲")
            "</heading>" HEADING("1", "", OUT("二、") IN("一、") "乙") },
        { "<mark>附件4-1</mark>", "<mark>附件4-2</mark>",
            "<mark>附件4-" OUT("1") IN("2") "</mark>" },
        { "<title><line>甲</line><line>乙</line></title>",
            "<title><line>甲</line><line>丙</line></title>",
            "<title><line>甲<break/>" OUT("乙") IN("丙") "</line></title>" },
        { "<signatures><field label='人'>甲</field></signatures>",
            "<signatures><field label='人'>乙</field></signatures>",
            "<signatures><field label='人'>" OUT("甲") IN("乙")
            "</field></signatures>" },
    };

    check(samples, COUNT(samples));
}

#define TABLE(rows) "<table role='form'><columns><column/><column/></columns>" \
    "<body>" rows "</body></table>"
#define ROW(cells) "<row>" cells "</row>"
#define GONE(src, cells) \
    "<row change='deleted' src='" src "'>" cells "</row>"
#define ITEM(src, text) CELL(VALUE(src, text))

static void rows_come_and_go_whole(void)
{
    static const struct sample samples[] = {
        { TABLE(ROW(CELL("甲") ITEM("/0", "1")) ROW(CELL("乙")
            ITEM("/1", "2"))), TABLE(ROW(CELL("甲") ITEM("/0", "3"))),
            TABLE(ROW(CELL("甲") ITEM("/0", OUT("1") IN("3")))
            GONE("/1", CELL(OUT("乙")) CELL(OUT_OF("/1", "2")))) },
        /* A cell beside rows that go in its middle or at its end. */
        { TABLE(ROW(LABEL("2", "组") ITEM("/0", "1")) ROW(ITEM("/1", "2"))),
            TABLE(ROW("<cell role='label'>组</cell>" ITEM("/0", "1"))),
            TABLE(ROW(LABEL("2", "组") ITEM("/0", "1"))
            GONE("/1", CELL(OUT_OF("/1", "2")))) },
        /* What went had the words of the cell beside it. */
        { TABLE(ROW(LABEL("2", "组") ITEM("/0", "1")) ROW(ITEM("/1", "2"))),
            TABLE(ROW("<cell role='label'>组</cell>" ITEM("/1", "2"))),
            TABLE(GONE("/0", "<cell role='label'>" OUT("组") "</cell>"
            CELL(OUT_OF("/0", "1"))) ROW("<cell role='label'>" IN("组") "</cell>"
            ITEM("/1", "2"))) },
        /* One that says nothing goes on beside it. */
        { TABLE(ROW("<cell role='label' rowspan='2'/>" ITEM("/0", "1"))
            ROW(ITEM("/1", "2"))),
            TABLE(ROW("<cell role='label' continues='true'/>"
            ITEM("/1", "2"))),
            TABLE(GONE("/0", "<cell role='label' rowspan='2'/>"
            CELL(OUT_OF("/0", "1")))
            ROW(ITEM("/1", "2"))) },
    };

    check(samples, COUNT(samples));
}

static void attachments_come_and_go_whole(void)
{
    xmlDocPtr old = page_model("<attachment kind='a' src=''><mark>甲</mark>"
        "</attachment><attachment kind='b' src='/p/0'><mark>乙</mark>"
        "</attachment>");
    xmlDocPtr new = page_model("<attachment kind='b' src='/p/1'>"
        "<mark>丙</mark></attachment><attachment kind='a' src=''>"
        "<mark>甲</mark></attachment>");
    static const char *const wanted[] = {
        "<attachment kind='b' src='/p/1'><mark change='inserted'>" IN("丙")
        "</mark></attachment>",
        "<attachment kind='b' src='/p/0'><mark change='deleted'>" OUT("乙")
        "</mark></attachment>",
    };
    struct redline *redline = redline_new(old, new, fixture_lexicon());

    for (size_t k = 0; k < COUNT(wanted); k++) {
        xmlDocPtr documents = redline_next(redline);
        CU_ASSERT_PTR_NOT_NULL_FATAL(documents);
        CU_ASSERT_STRING_EQUAL(plain(fixture_element(xmlFirstElementChild(
            xmlDocGetRootElement(documents)))), wanted[k]);
        xmlFreeDoc(documents);
    }
    CU_ASSERT_PTR_NULL(redline_next(redline));
    redline_free(redline);
    xmlFreeDoc(old);
    xmlFreeDoc(new);
}

CU_TestInfo redline_tests[] = {
    {"words are marked by phrases", words_are_marked_by_phrases},
    {"values hold what changed in them", values_hold_what_changed_in_them},
    {"what moved is known in both places", what_moved_is_known_in_both_places},
    {"what moved says which entry it is", what_moved_says_which_entry_it_is},
    {"a figure that is written otherwise says so",
        a_figure_that_is_written_otherwise_says_so},
    {"blocks come and go whole", blocks_come_and_go_whole},
    {"rows come and go whole", rows_come_and_go_whole},
    {"attachments come and go whole", attachments_come_and_go_whole},
    CU_TEST_INFO_NULL
};
