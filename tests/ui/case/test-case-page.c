/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "case/caveat-editor.h"
#include "case/caveat-row.h"
#include "form/detail-page.h"
#include "form/field-editor.h"

typedef struct
{
  GtkWidget *page;
  GType type;
} Wanted;

static gboolean
lacks_type (gpointer data)
{
  Wanted *wanted = data;

  return ui_find_type (wanted->page, wanted->type) == NULL;
}

static gint64
add_case (FormFixture *self, const char *name)
{
  g_autoptr (AccordRecord) record = form_fixture_new (self, "case", name);

  accord_record_set_text (record, "stage", "outline");
  accord_record_set_text (record, "status", "endorsed-with-caveats");
  accord_record_set_text (record, "decision-due-words", "late 2017");
  return form_fixture_save (self, record);
}

static gint64
add_caveat (FormFixture *self, gint64 number, const char *text, const char *group, const gint64 *cases,
            gsize n_cases)
{
  g_autoptr (AccordRecord) record = form_fixture_new (self, "caveat", text);

  accord_record_set_text (record, "group", group);
  accord_record_set_int (record, "number", number);
  accord_record_set_ids (record, "cases", cases, n_cases);
  accord_record_set_text (record, "state", "open");
  return form_fixture_save (self, record);
}

static void
test_answer (FormFixture *self, gconstpointer data)
{
  gint64 cases[] = { add_case (self, "Neighbourhood Model"), add_case (self, "Enablers") };
  gint64 third = add_caveat (self, 3, "a workforce with the right skills", "the need to focus on", cases, 2);
  gint64 fourth = add_caveat (self, 4, "quality of care", "the need to focus on", cases, 2);
  GtkWidget *page, *row, *editor, *response;
  g_autoptr (AccordRecord) saved = NULL;
  gboolean dirty;

  page = accord_detail_page_new (self->workspace);
  form_fixture_present (self, page);
  accord_detail_page_show (ACCORD_DETAIL_PAGE (page), form_fixture_kind (self, "case"), cases[0]);
  form_fixture_await (page, "A workforce with the right skills");
  form_fixture_await (page, "The need to focus on");
  form_fixture_await (page,
                      "The 2 caveats are on 2 cases together: this one, Enablers. An answer counts for all.");
  row = ui_find_type (page, ACCORD_TYPE_CAVEAT_ROW);
  g_assert_nonnull (row);
  accord_caveat_row_edit (ACCORD_CAVEAT_ROW (row));
  editor = ui_find_type (row, ACCORD_TYPE_CAVEAT_EDITOR);
  g_assert_nonnull (editor);
  g_object_get (page, "dirty", &dirty, NULL);
  g_assert_false (dirty);
  response =
      accord_field_editor_get_control (ACCORD_FIELD_EDITOR (ui_find_type (editor, ACCORD_TYPE_FIELD_EDITOR)));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (response)),
                            "A plan is in the management case.", -1);
  g_object_get (page, "dirty", &dirty, NULL);
  g_assert_true (dirty);

  /* What another person does meanwhile leaves the edit alone, and is kept. */
  form_fixture_set (self, "caveat", third, "owner", "The Director");
  form_fixture_set (self, "caveat", fourth, "text", "prevention");
  form_fixture_await (page, "Prevention");
  g_assert_true (ui_find_type (row, ACCORD_TYPE_CAVEAT_EDITOR) == editor);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (form_fixture_find_button (editor, "Answered")), TRUE);
  accord_caveat_editor_save (ACCORD_CAVEAT_EDITOR (editor));
  g_assert_true (ui_wait_until (lacks_type, &(Wanted){ page, ACCORD_TYPE_CAVEAT_EDITOR }));
  saved = form_fixture_get (self, "caveat", third);
  g_assert_cmpstr (accord_record_get_text (saved, "response"), ==, "A plan is in the management case.");
  g_assert_cmpstr (accord_record_get_text (saved, "state"), ==, "answered");
  g_assert_nonnull (accord_record_get_text (saved, "answered-on"));
  g_assert_cmpstr (accord_workspace_get_undo_label (self->workspace), ==, "Answer caveat 3");
  g_assert_cmpstr (accord_record_get_text (saved, "owner"), ==, "The Director");
}

/* Accepting an answer is recorded with its day; open again, nothing of the steps is left. */
static void
test_accept (FormFixture *self, gconstpointer data)
{
  gint64 business_case = form_fixture_add (self, "case", "Enablers"), id;
  g_autoptr (AccordRecord) caveat = accord_record_new (form_fixture_kind (self, "caveat"));
  g_autoptr (AccordRecord) accepted = NULL, open = NULL;
  GtkWidget *row = accord_caveat_row_new (self->workspace), *editor;

  accord_record_fill_in (caveat);
  accord_record_set_text (caveat, "text", "it is funded");
  accord_record_set_text (caveat, "state", "answered");
  accord_record_set_text (caveat, "response", "It is.");
  accord_record_set_ids (caveat, "cases", &business_case, 1);
  id = form_fixture_save (self, caveat);
  accepted = form_fixture_get (self, "caveat", id);
  form_fixture_present (self, row);
  accord_caveat_row_set_version (ACCORD_CAVEAT_ROW (row), "OBC 2");
  accord_caveat_row_show (ACCORD_CAVEAT_ROW (row), accepted, "2026-11-22");
  g_assert_true (form_fixture_has_text (row, "It is.\nRaised; by whom and when is not known · Answered; by "
                                             "whom and when is not known · Not accepted "
                                             "yet · first answered in “OBC 2”"));
  accord_caveat_row_edit (ACCORD_CAVEAT_ROW (row));
  editor = ui_find_type (row, ACCORD_TYPE_CAVEAT_EDITOR);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (form_fixture_find_button (editor, "Accepted")), TRUE);
  accord_caveat_editor_save (ACCORD_CAVEAT_EDITOR (editor));
  g_assert_true (ui_wait_until (lacks_type, &(Wanted){ row, ACCORD_TYPE_CAVEAT_EDITOR }));
  g_clear_object (&accepted);
  accepted = form_fixture_get (self, "caveat", id);
  g_assert_cmpstr (accord_record_get_text (accepted, "state"), ==, "accepted");
  g_assert_nonnull (accord_record_get_text (accepted, "accepted-on"));

  accord_caveat_row_show (ACCORD_CAVEAT_ROW (row), accepted, "2026-11-22");
  accord_caveat_row_edit (ACCORD_CAVEAT_ROW (row));
  editor = ui_find_type (row, ACCORD_TYPE_CAVEAT_EDITOR);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (form_fixture_find_button (editor, "Open")), TRUE);
  accord_caveat_editor_save (ACCORD_CAVEAT_EDITOR (editor));
  g_assert_true (ui_wait_until (lacks_type, &(Wanted){ row, ACCORD_TYPE_CAVEAT_EDITOR }));
  open = form_fixture_get (self, "caveat", id);
  g_assert_null (accord_record_get_text (open, "accepted-on"));
  g_assert_null (accord_record_get_text (open, "answered-on"));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  form_fixture_add_test ("/ui/case/answer", test_answer);
  form_fixture_add_test ("/ui/case/accept", test_accept);

  return g_test_run ();
}
