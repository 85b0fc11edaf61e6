/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_DOCUMENT (accord_document_get_type ())

/**
 * AccordDocument:
 *
 * A file that is kept in the workspace, and what it belongs to.
 */
ACCORD_DECLARE_RECORD (AccordDocument, accord_document, DOCUMENT)

G_END_DECLS
