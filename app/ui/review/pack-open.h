/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "key-pair.h"
#include "review/pack-facts.h"
#include "shell/task.h"

G_BEGIN_DECLS

/**
 * AccordPackOpened:
 * @lock: how the file is sealed
 * @pack: (nullable): the pack, where it could be read
 * @facts: (nullable): what there is to know of it here
 *
 * A pack that was opened; nothing of it is anywhere yet.
 */
typedef struct
{
  AccordAgeLock lock;
  AccordPack *pack;
  AccordPackFacts *facts;
} AccordPackOpened;

/**
 * AccordPackOpening:
 * @file: the file
 * @workspace: (nullable): where it is opened
 * @schema: the kinds there are
 * @own: (nullable): the key of who sits here
 * @passphrase: (nullable): the pack's
 *
 * What a pack is opened with. Read during the call only.
 */
typedef struct
{
  GFile *file;
  AccordWorkspace *workspace;
  AccordSchema *schema;
  AccordKeyPair *own;
  const char *passphrase;
} AccordPackOpening;

void accord_pack_opened_free (AccordPackOpened *self);

void accord_pack_look_async (GFile *file, AccordTask *work, GAsyncReadyCallback callback, gpointer user_data);
gboolean accord_pack_look_finish (GAsyncResult *result, AccordAgeLock *lock, GError **error);
void accord_pack_open_async (const AccordPackOpening *opening, AccordTask *work, GAsyncReadyCallback callback,
                             gpointer user_data);
AccordPackOpened *accord_pack_open_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPackOpened, accord_pack_opened_free)

G_END_DECLS
