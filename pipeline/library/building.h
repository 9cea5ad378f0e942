#ifndef BUILDING_H
#define BUILDING_H

/*
 * A build under way: build.c begins and ends it, build_files.c renders the
 * attachments, build_pages.c the check report and the index page.
 *
 * Errors: each says false, with a finding, where the build cannot go on.
 */

#include "0_base/digest.h"
#include "9_bundle/bundle.h"
#include "9_bundle/contents.h"
#include "9_bundle/names.h"
#include "library/correction.h"
#include "library/grammar.h"
#include "library/handles.h"
#include "library/stamp.h"

#define INDEX_NAME "index"
#define INDEX_ENDING ".html"

/* What it owns is let go in build.c. */
struct building {
    struct jixiao *jixiao;
    const struct jixiao_set *set;
    const struct jixiao_build *build;
    struct findings *findings;
    struct findings *aside;     /* what is found of the folder, and does not go
                                   into the files of the set */
    struct correction correction;
    format_set formats;
    xmlDocPtr documents;        /* the page model of all attachments */
    struct contents *contents;
    struct names *names;
    struct bundle *bundle;
    struct paper_use use;
    char digest[DIGEST_TEXT_SIZE];      /* of the data */
    struct stamp stamp;         /* for all that is rendered */
    const char *script;         /* its name, where the build is watched */
};

/* Its faults are the edition's, and stop nothing. */
void building_verify(const struct building *building,
    enum grammar grammar, xmlDocPtr tree);

/* Where a page model comes from.  Pages that say what was found lead to the
 * page that lists it all; clean ones are for others, who do not have it. */
bool building_add_origin(struct building *building, xmlDocPtr documents);

/* A page model in some formats, instead of what was made of another. */
bool building_make_outputs(struct building *building, xmlDocPtr documents,
    format_set wanted, struct buffer *outputs);

/* Takes the rendered files of an attachment, or of what NULL is, into the
 * bundle.  In a part of a set the formats that are not asked for stay as they
 * are. */
bool building_add_outputs(struct building *building, xmlNodePtr of,
    const char *file, struct buffer *outputs);
void building_free_outputs(struct buffer *outputs);

/* The attachments that are asked for, and, for all, the whole set in one. */
bool building_render_all(struct building *building);

/* No format hangs on whether another one is made. */
bool building_render_report(struct building *building);
bool building_render_index(struct building *building);

/* The script of a build that is watched; nothing for others. */
bool building_add_script(struct building *building);

#endif
