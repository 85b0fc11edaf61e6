/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/body-page.h"

#include "date.h"
#include "form/form-figures.h"
#include "partnership/answer-card.h"
#include "partnership/body-picture.h"
#include "partnership/table-card.h"

#include <glib/gi18n-lib.h>

/* The cards of a board or committee: who answers to whom, its meetings, what it decided, its seats. */
typedef struct
{
  GtkWidget *answers;
  GtkWidget *meetings;
  GtkWidget *decisions;
  GtkWidget *posts;
} Cards;

static const AccordTableColumn meeting_columns[] = {
  { N_ ("Meeting"), 0.5, FALSE },
  { N_ ("Venue"), 0.3, FALSE },
  { N_ ("Date"), 0.2, TRUE },
};

static const AccordTableColumn decision_columns[] = {
  { N_ ("Decision"), 0.54, FALSE },
  { N_ ("Type"), 0.16, FALSE },
  { N_ ("Meeting"), 0.3, FALSE },
};

static const AccordTableColumn post_columns[] = {
  { N_ ("Post"), 0.5, FALSE },
  { N_ ("Holder"), 0.3, FALSE },
  { N_ ("Status"), 0.2, TRUE },
};

static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  return accord_board_read (reader, id, error);
}

static void
free_page (gpointer data)
{
  accord_board_unref (data);
}

/* --- Figures. */

static AccordQuery *
make_query (AccordRecord *first, const char *field, gint64 id)
{
  const AccordKind *kind = accord_record_get_kind (first);
  AccordQuery *query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, field), ACCORD_OPERATOR_EQUAL, id);
  return query;
}

static void
add_figure (GPtrArray *figures, const char *label, guint n, const char *note, const char *rule,
            AccordQuery *rows)
{
  g_autofree char *number = g_strdup_printf ("%d", (int) n);
  AccordFormFigure *figure;

  if (n == 0)
    return;
  figure = accord_form_figure_new (label, number, note);
  accord_form_figure_explain (figure, rule, rows);
  g_ptr_array_add (figures, figure);
}

static void
add_meetings (GPtrArray *figures, const AccordBoard *board)
{
  const char *last =
      board->meetings->len > 0 ? accord_record_get_text (board->meetings->pdata[0], "date") : NULL;
  g_autofree char *day = accord_date_is_iso (last) ? accord_date_format (last) : NULL;
  /* Translators: %s is the day of the last meeting. */
  g_autofree char *note = day != NULL ? g_strdup_printf (_ ("last %s"), day) : NULL;
  g_autoptr (AccordQuery) rows = NULL;

  if (board->meetings->len > 0)
    rows = make_query (board->meetings->pdata[0], "body", accord_record_get_id (board->body));
  add_figure (figures, _ ("Meetings"), board->meetings->len, note,
              _ ("The meetings of it that are on record."), rows);
}

static guint
count_lines (const AccordBoard *board, gboolean scrutiny)
{
  guint n = 0;

  for (guint i = 0; i < board->lines->len; i++)
    {
      const AccordBoardLine *line = board->lines->pdata[i];

      n += line->from == board->body && line->scrutiny == scrutiny;
    }
  return n;
}

static GPtrArray *
dup_figures (AccordRecord *record, gconstpointer data, const char *today)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);
  const AccordBoard *board = data;

  if (board == NULL)
    return figures;
  add_meetings (figures, board);
  add_figure (figures, _ ("Decisions"), board->decisions->len, NULL,
              _ ("What was resolved, agreed, recommended or noted at its meetings."), NULL);
  if (count_lines (board, FALSE) > 0)
    {
      AccordFormFigure *figure = accord_form_figure_new (
          _ ("Accountable to"), accord_record_get_reference_title (record, "accountable-to"), NULL);

      accord_form_figure_explain (figure, _ ("As the record of this board has it."), NULL);
      g_ptr_array_add (figures, figure);
    }
  add_figure (figures, _ ("Scrutinised by"), count_lines (board, TRUE), NULL,
              _ ("The committees that the record of this board names."), NULL);
  return figures;
}

/* --- Cards. */

static const char *
choice_of (AccordRecord *record, const char *field)
{
  const AccordField *description = accord_kind_get_field (accord_record_get_kind (record), field);
  const char *value = accord_record_get_text (record, field);

  return value != NULL ? accord_field_choice_label (description, value) : NULL;
}

static void
show_table (GtkWidget *card, GPtrArray *entries)
{
  accord_table_card_show (ACCORD_TABLE_CARD (card), entries);
  gtk_widget_set_visible (card, entries->len > 0);
  g_ptr_array_unref (entries);
}

static void
show_meetings (Cards *cards, AccordBoard *board)
{
  GPtrArray *entries = accord_table_entries_new ();

  for (guint i = 0; i < board->meetings->len; i++)
    {
      AccordRecord *meeting = board->meetings->pdata[i];
      AccordTableEntry *entry = accord_table_entries_add (entries, meeting);
      const char *date = accord_record_get_text (meeting, "date");

      entry->cells[0] = accord_record_dup_title (meeting);
      entry->cells[1] = g_strdup (accord_record_get_text (meeting, "venue"));
      entry->cells[2] = date != NULL ? accord_date_format (date) : NULL;
      entry->mark = accord_record_get_boolean (meeting, "incomplete") ? _ ("Cut short") : NULL;
    }
  show_table (cards->meetings, entries);
}

static void
show_decisions (Cards *cards, AccordBoard *board)
{
  GPtrArray *entries = accord_table_entries_new ();

  for (guint i = 0; i < board->decisions->len; i++)
    {
      AccordRecord *decision = board->decisions->pdata[i];
      AccordTableEntry *entry = accord_table_entries_add (entries, decision);

      entry->cells[0] = accord_record_dup_title (decision);
      entry->cells[1] = g_strdup (choice_of (decision, "type"));
      entry->cells[2] = g_strdup (accord_record_get_reference_title (decision, "meeting"));
      entry->mark = accord_record_get_boolean (decision, "incomplete") ? _ ("Cut short") : NULL;
    }
  show_table (cards->decisions, entries);
}

static void
show_posts (Cards *cards, AccordBoard *board)
{
  GPtrArray *entries = accord_table_entries_new ();

  for (guint i = 0; i < board->posts->len; i++)
    {
      AccordRecord *post = board->posts->pdata[i];
      AccordTableEntry *entry = accord_table_entries_add (entries, post);

      entry->cells[0] = accord_record_dup_title (post);
      entry->cells[1] = g_strdup (accord_record_get_text (post, "holder"));
      entry->cells[2] = g_strdup (choice_of (post, "status"));
      entry->second = g_strdup (accord_record_get_text (post, "note"));
    }
  show_table (cards->posts, entries);
}

static void
show_cards (GtkWidget *box, AccordRecord *record, gconstpointer data, const char *today)
{
  Cards *cards = g_object_get_data (G_OBJECT (box), "accord-cards");
  AccordBoard *board = (AccordBoard *) data;

  gtk_widget_set_visible (cards->answers, board->lines->len > 0);
  accord_answer_card_show (ACCORD_ANSWER_CARD (cards->answers), accord_answer_picture_of_board (board));
  show_meetings (cards, board);
  show_decisions (cards, board);
  show_posts (cards, board);
}

static GtkWidget *
make_cards (AccordWorkspace *workspace)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  Cards *cards = g_new0 (Cards, 1);

  cards->answers = accord_answer_card_new (_ ("Who answers to whom"));
  cards->meetings =
      accord_table_card_new (_ ("Meetings"), meeting_columns, G_N_ELEMENTS (meeting_columns), TRUE);
  cards->decisions =
      accord_table_card_new (_ ("What it decided"), decision_columns, G_N_ELEMENTS (decision_columns), TRUE);
  cards->posts = accord_table_card_new (_ ("Posts"), post_columns, G_N_ELEMENTS (post_columns), TRUE);
  gtk_box_append (GTK_BOX (box), cards->answers);
  gtk_box_append (GTK_BOX (box), cards->meetings);
  gtk_box_append (GTK_BOX (box), cards->decisions);
  gtk_box_append (GTK_BOX (box), cards->posts);
  g_object_set_data_full (G_OBJECT (box), "accord-cards", cards, g_free);
  return box;
}

/* Decisions are of meetings, and only those of boards. */
static const char *const depends[] = { "resolution", NULL };

static const char *const groups[] = { "body/accountable-to", "body/scrutinised-by", "meeting/body",
                                      "post/body", NULL };

const AccordPageKind accord_body_page_kind = {
  .kind = "body",
  .depends = depends,
  .groups = groups,
  .read = read_page,
  .free = free_page,
  .dup_figures = dup_figures,
  .make = make_cards,
  .show = show_cards,
};
