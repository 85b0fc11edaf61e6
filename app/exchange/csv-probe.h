/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charset.h"
#include "writer.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AccordCsvProbe:
 * @name: the file's name for people
 * @size: its length in bytes
 * @digest: SHA-256 of its bytes, in hexadecimal
 * @charset: how its letters are coded
 * @separator: what parts its fields: a comma, a semicolon or a tab
 * @tag: what the file system says of its state, for accord_csv_probe_check()
 *
 * What has to be known of a file before its rows can be read.
 */
typedef struct
{
  char *name;
  guint64 size;
  char *digest;
  AccordCharset charset;
  char separator;
  char *tag;
} AccordCsvProbe;

AccordCsvProbe *accord_csv_probe (GFile *file, AccordProgressFunc progress, gpointer progress_data,
                                  GCancellable *cancellable, GError **error);
gboolean accord_csv_probe_check (const AccordCsvProbe *self, GFile *file, GCancellable *cancellable,
                                 GError **error);
AccordCsvProbe *accord_csv_probe_copy (const AccordCsvProbe *self);
void accord_csv_probe_free (AccordCsvProbe *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCsvProbe, accord_csv_probe_free)

G_END_DECLS
