/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/history-card.h"

#include "form/go-back.h"
#include "form/page-parts.h"
#include "form/words.h"

#include <glib/gi18n-lib.h>

/* The newest changes are what people look for; the rest is one click away. */
#define FIRST_FEW 5

/* What became of a record, newest first, with a way back to each point of it. */
struct _AccordHistoryCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *lines;
  GtkWidget *all;

  AccordWorkspace *workspace;
  gint64 record;
  const AccordKind *kind;
  gint64 newest;
  gboolean open;
};

G_DEFINE_FINAL_TYPE (AccordHistoryCard, accord_history_card, GTK_TYPE_WIDGET)

static GtkWidget *
make_line (AccordHistoryCard *self, const AccordHistoryLine *line, gboolean back)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = accord_words_new (1);

  gtk_widget_set_hexpand (words, TRUE);
  accord_words_append (words, accord_page_label (line->heading, "first-line"));
  for (guint i = 0; i < line->changes->len; i++)
    accord_words_append (words, accord_page_label (line->changes->pdata[i], "second-line"));
  gtk_box_append (GTK_BOX (row), words);
  if (back)
    {
      GtkWidget *way = accord_go_back_new (self->workspace, line);

      gtk_widget_set_valign (way, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (row), way);
    }
  return row;
}

static void
on_all (AccordHistoryCard *self)
{
  for (GtkWidget *line = gtk_widget_get_first_child (self->lines); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    gtk_widget_set_visible (line, TRUE);
  gtk_widget_hide (self->all);
  self->open = TRUE;
}

static void
accord_history_card_dispose (GObject *object)
{
  AccordHistoryCard *self = ACCORD_HISTORY_CARD (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_history_card_parent_class)->dispose (object);
}

static void
accord_history_card_class_init (AccordHistoryCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_history_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_history_card_init (AccordHistoryCard *self)
{
  GtkWidget *head;

  self->card = accord_page_card (&head, _ ("History"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_add_css_class (self->lines, "card-body");
  gtk_box_append (GTK_BOX (self->card), self->lines);
  self->all = gtk_button_new_with_label (_ ("Show all changes"));
  gtk_widget_add_css_class (self->all, "flat");
  gtk_widget_add_css_class (self->all, "show-all");
  gtk_widget_set_halign (self->all, GTK_ALIGN_START);
  g_signal_connect_object (self->all, "clicked", G_CALLBACK (on_all), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->card), self->all);
}

/**
 * accord_history_card_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a card that tells what became of a record
 */
GtkWidget *
accord_history_card_new (AccordWorkspace *workspace)
{
  AccordHistoryCard *self = g_object_new (ACCORD_TYPE_HISTORY_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

static gint64
newest_change (GPtrArray *history)
{
  return history->len > 0 ? ((AccordHistoryLine *) history->pdata[0])->change : 0;
}

/* The same lines again are left alone, with the keyboard and a refusal in them. */
static gboolean
is_shown (AccordHistoryCard *self, AccordRecord *record, GPtrArray *history)
{
  gboolean same = self->record == accord_record_get_id (record)
                  && self->kind == accord_record_get_kind (record) && self->newest == newest_change (history);

  if (!same)
    self->open = self->open && self->record == accord_record_get_id (record);
  self->record = accord_record_get_id (record);
  self->kind = accord_record_get_kind (record);
  self->newest = newest_change (history);
  return same;
}

/**
 * accord_history_card_show:
 * @self: a card
 * @record: the record
 * @history: (element-type AccordHistoryLine): what became of it, newest first
 *
 * Tells the history of a record. All points but the last, which is now, can be gone back to, unless the
 * record was deleted in them.
 */
void
accord_history_card_show (AccordHistoryCard *self, AccordRecord *record, GPtrArray *history)
{
  gboolean may = !accord_workspace_get_read_only (self->workspace);

  g_return_if_fail (ACCORD_IS_HISTORY_CARD (self));

  if (is_shown (self, record, history))
    return;
  accord_page_empty_box (self->lines);
  for (guint i = 0; i < history->len; i++)
    {
      const AccordHistoryLine *entry = history->pdata[i];
      GtkWidget *line = make_line (self, entry, may && entry->there && i > 0);

      gtk_widget_set_visible (line, self->open || i < FIRST_FEW);
      gtk_box_append (GTK_BOX (self->lines), line);
    }
  gtk_widget_set_visible (self->all, !self->open && history->len > FIRST_FEW);
}
