/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/passage-view-private.h"

#include "form/page-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * A text beside the records that were made of it, each joined to its passage by a band with the same number.
 * The text is in labels over a drawing, so that a person can select from it and the drawing can mark it.
 * Where there is no room for two columns, each card stands under its passage.
 */
G_DEFINE_FINAL_TYPE (AccordPassageView, accord_passage_view, GTK_TYPE_WIDGET)

enum
{
  PASTE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_line (gpointer data)
{
  AccordPassageLine *line = data;

  gtk_widget_unparent (line->label);
  g_clear_pointer (&line->mark, gtk_widget_unparent);
}

static void
clear_band (gpointer data)
{
  AccordPassageBand *band = data;

  gtk_widget_unparent (band->number);
  gtk_widget_unparent (band->card);
}

static void
mark_card (AccordPassageView *self, guint index, const char *style_class, gboolean on)
{
  if (index >= self->bands->len)
    return;
  if (on)
    gtk_widget_add_css_class (BAND (self, index)->card, style_class);
  else
    gtk_widget_remove_css_class (BAND (self, index)->card, style_class);
}

static void
point_at (AccordPassageView *self, guint index)
{
  if (index == self->pointed)
    return;
  mark_card (self, self->pointed, "pointed", FALSE);
  self->pointed = index;
  mark_card (self, self->pointed, "pointed", TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, AccordPassageView *self)
{
  if (self->text != NULL)
    point_at (self, accord_passage_view_find (self, x, y));
}

static void
on_leave (AccordPassageView *self)
{
  point_at (self, ACCORD_PASSAGE_NONE);
}

static guint
index_of (AccordPassageView *self, GtkWidget *widget)
{
  for (guint i = 0; i < self->bands->len; i++)
    if (BAND (self, i)->number == widget || BAND (self, i)->card == widget
        || gtk_widget_is_ancestor (widget, BAND (self, i)->card))
      return i;
  return ACCORD_PASSAGE_NONE;
}

static void
on_focus (GtkEventControllerFocus *controller, AccordPassageView *self)
{
  guint index = index_of (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));

  if (index != ACCORD_PASSAGE_NONE)
    accord_passage_view_choose (self, index);
}

static void
follow_focus (AccordPassageView *self, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (on_focus), self, 0);
  gtk_widget_add_controller (widget, focus);
}

static void
on_number (GtkWidget *number, AccordPassageView *self)
{
  guint index = index_of (self, number);
  GtkWidget *first = accord_record_card_get_first (BAND (self, index)->card);
  const AccordTextPart *part = self->text->parts->pdata[index];

  if (first == NULL)
    return;
  if (part->records->len == 1)
    g_signal_emit_by_name (first, "clicked");
  else
    gtk_widget_grab_focus (first);
}

static GtkWidget *
focus_widget (AccordPassageView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

static gboolean
focus_number (AccordPassageView *self, guint index)
{
  return index < self->bands->len && BAND (self, index)->top >= 0
         && gtk_widget_grab_focus (BAND (self, index)->number);
}

static gboolean
focus_card (AccordPassageView *self, guint index)
{
  GtkWidget *first =
      index < self->bands->len ? accord_record_card_get_first (BAND (self, index)->card) : NULL;

  return first != NULL && gtk_widget_grab_focus (first);
}

static gboolean
is_number (AccordPassageView *self, GtkWidget *widget)
{
  guint index = index_of (self, widget);

  return index != ACCORD_PASSAGE_NONE && BAND (self, index)->number == widget;
}

/* Up and down go from passage to passage, or from record to record. */
static gboolean
on_arrow (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordPassageView *self = ACCORD_PASSAGE_VIEW (widget);
  GtkWidget *focus = focus_widget (self);
  int step = g_variant_get_int32 (args);
  guint index = focus != NULL ? index_of (self, focus) : ACCORD_PASSAGE_NONE;

  if (index == ACCORD_PASSAGE_NONE)
    return FALSE;
  if (!is_number (self, focus))
    {
      GtkWidget *next = focus;

      do
        next = step > 0 ? gtk_widget_get_next_sibling (next) : gtk_widget_get_prev_sibling (next);
      while (next != NULL && !GTK_IS_BUTTON (next));
      if (next != NULL && gtk_widget_grab_focus (next))
        return TRUE;
    }
  if ((step < 0 && index == 0) || index + step >= self->bands->len)
    return TRUE;
  if (is_number (self, focus))
    focus_number (self, index + step);
  else
    focus_card (self, index + step);
  return TRUE;
}

/* To the other side, on the same passage. */
static gboolean
on_other_side (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordPassageView *self = ACCORD_PASSAGE_VIEW (widget);
  GtkWidget *focus = focus_widget (self);
  guint index = focus != NULL ? index_of (self, focus) : ACCORD_PASSAGE_NONE;

  if (index == ACCORD_PASSAGE_NONE)
    return FALSE;
  return is_number (self, focus) ? focus_card (self, index) : focus_number (self, index);
}

static guint
first_shown (AccordPassageView *self)
{
  return self->chosen < self->bands->len ? self->chosen : 0;
}

static gboolean
focus_paste (AccordPassageView *self)
{
  return gtk_widget_get_visible (self->paste) && gtk_widget_grab_focus (self->paste);
}

/* Two stops, not two for each passage: the numbers on the text's edge, then the records. */
static gboolean
accord_passage_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AccordPassageView *self = ACCORD_PASSAGE_VIEW (widget);
  GtkWidget *focus = focus_widget (self);
  guint index = focus != NULL ? index_of (self, focus) : ACCORD_PASSAGE_NONE;

  if (self->text == NULL || (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD))
    return FALSE;
  if (direction == GTK_DIR_TAB_FORWARD)
    {
      if (focus == NULL || index == ACCORD_PASSAGE_NONE)
        return focus == self->paste ? FALSE
                                    : focus_number (self, first_shown (self))
                                          || focus_card (self, first_shown (self)) || focus_paste (self);
      return is_number (self, focus) ? focus_card (self, index) : focus_paste (self);
    }
  if (focus == NULL && focus_paste (self))
    return TRUE;
  if (focus == NULL || focus == self->paste)
    return focus_card (self, first_shown (self));
  return index != ACCORD_PASSAGE_NONE && !is_number (self, focus) && focus_number (self, index);
}

static void
accord_passage_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                             int *natural, int *minimum_baseline, int *natural_baseline)
{
  AccordPassageView *self = ACCORD_PASSAGE_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (240 * accord_passage_view_scale (self));
      *natural = MAX (*minimum, 640);
    }
  else
    *minimum = *natural = accord_passage_view_arrange (self, for_size > 0 ? for_size : 640);
}

static GtkSizeRequestMode
accord_passage_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_passage_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordPassageView *self = ACCORD_PASSAGE_VIEW (widget);

  if (self->text == NULL)
    return;
  accord_passage_view_arrange (self, width);
  accord_passage_view_allocate (self);
}

static void
accord_passage_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AccordPassageView *self = ACCORD_PASSAGE_VIEW (widget);

  if (self->text == NULL)
    return;
  accord_passage_view_draw (self, snapshot);
  GTK_WIDGET_CLASS (accord_passage_view_parent_class)->snapshot (widget, snapshot);
}

static void
accord_passage_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (accord_passage_view_parent_class)->css_changed (widget, change);
  ACCORD_PASSAGE_VIEW (widget)->arranged = -1;
  gtk_widget_queue_resize (widget);
}

static void
accord_passage_view_dispose (GObject *object)
{
  AccordPassageView *self = ACCORD_PASSAGE_VIEW (object);

  g_array_set_size (self->lines, 0);
  g_array_set_size (self->bands, 0);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->lost, gtk_widget_unparent);
  g_clear_pointer (&self->paste, gtk_widget_unparent);
  g_clear_pointer (&self->text, accord_text_unref);

  G_OBJECT_CLASS (accord_passage_view_parent_class)->dispose (object);
}

static void
accord_passage_view_finalize (GObject *object)
{
  AccordPassageView *self = ACCORD_PASSAGE_VIEW (object);

  g_array_unref (self->lines);
  g_array_unref (self->bands);
  g_free (self->state);

  G_OBJECT_CLASS (accord_passage_view_parent_class)->finalize (object);
}

static void
accord_passage_view_class_init (AccordPassageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_passage_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_passage_view_finalize;
  widget_class->measure = accord_passage_view_measure;
  widget_class->get_request_mode = accord_passage_view_get_request_mode;
  widget_class->size_allocate = accord_passage_view_size_allocate;
  widget_class->snapshot = accord_passage_view_snapshot;
  widget_class->css_changed = accord_passage_view_css_changed;
  widget_class->focus = accord_passage_view_focus;

  /**
   * AccordPassageView::paste:
   *
   * A person has more of the text than is kept.
   */
  signals[PASTE] = g_signal_new ("paste", ACCORD_TYPE_PASSAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, on_arrow, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, on_arrow, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F6, 0, on_other_side, NULL);
  gtk_widget_class_set_css_name (widget_class, "passages");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
on_paste (AccordPassageView *self)
{
  g_signal_emit (self, signals[PASTE], 0);
}

static void
accord_passage_view_init (AccordPassageView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->arranged = -1;
  self->chosen = self->pointed = ACCORD_PASSAGE_NONE;
  self->lines = g_array_new (FALSE, TRUE, sizeof (AccordPassageLine));
  self->bands = g_array_new (FALSE, TRUE, sizeof (AccordPassageBand));
  g_array_set_clear_func (self->lines, clear_line);
  g_array_set_clear_func (self->bands, clear_band);

  self->head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  self->lost = accord_page_label (_ ("Words that are not in this text"), "caption-line");
  gtk_widget_set_parent (self->lost, GTK_WIDGET (self));
  self->paste = accord_page_button (_ ("_Paste more text"));
  gtk_widget_set_halign (self->paste, GTK_ALIGN_START);
  gtk_widget_set_visible (self->paste, FALSE);
  g_signal_connect_object (self->paste, "clicked", G_CALLBACK (on_paste), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->paste, GTK_WIDGET (self));

  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/**
 * accord_passage_view_new:
 *
 * Returns: (transfer floating): a view without a text
 */
GtkWidget *
accord_passage_view_new (void)
{
  return g_object_new (ACCORD_TYPE_PASSAGE_VIEW, NULL);
}

static gboolean
is_cut (AccordText *text)
{
  for (guint i = 0; i < text->sections->len; i++)
    if (((AccordTextSection *) text->sections->pdata[i])->cut)
      return TRUE;
  return FALSE;
}

static void
update_paste (AccordPassageView *self)
{
  gtk_widget_set_visible (self->paste, self->can_paste && self->text != NULL && is_cut (self->text));
}

/* Which part has the record that was chosen before. */
static guint
find_again (AccordPassageView *self, AccordRecord *record)
{
  for (guint i = 0; record != NULL && i < self->text->parts->len; i++)
    {
      const AccordTextPart *part = self->text->parts->pdata[i];

      for (guint k = 0; k < part->records->len; k++)
        if (accord_record_get_kind (part->records->pdata[k]) == accord_record_get_kind (record)
            && accord_record_get_id (part->records->pdata[k]) == accord_record_get_id (record))
          return i;
    }
  return ACCORD_PASSAGE_NONE;
}

/**
 * accord_passage_view_show:
 * @self: a view
 * @text: a text and the records made of it
 * @today: today as an ISO date
 *
 * Shows a text. One that says the same as before changes nothing, so that selection and focus stay.
 */
void
accord_passage_view_show (AccordPassageView *self, AccordText *text, const char *today)
{
  g_autofree char *state = NULL;
  g_autoptr (AccordRecord) chosen = NULL;

  g_return_if_fail (ACCORD_IS_PASSAGE_VIEW (self));
  g_return_if_fail (text != NULL);

  state = accord_record_card_dup_state (text, today);
  if (self->text != NULL && g_strcmp0 (state, self->state) == 0)
    return;
  if (self->text != NULL && self->chosen < self->text->parts->len)
    chosen = g_object_ref (((AccordTextPart *) self->text->parts->pdata[self->chosen])->records->pdata[0]);
  g_array_set_size (self->lines, 0);
  g_array_set_size (self->bands, 0);
  self->chosen = self->pointed = ACCORD_PASSAGE_NONE;
  accord_text_ref (text);
  g_clear_pointer (&self->text, accord_text_unref);
  self->text = text;
  g_free (self->state);
  self->state = g_steal_pointer (&state);
  accord_passage_view_build (self, today);
  for (guint i = 0; i < self->bands->len; i++)
    {
      g_signal_connect_object (BAND (self, i)->number, "clicked", G_CALLBACK (on_number), self, 0);
      follow_focus (self, BAND (self, i)->card);
      follow_focus (self, BAND (self, i)->number);
    }
  gtk_widget_set_visible (self->lost, text->n_lost > 0);
  update_paste (self);
  self->arranged = -1;
  accord_passage_view_choose (self, find_again (self, chosen));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * accord_passage_view_set_can_paste:
 * @self: a view
 * @can_paste: whether a text that is cut short can be made longer, by #AccordPassageView::paste
 */
void
accord_passage_view_set_can_paste (AccordPassageView *self, gboolean can_paste)
{
  g_return_if_fail (ACCORD_IS_PASSAGE_VIEW (self));

  self->can_paste = can_paste;
  update_paste (self);
}

/**
 * accord_passage_view_choose:
 * @self: a view
 * @index: a part of its text, or anything beyond the last for none
 *
 * Marks a passage and its records.
 */
void
accord_passage_view_choose (AccordPassageView *self, guint index)
{
  g_return_if_fail (ACCORD_IS_PASSAGE_VIEW (self));

  if (index == self->chosen)
    return;
  mark_card (self, self->chosen, "chosen", FALSE);
  self->chosen = index;
  mark_card (self, self->chosen, "chosen", TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
accord_passage_view_get_chosen (AccordPassageView *self)
{
  g_return_val_if_fail (ACCORD_IS_PASSAGE_VIEW (self), ACCORD_PASSAGE_NONE);

  return self->chosen;
}
