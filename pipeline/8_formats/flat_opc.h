#ifndef FLAT_OPC_H
#define FLAT_OPC_H

/*
 * The parts of a Flat OPC document, found in its bytes.
 *
 * Shape:     that of flat_marks.h.
 * Ownership: of what is borrowed from the document, all but names and types;
 *            flat_opc_free() frees the rest, also after a failure.
 */

#include "8_formats/flat_marks.h"

struct flat_part {
    char *name, *type;          /* NULL: not there, or empty */
    bool has_xml, has_binary;
    size_t elements;            /* below pkg:xmlData */
    struct run_of_bytes start;  /* of the first one, < and its name; */
    struct run_of_bytes rest;   /* what of it comes then */
    struct buffer inherited;    /* declarations that it would lose */
    struct run_of_bytes binary; /* below pkg:binaryData */
};

struct flat_opc {
    struct flat_part *parts;
    size_t count, room;
    bool failed;                /* for want of memory */
};

/* False where it is no Flat OPC, or memory runs out. */
bool flat_opc_read(struct flat_opc *opc, const char *bytes, size_t length);
void flat_opc_free(struct flat_opc *opc);

#endif
