/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decisions/answerable-card.h"

#include "alliance.h"
#include "date.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "go.h"

#include <glib/gi18n-lib.h>

#define CAPTION_WIDTH 15
/* Boards that are accountable to others stand in from the edge, so that the tiers are seen. */
#define STEP 24
#define MOST_STEPS 3

/* Where a row leads. */
typedef struct
{
  const char *kind;
  gint64 id;
} Link;

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row)
{
  const Link *link = g_object_get_data (G_OBJECT (row), "accord-link");

  if (link != NULL)
    accord_go_to_record (GTK_WIDGET (list), link->kind, link->id);
}

/* A row: what it is about in the margin, and the words beside it. */
static GtkWidget *
append_row (GtkWidget *list, const char *caption, const char *first, const char *second, const char *kind,
            gint64 id)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *margin = accord_page_label (caption, "caption-line");
  GtkWidget *words = accord_words_new (1);
  g_autofree char *name = g_strdup_printf ("%s: %s%s%s", caption, first, second != NULL ? ", " : "",
                                           second != NULL ? second : "");
  Link *link = g_new0 (Link, 1);

  gtk_label_set_width_chars (GTK_LABEL (margin), CAPTION_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (margin), CAPTION_WIDTH);
  gtk_widget_set_valign (margin, GTK_ALIGN_START);
  accord_words_append (words, accord_page_label (first, NULL));
  if (second != NULL)
    accord_words_append (words, accord_page_label (second, "second-line"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), margin);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), kind != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  *link = (Link){ kind, id };
  g_object_set_data_full (G_OBJECT (row), "accord-link", kind != NULL ? link : NULL,
                          kind != NULL ? g_free : NULL);
  if (kind == NULL)
    g_free (link);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
append_body (GtkWidget *list, const char *caption, AccordRecord *body)
{
  append_row (list, caption, accord_record_get_text (body, "name"),
              accord_record_get_reference_title (body, "organisation"), "body", accord_record_get_id (body));
}

static void
append_decision (GtkWidget *list, const char *caption, const AccordAnswerableDecision *decision)
{
  g_autofree char *date =
      decision->date != NULL ? accord_date_format (decision->date) : g_strdup (_ ("date not known"));
  g_autofree char *second =
      decision->meeting != NULL ? g_strdup_printf ("%s · %s", date, decision->meeting) : g_strdup (date);

  append_row (list, caption, decision->text, second, decision->kind, decision->id);
}

static void
fill (GtkWidget *list, const AccordAnswerable *answerable)
{
  if (answerable->accountable_to != NULL)
    append_body (list, _ ("Accountable to"), answerable->accountable_to);
  for (guint i = 0; i < answerable->scrutinised_by->len; i++)
    append_body (list, _ ("Scrutinised by"), answerable->scrutinised_by->pdata[i]);
  if (answerable->accountable_to == NULL && answerable->scrutinised_by->len == 0)
    append_row (list, _ ("Accountable to"), _ ("not known"), NULL, NULL, 0);
  for (guint i = 0; i < answerable->below->len; i++)
    append_body (list, _ ("Answers to it"), answerable->below->pdata[i]);
  for (guint i = 0; i < answerable->scrutinises->len; i++)
    append_body (list, _ ("It scrutinises"), answerable->scrutinises->pdata[i]);
  for (guint i = 0; i < answerable->latest->len; i++)
    append_decision (list, _ ("Decided"), answerable->latest->pdata[i]);
}

static void
on_open (GtkWidget *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "accord-id");

  accord_go_to_record (button, "body", *id);
}

static GtkWidget *
make_open (const AccordAnswerable *answerable)
{
  GtkWidget *button = accord_page_button (_ ("Open"));
  g_autofree char *name = accord_alliance_dup_body_name (answerable->body);
  g_autofree char *label = g_strdup_printf (_ ("Open %s"), name);
  gint64 id = accord_record_get_id (answerable->body);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "report-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "accord-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_open), NULL);
  return button;
}

/**
 * accord_answerable_card_new:
 * @answerable: a board
 *
 * Returns: (transfer floating): a card that says whom it answers to and what it decided
 */
GtkWidget *
accord_answerable_card_new (const AccordAnswerable *answerable)
{
  const char *organisation = accord_record_get_reference_title (answerable->body, "organisation");
  const char *name = accord_record_get_text (answerable->body, "name");
  /* Translators: a board or committee, and the organisation it belongs to. */
  g_autofree char *title =
      organisation != NULL ? g_strdup_printf (_ ("%s, %s"), name, organisation) : g_strdup (name);
  g_autofree char *count = accord_answerable_dup_count (answerable);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *head, *card = accord_page_card (&head, title);
  GtkWidget *label = accord_page_label (count, "count");

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), make_open (answerable));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "card-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (on_row_activated), NULL);
  fill (list, answerable);
  gtk_box_append (GTK_BOX (card), list);
  gtk_widget_set_margin_start (card, (int) MIN (answerable->depth, MOST_STEPS) * STEP);
  return card;
}
