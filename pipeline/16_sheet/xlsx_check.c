/*
 * A workbook that was written, read back part by part.
 */

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <string.h>

#include "10_archive/store.h"
#include "16_sheet/xlsx_parts.h"

static void count_element(void *user, const xmlChar *name,
    const xmlChar *prefix, const xmlChar *space, int spaces,
    const xmlChar **declared, int attributes, int defaulted,
    const xmlChar **values)
{
    struct xlsx_counts *counts = user;
    const char *element = (const char *)name;

    (void)prefix, (void)space, (void)spaces, (void)declared;
    (void)attributes, (void)defaulted, (void)values;
    counts->cells += strcmp(element, "c") == 0;
    counts->notes += strcmp(element, "comment") == 0;
    counts->choices += strcmp(element, "dataValidation") == 0;
    counts->links += strcmp(element, "hyperlink") == 0;
}

/* What is wrong is not said, only that something is. */
static void hear_nothing(void *user, const xmlError *error)
{
    (void)user, (void)error;
}

static enum xlsx_whole check_part(const struct store *store,
    const struct stored *stored, struct xlsx_counts *counts)
{
    xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC,
        .startElementNs = count_element,
        .serror = (xmlStructuredErrorFunc)hear_nothing };
    struct buffer bytes = BUFFER_EMPTY;
    enum xlsx_whole whole = XLSX_DAMAGED;

    int fault = store_load(store, stored, ZIP_UNPACKED_MAX, &bytes);
    if (fault == 0) {
        fault = xmlSAXUserParseMemory(&handler, counts, bytes.bytes,
            (int)bytes.length);
        whole = fault == XML_ERR_OK ? XLSX_WHOLE
            : fault == XML_ERR_NO_MEMORY ? XLSX_NO_MEMORY : XLSX_DAMAGED;
    } else if (fault == ENOMEM) {
        whole = XLSX_NO_MEMORY;
    }
    buffer_free(&bytes);
    return whole;
}

static enum xlsx_whole check_parts(const struct store *store,
    const struct xlsx_counts *counts)
{
    struct xlsx_counts found = { 0, 0, 0, 0 };
    enum xlsx_whole whole = XLSX_WHOLE;

    for (size_t k = 0; whole == XLSX_WHOLE && k < store->count; k++)
        whole = check_part(store, &store->list[k], &found);
    if (whole == XLSX_WHOLE && (found.cells != counts->cells
        || found.notes != counts->notes || found.choices != counts->choices
        || found.links != counts->links))
        whole = XLSX_DAMAGED;
    return whole;
}

enum xlsx_whole xlsx_check(const char *path,
    const struct xlsx_counts *counts)
{
    struct findings *found = findings_new();
    enum xlsx_whole whole = XLSX_NO_MEMORY;
    struct store store;

    if (found && store_open_own(&store, path, found)) {
        whole = check_parts(&store, counts);
        store_close(&store);
    } else if (found && !findings_lack_memory(found)) {
        whole = XLSX_DAMAGED;
    }
    findings_free(found);
    return whole;
}
