/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "chart/timeline.h"
#include "date.h"
#include "overview/overview-grid.h"
#include "overview/overview-page.h"
#include "today.h"

#include <string.h>

/* Whether a word is to be seen, not only there. */
static gboolean
shows (GtkWidget *within, const char *text)
{
  if (!gtk_widget_get_child_visible (within) || !gtk_widget_get_visible (within))
    return FALSE;
  if (GTK_IS_LABEL (within) && strstr (gtk_label_get_label (GTK_LABEL (within)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;
  return FALSE;
}

typedef struct
{
  GtkWidget *page;
  const char *text;
  gboolean shown;
} Wish;

static gboolean
is_granted (gpointer data)
{
  Wish *wish = data;

  return shows (wish->page, wish->text) == wish->shown;
}

static void
wait_for (GtkWidget *page, const char *text, gboolean shown)
{
  Wish wish = { page, text, shown };

  g_test_message ("waiting for “%s”", text);
  g_assert_true (ui_wait_until (is_granted, &wish));
}

static int
find_today (void)
{
  g_autofree char *today = accord_today_dup ();
  int day = 0;

  g_assert_true (accord_date_to_day_number (today, &day));
  return day;
}

/* An empty workspace invites; what is recorded then shows, and goes away with what is done. */
static void
test_from_the_beginning (FormFixture *fixture, gconstpointer data)
{
  GtkWidget *page = accord_overview_page_new (fixture->workspace);
  g_autoptr (AccordRecord) action = NULL;
  gint64 id;

  form_fixture_present (fixture, page);
  wait_for (page, "Nothing is on record yet", TRUE);

  action = form_fixture_new (fixture, "action", "Arrange discussions");
  accord_record_set_text (action, "state", "open");
  accord_record_set_text (action, "due", "2001-02-03");
  id = form_fixture_save (fixture, action);
  wait_for (page, "Arrange discussions", TRUE);
  wait_for (page, "Nothing is on record yet", FALSE);
  wait_for (page, "Actions overdue", TRUE);

  form_fixture_set (fixture, "action", id, "state", "done");
  wait_for (page, "Due 3 Feb 2001", FALSE);
  wait_for (page, "Nothing waits for an answer.", TRUE);
}

/* Counts the rows of the page's lists. Where one has no status or no detail, nothing is said in its place. */
static guint
check_spoken (GtkWidget *within)
{
  guint n = 0;

  if (GTK_IS_LIST_BOX_ROW (within) && gtk_widget_get_mapped (within))
    {
      g_autofree char *spoken =
          gtk_test_accessible_check_property (GTK_ACCESSIBLE (within), GTK_ACCESSIBLE_PROPERTY_LABEL, "");

      g_assert_nonnull (spoken);
      g_assert_null (strstr (spoken, ", , "));
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_spoken (child);
  return n;
}

/* The rows are the same widgets after a change, so that the focus stays where it is. */
static void
test_focus_stays (FormFixture *fixture, gconstpointer data)
{
  GtkWidget *page = accord_overview_page_new (fixture->workspace);
  g_autoptr (AccordRecord) action = form_fixture_new (fixture, "action", "Arrange discussions");
  GtkWidget *row;
  gint64 id;

  accord_record_set_text (action, "state", "open");
  accord_record_set_text (action, "due", "2001-02-03");
  id = form_fixture_save (fixture, action);
  form_fixture_present (fixture, page);
  wait_for (page, "Arrange discussions", TRUE);
  row = ui_find_type (ui_find_type (page, ACCORD_TYPE_OVERVIEW_GRID), GTK_TYPE_LIST_BOX_ROW);
  g_assert_true (shows (row, "Arrange discussions"));
  g_assert_cmpuint (check_spoken (page), >, 1);
  g_assert_true (gtk_widget_grab_focus (row));
  form_fixture_set (fixture, "action", id, "text", "Arrange all discussions");
  wait_for (page, "Arrange all discussions", TRUE);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == row);
}

/* A decade and more is shown: the milestones are read on a thread, the card is there before them. */
static gboolean
shows_a_decade (gpointer timeline)
{
  double from, until;

  g_object_get (timeline, "from", &from, "until", &until, NULL);
  return until - from > 3650;
}

/* The timeline: as a list, zoomed by its actions, and back. */
static void
test_timeline (FormFixture *fixture, gconstpointer data)
{
  GtkWidget *page = accord_overview_page_new (fixture->workspace);
  g_autoptr (AccordRecord) one = form_fixture_new (fixture, "milestone", "Board starts");
  g_autoptr (AccordRecord) other = form_fixture_new (fixture, "milestone", "Board ends");
  AccordTimeline *timeline;
  double from, until, other_from, other_until;

  accord_record_set_text (one, "date", "2019-10-01");
  accord_record_set_text (one, "status", "done");
  accord_record_set_text (other, "date", "2029-10-01");
  accord_record_set_text (other, "status", "planned");
  form_fixture_save (fixture, one);
  form_fixture_save (fixture, other);
  form_fixture_present (fixture, page);
  wait_for (page, "What was decided and what is due", TRUE);
  timeline = ACCORD_TIMELINE (ui_find_type (page, ACCORD_TYPE_TIMELINE));
  g_assert_true (ui_wait_until (shows_a_decade, timeline));
  g_object_get (timeline, "from", &from, "until", &until, NULL);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.zoom-in", NULL));
  g_object_get (timeline, "from", &other_from, "until", &other_until, NULL);
  g_assert_cmpfloat (other_until - other_from, <, until - from);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.pan", "d", -0.2));
  g_object_get (timeline, "from", &from, NULL);
  g_assert_cmpfloat (from, <, other_from);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.today", NULL));
  g_object_get (timeline, "from", &from, "until", &until, NULL);
  g_assert_cmpfloat ((from + until) / 2, ==, find_today ());
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.zoom-fit", NULL));

  g_assert_false (shows (GTK_WIDGET (timeline), "Board starts"));
  accord_timeline_set_table (timeline, TRUE);
  wait_for (GTK_WIDGET (timeline), "Board starts", TRUE);
  g_assert_true (shows (GTK_WIDGET (timeline), "1 Oct 2019"));
  accord_timeline_set_table (timeline, FALSE);
  ui_wait_frame (fixture->window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  form_fixture_add_test ("/overview-page/from-the-beginning", test_from_the_beginning);
  form_fixture_add_test ("/overview-page/focus-stays", test_focus_stays);
  form_fixture_add_test ("/overview-page/timeline", test_timeline);
  return g_test_run ();
}
