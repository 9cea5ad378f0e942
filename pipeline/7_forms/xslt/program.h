#ifndef PROGRAM_H
#define PROGRAM_H

/*
 * A compiled stylesheet: its templates, keys and global variables, and
 * instructions, each of which knows the function that runs it.
 */

#include "0_base/resources.h"
#include "7_forms/xslt/pattern.h"

struct instruction;

typedef void execute(const struct instruction *instruction,
    struct context *context);

/* {…} in an attribute, or constant text. */
struct piece_of_value {
    const struct expr *expr;    /* NULL: constant */
    struct text text;
    struct piece_of_value *next;
};

struct constructed_attribute {
    const struct name *name;
    const char *prefix;
    struct piece_of_value *value;
    struct text written;        /* as XML: a constant one, */
    struct text head;           /* or what is before a value; at: NULL for none
                                   such */
    struct constructed_attribute *next;
};

struct sort {
    const struct expr *select;
    bool by_number, descending;
    struct sort *next;
};

/* A value by select or by content. */
struct binding {
    const struct name *name;
    const struct expr *select;  /* NULL: by content */
    const struct instruction *content;
    size_t slot;
    struct binding *next;
};

struct instruction {
    execute *execute;
    const struct instruction *next;
    const struct instruction *content;
    const struct expr *expr;    /* select or test; NULL: none */
    struct text text;
    const struct name *name;    /* of a literal element */
    const char *prefix;
    struct text tag;            /* prefix and name; at: NULL where none is
                                   literal */
    struct text markup;         /* all of it as XML, if it is constant */
    size_t markup_nodes, markup_depth;
    bool is_in_sight;           /* its namespace, with its prefix, is one that
                                   the literal element around it has */
    struct namespace *declared; /* by a literal element */
    struct namespace *inherited;        /* what stands around its template */
    struct constructed_attribute *attributes;
    struct piece_of_value *value;       /* a name that is computed */
    const xmlNode *element;     /* in the stylesheet, for prefixes */
    struct binding *bindings;   /* with-param; or a variable's own */
    struct sort *sorts;
    const struct template *template;    /* of call-template */
    struct mode *mode;          /* of apply-templates */
};

struct keeping;

struct template {
    const struct name *name;    /* NULL: none */
    const struct name *mode_name;
    const xmlNode *element;
    const char *path;           /* of its module */
    struct namespace *inherited;
    struct binding *parameters;
    size_t slots;
    const struct instruction *content;
    int precedence;
    bool is_steady;             /* with nodes that are so (steady.h); */
    bool is_apart;              /* with any node, which it does not look at */
    struct keeping *keeping;    /* NULL: it keeps nothing */
    struct template *next;
};

/* What matches a pattern, with the rules that it gives way to behind it. */
struct matching {
    const struct pattern *pattern;
    const struct template *template;
    double priority;
    unsigned place;             /* in the stylesheet: the last one wins */
    struct matching *next;
};

/* Rules of nodes with a name, best first. */
struct named_rules {
    const struct name *name;
    enum node_kind kind;
    struct matching *rules;
    struct named_rules *next;
};

#define NAMED_SLOTS 64

struct mode {
    const struct name *name;    /* NULL: none */
    struct matching *all;           /* in the making */
    struct named_rules *named[NAMED_SLOTS];
    struct matching *by_kind[NODE_INSTRUCTION + 1]; /* of any other name */
    bool is_steady;             /* each of its templates is */
    struct mode *next;
};

struct key {
    const struct name *name;
    const xmlNode *element;
    struct pattern *pattern;
    const struct expr *use;
    struct key *next;           /* another rule of the same name */
};

struct global {
    struct binding binding;
    size_t slots;               /* that its content needs */
    bool is_parameter;          /* xsl:param */
    bool is_steady;             /* the same in each run */
    const xmlNode *element;
    const char *path;           /* of its module */
    int precedence;
};

enum method { METHOD_XML, METHOD_HTML, METHOD_TEXT };

struct output {
    enum method method;
    bool standalone, has_standalone, omits_declaration, ends_line;
};

/* A document with a constant address, as a tree. */
struct known_document {
    const char *path;
    xmlDocPtr doc;              /* NULL: it cannot be loaded */
    struct tree tree;
    struct known_document *next;
};

struct module {
    const char *path;           /* "stylesheets/formats/html.xsl" */
    xmlDocPtr doc;
    struct module *next;
};

struct program {
    struct pool pool;
    struct way_out out;
    struct names names;
    struct resources resources;
    struct module *modules;
    struct template *templates;
    struct mode *modes;
    struct key **keys;
    size_t key_count;
    struct global *globals;
    size_t global_count;
    struct known_document *documents;
    unsigned document_count;
    struct output output;
    bool has_output;
};

#endif
