/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/search-field.h"

#include "shell/search-rows.h"

#include <glib/gi18n-lib.h>

#define PER_KIND 4

struct _AccordSearchField
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  GtkEditable *entry;
  GtkWidget *keys;
  GtkWidget *popover;
  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *message;

  AccordWorkspace *workspace;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AccordSearchField, accord_search_field, GTK_TYPE_WIDGET)

enum
{
  RECORD_CHOSEN,
  ALL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A question that was asked. */
typedef struct
{
  AccordSearchField *field;
  GCancellable *cancellable;
} Search;

static void
search_free (Search *search)
{
  g_object_unref (search->field);
  g_object_unref (search->cancellable);
  g_free (search);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Search, search_free)

static gpointer
read_results (AccordReader *reader, gpointer data, GError **error)
{
  return accord_reader_search (reader, data, PER_KIND, error);
}

static void
clear_rows (AccordSearchField *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* The selected result is told through the field, which keeps the keyboard: that is what a screen reader
 * follows. */
static void
describe (AccordSearchField *self, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

static void
say (AccordSearchField *self, const char *words)
{
  gtk_label_set_label (self->message, words);
  gtk_stack_set_visible_child_name (self->stack, "none");
  describe (self, words);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
select_row (AccordSearchField *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);
  graphene_rect_t bounds;
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);

  if (row == NULL)
    return;

  gtk_list_box_select_row (self->list, row);
  describe (self, accord_search_row_get_spoken (row));
  if (adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
show_results (AccordSearchField *self, GPtrArray *groups)
{
  clear_rows (self);
  accord_search_rows_fill (self->list, groups);
  if (groups->len == 0)
    {
      g_autofree char *words =
          g_strdup_printf (_ ("Nothing is called or speaks of “%s”."), gtk_editable_get_text (self->entry));

      say (self, words);
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "results");
  gtk_popover_popup (GTK_POPOVER (self->popover));
  select_row (self, 0);
}

/* An answer may be on its way when another question is asked, or when the window is closed: it is not shown
 * then. */
static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Search) search = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (g_cancellable_is_cancelled (search->cancellable))
    return;

  if (groups != NULL)
    show_results (search->field, groups);
  else
    say (search->field, error->message);
}

static void
stop (AccordSearchField *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
leave (AccordSearchField *self)
{
  stop (self);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  describe (self, "");
}

static void
on_search_changed (GtkSearchEntry *entry, AccordSearchField *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  Search *search;

  stop (self);
  if (*text == '\0' || self->workspace == NULL)
    {
      leave (self);
      return;
    }

  self->cancellable = g_cancellable_new ();
  search = g_new (Search, 1);
  search->field = g_object_ref (self);
  search->cancellable = g_object_ref (self->cancellable);
  accord_workspace_read_async (self->workspace, read_results, g_steal_pointer (&text), g_free,
                               (GDestroyNotify) g_ptr_array_unref, self->cancellable, on_found, search);
}

static void
on_text_changed (GtkEditable *editable, AccordSearchField *self)
{
  gtk_widget_set_visible (self->keys, *gtk_editable_get_text (editable) == '\0');
}

static void
choose (AccordSearchField *self, GtkListBoxRow *row)
{
  AccordSearchChoice choice = *accord_search_row_get_choice (row);
  g_autofree char *text = g_strdup (gtk_editable_get_text (self->entry));

  leave (self);
  gtk_editable_set_text (self->entry, "");
  if (choice.id != 0)
    g_signal_emit (self, signals[RECORD_CHOSEN], 0, choice.kind->name, choice.id);
  else
    g_signal_emit (self, signals[ALL_CHOSEN], 0, choice.kind->name, text);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, AccordSearchField *self)
{
  choose (self, row);
}

static void
on_activate (GtkSearchEntry *entry, AccordSearchField *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)))
    choose (self, row);
}

static void
on_stop (GtkSearchEntry *entry, AccordSearchField *self)
{
  leave (self);
  if (*gtk_editable_get_text (self->entry) != '\0')
    gtk_editable_set_text (self->entry, "");
  else
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
}

static gboolean
on_move (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordSearchField *self = ACCORD_SEARCH_FIELD (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->list)) || row == NULL)
    return FALSE;

  select_row (self, gtk_list_box_row_get_index (row) + g_variant_get_int32 (args));

  return TRUE;
}

static void
on_focus_left (GtkEventControllerFocus *controller, AccordSearchField *self)
{
  leave (self);
}

static gboolean
accord_search_field_grab_focus (GtkWidget *widget)
{
  AccordSearchField *self = ACCORD_SEARCH_FIELD (widget);

  gtk_editable_select_region (self->entry, 0, -1);

  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
accord_search_field_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordSearchField *self = ACCORD_SEARCH_FIELD (widget);

  int natural;

  /* The hint gives way where it would cover the words. */
  gtk_widget_measure (self->keys, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_set_opacity (self->keys, width < 5 * natural ? 0 : 1);
  gtk_widget_size_allocate (self->overlay, &(GtkAllocation){ 0, 0, width, height }, baseline);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
accord_search_field_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                             int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (ACCORD_SEARCH_FIELD (widget)->overlay, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
accord_search_field_dispose (GObject *object)
{
  AccordSearchField *self = ACCORD_SEARCH_FIELD (object);

  stop (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_search_field_parent_class)->dispose (object);
}

static void
accord_search_field_class_init (AccordSearchFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_search_field_dispose;
  widget_class->grab_focus = accord_search_field_grab_focus;
  widget_class->size_allocate = accord_search_field_size_allocate;
  widget_class->measure = accord_search_field_measure;

  /**
   * AccordSearchField::record-chosen:
   * @kind: the name of a kind
   * @id: a record of it
   *
   * A person chose a record among the results.
   */
  signals[RECORD_CHOSEN] =
      g_signal_new ("record-chosen", ACCORD_TYPE_SEARCH_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_INT64);

  /**
   * AccordSearchField::all-chosen:
   * @kind: the name of a kind
   * @text: what was searched for
   *
   * A person wants all records of a kind that match.
   */
  signals[ALL_CHOSEN] =
      g_signal_new ("all-chosen", ACCORD_TYPE_SEARCH_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, ACCORD_RESOURCES "/shell/search-field.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSearchField, overlay);
  gtk_widget_class_bind_template_child (widget_class, AccordSearchField, entry);
  gtk_widget_class_bind_template_child (widget_class, AccordSearchField, keys);
  gtk_widget_class_bind_template_child (widget_class, AccordSearchField, popover);
  gtk_widget_class_bind_template_child (widget_class, AccordSearchField, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordSearchField, list);
  gtk_widget_class_bind_template_child (widget_class, AccordSearchField, message);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, on_move, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, on_move, "i", -1);
}

static void
accord_search_field_init (AccordSearchField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * accord_search_field_set_workspace:
 * @self: a search field
 * @workspace: the workspace to search
 *
 * Searches in @workspace from now on.
 */
void
accord_search_field_set_workspace (AccordSearchField *self, AccordWorkspace *workspace)
{
  g_return_if_fail (ACCORD_IS_SEARCH_FIELD (self));

  leave (self);
  g_set_object (&self->workspace, workspace);
}
