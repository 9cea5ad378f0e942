/* Whether an archive is what its manifest says: paths, digests, and any byte
 * that was changed. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "10_archive/audit.h"
#include "10_archive/inside.h"
#include "10_archive/sums.h"
#include "8_formats/zip.h"
#include "fixture.h"

/* --- paths ------------------------------------------------------------ */

static void knows_paths_that_stay_inside(void)
{
    static const struct { const char *path; bool inside; } cases[] = {
        { "manifest.xml", true }, { "附件/附件1 基础数据表.pdf", true },
        { "a/b/c", true }, { "...", true }, { "a/..b", true },
        { "", false }, { "/", false }, { "/a", false }, { "a/", false },
        { "a//b", false }, { ".", false }, { "./a", false }, { "a/.", false },
        { "..", false }, { "a/..", false }, { "a/../b", false },
        { "a\\b", false }, { "C:a", false }, { "a\tb", false },
        { "a\x7F", false }, { "a\xC2\x80", false }, { "\xFF", false },
        { "\xC0\xAE\xC0\xAE/a", false },        /* overlong ".." */
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_EQUAL(path_is_inside(cases[i].path), cases[i].inside);
}

static void takes_letters_of_both_cases_for_the_same(void)
{
    CU_ASSERT_EQUAL(path_key_folded("附件/A.pdf"), path_key_folded("附件/a.PDF"));
    CU_ASSERT_NOT_EQUAL(path_key_folded("a.pdf"), path_key_folded("b.pdf"));
    CU_ASSERT_NOT_EQUAL(path_key_folded("@"), path_key_folded("`"));
}

static void shows_what_is_no_text(void)
{
    struct buffer shown = BUFFER_EMPTY;

    path_show("附\xFF\x41\xE9", &shown);
    CU_ASSERT_STRING_EQUAL(buffer_string(&shown), "附\\xFFA\\xE9");
    buffer_free(&shown);
}

/* --- digests and levels ----------------------------------------------- */

static void digests_in_pieces(void)
{
    struct sums sums;
    struct sums_text text;

    sums_begin(&sums);
    sums_add(&sums, "a", 1);
    sums_add(&sums, "", 0);
    sums_add(&sums, "bc", 2);
    sums_end(&sums, &text);
    CU_ASSERT_STRING_EQUAL(text.sha256, "ba7816bf8f01cfea414140de5dae2223"
        "b00361a396177a9cb410ff61f20015ad");
    /* GB/T 32905-2016, example 1. */
    CU_ASSERT_STRING_EQUAL(text.sm3, "66c7f0f462eeedd9d1f2d46bdc10e4e2"
        "4167c4875cf2f7a2297da02b8f4ba8e0");
}

#define XMP(properties) "<?xpacket begin=''?><rdf:RDF xmlns:rdf=" \
    "'http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description " \
    "xmlns:p='http://www.aiim.org/pdfa/ns/id/' " properties \
    "</rdf:RDF><?xpacket end='w'?>"
#define PART(part, level) ">" "<p:part>" part "</p:part><p:conformance>" \
    level "</p:conformance></rdf:Description>"

static void finds_levels_however_the_bytes_come(void)
{
    static const struct { const char *bytes, *level; } cases[] = {
        { "%PDF" XMP(PART("1", "B")) "%%EOF", "1B" },
        { XMP("p:part='2' p:conformance='A'/>"), "2A" },
        { XMP(PART("1", "B")) XMP(PART("2", "U")), "2U" },
        { XMP(PART("1", "B")) XMP("/>"), "1B" },
        { XMP(PART("4", "")), "4" },
        { XMP(PART("11", "B")), "" },
        { XMP(PART("1", "BB")), "" },
        { XMP(PART("", "B")), "" },
        { "<?xpacket begin=''?><a>", "" },
        { "<?xpacket end=''?>", "" },
        { "", "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t length = strlen(cases[i].bytes);
        for (size_t size = 1; size <= length + 1; size += 13) {
            struct packet_search search = { .level = "" };
            for (size_t at = 0; at < length; at += size)
                CU_ASSERT_TRUE(packet_search_add(&search,
                    cases[i].bytes + at, size < length - at ? size
                    : length - at));
            CU_ASSERT_STRING_EQUAL(search.level, cases[i].level);
            packet_search_free(&search);
        }
    }
}

/* --- an archive ------------------------------------------------------- */

static const char *const file_names[] = { "附件/a.pdf", "数据/b.json" };
static const char *const file_bytes[] = { XMP(PART("1", "B")), "{}\n" };

static void add_manifest(struct buffer *out)
{
    buffer_add_string(out, "<archive xmlns='urn:jixiao:archive:1'>"
        "<options pdf-level='1b'/><files>");
    for (size_t k = 0; k < COUNT(file_names); k++) {
        struct sums sums;
        struct sums_text text;
        sums_begin(&sums);
        sums_add(&sums, file_bytes[k], strlen(file_bytes[k]));
        sums_end(&sums, &text);
        buffer_printf(out, "<file path='%s' role='attachment' media-type='"
            "application/octet-stream' size='%zu' sha256='%s' sm3='%s'/>",
            file_names[k], strlen(file_bytes[k]), text.sha256, text.sm3);
    }
    buffer_add_string(out, "</files></archive>");
}

static void make_zip(struct buffer *out)
{
    struct buffer manifest = BUFFER_EMPTY;
    struct zip zip;
    char digest[DIGEST_TEXT_SIZE], line[128];

    add_manifest(&manifest);
    snprintf(line, sizeof line, "%s  manifest.xml\n", digest_text(
        manifest.bytes, manifest.length, digest));
    zip_start(&zip, NULL, out);
    zip_store(&zip, ARCHIVE_MANIFEST, manifest.bytes, manifest.length);
    zip_store(&zip, ARCHIVE_MANIFEST_DIGEST, line, strlen(line));
    for (size_t k = 0; k < COUNT(file_names); k++)
        zip_store(&zip, file_names[k], file_bytes[k], strlen(file_bytes[k]));
    CU_ASSERT_TRUE_FATAL(zip_finish(&zip));
    buffer_free(&manifest);
}

/* The worst that is found of bytes as a ZIP; that it was packed anew, which
 * whoever verifies it says, is a warning. */
static enum level worst_of(const char *path, const char *bytes, size_t length)
{
    struct findings *findings = findings_new();
    struct statement *statement = NULL;
    struct audit *audit = NULL;
    struct store store;
    enum level least = LEVEL_HINT;
    FILE *file = fopen(path, "wb");

    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fwrite(bytes, 1, length, file);
    fclose(file);
    if (store_open(&store, path, findings)) {
        statement = statement_read(&store, findings);
        if (statement)
            audit_manifest(&store, statement, findings);
        if (statement && statement_paths_are_sound(statement, findings))
            audit = audit_make(&store, statement, findings);
        audit_free(audit);
        statement_free(statement);
        least = store.repacked ? LEVEL_WARNING : LEVEL_HINT;
        store_close(&store);
    }
    enum level worst = findings_worst(findings);
    findings_free(findings);
    return worst > least ? worst : least;
}

/* Whatever bit of a ZIP is another one, and wherever it is cut, something is
 * found. */
static void finds_whatever_is_changed(void)
{
    struct fixture fixture;
    struct buffer zip = BUFFER_EMPTY;
    size_t errors = 0;
    char path[128];

    fixture_begin(&fixture);
    snprintf(path, sizeof path, "%s/a.zip", fixture.path);
    make_zip(&zip);
    CU_ASSERT_EQUAL(worst_of(path, zip.bytes, zip.length), LEVEL_HINT);
    for (size_t at = 0; at < zip.length; at++) {
        char bit = (char)(1 << at * 5 % 8);
        zip.bytes[at] ^= bit;
        enum level worst = worst_of(path, zip.bytes, zip.length);
        CU_ASSERT_TRUE(worst >= LEVEL_WARNING);
        errors += worst >= LEVEL_ERROR;
        zip.bytes[at] ^= bit;
        CU_ASSERT_TRUE(worst_of(path, zip.bytes, at) >= LEVEL_ERROR);
    }
    CU_ASSERT_TRUE(errors > zip.length * 9 / 10);
    buffer_free(&zip);
    fixture_end(&fixture);
}

CU_TestInfo audit_tests[] = {
    {"knows paths that stay inside", knows_paths_that_stay_inside},
    {"takes letters of both cases for the same",
        takes_letters_of_both_cases_for_the_same},
    {"shows what is no text", shows_what_is_no_text},
    {"digests in pieces", digests_in_pieces},
    {"finds levels however the bytes come",
        finds_levels_however_the_bytes_come},
    {"finds whatever is changed", finds_whatever_is_changed},
    CU_TEST_INFO_NULL
};
