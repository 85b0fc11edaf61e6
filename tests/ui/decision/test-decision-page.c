/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "decision/rule-card.h"
#include "form/detail-page.h"

#include <string.h>

typedef struct
{
  GtkWidget *within;
  const char *text;
} Wanted;

static GtkWidget *
open_page (FormFixture *self, const char *kind, gint64 id)
{
  GtkWidget *page = accord_detail_page_new (self->workspace);

  form_fixture_present (self, page);
  accord_detail_page_show (ACCORD_DETAIL_PAGE (page), form_fixture_kind (self, kind), id);
  return page;
}

static gint64
add_council (FormFixture *self)
{
  g_autoptr (AccordRecord) council = form_fixture_new (self, "organisation", "A Council");

  accord_record_set_text (council, "type", "council");
  return form_fixture_save (self, council);
}

static gint64
add_decision (FormFixture *self, gint64 council)
{
  g_autoptr (AccordRecord) body = form_fixture_new (self, "body", "Cabinet");
  g_autoptr (AccordRecord) decision = form_fixture_new (self, "decision", "To go on");

  accord_record_set_int (body, "organisation", council);
  accord_record_set_int (decision, "body", form_fixture_save (self, body));
  accord_record_set_text (decision, "text", "That it go on.");
  accord_record_set_text (decision, "date", "2017-07-12");
  accord_record_set_text (decision, "notice", "2017-06-14");
  accord_record_set_text (decision, "published", "2017-07-12");
  accord_record_set_text (decision, "call-in", "yes");
  accord_record_set_text (decision, "key", "yes");
  return form_fixture_save (self, decision);
}

/* Without the council's rule nothing is said of days; with it, which they are and why. */
static void
test_rule_is_known_or_not (FormFixture *self, gconstpointer data)
{
  gint64 council = add_council (self);
  GtkWidget *page = open_page (self, "decision", add_decision (self, council));
  g_autoptr (AccordRecord) record = NULL;

  form_fixture_await (page, "That it go on.");
  form_fixture_await (page, "Decided by Cabinet, A Council");
  form_fixture_await (
      page, "It is subject to call-in; not on record: how many days A Council gives for a call-in; how A "
            "Council counts the days of a call-in.");
  form_fixture_await (page, "1 day short");
  form_fixture_await (page, "The rule of A Council");
  record = form_fixture_get (self, "organisation", council);
  accord_record_set_int (record, "call-in-days", 5);
  accord_record_set_text (record, "call-in-counting", "clear-working-days");
  form_fixture_save (self, record);
  form_fixture_await (page, "Closed after Wed 19 Jul 2017");
}

static void
test_not_taken_yet (FormFixture *self, gconstpointer data)
{
  g_autoptr (AccordRecord) decision = form_fixture_new (self, "decision", "To begin");
  GtkWidget *page;

  accord_record_set_text (decision, "due", "2018-11-30");
  accord_record_set_text (decision, "due-words", "Not before 30th Nov 2018");
  page = open_page (self, "decision", form_fixture_save (self, decision));
  form_fixture_await (page, "It has not been decided yet.");
  form_fixture_await (page, "Due on");
  form_fixture_await (page, "30 Nov 2018");
  form_fixture_await (page, "Who decided is not known");
}

static void
test_options_of_its_item (FormFixture *self, gconstpointer data)
{
  gint64 item = form_fixture_add (self, "item", "The cases"), id = add_decision (self, add_council (self));
  g_autoptr (AccordRecord) option = form_fixture_new (self, "option", "Do nothing at all");
  g_autoptr (AccordRecord) decision = form_fixture_get (self, "decision", id);
  GtkWidget *page;

  accord_record_set_int (option, "item", item);
  form_fixture_save (self, option);
  accord_record_set_int (decision, "item", item);
  form_fixture_save (self, decision);
  page = open_page (self, "decision", id);
  form_fixture_await (page, "Do nothing at all");
}

static gboolean
has_button (gpointer data)
{
  Wanted *wanted = data;

  return form_fixture_find_button (wanted->within, wanted->text) != NULL;
}

static void
press (GtkWidget *within, const char *label)
{
  Wanted wanted = { within, label };

  if (!ui_wait_until (has_button, &wanted))
    g_error ("there is no button “%s”", label);
  g_signal_emit_by_name (form_fixture_find_button (within, label), "clicked");
}

static GtkWidget *
find_rule (GtkWidget *within)
{
  GtkWidget *found = ACCORD_IS_RULE_CARD (within) ? within : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_rule (child);
  return found;
}

static void
test_edit_rule (FormFixture *self, gconstpointer data)
{
  gint64 council = add_council (self);
  GtkWidget *page = open_page (self, "organisation", council), *card;
  g_autoptr (AccordRecord) record = NULL;

  form_fixture_await (page, "Call-in of its decisions");
  card = find_rule (page);
  form_fixture_await (card, "Not known");
  press (card, "Edit the rule for call-ins");
  form_fixture_await (card, "Days for a call-in");
  press (card, "Cancel");
  record = form_fixture_get (self, "organisation", council);
  accord_record_set_int (record, "call-in-days", 5);
  accord_record_set_int (record, "call-in-signatories", 3);
  accord_record_set_text (record, "call-in-counting", "clear-working-days");
  form_fixture_save (self, record);
  form_fixture_await (card, "3 signatories, 5 clear working days");
}

/* An organisation that is no council has no such rule. */
static void
test_no_rule (FormFixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self, "organisation", form_fixture_add (self, "organisation", "A trust"));

  form_fixture_await (page, "A trust");
  form_fixture_await (page, "Organisation");
  g_assert_false (form_fixture_has_text (page, "Call-in of its decisions"));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  form_fixture_add_test ("/ui/decision-page/rule-is-known-or-not", test_rule_is_known_or_not);
  form_fixture_add_test ("/ui/decision-page/not-taken-yet", test_not_taken_yet);
  form_fixture_add_test ("/ui/decision-page/options-of-its-item", test_options_of_its_item);
  form_fixture_add_test ("/ui/decision-page/edit-rule", test_edit_rule);
  form_fixture_add_test ("/ui/decision-page/no-rule", test_no_rule);

  return g_test_run ();
}
