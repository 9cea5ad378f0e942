/* The values that a page model prints, found by their pointers. */

#include "9_bundle/printed.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "0_base/xml.h"
#include "3_transform/submission.h"

static bool add(struct printed_index *index, struct printed printed)
{
    struct printed *list = list_room(index->list, index->count, &index->room,
        sizeof *list);

    if (!list)
        return false;
    index->list = list;
    printed.place = index->count;
    list[index->count++] = printed;
    return true;
}

/* printed: what is known before its value is. */
static bool add_below(struct printed_index *index, xmlNodePtr node,
    struct printed printed)
{
    bool good = true;

    for (xmlNodePtr child = xmlFirstElementChild(node); good && child;
        child = xmlNextElementSibling(child)) {
        printed.value = child;
        printed.src = xml_is(child, "value")
            ? node_attribute(child, "src") : NULL;
        good = (!printed.src || add(index, printed))
            && add_below(index, child, printed);
    }
    return good;
}

static int compare(const void *left, const void *right)
{
    const struct printed *a = left;
    const struct printed *b = right;
    int order = strcmp(a->src, b->src);

    return order ? order : (a->place > b->place) - (a->place < b->place);
}

bool printed_index_make(struct printed_index *index, xmlDocPtr documents)
{
    xmlNodePtr attachment = xmlFirstElementChild(
        xmlDocGetRootElement(documents));
    bool good = true;

    *index = (struct printed_index){0};
    for (size_t order = 0; good && attachment;
        attachment = xmlNextElementSibling(attachment), order++)
        good = add_below(index, attachment,
            (struct printed){ .attachment = attachment, .order = order });
    if (good && index->count)
        qsort(index->list, index->count, sizeof *index->list, compare);
    return good;
}

void printed_index_free(struct printed_index *index)
{
    free(index->list);
}

/* Compares a source with all sources that begin with pointer and then next. */
static int compare_source(const char *src, const char *pointer, size_t length,
    char next)
{
    int order = strncmp(src, pointer, length);

    return order ? order
        : (int)(unsigned char)src[length] - (int)(unsigned char)next;
}

/* The values whose source begins with pointer and then next: '/' for all values
 * below the pointer, NUL for its own. */
static struct printed_range find(const struct printed_index *index,
    const char *pointer, char next)
{
    size_t length = strlen(pointer), low = 0, high = index->count, end;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_source(index->list[middle].src, pointer, length, next)
            < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (end = low; end < index->count && compare_source(
            index->list[end].src, pointer, length, next) == 0; end++)
        continue;
    return (struct printed_range){ end > low ? &index->list[low] : NULL,
        end - low };
}

struct printed_range printed_of(const struct printed_index *index,
    const char *pointer)
{
    return find(index, pointer, '\0');
}

struct printed_range printed_below(const struct printed_index *index,
    const char *pointer)
{
    return find(index, pointer, '/');
}

const struct printed *printed_first(struct printed_range range,
    xmlNodePtr attachment)
{
    const struct printed *first = NULL;

    for (size_t k = 0; k < range.count; k++) {
        const struct printed *one = &range.first[k];
        if ((!attachment || one->attachment == attachment)
            && (!first || one->place < first->place))
            first = one;
    }
    return first;
}
