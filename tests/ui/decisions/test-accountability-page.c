/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "decisions/accountability-page.h"

typedef struct
{
  GtkWidget *page;
  const char *text;
} Wish;

static gboolean
is_granted (gpointer data)
{
  Wish *wish = data;

  return form_fixture_has_text (wish->page, wish->text);
}

static void
wait_for (GtkWidget *page, const char *text)
{
  Wish wish = { page, text };

  g_test_message ("waiting for “%s”", text);
  g_assert_true (ui_wait_until (is_granted, &wish));
}

/* What is recorded shows, with the lines between boards and what they decided. */
static void
test_follows (FormFixture *fixture, gconstpointer data)
{
  GtkWidget *page = accord_accountability_page_new (fixture->workspace);
  g_autofree char *number = NULL;
  gint64 cabinet, board;
  g_autoptr (AccordRecord) meeting = NULL, resolution = NULL;

  form_fixture_present (fixture, page);
  wait_for (page, "No board is on record yet");
  cabinet = form_fixture_add (fixture, "body", "The Cabinet");
  wait_for (page, "The Cabinet");
  wait_for (page, "no decision on record");
  number = g_strdup_printf ("%" G_GINT64_FORMAT, cabinet);
  board = form_fixture_add (fixture, "body", "A board");
  form_fixture_set (fixture, "body", board, "accountable-to", number);
  wait_for (page, "Answers to it");

  meeting = form_fixture_new (fixture, "meeting", "A meeting");
  accord_record_set_int (meeting, "body", cabinet);
  accord_record_set_text (meeting, "date", "2017-07-12");
  resolution = form_fixture_new (fixture, "resolution", "that the case be endorsed");
  accord_record_set_text (resolution, "type", "resolution");
  accord_record_set_int (resolution, "meeting", form_fixture_save (fixture, meeting));
  form_fixture_save (fixture, resolution);
  wait_for (page, "that the case be endorsed");
  wait_for (page, "12 Jul 2017 · A meeting");
  wait_for (page, "1 resolution");
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  form_fixture_add_test ("/accountability-page/follows", test_follows);
  return g_test_run ();
}
