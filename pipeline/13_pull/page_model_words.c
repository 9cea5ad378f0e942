/*
 * A page model read as lines, the way that Word files print it.
 */

#include "13_pull/page_model_words.h"

#include <string.h>

#include "0_base/phrases.h"
#include "0_base/xml.h"
#include "3_transform/submission.h"

bool model_is_unprinted(xmlNodePtr node)
{
    const char *role = xml_is(node, "caption")
        ? node_attribute(node->parent, "role") : NULL;

    return role && strcmp(role, "form") == 0;
}

static void add_string(struct wording *wording, const char *text)
{
    wording_add(wording, text, strlen(text));
}

static void add_children(xmlNodePtr parent, struct wording *wording);

static void add_paragraph(xmlNodePtr node, struct wording *wording)
{
    const char *number = node_attribute(node, "number");

    if (number)
        add_string(wording, number);
    add_children(node, wording);
    wording_end_line(wording);
}

static void add_value_words(xmlNodePtr node, struct wording *wording)
{
    const char *tag = node_attribute(node, "tag");

    wording_open(wording, tag ? tag : "", node_attribute(node, "unit"));
    add_children(node, wording);
    wording_close(wording);
}

static void add_break(xmlNodePtr node, struct wording *wording)
{
    (void)node;
    add_string(wording, "\n");
}

/* The next line of a title, in one paragraph. */
static void add_title_line(xmlNodePtr node, struct wording *wording)
{
    if (xmlPreviousElementSibling(node))
        add_string(wording, "\n");
    add_children(node, wording);
}

static void add_field(xmlNodePtr node, struct wording *wording)
{
    const char *label = node_attribute(node, "label");

    if (xmlPreviousElementSibling(node))
        add_string(wording, "\t");
    add_string(wording, label ? label : "");
    add_string(wording, phrase_text(PHRASE_COLON, LANGUAGE_ZH));
    add_children(node, wording);
}

static void add_row(xmlNodePtr node, struct wording *wording)
{
    wording_begin_row(wording);
    add_children(node, wording);
    wording_end_row(wording);
}

static void add_nothing(xmlNodePtr node, struct wording *wording)
{
    (void)node;
    (void)wording;
}

/* Elements that are more than what is in them. */
static const struct {
    const char *name;
    void (*add)(xmlNodePtr node, struct wording *wording);
} elements[] = {
    { "value", add_value_words },
    { "cell", add_paragraph },
    { "row", add_row },
    { "paragraph", add_paragraph },
    { "heading", add_paragraph },
    { "note", add_paragraph },
    { "break", add_break },
    { "mark", add_paragraph },
    { "title", add_paragraph },
    { "line", add_title_line },
    { "caption", add_paragraph },
    { "signatures", add_paragraph },
    { "field", add_field },
    { "findings", add_nothing },
};

static void add_element(xmlNodePtr node, struct wording *wording)
{
    for (size_t k = 0; k < sizeof elements / sizeof *elements; k++)
        if (xml_is(node, elements[k].name)) {
            elements[k].add(node, wording);
            return;
        }
    add_children(node, wording);
}

static void add_children(xmlNodePtr parent, struct wording *wording)
{
    for (xmlNodePtr node = parent->children; node; node = node->next) {
        if (node->type == XML_TEXT_NODE)
            add_string(wording, (const char *)node->content);
        else if (node->type == XML_ELEMENT_NODE && !model_is_unprinted(node))
            add_element(node, wording);
    }
}

void model_add_words(xmlNodePtr element, struct wording *wording)
{
    add_children(element, wording);
}
