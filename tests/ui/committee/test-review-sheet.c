/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/form-fixture.h"

#include "committee/review-sheet-private.h"
#include "form/form.h"
#include "page-texts.h"
#include "plan.h"

#include <string.h>

typedef struct
{
  FormFixture *fixture;
  AccordReviewSheet *sheet;
  guint n_kept;
  AccordPlanResult kept;
} Sitting;

static void
on_kept (AccordReviewSheet *sheet, const AccordPlanResult *result, Sitting *self)
{
  self->n_kept++;
  self->kept = *result;
}

static void
begin (Sitting *self, FormFixture *fixture, const char *const *texts)
{
  g_autoptr (GPtrArray) origins = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_page_origin_unref);

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (origins, accord_page_origin_new_text (texts[i]));
  self->fixture = fixture;
  self->n_kept = 0;
  self->sheet = ACCORD_REVIEW_SHEET (accord_review_sheet_new (fixture->workspace, origins));
  g_object_add_weak_pointer (G_OBJECT (self->sheet), (gpointer *) &self->sheet);
  g_signal_connect (self->sheet, "kept", G_CALLBACK (on_kept), self);
  gtk_window_present (GTK_WINDOW (self->sheet));
}

static gboolean
is_ready (gpointer data)
{
  Sitting *self = data;

  return self->sheet != NULL && self->sheet->model != NULL && !self->sheet->reading && !self->sheet->keeping;
}

static gboolean
is_gone (gpointer data)
{
  return ((Sitting *) data)->sheet == NULL;
}

static void
await_ready (Sitting *self)
{
  g_assert_true (ui_wait_until (is_ready, self));
  ui_wait_frame (GTK_WIDGET (self->sheet));
}

static void
read_one (Sitting *self, FormFixture *fixture, const char *text)
{
  const char *const texts[] = { text, NULL };

  begin (self, fixture, texts);
  await_ready (self);
}

static void
end (Sitting *self)
{
  if (self->sheet != NULL)
    gtk_window_destroy (GTK_WINDOW (self->sheet));
  g_assert_true (ui_wait_until (is_gone, self));
}

static void
act (Sitting *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->sheet), action, NULL);
}

static gboolean
can_keep (Sitting *self)
{
  return gtk_widget_get_sensitive (self->sheet->keep);
}

static void
keep (Sitting *self)
{
  g_assert_true (can_keep (self));
  act (self, "review.keep");
  g_assert_true (ui_wait_until (is_gone, self));
  g_assert_cmpuint (self->n_kept, ==, 1);
}

static gpointer
count (AccordReader *reader, gpointer data, GError **error)
{
  g_autoptr (AccordQuery) query =
      accord_query_new (accord_schema_find_kind (accord_reader_get_schema (reader), data));
  gint64 *n = g_new (gint64, 1);

  *n = accord_reader_count (reader, query, error);
  return n;
}

static gint64
count_kind (Sitting *self, const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n =
      accord_workspace_read (self->fixture->workspace, count, (gpointer) kind, NULL, &error);

  g_assert_no_error (error);
  return *n;
}

/* The line of the record whose title begins so. */
static AccordReviewEntry *
find_entry (Sitting *self, const char *kind, const char *title)
{
  GPtrArray *rows = accord_review_model_get_plan (self->sheet->model)->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      AccordPlanRow *row = rows->pdata[i];
      g_autofree char *name = accord_record_dup_title (row->record);

      if (g_str_equal (accord_record_get_kind (row->record)->name, kind) && strstr (name, title) != NULL)
        return accord_review_model_get_entry (self->sheet->model, i);
    }
  g_error ("There is no %s “%s”", kind, title);
}

static void
choose (Sitting *self, AccordReviewEntry *entry)
{
  accord_review_list_choose_entry (ACCORD_REVIEW_LIST (self->sheet->list), entry);
  ui_wait_frame (GTK_WIDGET (self->sheet));
}

/* What is kept is what is taken; what belongs to an item that is dropped goes with it. */
static void
test_keep (FormFixture *fixture, gconstpointer data)
{
  Sitting self;
  AccordReviewEntry *item;

  read_one (&self, fixture, page_of_board);
  g_assert_true (can_keep (&self));
  g_assert_false (gtk_widget_get_visible (self.sheet->asks));
  item = find_entry (&self, "item", "Transport");
  accord_review_model_set_taken (self.sheet->model, item, FALSE);
  g_assert_false (
      accord_review_model_get_taken (self.sheet->model, find_entry (&self, "resolution", "transport")));
  g_assert_true (
      accord_review_model_get_taken (self.sheet->model, find_entry (&self, "resolution", "shared")));
  keep (&self);
  g_assert_cmpint (count_kind (&self, "meeting"), ==, 1);
  g_assert_cmpint (count_kind (&self, "item"), ==, 2);
  g_assert_cmpint (count_kind (&self, "resolution"), ==, 1);
  g_assert_cmpint (count_kind (&self, "body"), ==, 1);
  g_assert_cmpstr (self.kept.main_kind, ==, "meeting");
  g_assert_cmpint (self.kept.change, >, 0);
}

/* Taking what belongs to something that was dropped takes that as well. */
static void
test_take_again (FormFixture *fixture, gconstpointer data)
{
  Sitting self;
  AccordReviewEntry *item, *resolution;

  read_one (&self, fixture, page_of_board);
  item = find_entry (&self, "item", "Transport");
  resolution = find_entry (&self, "resolution", "transport");
  accord_review_model_set_taken (self.sheet->model, item, FALSE);
  g_assert_true (accord_review_model_get_touched (self.sheet->model));
  accord_review_model_set_taken (self.sheet->model, resolution, TRUE);
  g_assert_true (accord_review_model_get_taken (self.sheet->model, item));
  g_assert_false (accord_review_model_get_touched (self.sheet->model));
  end (&self);
}

static gboolean
is_named (GtkWidget *widget, const char *name)
{
  g_autofree char *otherwise =
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  return otherwise == NULL;
}

/* The field that a screen reader hears under a name. */
static GtkWidget *
find_named (GtkWidget *within, GType type, const char *name)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (within, type) && is_named (within, name))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type_answer (GtkWidget *entry, const char *text)
{
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

/* What the page does not say is asked for; nothing can be kept before it is answered. The choices that were
 * made before the answer stay. */
static void
test_asks (FormFixture *fixture, gconstpointer data)
{
  Sitting self;
  AccordReviewAsks *asks;
  AccordReviewEntry *item;
  gint64 id;

  read_one (&self, fixture, page_of_nobody);
  asks = ACCORD_REVIEW_ASKS (self.sheet->asks);
  g_assert_true (gtk_widget_get_mapped (self.sheet->asks));
  g_assert_false (can_keep (&self));
  item = find_entry (&self, "item", "Apologies");
  accord_review_model_set_taken (self.sheet->model, item, FALSE);
  type_answer (find_named (self.sheet->asks, GTK_TYPE_ENTRY, "Board or committee"), "Health Board");
  await_ready (&self);
  g_assert_false (can_keep (&self));
  g_assert_cmpstr (accord_review_asks_get_body (asks, &id), ==, "Health Board");
  g_assert_cmpint (id, ==, ACCORD_UNKNOWN);
  type_answer (find_named (self.sheet->asks, GTK_TYPE_ENTRY, "Date"), "not a day");
  ui_drain ();
  g_assert_false (can_keep (&self));
  g_assert_true (form_fixture_has_text (self.sheet->asks, "Write the date as"));
  type_answer (find_named (self.sheet->asks, GTK_TYPE_ENTRY, "Date"), "4/3/2025");
  await_ready (&self);
  g_assert_true (can_keep (&self));
  g_assert_false (accord_review_model_get_taken (self.sheet->model, find_entry (&self, "item", "Apologies")));
  keep (&self);
  g_assert_cmpint (count_kind (&self, "body"), ==, 1);
  g_assert_cmpint (count_kind (&self, "item"), ==, 1);
  {
    g_autoptr (AccordRecord) meeting = form_fixture_get (fixture, "meeting", self.kept.main);

    g_assert_cmpstr (accord_record_get_text (meeting, "date"), ==, "2025-03-04");
  }
}

/* A page that is none makes nothing, unless a person wants the document. */
static void
test_not_a_page (FormFixture *fixture, gconstpointer data)
{
  Sitting self;
  GtkWidget *anyway;

  read_one (&self, fixture, page_of_none);
  g_assert_false (can_keep (&self));
  g_assert_true (form_fixture_has_text (GTK_WIDGET (self.sheet), "none of the kinds of page"));
  anyway = find_named (self.sheet->asks, GTK_TYPE_CHECK_BUTTON, "Keep it as a source document all the same");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (anyway), TRUE);
  ui_drain ();
  g_assert_true (can_keep (&self));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (anyway), FALSE);
  g_assert_false (can_keep (&self));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (anyway), TRUE);
  keep (&self);
  g_assert_cmpint (count_kind (&self, "source"), ==, 1);
  g_assert_cmpint (count_kind (&self, "meeting"), ==, 0);
}

static GtkWidget *
find_form (GtkWidget *within)
{
  if (ACCORD_IS_FORM (within))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_form (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What a person writes instead is what is kept; going on to another line takes it over. */
static void
test_edit (FormFixture *fixture, gconstpointer data)
{
  Sitting self;
  AccordFieldEditor *editor;

  read_one (&self, fixture, page_of_board);
  choose (&self, find_entry (&self, "item", "Transport"));
  g_signal_emit_by_name (self.sheet->list, "edit");
  editor = accord_form_get_editor (ACCORD_FORM (find_form (self.sheet->detail)), "title");
  gtk_editable_set_text (GTK_EDITABLE (accord_field_editor_get_control (editor)), "");
  choose (&self, find_entry (&self, "item", "Apologies"));
  /* A title there must be: the line stays until there is one. */
  g_assert_true (self.sheet->shown == find_entry (&self, "item", "Transport")
                 || form_fixture_has_text (self.sheet->detail, "Transport"));
  g_assert_nonnull (find_form (self.sheet->detail));
  editor = accord_form_get_editor (ACCORD_FORM (find_form (self.sheet->detail)), "title");
  gtk_editable_set_text (GTK_EDITABLE (accord_field_editor_get_control (editor)), "Buses and trams");
  choose (&self, find_entry (&self, "item", "Apologies"));
  g_assert_null (find_form (self.sheet->detail));
  g_assert_true (accord_review_model_get_touched (self.sheet->model));
  find_entry (&self, "item", "Buses and trams");
  keep (&self);
  {
    const char *const texts[] = { page_of_board, NULL };

    begin (&self, fixture, texts);
    await_ready (&self);
    find_entry (&self, "item", "Transport");
    end (&self);
  }
}

/* The same page again: nothing new, and what has changed is shown before and after. */
static void
test_again (FormFixture *fixture, gconstpointer data)
{
  Sitting self;
  AccordReviewCounts counts;
  g_auto (GStrv) parts = g_strsplit (page_of_board, "the transport report be noted", 2);
  g_autofree char *changed = g_strjoinv ("the transport report be received and noted", parts);

  read_one (&self, fixture, page_of_board);
  keep (&self);
  read_one (&self, fixture, page_of_board);
  counts = accord_review_model_count (self.sheet->model);
  g_assert_cmpuint (counts.added, ==, 0);
  g_assert_cmpuint (counts.updated, ==, 0);
  g_assert_cmpuint (counts.same, >, 5);
  end (&self);
  read_one (&self, fixture, changed);
  counts = accord_review_model_count (self.sheet->model);
  g_assert_cmpuint (counts.updated + counts.added, >, 0);
  end (&self);
}

static gboolean
has_question (gpointer data)
{
  Sitting *self = data;
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_window_get_transient_for (window) == GTK_WINDOW (self->sheet))
        return TRUE;
    }
  return FALSE;
}

static void
answer (Sitting *self, const char *response)
{
  GListModel *windows = gtk_window_get_toplevels ();

  g_assert_true (ui_wait_until (has_question, self));
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        adw_message_dialog_response (ADW_MESSAGE_DIALOG (window), response);
    }
}

/* What a person chose is not lost without a word; what nobody touched is. */
static void
test_close (FormFixture *fixture, gconstpointer data)
{
  Sitting self;

  read_one (&self, fixture, page_of_board);
  gtk_window_close (GTK_WINDOW (self.sheet));
  g_assert_true (ui_wait_until (is_gone, &self));
  read_one (&self, fixture, page_of_board);
  accord_review_model_set_taken (self.sheet->model, find_entry (&self, "item", "Transport"), FALSE);
  gtk_window_close (GTK_WINDOW (self.sheet));
  answer (&self, "cancel");
  ui_drain ();
  g_assert_nonnull (self.sheet);
  gtk_window_close (GTK_WINDOW (self.sheet));
  answer (&self, "discard");
  g_assert_true (ui_wait_until (is_gone, &self));
  g_assert_cmpint (count_kind (&self, "meeting"), ==, 0);
}

static gboolean
is_at_second (gpointer data)
{
  Sitting *self = data;

  return self->sheet->at == 1 && is_ready (self);
}

/* Pages that came together come one after the other, and each can be left out. */
static void
test_several (FormFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { page_of_none, page_of_board, NULL };
  Sitting self;

  begin (&self, fixture, texts);
  await_ready (&self);
  g_assert_true (form_fixture_has_text (GTK_WIDGET (self.sheet), "1 of 2"));
  g_assert_true (gtk_widget_get_mapped (self.sheet->skip));
  act (&self, "review.skip");
  g_assert_true (ui_wait_until (is_at_second, &self));
  ui_wait_frame (GTK_WIDGET (self.sheet));
  g_assert_true (form_fixture_has_text (GTK_WIDGET (self.sheet), "2 of 2"));
  g_assert_false (gtk_widget_get_mapped (self.sheet->skip));
  keep (&self);
  g_assert_cmpint (count_kind (&self, "source"), ==, 1);
  g_assert_cmpint (count_kind (&self, "meeting"), ==, 1);
}

static char *
make_large_page (guint n_items)
{
  GString *page = g_string_new (
      "Agenda and minutes\n\nCouncil - Tuesday, 4th March, 2025 2.00 pm\n\nItems\nNo. Item\n\n");

  for (guint i = 1; i <= n_items; i++)
    {
      g_string_append_printf (
          page, "%u.\n\nMatter number %u\n\nMinutes:\n\nThe matter was considered.\n\nRESOLVED – That\n\n", i,
          i);
      for (guint k = 1; k <= 6; k++)
        g_string_append_printf (
            page, "(%u) part %u of matter %u be approved as it was put to the meeting;\n\n", k, k, i);
    }
  return g_string_free (page, FALSE);
}

/* Going through two thousand lines is as quick as going through ten. */
static void
test_large (FormFixture *fixture, gconstpointer data)
{
  g_autofree char *page = make_large_page (300);
  Sitting self;
  gint64 begun;
  guint n;

  read_one (&self, fixture, page);
  n = g_list_model_get_n_items (G_LIST_MODEL (self.sheet->model));
  g_assert_cmpuint (n, >, 2000);
  begun = g_get_monotonic_time ();
  for (guint i = 0; i < 20; i++)
    {
      accord_take_list_choose (ACCORD_TAKE_LIST (self.sheet->list), (i * 997) % n);
      ui_wait_frame (GTK_WIDGET (self.sheet));
    }
  g_test_message ("a jump took %.1f ms", (double) (g_get_monotonic_time () - begun) / 20000);
  begun = g_get_monotonic_time ();
  accord_review_model_set_taken (self.sheet->model, find_entry (&self, "meeting", "Council"), FALSE);
  ui_wait_frame (GTK_WIDGET (self.sheet));
  g_test_message ("dropping all took %.1f ms", (double) (g_get_monotonic_time () - begun) / 1000);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 2 * G_TIME_SPAN_SECOND);
  end (&self);
}

#define ADD(path, function)                                                                                  \
  g_test_add ("/review-sheet/" path, FormFixture, NULL, form_fixture_set_up, function, form_fixture_tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("keep", test_keep);
  ADD ("take-again", test_take_again);
  ADD ("asks", test_asks);
  ADD ("not-a-page", test_not_a_page);
  ADD ("edit", test_edit);
  ADD ("again", test_again);
  ADD ("close", test_close);
  ADD ("several", test_several);
  ADD ("large", test_large);
  return g_test_run ();
}
