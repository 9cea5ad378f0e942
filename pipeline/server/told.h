#ifndef SERVER_TOLD_H
#define SERVER_TOLD_H

/*
 * A draft as JSON.  NULL where memory runs out.
 */

#include <cjson/cJSON.h>

#include "jixiao.h"

/* Of lists those that belong to an attachment, or to none; NULL: all. */
cJSON *told_state(struct jixiao_draft *draft, const char *show);

/* A list of {"pointer", "text"}. */
cJSON *told_refused(const struct jixiao_findings *findings);

/* A list of {"pointer", "words"}. */
cJSON *told_understood(const struct jixiao_findings *findings);

/* Findings that have no place in the draft: a list of texts. */
cJSON *told_texts(const struct jixiao_findings *findings);

/* Puts a value into an object, which takes it over; where it is NULL the object
 * goes as well. */
cJSON *told_put(cJSON *object, const char *name, cJSON *value);

/* A text, or null. */
cJSON *told_text(const char *text);

#endif
