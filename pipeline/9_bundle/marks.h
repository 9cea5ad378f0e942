#ifndef MARKS_H
#define MARKS_H

/*
 * What was found, put into a page model beside the values that it is about
 * (<findings> of schemas/common/document.rng).
 */

#include "0_base/findings.h"
#include "7_forms/attachment_index.h"
#include "9_bundle/printed.h"

/* Whether a finding is about the data file of that path, and not, say, about
 * last year's. */
bool marks_is_own(const struct finding *finding, const char *path);

/*
 * Behind every value that is printed for one of the finding's cells; where it
 * has none, behind every one that is printed for its pointer; where its
 * attachment has none, behind the first one there for what is below the
 * pointer; where nothing of that is printed there, behind the first anywhere.
 * The indexes are of the page model.  False where memory runs out.
 */
bool marks_put(const struct printed_index *index,
    const struct attachment_index *homes, const struct findings *findings,
    const char *path);

#endif
