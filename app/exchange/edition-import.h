/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "edition-file.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordEditionFate:
 * @ACCORD_EDITION_FIRST: the workspace has no edition of this table yet
 * @ACCORD_EDITION_ANOTHER: it becomes another edition beside those that are there
 * @ACCORD_EDITION_SAME: the workspace has it already; nothing is done
 *
 * What becomes of an edition of a file.
 */
typedef enum
{
  ACCORD_EDITION_FIRST,
  ACCORD_EDITION_ANOTHER,
  ACCORD_EDITION_SAME,
} AccordEditionFate;

/**
 * AccordEditionMade:
 * @fate: what becomes of it
 * @edition: it, as it is kept; where it is there already, the one that is
 * @n_figures: how many figures it has: bands, years, kinds of works, grades or unit costs
 * @beside: (nullable): the newest edition of the same table that is there
 * @differences: (nullable) (element-type utf8): what it says otherwise than @beside, a sentence each
 *
 * What importing a file does for one edition in it.
 */
typedef struct
{
  AccordEditionFate fate;
  AccordRecord *edition;
  guint n_figures;
  AccordRecord *beside;
  GPtrArray *differences;
} AccordEditionMade;

/**
 * AccordEditionResult:
 * @made: (element-type AccordEditionMade): the editions of the file, in its order
 * @n_new: how many of them are new
 * @change: number of the change in the journal; 0 if nothing was to be done or it was a dry run
 *
 * What an import did, or would do.
 */
typedef struct
{
  GPtrArray *made;
  guint n_new;
  gint64 change;
} AccordEditionResult;

AccordEditionResult *accord_edition_import (AccordWorkspace *workspace, AccordEditionFile *file,
                                            gboolean dry_run, GCancellable *cancellable, GError **error);
void accord_edition_import_async (AccordWorkspace *workspace, AccordEditionFile *file, gboolean dry_run,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
AccordEditionResult *accord_edition_import_finish (AccordWorkspace *workspace, GAsyncResult *result,
                                                   GError **error);
void accord_edition_result_free (AccordEditionResult *self);
char *accord_edition_made_dup_fate (const AccordEditionMade *self);
char *accord_edition_made_dup_sentence (const AccordEditionMade *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordEditionResult, accord_edition_result_free)

G_END_DECLS
