/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"
#include "status.h"

G_BEGIN_DECLS

/**
 * AccordRowSummary:
 * @title: what the record is called
 * @figure: the sum or count it is about, in short form, or %NULL
 * @words: a second line made of up to two fields, or %NULL
 * @status: the shape before @words, or %NULL
 *
 * A record in two lines.
 */
typedef struct
{
  char *title;
  char *figure;
  char *words;
  const AccordStatus *status;
} AccordRowSummary;

void accord_row_summary_clear (AccordRowSummary *self);

gboolean accord_column_is_figure (const AccordField *field);
char *accord_column_dup_title (const AccordField *field);
guint accord_column_get_width (const AccordKind *kind, guint field);

gboolean accord_row_is_missing (AccordRecord *record, guint field, const guint *fields, guint n_fields);
char *accord_row_dup_cell (AccordRecord *record, guint field, const guint *fields, guint n_fields,
                           const char *today, const AccordStatus **status);
char *accord_row_dup_label (AccordRecord *record, const guint *fields, guint n_fields, const char *today);
AccordRowSummary accord_row_summarise (AccordRecord *record, const guint *fields, guint n_fields,
                                       const char *today);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AccordRowSummary, accord_row_summary_clear)

G_END_DECLS
