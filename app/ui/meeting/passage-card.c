/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/passage-card.h"

#include "form/page-parts.h"
#include "go.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

/* The parts of a card, kept with it. */
typedef struct
{
  GtkWidget *pill;
  GtkWidget *before;
  GtkWidget *words;
  GtkWidget *after;
  GtkWidget *open;
  const char *kind;
  gint64 id;
} Parts;

static Parts *
get_parts (GtkWidget *card)
{
  return g_object_get_data (G_OBJECT (card), "accord-parts");
}

static void
on_open (GtkWidget *button, GtkWidget *card)
{
  const Parts *parts = get_parts (card);

  accord_go_to_record (card, parts->kind, parts->id);
}

static GtkWidget *
make_prose (GtkWidget *card, const char *style_class)
{
  GtkWidget *label = accord_page_label (NULL, style_class);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_box_append (GTK_BOX (card), label);
  return label;
}

/**
 * accord_passage_card_new:
 *
 * Returns: (transfer floating): a card that shows the sentence that a record rests on, in its source
 */
GtkWidget *
accord_passage_card_new (void)
{
  GtkWidget *head;
  GtkWidget *card = accord_page_card (&head, _ ("The sentence in its source"));
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Parts *parts = g_new0 (Parts, 1);

  parts->pill = accord_status_pill_new ();
  gtk_box_append (GTK_BOX (head), parts->pill);
  gtk_widget_add_css_class (body, "card-body");
  gtk_widget_add_css_class (body, "passage-context");
  parts->before = make_prose (body, "dim-label");
  parts->words = make_prose (body, "passage-words");
  parts->after = make_prose (body, "dim-label");
  parts->open = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK, "halign",
                              GTK_ALIGN_START, NULL);
  gtk_button_set_child (GTK_BUTTON (parts->open), accord_page_label (NULL, NULL));
  gtk_widget_add_css_class (parts->open, "flat");
  gtk_widget_add_css_class (parts->open, "record-link");
  gtk_box_append (GTK_BOX (body), parts->open);
  gtk_box_append (GTK_BOX (card), body);
  g_object_set_data_full (G_OBJECT (card), "accord-parts", parts, g_free);
  g_signal_connect_object (parts->open, "clicked", G_CALLBACK (on_open), card, 0);
  return card;
}

static void
show_words (GtkWidget *label, const char *words)
{
  gtk_widget_set_visible (label, words != NULL);
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), words) != 0)
    gtk_label_set_label (GTK_LABEL (label), words != NULL ? words : "");
}

static void
show_match (GtkWidget *pill, const AccordPassageContext *context)
{
  static const AccordStatus doubt = { "accord-status-unknown-symbolic", "unknown" };
  const char *words = NULL;

  if (context->match == ACCORD_PASSAGE_NOT_FOUND && context->kept)
    words = _ ("Not in the text kept here");
  else if (context->match == ACCORD_PASSAGE_PART)
    words = _ ("Only a part of its words");
  accord_status_pill_show (ACCORD_STATUS_PILL (pill), &doubt, words);
}

/**
 * accord_passage_card_show:
 * @card: a card by accord_passage_card_new()
 * @context: the sentence; a record that names none has no card
 *
 * Shows a sentence and those around it.
 */
void
accord_passage_card_show (GtkWidget *card, const AccordPassageContext *context)
{
  Parts *parts = get_parts (card);
  g_autofree char *link = NULL;

  gtk_widget_set_visible (card, context->words != NULL);
  if (context->words == NULL)
    return;
  parts->kind = context->kind;
  parts->id = context->id;
  show_match (parts->pill, context);
  show_words (parts->before, context->before);
  show_words (parts->words, context->words);
  show_words (parts->after, context->after);
  gtk_widget_set_visible (parts->open, context->id != ACCORD_UNKNOWN);
  if (context->id == ACCORD_UNKNOWN)
    return;
  link = g_strcmp0 (context->kind, "item") == 0
             ? g_strdup_printf (_ ("In the minutes of “%s”"), context->title)
             : g_strdup_printf (_ ("In the document “%s”"), context->title);
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (parts->open))), link);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parts->open), GTK_ACCESSIBLE_PROPERTY_LABEL, link, -1);
}
