/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "edition-file.h"

AccordEditionFile *edition_open_text (const char *text, AccordEditionWanted wanted, GError **error);
AccordEditionFile *edition_require (const char *text);
AccordRecord *edition_get (AccordEditionFile *file, guint index);
gboolean edition_has_remark (AccordEditionFile *file, const char *words);
AccordEditionFile *edition_open_shared (const char *name);
