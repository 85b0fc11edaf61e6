/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reading.h"
#include "trust.h"

G_BEGIN_DECLS

/**
 * AccordReadingFile:
 * @path: where it is
 * @reading: how it stands
 *
 * A reading file that is there.
 */
typedef struct
{
  char *path;
  AccordReading *reading;
} AccordReadingFile;

void accord_reading_file_free (AccordReadingFile *self);
GPtrArray *accord_readings_read (const char *folder, AccordSchema *schema, guint most,
                                 GCancellable *cancellable);
void accord_readings_read_async (AccordSchema *schema, guint most, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *accord_readings_read_finish (GAsyncResult *result, GError **error);
gboolean accord_readings_judge (const char *folder, AccordSchema *schema, const AccordPackParty *party,
                                AccordPublicKey *key, AccordTrust *trust, char **sentence,
                                AccordPublicKey **known, GCancellable *cancellable);

G_END_DECLS
