/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition/edition-dialog.h"

#include "edition-import.h"
#include "editions-rows.h"
#include "form/page-parts.h"
#include "form/words.h"

#include <glib/gi18n-lib.h>

#define WIDTH 720
#define HEIGHT 640

/* So many differences are shown of each edition. */
#define MOST_DIFFERENCES 12

/* What importing a file of published figures would do, before it is done. */
struct _AccordEditionDialog
{
  AdwWindow parent_instance;

  GtkWidget *close;
  GtkWidget *import;
  GtkWidget *stack;
  GtkWidget *refused;
  GtkWidget *column;

  AccordWorkspace *workspace;
  AccordEditionFile *file;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AccordEditionDialog, accord_edition_dialog, ADW_TYPE_WINDOW)

enum
{
  SHOW_EDITION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
refuse (AccordEditionDialog *self, const GError *error)
{
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  words = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->refused), words);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->refused);
  gtk_widget_set_sensitive (self->import, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  error->message, -1);
}

static GtkWidget *
add_card (AccordEditionDialog *self, const char *title)
{
  GtkWidget *head;
  GtkWidget *card = accord_page_card (&head, title);
  GtkWidget *words = accord_words_new (6);

  gtk_widget_add_css_class (words, "card-body");
  gtk_box_append (GTK_BOX (card), words);
  gtk_box_append (GTK_BOX (self->column), card);
  return words;
}

static void
append_line (GtkWidget *words, const char *text, const char *style_class)
{
  accord_words_append (words, accord_page_label (text, style_class));
}

static void
show_file (AccordEditionDialog *self)
{
  GtkWidget *words = add_card (self, self->file->probe->name);

  append_line (words, self->file->form, NULL);
  for (guint i = 0; i < self->file->remarks->len; i++)
    append_line (words, self->file->remarks->pdata[i], "second-line");
}

static void
show_made (AccordEditionDialog *self, const AccordEditionMade *made)
{
  g_autofree char *title = accord_edition_dup_title (made->edition),
                  *source = accord_edition_dup_source (made->edition);
  g_autofree char *sentence = accord_edition_made_dup_fate (made),
                  *from = g_strdup_printf (_ ("Source: %s"), source);
  GtkWidget *words = add_card (self, title);
  const guint n = made->differences != NULL ? made->differences->len : 0;

  append_line (words, sentence, NULL);
  append_line (words, from, "second-line");
  if (made->beside != NULL)
    {
      g_autofree char *beside = accord_edition_dup_title (made->beside);
      g_autofree char *count =
          n > 0 ? g_strdup_printf (
              ngettext ("%u figure is otherwise than in “%s”:", "%u figures are otherwise than in “%s”:", n),
              n, beside)
                : g_strdup_printf (_ ("Its figures are those of “%s”."), beside);

      append_line (words, count, NULL);
    }
  for (guint i = 0; i < MIN (n, MOST_DIFFERENCES); i++)
    append_line (words, made->differences->pdata[i], "second-line");
  if (n > MOST_DIFFERENCES)
    {
      const guint more = n - MOST_DIFFERENCES;
      g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);

      append_line (words, text, "second-line");
    }
}

static void
show_preview (AccordEditionDialog *self, const AccordEditionResult *result)
{
  g_autofree char *label =
      g_strdup_printf (ngettext ("Import %u edition", "Import %u editions", result->n_new), result->n_new);

  show_file (self);
  for (guint i = 0; i < result->made->len; i++)
    show_made (self, result->made->pdata[i]);
  gtk_button_set_label (GTK_BUTTON (self->import), result->n_new > 0 ? label : _ ("Nothing new"));
  gtk_widget_set_sensitive (self->import, result->n_new > 0);
  if (result->n_new == 0)
    gtk_button_set_label (GTK_BUTTON (self->close), _ ("_Close"));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "preview");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->import), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->file->form, -1);
  gtk_window_set_focus (GTK_WINDOW (self), result->n_new > 0 ? self->import : self->close);
}

static void
on_rehearsed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordEditionDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordEditionResult) would =
      accord_edition_import_finish (ACCORD_WORKSPACE (source), result, &error);

  if (would == NULL)
    refuse (self, error);
  else
    show_preview (self, would);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordEditionDialog) self = data;
  g_autoptr (GError) error = NULL;

  self->file = accord_edition_file_open_finish (result, &error);
  if (self->file == NULL)
    refuse (self, error);
  else
    accord_edition_import_async (self->workspace, self->file, TRUE, self->cancellable, on_rehearsed,
                                 g_object_ref (self));
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordEditionDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordEditionResult) did =
      accord_edition_import_finish (ACCORD_WORKSPACE (source), result, &error);

  if (did == NULL)
    {
      refuse (self, error);
      return;
    }
  for (guint i = 0; i < did->made->len; i++)
    {
      const AccordEditionMade *made = did->made->pdata[i];

      if (made->fate != ACCORD_EDITION_SAME)
        {
          g_signal_emit (self, signals[SHOW_EDITION], 0, accord_record_get_id (made->edition));
          break;
        }
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_import (AccordEditionDialog *self)
{
  gtk_widget_set_sensitive (self->import, FALSE);
  accord_edition_import_async (self->workspace, self->file, FALSE, NULL, on_imported, g_object_ref (self));
}

static void
accord_edition_dialog_dispose (GObject *object)
{
  AccordEditionDialog *self = ACCORD_EDITION_DIALOG (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (accord_edition_dialog_parent_class)->dispose (object);
}

static void
accord_edition_dialog_finalize (GObject *object)
{
  AccordEditionDialog *self = ACCORD_EDITION_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->file, accord_edition_file_unref);

  G_OBJECT_CLASS (accord_edition_dialog_parent_class)->finalize (object);
}

static void
accord_edition_dialog_class_init (AccordEditionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_edition_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_edition_dialog_finalize;

  /**
   * AccordEditionDialog::show-edition:
   * @edition: the first of those that were imported
   *
   * The import is done, and the dialog closes.
   */
  signals[SHOW_EDITION] = g_signal_new ("show-edition", ACCORD_TYPE_EDITION_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_header (AccordEditionDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->close = accord_page_button (_ ("_Cancel"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->close), "window.close");
  self->import = accord_page_button (_ ("_Import"));
  gtk_widget_add_css_class (self->import, "suggested-action");
  gtk_widget_set_sensitive (self->import, FALSE);
  g_signal_connect_object (self->import, "clicked", G_CALLBACK (on_import), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->close);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->import);
  return header;
}

static GtkWidget *
make_status (const char *icon_name, const char *title)
{
  return g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", icon_name, "title", title, NULL);
}

static void
accord_edition_dialog_init (AccordEditionDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scrolled = gtk_scrolled_window_new ();

  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Import published figures"));
  gtk_widget_add_css_class (box, "page");
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack),
                       make_status ("accord-import-symbolic", _ ("Reading the file")), "working");
  self->refused = make_status ("accord-warning-symbolic", _ ("This file cannot be imported"));
  gtk_widget_add_css_class (self->refused, "error-page");
  gtk_stack_add_child (GTK_STACK (self->stack), self->refused);
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (self->column, "page-column");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->column);
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "preview");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  self->cancellable = g_cancellable_new ();
}

/**
 * accord_edition_dialog_new:
 * @parent: the window that asks
 * @workspace: where editions are kept
 * @file: a file that may hold published figures
 *
 * Begins to read @file at once.
 *
 * Returns: (transfer none): a window that shows what an import would do before it is done; GTK owns it
 */
GtkWidget *
accord_edition_dialog_new (GtkWindow *parent, AccordWorkspace *workspace, GFile *file)
{
  AccordEditionDialog *self;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (ACCORD_TYPE_EDITION_DIALOG, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  accord_edition_file_open_async (file, ACCORD_EDITION_ANY, self->cancellable, on_opened,
                                  g_object_ref (self));
  return GTK_WIDGET (self);
}
