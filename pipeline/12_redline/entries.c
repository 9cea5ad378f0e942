/* Finds the entries of lists that blocks and rows print. */

#include "12_redline/entries.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "0_base/xml.h"
#include "12_redline/merging.h"
#include "3_transform/submission.h"

/* --- what pointers have in common ---------------------------------------- */

/* The end of the last segment that both have whole. */
static size_t common_length(struct entry entry, const char *other)
{
    size_t at = 0, whole = 0;

    while (at < entry.length && entry.pointer[at] == other[at]) {
        at++;
        bool ends = at == entry.length || entry.pointer[at] == '/';
        if (ends && (other[at] == '\0' || other[at] == '/'))
            whole = at;
    }
    return whole;
}

static void add_source(struct entry *entry, const char *src)
{
    if (!entry->pointer)
        *entry = (struct entry){ src, strlen(src) };
    else
        entry->length = common_length(*entry, src);
}

static void add_values(struct entry *entry, xmlNodePtr element)
{
    for (xmlNodePtr node = xmlFirstElementChild(element); node;
        node = xmlNextElementSibling(node)) {
        const char *src = xml_is(node, "value")
            ? node_attribute(node, "src") : NULL;
        if (src)
            add_source(entry, src);
        else if (!node_attribute(node, "rowspan"))
            add_values(entry, node);
    }
}

/* --- entries ------------------------------------------------------------- */

/* Where the last segment of a pointer begins, with its mark. */
static size_t last_segment(const char *pointer, size_t length)
{
    while (length > 0 && pointer[length - 1] != '/')
        length--;
    return length ? length - 1 : 0;
}

static bool is_number(const char *text, size_t length)
{
    size_t digits = 0;

    while (digits < length && text[digits] >= '0' && text[digits] <= '9')
        digits++;
    return length > 0 && digits == length;
}

/* Up to the last number in it; 0 for none. */
static size_t entry_length(const char *pointer, size_t length)
{
    while (length > 0) {
        size_t segment = last_segment(pointer, length);
        if (is_number(pointer + segment + 1, length - segment - 1))
            return length;
        length = segment;
    }
    return 0;
}

struct entry entry_of(xmlNodePtr element)
{
    struct entry entry = { NULL, 0 };

    add_values(&entry, element);
    size_t length = entry_length(entry.pointer, entry.length);
    if (length)
        entry.length = length;
    return entry;
}

/* An entry without what is in it. */
struct numbered {
    const char *pointer;        /* as if the new data had it */
    size_t length, list;        /* of all, and of its list's */
    bool is_gone;
};

static struct numbered numbered_entry(xmlNodePtr element)
{
    struct entry entry = entry_of(element);
    struct numbered numbered = { .pointer = entry.pointer,
        .length = entry_length(entry.pointer, entry.length) };
    size_t gone = strlen(POINTER_GONE);

    if (numbered.length > gone && strncmp(numbered.pointer, POINTER_GONE "/",
            gone + 1) == 0) {
        numbered.is_gone = true;
        numbered.pointer += gone;
        numbered.length -= gone;
    }
    numbered.list = last_segment(numbered.pointer, numbered.length);
    return numbered;
}

/* --- numbers ------------------------------------------------------------- */

/* Which lists and entries have been met. */
struct numbering {
    struct id_map lists, entries;
    size_t *counts;             /* the entries met of each list */
    size_t *numbers;            /* of each entry in its list */
};

/* False if memory runs out. */
static bool number_entry(struct numbering *numbering,
    const struct numbered *entry, size_t *number)
{
    uint32_t met = numbering->entries.count, list, id;
    uint64_t key = id_map_chain(id_map_text(entry->pointer, entry->length),
        entry->is_gone);

    if (!id_map_add(&numbering->entries, key, &id)
        || !id_map_add(&numbering->lists, id_map_text(entry->pointer,
            entry->list), &list))
        return false;
    if (numbering->entries.count > met)
        numbering->numbers[id] = ++numbering->counts[list];
    *number = numbering->numbers[id];
    return true;
}

bool entries_number(const xmlNodePtr *elements, size_t count,
    size_t *numbers)
{
    struct numbering numbering = {
        .counts = calloc(count + 1, sizeof *numbering.counts),
        .numbers = calloc(count + 1, sizeof *numbering.numbers) };
    bool good = numbering.counts && numbering.numbers;

    for (size_t k = 0; good && k < count; k++) {
        struct numbered entry = numbered_entry(elements[k]);
        numbers[k] = 0;
        good = entry.length == 0
            || number_entry(&numbering, &entry, &numbers[k]);
    }
    id_map_free(&numbering.lists);
    id_map_free(&numbering.entries);
    free(numbering.counts);
    free(numbering.numbers);
    return good;
}
