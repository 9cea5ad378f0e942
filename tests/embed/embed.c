/* A program that embeds the library: a data file's bytes to a set's files. */
#include <jixiao.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    static char bytes[1 << 20];
    size_t length = fread(bytes, 1, sizeof bytes, stdin);
    struct jixiao_build build = { .formats = "html", .output = argv[argc - 1] };
    struct jixiao_outcome outcome = { 0 };

    jixiao_setup();
    struct jixiao_findings *findings = jixiao_findings_new();
    struct jixiao *jixiao = jixiao_open(NULL, findings);
    struct jixiao_set *set = jixiao_read_bytes(jixiao, "data.json", bytes, length, NULL, findings);
    struct jixiao_files *files = set ? jixiao_make(jixiao, set, &build, findings) : NULL;
    for (size_t k = 0; k < jixiao_files_count(files); k++)
        printf("%zu %s\n", jixiao_files_get(files, k).size, jixiao_files_get(files, k).name);
    if (set && argc > 1 && jixiao_build(jixiao, set, &build, &outcome, findings))
        puts(outcome.folder);
    jixiao_print_findings(findings, &(struct jixiao_report_options){ .language = JIXIAO_EN }, stderr);
    enum jixiao_level worst = jixiao_findings_worst(findings);

    free(outcome.folder);
    jixiao_files_free(files);
    jixiao_set_free(set);
    jixiao_close(jixiao);
    jixiao_findings_free(findings);
    return (int)worst;
}
