/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "chart/multiples.h"
#include "chart/risk-chart.h"
#include "form/record-page.h"
#include "page/page-kind.h"
#include "programme/programme-cards.h"
#include "programme/row-card.h"

#include <string.h>

/* Without a width, with one, and once more where the first was a guess: for each of two ways. */
#define MOST_MEASURES 12

typedef struct
{
  FormFixture *fixture;
  const AccordPageKind *page;
  GtkWidget *cards;
  AccordRecord *record;
} Page;

static gpointer
read_page (AccordReader *reader, gpointer data, GError **error)
{
  Page *page = data;

  return page->page->read (reader, accord_record_get_id (page->record), error);
}

/* What the window does each time that something changed. */
static void
show (Page *page)
{
  g_autoptr (GError) error = NULL;
  gpointer data = accord_workspace_read (page->fixture->workspace, read_page, page, NULL, &error);

  g_assert_no_error (error);
  page->page->show (page->cards, page->record, data, "2026-11-22");
  page->page->free (data);
  ui_drain ();
}

static void
open_page (Page *page, FormFixture *fixture, const char *kind, gint64 id)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  page->fixture = fixture;
  page->page = accord_page_kind_find (kind);
  page->record =
      accord_workspace_get_record (fixture->workspace, form_fixture_kind (fixture, kind), id, NULL, &error);
  g_assert_no_error (error);
  page->cards = page->page->make (fixture->workspace);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), page->cards);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  show (page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_frame (fixture->window);
}

static void
close_page (Page *page)
{
  gtk_window_set_child (GTK_WINDOW (page->fixture->window), NULL);
  g_clear_object (&page->record);
}

static gint64
add (FormFixture *fixture, const char *kind, const char *name, gint64 programme)
{
  gint64 id = form_fixture_add (fixture, kind, name);
  g_autoptr (AccordRecord) record = form_fixture_get (fixture, kind, id);

  accord_record_set_int (record, "programme", programme);
  return form_fixture_save (fixture, record);
}

static gint64
add_workstream (FormFixture *fixture, const char *name, gint64 programme)
{
  g_autoptr (AccordRecord) record = form_fixture_new (fixture, "workstream", name);

  accord_record_set_text (record, "type", "workstream");
  accord_record_set_int (record, "programme", programme);
  return form_fixture_save (fixture, record);
}

static void
set (FormFixture *fixture, const char *kind, gint64 id, const char *field, const char *value)
{
  g_autoptr (AccordRecord) record = form_fixture_get (fixture, kind, id);
  g_autoptr (GError) error = NULL;

  accord_record_parse_field (record, accord_kind_find_field (accord_record_get_kind (record), field), value,
                             &error);
  g_assert_no_error (error);
  form_fixture_save (fixture, record);
}

/* Nothing recorded: one card that says so, and none that is empty. */
static void
test_empty (FormFixture *fixture, gconstpointer data)
{
  gint64 id = form_fixture_add (fixture, "programme", "Nothing yet");
  Page page = { 0 };

  open_page (&page, fixture, "programme", id);
  for (guint i = 0; i < 6; i++)
    {
      GtkWidget *card = ui_find_nth (page.cards, ACCORD_TYPE_ROW_CARD, i);

      g_assert_nonnull (card);
      g_assert_false (gtk_widget_get_mapped (card));
    }
  close_page (&page);
}

typedef void (*Measure) (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline);

static Measure measure_label;
static GHashTable *measured;

static void
count_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
               int *minimum_baseline, int *natural_baseline)
{
  guint times = GPOINTER_TO_UINT (g_hash_table_lookup (measured, widget));

  g_hash_table_insert (measured, widget, GUINT_TO_POINTER (times + 1));
  measure_label (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
add_measured (FormFixture *fixture, guint n, gint64 programme)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strnfill (300, 'a' + i % 26);
      gint64 benefit = add (fixture, "benefit", name, programme);
      gint64 finding = add (fixture, "finding", name, programme);

      set (fixture, "benefit", benefit, "unit", name);
      set (fixture, "benefit", benefit, "target", "25");
      set (fixture, "benefit", benefit, "actuals", "2025-06-30 20\n2025-12-31 22");
      set (fixture, "finding", finding, "year", "2025/26");
      add (fixture, "action", name, programme);
      add_workstream (fixture, name, programme);
    }
}

/* Long names are arranged in time: no label is measured again and again in search of a width that fits a
 * height, as boxes within boxes would have it. */
static void
test_long_names (FormFixture *fixture, gconstpointer data)
{
  gint64 id = form_fixture_add (fixture, "programme", "Together");
  GtkWidgetClass *klass = g_type_class_ref (GTK_TYPE_LABEL);
  GHashTableIter iter;
  gpointer widget, times;
  guint most = 0;
  Page page = { 0 };

  add_measured (fixture, 8, id);
  measured = g_hash_table_new (NULL, NULL);
  measure_label = klass->measure;
  klass->measure = count_measure;
  open_page (&page, fixture, "programme", id);
  klass->measure = measure_label;
  g_hash_table_iter_init (&iter, measured);
  while (g_hash_table_iter_next (&iter, &widget, &times))
    most = MAX (most, GPOINTER_TO_UINT (times));
  g_test_message ("%u labels, one of them measured %u times", g_hash_table_size (measured), most);
  g_assert_cmpuint (g_hash_table_size (measured), >, 40);
  g_assert_cmpuint (most, <=, MOST_MEASURES);
  g_hash_table_unref (measured);
  g_type_class_unref (klass);
  close_page (&page);
}

typedef struct
{
  FormFixture *fixture;
  gint64 id;
  const char *state;
} Awaited;

static gboolean
has_state (gpointer data)
{
  Awaited *awaited = data;
  g_autoptr (AccordRecord) action = form_fixture_get (awaited->fixture, "action", awaited->id);

  return g_strcmp0 (accord_record_get_text (action, "state"), awaited->state) == 0;
}

/* The state of an action is chosen in its row; the row that has the focus keeps it. */
static void
test_choose (FormFixture *fixture, gconstpointer data)
{
  gint64 programme = form_fixture_add (fixture, "programme", "Together");
  gint64 first = add (fixture, "action", "Ring", programme);
  gint64 second = add (fixture, "action", "Write", programme);
  Awaited done = { fixture, first, "done" }, open = { fixture, first, "open" };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = NULL;
  GtkWidget *row, *focus;
  Page page = { 0 };

  g_assert_cmpint (first, !=, second);
  open_page (&page, fixture, "programme", programme);
  row = ui_find_nth (page.cards, GTK_TYPE_LIST_BOX_ROW, 0);
  gtk_widget_grab_focus (row);
  g_assert_true (gtk_widget_activate_action (row, "row-card.choose", "(xss)", first, "state", "done"));
  g_assert_true (ui_wait_until (has_state, &done));
  show (&page);
  focus = gtk_root_get_focus (gtk_widget_get_root (page.cards));
  /* What is done stands after what is open, and the focus went with it. */
  g_assert_true (focus == ui_find_nth (page.cards, GTK_TYPE_LIST_BOX_ROW, 1));
  g_assert_nonnull (strstr (accord_workspace_get_undo_label (fixture->workspace), "Ring"));
  change = accord_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ui_wait_until (has_state, &open));
  close_page (&page);
}

static void
fill (FormFixture *fixture, gint64 programme, guint n)
{
  g_autofree char *name = g_strnfill (300, 'W');
  gint64 workstream = add_workstream (fixture, name, programme);

  for (guint i = 0; i < n; i++)
    {
      gint64 milestone = add (fixture, "milestone", name, programme);
      gint64 risk = add (fixture, "risk", name, programme);
      gint64 benefit = add (fixture, "benefit", name, programme);
      gint64 event = add (fixture, "engagement", name, programme);
      g_autofree char *count = g_strdup_printf ("%u", i);
      g_autofree char *score = g_strdup_printf ("%u", 1 + i % 25);

      add (fixture, "finding", name, programme);
      add (fixture, "action", name, programme);
      set (fixture, "milestone", milestone, "date", i % 2 ? "2026-01-01" : "2027-01-01");
      set (fixture, "engagement", event, "attendance", count);
      set (fixture, "risk", risk, "net", score);
      set (fixture, "risk", risk, "target", "5");
      set (fixture, "benefit", benefit, "target", count);
    }
  g_assert_cmpint (workstream, >, 0);
}

static void
test_many (FormFixture *fixture, gconstpointer data)
{
  gint64 programme = form_fixture_add (fixture, "programme", "Together");
  GtkWidget *risks, *benefits;
  Page page = { 0 };

  fill (fixture, programme, 14);
  open_page (&page, fixture, "programme", programme);
  risks = ui_find_nth (page.cards, ACCORD_TYPE_RISK_CHART, 0);
  benefits = ui_find_nth (page.cards, ACCORD_TYPE_MULTIPLES, 0);
  g_assert_cmpuint (accord_drawing_get_n_marks (ACCORD_DRAWING (risks)), ==, 12);
  g_assert_cmpuint (accord_drawing_get_n_marks (ACCORD_DRAWING (benefits)), ==, 12);
  g_assert_cmpint (gtk_widget_get_width (risks), <=, 900);
  for (guint i = 0; i < accord_drawing_get_n_marks (ACCORD_DRAWING (risks)); i++)
    {
      const AccordMark *mark = accord_drawing_get_mark (ACCORD_DRAWING (risks), i);

      g_assert_cmpfloat (mark->y + mark->height, <=, gtk_widget_get_height (risks));
      g_assert_cmpstr (mark->kind, ==, "risk");
    }
  close_page (&page);
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static gboolean
is_filled (gpointer data)
{
  return gtk_widget_get_mapped (data) && count_children (data) > 0;
}

/* The table is made when a person wants it, and follows what changes while it is shown. */
static void
test_table (FormFixture *fixture, gconstpointer data)
{
  gint64 programme = form_fixture_add (fixture, "programme", "Together");
  gint64 risk = add (fixture, "risk", "Too slow", programme);
  GtkWidget *chart, *table;
  Page page = { 0 };

  set (fixture, "risk", risk, "net", "12");
  open_page (&page, fixture, "programme", programme);
  chart = ui_find_nth (page.cards, ACCORD_TYPE_RISK_CHART, 0);
  table = gtk_stack_get_child_by_name (GTK_STACK (gtk_widget_get_parent (chart)), "table");
  g_assert_cmpuint (count_children (table), ==, 0);
  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (chart)), table);
  g_assert_true (ui_wait_until (is_filled, table));
  /* A heading, a line, and a row. */
  g_assert_cmpuint (count_children (table), ==, 6 + 1 + 6);
  add (fixture, "risk", "Too dear", programme);
  show (&page);
  g_assert_cmpuint (count_children (table), ==, 6 + 2 * (1 + 6));
  close_page (&page);
}

/* Shown again with the same data, nothing is made anew. */
static void
test_again (FormFixture *fixture, gconstpointer data)
{
  gint64 programme = form_fixture_add (fixture, "programme", "Together");
  GtkWidget *row, *finding;
  Page page = { 0 };

  add (fixture, "action", "Ring", programme);
  add (fixture, "finding", "It works", programme);
  open_page (&page, fixture, "programme", programme);
  row = ui_find_nth (page.cards, GTK_TYPE_LIST_BOX_ROW, 0);
  finding = ui_find_nth (page.cards, GTK_TYPE_LIST_BOX_ROW, 1);
  show (&page);
  g_assert_true (row == ui_find_nth (page.cards, GTK_TYPE_LIST_BOX_ROW, 0));
  g_assert_true (finding == ui_find_nth (page.cards, GTK_TYPE_LIST_BOX_ROW, 1));
  close_page (&page);
}

static void
test_parts (FormFixture *fixture, gconstpointer data)
{
  gint64 programme = form_fixture_add (fixture, "programme", "Together");
  gint64 workstream = add_workstream (fixture, "Teams", programme);
  gint64 risk = add (fixture, "risk", "Too slow", programme);
  gint64 benefit = add (fixture, "benefit", "Admissions", programme);
  Page page = { 0 };

  open_page (&page, fixture, "workstream", workstream);
  g_assert_false (gtk_widget_get_visible (page.cards));
  close_page (&page);
  open_page (&page, fixture, "risk", risk);
  g_assert_false (gtk_widget_get_visible (page.cards));
  set (fixture, "risk", risk, "net", "12");
  show (&page);
  g_assert_true (gtk_widget_get_visible (page.cards));
  ui_wait_frame (page.cards);
  g_assert_cmpuint (
      accord_drawing_get_n_marks (ACCORD_DRAWING (ui_find_nth (page.cards, ACCORD_TYPE_RISK_CHART, 0))), ==,
      1);
  close_page (&page);
  set (fixture, "benefit", benefit, "actuals", "2026-03-31 7");
  open_page (&page, fixture, "benefit", benefit);
  g_assert_true (gtk_widget_get_visible (page.cards));
  g_assert_cmpuint (
      accord_drawing_get_n_marks (ACCORD_DRAWING (ui_find_nth (page.cards, ACCORD_TYPE_MULTIPLES, 0))), ==,
      2);
  close_page (&page);
}

#define PAGE_TEST(path, function)                                                                            \
  g_test_add (path, FormFixture, NULL, form_fixture_set_up, function, form_fixture_tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  PAGE_TEST ("/programme-cards/empty", test_empty);
  PAGE_TEST ("/programme-cards/long-names", test_long_names);
  PAGE_TEST ("/programme-cards/choose", test_choose);
  PAGE_TEST ("/programme-cards/many", test_many);
  PAGE_TEST ("/programme-cards/table", test_table);
  PAGE_TEST ("/programme-cards/again", test_again);
  PAGE_TEST ("/programme-cards/parts", test_parts);
  return g_test_run ();
}
