/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "editions-rows.h"
#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordEditionUse:
 * @kind: the kind of the record that uses an edition
 * @id: it
 * @title: what it is called
 * @as: what it uses the edition as
 *
 * A record that stands on an edition.
 */
typedef struct
{
  const char *kind;
  gint64 id;
  char *title;
  char *as;
} AccordEditionUse;

/**
 * AccordEditionData:
 * @rows: (nullable): the table; %NULL of unit costs, and where it cannot be read
 * @problem: (nullable): why it cannot be read
 * @uses: (element-type AccordEditionUse): what stands on it
 * @other: (nullable): the newest other edition of the same table
 * @other_is_newer: whether that is newer than the edition itself
 * @differences: (nullable) (element-type utf8): what @other says otherwise
 * @n_lines: how many unit costs it has
 *
 * What the page of an edition shows.
 */
typedef struct
{
  AccordEditionRows *rows;
  char *problem;
  GPtrArray *uses;
  AccordRecord *other;
  gboolean other_is_newer;
  GPtrArray *differences;
  gint64 n_lines;
} AccordEditionData;

AccordEditionData *accord_edition_data_read (AccordReader *reader, gint64 id, GError **error);
void accord_edition_data_free (AccordEditionData *self);

G_END_DECLS
