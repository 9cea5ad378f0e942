/* The files of an archive made again, beside those in it. */

#include "library/rebuilding.h"

#include <string.h>

#include "0_base/listed.h"
#include "0_base/phrases.h"
#include "10_archive/untrusted_xml.h"
#include "library/archiving.h"

/* --- made again ---------------------------------------------------------- */

/* A file that was not made, listed as the manifest has it; its path is below
 * the folder of its role. */
static bool list_given(const struct archiving *archiving,
    const struct stated *stated, enum archive_role role, enum phrase folder)
{
    const char *above = phrase_text(folder, LANGUAGE_ZH);
    size_t length = strlen(above);
    bool is_below = strncmp(stated->path, above, length) == 0
        && stated->path[length] == '/';

    return archive_list(archiving->archive, &(struct archive_source){
        .role = role,
        .name = is_below ? stated->path + length + 1 : stated->path },
        &(struct archive_listed){ stated->size, stated->sha256, stated->sm3 },
        archiving->findings);
}

static bool list_all_given(const struct archiving *archiving,
    const struct statement *statement)
{
    bool good = true;

    for (size_t k = 0; good && k < statement->count; k++) {
        const struct stated *stated = &statement->files[k];
        if (strcmp(stated->role, archive_role_name(ARCHIVE_RULE)) == 0)
            good = list_given(archiving, stated, ARCHIVE_RULE,
                PHRASE_ARCHIVE_RULES);
        else if (strcmp(stated->role, archive_role_name(ARCHIVE_ADDED)) == 0)
            good = list_given(archiving, stated, ARCHIVE_ADDED,
                PHRASE_ARCHIVE_ADDED);
    }
    return good;
}

/* The archive that is replaced, as the manifest names it. */
static bool take_former(struct archiving *archiving,
    const struct statement *statement)
{
    xmlNodePtr element = statement_part(statement, "supersedes");

    return !element || archive_take_former(archiving, element,
        untrusted_xml_attribute(element, "sha256"),
        untrusted_xml_attribute(element, "sm3"));
}

/* All files in memory, as archive_write() would have them. */
static bool make(struct archiving *archiving,
    const struct statement *statement)
{
    archiving->archive = archive_new();
    if (!archiving->archive)
        return archiving_lacks_memory(archiving);
    if (!take_former(archiving, statement))
        return false;
    archive_compare_former(archiving);
    archiving->errors = archive_count_errors(archiving->findings);
    return archive_collect_made(archiving)
        && list_all_given(archiving, statement)
        && archive_describe(archiving);
}

/* --- compared ------------------------------------------------------------ */

/* Whether files of a role are made by the program; others are given to it. */
static bool is_made(const char *role)
{
    static const enum archive_role given[] = { ARCHIVE_DATA, ARCHIVE_PREVIOUS,
        ARCHIVE_RULE, ARCHIVE_ADDED };

    for (size_t k = 0; k < sizeof given / sizeof *given; k++)
        if (strcmp(role, archive_role_name(given[k])) == 0)
            return false;
    return true;
}

static void note(struct rebuilding *rebuilding, const char *path,
    bool is_same)
{
    if (is_same)
        rebuilding->same++;
    else
        listed_add(&rebuilding->differing, path);
}

/* What is in the archive has the digests that are stated: it is whole. */
static void compare_part(struct rebuilding *rebuilding, struct part *part,
    const struct archive *archive)
{
    const struct stated *stated = part->stated;
    const struct archive_file *file = archive_find(archive, stated->path);
    bool is_same = file && file->size == stated->size
        && strcmp(file->sha256, stated->sha256) == 0
        && strcmp(file->sm3, stated->sm3) == 0;

    part->rebuilt = is_same ? PART_REBUILT_SAME : PART_REBUILT_OTHER;
    note(rebuilding, part->path, is_same);
}

static void compare_manifest(struct rebuilding *rebuilding,
    const struct archive *archive)
{
    const struct buffer *there = &rebuilding->verification->statement->text;
    const struct buffer *made = &archive->manifest;

    note(rebuilding, ARCHIVE_MANIFEST, made->length == there->length
        && memcmp(buffer_string(made), buffer_string(there), made->length)
        == 0);
}

/* Fonts that were drawn from now and are not among those of the manifest. */
static void compare_fonts(struct rebuilding *rebuilding,
    const struct paper_use *use)
{
    xmlNodePtr fonts = statement_part(rebuilding->verification->statement,
        "fonts");

    for (size_t k = 0; k < use->face_count; k++) {
        xmlNodePtr font = xmlFirstElementChild(fonts);
        while (font && strcmp(untrusted_xml_attribute(font, "sha256"),
                face_digest(use->faces[k])) != 0)
            font = xmlNextElementSibling(font);
        if (!font)
            listed_add(&rebuilding->fonts,
                face_postscript_name(use->faces[k]));
    }
}

static void compare_all(struct rebuilding *rebuilding,
    const struct archive *archive)
{
    const struct audit *audit = rebuilding->verification->audit;

    for (size_t k = 0; k < audit->count; k++)
        if (audit->parts[k].stated && is_made(audit->parts[k].stated->role))
            compare_part(rebuilding, &audit->parts[k], archive);
    compare_manifest(rebuilding, archive);
}

bool rebuilding_compare(void *user, const struct made *made)
{
    struct rebuilding *rebuilding = user;
    const struct statement *statement = rebuilding->verification->statement;
    const struct jixiao_archive_options options = {
        .previous = rebuilding->previous };
    struct archiving archiving = { .jixiao = rebuilding->jixiao,
        .set = rebuilding->set, .options = &options,
        .findings = rebuilding->found, .made = made,
        .name = untrusted_xml_attribute(xmlDocGetRootElement(
            statement->tree), "name") };
    bool good = make(&archiving, statement);

    if (good) {
        compare_all(rebuilding, archiving.archive);
        compare_fonts(rebuilding, made->use);
    }
    archiving_end(&archiving);
    return good;
}
