#ifndef FOUND_H
#define FOUND_H

/*
 * Which rules have found something where: findings looked up by their code and
 * pointer.
 *
 * Ownership: found_new() gives the caller the list; it copies what it needs.
 */

#include "0_base/findings.h"

struct found;

/* NULL where memory runs out. */
struct found *found_new(const struct findings *findings);
void found_free(struct found *found);           /* NULL is allowed */

bool found_has(const struct found *found, const struct finding *finding);

#endif
