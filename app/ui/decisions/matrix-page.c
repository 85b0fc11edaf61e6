/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decisions/matrix-page.h"

#include "decisions/filter-choice.h"
#include "decisions/matrix-grid.h"
#include "form/page-parts.h"
#include "list/skeleton.h"
#include "matrix-report.h"
#include "print/print-page.h"
#include "today.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Changes that follow on each other's heels are read once; a page that takes longer says that it is coming.
 */
#define SETTLE_MS 120
#define SKELETON_MS 150

/* Who endorsed which business case, and who has still to. */
struct _AccordMatrixPage
{
  GtkWidget parent_instance;

  AccordWorkspace *workspace;
  GtkWidget *column;
  GtkWidget *subtitle;
  GtkWidget *filters;
  GtkWidget *programme;
  GtkWidget *stage;
  GtkWidget *stack;
  GtkWidget *skeleton;
  GtkWidget *scrolled;
  GtkWidget *grid;
  GtkWidget *empty;
  GtkWidget *nothing;
  GtkWidget *error;
  GtkWidget *note;

  GCancellable *cancellable;
  guint settle;
  guint patience;
  gboolean stale;
  gboolean wants_focus;
  gpointer focus_before;
  char *today;
  AccordMatrix *matrix;
};

static void accord_matrix_page_paper_init (AccordPrintPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AccordMatrixPage, accord_matrix_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ACCORD_TYPE_PRINT_PAGE, accord_matrix_page_paper_init))

static gpointer
read_matrix (AccordReader *reader, gpointer data, GError **error)
{
  return accord_matrix_read (reader, data, error);
}

/* --- What the page is narrowed to. */

static void
offer_programmes (AccordMatrixPage *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  /* The cases come by programme. */
  for (guint i = 0; i < self->matrix->rows->len; i++)
    {
      const AccordMatrixRow *row = self->matrix->rows->pdata[i];
      gint64 id = accord_record_get_int (row->record, "programme");
      const char *title = accord_record_get_reference_title (row->record, "programme");
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      if (id == ACCORD_UNKNOWN || title == NULL
          || g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
        continue;
      g_ptr_array_add (keys, g_steal_pointer (&key));
      g_ptr_array_add (words, (gpointer) title);
    }
  accord_filter_choice_offer (ACCORD_FILTER_CHOICE (self->programme), keys, words);
}

static gboolean
has_stage (AccordMatrix *matrix, const char *stage)
{
  for (guint i = 0; i < matrix->rows->len; i++)
    if (g_strcmp0 (accord_record_get_text (((AccordMatrixRow *) matrix->rows->pdata[i])->record, "stage"),
                   stage)
        == 0)
      return TRUE;
  return FALSE;
}

static void
offer_stages (AccordMatrixPage *self)
{
  const AccordKind *kind = accord_schema_find_kind (accord_workspace_get_schema (self->workspace), "case");
  const AccordField *field = accord_kind_get_field (kind, "stage");
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (const AccordChoice *choice = field->choices; choice->value != NULL; choice++)
    if (has_stage (self->matrix, choice->value))
      {
        g_ptr_array_add (keys, (gpointer) choice->value);
        g_ptr_array_add (words, (gpointer) _ (choice->label));
      }
  accord_filter_choice_offer (ACCORD_FILTER_CHOICE (self->stage), keys, words);
}

static AccordMatrix *
narrow (AccordMatrixPage *self)
{
  const char *programme = accord_filter_choice_get_key (ACCORD_FILTER_CHOICE (self->programme));
  gint64 id = programme != NULL ? g_ascii_strtoll (programme, NULL, 10) : ACCORD_UNKNOWN;

  return accord_matrix_narrow (self->matrix, id,
                               accord_filter_choice_get_key (ACCORD_FILTER_CHOICE (self->stage)));
}

/* --- What the page shows. */

static char *
dup_subtitle (const AccordMatrix *matrix)
{
  g_autofree char *cases = g_strdup_printf (
      ngettext ("%u business case", "%u business cases", matrix->rows->len), matrix->rows->len);
  g_autofree char *bodies = g_strdup_printf (
      ngettext ("%u body asked", "%u bodies asked", matrix->columns->len), matrix->columns->len);

  /* Translators: so many business cases, and so many bodies that were asked about them. */
  return g_strdup_printf (_ ("%s · %s"), cases, bodies);
}

static void
show_note (AccordMatrixPage *self, const AccordMatrix *matrix)
{
  guint n_loose = 0;
  GString *note = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (guint i = 0; i < matrix->rows->len; i++)
    n_loose += ((AccordMatrixRow *) matrix->rows->pdata[i])->loose->len;
  if (n_loose > 0)
    g_string_append_printf (note,
                            ngettext ("%u caveat is in no field: who raised it is not known. ",
                                      "%u caveats are in no field: who raised them is not known. ", n_loose),
                            n_loose);
  if (matrix->n_of_options > 0)
    g_string_append_printf (note,
                            ngettext ("%u endorsement is of an option rather than of a case.",
                                      "%u endorsements are of options rather than of cases.",
                                      (gulong) matrix->n_of_options),
                            (guint) matrix->n_of_options);
  words = g_strchomp (g_string_free (note, FALSE));
  gtk_label_set_label (GTK_LABEL (self->note), words);
  gtk_widget_set_visible (self->note, *words != '\0');
}

/* Somebody came here before there was anything to come to, and has not gone elsewhere since. */
static void
focus_at_last (AccordMatrixPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->wants_focus && root != NULL
      && (gtk_root_get_focus (root) == NULL || gtk_root_get_focus (root) == self->focus_before))
    gtk_widget_child_focus (self->column, GTK_DIR_TAB_FORWARD);
  self->wants_focus = FALSE;
}

/* A small matrix ends where it ends; what there is to say instead of one has all the room. */
static void
show_child (AccordMatrixPage *self, GtkWidget *child)
{
  gtk_widget_set_vexpand (self->stack, child != self->scrolled);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), child);
}

static void
show_matrix (AccordMatrixPage *self)
{
  AccordMatrix *shown = narrow (self);
  g_autofree char *subtitle = dup_subtitle (shown);
  gboolean empty = self->matrix->columns->len == 0;

  gtk_label_set_label (GTK_LABEL (self->subtitle),
                       empty ? _ ("Who has endorsed which business case, and under which caveats")
                             : subtitle);
  gtk_widget_set_visible (self->filters, !empty);
  show_note (self, shown);
  show_child (self, empty ? self->empty : shown->columns->len == 0 ? self->nothing : self->scrolled);
  accord_matrix_grid_take (ACCORD_MATRIX_GRID (self->grid), shown);
}

static void
show_error (AccordMatrixPage *self, const GError *error)
{
  adw_status_page_set_description (ADW_STATUS_PAGE (self->error), error->message);
  show_child (self, self->error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordMatrixPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordMatrix) matrix = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_handle_id (&self->patience, g_source_remove);
  if (matrix == NULL)
    {
      show_error (self, error);
      return;
    }
  g_clear_pointer (&self->matrix, accord_matrix_free);
  self->matrix = g_steal_pointer (&matrix);
  offer_programmes (self);
  offer_stages (self);
  show_matrix (self);
  focus_at_last (self);
}

/* --- When it is read. */

static gboolean
on_patience (gpointer data)
{
  AccordMatrixPage *self = data;

  self->patience = 0;
  gtk_widget_show (self->skeleton);
  return G_SOURCE_REMOVE;
}

static void
refresh (AccordMatrixPage *self)
{
  self->stale = FALSE;
  if (self->matrix == NULL && self->patience == 0)
    self->patience = g_timeout_add (SKELETON_MS, on_patience, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_free (self->today);
  self->today = accord_today_dup ();
  accord_workspace_read_async (self->workspace, read_matrix, g_strdup (self->today), g_free,
                               (GDestroyNotify) accord_matrix_free, self->cancellable, on_read,
                               g_object_ref (self));
}

static gboolean
on_settled (gpointer data)
{
  AccordMatrixPage *self = data;

  self->settle = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->stale = TRUE;
  return G_SOURCE_REMOVE;
}

static void
on_changed (AccordWorkspace *workspace, AccordChange *change, AccordMatrixPage *self)
{
  static const char *const kinds[] = { "case", "endorsement",  "caveat",   "review",
                                       "body", "organisation", "programme" };
  AccordSchema *schema = accord_workspace_get_schema (workspace);

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && self->settle == 0; i++)
    if (accord_change_touches_kind (change, accord_schema_find_kind (schema, kinds[i])))
      self->settle = g_timeout_add (SETTLE_MS, on_settled, self);
}

static void
accord_matrix_page_map (GtkWidget *widget)
{
  AccordMatrixPage *self = ACCORD_MATRIX_PAGE (widget);
  g_autofree char *today = accord_today_dup ();

  GTK_WIDGET_CLASS (accord_matrix_page_parent_class)->map (widget);
  /* A window that was open overnight shows another day. */
  if (self->stale || g_strcmp0 (self->today, today) != 0)
    refresh (self);
}

static gboolean
accord_matrix_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AccordMatrixPage *self = ACCORD_MATRIX_PAGE (widget);

  if (self->matrix != NULL)
    return GTK_WIDGET_CLASS (accord_matrix_page_parent_class)->focus (widget, direction);
  self->wants_focus = TRUE;
  self->focus_before = gtk_root_get_focus (gtk_widget_get_root (widget));
  return TRUE;
}

static void
accord_matrix_page_dispose (GObject *object)
{
  AccordMatrixPage *self = ACCORD_MATRIX_PAGE (object);

  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->column, gtk_widget_unparent);
  g_clear_pointer (&self->matrix, accord_matrix_free);
  g_clear_pointer (&self->today, g_free);

  G_OBJECT_CLASS (accord_matrix_page_parent_class)->dispose (object);
}

static void
accord_matrix_page_class_init (AccordMatrixPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_matrix_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = accord_matrix_page_map;
  GTK_WIDGET_CLASS (klass)->focus = accord_matrix_page_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

/* --- On paper, and in a spreadsheet: what the page is narrowed to. */

static AccordReport *
accord_matrix_page_make_report (AccordPrintPage *paper)
{
  AccordMatrixPage *self = ACCORD_MATRIX_PAGE (paper);
  g_autoptr (AccordMatrix) shown = self->matrix != NULL ? narrow (self) : NULL;

  return shown != NULL ? accord_matrix_report_new (shown) : NULL;
}

static gboolean
accord_matrix_page_write_csv (AccordPrintPage *paper, GOutputStream *stream, GError **error)
{
  AccordMatrixPage *self = ACCORD_MATRIX_PAGE (paper);
  g_autoptr (AccordMatrix) shown = NULL;

  if (self->matrix == NULL)
    return TRUE;
  shown = narrow (self);
  return accord_matrix_write_csv (shown, stream, error);
}

static void
accord_matrix_page_paper_init (AccordPrintPageInterface *iface)
{
  iface->make_report = accord_matrix_page_make_report;
  iface->write_csv = accord_matrix_page_write_csv;
}

/* --- How it is made. */

static GtkWidget *
make_status (const char *title, const char *description)
{
  GtkWidget *page = adw_status_page_new ();

  gtk_widget_add_css_class (page, "decisions-empty");
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "accord-matrix-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  return page;
}

static GtkWidget *
make_empty (AccordMatrixPage *self)
{
  GtkWidget *page = make_status (_ ("Nobody’s view is on record yet"),
                                 _ ("Each business case will have a row here, and each board that was asked "
                                    "for its view a column: what it said, when, and which caveats are still "
                                    "open."));
  GtkWidget *add = accord_page_button (_ ("Record an _endorsement"));

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (add), "win.add::endorsement");
  gtk_widget_add_css_class (add, "pill");
  gtk_widget_set_halign (add, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (add, !accord_workspace_get_read_only (self->workspace));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), add);
  return page;
}

static void
make_head (AccordMatrixPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (head), accord_page_label (_ ("Endorsement matrix"), "page-title"));
  self->subtitle = accord_page_label (NULL, "subtitle");
  gtk_box_append (GTK_BOX (head), self->subtitle);
  self->programme = accord_filter_choice_new (_ ("Programme"), _ ("All programmes"));
  self->stage = accord_filter_choice_new (_ ("Stage"), _ ("All stages"));
  g_signal_connect_object (self->programme, "chosen", G_CALLBACK (show_matrix), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "chosen", G_CALLBACK (show_matrix), self, G_CONNECT_SWAPPED);
  self->filters = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_margin_top (self->filters, 8);
  gtk_box_append (GTK_BOX (self->filters), self->programme);
  gtk_box_append (GTK_BOX (self->filters), self->stage);
  gtk_box_append (GTK_BOX (head), self->filters);
  gtk_box_append (GTK_BOX (self->column), head);
}

static void
make_stack (AccordMatrixPage *self)
{
  self->stack = gtk_stack_new ();
  self->skeleton = g_object_new (ACCORD_TYPE_SKELETON, "visible", FALSE, NULL);
  accord_skeleton_set_two_lines (ACCORD_SKELETON (self->skeleton), TRUE);
  self->grid = accord_matrix_grid_new ();
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->grid);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_widget_set_focusable (self->scrolled, FALSE);
  gtk_widget_set_halign (self->scrolled, GTK_ALIGN_START);
  gtk_widget_set_valign (self->scrolled, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->scrolled, "card");
  gtk_widget_add_css_class (self->scrolled, "matrix-card");
  gtk_widget_set_overflow (self->scrolled, GTK_OVERFLOW_HIDDEN);
  self->empty = make_empty (self);
  self->nothing = make_status (_ ("No case is of this programme at this stage"),
                               _ ("Choose another programme or stage above."));
  self->error = adw_status_page_new ();
  gtk_widget_add_css_class (self->error, "error-page");
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->error), "accord-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->error), _ ("The matrix cannot be read"));
  gtk_stack_add_child (GTK_STACK (self->stack), self->skeleton);
  gtk_stack_add_child (GTK_STACK (self->stack), self->scrolled);
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_stack_add_child (GTK_STACK (self->stack), self->nothing);
  gtk_stack_add_child (GTK_STACK (self->stack), self->error);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_box_append (GTK_BOX (self->column), self->stack);
}

static void
accord_matrix_page_init (AccordMatrixPage *self)
{
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->column, "page-column");
  gtk_widget_add_css_class (self->column, "matrix-page");
  gtk_widget_set_parent (self->column, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
}

/**
 * accord_matrix_page_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a page of who endorsed which business case, which follows what is done in
 * @workspace
 */
GtkWidget *
accord_matrix_page_new (AccordWorkspace *workspace)
{
  AccordMatrixPage *self;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (ACCORD_TYPE_MATRIX_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  make_head (self);
  make_stack (self);
  self->note = accord_page_label (NULL, "second-line");
  gtk_box_append (GTK_BOX (self->column), self->note);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, 0);
  refresh (self);
  return GTK_WIDGET (self);
}
