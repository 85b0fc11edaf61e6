/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "form/detail-page.h"
#include "partnership/answer-drawing.h"
#include "partnership/day-card.h"
#include "partnership/table-card.h"

#include <string.h>

static void
set (FormFixture *self, const char *kind, gint64 id, const char *field, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  form_fixture_set (self, kind, id, field, text);
}

static gint64
add_partner (FormFixture *self, gint64 organisation, gint64 alliance, const char *from)
{
  g_autoptr (AccordRecord) record = accord_record_new (form_fixture_kind (self, "membership"));

  accord_record_set_int (record, "organisation", organisation);
  accord_record_set_int (record, "alliance", alliance);
  accord_record_set_text (record, "role", "partner");
  accord_record_set_text (record, "from", from);
  return form_fixture_save (self, record);
}

/* The council is in an alliance that buys and in one that delivers; the board of the first answers to its
 * cabinet. */
static gint64
add_system (FormFixture *self)
{
  gint64 council = form_fixture_add (self, "organisation", "The Council");
  gint64 trust = form_fixture_add (self, "organisation", "A Trust");
  gint64 oco = form_fixture_add (self, "organisation", "The OCO");
  gint64 lco = form_fixture_add (self, "organisation", "The LCO");
  gint64 cabinet = form_fixture_add (self, "body", "Cabinet");
  gint64 board = form_fixture_add (self, "body", "Joint Board");

  form_fixture_set (self, "organisation", oco, "type", "alliance");
  form_fixture_set (self, "organisation", oco, "role", "commissioner");
  form_fixture_set (self, "organisation", lco, "type", "alliance");
  form_fixture_set (self, "organisation", lco, "role", "provider");
  set (self, "body", cabinet, "organisation", council);
  set (self, "body", board, "organisation", oco);
  set (self, "body", board, "accountable-to", cabinet);
  add_partner (self, council, oco, NULL);
  add_partner (self, council, lco, NULL);
  add_partner (self, trust, lco, "2020-06-15");
  return lco;
}

static GtkWidget *
open_page (FormFixture *self, const char *kind, gint64 id, const char *text)
{
  GtkWidget *page = accord_detail_page_new (self->workspace);

  form_fixture_present (self, page);
  accord_detail_page_show (ACCORD_DETAIL_PAGE (page), form_fixture_kind (self, kind), id);
  form_fixture_await (page, text);
  ui_wait_frame (page);
  return page;
}

static gboolean
has_mark (GtkWidget *drawing, const char *label)
{
  for (guint i = 0; i < accord_drawing_get_n_marks (ACCORD_DRAWING (drawing)); i++)
    if (strcmp (accord_drawing_get_mark (ACCORD_DRAWING (drawing), i)->label, label) == 0)
      return TRUE;
  return FALSE;
}

/* The keyboard goes through a drawing as it is read: its boxes row by row, from the left, then its lines. */
static void
assert_reading_order (AccordDrawing *drawing, guint n_boxes)
{
  g_assert_cmpuint (accord_drawing_get_n_marks (drawing), >, n_boxes);
  for (guint i = 1; i < n_boxes; i++)
    {
      const AccordMark *before = accord_drawing_get_mark (drawing, i - 1);
      const AccordMark *mark = accord_drawing_get_mark (drawing, i);

      g_assert_true (before->y < mark->y || (before->y == mark->y && before->x < mark->x));
    }
}

static void
test_drawing (FormFixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self, "organisation", add_system (self), "Who answers to whom");
  GtkWidget *drawing = ui_find_mapped (page, ACCORD_TYPE_ANSWER_DRAWING);

  g_assert_true (has_mark (drawing, "The Joint Board is accountable to the Cabinet of The Council."));
  g_assert_true (
      has_mark (drawing, "The OCO commissions, The LCO provides; The Council stands on both sides."));
  g_assert_true (has_mark (drawing, "The Council, also commissions"));
  g_assert_true (form_fixture_has_text (page, "The Council stands on both sides"));
  /* Two frames, two bodies and three partners. */
  assert_reading_order (ACCORD_DRAWING (drawing), 7);
  /* The same as a table. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (form_fixture_find_button (page, "Table")), TRUE);
  form_fixture_await (page, "accountable to");
  form_fixture_await (page, "Cabinet of The Council");
}

static void
test_day (FormFixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self, "organisation", add_system (self), "2 partners");
  AccordDayCard *card = ACCORD_DAY_CARD (ui_find_mapped (page, ACCORD_TYPE_DAY_CARD));
  GtkWidget *scale = ui_find_mapped (page, GTK_TYPE_SCALE);

  accord_day_card_set_day (card, "2020-06-15");
  form_fixture_await (page, "The LCO on 15 Jun 2020: 2 partners");
  form_fixture_await (page, "On this day: A Trust joined.");
  /* A month by the arrow keys, a year by Page Up and Page Down. */
  g_signal_emit_by_name (scale, "move-slider", GTK_SCROLL_STEP_BACKWARD);
  g_assert_cmpstr (accord_day_card_get_day (card), ==, "2020-05-15");
  form_fixture_await (page, "The LCO on 15 May 2020: 1 partner");
  g_signal_emit_by_name (scale, "move-slider", GTK_SCROLL_PAGE_FORWARD);
  g_assert_cmpstr (accord_day_card_get_day (card), ==, "2021-05-15");
  gtk_widget_activate (form_fixture_find_button (page, "Today"));
}

/* Somebody else adds a partner: the page follows, and the day stays. */
static void
test_follows (FormFixture *self, gconstpointer data)
{
  gint64 lco = add_system (self);
  GtkWidget *page = open_page (self, "organisation", lco, "2 partners");
  AccordDayCard *card = ACCORD_DAY_CARD (ui_find_mapped (page, ACCORD_TYPE_DAY_CARD));

  accord_day_card_set_day (card, "2019-01-01");
  form_fixture_await (page, "1 partner");
  add_partner (self, form_fixture_add (self, "organisation", "Another"), lco, "2018-01-01");
  form_fixture_await (page, "The LCO on 1 Jan 2019: 2 partners");
  form_fixture_await (page, "Another");
}

static void
test_board (FormFixture *self, gconstpointer data)
{
  GtkWidget *page;

  add_system (self);
  page = open_page (self, "body", 1, "Who answers to whom");
  g_assert_true (has_mark (ui_find_mapped (page, ACCORD_TYPE_ANSWER_DRAWING),
                           "The Joint Board is accountable to the Cabinet of The Council."));
}

/* Hundreds of partners with endless names, at twice the text. */
static void
test_overfull (FormFixture *self, gconstpointer data)
{
  gint64 lco = add_system (self);
  g_autofree char *tail = g_strnfill (300, 'n');
  GtkWidget *page;

  for (int i = 0; i < 120; i++)
    {
      g_autofree char *name = g_strdup_printf ("Partner %d %s", i, tail);

      add_partner (self, form_fixture_add (self, "organisation", name), lco, NULL);
    }
  page = open_page (self, "organisation", lco, "122 partners");
  g_assert_true (has_mark (ui_find_mapped (page, ACCORD_TYPE_ANSWER_DRAWING), "63 more partners"));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  ui_wait_frame (page);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  ui_wait_frame (page);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  form_fixture_add_test ("/partnership/page/drawing", test_drawing);
  form_fixture_add_test ("/partnership/page/day", test_day);
  form_fixture_add_test ("/partnership/page/follows", test_follows);
  form_fixture_add_test ("/partnership/page/board", test_board);
  form_fixture_add_test ("/partnership/page/overfull", test_overfull);
  return g_test_run ();
}
