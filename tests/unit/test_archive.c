/* An archive as it is written, a folder or a ZIP: whole or not at all, never
 * over another one, the same bytes each time. */

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "0_base/listed.h"
#include "10_archive/archive.h"
#include "10_archive/inventory.h"
#include "fixture.h"

/* An archive of a data file and a scan, sealed. */
struct shelf {
    struct fixture fixture;
    struct findings *findings;
    struct archive *archive;
    char folder[96];            /* where it is to go */
    char path[160];
};

static bool add(struct shelf *shelf, enum archive_role role,
    const char *name, const char *text)
{
    struct buffer bytes = BUFFER_EMPTY;

    buffer_add_string(&bytes, text);
    return archive_add(shelf->archive, &(struct archive_source){
        .role = role, .name = name }, &bytes, shelf->findings);
}

static void seal(struct shelf *shelf)
{
    struct buffer manifest = BUFFER_EMPTY;

    buffer_add_string(&manifest, "<archive/>\n");
    archive_seal(shelf->archive, &manifest);
}

static void begin(struct shelf *shelf)
{
    fixture_begin(&shelf->fixture);
    snprintf(shelf->folder, sizeof shelf->folder, "%s/made/below",
        shelf->fixture.path);
    shelf->findings = findings_new();
    shelf->archive = archive_new();
    CU_ASSERT_PTR_NOT_NULL_FATAL(shelf->archive);
    CU_ASSERT_TRUE(add(shelf, ARCHIVE_DATA, "a.json", "{}\n"));
    CU_ASSERT_TRUE(add(shelf, ARCHIVE_ADDED, "page.tif", "scan"));
}

static void end(struct shelf *shelf)
{
    archive_free(shelf->archive);
    findings_free(shelf->findings);
    fixture_end(&shelf->fixture);
}

static struct archive_target target_of(const struct shelf *shelf)
{
    return (struct archive_target){ shelf->folder, "a", true };
}

static bool write_it(struct shelf *shelf)
{
    const struct archive_target target = target_of(shelf);

    return archive_write(shelf->archive, &target, shelf->findings);
}

static const char *path_of(struct shelf *shelf, const char *name)
{
    snprintf(shelf->path, sizeof shelf->path, "%s/%s", shelf->folder, name);
    return shelf->path;
}

static bool is_there(struct shelf *shelf, const char *name)
{
    struct stat status;

    return lstat(path_of(shelf, name), &status) == 0;
}

static void knows_where_each_file_belongs(void)
{
    static const char *const paths[] = { "备考表.pdf", "附件/x", "附件/x",
        "附件/x", "数据/x", "数据/上年/x", "数据/x", "数据/x", "规则/x",
        "补充/x", "x" };

    for (int k = 0; k < ARCHIVE_ROLE_COUNT; k++) {
        struct shelf shelf = { .findings = findings_new(),
            .archive = archive_new() };
        CU_ASSERT_TRUE(add(&shelf, (enum archive_role)k,
            k == ARCHIVE_RECORD ? "备考表.pdf" : "x", ""));
        CU_ASSERT_STRING_EQUAL(shelf.archive->files[0].path, paths[k]);
        CU_ASSERT_TRUE(*archive_role_name((enum archive_role)k) != '\0');
        archive_free(shelf.archive);
        findings_free(shelf.findings);
    }
}

static void tells_media_types_by_endings(void)
{
    static const struct { const char *path, *type; } cases[] = {
        { "附件/a.pdf", "application/pdf" },
        { "补充/A.PDF", "application/pdf" },
        { "规则/a.xsl", "application/xslt+xml" },
        { "补充/a.b/c", "application/octet-stream" },
        { "补充/a.xyz", "application/octet-stream" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_STRING_EQUAL(archive_media_type(cases[i].path),
            cases[i].type);
}

static void refuses_a_path_that_is_there(void)
{
    struct shelf shelf;

    begin(&shelf);
    CU_ASSERT_FALSE(add(&shelf, ARCHIVE_ADDED, "Page.TIF", "other"));
    CU_ASSERT_STRING_EQUAL(fixture_codes(shelf.findings), "X063 0:0");
    CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(shelf.findings, 0,
        LANGUAGE_EN), "补充/Page.TIF"));
    CU_ASSERT_EQUAL(shelf.archive->count, 2);
    CU_ASSERT_TRUE(add(&shelf, ARCHIVE_DATA, "page.tif", "elsewhere"));
    end(&shelf);
}

static void seals_the_manifest_with_its_digest(void)
{
    struct shelf shelf;

    begin(&shelf);
    seal(&shelf);
    CU_ASSERT_STRING_EQUAL(buffer_string(&shelf.archive->digest),
        "c66b8cc617ad2faf1f5b2355bf3e3ed9829435547a8cbb12e7fe565c082cb23d"
        "  manifest.xml\n");
    end(&shelf);
}

static void makes_the_same_zip_twice(void)
{
    struct buffer one = BUFFER_EMPTY, two = BUFFER_EMPTY;
    struct shelf shelf;

    begin(&shelf);
    seal(&shelf);
    CU_ASSERT_TRUE(archive_print_zip(shelf.archive, &one));
    CU_ASSERT_TRUE(archive_print_zip(shelf.archive, &two));
    CU_ASSERT_EQUAL_FATAL(one.length, two.length);
    CU_ASSERT_EQUAL(memcmp(one.bytes, two.bytes, one.length), 0);
    /* APPNOTE 4.3.7: the first entry, stored, begins behind 30 bytes. */
    CU_ASSERT_EQUAL(memcmp(one.bytes + 30, "manifest.xml<archive/>\n", 23), 0);
    buffer_free(&one);
    buffer_free(&two);
    end(&shelf);
}

static void writes_all_of_it(void)
{
    struct shelf shelf;

    begin(&shelf);
    seal(&shelf);
    CU_ASSERT_TRUE(write_it(&shelf));
    CU_ASSERT_TRUE(is_there(&shelf, "a/manifest.xml"));
    CU_ASSERT_TRUE(is_there(&shelf, "a/manifest.xml.sha256"));
    CU_ASSERT_TRUE(is_there(&shelf, "a/数据/a.json"));
    CU_ASSERT_TRUE(is_there(&shelf, "a/补充/page.tif"));
    CU_ASSERT_TRUE(is_there(&shelf, "a.zip"));
    CU_ASSERT_FALSE(is_there(&shelf, ".jixiao-archive"));
    CU_ASSERT_FALSE(is_there(&shelf, ".jixiao-archive.zip"));
    CU_ASSERT_EQUAL(findings_count(shelf.findings), 0);
    end(&shelf);
}

static void overwrites_nothing(void)
{
    static const char *const names[] = { "made/below/a",
        "made/below/a.zip", "made/below/a/file" };

    for (size_t i = 0; i < COUNT(names); i++) {
        struct shelf shelf;
        begin(&shelf);
        seal(&shelf);
        fixture_write(&shelf.fixture, names[i], "mine");
        const struct archive_target target = target_of(&shelf);
        /* A file called like the ZIP may be what a killed run has left. */
        CU_ASSERT_EQUAL(archive_is_free(&target, shelf.findings), i == 1);
        CU_ASSERT_FALSE(write_it(&shelf));
        CU_ASSERT_STRING_EQUAL(fixture_codes(shelf.findings),
            i == 1 ? "X062 0:0" : "X062 0:0, X062 0:0");
        CU_ASSERT_TRUE(is_there(&shelf, names[i] + strlen("made/below/")));
        CU_ASSERT_TRUE(i != 1 || !is_there(&shelf, "a"));
        CU_ASSERT_TRUE(i == 1 || !is_there(&shelf, "a.zip"));
        end(&shelf);
    }
}

/* Killed between the two names, a run has left the ZIP alone. */
static void takes_the_zip_of_a_killed_run(void)
{
    struct shelf shelf;
    struct buffer zip = BUFFER_EMPTY;

    begin(&shelf);
    seal(&shelf);
    CU_ASSERT_TRUE(archive_print_zip(shelf.archive, &zip));
    fixture_write(&shelf.fixture, "made/below/a.zip", "");
    FILE *file = fopen(path_of(&shelf, "a.zip"), "wb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fwrite(zip.bytes, 1, zip.length, file);
    fclose(file);
    CU_ASSERT_TRUE(write_it(&shelf));
    CU_ASSERT_TRUE(is_there(&shelf, "a/manifest.xml"));
    CU_ASSERT_TRUE(is_there(&shelf, "a.zip"));
    CU_ASSERT_FALSE(is_there(&shelf, ".jixiao-archive.zip"));
    CU_ASSERT_EQUAL(findings_count(shelf.findings), 0);
    buffer_free(&zip);
    end(&shelf);
}

static void takes_an_empty_folder(void)
{
    struct shelf shelf;

    begin(&shelf);
    seal(&shelf);
    fixture_write(&shelf.fixture, "made/below/a/file", "");
    unlink(path_of(&shelf, "a/file"));
    CU_ASSERT_TRUE(write_it(&shelf));
    CU_ASSERT_TRUE(is_there(&shelf, "a/manifest.xml"));
    end(&shelf);
}

/* No file system has names so long. */
static void leaves_nothing_where_it_fails(void)
{
    struct shelf shelf;
    char name[400];

    begin(&shelf);
    memset(name, 'x', sizeof name);
    name[sizeof name - 1] = '\0';
    CU_ASSERT_TRUE(add(&shelf, ARCHIVE_ADDED, name, "long"));
    seal(&shelf);
    CU_ASSERT_FALSE(write_it(&shelf));
    CU_ASSERT_STRING_EQUAL(fixture_codes(shelf.findings), "X025 0:0");
    snprintf(shelf.folder, sizeof shelf.folder, "%s", shelf.fixture.path);
    CU_ASSERT_FALSE(is_there(&shelf, "made"));
    end(&shelf);
}

/* A killed run may have left anything under the names of staging. */
static void clears_what_a_killed_run_left(void)
{
    struct shelf shelf;

    begin(&shelf);
    seal(&shelf);
    fixture_write(&shelf.fixture, "kept/file", "mine");
    fixture_write(&shelf.fixture, "made/below/.jixiao-archive/x/y", "old");
    fixture_write(&shelf.fixture, "made/below/.jixiao-archive.zip", "old");
    CU_ASSERT_EQUAL(symlink("../../../kept",
        path_of(&shelf, ".jixiao-archive/link")), 0);
    CU_ASSERT_TRUE(write_it(&shelf));
    CU_ASSERT_FALSE(is_there(&shelf, ".jixiao-archive"));
    CU_ASSERT_FALSE(is_there(&shelf, ".jixiao-archive.zip"));
    CU_ASSERT_FALSE(is_there(&shelf, "a/x"));
    CU_ASSERT_TRUE(is_there(&shelf, "../../kept/file"));
    end(&shelf);
}

static void tells_what_is_blank(void)
{
    xmlDocPtr set = fixture_xml("<set title='t' edition='e'/>");
    xmlDocPtr metadata = fixture_xml("<metadata><item name='one' src='/one'>"
        "1</item><item name='two'/><item name='three'></item></metadata>");
    struct inventory *inventory = inventory_new(&(struct inventory_source){
        .name = "a", .program = "p", .pdf_level = "1b",
        .set = xmlDocGetRootElement(set) });
    struct buffer blanks = BUFFER_EMPTY, text = BUFFER_EMPTY;

    CU_ASSERT_PTR_NOT_NULL_FATAL(inventory);
    inventory_set_metadata(inventory, xmlDocGetRootElement(metadata));
    inventory_print_blanks(inventory, &blanks);
    CU_ASSERT_STRING_EQUAL(buffer_string(&blanks), "two" LISTED_NEXT "three");
    CU_ASSERT_TRUE(inventory_print(inventory, &text));
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&text),
        "<item name=\"one\" src=\"/one\">1</item>"));
    buffer_free(&blanks);
    buffer_free(&text);
    inventory_free(inventory);
    inventory_free(NULL);
    xmlFreeDoc(metadata);
    xmlFreeDoc(set);
}

CU_TestInfo archive_tests[] = {
    {"knows where each file belongs", knows_where_each_file_belongs},
    {"tells media types by endings", tells_media_types_by_endings},
    {"refuses a path that is there", refuses_a_path_that_is_there},
    {"seals the manifest with its digest", seals_the_manifest_with_its_digest},
    {"makes the same ZIP twice", makes_the_same_zip_twice},
    {"writes all of it", writes_all_of_it},
    {"overwrites nothing", overwrites_nothing},
    {"takes the ZIP of a killed run", takes_the_zip_of_a_killed_run},
    {"takes an empty folder", takes_an_empty_folder},
    {"leaves nothing where it fails", leaves_nothing_where_it_fails},
    {"clears what a killed run left", clears_what_a_killed_run_left},
    {"tells what is blank", tells_what_is_blank},
    CU_TEST_INFO_NULL
};
