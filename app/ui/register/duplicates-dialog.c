/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/duplicates-dialog.h"

#include "duplicates.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "merge.h"
#include "register/pair-view.h"

#include <glib/gi18n-lib.h>

#define WIDTH 720
#define HEIGHT 640

/**
 * AccordDuplicatesDialog:
 *
 * The records that may be kept twice, pair by pair; each pair can be looked at side by side and merged, as
 * one change.
 */
struct _AccordDuplicatesDialog
{
  AdwWindow parent_instance;

  AccordWorkspace *workspace;
  const AccordKind *kind;
  GPtrArray *pairs;
  GCancellable *cancellable;
  gboolean busy;

  GtkWidget *back;
  GtkWidget *merge;
  GtkWidget *stack;
  GtkWidget *rows;
  GtkWidget *pair;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (AccordDuplicatesDialog, accord_duplicates_dialog, ADW_TYPE_WINDOW)

static void
show_page (AccordDuplicatesDialog *self, const char *name)
{
  gboolean pair = g_str_equal (name, "pair");

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
  gtk_widget_set_visible (self->back, pair);
  gtk_widget_set_visible (self->merge, pair);
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.merge", pair && !self->busy);
}

static void
show_problem (AccordDuplicatesDialog *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->problem), words);
  gtk_widget_set_visible (self->problem, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->merge), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

static void
add_row (AccordDuplicatesDialog *self, const AccordDuplicate *pair)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = accord_words_new (2);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  /* Translators: what a record is called, and why it may be the same as the one above: “the same name”. */
  g_autofree char *second = g_strdup_printf (_ ("or %s: %s"), pair->other_title, pair->why);
  g_autofree char *spoken =
      g_strdup_printf (_ ("%s may be the same as %s: %s"), pair->one_title, pair->other_title, pair->why);

  accord_words_append (words, accord_page_label (pair->one_title, "first-line"));
  accord_words_append (words, accord_page_label (second, "second-line"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_widget_add_css_class (box, "register-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
}

static void
show_pairs (AccordDuplicatesDialog *self, GPtrArray *pairs)
{
  GtkWidget *child;

  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  self->pairs = pairs;
  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), child);
  for (guint i = 0; i < pairs->len; i++)
    add_row (self, pairs->pdata[i]);
  show_page (self, pairs->len > 0 ? "list" : "none");
  if (pairs->len > 0)
    gtk_widget_child_focus (self->rows, GTK_DIR_TAB_FORWARD);
}

static gpointer
find_pairs (AccordReader *reader, gpointer data, GError **error)
{
  return accord_duplicates_find (reader, data, error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordDuplicatesDialog) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *pairs = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (self->workspace == NULL)
    {
      g_clear_pointer (&pairs, g_ptr_array_unref);
      return;
    }
  if (pairs != NULL)
    show_pairs (self, pairs);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error->message);
}

static void
look (AccordDuplicatesDialog *self)
{
  accord_workspace_read_async (self->workspace, find_pairs, (gpointer) self->kind, NULL,
                               (GDestroyNotify) g_ptr_array_unref, self->cancellable, found_cb,
                               g_object_ref (self));
}

typedef struct
{
  const AccordKind *kind;
  gint64 ids[2];
} Both;

static gpointer
read_both (AccordReader *reader, gpointer data, GError **error)
{
  const Both *both = data;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 2; i++)
    {
      AccordRecord *record = accord_reader_get (reader, both->kind, both->ids[i], error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordDuplicatesDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (self->workspace == NULL)
    return;
  if (records != NULL)
    {
      accord_pair_view_show (ACCORD_PAIR_VIEW (self->pair), records->pdata[0], records->pdata[1]);
      show_page (self, "pair");
      gtk_widget_grab_focus (self->pair);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error->message);
}

static void
on_row (GtkListBox *rows, GtkListBoxRow *row, AccordDuplicatesDialog *self)
{
  const AccordDuplicate *pair = self->pairs->pdata[gtk_list_box_row_get_index (row)];
  Both *both = g_new0 (Both, 1);

  both->kind = self->kind;
  both->ids[0] = pair->one;
  both->ids[1] = pair->other;
  accord_workspace_read_async (self->workspace, read_both, both, g_free, (GDestroyNotify) g_ptr_array_unref,
                               self->cancellable, read_cb, g_object_ref (self));
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordDuplicatesDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);

  self->busy = FALSE;
  if (self->workspace == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.merge", TRUE);
  if (change != NULL)
    look (self);
  else
    show_problem (self, error->message);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordDuplicatesDialog *self = ACCORD_DUPLICATES_DIALOG (widget);
  AccordRecord *keep = accord_pair_view_get_keep (ACCORD_PAIR_VIEW (self->pair));
  AccordRecord *drop = accord_pair_view_get_drop (ACCORD_PAIR_VIEW (self->pair));
  g_autofree char *label = accord_merge_dup_label (keep, drop);
  AccordMerge *merge = g_new0 (AccordMerge, 1);

  merge->kind = self->kind;
  merge->keep = accord_record_get_id (keep);
  merge->drop = accord_record_get_id (drop);
  self->busy = TRUE;
  gtk_widget_action_set_enabled (widget, "dialog.merge", FALSE);
  accord_workspace_write_async (self->workspace, label, accord_merge_write, merge, g_free, self->cancellable,
                                merged_cb, g_object_ref (self));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordDuplicatesDialog *self = ACCORD_DUPLICATES_DIALOG (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "pair") == 0)
    {
      show_page (self, "list");
      gtk_widget_child_focus (self->rows, GTK_DIR_TAB_FORWARD);
    }
  else
    gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
make_header (AccordDuplicatesDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->back = accord_page_icon_button ("go-previous-symbolic", _ ("Back to the list"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "dialog.back");
  self->merge = accord_page_button (_ ("_Merge"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->merge), "dialog.merge");
  gtk_widget_add_css_class (self->merge, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->merge);
  return header;
}

static GtkWidget *
scroll (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  return scrolled;
}

static GtkWidget *
make_list (AccordDuplicatesDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->rows, "boxed-list");
  gtk_widget_set_valign (self->rows, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pairs"),
                                  -1);
  g_signal_connect (self->rows, "row-activated", G_CALLBACK (on_row), self);
  gtk_widget_add_css_class (box, "edit-fields");
  gtk_box_append (
      GTK_BOX (box),
      accord_page_label (_ ("Choose a pair to look at both side by side. Nothing is merged unless "
                            "you say so, and it can be undone."),
                         "second-line"));
  gtk_box_append (GTK_BOX (box), self->rows);
  return box;
}

static GtkWidget *
make_none (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "emblem-ok-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing seems to be kept twice"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("No two have the same code, and none of those that may be the "
                                      "same have the same name."));
  return page;
}

static void
accord_duplicates_dialog_dispose (GObject *object)
{
  AccordDuplicatesDialog *self = ACCORD_DUPLICATES_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (accord_duplicates_dialog_parent_class)->dispose (object);
}

static void
accord_duplicates_dialog_class_init (AccordDuplicatesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_duplicates_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "dialog.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "dialog.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "dialog.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "dialog.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.merge", NULL);
}

static void
accord_duplicates_dialog_init (AccordDuplicatesDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *spinner = gtk_spinner_new ();

  self->cancellable = g_cancellable_new ();
  self->problem = accord_page_label (NULL, "field-error");
  self->pair = accord_pair_view_new ();
  self->stack = gtk_stack_new ();
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Looking"), -1);
  gtk_stack_add_named (GTK_STACK (self->stack), spinner, "loading");
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_stack_add_named (GTK_STACK (self->stack), scroll (make_list (self)), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), scroll (self->pair), "pair");
  gtk_stack_add_named (GTK_STACK (self->stack), make_none (), "none");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  show_page (self, "loading");
}

/**
 * accord_duplicates_dialog_new:
 * @workspace: a workspace that can be written to
 * @kind: the kind of organisations, or of boards and committees
 *
 * Returns: (transfer floating): a window that lists what may be kept twice; the caller says whose it is and
 *   presents it
 */
GtkWidget *
accord_duplicates_dialog_new (AccordWorkspace *workspace, const AccordKind *kind)
{
  AccordDuplicatesDialog *self =
      g_object_new (ACCORD_TYPE_DUPLICATES_DIALOG, "title", _ ("What may be kept twice"), NULL);

  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  look (self);
  return GTK_WIDGET (self);
}
