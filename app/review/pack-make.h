/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier.h"
#include "pack-writer.h"

G_BEGIN_DECLS

/**
 * AccordPackMake:
 * @manifest: what it says of itself; its parts are filled in
 * @dossier: the case
 * @documents: (element-type AccordRecord): documents whose files go along
 * @signer: whose key signs
 * @seal: (nullable): for whom it is sealed
 * @file: where it goes
 * @replace: whether a file that is there is replaced
 * @progress: (nullable): told bytes
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up
 *
 * A pack that is to be made of what stands in a workspace.
 */
typedef struct
{
  AccordPackManifest *manifest;
  const AccordDossier *dossier;
  GPtrArray *documents;
  AccordKeyPair *signer;
  const AccordPackSeal *seal;
  GFile *file;
  gboolean replace;
  AccordProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} AccordPackMake;

gboolean accord_pack_make (AccordReader *reader, const AccordPackMake *make, GError **error);

/* Who a pack is from or to. */
AccordPackParty *accord_pack_party_read (AccordReader *reader, gint64 organisation, GError **error);
AccordPackParty *accord_pack_party_copy (const AccordPackParty *party);
/* The moment, as manifests have it. */
char *accord_pack_dup_now (void);

/**
 * AccordPackPlace:
 *
 * The place of a pack that is written while a change is open: what was there comes back when the change is
 * not kept.
 */
typedef struct _AccordPackPlace AccordPackPlace;

AccordPackPlace *accord_pack_place_new (GFile *file, gboolean replace);
/* The pack is in its place. */
void accord_pack_place_take (AccordPackPlace *self);
/* Ends it: the pack stays, or what was there before comes back. */
void accord_pack_place_end (AccordPackPlace *self, gboolean keep);

G_END_DECLS
