/* Words for an errno, in each language. */

#include "0_base/fault.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "0_base/phrases.h"
#include "0_base/sentence_fill.h"

static const struct {
    int fault;
    enum phrase words;
} known[] = {
    { ENOENT, PHRASE_FAULT_MISSING },
    { ENOTDIR, PHRASE_FAULT_NO_FOLDER },
    { EISDIR, PHRASE_FAULT_FOLDER },
    { EEXIST, PHRASE_FAULT_THERE },
    { ENOTEMPTY, PHRASE_FAULT_NOT_EMPTY },
    { EACCES, PHRASE_FAULT_FORBIDDEN },
    { EPERM, PHRASE_FAULT_FORBIDDEN },
    { EROFS, PHRASE_FAULT_READ_ONLY },
    { ENOSPC, PHRASE_FAULT_FULL },
    { EDQUOT, PHRASE_FAULT_QUOTA },
    { EFBIG, PHRASE_FAULT_TOO_LARGE },
    { EIO, PHRASE_FAULT_DEVICE },
    { EBUSY, PHRASE_FAULT_BUSY },
    { ETXTBSY, PHRASE_FAULT_BUSY },
    { EADDRINUSE, PHRASE_FAULT_PORT },
    { EMFILE, PHRASE_FAULT_TOO_MANY },
    { ENFILE, PHRASE_FAULT_TOO_MANY },
    { ENAMETOOLONG, PHRASE_FAULT_LONG_NAME },
    { ELOOP, PHRASE_FAULT_LINKS },
    { EXDEV, PHRASE_FAULT_OTHER_DISK },
    { ENOMEM, PHRASE_FAULT_MEMORY },
    { EINVAL, PHRASE_FAULT_INVALID },
    { ENOSYS, PHRASE_FAULT_INVALID },
    { EOPNOTSUPP, PHRASE_FAULT_INVALID },
    { ENOLCK, PHRASE_FAULT_INVALID },
    { EOVERFLOW, PHRASE_FAULT_TOO_LARGE },
    { ENXIO, PHRASE_FAULT_NO_FILE },
    { ENODEV, PHRASE_FAULT_NO_FILE },
    { EBADF, PHRASE_FAULT_NOT_OPEN },
    { EPIPE, PHRASE_FAULT_CLOSED },
    { EAGAIN, PHRASE_FAULT_NO_MORE },
    { ESTALE, PHRASE_FAULT_NETWORK },
    { ETIMEDOUT, PHRASE_FAULT_NETWORK },
    { ENOTCONN, PHRASE_FAULT_NETWORK },
    { ECONNREFUSED, PHRASE_FAULT_NETWORK },
    { ECONNRESET, PHRASE_FAULT_NETWORK },
    { ENETDOWN, PHRASE_FAULT_NETWORK },
    { ENETUNREACH, PHRASE_FAULT_NETWORK },
    { EHOSTDOWN, PHRASE_FAULT_NETWORK },
    { EHOSTUNREACH, PHRASE_FAULT_NETWORK },
};

const char *fault_text(int fault, char text[FAULT_TEXT_SIZE])
{
    for (size_t k = 0; k < sizeof known / sizeof *known; k++)
        if (known[k].fault == fault) {
            snprintf(text, FAULT_TEXT_SIZE, "%s" SLOT_ENGLISH "%s",
                phrase_text(known[k].words, LANGUAGE_ZH),
                phrase_text(known[k].words, LANGUAGE_EN));
            return text;
        }
    if (strerror_r(fault, text, FAULT_TEXT_SIZE) != 0)
        snprintf(text, FAULT_TEXT_SIZE, "errno %d", fault);
    return text;
}
