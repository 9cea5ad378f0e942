/* The functions of libcrypto. */

#include "10_archive/libcrypto.h"

#include <openssl/opensslv.h>

#define TEXT(number) #number
#define FILE_OF(number) "libcrypto.so." TEXT(number)

struct libcrypto_calls libcrypto;

bool libcrypto_open(struct findings *findings)
{
    static const char *const names[] = { LIBCRYPTO_CALLS(LATE_NAME) NULL };
    static struct late_library library = {
        .file = FILE_OF(OPENSSL_SHLIB_VERSION),
        .names = names,
        .calls = &libcrypto,
    };

    return late_open(&library, findings);
}
