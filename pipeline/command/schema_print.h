#ifndef SCHEMA_PRINT_H
#define SCHEMA_PRINT_H

/*
 * The schema of an edition for people and other programs.
 */

#include <stdbool.h>

#include "0_base/buffer.h"
#include "0_base/findings.h"
#include "0_base/resources.h"

/*
 * Writes the schema as one self-contained document, the files that it refers
 * to bundled into $defs (JSON Schema 2020-12, 9.3.1: compound documents).
 * False with findings where the edition cannot be used.
 */
bool schema_print_json(const struct resources *resources, const char *edition,
    struct buffer *out, struct findings *findings);

/* Writes a table of all members in Markdown. */
bool schema_print_markdown(const struct resources *resources,
    const char *edition, struct buffer *out, struct findings *findings);

#endif
