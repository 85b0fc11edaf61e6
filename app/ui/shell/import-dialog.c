/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/import-dialog.h"

#include "compat.h"
#include "exchange-error.h"
#include "export-table.h"
#include "list/list-words.h"
#include "payments-summary.h"
#include "shell/fund-choice.h"
#include "shell/import-columns.h"
#include "shell/import-preview.h"
#include "thread.h"

#include <glib/gi18n-lib.h>

struct _AccordImportDialog
{
  AdwWindow parent_instance;

  GtkButton *close_button;
  GtkButton *import_button;
  GtkStack *stack;
  AdwStatusPage *working_page;
  GtkProgressBar *progress;
  AdwStatusPage *refused_page;
  GtkWidget *again_button;
  GtkLabel *file_label;
  GtkLabel *contents_label;
  GtkBox *figures;
  GtkWidget *figures_card;
  GtkLabel *problem_label;
  AdwComboRow *fund_row;
  AccordImportColumns *columns;
  GtkWidget *samples_card;
  GtkGrid *samples;
  GtkWidget *rejected_card;
  GtkListBox *rejected;
  GtkLabel *done_label;
  GtkLabel *done_detail;
  GtkWidget *left_out_card;
  GtkListBox *left_out;
  GtkWidget *show_button;

  AccordWorkspace *workspace;
  GFile *file;
  AccordPaymentsFile *payments;
  AccordPaymentsResult *result;
  AccordTask *task;
  gboolean update;
  gboolean importing;
};

G_DEFINE_FINAL_TYPE (AccordImportDialog, accord_import_dialog, ADW_TYPE_WINDOW)

enum
{
  WORK_BEGUN,
  SHOW_PAYMENTS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_fraction (AccordTask *task, GParamSpec *pspec, GtkProgressBar *progress)
{
  if (accord_task_get_fraction (task) < 0)
    gtk_progress_bar_pulse (progress);
  else
    gtk_progress_bar_set_fraction (progress, accord_task_get_fraction (task));
}

static AccordTask *
begin_work (AccordImportDialog *self, const char *title)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *escaped = g_markup_escape_text (shown, -1);

  if (self->task != NULL)
    accord_task_cancel (self->task);
  g_clear_object (&self->task);
  self->task = accord_task_new (title);
  g_signal_connect_object (self->task, "notify::fraction", G_CALLBACK (on_fraction), self->progress, 0);

  gtk_progress_bar_set_fraction (self->progress, 0);
  adw_status_page_set_title (self->working_page, title);
  adw_status_page_set_description (self->working_page, escaped);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  title, -1);

  return g_object_ref (self->task);
}

static void
refuse (AccordImportDialog *self, const GError *error)
{
  g_autofree char *words = g_markup_escape_text (error->message, -1);

  gtk_widget_set_visible (self->again_button,
                          g_error_matches (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_AGAIN));
  adw_status_page_set_description (self->refused_page, words);
  gtk_stack_set_visible_child_name (self->stack, "refused");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  error->message, -1);
}

static void
show_button (AccordImportDialog *self, guint64 n_rows)
{
  g_autofree char *number = accord_list_dup_number (n_rows);
  g_autofree char *words =
      g_strdup_printf (ngettext ("Import %s payment", "Import %s payments", (gulong) n_rows), number);

  gtk_button_set_label (self->import_button, n_rows > 0 ? words : _ ("Import"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), n_rows > 0);
}

/* What is known of the file; its columns can be chosen even where something still stands against importing
 * it. */
static void
show_payments (AccordImportDialog *self)
{
  const AccordSpendPreview *preview = accord_payments_file_get_preview (self->payments);
  const GError *problem = accord_payments_file_get_problem (self->payments);
  g_autofree char *summary = accord_payments_dup_summary (self->payments);

  gtk_label_set_label (self->file_label, accord_payments_file_get_probe (self->payments)->name);
  gtk_label_set_label (self->contents_label, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->contents_label), problem == NULL);
  accord_import_columns_show (self->columns, accord_payments_file_get_layout (self->payments));
  gtk_label_set_label (self->problem_label, problem != NULL ? problem->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  gtk_widget_set_visible (self->figures_card, preview != NULL);
  gtk_widget_set_visible (self->samples_card, preview != NULL && preview->samples->len > 0);
  gtk_widget_set_visible (self->rejected_card, preview != NULL && preview->tally.n_rejected > 0);
  if (preview != NULL)
    {
      accord_import_preview_fill_figures (self->figures, preview);
      accord_import_preview_fill_samples (self->samples, preview);
      accord_import_preview_fill_rejections (self->rejected, preview->rejections, preview->tally.n_rejected);
    }

  show_button (self, preview != NULL && problem == NULL ? preview->tally.n_rows : 0);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->import_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem != NULL ? problem->message : summary, -1);
}

static void
take_payments (AccordImportDialog *self, AccordPaymentsFile *payments, const GError *error)
{
  /* What was superseded by a later choice, or by the dialog's end, came too late. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (payments == NULL)
    {
      accord_task_finish (self->task);
      refuse (self, error);
      return;
    }

  accord_task_finish (self->task);
  g_set_object (&self->payments, payments);
  show_payments (self);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPaymentsFile) payments = accord_payments_file_open_finish (result, &error);

  take_payments (self, payments, error);
}

static void
on_remapped (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPaymentsFile) payments =
      accord_payments_file_remap_finish (ACCORD_PAYMENTS_FILE (source), result, &error);

  take_payments (self, payments, error);
}

/* The page stays while the file is read in another way: only its figures change. */
static void
on_column_changed (AccordImportColumns *columns, guint column, int index, AccordImportDialog *self)
{
  g_autoptr (AccordSpendLayout) layout =
      accord_spend_layout_copy (accord_payments_file_get_layout (self->payments));
  g_autoptr (AccordTask) task = begin_work (self, _ ("Reading the file"));

  accord_spend_layout_set_column (layout, column, index);
  accord_payments_file_remap_async (self->payments, layout, NULL, NULL, accord_task_get_cancellable (task),
                                    on_remapped, g_object_ref (self));
}

static void
open_file (AccordImportDialog *self)
{
  g_autoptr (AccordTask) task = begin_work (self, _ ("Reading the file"));

  gtk_stack_set_visible_child_name (self->stack, "working");
  accord_payments_file_open_async (self->file, self->workspace, NULL, accord_task_report, task,
                                   accord_task_get_cancellable (task), on_opened, g_object_ref (self));
}

static void
show_done (AccordImportDialog *self)
{
  AccordPaymentsResult *did = self->result;
  g_autofree char *title = accord_import_preview_dup_result (did);
  g_autofree char *detail = accord_import_preview_dup_detail (did);

  gtk_label_set_label (self->done_label, title);
  gtk_label_set_label (self->done_detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->done_detail), *detail != '\0');
  accord_import_preview_fill_rejections (self->left_out, did->rejected, did->n_rejected);
  gtk_widget_set_visible (self->left_out_card, did->n_rejected > 0);
  gtk_stack_set_visible_child_name (self->stack, "done");
  gtk_button_set_label (self->close_button, _ ("Close"));
  gtk_widget_hide (GTK_WIDGET (self->import_button));
  gtk_widget_grab_focus (self->show_button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->show_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  title, -1);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  AccordPaymentsResult *did = accord_payments_import_finish (ACCORD_WORKSPACE (source), result, &error);

  self->importing = FALSE;
  accord_task_finish (self->task);
  if (did != NULL)
    {
      g_clear_pointer (&self->result, accord_payments_result_free);
      self->result = did;
      show_done (self);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    refuse (self, error);
}

static void
import (AccordImportDialog *self)
{
  AccordPaymentsOptions options = { NULL, accord_fund_choice_get (self->fund_row), self->update };
  g_autoptr (AccordTask) task = begin_work (self, _ ("Importing payments"));

  self->importing = TRUE;
  gtk_stack_set_visible_child_name (self->stack, "working");
  g_signal_emit (self, signals[WORK_BEGUN], 0, task);
  accord_payments_import_async (self->workspace, self->payments, &options, accord_task_report, task,
                                accord_task_get_cancellable (task), on_imported, g_object_ref (self));
}

static void
on_import_clicked (GtkButton *button, AccordImportDialog *self)
{
  self->update = FALSE;
  import (self);
}

static void
on_again_clicked (GtkButton *button, AccordImportDialog *self)
{
  self->update = TRUE;
  import (self);
}

static void
write_report (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  AccordImportDialog *self = source;
  GError *error = NULL;

  /* The result does not change any more once it is there. */
  if (accord_export_rejections (self->result->rejected, data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_report_written (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordImportDialog *self = ACCORD_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  gtk_label_set_label (self->done_detail, written ? _ ("The report was saved.") : error->message);
  gtk_widget_show (GTK_WIDGET (self->done_detail));
}

static void
on_report_named (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = accord_choose_file_finish (result, &error);
  g_autoptr (GTask) task = NULL;

  if (file == NULL)
    return;

  task = g_task_new (source, NULL, on_report_written, NULL);
  g_task_set_task_data (task, g_steal_pointer (&file), g_object_unref);
  accord_thread_run (task, write_report);
}

static void
on_report_clicked (GtkButton *button, AccordImportDialog *self)
{
  AccordFileRequest request = { ACCORD_FILE_SAVE,   _ ("Save a report"),          _ ("_Save"),
                                _ ("Left out.csv"), _ ("Comma-separated values"), "*.csv" };

  accord_choose_files_async (GTK_WINDOW (self), &request, NULL, on_report_named, NULL);
}

static void
on_show_clicked (GtkButton *button, AccordImportDialog *self)
{
  g_signal_emit (self, signals[SHOW_PAYMENTS], 0);
  gtk_window_close (GTK_WINDOW (self));
}

/* While the import runs, closing the dialog stops it; the dialog goes when it has stopped. */
static gboolean
accord_import_dialog_close_request (GtkWindow *window)
{
  AccordImportDialog *self = ACCORD_IMPORT_DIALOG (window);

  if (self->task != NULL && !accord_task_get_finished (self->task))
    {
      accord_task_cancel (self->task);
      if (self->importing)
        return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (accord_import_dialog_parent_class)->close_request (window);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));

  return TRUE;
}

static void
accord_import_dialog_dispose (GObject *object)
{
  AccordImportDialog *self = ACCORD_IMPORT_DIALOG (object);

  if (self->task != NULL && !self->importing)
    accord_task_cancel (self->task);

  G_OBJECT_CLASS (accord_import_dialog_parent_class)->dispose (object);
}

static void
accord_import_dialog_finalize (GObject *object)
{
  AccordImportDialog *self = ACCORD_IMPORT_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->file);
  g_clear_object (&self->payments);
  g_clear_object (&self->task);
  g_clear_pointer (&self->result, accord_payments_result_free);

  G_OBJECT_CLASS (accord_import_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, ACCORD_RESOURCES "/shell/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, working_page);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, refused_page);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, again_button);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, file_label);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, contents_label);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, figures);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, figures_card);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, fund_row);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, samples_card);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, samples);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, rejected_card);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, rejected);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, done_label);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, done_detail);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, left_out_card);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, left_out);
  gtk_widget_class_bind_template_child (widget_class, AccordImportDialog, show_button);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_report_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_show_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_column_changed);
}

static void
accord_import_dialog_class_init (AccordImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = accord_import_dialog_close_request;

  /**
   * AccordImportDialog::work-begun:
   * @task: what has begun
   *
   * The import itself runs; it may be shown elsewhere too.
   */
  signals[WORK_BEGUN] = g_signal_new ("work-begun", ACCORD_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, ACCORD_TYPE_TASK);

  /**
   * AccordImportDialog::show-payments:
   *
   * A person wants to see what was imported.
   */
  signals[SHOW_PAYMENTS] = g_signal_new ("show-payments", ACCORD_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ACCORD_TYPE_IMPORT_COLUMNS);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  bind_template (widget_class);
}

static void
accord_import_dialog_init (AccordImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  accord_combo_row_speak_value (self->fund_row);
}

/**
 * accord_import_dialog_new:
 * @parent: the window that asks
 * @workspace: where the payments are to be kept
 * @file: a file that may hold payments
 *
 * Begins to read @file at once.
 *
 * Returns: (transfer none): a dialog that shows what an import would do before it is done; GTK owns it
 */
AccordImportDialog *
accord_import_dialog_new (GtkWindow *parent, AccordWorkspace *workspace, GFile *file)
{
  AccordImportDialog *self;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (ACCORD_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  self->file = g_object_ref (file);
  accord_fund_choice_fill (self->fund_row, workspace, NULL);
  open_file (self);

  return self;
}
