/* Workbooks by libxlsxwriter, and what shows that one is not whole. */

#include <CUnit/CUnit.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/utf8.h"
#include "16_sheet/book_tree.h"
#include "16_sheet/returned_book.h"
#include "16_sheet/xlsx.h"
#include "16_sheet/xlsx_parts.h"
#include "8_formats/zip.h"
#include "fixture.h"

static const struct resources built_in = { .data_dir = NULL };

/* A sheet with a cell of each text, as words. */
static void lay_texts(struct book *book, const char *const *texts,
    size_t count)
{
    size_t sheet = book_sheet(book, NULL, "");

    book->sheets[sheet].name = "表";
    for (size_t k = 0; k < count; k++) {
        book_row(book, sheet, false);
        book_put(book, sheet, 3, BOOK_TEXT, texts[k]);
    }
}

static void write_book(const struct fixture *fixture,
    const struct book *book, char path[96])
{
    struct findings *findings = findings_new();
    struct buffer out = BUFFER_EMPTY;

    CU_ASSERT_TRUE(xlsx_write(book, &built_in, &out, findings));
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "");
    snprintf(path, 96, "%s/book.xlsx", fixture->path);
    FILE *file = fopen(path, "wb");
    if (file) {
        fwrite(out.bytes, 1, out.length, file);
        fclose(file);
    }
    buffer_free(&out);
    findings_free(findings);
}

static void keeps_every_text(void)
{
    static const char *const texts[] = { "甲", " 甲 ", "a\nb\tc", "a\rb",
        "\x01\x1f", "_x0041_", "_x41_", "<&>\"'", "=1+1", "😀" };
    struct book book = BOOK_EMPTY;
    struct returned_book back;
    struct fixture fixture;
    char path[96];

    fixture_begin(&fixture);
    lay_texts(&book, texts, COUNT(texts));
    write_book(&fixture, &book, path);
    struct findings *findings = findings_new();
    CU_ASSERT_TRUE_FATAL(returned_book_open(&back, path, findings));
    for (unsigned k = 0; k < COUNT(texts); k++)
        CU_ASSERT_STRING_EQUAL(returned_words(&back.sheets[0], k, 3),
            texts[k]);
    returned_book_close(&back);
    findings_free(findings);
    book_free(&book);
    fixture_end(&fixture);
}

/* 𠮷 takes two units, what is escaped as many as it is written with. */
static void knows_what_has_room(void)
{
    static const struct { const char *text; size_t units, head; } cases[] = {
        { "", 1, 0 }, { "甲乙", 2, 6 }, { "甲乙", 1, 3 }, { "a𠮷b", 2, 1 },
        { "a𠮷b", 4, 6 }, { "\x01", 6, 0 }, { "\x01", 7, 1 },
        { "a\nb", 3, 3 }, { "_x0041_", 12, 6 }, { "_x0041_", 13, 7 },
    };

    for (size_t k = 0; k < COUNT(cases); k++)
        CU_ASSERT_EQUAL(xlsx_text_head(cases[k].text, cases[k].units),
            cases[k].head);
}

/* So many times 选 between commas, all of 255 characters or more. */
static void print_choices(struct buffer *out, size_t characters)
{
    for (size_t k = 0; k < characters; k++)
        buffer_add_string(out, k % 16 == 15 ? "," : "选");
}

/* Characters are counted, whatever bytes they take; a list that Excel would
 * not take is none. */
static void has_long_lists(void)
{
    static const struct { size_t characters, lists; } cases[] = {
        { 86, 1 }, { 255, 1 }, { 256, 0 }
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct buffer choices = BUFFER_EMPTY;
        struct book book = BOOK_EMPTY;
        struct fixture fixture;
        char path[96];
        fixture_begin(&fixture);
        print_choices(&choices, cases[k].characters);
        lay_texts(&book, (const char *const[]){ "甲", "乙" }, 2);
        for (size_t cell = 0; cell < 2; cell++)
            book.sheets[0].cells[cell].choices = buffer_string(&choices);
        write_book(&fixture, &book, path);
        CU_ASSERT_EQUAL(xlsx_check(path, &(struct xlsx_counts){ 2, 0,
            cases[k].lists, 0 }), XLSX_WHOLE);
        book_free(&book);
        buffer_free(&choices);
        fixture_end(&fixture);
    }
}

/* What it takes in memory is of no account for one that was just written. */
static void writes_what_grows(void)
{
    enum { LETTERS = 26, TEXTS = LETTERS * LETTERS,
        CHARACTERS = 32700 };
    struct book book = BOOK_EMPTY;
    struct fixture fixture;
    size_t sheet = book_sheet(&book, NULL, "");
    char *text = malloc(CHARACTERS + 1), path[96];

    CU_ASSERT_PTR_NOT_NULL_FATAL(text);
    fixture_begin(&fixture);
    memset(text, 'x', CHARACTERS);
    text[CHARACTERS] = '\0';
    book.sheets[sheet].name = "表";
    for (int k = 0; k < TEXTS; k++) {
        text[0] = (char)('a' + k / LETTERS);
        text[1] = (char)('a' + k % LETTERS);
        book_row(&book, sheet, false);
        book_put(&book, sheet, 3, BOOK_TEXT, book_keep(&book, text));
    }
    write_book(&fixture, &book, path);
    free(text);
    book_free(&book);
    fixture_end(&fixture);
}

/* A summary's sentence may be longer than a cell takes. */
static void cuts_what_is_too_long(void)
{
    struct buffer xml = BUFFER_EMPTY;
    struct book book = BOOK_EMPTY;

    buffer_add_string(&xml, "<workbook xmlns='urn:jixiao:workbook:1'>"
        "<sheet name='表'><column width='9'/><row><cell>");
    for (size_t k = 0; k <= BOOK_TEXT_MAX; k++)
        buffer_add_string(&xml, "文");
    buffer_add_string(&xml, "</cell><cell decimals='2'>1.50</cell><cell/>"
        "<cell link='a.json'>a</cell></row></sheet></workbook>");
    xmlDocPtr tree = fixture_xml(buffer_string(&xml));
    book_read(&book, tree);
    CU_ASSERT_FALSE_FATAL(book.failed);
    CU_ASSERT_EQUAL_FATAL(book.sheets[0].count, 4);
    const struct book_cell *cells = book.sheets[0].cells;
    size_t length = strlen(cells[0].text);
    CU_ASSERT_EQUAL(utf8_count(cells[0].text, length), BOOK_TEXT_MAX);
    CU_ASSERT_STRING_EQUAL(cells[0].text + length - 3, "…");
    CU_ASSERT_EQUAL(cells[1].kind, BOOK_NUMBER);
    CU_ASSERT_EQUAL(cells[1].style, BOOK_SHOWN + 1);
    CU_ASSERT_PTR_NULL(cells[2].text);
    CU_ASSERT_STRING_EQUAL(cells[3].link, "a.json");
    xmlFreeDoc(tree);
    book_free(&book);
    buffer_free(&xml);
}

static void *write_again(void *user)
{
    struct findings *findings = findings_new();

    for (int k = 0; k < 8; k++) {
        struct buffer out = BUFFER_EMPTY;
        CU_ASSERT_TRUE(xlsx_write(user, &built_in, &out, findings));
        buffer_free(&out);
    }
    findings_free(findings);
    return NULL;
}

static void writes_in_threads(void)
{
    static const char *const texts[] = { "甲", "乙" };
    struct book book = BOOK_EMPTY;
    pthread_t threads[4];

    lay_texts(&book, texts, COUNT(texts));
    for (size_t k = 0; k < COUNT(threads); k++)
        CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[k], NULL, write_again,
            &book), 0);
    for (size_t k = 0; k < COUNT(threads); k++)
        pthread_join(threads[k], NULL);
    book_free(&book);
}

/* A ZIP with a part in it. */
static void write_part(const struct fixture *fixture, const char *text)
{
    struct buffer out = BUFFER_EMPTY;
    struct zip zip;
    char path[96];

    zip_start(&zip, NULL, &out);
    zip_add(&zip, "xl/worksheets/sheet1.xml", text, strlen(text));
    CU_ASSERT_TRUE(zip_finish(&zip));
    snprintf(path, sizeof path, "%s/part.xlsx", fixture->path);
    FILE *file = fopen(path, "wb");
    if (file) {
        fwrite(out.bytes, 1, out.length, file);
        fclose(file);
    }
    buffer_free(&out);
}

static void knows_what_is_not_whole(void)
{
    static const struct {
        const char *part;
        struct xlsx_counts counts;
        enum xlsx_whole whole;
    } cases[] = {
        { "<a><c/><c/></a>", { 2, 0, 0, 0 }, XLSX_WHOLE },
        { "<a><comment/><dataValidation/></a>", { 0, 1, 1, 0 }, XLSX_WHOLE },
        { "<a><c/></a>", { 2, 0, 0, 0 }, XLSX_DAMAGED },
        { "<a/>", { 0, 1, 0, 0 }, XLSX_DAMAGED },
        { "<a/>", { 0, 0, 1, 0 }, XLSX_DAMAGED },
        { "<a/>", { 0, 0, 0, 1 }, XLSX_DAMAGED },
        { "<a><c/><c/>", { 2, 0, 0, 0 }, XLSX_DAMAGED },
        { "<a><c/><c", { 2, 0, 0, 0 }, XLSX_DAMAGED },
        { "", { 0, 0, 0, 0 }, XLSX_DAMAGED },
    };
    struct fixture fixture;
    char path[96];

    fixture_begin(&fixture);
    snprintf(path, sizeof path, "%s/part.xlsx", fixture.path);
    CU_ASSERT_EQUAL(xlsx_check(path, &cases[0].counts), XLSX_DAMAGED);
    for (size_t k = 0; k < COUNT(cases); k++) {
        write_part(&fixture, cases[k].part);
        CU_ASSERT_EQUAL(xlsx_check(path, &cases[k].counts), cases[k].whole);
    }
    fixture_write(&fixture, "part.xlsx", "PK\3\4");
    CU_ASSERT_EQUAL(xlsx_check(path, &cases[0].counts), XLSX_DAMAGED);
    fixture_end(&fixture);
}

CU_TestInfo xlsx_tests[] = {
    { "keeps every text", keeps_every_text },
    {"knows what has room", knows_what_has_room},
    { "has long lists", has_long_lists },
    { "writes what grows", writes_what_grows },
    { "cuts what is too long", cuts_what_is_too_long },
    { "writes in threads", writes_in_threads },
    { "knows what is not whole", knows_what_is_not_whole },
    CU_TEST_INFO_NULL
};
