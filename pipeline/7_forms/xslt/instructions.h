#ifndef INSTRUCTIONS_H
#define INSTRUCTIONS_H

/* What the instructions of XSLT do. */

#include "7_forms/xslt/run.h"

/* instructions.c */
execute make_text, make_value, make_element, make_named_element,
    make_attribute, make_instruction, make_copy;

/* flow.c */
execute run_if, run_choose, run_for_each, run_apply, run_call, run_variable,
    run_message;

/* A value of a binding, and that of a global variable, made when it is first
 * asked for. */
struct value binding_value(const struct binding *binding,
    struct context *context);
struct value global_value(const struct expr *expr, struct context *context);
struct value local_value(const struct expr *expr, struct context *context);

/* A document that has no constant address (documents.c). */
struct value document_value(const struct expr *expr,
    struct context *context);
struct value known_document_value(const struct expr *expr,
    struct context *context);

/* {…} and what is around it. */
struct text pieces_text(const struct piece_of_value *pieces,
    struct context *context);

/* The rule that takes a node in a mode, or what XSLT does without one. */
void node_process(struct node *node, const struct mode *mode,
    const struct context *context);

#endif
