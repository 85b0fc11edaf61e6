/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "travel.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * Apart:
 * @manifest: what the pack says of itself
 * @dossier: its case.json
 * @text: (nullable): what stands for that instead, to the byte
 * @parts: (element-type GBytes): its parts, in the order of the manifest
 * @ours: the case as it is where the pack goes, to lie about
 * @schema: the kinds of record there are
 * @done: what was made of it, in words
 *
 * A valid pack that was taken apart by somebody who may sign it again: a partner whose program is broken, or
 * who means harm.
 */
typedef struct
{
  JsonNode *manifest;
  JsonNode *dossier;
  GBytes *text;
  GPtrArray *parts;
  AccordDossier *ours;
  AccordSchema *schema;
  GString *done;
} Apart;

/* @ours: (nullable): the workspace that it goes to */
Apart *apart_new (AccordPack *pack, Travel *travel, AccordWorkspace *ours);
void apart_free (Apart *self);
/* Makes nonsense of it somewhere. */
void apart_mutate (Apart *self, GRand *rand);
/* Its records, and one of a kind; %NULL where there is none. */
JsonArray *apart_get_records (Apart *self);
JsonObject *apart_find (Apart *self, const char *kind);
/* Signed by @signer, whole again and read. Returns: (nullable): %NULL with @error where the reader refuses
 * it. */
AccordPack *apart_sign (Apart *self, Travel *travel, AccordKeyPair *signer, GError **error);
/* What came of it is told as an error should be. */
void apart_assert_told (const GError *error, const Apart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Apart, apart_free)

G_END_DECLS
