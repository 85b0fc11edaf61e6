/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

char *accord_document_dup_words (AccordRecord *document);

G_END_DECLS
