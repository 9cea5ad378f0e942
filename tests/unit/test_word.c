/* Word files that came back, read as a person sees them. */

#include <CUnit/CUnit.h>
#include <libxml/parser.h>
#include <string.h>

#include "13_pull/word.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

#define BEGIN "<w:body xmlns:w='http://schemas.openxmlformats.org/" \
    "wordprocessingml/2006/main'>"
#define END "</w:body>"
#define R(text) "<w:r><w:t>" text "</w:t></w:r>"
#define BEGINS(id, name) "<w:bookmarkStart w:id='" id "' w:name='" name "'/>"
#define ENDS(id) "<w:bookmarkEnd w:id='" id "'/>"
#define FIELD(type) "<w:r><w:fldChar w:fldCharType='" type "'/></w:r>"

static const char *know(void *user, const char *tag)
{
    (void)user;
    return strcmp(tag, "known") == 0 || tag[0] == 'b' ? tag : NULL;
}

/* From a control on, those before `end` that are in the same one, and the
 * words around them: each value as TAG(words). */
static size_t print_inside(const struct wording *wording, size_t k,
    size_t end, size_t parent, size_t from, size_t to, struct buffer *out)
{
    while (k < end && wording->controls[k].parent == parent) {
        const struct control *one = &wording->controls[k];
        wording_print(wording, from, one->begin, out);
        buffer_printf(out, "%s(", one->tag);
        k = print_inside(wording, k + 1, end, k, one->begin, one->end, out);
        buffer_add_char(out, ')');
        from = one->end;
    }
    wording_print(wording, from, to, out);
    return k;
}

/* A "|" stands behind each line. */
static void reads_as(const char *body, const struct word_reader *reader,
    const char *lines)
{
    struct buffer xml = BUFFER_EMPTY, out = BUFFER_EMPTY;
    struct wording wording;

    buffer_printf(&xml, "%s%s%s", BEGIN, body, END);
    xmlDocPtr tree = xmlReadMemory(xml.bytes, (int)xml.length, NULL, NULL, 0);
    CU_ASSERT_PTR_NOT_NULL_FATAL(tree);
    CU_ASSERT_TRUE(word_read(xmlDocGetRootElement(tree), reader, &wording));
    for (size_t k = 0; k < wording.line_count; k++) {
        const struct line *line = &wording.lines[k];
        print_inside(&wording, line->first, line->first + line->count,
            WORDING_NONE, line->begin, line->end, &out);
        buffer_add_char(&out, '|');
    }
    CU_ASSERT_STRING_EQUAL(buffer_string(&out), lines);
    wording_free(&wording);
    buffer_free(&out);
    xmlFreeDoc(tree);
    buffer_free(&xml);
}

#define SDT(tag, content) "<w:sdt><w:sdtPr>" tag "</w:sdtPr><w:sdtContent>" \
    content "</w:sdtContent></w:sdt>"
#define TAG(tag) "<w:tag w:val='" tag "'/>"

static void reads_what_a_person_sees(void)
{
    static const struct { const char *xml, *accepted, *original; } cases[] = {
        { "<w:p>" R("a") R("b") "</w:p><w:p/><w:p>" R("c") "</w:p>",
            "ab|c|", "ab|c|" },
        { "<w:p>" R("a") "<w:ins>" R("b") "</w:ins><w:del><w:r><w:delText>c"
            "</w:delText></w:r></w:del></w:p>", "ab|", "ac|" },
        { "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R("a") "</w:p><w:p>"
            R("b") "</w:p>", "ab|", "a|b|" },
        { "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>" R("a") "</w:p><w:p>"
            R("b") "</w:p>", "a|b|", "ab|" },
        { "<w:p>" FIELD("begin") R("no") "<w:r><w:instrText>IF</w:instrText>"
            "</w:r>" FIELD("begin") R("nor") FIELD("separate") R("this")
            FIELD("end") FIELD("separate") R("yes") FIELD("end") R("!")
            "</w:p>", "yes!|", "yes!|" },
        { "<w:p>" FIELD("end") FIELD("separate") R("a") "</w:p>", "a|", "a|" },
        { "<w:tbl><w:tr><w:tc><w:p>" R("a") "</w:p></w:tc></w:tr><w:tr>"
            "<w:trPr><w:del/></w:trPr><w:tc><w:p>" R("b") "</w:p></w:tc>"
            "</w:tr></w:tbl>", "a|", "a|b|" },
        { "<w:p>" R("a") SDT(TAG("known"), R("b")) R("c")
            SDT(TAG("other"), R("d")) "</w:p>", "aknown(b)cd|",
            "aknown(b)cd|" },
        /* A value whose control is gone has its bookmark. */
        { "<w:p>" R("a") BEGINS("1", "b1") R("b") ENDS("1") R("c") "</w:p>",
            "ab1(b)c|", "ab1(b)c|" },
        { "<w:p>" BEGINS("1", "b1") SDT(TAG("b1"), R("a")) ENDS("1") "</w:p>",
            "b1(a)|", "b1(a)|" },
        { "<w:p>" SDT(TAG("known"), R("a") BEGINS("1", "b1") R("b")
            SDT(TAG("b2"), R("c")) ENDS("1") SDT(TAG("b3"), R("d")))
            SDT(TAG("b4"), R("e")) "</w:p>", "known(ab1(bb2(c))b3(d))b4(e)|",
            "known(ab1(bb2(c))b3(d))b4(e)|" },
        { "<w:p>" BEGINS("1", "b1") SDT(TAG("b2"), R("a")) ENDS("1") "</w:p>",
            "b2(a)|", "b2(a)|" },
        { "<w:p>" BEGINS("1", "b1") ENDS("1") R("a") "</w:p>", "a|", "a|" },
        { "<w:p>" BEGINS("1", "b1") R("a") "</w:p><w:p>" R("b") ENDS("1")
            "</w:p>", "a|b|", "a|b|" },
        { "<w:p>" BEGINS("1", "b1") R("a") SDT(TAG("known"), R("b") ENDS("1")
            R("c")) "</w:p>", "aknown(bc)|", "aknown(bc)|" },
        { "<w:p>" BEGINS("1", "b1") SDT(TAG("b1"), R("a")) R("b") ENDS("1")
            "</w:p>", "b1(a)b|", "b1(a)b|" },
        { "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" SDT(TAG("known"),
            "<w:del><w:r><w:delText>a</w:delText></w:r></w:del>") "</w:p>"
            "<w:p>" R("b") "</w:p>", "b|", "known(a)|b|" },
        { "<w:p>" R("a") "<w:r><w:pict><w:txbxContent><w:p>" R("b") "</w:p>"
            "</w:txbxContent></w:pict></w:r>" R("c") "</w:p><w:p>" R("d")
            "</w:p>", "ac|d|b|", "ac|d|b|" },
        { "<w:p>" R("a") "<w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r>"
            "<w:r><w:sym/></w:r></w:p>", "a|", "a|" },
        { SDT(TAG("known"), "<w:p>" R("a") "</w:p><w:p>" R("b") "</w:p>")
            "<w:p>" R("c") "</w:p>", "known(a\nb)|c|", "known(a\nb)|c|" },
        { "<w:p>" SDT(TAG("known") "<w:showingPlcHdr/>", R("click"))
            "</w:p>", "known()|", "known()|" },
        { "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
            "<w:noBreakHyphen/></w:r></w:p>", "a\tb\nc-|", "a\tb\nc-|" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        reads_as(cases[i].xml, &(struct word_reader){ .know = know },
            cases[i].accepted);
        reads_as(cases[i].xml, &(struct word_reader){ .know = know,
            .original = true }, cases[i].original);
    }
}

static void reads_values_by_bookmarks(void)
{
    static const struct { const char *xml, *lines; } cases[] = {
        { "<w:p>" BEGINS("1", "b1") R("a") ENDS("1") R("c") "</w:p>",
            "b1(a)c|" },
        /* In and beside one another, as LibreOffice writes them. */
        { "<w:p>" BEGINS("1", "b1") BEGINS("2", "b2") R("a") ENDS("1")
            ENDS("2") "</w:p>", "b1(b2(a))|" },
        { "<w:p>" BEGINS("1", "b1") R("a") BEGINS("2", "b2") ENDS("1") R("c")
            ENDS("2") "</w:p>", "b1(a)b2(c)|" },
        { "<w:p>" BEGINS("1", "b1") R("a") BEGINS("2", "b2") R("c") ENDS("2")
            R("d") ENDS("1") "</w:p>", "b1(ab2(c)d)|" },
        { "<w:p>" BEGINS("1", "b1") R("a") BEGINS("2", "b2") R("c") ENDS("1")
            R("d") ENDS("2") "</w:p>", "b1(a)b2(cd)|" },
        { "<w:p>" BEGINS("1", "b1") ENDS("1") BEGINS("2", "b2") ENDS("2")
            "</w:p>", "b1()b2()|" },
        { "<w:p>" BEGINS("1", "b1") R("a") "</w:p><w:p>" R("c") ENDS("1")
            "</w:p><w:p>" R("d") "</w:p>", "b1(a\nc)|d|" },
        { "<w:tbl><w:tr><w:tc><w:p>" BEGINS("1", "b1") R("a") "</w:p></w:tc>"
            "<w:tc><w:p>" R("c") ENDS("1") "</w:p></w:tc></w:tr></w:tbl>",
            "b1(a)|c|" },
        { "<w:p>" ENDS("7") BEGINS("1", "other") SDT(TAG("known"), R("a"))
            "</w:p>", "a|" },
        { "<w:p>" BEGINS("1", "b1") R("a") "</w:p><w:p>" R("c") "</w:p>",
            "b1(a\nc)|" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        reads_as(cases[i].xml, &(struct word_reader){ .know = know,
            .by_marks = true }, cases[i].lines);
}

CU_TestInfo word_tests[] = {
    {"reads what a person sees", reads_what_a_person_sees},
    {"reads values by bookmarks", reads_values_by_bookmarks},
    CU_TEST_INFO_NULL
};
