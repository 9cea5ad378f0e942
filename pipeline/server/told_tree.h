#ifndef SERVER_TOLD_TREE_H
#define SERVER_TOLD_TREE_H

/* What is told, as a tree of JSON.  NULL where memory runs out. */

#include <cjson/cJSON.h>

/* Puts a value into an object or a list, which takes it over; where it is NULL
 * the object goes as well.  name: NULL in a list. */
cJSON *told_put(cJSON *object, const char *name, cJSON *value);

/* A text, or null. */
cJSON *told_text(const char *text);

/* A sentence, or null: in the words of the page, which are those of the form,
 * where it speaks of the data file. */
cJSON *told_sentence(const char *text);

#endif
