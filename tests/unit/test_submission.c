/* The tree of submission.xml: attributes that elements share, states,
 * figures, words. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "0_base/arena.h"
#include "3_transform/submission.h"
#include "fixture.h"

static const struct print_style brief = { 2, 0 }, full = { 2, 2 };

static void reads_attributes_and_children(void)
{
    xmlDocPtr doc = fixture_xml("<a k='v' e=''><b n='1'/>text<b n='2'/></a>");
    xmlNodePtr root = xmlDocGetRootElement(doc);

    CU_ASSERT_STRING_EQUAL(node_attribute(root, "k"), "v");
    CU_ASSERT_STRING_EQUAL(node_attribute(root, "e"), "");
    CU_ASSERT_PTR_NULL(node_attribute(root, "none"));
    CU_ASSERT_STRING_EQUAL(node_attribute(node_child(root, "b"), "n"), "1");
    CU_ASSERT_PTR_NULL(node_child(root, "c"));
    CU_ASSERT_PTR_NULL(node_child(node_child(root, "b"), "b"));
    xmlFreeDoc(doc);
}

/* A tree of one element that is like that of a document, which it borrows
 * from. */
static xmlNodePtr make_like(xmlDocPtr doc)
{
    xmlNodePtr model = xmlDocGetRootElement(doc);
    xmlDocPtr submission = submission_new();
    xmlNodePtr root = node_add((xmlNodePtr)submission,
        (const char *)model->name);
    struct buffer words = BUFFER_EMPTY;

    for (xmlAttrPtr attribute = model->properties; attribute;
        attribute = attribute->next) {
        const char *name = (const char *)attribute->name;
        CU_ASSERT_TRUE(node_add_attribute(root, name,
            node_attribute(model, name)));
    }
    node_print(model, &words);
    CU_ASSERT_TRUE(!words.length
        || node_add_text(root, buffer_string(&words), words.length));
    buffer_free(&words);
    return root;
}

static void makes_a_tree_in_document_order(void)
{
    xmlDocPtr doc = submission_new();
    xmlNodePtr root = node_add((xmlNodePtr)doc, "a");
    xmlNodePtr first = node_add(root, "b");

    CU_ASSERT_PTR_EQUAL(xmlDocGetRootElement(doc), root);
    CU_ASSERT_TRUE(node_add_text(root, "words", 4));
    CU_ASSERT_PTR_NOT_NULL(node_add(root, "c"));
    CU_ASSERT_TRUE(node_add_attribute(first, "k", "1"));
    CU_ASSERT_TRUE(node_add_attribute(first, "l", ""));
    CU_ASSERT_STRING_EQUAL(fixture_element(root),
        "<a><b k=\"1\" l=\"\"/>word<c/></a>");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(doc, "string(/a/*[2]/../b/@k)"),
        "1");
    node_clear(root);
    CU_ASSERT_STRING_EQUAL(fixture_element(root), "<a/>");
    submission_free(doc);
    submission_free(NULL);
}

/* How far an element lies behind the one before it; 0 where it is the first,
 * or lies before. */
static size_t step_of(xmlNodePtr node)
{
    return node && node->prev && node > node->prev
        ? (size_t)((char *)node - (char *)node->prev) : 0;
}

static void keeps_places_for_what_is_expected(void)
{
    xmlDocPtr doc = submission_new();
    xmlNodePtr root = node_add((xmlNodePtr)doc, "a");

    node_expect(root, 3);
    CU_ASSERT_PTR_NOT_NULL(node_add(node_add(root, "b"), "in"));
    xmlNodePtr second = node_add(root, "c");
    size_t step = step_of(second);
    CU_ASSERT_TRUE(step >= sizeof (xmlNode) && step % ARENA_LINE == 0);
    CU_ASSERT_EQUAL((uintptr_t)second % ARENA_LINE, 0);
    CU_ASSERT_PTR_NOT_NULL(node_add(second, "in"));
    CU_ASSERT_EQUAL(step_of(node_add(root, "d")), step);
    CU_ASSERT_PTR_NOT_NULL(node_add(root, "more"));
    CU_ASSERT_STRING_EQUAL(fixture_element(root),
        "<a><b><in/></b><c><in/></c><d/><more/></a>");
    submission_free(doc);
}

/* A place is not taken twice, nor looked for behind a text. */
static void forgets_what_is_expected(void)
{
    xmlDocPtr doc = submission_new();
    xmlNodePtr root = node_add((xmlNodePtr)doc, "a");

    node_expect(root, 4);
    CU_ASSERT_PTR_NOT_NULL(node_add(root, "b"));
    xmlNodePtr removed = node_add(root, "c");
    node_remove(removed);
    CU_ASSERT_PTR_NOT_EQUAL(node_add(root, "d"), removed);
    CU_ASSERT_STRING_EQUAL((const char *)removed->name, "c");
    xmlNodePtr mixed = node_add(root, "e");
    node_expect(mixed, 2);
    CU_ASSERT_TRUE(node_add_text(mixed, "words", 5));
    CU_ASSERT_PTR_NOT_NULL(node_add(mixed, "f"));
    node_expect(mixed, 9);      /* too late */
    node_clear(mixed);
    CU_ASSERT_PTR_NOT_NULL(node_add(mixed, "g"));
    CU_ASSERT_STRING_EQUAL(fixture_element(root),
        "<a><b/><d/><e><g/></e></a>");
    submission_free(doc);
}

static void finds_each_attribute_of_its_own(void)
{
    static const char *const names[] = { "asked", "asked-rule", "at", "a-",
        "rest", "state", "style", "title", "type", "unit", "value", "", "q" };
    xmlDocPtr doc = submission_new();
    xmlNodePtr all = node_add((xmlNodePtr)doc, "a");

    for (size_t k = 0; k < COUNT(names); k++) {
        xmlNodePtr one = node_add(all, "b");
        const struct given *before = node_given(one);
        const char *value = strcmp(names[k], "state") == 0
            ? state_name(STATE_NULL) : names[k];
        CU_ASSERT_TRUE(node_add_attribute(one, names[k], value));
        for (size_t n = 0; n < COUNT(names); n++) {
            const char *found = node_attribute(one, names[n]);
            CU_ASSERT_TRUE(n == k ? found && strcmp(found, value) == 0
                : !found);
            const char *given = given_value(node_given(one), names[n]);
            CU_ASSERT_PTR_EQUAL(given == given_apart ? found : given, found);
            CU_ASSERT_PTR_NULL(given_value(before, names[n]));
        }
    }
    submission_free(doc);
}

/* It is the element's own, listed or not, and stands where it was given. */
static void keeps_values_apart(void)
{
    xmlDocPtr doc = submission_new();
    xmlNodePtr root = node_add((xmlNodePtr)doc, "a");
    xmlNodePtr one = node_add(root, "b"), two = node_add(root, "c");
    struct attribute next;

    CU_ASSERT_TRUE(node_set_attribute(one, "value", "1")
        && node_set_attribute(one, "unit", "元")
        && node_set_attribute(two, "value", "2")
        && node_set_attribute(two, "unit", "元"));
    CU_ASSERT_PTR_EQUAL(node_given(one), node_given(two));
    CU_ASSERT_TRUE(node_set_attribute(one, "value", "3"));
    CU_ASSERT_STRING_EQUAL(node_attribute(one, "value"), "3");
    CU_ASSERT_STRING_EQUAL(node_attribute(two, "value"), "2");
    CU_ASSERT_TRUE(node_attribute_behind(two, NULL, &next)
        && strcmp(next.name, "value") == 0 && strcmp(next.value, "2") == 0
        && node_attribute_behind(two, "value", &next)
        && strcmp(next.name, "unit") == 0);
    CU_ASSERT_TRUE(submission_list(doc));
    CU_ASSERT_STRING_EQUAL(fixture_element(root),
        "<a><b value=\"3\" unit=\"元\"/><c value=\"2\" unit=\"元\"/></a>");
    CU_ASSERT_TRUE(node_set_attribute(one, "value", "4")
        && node_set_attribute(root, "value", "5"));
    CU_ASSERT_STRING_EQUAL(node_attribute(one, "value"), "4");
    CU_ASSERT_STRING_EQUAL(fixture_element(root), "<a value=\"5\">"
        "<b value=\"4\" unit=\"元\"/><c value=\"2\" unit=\"元\"/></a>");
    submission_free(doc);
}

/* So is a label that few others have; one that many have may follow. */
static void keeps_own_labels_apart(void)
{
    xmlDocPtr doc = submission_new();
    xmlNodePtr root = node_add((xmlNodePtr)doc, "a");
    xmlNodePtr one = node_add(root, "b"), two = node_add(root, "c");

    CU_ASSERT_TRUE(node_add_own_label(one, "甲")
        && node_set_attribute(one, "value", "1")
        && node_add_own_label(two, "乙")
        && node_set_attribute(two, "value", "2"));
    CU_ASSERT_PTR_EQUAL(node_given(one), node_given(two));
    CU_ASSERT_STRING_EQUAL(node_attribute(one, "label"), "甲");
    CU_ASSERT_STRING_EQUAL(node_attribute(two, "label"), "乙");
    CU_ASSERT_STRING_EQUAL(fixture_element(root),
        "<a><b label=\"甲\" value=\"1\"/><c label=\"乙\" value=\"2\"/></a>");
    CU_ASSERT_TRUE(node_add_attribute(two, "label", "丙")
        && node_add_own_label(one, "丁"));
    CU_ASSERT_STRING_EQUAL(fixture_element(root),
        "<a><b label=\"丁\" value=\"1\"/><c label=\"丙\" value=\"2\"/></a>");
    submission_free(doc);
}

static void knows_which_attributes_there_may_be(void)
{
    xmlDocPtr doc = submission_new();
    xmlDocPtr other = fixture_xml("<a b='1'/>");
    xmlNodePtr root = node_add((xmlNodePtr)doc, "a");

    CU_ASSERT_FALSE(submission_may_have(doc, "decimals"));
    CU_ASSERT_TRUE(node_add_attribute(root, "unit", "元"));
    CU_ASSERT_FALSE(submission_may_have(doc, "decimals"));
    CU_ASSERT_TRUE(node_set_attribute(node_add(root, "b"), "decimals", "2"));
    CU_ASSERT_TRUE(submission_may_have(doc, "decimals"));
    CU_ASSERT_TRUE(submission_may_have(other, "decimals"));
    CU_ASSERT_EQUAL(submission_size(doc), 2);
    CU_ASSERT_EQUAL(submission_size(other), 0);
    submission_free(doc);
    xmlFreeDoc(other);
}

static void sets_and_replaces_attributes(void)
{
    xmlDocPtr doc = submission_new();
    xmlNodePtr root = node_add((xmlNodePtr)doc, "a");
    char value[] = "a<b & \"公\"";

    CU_ASSERT_TRUE(node_set_attribute(root, "label", value));
    value[0] = 'x';
    CU_ASSERT_STRING_EQUAL(node_attribute(root, "label"), "a<b & \"公\"");
    CU_ASSERT_TRUE(node_set_attribute(root, "label", ""));
    CU_ASSERT_STRING_EQUAL(node_attribute(root, "label"), "");
    submission_free(doc);
}

/* All of them, each as name=value. */
static const char *attributes_of(xmlNodePtr node)
{
    static char text[200];
    struct attribute at, list[16];
    size_t length = 0, count = node_attributes(node, list, COUNT(list)), k = 0;

    text[0] = '\0';
    for (const char *name = NULL; node_attribute_behind(node, name, &at);
            name = at.name, k++) {
        length += (size_t)snprintf(text + length, sizeof text - length,
            "%s=%s ", at.name, at.value);
        CU_ASSERT_TRUE_FATAL(k < count && count <= COUNT(list));
        CU_ASSERT_STRING_EQUAL(list[k].name, at.name);
        CU_ASSERT_STRING_EQUAL(list[k].value, at.value);
    }
    CU_ASSERT_EQUAL(k, count);
    CU_ASSERT_EQUAL(node_attributes(node, list, 1), count);
    return text;
}

/* What one element is given is not given to those that were like it. */
static void shares_attributes_and_keeps_their_order(void)
{
    xmlDocPtr doc = submission_new();
    xmlNodePtr root = node_add((xmlNodePtr)doc, "a");
    xmlNodePtr like[] = { node_add(root, "b"), node_add(root, "c") };

    CU_ASSERT_STRING_EQUAL(attributes_of(root), "");
    for (size_t k = 0; k < COUNT(like); k++) {
        CU_ASSERT_TRUE(node_add_attribute(like[k], "label", "甲"));
        CU_ASSERT_TRUE(node_add_attribute(like[k], "state", "absent"));
        CU_ASSERT_TRUE(node_add_attribute(like[k], "type", "count"));
        CU_ASSERT_TRUE(node_add_attribute(like[k], "src", k ? "/c" : "/b"));
    }
    CU_ASSERT_TRUE(node_set_attribute(like[0], "state", "derived"));
    CU_ASSERT_TRUE(node_set_attribute(like[0], "value", "7"));
    CU_ASSERT_TRUE(node_set_overrides(like[0], "A01"));
    CU_ASSERT_TRUE(node_set_overrides(like[0], "A02"));
    CU_ASSERT_STRING_EQUAL(attributes_of(like[0]),
        "src=/b label=甲 state=derived type=count value=7 ");
    CU_ASSERT_STRING_EQUAL(attributes_of(like[1]),
        "src=/c label=甲 state=absent type=count ");
    CU_ASSERT_STRING_EQUAL(node_overrides(like[0]), "A02");
    CU_ASSERT_PTR_NULL(node_overrides(like[1]));
    CU_ASSERT_EQUAL(node_state(like[0]), STATE_DERIVED);
    CU_ASSERT_EQUAL(node_state(like[1]), STATE_ABSENT);
    submission_free(doc);
}

static void lists_attributes_for_libxml2(void)
{
    xmlDocPtr doc = submission_new();
    xmlNodePtr root = node_add((xmlNodePtr)doc, "a");
    xmlNodePtr one = node_add(root, "b");

    CU_ASSERT_TRUE(submission_list(doc));
    CU_ASSERT_TRUE(node_add_attribute(one, "state", "null"));
    CU_ASSERT_TRUE(node_add_attribute(one, "src", "/b"));
    CU_ASSERT_TRUE(node_set_attribute(one, "state", "stated"));
    CU_ASSERT_TRUE(node_set_overrides(one, "A01"));
    CU_ASSERT_STRING_EQUAL(fixture_element(root),
        "<a><b state=\"stated\" src=\"/b\"/></a>");
    CU_ASSERT_STRING_EQUAL(node_attribute(one, "src"), "/b");
    CU_ASSERT_TRUE(node_set_attribute(one, "src", "/c"));
    CU_ASSERT_STRING_EQUAL(node_attribute(one, "src"), "/c");
    CU_ASSERT_STRING_EQUAL(attributes_of(one), "src=/c state=stated ");
    xmlAttrPtr listed = node_listed(one, "src");
    CU_ASSERT_PTR_NOT_NULL_FATAL(listed);
    CU_ASSERT_STRING_EQUAL((const char *)listed->children->content, "/c");
    CU_ASSERT_PTR_NULL(node_listed(one, "value"));
    submission_free(doc);
}

/* Of one element alone, while its attributes still change. */
static void lists_the_attributes_of_one_element(void)
{
    xmlDocPtr doc = submission_new();
    xmlNodePtr root = node_add((xmlNodePtr)doc, "a");
    xmlNodePtr one = node_add(root, "b");

    CU_ASSERT_TRUE(node_add_attribute(root, "label", "甲"));
    CU_ASSERT_TRUE(node_add_attribute(one, "src", "/b"));
    CU_ASSERT_TRUE(node_add_attribute(one, "label", "乙"));
    xmlAttrPtr listed = node_listed(one, "label");
    CU_ASSERT_TRUE(node_set_attribute(one, "label", "丙"));
    CU_ASSERT_TRUE(node_set_attribute(one, "unit", "件"));
    CU_ASSERT_PTR_EQUAL(node_listed(one, "label"), listed);
    CU_ASSERT_PTR_NULL(root->properties);
    CU_ASSERT_STRING_EQUAL(fixture_element(root), "<a label=\"甲\">"
        "<b src=\"/b\" label=\"丙\" unit=\"件\"/></a>");
    submission_free(doc);
}

static void leaves_attributes_of_other_documents(void)
{
    xmlDocPtr doc = fixture_xml("<a src='/a' n:src='x' xmlns:n='n'/>");
    xmlNodePtr root = xmlDocGetRootElement(doc);

    CU_ASSERT_TRUE(submission_list(doc));
    CU_ASSERT_STRING_EQUAL(node_attribute(root, "src"), "/a");
    CU_ASSERT_PTR_NULL(node_given(root));
    CU_ASSERT_PTR_NULL(node_overrides(root));
    xmlFreeDoc(doc);
}

static void prints_the_words_in_an_element(void)
{
    xmlDocPtr doc = fixture_xml("<a>上年<b>9<c>万</c></b><d/>元</a>");
    struct buffer words = BUFFER_EMPTY;

    node_print(xmlDocGetRootElement(doc), &words);
    CU_ASSERT_STRING_EQUAL(buffer_string(&words), "上年9万元");
    buffer_free(&words);
    xmlFreeDoc(doc);
}

static void knows_the_four_states(void)
{
    static const struct { const char *xml; enum state state; } cases[] = {
        { "<a state='stated'/>", STATE_STATED },
        { "<a state='derived'/>", STATE_DERIVED },
        { "<a state='null'/>", STATE_NULL },
        { "<a state='absent'/>", STATE_ABSENT },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        xmlDocPtr doc = fixture_xml(cases[i].xml);
        xmlNodePtr root = xmlDocGetRootElement(doc);
        CU_ASSERT_EQUAL(node_state(root), cases[i].state);
        CU_ASSERT_STRING_EQUAL(state_name(cases[i].state),
            node_attribute(root, "state"));
        xmlFreeDoc(doc);
    }
}

static void tells_leaves_from_branches(void)
{
    static const struct { const char *xml; bool leaf; enum value_type type; }
    cases[] = {
        { "<a type='amount'/>", true, VALUE_AMOUNT },
        { "<a type='token'/>", true, VALUE_TOKEN },
        { "<a type='object'/>", false, VALUE_TYPE_COUNT },
        { "<a type='list'/>", false, VALUE_TYPE_COUNT },
        { "<a/>", false, VALUE_TYPE_COUNT },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        xmlDocPtr doc = fixture_xml(cases[i].xml);
        enum value_type type = VALUE_TYPE_COUNT;
        CU_ASSERT_EQUAL(node_value_type(xmlDocGetRootElement(doc), &type),
            cases[i].leaf);
        CU_ASSERT_EQUAL(type, cases[i].type);
        xmlFreeDoc(doc);
    }
}

static void reads_the_figure_of_a_leaf(void)
{
    static const struct { const char *xml, *value, *unit; bool with_unit; }
    cases[] = {
        { "<a type='amount' unit='万元' value='99898.00'>9.99</a>",
            "99898.00", "万元", false },
        { "<a type='rate' unit='%' value='61.16'/>", "61.16", "%", true },
        { "<a type='count' state='null'/>", "", NULL, false },
        { "<a type='date' value='2024-04-24'/>", "", NULL, false },
        { "<a type='text'>9</a>", "", NULL, false },
        { "<a type='object' value='9'/>", "", NULL, false },
    };
    char text[DECIMAL_TEXT_SIZE];

    for (size_t i = 0; i < COUNT(cases); i++) {
        xmlDocPtr doc = fixture_xml(cases[i].xml);
        struct figure figure = node_figure(xmlDocGetRootElement(doc),
            brief);
        CU_ASSERT_STRING_EQUAL(decimal_print(figure.value, text),
            cases[i].value);
        CU_ASSERT_EQUAL(figure.with_unit, cases[i].with_unit);
        CU_ASSERT_FALSE(figure.as_change);
        if (cases[i].unit)
            CU_ASSERT_STRING_EQUAL(figure.unit, cases[i].unit);
        xmlFreeDoc(doc);
    }
}

static void writes_value_and_print_of_a_figure(void)
{
    static const struct { const char *xml, *figure;
        const struct print_style *style; const char *written; } cases[] = {
        { "<a type='amount' unit='万元'/>", "99898", &brief,
            "<a type=\"amount\" unit=\"万元\" value=\"99898.00\">9.99</a>" },
        { "<a type='amount' unit='万元'/>", "99000", &full,
            "<a type=\"amount\" unit=\"万元\" value=\"99000.00\">9.90</a>" },
        { "<a type='amount' unit='元' value='1.00'>1</a>", "2.005", &brief,
            "<a type=\"amount\" unit=\"元\" value=\"2.01\">2.01</a>" },
        { "<a type='rate' unit='%'/>", "108.70", &brief,
            "<a type=\"rate\" unit=\"%\" value=\"108.70\">108.7%</a>" },
        { "<a type='count' unit='人'/>", "74", &brief,
            "<a type=\"count\" unit=\"人\" value=\"74\">74</a>" },
        { "<a type='number'/>", "-1.555", &brief,
            "<a type=\"number\" value=\"-1.555\">−1.56</a>" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        xmlDocPtr doc = fixture_xml(cases[i].xml);
        xmlNodePtr root = make_like(doc);
        struct decimal value;
        decimal_parse(cases[i].figure, strlen(cases[i].figure), &value);
        CU_ASSERT_TRUE(node_set_figure(root, value, *cases[i].style));
        CU_ASSERT_STRING_EQUAL(fixture_element(root), cases[i].written);
        submission_free(root->doc);
        xmlFreeDoc(doc);
    }
}

static void writes_words_and_dates(void)
{
    static const struct { const char *xml, *words, *written; } cases[] = {
        { "<a type='text'>old</a>", "a < b & c",
            "<a type=\"text\">a &lt; b &amp; c</a>" },
        { "<a type='text'/>", "&amp;", "<a type=\"text\">&amp;amp;</a>" },
        { "<a type='text'/>", "", "<a type=\"text\"></a>" },
        { "<a type='token'/>", "附件2", "<a type=\"token\">附件2</a>" },
        { "<a type='date'/>", "2024-04-04",
            "<a type=\"date\" value=\"2024-04-04\">2024年4月4日</a>" },
        { "<a/>", "words", "<a>words</a>" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        xmlDocPtr doc = fixture_xml(cases[i].xml);
        xmlNodePtr root = make_like(doc);
        CU_ASSERT_TRUE(node_set_words(root, cases[i].words));
        CU_ASSERT_STRING_EQUAL(fixture_element(root), cases[i].written);
        submission_free(root->doc);
        xmlFreeDoc(doc);
    }
}

CU_TestInfo submission_tests[] = {
    {"reads attributes and children", reads_attributes_and_children},
    {"makes a tree in document order", makes_a_tree_in_document_order},
    {"keeps places for what is expected", keeps_places_for_what_is_expected},
    {"forgets what is expected", forgets_what_is_expected},
    {"finds each attribute of its own", finds_each_attribute_of_its_own},
    {"keeps values apart", keeps_values_apart},
    {"keeps own labels apart", keeps_own_labels_apart},
    {"knows which attributes there may be",
        knows_which_attributes_there_may_be},
    {"sets and replaces attributes", sets_and_replaces_attributes},
    {"shares attributes and keeps their order",
        shares_attributes_and_keeps_their_order},
    {"lists attributes for libxml2", lists_attributes_for_libxml2},
    {"lists the attributes of one element",
        lists_the_attributes_of_one_element},
    {"leaves attributes of other documents",
        leaves_attributes_of_other_documents},
    {"prints the words in an element", prints_the_words_in_an_element},
    {"knows the four states", knows_the_four_states},
    {"tells leaves from branches", tells_leaves_from_branches},
    {"reads the figure of a leaf", reads_the_figure_of_a_leaf},
    {"writes value and print of a figure",
        writes_value_and_print_of_a_figure},
    {"writes words and dates", writes_words_and_dates},
    CU_TEST_INFO_NULL
};
