/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ods.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordOdsOptions:
 * @name: what the file or answer is called
 * @address: (nullable): where it was fetched
 * @fetched_at: (nullable): when, in UTC to the second
 * @known_only: whether to leave out what the workspace does not have yet
 * @commissioner: (nullable): the code of a commissioner: only its practices are new
 * @dry_run: whether to keep nothing and only find out what would be done
 *
 * How a register file is taken in.
 */
typedef struct
{
  const char *name;
  const char *address;
  const char *fetched_at;
  gboolean known_only;
  const char *commissioner;
  gboolean dry_run;
} AccordOdsOptions;

/**
 * AccordOdsAlike:
 * @code: the code of an organisation that the register has
 * @name: its name
 * @id: an organisation without a code that is called the same, and is not taken for it
 *
 * What may be one organisation kept twice.
 */
typedef struct
{
  char *code;
  char *name;
  gint64 id;
} AccordOdsAlike;

/**
 * AccordOdsResult:
 * @added: organisations that are new
 * @updated: organisations that the register now says otherwise
 * @same: organisations that are as they were
 * @left_out: organisations that were not asked for
 * @closed: organisations among @added and @updated that have ended since
 * @linked: successions that were noted
 * @unlinked: (element-type utf8): a sentence for each succession that names an organisation that is not here
 * @kept: (element-type utf8): a sentence for each thing that the register says otherwise than the workspace,
 *   which rests on another source and was left alone
 * @alike: (element-type AccordOdsAlike): what may be there twice
 * @source: the source document that stands for the file, or 0
 * @change: number of the change in the journal; 0 if nothing was to be done or it was a dry run
 *
 * What taking in a register file did.
 */
typedef struct
{
  guint added;
  guint updated;
  guint same;
  guint left_out;
  guint closed;
  guint linked;
  GPtrArray *unlinked;
  GPtrArray *kept;
  GPtrArray *alike;
  gint64 source;
  gint64 change;
} AccordOdsResult;

void accord_ods_result_free (AccordOdsResult *self);

AccordOdsResult *accord_ods_import (AccordWorkspace *workspace, AccordOdsFile *file,
                                    const AccordOdsOptions *options, AccordProgressFunc progress,
                                    gpointer progress_data, GCancellable *cancellable, GError **error);
void accord_ods_import_async (AccordWorkspace *workspace, AccordOdsFile *file,
                              const AccordOdsOptions *options, AccordProgressFunc progress,
                              gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
AccordOdsResult *accord_ods_import_finish (AccordWorkspace *workspace, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordOdsResult, accord_ods_result_free)

G_END_DECLS
