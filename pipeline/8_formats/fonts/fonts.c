/* Which font draws a character. */

#include "8_formats/fonts/fonts.h"

#include <stdlib.h>

#include "8_formats/fonts/characters.h"
#include "8_formats/fonts/fonts_parts.h"

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

/* Characters are looked for anew, which notes what they lack. */
void fonts_begin(struct fonts *fonts)
{
    for (size_t k = 0; k < fonts->lack_count; k++) {
        buffer_free(&fonts->lacks[k].characters);
        free(fonts->lacks[k].pointer);
    }
    fonts->lack_count = fonts->stand_in_count = fonts->glyph_count = 0;
    id_map_free(&fonts->known);
    id_map_free(&fonts->lacking);
    id_map_free(&fonts->undrawn);
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
    fonts_begin(fonts);
    free(fonts->chains);
    free(fonts->opened);
    free(fonts->lacks);
    free(fonts->stand_ins);
    free(fonts->glyphs);
    font_files_free(fonts->files);
    free(fonts);
}

/* --- characters ---------------------------------------------------------- */

/* The first link that draws the character; NULL for none. */
static const struct link *try_links(struct fonts *fonts, struct chain *chain,
    size_t first, size_t end, uint32_t character, struct font_glyph *glyph)
{
    for (size_t k = first; k < end && !fonts->failed; k++) {
        struct face *face = fonts_open_link(fonts, &chain->links[k]);
        uint32_t id = face ? face_glyph(face, character) : 0;
        if (id == 0 || (!character_is_blank(character)
                && !face_draws(face, id)))
            continue;
        *glyph = (struct font_glyph){ face, id, face_advance(face, id) };
        return &chain->links[k];
    }
    return NULL;
}

/* Of letters and figures it is no matter which font draws them. */
static void note_use(struct fonts *fonts, struct chain *chain,
    const struct link *used, uint32_t character, const char *pointer)
{
    const struct link *there = fonts_first_there(fonts, chain,
        chain->latin_count, chain->latin_count + chain->own_count);

    if (there && used != there && used->face != there->face)
        fonts_note_lack(fonts, there->font->name, used->font->name, character,
            pointer);
}

static void search(struct fonts *fonts, unsigned face, uint32_t character,
    const char *pointer, struct font_glyph *glyph)
{
    struct chain *chain = &fonts->chains[face];
    bool latin = character_is_latin(character);
    const struct link *used = NULL;

    *glyph = (struct font_glyph){ .face = NULL };
    if (character_is_unseen(character) && !character_is_shaped(character)) {
        search(fonts, face, ' ', NULL, glyph);
        glyph->advance = 0;
        return;
    }
    if (character_is_shaped(character) || character_joins(character)) {
        fonts_note_lack(fonts, chain->links[chain->latin_count].wanted,
            fonts_unset, character, pointer);
        return;
    }
    if (latin)
        used = try_links(fonts, chain, 0, chain->latin_count, character,
            glyph);
    if (!used)
        used = try_links(fonts, chain, chain->latin_count, chain->count,
            character, glyph);
    if (!used && !latin)
        used = try_links(fonts, chain, 0, chain->latin_count, character,
            glyph);
    if (used && !latin)
        note_use(fonts, chain, used, character, pointer);
    if (used)
        return;
    const char *wanted = chain->links[chain->latin_count].wanted;
    if (!fonts_first_there(fonts, chain, chain->latin_count, chain->count))
        fonts->missing = wanted;
    else
        fonts_note_lack(fonts, wanted, NULL, character, pointer);
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
        struct font_glyph *list = fonts_room(fonts, fonts->glyphs,
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
