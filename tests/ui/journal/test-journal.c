/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "journal/journal-page.h"
#include "journal/journal-row.h"

typedef struct
{
  GtkWidget *within;
  guint n_rows;
} Wanted;

static guint
count_rows (GtkWidget *within, GtkWidget **first)
{
  guint n = ACCORD_IS_JOURNAL_ROW (within);

  if (n > 0 && *first == NULL)
    *first = within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child, first);
  return n;
}

static gboolean
has_rows (gpointer data)
{
  Wanted *wanted = data;
  GtkWidget *first = NULL;

  return count_rows (wanted->within, &first) == wanted->n_rows;
}

static void
await_rows (GtkWidget *page, guint n_rows)
{
  Wanted wanted = { page, n_rows };

  g_assert_true (ui_wait_until (has_rows, &wanted));
}

static GtkWidget *
find_search (GtkWidget *within)
{
  GtkWidget *found = GTK_IS_SEARCH_ENTRY (within) ? within : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_search (child);
  return found;
}

/* The page lists what was done, follows what is done, tells it field by field and finds it again. */
static void
test_lists_and_follows (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "fund", "The fund");
  GtkWidget *page = accord_journal_page_new (self->workspace);
  GtkWidget *newest = NULL;

  form_fixture_present (self, page);
  await_rows (page, 1);
  form_fixture_set (self, "fund", id, "amount", "£19.2m");
  await_rows (page, 2);
  count_rows (page, &newest);
  accord_journal_row_toggle (ACCORD_JOURNAL_ROW (newest));
  form_fixture_await (page, "Amount: not known → £19,200,000");
  form_fixture_await (page, "Changed · Fund");

  gtk_editable_set_text (GTK_EDITABLE (find_search (page)), "1920000000");
  await_rows (page, 1);
  gtk_editable_set_text (GTK_EDITABLE (find_search (page)), "nobody ever wrote this");
  form_fixture_await (page, "No change holds these words.");
  await_rows (page, 0);
}

static void
test_nothing_yet (FormFixture *self, gconstpointer data)
{
  GtkWidget *page = accord_journal_page_new (self->workspace);

  form_fixture_present (self, page);
  form_fixture_await (page, "Nothing has been changed here yet.");
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  form_fixture_add_test ("/ui/journal/lists-and-follows", test_lists_and_follows);
  form_fixture_add_test ("/ui/journal/nothing-yet", test_nothing_yet);

  return g_test_run ();
}
