/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "date.h"
#include "edition-cell.h"
#include "edition.h"
#include "editions.h"
#include "exchange-error.h"
#include "thread.h"

/* No published table is so large. */
#define LARGEST ((guint64) 32 * 1024 * 1024)

/* How much of a file tells whether it is worth reading whole, where nobody said what it is. */
#define SNIFFED ((guint64) 4 * 1024 * 1024)

static void
draft_free (gpointer data)
{
  AccordEditionDraft *self = data;

  g_object_unref (self->edition);
  g_clear_pointer (&self->unit_costs, g_ptr_array_unref);
  g_free (self);
}

static AccordEditionFile *
file_new (GFile *file)
{
  AccordEditionFile *self = g_atomic_rc_box_new0 (AccordEditionFile);

  self->file = g_object_ref (file);
  self->drafts = g_ptr_array_new_with_free_func (draft_free);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * accord_edition_file_ref:
 * @self: a file
 *
 * Returns: (transfer full): @self
 */
AccordEditionFile *
accord_edition_file_ref (AccordEditionFile *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
file_clear (gpointer data)
{
  AccordEditionFile *self = data;

  g_object_unref (self->file);
  g_clear_pointer (&self->probe, accord_csv_probe_free);
  g_free (self->form);
  g_ptr_array_unref (self->drafts);
  g_ptr_array_unref (self->remarks);
}

/**
 * accord_edition_file_unref:
 * @self: (transfer full): a file
 */
void
accord_edition_file_unref (AccordEditionFile *self)
{
  g_atomic_rc_box_release_full (self, file_clear);
}

/**
 * accord_edition_file_dup_stem:
 * @self: a file
 *
 * Returns: (transfer full): its name without what comes after the full stop
 */
char *
accord_edition_file_dup_stem (const AccordEditionFile *self)
{
  const char *dot = strrchr (self->probe->name, '.');

  return dot != NULL && dot > self->probe->name
             ? g_strndup (self->probe->name, (gsize) (dot - self->probe->name))
             : g_strdup (self->probe->name);
}

/**
 * accord_edition_file_remark:
 * @self: a file
 * @format: a sentence
 * @...: what it speaks of
 *
 * Adds what a person has to know of how the file was read.
 */
void
accord_edition_file_remark (AccordEditionFile *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->remarks, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/**
 * accord_edition_file_fail:
 * @row: the row that is wrong
 * @error: return location for a #GError
 * @format: what is wrong with it, in a sentence
 * @...: what it speaks of
 *
 * Returns: %FALSE with @error set to that sentence with its place
 */
gboolean
accord_edition_file_fail (const AccordEditionRow *row, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
               /* Translators: where in a file, then what is wrong there. */
               _ ("%s: %s"), row->place, what);
  return FALSE;
}

static void
set_stated (AccordRecord *edition, const char *field, const char *text)
{
  if (!accord_edition_cell_is_blank (text))
    accord_record_set_text (edition, field, text);
}

/**
 * accord_edition_file_add:
 * @self: a file
 * @table: its table
 * @sort: what sort of table it is
 * @code: (nullable): what it is an edition of
 * @name: what it is called
 *
 * Adds an edition with what the file says of itself, without a content yet. Where it does not say which
 * edition it is, the name of the file has to do.
 *
 * Returns: (transfer none): it
 */
AccordEditionDraft *
accord_edition_file_add (AccordEditionFile *self, const AccordEditionTable *table, const char *sort,
                         const char *code, const char *name)
{
  AccordEditionDraft *draft = g_new0 (AccordEditionDraft, 1);
  g_autofree char *stem = accord_edition_file_dup_stem (self);
  g_autofree char *day = NULL;

  draft->edition = accord_record_new (accord_kind_for_type (ACCORD_TYPE_EDITION));
  accord_record_set_text (draft->edition, "name", name);
  accord_record_set_text (draft->edition, "sort", sort);
  accord_record_set_text (draft->edition, "code", code);
  accord_record_set_text (draft->edition, "edition", stem);
  set_stated (draft->edition, "edition", table->published);
  set_stated (draft->edition, "edition", table->edition);
  set_stated (draft->edition, "publisher", table->publisher);
  set_stated (draft->edition, "address", table->address);
  set_stated (draft->edition, "licence", table->licence);
  set_stated (draft->edition, "note", table->note);
  if (table->published != NULL && accord_date_parse (table->published, &day, NULL))
    accord_record_set_text (draft->edition, "published", day);
  g_ptr_array_add (self->drafts, draft);
  return draft;
}

/* What Accord's own form says is looked at as an appraisal will look at it. */
static gboolean
check_own (AccordRecord *edition, GError **error)
{
  const char *sort = accord_record_get_text (edition, "sort");

  if (g_str_equal (sort, "schedule"))
    {
      g_autoptr (AccordSchedule) schedule = accord_edition_get_schedule (edition, error);

      return schedule != NULL;
    }
  if (g_str_equal (sort, "deflator"))
    {
      g_autoptr (AccordPriceSeries) series = accord_edition_get_series (edition, error);

      return series != NULL;
    }
  if (g_str_equal (sort, "bias"))
    {
      g_autoptr (AccordBiasTable) bias = accord_edition_get_bias (edition, error);

      return bias != NULL;
    }
  if (g_str_equal (sort, "grades"))
    {
      g_autoptr (AccordGradeTable) grades = accord_edition_get_grades (edition, error);

      return grades != NULL;
    }
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
               _ ("The JSON says it is of the sort “%s”, "
                  "which is none."),
               sort);
  return FALSE;
}

static gboolean
take_own (AccordEditionFile *self, const AccordEditionTable *table, GError **error)
{
  g_autofree char *stem = accord_edition_file_dup_stem (self);
  AccordEditionDraft *draft = accord_edition_file_add (self, table, table->sort, table->code,
                                                       table->name != NULL ? table->name : stem);

  accord_record_set_text (draft->edition, "content", table->own);
  self->form = g_strdup (_ ("This is an edition in Accord’s own form."));
  return check_own (draft->edition, error);
}

static gboolean
take_table (AccordEditionFile *self, const AccordEditionTable *table, AccordEditionWanted wanted,
            GError **error)
{
  AccordEditionForm form = accord_unit_costs_read (self, table, wanted == ACCORD_EDITION_UNIT_COSTS, error);

  if (wanted == ACCORD_EDITION_ANY && form == ACCORD_EDITION_FORM_OTHER)
    form = accord_edition_bias_read (self, table, error);
  if (wanted == ACCORD_EDITION_ANY && form == ACCORD_EDITION_FORM_OTHER)
    form = accord_edition_grades_read (self, table, error);
  if (wanted == ACCORD_EDITION_ANY && form == ACCORD_EDITION_FORM_OTHER)
    form = accord_edition_schedule_read (self, table, error);
  if (wanted == ACCORD_EDITION_ANY && form == ACCORD_EDITION_FORM_OTHER)
    form = accord_edition_series_read (self, table, error);
  if (form != ACCORD_EDITION_FORM_OTHER)
    return form == ACCORD_EDITION_FORM_READ;
  if (wanted == ACCORD_EDITION_UNIT_COSTS)
    g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
                 _ ("“%s” has no line of headings with a description and a cost, so it holds no unit costs."),
                 self->probe->name);
  else
    g_set_error (
        error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
        _ ("“%s” holds none of the tables that are known: discount rates, price indices by year, bounds of "
           "optimism bias, corrections by confidence grade or unit costs."),
        self->probe->name);
  return FALSE;
}

static gboolean
looks_like_json (const char *text)
{
  const char *at = text;

  if (g_str_has_prefix (at, "\xef\xbb\xbf"))
    at += 3;
  at += strspn (at, " \t\r\n");
  return *at == '{' || *at == '[';
}

static AccordEditionTable *
read_table (GBytes *bytes, const AccordCsvProbe *probe, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);
  const char *start = g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;

  return looks_like_json (text) ? accord_edition_table_read_json (start, strlen (start), error)
                                : accord_edition_table_read_csv (bytes, probe, error);
}

/**
 * accord_edition_file_open:
 * @file: a file
 * @wanted: what it is expected to hold
 * @cancellable: (nullable): to stop with
 * @error: return location for a #GError
 *
 * Reads a file of published figures. Nothing is kept. Blocks.
 *
 * Returns: (transfer full) (nullable): what is in it; %NULL with a sentence that names the line where
 * something is wrong
 */
AccordEditionFile *
accord_edition_file_open (GFile *file, AccordEditionWanted wanted, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordEditionFile) self = NULL;
  g_autoptr (AccordEditionTable) table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  AccordCsvProbe *probe;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  probe = accord_csv_probe (file, NULL, NULL, cancellable, error);
  if (probe == NULL)
    return NULL;
  self = file_new (file);
  self->probe = probe;
  if (probe->size > LARGEST)
    {
      g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_NOT_TEXT,
                   _ ("“%s” is larger than any published table."), probe->name);
      return NULL;
    }
  bytes = g_file_load_bytes (file, cancellable, NULL, error);
  table = bytes != NULL ? read_table (bytes, probe, error) : NULL;
  if (table == NULL
      || !(table->own != NULL ? take_own (self, table, error) : take_table (self, table, wanted, error)))
    return NULL;
  return g_steal_pointer (&self);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  AccordEditionFile *file = accord_edition_file_open (
      data, (AccordEditionWanted) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (task), "accord-wanted")),
      cancellable, &error);

  if (file == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, file, (GDestroyNotify) accord_edition_file_unref);
}

/**
 * accord_edition_file_open_async:
 * @file: a file
 * @wanted: what it is expected to hold
 * @cancellable: (nullable): to stop with
 * @callback: called when it is read
 * @user_data: data for @callback
 *
 * As accord_edition_file_open(), on a thread of its own.
 */
void
accord_edition_file_open_async (GFile *file, AccordEditionWanted wanted, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_object_set_data (G_OBJECT (task), "accord-wanted", GINT_TO_POINTER ((int) wanted));
  accord_thread_run (task, open_in_thread);
}

/**
 * accord_edition_file_open_finish:
 * @result: the result that the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): as accord_edition_file_open()
 */
AccordEditionFile *
accord_edition_file_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * accord_edition_file_sniff:
 * @file: a file that somebody handed over
 * @cancellable: (nullable): to stop with
 *
 * Returns: whether it holds published figures, so that it is none of payments
 */
gboolean
accord_edition_file_sniff (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (AccordEditionFile) read = NULL;

  /* Nothing else comes as JSON. */
  if (name != NULL && (g_str_has_suffix (name, ".json") || g_str_has_suffix (name, ".JSON")))
    return TRUE;
  if (info == NULL || g_file_info_get_size (info) > (goffset) SNIFFED)
    return FALSE;
  read = accord_edition_file_open (file, ACCORD_EDITION_ANY, cancellable, NULL);
  return read != NULL;
}
