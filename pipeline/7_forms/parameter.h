#ifndef PARAMETER_H
#define PARAMETER_H

/* What a stylesheet's own parameter is to be, as a string; nothing to one that
 * has no parameter of the name. */
struct parameter {
    const char *name, *value;
};

#endif
