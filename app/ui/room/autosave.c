/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/autosave.h"

#include "store/error.h"

/* A record that is kept as it is typed: half a second after a key at the latest, whether or not more follow,
 * and at once where the person turns elsewhere. What is being written and what has been typed since are told
 * apart, so that nothing is lost between two writes. */
struct _AccordAutosave
{
  GObject parent_instance;

  AccordWorkspace *workspace;
  AccordRecord *record;
  char *label;
  AccordAutosaveCheck check;
  GHashTable *touched; /* names of fields that were typed in and not yet written */
  guint timer;
  gboolean writing;
  gboolean gone; /* what is typed is wanted no more */
};

G_DEFINE_FINAL_TYPE (AccordAutosave, accord_autosave, G_TYPE_OBJECT)

enum
{
  KEPT,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Labels of changes that a window need not announce: they come as often as somebody pauses. */
static GHashTable *quiet;

/* What one write takes with it. */
typedef struct
{
  AccordRecord *record;
  GPtrArray *fields;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_object_unref (self->record);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

static void
carry_over (AccordRecord *from, AccordRecord *to, const char *field)
{
  accord_record_set_text (to, field, accord_record_get_text (from, field));
}

/* Lays what was typed over the record as it is now; one that an undo took away is brought back, for somebody
 * is writing it. */
static gboolean
write_job (AccordWriter *writer, gpointer data, GError **error)
{
  Job *job = data;
  const AccordKind *kind = accord_record_get_kind (job->record);
  gint64 id = accord_record_get_id (job->record);
  g_autoptr (AccordRecord) now = NULL;

  if (id <= 0)
    return accord_writer_insert (writer, job->record, error);
  now = accord_reader_get (accord_writer_get_reader (writer), kind, id, error);
  if (now == NULL)
    return FALSE;
  if (accord_record_get_deleted (now) != NULL)
    {
      if (!accord_writer_restore (writer, kind, id, error))
        return FALSE;
      g_clear_object (&now);
      now = accord_reader_get (accord_writer_get_reader (writer), kind, id, error);
      if (now == NULL)
        return FALSE;
    }
  for (guint i = 0; i < job->fields->len; i++)
    carry_over (job->record, now, job->fields->pdata[i]);
  return accord_writer_update (writer, now, error);
}

typedef struct
{
  AccordAutosave *autosave;
  Job *job;
} Writing;

static void
note_failure (AccordAutosave *self, Job *job, const GError *error)
{
  for (guint i = 0; i < job->fields->len; i++)
    g_hash_table_add (self->touched, g_strdup (job->fields->pdata[i]));
  g_signal_emit (self, signals[REFUSED], 0, error->message);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Writing *writing = data;
  g_autoptr (AccordAutosave) self = writing->autosave;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);

  self->writing = FALSE;
  if (error != NULL)
    note_failure (self, writing->job, error);
  else
    {
      /* A new record has its number now. */
      if (accord_record_get_id (self->record) <= 0)
        {
          g_autoptr (AccordRecord) typed = g_steal_pointer (&self->record);

          self->record = accord_record_copy (writing->job->record);
          for (guint i = 0; i < accord_record_get_kind (typed)->n_fields; i++)
            if (!accord_record_field_equal (typed, self->record, i)
                && g_hash_table_contains (self->touched, accord_record_get_kind (typed)->fields[i].name))
              carry_over (typed, self->record, accord_record_get_kind (typed)->fields[i].name);
        }
      g_signal_emit (self, signals[KEPT], 0);
    }
  job_free (writing->job);
  if (error == NULL && g_hash_table_size (self->touched) > 0 && self->timer == 0)
    accord_autosave_flush (self);
}

static gboolean
on_due (gpointer data)
{
  AccordAutosave *self = data;

  self->timer = 0;
  accord_autosave_flush (self);
  return G_SOURCE_REMOVE;
}

static void
accord_autosave_dispose (GObject *object)
{
  AccordAutosave *self = ACCORD_AUTOSAVE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (accord_autosave_parent_class)->dispose (object);
}

static void
accord_autosave_finalize (GObject *object)
{
  AccordAutosave *self = ACCORD_AUTOSAVE (object);

  g_free (self->label);
  g_hash_table_unref (self->touched);

  G_OBJECT_CLASS (accord_autosave_parent_class)->finalize (object);
}

static void
accord_autosave_class_init (AccordAutosaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = accord_autosave_dispose;
  object_class->finalize = accord_autosave_finalize;

  /**
   * AccordAutosave::kept:
   *
   * What was typed is in the workspace.
   */
  signals[KEPT] =
      g_signal_new ("kept", ACCORD_TYPE_AUTOSAVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AccordAutosave::refused:
   * @message: why
   *
   * What was typed could not be kept; it is tried again with what is typed next.
   */
  signals[REFUSED] = g_signal_new ("refused", ACCORD_TYPE_AUTOSAVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
accord_autosave_init (AccordAutosave *self)
{
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * accord_autosave_new:
 * @workspace: where it is kept
 * @record: a record, or a new one
 * @label: what a change of it is called, translated
 * @check: (nullable): whether there is anything to keep yet
 *
 * Returns: (transfer full): what keeps @record as it is typed
 */
AccordAutosave *
accord_autosave_new (AccordWorkspace *workspace, AccordRecord *record, const char *label,
                     AccordAutosaveCheck check)
{
  AccordAutosave *self = g_object_new (ACCORD_TYPE_AUTOSAVE, NULL);

  self->workspace = g_object_ref (workspace);
  self->record = accord_record_copy (record);
  self->label = g_strdup (label);
  self->check = check;
  accord_autosave_make_quiet (label);
  return self;
}

/**
 * accord_autosave_put_text:
 * @self: an autosave
 * @field: a field with text, a choice or a date
 * @text: (nullable): what it says now
 *
 * Takes what was typed; it is kept within %ACCORD_AUTOSAVE_MS.
 */
void
accord_autosave_put_text (AccordAutosave *self, const char *field, const char *text)
{
  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (accord_record_get_text (self->record, field), text) == 0)
    return;
  accord_record_set_text (self->record, field, text);
  g_hash_table_add (self->touched, g_strdup (field));
  /* Not put off by the next key: somebody who types without a pause would lose all of it. */
  if (self->timer == 0)
    self->timer = g_timeout_add (ACCORD_AUTOSAVE_MS, on_due, self);
}

/**
 * accord_autosave_flush:
 * @self: an autosave
 *
 * Keeps at once what was typed, if there is anything to keep.
 */
void
accord_autosave_flush (AccordAutosave *self)
{
  Writing *writing;
  Job *job;
  GHashTableIter iter;
  gpointer field;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->writing || self->gone || g_hash_table_size (self->touched) == 0
      || (self->check != NULL && !self->check (self->record)))
    return;
  job = g_new0 (Job, 1);
  job->record = accord_record_copy (self->record);
  job->fields = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &field, NULL))
    g_ptr_array_add (job->fields, g_strdup (field));
  g_hash_table_remove_all (self->touched);
  self->writing = TRUE;
  writing = g_new0 (Writing, 1);
  writing->autosave = g_object_ref (self);
  writing->job = job;
  accord_workspace_write_async (self->workspace, self->label, write_job, job, NULL, NULL, on_written,
                                writing);
}

/**
 * accord_autosave_follow:
 * @self: an autosave
 * @record: its record as it was read last
 *
 * Takes over what somebody else, or an undo, made of the record, unless something typed waits to be kept.
 *
 * Returns: whether anything is another now, so that it is to be shown
 */
gboolean
accord_autosave_follow (AccordAutosave *self, AccordRecord *record)
{
  gboolean other = FALSE;

  if (accord_autosave_get_waiting (self)
      || accord_record_get_id (record) != accord_record_get_id (self->record))
    return FALSE;
  for (guint i = 0; i < accord_record_get_kind (record)->n_fields; i++)
    other = other || !accord_record_field_equal (record, self->record, i);
  if (!other)
    return FALSE;
  g_object_unref (self->record);
  self->record = accord_record_copy (record);
  return TRUE;
}

/**
 * accord_autosave_get_record:
 * @self: an autosave
 *
 * Returns: (transfer none): the record with what was typed
 */
AccordRecord *
accord_autosave_get_record (AccordAutosave *self)
{
  return self->record;
}

/**
 * accord_autosave_get_id:
 * @self: an autosave
 *
 * Returns: the record's number, 0 until it is kept
 */
gint64
accord_autosave_get_id (AccordAutosave *self)
{
  return MAX (accord_record_get_id (self->record), 0);
}

/**
 * accord_autosave_get_waiting:
 * @self: an autosave
 *
 * Returns: whether something was typed that is not kept yet
 */
gboolean
accord_autosave_get_waiting (AccordAutosave *self)
{
  return self->writing || g_hash_table_size (self->touched) > 0;
}

/**
 * accord_autosave_let_go:
 * @self: an autosave
 *
 * Forgets what was typed and not kept: the record is being deleted.
 */
void
accord_autosave_let_go (AccordAutosave *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->gone = TRUE;
}

/**
 * accord_autosave_make_quiet:
 * @label: what a change is called
 *
 * Says that changes of this name come while somebody types.
 */
void
accord_autosave_make_quiet (const char *label)
{
  if (quiet == NULL)
    quiet = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (quiet, g_strdup (label));
}

/**
 * accord_autosave_is_quiet:
 * @label: (nullable): what a change is called
 *
 * Returns: whether changes of this name come while somebody types, so that no window announces them
 */
gboolean
accord_autosave_is_quiet (const char *label)
{
  return quiet != NULL && label != NULL && g_hash_table_contains (quiet, label);
}
