/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/five-case-card.h"

#include "case/checklist-part.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

/* How complete the five cases of a business case are, and what its reviewers found. */
struct _AccordFiveCaseCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *progress;
  GtkWidget *parts[ACCORD_FIVE_N];

  AccordCaseReview *review;
  gint64 case_id;
  char *today;
  gboolean dirty;
};

G_DEFINE_FINAL_TYPE (AccordFiveCaseCard, accord_five_case_card, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DIRTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static AccordChecklistPart *
part_of (AccordFiveCaseCard *self, guint five)
{
  return ACCORD_CHECKLIST_PART (self->parts[five]);
}

static void
update_dirty (AccordFiveCaseCard *self)
{
  gboolean dirty = FALSE;

  for (guint i = 0; i < ACCORD_FIVE_N; i++)
    dirty |= accord_checklist_part_get_dirty (part_of (self, i));
  if (dirty == self->dirty)
    return;
  self->dirty = dirty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

/* One question is answered at a time: another that is opened closes it, unless something was typed there. */
static void
on_edited (AccordChecklistPart *part, AccordChecklistRow *row, AccordFiveCaseCard *self)
{
  if (accord_checklist_row_is_editing (row))
    for (guint i = 0; i < ACCORD_FIVE_N; i++)
      accord_checklist_part_close_others (part_of (self, i), row);
  update_dirty (self);
}

static void
on_opened (AccordChecklistPart *part, AccordFiveCaseCard *self)
{
  if (self->review != NULL)
    accord_checklist_part_show (part, self->review, self->today);
}

static void
accord_five_case_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_DIRTY)
    g_value_set_boolean (value, ACCORD_FIVE_CASE_CARD (object)->dirty);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
accord_five_case_card_dispose (GObject *object)
{
  AccordFiveCaseCard *self = ACCORD_FIVE_CASE_CARD (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->review, accord_case_review_unref);

  G_OBJECT_CLASS (accord_five_case_card_parent_class)->dispose (object);
}

static void
accord_five_case_card_class_init (AccordFiveCaseCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = accord_five_case_card_get_property;
  object_class->dispose = accord_five_case_card_dispose;

  /**
   * AccordFiveCaseCard:dirty:
   *
   * Whether something was typed that is not saved.
   */
  properties[PROP_DIRTY] =
      g_param_spec_boolean ("dirty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_five_case_card_init (AccordFiveCaseCard *self)
{
}

/**
 * accord_five_case_card_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a card without a case
 */
GtkWidget *
accord_five_case_card_new (AccordWorkspace *workspace)
{
  AccordFiveCaseCard *self = g_object_new (ACCORD_TYPE_FIVE_CASE_CARD, NULL);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head;

  self->card = accord_page_card (&head, _ ("The five cases, and the reviewer’s checklist"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->progress = accord_page_label (NULL, "second-line");
  gtk_widget_add_css_class (self->progress, "card-note");
  gtk_box_append (GTK_BOX (self->card), self->progress);
  gtk_widget_add_css_class (lines, "card-lines");
  for (guint i = 0; i < ACCORD_FIVE_N; i++)
    {
      self->parts[i] = accord_checklist_part_new (workspace, (AccordFiveCase) i);
      g_signal_connect_object (self->parts[i], "edited", G_CALLBACK (on_edited), self, 0);
      g_signal_connect_object (self->parts[i], "opened", G_CALLBACK (on_opened), self, 0);
      gtk_box_append (GTK_BOX (lines), self->parts[i]);
    }
  gtk_box_append (GTK_BOX (self->card), lines);
  return GTK_WIDGET (self);
}

/**
 * accord_five_case_card_show:
 * @self: a card
 * @review: the review of a business case
 * @today: today as an ISO date
 *
 * Shows a case. Another case than before ends an edit.
 */
void
accord_five_case_card_show (AccordFiveCaseCard *self, AccordCaseReview *review, const char *today)
{
  gint64 id = accord_record_get_id (review->record);
  g_autofree char *progress = accord_case_review_dup_progress (review);

  g_return_if_fail (ACCORD_IS_FIVE_CASE_CARD (self));

  for (guint i = 0; id != self->case_id && i < ACCORD_FIVE_N; i++)
    accord_checklist_part_forget (part_of (self, i));
  self->case_id = id;
  accord_case_review_ref (review);
  g_clear_pointer (&self->review, accord_case_review_unref);
  self->review = review;
  g_free (self->today);
  self->today = g_strdup (today);
  gtk_label_set_label (GTK_LABEL (self->progress), progress);
  for (guint i = 0; i < ACCORD_FIVE_N; i++)
    accord_checklist_part_show (part_of (self, i), review, today);
  update_dirty (self);
}

gboolean
accord_five_case_card_get_dirty (AccordFiveCaseCard *self)
{
  return self->dirty;
}
