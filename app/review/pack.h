/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "age.h"
#include "manifest.h"
#include "public-key.h"
#include "writer.h"

G_BEGIN_DECLS

/* What a pack may have at most; a pack of more is refused before it is read. */
#define ACCORD_PACK_MAX_PARTS 1000
#define ACCORD_PACK_MAX_MANIFEST (1024 * 1024)
#define ACCORD_PACK_MAX_CASE (64 * 1024 * 1024)
#define ACCORD_PACK_MAX_SIZE (G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024)

/**
 * AccordPackKeys:
 * @identities: (nullable): "AGE-SECRET-KEY-1…" lines, %NULL-terminated
 * @passphrase: (nullable): a passphrase
 *
 * What a sealed pack may be opened with.
 */
typedef struct
{
  const char *const *identities;
  const char *passphrase;
} AccordPackKeys;

/**
 * AccordPack:
 *
 * A pack that was read whole: every size and count within its bounds, every part as the manifest says, the
 * manifest signed by the key that it names. Its parts lie in a private temporary folder under names of our
 * own, which goes with it. Nothing of it is in any workspace. Reference-counted.
 */
typedef struct _AccordPack AccordPack;

#define ACCORD_TYPE_PACK (accord_pack_get_type ())

GType accord_pack_get_type (void);

/* How the file is sealed, by its first bytes; fails where it is no pack at all. */
gboolean accord_pack_look (GFile *file, AccordAgeLock *lock, GCancellable *cancellable, GError **error);
AccordPack *accord_pack_read (GFile *file, const AccordPackKeys *keys, AccordProgressFunc progress,
                              gpointer progress_data, GCancellable *cancellable, GError **error);
AccordPack *accord_pack_ref (AccordPack *self);
void accord_pack_unref (AccordPack *self);
const AccordPackManifest *accord_pack_get_manifest (AccordPack *self);
/* By the signature, which is good; whether anybody trusts that key is another question (trust.h). */
AccordPublicKey *accord_pack_get_signer (AccordPack *self);
AccordAgeLock accord_pack_get_lock (AccordPack *self);
const char *accord_pack_get_file_name (AccordPack *self);
/* The bytes of case.json. */
GBytes *accord_pack_get_case (AccordPack *self);
/* Where a part lies, to be read; for the parts of the manifest, by index. */
GFile *accord_pack_get_part (AccordPack *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPack, accord_pack_unref)

G_END_DECLS
