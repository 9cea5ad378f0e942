#ifndef KEYS_H
#define KEYS_H

/*
 * What elements of a page model are known by: the values that they print, and
 * where they print none, their words.
 */

#include <libxml/tree.h>
#include <stddef.h>
#include <stdint.h>

/* Of the values in an element that are not in another one, of which *count
 * gets as many more. */
uint64_t key_of_values(uint64_t key, xmlNodePtr element, size_t *count);

/* Of these, or else of its words. */
uint64_t key_of_content(uint64_t key, xmlNodePtr element);

/* Of a block of an attachment: those of other elements or levels are others. */
uint64_t key_of_block(xmlNodePtr block);

uint64_t key_of_attribute(uint64_t key, xmlNodePtr element,
    const char *name);

#endif
