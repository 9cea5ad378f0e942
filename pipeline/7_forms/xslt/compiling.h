#ifndef COMPILING_H
#define COMPILING_H

/*
 * A stylesheet in the making: what its files share.
 *
 * Ownership: what is handed out lies in the program's pool; nothing of it is
 *            freed by itself.  Elements are those of modules, which the program
 *            keeps.
 * Errors:    the work is given up (pool.h).
 */

#include "7_forms/xslt/program.h"

/* A variable in sight. */
struct local {
    const struct name *name;
    size_t slot;
    struct local *outer;
};

struct compiling {
    struct scope scope;         /* first: expressions are read in it */
    struct program *program;
    /* One instruction of XSLT (instruct.c). */
    struct instruction *(*instruction)(struct compiling *compiling,
        const xmlNode *element);
    struct pool *pool;
    const char *path;           /* of the module at hand */
    struct local *locals;
    size_t slots, most_slots;   /* of the template at hand */
    int precedence;
    unsigned visits;            /* of modules */
    struct namespace *inherited;        /* of the template at hand */
    const struct instruction *around;   /* the literal element that directly
                                           has what is read; or NULL */
    unsigned place;             /* of the last rule */
    const char **excluded;      /* namespaces that are not inherited */
    size_t excluded_count, excluded_room;
};

_Noreturn void refuse_element(const struct compiling *compiling,
    const xmlNode *element, const char *why);

bool is_xsl(const xmlNode *node);
bool is_xsl_named(const xmlNode *node, const char *name);

/* Whether a text is spaces that do not count: xml:space says which do. */
bool is_blank(const xmlNode *node);

/* NULL where it is absent. */
const char *attribute_of(struct compiling *compiling, const xmlNode *element,
    const char *name);
const char *needed_attribute(struct compiling *compiling,
    const xmlNode *element, const char *name);

/* An expression and {…}, with the prefixes of an element. */
const struct expr *compile_expr(struct compiling *compiling,
    const xmlNode *element, const char *text);
struct piece_of_value *compile_pieces(struct compiling *compiling,
    const xmlNode *element, const char *text);
const struct name *compile_name(struct compiling *compiling,
    const xmlNode *element, const char *text, const char **prefix);

struct mode *compile_mode(struct compiling *compiling,
    const struct name *name);
struct template *find_template(const struct program *program,
    const struct name *name);

/* What is below an element; first_level: in a template. */
const struct instruction *compile_content(struct compiling *compiling,
    const xmlNode *first, bool first_level);

/* select, or content, of xsl:variable, xsl:param and xsl:with-param. */
void compile_binding(struct compiling *compiling, const xmlNode *element,
    struct binding *binding);

/* Namespaces around a template that its literal elements declare. */
struct namespace *inherited_namespaces(struct compiling *compiling,
    const xmlNode *template);

/* Makes a variable known to what follows. */
void declare_local(struct compiling *compiling, struct binding *binding);

/* modules.c: the modules of a stylesheet, and its top-level elements, each in
 * turn, those that others override first. */
typedef void each_element(struct compiling *compiling,
    const xmlNode *element);
void modules_load(struct compiling *compiling, const char *path);
void modules_each(struct compiling *compiling, each_element *each);

/* declarations.c: notes a top-level element in the program. */
each_element list_declaration;

/* The number of a global variable; the count of them where it is none. */
size_t find_global(const struct program *program, const struct name *name);

/* An address as stylesheets name one another, from a module. */
const char *module_path(struct pool *pool, const char *base,
    const char *address);

/* One instruction of XSLT, by the table of them. */
struct instruction *compile_xsl(struct compiling *compiling,
    const xmlNode *element);

#endif
