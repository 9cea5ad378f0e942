/* ZIP packages of Word and OFD files: parts, constant bytes, limits. */

#include "fixture.h"

#include <CUnit/CUnit.h>
#include <libdeflate.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "8_formats/package.h"

#define HEAD "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/" \
    "office/2006/xmlPackage\" xmlns:w=\"urn:w\">"
#define TAIL "</pkg:package>"
#define PART(name, type, content) "<pkg:part pkg:name='" name \
    "' pkg:contentType='" type "'>" content "</pkg:part>"
#define XML(content) "<pkg:xmlData>" content "</pkg:xmlData>"
#define BINARY(content) "<pkg:binaryData>" content "</pkg:binaryData>"

#define RELATIONSHIPS \
    "application/vnd.openxmlformats-package.relationships+xml"
#define DECLARATION \
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

static const char sample[] = HEAD
    PART("/_rels/.rels", RELATIONSHIPS, XML("<r xmlns=\"urn:r\"/>"))
    PART("/word/document.xml", "application/a+xml", XML("\n"
        "<w:document xmlns:own=\"urn:own\"><w:p>内容 &lt;&amp;</w:p>"
        "<w:p>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</w:p>"
        "</w:document>\n"))
    PART("/word/media/image1.bin", "image/x-a&amp;b", BINARY("AAEC\n /w==\n"))
    TAIL;

static unsigned get(const char *at, int size)
{
    unsigned value = 0;

    while (size-- > 0)
        value = value << 8 | (unsigned char)at[size];
    return value;
}

static bool zip_sample(const char *text, struct packings *packings,
    struct buffer *out, struct findings *findings)
{
    struct buffer document = BUFFER_EMPTY;

    buffer_add_string(&document, text);
    bool good = package_zip(&document, packings, out, findings);
    buffer_free(&document);
    return good;
}

static void zip_fine(const char *text, struct buffer *out)
{
    struct findings *findings = findings_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    CU_ASSERT_TRUE_FATAL(zip_sample(text, NULL, out, findings));
    CU_ASSERT_EQUAL(findings_count(findings), 0);
    findings_free(findings);
}

/* The bytes of the k-th entry, found as a reader does: from the end. */
static char *unzip(const char *zip, size_t length, unsigned k,
    const char *name, size_t *size)
{
    const char *end = zip + length - 22;
    CU_ASSERT_EQUAL_FATAL(get(end, 4), 0x06054B50);
    CU_ASSERT_FATAL(k < get(end + 10, 2));
    CU_ASSERT_EQUAL(get(end + 12, 4) + get(end + 16, 4) + 22, length);

    const char *central = zip + get(end + 16, 4);
    for (; k > 0; k--)
        central += 46 + get(central + 28, 2);
    CU_ASSERT_EQUAL_FATAL(get(central, 4), 0x02014B50);
    CU_ASSERT_EQUAL(get(central + 12, 4), 0x00210000);  /* 1980-01-01 */
    CU_ASSERT_EQUAL(get(central + 30, 2), 0);           /* extra field */
    CU_ASSERT_EQUAL(get(central + 28, 2), strlen(name));
    CU_ASSERT_EQUAL(memcmp(central + 46, name, strlen(name)), 0);

    const char *local = zip + get(central + 42, 4);
    CU_ASSERT_EQUAL_FATAL(get(local, 4), 0x04034B50);
    CU_ASSERT_EQUAL(memcmp(local + 4, central + 6, 26), 0);
    const char *packed = local + 30 + strlen(name);
    size_t packed_size = get(central + 20, 4);
    *size = get(central + 24, 4);
    char *bytes = malloc(*size + 1);
    CU_ASSERT_PTR_NOT_NULL_FATAL(bytes);
    bytes[*size] = '\0';
    if (get(central + 10, 2) == 0) {
        CU_ASSERT_EQUAL_FATAL(packed_size, *size);
        memcpy(bytes, packed, *size);
    } else {
        struct libdeflate_decompressor *inflate =
            libdeflate_alloc_decompressor();
        CU_ASSERT_EQUAL(libdeflate_deflate_decompress(inflate, packed,
            packed_size, bytes, *size, NULL), LIBDEFLATE_SUCCESS);
        CU_ASSERT_TRUE(packed_size < *size);
        libdeflate_free_decompressor(inflate);
    }
    CU_ASSERT_EQUAL(get(central + 16, 4), libdeflate_crc32(0, bytes, *size));
    return bytes;
}

static void holds_the_parts_in_order(void)
{
    static const struct { const char *name, *bytes; } cases[] = {
        { "[Content_Types].xml", DECLARATION "<Types xmlns=\"http://schemas."
            "openxmlformats.org/package/2006/content-types\"><Default "
            "Extension=\"rels\" ContentType=\"" RELATIONSHIPS "\"/>"
            "<Override PartName=\"/word/document.xml\" "
            "ContentType=\"application/a+xml\"/>"
            "<Override PartName=\"/word/media/image1.bin\" "
            "ContentType=\"image/x-a&amp;b\"/></Types>" },
        { "_rels/.rels", DECLARATION "<r xmlns:w=\"urn:w\" "
            "xmlns=\"urn:r\"/>" },
        { "word/document.xml", DECLARATION "<w:document xmlns:w=\"urn:w\" "
            "xmlns:own=\"urn:own\"><w:p>内容 &lt;&amp;</w:p><w:p>aaaaaaaaaaaaa"
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</w:p></w:document>" },
    };
    struct buffer zip = BUFFER_EMPTY;
    size_t size;

    buffer_add_string(&zip, "before");      /* offsets are of the archive */
    zip_fine(sample, &zip);
    const char *bytes = zip.bytes + 6;
    for (unsigned i = 0; i < COUNT(cases); i++) {
        char *found = unzip(bytes, zip.length - 6, i, cases[i].name, &size);
        CU_ASSERT_STRING_EQUAL(found, cases[i].bytes);
        free(found);
    }
    char *image = unzip(bytes, zip.length - 6, 3, "word/media/image1.bin",
        &size);
    CU_ASSERT_EQUAL_FATAL(size, 4);
    CU_ASSERT_EQUAL(memcmp(image, "\x00\x01\x02\xFF", 4), 0);
    free(image);
    buffer_free(&zip);
}

static void gives_the_same_bytes_again(void)
{
    struct buffer once = BUFFER_EMPTY, again = BUFFER_EMPTY;

    zip_fine(sample, &once);
    zip_fine(sample, &again);
    CU_ASSERT_EQUAL_FATAL(once.length, again.length);
    CU_ASSERT_EQUAL(memcmp(once.bytes, again.bytes, once.length), 0);
    buffer_free(&once);
    buffer_free(&again);
}

/* The bytes of the only part. */
static char *zip_one(const char *text)
{
    struct buffer zip = BUFFER_EMPTY;
    size_t size;

    zip_fine(text, &zip);
    char *bytes = unzip(zip.bytes, zip.length, 1, "a.xml", &size);
    buffer_free(&zip);
    return bytes;
}

/* The declarations that a part would lose come with it, those of the nearest
 * element first, each prefix once. */
static void reads_what_serialisers_write(void)
{
    static const struct { const char *flat, *part; } cases[] = {
        { HEAD PART("/a.xml", "a/b", XML("<a/>")) TAIL,
            "<a xmlns:w=\"urn:w\"/>" },
        { HEAD PART("/a.xml", "a/b", XML("<w:a xmlns:w=\"urn:x\"/>")) TAIL,
            "<w:a xmlns:w=\"urn:x\"/>" },
        { HEAD PART("/a.xml", "a/b", "<pkg:xmlData xmlns=\"urn:d\" "
            "xmlns:v=\"urn:v\" xmlns:w=\"urn:n\"><a b=\"1\"/>"
            "</pkg:xmlData>") TAIL, "<a xmlns=\"urn:d\" xmlns:v=\"urn:v\" "
            "xmlns:w=\"urn:n\" b=\"1\"/>" },
        { HEAD PART("/a.xml", "a/b", "<pkg:xmlData xmlns:v='urn:\"'><a/>"
            "</pkg:xmlData>") TAIL,
            "<a xmlns:v='urn:\"' xmlns:w=\"urn:w\"/>" },
        { "<p:package xmlns:p='http://schemas.microsoft.com/office/2006/"
            "xmlPackage'><other><pkg/></other><p:part name='/b' p:name="
            "'/a.xml' p:contentType='a/b'><pkg:part xmlns:pkg='urn:o'/>"
            "<p:xmlData><a/></p:xmlData></p:part></p:package>", "<a/>" },
        { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE a>\n<?a >?>"
            "<!-- <a> -->" HEAD PART("/a.xml", "a/b", XML("<a><!-- </a> -->"
            "<![CDATA[</a>]]><?b </a>?></a>")) TAIL, "<a xmlns:w=\"urn:w\">"
            "<!-- </a> --><![CDATA[</a>]]><?b </a>?></a>" },
        { "<?xml version=\"1.0\" encoding=\"GBK\"?>" HEAD PART("/a.xml",
            "a/b", XML("<a>\xC4\xDA</a>")) TAIL,
            "<a xmlns:w=\"urn:w\">内</a>" },
        { "\xEF\xBB\xBF" HEAD PART("/a.xml", "a/b", XML("<a>内</a>")) TAIL,
            "<a xmlns:w=\"urn:w\">内</a>" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        char *part = zip_one(cases[i].flat);
        CU_ASSERT_STRING_EQUAL(part + sizeof DECLARATION - 1, cases[i].part);
        free(part);
    }
}

static void writes_through_what_is_marked_so(void)
{
    /* As xsl:text does with disable-output-escaping="yes". */
    char *part = zip_one(HEAD PART("/a.xml", "a/b",
        XML("<a xmlns=\"urn:r\">&nbsp;<w:p/></a>")) TAIL);

    CU_ASSERT_STRING_EQUAL(part, DECLARATION
        "<a xmlns:w=\"urn:w\" xmlns=\"urn:r\">&nbsp;<w:p/></a>");
    free(part);
}

/* What comes again, and what comes otherwise, under a name. */
static void packs_the_same_with_what_was_packed_before(void)
{
    static const char *const texts[] = { sample, sample,
        HEAD PART("/word/document.xml", "a/b", XML("<a>b</a>")) TAIL,
        HEAD PART("/word/document.xml", "a/b", XML("<a>c</a>")) TAIL,
        sample };
    struct findings *findings = findings_new();
    struct packings packings = { 0 };

    for (size_t i = 0; i < COUNT(texts); i++) {
        struct buffer with = BUFFER_EMPTY, without = BUFFER_EMPTY;
        CU_ASSERT_TRUE(zip_sample(texts[i], &packings, &with, findings));
        zip_fine(texts[i], &without);
        CU_ASSERT_EQUAL_FATAL(with.length, without.length);
        CU_ASSERT_EQUAL(memcmp(with.bytes, without.bytes, with.length), 0);
        buffer_free(&with);
        buffer_free(&without);
    }
    CU_ASSERT_EQUAL(packings.count, 4);
    packings_free(&packings);
    CU_ASSERT_EQUAL(packings.count, 0);
    findings_free(findings);
}

/* However many names there are, and whatever their size. */
static void keeps_no_more_than_its_limits(void)
{
    static char large[KEPT_BYTES_MAX + 1];
    struct packings packings = { 0 };
    char name[16];

    CU_ASSERT_PTR_NOT_NULL(packings_pack(&packings, "large", large,
        sizeof large));
    CU_ASSERT_EQUAL(packings.count, 0);
    for (int k = 0; k < 2 * KEPT_MAX; k++) {
        snprintf(name, sizeof name, "%d", k);
        const struct buffer *packed = packings_pack(&packings, name, large,
            100);
        CU_ASSERT_PTR_NOT_NULL_FATAL(packed);
        CU_ASSERT_TRUE(packed->length > 0 && packed->length < 100);
    }
    CU_ASSERT_EQUAL(packings.count, KEPT_MAX);
    packings_free(&packings);
}

static void refuses_what_no_package_can_hold(void)
{
    static const char *const cases[] = {
        "", "text", "<", "</a>", "<html/>", "<pkg:package/>",
        "<?xml version='1.0'", "<!-- ", HEAD, HEAD "<pkg:part",
        "<?xml version=\"1.0\" encoding=\"none\"?>" HEAD TAIL,
        HEAD TAIL,
        HEAD PART("/a.xml", "a/b", "<pkg:xmlData>") TAIL,
        HEAD PART("/a.xml", "a/b", "<pkg:xmlData><a><b></a>"),
        HEAD PART("/a.xml", "a/b", XML("<a b/>")) "<a b=>",
        HEAD PART("/a.xml", "a/b", XML("<a>") "</a>"),
        HEAD PART("/a.xml", "a/b", "<pkg:binaryData/>" XML("")) TAIL,
        HEAD PART("/a.bin", "a/b", BINARY("<a/>")) TAIL,
        HEAD PART("/a.bin", "a/b", BINARY("AA<!-- -->==")) TAIL,
        HEAD PART("/a.bin", "", BINARY("AA==")) TAIL,
        HEAD PART("/../a.xml", "a/b", XML("<a/>")) TAIL,
        HEAD PART("a.xml", "a/b", XML("<a/>")) TAIL,
        HEAD PART("/a/", "a/b", XML("<a/>")) TAIL,
        HEAD PART("/a//b", "a/b", XML("<a/>")) TAIL,
        HEAD PART("/a\\b", "a/b", XML("<a/>")) TAIL,
        HEAD PART("/a.xml", "a/b", XML("")) TAIL,
        HEAD PART("/a.xml", "a/b", XML("<a/><b/>")) TAIL,
        HEAD PART("/a.xml", "a/b", "") TAIL,
        HEAD PART("/a.bin", "a/b", BINARY("A*==")) TAIL,
        HEAD PART("/a.bin", "a/b", BINARY("AAE")) TAIL,
        HEAD PART("/a.xml", "a/b", XML("<a/>"))
            PART("/A.xml", "a/b", XML("<a/>")) TAIL,
        HEAD "<pkg:part pkg:name='/a.xml'>" XML("<a/>") "</pkg:part>" TAIL,
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct buffer zip = BUFFER_EMPTY;
        CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
        CU_ASSERT_FALSE(zip_sample(cases[i], NULL, &zip, findings));
        CU_ASSERT_EQUAL_FATAL(findings_count(findings), 1);
        CU_ASSERT_STRING_EQUAL(findings_get(findings, 0)->code, "V010");
        buffer_free(&zip);
        findings_free(findings);
    }
}

static void unzip_finds_no_fault(void)
{
    char path[] = "/tmp/jixiao-package-XXXXXX", command[64];
    struct buffer zip = BUFFER_EMPTY;

    if (system("command -v unzip >/dev/null") != 0) {
        fixture_skip("package: there is no unzip");
        return;
    }
    zip_fine(sample, &zip);
    int file = mkstemp(path);
    CU_ASSERT_FATAL(file >= 0);
    CU_ASSERT_EQUAL(write(file, zip.bytes, zip.length),
        (ssize_t)zip.length);
    close(file);
    snprintf(command, sizeof command, "unzip -tqq %s >/dev/null 2>&1", path);
    CU_ASSERT_EQUAL(system(command), 0);
    unlink(path);
    buffer_free(&zip);
}

CU_TestInfo package_tests[] = {
    {"holds the parts in order", holds_the_parts_in_order},
    {"gives the same bytes again", gives_the_same_bytes_again},
    {"reads what serialisers write", reads_what_serialisers_write},
    {"packs the same with what was packed before",
        packs_the_same_with_what_was_packed_before},
    {"keeps no more than its limits", keeps_no_more_than_its_limits},
    {"writes through what is marked so", writes_through_what_is_marked_so},
    {"refuses what no package can hold", refuses_what_no_package_can_hold},
    {"unzip finds no fault", unzip_finds_no_fault},
    CU_TEST_INFO_NULL
};
