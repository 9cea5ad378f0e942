#ifndef RULES_LOADER_H
#define RULES_LOADER_H

/*
 * What the files that load rules share.  Loading goes on until something is
 * wrong, which is false, with a finding.
 */

#include "0_base/list.h"
#include "6_rules/rule_list.h"

struct loader {
    struct rules *rules;
    const struct formulas *formulas;
    const struct resources *resources;
    struct findings *findings;
    const char *path;           /* of the file being read */
    int depth;                  /* of inclusion */
};

/* Room for one more of a list; NULL, with a finding, without memory. */
static inline void *loader_room(const struct loader *loader, void *list,
    size_t count, size_t *room, size_t size)
{
    void *roomy = list_room(list, count, room, size);

    if (!roomy)
        findings_out_of_memory(loader->findings);
    return roomy;
}

/* Add the finding that something is wrong, or there twice, in an entry. */
/* Attributes with what they may be, as findings name them. */
#define LEVELS_ALLOWED "level=\"hint|warning|error\""
#define KINDS_ALLOWED "kind=\"check|formula|constructed|undecided\""
#define DISABLED_ALLOWED "disabled=\"yes|no\""

static inline bool loader_refuse(const struct loader *loader,
    const struct entry *entry, const char *what)
{
    entry_reject(entry, what, loader->findings);
    return false;
}

static inline bool loader_refuse_again(const struct loader *loader,
    const struct entry *entry, const char *what)
{
    entry_refuse_again(entry, what, loader->findings);
    return false;
}

/* Reads the element of a rule, with its parameters and checks, to the end of
 * the list. */
bool rule_read(struct loader *loader, xmlNodePtr element);

#endif
