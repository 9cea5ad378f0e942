#ifndef COMPARE_STEPS_H
#define COMPARE_STEPS_H

/* The steps from a list to another; for order.c. */

#include "14_compare/order.h"

/* Fills in the steps of an order whose entries are paired; entries that grow
 * together stay, as many as can.  False if memory runs out. */
bool steps_find(struct order *order);

#endif
