#ifndef SUMMARY_RECORD_H
#define SUMMARY_RECORD_H

/*
 * What a run knows of one data file when it is done with it: the record that
 * the summary of many is made of.
 *
 * Text form: one JSON document in one line, schemas/common/record.schema.json;
 *            the same record gives the same bytes.
 * Columns:   which values of the data stand in a summary, and by what names,
 *            says schemas/<edition>/summary.json (columns.h).
 * Ownership: everything in a record is the record's.
 * Units:     value is exact and in the base unit (value.h), text is as the
 *            form prints it, with no unit; both are "" for a blank.
 */

#include "0_base/arena.h"
#include "0_base/buffer.h"
#include "0_base/findings.h"
#include "1_read/json.h"
#include "15_summary/sketch.h"
#include "2_schema/schema.h"

struct record_value {
    const char *name;           /* of the column: "budget" */
    const char *label;          /* its title: "全年预算数" */
    const char *type;           /* value_type_name() */
    const char *unit;           /* "" for none */
    const char *state;          /* state_name() */
    const char *value, *text;
    bool is_identity;           /* it tells one set from another */
};

/* Findings of one code and level. */
struct record_count {
    const char *code;
    enum level level;
    const char *title[LANGUAGE_COUNT];
    size_t open, answered;
};

/* A text that is long enough to be compared. */
struct record_text {
    const char *pointer;
    const char *where;          /* as a person says it, or "" */
    struct sketch sketch;
};

struct record {
    const char *path;           /* of the data file, as the run named it, with
                                   what is not seen shown (unseen.h) */
    const char *digest;         /* of its bytes, SHA-256; "": not read */
    const char *folder;         /* of the set's files; "": none was made */
    const char *edition;        /* "": it has no shape */
    const char *program;
    enum level status;          /* the worst open level */
    struct record_value *values;
    size_t value_count;
    struct record_count *counts;        /* by level from the worst, then code */
    size_t count_count;
    struct record_text *texts;  /* in the order of the data */
    size_t text_count;
    struct sketch sketch;       /* of all that is stated, figures, too */
    struct arena arena;
};

/* The members of the text form that have the title in each language. */
extern const char *const record_title_names[LANGUAGE_COUNT];

/* The value of a column; NULL where there is none. */
const struct record_value *record_value(const struct record *record,
    const char *name);

/* Appends the text form with a line feed behind it. */
void record_print(const struct record *record, struct buffer *out);

/*
 * Reads one text form of `length` bytes, the line-th of the findings' file.
 * The schema is that of the text form.  NULL, with findings, where it is none
 * or memory runs out.
 */
struct record *record_read(const struct schema *schema, const char *bytes,
    size_t length, unsigned line, struct findings *findings);

void record_free(struct record *record);        /* NULL is allowed */

#endif
