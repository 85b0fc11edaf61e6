/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/record-pages.h"

#include "case/caveat-row.h"
#include "decisions/same-actions-card.h"
#include "form/page-parts.h"
#include "meeting/action-card.h"
#include "meeting/passage-card.h"
#include "meeting/question-card.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The pages of what is small: how it stands, and the sentence that it was made from. */

static AccordPassageContext *
read_context (AccordReader *reader, const char *name, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), name);

  return accord_passage_context_read (reader, kind, id, ACCORD_PASSAGE_CARD_SENTENCES, error);
}

static void
free_context (gpointer data)
{
  accord_passage_context_free (data);
}

/* The card of the kind above that of the sentence. */
static GtkWidget *
make_cards (GtkWidget *own)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *passage = accord_passage_card_new ();

  if (own != NULL)
    gtk_box_append (GTK_BOX (box), own);
  gtk_box_append (GTK_BOX (box), passage);
  g_object_set_data (G_OBJECT (box), "accord-own", own);
  g_object_set_data (G_OBJECT (box), "accord-passage", passage);
  return box;
}

static gpointer
get_own (GtkWidget *cards)
{
  return g_object_get_data (G_OBJECT (cards), "accord-own");
}

static void
show_passage (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  accord_passage_card_show (g_object_get_data (G_OBJECT (cards), "accord-passage"), data);
}

static gpointer
read_action (AccordReader *reader, gint64 id, GError **error)
{
  return read_context (reader, "action", id, error);
}

static GtkWidget *
make_action (AccordWorkspace *workspace)
{
  GtkWidget *cards = make_cards (accord_action_card_new (workspace));
  GtkWidget *same = accord_same_actions_card_new (workspace);

  gtk_box_insert_child_after (GTK_BOX (cards), same, get_own (cards));
  g_object_set_data (G_OBJECT (cards), "accord-same", same);
  return cards;
}

static void
show_action (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  accord_action_card_show (get_own (cards), record, today);
  accord_same_actions_card_show (g_object_get_data (G_OBJECT (cards), "accord-same"), record);
  show_passage (cards, record, data, today);
}

static gpointer
read_question (AccordReader *reader, gint64 id, GError **error)
{
  return read_context (reader, "question", id, error);
}

static GtkWidget *
make_question (AccordWorkspace *workspace)
{
  return make_cards (accord_question_card_new (workspace));
}

static void
show_question (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  accord_question_card_show (get_own (cards), record, today);
  show_passage (cards, record, data, today);
}

static gpointer
read_caveat (AccordReader *reader, gint64 id, GError **error)
{
  return read_context (reader, "caveat", id, error);
}

static GtkWidget *
make_caveat (AccordWorkspace *workspace)
{
  GtkWidget *head;
  GtkWidget *card = accord_page_card (&head, _ ("How it stands"));
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = accord_caveat_row_new (workspace);

  gtk_widget_add_css_class (lines, "card-lines");
  gtk_box_append (GTK_BOX (lines), row);
  gtk_box_append (GTK_BOX (card), lines);
  g_object_set_data (G_OBJECT (card), "accord-row", row);
  return make_cards (card);
}

static void
show_caveat (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  accord_caveat_row_show (g_object_get_data (get_own (cards), "accord-row"), record, today);
  show_passage (cards, record, data, today);
}

static GtkWidget *
make_passage (AccordWorkspace *workspace)
{
  return make_cards (NULL);
}

static const char *const depends[] = { "item", "source", "resolution", NULL };

/* The minutes of another meeting may carry an action on. */
static const char *const action_depends[] = { "item", "source", "resolution", "action", "meeting", NULL };

const AccordPageKind accord_action_page_kind = {
  .kind = "action",
  .depends = action_depends,
  .read = read_action,
  .free = free_context,
  .make = make_action,
  .show = show_action,
};

const AccordPageKind accord_question_page_kind = {
  .kind = "question",
  .depends = depends,
  .read = read_question,
  .free = free_context,
  .make = make_question,
  .show = show_question,
};

const AccordPageKind accord_caveat_page_kind = {
  .kind = "caveat",
  .depends = depends,
  .read = read_caveat,
  .free = free_context,
  .make = make_caveat,
  .show = show_caveat,
};

/* What reads a page is told no kind, so that each kind needs a function of its own. */
#define READS(name)                                                                                          \
  static gpointer read_##name (AccordReader *reader, gint64 id, GError **error)                              \
  {                                                                                                          \
    return read_context (reader, #name, id, error);                                                          \
  }
#define PAGE(name)                                                                                           \
  {                                                                                                          \
    .kind = #name, .depends = depends, .read = read_##name, .free = free_context, .make = make_passage,      \
    .show = show_passage                                                                                     \
  }

READS (endorsement)
READS (finding)
READS (option)
READS (claim)
READS (milestone)
READS (engagement)
READS (membership)
READS (post)
READS (body)
READS (transfer)
READS (benefit)
READS (risk)
READS (workstream)
READS (allocation)

/* The kinds that have no page of their own, up to an entry without a kind. */
const AccordPageKind accord_passage_page_kinds[] = {
  PAGE (endorsement), PAGE (finding),    PAGE (option),     PAGE (claim),      PAGE (milestone),
  PAGE (engagement),  PAGE (membership), PAGE (post),       PAGE (body),       PAGE (transfer),
  PAGE (benefit),     PAGE (risk),       PAGE (workstream), PAGE (allocation), { NULL },
};
