/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/passage-view-private.h"

#include "form/page-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many passages are shown, until a person asks for as many more. */
#define FIRST_FEW 60

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

static void
on_focus (GtkEventControllerFocus *controller, AccordPassageView *self)
{
  guint index = accord_passage_view_index_of (
      self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));

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
  guint index = accord_passage_view_index_of (self, number);
  GtkWidget *first = accord_record_card_get_first (BAND (self, index)->card);
  const AccordTextPart *part = self->text->parts->pdata[index];

  if (first == NULL)
    return;
  if (part->records->len == 1)
    g_signal_emit_by_name (first, "clicked");
  else
    gtk_widget_grab_focus (first);
}

static void
accord_passage_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                             int *natural, int *minimum_baseline, int *natural_baseline)
{
  AccordPassageView *self = ACCORD_PASSAGE_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (200 * accord_passage_view_scale (self));
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
  g_clear_pointer (&self->foot, gtk_widget_unparent);
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
  g_free (self->today);

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

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, accord_passage_view_arrow, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, accord_passage_view_arrow, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F6, 0, accord_passage_view_other_side, NULL);
  gtk_widget_class_set_css_name (widget_class, "passages");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
on_paste (AccordPassageView *self)
{
  g_signal_emit (self, signals[PASTE], 0);
}

static void
update_foot (AccordPassageView *self)
{
  gtk_widget_set_visible (self->foot,
                          gtk_widget_get_visible (self->paste) || gtk_widget_get_visible (self->more));
  self->arranged = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Makes the lines, the numbers and the cards for the text anew. */
static void
build (AccordPassageView *self)
{
  g_array_set_size (self->lines, 0);
  g_array_set_size (self->bands, 0);
  accord_passage_view_build (self, self->today);
  for (guint i = 0; i < self->bands->len; i++)
    {
      g_signal_connect_object (BAND (self, i)->number, "clicked", G_CALLBACK (on_number), self, 0);
      follow_focus (self, BAND (self, i)->card);
      follow_focus (self, BAND (self, i)->number);
    }
  mark_card (self, self->chosen, "chosen", TRUE);
  update_foot (self);
}

static void
on_more (AccordPassageView *self)
{
  guint before = self->bands->len;

  self->limit += FIRST_FEW;
  build (self);
  accord_passage_view_focus_number (self, MIN (before, self->bands->len - 1));
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
  self->more = accord_page_button (_ ("Show _more"));
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (on_more), self, G_CONNECT_SWAPPED);
  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->foot), self->more);
  gtk_box_append (GTK_BOX (self->foot), self->paste);
  gtk_widget_set_parent (self->foot, GTK_WIDGET (self));

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
  update_foot (self);
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
  if (self->text == NULL || self->text->id != text->id || g_strcmp0 (self->text->kind, text->kind) != 0)
    self->limit = FIRST_FEW;
  self->chosen = self->pointed = ACCORD_PASSAGE_NONE;
  accord_text_ref (text);
  g_clear_pointer (&self->text, accord_text_unref);
  self->text = text;
  g_free (self->state);
  self->state = g_steal_pointer (&state);
  g_free (self->today);
  self->today = g_strdup (today);
  build (self);
  gtk_widget_set_visible (self->lost, text->n_lost > 0);
  update_paste (self);
  accord_passage_view_choose (self, find_again (self, chosen));
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
