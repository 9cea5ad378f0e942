/* What blocks, rows and cells are known by. */

#include "12_redline/keys.h"

#include <string.h>

#include "0_base/id_map.h"
#include "0_base/xml.h"
#include "3_transform/submission.h"

static uint64_t chain_text(uint64_t key, const char *text)
{
    return id_map_chain(key, id_map_text(text, strlen(text)));
}

uint64_t key_of_attribute(uint64_t key, xmlNodePtr element, const char *name)
{
    const char *value = node_attribute(element, name);

    return chain_text(key, value ? value : "");
}

uint64_t key_of_values(uint64_t key, xmlNodePtr element, size_t *count)
{
    for (xmlNodePtr node = element->children; node; node = node->next) {
        if (xml_is(node, "value")) {
            key = key_of_attribute(key, node, "src");
            (*count)++;
        } else if (node->type == XML_ELEMENT_NODE) {
            key = key_of_values(key, node, count);
        }
    }
    return key;
}

static uint64_t key_of_words(uint64_t key, xmlNodePtr element)
{
    for (xmlNodePtr node = element->children; node; node = node->next)
        key = node->type == XML_TEXT_NODE
            ? chain_text(key, (const char *)node->content)
            : key_of_words(key, node);
    return key;
}

uint64_t key_of_content(uint64_t key, xmlNodePtr element)
{
    size_t count = 0;
    uint64_t values = key_of_values(key, element, &count);

    return count > 0 ? values : key_of_words(key, element);
}

/* Of a table: its columns and parts, of which each has its partner. */
static uint64_t key_of_table(uint64_t key, xmlNodePtr table)
{
    key = key_of_attribute(key, table, "role");
    for (xmlNodePtr part = xmlFirstElementChild(table); part;
        part = xmlNextElementSibling(part)) {
        key = chain_text(key, (const char *)part->name);
        if (xml_is(part, "columns"))
            key = id_map_chain(key, xmlChildElementCount(part));
    }
    return key;
}

static uint64_t key_of_fields(uint64_t key, xmlNodePtr signatures)
{
    for (xmlNodePtr field = xmlFirstElementChild(signatures); field;
        field = xmlNextElementSibling(field))
        key = key_of_attribute(key, field, "label");
    return key;
}

uint64_t key_of_block(xmlNodePtr block)
{
    uint64_t key = chain_text(0, (const char *)block->name);

    if (xml_is(block, "mark") || xml_is(block, "title")
        || xml_is(block, "note"))
        return key;
    if (xml_is(block, "table"))
        return key_of_table(key, block);
    if (xml_is(block, "signatures"))
        return key_of_fields(key, block);
    if (xml_is(block, "heading"))
        key = key_of_attribute(key, block, "level");
    return key_of_content(key, block);
}
