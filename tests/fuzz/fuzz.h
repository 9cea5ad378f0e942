#ifndef FUZZ_H
#define FUZZ_H

/*
 * What the harnesses of tests/fuzz/targets share.
 *
 * A harness is libFuzzer's: LLVMFuzzerTestOneInput(), and, where random bytes
 * would die at the first reader, LLVMFuzzerCustomMutator() by one of the two
 * below.  In the variant "fuzz" libFuzzer drives it; in every other replay.c
 * does, once for each file that is named.
 *
 * Errors: what must not be ends the program with a line that says it.
 */

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "0_base/findings.h"
#include "0_base/resources.h"
#include "jixiao.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t room,
    unsigned seed);
size_t LLVMFuzzerMutate(uint8_t *bytes, size_t size, size_t room);

/* The program's libraries, once; libxml2 says nothing. */
void fuzz_setup(void);

/* Ends the program where this does not hold. */
void fuzz_need(bool holds, const char *what);

/* Whether what is found can be shown: lines in both languages, of UTF-8 without
 * controls. */
void fuzz_look(const struct findings *findings);

/* What was pulled is JSON, and data, or the schema says why not; freed. */
void fuzz_look_pulled(struct jixiao_pulled *pulled);

/* A file with these bytes, for readers that want one, under a name that matters
 * to them or any, or a folder with that file alone; the same path each time,
 * and gone at the end of the program. */
const char *fuzz_file(const uint8_t *bytes, size_t size);
const char *fuzz_file_named(const char *name, const uint8_t *bytes,
    size_t size);
const char *fuzz_folder(const char *name, const uint8_t *bytes, size_t size);

/* The resources of a small edition, "e" (tests/fuzz/edition), and of the
 * program; one of them can be replaced by bytes. */
struct fuzz_resources {
    const char *path;           /* of what is replaced; NULL: nothing */
    const uint8_t *bytes;
    size_t size;
};
struct resources fuzz_resources(struct fuzz_resources *replaced);

/* The library as it is built, opened once. */
struct jixiao *fuzz_jixiao(void);

/* The library on such resources; closed with jixiao_close(). */
struct jixiao *fuzz_open(struct fuzz_resources *replaced,
    struct jixiao_findings *findings);

/* A data file for that edition, which it finds nothing wrong with. */
extern const char fuzz_data[];

/* Numbers for the mutators: below limit, which is not 0. */
struct fuzz_random {
    uint64_t state;
};
size_t fuzz_below(struct fuzz_random *random, size_t limit);

/* A whole filing, input/example-full-2024.json; borrowed. */
cJSON *fuzz_example(void);

/* Puts a JSON text in place of the bytes: its length, or 0 where there is no
 * room for it. */
size_t fuzz_put_json(const cJSON *root, uint8_t *bytes, size_t room);

/* LLVMFuzzerCustomMutator() for a JSON text: some values change for what their
 * place may have, by what stands elsewhere in it or in the examples of input/;
 * now and then, and where the bytes are no JSON or there is no room, the bytes
 * change as libFuzzer changes any. */
#define FUZZ_PLAIN 16           /* one of so many changes is such a one */
size_t fuzz_shape_json(uint8_t *bytes, size_t size, size_t room,
    unsigned seed);

/* The same for a list of requests to the editor's server: changes of what the
 * example has come, by words that people type, alone or as a block. */
size_t fuzz_shape_edits(uint8_t *bytes, size_t size, size_t room,
    unsigned seed);

/* The same for an element, attribute or text of XML, by what stands elsewhere
 * in it or in the built-in resources. */
size_t fuzz_shape_xml(uint8_t *bytes, size_t size, size_t room,
    unsigned seed);

#endif
