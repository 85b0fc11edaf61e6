/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/browser-private.h"

#include "page/page-kind.h"
#include "page/page-place.h"

G_DEFINE_FINAL_TYPE (AccordBrowser, accord_browser, GTK_TYPE_WIDGET)

enum
{
  RECORD_CHOSEN,
  OPEN_RECORD,
  LIST_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A person chose a record of the list in view, or 0 for none. */
void
accord_browser_choose (AccordBrowser *self, gint64 record)
{
  if (record != self->record)
    g_signal_emit (self, signals[RECORD_CHOSEN], 0, record);
}

void
accord_browser_tell_list (AccordBrowser *self)
{
  g_signal_emit (self, signals[LIST_CHANGED], 0);
}

static void
on_open_record (AccordDetailPage *page, const char *kind, gint64 id, AccordBrowser *self)
{
  g_signal_emit (self, signals[OPEN_RECORD], 0, kind, id);
}

/**
 * accord_browser_is_beside:
 * @self: a browser
 *
 * Returns: whether a record stands beside its list: where there is room for both, but for a page that needs
 * all of it
 */
gboolean
accord_browser_is_beside (AccordBrowser *self)
{
  const AccordPageKind *kind =
      self->place != NULL && self->place->kind != NULL ? accord_page_kind_find (self->place->kind) : NULL;

  return self->wide && (kind == NULL || !kind->alone);
}

static void
arrange (AccordBrowser *self)
{
  AccordListView *view = accord_browser_get_list_view (self);
  gboolean detail = self->record != 0, beside = accord_browser_is_beside (self);

  if (detail && beside && !gtk_widget_get_visible (self->detail_bin))
    gtk_paned_set_position (GTK_PANED (self->paned), self->list_width);

  if (view != NULL)
    accord_list_view_set_compact (view, detail && beside);
  gtk_widget_set_visible (self->lists, beside || !detail);
  gtk_widget_set_visible (self->detail_bin, detail);
}

static void
on_position (GtkPaned *paned, GParamSpec *pspec, AccordBrowser *self)
{
  if (accord_browser_is_beside (self) && gtk_widget_get_visible (self->detail_bin)
      && gtk_widget_get_visible (self->lists))
    self->list_width = gtk_paned_get_position (paned);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordBrowser *self = ACCORD_BROWSER (widget);

  if (self->record == 0)
    return FALSE;

  accord_browser_choose (self, 0);
  accord_browser_focus_list (self);

  return TRUE;
}

static void
clear_pages (AccordBrowser *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->views);

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != self->paned)
        gtk_stack_remove (GTK_STACK (self->views), child);
      child = next;
    }
}

static void
clear (AccordBrowser *self)
{
  accord_browser_stop_returning (self);
  clear_pages (self);
  accord_browser_clear_lists (self);
  if (self->detail != NULL)
    gtk_box_remove (GTK_BOX (self->detail_bin), GTK_WIDGET (self->detail));
  self->detail = NULL;
}

static void
accord_browser_dispose (GObject *object)
{
  AccordBrowser *self = ACCORD_BROWSER (object);

  if (self->views != NULL)
    clear (self);
  g_clear_pointer (&self->views, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_browser_parent_class)->dispose (object);
}

static void
accord_browser_class_init (AccordBrowserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_browser_dispose;

  /**
   * AccordBrowser::record-chosen:
   * @id: a record of the list in view, or 0 to close the one that is shown
   *
   * A person chose what to see beside or over the list.
   */
  signals[RECORD_CHOSEN] = g_signal_new ("record-chosen", ACCORD_TYPE_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * AccordBrowser::open-record:
   * @kind: the name of a kind
   * @id: a record of it
   *
   * A person wants to see a record that the one in view speaks of.
   */
  signals[OPEN_RECORD] =
      g_signal_new ("open-record", ACCORD_TYPE_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    2, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_INT64);

  /**
   * AccordBrowser::list-changed:
   *
   * Another list is in view, or other rows of it are selected.
   */
  signals[LIST_CHANGED] = g_signal_new ("list-changed", ACCORD_TYPE_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
accord_browser_init (AccordBrowser *self)
{
  self->list_width = ACCORD_BROWSER_LIST_WIDTH;

  self->lists = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->lists), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->lists), FALSE);
  gtk_widget_add_css_class (self->lists, "list-pane");
  gtk_widget_set_size_request (self->lists, 240, -1);
  accord_browser_watch_clicks (self);

  self->detail_bin = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->detail_bin, "page");
  gtk_widget_hide (self->detail_bin);

  self->paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_start_child (GTK_PANED (self->paned), self->lists);
  gtk_paned_set_end_child (GTK_PANED (self->paned), self->detail_bin);
  gtk_paned_set_resize_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
  g_signal_connect (self->paned, "notify::position", G_CALLBACK (on_position), self);

  self->views = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->views), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->views), FALSE);
  gtk_stack_add_child (GTK_STACK (self->views), self->paned);
  gtk_widget_set_parent (self->views, GTK_WIDGET (self));
}

/**
 * accord_browser_set_workspace:
 * @self: a browser
 * @workspace: the workspace to look into
 *
 * Empties the browser and looks into @workspace.
 */
void
accord_browser_set_workspace (AccordBrowser *self, AccordWorkspace *workspace)
{
  g_return_if_fail (ACCORD_IS_BROWSER (self));
  g_return_if_fail (ACCORD_IS_WORKSPACE (workspace));

  clear (self);
  g_set_object (&self->workspace, workspace);
  self->place = NULL;
  self->record = 0;

  self->detail = ACCORD_DETAIL_PAGE (accord_detail_page_new (workspace));
  gtk_widget_set_vexpand (GTK_WIDGET (self->detail), TRUE);
  g_signal_connect_object (self->detail, "open-record", G_CALLBACK (on_open_record), self, 0);
  gtk_box_append (GTK_BOX (self->detail_bin), GTK_WIDGET (self->detail));
  arrange (self);
}

/**
 * accord_browser_set_wide:
 * @self: a browser
 * @wide: whether there is room for list and record side by side
 *
 * Puts the record beside its list or over it.
 */
void
accord_browser_set_wide (AccordBrowser *self, gboolean wide)
{
  g_return_if_fail (ACCORD_IS_BROWSER (self));

  if (self->wide == wide)
    return;

  self->wide = wide;
  if (accord_browser_is_beside (self) && self->record != 0)
    gtk_paned_set_position (GTK_PANED (self->paned), self->list_width);
  arrange (self);
}

/* A place that is no list: its page is made once and keeps its scroll. */
static void
show_page (AccordBrowser *self, const AccordPlace *place)
{
  GtkWidget *page = gtk_stack_get_child_by_name (GTK_STACK (self->views), place->id);

  if (page == NULL)
    {
      page = accord_page_place_new (place->id, self->workspace);
      gtk_stack_add_named (GTK_STACK (self->views), page, place->id);
    }
  gtk_stack_set_visible_child (GTK_STACK (self->views), page);
}

/**
 * accord_browser_show:
 * @self: a browser with a workspace
 * @place: the place to show
 * @location: (nullable): how it is to be shown, or %NULL for its whole list alone
 *
 * Goes to a place.
 */
void
accord_browser_show (AccordBrowser *self, const AccordPlace *place, const AccordLocation *location)
{
  gint64 record = location != NULL ? location->record : 0;

  g_return_if_fail (ACCORD_IS_BROWSER (self));
  g_return_if_fail (self->workspace != NULL);
  g_return_if_fail (place != NULL);

  self->quiet = TRUE;
  self->place = place;
  self->record = place->kind != NULL ? record : 0;
  if (place->kind == NULL)
    show_page (self, place);
  else
    {
      accord_browser_show_list (self, place);
      accord_browser_set_list (self, location);
      gtk_stack_set_visible_child (GTK_STACK (self->views), self->paned);
    }
  if (self->record != 0)
    {
      AccordListView *view = accord_browser_get_list_view (self);
      AccordSchema *schema = accord_workspace_get_schema (self->workspace);

      accord_detail_page_show (self->detail, accord_schema_find_kind (schema, place->kind), record);
      if (accord_list_view_get_selected_id (view) != record)
        accord_list_view_select_id (view, record);
    }
  arrange (self);
  self->quiet = FALSE;

  accord_browser_tell_list (self);
}

/**
 * accord_browser_close_record:
 * @self: a browser
 *
 * Asks for the list alone, as Esc does.
 */
void
accord_browser_close_record (AccordBrowser *self)
{
  g_return_if_fail (ACCORD_IS_BROWSER (self));

  accord_browser_choose (self, 0);
}

/**
 * accord_browser_get_place:
 * @self: a browser
 *
 * Returns: (transfer none) (nullable): the place in view
 */
const AccordPlace *
accord_browser_get_place (AccordBrowser *self)
{
  g_return_val_if_fail (ACCORD_IS_BROWSER (self), NULL);

  return self->place;
}

/**
 * accord_browser_get_detail_page:
 * @self: a browser
 *
 * Returns: (transfer none) (nullable): the page that shows a record, which may be hidden
 */
AccordDetailPage *
accord_browser_get_detail_page (AccordBrowser *self)
{
  g_return_val_if_fail (ACCORD_IS_BROWSER (self), NULL);

  return self->detail;
}

/**
 * accord_browser_get_record:
 * @self: a browser
 *
 * Returns: the record that is shown, or 0
 */
gint64
accord_browser_get_record (AccordBrowser *self)
{
  g_return_val_if_fail (ACCORD_IS_BROWSER (self), 0);

  return self->record;
}

/**
 * accord_browser_get_list_width:
 * @self: a browser
 *
 * Returns: how wide the list is beside a record, in pixels
 */
int
accord_browser_get_list_width (AccordBrowser *self)
{
  g_return_val_if_fail (ACCORD_IS_BROWSER (self), 0);

  return self->list_width;
}

/**
 * accord_browser_set_list_width:
 * @self: a browser
 * @width: how wide the list is to be beside a record, in pixels
 *
 * Sets the width that a person left it at.
 */
void
accord_browser_set_list_width (AccordBrowser *self, int width)
{
  g_return_if_fail (ACCORD_IS_BROWSER (self));

  self->list_width = width;
}
