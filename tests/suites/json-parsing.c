/*
 * The JSON parsing suite: y_* must be accepted, n_* rejected, i_* are free
 * and only listed.  It is read from $SHARED (../shared) and skipped when not
 * there.
 */

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "1_read/json.h"

#define SUITE "suites/json-parsing/test_parsing"
#define PATH_SIZE 4096

/* How many files of a kind a complete suite has. */
static struct kind {
    char letter;
    bool accepted;
    unsigned expected, found, wrong;
} kinds[] = {
    { .letter = 'y', .accepted = true, .expected = 95 },
    { .letter = 'n', .accepted = false, .expected = 188 },
};

static void say_met(const char *name, bool accepted,
    const struct findings *findings)
{
    printf("    %s: %s", name, accepted ? "accepted" : "rejected");
    for (size_t k = 0; k < findings_count(findings); k++)
        printf(", %s", findings_get(findings, k)->code);
    putchar('\n');
}

static void read_one(const char *folder, const char *name)
{
    char path[PATH_SIZE];
    struct findings *findings = findings_new();

    snprintf(path, sizeof path, "%s/%s", folder, name);
    struct json *json = findings ? json_read(path, findings) : NULL;
    bool accepted = json != NULL;

    if (findings && name[0] == 'i')
        say_met(name, accepted, findings);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        if (kinds[k].letter != name[0])
            continue;
        kinds[k].found++;
        /* A text that is refused must say why, as often as it is wrong. */
        if (!findings || accepted != kinds[k].accepted
            || (!accepted && (findings_count(findings) == 0
            || findings_count(findings) > 20))) {
            kinds[k].wrong++;
            printf("not ok json-parsing: %s: it is %s\n", name,
                accepted ? "accepted" : "rejected");
        }
    }
    json_free(json);
    findings_free(findings);
}

static int is_case(const struct dirent *entry)
{
    return strchr("yni", entry->d_name[0]) && entry->d_name[1] == '_';
}

int main(void)
{
    const char *shared = getenv("SHARED");
    struct dirent **entries;
    char folder[PATH_SIZE - 256];
    bool failed = false;

    snprintf(folder, sizeof folder, "%s/" SUITE, shared ? shared : "../shared");
    int count = scandir(folder, &entries, is_case, alphasort);
    if (count < 0) {
        printf("skip json-parsing: there is no %s\n", folder);
        return 0;
    }
    for (int k = 0; k < count; k++) {
        read_one(folder, entries[k]->d_name);
        free(entries[k]);
    }
    free(entries);

    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        const struct kind *kind = &kinds[k];
        bool fine = kind->wrong == 0 && kind->found == kind->expected;
        printf("%s json-parsing: %u of %u %c_ files are %s\n",
            fine ? "ok" : "not ok", kind->found - kind->wrong,
            kind->expected, kind->letter,
            kind->accepted ? "accepted" : "rejected");
        failed = failed || !fine;
    }
    return failed;
}
