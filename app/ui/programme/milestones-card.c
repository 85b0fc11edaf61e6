/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme/milestones-card.h"

#include "chart/timeline.h"
#include "form/page-parts.h"
#include "programme/programme-rows.h"

#include <glib/gi18n-lib.h>

/* The next few of those that are not done; the picture and the list place have the rest. */
#define MOST_ROWS 5

/* Milestones on a line of time, and beneath it what is to be done next. */
struct _AccordMilestonesCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *timeline;
  GtkWidget *words;
};

G_DEFINE_FINAL_TYPE (AccordMilestonesCard, accord_milestones_card, GTK_TYPE_WIDGET)

static void
accord_milestones_card_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_MILESTONES_CARD (object)->card, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_milestones_card_parent_class)->dispose (object);
}

static void
accord_milestones_card_class_init (AccordMilestonesCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_milestones_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_milestones_card_init (AccordMilestonesCard *self)
{
}

/**
 * accord_milestones_card_new:
 * @workspace: where records are kept
 * @field: the name of the field by which milestones refer to the record in view
 *
 * Returns: (transfer floating): a card without milestones
 */
GtkWidget *
accord_milestones_card_new (AccordWorkspace *workspace, const char *field)
{
  AccordMilestonesCard *self = g_object_new (ACCORD_TYPE_MILESTONES_CARD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->card = accord_row_card_new (workspace, _ ("Milestones"), "milestone", field);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->timeline = accord_timeline_new ();
  self->words = accord_page_label (NULL, "second-line");
  gtk_box_append (GTK_BOX (box), self->timeline);
  gtk_box_append (GTK_BOX (box), self->words);
  accord_row_card_set_body (ACCORD_ROW_CARD (self->card), box);
  accord_row_card_add_tools (ACCORD_ROW_CARD (self->card),
                             accord_timeline_get_tools (ACCORD_TIMELINE (self->timeline)));
  return GTK_WIDGET (self);
}

/**
 * accord_milestones_card_show:
 * @self: a card
 * @subject: the record in view
 * @milestones: (element-type AccordRecord): its milestones, by day
 * @count: the same counted
 * @lanes: (transfer full) (element-type AccordTimelineLane): the same on a line of time
 * @words: (nullable): what the record itself says about its dates
 * @today: today as an ISO date
 *
 * Shows other milestones; the card hides where there is nothing to show.
 */
void
accord_milestones_card_show (AccordMilestonesCard *self, gint64 subject, GPtrArray *milestones,
                             const AccordMilestoneCount *count, GPtrArray *lanes, const char *words,
                             const char *today)
{
  g_autoptr (GPtrArray) owned = lanes;
  g_autoptr (GPtrArray) rows = accord_programme_milestone_rows (milestones, today);
  g_autofree char *done = accord_programme_dup_count (count);
  g_autofree char *shown = done != NULL ? g_strdup_printf (_ ("%s done"), done) : NULL;
  g_autofree char *quoted = words != NULL ? g_strdup_printf (_ ("“%s”"), words) : NULL;
  gboolean any = lanes->len > 0;

  g_return_if_fail (ACCORD_IS_MILESTONES_CARD (self));

  gtk_widget_set_visible (self->timeline, any);
  gtk_widget_set_visible (accord_timeline_get_tools (ACCORD_TIMELINE (self->timeline)), any);
  accord_timeline_show (ACCORD_TIMELINE (self->timeline), lanes, today);
  gtk_label_set_label (GTK_LABEL (self->words), quoted != NULL ? quoted : "");
  gtk_widget_set_visible (self->words, quoted != NULL);
  accord_row_card_show (ACCORD_ROW_CARD (self->card), subject, rows, MOST_ROWS, count->all, count->done,
                        shown);
  gtk_widget_set_visible (self->card, any || words != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), any || words != NULL);
}
