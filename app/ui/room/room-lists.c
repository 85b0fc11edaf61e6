/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-lists.h"

#include "form/page-parts.h"
#include "form/words.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

#define FEW_CHARS 18

static void
add_words (GtkWidget *words, const char *text, const char *style_class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = accord_page_label (text, style_class);
  gtk_label_set_max_width_chars (GTK_LABEL (label), FEW_CHARS);
  accord_words_append (words, label);
}

static GtkWidget *
make_row (GtkWidget *words, const AccordField *field, const char *value)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  const char *label = field != NULL ? accord_field_choice_label (field, value) : NULL;

  gtk_widget_add_css_class (row, "room-row");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), words);
  if (label != NULL)
    {
      GtkWidget *pill = accord_status_pill_new ();

      accord_status_pill_show (ACCORD_STATUS_PILL (pill), accord_status_find (field, value), _ (label));
      accord_status_pill_keep_whole (ACCORD_STATUS_PILL (pill));
      gtk_widget_set_valign (pill, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (row), pill);
    }
  return row;
}

static GtkWidget *
make_card (const char *title, GtkWidget **rows)
{
  GtkWidget *head, *card = accord_page_card (&head, title);

  *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (*rows, "room-foot");
  gtk_box_append (GTK_BOX (card), *rows);
  return card;
}

static const AccordField *
field_of (AccordRecord *record, const char *name)
{
  return accord_kind_get_field (accord_record_get_kind (record), name);
}

/**
 * accord_room_endorsements_new:
 * @file: a case
 *
 * Returns: (transfer floating): who endorsed it and who has still to say
 */
GtkWidget *
accord_room_endorsements_new (const AccordCaseFile *file)
{
  GtkWidget *rows, *card = make_card (_ ("Endorsements so far"), &rows);

  for (guint i = 0; i < file->endorsements->len; i++)
    {
      AccordRecord *endorsement = file->endorsements->pdata[i];
      g_autofree char *who = accord_endorsement_dup_who (endorsement, file->organisations->pdata[i]);
      g_autofree char *date = accord_endorsement_dup_date (endorsement);
      GtkWidget *words = accord_words_new (2);

      add_words (words, who, "first-line");
      add_words (words, file->sentences->pdata[i], "second-line");
      add_words (words, date != NULL ? date : _ ("date not known"), "second-line");
      gtk_box_append (GTK_BOX (rows), make_row (words, field_of (endorsement, "outcome"),
                                                accord_record_get_text (endorsement, "outcome")));
    }
  if (file->endorsements->len == 0)
    gtk_box_append (GTK_BOX (rows), accord_page_label (_ ("Nobody’s view is recorded yet."), "second-line"));
  return card;
}

/**
 * accord_room_options_new:
 * @file: a case
 *
 * Returns: (transfer floating): its options
 */
GtkWidget *
accord_room_options_new (const AccordCaseFile *file)
{
  GtkWidget *rows, *card = make_card (_ ("Options"), &rows);

  for (guint i = 0; i < file->options->len; i++)
    {
      AccordRecord *option = file->options->pdata[i];
      g_autofree char *title = accord_record_dup_title (option);
      const char *comparator = accord_record_get_text (option, "comparator");
      const char *label = accord_field_choice_label (field_of (option, "comparator"), comparator);
      GtkWidget *words = accord_words_new (2);
      GtkWidget *row;

      add_words (words, title, "first-line");
      add_words (words, accord_record_get_text (option, "description"), "second-line");
      add_words (words, label != NULL ? _ (label) : NULL, "second-line");
      row = make_row (words, NULL, NULL);
      if (accord_record_get_boolean (option, "preferred"))
        {
          static const AccordStatus preferred = { "accord-status-accepted-symbolic", "accepted" };
          GtkWidget *pill = accord_status_pill_new ();

          accord_status_pill_show (ACCORD_STATUS_PILL (pill), &preferred, _ ("Preferred"));
          gtk_widget_set_valign (pill, GTK_ALIGN_START);
          gtk_box_append (GTK_BOX (row), pill);
        }
      gtk_box_append (GTK_BOX (rows), row);
    }
  if (file->options->len == 0)
    gtk_box_append (GTK_BOX (rows), accord_page_label (_ ("No option is recorded."), "second-line"));
  return card;
}
