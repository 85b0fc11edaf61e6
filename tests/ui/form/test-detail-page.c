/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form-fixture.h"

#include "form/detail-page.h"
#include "form/form.h"
#include "list/skeleton.h"

#include <string.h>

static GtkEditable *
entry_of (AccordDetailPage *page, const char *field)
{
  GtkWidget *form = ui_find_type (GTK_WIDGET (page), ACCORD_TYPE_FORM);

  g_assert_nonnull (form);
  return GTK_EDITABLE (accord_field_editor_get_control (accord_form_get_editor (ACCORD_FORM (form), field)));
}

static gboolean
is_dirty (AccordDetailPage *page)
{
  gboolean dirty;

  g_object_get (page, "dirty", &dirty, NULL);
  return dirty;
}

static gboolean
is_clean (gpointer data)
{
  return !is_dirty (data);
}

static void
test_edit_and_save (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "fund", "The fund");
  AccordDetailPage *page = form_fixture_open_page (self, "fund", id);
  g_autoptr (AccordRecord) saved = NULL;

  accord_detail_page_edit (page);
  g_assert_false (is_dirty (page));
  gtk_editable_set_text (entry_of (page, "amount"), "£19.2m");
  g_assert_true (is_dirty (page));
  accord_detail_page_save (page);
  g_assert_true (ui_wait_until (is_clean, page));

  saved = form_fixture_get (self, "fund", id);
  g_assert_cmpint (accord_record_get_int (saved, "amount"), ==, 1920000000);
  /* The page shows it, and the history tells of it. */
  form_fixture_await (GTK_WIDGET (page), "£19.2m");
  form_fixture_await (GTK_WIDGET (page), "Amount: not known → £19,200,000");
  g_assert_null (ui_find_type (GTK_WIDGET (page), ACCORD_TYPE_FORM));
}

static void
test_refused_save_stays_open (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "fund", "The fund");
  AccordDetailPage *page = form_fixture_open_page (self, "fund", id);

  accord_detail_page_edit (page);
  gtk_editable_set_text (entry_of (page, "announced"), "some day");
  accord_detail_page_save (page);
  form_fixture_await (GTK_WIDGET (page), "some day");
  g_assert_true (is_dirty (page));
  g_assert_cmpstr (gtk_editable_get_text (entry_of (page, "announced")), ==, "some day");
}

static gboolean
focus_is_in (AccordDetailPage *page, GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (page)));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
is_on_pencil (gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (data)));

  return GTK_IS_BUTTON (focus)
         && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (focus)), "document-edit-symbolic") == 0;
}

static gboolean
is_on_announced (gpointer data)
{
  return focus_is_in (data, GTK_WIDGET (entry_of (data, "announced")));
}

/* The keyboard leaves an entry before the entry goes, whichever way that is, and comes to where it was
 * before; after a refusal it is where the fault is. */
static void
test_focus_leaves_form (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "fund", "The fund");
  gint64 other = form_fixture_add (self, "fund", "Another fund");
  AccordDetailPage *page = form_fixture_open_page (self, "fund", id);

  accord_detail_page_edit (page);
  g_assert_true (focus_is_in (page, GTK_WIDGET (entry_of (page, "name"))));
  gtk_editable_set_text (entry_of (page, "announced"), "some day");
  accord_detail_page_save (page);
  g_assert_true (is_on_pencil (page));
  form_fixture_await (GTK_WIDGET (page), "some day");
  g_assert_true (ui_wait_until (is_on_announced, page));

  gtk_editable_set_text (entry_of (page, "announced"), "2 April 2019");
  accord_detail_page_save (page);
  g_assert_true (is_on_pencil (page));
  g_assert_true (ui_wait_until (is_clean, page));
  g_assert_true (is_on_pencil (page));

  accord_detail_page_edit (page);
  accord_detail_page_cancel (page);
  g_assert_true (is_on_pencil (page));

  accord_detail_page_edit (page);
  accord_detail_page_show (page, form_fixture_kind (self, "fund"), other);
  g_assert_null (ui_find_type (GTK_WIDGET (page), ACCORD_TYPE_FORM));
  form_fixture_await (GTK_WIDGET (page), "Another fund");
}

static void
test_cancel (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "fund", "The fund");
  AccordDetailPage *page = form_fixture_open_page (self, "fund", id);
  g_autoptr (AccordRecord) kept = NULL;

  accord_detail_page_edit (page);
  gtk_editable_set_text (entry_of (page, "name"), "Something else");
  g_assert_true (is_dirty (page));
  accord_detail_page_cancel (page);
  g_assert_false (is_dirty (page));
  g_assert_null (ui_find_type (GTK_WIDGET (page), ACCORD_TYPE_FORM));
  kept = form_fixture_get (self, "fund", id);
  g_assert_cmpstr (accord_record_get_text (kept, "name"), ==, "The fund");
}

static void
test_follows_changes (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "fund", "The fund");
  AccordDetailPage *page = form_fixture_open_page (self, "fund", id);

  form_fixture_set (self, "fund", id, "name", "Renamed by somebody");
  form_fixture_await (GTK_WIDGET (page), "Renamed by somebody");
  form_fixture_await (GTK_WIDGET (page), "Name: The fund → Renamed by somebody");
}

static void
test_lines_that_stay_keep_their_widgets (FormFixture *self, gconstpointer data)
{
  gint64 council = form_fixture_add (self, "organisation", "Bury Council");
  gint64 id = form_fixture_add (self, "fund", "The fund");
  AccordDetailPage *page;
  GtkWidget *link;

  form_fixture_set (self, "fund", id, "holder", "1");
  g_assert_cmpint (council, ==, 1);
  page = form_fixture_open_page (self, "fund", id);
  link = form_fixture_find_button (GTK_WIDGET (page), "Bury Council");
  g_assert_true (gtk_widget_grab_focus (link));
  form_fixture_set (self, "fund", id, "announced", "2 April 2019");
  form_fixture_await (GTK_WIDGET (page), "2 Apr 2019");
  form_fixture_await (GTK_WIDGET (page), "Announced on: not known → 2 Apr 2019");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == link);
}

static void
test_tab_reaches_everything (FormFixture *self, gconstpointer data)
{
  gint64 council = form_fixture_add (self, "organisation", "Bury Council");
  gint64 part = form_fixture_add (self, "organisation", "A part of it");
  static const char *const buttons[] = { "Edit “Details”", "Edit “In words”", "Bury Council",
                                         "Add something related", "Facts and source" };
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, council);
  AccordDetailPage *page;

  form_fixture_set (self, "organisation", part, "part-of", id);
  page = form_fixture_open_page (self, "organisation", part);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = form_fixture_find_button (GTK_WIDGET (page), buttons[i]);

      g_assert_nonnull (button);
      if (!form_fixture_tab_reaches (self, button))
        g_error ("Tab does not come to “%s”", buttons[i]);
    }
  accord_detail_page_show (page, form_fixture_kind (self, "organisation"), council);
  form_fixture_await (GTK_WIDGET (page), "Part of, and parts");
  g_assert_true (form_fixture_tab_reaches (self, ui_find_type (GTK_WIDGET (page), GTK_TYPE_LIST_BOX_ROW)));
}

static gpointer
delete_record (AccordWorkspace *workspace, const AccordKind *kind, gint64 id)
{
  accord_workspace_delete_async (workspace, kind, &id, 1, NULL, NULL, NULL);
  return NULL;
}

static void
test_deleted_and_restored (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "fund", "The fund");
  AccordDetailPage *page = form_fixture_open_page (self, "fund", id);

  delete_record (self->workspace, form_fixture_kind (self, "fund"), id);
  form_fixture_await (GTK_WIDGET (page), "This was deleted");
  accord_detail_page_edit (page);
  g_assert_null (ui_find_type (GTK_WIDGET (page), ACCORD_TYPE_FORM));
  form_fixture_await (GTK_WIDGET (page), "Deleted by");

  g_signal_emit_by_name (form_fixture_find_button (GTK_WIDGET (page), "Restore"), "clicked");
  form_fixture_await_no (GTK_WIDGET (page), "This was deleted");
  accord_detail_page_edit (page);
  g_assert_nonnull (ui_find_type (GTK_WIDGET (page), ACCORD_TYPE_FORM));
}

static void
test_missing (FormFixture *self, gconstpointer data)
{
  GtkWidget *page = accord_detail_page_new (self->workspace);

  form_fixture_present (self, page);
  accord_detail_page_show (ACCORD_DETAIL_PAGE (page), form_fixture_kind (self, "fund"), 4711);
  form_fixture_await (page, "Not here");
}

static void
test_fund_and_claim (FormFixture *self, gconstpointer data)
{
  gint64 fund = form_fixture_add (self, "fund", "The fund");
  gint64 claim = form_fixture_add (self, "claim", "Little was spent");
  AccordDetailPage *page;

  form_fixture_set (self, "fund", fund, "amount", "£100");
  page = form_fixture_open_page (self, "fund", fund);
  form_fixture_await (GTK_WIDGET (page), "No allocations or payments are recorded yet.");
  accord_detail_page_show (page, form_fixture_kind (self, "claim"), claim);
  form_fixture_await (GTK_WIDGET (page), "What the figures say");
  form_fixture_await_no (GTK_WIDGET (page), "No allocations or payments are recorded yet.");
}

/* Whoever reads waits for whoever holds it. */
static GMutex gate;

static gpointer
wait_at_gate (AccordReader *reader, gpointer data, GError **error)
{
  g_mutex_lock (&gate);
  g_mutex_unlock (&gate);
  return data;
}

static gboolean
is_loading (gpointer data)
{
  GtkWidget *skeleton = ui_find_type (data, ACCORD_TYPE_SKELETON);

  return gtk_widget_get_mapped (skeleton);
}

/* What is long in coming takes the keyboard from the page that it hides, and gives it back; it goes nowhere
 * else meanwhile, and nothing of the page is left behind. */
static void
test_slow (FormFixture *self, gconstpointer data)
{
  gint64 one = form_fixture_add (self, "fund", "The fund");
  gint64 other = form_fixture_add (self, "fund", "The other fund");
  AccordDetailPage *page = form_fixture_open_page (self, "fund", one);
  GtkWidget *focus;

  gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (page)));
  g_mutex_lock (&gate);
  accord_workspace_read_async (self->workspace, wait_at_gate, self, NULL, NULL, NULL, NULL, NULL);
  accord_detail_page_show (page, form_fixture_kind (self, "fund"), other);
  g_assert_true (ui_wait_until (is_loading, page));
  g_assert_null (gtk_window_get_focus (GTK_WINDOW (self->window)));
  g_mutex_unlock (&gate);
  form_fixture_await (GTK_WIDGET (page), "The other fund");
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (page)));
}

/* Every kind has a page, even one with nothing on it, and going from each to the next leaves nothing behind.
 */
static void
test_every_kind (FormFixture *self, gconstpointer data)
{
  AccordDetailPage *page = NULL;

  for (guint k = 0; k < accord_schema_get_n_kinds (self->schema); k++)
    {
      const AccordKind *kind = accord_schema_get_kind (self->schema, k);
      g_autofree char *name = g_strdup_printf ("This is a %s", kind->name);
      g_autoptr (AccordRecord) record = accord_record_new (kind);
      gint64 id = 0;
      gboolean ready = TRUE;

      for (guint i = 0; i < kind->n_fields; i++)
        {
          const AccordField *field = &kind->fields[i];

          if (!(field->flags & ACCORD_FIELD_REQUIRED))
            continue;
          if (field->type == ACCORD_FIELD_CHOICE)
            accord_record_put_text (record, i, field->choices[0].value, -1);
          else if (field->type == ACCORD_FIELD_MONEY)
            accord_record_put_int (record, i, 100);
          else if (field->type == ACCORD_FIELD_DATE)
            accord_record_put_text (record, i, "2016-09-27", -1);
          else if (accord_field_is_text (field))
            accord_record_put_text (record, i, name, -1);
          else
            ready = FALSE;
        }
      if (!ready || !accord_record_validate (record, NULL))
        continue;
      id = form_fixture_save (self, record);
      if (page == NULL)
        page = form_fixture_open_page (self, kind->name, id);
      else
        accord_detail_page_show (page, kind, id);
      form_fixture_await (GTK_WIDGET (page), name);
      form_fixture_await (GTK_WIDGET (page), "Added by");
      accord_detail_page_edit (page);
      g_assert_nonnull (ui_find_type (GTK_WIDGET (page), ACCORD_TYPE_FORM));
      accord_detail_page_cancel (page);
    }
  g_assert_nonnull (page);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  form_fixture_add_test ("/ui/detail-page/edit-and-save", test_edit_and_save);
  form_fixture_add_test ("/ui/detail-page/refused-save", test_refused_save_stays_open);
  form_fixture_add_test ("/ui/detail-page/focus-leaves-form", test_focus_leaves_form);
  form_fixture_add_test ("/ui/detail-page/cancel", test_cancel);
  form_fixture_add_test ("/ui/detail-page/follows-changes", test_follows_changes);
  form_fixture_add_test ("/ui/detail-page/focus-stays", test_lines_that_stay_keep_their_widgets);
  form_fixture_add_test ("/ui/detail-page/tab", test_tab_reaches_everything);
  form_fixture_add_test ("/ui/detail-page/deleted-and-restored", test_deleted_and_restored);
  form_fixture_add_test ("/ui/detail-page/missing", test_missing);
  form_fixture_add_test ("/ui/detail-page/fund-and-claim", test_fund_and_claim);
  form_fixture_add_test ("/ui/detail-page/slow", test_slow);
  form_fixture_add_test ("/ui/detail-page/every-kind", test_every_kind);

  return g_test_run ();
}
