/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-import.h"

#include "committee-error.h"
#include "plan-private.h"

#include <glib/gi18n-lib.h>

/* One import, as it goes to the writing thread. */
typedef struct
{
  const AccordPagesImport *import;
  AccordWriter *writer;
  AccordCommitteeKnown *known;
  guint n_kept;
  gboolean rehearsed;
} Importing;

/* Many pages at once are written as spend files are: with their indexes made at the end. */
static gboolean
begin_bulk (Importing *self, GError **error)
{
  static const char *const kinds[] = { "source",      "meeting",  "item",   "resolution",
                                       "declaration", "question", "action", "paper" };
  AccordSchema *schema = accord_reader_get_schema (accord_writer_get_reader (self->writer));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!accord_writer_begin_bulk (self->writer, accord_schema_find_kind (schema, kinds[i]),
                                   self->import->expected, error))
      return FALSE;
  return TRUE;
}

/* What has to be asked first is about the page; anything else ends the import. */
static gboolean
is_about_page (const GError *error)
{
  return error->domain == ACCORD_COMMITTEE_ERROR && error->code != ACCORD_COMMITTEE_ERROR_CHANGED;
}

static gboolean
write_page (Importing *self, AccordCommitteePage *page, const AccordPlanOptions *options, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (self->writer);
  g_autoptr (AccordCommitteePlan) plan =
      accord_committee_plan_new_known (reader, self->known, page, options, error);
  g_autoptr (GError) problem = NULL;
  AccordPlanResult result;

  if (plan == NULL)
    return FALSE;
  if (self->import->others_too)
    plan->needs &= ~ACCORD_PLAN_NEEDS_KIND;
  if (accord_committee_plan_write_known (plan, self->writer, self->known, &result, &problem))
    {
      self->n_kept++;
      if (self->import->told != NULL)
        self->import->told (plan, &result, NULL, self->import->data);
      return TRUE;
    }
  if (!is_about_page (problem))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (self->import->told != NULL)
    self->import->told (plan, NULL, problem, self->import->data);
  return TRUE;
}

static gboolean
write_pages (Importing *self, GError **error)
{
  GCancellable *cancellable = accord_reader_get_cancellable (accord_writer_get_reader (self->writer));

  for (;;)
    {
      AccordPlanOptions options = { ACCORD_UNKNOWN, NULL };
      g_autoptr (AccordCommitteePage) page = self->import->next (&options, self->import->data);

      if (page == NULL)
        return !g_cancellable_set_error_if_cancelled (cancellable, error);
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !write_page (self, page, &options, error))
        return FALSE;
    }
}

static gboolean
write_import (AccordWriter *writer, gpointer data, GError **error)
{
  Importing *self = data;
  gboolean done;

  self->writer = writer;
  self->known = accord_committee_known_new (accord_writer_get_reader (writer), error);
  if (self->known == NULL)
    return FALSE;
  done = begin_bulk (self, error) && write_pages (self, error);
  g_clear_pointer (&self->known, accord_committee_known_free);
  if (!done || !self->import->dry_run)
    return done;
  /* A change that fails is not kept; this one fails when all is known that it would have done. */
  self->rehearsed = TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Nothing was kept."));
  return FALSE;
}

/**
 * accord_committee_import:
 * @workspace: a workspace
 * @import: what is to be brought in
 * @change: (out): number of the change in the journal; 0 if nothing was to be done, or in a dry run
 * @cancellable: (nullable): to stop; nothing is kept then
 * @error: return location for an error
 *
 * Keeps pages one after another, each as accord_committee_plan_write() does, all as one change that one undo
 * takes back. A page of which something has to be asked first is refused, and the others are kept. Blocks.
 *
 * Returns: %FALSE with nothing kept when it was cancelled, or with an error of the workspace
 */
gboolean
accord_committee_import (AccordWorkspace *workspace, const AccordPagesImport *import, gint64 *change,
                         GCancellable *cancellable, GError **error)
{
  Importing importing = { .import = import };
  g_autoptr (GError) failure = NULL;
  g_autoptr (AccordChange) done = accord_workspace_write (workspace, _ ("Import committee pages"),
                                                          write_import, &importing, cancellable, &failure);

  *change = done != NULL ? accord_change_get_id (done) : 0;
  if (done != NULL || importing.rehearsed)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
