/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-fixture.h"

#include "list/sub-list.h"

typedef struct
{
  AccordSubList *first;
  AccordSubList *second;
  GtkWidget *scroller;
} Page;

static gboolean
has_first (gpointer data)
{
  Page *page = data;

  return accord_sub_list_get_view (page->first) != NULL;
}

static gboolean
has_second (gpointer data)
{
  Page *page = data;

  return accord_sub_list_get_view (page->second) != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return accord_sub_list_get_view (((Page *) data)->first) == NULL;
}

static GtkWidget *
count_of (AccordSubList *list)
{
  GtkWidget *title = gtk_widget_get_first_child (accord_sub_list_get_head (list));

  return gtk_widget_get_next_sibling (title);
}

static gboolean
has_total (gpointer data)
{
  Page *page = data;

  return g_str_equal (gtk_label_get_label (GTK_LABEL (count_of (page->first))), "100 payments · £14,950.00");
}

static AccordQuery *
new_query (ListFixture *self, const char *field, AccordOperator op, gint64 number)
{
  const AccordKind *kind = accord_schema_find_kind (self->schema, "payment");
  AccordQuery *query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, field), op, number);
  return query;
}

static gboolean
delete_all (AccordWriter *writer, gpointer data, GError **error)
{
  const AccordKind *kind =
      accord_schema_find_kind (accord_reader_get_schema (accord_writer_get_reader (writer)), "payment");

  for (gint64 id = 3; id <= 300; id += 3)
    if (!accord_writer_delete (writer, kind, id, error))
      return FALSE;
  return TRUE;
}

/* A page of two lists, the second far below: its table is made when it is scrolled to. */
static void
test_made_when_seen (void)
{
  ListFixture self = { NULL };
  Page page;
  g_autoptr (AccordQuery) of_fund = NULL, of_none = NULL;
  g_autoptr (AccordChange) change = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1200);
  const guint *fields;
  guint n_fields;

  list_fixture_set_up (&self, "payment", 300);
  of_fund = new_query (&self, "fund", ACCORD_OPERATOR_EQUAL, 1);
  of_none = new_query (&self, "fund", ACCORD_OPERATOR_UNKNOWN, 0);
  page.first = ACCORD_SUB_LIST (accord_sub_list_new (self.workspace, "Payments"));
  page.second = ACCORD_SUB_LIST (accord_sub_list_new (self.workspace, "Other payments"));
  page.scroller = gtk_scrolled_window_new ();
  g_object_ref (self.view);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (page.first));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (page.second));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (page.scroller), box);
  gtk_window_set_child (GTK_WINDOW (self.window), page.scroller);
  accord_sub_list_show (page.first, of_fund);
  accord_sub_list_show (page.second, of_none);

  g_assert_true (ui_wait_until (has_first, &page));
  g_assert_true (ui_wait_until (has_total, &page));
  ui_wait_frame (page.scroller);
  g_assert_null (accord_sub_list_get_view (page.second));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (page.first)), <, 480);
  fields = accord_list_view_get_fields (accord_sub_list_get_view (page.first), &n_fields);
  g_assert_cmpuint (n_fields, >, 2);
  for (guint i = 0; i < n_fields; i++)
    g_assert_cmpstr (accord_query_get_kind (of_fund)->fields[fields[i]].name, !=, "fund");

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page.scroller)), 1500);
  g_assert_true (ui_wait_until (has_second, &page));

  /* The same question changes nothing; without rows there is no table. */
  accord_sub_list_show (page.first, of_fund);
  g_assert_nonnull (accord_sub_list_get_view (page.first));
  change = accord_workspace_write (self.workspace, "Delete", delete_all, NULL, NULL, NULL);
  g_assert_true (ui_wait_until (is_gone, &page));

  gtk_window_set_child (GTK_WINDOW (self.window), GTK_WIDGET (self.view));
  g_object_unref (self.view);
  list_fixture_tear_down (&self);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/sub-list/made-when-seen", test_made_when_seen);

  return g_test_run ();
}
