/* The files behind the fonts of a chain, each opened when it is first asked. */

#include <errno.h>
#include <string.h>

#include "0_base/list.h"
#include "8_formats/fonts/fonts_parts.h"

void *fonts_room(struct fonts *fonts, void *list, size_t count,
    size_t *room, size_t size)
{
    void *more = fonts->failed ? NULL : list_room(list, count, room, size);

    fonts->failed = fonts->failed || !more;
    return more;
}

static struct face *open_file(struct fonts *fonts, const char *path,
    unsigned index)
{
    for (size_t k = 0; k < fonts->opened_count; k++)
        if (strcmp(fonts->opened[k].path, path) == 0
            && fonts->opened[k].index == index)
            return fonts->opened[k].face;
    struct opened *list = fonts_room(fonts, fonts->opened, fonts->opened_count,
        &fonts->opened_room, sizeof *list);
    if (!list)
        return NULL;
    fonts->opened = list;
    struct opened *opened = &list[fonts->opened_count++];
    *opened = (struct opened){ .path = path, .index = index };
    opened->fault = face_open(path, index, &opened->face);
    opened->reason = errno;
    fonts->failed = fonts->failed || opened->fault == FACE_NO_MEMORY;
    return opened->face;
}

struct face *fonts_open_link(struct fonts *fonts, struct link *link)
{
    if (link->is_tried || fonts->failed)
        return link->face;
    if (!fonts->files)
        fonts->files = font_files_new(fonts->options->folders,
            fonts->options->folder_count);
    fonts->failed = !fonts->files;
    link->is_tried = !fonts->failed;
    const char *path = "";
    for (size_t from = 0; path && !link->face && !fonts->failed;) {
        unsigned index = link->font->index;
        path = font_files_find(fonts->files, link->font->name,
            link->font->file, &from, &index);
        if (path)
            link->face = open_file(fonts, path, index);
    }
    return link->face;
}

const struct link *fonts_first_there(struct fonts *fonts,
    struct chain *chain, size_t first, size_t end)
{
    for (size_t k = first; k < end; k++)
        if (fonts_open_link(fonts, &chain->links[k]))
            return &chain->links[k];
    return NULL;
}
