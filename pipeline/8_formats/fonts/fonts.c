/* Which font draws a character, and what is to be said about it. */

#include "8_formats/fonts/fonts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/buffer.h"
#include "0_base/fault.h"
#include "0_base/id_map.h"
#include "0_base/list.h"
#include "0_base/utf8.h"
#include "8_formats/fonts/font_files.h"

/* A font file that was opened once, for whatever names. */
struct opened {
    const char *path;           /* borrowed from the files */
    unsigned index;
    struct face *face;          /* NULL: it cannot be used */
    enum face_fault fault;
    int reason;                 /* of FACE_UNREAD: errno */
    bool is_told;
};

/* One font of a chain, opened when it is first asked. */
struct link {
    const struct typography_font *font;
    const char *wanted;         /* the first name of the list it is from */
    struct face *face;          /* NULL: not there, or not tried yet */
    bool is_tried;
};

/* What draws the characters of one face, in this order. */
struct chain {
    struct link *links;
    size_t latin_count, own_count, count;   /* reserves are the rest */
};

/* Characters of one face that come from another. */
struct lack {
    const char *wanted;
    const char *used;           /* NULL: no face has them; or unset */
    struct buffer characters;
    char *pointer;              /* of the first, or NULL */
    size_t told;                /* bytes of the characters */
};

struct stand_in {
    const char *wanted, *used;
    bool is_told;
};

struct fonts {
    const struct typography *typography;
    const struct font_options *options;
    struct font_files *files;   /* NULL until a font is asked for */
    struct chain *chains;       /* one for each face of the typography */
    struct opened *opened;
    size_t opened_count, opened_room;
    struct id_map known;        /* face and character: a number in glyphs */
    struct font_glyph *glyphs;
    size_t glyph_count, glyph_room;
    struct lack *lacks;
    size_t lack_count, lack_room;
    struct stand_in *stand_ins;
    size_t stand_in_count, stand_in_room;
    const char *missing;        /* a face without any font */
    bool failed;                /* out of memory */
};

/* --- chains -------------------------------------------------------------- */

static void add_links(struct chain *chain, const struct typography_font *fonts,
    size_t count, const char *wanted)
{
    for (size_t k = 0; k < count; k++)
        chain->links[chain->count++] = (struct link){ .font = &fonts[k],
            .wanted = wanted };
}

static bool make_chain(struct fonts *fonts, size_t k)
{
    const struct typography *typography = fonts->typography;
    const struct typography_face *face = &typography->faces[k];
    const struct typography_face *latin = &typography->latins[face->latin];
    struct chain *chain = &fonts->chains[k];

    chain->links = calloc(latin->font_count + face->font_count
        + typography->reserve_count + 1, sizeof *chain->links);
    if (!chain->links)
        return false;
    add_links(chain, latin->fonts, latin->font_count, latin->name);
    chain->latin_count = chain->count;
    add_links(chain, face->fonts, face->font_count,
        face->font_count ? face->fonts[0].name : face->name);
    chain->own_count = chain->count - chain->latin_count;
    add_links(chain, typography->reserves, typography->reserve_count, NULL);
    return true;
}

struct fonts *fonts_new(const struct typography *typography,
    const struct font_options *options)
{
    struct fonts *fonts = calloc(1, sizeof *fonts);
    bool good = fonts && (fonts->chains = calloc(typography->face_count + 1,
        sizeof *fonts->chains)) != NULL;

    if (good) {
        fonts->typography = typography;
        fonts->options = options;
    }
    for (size_t k = 0; good && k < typography->face_count; k++)
        good = make_chain(fonts, k);
    if (good)
        return fonts;
    fonts_free(fonts);
    return NULL;
}

void fonts_free(struct fonts *fonts)
{
    if (!fonts)
        return;
    for (size_t k = 0; fonts->chains && k < fonts->typography->face_count;
        k++)
        free(fonts->chains[k].links);
    for (size_t k = 0; k < fonts->opened_count; k++)
        face_free(fonts->opened[k].face);
    for (size_t k = 0; k < fonts->lack_count; k++) {
        buffer_free(&fonts->lacks[k].characters);
        free(fonts->lacks[k].pointer);
    }
    free(fonts->chains);
    free(fonts->opened);
    free(fonts->lacks);
    free(fonts->stand_ins);
    free(fonts->glyphs);
    id_map_free(&fonts->known);
    font_files_free(fonts->files);
    free(fonts);
}

/* --- opening ------------------------------------------------------------- */

/* Room for one more in a list of the fonts'; NULL without memory. */
static void *make_room(struct fonts *fonts, void *list, size_t count,
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
    struct opened *list = make_room(fonts, fonts->opened, fonts->opened_count,
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

static struct face *open_link(struct fonts *fonts, struct link *link)
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

/* --- what is to be said -------------------------------------------------- */

static void note_stand_in(struct fonts *fonts, const struct link *link)
{
    for (size_t k = 0; k < fonts->stand_in_count; k++)
        if (strcmp(fonts->stand_ins[k].wanted, link->wanted) == 0)
            return;
    struct stand_in *list = make_room(fonts, fonts->stand_ins,
        fonts->stand_in_count, &fonts->stand_in_room, sizeof *list);
    if (!list)
        return;
    fonts->stand_ins = list;
    list[fonts->stand_in_count++] = (struct stand_in){ .wanted = link->wanted,
        .used = link->font->name };
}

static struct lack *find_lack(struct fonts *fonts, const char *wanted,
    const char *used)
{
    for (size_t k = 0; k < fonts->lack_count; k++)
        if (strcmp(fonts->lacks[k].wanted, wanted) == 0
            && (used ? fonts->lacks[k].used && strcmp(fonts->lacks[k].used,
            used) == 0 : !fonts->lacks[k].used))
            return &fonts->lacks[k];
    struct lack *list = make_room(fonts, fonts->lacks, fonts->lack_count,
        &fonts->lack_room, sizeof *list);
    if (!list)
        return NULL;
    fonts->lacks = list;
    list[fonts->lack_count] = (struct lack){ .wanted = wanted, .used = used };
    return &list[fonts->lack_count++];
}

static void add_character(struct buffer *out, uint32_t c)
{
    const unsigned lead = c < 0x800 ? 0xC0 : c < 0x10000 ? 0xE0 : 0xF0;
    size_t more = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;

    buffer_add_char(out, (char)(more ? lead | c >> 6 * more : c));
    while (more-- > 0)
        buffer_add_char(out, (char)(0x80 | (c >> 6 * more & 0x3F)));
}

static void note_lack(struct fonts *fonts, const char *wanted,
    const char *used, uint32_t character, const char *pointer)
{
    struct lack *lack = find_lack(fonts, wanted, used);

    if (!lack)
        return;
    add_character(&lack->characters, character);
    fonts->failed = fonts->failed || lack->characters.failed;
    if (pointer && !lack->pointer) {
        lack->pointer = strdup(pointer);
        fonts->failed = fonts->failed || !lack->pointer;
    }
}

/* --- characters ---------------------------------------------------------- */

/* Letters of Latin, Greek and Cyrillic, figures and what stands with them;
 * marks that Chinese has too, such as quotation marks and the middle dot, are
 * the Chinese face's. */
static bool is_latin(uint32_t character)
{
    static const struct utf8_range ranges[] = {
        { 0x20, 0x7E }, { 0xA0, 0xB6 }, { 0xB8, 0xD6 }, { 0xD8, 0x2AF },
        { 0x300, 0x52F }, { 0x1E00, 0x1FFF },
    };

    return UTF8_IS_WITHIN(character, ranges);
}

/* What a lack of a font is called that would not help. */
static const char unset[] = "";

/* Scripts that go from right to left or whose letters take other shapes beside
 * each other: glyphs one after the other are not what was written. */
static bool is_shaped(uint32_t character)
{
    static const struct utf8_range ranges[] = {
        { 0x590, 0xDFF }, { 0xF00, 0x109F }, { 0x1780, 0x18AF },
        { 0xFB1D, 0xFDFF }, { 0xFE70, 0xFEFE }, { 0x10800, 0x10FFF },
        { 0x1E800, 0x1EFFF },
    };

    return UTF8_IS_WITHIN(character, ranges);
}

static bool try_links(struct fonts *fonts, struct chain *chain, size_t first,
    size_t end, uint32_t character, struct font_glyph *glyph, size_t *used)
{
    for (size_t k = first; k < end && !fonts->failed; k++) {
        struct face *face = open_link(fonts, &chain->links[k]);
        uint32_t id = face ? face_glyph(face, character) : 0;
        if (id == 0)
            continue;
        *glyph = (struct font_glyph){ face, id, face_advance(face, id) };
        *used = k;
        return true;
    }
    return false;
}

/* The first font of a list that is there. */
static const struct link *first_there(struct fonts *fonts,
    struct chain *chain, size_t first, size_t end)
{
    for (size_t k = first; k < end; k++)
        if (open_link(fonts, &chain->links[k]))
            return &chain->links[k];
    return NULL;
}

static void note_use(struct fonts *fonts, struct chain *chain,
    const struct link *used, bool is_latin_character, uint32_t character,
    const char *pointer)
{
    size_t first = is_latin_character ? 0 : chain->latin_count;
    size_t end = is_latin_character ? chain->latin_count
        : chain->latin_count + chain->own_count;
    const struct link *there = first_there(fonts, chain, first, end);

    if (there && used != there && used->face != there->face
        && !is_latin_character)
        note_lack(fonts, there->font->name, used->font->name, character,
            pointer);
}

static void search(struct fonts *fonts, unsigned face, uint32_t character,
    const char *pointer, struct font_glyph *glyph)
{
    struct chain *chain = &fonts->chains[face];
    bool latin = is_latin(character);
    size_t used;

    *glyph = (struct font_glyph){ .face = NULL };
    if (is_shaped(character)) {
        note_lack(fonts, chain->links[chain->latin_count].wanted, unset,
            character, pointer);
        return;
    }
    if ((latin && try_links(fonts, chain, 0, chain->latin_count, character,
            glyph, &used))
        || try_links(fonts, chain, chain->latin_count, chain->count,
            character, glyph, &used)
        || try_links(fonts, chain, 0, chain->latin_count, character, glyph,
            &used)) {
        note_use(fonts, chain, &chain->links[used], latin, character,
            pointer);
        return;
    }
    const char *wanted = chain->links[chain->latin_count].wanted;
    if (!first_there(fonts, chain, chain->latin_count, chain->count))
        fonts->missing = wanted;
    else
        note_lack(fonts, wanted, NULL, character, pointer);
}

void fonts_find(struct fonts *fonts, unsigned face, uint32_t character,
    const char *pointer, struct font_glyph *glyph)
{
    uint32_t id;

    *glyph = (struct font_glyph){ .face = NULL };
    if (fonts->failed)
        return;
    fonts->failed = !id_map_add(&fonts->known,
        (uint64_t)face << 32 | character, &id);
    if (!fonts->failed && id == fonts->glyph_count) {
        struct font_glyph *list = make_room(fonts, fonts->glyphs,
            fonts->glyph_count, &fonts->glyph_room, sizeof *list);
        if (!list)
            return;
        fonts->glyphs = list;
        search(fonts, face, character, pointer, glyph);
        list[fonts->glyph_count++] = *glyph;
    } else if (!fonts->failed) {
        *glyph = fonts->glyphs[id];
    }
}

/* --- findings ------------------------------------------------------------ */

static const struct place nowhere;

static void tell_files(struct fonts *fonts, struct findings *findings)
{
    static const enum catalogue ids[] = {
        [FACE_MISSING] = CATALOGUE_FONT_UNUSABLE,
        [FACE_BROKEN] = CATALOGUE_FONT_UNUSABLE,
        [FACE_FORBIDDEN] = CATALOGUE_FONT_FORBIDDEN,
    };

    for (size_t k = 0; k < fonts->opened_count; k++) {
        struct opened *opened = &fonts->opened[k];
        if (opened->fault != FACE_GOOD && !opened->is_told)
            findings_add(findings, ids[opened->fault], nowhere, NULL, "path",
                opened->path, NULL);
        opened->is_told = true;
    }
}

/* All faces are asked, so that what stands in is told in one sentence. */
static void find_stand_ins(struct fonts *fonts)
{
    for (size_t k = 0; k < fonts->typography->face_count; k++) {
        struct chain *chain = &fonts->chains[k];
        const struct link *latin = first_there(fonts, chain, 0,
            chain->latin_count);
        const struct link *own = first_there(fonts, chain,
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
            buffer_printf(&list, "%s%s（%s）", list.length ? "、" : "",
                stand_in->wanted, stand_in->used);
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
        : lack->used == unset ? CATALOGUE_CHARACTER_UNSET
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
        good = good && lack->used && lack->used != unset
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
