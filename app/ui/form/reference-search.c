/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/reference-search.h"

#include <glib/gi18n-lib.h>

/* What can be seen at once without scrolling. */
#define N_SUGGESTIONS 8

/* An entry that finds records of one kind as a person types. The focus stays in the entry; the arrow keys
 * walk the suggestions, Enter takes one, Escape closes them. */
struct _AccordReferenceSearch
{
  GtkWidget parent_instance;

  GtkWidget *entry;
  GtkWidget *popover;
  GtkWidget *list;
  GtkWidget *nothing;

  AccordWorkspace *workspace;
  const AccordKind *kind;
  GCancellable *cancellable;
  GPtrArray *found;
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (AccordReferenceSearch, accord_reference_search, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  CHOSEN,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
close_suggestions (AccordReferenceSearch *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static gboolean
has_focus (AccordReferenceSearch *self)
{
  return (gtk_widget_get_state_flags (self->entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* What else is known of one of several that are called the same: whose it is, most often. */
static const char *
find_owner (AccordRecord *record)
{
  const AccordKind *kind = accord_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (i != kind->title_field && kind->fields[i].type == ACCORD_FIELD_REFERENCE
        && kind->fields[i].flags & ACCORD_FIELD_LISTED
        && accord_record_peek_reference_title (record, i) != NULL)
      return accord_record_peek_reference_title (record, i);
  return NULL;
}

static char *
dup_label (AccordReferenceSearch *self, guint position)
{
  g_autofree char *title = accord_record_dup_title (self->found->pdata[position]);
  const char *owner = find_owner (self->found->pdata[position]);

  for (guint i = 0; i < self->found->len; i++)
    {
      g_autofree char *other = accord_record_dup_title (self->found->pdata[i]);

      if (i != position && owner != NULL && g_strcmp0 (title, other) == 0)
        return g_strdup_printf ("%s · %s", title, owner);
    }
  return g_steal_pointer (&title);
}

static void
choose (AccordReferenceSearch *self, guint position)
{
  AccordRecord *record;
  g_autofree char *title = NULL;

  if (self->found == NULL || position >= self->found->len)
    return;
  record = self->found->pdata[position];
  title = accord_record_dup_title (record);
  accord_reference_search_set_text (self, title);
  close_suggestions (self);
  g_signal_emit (self, signals[CHOSEN], 0, accord_record_get_id (record), title);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, AccordReferenceSearch *self)
{
  choose (self, gtk_list_box_row_get_index (row));
}

/* A screen reader follows the focus, which is in the entry; so the entry says which suggestion is marked. */
static void
say_marked (AccordReferenceSearch *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  g_autofree char *title = NULL, *words = NULL;

  if (row != NULL && self->found != NULL)
    {
      title = dup_label (self, (guint) gtk_list_box_row_get_index (row));
      /* Translators: the name of a suggestion, its place, and how many there are. */
      words =
          g_strdup_printf (_ ("%s, %d of %u"), title, gtk_list_box_row_get_index (row) + 1, self->found->len);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

static void
add_row (AccordReferenceSearch *self, guint position)
{
  g_autofree char *title = dup_label (self, position);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, title);
  gtk_list_box_append (GTK_LIST_BOX (self->list), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
show_found (AccordReferenceSearch *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < self->found->len; i++)
    add_row (self, i);
  gtk_widget_set_visible (self->list, self->found->len > 0);
  gtk_widget_set_visible (self->nothing, self->found->len == 0);
  if (self->found->len > 0)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                             gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  say_marked (self);
  gtk_widget_set_size_request (self->popover, gtk_widget_get_width (self->entry), -1);
  if (gtk_widget_get_mapped (self->entry))
    gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gpointer
find (AccordReader *reader, gpointer data, GError **error)
{
  return accord_reader_list (reader, data, error);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordReferenceSearch) self = user_data;
  g_autoptr (GPtrArray) found = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, NULL);

  if (found == NULL || self->entry == NULL
      || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = g_steal_pointer (&found);
  show_found (self);
}

static void
look (AccordReferenceSearch *self)
{
  AccordQuery *query = accord_query_new (self->kind);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (*text != '\0')
    accord_query_set_search (query, text);
  accord_query_set_sort (query, self->kind->title_field, FALSE);
  accord_query_set_limit (query, N_SUGGESTIONS);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  accord_workspace_read_async (self->workspace, find, query, (GDestroyNotify) accord_query_unref,
                               (GDestroyNotify) g_ptr_array_unref, self->cancellable, on_found,
                               g_object_ref (self));
}

static void
on_changed (AccordReferenceSearch *self)
{
  if (self->quiet)
    return;
  g_signal_emit (self, signals[CHANGED], 0);
  look (self);
}

static void
on_leave (AccordReferenceSearch *self)
{
  close_suggestions (self);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), 0);
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
move (AccordReferenceSearch *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int position = (row != NULL ? gtk_list_box_row_get_index (row) : -1) + by;

  if (!gtk_widget_get_visible (self->popover))
    {
      look (self);
      return TRUE;
    }
  if (self->found == NULL || position < 0 || position >= (int) self->found->len)
    return TRUE;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), position));
  say_marked (self);
  return TRUE;
}

static gboolean
on_down (GtkWidget *widget, GVariant *args, gpointer data)
{
  return move (data, 1);
}

static gboolean
on_up (GtkWidget *widget, GVariant *args, gpointer data)
{
  return move (data, -1);
}

static gboolean
on_enter (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordReferenceSearch *self = data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (!gtk_widget_get_visible (self->popover) || row == NULL)
    return FALSE;
  choose (self, gtk_list_box_row_get_index (row));
  return TRUE;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordReferenceSearch *self = data;

  if (!gtk_widget_get_visible (self->popover))
    return FALSE;
  close_suggestions (self);
  return TRUE;
}

static void
add_key (AccordReferenceSearch *self, GtkEventController *controller, guint key, GtkShortcutFunc func)
{
  GtkShortcutAction *action = gtk_callback_action_new (func, self, NULL);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, 0), action));
}

/* Before the entry, which would take Enter and the arrows for itself. */
static void
add_keys (AccordReferenceSearch *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_key (self, controller, GDK_KEY_Down, on_down);
  add_key (self, controller, GDK_KEY_Up, on_up);
  add_key (self, controller, GDK_KEY_Return, on_enter);
  add_key (self, controller, GDK_KEY_KP_Enter, on_enter);
  add_key (self, controller, GDK_KEY_Escape, on_escape);
  gtk_widget_add_controller (self->entry, controller);
}

static void
accord_reference_search_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordReferenceSearch *self = ACCORD_REFERENCE_SEARCH (widget);

  gtk_widget_allocate (self->entry, width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
accord_reference_search_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                                 int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (ACCORD_REFERENCE_SEARCH (widget)->entry, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static gboolean
accord_reference_search_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ACCORD_REFERENCE_SEARCH (widget)->entry);
}

static void
accord_reference_search_dispose (GObject *object)
{
  AccordReferenceSearch *self = ACCORD_REFERENCE_SEARCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* The entry first: losing the focus, it still closes the suggestions. */
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_reference_search_parent_class)->dispose (object);
}

static void
accord_reference_search_class_init (AccordReferenceSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_reference_search_dispose;
  widget_class->size_allocate = accord_reference_search_size_allocate;
  widget_class->measure = accord_reference_search_measure;
  widget_class->grab_focus = accord_reference_search_grab_focus;

  /**
   * AccordReferenceSearch::changed:
   *
   * A person typed.
   */
  signals[CHANGED] = g_signal_new ("changed", ACCORD_TYPE_REFERENCE_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  /**
   * AccordReferenceSearch::chosen:
   * @id: a record
   * @title: what it is called
   *
   * A person took a suggestion.
   */
  signals[CHOSEN] = g_signal_new ("chosen", ACCORD_TYPE_REFERENCE_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);

  /**
   * AccordReferenceSearch::left:
   *
   * The focus went elsewhere.
   */
  signals[LEFT] = g_signal_new ("left", ACCORD_TYPE_REFERENCE_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_suggestions (AccordReferenceSearch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = gtk_list_box_new ();
  gtk_widget_set_can_focus (self->list, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Suggestions"), -1);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, 0);
  self->nothing = gtk_label_new (_ ("Nothing found"));
  gtk_widget_add_css_class (self->nothing, "second-line");
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->nothing);

  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "suggestions");
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
accord_reference_search_init (AccordReferenceSearch *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY,
                                     "system-search-symbolic");
  gtk_entry_set_icon_activatable (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, FALSE);
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  add_suggestions (self);
  add_keys (self);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
}

/**
 * accord_reference_search_new:
 * @workspace: where to look
 * @kind: what to look for
 *
 * Returns: (transfer floating): an entry that finds records
 */
GtkWidget *
accord_reference_search_new (AccordWorkspace *workspace, const AccordKind *kind)
{
  AccordReferenceSearch *self;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  self = g_object_new (ACCORD_TYPE_REFERENCE_SEARCH, NULL);
  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  return GTK_WIDGET (self);
}

GtkWidget *
accord_reference_search_get_entry (AccordReferenceSearch *self)
{
  g_return_val_if_fail (ACCORD_IS_REFERENCE_SEARCH (self), NULL);

  return self->entry;
}

const char *
accord_reference_search_get_text (AccordReferenceSearch *self)
{
  g_return_val_if_fail (ACCORD_IS_REFERENCE_SEARCH (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * accord_reference_search_set_text:
 * @self: a search
 * @text: what to show
 *
 * Shows @text without looking for it: while a person types there its end, else its beginning.
 */
void
accord_reference_search_set_text (AccordReferenceSearch *self, const char *text)
{
  g_return_if_fail (ACCORD_IS_REFERENCE_SEARCH (self));

  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->quiet = FALSE;
  gtk_editable_set_position (GTK_EDITABLE (self->entry), has_focus (self) ? -1 : 0);
}
