#ifndef SET_H
#define SET_H

/*
 * What is behind the handles of jixiao.h; for jixiao.c and the bundle stage.
 */

#include <libxml/relaxng.h>

#include "1_read/json.h"
#include "jixiao.h"
#include "library/edition.h"

#define GRAMMAR_COUNT (JIXIAO_CONTENTS + 1)

struct jixiao {
    struct resources resources;
    const struct jixiao_rule_change *changes;   /* of all editions */
    size_t change_count;
    struct edition **editions;          /* those asked for so far */
    size_t edition_count;
    xmlRelaxNGPtr grammars[GRAMMAR_COUNT];  /* NULL until asked for */
    struct formats *formats;            /* of formats_wanted */
    format_set formats_wanted;
    struct stylesheet *index;           /* of the index page */
};

struct jixiao_set {
    char *path;                         /* of the data file */
    struct json *json;
    struct edition *edition;
    xmlDocPtr submission;               /* complete */
    struct rule_tally *tallies;         /* what each rule came to */
};

#endif
