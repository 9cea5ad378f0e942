#ifndef RULES_FIXTURE_H
#define RULES_FIXTURE_H

/* Desks at which rules are tried: an edition of a few formulas and rules, and
 * data that they run on. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "6_rules/rules.h"
#include "fixture.h"

#define TITLE "<zh>名</zh><en>name</en><basis>表</basis>"
#define SENTENCE "<zh>{@label}是{.}</zh><en>{@label} is {.}</en>"
#define CHECK(attributes) "<check " attributes ">" SENTENCE "</check>"
#define CODED(code, parts) "<rule code='" code "' level='warning'>" TITLE \
    parts "</rule>"
#define RULE(attributes) CODED("A9", CHECK(attributes))
#define FAULT(attributes) "<rule code='A9' level='error'>" TITLE \
    CHECK(attributes) "</rule>"
#define FIRES(code) CODED(code, CHECK("context='a'"))

/* Compares a with twice b. */
#define FORMULA "<formula code='A4' target='a' " \
    "value=\"x:product(../b, '2', 0)\"><zh>两倍</zh><en>twice</en></formula>"
#define COMPARED "<rule code='A4' level='hint' kind='formula'>" \
    "<zh>倍</zh><en>twice</en><basis>算术</basis></rule>"

struct rules_desk {
    struct fixture_set set;
    struct formulas *formulas;
    struct rules *rules;
    struct rule_tally tallies[16];
    const struct finding *reference;    /* what references find, or NULL */
};

/* Of the data. */
extern const char rules_desk_schema[];

/* formulas and rules are the elements of either file. */
void rules_desk_begin(struct rules_desk *desk, const char *formulas,
    const char *rules, const char *data);

/* All that a run does with rules. */
void rules_desk_apply(struct rules_desk *desk, xmlDocPtr previous);

/* Begins without formulas, and applies the rules. */
void rules_desk_run(struct rules_desk *desk, const char *rules,
    const char *data);
void rules_desk_end(struct rules_desk *desk);

#endif
