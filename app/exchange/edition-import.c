/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition-import.h"

#include <glib/gi18n-lib.h>

#include "editions-rows.h"
#include "editions.h"
#include "source.h"
#include "today.h"
#include "unit-costs.h"

/* One import, as it goes to the writing thread. */
typedef struct
{
  AccordEditionFile *file;
  AccordEditionResult *result;
  gint64 source;
  gboolean dry_run;
  gboolean rehearsed;
} Import;

static void
made_free (gpointer data)
{
  AccordEditionMade *self = data;

  g_clear_object (&self->edition);
  g_clear_object (&self->beside);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_free (self);
}

/**
 * accord_edition_result_free:
 * @self: (nullable) (transfer full): a result
 */
void
accord_edition_result_free (AccordEditionResult *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->made);
  g_free (self);
}

/* Whether an edition was taken in from the very bytes of the file. */
static gboolean
is_of_file (AccordReader *reader, AccordRecord *edition, AccordEditionFile *file)
{
  const gint64 id = accord_record_get_int (edition, "source");
  g_autoptr (AccordRecord) source =
      id != ACCORD_UNKNOWN ? accord_reader_get (reader, accord_kind_for_type (ACCORD_TYPE_SOURCE), id, NULL)
                           : NULL;

  return source != NULL && g_strcmp0 (accord_record_get_text (source, "digest"), file->probe->digest) == 0;
}

static gboolean
is_same_text (AccordRecord *a, AccordRecord *b, const char *field)
{
  return g_strcmp0 (accord_record_get_text (a, field), accord_record_get_text (b, field)) == 0;
}

/* What a draft says otherwise than an edition of the workspace. */
static GPtrArray *
compare (AccordReader *reader, AccordRecord *other, const AccordEditionDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (draft->unit_costs != NULL)
    {
      lines = accord_unit_costs_list (reader, accord_record_get_id (other), error);
      if (lines == NULL)
        return NULL;
    }
  return accord_editions_compare_content (other, lines, draft->edition, draft->unit_costs, error);
}

/* It is there where its figures are, and they are from the same edition or the same file. */
static gboolean
find_same (AccordReader *reader, Import *self, const AccordEditionDraft *draft, GPtrArray *others,
           AccordRecord **same, GError **error)
{
  *same = NULL;
  for (guint i = 0; i < others->len && *same == NULL; i++)
    {
      AccordRecord *other = others->pdata[i];
      g_autoptr (GPtrArray) differences = NULL;

      if (!(is_same_text (other, draft->edition, "edition")
            && is_same_text (other, draft->edition, "publisher"))
          && !is_of_file (reader, other, self->file))
        continue;
      differences = compare (reader, other, draft, error);
      if (differences == NULL)
        return FALSE;
      if (differences->len == 0)
        *same = other;
    }
  return TRUE;
}

/* Two editions are never called the same: the second one is "v1.4 (2)". */
static void
make_distinct (AccordRecord *edition, GPtrArray *others)
{
  g_autofree char *stated = g_strdup (accord_record_get_text (edition, "edition"));

  for (guint n = 2;; n++)
    {
      g_autofree char *other = NULL;
      gboolean taken = FALSE;

      for (guint i = 0; i < others->len && !taken; i++)
        taken = is_same_text (others->pdata[i], edition, "edition");
      if (!taken)
        return;
      other = g_strdup_printf ("%s (%u)", stated, n);
      accord_record_set_text (edition, "edition", other);
    }
}

static guint
count_figures (const AccordEditionDraft *draft)
{
  g_autoptr (AccordEditionRows) rows = accord_edition_read_rows (draft->edition, NULL);

  if (draft->unit_costs != NULL)
    return draft->unit_costs->len;
  return rows != NULL ? rows->rows->len : 0;
}

/* Which file the figures are from, once for all its editions. */
static gboolean
write_source (AccordWriter *writer, Import *self, GError **error)
{
  g_autoptr (AccordRecord) source = NULL;
  g_autofree char *today = accord_today_dup ();
  g_autoptr (GString) note = g_string_new (self->file->form);

  if (self->source != 0)
    return TRUE;
  for (guint i = 0; i < self->file->remarks->len; i++)
    g_string_append_printf (note, "\n%s", (char *) self->file->remarks->pdata[i]);
  source = accord_record_new (accord_kind_for_type (ACCORD_TYPE_SOURCE));
  accord_record_set_text (source, "title", self->file->probe->name);
  accord_record_set_text (source, "type", "other");
  accord_record_set_text (source, "file-name", self->file->probe->name);
  accord_record_set_text (source, "digest", self->file->probe->digest);
  accord_record_set_text (source, "fetched", today);
  accord_record_set_text (source, "note", note->str);
  if (!accord_writer_insert (writer, source, error))
    return FALSE;
  self->source = accord_record_get_id (source);
  return TRUE;
}

static gboolean
write_draft (AccordWriter *writer, Import *self, const AccordEditionDraft *draft, AccordRecord *edition,
             GError **error)
{
  if (!write_source (writer, self, error))
    return FALSE;
  accord_record_set_int (edition, "source", self->source);
  if (!accord_writer_insert (writer, edition, error))
    return FALSE;
  /* A line is from the file that its edition is from. */
  for (guint i = 0; draft->unit_costs != NULL && i < draft->unit_costs->len; i++)
    {
      g_autoptr (AccordRecord) line = accord_record_copy (draft->unit_costs->pdata[i]);

      accord_record_set_int (line, "edition", accord_record_get_id (edition));
      if (!accord_writer_insert (writer, line, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_draft (AccordWriter *writer, Import *self, const AccordEditionDraft *draft, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (AccordRecord) edition = accord_record_copy (draft->edition);
  g_autoptr (GPtrArray) others = accord_editions_list_alike (reader, edition, error);
  AccordEditionMade *made;
  AccordRecord *same;

  if (others == NULL || !find_same (reader, self, draft, others, &same, error))
    return FALSE;
  made = g_new0 (AccordEditionMade, 1);
  g_ptr_array_add (self->result->made, made);
  made->n_figures = count_figures (draft);
  made->fate = same != NULL      ? ACCORD_EDITION_SAME
               : others->len > 0 ? ACCORD_EDITION_ANOTHER
                                 : ACCORD_EDITION_FIRST;
  made->edition = g_object_ref (same != NULL ? same : edition);
  if (same != NULL)
    return TRUE;
  self->result->n_new++;
  if (others->len > 0)
    {
      made->beside = g_object_ref (others->pdata[0]);
      made->differences = compare (reader, made->beside, draft, error);
      if (made->differences == NULL)
        return FALSE;
    }
  make_distinct (edition, others);
  return write_draft (writer, self, draft, edition, error);
}

static gboolean
write_import (AccordWriter *writer, gpointer data, GError **error)
{
  Import *self = data;

  if (!accord_csv_probe_check (self->file->probe, self->file->file, NULL, error))
    return FALSE;
  for (guint i = 0; i < self->file->drafts->len; i++)
    if (!take_draft (writer, self, self->file->drafts->pdata[i], error))
      return FALSE;
  if (!self->dry_run && self->result->n_new > 0)
    return TRUE;
  /* A change that fails is not kept; this one fails when all is known that it would have done. */
  self->rehearsed = TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Nothing was kept."));
  return FALSE;
}

static Import *
import_new (AccordEditionFile *file, gboolean dry_run)
{
  Import *self = g_new0 (Import, 1);

  self->file = accord_edition_file_ref (file);
  self->dry_run = dry_run;
  self->result = g_new0 (AccordEditionResult, 1);
  self->result->made = g_ptr_array_new_with_free_func (made_free);
  return self;
}

static void
import_free (gpointer data)
{
  Import *self = data;

  accord_edition_file_unref (self->file);
  g_clear_pointer (&self->result, accord_edition_result_free);
  g_free (self);
}

/* What was done or, in a dry run, would have been; %NULL with @failure as @error. */
static AccordEditionResult *
take_result (Import *self, AccordChange *change, GError *failure, GError **error)
{
  g_autoptr (GError) owned = failure;

  if (change == NULL && !self->rehearsed)
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return NULL;
    }
  self->result->change = change != NULL ? accord_change_get_id (change) : 0;
  return g_steal_pointer (&self->result);
}

static char *
dup_label (AccordEditionFile *file)
{
  return g_strdup_printf (_ ("Import editions from %s"), file->probe->name);
}

/**
 * accord_edition_import:
 * @workspace: a workspace
 * @file: a file of published figures
 * @dry_run: whether to keep nothing and only find out what would be done
 * @cancellable: (nullable): to stop with; nothing is kept then
 * @error: return location for a #GError
 *
 * Takes in the editions of a file that are not there yet, as one change, which one undo takes back. An
 * edition that is there is never changed: what a file says otherwise becomes another one beside it. Blocks.
 *
 * Returns: (transfer full) (nullable): what was done; %NULL with nothing kept
 */
AccordEditionResult *
accord_edition_import (AccordWorkspace *workspace, AccordEditionFile *file, gboolean dry_run,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordChange) change = NULL;
  g_autofree char *label = NULL;
  AccordEditionResult *result;
  GError *failure = NULL;
  Import *import;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace) && file != NULL, NULL);

  import = import_new (file, dry_run);
  label = dup_label (file);
  change = accord_workspace_write (workspace, label, write_import, import, cancellable, &failure);
  result = take_result (import, change, failure, error);
  import_free (import);
  return result;
}

static void
on_written (GObject *object, GAsyncResult *written, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *failure = NULL, *error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write_finish (ACCORD_WORKSPACE (object), written, &failure);
  AccordEditionResult *result = take_result (g_task_get_task_data (task), change, failure, &error);

  if (result == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, (GDestroyNotify) accord_edition_result_free);
}

/**
 * accord_edition_import_async:
 * @workspace: a workspace
 * @file: a file of published figures
 * @dry_run: whether to keep nothing and only find out what would be done
 * @cancellable: (nullable): to stop with; nothing is kept then
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * As accord_edition_import(), without blocking.
 */
void
accord_edition_import_async (AccordWorkspace *workspace, AccordEditionFile *file, gboolean dry_run,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Import *import = import_new (file, dry_run);
  g_autofree char *label = dup_label (file);

  g_task_set_task_data (task, import, import_free);
  accord_workspace_write_async (workspace, label, write_import, import, NULL, cancellable, on_written,
                                g_steal_pointer (&task));
}

/**
 * accord_edition_import_finish:
 * @workspace: the workspace
 * @result: the result that the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): as accord_edition_import()
 */
AccordEditionResult *
accord_edition_import_finish (AccordWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static char *
dup_count (const AccordEditionMade *self)
{
  static const struct
  {
    const char *sort;
    const char *one;
    const char *many;
  } words[] = {
    { "schedule", N_ ("%u band"), N_ ("%u bands") },
    { "deflator", N_ ("%u year"), N_ ("%u years") },
    { "bias", N_ ("%u kind of works"), N_ ("%u kinds of works") },
    { "grades", N_ ("%u grade"), N_ ("%u grades") },
    { "unit-costs", N_ ("%u unit cost"), N_ ("%u unit costs") },
  };
  const char *sort = accord_record_get_text (self->edition, "sort");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].sort, sort) == 0)
      {
        const char *form = ngettext (words[i].one, words[i].many, self->n_figures);
        g_autofree char *number = g_strdup_printf ("%u", self->n_figures);
        g_auto (GStrv) parts = g_strsplit (form, "%u", 2);

        return g_strjoinv (number, parts);
      }
  return g_strdup ("");
}

/**
 * accord_edition_made_dup_fate:
 * @self: what becomes of an edition
 *
 * Returns: (transfer full): it in words, where the edition is named beside them
 */
char *
accord_edition_made_dup_fate (const AccordEditionMade *self)
{
  g_autofree char *count = dup_count (self);

  switch (self->fate)
    {
    case ACCORD_EDITION_SAME:
      return g_strdup (_ ("It is there already: nothing new."));
    case ACCORD_EDITION_ANOTHER:
      /* Translators: how many figures it has. */
      return g_strdup_printf (_ ("It has %s, and becomes another edition beside those that are there."),
                              count);
    case ACCORD_EDITION_FIRST:
    default:
      return g_strdup_printf (_ ("It has %s, and is new."), count);
    }
}

/**
 * accord_edition_made_dup_sentence:
 * @self: what becomes of an edition
 *
 * Returns: (transfer full): it in a sentence
 */
char *
accord_edition_made_dup_sentence (const AccordEditionMade *self)
{
  g_autofree char *title = accord_edition_dup_title (self->edition), *count = dup_count (self);

  switch (self->fate)
    {
    case ACCORD_EDITION_SAME:
      return g_strdup_printf (_ ("“%s” is there already: nothing new."), title);
    case ACCORD_EDITION_ANOTHER:
      return g_strdup_printf (_ ("“%s”, %s, becomes another edition beside those that are there."), title,
                              count);
    case ACCORD_EDITION_FIRST:
    default:
      return g_strdup_printf (_ ("“%s”, %s, is new."), title, count);
    }
}
