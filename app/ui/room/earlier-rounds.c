/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/earlier-rounds.h"

#include "form/page-parts.h"
#include "room/comment-card.h"
#include "room/earlier-round.h"

#include <glib/gi18n-lib.h>

/* So many at a time, as of the comments of this review. */
#define AT_ONCE 60

/* What the same reviewers said of the case before, with what was replied to it: to be read. */
struct _AccordEarlierRounds
{
  GtkWidget parent_instance;

  GtkWidget *rows;
  GtkWidget *more;

  AccordWorkspace *workspace;
  GPtrArray *rounds;
  const AccordCba *cba;
  guint n_shown;
};

G_DEFINE_FINAL_TYPE (AccordEarlierRounds, accord_earlier_rounds, GTK_TYPE_WIDGET)

static GtkWidget *
make_title (const AccordEarlierRound *round)
{
  g_autofree char *title = accord_earlier_round_dup_title (round);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "room-group");
  return label;
}

/* The widget that is next, or a new one: what is shown already stays, and with it the keyboard. */
static GtkWidget *
take_row (AccordEarlierRounds *self, GtkWidget *row, const AccordCommentThread *thread)
{
  gint64 id = accord_record_get_id (thread->record);

  if (row == NULL || !ACCORD_IS_COMMENT_CARD (row)
      || accord_comment_card_get_id (ACCORD_COMMENT_CARD (row)) != id)
    {
      row = accord_comment_card_new (self->workspace);
      accord_comment_card_set_fixed (ACCORD_COMMENT_CARD (row));
      gtk_box_append (GTK_BOX (self->rows), row);
    }
  accord_comment_card_show (ACCORD_COMMENT_CARD (row), thread, self->cba);
  return row;
}

static gboolean
is_title (GtkWidget *row, const AccordEarlierRound *round)
{
  g_autofree char *title = accord_earlier_round_dup_title (round);

  return GTK_IS_LABEL (row) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (row)), title) == 0;
}

/* Whether the rows are the beginning of what is to be shown. */
static gboolean
fits (AccordEarlierRounds *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  for (guint i = 0; i < self->rounds->len && row != NULL; i++)
    {
      const AccordEarlierRound *round = self->rounds->pdata[i];

      if (!is_title (row, round))
        return FALSE;
      row = gtk_widget_get_next_sibling (row);
      for (guint k = 0; k < round->comments->threads->len && row != NULL; k++)
        {
          const AccordCommentThread *thread = round->comments->threads->pdata[k];

          if (!ACCORD_IS_COMMENT_CARD (row)
              || accord_comment_card_get_id (ACCORD_COMMENT_CARD (row))
                     != accord_record_get_id (thread->record))
            return FALSE;
          row = gtk_widget_get_next_sibling (row);
        }
    }
  return row == NULL;
}

static void
show_round (AccordEarlierRounds *self, const AccordEarlierRound *round, GtkWidget **row, guint *n)
{
  if (*n >= self->n_shown)
    {
      *n += round->comments->threads->len;
      return;
    }
  if (*row == NULL)
    gtk_box_append (GTK_BOX (self->rows), make_title (round));
  else
    *row = gtk_widget_get_next_sibling (*row);
  for (guint i = 0; i < round->comments->threads->len; i++, (*n)++)
    if (*n < self->n_shown)
      {
        GtkWidget *shown = take_row (self, *row, round->comments->threads->pdata[i]);

        *row = *row != NULL ? gtk_widget_get_next_sibling (shown) : NULL;
      }
}

static void
refresh (AccordEarlierRounds *self)
{
  GtkWidget *row;
  guint n = 0;

  if (!fits (self))
    accord_page_empty_box (self->rows);
  row = gtk_widget_get_first_child (self->rows);
  for (guint i = 0; i < self->rounds->len; i++)
    show_round (self, self->rounds->pdata[i], &row, &n);
  gtk_widget_set_visible (self->more, n > self->n_shown);
  if (n > self->n_shown)
    {
      guint left = n - self->n_shown;
      g_autofree char *words = g_strdup_printf (ngettext ("Show %u more", "Show %u more", left), left);

      gtk_button_set_label (GTK_BUTTON (self->more), words);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rounds->len > 0);
}

static void
on_more (AccordEarlierRounds *self)
{
  self->n_shown += AT_ONCE;
  refresh (self);
}

static void
accord_earlier_rounds_dispose (GObject *object)
{
  AccordEarlierRounds *self = ACCORD_EARLIER_ROUNDS (object);

  g_clear_pointer (&self->rows, gtk_widget_unparent);
  g_clear_pointer (&self->more, gtk_widget_unparent);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_earlier_rounds_parent_class)->dispose (object);
}

static void
accord_earlier_rounds_class_init (AccordEarlierRoundsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_earlier_rounds_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_earlier_rounds_init (AccordEarlierRounds *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->n_shown = AT_ONCE;
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->more = gtk_button_new ();
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (on_more), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Said in earlier reviews"), -1);
  gtk_widget_hide (GTK_WIDGET (self));
}

/**
 * accord_earlier_rounds_new:
 * @workspace: a reading file
 *
 * Returns: (transfer floating): no rounds
 */
GtkWidget *
accord_earlier_rounds_new (AccordWorkspace *workspace)
{
  AccordEarlierRounds *self = g_object_new (ACCORD_TYPE_EARLIER_ROUNDS, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/**
 * accord_earlier_rounds_show:
 * @self: rounds
 * @rounds: (element-type AccordEarlierRound): what was said before
 * @cba: (nullable): the case's analysis; it must last until the next is shown
 *
 * Shows it, each round under a heading that says which it is; nothing at all where there was none.
 */
void
accord_earlier_rounds_show (AccordEarlierRounds *self, GPtrArray *rounds, const AccordCba *cba)
{
  g_return_if_fail (ACCORD_IS_EARLIER_ROUNDS (self));

  g_ptr_array_ref (rounds);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  self->rounds = rounds;
  self->cba = cba;
  refresh (self);
}
