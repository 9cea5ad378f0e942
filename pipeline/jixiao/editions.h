#ifndef JIXIAO_EDITIONS_H
#define JIXIAO_EDITIONS_H

/* Editions, the rules that they check, and the shape of their data. */

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

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

#ifdef __cplusplus
}
#endif

#endif
