/* Elements of submission.xml and the words in them, made in arenas. */

#include "3_transform/submission.h"

#include <libxml/parserInternals.h>     /* xmlStringText */
#include <stdlib.h>
#include <string.h>

#include "0_base/xml_add.h"
#include "3_transform/children_index.h"
#include "3_transform/own_element.h"

const char given_apart[] = "";

xmlDocPtr submission_new(void)
{
    xmlDocPtr submission = xmlNewDoc(BAD_CAST "1.0");
    struct memory *memory = calloc(1, sizeof *memory);

    if (submission && memory) {
        submission->_private = memory;
        return submission;
    }
    if (submission)
        xmlFreeDoc(submission);
    free(memory);
    return NULL;
}

struct children **submission_children(xmlDocPtr submission)
{
    struct memory *memory = submission->_private;

    return memory ? &memory->children : NULL;
}

struct kept_flats *submission_flats(xmlDocPtr submission)
{
    struct memory *memory = submission->_private;

    return memory ? &memory->flats : NULL;
}

size_t submission_size(xmlDocPtr submission)
{
    const struct memory *memory = submission->_private;

    return memory ? memory->added : 0;
}

void submission_free(xmlDocPtr submission)
{
    if (!submission)
        return;
    struct memory *memory = submission->_private;
    arena_free(&memory->elements);
    arena_free(&memory->values);
    arena_free(&memory->lists);
    children_free(memory->children);
    free(memory->known.list);
    free(memory);
    submission->children = NULL;
    xmlFreeDoc(submission);
}

void node_expect(xmlNodePtr node, size_t count)
{
    if (own_element(node) && !node->children)
        node->line = count < UINT16_MAX ? (uint16_t)count : UINT16_MAX;
}

/* No place is taken again. */
static void expect_none(xmlNodePtr node)
{
    if (own_element(node))
        node->line = 0;
}

/* The place of an element that its parent expects is behind the one before. */
static xmlNodePtr new_element(xmlNodePtr parent)
{
    struct arena *elements = &memory_of(parent)->elements;

    if (!own_element(parent) || !parent->line)
        return arena_new(elements, 1, ELEMENT_SIZE);
    void *first = parent->last ? (char *)parent->last + ELEMENT_SIZE
        : arena_new(elements, parent->line, ELEMENT_SIZE);
    if (first)
        parent->line--;
    return first;
}

static void append(xmlNodePtr parent, xmlNodePtr node)
{
    node->doc = parent->doc;
    xml_append(parent, node);
}

xmlNodePtr node_add(xmlNodePtr parent, const char *name)
{
    xmlNodePtr node = new_element(parent);

    if (!node)
        return NULL;
    node->type = XML_ELEMENT_NODE;
    node->name = BAD_CAST name;
    append(parent, node);
    memory_of(node)->added++;
    memory_of(node)->flats.stale = true;
    return node;
}

/* The words lie behind their node. */
bool node_add_text(xmlNodePtr node, const char *text, size_t length)
{
    xmlNodePtr child = length < SIZE_MAX / 2 ? arena_take(
        &memory_of(node)->values, 1, sizeof *child + length + 1) : NULL;
    char *words = (char *)(child + 1);

    if (!child)
        return false;
    expect_none(node);
    *child = (xmlNode){ .type = XML_TEXT_NODE, .name = xmlStringText,
        .content = BAD_CAST words };
    if (length)
        memcpy(words, text, length);
    words[length] = '\0';
    append(node, child);
    return true;
}

void node_clear(xmlNodePtr node)
{
    expect_none(node);
    if (own_element(node) && xmlFirstElementChild(node))
        memory_of(node)->flats.stale = true;
    node->children = node->last = NULL;
}

void node_remove(xmlNodePtr node)
{
    if (own_element(node))
        memory_of(node)->flats.stale = true;
    if (node->parent)
        expect_none(node->parent);
    xmlUnlinkNode(node);
}

void node_print(xmlNodePtr node, struct buffer *out)
{
    for (xmlNodePtr child = node->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE)
            node_print(child, out);
        else if (child->content)
            buffer_add_string(out, (const char *)child->content);
    }
}

xmlNodePtr node_child(xmlNodePtr node, const char *name)
{
    xmlNodePtr child = xmlFirstElementChild(node);

    while (child && strcmp((const char *)child->name, name) != 0)
        child = xmlNextElementSibling(child);
    return child;
}

static bool is_words(xmlNodePtr node)
{
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

const char *node_only_words(xmlNodePtr node)
{
    xmlNodePtr child = node->type == XML_ELEMENT_NODE ? node->children : NULL;

    return child && is_words(child) && !child->next
        ? (const char *)child->content : NULL;
}
