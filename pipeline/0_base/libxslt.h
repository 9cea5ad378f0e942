#ifndef LIBXSLT_H
#define LIBXSLT_H

/*
 * libxslt and libexslt, opened when a stylesheet or a format of numbers needs
 * them (late.h).
 */

#include <libexslt/exslt.h>
#include <libxslt/documents.h>
#include <libxslt/extensions.h>
#include <libxslt/imports.h>
#include <libxslt/numbersInternals.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

#include "0_base/late.h"

#define LIBXSLT_CALLS(CALL) \
    CALL(xsltApplyStylesheetUser) CALL(xsltFormatNumberConversion) \
    CALL(xsltFreeSecurityPrefs) CALL(xsltFreeStylesheet) \
    CALL(xsltFreeTransformContext) CALL(xsltNewSecurityPrefs) \
    CALL(xsltNewStylesheet) CALL(xsltNewTransformContext) \
    CALL(xsltNextImport) CALL(xsltParseStylesheetUser) \
    CALL(xsltQuoteOneUserParam) CALL(xsltRegisterExtFunction) \
    CALL(xsltSaveResultToString) CALL(xsltSecurityForbid) \
    CALL(xsltSetCtxtSecurityPrefs) CALL(xsltSetGenericErrorFunc) \
    CALL(xsltSetLoaderFunc) CALL(xsltSetSecurityPrefs) \
    CALL(xsltSetTransformErrorFunc)

#define LIBEXSLT_CALLS(CALL) CALL(exsltRegisterAll)

extern struct libxslt_calls {
    LIBXSLT_CALLS(LATE_MEMBER)
} libxslt;

extern struct libexslt_calls {
    LIBEXSLT_CALLS(LATE_MEMBER)
} libexslt;

#define exsltRegisterAll libexslt.exsltRegisterAll
#define xsltApplyStylesheetUser libxslt.xsltApplyStylesheetUser
#define xsltFormatNumberConversion libxslt.xsltFormatNumberConversion
#define xsltFreeSecurityPrefs libxslt.xsltFreeSecurityPrefs
#define xsltFreeStylesheet libxslt.xsltFreeStylesheet
#define xsltFreeTransformContext libxslt.xsltFreeTransformContext
#define xsltNewSecurityPrefs libxslt.xsltNewSecurityPrefs
#define xsltNewStylesheet libxslt.xsltNewStylesheet
#define xsltNewTransformContext libxslt.xsltNewTransformContext
#define xsltNextImport libxslt.xsltNextImport
#define xsltParseStylesheetUser libxslt.xsltParseStylesheetUser
#define xsltQuoteOneUserParam libxslt.xsltQuoteOneUserParam
#define xsltRegisterExtFunction libxslt.xsltRegisterExtFunction
#define xsltSaveResultToString libxslt.xsltSaveResultToString
#define xsltSecurityForbid libxslt.xsltSecurityForbid
#define xsltSetCtxtSecurityPrefs libxslt.xsltSetCtxtSecurityPrefs
#define xsltSetGenericErrorFunc libxslt.xsltSetGenericErrorFunc
#define xsltSetLoaderFunc libxslt.xsltSetLoaderFunc
#define xsltSetSecurityPrefs libxslt.xsltSetSecurityPrefs
#define xsltSetTransformErrorFunc libxslt.xsltSetTransformErrorFunc

/* Before any other function of a list; false, with a finding (findings may be
 * NULL), where the library cannot be used. */
bool libxslt_open(struct findings *findings);
bool libexslt_open(struct findings *findings);

#endif
