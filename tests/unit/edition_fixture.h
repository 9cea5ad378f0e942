#ifndef EDITION_FIXTURE_H
#define EDITION_FIXTURE_H

/*
 * What the tests of editions stand on: a jixiao that works with the small one.
 */

#include "fixture.h"
#include "jixiao.h"
#include "library/handles.h"

struct session {
    struct fixture fixture;
    struct findings *findings;
    struct jixiao_findings *outside;    /* the same */
    struct jixiao *jixiao;
    char path[128];                 /* of the data file */
};

/* With a data file of that text, single quotes for double ones. */
void edition_begin(struct session *session, const char *data);
void edition_end(struct session *session);

/* The set of the data file; NULL, with findings, where there is none. */
struct jixiao_set *edition_read(struct session *session);

#endif
