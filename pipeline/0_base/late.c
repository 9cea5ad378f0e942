/* Shared libraries that are opened when they are needed. */

#include "0_base/late.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

#include "0_base/large.h"

/* What a library takes together with those that it needs. */
#define LIBRARY_SIZE ((size_t)16 << 20)

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

/* C has no cast from what dlsym() returns to a function. */
static bool find_calls(const struct late_library *library, void *handle)
{
    char *calls = library->calls;

    for (size_t k = 0; library->names[k]; k++) {
        void *call = dlsym(handle, library->names[k]);
        if (!call)
            return false;
        memcpy(calls + k * sizeof call, &call, sizeof call);
    }
    return true;
}

/* NULL, or why it cannot be used, in the system's words. */
static const char *open_library(struct late_library *library)
{
    void *handle = dlopen(library->file, RTLD_NOW | RTLD_LOCAL);

    if (!handle || !find_calls(library, handle))
        return dlerror();
    library->is_open = true;
    return NULL;
}

bool late_open(struct late_library *library, struct findings *findings)
{
    pthread_mutex_lock(&one_at_a_time);
    const char *reason = library->is_open ? NULL : open_library(library);
    bool is_open = library->is_open;

    /* That there is none is not in the system's words, nor in errno. */
    if (!is_open && findings && !large_is_left(LIBRARY_SIZE))
        findings_out_of_memory(findings);
    else if (!is_open && findings)
        findings_add(findings, CATALOGUE_LIBRARY_UNUSABLE,
            (struct place){ 0, 0 }, NULL, "name", library->file, "reason",
            reason ? reason : "", NULL);
    pthread_mutex_unlock(&one_at_a_time);
    return is_open;
}
