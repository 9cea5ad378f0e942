#ifndef XML_MEMORY_H
#define XML_MEMORY_H

/*
 * Whether libxml2 lacked memory.
 *
 * It and libxslt go on behind an allocation that failed, and what they say in
 * the end may be anything: not well-formed, no such function.  So their
 * allocations are watched, those that the program had set before included.
 * Threads:   the watch is set once, before any other thread; each thread has
 *            its own answer.
 */

#include <libxml/xmlerror.h>
#include <stdbool.h>
#include <stddef.h>

/* The largest piece that is allowed.  No text or table of a set takes as much;
 * a stylesheet that doubles something without end does, and is stopped. */
#define XML_PIECE_MAX (256u << 20)      /* bytes */

/* Pieces this large are counted, and refused once an allowance is spent. */
#define XML_PIECE_COUNTED (1u << 20)    /* bytes */

/* Sets the watch, where it is not set already. */
void xml_memory_watch(void);

/* How many allocations have failed in this thread so far, and how many were
 * refused: whoever asks compares with what it was before. */
unsigned long xml_memory_lacked(void);
unsigned long xml_memory_refused(void);

/* Whether an error says that memory ran out. */
bool xml_is_lack(const xmlError *error);

/* From now on this thread may ask for so many bytes more in counted pieces,
 * what it gives back included; SIZE_MAX takes the limit away. */
void xml_memory_allow(size_t bytes);

/* libxml2 speaks of a lack of memory to the handler of the thread, whatever the
 * options; from xml_hush() to xml_unhush() nobody hears it. */
struct xml_hush {
    xmlGenericErrorFunc heard;
    void *heard_by;
};

struct xml_hush xml_hush(void);
void xml_unhush(struct xml_hush hush);

#endif
