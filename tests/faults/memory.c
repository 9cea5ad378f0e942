/* The program's own allocations, wrapped by the linker's --wrap; those inside
 * shared libraries are not ours.  So are what reads an edition and its rules:
 * most calls are there, and the same for all data. */

#include <stdlib.h>
#include <string.h>

#include "fault.h"
#include "library/edition.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
char *__real_strdup(const char *string);
char *__real_strndup(const char *string, size_t length);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
char *__wrap_strdup(const char *string);
char *__wrap_strndup(const char *string, size_t length);
struct edition *__real_edition_load(const struct resources *resources,
    const char *name, struct findings *findings);
struct edition *__wrap_edition_load(const struct resources *resources,
    const char *name, struct findings *findings);
struct rules *__real_edition_load_rules(struct edition *edition,
    struct findings *findings);
struct rules *__wrap_edition_load_rules(struct edition *edition,
    struct findings *findings);

void *__wrap_malloc(size_t size)
{
    return fault_in_memory() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fault_in_memory() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return fault_in_memory() ? NULL : __real_realloc(old, size);
}

char *__wrap_strdup(const char *string)
{
    return fault_in_memory() ? NULL : __real_strdup(string);
}

char *__wrap_strndup(const char *string, size_t length)
{
    return fault_in_memory() ? NULL : __real_strndup(string, length);
}

struct edition *__wrap_edition_load(const struct resources *resources,
    const char *name, struct findings *findings)
{
    fault_in_edition(true);
    struct edition *edition = __real_edition_load(resources, name, findings);
    fault_in_edition(false);
    return edition;
}

struct rules *__wrap_edition_load_rules(struct edition *edition,
    struct findings *findings)
{
    fault_in_edition(true);
    struct rules *rules = __real_edition_load_rules(edition, findings);
    fault_in_edition(false);
    return rules;
}
