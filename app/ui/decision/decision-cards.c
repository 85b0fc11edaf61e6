/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/decision-cards.h"

#include "bank-holidays.h"
#include "case/options-card.h"
#include "decision/decision-words.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "go.h"
#include "meeting/passage-card.h"
#include "notice.h"
#include "partnership/title-aside.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A card with an answer in a few words, and why. */
typedef struct
{
  GtkWidget *card;
  GtkWidget *pill;
  GtkWidget *why;
} Answer;

/* The parts of the cards, kept with them. */
typedef struct
{
  GtkWidget *pills;
  GtkWidget *words;
  GtkWidget *by;
  Answer call_in;
  Answer notice;
  GtkWidget *rule;
  GtkWidget *options;
  GtkWidget *passage;
  gint64 organisation;
  char *shown;
} Parts;

static void
parts_free (gpointer data)
{
  Parts *parts = data;

  g_free (parts->shown);
  g_free (parts);
}

void
accord_decision_data_free (AccordDecisionData *self)
{
  g_clear_pointer (&self->facts, accord_call_in_facts_free);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_clear_pointer (&self->context, accord_passage_context_free);
  g_free (self->body);
  g_free (self);
}

static void
on_rule (GtkWidget *button, Parts *parts)
{
  accord_go_to_record (button, "organisation", parts->organisation);
}

static GtkWidget *
make_body (GtkWidget *card)
{
  GtkWidget *body = accord_words_new (9);

  gtk_widget_add_css_class (body, "card-body");
  gtk_box_append (GTK_BOX (card), body);
  return body;
}

static GtkWidget *
make_answer (Answer *answer, const char *title)
{
  GtkWidget *head, *body;

  answer->card = accord_page_card (&head, title);
  answer->pill = accord_status_pill_new ();
  accord_title_aside_attach (head, answer->pill);
  body = make_body (answer->card);
  answer->why = accord_page_label (NULL, NULL);
  gtk_label_set_selectable (GTK_LABEL (answer->why), TRUE);
  gtk_widget_set_can_focus (answer->why, FALSE);
  accord_words_append (body, answer->why);
  return body;
}

static GtkWidget *
make_decided (Parts *parts)
{
  GtkWidget *head, *body;
  GtkWidget *card = accord_page_card (&head, _ ("What was decided"));

  parts->pills = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  accord_title_aside_attach (head, parts->pills);
  body = make_body (card);
  parts->words = accord_words_new (6);
  parts->by = accord_page_label (NULL, "second-line");
  accord_words_append (body, parts->words);
  accord_words_append (body, parts->by);
  return card;
}

/**
 * accord_decision_cards_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): the cards of a decision, of none yet
 */
GtkWidget *
accord_decision_cards_new (AccordWorkspace *workspace)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  Parts *parts = g_new0 (Parts, 1);
  GtkWidget *body;

  g_object_set_data_full (G_OBJECT (box), "accord-parts", parts, parts_free);
  gtk_box_append (GTK_BOX (box), make_decided (parts));
  body = make_answer (&parts->call_in, _ ("Call-in"));
  parts->rule = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK, "halign",
                              GTK_ALIGN_START, NULL);
  gtk_button_set_child (GTK_BUTTON (parts->rule), accord_page_label (NULL, NULL));
  gtk_widget_add_css_class (parts->rule, "flat");
  gtk_widget_add_css_class (parts->rule, "record-link");
  g_signal_connect (parts->rule, "clicked", G_CALLBACK (on_rule), parts);
  accord_words_append (body, parts->rule);
  make_answer (&parts->notice, _ ("Notice of a key decision"));
  gtk_box_append (GTK_BOX (box), parts->call_in.card);
  gtk_box_append (GTK_BOX (box), parts->notice.card);
  parts->options = accord_options_card_new (workspace);
  gtk_box_append (GTK_BOX (box), parts->options);
  parts->passage = accord_passage_card_new ();
  gtk_box_append (GTK_BOX (box), parts->passage);
  return box;
}

static void
show_answer (Answer *answer, const AccordStatus *status, const char *headline, const char *sentence)
{
  accord_status_pill_show (ACCORD_STATUS_PILL (answer->pill), status, headline);
  if (strcmp (gtk_label_get_label (GTK_LABEL (answer->why)), sentence) != 0)
    gtk_label_set_label (GTK_LABEL (answer->why), sentence);
}

static void
show_pills (Parts *parts, AccordRecord *record)
{
  static const struct
  {
    const char *field;
    const char *words;
    AccordStatus status;
  } rows[] = {
    { "key", N_ ("Key decision"), { "accord-decision-symbolic", "answered" } },
    { "urgent", N_ ("Urgent"), { "accord-warning-symbolic", "open" } },
    { "exempt", N_ ("Exempt (Part 2)"), { "accord-declaration-symbolic", "unknown" } },
  };

  accord_page_empty_box (parts->pills);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (accord_record_get_text (record, rows[i].field), "yes") == 0)
      {
        GtkWidget *pill = accord_status_pill_new ();

        accord_status_pill_show (ACCORD_STATUS_PILL (pill), &rows[i].status, _ (rows[i].words));
        gtk_box_append (GTK_BOX (parts->pills), pill);
      }
}

static void
show_words (Parts *parts, AccordRecord *record)
{
  const char *text = accord_record_get_text (record, "text");
  g_auto (GStrv) lines = NULL;
  GtkWidget *old;

  if (text == NULL)
    text = accord_record_get_text (record, "date") == NULL && accord_record_get_text (record, "due") != NULL
               ? _ ("It has not been decided yet.")
               : _ ("The source gives no words of the decision.");
  if (g_strcmp0 (parts->shown, text) == 0)
    return;
  g_free (parts->shown);
  parts->shown = g_strdup (text);
  lines = g_strsplit (text, "\n", -1);
  while ((old = gtk_widget_get_first_child (parts->words)) != NULL)
    gtk_widget_unparent (old);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      accord_words_append (parts->words, accord_page_prose (*line));
}

static void
show_rule (Parts *parts, const AccordCallInFacts *facts)
{
  /* Translators: a council. */
  g_autofree char *words =
      facts->council != NULL ? g_strdup_printf (_ ("The rule of %s"), facts->council) : NULL;

  parts->organisation = facts->organisation;
  gtk_widget_set_visible (parts->rule, words != NULL);
  if (words == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (parts->rule))), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parts->rule), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * accord_decision_cards_show:
 * @cards: cards by accord_decision_cards_new()
 * @record: a decision
 * @data: what else is known
 * @today: today as an ISO date
 *
 * Shows a decision: what it says and by whom, whether it can be called in and until when, whether there was
 * notice enough, what was weighed, and the sentence in the source.
 */
void
accord_decision_cards_show (GtkWidget *cards, AccordRecord *record, const AccordDecisionData *data,
                            const char *today)
{
  Parts *parts = g_object_get_data (G_OBJECT (cards), "accord-parts");
  g_autoptr (AccordCallIn) call_in = accord_call_in_judge (data->facts, accord_bank_holidays_get (), today);
  g_autoptr (AccordNotice) notice = accord_notice_judge (data->facts);
  g_autofree char *by = accord_decision_dup_by (record, data->body);

  show_pills (parts, record);
  show_words (parts, record);
  gtk_label_set_label (GTK_LABEL (parts->by), by);
  show_answer (&parts->call_in, accord_decision_call_in_status (call_in->state), call_in->headline,
               call_in->sentence);
  show_answer (&parts->notice, accord_decision_notice_status (notice->state), notice->headline,
               notice->sentence);
  gtk_widget_set_visible (parts->notice.card, g_strcmp0 (data->facts->key, "no") != 0);
  show_rule (parts, data->facts);
  accord_options_card_show_options (ACCORD_OPTIONS_CARD (parts->options), data->options);
  accord_passage_card_show (parts->passage, data->context);
}
