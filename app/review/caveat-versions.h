/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-file.h"

G_BEGIN_DECLS

GHashTable *accord_caveat_versions_read (AccordReader *reader, const AccordCaseFile *file, GError **error);
const char *accord_caveat_versions_find (GHashTable *versions, AccordRecord *caveat);

G_END_DECLS
