#ifndef RESOURCE_TABLE_H
#define RESOURCE_TABLE_H

/* What pipeline/resources/embed.c writes and only resources.c reads. */

#include "0_base/resources.h"

extern const struct resource resource_table[];
extern const size_t resource_table_count;

#endif
