/* What is to be said about fonts: stand-ins, characters from other fonts or
 * from none, files that cannot be used. */

#include <stdlib.h>
#include <string.h>

#include "0_base/fault.h"
#include "0_base/listed.h"
#include "0_base/utf8.h"
#include "8_formats/fonts/characters.h"
#include "8_formats/fonts/fonts_parts.h"

const char fonts_unset[] = "";

/* --- what is noted ------------------------------------------------------- */

static void note_stand_in(struct fonts *fonts, const struct link *link)
{
    for (size_t k = 0; k < fonts->stand_in_count; k++)
        if (strcmp(fonts->stand_ins[k].wanted, link->wanted) == 0)
            return;
    struct stand_in *list = fonts_room(fonts, fonts->stand_ins,
        fonts->stand_in_count, &fonts->stand_in_room, sizeof *list);
    if (!list)
        return;
    fonts->stand_ins = list;
    list[fonts->stand_in_count++] = (struct stand_in){ .wanted = link->wanted,
        .used = link->font->name };
}

static bool is_undrawn(const char *used)
{
    return !used || used == fonts_unset;
}

/* What no font draws is told place by place, the rest once. */
static uint64_t lack_key(const char *wanted, const char *used,
    const char *pointer)
{
    bool is_placed = pointer && is_undrawn(used);
    uint64_t key = id_map_chain(0, id_map_text(wanted, strlen(wanted)));

    if (used)
        key = id_map_chain(key, id_map_text(used, strlen(used)));
    return is_placed ? id_map_chain(key, id_map_text(pointer,
        strlen(pointer))) : key;
}

static struct lack *find_lack(struct fonts *fonts, const char *wanted,
    const char *used, const char *pointer)
{
    uint32_t id;

    fonts->failed = fonts->failed || !id_map_add(&fonts->lacking,
        lack_key(wanted, used, pointer), &id);
    if (!fonts->failed && id < fonts->lack_count)
        return &fonts->lacks[id];
    struct lack *list = fonts_room(fonts, fonts->lacks, fonts->lack_count,
        &fonts->lack_room, sizeof *list);
    if (!list)
        return NULL;
    fonts->lacks = list;
    list[fonts->lack_count] = (struct lack){ .wanted = wanted, .used = used };
    return &list[fonts->lack_count++];
}

/* What marks that stand alone are written on. */
#define DOTTED_CIRCLE 0x25CC

/* The place of the first character that is not told yet. */
static void note_place(struct fonts *fonts, struct lack *lack,
    const char *pointer)
{
    if (lack->told == lack->characters.length) {
        free(lack->pointer);
        lack->pointer = NULL;
    }
    if (pointer && !lack->pointer) {
        lack->pointer = strdup(pointer);
        fonts->failed = fonts->failed || !lack->pointer;
    }
}

/* A character of one place is looked for in every face that it is set in. */
static bool is_noted(struct fonts *fonts, const char *used,
    uint32_t character, const char *pointer)
{
    size_t count = fonts->undrawn.count;
    uint32_t id;
    uint64_t key = id_map_chain(lack_key("", used, pointer), character);

    fonts->failed = fonts->failed
        || !id_map_add(&fonts->undrawn, key, &id);
    return fonts->failed || fonts->undrawn.count == count;
}

void fonts_note_lack(struct fonts *fonts, const char *wanted,
    const char *used, uint32_t character, const char *pointer)
{
    if (is_undrawn(used) && is_noted(fonts, used, character, pointer))
        return;
    struct lack *lack = find_lack(fonts, is_undrawn(used) ? "" : wanted,
        used, pointer);
    if (!lack)
        return;
    note_place(fonts, lack, pointer);
    if (character_joins(character) && !character_is_shaped(character))
        utf8_add(&lack->characters, DOTTED_CIRCLE);
    utf8_add(&lack->characters, character);
    fonts->failed = fonts->failed || lack->characters.failed;
}

/* --- findings ------------------------------------------------------------ */

static const struct place nowhere;

static void tell_files(struct fonts *fonts, struct findings *findings)
{
    for (size_t k = 0; k < fonts->opened_count; k++) {
        struct opened *opened = &fonts->opened[k];
        if (opened->fault != FACE_GOOD && !opened->is_told)
            findings_add(findings, opened->fault == FACE_FORBIDDEN
                ? CATALOGUE_FONT_FORBIDDEN : CATALOGUE_FONT_UNUSABLE, nowhere,
                NULL, "path", opened->path, NULL);
        opened->is_told = true;
    }
}

/* All faces are asked, so that what stands in is told in one sentence. */
static void find_stand_ins(struct fonts *fonts)
{
    for (size_t k = 0; k < fonts->typography->face_count; k++) {
        struct chain *chain = &fonts->chains[k];
        const struct link *latin = fonts_first_there(fonts, chain, 0,
            chain->latin_count);
        const struct link *own = fonts_first_there(fonts, chain,
            chain->latin_count, chain->latin_count + chain->own_count);
        if (latin && latin->font->stands_in)
            note_stand_in(fonts, latin);
        if (own && own->font->stands_in)
            note_stand_in(fonts, own);
    }
}

/* Fonts that could not be looked for may be the ones that are wanted. */
static bool tell_folder(const struct fonts *fonts, struct findings *findings)
{
    struct font_folder_fault fault = { NULL, 0 };
    char reason[FAULT_TEXT_SIZE];

    if (fonts->files)
        fault = font_files_fault(fonts->files);
    for (size_t k = 0; !fault.folder && k < fonts->opened_count; k++)
        if (fonts->opened[k].fault == FACE_UNREAD)
            fault = (struct font_folder_fault){ fonts->opened[k].path,
                fonts->opened[k].reason };
    if (fault.folder)
        findings_add(findings, CATALOGUE_FONT_FOLDER, nowhere, NULL, "path",
            fault.folder, "reason", fault_text(fault.reason, reason), NULL);
    return !fault.folder;
}

static bool tell_stand_ins(struct fonts *fonts, struct findings *findings)
{
    bool is_strict = fonts->options->is_strict;
    struct buffer list = BUFFER_EMPTY;

    for (size_t k = 0; k < fonts->stand_in_count; k++) {
        struct stand_in *stand_in = &fonts->stand_ins[k];
        if (!stand_in->is_told)
            listed_add_beside(&list, stand_in->wanted, stand_in->used);
        stand_in->is_told = true;
    }
    if (list.failed)
        findings_out_of_memory(findings);
    else if (list.length > 0)
        findings_add(findings, is_strict ? CATALOGUE_FONT_STANDS_IN_STRICT
            : CATALOGUE_FONT_STANDS_IN, nowhere, NULL, "names",
            buffer_string(&list), NULL);
    buffer_free(&list);
    return !is_strict || fonts->stand_in_count == 0;
}

static enum catalogue lack_id(const struct fonts *fonts,
    const struct lack *lack)
{
    return !lack->used ? CATALOGUE_CHARACTER_WITHOUT_FONT
        : lack->used == fonts_unset ? CATALOGUE_CHARACTER_UNSET
        : fonts->options->is_strict ? CATALOGUE_FONT_LACKS_STRICT
        : CATALOGUE_FONT_LACKS;
}

static bool tell_lacks(struct fonts *fonts, struct findings *findings)
{
    bool good = true;

    for (size_t k = 0; k < fonts->lack_count; k++) {
        struct lack *lack = &fonts->lacks[k];
        if (lack->told < lack->characters.length)
            findings_add(findings, lack_id(fonts, lack), nowhere,
                lack->pointer, "name", lack->wanted, "characters",
                buffer_string(&lack->characters) + lack->told, "font",
                lack->used ? lack->used : "", NULL);
        lack->told = lack->characters.length;
        good = good && lack->used && lack->used != fonts_unset
            && !fonts->options->is_strict;
    }
    return good;
}

bool fonts_report(struct fonts *fonts, struct findings *findings)
{
    find_stand_ins(fonts);
    if (fonts->failed) {
        findings_out_of_memory(findings);
        return false;
    }
    if (!tell_folder(fonts, findings))
        return false;
    tell_files(fonts, findings);
    bool good = tell_stand_ins(fonts, findings);
    good = tell_lacks(fonts, findings) && good;
    if (fonts->missing)
        findings_add(findings, CATALOGUE_FONT_MISSING, nowhere, NULL, "name",
            fonts->missing, NULL);
    return good && !fonts->missing;
}
