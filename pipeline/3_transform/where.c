/* Names places as a person does, by the labels on the way from the root to
 * them. */

#include "3_transform/where.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/phrases.h"
#include "0_base/quoted.h"
#include "0_base/signs.h"
#include "0_base/utf8.h"
#include "3_transform/children.h"
#include "3_transform/submission.h"

/* Characters of a paragraph, and of an entry's name, that tell it from
 * others. */
#define EXCERPT_LENGTH 12
#define NAME_LENGTH 24

static xmlNodePtr parent_of(xmlNodePtr node)
{
    return node->parent && node->parent->type == XML_ELEMENT_NODE
        ? node->parent : NULL;
}

static bool is_leaf(xmlNodePtr node)
{
    enum value_type type;

    return node_value_type(node, &type);
}

static bool is_text(xmlNodePtr node)
{
    enum value_type type;

    return node_value_type(node, &type) && type == VALUE_TEXT;
}

static bool is_entry(xmlNodePtr node)
{
    xmlNodePtr parent = parent_of(node);

    return parent && node_is_list(parent);
}

/* The element itself or the nearest around it that has the attribute. */
static xmlNodePtr nearest_with(xmlNodePtr node, const char *attribute)
{
    while (node && !node_attribute(node, attribute))
        node = parent_of(node);
    return node;
}

const char *where_attachment(xmlNodePtr element)
{
    xmlNodePtr holder = nearest_with(element, "attachment");

    return holder ? node_attribute(holder, "attachment") : NULL;
}

/* Writes the words of a place; {member} in them stands for the content of that
 * member of the root, {member|words} for the words where it is blank. */
static void print_words(xmlNodePtr node, const char *words, struct buffer *out)
{
    xmlNodePtr root = xmlDocGetRootElement(node->doc);

    for (const char *open; (open = strchr(words, '{')) != NULL;) {
        size_t length = strcspn(open, "}"), end = strcspn(open, "|}");
        char *name = strndup(open + 1, end - 1);
        xmlNodePtr member = name ? node_child(root, name) : NULL;
        xmlChar *text = member ? xmlNodeGetContent(member) : NULL;
        out->failed = out->failed || !name || (member && !text);
        buffer_add(out, words, (size_t)(open - words));
        if (text && *text)
            buffer_add_string(out, (const char *)text);
        else if (end < length)
            buffer_add(out, open + end + 1, length - end - 1);
        xmlFree(text);
        free(name);
        words = open + length + (open[length] == '}');
    }
    buffer_add_string(out, words);
}

static void print_phrase(enum phrase phrase, struct buffer *out)
{
    buffer_add_string(out, phrase_text(phrase, LANGUAGE_ZH));
}

/* The text's first characters, as many as count, and … where that is not all
 * of it. */
static void print_excerpt(const char *text, size_t count, struct buffer *out)
{
    size_t head = utf8_head(text, count);

    buffer_add(out, text, head);
    if (text[head])
        buffer_add_string(out, SIGN_CUT);
}

/* The printed content of the member that names an entry, since the label still
 * holds references.  NULL where there is none. */
static xmlNodePtr naming_member(xmlNodePtr node)
{
    const char *name = is_leaf(node) ? NULL
        : node_attribute(node, "label-from");
    xmlNodePtr member = name ? node_child(node, name) : NULL;

    return member && member->children ? member : NULL;
}

static void print_label(xmlNodePtr node, struct buffer *out)
{
    xmlNodePtr member = naming_member(node);
    xmlChar *content = member ? xmlNodeGetContent(member) : NULL;
    const char *label = node_attribute(node, "label");

    if (member && !content)
        out->failed = true;
    print_excerpt(content ? (const char *)content
        : label ? label : (const char *)node->name, NAME_LENGTH, out);
    xmlFree(content);
}

void where_print_name(xmlNodePtr node, struct buffer *out)
{
    const char *place = node_attribute(node, "place");
    const char *title = node_attribute(node, "title");

    if (place)
        print_words(node, place, out);
    else if (title)
        buffer_add_string(out, title);
    else
        print_label(node, out);
}

static void print_in_quotes(const struct buffer *text, struct buffer *out)
{
    const struct quotes quotes = quotes_for(buffer_string(text),
        text->length);

    print_phrase(quotes.open, out);
    buffer_add(out, buffer_string(text), text->length);
    print_phrase(quotes.close, out);
    out->failed = out->failed || text->failed;
}

static void print_quoted(xmlNodePtr node, struct buffer *out)
{
    struct buffer name = BUFFER_EMPTY;

    where_print_name(node, &name);
    print_in_quotes(&name, out);
    buffer_free(&name);
}

/* The number of an entry in its list, for one that has no name. */
static void print_position(xmlNodePtr entry, struct buffer *out)
{
    print_phrase(PHRASE_ENTRY_BEFORE, out);
    buffer_printf(out, "%zu", child_number(entry) + 1);
    print_phrase(PHRASE_ENTRY_BEHIND, out);
}

static void print_entry(xmlNodePtr entry, struct buffer *out)
{
    where_print_name(entry->parent, out);
    if (node_attribute(entry, "key"))
        print_quoted(entry, out);
    else
        print_position(entry, out);
}

/* Whether an element is an attachment, and called like it. */
static bool is_attachment(xmlNodePtr node)
{
    const char *attachment = node_attribute(node, "attachment");
    const char *label = node_attribute(node, "label");

    return attachment && (is_entry(node)
        || (label && strncmp(label, attachment, strlen(attachment)) == 0));
}

/* The title, or the label that the form prints. */
static const char *title_of(xmlNodePtr node)
{
    const char *title = node_attribute(node, "title");

    return title ? title : node_attribute(node, "label");
}

/* Whether an element and the one above it, whose total it may be, have the
 * same name. */
static bool is_namesake(xmlNodePtr cell, xmlNodePtr node)
{
    const char *own = title_of(cell), *above = title_of(node);

    return own && above && strcmp(own, above) == 0;
}

/* Whether a cell has to be named together with the element above it.  It need
 * not where one of them is an entry, where a member beside it names it, or
 * where the element above is the attachment. */
static bool names_its_cells(xmlNodePtr node, xmlNodePtr cell)
{
    return parent_of(node) && !is_entry(node) && !is_entry(cell)
        && !(is_leaf(cell) && node_attribute(cell, "label-from"))
        && !is_attachment(node) && !is_namesake(cell, node);
}

/* The row that a cell stands in: the entries of lists around it, and the
 * element right above it. */
static void print_row(xmlNodePtr node, xmlNodePtr top, xmlNodePtr cell,
    struct buffer *out)
{
    if (!node || (node == top && node != parent_of(cell)))
        return;
    if (node != top)
        print_row(parent_of(node), top, cell, out);
    if (is_entry(node) && node != cell && node != top)
        print_entry(node, out);
    else if (node == parent_of(cell) && names_its_cells(node, cell))
        print_quoted(node, out);
}

static void print_cell(xmlNodePtr cell, xmlNodePtr top, struct buffer *out)
{
    size_t before = out->length;

    print_row(parent_of(cell), top, cell, out);
    if (is_entry(cell)) {
        print_entry(cell, out);
    } else if (!is_leaf(cell)) {
        print_quoted(cell, out);
    } else {
        buffer_add_string(out, out->length > before ? " " : "");
        where_print_name(cell, out);
    }
}

/* A heading of a report, and how the paragraph below it begins. */
static void print_paragraph(xmlNodePtr node, xmlNodePtr heading,
    struct buffer *out)
{
    xmlChar *content = is_leaf(node) ? xmlNodeGetContent(node) : NULL;
    const char *text = (const char *)content;
    struct buffer excerpt = BUFFER_EMPTY;

    print_quoted(heading, out);
    if (is_leaf(node) && !text)
        out->failed = true;
    if (text && *text) {
        print_excerpt(text, EXCERPT_LENGTH, &excerpt);
        buffer_add_char(out, ' ');
        print_in_quotes(&excerpt, out);
    }
    buffer_free(&excerpt);
    xmlFree(content);
}

/* The heading of a text that stands in lists whose entries have no names: that
 * of the part of the report, or else that of the outermost of these lists. */
static xmlNodePtr heading_of(xmlNodePtr element)
{
    xmlNodePtr heading = nearest_with(element, "outline");

    for (xmlNodePtr node = heading ? NULL : element; node;
        node = parent_of(node)) {
        if (is_entry(node) && (node_attribute(node, "key")
                || node_attribute(node, "label-from")))
            break;
        if (is_entry(node) && is_text(element))
            heading = node->parent;
    }
    return heading;
}

static void print_attachment(xmlNodePtr holder, struct buffer *out)
{
    xmlNodePtr entry = holder;

    buffer_add_string(out, node_attribute(holder, "attachment"));
    while (entry && !is_entry(entry))
        entry = parent_of(entry);
    if (!entry)
        return;
    print_phrase(PHRASE_OPEN_BRACKET, out);
    where_print_name(entry, out);
    print_phrase(PHRASE_CLOSE_BRACKET, out);
}

void where_print_inside(xmlNodePtr element, struct buffer *out)
{
    xmlNodePtr holder = nearest_with(element, "attachment");
    xmlNodePtr heading = heading_of(element);

    if (!parent_of(element) || (!heading && is_attachment(element)))
        return;
    if (heading)
        print_paragraph(element, heading, out);
    else
        print_cell(element, holder == element ? parent_of(element) : holder,
            out);
}

void where_print(xmlNodePtr element, struct buffer *out)
{
    xmlNodePtr holder = nearest_with(element, "attachment");

    if (!parent_of(element))
        return;
    if (holder)
        print_attachment(holder, out);
    size_t before = out->length;
    if (holder)
        buffer_add_char(out, ' ');
    size_t begun = out->length;
    where_print_inside(element, out);
    if (out->length == begun)
        buffer_cut(out, before);
}

/* The entry of a list that a token of a pointer numbers. */
static xmlNodePtr find_entry(xmlNodePtr list, const char *token,
    size_t length)
{
    bool number = length && strspn(token, "0123456789") >= length;

    return number ? child_at(list, strtoul(token, NULL, 10)) : NULL;
}

xmlNodePtr where_find(xmlDocPtr submission, const char *pointer)
{
    xmlNodePtr node = xmlDocGetRootElement(submission);

    while (node && *pointer) {
        size_t length = strcspn(++pointer, "/");
        node = node_is_list(node) ? find_entry(node, pointer, length)
            : child_called(node, pointer, length);
        pointer += length;
    }
    return node;
}

bool where_print_pointed(xmlNodePtr leaf, struct buffer *out)
{
    enum value_type type;
    bool is_token = node_value_type(leaf, &type) && type == VALUE_TOKEN;
    xmlChar *content = is_token ? xmlNodeGetContent(leaf) : NULL;
    const char *pointer = (const char *)content;
    xmlNodePtr found = pointer && *pointer == '/'
        ? where_find(leaf->doc, pointer) : NULL;

    out->failed = out->failed || (is_token && !content);
    if (found)
        where_print(found, out);
    xmlFree(content);
    return found != NULL;
}
