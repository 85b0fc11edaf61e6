/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack-folder.h"
#include "pack.h"

G_BEGIN_DECLS

/**
 * AccordPack:
 * @ref_count: how often it is held
 * @name: what the file is called
 * @folder: (nullable): where its parts lie, as 0, 1, 2 …
 * @lock: how the file was sealed
 * @manifest: what it says of itself
 * @signer: whose signature is good
 * @content: bytes of case.json
 *
 * A pack that was read whole, or is being read.
 */
struct _AccordPack
{
  gint ref_count;
  char *name;
  AccordPackFolder *folder;
  AccordAgeLock lock;
  AccordPackManifest *manifest;
  AccordPublicKey *signer;
  GBytes *content;
};

/* An empty one, with a folder of its own. */
AccordPack *accord_pack_new (GFile *file, GError **error);
char *accord_pack_dup_part_path (AccordPack *self, guint index);
/* What the first bytes of a file say; %FALSE where it is no pack. */
gboolean accord_pack_look_at (const guint8 *bytes, gsize n_bytes, AccordAgeLock *lock, GError **error);
char *accord_pack_dup_file_name (GFile *file);
/* Makes one sentence of what is wrong with it. */
void accord_pack_settle_error (GFile *file, GError **error);

/* What of a pack is being read, and how far. */
typedef struct
{
  AccordPack *pack;
  gint64 packed;
  AccordProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} AccordPackReading;

gboolean accord_pack_read_stream (const AccordPackReading *reading, GInputStream *stream, GError **error);

G_END_DECLS
