/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/search-field.h"

#include "shell/navigation.h"
#include "shell/search-rows.h"

#include <glib/gi18n-lib.h>

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

  const AccordGotoContext *context;
  GPtrArray *choices;
  GCancellable *cancellable;
  gboolean shift;
  /* Enter was pressed before the answer was there: what comes first in it is meant. */
  gboolean awaited;
  AccordWay awaited_way;
};

G_DEFINE_FINAL_TYPE (AccordSearchField, accord_search_field, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
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

static void
clear_rows (AccordSearchField *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->choices, g_ptr_array_unref);
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
  GtkListBoxRow *row;
  graphene_rect_t bounds;
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);

  /* Past either end the last row on that side is meant. */
  index = CLAMP (index, 0, (int) self->choices->len - 1);
  row = gtk_list_box_get_row_at_index (self->list, index);
  if (row == NULL)
    return;

  gtk_list_box_select_row (self->list, row);
  describe (self, accord_search_row_get_spoken (row));
  if (adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
show_results (AccordSearchField *self, GPtrArray *choices)
{
  clear_rows (self);
  self->choices = g_ptr_array_ref (choices);
  accord_search_rows_fill (self->list, choices);
  if (choices->len == 0)
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

static void
stop (AccordSearchField *self)
{
  self->awaited = FALSE;
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
choose (AccordSearchField *self, GtkListBoxRow *row, AccordWay way)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_ref (self->choices);
  const AccordGotoChoice *choice = accord_search_row_get_choice (row);

  leave (self);
  gtk_editable_set_text (self->entry, "");
  g_signal_emit (self, signals[CHOSEN], 0, choice, (int) way);
}

static GtkListBoxRow *
get_row (AccordSearchField *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)) ? row : NULL;
}

/* What is chosen is never what stood there for fewer words. */
static gboolean
choose_selected (AccordSearchField *self, AccordWay way)
{
  GtkListBoxRow *row = get_row (self);

  if (self->cancellable != NULL)
    {
      self->awaited = TRUE;
      self->awaited_way = way;
      return TRUE;
    }
  if (row == NULL)
    return FALSE;
  choose (self, row, way);

  return TRUE;
}

/* An answer may be on its way when another question is asked, or when the window is closed: it is not shown
 * then. */
static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Search) search = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) choices = accord_goto_find_finish (result, &error);

  if (g_cancellable_is_cancelled (search->cancellable))
    return;

  g_clear_object (&search->field->cancellable);
  if (choices != NULL)
    show_results (search->field, choices);
  else
    say (search->field, error->message);
  if (search->field->awaited)
    choose_selected (search->field, search->field->awaited_way);
}

/* Asks at once, whatever is typed: an answer that has been overtaken is given up. */
static void
find (AccordSearchField *self)
{
  Search *search;

  stop (self);
  if (self->context == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  search = g_new (Search, 1);
  search->field = g_object_ref (self);
  search->cancellable = g_object_ref (self->cancellable);
  accord_goto_find_async (self->context, gtk_editable_get_text (self->entry), self->cancellable, on_found,
                          search);
}

static void
on_text_changed (GtkEditable *editable, AccordSearchField *self)
{
  gboolean empty = *gtk_editable_get_text (editable) == '\0';

  gtk_widget_set_visible (self->keys, empty);
  if (!empty || gtk_widget_get_visible (self->popover))
    find (self);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, AccordSearchField *self)
{
  choose (self, row, self->shift ? ACCORD_WAY_WINDOW : ACCORD_WAY_HERE);
  self->shift = FALSE;
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, AccordSearchField *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  self->shift = (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0;
}

static void
on_activate (GtkSearchEntry *entry, AccordSearchField *self)
{
  choose_selected (self, ACCORD_WAY_HERE);
}

static gboolean
on_activate_window (GtkWidget *widget, GVariant *args, gpointer data)
{
  return choose_selected (ACCORD_SEARCH_FIELD (widget), ACCORD_WAY_WINDOW);
}

/* The first Esc closes what was found, the second empties the field, the third leaves it. */
static void
on_stop (GtkSearchEntry *entry, AccordSearchField *self)
{
  if (gtk_widget_get_visible (self->popover))
    leave (self);
  else if (*gtk_editable_get_text (self->entry) != '\0')
    gtk_editable_set_text (self->entry, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-content", NULL);
}

/* An arrow in a field without results asks for them. */
static gboolean
on_move (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordSearchField *self = ACCORD_SEARCH_FIELD (widget);
  GtkListBoxRow *row = get_row (self);

  if (row != NULL)
    select_row (self, gtk_list_box_row_get_index (row) + g_variant_get_int32 (args));
  else if (!gtk_widget_get_visible (self->popover))
    find (self);

  return TRUE;
}

static void
on_focus_left (GtkEventControllerFocus *controller, AccordSearchField *self)
{
  leave (self);
}

static void
on_entry_pressed (AccordSearchField *self)
{
  if (!gtk_widget_get_visible (self->popover))
    find (self);
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
  g_clear_pointer (&self->choices, g_ptr_array_unref);

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
   * AccordSearchField::chosen:
   * @choice: (type gpointer): an #AccordGotoChoice
   * @way: an #AccordWay
   *
   * A person chose something that was found.
   */
  signals[CHOSEN] = g_signal_new ("chosen", ACCORD_TYPE_SEARCH_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, ACCORD_RESOURCES "/shell/search-field.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSearchField, overlay);
  gtk_widget_class_bind_template_child (widget_class, AccordSearchField, entry);
  gtk_widget_class_bind_template_child (widget_class, AccordSearchField, keys);
  gtk_widget_class_bind_template_child (widget_class, AccordSearchField, popover);
  gtk_widget_class_bind_template_child (widget_class, AccordSearchField, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordSearchField, list);
  gtk_widget_class_bind_template_child (widget_class, AccordSearchField, message);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, on_move, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, on_move, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, on_move, "i", 6);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, on_move, "i", -6);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, on_activate_window, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, on_activate_window, NULL);
}

static void
accord_search_field_init (AccordSearchField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *row_click = gtk_gesture_click_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (row_click), GTK_PHASE_CAPTURE);
  g_signal_connect (row_click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (row_click));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_entry_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), GTK_EVENT_CONTROLLER (click));
}

/**
 * accord_search_field_set_context:
 * @self: a search field
 * @context: (nullable): what the window knows that is to be found; it has to live as long as the field
 *
 * Finds things there from now on.
 */
void
accord_search_field_set_context (AccordSearchField *self, const AccordGotoContext *context)
{
  g_return_if_fail (ACCORD_IS_SEARCH_FIELD (self));

  leave (self);
  self->context = context;
}

/**
 * accord_search_field_start:
 * @self: a search field
 *
 * Puts the keyboard into the field and shows what was looked at lately.
 */
void
accord_search_field_start (AccordSearchField *self)
{
  g_return_if_fail (ACCORD_IS_SEARCH_FIELD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!gtk_widget_get_visible (self->popover))
    find (self);
}
