#ifndef CONTENTS_H
#define CONTENTS_H

/*
 * What a set consists of, as XML for its index page (schemas/common/set.rng):
 * its attachments, their files, and what was found.
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "8_formats/formats.h"

/* A file of the set; borrowed. */
struct contents_file {
    xmlNodePtr attachment;      /* of the page model; NULL: the whole set */
    enum format format;
    const char *name;
    size_t size;
};

struct contents {
    xmlDocPtr documents;        /* the page model of all attachments */
    const char *data;           /* the data file's name, without its folder */
    const char *digest;         /* of the data file, SHA-256 */
    const char *program;
    const char *manifest;       /* its file name */
    const struct contents_file *files;
    size_t file_count;
    const struct findings *findings;
};

/* The tree, which the caller frees; NULL if memory runs out. */
xmlDocPtr contents_describe(const struct contents *contents);

#endif
