/* The formats that a set is made in: their rows, and their stylesheets once
 * they are needed; and the files that were made in memory. */

#include <stdint.h>

#include "8_formats/fonts/font_files.h"
#include "9_bundle/bundle.h"
#include "library/handles.h"
#include "library/made.h"

bool jixiao_open_formats(struct jixiao *jixiao, struct findings *findings)
{
    if (!jixiao->formats)
        jixiao->formats = formats_new(&jixiao->resources,
            &jixiao->paper);
    if (!jixiao->formats)
        findings_out_of_memory(findings);
    return jixiao->formats != NULL;
}

bool jixiao_paper_digest(const struct jixiao *jixiao,
    char text[JIXIAO_DIGEST_SIZE], struct jixiao_findings *findings)
{
    const struct format_options *paper = &jixiao->paper;
    const int32_t numbers[] = { paper->fonts.is_strict, (int32_t)paper->level };
    struct font_files *files = font_files_new(paper->fonts.folders,
        paper->fonts.folder_count);
    struct digest digest;

    if (!files) {
        jixiao_findings_out_of_memory(findings);
        return false;
    }
    digest_begin(&digest);
    digest_add(&digest, numbers, sizeof numbers);
    font_files_digest(files, &digest);
    digest_end(&digest, text);
    font_files_free(files);
    return true;
}

void jixiao_files_free(struct jixiao_files *files)
{
    bundle_free((struct bundle *)files);
}

size_t jixiao_files_count(const struct jixiao_files *files)
{
    return files ? bundle_count((const struct bundle *)files) : 0;
}

struct jixiao_file jixiao_files_get(const struct jixiao_files *files,
    size_t k)
{
    const struct bundle_file file = bundle_get((const struct bundle *)files,
        k);

    return (struct jixiao_file){ file.name, file.bytes, file.size };
}

bool jixiao_formats_get(size_t k, struct jixiao_format *format)
{
    if (k >= FORMAT_COUNT)
        return false;
    *format = (struct jixiao_format){
        .name = format_rows[k].name,
        .extension = format_rows[k].extension,
        .usual = format_rows[k].usual,
        .title = { phrase_text(format_rows[k].title, LANGUAGE_ZH),
            phrase_text(format_rows[k].title, LANGUAGE_EN) } };
    return true;
}

bool jixiao_formats_check(const char *list, struct jixiao_findings *findings)
{
    format_set formats;

    return formats_parse(list, &formats, findings_inside(findings));
}
