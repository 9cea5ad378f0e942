#ifndef MADE_H
#define MADE_H

/*
 * The files of a set in memory, for what goes on with them: an archive.
 */

#include <libxml/tree.h>

#include "8_formats/formats.h"
#include "9_bundle/bundle.h"
#include "jixiao.h"

/* Borrowed from a build that is about to end. */
struct made {
    const struct bundle *bundle;        /* finished */
    xmlDocPtr documents;                /* the page model of all attachments */
    xmlDocPtr contents;                 /* schemas/common/set.rng */
    const struct paper_use *use;
};

typedef bool made_visitor(void *user, const struct made *made);

/* Makes all files and calls visit with them; what that says, or false with
 * findings where they cannot be made.  The findings are sorted. */
bool make_for(struct jixiao *jixiao, const struct jixiao_set *set,
    const struct jixiao_build *build, made_visitor *visit, void *user,
    struct findings *findings);

/* What is compiled and opened for one build is kept for the next. */
bool jixiao_open_formats(struct jixiao *jixiao, struct findings *findings);

#endif
