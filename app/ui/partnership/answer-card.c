/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/answer-card.h"

#include "chart/picture-table.h"
#include "form/page-parts.h"
#include "partnership/answer-drawing.h"
#include "partnership/table-card.h"

#include <glib/gi18n-lib.h>

/* A drawing of who answers to whom, and the same as a table. */
struct _AccordAnswerCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *drawing;
  GtkWidget *table;
  GtkWidget *both;
  GtkWidget *both_words;
};

G_DEFINE_FINAL_TYPE (AccordAnswerCard, accord_answer_card, GTK_TYPE_WIDGET)

static const AccordTableColumn columns[] = {
  { N_ ("Who"), 0.34, FALSE },
  { N_ ("How"), 0.28, FALSE },
  { N_ ("Whom"), 0.38, FALSE },
};

static void
accord_answer_card_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_ANSWER_CARD (object)->card, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_answer_card_parent_class)->dispose (object);
}

static void
accord_answer_card_class_init (AccordAnswerCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_answer_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_answer_card_init (AccordAnswerCard *self)
{
  GtkWidget *swatch = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (swatch, "both-swatch");
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  self->both_words = accord_page_label (NULL, "both-words");
  gtk_widget_set_hexpand (self->both_words, TRUE);
  gtk_widget_add_css_class (self->both, "both-sides");
  gtk_box_append (GTK_BOX (self->both), swatch);
  gtk_box_append (GTK_BOX (self->both), self->both_words);
}

/**
 * accord_answer_card_new:
 * @title: what is in the card
 *
 * Returns: (transfer floating): a card with a drawing of nothing
 */
GtkWidget *
accord_answer_card_new (const char *title)
{
  AccordAnswerCard *self = g_object_new (ACCORD_TYPE_ANSWER_CARD, NULL);
  GtkWidget *head;

  self->card = accord_page_card (&head, title);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->drawing = accord_answer_drawing_new ();
  gtk_widget_add_css_class (self->drawing, "answer-drawing");
  self->table = accord_table_card_new_bare (title, columns, G_N_ELEMENTS (columns));
  gtk_box_append (GTK_BOX (self->card), accord_picture_table_new (head, self->drawing, self->table));
  gtk_box_append (GTK_BOX (self->card), self->both);
  return GTK_WIDGET (self);
}

static AccordAnswerPart *
end_of (AccordAnswerPicture *picture, const AccordAnswerEdge *edge, guint index)
{
  return edge->frames ? picture->frames->pdata[index] : picture->nodes->pdata[index];
}

static void
show_table (AccordAnswerCard *self, AccordAnswerPicture *picture)
{
  g_autoptr (GPtrArray) entries = accord_table_entries_new ();

  for (guint i = 0; i < picture->lines->len; i++)
    {
      const AccordAnswerEdge *edge = &g_array_index (picture->layout->edges, AccordAnswerEdge, i);
      const AccordAnswerPart *line = picture->lines->pdata[i];
      AccordTableEntry *entry = accord_table_entries_add (entries, NULL);

      entry->kind = line->kind;
      entry->id = line->id;
      entry->cells[0] = g_strdup (end_of (picture, edge, edge->from)->title);
      entry->cells[1] = g_strdup (line->title);
      entry->cells[2] = g_strdup (end_of (picture, edge, edge->to)->label);
    }
  /* Partners are on no line; they stand in their alliance. */
  for (guint i = 0; i < picture->nodes->len; i++)
    {
      const AccordAnswerNode *node = &g_array_index (picture->layout->nodes, AccordAnswerNode, i);
      const AccordAnswerPart *part = picture->nodes->pdata[i];
      AccordTableEntry *entry;

      if (node->frame < 0)
        continue;
      entry = accord_table_entries_add (entries, NULL);
      entry->kind = part->kind;
      entry->id = part->id;
      entry->cells[0] = g_strdup (part->title);
      entry->cells[1] = g_strdup (g_str_equal (part->kind, "body") ? _ ("a board of") : _ ("in"));
      entry->cells[2] = g_strdup (((AccordAnswerPart *) picture->frames->pdata[node->frame])->title);
    }
  accord_table_card_show (ACCORD_TABLE_CARD (self->table), entries);
}

/**
 * accord_answer_card_show:
 * @self: a card
 * @picture: (transfer full): what to show
 *
 * Shows another picture.
 */
void
accord_answer_card_show (AccordAnswerCard *self, AccordAnswerPicture *picture)
{
  g_return_if_fail (ACCORD_IS_ANSWER_CARD (self));

  show_table (self, picture);
  gtk_label_set_label (GTK_LABEL (self->both_words), picture->both != NULL ? picture->both : "");
  gtk_widget_set_visible (self->both, picture->both != NULL);
  accord_answer_drawing_show (ACCORD_ANSWER_DRAWING (self->drawing), picture);
}
