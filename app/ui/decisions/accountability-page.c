/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decisions/accountability-page.h"

#include "decisions/answerable-card.h"
#include "form/page-parts.h"
#include "list/skeleton.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define WIDTH 900
#define LATEST 3
/* Changes that follow on each other's heels are read once; a page that takes longer says that it is coming.
 */
#define SETTLE_MS 120
#define SKELETON_MS 150

/* Who answers to whom, and what each board decided. */
struct _AccordAccountabilityPage
{
  GtkWidget parent_instance;

  AccordWorkspace *workspace;
  GtkWidget *stack;
  GtkWidget *skeleton;
  GtkWidget *scrolled;
  GtkWidget *cards;
  GtkWidget *empty;
  GtkWidget *error;
  GCancellable *cancellable;
  guint settle;
  guint patience;
  gboolean stale;
  gboolean known;
  char *shown;
};

G_DEFINE_FINAL_TYPE (AccordAccountabilityPage, accord_accountability_page, GTK_TYPE_WIDGET)

static gpointer
read_all (AccordReader *reader, gpointer data, GError **error)
{
  return accord_accountability_read (reader, LATEST, error);
}

static void
append_bodies (GString *state, GPtrArray *bodies)
{
  for (guint i = 0; i < bodies->len; i++)
    g_string_append_printf (state, " %" G_GINT64_FORMAT, accord_record_get_id (bodies->pdata[i]));
  g_string_append_c (state, '\n');
}

/* All that is shown, so that what stays the same is left alone, with its focus. */
static char *
dup_state (GPtrArray *boards)
{
  GString *state = g_string_new (NULL);

  for (guint i = 0; i < boards->len; i++)
    {
      const AccordAnswerable *one = boards->pdata[i];
      const char *organisation = accord_record_get_reference_title (one->body, "organisation");

      g_string_append_printf (state, "%" G_GINT64_FORMAT " %s %s %u %u %u %u",
                              accord_record_get_id (one->body), accord_record_get_modified (one->body),
                              organisation != NULL ? organisation : "", one->depth, one->n_resolved,
                              one->n_noted, one->n_decisions);
      append_bodies (state, one->scrutinised_by);
      append_bodies (state, one->scrutinises);
      append_bodies (state, one->below);
      for (guint j = 0; j < one->latest->len; j++)
        {
          const AccordAnswerableDecision *decision = one->latest->pdata[j];

          g_string_append_printf (state, "%s %" G_GINT64_FORMAT " %s %s\n", decision->kind, decision->id,
                                  decision->date != NULL ? decision->date : "", decision->text);
        }
    }
  return g_string_free (state, FALSE);
}

static void
show_boards (AccordAccountabilityPage *self, GPtrArray *boards)
{
  g_autofree char *state = dup_state (boards);

  if (g_strcmp0 (state, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&state);
  accord_page_empty_box (self->cards);
  for (guint i = 0; i < boards->len; i++)
    gtk_box_append (GTK_BOX (self->cards), accord_answerable_card_new (boards->pdata[i]));
  gtk_stack_set_visible_child (GTK_STACK (self->stack), boards->len > 0 ? self->scrolled : self->empty);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordAccountabilityPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) boards = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_handle_id (&self->patience, g_source_remove);
  self->known = TRUE;
  if (boards != NULL)
    {
      show_boards (self, boards);
      return;
    }
  adw_status_page_set_description (ADW_STATUS_PAGE (self->error), error->message);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->error);
}

static gboolean
on_patience (gpointer data)
{
  AccordAccountabilityPage *self = data;

  self->patience = 0;
  gtk_widget_show (self->skeleton);
  return G_SOURCE_REMOVE;
}

static void
refresh (AccordAccountabilityPage *self)
{
  self->stale = FALSE;
  if (!self->known && self->patience == 0)
    self->patience = g_timeout_add (SKELETON_MS, on_patience, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  accord_workspace_read_async (self->workspace, read_all, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                               self->cancellable, on_read, g_object_ref (self));
}

static gboolean
on_settled (gpointer data)
{
  AccordAccountabilityPage *self = data;

  self->settle = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->stale = TRUE;
  return G_SOURCE_REMOVE;
}

static void
on_changed (AccordWorkspace *workspace, AccordChange *change, AccordAccountabilityPage *self)
{
  static const char *const kinds[] = { "body", "organisation", "meeting", "item", "resolution", "decision" };
  AccordSchema *schema = accord_workspace_get_schema (workspace);

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && self->settle == 0; i++)
    if (accord_change_touches_kind (change, accord_schema_find_kind (schema, kinds[i])))
      self->settle = g_timeout_add (SETTLE_MS, on_settled, self);
}

static void
accord_accountability_page_map (GtkWidget *widget)
{
  AccordAccountabilityPage *self = ACCORD_ACCOUNTABILITY_PAGE (widget);

  GTK_WIDGET_CLASS (accord_accountability_page_parent_class)->map (widget);
  if (self->stale)
    refresh (self);
}

static void
accord_accountability_page_dispose (GObject *object)
{
  AccordAccountabilityPage *self = ACCORD_ACCOUNTABILITY_PAGE (object);

  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (accord_accountability_page_parent_class)->dispose (object);
}

static void
accord_accountability_page_class_init (AccordAccountabilityPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_accountability_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = accord_accountability_page_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_scrolled (AccordAccountabilityPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (head), accord_page_label (_ ("Accountability"), "page-title"));
  gtk_box_append (GTK_BOX (head),
                  accord_page_label (_ ("Who answers to whom, who scrutinises whom, and what each "
                                        "board decided"),
                                     "subtitle"));
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (column, "page-column");
  gtk_box_append (GTK_BOX (column), head);
  gtk_box_append (GTK_BOX (column), self->cards);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static GtkWidget *
make_empty (AccordWorkspace *workspace)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *add = accord_page_button (_ ("Add a _board or committee"));

  gtk_widget_add_css_class (page, "decisions-empty");
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "accord-accountability-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No board is on record yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page), _ ("Here you will see to whom each board is accountable, who scrutinises it, "
                                 "and what it decided."));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (add), "win.add::body");
  gtk_widget_add_css_class (add, "pill");
  gtk_widget_set_halign (add, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (add, !accord_workspace_get_read_only (workspace));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), add);
  return page;
}

static void
accord_accountability_page_init (AccordAccountabilityPage *self)
{
}

static void
make_stack (AccordAccountabilityPage *self)
{
  self->stack = gtk_stack_new ();
  self->skeleton = g_object_new (ACCORD_TYPE_SKELETON, "visible", FALSE, NULL);
  accord_skeleton_set_two_lines (ACCORD_SKELETON (self->skeleton), TRUE);
  gtk_widget_add_css_class (self->skeleton, "page-column");
  self->scrolled = make_scrolled (self);
  self->empty = make_empty (self->workspace);
  self->error = adw_status_page_new ();
  gtk_widget_add_css_class (self->error, "error-page");
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->error), "accord-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->error), _ ("The boards cannot be read"));
  gtk_stack_add_child (GTK_STACK (self->stack), self->skeleton);
  gtk_stack_add_child (GTK_STACK (self->stack), self->scrolled);
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_stack_add_child (GTK_STACK (self->stack), self->error);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
}

/**
 * accord_accountability_page_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a page of who answers to whom, which follows what is done in @workspace
 */
GtkWidget *
accord_accountability_page_new (AccordWorkspace *workspace)
{
  AccordAccountabilityPage *self;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (ACCORD_TYPE_ACCOUNTABILITY_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  make_stack (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, 0);
  refresh (self);
  return GTK_WIDGET (self);
}
