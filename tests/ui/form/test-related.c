/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form-fixture.h"

#include "form/record-dialog.h"
#include "list/list-view.h"

static void
note_open (AccordDetailPage *page, const char *kind, gint64 id, gpointer data)
{
  char **opened = data;

  g_free (*opened);
  *opened = g_strdup_printf ("%s %" G_GINT64_FORMAT, kind, id);
}

static void
test_related (FormFixture *self, gconstpointer data)
{
  gint64 council = form_fixture_add (self, "organisation", "Bury Council");
  g_autoptr (AccordRecord) fund = form_fixture_new (self, "fund", "The fund");
  g_autofree char *opened = NULL;
  g_autofree char *expected = NULL;
  AccordDetailPage *page;
  GtkWidget *row;
  gint64 id;

  page = form_fixture_open_page (self, "organisation", council);
  g_assert_false (form_fixture_has_text (GTK_WIDGET (page), "The fund"));
  accord_record_set_text (fund, "type", "budget");
  accord_record_set_int (fund, "holder", council);
  id = form_fixture_save (self, fund);
  form_fixture_await (GTK_WIDGET (page), "The fund");

  g_signal_connect (page, "open-record", G_CALLBACK (note_open), &opened);
  row = ui_find_type (GTK_WIDGET (page), GTK_TYPE_LIST_BOX_ROW);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The fund, Budget");
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  expected = g_strdup_printf ("fund %" G_GINT64_FORMAT, id);
  g_assert_cmpstr (opened, ==, expected);

  /* And back: what the fund refers to is a link. */
  accord_detail_page_show (page, form_fixture_kind (self, "fund"), id);
  form_fixture_await (GTK_WIDGET (page), "Held by");
  g_signal_emit_by_name (form_fixture_find_button (GTK_WIDGET (page), "Bury Council"), "clicked");
  g_free (expected);
  expected = g_strdup_printf ("organisation %" G_GINT64_FORMAT, council);
  g_assert_cmpstr (opened, ==, expected);
}

static gboolean
has_twelve (gpointer data)
{
  return accord_record_list_get_total (data) == 12;
}

/* The first few, and on request the same list as the places have, without the column that says the same. */
static void
test_many_related (FormFixture *self, gconstpointer data)
{
  gint64 council = form_fixture_add (self, "organisation", "Bury Council");
  AccordDetailPage *page;
  AccordListView *view;
  const guint *fields;
  guint n_fields;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Fund %02u", i);
      g_autoptr (AccordRecord) fund = form_fixture_new (self, "fund", name);

      accord_record_set_text (fund, "type", "budget");
      accord_record_set_int (fund, "holder", council);
      form_fixture_save (self, fund);
    }
  page = form_fixture_open_page (self, "organisation", council);
  form_fixture_await (GTK_WIDGET (page), "Show all 12");
  g_assert_null (ui_find_type (GTK_WIDGET (page), ACCORD_TYPE_LIST_VIEW));
  g_signal_emit_by_name (form_fixture_find_button (GTK_WIDGET (page), "Show all 12"), "clicked");
  view = ACCORD_LIST_VIEW (ui_find_type (GTK_WIDGET (page), ACCORD_TYPE_LIST_VIEW));
  g_assert_nonnull (view);
  g_assert_true (ui_wait_until (has_twelve, accord_list_view_get_list (view)));
  fields = accord_list_view_get_fields (view, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    g_assert_cmpstr (accord_list_view_get_kind (view)->fields[fields[i]].name, !=, "holder");

  g_signal_emit_by_name (form_fixture_find_button (GTK_WIDGET (page), "Show fewer"), "clicked");
  g_assert_null (ui_find_type (GTK_WIDGET (page), ACCORD_TYPE_LIST_VIEW));
  form_fixture_await (GTK_WIDGET (page), "Show all 12");
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ACCORD_IS_RECORD_DIALOG (l->data))
      return l->data;
  return NULL;
}

static gboolean
no_dialog (gpointer data)
{
  return find_dialog () == NULL;
}

static void
test_add_related (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "programme", "Stockport Together");
  AccordDetailPage *page = form_fixture_open_page (self, "programme", id);
  GtkWidget *dialog, *form;

  gtk_widget_activate_action (ui_find_type (GTK_WIDGET (page), g_type_from_name ("AccordRelatedPart")),
                              "related.add", "s", "case/programme");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  form_fixture_await (dialog, "Programme");
  form = ui_find_type (dialog, ACCORD_TYPE_FORM);
  gtk_editable_set_text (
      GTK_EDITABLE (accord_field_editor_get_control (accord_form_get_editor (ACCORD_FORM (form), "name"))),
      "A case");
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (accord_field_editor_get_control (accord_form_get_editor (ACCORD_FORM (form), "stage"))),
      1);
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (accord_field_editor_get_control (accord_form_get_editor (ACCORD_FORM (form), "status"))),
      1);
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  g_assert_true (ui_wait_until (no_dialog, NULL));
  form_fixture_await (GTK_WIDGET (page), "A case");
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  form_fixture_add_test ("/ui/detail-page/related", test_related);
  form_fixture_add_test ("/ui/detail-page/many-related", test_many_related);
  form_fixture_add_test ("/ui/detail-page/add-related", test_add_related);

  return g_test_run ();
}
