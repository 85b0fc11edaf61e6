/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/paste-dialog.h"

#include "form/page-parts.h"
#include "list/list-words.h"

#include <glib/gi18n-lib.h>

#define WIDTH 720
#define HEIGHT 640

/* More than these are not read by anybody; how many more there are is said. */
#define MAX_REFUSED 50
#define MAX_EXAMPLES 5

#define PROGRESS_MS 100

/**
 * AccordPasteDialog:
 *
 * What a block of a spreadsheet would become: which column fills which field, which the person may change;
 * how many rows are added; and which are refused, and why. Then it is added, as one change.
 */
struct _AccordPasteDialog
{
  AdwWindow parent_instance;

  AccordWorkspace *workspace;
  AccordRowsPaste *paste;
  GPtrArray *choices; /* of GtkDropDown, one for each column */
  GArray *fields;     /* what the choices stand for, after “leave out” */
  GCancellable *cancellable;
  guint progress_source;
  gboolean busy;
  gboolean setting;

  GtkWidget *save;
  GtkWidget *summary;
  GtkWidget *progress;
  GtkWidget *rows;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (AccordPasteDialog, accord_paste_dialog, ADW_TYPE_WINDOW)

/* --- What becomes of the rows */

static char *
dup_row_words (AccordPasteDialog *self, guint row)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < accord_rows_paste_get_n_columns (self->paste); i++)
    {
      const char *cell = accord_rows_paste_get_cell (self->paste, row, i);

      if (accord_rows_paste_get_field (self->paste, i) >= 0 && *cell != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", cell);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_row (AccordPasteDialog *self, guint row, const char *reason)
{
  g_autofree char *words = dup_row_words (self, row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *first = accord_page_label (words, "first-line");
  GtkWidget *item = gtk_list_box_row_new ();

  gtk_label_set_lines (GTK_LABEL (first), 2);
  gtk_label_set_ellipsize (GTK_LABEL (first), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), first);
  if (reason != NULL)
    /* Translators: which row of the block, and why it is not added. */
    {
      g_autofree char *why = g_strdup_printf (_ ("Row %u: %s"), row + 1, reason);

      gtk_box_append (GTK_BOX (box), accord_page_label (why, "field-error"));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (item), box);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), item);
}

static void
show_rows (AccordPasteDialog *self)
{
  guint n_refused = 0, n_examples = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), child);
  for (guint i = 0; i < accord_rows_paste_get_n_rows (self->paste) && n_refused < MAX_REFUSED; i++)
    if (accord_rows_paste_get_reason (self->paste, i) != NULL)
      {
        add_row (self, i, accord_rows_paste_get_reason (self->paste, i));
        n_refused++;
      }
  for (guint i = 0; i < accord_rows_paste_get_n_rows (self->paste) && n_examples < MAX_EXAMPLES; i++)
    if (accord_rows_paste_get_reason (self->paste, i) == NULL)
      {
        add_row (self, i, NULL);
        n_examples++;
      }
}

static void
show_outcome (AccordPasteDialog *self)
{
  guint n_good = accord_rows_paste_get_n_good (self->paste);
  guint n_refused = accord_rows_paste_get_n_rows (self->paste) - n_good;
  g_autofree char *label = accord_rows_paste_dup_label (self->paste);
  g_autofree char *good = accord_list_dup_number (n_good), *refused = accord_list_dup_number (n_refused);
  /* Translators: both are numbers of rows. */
  g_autofree char *summary = n_refused == 0
                                 ? g_strdup_printf (_ ("All %s rows can be added."), good)
                                 : g_strdup_printf (_ ("%s can be added, %s are refused."), good, refused);

  gtk_label_set_label (GTK_LABEL (self->summary), summary);
  gtk_button_set_label (GTK_BUTTON (self->save), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
  gtk_widget_set_sensitive (self->save, n_good > 0 && !self->busy);
  show_rows (self);
}

static gpointer
check (AccordReader *reader, gpointer data, GError **error)
{
  return accord_rows_paste_check (data, reader, error) ? data : NULL;
}

static void
set_choices_sensitive (AccordPasteDialog *self, gboolean sensitive)
{
  for (guint i = 0; i < self->choices->len; i++)
    gtk_widget_set_sensitive (self->choices->pdata[i], sensitive);
}

/* Seen under the rows, and heard by whoever is on the button or a choice. */
static void
show_problem (AccordPasteDialog *self, const char *words)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  gtk_label_set_label (GTK_LABEL (self->problem), words);
  gtk_widget_set_visible (self->problem, TRUE);
  if (focus != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordPasteDialog) self = data;
  g_autoptr (GError) error = NULL;
  gpointer done = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (self->choices == NULL)
    return;
  self->busy = FALSE;
  set_choices_sensitive (self, TRUE);
  if (done != NULL)
    {
      gtk_widget_set_visible (self->problem, FALSE);
      show_outcome (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_label_set_label (GTK_LABEL (self->summary), _ ("The rows could not be looked at."));
      show_problem (self, error->message);
    }
}

/* The rows belong to the thread that looks at them until it is done. */
static void
look (AccordPasteDialog *self)
{
  self->busy = TRUE;
  gtk_widget_set_sensitive (self->save, FALSE);
  set_choices_sensitive (self, FALSE);
  accord_workspace_read_async (self->workspace, check, accord_rows_paste_ref (self->paste),
                               (GDestroyNotify) accord_rows_paste_unref, NULL, self->cancellable, checked_cb,
                               g_object_ref (self));
}

/* --- Adding them */

static gboolean
progress_cb (gpointer data)
{
  AccordPasteDialog *self = data;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 (double) accord_rows_paste_get_n_done (self->paste)
                                     / MAX (accord_rows_paste_get_n_rows (self->paste), 1));
  return G_SOURCE_CONTINUE;
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordPasteDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);

  if (self->choices == NULL)
    return;
  g_clear_handle_id (&self->progress_source, g_source_remove);
  self->busy = FALSE;
  if (change != NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_widget_set_visible (self->progress, FALSE);
  set_choices_sensitive (self, TRUE);
  show_outcome (self);
  show_problem (self, error->message);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordPasteDialog *self = ACCORD_PASTE_DIALOG (widget);
  g_autofree char *label = NULL;

  if (!gtk_widget_get_sensitive (self->save) || self->busy)
    return;
  label = accord_rows_paste_dup_label (self->paste);
  self->busy = TRUE;
  gtk_widget_set_sensitive (self->save, FALSE);
  set_choices_sensitive (self, FALSE);
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_set_visible (self->progress, TRUE);
  self->progress_source = g_timeout_add (PROGRESS_MS, progress_cb, self);
  accord_workspace_write_async (self->workspace, label, accord_rows_paste_write,
                                accord_rows_paste_ref (self->paste), (GDestroyNotify) accord_rows_paste_unref,
                                self->cancellable, added_cb, g_object_ref (self));
}

/* --- Columns */

static void
show_choices (AccordPasteDialog *self)
{
  self->setting = TRUE;
  for (guint i = 0; i < self->choices->len; i++)
    {
      int field = accord_rows_paste_get_field (self->paste, i);
      guint position = 0;

      for (guint j = 0; field >= 0 && j < self->fields->len; j++)
        if (g_array_index (self->fields, guint, j) == (guint) field)
          position = j + 1;
      gtk_drop_down_set_selected (self->choices->pdata[i], position);
    }
  self->setting = FALSE;
}

static void
chosen_cb (GtkDropDown *choice, GParamSpec *pspec, AccordPasteDialog *self)
{
  guint position = gtk_drop_down_get_selected (choice);
  guint column;

  if (self->setting || !g_ptr_array_find (self->choices, choice, &column))
    return;
  accord_rows_paste_set_field (self->paste, column,
                               position > 0 ? (int) g_array_index (self->fields, guint, position - 1) : -1);
  show_choices (self);
  look (self);
}

static GtkStringList *
make_names (AccordPasteDialog *self)
{
  const AccordKind *kind = accord_rows_paste_get_kind (self->paste);
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Leave out"));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      gtk_string_list_append (names, _ (kind->fields[i].label));
      g_array_append_val (self->fields, i);
    }
  return names;
}

static GtkWidget *
make_columns (AccordPasteDialog *self)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autoptr (GtkStringList) names = make_names (self);

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  for (guint i = 0; i < accord_rows_paste_get_n_columns (self->paste); i++)
    {
      g_autofree char *name = accord_rows_paste_dup_column_name (self->paste, i);
      GtkWidget *label = accord_page_label (name, "heading");
      GtkWidget *example = accord_page_label (accord_rows_paste_get_cell (self->paste, 0, i), "second-line");
      GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (names)), NULL);

      gtk_label_set_ellipsize (GTK_LABEL (example), PANGO_ELLIPSIZE_END);
      gtk_label_set_lines (GTK_LABEL (example), 1);
      gtk_widget_set_hexpand (example, TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (choice)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_ptr_array_add (self->choices, choice);
      gtk_grid_attach (GTK_GRID (grid), label, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), example, 1, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), choice, 2, (int) i, 1, 1);
    }
  show_choices (self);
  for (guint i = 0; i < self->choices->len; i++)
    g_signal_connect_object (self->choices->pdata[i], "notify::selected", G_CALLBACK (chosen_cb), self, 0);
  return grid;
}

/* --- The window */

static GtkWidget *
make_header (AccordPasteDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = accord_page_button (_ ("_Cancel"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  self->save = gtk_button_new_with_label (_ ("Add"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "dialog.save");
  gtk_widget_add_css_class (self->save, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  return header;
}

static GtkWidget *
make_content (AccordPasteDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->summary = accord_page_label (_ ("Looking at the rows…"), "section-title");
  self->problem = accord_page_label (NULL, "field-error");
  self->progress = gtk_progress_bar_new ();
  self->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Rows"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Adding the rows"), -1);
  gtk_widget_add_css_class (self->rows, "boxed-list");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_set_visible (self->progress, FALSE);
  gtk_widget_add_css_class (box, "edit-fields");
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), self->progress);
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), make_columns (self));
  gtk_box_append (GTK_BOX (box), self->rows);
  return box;
}

static void
accord_paste_dialog_dispose (GObject *object)
{
  AccordPasteDialog *self = ACCORD_PASTE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->paste, accord_rows_paste_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_paste_dialog_parent_class)->dispose (object);
}

static void
accord_paste_dialog_class_init (AccordPasteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_paste_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "dialog.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
accord_paste_dialog_init (AccordPasteDialog *self)
{
  self->choices = g_ptr_array_new ();
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cancellable = g_cancellable_new ();
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

/**
 * accord_paste_dialog_new:
 * @workspace: where the rows are to be kept
 * @paste: rows that were not looked at yet; the dialog's own from now on
 *
 * Returns: (transfer floating): a window that shows what they would become, and adds them; the caller says
 *   whose it is and presents it
 */
GtkWidget *
accord_paste_dialog_new (AccordWorkspace *workspace, AccordRowsPaste *paste)
{
  AccordPasteDialog *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (paste != NULL, NULL);

  self = g_object_new (ACCORD_TYPE_PASTE_DIALOG, "title", _ ("Paste rows"), NULL);
  self->workspace = g_object_ref (workspace);
  self->paste = accord_rows_paste_ref (paste);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_content (self));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  look (self);
  return GTK_WIDGET (self);
}
