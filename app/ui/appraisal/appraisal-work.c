/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/appraisal-work-private.h"

#include "editions.h"

#include <glib/gi18n-lib.h>

/* More organisations than these are found by typing more of their name elsewhere; a choice cannot list them.
 */
#define MOST_ORGANISATIONS 50000

enum
{
  LOADED,
  LINES_CHANGED,
  FIGURES_CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AccordAppraisalWork, accord_appraisal_work, G_TYPE_OBJECT)

/* --- Reading. */

typedef struct
{
  AccordAppraisalFile *file;
  GPtrArray *offers;
  GPtrArray *organisations;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  accord_appraisal_file_free (answer->file);
  g_clear_pointer (&answer->offers, g_ptr_array_unref);
  g_clear_pointer (&answer->organisations, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static void
organisation_free (gpointer data)
{
  AccordWorkOrganisation *self = data;

  g_free (self->uid);
  g_free (self->name);
  g_free (self->short_name);
  g_free (self);
}

static gboolean
take_organisation (AccordRecord *record, gpointer data, GError **error)
{
  AccordWorkOrganisation *organisation = g_new0 (AccordWorkOrganisation, 1);

  organisation->id = accord_record_get_id (record);
  organisation->uid = g_strdup (accord_record_get_uid (record));
  organisation->name = accord_record_dup_title (record);
  organisation->short_name = g_strdup (accord_record_get_text (record, "short-name"));
  g_ptr_array_add (data, organisation);
  return TRUE;
}

static GPtrArray *
read_organisations (AccordReader *reader, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "organisation");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (organisation_free);

  accord_query_set_sort (query, (int) kind->title_field, FALSE);
  accord_query_set_limit (query, MOST_ORGANISATIONS);
  return accord_reader_walk (reader, query, take_organisation, found, error) ? g_steal_pointer (&found)
                                                                             : NULL;
}

static gpointer
read_all (AccordReader *reader, gpointer data, GError **error)
{
  const gint64 *business_case = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->file = accord_appraisal_file_read (reader, *business_case, error);
  if (answer->file == NULL || (answer->organisations = read_organisations (reader, error)) == NULL)
    return NULL;
  answer->offers = answer->file->appraisal != NULL
                       ? accord_edition_offers (reader, answer->file->appraisal, error)
                       : g_ptr_array_new ();
  return answer->offers != NULL ? g_steal_pointer (&answer) : NULL;
}

/* A line that was added here keeps the key it had from the first letter on. */
static AccordLineHandle *
find_handle (AccordAppraisalWork *self, gint64 id)
{
  for (guint i = 0; i < self->handles->len; i++)
    if (accord_line_handle_get_id (self->handles->pdata[i]) == id)
      return self->handles->pdata[i];
  return NULL;
}

static void
give_handles (AccordAppraisalWork *self, GPtrArray *options)
{
  for (guint i = 0; i < options->len; i++)
    {
      GPtrArray *lines = options->pdata[i];

      for (guint j = 0; j < lines->len; j++)
        {
          gint64 id = accord_record_get_id (lines->pdata[j]);
          AccordLineHandle *known = find_handle (self, id);
          g_autoptr (AccordLineHandle) handle =
              known != NULL ? accord_line_handle_ref (known)
                            : accord_line_handle_new (accord_record_get_uid (lines->pdata[j]), id);

          accord_line_set_handle (lines->pdata[j], handle);
        }
    }
}

/* The option that is looked at stays, wherever it is now. */
static void
find_option (AccordAppraisalWork *self)
{
  self->option = accord_appraisal_file_get_shown_option (self->file);
  for (guint i = 0; i < self->file->options->len; i++)
    if (g_strcmp0 (accord_record_get_uid (self->file->options->pdata[i]), self->option_uid) == 0)
      self->option = i;
}

static void
take_answer (AccordAppraisalWork *self, Answer *answer)
{
  g_clear_pointer (&self->previewed, accord_cba_free);
  g_ptr_array_set_size (self->results, 0);
  g_clear_pointer (&self->faults, g_array_unref);
  accord_appraisal_file_free (self->file);
  self->file = g_steal_pointer (&answer->file);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  self->offers = g_steal_pointer (&answer->offers);
  g_clear_pointer (&self->organisations, g_ptr_array_unref);
  self->organisations = g_steal_pointer (&answer->organisations);
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < self->organisations->len; i++)
    g_hash_table_insert (self->by_id, &((AccordWorkOrganisation *) self->organisations->pdata[i])->id,
                         self->organisations->pdata[i]);
  give_handles (self, self->file->costs);
  give_handles (self, self->file->outcomes);
  find_option (self);
  accord_appraisal_work_out (self);
  g_signal_emit (self, signals[LOADED], 0);
  accord_appraisal_work_lines_changed (self);
  accord_appraisal_work_emit_figures (self);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordAppraisalWork) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->reading = FALSE;
  if (self->again || self->n_pending > 0)
    {
      accord_appraisal_work_refresh (self);
      return;
    }
  if (answer != NULL)
    take_answer (self, answer);
  else
    accord_appraisal_work_emit_failed (self, error->message);
}

/* Reads anew what stands in the workspace, once nothing is on its way there. */
void
accord_appraisal_work_refresh (AccordAppraisalWork *self)
{
  self->again = TRUE;
  if (self->reading || self->n_pending > 0 || self->business_case == 0)
    return;
  self->again = FALSE;
  self->reading = TRUE;
  accord_workspace_read_async (self->workspace, read_all,
                               g_memdup2 (&self->business_case, sizeof self->business_case), g_free,
                               answer_free, self->cancellable, on_read, g_object_ref (self));
}

/**
 * accord_appraisal_work_show:
 * @self: work
 * @business_case: a business case
 *
 * Reads the appraisal of a case, and from then on whenever something of it changes. "loaded" says when it is
 * there.
 */
void
accord_appraisal_work_show (AccordAppraisalWork *self, gint64 business_case)
{
  g_return_if_fail (ACCORD_IS_APPRAISAL_WORK (self));

  if (business_case != self->business_case)
    {
      g_cancellable_cancel (self->cancellable);
      g_object_unref (self->cancellable);
      self->cancellable = g_cancellable_new ();
      self->reading = FALSE;
      g_clear_pointer (&self->option_uid, g_free);
      self->business_case = business_case;
      accord_appraisal_work_refresh (self);
    }
}

static void
on_changed (AccordWorkspace *workspace, AccordChange *change, AccordAppraisalWork *self)
{
  static const char *const kinds[] = { "appraisal", "case",     "option",  "cost",        "outcome",
                                       "gain",      "scenario", "edition", "organisation" };
  AccordSchema *schema = accord_workspace_get_schema (workspace);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (accord_change_touches_kind (change, accord_schema_find_kind (schema, kinds[i])))
      {
        accord_appraisal_work_refresh (self);
        return;
      }
}

/* --- Writing. */

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordAppraisalWork) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);

  self->n_pending--;
  if (change == NULL && error != NULL)
    accord_appraisal_work_emit_failed (self, error->message);
  accord_appraisal_work_refresh (self);
}

/**
 * accord_appraisal_work_do:
 * @self: work
 * @label: what the change is called
 * @func: makes the change, on the writing thread
 * @data: (transfer full): for @func
 * @destroy: frees @data
 *
 * Makes a change. What it refuses is said by "failed", and what stands in the workspace is read anew.
 */
void
accord_appraisal_work_do (AccordAppraisalWork *self, const char *label, AccordWriteFunc func, gpointer data,
                          GDestroyNotify destroy)
{
  self->n_pending++;
  accord_workspace_write_async (self->workspace, label, func, data, destroy, NULL, on_written,
                                g_object_ref (self));
}

/* --- The object. */

/**
 * accord_appraisal_work_lines_changed:
 * @self: work
 *
 * Tells everybody that lines were put in, or read differently.
 */
void
accord_appraisal_work_lines_changed (AccordAppraisalWork *self)
{
  g_signal_emit (self, signals[LINES_CHANGED], 0);
}

void
accord_appraisal_work_emit_figures (AccordAppraisalWork *self)
{
  g_signal_emit (self, signals[FIGURES_CHANGED], 0);
}

void
accord_appraisal_work_emit_failed (AccordAppraisalWork *self, const char *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

static void
accord_appraisal_work_dispose (GObject *object)
{
  AccordAppraisalWork *self = ACCORD_APPRAISAL_WORK (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_appraisal_work_parent_class)->dispose (object);
}

static void
accord_appraisal_work_finalize (GObject *object)
{
  AccordAppraisalWork *self = ACCORD_APPRAISAL_WORK (object);

  g_ptr_array_unref (self->results);
  g_clear_pointer (&self->faults, g_array_unref);
  accord_cba_free (self->previewed);
  accord_appraisal_file_free (self->file);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_hash_table_unref (self->by_id);
  g_clear_pointer (&self->organisations, g_ptr_array_unref);
  g_ptr_array_unref (self->handles);
  g_object_unref (self->cancellable);
  g_free (self->option_uid);

  G_OBJECT_CLASS (accord_appraisal_work_parent_class)->finalize (object);
}

static void
accord_appraisal_work_class_init (AccordAppraisalWorkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = accord_appraisal_work_dispose;
  object_class->finalize = accord_appraisal_work_finalize;

  /**
   * AccordAppraisalWork::loaded:
   *
   * The appraisal was read, also anew: options, editions and scenarios may be others.
   */
  signals[LOADED] = g_signal_new ("loaded", ACCORD_TYPE_APPRAISAL_WORK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  /**
   * AccordAppraisalWork::lines-changed:
   *
   * The lines of the option that is looked at, or the option, are others.
   */
  signals[LINES_CHANGED] = g_signal_new ("lines-changed", ACCORD_TYPE_APPRAISAL_WORK, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AccordAppraisalWork::figures-changed:
   *
   * Something else comes of it.
   */
  signals[FIGURES_CHANGED] = g_signal_new ("figures-changed", ACCORD_TYPE_APPRAISAL_WORK, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AccordAppraisalWork::failed:
   * @message: what went wrong
   *
   * Something could not be read or was refused.
   */
  signals[FAILED] = g_signal_new ("failed", ACCORD_TYPE_APPRAISAL_WORK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
free_result (gpointer data)
{
  g_clear_pointer ((AccordCbaResult **) &data, accord_cba_result_free);
}

static void
accord_appraisal_work_init (AccordAppraisalWork *self)
{
  self->results = g_ptr_array_new_with_free_func (free_result);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->handles = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_line_handle_unref);
  self->cancellable = g_cancellable_new ();
  self->option = ACCORD_CBA_NONE;
}

/**
 * accord_appraisal_work_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer full): work on no appraisal yet
 */
AccordAppraisalWork *
accord_appraisal_work_new (AccordWorkspace *workspace)
{
  AccordAppraisalWork *self = g_object_new (ACCORD_TYPE_APPRAISAL_WORK, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, 0);
  return self;
}

AccordWorkspace *
accord_appraisal_work_get_workspace (AccordAppraisalWork *self)
{
  return self->workspace;
}

/**
 * accord_appraisal_work_get_file:
 * @self: work
 *
 * Returns: (transfer none) (nullable): the appraisal with what was entered since it was read
 */
const AccordAppraisalFile *
accord_appraisal_work_get_file (AccordAppraisalWork *self)
{
  return self->file;
}

/**
 * accord_appraisal_work_get_offers:
 * @self: work
 *
 * Returns: (transfer none) (element-type AccordEditionOffer): newer editions than it stands on
 */
GPtrArray *
accord_appraisal_work_get_offers (AccordAppraisalWork *self)
{
  return self->offers;
}

gboolean
accord_appraisal_work_get_may_change (AccordAppraisalWork *self)
{
  return self->file != NULL && self->file->appraisal != NULL && self->option != ACCORD_CBA_NONE
         && accord_record_get_deleted (self->file->appraisal) == NULL
         && !accord_workspace_get_read_only (self->workspace);
}

/**
 * accord_appraisal_work_is_settled:
 * @self: work
 *
 * Returns: whether all that was entered is kept and all that is kept was read
 */
gboolean
accord_appraisal_work_is_settled (AccordAppraisalWork *self)
{
  return self->file != NULL && self->n_pending == 0 && !self->reading && !self->again;
}
