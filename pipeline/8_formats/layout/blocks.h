#ifndef BLOCKS_H
#define BLOCKS_H

/*
 * The layout at work, for layout.c and blocks.c alone: an attachment's blocks
 * become the boxes of its flow.
 *
 * Errors: running out of memory is sticky, in `failed`.
 */

#include "8_formats/layout/flow.h"

struct layout {
    const struct typography *typography;
    struct fonts *fonts;
    struct draw *draw;
    unsigned number;            /* of the newest page */
    /* The attachment at work. */
    struct flow flow;
    uint32_t section;
    struct text *texts;         /* room for all of its blocks */
    size_t text_count;
    struct table **tables;
    size_t table_count;
    struct bookmark_words {
        char **words;
        size_t count;
    } titles;
    bool failed;
};

/* All blocks of an attachment, whose texts and tables there is room for. */
void layout_blocks(struct layout *layout, const xmlNode *attachment);

/* The caller's copy; NULL where there is no such attribute. */
char *layout_attribute(struct layout *layout, const xmlNode *element,
    const char *name);

#endif
