#ifndef JIXIAO_H
#define JIXIAO_H

/*
 * jixiao: from one data file to the whole submission.
 *
 * The command line uses the library through this header alone, and so may a
 * system that embeds it:
 *
 *     jixiao_setup();
 *     struct jixiao_findings *findings = jixiao_findings_new();
 *     struct jixiao *jixiao = jixiao_open(NULL, findings);
 *     struct jixiao_set *set = jixiao_read_bytes(jixiao, "data.json", bytes,
 *         length, NULL, findings);
 *     struct jixiao_files *files = set ? jixiao_make(jixiao, set,
 *         &(struct jixiao_build){ .formats = "html" }, findings) : NULL;
 *     for (size_t k = 0; k < jixiao_files_count(files); k++)
 *         ... jixiao_files_get(files, k) ...
 *
 * Text:      UTF-8.  Of a text in all languages, the one of a language is at
 *            its number: finding.text[JIXIAO_ZH].
 * Ownership: what a function named _new, _open, _read, _make or _begin gives
 *            is the caller's, to be freed with the function that its comment
 *            names; what a *_get() fills in, and every string in it, is
 *            borrowed from the handle that it was asked of.  A set lives no
 *            longer than the jixiao that it was read with.
 * Errors:    everything that is wrong is in the findings, once; NULL or false
 *            only says that there is nothing to go on with.  Running out of
 *            memory is a finding, too; findings == NULL is not allowed.
 * Threads:   jixiao_setup() once; then each thread with a jixiao and findings
 *            of its own.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define JIXIAO_API __attribute__((visibility("default")))
#else
#define JIXIAO_API
#endif

#define JIXIAO_VERSION "0.1.0"

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

/* ---- findings -------------------------------------------------------- */

struct jixiao_finding {
    const char *code;           /* "A04", "J016" */
    enum jixiao_level level;
    const char *file;           /* as the caller named it; NULL if none */
    unsigned line, column;      /* from 1, a column being one code point; 0 */
    const char *pointer;        /* RFC 6901; NULL if none */
    const char *attachment;     /* where it is printed, "附件1"; NULL */
    const char *where;          /* the place as a person says it, or NULL */
    const char *found;          /* the value there, as printed, or NULL */
    const char *expected;       /* the value that should be there, or NULL */
    const char *text[JIXIAO_LANGUAGE_COUNT];
    const char *basis;          /* standard, form or arithmetic; "" */
    const char *answer;         /* the explanation given, or NULL: open */
};

/* NULL: out of memory.  Freed with jixiao_findings_free(), NULL allowed. */
JIXIAO_API struct jixiao_findings *jixiao_findings_new(void);
JIXIAO_API void jixiao_findings_free(struct jixiao_findings *findings);

JIXIAO_API size_t jixiao_findings_count(
    const struct jixiao_findings *findings);
JIXIAO_API void jixiao_findings_get(const struct jixiao_findings *findings,
    size_t k, struct jixiao_finding *finding);

/* Findings to come keep what stands in the file around their places, for a
 * report as text that shows it. */
JIXIAO_API void jixiao_findings_keep_lines(struct jixiao_findings *findings);

/* By file, attachment, line, column and code. */
JIXIAO_API void jixiao_findings_sort(struct jixiao_findings *findings);

/* The worst level still open, JIXIAO_HINT if there is nothing worse. */
JIXIAO_API enum jixiao_level jixiao_findings_worst(
    const struct jixiao_findings *findings);

/* Which file the findings to come are about; NULL: none. */
JIXIAO_API void jixiao_findings_set_file(struct jixiao_findings *findings,
    const char *file);

/*
 * Add a finding of the program's own codes (jixiao_codes_get()): pairs of a
 * placeholder of its sentence and the text for it, closed by NULL.  Between
 * names that a text lists stands U+001F, for the comma of each language.
 * Nothing where there is no such code.
 */
JIXIAO_API void jixiao_findings_add(struct jixiao_findings *findings,
    const char *code, ...) __attribute__((sentinel));

/* Add copies of all of other, each about its own file; those that have none
 * are about that of the list. */
JIXIAO_API void jixiao_findings_append(struct jixiao_findings *findings,
    const struct jixiao_findings *other);

JIXIAO_API void jixiao_findings_out_of_memory(
    struct jixiao_findings *findings);

/* ---- editions and their rules ---------------------------------------- */

/* data_dir holds schemas/ and stylesheets/ to use instead of those that are
 * built in; NULL for these.  It is borrowed.  Editions are compiled when the
 * first file asks for them, and kept.  Freed with jixiao_close(). */
JIXIAO_API struct jixiao *jixiao_open(const char *data_dir,
    struct jixiao_findings *findings);
JIXIAO_API void jixiao_close(struct jixiao *jixiao);    /* NULL is allowed */

enum jixiao_change_kind {
    JIXIAO_RULE_DISABLE,        /* it is left out */
    JIXIAO_RULE_LEVEL,
    JIXIAO_RULE_PARAMETER
};

struct jixiao_rule_change {
    enum jixiao_change_kind kind;
    const char *code;
    enum jixiao_level level;    /* of JIXIAO_RULE_LEVEL */
    const char *name, *value;   /* of JIXIAO_RULE_PARAMETER */
};

/*
 * Change the rules of every edition that is opened from now on, one change
 * after the other; they are borrowed.  An edition that has no such rule or
 * parameter cannot be opened then: what needs it gives NULL, with findings of
 * JIXIAO_USAGE that have no file.
 */
JIXIAO_API void jixiao_change_rules(struct jixiao *jixiao,
    const struct jixiao_rule_change *changes, size_t count);

enum jixiao_rule_kind {
    JIXIAO_RULE_CHECK,          /* by checks of its own */
    JIXIAO_RULE_FORMULA,        /* by formulas, and checks if any */
    JIXIAO_RULE_CONSTRUCTED,    /* it cannot be broken */
    JIXIAO_RULE_UNDECIDED       /* the data does not tell */
};

struct jixiao_rule {
    const char *code;
    enum jixiao_level level, usual_level;   /* usual: of the edition */
    enum jixiao_rule_kind kind;
    bool disabled;
    const char *title[JIXIAO_LANGUAGE_COUNT];
    const char *reason[JIXIAO_LANGUAGE_COUNT];  /* why it has no check; "" */
    const char *basis;
    const char *passes, *fails; /* JSON of the smallest examples; "" */
};

struct jixiao_rule_parameter {
    const char *name, *value, *usual;
    const char *text[JIXIAO_LANGUAGE_COUNT];
};

/* Visits the names of the editions that there are, by their bytes.  False, with
 * a finding, where memory runs out. */
typedef void jixiao_name_visitor(void *user, const char *name);

JIXIAO_API bool jixiao_editions(struct jixiao *jixiao,
    jixiao_name_visitor *visit, void *user, struct jixiao_findings *findings);

/* The name of an edition, NULL being the last one that there is; NULL, with
 * findings, where it cannot be used. */
JIXIAO_API const char *jixiao_edition_name(struct jixiao *jixiao,
    const char *edition, struct jixiao_findings *findings);

/* The rules of an edition (NULL: the last one), as they are changed; borrowed
 * from the jixiao.  NULL, with findings, where it cannot be used. */
JIXIAO_API const struct jixiao_rules *jixiao_rules(struct jixiao *jixiao,
    const char *edition, struct jixiao_findings *findings);

/* False after the last. */
JIXIAO_API bool jixiao_rules_get(const struct jixiao_rules *rules, size_t k,
    struct jixiao_rule *rule);

/* The n-th parameter of the k-th rule; false after the last. */
JIXIAO_API bool jixiao_rules_get_parameter(const struct jixiao_rules *rules,
    size_t k, size_t n, struct jixiao_rule_parameter *parameter);

/* What the program itself can find, whatever the edition. */
struct jixiao_code {
    const char *code;
    enum jixiao_level level;
    const char *text[JIXIAO_LANGUAGE_COUNT];    /* with {placeholders} */
    const char *basis;
    const char *fails, *passes; /* data with such a fault and without it, as
                                   an example; "" where there is none */
};

/* False after the last. */
JIXIAO_API bool jixiao_codes_get(size_t k, struct jixiao_code *code);

/* A member that a data file of an edition may have. */
struct jixiao_member {
    const char *path;           /* "staffing.total", "projects[].name" */
    const char *title, *description;    /* NULL if none; and so on */
    const char *type, *unit, *asked, *place;
};

typedef void jixiao_member_visitor(void *user,
    const struct jixiao_member *member);

/* The title and description of an edition (NULL: the last one) as a member
 * whose path is "", then its members in the order of the schema. */
JIXIAO_API bool jixiao_members(struct jixiao *jixiao, const char *edition,
    jixiao_member_visitor *visit, void *user,
    struct jixiao_findings *findings);

/* The JSON Schema of an edition (NULL: the last one) as one document; freed
 * with free(). */
JIXIAO_API char *jixiao_schema(struct jixiao *jixiao, const char *edition,
    struct jixiao_findings *findings);

/* ---- paged formats --------------------------------------------------- */

enum jixiao_pdf_level {
    JIXIAO_PDF_1B,              /* PDF/A-1b, ISO 19005-1, GB/T 23286.1 */
    JIXIAO_PDF_2A               /* PDF/A-2a, ISO 19005-2, and PDF/UA-1 */
};

struct jixiao_paper {
    const char *const *font_folders;    /* before the system's; borrowed */
    size_t font_folder_count;
    bool strict_fonts;          /* a font that stands in is an error */
    enum jixiao_pdf_level pdf_level;
};

/* How the paged formats are made from now on; to be said before the first set
 * is built. */
JIXIAO_API void jixiao_set_paper(struct jixiao *jixiao,
    const struct jixiao_paper *paper);

#define JIXIAO_DIGEST_SIZE 65   /* hexadecimal digits and the NUL */

/* What the paged formats hang on beside the data and the edition: the paper and
 * the font files of this machine, each by its path, size and date.  False, with
 * a finding, where memory runs out. */
JIXIAO_API bool jixiao_paper_digest(const struct jixiao *jixiao,
    char text[JIXIAO_DIGEST_SIZE], struct jixiao_findings *findings);

/* ---- data files ------------------------------------------------------ */

/*
 * Check sets that are read from now on as filings of the attachments that only
 * names alone (as below; it is borrowed), or of all where it is NULL: of other
 * attachments nothing is asked for and nothing is found, nor what comes of
 * comparing with them.  and_stated: those of which the data states something
 * are filed, too.  Where a name is unknown reading gives NULL, with findings of
 * JIXIAO_USAGE.
 */
JIXIAO_API void jixiao_select(struct jixiao *jixiao, const char *only,
    bool and_stated);

/*
 * Read, check and complete one data file.  NULL where it has no shape to go
 * on with; findings of formulas, references and rules do not stop it.
 * previous is last year's set, for rules that compare with it, or NULL; it is
 * borrowed for this call.  Freed with jixiao_set_free().
 */
JIXIAO_API struct jixiao_set *jixiao_read(struct jixiao *jixiao,
    const char *path, const struct jixiao_set *previous,
    struct jixiao_findings *findings);

/* The same of bytes; name is what findings and the set's folder call it. */
JIXIAO_API struct jixiao_set *jixiao_read_bytes(struct jixiao *jixiao,
    const char *name, const char *bytes, size_t length,
    const struct jixiao_set *previous, struct jixiao_findings *findings);

/* Last year's file: its shape is checked and what follows from its figures is
 * filled in; of what it states nothing is found, it was filed as it is. */
JIXIAO_API struct jixiao_set *jixiao_read_previous(struct jixiao *jixiao,
    const char *path, struct jixiao_findings *findings);

/* The same of bytes. */
JIXIAO_API struct jixiao_set *jixiao_read_previous_bytes(
    struct jixiao *jixiao, const char *name, const char *bytes,
    size_t length, struct jixiao_findings *findings);
JIXIAO_API void jixiao_set_free(struct jixiao_set *set);    /* NULL allowed */

JIXIAO_API const char *jixiao_set_edition(const struct jixiao_set *set);

/* ---- data files for a new year ---------------------------------------- */

struct jixiao_first {
    const char *edition;        /* NULL: the last one that is built in */
    bool full;                  /* with all that a data file may hold, not only
                                   what the forms ask for */
    const char *path;           /* where it will be; NULL: in this folder */
    bool without_blanks;        /* what is to be filled in is not stated, where
                                   it need not be */
};

/* The bytes of a first data file, blank where a person fills in; freed with
 * free().  NULL, with findings, where the edition cannot be used.  Its member
 * $schema names the file of the schema as seen from its own place. */
JIXIAO_API char *jixiao_new(struct jixiao *jixiao,
    const struct jixiao_first *first, size_t *length,
    struct jixiao_findings *findings);

/*
 * The bytes of the data file that follows last year's, which
 * jixiao_read_previous() has read; freed with free().  What becomes of each
 * member says the schema (x-next); what stays keeps its bytes.  path is where
 * it will be, or NULL.  The findings say what was emptied and what is to be
 * looked at, in that file, or in last year's where there is no path.  NULL
 * where it cannot be made.
 */
JIXIAO_API char *jixiao_next(struct jixiao *jixiao,
    const struct jixiao_set *last, const char *path, size_t *length,
    struct jixiao_findings *findings);

/* Writes a new file, whole or not at all; where there is something of that
 * name, nothing is written, with a finding of JIXIAO_USAGE. */
JIXIAO_API bool jixiao_save(const char *path, const char *bytes,
    size_t length, struct jixiao_findings *findings);

/* ---- workbooks --------------------------------------------------------- */

/*
 * A set as a workbook (.xlsx) to be filled in, a sheet for each attachment: the
 * bytes, freed with free().  NULL, with findings, where a value has no room in
 * a cell.  The same set gives the same bytes.
 */
JIXIAO_API char *jixiao_sheet(const struct jixiao_set *set, size_t *length,
    struct jixiao_findings *findings);

/* A workbook of jixiao_sheet() that was filled in, as the bytes of a data file;
 * freed with free().  NULL, with findings that name sheets and cells, where
 * anything in it cannot be read, or has not the shape of its edition. */
JIXIAO_API char *jixiao_sheet_read(struct jixiao *jixiao, const char *path,
    size_t *length, struct jixiao_findings *findings);

/* ---- intermediates ---------------------------------------------------- */

/* submission.xml (schemas/common/submission.rng); freed with free(). */
JIXIAO_API char *jixiao_print_submission(const struct jixiao_set *set,
    size_t *length, struct jixiao_findings *findings);

/*
 * document.xml (schemas/common/document.rng) of the attachments that only
 * names: ids or kinds joined by commas, such as 附件2,附件4-1; NULL for all.
 * Freed with free().  NULL where a stylesheet fails or a name is unknown.
 */
JIXIAO_API char *jixiao_print_document(const struct jixiao_set *set,
    const char *only, size_t *length, struct jixiao_findings *findings);

/* Checks both of a set against their grammars, and what formulas and rules give
 * against what libxml2 makes of them; what differs is findings. */
JIXIAO_API bool jixiao_verify(struct jixiao *jixiao,
    const struct jixiao_set *set, struct jixiao_findings *findings);

/* ---- files ----------------------------------------------------------- */

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
    const char *only;           /* attachments, as above; NULL: all */
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

/* ---- files that come back ---------------------------------------------- */

struct jixiao_pull_options {
    const char *const *paths;   /* Word files (.docx, Flat OPC); borrowed */
    size_t count;
    bool original;              /* as if tracked changes were never made, not
                                   as if all were accepted */
};

struct jixiao_pulled {
    size_t count;               /* values that were edited */
    char *patch;                /* RFC 6902; freed with free() */
    size_t patch_length;
    char *data;                 /* the bytes of the data file with the edits;
                                   freed with free() */
    size_t data_length;
};

/*
 * Takes what persons have edited in Word files of a set back to its data.  What
 * cannot be taken is findings about the file that it is in: words that cannot
 * be read as the value that they stand for, values that follow from others,
 * words that are none, rows and paragraphs that came or went.  No rules are
 * asked: the set may be one of jixiao_read_previous().  False where nothing can
 * be compared; then there is nothing to free.
 */
JIXIAO_API bool jixiao_pull(struct jixiao *jixiao,
    const struct jixiao_set *set, const struct jixiao_pull_options *options,
    struct jixiao_pulled *pulled, struct jixiao_findings *findings);

/* The same of what a workbook of jixiao_sheet() states otherwise than the set;
 * or, where into is not NULL, of a list of indicators that another system has
 * written (.xlsx, .csv, .tsv), for an entry by its path, such as
 * projects.farmland. */
JIXIAO_API bool jixiao_sheet_pull(struct jixiao *jixiao,
    const struct jixiao_set *set, const char *path, const char *into,
    struct jixiao_pulled *pulled, struct jixiao_findings *findings);

/*
 * Writes a data file anew, whole or not at all, where it still has the bytes
 * that the set was read of; else nothing is written, with a finding.
 */
JIXIAO_API bool jixiao_replace(const struct jixiao_set *set,
    const char *bytes, size_t length, struct jixiao_findings *findings);

/* ---- data that is edited in its form ---------------------------------- */

/*
 * A data file that a person fills in where its forms print it.  After each
 * change it is checked, and a form is made again when it is asked for: what is
 * told of a draft is told of it as it is now, and is borrowed until the next
 * change.
 *
 * What is changed is the text of the file: the bytes of the values in question,
 * and no others.  Every change is kept in a journal beside the file before
 * the function returns, and read back when the file is opened again, until it
 * is saved.
 */

/* NULL, with findings, where the file is no JSON or names no edition that can be
 * used, or where somebody else edits it.  The path is copied; previous is as of
 * jixiao_read(), and borrowed as long as the draft is open.  Freed with
 * jixiao_draft_close(), NULL allowed, which keeps the journal of what was not
 * saved. */
JIXIAO_API struct jixiao_draft *jixiao_draft_open(struct jixiao *jixiao,
    const char *path, const struct jixiao_set *previous,
    struct jixiao_findings *findings);
JIXIAO_API void jixiao_draft_close(struct jixiao_draft *draft);

struct jixiao_draft_state {
    unsigned long revision;     /* another one after each change */
    const char *path, *title;   /* title: "" where there is no form */
    bool has_form;              /* the data has the shape of its edition; a
                                   draft that had none when it was opened has
                                   no attachments until then */
    bool is_changed;            /* since it was saved */
    bool is_stale;              /* the file is another one by now */
    size_t undo, redo;          /* steps */
    size_t recovered;           /* steps that were read back when it was
                                   opened */
};

/* Looks at the file, too. */
JIXIAO_API void jixiao_draft_get(struct jixiao_draft *draft,
    struct jixiao_draft_state *state);

/* What was found in the data as it is now, sorted. */
JIXIAO_API const struct jixiao_findings *jixiao_draft_findings(
    const struct jixiao_draft *draft);

/* The id of the attachment that shows what the k-th finding is about; NULL for
 * none. */
JIXIAO_API const char *jixiao_draft_shown_in(
    const struct jixiao_draft *draft, size_t k);

struct jixiao_draft_attachment {
    const char *id, *title;
    size_t open[JIXIAO_ERROR + 1];      /* findings that are, by level */
};

/* False after the last. */
JIXIAO_API bool jixiao_draft_get_attachment(const struct jixiao_draft *draft,
    size_t k, struct jixiao_draft_attachment *attachment);

/* A list that entries may be added to, or a map, which has no attachment of its
 * own: its entries are printed where a text quotes them. */
struct jixiao_draft_list {
    const char *pointer, *title;
    const char *attachment;     /* the id of that which it belongs to; NULL:
                                   none or several */
    size_t count;               /* of its entries */
    bool is_map;
};

JIXIAO_API bool jixiao_draft_get_list(const struct jixiao_draft *draft,
    size_t k, struct jixiao_draft_list *list);

enum jixiao_draft_op {
    JIXIAO_DRAFT_SET,           /* words, as the form would have them: 1,200元,
                                   95.5%, 2025年4月18日; blank: not stated */
    JIXIAO_DRAFT_TEXT,          /* words, with references as data has them */
    JIXIAO_DRAFT_NULL,          /* blank on purpose */
    JIXIAO_DRAFT_CLEAR,         /* not stated any longer */
    JIXIAO_DRAFT_INSERT,        /* a new entry in front of that one */
    JIXIAO_DRAFT_REMOVE,
    JIXIAO_DRAFT_MOVE,          /* the entry at `from` to that place */
    JIXIAO_DRAFT_NONE,          /* a list that has no entries, stated so */
    JIXIAO_DRAFT_QUOTE,         /* a figure of a text, as a reference */
    JIXIAO_DRAFT_ANSWER         /* words that explain what a rule finds there;
                                   blank: none any longer */
};

struct jixiao_draft_change {
    enum jixiao_draft_op op;
    const char *pointer;
    const char *words;          /* of SET, TEXT and ANSWER; of INSERT into a
                                   map (its pointer and /-): what the entry is
                                   called, as its first member has it */
    const char *code;           /* of ANSWER: the rule's */
    const char *figure, *reference;     /* of QUOTE; the reference as
                                   jixiao_draft_search() gives it */
    const char *from;           /* of MOVE, in the same list */
    const char *kind;           /* of INSERT: the member that the entry is there
                                   for; NULL: a text, or all it has to have */
    bool against;               /* of SET and TEXT: also what a formula gives */
};

/*
 * Makes all changes, as one step, or none.  False where one of them cannot be
 * made, or where the data would lose its shape: refused says which, by pointer.
 * understood gets hints of what words were taken for.  join: it becomes a part
 * of the step before it.
 */
JIXIAO_API bool jixiao_draft_change(struct jixiao_draft *draft,
    const struct jixiao_draft_change *changes, size_t count, bool join,
    struct jixiao_findings *understood, struct jixiao_findings *refused);

/* A step back, or forth again.  False, with a finding, where it cannot be kept;
 * where there is none, nothing happens. */
JIXIAO_API bool jixiao_draft_undo(struct jixiao_draft *draft,
    struct jixiao_findings *findings);
JIXIAO_API bool jixiao_draft_redo(struct jixiao_draft *draft,
    struct jixiao_findings *findings);

/* Writes the file, whole or not at all, and drops the journal.  False, with a
 * finding, where it is another file by now and overwrite is not set. */
JIXIAO_API bool jixiao_draft_save(struct jixiao_draft *draft, bool overwrite,
    struct jixiao_findings *findings);

/* An attachment as a part of a page (stylesheets/edit/article.xsl), and the
 * style of all (typography.xsl); freed with free().  NULL, with findings where
 * something is wrong, and without where there is no such attachment. */
JIXIAO_API char *jixiao_draft_html(struct jixiao_draft *draft,
    const char *attachment, size_t *length,
    struct jixiao_findings *findings);
JIXIAO_API char *jixiao_draft_css(struct jixiao_draft *draft, size_t *length,
    struct jixiao_findings *findings);

enum jixiao_draft_value_state {
    JIXIAO_DRAFT_STATED,
    JIXIAO_DRAFT_BLANK,         /* null */
    JIXIAO_DRAFT_ABSENT,
    JIXIAO_DRAFT_DERIVED,
    JIXIAO_DRAFT_OVERRIDDEN     /* stated where a formula gives a value */
};

/* Strings that there are none of are NULL. */
struct jixiao_draft_place {
    const char *pointer, *title, *description, *where;
    const char *type;           /* amount, rate, ..., or choice, list, object */
    const char *unit, *shown_unit;
    enum jixiao_draft_value_state state;
    const char *formula;        /* in words */
    const char *words;          /* what would state it again */
    const char *source;         /* of a text, with references */
    const char *list;           /* that it is in an entry of */
    size_t index;               /* of that entry */
    size_t count;               /* of a list */
};

typedef void jixiao_draft_place_visitor(void *user,
    const struct jixiao_draft_place *place);

/* A choice, or a kind of entries: what is said, and what it is called. */
typedef void jixiao_draft_choice_visitor(void *user, const char *name,
    const char *title);

/* What there is to know of a place; choices are those of a value, or the kinds
 * of a list's entries where there are several.  False where the edition has no
 * such place, or, with a finding, memory ran out. */
JIXIAO_API bool jixiao_draft_look(struct jixiao_draft *draft,
    const char *pointer, jixiao_draft_place_visitor *visit,
    jixiao_draft_choice_visitor *choose, void *user,
    struct jixiao_findings *findings);

/* A value that a text may quote. */
struct jixiao_draft_value {
    const char *reference;      /* what goes between the braces */
    const char *title, *where, *words;
};

typedef void jixiao_draft_value_visitor(void *user,
    const struct jixiao_draft_value *value);

/* Values whose places have all of some words in them, at most so many. */
JIXIAO_API bool jixiao_draft_search(struct jixiao_draft *draft,
    const char *words, size_t most, jixiao_draft_value_visitor *visit,
    void *user, struct jixiao_findings *findings);

/* Builds the set of the draft as it is now, saved or not: jixiao_build(). */
JIXIAO_API bool jixiao_draft_build(struct jixiao_draft *draft,
    const struct jixiao_build *build, struct jixiao_outcome *outcome,
    struct jixiao_findings *findings);

/* ---- archives -------------------------------------------------------- */

struct jixiao_archive_options {
    const char *output;         /* folder; the archive gets a new one in it */
    const char *folder;         /* its name; NULL: that of the data file */
    bool zip;                   /* the same as a ZIP beside it, too */
    const struct jixiao_set *previous;  /* that the set was compared with, or
                                           NULL */
    const char *const *added;   /* files that belong to it, such as scans of
                                   what was signed */
    size_t added_count;
    const char *supersedes;     /* the archive that this one replaces: its
                                   folder or ZIP; NULL: none */
    bool as_filed;              /* also with errors that are open */
};

/*
 * Writes what is kept of a set for thirty years, or nothing: its attachments
 * as PDF, the check report, the data as it was, what it was made with, and a
 * manifest of all of it (schemas/common/archive.rng), on paper, too.  Where
 * errors are open it is refused, unless as_filed, and so it is where there is
 * an archive of that name.  The findings so far, which are sorted, stand in
 * the check report and in the manifest.  The same set gives the same bytes.
 */
JIXIAO_API bool jixiao_archive(struct jixiao *jixiao,
    const struct jixiao_set *set,
    const struct jixiao_archive_options *options,
    struct jixiao_outcome *outcome, struct jixiao_findings *findings);

/* ---- archives read back ---------------------------------------------- */

enum jixiao_part_state {
    JIXIAO_PART_WHOLE,          /* there, and every byte as it was */
    JIXIAO_PART_CHANGED,
    JIXIAO_PART_MISSING,
    JIXIAO_PART_RENAMED,        /* there, under another name */
    JIXIAO_PART_ADDED,          /* not in the manifest */
    JIXIAO_PART_UNREADABLE,
    JIXIAO_PART_STATE_COUNT
};

/* What came of making a file again. */
enum jixiao_part_rebuilt {
    JIXIAO_PART_NOT_REBUILT,
    JIXIAO_PART_REBUILT_SAME,   /* every byte as in the archive */
    JIXIAO_PART_REBUILT_OTHER
};

/* A file of an archive. */
struct jixiao_part {
    const char *path;           /* in the archive, its steps parted by "/" */
    const char *now;            /* JIXIAO_PART_RENAMED: its path now, or NULL */
    enum jixiao_part_state state;
    const char *pdf_level;      /* "1B", as a PDF states it; NULL */
    enum jixiao_part_rebuilt rebuilt;
};

struct jixiao_archive_check {
    const char *trust;          /* a file of certificates (PEM), by which
                                   signatures and time stamps are judged; NULL:
                                   only whether they fit is looked at */
    bool rebuild;               /* of an archive that is whole, make all
                                   files but those that were given again from
                                   the data and rules in it, and compare them;
                                   fonts are found as jixiao_set_paper() says */
};

/*
 * Read back an archive, a folder or a ZIP file of jixiao archive, without
 * trusting it: whether all files are there and unchanged, none is there
 * besides, PDF files state their level, and a signature (manifest.p7s) or time
 * stamp (manifest.tsr) fits.  Nothing is unpacked or written.  What differs is
 * findings of JIXIAO_ERROR, what cannot be read of JIXIAO_SYSTEM; NULL where
 * there is no manifest to compare with.  Freed with
 * jixiao_verification_free(), NULL allowed.
 */
JIXIAO_API struct jixiao_verification *jixiao_archive_verify(
    struct jixiao *jixiao, const char *path,
    const struct jixiao_archive_check *check,
    struct jixiao_findings *findings);
JIXIAO_API void jixiao_verification_free(
    struct jixiao_verification *verification);

/* In the manifest's order, then what is added; false after the last. */
JIXIAO_API bool jixiao_verification_get(
    const struct jixiao_verification *verification, size_t k,
    struct jixiao_part *part);

/* ---- comparisons ----------------------------------------------------- */

/*
 * A set as it was filed, to be compared with another one: a data file, or what
 * keeps one, the folder of a set or an archive, a folder or a ZIP file.  Its
 * shape is checked and what follows is filled in; else nothing is found of it.
 */
JIXIAO_API struct jixiao_set *jixiao_read_filed(struct jixiao *jixiao,
    const char *path, struct jixiao_findings *findings);

/* The same of bytes; name is what it is called. */
JIXIAO_API struct jixiao_set *jixiao_read_filed_bytes(struct jixiao *jixiao,
    const char *name, const char *bytes, size_t length,
    struct jixiao_findings *findings);

/*
 * What has changed from one set to the other, each of jixiao_read_filed(), or
 * of jixiao_read().
 * Entries of lists are known by their id or name, others by what they say.
 * NULL, with a finding, where the editions differ.  The sets are borrowed.
 * Freed with jixiao_comparison_free(), NULL allowed.
 */
JIXIAO_API struct jixiao_comparison *jixiao_compare(
    const struct jixiao_set *old, const struct jixiao_set *new_set,
    struct jixiao_findings *findings);
JIXIAO_API void jixiao_comparison_free(struct jixiao_comparison *comparison);

/* How many changes make the data of the one that of the other; 0: both say the
 * same. */
JIXIAO_API size_t jixiao_comparison_count(
    const struct jixiao_comparison *comparison);

struct jixiao_redline {
    const char *output;         /* the folder of the files */
    const char *formats;        /* names by commas; NULL: the usual ones */
    const char *author;         /* of the changes; NULL: who files the set */
    const char *date;           /* of the changes, ISO 8601; NULL: the day that
                                   the set's files are dated by */
    const char *reason;         /* why, for the notice; NULL: the data's own
                                   reasons alone */
    bool verify;                /* what is made on the way, too */
};

/* Writes the attachments that say something else in the new set than in the
 * old one, with what came and what went marked, and a notice of what was
 * corrected: all files or none.  False, with a hint, where they all say the
 * same.  The folder in the outcome stays NULL. */
JIXIAO_API bool jixiao_redline(struct jixiao *jixiao,
    const struct jixiao_comparison *comparison,
    const struct jixiao_redline *how, struct jixiao_outcome *outcome,
    struct jixiao_findings *findings);

/* ---- records of many files --------------------------------------------- */

/*
 * What a run knows of one data file when it is done with it: who filed it, the
 * figures that a summary shows, what was found, and sketches of its texts.  set
 * is NULL where it did not get so far, folder where no files were made.
 * findings are those of the file; they may change afterwards.  NULL, with
 * findings in faults, where memory runs out or the edition's summary.json cannot
 * be used.  Freed with jixiao_record_free(), NULL allowed.
 */
JIXIAO_API struct jixiao_record *jixiao_record(const char *path,
    const struct jixiao_set *set, const char *folder,
    const struct jixiao_findings *findings, struct jixiao_findings *faults);
JIXIAO_API void jixiao_record_free(struct jixiao_record *record);

/* The record as text, for another process or run: one line of JSON
 * (schemas/common/record.schema.json) with its line feed; freed with free().
 * The same record gives the same bytes. */
JIXIAO_API char *jixiao_record_print(const struct jixiao_record *record,
    size_t *length, struct jixiao_findings *faults);

/* Such a text read back, the line-th, from 1, of the file that the findings are
 * about.  NULL, with findings, where it is none. */
JIXIAO_API struct jixiao_record *jixiao_record_parse(struct jixiao *jixiao,
    const char *bytes, size_t length, unsigned line,
    struct jixiao_findings *findings);

/* ---- summaries of many files -------------------------------------------- */

/* NULL: out of memory.  Freed with jixiao_summary_free(), NULL allowed. */
JIXIAO_API struct jixiao_summary *jixiao_summary_new(
    struct jixiao_findings *findings);
JIXIAO_API void jixiao_summary_free(struct jixiao_summary *summary);

/* Takes the record over, whether it succeeds or not.  The order does not
 * matter; of several records of one data file that of the last one counts. */
JIXIAO_API bool jixiao_summary_add(struct jixiao_summary *summary,
    struct jixiao_record *record, struct jixiao_findings *findings);

/* Adds all records of a file that jixiao_summary_write() has written (.jsonl),
 * or of such files in a folder.  False, with findings, where some are none; the
 * others are added all the same. */
JIXIAO_API bool jixiao_summary_read(struct jixiao *jixiao,
    struct jixiao_summary *summary, const char *path,
    struct jixiao_findings *findings);

/* Once all are added: adds up, and finds what units have in common that should
 * not: data files of one unit and year, sets and texts that are nearly the
 * same.  False, with findings, where memory runs out or the edition cannot be
 * used: the summary is none to be printed or written. */
JIXIAO_API bool jixiao_summary_finish(struct jixiao *jixiao,
    struct jixiao_summary *summary, struct jixiao_findings *findings);

struct jixiao_summary_file {
    const char *path;           /* its end tells which kind it is to be */
    bool is_circular;           /* what a bureau sends to all units, on paper,
                                   instead of a table */
    bool verify;                /* what is made on the way, too */
};

/* Whether the name of a file tells which kind it is to be, and no data file has
 * it, a .json or .jsonl that no summary has written, and of a circular, which
 * people fill in, whether nothing has it; else a finding of JIXIAO_USAGE. */
JIXIAO_API bool jixiao_summary_check(const struct jixiao_summary_file *file,
    struct jixiao_findings *findings);

/* Writes a file, whole or not at all, in place of one that is there. */
JIXIAO_API bool jixiao_summary_write(struct jixiao *jixiao,
    const struct jixiao_summary *summary,
    const struct jixiao_summary_file *file,
    struct jixiao_findings *findings);

/* The totals by level and by rule. */
JIXIAO_API void jixiao_summary_print(const struct jixiao_summary *summary,
    enum jixiao_language language, FILE *out);

/* ---- reports --------------------------------------------------------- */

enum jixiao_report_kind {
    JIXIAO_REPORT_TEXT,         /* lines for people, and a summary */
    JIXIAO_REPORT_JSON,         /* schemas/common/report.schema.json */
    JIXIAO_REPORT_SARIF,        /* SARIF 2.1.0 */
    JIXIAO_REPORT_HTML,         /* a page, of a comparison */
    JIXIAO_REPORT_PATCH         /* JSON Patch (RFC 6902), of a comparison */
};

struct jixiao_report_options {
    enum jixiao_report_kind kind;
    enum jixiao_language language;  /* of text and SARIF; JSON has them all */
    bool brief;                 /* text: the findings alone, no summary */
    bool coloured;              /* text: errors red, warnings yellow */
    bool quiet;                 /* text: of files only those that could not be
                                   checked, and the totals */
    size_t columns;             /* text: so wide are the lines of the file that
                                   findings have kept; 0: none is shown */
};

/* "text", "json", "sarif"; false for any other name: findings make no patch. */
JIXIAO_API bool jixiao_report_parse(const char *name,
    enum jixiao_report_kind *kind);

/* Whether lines on that stream may have colours: a terminal that knows them,
 * and NO_COLOR is not set. */
JIXIAO_API bool jixiao_report_may_colour(FILE *out);

/* NULL: out of memory.  jixiao_report_end() frees it. */
JIXIAO_API struct jixiao_report *jixiao_report_begin(
    const struct jixiao_report_options *options, FILE *out);

/* One data file; set is NULL where it did not get so far.  The findings, which
 * are sorted, may go once this returns. */
JIXIAO_API void jixiao_report_file(struct jixiao_report *report,
    const char *path, const struct jixiao_set *set,
    struct jixiao_findings *findings);

/*
 * What jixiao_report_file() would tell of a data file, as bytes for a process
 * of the same program; freed with free().  NULL where memory runs out.
 */
JIXIAO_API char *jixiao_report_pack(const struct jixiao_set *set,
    struct jixiao_findings *findings, size_t *length);

/* jixiao_report_file() of such bytes, with the findings that are there
 * already: they get those of the bytes, and are sorted.  report NULL: nothing
 * is told.  False where the bytes are not whole, or memory runs out; what there
 * is is told. */
JIXIAO_API bool jixiao_report_packed(struct jixiao_report *report,
    struct jixiao *jixiao, const char *path, const char *bytes,
    size_t length, struct jixiao_findings *findings);

/* One archive that was read back; verification is NULL where there was nothing
 * to compare with.  The findings, which are sorted, may go once this returns. */
JIXIAO_API void jixiao_report_archive(struct jixiao_report *report,
    const char *path, const struct jixiao_verification *verification,
    struct jixiao_findings *findings);

/* faults are findings of the run that concern no file: text leaves them out.
 * False where memory ran out and something is missing.  The jixiao that the
 * sets were read with must still be open. */
JIXIAO_API bool jixiao_report_end(struct jixiao_report *report,
    const struct jixiao_findings *faults);

/*
 * What has changed: as text what was stated otherwise, in words of the forms,
 * and apart from that what follows from it, and of a build the files that are
 * new for it and the findings that went and came; as JSON the same
 * (schemas/common/comparison.schema.json); as a page in HTML, in Chinese; or as
 * a JSON Patch that makes the old data the new.  No other kind.
 */
JIXIAO_API void jixiao_comparison_print(
    const struct jixiao_comparison *comparison,
    const struct jixiao_report_options *options, FILE *out,
    struct jixiao_findings *findings);

/* Each finding as a line of text. */
JIXIAO_API void jixiao_print_findings(const struct jixiao_findings *findings,
    const struct jixiao_report_options *options, FILE *out);

/* Data, and names of files, as they may go to a terminal. */
JIXIAO_API void jixiao_print_text(const char *text,
    enum jixiao_language language, FILE *out);

#ifdef __cplusplus
}
#endif

#endif
