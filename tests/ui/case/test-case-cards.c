/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "case/caveat-row.h"
#include "case/caveats-card.h"
#include "case/documents-card.h"
#include "form/detail-page.h"
#include "form/record-dialog.h"

#include <string.h>
#include <unistd.h>

/* Long enough for a person, and for a test, to see it come. */
#define SLOW_BYTES (192 * 1024 * 1024)

typedef struct
{
  GtkWidget *widget;
  gboolean shown;
} Wanted;

static gboolean
is_as_wanted (gpointer data)
{
  Wanted *wanted = data;

  return gtk_widget_get_mapped (wanted->widget) == wanted->shown;
}

static void
await_shown (GtkWidget *widget, gboolean shown)
{
  Wanted wanted = { .widget = widget, .shown = shown };

  g_assert_true (ui_wait_until (is_as_wanted, &wanted));
}

static GtkWidget *
find_label (GtkWidget *within, const char *text)
{
  if (GTK_IS_LABEL (within) && gtk_widget_get_mapped (within)
      && g_strcmp0 (gtk_label_get_label (GTK_LABEL (within)), text) == 0)
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gint64
add_case (FormFixture *self)
{
  g_autoptr (AccordRecord) record = form_fixture_new (self, "case", "Neighbourhood Model");

  accord_record_set_text (record, "stage", "outline");
  accord_record_set_text (record, "status", "draft");
  accord_record_set_text (record, "strategic", "Care nearer home");
  return form_fixture_save (self, record);
}

static GtkWidget *
open_page (FormFixture *self, const char *kind, gint64 id)
{
  GtkWidget *page = accord_detail_page_new (self->workspace);

  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 4000);
  form_fixture_present (self, page);
  accord_detail_page_show (ACCORD_DETAIL_PAGE (page), form_fixture_kind (self, kind), id);
  form_fixture_await (page, "History");
  return page;
}

/* What a desktop does when files are let go over @card. */
static gboolean
drop (GtkWidget *card, GFile *file)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (card);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, g_slist_prepend (NULL, g_object_ref (file)));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
    }
  return taken;
}

static GFile *
make_file (FormFixture *self, const char *name, const char *words)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, words, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
press (GtkWidget *within, const char *label)
{
  GtkWidget *button = form_fixture_find_button (within, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* A page of any kind that files belong to takes them in. */
static void
test_drop (FormFixture *self, gconstpointer data)
{
  const char *kind = data;
  gint64 id = g_str_equal (kind, "case") ? add_case (self) : form_fixture_add (self, kind, "Bury");
  GtkWidget *page = open_page (self, kind, id);
  GtkWidget *card;
  g_autoptr (GFile) file = make_file (self, "The plan.txt", "What is planned");
  g_autoptr (AccordRecord) document = NULL;

  form_fixture_await (
      page, "No documents are attached. Drop files here: they are kept in the workspace, each once.");
  card = ui_find_type (page, ACCORD_TYPE_DOCUMENTS_CARD);
  g_assert_true (gtk_widget_get_mapped (card));
  g_assert_true (drop (card, file));
  form_fixture_await (card, "The plan");
  form_fixture_await (card, "TXT · 15 bytes");
  g_assert_nonnull (form_fixture_find_button (card, "Save a copy of The plan"));
  document = form_fixture_get (self, "document", 1);
  g_assert_cmpint (accord_record_get_int (document, kind), ==, id);
}

static void
test_refused (FormFixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self, "case", add_case (self));
  GtkWidget *card = ui_find_type (page, ACCORD_TYPE_DOCUMENTS_CARD);
  g_autofree char *path = g_build_filename (self->folder, "missing.pdf", NULL);
  g_autoptr (GFile) missing = g_file_new_for_path (path);
  g_autoptr (GFile) file = make_file (self, "here.txt", "here");
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  form_fixture_await (page, "Documents");
  g_ptr_array_add (files, missing);
  g_ptr_array_add (files, file);
  accord_documents_card_attach (ACCORD_DOCUMENTS_CARD (card), files);
  /* One that is refused does not keep the next out, and stays said. */
  form_fixture_await (card, "TXT · 4 bytes");
  g_assert_true (form_fixture_has_text (card, "missing.pdf"));
}

static void
test_progress (FormFixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self, "case", add_case (self));
  GtkWidget *card = ui_find_type (page, ACCORD_TYPE_DOCUMENTS_CARD);
  GtkWidget *bar = ui_find_type (card, GTK_TYPE_PROGRESS_BAR);
  g_autoptr (GFile) file = make_file (self, "film.mp4", "");

  form_fixture_await (page, "Documents");
  g_assert_cmpint (truncate (g_file_peek_path (file), SLOW_BYTES), ==, 0);
  g_assert_false (gtk_widget_get_mapped (bar));
  g_assert_true (drop (card, file));
  await_shown (bar, TRUE);
  g_assert_true (form_fixture_has_text (card, "Attaching film.mp4"));
  press (card, "Cancel");
  await_shown (bar, FALSE);
  g_assert_false (form_fixture_has_text (card, "MP4 ·"));
}

static void
test_endorsements (FormFixture *self, gconstpointer data)
{
  gint64 id = add_case (self);
  g_autoptr (AccordRecord) given = form_fixture_new (self, "endorsement", "Cabinet");
  g_autoptr (AccordRecord) awaited = form_fixture_new (self, "endorsement", "The Boards");
  GtkWidget *page;
  GListModel *windows = gtk_window_get_toplevels ();
  guint before;

  accord_record_set_ids (given, "cases", &id, 1);
  accord_record_set_text (given, "outcome", "endorsed-with-caveats");
  accord_record_set_text (given, "date", "2017-07-12");
  form_fixture_save (self, given);
  accord_record_set_ids (awaited, "cases", &id, 1);
  accord_record_set_text (awaited, "outcome", "to-come");
  form_fixture_save (self, awaited);
  page = open_page (self, "case", id);
  form_fixture_await (page, "Subject to caveats");
  form_fixture_await (page, "12 Jul 2017");
  form_fixture_await (page, "1 still to come");
  before = g_list_model_get_n_items (windows);
  press (page, "Ask a body for its view");
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before + 1);
  for (guint i = 0; i <= before; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (window != self->window && ACCORD_IS_RECORD_DIALOG (window))
        {
          gtk_window_destroy (GTK_WINDOW (window));
          return;
        }
    }
  g_assert_not_reached ();
}

static void
test_version (FormFixture *self, gconstpointer data)
{
  gint64 id = add_case (self);
  g_autoptr (AccordRecord) given = form_fixture_new (self, "endorsement", "Cabinet");
  g_autoptr (GtkWidget) window = NULL;
  GtkWidget *page, *label;

  accord_record_set_ids (given, "cases", &id, 1);
  accord_record_set_text (given, "outcome", "endorsed");
  accord_record_set_text (given, "date", "2017-07-12");
  form_fixture_save (self, given);
  form_fixture_set (self, "case", id, "strategic", "Care much nearer home");
  page = open_page (self, "case", id);
  form_fixture_await (page, "What differs");
  label = find_label (page, "Endorsed by Cabinet, 12 Jul 2017");
  g_assert_nonnull (label);
  press (gtk_widget_get_parent (gtk_widget_get_parent (label)), "Read");
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (one)), "Endorsed by Cabinet, 12 Jul 2017") == 0)
        window = g_object_ref (one);
    }
  g_assert_nonnull (window);
  g_assert_true (form_fixture_has_text (window, "Care nearer home"));
  g_assert_false (form_fixture_has_text (window, "Care much nearer home"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The keys mean the open caveat although the focus is elsewhere in the card. */
static void
test_keys (FormFixture *self, gconstpointer data)
{
  gint64 id = add_case (self);
  g_autoptr (AccordRecord) caveat = form_fixture_new (self, "caveat", "quality of care");
  GtkWidget *page, *card, *row;

  accord_record_set_ids (caveat, "cases", &id, 1);
  accord_record_set_text (caveat, "state", "open");
  form_fixture_save (self, caveat);
  page = open_page (self, "case", id);
  form_fixture_await (page, "Quality of care");
  card = ui_find_type (page, ACCORD_TYPE_CAVEATS_CARD);
  row = ui_find_type (card, ACCORD_TYPE_CAVEAT_ROW);
  accord_caveat_row_edit (ACCORD_CAVEAT_ROW (row));
  g_assert_true (gtk_widget_grab_focus (form_fixture_find_button (card, "Add a caveat")));
  g_assert_true (accord_caveat_row_is_editing (ACCORD_CAVEAT_ROW (row)));
  g_assert_true (accord_caveats_card_cancel (ACCORD_CAVEATS_CARD (card)));
  g_assert_false (accord_caveat_row_is_editing (ACCORD_CAVEAT_ROW (row)));
  g_assert_false (accord_caveats_card_cancel (ACCORD_CAVEATS_CARD (card)));
  accord_caveat_row_edit (ACCORD_CAVEAT_ROW (row));
  g_assert_true (accord_caveats_card_save (ACCORD_CAVEATS_CARD (card)));
  g_assert_false (accord_caveat_row_is_editing (ACCORD_CAVEAT_ROW (row)));
}

#define ADD_DROP(kind)                                                                                       \
  g_test_add ("/ui/case/drop/" kind, FormFixture, kind, form_fixture_set_up, test_drop,                      \
              form_fixture_tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  ADD_DROP ("case");
  ADD_DROP ("fund");
  ADD_DROP ("programme");
  ADD_DROP ("meeting");
  ADD_DROP ("organisation");
  form_fixture_add_test ("/ui/case/refused", test_refused);
  form_fixture_add_test ("/ui/case/progress", test_progress);
  form_fixture_add_test ("/ui/case/endorsements", test_endorsements);
  form_fixture_add_test ("/ui/case/version", test_version);
  form_fixture_add_test ("/ui/case/keys", test_keys);

  return g_test_run ();
}
