#ifndef JIXIAO_FILES_H
#define JIXIAO_FILES_H

/* The files of a set, in a folder or in memory. */

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

struct jixiao_format {
    const char *name;           /* "docx" */
    const char *extension;      /* ".docx" */
    bool usual;                 /* made where nothing else is asked for */
    const char *title[JIXIAO_LANGUAGE_COUNT];
};

/* False after the last. */
JIXIAO_API bool jixiao_formats_get(size_t k, struct jixiao_format *format);

/* Whether a list of names, joined by commas, is one; false with a finding. */
JIXIAO_API bool jixiao_formats_check(const char *list,
    struct jixiao_findings *findings);

/* Is told what has changed, before anything is written; findings are for memory
 * that runs out, and then the set is written without. */
typedef void jixiao_correction_visitor(void *user,
    const struct jixiao_comparison *comparison,
    struct jixiao_findings *findings);

/* What became of a file of the set. */
enum jixiao_file_change {
    JIXIAO_FILE_NEW,
    JIXIAO_FILE_CHANGED,
    JIXIAO_FILE_SAME,
    JIXIAO_FILE_REMOVED,        /* of the former set, not in this one */
    JIXIAO_FILE_KEPT,           /* the same, but edited since */
    JIXIAO_FILE_LEFT,           /* of a set that this one is part of */
    JIXIAO_FILE_EDITED,         /* the second name of what was edited */
    JIXIAO_FILE_CHANGE_COUNT
};

/* Is told of every file, once all are written. */
typedef void jixiao_written_visitor(void *user, const char *name,
    enum jixiao_file_change change);

struct jixiao_build {
    const char *output;         /* folder; the set gets a folder in it */
    const char *folder;         /* its name; NULL: that of the data file */
    const char *formats;        /* names by commas; NULL: the usual ones */
    const char *only;           /* attachments, by commas; NULL: all */
    bool clean;                 /* no findings marked in the attachments */
    bool overwrite;             /* also what somebody edited, without a copy,
                                   and the set of another unit or period */
    bool verify;                /* what is made on the way, too */
    const char *watched;        /* of a set that is made again and again, a text
                                   of letters and figures that no other build
                                   has: the index page loads itself again once
                                   there is another; NULL */
    const struct jixiao_set *previous;  /* last year's set that this one was
                                   read with, or NULL: so is the former data */
    jixiao_correction_visitor *corrected;       /* where a whole set is there
                                   and was made of other data; NULL */
    void *corrected_user;
    jixiao_written_visitor *written;    /* NULL: nobody asks */
    void *written_user;
};

struct jixiao_outcome {
    char *folder;               /* where the set is; freed with free() */
    size_t counts[JIXIAO_FILE_CHANGE_COUNT];
};

/*
 * The names of the folders for the sets of several data files: each that of
 * the file without its ending, and behind it, for files of one name, that of
 * the folder that the file is in, "data（county）", or of as many folders as
 * tell them apart.  Which files there are matters, and not their order.
 * Each name is freed with free().  False, with findings of JIXIAO_USAGE and
 * nothing to free, where a file is named twice or nothing tells two apart.
 */
JIXIAO_API bool jixiao_folder_names(const char *const *paths, size_t count,
    char **names, struct jixiao_findings *findings);

/*
 * Looks at the folder that jixiao_build() would write the set of a data file
 * to, by build->output and build->folder, and finishes what a killed build
 * began there, with a hint; nothing is made where there is no folder.  False,
 * with findings, where the set is not whole and stays so.  jixiao_build() does
 * the same first.
 */
JIXIAO_API bool jixiao_recover(const char *path,
    const struct jixiao_build *build, struct jixiao_findings *findings);

/* Writes all files of a set, or none.  The findings so far stand in its check
 * report, on its index page and, unless clean, beside the values that they are
 * about; they are sorted.  Where the folder has a set that was made of other
 * data of the unit and year, they tell the correction, too. */
JIXIAO_API bool jixiao_build(struct jixiao *jixiao,
    const struct jixiao_set *set, const struct jixiao_build *build,
    struct jixiao_outcome *outcome, struct jixiao_findings *findings);

/* The same in memory: output is not looked at.  Freed with
 * jixiao_files_free(), NULL allowed. */
JIXIAO_API struct jixiao_files *jixiao_make(struct jixiao *jixiao,
    const struct jixiao_set *set, const struct jixiao_build *build,
    struct jixiao_findings *findings);
JIXIAO_API void jixiao_files_free(struct jixiao_files *files);

struct jixiao_file {
    const char *name;           /* without a folder */
    const void *bytes;
    size_t size;
};

JIXIAO_API size_t jixiao_files_count(const struct jixiao_files *files);
JIXIAO_API struct jixiao_file jixiao_files_get(
    const struct jixiao_files *files, size_t k);

#ifdef __cplusplus
}
#endif

#endif
