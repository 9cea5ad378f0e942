#include <CUnit/CUnit.h>
#include <libxml/parser.h>
#include <string.h>

#include "13_pull/word.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

#define BEGIN "<w:body xmlns:w='http://schemas.openxmlformats.org/" \
    "wordprocessingml/2006/main'>"
#define END "</w:body>"
#define R(text) "<w:r><w:t>" text "</w:t></w:r>"
#define FIELD(type) "<w:r><w:fldChar w:fldCharType='" type "'/></w:r>"

static const char *know(void *user, const char *tag)
{
    (void)user;
    return strcmp(tag, "known") == 0 ? tag : NULL;
}

static const char *mark(void *user, const char *name)
{
    (void)user;
    return strncmp(name, "b", 1) == 0 ? "marked" : NULL;
}

/* The lines with a "|" behind each, and each value as TAG(words). */
static void print(const struct wording *wording, struct buffer *out)
{
    for (size_t k = 0; k < wording->line_count; k++) {
        const struct line *line = &wording->lines[k];
        size_t at = line->begin;
        for (size_t n = line->first; n < line->first + line->count; n++) {
            const struct control *one = &wording->controls[n];
            if (one->parent != WORDING_NONE)
                continue;
            wording_print(wording, at, one->begin, out);
            buffer_printf(out, "%s(", one->tag);
            wording_print(wording, one->begin, one->end, out);
            buffer_add_char(out, ')');
            at = one->end;
        }
        wording_print(wording, at, line->end, out);
        buffer_add_char(out, '|');
    }
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
        { SDT(TAG("known"), "<w:p>" R("a") "</w:p><w:p>" R("b") "</w:p>")
            "<w:p>" R("c") "</w:p>", "known(a\nb)|c|", "known(a\nb)|c|" },
        { "<w:p>" SDT(TAG("known") "<w:showingPlcHdr/>", R("click"))
            "</w:p>", "known()|", "known()|" },
        { "<w:p><w:bookmarkStart w:id='1' w:name='b1'/>" SDT("", R("a"))
            "<w:bookmarkEnd w:id='1'/>" SDT("", R("b")) "</w:p>",
            "marked(a)b|", "marked(a)b|" },
        { "<w:p><w:bookmarkStart w:id='1' w:name='b1'/>"
            SDT(TAG("known"), R("a")) SDT("", R("b"))
            "<w:bookmarkEnd w:id='1'/></w:p>", "known(a)b|", "known(a)b|" },
        { "<w:p><w:bookmarkEnd w:id='7'/><w:bookmarkStart w:id='1' "
            "w:name='other'/>" SDT("", R("a")) "</w:p>", "a|", "a|" },
        { "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
            "<w:noBreakHyphen/></w:r></w:p>", "a\tb\nc-|", "a\tb\nc-|" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer xml = BUFFER_EMPTY;
        buffer_printf(&xml, "%s%s%s", BEGIN, cases[i].xml, END);
        xmlDocPtr tree = xmlReadMemory(xml.bytes, (int)xml.length, NULL, NULL,
            0);
        CU_ASSERT_PTR_NOT_NULL_FATAL(tree);
        for (int original = 0; original < 2; original++) {
            const struct word_reader reader = { .original = original,
                .know = know, .mark = mark };
            struct buffer out = BUFFER_EMPTY;
            struct wording wording;
            CU_ASSERT_TRUE(word_read(xmlDocGetRootElement(tree), &reader,
                &wording));
            print(&wording, &out);
            CU_ASSERT_STRING_EQUAL(buffer_string(&out),
                original ? cases[i].original : cases[i].accepted);
            wording_free(&wording);
            buffer_free(&out);
        }
        xmlFreeDoc(tree);
        buffer_free(&xml);
    }
}

CU_TestInfo word_tests[] = {
    {"reads what a person sees", reads_what_a_person_sees},
    CU_TEST_INFO_NULL
};
