/* The system's words for an errno. */

#include "0_base/fault.h"

#include <stdio.h>
#include <string.h>

const char *fault_text(int fault, char text[FAULT_TEXT_SIZE])
{
    if (strerror_r(fault, text, FAULT_TEXT_SIZE) != 0)
        snprintf(text, FAULT_TEXT_SIZE, "errno %d", fault);
    return text;
}
