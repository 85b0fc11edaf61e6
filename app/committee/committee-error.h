/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ACCORD_COMMITTEE_ERROR:
 *
 * Errors of reading and keeping committee pages; each message is a sentence for people.
 */
#define ACCORD_COMMITTEE_ERROR (accord_committee_error_quark ())
GQuark accord_committee_error_quark (void);

/**
 * AccordCommitteeError:
 * @ACCORD_COMMITTEE_ERROR_TOO_LARGE: the page is larger than what is read
 * @ACCORD_COMMITTEE_ERROR_NOT_A_PAGE: it is no committee page, but something that is recognised: an error
 * page, a redirect, a page of another system
 * @ACCORD_COMMITTEE_ERROR_BROKEN: it is not well-formed, or not text
 * @ACCORD_COMMITTEE_ERROR_BODY: which body it is of is not in the page, and nobody said
 * @ACCORD_COMMITTEE_ERROR_DATE: of what day it is is not in the page, and nobody said
 * @ACCORD_COMMITTEE_ERROR_CHANGED: the workspace has changed since the plan was made, so that it is to be
 * made anew
 * @ACCORD_COMMITTEE_ERROR_REFUSED: the council's site refuses, or answers with something else
 */
typedef enum
{
  ACCORD_COMMITTEE_ERROR_TOO_LARGE,
  ACCORD_COMMITTEE_ERROR_NOT_A_PAGE,
  ACCORD_COMMITTEE_ERROR_BROKEN,
  ACCORD_COMMITTEE_ERROR_BODY,
  ACCORD_COMMITTEE_ERROR_DATE,
  ACCORD_COMMITTEE_ERROR_CHANGED,
  ACCORD_COMMITTEE_ERROR_REFUSED,
} AccordCommitteeError;

G_END_DECLS
