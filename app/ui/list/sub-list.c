/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/sub-list.h"

#include "form/page-parts.h"
#include "go.h"
#include "list/list-view-private.h"
#include "list/list-words.h"

#include <glib/gi18n-lib.h>

/* Never higher, so that the page goes on below: further rows are scrolled to. */
#define MAX_HEIGHT 400

/* So many rows are found by looking. */
#define FEW_ROWS 8

/* A list is made a little before it comes into view. */
#define AHEAD 200

/**
 * AccordSubList:
 *
 * The records of a query as a card inside of a page: what they are, how many, what they come to, and the same
 * list that the places have, lazy however many there are. A table always makes some two hundred rows, so it
 * is made when it comes into view, and the card keeps its room until then.
 */
struct _AccordSubList
{
  GtkWidget parent_instance;

  AccordWorkspace *workspace;
  AccordQuery *query;
  AccordTotal *total;
  AccordListView *view;
  GCancellable *cancellable;
  guint idle;
  GtkAdjustment *adjustment;

  GtkWidget *card;
  GtkWidget *head;
  GtkWidget *count;
  GtkWidget *all;
  GtkWidget *none;
  GtkWidget *body;
};

G_DEFINE_FINAL_TYPE (AccordSubList, accord_sub_list, GTK_TYPE_WIDGET)

static void
all_cb (AccordSubList *self)
{
  if (self->query != NULL)
    accord_go_to_list (GTK_WIDGET (self), self->query);
}

static void
activated_cb (AccordSubList *self, const char *kind, gint64 id)
{
  accord_go_to_record (GTK_WIDGET (self), kind, id);
}

static void
drop_view (AccordSubList *self)
{
  if (self->view != NULL)
    gtk_box_remove (GTK_BOX (self->body), GTK_WIDGET (self->view));
  self->view = NULL;
}

/* --- What the card says */

static void
show_count (AccordSubList *self)
{
  const AccordKind *kind = accord_query_get_kind (self->query);
  const char *narrowed = self->view != NULL ? accord_list_view_get_total_words (self->view) : NULL;
  g_autofree char *counted = NULL, *words = NULL;

  if (narrowed == NULL && self->total != NULL)
    {
      counted =
          accord_list_dup_count (self->total->count, 0, -1, TRUE, FALSE, _ (kind->label), _ (kind->plural));
      words = accord_total_dup_words (self->total, accord_kind_find_ledger (kind), counted);
    }
  gtk_label_set_label (GTK_LABEL (self->count), narrowed != NULL ? narrowed : words != NULL ? words : "");
}

/**
 * accord_sub_list_estimate_height:
 * @widget: a widget with the font of the list
 * @n_rows: how many rows there are
 *
 * Returns: how many pixels a list inside of a page gets: room for its rows, up to some ten of them
 */
int
accord_sub_list_estimate_height (GtkWidget *widget, gint64 n_rows)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int line = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  int row = MAX (line + 10, 33);
  gint64 height = row * (MIN (n_rows, G_MAXINT16) + 1) + 4;

  pango_font_metrics_unref (metrics);
  if (n_rows > FEW_ROWS)
    height += line + 28;
  return (int) MIN (height, MAX (MAX_HEIGHT, 8 * row));
}

/* --- The list */

static void
make_view (AccordSubList *self)
{
  self->view = accord_list_view_new_embedded (self->workspace, self->query);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_set_visible (self->view->tools, self->total->count > FEW_ROWS);
  g_signal_connect_object (self->view, "record-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::total-words", G_CALLBACK (show_count), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->view));
}

/* Reckoned from where the page is scrolled to: what it looks like follows a frame later. */
static gboolean
is_in_view (AccordSubList *self)
{
  GtkWidget *viewport =
      gtk_widget_get_ancestor (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_TYPE_VIEWPORT);
  GtkWidget *within = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  graphene_rect_t bounds;
  double top;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || gtk_widget_get_height (GTK_WIDGET (self)) == 0)
    return FALSE;
  if (within == NULL || self->adjustment == NULL)
    return TRUE;
  if (!gtk_widget_compute_bounds (GTK_WIDGET (self), within, &bounds))
    return FALSE;
  top = bounds.origin.y - gtk_adjustment_get_value (self->adjustment);
  return top < gtk_adjustment_get_page_size (self->adjustment) + AHEAD && top + bounds.size.height > -AHEAD;
}

static gboolean
look_cb (gpointer data)
{
  AccordSubList *self = data;

  self->idle = 0;
  if (self->view == NULL && self->total != NULL && self->total->count > 0 && is_in_view (self))
    make_view (self);
  return G_SOURCE_REMOVE;
}

/* After the frame at hand, and each list on its own. */
static void
look_later (AccordSubList *self)
{
  if (self->idle == 0 && self->view == NULL && self->query != NULL)
    self->idle = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, look_cb, self, NULL);
}

static void
show_total (AccordSubList *self)
{
  gboolean some = self->total->count > 0;

  gtk_widget_set_visible (self->none, !some);
  gtk_widget_set_visible (self->count, some);
  gtk_widget_set_visible (self->all, some);
  gtk_widget_set_visible (self->body, some);
  if (!some)
    drop_view (self);
  else if (self->view != NULL)
    gtk_widget_set_visible (self->view->tools, self->total->count > FEW_ROWS);
  gtk_widget_set_size_request (
      self->body, -1, some ? accord_sub_list_estimate_height (GTK_WIDGET (self), self->total->count) : -1);
  show_count (self);
  look_later (self);
}

/* --- How many there are */

static gpointer
read_total (AccordReader *reader, gpointer data, GError **error)
{
  AccordTotal *total = g_new0 (AccordTotal, 1);

  if (!accord_reader_total (reader, data, accord_kind_find_ledger (accord_query_get_kind (data)), total,
                            error))
    g_clear_pointer (&total, g_free);
  return total;
}

static void
totalled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordSubList) self = data;
  g_autoptr (GError) error = NULL;
  AccordTotal *total = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->card == NULL)
    return;
  if (total == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->none), error->message);
      gtk_widget_set_visible (self->none, TRUE);
      return;
    }
  g_free (self->total);
  self->total = total;
  show_total (self);
}

static void
ask_total (AccordSubList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  accord_workspace_read_async (self->workspace, read_total, accord_query_ref (self->query),
                               (GDestroyNotify) accord_query_unref, g_free, self->cancellable, totalled_cb,
                               g_object_ref (self));
}

static void
workspace_changed_cb (AccordSubList *self, AccordChange *change)
{
  if (self->query != NULL && accord_change_touches_kind (change, accord_query_get_kind (self->query)))
    ask_total (self);
}

/* --- The widget */

static void
unwatch_scroll (AccordSubList *self)
{
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, look_later, self);
  g_clear_object (&self->adjustment);
}

static void
accord_sub_list_map (GtkWidget *widget)
{
  AccordSubList *self = ACCORD_SUB_LIST (widget);
  GtkWidget *viewport = gtk_widget_get_ancestor (gtk_widget_get_parent (widget), GTK_TYPE_VIEWPORT);

  GTK_WIDGET_CLASS (accord_sub_list_parent_class)->map (widget);
  unwatch_scroll (self);
  if (viewport != NULL)
    {
      g_set_object (&self->adjustment, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));
      g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (look_later), self,
                               G_CONNECT_SWAPPED);
    }
  look_later (self);
}

static void
accord_sub_list_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (ACCORD_SUB_LIST (widget)->card, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
accord_sub_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordSubList *self = ACCORD_SUB_LIST (widget);

  gtk_widget_allocate (self->card, width, height, baseline, NULL);
  look_later (self);
}

static GtkSizeRequestMode
accord_sub_list_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_sub_list_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  AccordSubList *self = ACCORD_SUB_LIST (widget);

  GTK_WIDGET_CLASS (accord_sub_list_parent_class)->css_changed (widget, change);
  if (self->total != NULL && self->total->count > 0)
    gtk_widget_set_size_request (self->body, -1,
                                 accord_sub_list_estimate_height (GTK_WIDGET (self), self->total->count));
}

static void
accord_sub_list_dispose (GObject *object)
{
  AccordSubList *self = ACCORD_SUB_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->idle, g_source_remove);
  unwatch_scroll (self);
  self->view = NULL;
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->query, accord_query_unref);
  g_clear_pointer (&self->total, g_free);

  G_OBJECT_CLASS (accord_sub_list_parent_class)->dispose (object);
}

static void
accord_sub_list_class_init (AccordSubListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_sub_list_dispose;
  widget_class->map = accord_sub_list_map;
  widget_class->measure = accord_sub_list_measure;
  widget_class->size_allocate = accord_sub_list_size_allocate;
  widget_class->get_request_mode = accord_sub_list_get_request_mode;
  widget_class->css_changed = accord_sub_list_css_changed;
  gtk_widget_class_set_css_name (widget_class, "sublist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_sub_list_init (AccordSubList *self)
{
}

/**
 * accord_sub_list_new:
 * @workspace: where the records are
 * @title: what the card is called
 *
 * Returns: (transfer floating): a card without records yet
 */
GtkWidget *
accord_sub_list_new (AccordWorkspace *workspace, const char *title)
{
  AccordSubList *self = g_object_new (ACCORD_TYPE_SUB_LIST, NULL);
  /* Translators: %s is what a card is called, such as “Payments”. */
  g_autofree char *all = g_strdup_printf (_ ("Show all: %s"), title);

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self->workspace = g_object_ref (workspace);
  self->card = accord_page_card (&self->head, title);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->count = accord_page_label (NULL, "count");
  gtk_box_append (GTK_BOX (self->head), self->count);
  self->all = accord_page_button (_ ("Show all"));
  gtk_widget_add_css_class (self->all, "flat");
  gtk_widget_set_valign (self->all, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->all), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  g_signal_connect_object (self->all, "clicked", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->head), self->all);
  self->none = accord_page_label (_ ("None on record"), "sub-list-none");
  gtk_box_append (GTK_BOX (self->card), self->none);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->card), self->body);
  gtk_widget_set_visible (self->none, FALSE);
  gtk_widget_set_visible (self->all, FALSE);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * accord_sub_list_show:
 * @self: a sub-list
 * @query: the records to show, in their first order; its filters always hold
 *
 * Shows the records of @query. For the query it shows already nothing happens; it follows changes by itself.
 */
void
accord_sub_list_show (AccordSubList *self, AccordQuery *query)
{
  g_return_if_fail (ACCORD_IS_SUB_LIST (self));
  g_return_if_fail (query != NULL);

  if (self->query != NULL && accord_query_equal (self->query, query))
    return;
  drop_view (self);
  g_clear_pointer (&self->query, accord_query_unref);
  g_clear_pointer (&self->total, g_free);
  self->query = accord_query_copy (query);
  ask_total (self);
}

/**
 * accord_sub_list_get_head:
 * @self: a sub-list
 *
 * Returns: (transfer none): the box with its title, for a button more at its end
 */
GtkWidget *
accord_sub_list_get_head (AccordSubList *self)
{
  g_return_val_if_fail (ACCORD_IS_SUB_LIST (self), NULL);

  return self->head;
}

/**
 * accord_sub_list_get_view:
 * @self: a sub-list
 *
 * Returns: (transfer none) (nullable): the list, once it came into view
 */
AccordListView *
accord_sub_list_get_view (AccordSubList *self)
{
  g_return_val_if_fail (ACCORD_IS_SUB_LIST (self), NULL);

  return self->view;
}
