/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "decisions/same-actions-card.h"

static gint64
add_action (FormFixture *fixture, const char *text, const char *meeting, const char *date)
{
  g_autoptr (AccordRecord) held = form_fixture_new (fixture, "meeting", meeting);
  g_autoptr (AccordRecord) action = form_fixture_new (fixture, "action", text);

  accord_record_set_text (held, "date", date);
  accord_record_set_text (action, "state", "open");
  accord_record_set_int (action, "meeting", form_fixture_save (fixture, held));
  return form_fixture_save (fixture, action);
}

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_visible (data) && form_fixture_has_text (data, "July");
}

typedef struct
{
  FormFixture *fixture;
  gint64 action;
} Gone;

static gboolean
is_gone (gpointer data)
{
  const Gone *gone = data;
  g_autoptr (AccordRecord) record = accord_workspace_get_record (
      gone->fixture->workspace, form_fixture_kind (gone->fixture, "action"), gone->action, NULL, NULL);

  return record == NULL || accord_record_get_deleted (record) != NULL;
}

/* The action of the earlier meeting stays, whichever is in view. */
static void
test_join (FormFixture *fixture, gconstpointer data)
{
  gint64 july = add_action (fixture, "Clerk to report back", "July", "2016-07-19");
  gint64 september = add_action (fixture, "Clerk to report back", "September", "2016-09-27");
  gint64 other = add_action (fixture, "Chair to write", "October", "2016-10-01");
  g_autoptr (AccordRecord) alone = form_fixture_get (fixture, "action", other);
  g_autoptr (AccordRecord) in_view = form_fixture_get (fixture, "action", september);
  GtkWidget *card = accord_same_actions_card_new (fixture->workspace);
  Gone gone = { fixture, september };

  form_fixture_present (fixture, card);
  accord_same_actions_card_show (ACCORD_SAME_ACTIONS_CARD (card), alone);
  ui_drain ();
  g_assert_false (gtk_widget_get_visible (card));
  accord_same_actions_card_show (ACCORD_SAME_ACTIONS_CARD (card), in_view);
  g_assert_true (ui_wait_until (is_shown, card));
  gtk_widget_activate (form_fixture_find_button (card, "Make them one"));
  g_assert_true (ui_wait_until (is_gone, &gone));
  gone.action = july;
  g_assert_false (is_gone (&gone));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  form_fixture_add_test ("/same-actions/join", test_join);
  return g_test_run ();
}
