#ifndef JIXIAO_PAPER_H
#define JIXIAO_PAPER_H

/* How the paged formats are made. */

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

enum jixiao_pdf_level {
    JIXIAO_PDF_1B,              /* PDF/A-1b, ISO 19005-1, GB/T 23286.1 */
    JIXIAO_PDF_2A               /* PDF/A-2a, ISO 19005-2, and PDF/UA-1 */
};

struct jixiao_paper {
    const char *const *font_folders;    /* before the system's; borrowed */
    size_t font_folder_count;
    bool strict_fonts;          /* a font that stands in is an error */
    enum jixiao_pdf_level pdf_level;
};

/* How the paged formats are made from now on; to be said before the first set
 * is built. */
JIXIAO_API void jixiao_set_paper(struct jixiao *jixiao,
    const struct jixiao_paper *paper);

#define JIXIAO_DIGEST_SIZE 65   /* hexadecimal digits and the NUL */

/* What the paged formats hang on beside the data and the edition: the paper and
 * the font files of this machine, each by its path, size and date.  False, with
 * a finding, where memory runs out. */
JIXIAO_API bool jixiao_paper_digest(const struct jixiao *jixiao,
    char text[JIXIAO_DIGEST_SIZE], struct jixiao_findings *findings);

#ifdef __cplusplus
}
#endif

#endif
