/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "writer.h"

G_BEGIN_DECLS

/**
 * AccordEditMany:
 * @values: a record with the new values
 * @fields: (element-type guint): which of its fields count
 * @ids: (element-type gint64): the records to change
 * @partly: whether to change the others when some are refused
 * @n_changed: how many were changed
 * @title: what the one was called that was changed last, or %NULL
 * @refusals: (element-type utf8): a sentence for each record that was refused, in the order of @ids
 *
 * The same values for some fields of several records. Reference-counted; used by one thread at a time.
 */
typedef struct
{
  AccordRecord *values;
  GArray *fields;
  GArray *ids;
  gboolean partly;
  guint n_changed;
  char *title;
  GPtrArray *refusals;
} AccordEditMany;

AccordEditMany *accord_edit_many_new (AccordRecord *values, GArray *fields, GArray *ids);
AccordEditMany *accord_edit_many_ref (AccordEditMany *self);
void accord_edit_many_unref (AccordEditMany *self);
char *accord_edit_many_dup_label (AccordEditMany *self);
gboolean accord_edit_many_write (AccordWriter *writer, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordEditMany, accord_edit_many_unref)

G_END_DECLS
