/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/place-view.h"

#include "list/skeleton.h"
#include "today.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Changes that follow on each other's heels are read once; a page that takes longer says that it is coming.
 */
#define SETTLE_MS 120
#define SKELETON_MS 150

/* The four states of a place that is no list: coming, empty, not to be read, and there. It reads when it is
 * made, when something has changed that concerns it and it is looked at, and on another day. */
struct _AccordPlaceView
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *skeleton;
  GtkWidget *content;
  GtkWidget *empty;
  GtkWidget *error;

  AccordWorkspace *workspace;
  const AccordPlaceKind *kind;
  /* The page that this is all of. A read that is under way may outlive it. */
  GtkWidget *page;
  GCancellable *reading;
  char *today;
  guint settle;
  guint patience;
  gboolean stale;
  gboolean known;
};

G_DEFINE_FINAL_TYPE (AccordPlaceView, accord_place_view, GTK_TYPE_WIDGET)

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordPlaceView) self = data;
  g_autoptr (GError) error = NULL;
  gpointer answer = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (self->page == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      if (answer != NULL)
        self->kind->free (answer);
      return;
    }
  g_clear_handle_id (&self->patience, g_source_remove);
  self->known = TRUE;
  if (answer != NULL)
    {
      gboolean some = self->kind->show (self->page, answer);

      gtk_stack_set_visible_child (GTK_STACK (self->stack), some ? self->content : self->empty);
      return;
    }
  adw_status_page_set_description (ADW_STATUS_PAGE (self->error), error->message);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->error);
}

static gboolean
on_patience (gpointer data)
{
  AccordPlaceView *self = data;

  self->patience = 0;
  gtk_widget_show (self->skeleton);
  return G_SOURCE_REMOVE;
}

static gboolean
on_settled (gpointer data)
{
  AccordPlaceView *self = data;

  self->settle = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    accord_place_view_read (self);
  else
    self->stale = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
concerns (AccordPlaceView *self, AccordChange *change)
{
  AccordSchema *schema = accord_workspace_get_schema (self->workspace);

  if (self->kind->kinds == NULL)
    return TRUE;
  for (guint i = 0; self->kind->kinds[i] != NULL; i++)
    if (accord_change_touches_kind (change, accord_schema_find_kind (schema, self->kind->kinds[i])))
      return TRUE;
  return FALSE;
}

static void
on_changed (AccordWorkspace *workspace, AccordChange *change, AccordPlaceView *self)
{
  if (self->settle == 0 && concerns (self, change))
    self->settle = g_timeout_add (SETTLE_MS, on_settled, self);
}

static void
accord_place_view_map (GtkWidget *widget)
{
  AccordPlaceView *self = ACCORD_PLACE_VIEW (widget);
  g_autofree char *today = accord_today_dup ();

  GTK_WIDGET_CLASS (accord_place_view_parent_class)->map (widget);
  /* A window that was open overnight shows another day. */
  if (self->stale || (self->kind->daily && g_strcmp0 (today, self->today) != 0))
    accord_place_view_read (self);
}

static void
accord_place_view_dispose (GObject *object)
{
  AccordPlaceView *self = ACCORD_PLACE_VIEW (object);

  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->workspace);
  g_clear_weak_pointer (&self->page);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->today, g_free);

  G_OBJECT_CLASS (accord_place_view_parent_class)->dispose (object);
}

static void
accord_place_view_class_init (AccordPlaceViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_place_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = accord_place_view_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_place_view_init (AccordPlaceView *self)
{
}

static void
make_stack (AccordPlaceView *self)
{
  self->stack = gtk_stack_new ();
  self->skeleton = g_object_new (ACCORD_TYPE_SKELETON, "visible", FALSE, NULL);
  accord_skeleton_set_two_lines (ACCORD_SKELETON (self->skeleton), TRUE);
  gtk_widget_add_css_class (self->skeleton, "page-column");
  self->empty = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty), self->kind->icon_name);
  self->error = adw_status_page_new ();
  gtk_widget_add_css_class (self->error, "error-page");
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->error), "accord-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->error), _ (self->kind->error));
  gtk_stack_add_child (GTK_STACK (self->stack), self->skeleton);
  gtk_stack_add_child (GTK_STACK (self->stack), self->content);
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_stack_add_child (GTK_STACK (self->stack), self->error);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

/**
 * accord_place_view_new:
 * @workspace: where records are kept
 * @kind: what the page shows
 * @page: the page, which has this view in it
 * @content: (transfer floating): what is seen once it is there
 *
 * Returns: (transfer floating): all of a page; it follows what is done in @workspace
 */
GtkWidget *
accord_place_view_new (AccordWorkspace *workspace, const AccordPlaceKind *kind, GtkWidget *page,
                       GtkWidget *content)
{
  AccordPlaceView *self = g_object_new (ACCORD_TYPE_PLACE_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  g_set_weak_pointer (&self->page, page);
  self->content = content;
  make_stack (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, 0);
  return GTK_WIDGET (self);
}

/**
 * accord_place_view_get_empty:
 * @self: a view
 *
 * Returns: (transfer none) (type AdwStatusPage): what is seen while there is nothing to show
 */
GtkWidget *
accord_place_view_get_empty (AccordPlaceView *self)
{
  g_return_val_if_fail (ACCORD_IS_PLACE_VIEW (self), NULL);

  return self->empty;
}

/**
 * accord_place_view_read:
 * @self: a view
 *
 * Reads what the page shows. What was being read for it before is forgotten.
 */
void
accord_place_view_read (AccordPlaceView *self)
{
  g_return_if_fail (ACCORD_IS_PLACE_VIEW (self));

  self->stale = FALSE;
  if (!self->known && self->patience == 0)
    self->patience = g_timeout_add (SKELETON_MS, on_patience, self);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  g_free (self->today);
  self->today = accord_today_dup ();
  accord_workspace_read_async (
      self->workspace, self->kind->read,
      self->kind->dup_question != NULL ? self->kind->dup_question (self->page) : NULL,
      self->kind->free_question, self->kind->free, self->reading, on_read, g_object_ref (self));
}

/**
 * accord_place_view_make_column:
 * @column: (transfer floating): what stands below each other on the page
 * @width: how wide it grows, in pixels
 *
 * Returns: (transfer floating): the column in the middle of what scrolls up and down
 */
GtkWidget *
accord_place_view_make_column (GtkWidget *column, int width)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  gtk_widget_add_css_class (column, "page-column");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}
