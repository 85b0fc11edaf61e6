/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/**
 * AccordEditionRows:
 * @headings: (array zero-terminated=1): what its columns are called
 * @rows: (element-type GStrv): its rows, with a text for each heading
 *
 * The table of an edition as people read it: all columns but the first hold numbers.
 */
typedef struct
{
  char **headings;
  GPtrArray *rows;
} AccordEditionRows;

AccordEditionRows *accord_edition_read_rows (AccordRecord *edition, GError **error);
void accord_edition_rows_free (AccordEditionRows *self);
char *accord_edition_dup_title (AccordRecord *edition);
char *accord_edition_dup_source (AccordRecord *edition);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordEditionRows, accord_edition_rows_free)

G_END_DECLS
