/* The package of an OFD file: parts under their names, and the sum of each. */

#include "0_base/digest.h"
#include "8_formats/ofd/ofd_parts.h"

void ofd_part(struct ofd *ofd, const char *name, const struct buffer *content)
{
    char sum[DIGEST_TEXT_SIZE];

    ofd->failed = ofd->failed || content->failed;
    if (ofd->failed)
        return;
    zip_add(&ofd->zip, name, buffer_string(content), content->length);
    digest_text(buffer_string(content), content->length, sum);
    buffer_printf(&ofd->sums, "%s  %s\n", sum, name);
}
