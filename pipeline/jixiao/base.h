#ifndef JIXIAO_BASE_H
#define JIXIAO_BASE_H

/* Words and handles that all parts of jixiao.h share. */

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#if defined(__GNUC__)
#define JIXIAO_API __attribute__((visibility("default")))
#else
#define JIXIAO_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

enum jixiao_language { JIXIAO_ZH, JIXIAO_EN, JIXIAO_LANGUAGE_COUNT };

/* The worst open level of a run, a hint aside, is its exit status. */
enum jixiao_level {
    JIXIAO_HINT,                /* never changes the status */
    JIXIAO_WARNING,
    JIXIAO_ERROR,               /* in the data */
    JIXIAO_USAGE,               /* in how the program or library is used */
    JIXIAO_SYSTEM               /* a file, a folder or memory failed */
};

struct jixiao;                  /* editions and formats, ready for use */
struct jixiao_findings;         /* what there is to say, in order */
struct jixiao_set;              /* one data file, checked and completed */
struct jixiao_rules;            /* of an edition */
struct jixiao_files;            /* the files of a set, in memory */
struct jixiao_verification;     /* an archive that was read back */
struct jixiao_comparison;       /* what differs between two sets */
struct jixiao_draft;            /* a data file that is being edited */
struct jixiao_report;           /* findings being reported */
struct jixiao_record;           /* what a run knows of one data file */
struct jixiao_summary;          /* the records of many */

/* Prepares the libraries, once in a process, before any thread starts. */
JIXIAO_API void jixiao_setup(void);

/* "错误", "error". */
JIXIAO_API const char *jixiao_level_name(enum jixiao_level level,
    enum jixiao_language language);

/* The level of that English name; false if there is none. */
JIXIAO_API bool jixiao_level_parse(const char *name,
    enum jixiao_level *level);

#ifdef __cplusplus
}
#endif

#endif
