/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "writer.h"

G_BEGIN_DECLS

/**
 * AccordRowsPaste:
 *
 * A block of a spreadsheet on its way to becoming records: its columns, which field each of them fills, and
 * what is wrong with which of its rows. Reference-counted; used by one thread at a time.
 */
typedef struct _AccordRowsPaste AccordRowsPaste;

AccordRowsPaste *accord_rows_paste_new (const AccordKind *kind, const char *text, const guint *fields,
                                        guint n_fields, GError **error);
AccordRowsPaste *accord_rows_paste_ref (AccordRowsPaste *self);
void accord_rows_paste_unref (AccordRowsPaste *self);

void accord_rows_paste_set_preset (AccordRowsPaste *self, AccordRecord *preset);
const AccordKind *accord_rows_paste_get_kind (AccordRowsPaste *self);
guint accord_rows_paste_get_n_rows (AccordRowsPaste *self);
guint accord_rows_paste_get_n_columns (AccordRowsPaste *self);
gboolean accord_rows_paste_has_heading (AccordRowsPaste *self);
char *accord_rows_paste_dup_column_name (AccordRowsPaste *self, guint column);
const char *accord_rows_paste_get_cell (AccordRowsPaste *self, guint row, guint column);
int accord_rows_paste_get_field (AccordRowsPaste *self, guint column);
void accord_rows_paste_set_field (AccordRowsPaste *self, guint column, int field);

gboolean accord_rows_paste_check (AccordRowsPaste *self, AccordReader *reader, GError **error);
gboolean accord_rows_paste_write (AccordWriter *writer, gpointer data, GError **error);
guint accord_rows_paste_get_n_good (AccordRowsPaste *self);
const char *accord_rows_paste_get_reason (AccordRowsPaste *self, guint row);
guint accord_rows_paste_get_n_done (AccordRowsPaste *self);
char *accord_rows_paste_dup_label (AccordRowsPaste *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordRowsPaste, accord_rows_paste_unref)

G_END_DECLS
