#ifndef RULED_FIXTURE_H
#define RULED_FIXTURE_H

/*
 * A folder with files of rules, what is made of them, and pieces of which such
 * files are put together.
 */

#include "6_rules/rules.h"
#include "fixture.h"

#define TITLE "<zh>名</zh><en>name</en><basis>表</basis>"
#define TEXTS "<zh>z</zh><en>e</en>"
#define CHECK "<check context='a' test='true()'>" TEXTS "</check>"
#define REASON "<reason>" TEXTS "</reason>"
#define PARAMETER(name, value) "<parameter name='" name "' value='" value \
    "'>" TEXTS "</parameter>"
#define RULE(code, attributes, parts) "<rule code='" code \
    "' level='error' " attributes ">" TITLE parts "</rule>"
#define CHECKED(code) RULE(code, "", CHECK)
#define FORMULA(code) "<formula code='" code "' target='" code "' value='1'>" TEXTS \
    "</formula>"

#define RULED_PATH "schemas/e/rules.xml"

struct ruled {
    struct fixture fixture;
    struct findings *findings;
    struct formulas *formulas;
    struct rules *rules;
};

void ruled_begin(struct ruled *ruled);
void ruled_end(struct ruled *ruled);

/* formulas and rules are the elements of either file. */
void ruled_load(struct ruled *ruled, const char *formulas, const char *rules);

#endif
