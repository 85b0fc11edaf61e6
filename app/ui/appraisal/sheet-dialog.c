/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/sheet-dialog.h"

#include "appraisal/grid-frame.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

#define WIDTH 760
#define MOST_HEIGHT 320

struct _AccordSheetDialog
{
  AdwWindow parent_instance;

  GtkWidget *column;
  GtkWidget *words;
  GtkWidget *save;
  GPtrArray *views;
};

G_DEFINE_FINAL_TYPE (AccordSheetDialog, accord_sheet_dialog, ADW_TYPE_WINDOW)

enum
{
  CHANGED,
  SAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is still being typed counts. */
static gboolean
enter_all (AccordSheetDialog *self)
{
  for (guint i = 0; i < self->views->len; i++)
    if (!accord_grid_view_enter (self->views->pdata[i])
        || accord_grid_view_get_n_faults (self->views->pdata[i]) > 0)
      return FALSE;
  return TRUE;
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordSheetDialog *self = ACCORD_SHEET_DIALOG (widget);

  if (!enter_all (self) || !gtk_widget_get_sensitive (self->save))
    return;
  g_signal_emit (self, signals[SAVE], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_changed (AccordSheetDialog *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_message (AccordGridView *view, GParamSpec *pspec, AccordSheetDialog *self)
{
  const char *message = accord_grid_view_get_message (view);

  if (message != NULL)
    gtk_label_set_label (GTK_LABEL (self->words), message);
  else
    on_changed (self);
}

/* Who opens it goes on typing. */
static void
on_map (AccordSheetDialog *self)
{
  if (self->views->len > 0)
    gtk_widget_grab_focus (self->views->pdata[0]);
}

static void
accord_sheet_dialog_dispose (GObject *object)
{
  g_ptr_array_set_size (ACCORD_SHEET_DIALOG (object)->views, 0);

  G_OBJECT_CLASS (accord_sheet_dialog_parent_class)->dispose (object);
}

static void
accord_sheet_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_SHEET_DIALOG (object)->views);

  G_OBJECT_CLASS (accord_sheet_dialog_parent_class)->finalize (object);
}

static gboolean
close_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
accord_sheet_dialog_class_init (AccordSheetDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_sheet_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_sheet_dialog_finalize;

  /**
   * AccordSheetDialog::changed:
   *
   * Something else is typed; accord_sheet_dialog_say() says what comes of it.
   */
  signals[CHANGED] = g_signal_new ("changed", ACCORD_TYPE_SHEET_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  /**
   * AccordSheetDialog::save:
   *
   * A person wants to keep what is typed.
   */
  signals[SAVE] =
      g_signal_new ("save", ACCORD_TYPE_SHEET_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "dialog.save", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_cb, NULL);
}

static GtkWidget *
make_header (AccordSheetDialog *self)
{
  GtkWidget *header = adw_header_bar_new (), *cancel = accord_page_button (_ ("_Cancel"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  self->save = accord_page_button (_ ("_Save"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "dialog.save");
  gtk_widget_add_css_class (self->save, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  return header;
}

static void
accord_sheet_dialog_init (AccordSheetDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->views = g_ptr_array_new_with_free_func (g_object_unref);
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (self->column, "page-column");
  gtk_widget_add_css_class (self->column, "page");
  gtk_widget_set_vexpand (self->column, TRUE);
  self->words = accord_page_label (NULL, NULL);
  gtk_box_append (GTK_BOX (self->column), self->words);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), self->column);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

/**
 * accord_sheet_dialog_new:
 * @from: the widget that it belongs to
 * @title: what it is about
 *
 * Returns: (transfer none): a dialog without tables; GTK owns it
 */
AccordSheetDialog *
accord_sheet_dialog_new (GtkWidget *from, const char *title)
{
  AccordSheetDialog *self = g_object_new (ACCORD_TYPE_SHEET_DIALOG, "title", title, NULL);
  GtkRoot *root = gtk_widget_get_root (from);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  return self;
}

/**
 * accord_sheet_dialog_add_table:
 * @self: a dialog
 * @title: what the table is of
 * @new_row: what stands where a new row is begun
 * @table: the table
 *
 * Adds a table.
 */
void
accord_sheet_dialog_add_table (AccordSheetDialog *self, const char *title, const char *new_row,
                               AccordCellTable *table)
{
  GtkWidget *head, *card = accord_page_card (&head, title), *view = accord_grid_view_new (title, new_row);

  accord_grid_view_set_model (ACCORD_GRID_VIEW (view), ACCORD_GRID_MODEL (table));
  g_ptr_array_add (self->views, g_object_ref (view));
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (card), accord_grid_frame_new (view, MOST_HEIGHT));
  g_signal_connect_object (table, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::message", G_CALLBACK (on_message), self, 0);
  accord_sheet_dialog_add (self, card);
}

/* Before what the dialog says. */
void
accord_sheet_dialog_add (AccordSheetDialog *self, GtkWidget *widget)
{
  gtk_box_insert_child_after (GTK_BOX (self->column), widget, gtk_widget_get_prev_sibling (self->words));
}

/**
 * accord_sheet_dialog_say:
 * @self: a dialog
 * @words: what comes of what is typed, or what is wrong with it
 * @may_save: whether it can be kept
 *
 * Says where it stands.
 */
void
accord_sheet_dialog_say (AccordSheetDialog *self, const char *words, gboolean may_save)
{
  gtk_label_set_label (GTK_LABEL (self->words), words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", may_save);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}
