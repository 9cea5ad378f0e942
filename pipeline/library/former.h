#ifndef FORMER_H
#define FORMER_H

/*
 * The data that the folder of a set keeps: that which the set was made of, and
 * that which the last correction changed.
 */

#include "0_base/buffer.h"
#include "0_base/findings.h"

enum former_data {
    FORMER_DATA,                /* 数据.json */
    FORMER_CORRECTED,           /* 更正前数据.json */
    FORMER_DATA_COUNT
};

/* Its name in the folder. */
void former_print_name(enum former_data which, struct buffer *out);

/* Appends the bytes; where the set has none, nothing.  False, with a finding,
 * where they are not there any more as they were written. */
bool former_read(const char *folder, enum former_data which,
    struct buffer *bytes, struct findings *findings);

#endif
