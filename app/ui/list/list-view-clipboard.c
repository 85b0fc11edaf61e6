/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/list-view-private.h"

#include "list/list-words.h"
#include "list/paste-dialog.h"
#include "rows-text.h"

#include <glib/gi18n-lib.h>

/* A clipboard holds what is pasted into a sheet, not a ledger; that is what exports are for. */
#define COPY_LIMIT 100000

/* --- Copy */

typedef struct
{
  const AccordKind *kind;
  GArray *ids;
  guint *fields;
  guint n_fields;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_array_unref (copy->ids);
  g_free (copy->fields);
  g_free (copy);
}

static gpointer
read_lines (AccordReader *reader, gpointer data, GError **error)
{
  Copy *copy = data;
  GCancellable *cancellable = accord_reader_get_cancellable (reader);
  GString *lines = g_string_new (NULL);

  accord_rows_text_add_heading (lines, copy->kind, copy->fields, copy->n_fields);
  for (guint i = 0; i < copy->ids->len; i++)
    {
      g_autoptr (AccordRecord) record =
          accord_reader_get (reader, copy->kind, g_array_index (copy->ids, gint64, i), error);

      if (record == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          g_string_free (lines, TRUE);
          return NULL;
        }
      accord_rows_text_add_record (lines, record, copy->fields, copy->n_fields);
    }
  return g_string_free (lines, FALSE);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordListView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *lines = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (self->list == NULL)
    return;
  if (lines != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), lines);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    accord_list_view_show_failure (self, error->message);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordListView *self = ACCORD_LIST_VIEW (widget);
  Copy *copy = g_new0 (Copy, 1);
  const guint *fields;

  fields = accord_columns_get_fields (self->columns, &copy->n_fields);
  copy->kind = self->kind;
  copy->fields = g_memdup2 (fields, copy->n_fields * sizeof *fields);
  copy->ids = accord_list_view_get_selected_ids (self);
  if (copy->ids->len > COPY_LIMIT)
    {
      g_autofree char *limit = accord_list_dup_number (COPY_LIMIT);
      g_autofree char *message =
          /* Translators: %s is a number. */
          g_strdup_printf (_ ("No more than %s rows can be copied at once; export the list instead."), limit);

      accord_list_view_show_failure (self, message);
      copy_free (copy);
      return;
    }
  accord_list_view_show_failure (self, NULL);
  accord_workspace_read_async (self->workspace, read_lines, copy, copy_free, g_free, self->cancellable,
                               copied_cb, g_object_ref (self));
}

/* --- Paste */

/* What every record of the list has in common, a new one has too. */
static AccordRecord *
make_preset (AccordListView *self)
{
  AccordRecord *preset = accord_record_new (self->kind);

  for (guint i = 0; i < accord_query_get_n_filters (self->base); i++)
    {
      const AccordFilter *filter = accord_query_get_filter (self->base, i);
      const AccordField *field = &self->kind->fields[filter->field];

      if (field->type == ACCORD_FIELD_REFERENCES && filter->op == ACCORD_OPERATOR_CONTAINS)
        accord_record_set_ids (preset, field->name, &filter->number, 1);
      else if (filter->op != ACCORD_OPERATOR_EQUAL || field->type == ACCORD_FIELD_REFERENCES)
        continue;
      else if (accord_field_is_text (field))
        accord_record_set_text (preset, field->name, filter->text);
      else if (field->type == ACCORD_FIELD_BOOLEAN)
        accord_record_set_boolean (preset, field->name, filter->number == 1);
      else
        accord_record_set_int (preset, field->name, filter->number);
    }
  return preset;
}

/**
 * accord_list_view_paste_text:
 * @self: a list view
 * @text: a block of a spreadsheet
 *
 * Shows what @text would become as records of this list, and adds them if the person wants that.
 */
void
accord_list_view_paste_text (AccordListView *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordRecord) preset = make_preset (self);
  g_autoptr (AccordRowsPaste) paste = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const guint *fields;
  guint n_fields;
  GtkWidget *dialog;

  fields = accord_columns_get_fields (self->columns, &n_fields);
  paste = accord_rows_paste_new (self->kind, text, fields, n_fields, &error);
  accord_list_view_show_failure (self, error != NULL ? error->message : NULL);
  if (paste == NULL)
    return;
  accord_rows_paste_set_preset (paste, preset);
  dialog = accord_paste_dialog_new (self->workspace, paste);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordListView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (self->list == NULL)
    return;
  if (text != NULL)
    accord_list_view_paste_text (self, text);
  else
    accord_list_view_show_failure (self, _ ("There are no rows to paste: the clipboard holds no text."));
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), ACCORD_LIST_VIEW (widget)->cancellable,
                                 text_read_cb, g_object_ref (widget));
}

/**
 * accord_list_view_install_clipboard:
 * @widget_class: the class
 *
 * Adds the actions `rows.copy` and `rows.paste`.
 */
void
accord_list_view_install_clipboard (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rows.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "rows.paste", NULL, paste_action);
}
