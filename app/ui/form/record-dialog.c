/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/record-dialog.h"

#include "form/form.h"
#include "form/form-model.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

#define WIDTH 620
#define HEIGHT 640

struct _AccordRecordDialog
{
  AdwWindow parent_instance;

  GtkWidget *form;
  GtkWidget *save;
  gboolean leaving;
};

G_DEFINE_FINAL_TYPE (AccordRecordDialog, accord_record_dialog, ADW_TYPE_WINDOW)

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordRecordDialog) self = user_data;
  gint64 id;

  gtk_widget_set_sensitive (self->save, TRUE);
  if (!accord_form_save_finish (ACCORD_FORM (source), result, &id, NULL))
    return;
  self->leaving = TRUE;
  g_signal_emit (self, signals[SAVED], 0, id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordRecordDialog *self = ACCORD_RECORD_DIALOG (widget);

  if (!gtk_widget_get_sensitive (self->save))
    return;
  gtk_widget_set_sensitive (self->save, FALSE);
  accord_form_save_async (ACCORD_FORM (self->form), NULL, on_saved, g_object_ref (self));
}

static void
on_answer (AdwMessageDialog *question, const char *response, AccordRecordDialog *self)
{
  if (g_strcmp0 (response, "discard") != 0)
    return;
  self->leaving = TRUE;
  /* The question may live a little longer than this window, which GTK 4.8 does not reckon with. */
  gtk_window_set_transient_for (GTK_WINDOW (question), NULL);
  gtk_window_close (GTK_WINDOW (self));
}

/* What was typed is not thrown away without a word. */
static gboolean
accord_record_dialog_close_request (GtkWindow *window)
{
  AccordRecordDialog *self = ACCORD_RECORD_DIALOG (window);
  GtkWidget *question;

  if (self->leaving || !accord_form_get_dirty (ACCORD_FORM (self->form)))
    return GTK_WINDOW_CLASS (accord_record_dialog_parent_class)->close_request (window);

  question =
      adw_message_dialog_new (window, _ ("Discard what you typed?"), _ ("Nothing of it has been saved."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _ ("_Go on editing"), "discard",
                                    _ ("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  accord_page_name_buttons (question);
  g_signal_connect_object (question, "response", G_CALLBACK (on_answer), self, 0);
  gtk_window_present (GTK_WINDOW (question));
  return TRUE;
}

static void
accord_record_dialog_class_init (AccordRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WINDOW_CLASS (klass)->close_request = accord_record_dialog_close_request;

  /**
   * AccordRecordDialog::saved:
   * @id: the new record
   *
   * The record is kept.
   */
  signals[SAVED] = g_signal_new ("saved", ACCORD_TYPE_RECORD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "dialog.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
accord_record_dialog_init (AccordRecordDialog *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

static GtkWidget *
make_button (const char *label, const char *action)
{
  GtkWidget *button = accord_page_button (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_header (AccordRecordDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->save = make_button (_ ("_Add"), "dialog.save");
  gtk_widget_add_css_class (self->save, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), make_button (_ ("_Cancel"), "window.close"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  return header;
}

static GArray *
all_fields (const AccordKind *kind)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint section = 0; section < ACCORD_FORM_N_SECTIONS; section++)
    {
      g_autoptr (GArray) fields = accord_form_section_fields (kind, section);

      g_array_append_vals (all, fields->data, fields->len);
    }
  return all;
}

/**
 * accord_record_dialog_new:
 * @workspace: where the record is to be kept
 * @kind: what to add
 * @preset: (nullable): a new record with what is known already; the dialog does not change it
 *
 * Returns: (transfer floating): a window that adds one record; the caller says whose it is and presents it
 */
GtkWidget *
accord_record_dialog_new (AccordWorkspace *workspace, const AccordKind *kind, AccordRecord *preset)
{
  AccordRecordDialog *self;
  g_autoptr (AccordRecord) record = NULL;
  g_autoptr (GArray) fields = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  self = g_object_new (ACCORD_TYPE_RECORD_DIALOG, "title", _ (kind->add_label), NULL);
  record = preset != NULL ? accord_record_copy (preset) : accord_record_new (kind);
  accord_record_fill_in (record);
  fields = all_fields (kind);
  self->form = accord_form_new (workspace, record, fields);
  gtk_widget_add_css_class (self->form, "dialog-form");

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->form);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
  accord_form_focus_first (ACCORD_FORM (self->form));
  return GTK_WIDGET (self);
}
