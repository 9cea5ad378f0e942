#ifndef TYPES_H
#define TYPES_H

/*
 * What a leaf of an edition's type (x-type, x-unit) may hold: how many
 * places, how large, which days and characters.
 *
 * Places count as stated: 0.001 yuan is too fine, and so is 40.100.
 */

#include "0_base/phrases.h"
#include "0_base/value.h"
#include "1_read/json.h"

enum type_fault {
    TYPE_FAULT_NONE,
    TYPE_FAULT_KIND,            /* no number, or a text that is none */
    TYPE_FAULT_PLACES,
    TYPE_FAULT_SIZE,
    TYPE_FAULT_NEGATIVE,
    TYPE_FAULT_RANGE,           /* of years */
    TYPE_FAULT_DATE,            /* no such day */
    TYPE_FAULT_CHARACTER        /* not allowed in XML 1.0 */
};

struct type_rule {
    enum value_type type;
    int shift;                  /* of the unit it is for, to the base unit */
    int places;                 /* at most */
    int digits;                 /* at most, in front of the point */
    enum phrase expected, allowed;
};

/* unit may be NULL. */
const struct type_rule *type_rule_find(enum value_type type,
    const char *unit);

/* offset gets the place of a character at fault, in bytes. */
enum type_fault type_rule_check(const struct type_rule *rule,
    const struct json *json, const cJSON *value, size_t *offset);

#endif
