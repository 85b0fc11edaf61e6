/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "case/benefits-card.h"
#include "case/checklist-editor.h"
#include "case/checklist-row.h"
#include "case/five-case-card.h"
#include "editions.h"
#include "form/detail-page.h"

/* The button that a label with this text is on. */
static GtkWidget *
find_pressed (GtkWidget *within, const char *text)
{
  if (GTK_IS_LABEL (within) && gtk_widget_get_mapped (within)
      && g_strcmp0 (gtk_label_get_label (GTK_LABEL (within)), text) == 0)
    return gtk_widget_get_ancestor (within, GTK_TYPE_BUTTON);
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_pressed (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (GtkWidget *within, const char *text)
{
  GtkWidget *button = find_pressed (within, text);

  g_assert_nonnull (button);
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                  !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  else
    g_signal_emit_by_name (button, "clicked");
}

static GtkWidget *
open_page (FormFixture *self, const char *name)
{
  g_autoptr (AccordRecord) record = form_fixture_new (self, "case", name);
  GtkWidget *page = accord_detail_page_new (self->workspace);

  accord_record_set_text (record, "stage", "outline");
  accord_record_set_text (record, "status", "draft");
  accord_record_set_text (record, "strategic", "# Scope\nFive wards.\n");
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 4000);
  form_fixture_present (self, page);
  accord_detail_page_show (ACCORD_DETAIL_PAGE (page), form_fixture_kind (self, "case"),
                           form_fixture_save (self, record));
  form_fixture_await (page, "History");
  return page;
}

static gboolean
settle (AccordWriter *writer, gpointer data, GError **error)
{
  return accord_editions_settle (writer, data, error) && accord_writer_insert (writer, data, error);
}

/* A question is answered where it stands, and the tally follows. */
static void
test_answer (FormFixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self, "Neighbourhood Model");
  GtkWidget *card = ui_find_type (page, ACCORD_TYPE_FIVE_CASE_CARD);
  GtkWidget *editor;

  form_fixture_await (card, "1 of 35 sections written · 0 of 41 questions answered");
  g_assert_null (find_pressed (card, "Is it clear what is in scope and what is not?"));
  press (card, "Strategic case");
  form_fixture_await (card, "2 words under “Scope”");
  press (card, "Is it clear what is in scope and what is not?");
  editor = ui_find_type (card, ACCORD_TYPE_CHECKLIST_EDITOR);
  g_assert_nonnull (editor);
  g_assert_false (accord_five_case_card_get_dirty (ACCORD_FIVE_CASE_CARD (card)));
  press (editor, "Partly met");
  g_assert_true (accord_five_case_card_get_dirty (ACCORD_FIVE_CASE_CARD (card)));
  /* Only one finding holds, and one that is pressed again none. */
  press (editor, "Met");
  press (editor, "Met");
  g_assert_false (accord_five_case_card_get_dirty (ACCORD_FIVE_CASE_CARD (card)));
  press (editor, "Not met");
  accord_checklist_editor_save (ACCORD_CHECKLIST_EDITOR (editor));
  form_fixture_await (card, "1 of 35 sections written · 1 of 41 questions answered");
  g_assert_null (ui_find_type (card, ACCORD_TYPE_CHECKLIST_EDITOR));
  g_assert_false (accord_five_case_card_get_dirty (ACCORD_FIVE_CASE_CARD (card)));
}

/* What was typed is not folded away, and gone with another case. */
static void
test_fold (FormFixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self, "Neighbourhood Model");
  GtkWidget *card = ui_find_type (page, ACCORD_TYPE_FIVE_CASE_CARD);
  GtkWidget *editor;

  press (card, "Management case");
  form_fixture_await (card, "Is there a named owner?");
  press (card, "Is there a named owner?");
  editor = ui_find_type (card, ACCORD_TYPE_CHECKLIST_EDITOR);
  press (editor, "Met");
  press (card, "Management case");
  g_assert_nonnull (find_pressed (card, "Is there a named owner?"));
  accord_checklist_editor_cancel (ACCORD_CHECKLIST_EDITOR (editor));
  g_assert_null (ui_find_type (card, ACCORD_TYPE_CHECKLIST_EDITOR));
  press (card, "Management case");
  g_assert_null (find_pressed (card, "Is there a named owner?"));
}

/* A benefit is made of each outcome line, and one that a person renamed is asked about first. */
static void
test_benefits (FormFixture *self, gconstpointer data)
{
  static const char *const kinds[] = { "appraisal", "option", "outcome" };
  GtkWidget *page = open_page (self, "Home first");
  GtkWidget *card = ui_find_type (page, ACCORD_TYPE_BENEFITS_CARD);
  gint64 above = accord_detail_page_get_id (ACCORD_DETAIL_PAGE (page));

  g_assert_false (gtk_widget_get_visible (card));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (AccordRecord) record = accord_record_new (form_fixture_kind (self, kinds[i]));
      g_autoptr (AccordChange) change = NULL;

      accord_record_fill_in (record);
      if (i < 2)
        accord_record_set_int (record, "case", accord_detail_page_get_id (ACCORD_DETAIL_PAGE (page)));
      else
        accord_record_set_int (record, "option", above);
      if (i == 0)
        {
          accord_record_set_int (record, "base-year", 2019);
          accord_record_set_int (record, "horizon", 2);
          change = accord_workspace_write (self->workspace, "Begin", settle, record, NULL, NULL);
          g_assert_nonnull (change);
          continue;
        }
      accord_record_set_text (record, "name", i == 1 ? "Teams" : "Fewer falls");
      above = form_fixture_save (self, record);
    }
  form_fixture_await (card, "1 outcome line of the preferred option has no benefit in the register yet.");
  press (card, "_Update from the appraisal");
  form_fixture_await (card, "B1  Fewer falls");
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);

  form_fixture_add_test ("/five-case-card/answer", test_answer);
  form_fixture_add_test ("/five-case-card/fold", test_fold);
  form_fixture_add_test ("/five-case-card/benefits", test_benefits);

  return g_test_run ();
}
